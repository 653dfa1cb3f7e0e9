package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/holiday"
	"dateline/timeline/timex/internal/lexicon"
)

// nthOfEvery reads "first Monday of every month", "last Friday in each quarter": a time that comes as often as the unit.
func nthOfEvery(r *run, i int) (*expr.Expr, int) {
	if !r.has(i+1, lexicon.Weekday) || !r.joined(i+1) || !r.word(i+2, "OF") && !r.word(i+2, "IN") || !r.joined(i+2) || !r.has(i+3, lexicon.Periodic) || !r.joined(i+3) {
		return nil, i
	}
	e, end := everyUnit(r, i+3)
	if end == i+3 || e.Amount.Unit != "M1" && e.Amount.Unit != "Y" && e.Amount.Unit != "Q" {
		return nil, i
	}
	e.Rule, e.Head, e.Start, e.End = "nth-of-every", true, 0, 0
	return e, end
}

// nthWeekdayOf reads "last Sunday of March", "second Tuesday in November 2012", "third Thursday of next month", "first weekend of June", which
// is that of the first Saturday.
func nthWeekdayOf(r *run, i int) (*expr.Expr, int) {
	if e, end := nthOfEvery(r, i); end > i {
		return e, end
	}
	var day holiday.Holiday
	switch l := &r.lx[i]; {
	case l.class == lexicon.Ord && (l.number >= 1 && l.number <= 5 || l.number == -1):
		day.Nth = max(l.number, 0)
	case l.class == lexicon.Rel && l.entry.Value == "LAST":
	default:
		return nil, i
	}
	weekend := r.weekendAt(i + 1)
	switch l := &r.lx[min(i+1, len(r.lx)-1)]; {
	case weekend:
		day.Weekday = 6
	case r.next(i+1, lexicon.Weekday) && !l.entry.Plural:
		day.Weekday = l.number
	default:
		return nil, i
	}
	if !r.word(i+2, "OF") && !r.word(i+2, "IN") || !r.joined(i+2) || !r.joined(i+3) {
		return nil, i
	}
	var e *expr.Expr
	end := i + 3
	if r.has(end, lexicon.Month) {
		day.Month = r.lx[end].number
		e = r.new(expr.Expr{Kind: expr.Point, Type: expr.DateType})
		end = r.yearOf(e, end+1)
	} else if e, end = r.monthRelated(end); end == i+3 {
		return nil, i
	}
	e.Rule, e.Head, e.Weak, e.Start, e.End = "nth-weekday", true, false, 0, 0
	if e.Parts.Holiday = new(day); weekend {
		return r.weekendOf(e), end
	}
	return e, end
}

// monthRelated reads "next month", "the following month" and "the month", to which a day in it belongs.
func (r *run) monthRelated(i int) (*expr.Expr, int) {
	if e, end := r.parse(i); end > i {
		if e.Kind == expr.Point && e.Second == nil && e.Mod == "" && e.Rel.Set && e.Rel.Unit == "M1" && e.Parts.Have == 0 && e.DayOf == 0 {
			return e, end
		}
		return nil, i
	}
	if k := r.the(i); k > i && r.nextUnit(k, "M1") {
		return r.new(expr.Expr{Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: "M1", From: expr.Narrative}}), k + 1
	}
	return nil, i
}
