package timex

import (
	"cmp"
	"math"
	"slices"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

// A text gives a day with its year once, and may name it again without: "began on 20 May 1941 … 20 May: the bombing that morning".

// stated is a day that a text gives with its year.
type stated struct{ month, day, year int }

func (s stated) compare(other stated) int {
	return cmp.Or(cmp.Compare(s.month, other.month), cmp.Compare(s.day, other.day), cmp.Compare(s.year, other.year))
}

// date is the day; no date where the month has none such.
func (s stated) date() calendar.Date {
	day, _ := calendar.OfDay(s.year, s.month, s.day)
	return day
}

// statedDays are the days that a text gives with their years, in order.
type statedDays []stated

// fullDay is what a day with its month and year has.
const fullDay = expr.HasDay | expr.HasMonth | expr.HasYear

// note takes the days of a block in place of those known.
func (d *statedDays) note(found []expr.Expr) {
	days := (*d)[:0]
	for k := range found {
		if e := &found[k]; e.Kind == expr.Point && e.Parts.Have&fullDay == fullDay {
			days = append(days, stated{e.Parts.Month, e.Parts.Day, e.Parts.Year})
		}
	}
	slices.SortFunc(days, stated.compare)
	*d = slices.Compact(days)
}

// emptied is the room for those of another text; no more than for limit days of it is kept.
func (d statedDays) emptied(limit int) statedDays {
	if cap(d) > limit {
		return nil
	}
	return d[:0]
}

// of are those on the day of a year that an expression lacking it names.
func (d statedDays) of(e *expr.Expr) statedDays {
	if !e.Parts.Has(expr.HasDay) {
		return nil
	}
	month, day := e.Parts.Month, e.Parts.Day
	first, _ := slices.BinarySearchFunc(d, stated{month, day, math.MinInt}, stated.compare)
	last, _ := slices.BinarySearchFunc(d, stated{month, day, math.MaxInt}, stated.compare)
	return d[first:last]
}

// has reports whether the text gives a day.
func (d statedDays) has(year, month, day int) bool {
	_, ok := slices.BinarySearchFunc(d, stated{month, day, year}, stated.compare)
	return ok
}

// inYear reports whether one of them, which are all on one day of the year, is in a year.
func (d statedDays) inYear(year int) bool {
	return len(d) > 0 && d.has(year, d[0].month, d[0].day)
}
