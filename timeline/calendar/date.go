package calendar

import (
	"errors"
	"fmt"
)

// Date is a civil date: a year, a month of a year, a day, or a clock time of a day. The zero Date is no
// date. Dates are comparable with ==; Compare orders them.
type Date struct {
	year                 int32
	month, day           int8
	hour, minute, second int8
	precision            Precision
	zone                 int16 // minutes east of UTC, where zoned
	zoned                bool
}

// Years outside these bounds are refused: EDTF's and ISO 8601's plain form has four digits.
const (
	MinYear = -9999
	MaxYear = 9999
)

// ErrNoSuchDate is wrapped by the error for a date that no calendar holds, such as 30 February.
var ErrNoSuchDate = errors.New("no such date")

// OfYear is the date of a whole year (astronomical: 0 is 1 BC), MinYear to MaxYear.
func OfYear(y int) (Date, error) {
	if y < MinYear || y > MaxYear {
		return Date{}, fmt.Errorf("year %d: %w", y, ErrNoSuchDate)
	}
	return Date{year: int32(y), precision: Year}, nil
}

// OfMonth is the date of a whole month, 1 to 12.
func OfMonth(y, m int) (Date, error) {
	d, err := OfYear(y)
	if err != nil {
		return Date{}, err
	}
	if m < 1 || m > 12 {
		return Date{}, fmt.Errorf("month %d of %d: %w", m, y, ErrNoSuchDate)
	}
	d.month, d.precision = int8(m), Month
	return d, nil
}

// OfDay is the date of a day.
func OfDay(y, m, day int) (Date, error) {
	d, err := OfMonth(y, m)
	if err != nil {
		return Date{}, err
	}
	if day < 1 || day > DaysIn(y, m) {
		return Date{}, fmt.Errorf("day %d of %s: %w", day, d, ErrNoSuchDate)
	}
	d.day, d.precision = int8(day), Day
	return d, nil
}

// Must gives the date and panics where there is an error: for literals in tables and tests.
func Must(d Date, err error) Date {
	if err != nil {
		panic(err)
	}
	return d
}

// At is the clock time h:m:s of the day d, to the given precision (Hour, Minute or Second); what is finer
// than that is dropped. 24:00 is midnight at the day's end, and second 60 a leap second, as in ISO 8601.
func (d Date) At(h, m, s int, p Precision) (Date, error) {
	if d.precision < Day || p < Hour {
		return Date{}, fmt.Errorf("clock time %02d:%02d of %q: %w", h, m, d.String(), ErrNoSuchDate)
	}
	if h == 24 && m == 0 && s == 0 {
		d, h = d.AddDays(1), 0
	}
	if h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60 {
		return Date{}, fmt.Errorf("clock time %02d:%02d:%02d: %w", h, m, s, ErrNoSuchDate)
	}
	d.hour, d.minute, d.second, d.precision = int8(h), 0, 0, p
	if p >= Minute {
		d.minute = int8(m)
	}
	if p >= Second {
		d.second = int8(s)
	}
	return d, nil
}

// In is the clock time d in a zone given in minutes east of UTC. A date without a clock time has no zone
// and stays as it is.
func (d Date) In(minutesEast int) Date {
	if d.precision >= Hour {
		d.zone, d.zoned = int16(minutesEast), true
	}
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.precision == None }

// Precision is Year, Month, Day, Hour, Minute or Second; None for no date.
func (d Date) Precision() Precision { return d.precision }

// Year is the astronomical year.
func (d Date) Year() int { return int(d.year) }

// Month is 1 to 12, or 0 where the date is a year.
func (d Date) Month() int { return int(d.month) }

// Day is the day of the month, or 0 where the date is coarser.
func (d Date) Day() int { return int(d.day) }

// Clock is the clock time as far as the date's precision goes.
func (d Date) Clock() (hour, minute, second int) { return int(d.hour), int(d.minute), int(d.second) }

// Zone is the zone in minutes east of UTC, and whether the date has one.
func (d Date) Zone() (minutesEast int, ok bool) { return int(d.zone), d.zoned }

// Truncate gives d at precision p (Year, Month, Day, Hour or Minute), or d itself where it is no finer.
func (d Date) Truncate(p Precision) Date {
	if d.precision <= p {
		return d
	}
	if p < Minute {
		d.minute = 0
	}
	if p < Hour {
		d.hour, d.zone, d.zoned = 0, 0, false
	}
	if p < Day {
		d.day = 0
	}
	if p < Month {
		d.month = 0
	}
	d.second, d.precision = 0, p
	return d
}

// FirstDay is the first day of d: of the year, of the month, or the day itself.
func (d Date) FirstDay() Date {
	if d.IsZero() {
		return d
	}
	d = d.Truncate(Day)
	d.month, d.day, d.precision = max(d.month, 1), max(d.day, 1), Day
	return d
}

// LastDay is the last day of d.
func (d Date) LastDay() Date {
	if d.IsZero() || d.precision >= Day {
		return d.Truncate(Day)
	}
	if d.precision == Year {
		d.month = 12
	}
	d.day, d.precision = int8(DaysIn(int(d.year), int(d.month))), Day
	return d
}
