package calendar

import (
	"fmt"
	"strings"
)

// EDTF is the interval in the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, EDTF
// specification of February 2019): 2014-05/2016-03 for a stretch, 199X and 19XX for a decade and a
// century, 1929-23 for a season, 2024-34 for a quarter, ".." for an open end, 2019~ for an approximate date.
// precision is that of the expression and tells a decade from ten years counted otherwise.
//
// Where the specification leaves a choice, the form is one that readers are known to take: the ends of an
// approximate stretch are marked part by part (~1997/~1999), approximate decades, seasons and quarters are
// written as such a stretch, an open one goes unmarked. EDTF has clock times only with seconds and outside
// intervals; elsewhere the day is written. No interval is the empty string.
func (i Interval) EDTF(precision Precision, approximate bool) string {
	if i.IsZero() {
		return ""
	}
	if i.Start == i.End && i.Start.precision == Second {
		return i.Start.String()
	}
	start, end := i.Start.Truncate(Day), i.End.Truncate(Day)
	named := i.named(precision)
	switch {
	case named != "" && !approximate:
		return named
	case start.IsZero():
		return "../" + end.String()
	case end.IsZero():
		return start.String() + "/.."
	case start == end && approximate:
		return start.String() + "~"
	case start == end:
		return start.String()
	case approximate:
		return eachApproximate(start) + "/" + eachApproximate(end)
	}
	return start.String() + "/" + end.String()
}

// eachApproximate marks the year, month and day each as approximate (EDTF level 2).
func eachApproximate(d Date) string {
	s, sign := d.String(), ""
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		s, sign = rest, "-"
	}
	return "~" + sign + strings.ReplaceAll(s, "-", "-~")
}

// named gives the short form of a stretch that EDTF has one for.
func (i Interval) named(p Precision) string {
	a, b := i.Start, i.End
	if a.IsZero() || b.IsZero() || a.precision != b.precision {
		return ""
	}
	switch {
	case p == Decade && a.precision == Year && a.year >= 0 && a.year%10 == 0 && b.year == a.year+9:
		return fmt.Sprintf("%03dX", a.year/10)
	case p == Century && a.precision == Year && a.year >= 0 && a.year%100 == 0 && b.year == a.year+99:
		return fmt.Sprintf("%02dXX", a.year/100)
	case a.precision != Month || b.AddMonths(-2) != a || a.year < 0:
		return ""
	case p == Quarter && a.month%3 == 1:
		return fmt.Sprintf("%s-%d", a.Truncate(Year), 33+a.month/3) // level 2: 33 to 36
	case p == Season && a.month%3 == 0:
		return fmt.Sprintf("%s-%d", a.Truncate(Year), 20+a.month/3) // level 1: 21 spring to 24 winter, northern hemisphere
	}
	return ""
}
