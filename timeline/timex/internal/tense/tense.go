// Package tense tells on which side of the time of writing a date of a text lies, by the words of its sentence: the tense of the governing verb, plans and
// appointments (plan.go, plans.txt), programmes told in the present (programme.go), requests and orders (request.go), and what of all that came to
// nothing (undone.go); past.go has what tells that a date is past though its clause goes on, mishap.go (mishaps.txt) what has no date before it has come. clause.go has what all of
// them ask: the words around a date.
package tense

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// Tense is where the clause around an expression places it.
type Tense int8

const (
	Happened Tense = -2 // past, and what was done then stands right before its date
	Past     Tense = -1
	Unclear  Tense = 0
	Future   Tense = 1
)

// untilAside is the text up to the quotation mark or the apposition that stands right behind a date: who said so tells nothing of what was said. What a date at the head
// of its sentence is of comes behind the apposition.
func (c *Clause) untilAside() string {
	rest := c.rest()
	if prose.AnyOf(strings.HasPrefix, rest, ",\"", ",”") || prose.AnyOf(strings.HasPrefix, rest, ", a ", ", an ") && strings.Count(c.said, " ") > 3 { // the cell cracked Friday, a mishap that will put it back
		return c.text[:c.end+1]
	}
	return c.text
}

// at is At; find puts back the text and the end of the date.
func (c *Clause) at() Tense {
	if c.next() == "that" && c.text[c.end] == ' ' && c.prep != "from" { // told them on Tuesday that it may turn, and not: power cuts from Monday that could last weeks
		c.text = c.text[:c.end]
	}
	c.text = c.untilAside()
	if c.reduced() || c.relativePast() || c.putForward() || c.afterEvent() || c.byThen(pastAuxiliaries) || c.hadThen() || c.whenDone() {
		return Past
	}
	if prose.AnyOf(strings.HasPrefix, c.rest(), ", if ", " at the earliest", " at the latest", " at the soonest", " at best") || c.modalFollows() || c.whenDue() || c.votes() || c.fixed() || bounds.Has(c.prep) && !strings.HasPrefix(c.rest(), "'") && c.bounded() { // on sale from Thursday, Before Friday do not lend
		return Future
	}
	return c.withoutYear()
}

// whenDue reports whether a clause right behind the date tells in the present what comes on it: "keep Thursday free, when England begin the Test".
func (c *Clause) whenDue() bool {
	then, ok := strings.CutPrefix(c.after(c.end), ", when ")
	if !ok {
		return false
	}
	then, _, _ = strings.Cut(then, ",")
	words := strings.Fields(then)
	for k, word := range words[:min(6, len(words))] {
		switch {
		case k > 0 && (Plans.Get(word)&PlanPresent != 0 || word == "is" || word == "are"):
			return true
		case text.IsPast(word) || ToldVerbs.Has(word) || eitherTense.Has(word):
			return false
		}
	}
	return false
}

// eitherTense are verbs whose past is like their present.
var eitherTense = wordlist.SetOf("set put cut hit let read shut hurt cast cost")

// bounds are prepositions of a day from or up to which something is so.
var bounds = wordlist.SetOf("from From Before By Until")

// bounded reports whether the day behind such a preposition lies ahead: what is so from it is told in the present, or at the head of a sentence nothing past is told.
func (c *Clause) bounded() bool {
	switch c.Around() {
	case text.Pres:
		return true
	case text.Past:
		return warns(c.said) || c.prep == "from" && prose.AnyOf(strings.HasPrefix, c.rest(), " that could ", " that would ", " that will ", " that may ") || prose.AnyOf(strings.Contains, c.said, " were told to ", " were ordered to ", " been told to ", " been ordered to ") // told to leave from Wednesday
	case 0:
		return prose.IsUpper(c.prep[0]) || strings.TrimSpace(c.after(c.end)) == ""
	}
	return false
}

// warns reports whether a sentence tells of a forecast or a warning, which are of what is to come: "issued a flood warning from 11 a.m. Friday".
func warns(sentence string) bool {
	return prose.AnyOf(strings.Contains, sentence, " warning", " watch ", " advisory", " forecast ")
}

// modalFollows reports whether who will do something stands right behind a date that begins its clause: "by Friday we may learn"; or who owns it will:
// "Sunday's marathon, the mayor said, will go ahead".
func (c *Clause) modalFollows() bool {
	window := c.after(c.end)
	if window, ok := strings.CutPrefix(window, ", "); ok {
		if aside, then, ok := strings.Cut(window, ", "); ok && strings.Count(aside, " ") <= 3 && SayingPast.Has(prose.Before(aside, len(aside))) { // From Monday, he said, the ministry would publish
			words := strings.Fields(then)
			return slices.ContainsFunc(words[min(1, len(words)):min(4, len(words))], Modals.Has)
		}
	}
	if strings.HasPrefix(window, "'s ") {
		return strings.Contains(window, ", will ") || strings.Contains(window, " said, will ")
	}
	return c.byThen(Modals)
}

