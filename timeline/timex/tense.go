package timex

import (
	"strings"

	"dateline/timeline/text"
)

// tense is where the clause around an expression places it.
type tense int8

const (
	pastTense   tense = -1
	unclear     tense = 0
	futureTense tense = 1
)

// tenseAt tells the tense of the clause around text[start:end], by text.TenseAround, which needs neither tags nor a tree. A plan
// told in the past still lies ahead: "they planned to leave on Thursday", "as early as Tuesday".
func tenseAt(t string, start, end int) tense {
	switch text.TenseAround(t, start, end) {
	case text.Past:
		if planned(t, start) {
			return futureTense
		}
		return pastTense
	case text.Fut:
		return futureTense
	}
	if planned(t, start) {
		return futureTense
	}
	return unclear
}

// planWords come before the infinitive of what is still to happen.
var planWords = wordSet(`planned plans planning plan set scheduled expected expects due agreed agrees ready supposed slated wants wanted hopes hoped vowed promised
	ordered asked intends intended prepared preparing likely urged invited proposed pledged decided deadline forced threatened bound`)

// planReach is how many bytes before an expression its plan may be told.
const planReach = 90

// planned reports whether "to" and a verb after a plan word, or "as early as" and the like, stand before offset start in its sentence.
func planned(t string, start int) bool {
	window := t[max(0, start-planReach):start]
	if i := strings.LastIndexAny(window, ".;?!\n\""); i >= 0 {
		window = window[i+1:]
	}
	if strings.HasSuffix(window, " soon as ") || strings.HasSuffix(window, " early as ") {
		return true
	}
	i := strings.LastIndex(window, " to ")
	return i >= 0 && planWords[before(window, i)]
}
