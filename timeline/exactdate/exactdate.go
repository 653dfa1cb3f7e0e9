// Package exactdate reads strings that are a date and nothing else: a publication date from metadata, a
// file's header line, a JSONL field, an option of the command line.
//
// In comes one string and the order of day and month to assume where its numbers do not tell; out goes a
// civil date as precise as the string, or an error. The parts run in this order:
//
//	ISO 8601 is read as it stands                         (calendar.Parse)
//	the weekday and the zone are taken off and remembered (normalize.go)
//	ordinals, month names and numeric forms become plain  (normalize.go, numeric.go)
//	dateparse names the layout, if it is one of layouts    (layouts.go)
//	the weekday is checked and the zone put back
//
// The date is the one written: it is never shifted to another zone. dateparse alone would take many a string for a
// date that is none ("may 5 people", "3.14"), so nothing reaches it but the plain forms above.
package exactdate

import (
	"errors"
	"fmt"
	"strings"

	"dateline/timeline/calendar"
)

// Order is the order of day and month in numeric dates.
type Order uint8

const (
	AutoOrder  Order = iota // month first with slashes and hyphens, day first with dots
	MonthFirst              // 03/11/2020 is in March
	DayFirst                // 03/11/2020 is in November
)

// Parse reads a date: ISO 8601, RFC 3339, RFC 1123, RFC 822, the output of date(1), epoch seconds, and the
// written and numeric forms of English ("Wednesday, 11 March 2020", "13.02.2019", "March 2020"). Junk around
// it, a weekday that does not fit and a date without a year are refused. The error quotes s; it wraps
// calendar.ErrNoSuchDate for a date that no calendar holds.
func Parse(s string, order Order) (calendar.Date, error) {
	d, err := parse(s, order)
	if err != nil {
		return calendar.Date{}, fmt.Errorf("date %q: %w", s, err)
	}
	return d, nil
}

var (
	errForm    = errors.New("not a date in a known form")
	errWeekday = errors.New("the weekday does not fit the date")
)

// longest is the length in bytes above which no string is a date.
const longest = 64

func parse(s string, order Order) (calendar.Date, error) {
	if len(s) > longest {
		return calendar.Date{}, errForm
	}
	s = strings.Join(strings.Fields(s), " ")
	if d, err := calendar.Parse(s); err == nil || errors.Is(err, calendar.ErrNoSuchDate) {
		return d, unwrapped(err)
	}
	if d, ok := epoch(s); ok {
		return d, nil
	}
	p, err := normalize(s, order)
	if err != nil {
		return calendar.Date{}, err
	}
	d, err := byLayout(p.plain)
	if err != nil {
		return calendar.Date{}, err
	}
	if p.hasWeekday && (d.Precision() < calendar.Day || d.Weekday() != p.weekday) {
		return calendar.Date{}, errWeekday
	}
	if p.zoned {
		d = d.In(p.zone)
	}
	return d, nil
}

// unwrapped leaves out the quotation of the string that calendar.Parse puts around its error.
func unwrapped(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}
