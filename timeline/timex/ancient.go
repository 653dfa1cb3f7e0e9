package timex

import "strings"

// Years of the first millennium and before, which a text gives with their era once and then without: "in 70", "in 625".

// ancientPrepositions stand before a year of three digits: "in 625".
var ancientPrepositions = wordSet("in since until by about around circa after before from")

// placesAncient reports whether the words around lexeme i, a number of three digits, can make a year of it: "in 625,", "In 876 Ansgar seized", "at the end of 870".
func (r *run) placesAncient(i int) bool {
	l := &r.lx[i]
	prev, next := before(r.text, l.start), after(r.text, l.end)
	if i > 0 && r.lx[i-1].class == classMod && r.joined(i) && r.text[l.start-1] == ' ' { // in late 210
		prev = before(r.text, r.lx[i-1].start)
	}
	switch {
	case !(prev == "of" && i > 1 && r.lx[i-2].class == classEdge) && !ancientPrepositions[strings.ToLower(prev)]:
		return false
	case dayEnds(r.text, l.end):
		return true
	case r.text[l.end] != ' ' || !isName(next) && !strings.HasSuffix(next, "ed"):
		return false
	}
	return isUpper(prev[0]) || prev == "in" && !counted[next]
}

// settleAncient gives the years of three digits, and of two behind months and seasons, their era, that of the last year of the first millennium or before which the text
// gives in full, and refuses them where it gives none: then they are no years.
func (z *resolver) settleAncient(found []expr) {
	for k := 0; k < len(found) && z.ancient.era == 0; k++ {
		z.ancient.era = statedEra(&found[k])
	}
	if z.ancient.era == 0 && z.tellsAncient(found) {
		z.ancient.era = 1
	}
	z.ancient.course = courseOf(found)
	for k := range found {
		e := &found[k]
		switch {
		case !e.open:
			z.ancient.note(statedEra(e), e.parts.year)
		case e.parts.year < 100 && !z.ancient.short, z.ancient.era == 0 && e.shortEnd > 0 && e.rule != ruleSeason: // August 877 people
			e.end, e.parts.have = e.shortEnd, e.parts.have&^hasYear
		case z.ancient.era == 0 && e.rule == ruleSeason:
		case z.ancient.era == 0:
			e.kind = refused
		default:
			e.parts.year = z.ancient.complete(e.parts.year)
		}
	}
}

// courseOf tells the era of years without one by the course that they take: those of the common era rise from one to the next, 1, those before it fall, -1; 0 where they do neither.
func courseOf(found []expr) int {
	last, rises, falls := 0, 0, 0
	for k := range found {
		if last > 0 && found[k].kind == point && found[k].parts.has(hasYear) && found[k].parts.year >= 1000 { // in 476 … in 788 … In 1202
			rises, last = rises+1, 0
			continue
		}
		if !found[k].open {
			continue
		}
		switch year := found[k].parts.year; {
		case last == 0 || year == last:
		case year > last:
			rises++
		default:
			falls++
		}
		last = found[k].parts.year
	}
	switch {
	case rises > 1 && rises >= 3*falls:
		return 1
	case falls > 1 && falls >= 3*rises:
		return -1
	}
	return 0
}

// statedEra is the era of a year of the first millennium, 1, or before it, -1, that the text gives in full; 0 for any other expression.
func statedEra(e *expr) int {
	switch {
	case e.kind != point || !e.parts.has(hasYear) || e.parts.year >= 1000 || e.open:
		return 0
	case e.parts.year <= 0:
		return -1
	}
	return 1
}

// ancient is what a text has said of years of the first millennium and before.
type ancient struct {
	era        int  // that of its last such year, 1, or -1 before the common era; 0 where it has none
	short      bool // it has told one of less than three digits
	last, past int  // the last year of the common era, and the last before it; 0 for none
	course     int  // what courseOf tells
}

// note takes in a year and the era that it was stated with.
func (a *ancient) note(era, year int) {
	switch {
	case era == 0:
		return
	case era > 0:
		a.last = year
	default:
		a.past = year
	}
	a.era, a.short = era, a.short || abs(year) < 100
}

// complete gives a year without its era the one that the course of such years shows, else that of the last one, unless the other era makes it a close neighbour of what was told before: in an account of the year 70, after
// one look back to 586 BC, "the spring of 73" is none before the common era.
func (a *ancient) complete(year int) int {
	before := astronomical(year, "BC")
	if a.course != 0 {
		a.era = a.course
	} else if a.era != 0 && a.last != 0 && a.past != 0 {
		common, other := abs(year-a.last), abs(before-a.past)
		switch {
		case a.era < 0 && common*4 < other:
			a.era = 1
		case a.era > 0 && other*4 < common:
			a.era = -1
		}
	}
	if a.era < 0 {
		year = before
		a.past = year
		return year
	}
	a.last = year
	return year
}

// tellsAncient reports whether numbers of three digits are years though no other year shows their era: a history has two of them, the first behind "in" and
// each later than the one before, besides years that are sure; or two of them stand behind months.
func (z *resolver) tellsAncient(found []expr) bool {
	last, n, months, sure := 0, 0, 0, false
	for k := range found {
		e := &found[k]
		switch {
		case e.kind != point || !e.parts.has(hasYear):
		case e.open && e.loose:
		case e.open && (e.shortEnd > 0 || e.rule == ruleSeason):
			months++
		case !e.open || e.rule != ruleAncientYear:
			sure = sure || e.parts.year >= 1000 && !e.open
		case n == 0 && before(z.text, e.start) != "in" && before(z.text, e.start) != "In", e.parts.year <= last:
			return false
		default:
			last, n = e.parts.year, n+1
		}
	}
	return !z.news && (n > 1 && sure || months > 1)
}
