package timex

import "math/bits"

// Parts is a set of parts of a date or clock time.
type Parts uint32

// partNames names the parts that a timex may know or imply, in the order in which they are told.
var partNames = [...]struct {
	part partSet
	name string
}{
	{hasMillennium, "millennium"}, {hasCentury, "century"}, {hasDecade, "decade"}, {hasYear, "year"}, {hasHalf, "half"}, {hasQuarter, "quarter"}, {hasSeason, "season"},
	{hasMonth, "month"}, {hasWeek, "week"}, {hasWeekend, "weekend"}, {hasDay, "day"}, {hasWeekday, "weekday"}, {hasTod, "part of the day"}, {hasHour, "clock"}, {hasZone, "zone"},
}

// Names lists the parts by name: "year", "month", "part of the day", …; nil for none.
func (p Parts) Names() []string {
	count := bits.OnesCount32(uint32(p))
	if count == 0 {
		return nil
	}
	names := make([]string, 0, count)
	for _, n := range partNames {
		if partSet(p)&n.part != 0 {
			names = append(names, n.name)
		}
	}
	return names
}

// nameable are the parts that have a name.
var nameable = func() (all partSet) {
	for _, n := range partNames {
		all |= n.part
	}
	return all
}()

// known are the parts that an expression itself gives. A year found from a weekday or from the other end of a range is none of them.
func known(e *expr) partSet {
	have := e.parts.have
	if e.parts.holiday != nil {
		have |= hasMonth | hasDay
	}
	if e.completed {
		have &^= hasYear
	}
	return have & nameable
}

// tell notes which parts of a timex's value the expression gives, and which were found around it.
func (t *Timex) tell(e *expr, p *parts) {
	given := known(e) & p.have
	t.Known, t.Implied = Parts(given), Parts(p.have&nameable&^given)
}
