package tense

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// What tells that a date is past though its clause goes on to what is to come.

// reduced reports whether the date belongs to a participle that describes who or what the clause goes on about: "two men arrested on Saturday are to appear",
// and not "the vote planned for Friday will".
func (c *Clause) reduced() bool {
	if !prose.Finite.Has(c.next()) {
		return false
	}
	if c.next() == "had" { // training runs on Thursday and Friday had left her 19th
		return true
	}
	words := c.Words()
	for k := len(words) - 1; k > 0; k-- {
		switch word := words[k]; {
		case prose.Finite.Has(word), Plans.Get(word) != 0, word == "and" || word == "but": // it passed 44 degrees on Monday, and Saturday will be worse
			return false
		case text.IsParticiple(word):
			return !prose.Finite.Has(words[k-1]) || words[k-1] == "were" || words[k-1] == "was"
		}
	}
	return false
}

// relativePast reports whether the date ends a relative clause that tells something past, whatever its main clause goes on to: "the union, which suspended them on Thursday, will
// send".
func (c *Clause) relativePast() bool {
	if !strings.HasPrefix(c.rest(), ", ") {
		return false
	}
	window := c.said
	i := max(prose.LastIndex(window, ", which "), prose.LastIndex(window, ", who "))
	if i < 0 || strings.Contains(window[i+2:], ",") || strings.Contains(window[i:], " will ") { // who won the vote of May 25 and will be sworn in on Saturday,
		return false
	}
	words := strings.Fields(window[i:])
	if n := len(words); n > 3 && Plans.Get(words[n-1])&PlanPresent != 0 { // which arrived last Thursday and leaves Tuesday,
		return false
	}
	return len(words) > 2 && text.IsPast(words[2]) && Plans.Get(words[2]) == 0
}

// putForward reports whether the date ends a participle between the subject and its verb, which tells what was done before it: "the plan, put forward on Saturday, would cut".
func (c *Clause) putForward() bool {
	if !strings.HasPrefix(c.rest(), ", ") || !prose.Finite.Has(prose.After(c.text, c.end+1)) {
		return false
	}
	window := c.said
	i := prose.LastIndex(window, ", ")
	if i < 0 {
		return false
	}
	for word := range strings.FieldsSeq(window[i+1:]) {
		if Plans.Get(word) != 0 { // imposed on Saturday and due to end on Wednesday
			return false
		}
	}
	word := prose.After(window, i+1)
	return text.IsParticiple(word) || word == "put" || word == "set"
}

// hadThen reports whether what was on the date, or on it and the day behind "and", had done something: "training runs on Thursday and Friday had left her 19th"; or
// the plan for it came to nothing by another wish: "had planned to go on Sunday but changed her mind".
func (c *Clause) hadThen() bool {
	if c.prep != "on" {
		return false
	}
	rest := c.rest()
	if second := prose.After(rest, len(" and")); strings.HasPrefix(rest, " and ") && prose.IsName(second) {
		rest = rest[len(" and ")+len(second):]
	}
	if but := prose.After(rest, len(" but")); strings.HasPrefix(rest, " but ") && text.IsPast(but) && !ToldVerbs.Has(but) {
		return strings.Contains(c.said, " had planned ") || strings.Contains(c.said, " had been due ")
	}
	return strings.HasPrefix(rest, " had ")
}

// afterEvent reports whether the date is that of an event which something to come follows: "will play on after a draw at home on Saturday".
func (c *Clause) afterEvent() bool {
	if c.prep != "on" {
		return false
	}
	window := prose.SentenceBefore(c.text, c.start, 2*prose.SentenceReach)
	i := prose.LastIndex(window, " after a ")
	return i >= 0 && !strings.ContainsAny(window[i:], ",") && strings.Contains(window[:i], " will ")
}

// befellThen reports whether the date is that of a mishap, of which something is told now: "is charged with murder in the crash on March 11".
func (c *Clause) befellThen() bool {
	if c.prep != "on" && c.prep != "of" && (c.prep != "in" || c.Around() == text.Fut) { // and not: will report on the incident in the autumn
		return false
	}
	words := c.Words()
	n := len(words)
	return n > 3 && Mishaps.Get(words[n-2])&MishapNoun != 0 && (prose.Determiners.Has(words[n-3]) || prose.Determiners.Has(words[n-4]))
}

