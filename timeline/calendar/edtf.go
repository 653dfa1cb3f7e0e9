package calendar

import "fmt"

// EDTF is the interval in the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, EDTF
// specification of February 2019): 2014-05/2016-03 for a stretch, 199X and 19XX for a decade and a century, 1929-23
// for a season, 2024-34 for a quarter, ".." for an open end, "~" on a date that is approximate. EDTF has clock times only with seconds; a
// coarser one is written as its day. precision is that of the expression and tells a decade from ten years
// counted otherwise. No interval is the empty string.
func (i Interval) EDTF(precision Precision, approximate bool) string {
	if i.IsZero() {
		return ""
	}
	mark := ""
	if approximate {
		mark = "~"
	}
	if s := i.named(precision); s != "" {
		return s + mark
	}
	if i.Start == i.End && i.Start.precision == Second {
		return i.Start.String() // EDTF marks no clock time as approximate
	}
	start, end := edtfDay(i.Start, mark), edtfDay(i.End, mark)
	if start == end {
		return start
	}
	return start + "/" + end
}

func edtfDay(d Date, mark string) string {
	if d.IsZero() {
		return ".."
	}
	return d.Truncate(Day).String() + mark
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
	case a.precision == Month && b.AddMonths(-2) == a && p == Quarter && a.month%3 == 1:
		return fmt.Sprintf("%s-%d", a.Truncate(Year), 33+a.month/3) // level 2: 33 to 36
	case a.precision == Month && b.AddMonths(-2) == a && p == Season && a.month >= 3 && a.month%3 == 0:
		return fmt.Sprintf("%s-%d", a.Truncate(Year), 20+a.month/3) // level 1: 21 spring to 24 winter, northern hemisphere
	}
	return ""
}
