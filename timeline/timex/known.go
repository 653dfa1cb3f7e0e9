package timex

import (
	"math/bits"

	"dateline/timeline/timex/internal/expr"
)

// Parts is a set of parts of a date or clock time.
type Parts uint32

// partNames names the parts that a timex may know or imply, in the order in which they are told.
var partNames = [...]struct {
	part expr.PartSet
	name string
}{
	{expr.HasMillennium, "millennium"}, {expr.HasCentury, "century"}, {expr.HasDecade, "decade"}, {expr.HasYear, "year"}, {expr.HasHalf, "half"}, {expr.HasQuarter, "quarter"}, {expr.HasSeason, "season"},
	{expr.HasMonth, "month"}, {expr.HasWeek, "week"}, {expr.HasWeekend, "weekend"}, {expr.HasDay, "day"}, {expr.HasWeekday, "weekday"}, {expr.HasTod, "part of the day"}, {expr.HasHour, "clock"}, {expr.HasZone, "zone"},
}

// Names lists the parts by name: "year", "month", "part of the day", …; nil for none.
func (p Parts) Names() []string {
	count := bits.OnesCount32(uint32(p))
	if count == 0 {
		return nil
	}
	names := make([]string, 0, count)
	for _, n := range partNames {
		if expr.PartSet(p)&n.part != 0 {
			names = append(names, n.name)
		}
	}
	return names
}

// nameable are the parts that have a name.
var nameable = func() (all expr.PartSet) {
	for _, n := range partNames {
		all |= n.part
	}
	return all
}()

// known are the parts that an expression itself gives. A year found from a weekday or from the other end of a range is none of them.
func known(e *expr.Expr) expr.PartSet {
	have := e.Parts.Have
	if e.Parts.Holiday != nil {
		have |= expr.HasMonth | expr.HasDay
	}
	if e.Completed {
		have &^= expr.HasYear
	}
	return have &^ e.Lent & nameable
}

// tell notes which parts of a timex's value the expression gives, and which were found around it.
func (t *Timex) tell(e *expr.Expr, p *expr.Parts) {
	given := known(e) & p.Have
	t.Known, t.Implied = Parts(given), Parts(p.Have&nameable&^given)
}

// link names the timex that t was computed from; last is the number of the one that had set the narrative's date before.
func (z *resolver) link(e *expr.Expr, t *Timex, last int) {
	anchor := last
	switch {
	case t.Date.Anchor.IsZero():
		return
	case e.Kind == expr.Aged:
		anchor = z.birthTimex
	case t.Date.Anchor == z.speech && z.diary.timex > 0:
		anchor = z.diary.timex
	case t.Date.Anchor == z.speech:
		anchor = Publication
	}
	switch {
	case t.Type != DurationType:
		t.AnchorTime = anchor
	case e.Dir < 0:
		t.EndPoint = anchor
	case e.Dir > 0:
		t.BeginPoint = anchor
	}
}
