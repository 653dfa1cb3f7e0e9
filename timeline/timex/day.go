package timex

import (
	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/tense"
)

// monthReach is how many bytes after a date of a month a day alone may be of it.
const monthReach = 1500

// ofMonth finds the month of a day alone: the one that the text has reached, or the next where the day would otherwise lie back;
// with none reached, that of the publication, before or after it by the tense. It is no date where neither is known.
func (z *resolver) ofMonth(e *expr.Expr) (day, anchor calendar.Date) {
	at := func(months calendar.Date) calendar.Date {
		d, _ := calendar.OfDay(months.Year(), months.Month(), e.Parts.Day) // no date where the month has no such day
		return d
	}
	if e.Parts.Has(expr.HasWeekday) { // Thursday the 13th
		return z.ofWeekday(e, at)
	}
	last, end := z.last, z.lastEnd
	if z.heardOf(e) {
		last, end = z.hearing.day.date, e.Start
	}
	if said := e.Start - z.near.end; z.near.date.Precision() >= calendar.Month && said > 0 && said <= len(", and on ") { // twice the previous month, on the 4th and the 12th
		last, end = z.near.date, z.near.end
	}
	if last.Precision() < calendar.Month && !z.day.date.IsZero() && e.Start-z.day.end <= dayReach/2 { // it renounced the pact of 1932, and on the 30th it bombed the city
		last, end = z.day.date, z.day.end
	}
	if z.news && last.Precision() >= calendar.Month && last.DaysUntil(z.speech) > newsReach && !z.sameParagraph(end, e.Start) && !z.stated.has(last.Year(), last.Month(), e.Parts.Day) { // one worry is the man who was hurt on the 19th
		last = calendar.Date{}
	}
	if last.Precision() >= calendar.Month && e.Start-end <= monthReach {
		d := at(last)
		if next := at(last.Truncate(calendar.Month).AddMonths(1)); last.Precision() >= calendar.Day && e.Parts.Day < last.Day() &&
			last.DaysUntil(next) <= 15 && !next.IsZero() {
			d = next
		}
		return d, last
	}
	if !z.news {
		return calendar.Date{}, calendar.Date{}
	}
	d := at(z.speech)
	switch t := z.clause(e).At(); {
	case t == tense.Future && e.Parts.Day < z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(1))
	case t != tense.Future && e.Parts.Day > z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(-1))
	}
	return d, z.speech
}

// ofWeekday finds the month of a day with its weekday: the nearest one to the publication, or to the date reached, in which the two go together.
func (z *resolver) ofWeekday(e *expr.Expr, at func(calendar.Date) calendar.Date) (day, anchor calendar.Date) {
	if anchor = z.last; z.news {
		anchor = z.speech
	}
	if z.heardOf(e) {
		anchor = z.hearing.day.date
	}
	if anchor.Precision() < calendar.Month {
		return calendar.Date{}, calendar.Date{}
	}
	month := anchor.Truncate(calendar.Month)
	for n := range 7 {
		for _, step := range [2]int{n, -n} {
			if d := at(month.AddMonths(step)); !d.IsZero() && int(d.Weekday()) == e.Parts.Weekday%7 {
				return d, anchor
			}
		}
	}
	return calendar.Date{}, calendar.Date{}
}
