package tense

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// What a programme has for a day it tells in the present: "the match starts on Saturday", "the museum is shut on Monday".

// scheduled reports whether the verb before the date is one of a programme, told in the present.
func (c *Clause) scheduled() bool {
	found, prev := false, ""
	for _, word := range c.Words() {
		found = Plans.Get(word)&PlanPresent != 0 && !Counts(prev) || found && !ToldVerbs.Has(word)
		prev = word
	}
	return found
}

// Counts reports whether a word makes a noun of the next: "six runs", "the starts".
func Counts(word string) bool {
	e, known := lexicon.Lookup(word)
	numeral := word != "" && prose.IsDigit(word[0]) && prose.IsWordByte(word[len(word)-1]) && len(word) != len("2023") // and not: fiscal 2023 begins
	return prose.Determiners.Has(word) || numeral || known && (e.Class == lexicon.Num || e.Class == lexicon.Many)
}

// opensThen reports whether the window ends in what a programme has for the date, be it in a clause about what is done before: "before polls open at".
func opensThen(window string) bool {
	at := prose.Before(window, len(window))
	if at == "at" || at == "on" {
		window = window[:prose.LastIndex(window, at)]
	}
	if Plans.Get(prose.Before(window, len(window)))&PlanPresent == 0 {
		return false
	}
	for _, link := range [...]string{" before ", " until ", " once ", " when ", " soon as "} {
		if i := prose.LastIndex(window, link); i >= 0 && strings.Count(window[i:], " ") <= 5 {
			return true
		}
	}
	return false
}

// stands reports whether a window ends in how something is to be on the day behind it: "banks are closed", "the museum is shut on".
func stands(window string) bool {
	window = strings.TrimSuffix(window, "on ")
	state := prose.Before(window, len(window))
	if state != "closed" && state != "shut" && state != "open" && state != "off" {
		return false
	}
	verb := prose.Before(window, len(window)-1-len(state))
	return verb == "is" || verb == "are"
}

// returns reports whether the words before a date end in where somebody is on the day behind it: "I'm back", "he's home", "I'm out of the office".
func returns(words []string) bool {
	from := max(1, len(words)-5)
	for k := from; k < len(words); k++ {
		if away.Has(words[k]) && isNow.HasFold(words[k-1]) {
			return !slices.ContainsFunc(words[k:], text.IsPast)
		}
	}
	return false
}

// isLeaving reports whether the words before a date end in where somebody is going on the day behind it: "she is flying home to Graz on".
func isLeaving(words []string) bool {
	n := len(words)
	if n < 3 || words[n-1] != "on" && words[n-1] != "in" && prose.DatePrepositions.Has(words[n-1]) {
		return false
	}
	for k := n - 1; k > 0 && k >= n-6; k-- {
		if going.Has(words[k]) {
			return words[k-1] == "is" || words[k-1] == "are" || words[k-1] == "am"
		}
	}
	return false
}

// going are verbs of what is done on a day to come.
var going = wordlist.SetOf("flying leaving going coming returning travelling traveling arriving heading meeting playing hosting launching opening visiting moving holding getting marrying speaking appearing performing racing running competing")

// isNow are forms of "be" in the present, alone or with their subjects.
var isNow = wordlist.SetOf("am is are i'm he's she's we're you're they're")

// away is where somebody is or is not.
var away = wordlist.SetOf("back home out away off here there")

// scheduledNow reports whether a verb of programmes in the present stands close before the date, behind its subject and whatever that has done before: "the jurors,
// sequestered since March, return on Monday", "before leaders of the G20 meet in London on".
func (c *Clause) scheduledNow() bool {
	words := c.Words()
	for k := len(words) - 1; k > 0 && k >= len(words)-5; k-- {
		switch word, prev := words[k], words[k-1]; {
		case ToldVerbs.Has(word):
			return false
		case Plans.Get(word)&PlanPresent != 0:
			return !text.IsPast(word) && (strings.HasSuffix(prev, ",") || prose.IsName(prev) && !prose.Determiners.HasFold(prev) || prose.IsPluralNoun(prev)) && !strings.HasSuffix(word, "s")
		}
	}
	return false
}

// fallsThen reports whether a verb of programmes in the third person stands right before the preposition of a date, whatever else its sentence tells: "the shuttle was lost before,
// an accident whose anniversary falls in January"; or what is to come is told to be waited for, "before the rains come in".
func (c *Clause) fallsThen() bool {
	if c.prep != "in" && c.prep != "on" && Plans.Get(c.prep)&PlanPresent == 0 {
		return false
	}
	words := c.Words()
	n := len(words)
	if n < 3 {
		return false
	}
	if verb, prev := words[n-1], words[n-2]; Plans.Get(verb)&PlanPresent != 0 && strings.HasSuffix(verb, "s") && (prev == "and" || prev == "which" || prev == "who" || prev == "that") { // arrived last Thursday and leaves Tuesday
		return true
	}
	if words[n-1] != "in" && words[n-1] != "on" {
		return false
	}
	verb := words[n-2]
	if text.IsPast(words[n-3]) || text.IsParticiple(words[n-3]) { // had stopped visits on
		return false
	}
	return Plans.Get(verb)&PlanPresent != 0 && strings.HasSuffix(verb, "s") && !Counts(words[n-3]) || verb == "come" && slices.Contains(words[:n-2], "before")
}

// schedules reports whether a sentence that tells nothing past has a verb of programmes in the third person behind its subject, before "on" and the day: "the group publishes its
// annual report on".
func (c *Clause) schedules() bool {
	words := c.Words()
	n := len(words)
	if n < 4 || words[n-1] != "on" && prose.DatePrepositions.Has(words[n-1]) {
		return false
	}
	verb := 0
	for k, word := range words {
		word = strings.Trim(word, ",")
		switch {
		case text.IsPast(word) || ToldVerbs.Has(word) || word == "has" || word == "have" || word == "having" || word == "as" || word == "after":
			return false
		case k > 0 && k < 6 && Plans.Get(word)&PlanPresent != 0 && strings.HasSuffix(word, "s") && !prose.Determiners.Has(words[k-1]) && !Counts(words[k-1]):
			verb = k
		}
	}
	return verb > 0 && verb < n-1 && (prose.Determiners.Has(words[verb+1]) || words[n-1] != "on" && prose.IsPluralNoun(words[n-1]))
}

// delivers reports whether a month is that of a futures contract, which is delivered in it whatever its price did: "December corn fell", "for delivery in March".
func (c *Clause) delivers() bool {
	return Commodities.Has(c.next()) && c.text[c.end] == ' ' || strings.HasSuffix(c.text[:c.start], " delivery in ")
}

// Commodities are what such contracts are of.
var Commodities = wordlist.SetOf("delivery contract contracts futures gold silver copper platinum crude wheat corn soybeans oats cotton coffee cocoa sugar cattle hogs rubber gasoline")

// votes reports whether a sentence is no more, up to its date, than who does what then: "Slovaks vote on Saturday".
func (c *Clause) votes() bool {
	words := c.Words()
	for k := len(words) - 1; k >= 0; k-- {
		if words[k] == "-" {
			words = words[k+1:]
			break
		}
	}
	if n := len(words); n > 0 && words[n-1] == "on" {
		words = words[:n-1]
	}
	return len(words) == 2 && prose.IsUpper(words[0][0]) && Plans.Get(words[1])&PlanPresent != 0
}
