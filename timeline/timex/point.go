package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// point completes the parts of a date.
func (z *resolver) point(e *expr) (p parts, basis Basis, anchor calendar.Date) {
	p, basis, anchor = z.stretch(e)
	if e.dayOf != 0 {
		p = dayWithin(p, e.dayOf)
	}
	if e.weekOf != 0 && p.has(hasMonth) && p.has(hasYear) && p.year > 0 {
		p = weekWithin(p, e.weekOf, e.weekend)
	}
	if h := e.parts.holiday; h != nil && e.rel.set && e.rel.unit == "M1" && p.has(hasMonth) { // the second Tuesday of next month
		p.setDay(nthWeekday(p.year, p.month, h.weekday, h.nth))
	}
	return p, basis, anchor
}

// weekWithin is a week of a month by its number, the last one for -1: the calendar's week of the day that begins it, counted from the month's first; or its weekend.
func weekWithin(p parts, nth int, weekend bool) parts {
	i, _ := p.interval()
	if i.IsZero() {
		return p
	}
	day := i.Start.FirstDay().AddDays(7 * (nth - 1))
	if nth < 0 {
		day = i.End.LastDay()
	}
	if weekend {
		day = nthWeekday(p.year, p.month, 6, max(nth, 0))
	}
	week := weekOf(day)
	if weekend {
		week.have |= hasWeekend
	}
	return week
}

// dayWithin is a day of a month or year by its number, the last one for -1. A number that the month does not have leaves the month.
func dayWithin(p parts, day int) parts {
	i, _ := p.interval()
	if i.IsZero() {
		return p
	}
	d := i.Start.FirstDay().AddDays(day - 1)
	if day < 0 {
		d = i.End.LastDay()
	}
	if d.Compare(i.End.LastDay()) <= 0 {
		p.setDay(d)
	}
	return p
}

// stretch completes the parts of a date, or those of the month or year that a day is counted in.
func (z *resolver) stretch(e *expr) (p parts, basis Basis, anchor calendar.Date) {
	p = e.parts
	if e.rel.set {
		return z.related(e)
	}
	if p.has(hasTwoDigits) && !z.speech.IsZero() && p.year > z.speech.Year()+10 {
		p.year -= 100
	}
	if p.has(hasTwoDigits) && !p.has(hasDecade) && z.speech.IsZero() && !z.last.IsZero() {
		p.year += (z.last.Year()-p.year+1000050)/100*100 - 1000000 // the nearest year that ends so
	}
	if p.has(hasDecade | hasCentury | hasMillennium) {
		return p, Stated, anchor
	}
	if p.has(hasYear) {
		if p.holiday != nil {
			p.setDay(p.holiday.in(p.year))
		}
		if e.completed {
			return p, Completed, e.completedFrom
		}
		return p, Stated, anchor
	}
	switch {
	case e.recurs:
		return yearless(p), Stated, anchor
	case e.rule == ruleAWeekday:
		if day := z.near.date; z.isBeside(e) && day.Precision() == calendar.Day && int(day.Weekday()) == p.weekday%7 { // on 1 August 1982, a Sunday
			p.setDay(day)
			return p, Relative, day
		}
		return p, Stated, anchor
	case p.has(hasQuarter|hasHalf) && p.has(hasFiscal) && z.news:
		p.year = z.speech.Year()
		p.have |= hasYear
		return p, Completed, z.speech
	case p.holiday != nil && p.holiday.of != 0 && !commemorated(z.text, e.end):
		return p.ofYear(p.holiday.of), Stated, anchor
	case p.holiday != nil, p.has(hasMonth|hasSeason|hasQuarter|hasHalf) && !(p.has(hasDay) && !p.has(hasMonth)):
		return z.completeYear(e, p)
	case p.has(hasDay):
		d, anchor := z.ofMonth(e)
		p.setDay(d)
		return p, Completed, anchor
	case p.has(hasWeekday):
		return z.completeWeekday(e, p)
	case p.has(hasHour | hasTod):
		return z.completeClock(e, p)
	}
	return p, Stated, anchor
}

