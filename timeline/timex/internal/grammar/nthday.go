package grammar

import (
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// longestCourse is the number of the last day that a battle or a voyage is told of by its number.
const longestCourse = 10

// nthDay reads "second day", "third night" in "On the second day Longstreet attacked", behind "the": a day of the course of what is told, whose first day it does not say; and not
// "the second day of the conference".
func nthDay(r *run, i int) (*expr.Expr, int) {
	l, end := &r.lx[i], i+2
	if l.class != lexicon.Ord || l.digits > 0 || l.number < 2 || l.number > longestCourse || !r.joined(i+1) || r.lx[i+1].entry.Plural || i == 0 {
		return nil, i
	}
	unit := &r.lx[i+1]
	if on := prose.Before(r.text, r.lx[i-1].start); !strings.EqualFold(on, "on") || strings.HasPrefix(r.text[unit.end:], " of ") {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleNthDay, Kind: expr.Point, Type: expr.DateType, Narrative: true, Rel: expr.Relation{Set: true, Unit: "D", N: l.number - 1, From: expr.Narrative}})
	switch {
	case unit.class == lexicon.Unit && unit.entry.Value == "D":
	case unit.class == lexicon.Part && unit.entry.Value != "MI" && unit.entry.Value != "MN":
		e.Type = expr.TimeType
		setPart(&e.Parts, unit.entry.Value)
	default:
		return nil, i
	}
	return e, end
}
