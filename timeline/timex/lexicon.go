package timex

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// class is the kind of a lexeme: what part it can play in a time expression.
type class uint8

const (
	classNone class = iota
	classMonth
	classWeekday
	classEra
	classSeason
	classUnit
	classPeriodic // every, each, per
	classAdverb   // daily
	classTimes    // twice
	classPart     // morning
	classAmPm
	classZone
	classDeictic     // yesterday
	classRel         // last, this, next
	classDir         // ago, later
	classMod         // early
	classEdge        // beginning
	classPhase       // closing (days of)
	classApprox      // nearly
	classCompare     // more (than)
	classNum         // seven
	classScale       // hundred
	classMany        // several
	classHalf        // half
	classOrd         // seventh, 7th
	classTens        // nineties
	classFiller      // consecutive
	classFiscal      // fiscal
	classPeriod      // period
	classEnded       // ended
	classRef         // now
	classTime        // time
	classMoment      // moment
	classTerm        // term
	classThen        // then
	classPresent     // present
	classFormer      // former
	classFuture      // future
	classDet         // the
	classWord        // of
	classOld         // old
	classAge         // age
	classLong        // yearlong
	classMidyear     // midyear
	classHoliday     // Christmas Eve
	classInt         // 1998, 5
	classDecimal     // 2.5
	classClock       // 5:30
	classDate        // 2020-03-11, 3/11/2020
	classDecade      // 1990s, '90s
	classYear2       // '98
	classQuarterCode // Q3
	classOClock      // o'clock
	classBad         // a number that is no date: $5, 3.14.2
)

var classNames = map[string]class{
	"month": classMonth, "weekday": classWeekday, "era": classEra, "season": classSeason, "unit": classUnit, "periodic": classPeriodic,
	"adverb": classAdverb, "times": classTimes, "part": classPart, "ampm": classAmPm, "zone": classZone, "deictic": classDeictic, "rel": classRel,
	"dir": classDir, "mod": classMod, "edge": classEdge, "phase": classPhase, "approx": classApprox, "compare": classCompare, "num": classNum, "scale": classScale,
	"many": classMany, "half": classHalf, "ord": classOrd, "tens": classTens, "filler": classFiller, "fiscal": classFiscal, "period": classPeriod,
	"ended": classEnded, "ref": classRef, "time": classTime, "moment": classMoment, "term": classTerm, "then": classThen, "present": classPresent, "former": classFormer, "future": classFuture,
	"det": classDet, "word": classWord, "old": classOld, "age": classAge, "long": classLong, "midyear": classMidyear,
}

// starts tells the classes that can make a time expression of the words around them; a run of lexemes without
// one of them is not looked at.
var starts = func() (s [classBad + 1]bool) {
	for _, c := range []class{
		classMonth, classWeekday, classEra, classSeason, classUnit, classAdverb, classPart, classAmPm, classDeictic, classTens, classPeriod,
		classRef, classTime, classMoment, classTerm, classThen, classPresent, classFormer, classFuture, classHoliday, classClock, classDate, classDecade, classYear2, classOClock,
		classFiscal, classRel, classQuarterCode, classAge, classHalf, classLong, classMidyear, classZone,
	} {
		s[c] = true
	}
	return s
}()

// entry is a word of the lexicon.
type entry struct {
	class  class
	value  string // the lexicon's second column
	number int    // the same as a number, where it is one
	abbr   bool   // may own a full stop
	cap    bool   // counts only with a capital initial
	beside bool   // counts only beside another part of a date or with its full stop
	plural bool
}

//go:embed data/lexicon.txt
var lexiconFile string

// lexicon holds every word by its lower-case form, without the full stop of an abbreviation.
var lexicon = readLexicon(lexiconFile)

// noEntry is that of a number, which is no word.
var noEntry entry

// longestWord is the length in bytes of the lexicon's longest word.
const longestWord = 13

func readLexicon(file string) map[string]*entry {
	words := map[string]*entry{}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		c, known := classNames[fields[0]]
		if !known || len(fields) < 3 {
			panic(fmt.Sprintf("lexicon.txt:%d: %q is no entry", number+1, line))
		}
		for _, form := range fields[2:] {
			word := strings.TrimRight(form, ".^*+")
			marks := form[len(word):]
			e := &entry{class: c, value: fields[1]}
			e.number, _ = strconv.Atoi(e.value)
			e.abbr, e.cap = strings.Contains(marks, "."), strings.Contains(marks, "^")
			e.beside, e.plural = strings.Contains(marks, "*"), strings.Contains(marks, "+")
			if _, twice := words[word]; !twice { // the first entry of a word counts
				words[word] = e
			}
		}
	}
	return words
}

// listed is a word of the lexicon among those of its shape.
type listed struct {
	word  string
	entry *entry
	next  uint16 // the next one of the shape in lists; 0 for none
}

// shapes gives for every shape that words of the lexicon have the first of them in lists, and 0 for the others: so most words cost one look.
var shapes, lists = func() (first [1 << 14]uint16, lists []listed) {
	lists = append(lists, listed{})
	for _, word := range slices.Sorted(maps.Keys(lexicon)) {
		lists = append(lists, listed{word, lexicon[word], first[shape(word)]})
		first[shape(word)] = uint16(len(lists) - 1)
	}
	return first, lists
}()

// shape is a word's first and last letter and its length, folded to 14 bits; no longer than longestWord.
func shape(word string) int {
	return int(word[0]&0x1f)<<9 | int(word[len(word)-1]&0x1f)<<4 | len(word)
}

// mayList reports whether a word has the shape of one in the lexicon; most have not.
func mayList(word string) bool { return len(word) <= longestWord && shapes[shape(word)] != 0 }

// lookup finds a word in the lexicon whatever its case.
func lookup(word string) (*entry, bool) {
	if len(word) == 0 || len(word) > longestWord {
		return nil, false
	}
	for k := shapes[shape(word)]; k != 0; k = lists[k].next {
		if equalLower(lists[k].word, word) {
			return lists[k].entry, true
		}
	}
	return nil, false
}

// equalLower reports whether a word is another one, in lower case and as long, whatever its case.
func equalLower(lower, word string) bool {
	for i := range len(word) {
		if word[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
