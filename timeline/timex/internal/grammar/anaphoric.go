package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
)

// anaphoricTime reads "that time", "that very moment", "this time last year", and "then" after "by", "since" and "until": the date that the text has
// just given. What refers back with a unit ("that day", "the same month") is in relative.go.
func anaphoricTime(r *run, i int) (*expr.Expr, int) {
	this := r.reads(i, "this")
	if this && r.next(i+1, lexicon.Time) && r.next(i+2, lexicon.Rel) { // this time last year
		if e, end := relatedUnit(r, i+2); end > i+2 && (e.Rel.Unit == "Y" || e.Rel.Unit == "W" || e.Rel.Unit == "M1") {
			return e, end
		}
	}
	e := r.new(expr.Expr{Rule: "anaphoric", Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: expr.Antecedent, From: expr.Narrative}})
	switch {
	case i == 0 || !r.joined(i):
		return nil, i
	case r.value(i, lexicon.Rel, "THAT") && r.reads(i, "that") && (r.nextOne(i+1, lexicon.Time) || r.nextOne(i+1, lexicon.Moment)) && r.lx[i-1].class == lexicon.Word && !r.word(i+2, "OF"): // and not: at that time of night
		return e, i + 2
	case this && r.nextOne(i+1, lexicon.Time) && r.lx[i-1].is("AT") && !r.has(i+2, lexicon.Rel) && !r.word(i+2, "OF"):
		return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PRESENT_REF"}), i + 2
	case r.has(i, lexicon.Then) && (r.lx[i-1].is("BY") || r.lx[i-1].is("UNTIL") || r.value(i-1, lexicon.Dir, "SINCE")):
		return e, i + 1
	}
	return nil, i
}

// theTime reads "time" in "at the time", the date that the text has reached; not in "at the time of the crash".
func theTime(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Time) || i < 2 || !r.lx[i-2].is("AT") || !r.joined(i-1) || !momentAlone(r, i) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "at-the-time", Kind: expr.Point, Type: expr.DateType, Head: true, Rel: expr.Relation{Set: true, Unit: expr.Antecedent, From: expr.Narrative}}), i + 1
}
