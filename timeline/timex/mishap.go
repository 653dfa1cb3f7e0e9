package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/tense"
)

// A report of an accident, an attack or a disaster tells its day once, at its head, and further down when on that day it came: "in the bombing of a restaurant on Tuesday night …
// The bomb went off at 7:40 p.m."

// mishapHead is how many bytes from the head of a report the day of its mishap may stand.
const mishapHead = 700

// noteMishap keeps the day of news that the first sentence on a mishap gives it.
func (z *resolver) noteMishap(e *expr.Expr, day calendar.Date) {
	if !z.news || z.mishap.end > 0 || e.Start > mishapHead || day.Compare(z.speech) > 0 || day.DaysUntil(z.speech) > newsReach {
		return
	}
	said := z.clause(e).Said()
	words := strings.Fields(said)
	for n := len(words) - 1; n >= max(0, len(words)-2); n-- {
		if tense.ToldVerbs.Has(words[n]) || words[n] == "announced" { // police said on Friday
			return
		}
	}
	for _, word := range words {
		if word = strings.Trim(word, ",.\"“”"); tense.Mishaps.Get(word)&(tense.MishapNoun|tense.MishapVerb) != 0 {
			z.mishap = spot{day, e.End}
			return
		}
	}
}
