package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

//go:embed confidence.txt
var confidenceFile string

// precisions is how often the values of a rule are right, by the kind of text, the rule and its basis: "news month completed". A rule
// that was not seen often enough has no entry of its own and takes that of its basis, "news * completed".
var precisions = readPrecisions(confidenceFile)

func readPrecisions(file string) map[string]float64 {
	table := map[string]float64{}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		value, err := strconv.ParseFloat(fields[len(fields)-1], 64)
		if err != nil || len(fields) != 4 || value < 0 || value > 0.99 {
			panic(fmt.Sprintf("confidence.txt:%d: %q is no entry", number+1, line))
		}
		key := strings.Join(fields[:3], " ")
		if _, twice := table[key]; twice {
			panic(fmt.Sprintf("confidence.txt:%d: %q stands twice", number+1, key))
		}
		table[key] = value
	}
	return table
}

// What a fault that the text itself shows leaves of the confidence.
const (
	wrongWeekday = 0.6 // "Tuesday, 16 June 2025", a Monday: day or weekday is wrong
	exchangeable = 0.6 // 3/4/2019 where nothing settles the order
)

// confidence is the estimated probability that a timex's value is right: that of what was chosen for it, else the measured precision of its rule, less where the text shows a fault.
func (z *resolver) confidence(e *expr.Expr, t *Timex) float64 {
	kind, basis := "narrative ", string(t.Date.Basis)
	if z.news {
		kind = "news "
	}
	if basis == "" {
		basis = "none"
	}
	c, ok := precisions[kind+t.Rule+" "+basis]
	if day, _, timed := strings.Cut(t.Rule, "+"); !ok && timed {
		c, ok = precisions[kind+day+" "+basis]
	}
	if !ok {
		c = precisions[kind+"* "+basis]
	}
	if z.chance > 0 {
		c = z.chance
	}
	if e.Parts.Has(expr.HasWeekday) && e.Parts.Has(expr.HasDay) && !t.Date.Start.IsZero() && t.Date.Precision >= calendar.Day && int(t.Date.Start.Weekday()) != e.Parts.Weekday%7 {
		c *= wrongWeekday
	}
	if e.Ambiguous {
		c *= exchangeable
	}
	return c
}
