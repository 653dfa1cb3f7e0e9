package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/holiday"
	"dateline/timeline/timex/internal/prose"
)

// point completes the parts of a date.
func (z *resolver) point(e *expr.Expr) (p expr.Parts, basis Basis, anchor calendar.Date) {
	p, basis, anchor = z.stretch(e)
	if e.Parts.Has(expr.HasFace) && (e.Parts.Has(expr.HasDay|expr.HasWeekday) || e.Rel.Set) && !strings.Contains(z.text[e.Start:e.End], "morning") && !z.earlyHour(e) { // half past three yesterday
		e.Parts.Hour = wakingHour(p.Hour)
		p.Hour = e.Parts.Hour
	}
	if e.DayOf != 0 {
		p = dayWithin(p, e.DayOf)
	}
	if e.WeekOf != 0 && p.Has(expr.HasMonth) && p.Has(expr.HasYear) && p.Year > 0 {
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

// weekWithin is a week of a month by its number, the last one for -1: the calendar's week that has most of the first seven days of the month, of the next seven, and so on; or its weekend.
func weekWithin(p expr.Parts, nth int, weekend bool) expr.Parts {
	i, _ := p.Interval()
	if i.IsZero() {
		return p
	}
	day := i.Start.FirstDay().AddDays(7*(nth-1) + 3)
	if nth < 0 {
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
	case e.Recurs:
		if z.thatEvening(e) { // every afternoon at five
			p.Hour = expr.HourIn(p.Hour, z.told.tod)
			e.Parts.Hour = p.Hour
		}
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
	case p.Holiday != nil, p.Has(expr.HasMonth|expr.HasSeason|expr.HasQuarter|expr.HasHalf) && !(p.Has(expr.HasDay) && !p.Has(expr.HasMonth)):
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

// isBeside reports whether an expression stands right behind the last date, with a comma or "was" between.
func (z *resolver) isBeside(e *expr.Expr) bool {
	if z.near.end > e.Start {
		return false
	}
	between := z.text[z.near.end:e.Start]
	return between == ", " || between == " was "
}

// completeClock finds the day of a time of day that lacks it, and the half of the day of an hour as the clock's face shows it.
func (z *resolver) completeClock(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	if e.Spoken || p.Has(expr.HasFace) || z.thatEvening(e) || z.halfGoesOn(e) {
		hour, known := z.halfOfTold(e)
		if !known && (p.Has(expr.HasFace) || e.Spoken && !z.earlyHour(e)) {
			hour = wakingHour(hour)
		}
		e.Turned = hour != p.Hour
		e.Parts.Hour, p.Hour = hour, hour
	}
	p.Have &^= expr.HasFace
	anchor := z.anchor(expr.Narrative, e.Start)
	if z.speech.IsZero() && !z.event.first.IsZero() && z.event.first == z.event.last && headsEntry(z.text, e) { // an order of the day: "1.30 pm – The ceremony"
		anchor = z.event.first
	}
	switch coarse := anchor.Precision() < calendar.Day; {
	case z.news:
		anchor = z.toldDay(anchor, e)
	case coarse && z.last.Precision() >= calendar.Day && z.last.Truncate(anchor.Precision()) == anchor: // that year's contest. By 3 a.m.
		anchor = z.last
	case coarse && e.Start-z.day.end <= dayReach/2 && !inHours(z.text, e.Start, e.End) && z.clause(e).Around() == text.Past: // the aircraft, delivered in May 1958, left at 16:47
		anchor = z.dayAnchor(expr.Narrative, e.Start)
	}
	if anchor.Precision() == calendar.Day {
		day := anchor
		if (z.pastMidnight(e, anchor) || z.nextDawn(e)) && !(z.ofWriting(anchor) && z.clause(e).Around() == text.Past) { // nothing past is of the day after
			day = anchor.AddDays(1)
		} else if p.Hour == 24 && z.ofWriting(anchor) && justAfter(z.text, e.Start) && z.clause(e).Around() == text.Past { // hit a pillar shortly after midnight: that in which the day began
			day = anchor.AddDays(-1)
		} else if p.Hour == 24 && z.beginsEntry(e, anchor) { // Wednesday, 21 August. Shortly after midnight
			day, e.Aside = anchor.AddDays(-1), true
		}
		if p.Hour == 24 && p.Minute > 0 { // five past twelve, of the night that has gone on into the next day
			day, p.Hour, e.Parts.Hour = day.AddDays(1), 0, 0
		}
		p.SetDay(day)
	}
	return p, Completed, anchor
}

// ofWriting reports whether a day is that of the publication, and of no diary's entry.
func (z *resolver) ofWriting(day calendar.Date) bool {
	return z.news && z.diary.timex == 0 && day == z.speech
}

// justAfter reports whether something came right after the midnight at byte offset at: "shortly after midnight", "After midnight they danced".
func justAfter(t string, at int) bool {
	switch after := prose.Before(t, at); after {
	case "After":
		return true
	case "after", "past":
		return closely.HasFold(prose.Before(t, at-1-len(after)))
	}
	return false
}

// closely stand before "after" and "past".
var closely = wordlist.SetOf("shortly just soon long well minutes")

// inHours reports whether the clock time text[start:end] is one end of hours from when to when, which may be those of every day: "a shift from 6 a.m. to 4 p.m."
func inHours(text string, start, end int) bool {
	switch prose.Before(text, start) {
	case "from", "between", "to", "until", "and":
		return true
	}
	return strings.HasPrefix(text[end:], " to ") || strings.HasPrefix(text[end:], " until ")
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
