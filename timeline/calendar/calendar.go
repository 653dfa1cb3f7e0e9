// Package calendar holds civil dates as prose gives them: as precise as the text is and no more, and
// without a zone unless the text names one.
//
// A Date is a year, a month, a day or a clock time of a day; an Interval runs from one Date to another,
// both included, and either end may be open. Years are astronomical and the calendar is the proleptic
// Gregorian one, as in ISO 8601: year 0 is 1 BC, 50 BC is -0049. Nothing here reads a clock or knows
// the machine's time zone.
//
// Files: date.go (the date and its parts), arithmetic.go (adding, comparing, weekdays), iso.go (reading
// and writing ISO 8601), interval.go (intervals), edtf.go (ISO 8601-2 forms).
package calendar

import "fmt"

// Precision says how finely a date or an expression fixes the time. A finer precision is greater.
type Precision uint8

// The precisions, coarse to fine. A Date itself has Year, Month, Day, Hour, Minute or Second; the
// others name stretches that prose has words for and that an Interval spells out in years, months or days.
const (
	None Precision = iota
	Millennium
	Century
	Decade
	Year
	Half
	Quarter
	Season
	Month
	Week
	Day
	Hour
	Minute
	Second
)

var precisions = [...]string{"", "millennium", "century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "hour", "minute", "second"}

// String is the precision's name in lower case, as the JSON has it; None is the empty string.
func (p Precision) String() string { return precisions[p] }

// MarshalText writes the precision's name.
func (p Precision) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a precision's name.
func (p *Precision) UnmarshalText(b []byte) error {
	for i, name := range precisions {
		if name == string(b) {
			*p = Precision(i)
			return nil
		}
	}
	return fmt.Errorf("%q is no precision", b)
}
