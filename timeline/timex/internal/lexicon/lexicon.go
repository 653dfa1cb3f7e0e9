// Package lexicon holds the words that time expressions are made of, by what they can be of one: months, units, "last", "ago". The words
// themselves are in lexicon.txt.
package lexicon

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/internal/wordlist"
)

// Class is the kind of a word or number: what part it can play in a time expression.
type Class uint8

const (
	classNone   Class = iota
	Month             // May
	Weekday           // Sunday
	Era               // BC
	Season            // spring
	Unit              // week
	Periodic          // every, each, per
	Adverb            // daily
	Times             // twice
	Part              // morning
	AmPm              // a.m.
	Zone              // GMT
	Deictic           // yesterday
	Rel               // last, this, next
	OfMonth           // instant, ultimo
	Dir               // ago, later
	Mod               // early
	Edge              // beginning
	Phase             // closing (days of)
	Approx            // nearly
	Compare           // more (than)
	Num               // seven
	Scale             // hundred
	Many              // several
	Half              // half
	Ord               // seventh, 7th
	Tens              // nineties
	Filler            // consecutive
	Fiscal            // fiscal
	Period            // period
	Ended             // ended
	Ref               // now
	Time              // time
	Moment            // moment
	Term              // term
	Then              // then
	Present           // present
	Former            // former
	Future            // future
	Det               // the
	Word              // of
	Old               // old
	Age               // age
	Long              // yearlong
	MidUnit           // midyear
	Holiday           // Christmas Eve
	Int               // 1998, 5
	Decimal           // 2.5
	Clock             // 5:30
	Date              // 2020-03-11, 3/11/2020
	Decade            // 1990s, '90s
	Year2             // '98
	QuarterCode       // Q3
	OClock            // o'clock
	Bad               // a number that is no date: $5, 3.14.2
)

var classNames = map[string]Class{
	"month": Month, "weekday": Weekday, "era": Era, "season": Season, "unit": Unit, "periodic": Periodic,
	"adverb": Adverb, "times": Times, "part": Part, "ampm": AmPm, "zone": Zone, "deictic": Deictic, "rel": Rel,
	"ofmonth": OfMonth, "dir": Dir, "mod": Mod, "edge": Edge, "phase": Phase, "approx": Approx, "compare": Compare, "num": Num, "scale": Scale,
	"many": Many, "half": Half, "ord": Ord, "tens": Tens, "filler": Filler, "fiscal": Fiscal, "period": Period,
	"ended": Ended, "ref": Ref, "time": Time, "moment": Moment, "term": Term, "then": Then, "present": Present, "former": Former, "future": Future,
	"det": Det, "word": Word, "old": Old, "age": Age, "long": Long, "midunit": MidUnit,
}

// Starts tells the classes that can make a time expression of the words around them; a run of lexemes without
// one of them is not looked at.
var Starts = func() (s [Bad + 1]bool) {
	for _, c := range []Class{
		Month, Weekday, Era, Season, Unit, Adverb, Part, AmPm, Deictic, Tens, Period,
		Ref, Time, Moment, Term, Then, Present, Former, Future, Holiday, Clock, Date, Decade, Year2, OClock,
		Fiscal, Rel, OfMonth, QuarterCode, Age, Half, Long, MidUnit, Zone,
	} {
		s[c] = true
	}
	return s
}()

// Entry is a word of the lexicon.
type Entry struct {
	Class  Class
	Value  string // the lexicon's second column
	Number int    // the same as a number, where it is one
	Abbr   bool   // may own a full stop
	Cap    bool   // counts only with a capital initial
	Beside bool   // counts only beside another part of a date or with its full stop
	Plural bool
}

//go:embed lexicon.txt
var lexiconFile string

// lexicon holds every word by its lower-case form, without the full stop of an abbreviation.
var lexicon = wordlist.MapOf(readLexicon(lexiconFile))

func readLexicon(file string) map[string]*Entry {
	words := map[string]*Entry{}
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
			e := &Entry{Class: c, Value: fields[1]}
			e.Number, _ = strconv.Atoi(e.Value)
			e.Abbr, e.Cap = strings.Contains(marks, "."), strings.Contains(marks, "^")
			e.Beside, e.Plural = strings.Contains(marks, "*"), strings.Contains(marks, "+")
			if _, twice := words[word]; !twice { // the first entry of a word counts
				words[word] = e
			}
		}
	}
	return words
}

// MayList reports whether a word may be in the lexicon, by little more than its first and last letters and its length. Most words may not, and need no Lookup.
func MayList(word string) bool { return lexicon.May(word) }

// Lookup finds a word in the lexicon whatever its case.
func Lookup(word string) (*Entry, bool) { return lexicon.Fold(word) }
