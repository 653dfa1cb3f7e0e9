package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// A habit is told by its clause, without a word for how often: "I start at two in the morning", "we'd sit there until ten", "a curfew from 11 p.m. to 6 a.m."

// ofHabit reports whether the clause before a clock time tells what is done at it day after day.
func (z *resolver) ofHabit(e *expr.Expr) bool {
	if prose.AnyOf(strings.HasPrefix, z.text[e.End:], " every ", " each ") { // at 11 a.m. every Saturday
		return true
	}
	said := z.scheduleBefore(e.Start)
	if z.news && prose.AnyOf(strings.HasSuffix, said, " curfew from ", " curfew between ", " now runs from ") || strings.HasSuffix(said, " between ") && strings.Contains(said, " no ") { // no music between 11 p.m. and 7 a.m.
		return true
	}
	if prose.AnyOf(strings.HasSuffix, said, " is open from ", " are open from ", " open daily from ", " can be reached from ", " be reached between ", " is closed from ", " are closed from ") && !strings.Contains(said, "olls ") {
		return true
	}
	if z.standing(e, said) {
		return true
	}
	words := strings.Fields(said)
	n := len(words)
	for k := n - 2; k >= max(0, n-habitReach); k-- {
		switch subject := strings.ToLower(strings.Trim(words[k], "\"“(")); {
		case keepsHours.Has(subject):
			return routines.Has(words[k+1])
		case oneself.Has(subject):
			return isHabit(words[k+1 : n-1])
		case usedTo.Has(subject):
			verb := words[k+1]
			return !text.IsParticiple(verb) && !text.IsPast(verb)
		case strings.HasSuffix(strings.TrimRight(words[k], "\"”'"), ","), strings.HasSuffix(words[k], ";"):
			return false
		}
	}
	return false
}

// standing reports whether the sentence before a clock time gives a standing hour: what used to be done at it, when to call, or how things go in a season or between two hours.
func (z *resolver) standing(e *expr.Expr, said string) bool {
	head := strings.TrimLeft(said, " ")
	switch {
	case strings.HasSuffix(said, " at ") && strings.Contains(z.clause(e).Told(), " used to "):
		return true
	case prose.AnyOf(strings.HasPrefix, head, "Please ring ", "Please phone ", "Please call ", "Ring ", "Phone "):
		return true
	case prose.AnyOf(strings.HasPrefix, head, "In summer ", "In winter "), head == "Between ":
		return z.clause(e).Around() == text.Pres
	}
	return false
}

// habitReach is how many words before a clock time the subject of its clause may stand.
const habitReach = 7

var (
	// oneself are subjects whose verb in the present has no ending, and who tell of themselves.
	oneself = wordlist.SetOf("i we you they")
	// usedTo are the same with "would", of what was done again and again.
	usedTo = wordlist.SetOf("i'd we'd you'd they'd")
	// keepsHours are subjects with hours of their own, routines what they do by them.
	keepsHours = wordlist.SetOf("classes lessons schools markets shops banks offices pubs bars lights shifts performances kitchen")
	routines   = wordlist.SetOf("start begin open opens close closes end finish go")
	// journeys are verbs in the present that rather tell of a plan, and words that are no verb of a habit or a past as well.
	journeys = wordlist.SetOf("leave go come depart arrive fly sail meet return reach land travel play kick expect hope plan need want think know believe say understand have are am do be were was put set cut let shut at")
	// stills may stand before the verb of a habit.
	stills = wordlist.SetOf("still just all both then only")
)

// isHabit reports whether the words between a subject and the preposition of a clock time are a verb of habits in the present and little more.
func isHabit(words []string) bool {
	for len(words) > 0 && stills.Has(words[0]) {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	verb := words[0]
	if journeys.Has(verb) || tense.Modals.Has(verb) || tense.ToldVerbs.Has(verb) || text.IsPast(verb) || text.IsParticiple(verb) || !isWord(verb) || strings.ContainsAny(verb, "',") || prose.DatePrepositions.Has(verb) {
		return false
	}
	for _, word := range words[1:] {
		if text.IsPast(word) || tense.Modals.Has(word) || word == "to" {
			return false
		}
	}
	return true
}