// byThen reports whether the date begins with "by" a clause whose first verb is of the set.
func (c *Clause) byThen(verbs *wordlist.Set) bool {
	if c.prep != "by" && c.prep != "By" {
		return false
	}
	words := strings.Fields(c.after(c.end))
	for k, word := range words[:min(4, len(words))] {
		if verbs.Has(word) {
			return k > 0
		}
	}
	return false
}

var (
	// Modals are verbs of what is to come.
	Modals = wordlist.SetOf("will may might should could would")
	// pastAuxiliaries are verbs of what was so or done by then.
	pastAuxiliaries = wordlist.SetOf("had was were couldn't wouldn't")
)

// withoutYear is WithoutYear; find puts back the text and the end of the date.
func (c *Clause) withoutYear() Tense {
	c.text = c.untilAside()
	if rest := c.rest(); strings.HasPrefix(rest, "'s ") {
		c.end += strings.IndexByte(rest, ' ') // the possessive is no "is"
		if !awaiting.Has(c.prep) && OwnsMishap(c.text[c.end+1:]) {
			return Past
		}
	}
	tense := c.Around()
	switch {
	case c.wasPlanned(), prose.AnyOf(strings.Contains, c.Told(), " was to have ", " were to have "): // was to have retired in April
		return Unclear
	case c.backThen() && tense != text.Pres: // back in May you could hear the ushers
		return Past
	case c.headsSaying():
		return Past
	case prose.AnyOf(strings.HasSuffix, c.text[:c.start], " go back to ", " goes back to ", " date back to ", " dates back to ", " dating back to "):
		return Happened
	case tense != text.Past && c.limited(): // want an answer by the meeting in December
		return Future
	case c.fixedNow():
		return Future
	case c.couldBy(), strings.Contains(c.Told(), " will have "): // will have closed by Monday
		return Future
	case c.prep == "follows": // the move follows Tuesday's declaration
		return Past
	case c.afterEvents(): // the fourth this year, after cuts in January
		return Past
	case c.sinceEvent(): // stalled since a vote on Sept. 27, faces
		return Past
	case c.befellThen(): // is charged with murder in the crash on March 11
		return Happened
	case c.delivers():
		return Future
	case prose.AnyOf(strings.HasSuffix, c.text[:c.start], " to last until ", " put off to "), c.lasts(), c.fallsThen(), c.schedules():
		return Future
	case c.doneThen():
		return Past
	case c.whenDone(): // agreed to free them on Wednesday, when the envoy delivered a letter
		return Past
	case c.saidThen(), c.byThen(pastAuxiliaries): // by the end of February they had sold
		return Past
	case strings.HasSuffix(c.text[:c.start], " to ") && LastOf(c.said, PlanMoved) && !c.CalledOff(): // moved to Nov. 30
		return Future
	case c.planned() || c.granted() || c.planFollows():
		return Future
	case tense == text.Past && c.scheduledNow():
		return Future
	case tense == text.Past || tense == text.Fut && c.couldNot():
		return Past
	case tense == text.Fut && c.compared(): // will pay more than it bid in January
		return Unclear
	case tense == text.Fut, tense != text.Past && c.scheduled():
		return Future
	case Limits.Has(c.prep) && (tense == text.Pres || tense == 0 && c.prep != "by"), tense == 0 && c.prep == "by" && strings.Count(c.said, " ") > 3: // suspended until Thursday; we see 8 percent by the third quarter
		return Future
	}
	return Unclear
}

// backThen reports whether "back" right before the date says that it lies back, and not that somebody is or comes back on it: "I told them back in April we would".
func (c *Clause) backThen() bool {
	said, ok := strings.CutSuffix(c.text[:c.start], "ack in ")
	if !ok || len(said) == 0 {
		return false
	}
	if said = said[:len(said)-1]; len(said) == 0 || prose.AnyOf(strings.HasSuffix, said, ", ", ". ", "\n", "\"", "“", " from ") {
		return true
	}
	words := c.Words()
	for k := len(words) - 1; k >= max(0, len(words)-7); k-- {
		if Modals.Has(words[k]) || words[k] == "to" { // said they would report back in
			return false
		}
		if SayingPast.Has(words[k]) {
			return true
		}
	}
	return false
}

// limited reports whether the date is that of an event by which something is to be done: "by the Edinburgh meeting in".
func (c *Clause) limited() bool {
	told := c.Told()
	i := prose.LastIndex(told, " by the ")
	return i >= 0 && strings.Count(told[i:], " ") <= 6 && strings.HasSuffix(told, " in ")
}