// isBeside reports whether an expression stands right behind the last date, with a comma or "was" between.
func (z *resolver) isBeside(e *expr) bool {
	if z.near.end > e.start {
		return false
	}
	between := z.text[z.near.end:e.start]
	return between == ", " || between == " was "
}

// completeClock finds the day of a time of day that lacks it, and the half of the day of an hour as the clock's face shows it.
func (z *resolver) completeClock(e *expr, p parts) (parts, Basis, calendar.Date) {
	if e.spoken || p.has(hasFace) || z.thatEvening(e) || z.halfGoesOn(e) {
		hour, known := z.halfOfTold(e)
		if !known && p.has(hasFace) {
			hour = wakingHour(hour)
		}
		e.turned = hour > p.hour
		e.parts.hour, p.hour = hour, hour
	}
	p.have &^= hasFace
	anchor := z.anchor(narrative, e.start)
	switch coarse := anchor.Precision() < calendar.Day; {
	case z.news:
		anchor = z.toldDay(anchor, e)
	case coarse && z.last.Precision() >= calendar.Day && z.last.Truncate(anchor.Precision()) == anchor: // that year's contest. By 3 a.m.
		anchor = z.last
	case coarse && e.start-z.day.end <= dayReach/2 && !inHours(z.text, e.start, e.end) && text.TenseAround(z.text, e.start, e.end) == text.Past: // the aircraft, delivered in May 1958, left at 16:47
		anchor = z.dayAnchor(narrative, e.start)
	}
	if anchor.Precision() == calendar.Day {
		day := anchor
		if z.pastMidnight(e, anchor) || z.nextDawn(e) {
			day = anchor.AddDays(1)
		}
		p.setDay(day)
	}
	return p, Completed, anchor
}

// inHours reports whether the clock time text[start:end] is one end of hours from when to when, which may be those of every day: "a shift from 6 a.m. to 4 p.m."
func inHours(text string, start, end int) bool {
	switch before(text, start) {
	case "from", "between", "to", "until", "and":
		return true
	}
	return strings.HasPrefix(text[end:], " to ") || strings.HasPrefix(text[end:], " until ")
}

// inYear is where in a year the day, month, holiday, season, quarter or half that p names lies, to the day or month; no date where it has none.
func (p *parts) inYear(y int) calendar.Date {
	month := p.month
	switch {
	case p.holiday != nil:
		return p.holiday.in(y)
	case p.has(hasMonth) && p.has(hasDay):
		d, _ := calendar.OfDay(y, p.month, p.day)
		return d
	case p.has(hasMonth):
	case p.has(hasSeason):
		month = seasonStart[p.season]
	case p.has(hasQuarter):
		month = 3*p.quarter - 1
	case p.has(hasHalf):
		month = 6*p.half - 5
	}
	d, _ := calendar.OfMonth(y, month)
	return d
}

// yearless gives a named day that comes every year its month, and its day where that is always the same: "every year on Christmas Eve", "on the second Sunday in
// May".
func yearless(p parts) parts {
	h := p.holiday
	if h == nil {
		return p
	}
	one, other := h.in(2001), h.in(2006)
	if one.Month() == other.Month() {
		p.month, p.have = one.Month(), p.have|hasMonth
	}
	if one.Month() == other.Month() && one.Day() == other.Day() {
		p.day, p.have = one.Day(), p.have|hasDay
	}
	return p
}

// setDay gives the parts a day; no date leaves them as they are.
func (p *parts) setDay(d calendar.Date) {
	if d.IsZero() {
		return
	}
	p.year, p.month, p.day = d.Year(), d.Month(), d.Day()
	p.have |= hasYear | hasMonth | hasDay
}
