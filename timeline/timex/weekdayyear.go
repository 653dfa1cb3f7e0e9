package timex

import (
	"slices"

	"dateline/timeline/calendar"
)

// completeFromWeekdays finds the year of dates that a text without a publication date gives only with a weekday: "Monday, June 16".
// It is the year in which the weekday fits, nearest the full dates that the text gives, else the latest not after Options.Today.
// A date without weekday after such a one follows it, because it has become the narrative's date.
func (z *resolver) completeFromWeekdays(found []expr) {
	stated := calendar.Date{}
	for k := range found {
		if e := &found[k]; k+1 < len(found) && e.kind == point && e.parts.have == hasMonth|hasDay && found[k+1].rule == ruleAWeekday && z.text[e.end:max(e.end, found[k+1].start)] == " was " { // 4 September was a Monday
			e.parts.weekday, e.parts.have = found[k+1].parts.weekday, e.parts.have|hasWeekday
		}
		if p := &found[k].parts; found[k].kind == point && p.has(hasYear) && p.has(hasMonth) && !found[k].rel.set {
			stated, _ = calendar.OfMonth(p.year, p.month)
		}
	}
	var near []int // years of the stated dates before, the last one first
	for k := range found {
		e := &found[k]
		p := &e.parts
		if is, _ := dated(e); is && (len(near) == 0 || near[0] != p.year) {
			near = append([]int{p.year}, near[:min(len(near), yearsKept-1)]...)
		}
		if e.kind != point || !p.has(hasWeekday) || !p.has(hasDay) || !p.has(hasMonth) || p.has(hasYear) || e.rel.set {
			continue
		}
		if !z.news && slices.ContainsFunc(near, func(y int) bool { return e.fitsWeekday(y) || e.fitsWeekday(y+1) }) {
			continue // chart.go finds it among the narrative's dates
		}
		y, anchor := z.weekdayYear(e, stated)
		if y == 0 {
			continue
		}
		p.year = y
		p.have |= hasYear
		e.completed, e.completedFrom = true, anchor
		if z.speech.IsZero() && z.last.IsZero() && stated.IsZero() {
			z.last, _ = calendar.OfDay(y, p.month, p.day)
			z.lastEnd = 0
		}
	}
}

// yearsKept is how many years told before a day are looked at for one in which it has its weekday.
const yearsKept = 4

// fitsWeekday reports whether the expression's day has in the given year the weekday that it names, if it names one.
func (e *expr) fitsWeekday(year int) bool {
	if !e.parts.has(hasDay) || !e.parts.has(hasMonth) {
		return true
	}
	d, err := calendar.OfDay(year, e.parts.month, e.parts.day)
	switch {
	case err != nil: // 29 February
		return false
	case !e.parts.has(hasWeekday):
		return true
	case year <= lastJulian && int(julian(d).Weekday()) == e.parts.weekday%7:
		return true
	}
	return year >= firstGregorian && int(d.Weekday()) == e.parts.weekday%7
}

const (
	// firstGregorian is the year in which the calendar of today was first in use, lastJulian about the last in which much of Europe had the old one: Britain
	// until 1752.
	firstGregorian = 1582
	lastJulian     = 1752
)

// julian is the day in the calendar of today that had the date d in the Julian one.
func julian(d calendar.Date) calendar.Date {
	y := d.Year()
	if d.Month() < 3 { // a leap day left out is missing from its March on
		y--
	}
	return d.AddDays(y/100 - y/400 - 2)
}

// noteCalendar finds out from a full date with its weekday by which calendar the weekdays of a text go.
func (z *resolver) noteCalendar(p *parts) {
	const full = hasYear | hasMonth | hasDay | hasWeekday
	if p.have&full != full {
		return
	}
	if d, err := calendar.OfDay(p.year, p.month, p.day); err == nil {
		z.julian = int(d.Weekday()) != p.weekday%7 && p.year <= lastJulian && int(julian(d).Weekday()) == p.weekday%7
	}
}

// weekdayOf is the weekday of a day by the calendar of the text, 0 for Sunday.
func (z *resolver) weekdayOf(d calendar.Date) int {
	if z.julian {
		d = julian(d)
	}
	return int(d.Weekday())
}

// weekdayYear is the year in which the expression's day has its weekday; 0 where nothing says which of several.
func (z *resolver) weekdayYear(e *expr, stated calendar.Date) (int, calendar.Date) {
	switch {
	case !z.speech.IsZero():
		t := yearTense(z.text, e.start, e.end)
		for n := range 12 {
			for _, y := range [2]int{z.speech.Year() - n, z.speech.Year() + n} {
				d, err := calendar.OfDay(y, e.parts.month, e.parts.day)
				if err != nil || !e.fitsWeekday(y) {
					continue
				}
				if days := z.speech.DaysUntil(d); t == pastTense && days > 0 && n > 0 || t == futureTense && days < 0 && n > 0 {
					continue
				}
				return y, z.speech
			}
		}
	case !stated.IsZero():
		for n := range 12 {
			if e.fitsWeekday(stated.Year() + n) {
				return stated.Year() + n, stated
			}
			if e.fitsWeekday(stated.Year() - n) {
				return stated.Year() - n, stated
			}
		}
	case !z.o.Today.IsZero():
		for y := z.o.Today.Year(); y > z.o.Today.Year()-12; y-- {
			if d, err := calendar.OfDay(y, e.parts.month, e.parts.day); err == nil && e.fitsWeekday(y) && d.Compare(z.o.Today.LastDay()) <= 0 {
				return y, z.o.Today
			}
		}
	}
	return 0, calendar.Date{}
}
