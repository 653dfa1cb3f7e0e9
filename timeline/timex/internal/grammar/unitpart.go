package grammar

import (
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// unitEnd reads "year end", "year-end", "year-end 2014", "year's end", "month's end", "day's end".
func unitEnd(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Unit) || !r.value(i+1, lexicon.Edge, "END") || r.lx[i+1].gap == gapBreak || r.lx[i+1].gap == gapComma {
		return nil, i
	}
	switch unit := r.lx[i].entry.Value; unit {
	case "Y":
		return r.partOfYear("year-end", "END", i+2)
	case "D", "M1", "W", "DE", "C":
		if gap := r.lx[i+1].gap; gap == gapOwner && r.reads(i+1, "end") || gap == gapHyphen && unit == "M1" {
			return r.new(expr.Expr{Rule: "unit-end", Kind: expr.Point, Type: expr.DateType, Mod: "END", Rel: expr.Relation{Set: true, Unit: unit, From: expr.Narrative}}), i + 2
		}
	}
	return nil, i
}

// midUnit reads "midyear", "mid-year 2014", "midweek", "mid-month", "mid-century": the middle of the one that is spoken of. But for "midyear" they say no more than of what
// kind the noun behind them is: "a midweek match".
func midUnit(r *run, i int) (*expr.Expr, int) {
	l, end := &r.lx[i], i+1
	if l.class == lexicon.Mod {
		if !r.reads(i, "mid") || !r.one(end, lexicon.Unit) || r.lx[end].gap != gapHyphen {
			return nil, i
		}
		l, end = &r.lx[end], end+1
	}
	unit, alone := l.entry.Value, midBounds.HasFold(prose.Before(r.text, r.lx[i].start)) || dayEnds(r.text, l.end) && !r.lx[i].cap
	if unit == "Y" && (end == i+1 || r.next(end, lexicon.Int) || alone) {
		return r.partOfYear("midyear", "MID", end)
	}
	if unit != "M1" && unit != "W" && unit != "C" || !alone {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "mid-unit", Kind: expr.Point, Type: expr.DateType, Mod: "MID", Rel: expr.Relation{Set: true, Unit: unit, From: expr.Narrative}}), end
}

// midBounds are prepositions that stand before no kind of a noun without its article.
var midBounds = wordlist.SetOf("by until till since before after")

// partOfYear is a part of the year that stands at lexeme i, or of the one that is spoken of.
func (r *run) partOfYear(rule, mod string, i int) (*expr.Expr, int) {
	if i < len(r.lx) && r.joined(i) {
		if year, have, end := r.year(i); end > i {
			return r.new(expr.Expr{Rule: rule, Kind: expr.Point, Type: expr.DateType, Mod: mod, Parts: expr.Parts{Have: expr.HasYear | have, Year: year}}), end
		}
	}
	return r.new(expr.Expr{Rule: rule, Kind: expr.Point, Type: expr.DateType, Mod: mod, Rel: expr.Relation{Set: true, Unit: "Y"}}), i
}
