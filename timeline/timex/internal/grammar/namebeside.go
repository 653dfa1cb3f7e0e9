package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// nameBeside reads "Friday before", "summer after", "Christmas before" at the end of a clause, behind "the": the last or the next of its name as the narrative tells it; and
// "spring" in "the spring before the change".
func nameBeside(r *run, i int) (*expr.Expr, int) {
	l, side := &r.lx[i], i+1
	if !r.next(side, lexicon.Dir) || r.lx[side].gap != gapSpace || l.entry.Plural {
		return nil, i
	}
	end := i + 2
	if what := prose.After(r.text, r.lx[side].end); (l.class == lexicon.Season || l.class == lexicon.Month) && what == "the" && !r.joined(i+3) {
		end = i + 1
	} else if !endsClause(r.text, r.lx[side].end) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "related-name", Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, From: expr.Narrative}})
	switch r.lx[side].entry.Value {
	case "BEFORE":
		e.Rel.N = -1
	case "AFTER":
		e.Rel.N = 1
	default:
		return nil, i
	}
	switch l.class {
	case lexicon.Month:
		e.Parts = expr.Parts{Have: expr.HasMonth, Month: l.number}
	case lexicon.Weekday:
		e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: l.number}
	case lexicon.Season:
		e.Parts = expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}
	case lexicon.Holiday:
		e.Parts = expr.Parts{Holiday: l.holiday}
	default:
		return nil, i
	}
	return e, end
}
