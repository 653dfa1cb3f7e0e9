package calendar

import (
	"cmp"
	"fmt"
)

// Interval is a stretch of time from Start to End, both included: a day has the same Start and End. Either
// may be no date, and the interval is open at that side. The zero Interval is no interval.
type Interval struct {
	Start, End Date
}

// Of is the interval of one date: the year, the month, the day or the clock time.
func Of(d Date) Interval { return Interval{d, d} }

// IsZero reports whether the interval has neither end.
func (i Interval) IsZero() bool { return i.Start.IsZero() && i.End.IsZero() }

// FirstDay is the interval's first day, or no date where its start is open.
func (i Interval) FirstDay() Date { return i.Start.FirstDay() }

// LastDay is the interval's last day, or no date where its end is open.
func (i Interval) LastDay() Date { return i.End.LastDay() }

// Days counts the interval's days, 1 for a day; 0 where an end is open.
func (i Interval) Days() int {
	if i.Start.IsZero() || i.End.IsZero() {
		return 0
	}
	return i.FirstDay().DaysUntil(i.LastDay()) + 1
}

// Overlaps reports whether the two intervals share a day.
func (i Interval) Overlaps(j Interval) bool {
	if i.IsZero() || j.IsZero() {
		return false
	}
	return notAfter(i.Start, j.End) && notAfter(j.Start, i.End)
}

// Contains reports whether every day of j is a day of i.
func (i Interval) Contains(j Interval) bool {
	if i.IsZero() || j.IsZero() {
		return false
	}
	from := i.Start.IsZero() || !j.Start.IsZero() && i.FirstDay().Compare(j.FirstDay()) <= 0
	to := i.End.IsZero() || !j.End.IsZero() && j.LastDay().Compare(i.LastDay()) <= 0
	return from && to
}

func notAfter(start, end Date) bool {
	return start.IsZero() || end.IsZero() || start.FirstDay().Compare(end.LastDay()) <= 0
}

// Compare orders intervals as a timeline does: by their beginning, then by their end. An open start comes
// before every date and an open end after every date; of two intervals with the same days the one
// without a clock time comes first, and no interval comes last of all.
func (i Interval) Compare(j Interval) int {
	if i.IsZero() || j.IsZero() {
		return cmp.Compare(b2i(i.IsZero()), b2i(j.IsZero()))
	}
	return cmp.Or(compareStarts(i.Start, j.Start), compareEnds(i.End, j.End), i.Start.Compare(j.Start), i.End.Compare(j.End))
}

// compareStarts orders by first day and clock time and leaves the precision out: 2019, 2019-01 and
// 2019-01-01 begin together.
func compareStarts(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return a.Compare(b)
	}
	return cmp.Or(a.FirstDay().Compare(b.FirstDay()), compareClocks(a, b))
}

func compareEnds(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return b.Compare(a)
	}
	return cmp.Or(a.LastDay().Compare(b.LastDay()), compareClocks(a, b))
}

func compareClocks(a, b Date) int {
	return cmp.Or(cmp.Compare(a.hour, b.hour), cmp.Compare(a.minute, b.minute), cmp.Compare(a.second, b.second))
}

// Duration is the time from the interval's start to its end as an ISO 8601 duration in the unit of the
// coarser of the two: P22M from 2014-05 to 2016-03, P3Y from 1936 to 1939, P4D from the 14th to the 18th. It
// is PX where an end is open: an unknown time, as TIMEX3 writes it.
func (i Interval) Duration() string {
	a, b := i.Start, i.End
	if a.IsZero() || b.IsZero() {
		return "PX"
	}
	switch min(a.precision, b.precision) {
	case Year:
		return fmt.Sprintf("P%dY", b.year-a.year)
	case Month:
		return fmt.Sprintf("P%dM", (int(b.year)-int(a.year))*12+int(b.month)-int(a.month))
	}
	if days := a.DaysUntil(b); days > 0 || min(a.precision, b.precision) == Day {
		return fmt.Sprintf("P%dD", days)
	}
	minutes := (int(b.hour)-int(a.hour))*60 + int(b.minute) - int(a.minute)
	if minutes%60 == 0 {
		return fmt.Sprintf("PT%dH", minutes/60)
	}
	return fmt.Sprintf("PT%dM", minutes)
}
