package tense

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// A plan that came to nothing is told of when its day has come.

// thwarted reports whether a clause behind the day tells in the past what came between: "were to leave on Sunday, but the plane broke down".
func (c *Clause) thwarted() bool {
	_, then, ok := strings.Cut(c.after(c.start), ", but ")
	if !ok {
		return false
	}
	words := strings.Fields(then)
	for k, word := range words[:min(5, len(words))] {
		if text.IsPast(word) || word == "was" || word == "were" {
			return k > 0
		}
	}
	return false
}

// CalledOff reports whether the sentence around a date goes on to say that nothing came of the plan, as one tells when the date has come.
func (c *Clause) CalledOff() bool {
	rest := c.after(c.start)
	return callsOff(rest) || prose.AnyOf(strings.Contains, rest, ", finally ", " is now due ", " is now expected ", " are now due ", " are now expected ")
}

// CallsOff reports whether what a day has, text[start:end], is called off before it: "has cancelled a third of Sunday's flights".
func (c *Clause) CallsOff() bool {
	return strings.HasPrefix(c.rest(), "'s ") && callsOff(c.said)
}

// callsOff reports whether a text has a word by which a plan comes to nothing, or "off" behind "called" or "put".
func callsOff(said string) bool {
	prev := ""
	for word := range strings.FieldsSeq(said) {
		word = strings.Trim(word, ".,;:\"")
		if stops.Get(word)&PlanOff != 0 || word == "off" && puts.Has(prev) {
			return true
		}
		prev = word
	}
	return false
}

// puts are verbs that call off with "off".
var puts = wordlist.SetOf("call calls called calling put puts putting")
