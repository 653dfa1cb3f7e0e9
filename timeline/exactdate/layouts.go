package exactdate

import (
	"time"

	"github.com/araddon/dateparse"

	"dateline/timeline/calendar"
)

// layouts are the ones that a plain form may have, each with the precision it gives. dateparse finds the layout of a
// string; one that is not here is refused, because it stands for a string that no rule foresaw.
var layouts = map[string]calendar.Precision{
	"2006-01-02":          calendar.Day,
	"2006-01-02 15:04":    calendar.Minute,
	"2006-01-02 15:04:05": calendar.Second,
	"20060102":            calendar.Day,
	"20060102150405":      calendar.Second,
	"Jan 02 2006":         calendar.Day,
	"Jan 2 2006":          calendar.Day,
	"02 Jan 2006":         calendar.Day,
	"2 Jan 2006":          calendar.Day,
}

// monthLayouts are what dateparse has no layout for.
var monthLayouts = []string{"Jan 2006", "2006 Jan"}

// byLayout reads a plain form: a date of one of the layouts, and after it perhaps a clock time "15:04" or
// "15:04:05".
func byLayout(plain string) (calendar.Date, error) {
	for _, layout := range monthLayouts {
		if t, err := time.ParseInLocation(layout, plain, time.UTC); err == nil {
			return calendar.OfMonth(t.Year(), int(t.Month()))
		}
	}
	day, clock := cutClock(plain)
	layout, err := dateparse.ParseFormat(day)
	precision, known := layouts[layout]
	if err != nil || !known {
		return calendar.Date{}, whyNot(day)
	}
	t, err := time.ParseInLocation(layout, day, time.UTC)
	if err != nil {
		return calendar.Date{}, whyNot(day)
	}
	d, err := calendar.OfDay(t.Year(), int(t.Month()), t.Day())
	if err != nil || precision == calendar.Day && clock == "" {
		return d, err
	}
	if precision > calendar.Day {
		if clock != "" {
			return calendar.Date{}, errForm
		}
		return d.At(t.Hour(), t.Minute(), t.Second(), precision)
	}
	return calendar.Parse(d.String() + "T" + clock)
}

// whyNot tells a form that is unknown from a day that the month does not have, which dateparse does not.
func whyNot(day string) error {
	for layout := range layouts {
		if _, err := time.ParseInLocation(layout, day, time.UTC); err != nil {
			if parseError, ok := err.(*time.ParseError); ok && parseError.Message == ": day out of range" {
				return calendar.ErrNoSuchDate
			}
		}
	}
	return errForm
}
