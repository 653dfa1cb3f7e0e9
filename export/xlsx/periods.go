package xlsx

import (
	"fmt"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// unit is the length of the periods in which the sheet Summary counts events.
type unit struct {
	name  string
	of    func(calendar.Date) int // number of the period in which the date begins
	label func(int) string
	limit int // more periods than this are too many to be read off a chart
}

// units lists them, short to long; the first whose limit the timeline keeps is taken, else the last.
var units = [...]unit{
	{"month", func(d calendar.Date) int { return d.Year()*12 + d.FirstDay().Month() - 1 }, monthLabel, 48},
	{"year", func(d calendar.Date) int { return d.Year() }, isoYear, 120},
	{"decade", func(d calendar.Date) int { return floorDiv(d.Year(), 10) }, decadeLabel, 120},
	{"century", func(d calendar.Date) int { return floorDiv(d.Year(), 100) }, yearsLabel(100), 1 << 20},
}

// periods counts the events that start in each of a row of periods without a gap.
type periods struct {
	unit   unit
	first  int
	counts []int
	coarse int // events whose dates are too coarse for the unit, not counted
}

// countPeriods counts the dated events with a start. It is empty where there is none.
func countPeriods(t *timeline.Timeline) periods {
	var first, last calendar.Date
	months := false
	for i := range t.Events {
		start := t.Events[i].Date.Interval().Start
		if start.IsZero() {
			continue
		}
		if first.IsZero() || start.FirstDay().Compare(first) < 0 {
			first = start.FirstDay()
		}
		if last.IsZero() || start.FirstDay().Compare(last) > 0 {
			last = start.FirstDay()
		}
		months = months || start.Precision() >= calendar.Month
	}
	if first.IsZero() {
		return periods{}
	}
	p := periods{}
	for i, u := range units {
		if p.unit = u; u.of(last)-u.of(first) < u.limit && (i > 0 || months) {
			break
		}
	}
	p.first = p.unit.of(first)
	p.counts = make([]int, p.unit.of(last)-p.first+1)
	for i := range t.Events {
		switch start := t.Events[i].Date.Interval().Start; {
		case start.IsZero():
		case p.unit.name == "month" && start.Precision() < calendar.Month:
			p.coarse++
		default:
			p.counts[p.unit.of(start)-p.first]++
		}
	}
	return p
}

func (p periods) label(i int) string { return p.unit.label(p.first + i) }

func monthLabel(n int) string {
	return fmt.Sprintf("%s-%02d", isoYear(floorDiv(n, 12)), n-floorDiv(n, 12)*12+1)
}

func isoYear(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// yearsLabel labels a period of n years, as in 1990 to 1999.
func yearsLabel(n int) func(int) string {
	return func(i int) string { return isoYear(i*n) + " to " + isoYear(i*n+n-1) }
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// decadeLabel is a decade's name, from the 100s on; earlier ones have none.
func decadeLabel(n int) string {
	if n >= 10 {
		return fmt.Sprintf("%ds", n*10)
	}
	return yearsLabel(10)(n)
}
