package timex

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/holiday"
	"dateline/timeline/timex/internal/prose"
)

// point completes the parts of a date.
func (z *resolver) point(e *expr.Expr) (p expr.Parts, basis Basis, anchor calendar.Date) {
	p, basis, anchor = z.stretch(e)
	if e.DayOf != 0 {
		p = dayWithin(p, e.DayOf)
	}
	if e.WeekOf != 0 && p.Has(expr.HasYear) && p.Year > 0 {
		p = weekWithin(p, e.WeekOf, e.Weekend)
	}
	if h := e.Parts.Holiday; h != nil && e.Rel.Set && e.Rel.Unit == "M1" && p.Has(expr.HasMonth) { // the second Tuesday of next month
		p.SetDay(holiday.NthWeekday(p.Year, p.Month, h.Weekday, h.Nth))
	}
	return p, basis, anchor
}

// toldOf reports whether the expression at byte offset start tells what weekday a day was: "It was a Sunday".
func toldOf(t string, start int) bool {
	return prose.AnyOf(strings.HasSuffix, t[:start], "It was ", "That was ", " it was ", "It is ")
}

// weekWithin is a week of a month or year by its number, the last one for -1: the calendar's week that has most of the first seven days of the month, of the next seven, and so on; or its weekend.
func weekWithin(p expr.Parts, nth int, weekend bool) expr.Parts {
	i, _ := p.Interval()
	if i.IsZero() {
		return p
	}
	day := i.Start.FirstDay().AddDays(7*(nth-1) + 3)
	switch {
	case nth < 0 && !p.Has(expr.HasMonth): // the year's last days may be of the first week of the next
		day = i.End.LastDay().AddDays(-3)
	case nth < 0:
		day = i.End.LastDay()
	}
	if weekend {
		day = holiday.NthWeekday(p.Year, p.Month, 6, max(nth, 0))
	}
	week := weekOf(day)
	if weekend {
		week.Have |= expr.HasWeekend
	}
	return week
}

// dayWithin is a day of a month or year by its number, the last one for -1. A number that the month does not have leaves the month.
func dayWithin(p expr.Parts, day int) expr.Parts {
	within := p
	within.Have &^= expr.HasHour | expr.HasTod
	i, _ := within.Interval()
	if i.IsZero() {
		return p
	}
	d := i.Start.FirstDay().AddDays(day - 1)
	if day < 0 {
		d = i.End.LastDay()
	}
	if d.Compare(i.End.LastDay()) <= 0 {
		p.SetDay(d)
	}
	return p
}

// stretch completes the parts of a date, or those of the month or year that a day is counted in.
func (z *resolver) stretch(e *expr.Expr) (p expr.Parts, basis Basis, anchor calendar.Date) {
	p = e.Parts
	if e.Rel.Set {
		return z.related(e)
	}
	if p.Has(expr.HasTwoDigits) && !z.speech.IsZero() && p.Year > z.speech.Year()+10 {
		p.Year -= 100
	}
	if p.Has(expr.HasTwoDigits) && !p.Has(expr.HasDecade) && z.speech.IsZero() && !z.last.IsZero() {
		p.Year += (z.last.Year()-p.Year+1000050)/100*100 - 1000000 // the nearest year that ends so
	}
	if p.Has(expr.HasTwoDigits) && p.Has(expr.HasDecade) && z.speech.IsZero() && z.last.Year() > 0 && !tellsUpTo(z.found, p.Year) {
		for p.Year >= 100 && p.Year > z.last.Year()+decadeAhead { // the kitchen of 1911, papered in the eighties
			p.Year -= 100
		}
	}
	if p.Has(expr.HasDecade | expr.HasCentury | expr.HasMillennium) {
		return p, Stated, anchor
	}
	if p.Has(expr.HasYear) {
		if p.Holiday != nil {
			p.SetDay(p.Holiday.In(p.Year))
		}
		if e.Completed {
			return p, Completed, e.CompletedFrom
		}
		return p, Stated, anchor
	}
	switch {
	case e.Recurs && !ofAnyWeek(&p) && (!lacksYear(&p) || p.Have == expr.HasQuarter):
		return yearless(p), Stated, anchor
	case e.Rule == expr.RuleAWeekday:
		if day := z.near.date; z.isBeside(e) && day.Precision() == calendar.Day && int(day.Weekday()) == p.Weekday%7 { // on 1 August 1982, a Sunday
			p.SetDay(day)
			return p, Relative, day
		}
		if day := z.day.date; toldOf(z.text, e.Start) && z.day.end > 0 && e.Start-z.day.end <= dayReach && int(day.Weekday()) == p.Weekday%7 { // on 26 December the sea drew back … It was a Sunday
			p.SetDay(day)
			return p, Relative, day
		}
		return p, Stated, anchor
	case p.Has(expr.HasQuarter|expr.HasHalf) && p.Has(expr.HasFiscal) && z.news:
		p.Year = z.speech.Year()
		p.Have |= expr.HasYear
		return p, Completed, z.speech
	case p.Holiday != nil && p.Holiday.Of != 0 && !holiday.Commemorated(z.text, e.End):
		return p.OfYear(p.Holiday.Of), Stated, anchor
	case lacksYear(&p):
		return z.completeYear(e, p)
	case p.Has(expr.HasDay):
		d, anchor := z.ofMonth(e)
		p.SetDay(d)
		return p, Completed, anchor
	case p.Has(expr.HasWeekday):
		return z.completeWeekday(e, p)
	case p.Has(expr.HasHour | expr.HasTod):
		return z.completeClock(e, p)
	}
	return p, Stated, anchor
}

