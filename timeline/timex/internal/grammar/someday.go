package grammar

import (
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// someDay reads a day, or a part of one, of which no more is told than its month, season or year: "one evening in June 1979", "a Sunday in March 1928", "a January
// afternoon in 1984", "one day in 1950", which is no amount.
func someDay(r *run, i int) (*expr.Expr, int) {
	one := r.lx[i].class == lexicon.Num && r.reads(i, "one")
	if !one && !r.lx[i].isA() || !r.joined(i+1) {
		return nil, i
	}
	if e, end := r.namedPart(i); end > i {
		return e, end
	}
	if amountPrepositions.HasFold(prose.Before(r.text, r.lx[i].start)) { // lived for a night in October
		return nil, i
	}
	tod, j := "", i+1
	day := one && r.nextUnit(j, "D")
	if day || r.isWeekday(j) {
		j++
	}
	if !day && r.joined(j) && r.isStretchOfDay(j) {
		tod = r.lx[j].entry.Value
		j++
	}
	if j == i+1 || !r.nextWord(j, "IN") || !r.joined(j+1) {
		return nil, i
	}
	e, end := r.holdsDays(j + 1)
	if end == j+1 {
		return nil, i
	}
	if !day {
		e.Start, e.End = r.lx[i].start, r.lx[end-1].end
	}
	return r.partIn(e, tod), end
}

// isStretchOfDay reports whether lexeme i is one of the parts that a day is divided into, and not noon, midnight or lunchtime.
func (r *run) isStretchOfDay(i int) bool {
	return r.one(i, lexicon.Part) && daysParts.Has(r.lx[i].entry.Value)
}

// daysParts are those parts, as TIMEX3 codes them.
var daysParts = wordlist.SetOf("MO AF EV NI")

// holdsDays reads the month, season or year at lexeme i that a day is in.
func (r *run) holdsDays(i int) (*expr.Expr, int) {
	e, end := r.parse(i)
	if end == i || e.Kind != expr.Point || e.Second != nil || e.Ranged || e.Parts.Have&^(expr.HasMonth|expr.HasSeason|expr.HasYear|expr.HasTwoDigits) != 0 || e.Parts.Have == 0 || !fits(r, i, end, e) {
		return nil, i
	}
	return e, end
}

// namedPart reads "a January afternoon", "a June day in 1944", "one summer evening in 1912", whose article stands at lexeme i. Without its year, a season's part is
// rather any: "the scent of a summer evening".
func (r *run) namedPart(i int) (*expr.Expr, int) {
	name := i + 1
	part := name + 1
	var e *expr.Expr
	switch l := &r.lx[name]; {
	case r.one(name, lexicon.Month) && l.cap:
		e = r.new(expr.Expr{Rule: expr.RuleMonth, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasMonth, Month: l.number}})
	case r.one(name, lexicon.Season):
		e = r.new(expr.Expr{Rule: expr.RuleSeason, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}})
	default:
		return nil, i
	}
	day := r.one(part, lexicon.Unit) && r.lx[part].entry.Value == "D"
	if !day && !r.isStretchOfDay(part) || r.lx[part].gap != gapSpace && r.lx[part].gap != gapOwner {
		return nil, i
	}
	end := part + 1
	if in := end + 1; r.nextWord(end, "IN") && r.joined(in) {
		if year, k := r.holdsDays(in); k > in && year.Parts.Have == expr.HasYear {
			e.Parts.Year, e.Parts.Have, end = year.Parts.Year, e.Parts.Have|expr.HasYear, k
		}
	}
	if end == part+1 && (e.Parts.Has(expr.HasSeason) || !dayEnds(r.text, r.lx[part].end)) { // a January night game
		return nil, i
	}
	tod := ""
	if !day {
		tod = r.lx[part].entry.Value
	}
	return r.partIn(e, tod), end
}

// partIn makes the month, season or year of e that of some day in it, or of a part of one.
func (r *run) partIn(e *expr.Expr, tod string) *expr.Expr {
	e.Weak, e.Head = false, false
	if tod != "" {
		e.Type, e.Rule, e.SomePart = expr.TimeType, e.Rule+"+part", tod
	}
	return e
}