// doneThen reports whether a participle right before the date's preposition tells what had been done then: "a goal set in March", "the plan announced in May".
func (c *Clause) doneThen() bool {
	if c.prep != "in" && c.prep != "on" {
		return false
	}
	words := c.Words()
	n := len(words)
	if n < 3 {
		return false
	}
	word, noun := words[n-2], words[n-3]
	if word == "forecast" && c.prep == "in" { // half the rate forecast in June
		return !Passive.Has(noun) && !prose.IsDigit(noun[0]) && !prose.Determiners.Has(noun)
	}
	if word != "set" && (!text.IsParticiple(word) || Plans.Get(word) != 0) || prose.Finite.Has(noun) || Passive.Has(noun) || unfinished.Has(noun) || noun == "having" {
		return false
	}
	return n > 3 && articles.Has(words[n-4])
}

// whenDone reports whether a clause on what happened on a date stands right behind it.
func (c *Clause) whenDone() bool {
	rest, ok := strings.CutPrefix(c.rest(), ", when ")
	if !ok {
		return false
	}
	words := strings.Fields(rest[:min(len(rest), prose.SentenceReach)])
	for k, word := range words[:min(5, len(words))] {
		if word == "supposed" || Plans.Get(word) != 0 && k > 0 && (words[k-1] == "was" || words[k-1] == "were") { // when it was supposed to have landed
			return false
		}
		if k > 0 && k+1 < len(words) && (word == "was" || word == "were") && Plans.Get(words[k+1]) == 0 && words[k+1] != "to" && !text.IsParticiple(words[k+1]) { // a bigger majority than in May, when it was 412 to 96
			return true
		}
		if text.IsPast(word) || SayingPast.Has(word) {
			return k > 0 && !Passive.Has(words[k-1]) || k > 0 && (words[k-1] == "was" || words[k-1] == "were")
		}
	}
	return false
}

// saidThen reports whether text[start:end] is the day of a saying: "said in January that prices would fall", and not "said Monday's vote".
func (c *Clause) saidThen() bool {
	if strings.HasPrefix(c.rest(), "'") {
		return false
	}
	verb, at := c.prep, c.start
	if verb == "in" || verb == "on" {
		at -= len(verb) + 1
		verb = prose.Before(c.text, at)
	}
	return SayingPast.Has(verb) && prose.Before(c.text, at-len(verb)-1) != "be" // will be announced in July
}

// couldNot reports whether the sentence before the date tells what could not be: "neither could be reached Wednesday".
func (c *Clause) couldNot() bool {
	window := c.said
	if Limits.Has(c.prep) { // told reporters that they would not be ready until February
		return false
	}
	if i := prose.LastIndex(window, " would "); i >= 0 && strings.HasPrefix(window[i:], " would not ") || strings.Contains(window, " wouldn't ") { // would not comment Wednesday
		return !strings.Contains(window, " said ")
	}
	if strings.Contains(window, " will ") || strings.Contains(window, " would ") || strings.Contains(window, " warned ") { // warned that it could not pay after Labor Day
		return false
	}
	if prose.AnyOf(strings.Contains, window, "could barely", "could hardly", "could not", "couldn't") {
		return true
	}
	if perceived(c.after(c.start)) || perceived(window) {
		return true
	}
	i := prose.LastIndex(window, " could ")
	return i >= 0 && prose.AnyOf(strings.Contains, window[:i], "either", "o one", "obody")
}

// perceived reports whether a sentence tells what its teller heard or saw: "on the evening of the 1st of July we could hear the guns". What others could see may be to come.
func perceived(sentence string) bool {
	for rest := sentence; ; {
		i := strings.Index(rest, " could ")
		if i < 0 {
			return false
		}
		teller := prose.Before(rest, i+1)
		if senses.Has(prose.After(rest, i+len(" could"))) && tellers.Has(teller) {
			return true
		}
		rest = rest[i+len(" could"):]
	}
}

// tellers stand for who tells a story or a review: "at the opening one could see why".
var tellers = wordlist.SetOf("I We we one")

// senses are verbs of what somebody perceives.
var senses = wordlist.SetOf("hear see feel smell")

// awaiting stands before the day of what has not come yet: "awaiting Friday's ruling".
var awaiting = wordlist.SetOf("await awaits awaiting awaited before until till by pending expect expects expected of")

// SayingPast are the verbs of saying whose day stands right behind them, whatever they foretell.
var SayingPast = wordlist.SetOf("said told announced warned predicted reported declared testified wrote ruled acknowledged pledged vowed")
