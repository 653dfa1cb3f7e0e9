package timex

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// settleAncient gives the years of three digits, and of two behind months and seasons, their era, that of the last year of the first millennium or before which the text
// gives in full, and refuses them where it gives none: then they are no years.
func (z *resolver) settleAncient(found []expr.Expr) {
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
		case !e.Open:
			z.ancient.note(statedEra(e), e.Parts.Year)
		case e.Parts.Year < 100 && !z.ancient.short, z.ancient.era == 0 && e.ShortEnd > 0 && e.Rule != expr.RuleSeason: // August 877 people
			e.End, e.Parts.Have = e.ShortEnd, e.Parts.Have&^expr.HasYear
		case z.ancient.era == 0 && e.Rule == expr.RuleSeason:
		case z.ancient.era == 0:
			e.Kind = expr.Refused
		default:
			e.Parts.Year = z.ancient.complete(e.Parts.Year)
		}
	}
}

// courseOf tells the era of years without one by the course that they take: those of the common era rise from one to the next, 1, those before it fall, -1; 0 where they do neither.
func courseOf(found []expr.Expr) int {
	last, rises, falls := 0, 0, 0
	for k := range found {
		if last > 0 && found[k].Kind == expr.Point && found[k].Parts.Has(expr.HasYear) && found[k].Parts.Year >= 1000 { // in 476 … in 788 … In 1202
			rises, last = rises+1, 0
			continue
		}
		if !found[k].Open {
			continue
		}
		switch year := found[k].Parts.Year; {
		case last == 0 || year == last:
		case year > last:
			rises++
		default:
			falls++
		}
		last = found[k].Parts.Year
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
func statedEra(e *expr.Expr) int {
	switch {
	case e.Kind != expr.Point || !e.Parts.Has(expr.HasYear) || e.Parts.Year >= 1000 || e.Open:
		return 0
	case e.Parts.Year <= 0:
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
	before := expr.Astronomical(year, "BC")
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
func (z *resolver) tellsAncient(found []expr.Expr) bool {
	last, n, months, sure := 0, 0, 0, false
	for k := range found {
		e := &found[k]
		switch {
		case e.Kind != expr.Point || !e.Parts.Has(expr.HasYear):
		case e.Open && e.Loose:
		case e.Open && (e.ShortEnd > 0 || e.Rule == expr.RuleSeason):
			months++
		case !e.Open || e.Rule != expr.RuleAncientYear:
			sure = sure || e.Parts.Year >= 1000 && !e.Open
		case n == 0 && prose.Before(z.text, e.Start) != "in" && prose.Before(z.text, e.Start) != "In", e.Parts.Year <= last:
			return false
		default:
			last, n = e.Parts.Year, n+1
		}
	}
	return !z.news && (n > 1 && sure || months > 1)
}
