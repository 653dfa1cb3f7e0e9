package timex

import (
	"math"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// completeYear finds the year of a date that lacks it.
func (z *resolver) completeYear(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	if p.Holiday != nil && p.Holiday.Month != 0 && z.besideDay(e) { // last Wednesday, Independence Day: which differs from country to country
		p.SetDay(z.near.date)
		return p, Relative, z.near.date
	}
	if z.ofNearYear(e) {
		return p.OfYear(z.near.date.Year()), Completed, z.near.date
	}
	simple, from := z.simpleYear(e)
	if p.Has(expr.HasWeekday) && p.Has(expr.HasDay) && simple == e.ChartYear && e.FitsWeekday(simple) { // no other year near has that day
		return p.OfYear(simple), Completed, from
	}
	chosen := z.yearOf(e, simple, from)
	if e.Recurs = chosen.every; e.Recurs {
		return yearless(p), Stated, calendar.Date{}
	}
	if chosen.base.IsZero() {
		return p, Completed, chosen.base
	}
	return p.OfYear(chosen.year), Completed, chosen.base
}

// ofNearYear reports whether a date is told of what the year right before it tells apart: "the 1859 eruption, which began on 22 March".
func (z *resolver) ofNearYear(e *expr.Expr) bool {
	if z.near.end < yearDigits || z.near.end >= e.Start || e.Start-z.near.end > nearYearReach || z.nearUnit != calendar.Year || !strings.EqualFold(prose.Before(z.text, z.near.end-yearDigits), "the") {
		return false
	}
	thing, clause, ok := strings.Cut(z.text[z.near.end:e.Start], ", which ")
	return ok && strings.Count(thing, " ") == 1 && text.IsPast(clause[:prose.FirstWord(clause)])
}

const (
	// yearDigits is how many bytes a year has.
	yearDigits = 4
	// nearYearReach is how many bytes behind such a year the date may stand.
	nearYearReach = 60
)

// simpleYear is the year that a simple rule takes for a date that lacks it, and the date that it is taken from, none where there is no such: the nearest one to the day of writing by the tense of its clause; without
// such a day that of the way through the narrative, else the nearest one to what the narrative has reached.
func (z *resolver) simpleYear(e *expr.Expr) (year int, from calendar.Date) {
	p := &e.Parts
	switch {
	case z.isByword(e):
		return 2001, z.speech
	case !z.speech.IsZero():
		t := z.clause(e).WithoutYear()
		if prep := prose.Before(z.text, e.Start); t == tense.Past && (prep == "On" || prep == "In") { // On June 4, he resigned
			t = tense.Happened
		}
		year, from = nearestYear(p, z.speech, t), z.speech
	case e.ChartYear != 0:
		year = e.ChartYear
		from, _ = calendar.OfYear(year)
	case !z.last.IsZero():
		year, from = nearestYear(p, z.last, tense.Unclear), z.last
	}
	return year, from
}

// besideDay reports whether a holiday stands between commas right behind the day that it is.
func (z *resolver) besideDay(e *expr.Expr) bool {
	return z.news && z.near.end == z.day.end && z.near.end < e.Start && z.text[z.near.end:e.Start] == ", " && z.near.date.Precision() >= calendar.Day && prose.AnyOf(strings.HasPrefix, z.text[e.End:], ",", ".", " –", " —", ";")
}

// isByword reports whether a day without its year stands for what happened on it in 2001: "the Sept. 11 attacks", and in spring "since September 11".
func (z *resolver) isByword(e *expr.Expr) bool {
	if p := &e.Parts; p.Month != 9 || p.Day != 11 || z.speech.Year() <= 2001 {
		return false
	}
	if strings.HasPrefix(z.text[e.End:], " attack") || strings.HasPrefix(z.text[e.End:], " terror") || strings.HasPrefix(z.text[e.End:], " hijack") {
		return true
	}
	behind := z.speech.Month() < 9 || z.speech.Month() == 9 && z.speech.Day() < 11
	return behind && bywords.HasFold(prose.Before(z.text, e.Start))
}

// bywords stand before a day by which an event is meant.
var bywords = wordlist.SetOf("since after before despite until")

// datelineDays is how far an article's day may lie before what it tells of, by its time zone or an error.
const datelineDays = 2

// nearestYear is the year in which a date lies nearest to another, where those that the tense does not lead to are farther away.
func nearestYear(p *expr.Parts, ref calendar.Date, t tense.Tense) int {
	best, nearest := ref.Year(), math.MaxInt
	for year := ref.Year() - 1; year <= ref.Year()+1; year++ {
		d := p.InYear(year)
		if d.IsZero() {
			continue
		}
		days := ref.DaysUntil(d)
		if d.Precision() == calendar.Month && d == ref.Truncate(calendar.Month) || p.Has(expr.HasHalf) && year == ref.Year() && (ref.Month()-1)/6+1 == p.Half { // the one that runs
			days = 0
		}
		far := abs(days)
		switch {
		case t == tense.Future && days < 0 && d.Precision() == calendar.Day: // a day that will be is hardly ever behind, however near
			far = far*8 + 60
		case t == tense.Happened && days > datelineDays:
			far += 366
		case t == tense.Past && days > 0, t == tense.Future && days < 0:
			if far = far*3 + 60; d.Precision() == calendar.Month && t == tense.Past && !p.Has(expr.HasQuarter) {
				far *= 2
			}
			if p.Has(expr.HasQuarter) && days <= 45 { // results are told in the quarter after theirs
				far /= 3
			}
		}
		if far < nearest {
			best, nearest = year, far
		}
	}
	return best
}
