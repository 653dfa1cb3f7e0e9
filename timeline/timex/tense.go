package timex

import "dateline/timeline/text"

// tense is where the clause around an expression places it.
type tense int8

const (
	pastTense   tense = -1
	unclear     tense = 0
	futureTense tense = 1
)

// tenseAt tells the tense of the clause around text[start:end], by text.TenseAround, which needs neither tags nor a tree.
func tenseAt(t string, start, end int) tense {
	switch text.TenseAround(t, start, end) {
	case text.Past:
		return pastTense
	case text.Fut:
		return futureTense
	}
	return unclear
}
