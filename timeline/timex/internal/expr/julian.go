package expr

import "dateline/timeline/calendar"

// FitsWeekday reports whether the expression's day has in the given year the weekday that it names, if it names one.
func (e *Expr) FitsWeekday(year int) bool {
	if !e.Parts.Has(HasDay) || !e.Parts.Has(HasMonth) {
		return true
	}
	d, err := calendar.OfDay(year, e.Parts.Month, e.Parts.Day)
	switch {
	case err != nil: // 29 February
		return false
	case !e.Parts.Has(HasWeekday):
		return true
	case year <= LastJulian && int(Julian(d).Weekday()) == e.Parts.Weekday%7:
		return true
	}
	return year >= firstGregorian && int(d.Weekday()) == e.Parts.Weekday%7
}

const (
	// firstGregorian is the year in which the calendar of today was first in use.
	firstGregorian = 1582
	// LastJulian is about the last year in which much of Europe had the old one: Britain until 1752.
	LastJulian = 1752
)

// Julian is the day in the calendar of today that had the date d in the Julian one.
func Julian(d calendar.Date) calendar.Date {
	y := d.Year()
	if d.Month() < 3 { // a leap day left out is missing from its March on
		y--
	}
	return d.AddDays(y/100 - y/400 - 2)
}