// headsSaying reports whether the date begins a clause that says who said something then, whatever that was of: "on March 17 the government said it would pay".
func (c *Clause) headsSaying() bool {
	head := strings.TrimLeft(c.said, " \"“")
	if i := max(strings.LastIndexByte(head, ','), strings.LastIndexByte(head, ':')); i >= 0 {
		head = strings.TrimLeft(head[i+1:], " ")
	}
	if head != "on " && head != "On " && head != "in " && head != "In " && head != "and on " && head != "but on " {
		return false
	}
	k := 0
	for word := range strings.FieldsSeq(c.after(c.end)) {
		switch {
		case SayingPast.Has(word):
			return k > 0
		case k > 3 || Modals.Has(word) || strings.HasSuffix(word, ","):
			return false
		}
		k++
	}
	return false
}

// afterEvents reports whether the date is that of what the clause is told to come after, with no plan or possibility in the sentence: "after quarter-point cuts in January".
func (c *Clause) afterEvents() bool {
	if c.prep != "in" && c.prep != "on" {
		return false
	}
	_, then, ok := strings.Cut(c.Told(), " after ")
	if !ok || strings.Contains(then, " to ") {
		return false
	}
	for _, word := range c.Words() {
		if Modals.Has(word) {
			return false
		}
	}
	for word := range strings.FieldsSeq(then) {
		if Plans.Get(word) != 0 && !prose.DatePrepositions.Has(word) {
			return false
		}
	}
	return true
}

// sinceEvent reports whether the date is that of an event since which something is so: "stalled since a regional vote on Sept. 27".
func (c *Clause) sinceEvent() bool {
	if c.prep != "on" {
		return false
	}
	clause := c.Told()
	i := prose.LastIndex(clause, " since ")
	return i >= 0 && prose.Determiners.Has(prose.After(clause, i+len(" since"))) && strings.Count(clause[i:], " ") <= 7
}

// couldBy reports whether the date is one by which something could or may be done: "makers could start producing doses by mid-July, later than was hoped".
func (c *Clause) couldBy() bool {
	if c.prep != "by" {
		return false
	}
	clause := c.said
	i := max(prose.LastIndex(clause, " could "), prose.LastIndex(clause, " may "), prose.LastIndex(clause, " might "))
	return i >= 0 && !strings.ContainsAny(clause[i:], ",") && !strings.Contains(clause[i:], " have ")
}

// lasts reports whether what has been so is to go on until the date: "a reward has been offered until".
func (c *Clause) lasts() bool {
	if c.prep != "until" && c.prep != "till" && c.prep != "through" {
		return false
	}
	window := c.said
	if main, ok := strings.CutSuffix(window, ", "+c.prep+" "); ok { // It will change nothing more, it added, until
		i := strings.LastIndexByte(main, ',')
		words := strings.Fields(main[i+1:])
		if n := len(words); i >= 0 && n > 0 && n <= 4 && (SayingPast.Has(words[n-1]) || words[n-1] == "added") && (strings.Contains(main[:i], " will ") || strings.Contains(main[:i], " would ")) {
			return true
		}
	}
	if i := max(prose.LastIndex(window, " has "), prose.LastIndex(window, " have ")); i >= 0 && c.prep == "through" && strings.Count(window[i:], " ") <= 6 && text.IsParticiple(prose.After(window, i+len(" has"))) { // has cleared its calendar through December
		return true
	}
	i := max(prose.LastIndex(window, " has been "), prose.LastIndex(window, " have been "))
	if i < 0 || strings.Count(window[i:], " ") > 6 || strings.Contains(window[i:], ",") {
		return false
	}
	been := i + strings.Index(window[i:], " been ") + len(" been")
	return text.IsParticiple(prose.After(window, been)) // and not: has been fine until
}

// compared reports whether the date belongs to a comparison behind the verb of its sentence.
func (c *Clause) compared() bool {
	window := c.said
	i := prose.LastIndex(window, " than ")
	if i < 0 {
		return false
	}
	for word := range strings.FieldsSeq(window[i:]) {
		if Modals.Has(word) {
			return false
		}
	}
	return strings.Count(window[i:], " ") > 3 // and not: later than in January
}

// wasPlanned reports whether a date was the plan of a time before, of which it may lie on either side: "had been scheduled for 19 January".
func (c *Clause) wasPlanned() bool {
	window := c.said
	i := prose.LastIndex(window, " had been ")
	if i < 0 {
		return false
	}
	words := strings.Fields(window[i+len(" had been "):])
	return len(words) == 2 && Plans.Get(words[0])&PlanDue != 0 && (words[1] == "for" || words[1] == "on")
}

var (
	// unfinished stands before a participle that is not past.
	unfinished = wordlist.SetOf("be is are being get gets to not never")
)

// Limits are the prepositions of a date up to which what is so now goes on, or must be done.
var Limits = wordlist.SetOf("until till by")

// Passive are the auxiliaries of the passive.
var Passive = wordlist.SetOf("is are was were be been being")
