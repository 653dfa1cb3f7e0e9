package timex

import (
	"strings"

	"dateline/timeline/text"
)

// A plan that came to nothing is told of when its day has come.

// thwarted reports whether a clause behind the day at offset start tells in the past what came between: "were to leave on Sunday, but the plane broke down".
func thwarted(t string, start int) bool {
	_, then, ok := strings.Cut(sentenceAfter(t, start, planReach), ", but ")
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

// calledOff reports whether the sentence around a date goes on to say that nothing came of the plan, as one tells when the date has come.
func calledOff(t string, start int) bool {
	return anyOf(strings.Contains, sentenceAfter(t, start, planReach), " called off", " cancelled", " canceled", " scrapped", " abandoned", " put off", " postponed", " delayed")
}

// callsOff reports whether what a day has, text[start:end], is called off before it: "has cancelled a third of Sunday's flights".
func callsOff(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], "'s ") && !strings.HasPrefix(t[end:], "’s ") {
		return false
	}
	return anyOf(strings.Contains, sentenceBefore(t, start, planReach), "cancelled ", "canceled ", "called off ", "scrapped ", "postponed ", "calls off ", "cancels ", "postpones ")
}
