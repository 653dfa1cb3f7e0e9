package timex

import (
	"strings"

	"dateline/timeline/text"
)

// noteRecurring finds the months, seasons and days of a narrative that come every year: what is told of them in the present tense, "summers are hot and rain
// falls from July", while the past is told in its own. They belong to no year, and the narrative does not go to them.
func (z *resolver) noteRecurring(found []expr) {
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
	if present*2 > past { // the past itself is told in the present tense: "In 1914 Austria declares war"
		return
	}
	for k := range found {
		e := &found[k]
		if _, incomplete := dated(e); !incomplete {
			continue
		}
		e.recurs = z.customary(e) || k > 0 && found[k-1].recurs && (found[k-1].ranged || z.silent(e) && strings.IndexByte(z.text[found[k-1].end:max(e.start, found[k-1].end)], '\n') < 0)
	}
}

var (
	// customs are the auxiliaries that tell in the present tense what is so, or can or should be done, whenever a time of the year has come.
	customs = wordSet("is are do does can should cannot")
	// callings follow an auxiliary that only gives a name: "in what is known as the August Decrees".
	callings = wordSet("known called considered said thought believed")
)

// customary reports whether the clause around a date tells what is always so. A day of the year stands close behind it: "is celebrated on 30 September".
func (z *resolver) customary(e *expr) bool {
	before := sentenceBefore(z.text, e.start, planReach)
	if e.start > len(before) && z.text[e.start-len(before)-1] == '"' { // said, of the time of the saying
		return false
	}
	if t := text.TenseAround(z.text, e.start, e.end); t != text.Pres && t != text.Fut {
		return false
	}
	words := strings.Fields(before)
	if e.parts.has(hasDay) || e.parts.holiday != nil {
		return tellsCustom(words[max(0, len(words)-4):])
	}
	return tellsCustom(words) || tellsCustom(strings.Fields(sentenceAfter(z.text, e.end, planReach)))
}

// tellsCustom reports whether one of the words is an auxiliary that tells what is always so.
func tellsCustom(words []string) bool {
	for k, word := range words {
		if customs[word] && (k+1 == len(words) || !callings[words[k+1]]) {
			return true
		}
	}
	return false
}

// silent reports whether nothing tells the tense of the clause around an expression.
func (z *resolver) silent(e *expr) bool { return text.TenseAround(z.text, e.start, e.end) == 0 }