// decadeAhead is how many years ahead of what a narrative has reached a decade without its century may be.
const decadeAhead = 30

// tellsUpTo reports whether an expression states a year, or a later one.
func tellsUpTo(found []expr.Expr, year int) bool {
	return slices.ContainsFunc(found, func(e expr.Expr) bool {
		stated, _ := dated(&e)
		return stated && e.Parts.Year >= year
	})
}

// ofAnyWeek reports whether parts have no more than a weekday and a time of day, of which it is chosen whether they recur.
func ofAnyWeek(p *expr.Parts) bool {
	return p.Have&^(expr.HasZone|expr.HasHour|expr.HasTod|expr.HasWeekday) == 0 && p.Holiday == nil
}

// lacksYear reports whether parts without a year are of a date that comes once in every one.
func lacksYear(p *expr.Parts) bool {
	return p.Holiday != nil || p.Has(expr.HasMonth|expr.HasSeason|expr.HasQuarter|expr.HasHalf) && !(p.Has(expr.HasDay) && !p.Has(expr.HasMonth))
}

// isBeside reports whether an expression stands right behind the last date, with a comma or "was" between.
func (z *resolver) isBeside(e *expr.Expr) bool {
	if z.near.end > e.Start {
		return false
	}
	between := z.text[z.near.end:e.Start]
	return between == ", " || between == " was "
}

// completeClock finds the day of a time of day that lacks it.
func (z *resolver) completeClock(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	if p.Hour == 24 && p.Minute > 0 { // five past twelve, of the night that has gone on into the next day
		p.Hour, e.Parts.Hour = 0, 0
	}
	day, base := z.dayOf(e)
	if day.IsZero() {
		return p, Stated, day
	}
	if day.Compare(base) < 0 { // Wednesday, 21 August. Shortly after midnight
		e.Aside = true
	}
	p.SetDay(day)
	return p, Completed, base
}

// yearless gives a named day that comes every year its month, and its day where that is always the same: "every year on Christmas Eve", "on the second Sunday in
// May".
func yearless(p expr.Parts) expr.Parts {
	h := p.Holiday
	if h == nil {
		return p
	}
	one, other := h.In(2001), h.In(2006)
	if one.Month() == other.Month() {
		p.Month, p.Have = one.Month(), p.Have|expr.HasMonth
	}
	if one.Month() == other.Month() && one.Day() == other.Day() {
		p.Day, p.Have = one.Day(), p.Have|expr.HasDay
	}
	return p
}

// ofAnother reports whether a narrative has come to years in which the day of one year that it names is rather another day of that name: some time before it, or soon after.
// Long after it the day itself is looked back on.
func (z *resolver) ofAnother(h *holiday.Holiday) bool {
	year := z.last.Year()
	return !z.news && !z.last.IsZero() && (year < h.Of-farYears || year > h.Of && year < h.Of+farYears)
}
