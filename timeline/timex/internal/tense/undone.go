package tense

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// A plan that came to nothing is told of when its day has come.

// thwarted reports whether a clause behind the day at offset start tells in the past what came between: "were to leave on Sunday, but the plane broke down".
func thwarted(t string, start int) bool {
	_, then, ok := strings.Cut(prose.SentenceAfter(t, start, prose.SentenceReach), ", but ")
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
func CalledOff(t string, start int) bool {
	return prose.AnyOf(strings.Contains, prose.SentenceAfter(t, start, prose.SentenceReach), " called off", " cancelled", " canceled", " scrapped", " abandoned", " put off", " postponed", " delayed", ", finally ")
}

// CallsOff reports whether what a day has, text[start:end], is called off before it: "has cancelled a third of Sunday's flights".
func CallsOff(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], "'s ") {
		return false
	}
	return prose.AnyOf(strings.Contains, prose.SentenceBefore(t, start, prose.SentenceReach), "cancelled ", "canceled ", "called off ", "scrapped ", "postponed ", "calls off ", "cancels ", "postpones ")
}
