package timex

import (
	"strings"

	"dateline/timeline/text"
)

// noteRecurring finds the months, seasons and days of a narrative that come every year: what is told of them in the present tense, "summers are hot and rain
// falls from July", while the past is told in its own. They belong to no year, and the narrative does not go to them.
func (z *resolver) noteRecurring(found []expr) {
	recurring := false
	for k := range found {
		e := &found[k]
		if _, incomplete := dated(e); !incomplete {
			continue
		}
		e.recurs = z.customary(e) || k > 0 && found[k-1].recurs && (found[k-1].ranged || z.goesOnSilent(&found[k-1], e))
		recurring = recurring || e.recurs
	}
	if recurring && z.toldInPresent(found) {
		for k := range found {
			found[k].recurs = false
		}
	}
}

// toldInPresent reports whether the past itself is told in the present tense, "In 1914 Austria is at war", as the tense around the stated dates shows.
func (z *resolver) toldInPresent(found []expr) bool {
	past, present := 0, 0
	for k := range found {
		if stated, _ := dated(&found[k]); !stated {
			continue
		}
		switch text.TenseAround(z.text, found[k].start, found[k].end) {
		case text.Past:
			past++
		case text.Pres:
			present++
		}
	}
	return present*2 > past
}

// goesOnSilent reports whether nothing tells the tense of the clause around expression e, which stands in one paragraph with the one before.
func (z *resolver) goesOnSilent(last, e *expr) bool {
	return last.end <= e.start && strings.IndexByte(z.text[last.end:e.start], '\n') < 0 && text.TenseAround(z.text, e.start, e.end) == 0
}

var (
	// customs are the auxiliaries that tell in the present tense what is so, or can or should be done, whenever a time of the year has come.
	customs = wordSet("is are do does can should cannot")
	// callings follow an auxiliary that only gives a name: "in what is known as the August Decrees".
	callings = wordSet("known called considered said thought believed")
)

// closeBehind is how many bytes before a day of the year its auxiliary may stand: "is celebrated on 30 September".
const closeBehind = 32

// customary reports whether the clause around a date tells what is always so.
func (z *resolver) customary(e *expr) bool {
	before := sentenceBefore(z.text, e.start, planReach)
	if e.start > len(before) && z.text[e.start-len(before)-1] == '"' { // said, of the time of the saying
		return false
	}
	if e.parts.has(hasDay) || e.parts.holiday != nil {
		if !tellsCustom(before[max(0, len(before)-closeBehind):]) {
			return false
		}
	} else if !tellsCustom(before) && !tellsCustom(sentenceAfter(z.text, e.end, planReach)) {
		return false
	}
	t := text.TenseAround(z.text, e.start, e.end)
	return t == text.Pres || t == text.Fut
}

// tellsCustom reports whether one of the words of a text is an auxiliary that tells what is always so.
func tellsCustom(said string) bool {
	custom := false
	for word := range strings.FieldsSeq(said) {
		if custom && !callings[word] {
			return true
		}
		custom = customs[word]
	}
	return custom
}
