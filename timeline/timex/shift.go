package timex

import (
	"math"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

// countedFrom is the precision a date needs for a unit to be counted from it, where it needs more than a year.
var countedFrom = map[string]calendar.Precision{"D": calendar.Day, "W": calendar.Day, "WE": calendar.Day, "M1": calendar.Month, "Q": calendar.Month}

// yearsIn is how many years the units of many years have.
var yearsIn = map[string]int{"DE": 10, "C": 100}

// shift moves a date by an amount and gives it at the amount's precision.
func shift(d calendar.Date, a expr.Amount, dir int) (expr.Parts, bool) {
	n := int(a.Number.Value*2+0.5) / 2
	if n > 20000 || d.IsZero() || d.Precision() < countedFrom[a.Unit] {
		return expr.Parts{}, false
	}
	if n = n * dir; a.Number.Value != math.Trunc(a.Number.Value) || len(a.More) > 0 {
		if p, ok, broken := shiftBroken(d, a, dir); broken {
			return p, ok
		}
	}
	switch a.Unit {
	case "D":
		return dayParts(d.AddDays(n))
	case "W":
		if n == 0 {
			return weekOf(d), true
		}
		return dayParts(d.AddDays(7 * n))
	case "WE":
		w := weekOf(d.AddDays(7 * n))
		w.Have |= expr.HasWeekend
		return w, true
	case "M1":
		if half := a.Number.Value - math.Trunc(a.Number.Value); half > 0 && d.Precision() >= calendar.Day { // ended three and a half months later
			d = d.AddDays(dir * int(half*monthDays))
		}
		m := d.Truncate(calendar.Month).AddMonths(n)
		return expr.Parts{Have: expr.HasYear | expr.HasMonth, Year: m.Year(), Month: m.Month()}, !m.IsZero()
	case "Q":
		m := d.Truncate(calendar.Month).AddMonths(3 * n)
		return quarterOf(m), !m.IsZero()
	case "Y":
		return yearParts(d.Year()+n, expr.HasYear, 1)
	case "DE":
		return yearParts(d.Year()+10*n, expr.HasDecade, 10)
	case "C":
		return yearParts(d.Year()+100*n, expr.HasCentury, 100)
	}
	return expr.Parts{}, false
}

// monthDays is how many days a part of a month is a part of.
const monthDays = 30

// shiftBroken is shift by an amount of years with a part of one: "two and a half years ago", "a year and two months ago", "half a century ago". broken is false for
// other amounts, whose part says nothing at their precision.
func shiftBroken(d calendar.Date, a expr.Amount, dir int) (p expr.Parts, ok, broken bool) {
	years, many := yearsIn[a.Unit]
	half := a.Number.Value != math.Trunc(a.Number.Value)
	switch {
	case many && half:
		p, ok = yearParts(d.Year()+dir*int(a.Number.Value*float64(years)), expr.HasYear, 1)
		return p, ok, true
	case a.Unit != "Y":
		return expr.Parts{}, false, false
	}
	months := int(a.Number.Value * 12)
	switch {
	case len(a.More) > 0 && a.More[0].Unit == "M1":
		months += int(a.More[0].Number.Value)
	case !half:
		return expr.Parts{}, false, false
	case d.Precision() < calendar.Month:
		m := d.Truncate(calendar.Month).AddMonths(dir * months)
		return expr.Parts{Have: expr.HasYear, Year: m.Year()}, !m.IsZero(), true
	}
	p, ok = shift(d, expr.Amount{Number: expr.Number{Value: float64(months)}, Unit: "M1"}, dir)
	return p, ok, true
}
