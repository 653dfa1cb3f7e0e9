package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// articleFamily reads what "the", "a" or a possessive begins: "the third quarter", "the 1990s", "the past year", "the weekend",
// "the day before", "the year 2000", "the year-ago period", "the future".
func articleFamily(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	j := i + 1
	if r.nextWord(j, "VERY") { // the very next day
		j++
	}
	if !r.joined(j) {
		return nil, i
	}
	if l.isA() {
		if e, k := countedDuration(r, j); k > j && r.has(k-1, lexicon.Period) { // a three-year period
			return e, k
		}
		if rest := r.lx[j].end; r.isWeekday(j) && r.reads(i, "a") && (dayEnds(r.text, rest) || strings.HasPrefix(r.text[rest:], " or ")) { // it began on a Monday
			return r.new(expr.Expr{Rule: expr.RuleAWeekday, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[j].number}}), j + 1
		}
		if part := j + 1; r.isWeekday(j) && r.nextOne(part, lexicon.Part) && dayEnds(r.text, r.lx[part].end) { // 11 May, a Sunday afternoon
			e, end := weekdayDate(r, j)
			e.Start = l.start
			return e, end
		}
		return nil, i
	}
	if l.isThe() {
		return r.behindThe(i, j)
	}
	return nil, i
}

// behindThe reads the longest expression at lexeme j, behind "the" at i.
func (r *run) behindThe(i, j int) (best *expr.Expr, end int) {
	end = i
	take := func(e *expr.Expr, k int) {
		if e.End != 0 && e.Rule != expr.RuleTurn {
			e.Start = r.lx[i].start
		}
		if k > end {
			best, end = e, k
		}
	}
	if e, k := nameBeside(r, j); k > j { // first, as the spring before the change is as long as any spring
		take(e, k)
	}
	for _, f := range families[r.lx[j].class] {
		e, k := f(r, j)
		if k == j || !e.Head || r.premodifier(j, k) {
			continue
		}
		if e.Rule != expr.RuleSeason || k > j+1 || !seasonNouns.HasFold(prose.After(r.text, r.lx[j].end)) { // and not: the spring offensive
			take(e, k)
		}
	}
	for _, f := range articleFamilies {
		if e, k := f(r, j); k > j {
			take(e, k)
		}
	}
	return best, end
}

// articleFamilies are those that only "the" begins.
var articleFamilies = [...]family{unitBefore, partBefore, nthDay, weekOfDay, theYear, theUnit, yearQuarter, agoQuarter, samePeriod, latterHalf, theReference, theTime, theWeekday}

// premodifier reports whether lexemes i to end end in a unit that hangs on a hyphen, which stands before a noun and leaves
// the article to it: "the eight-year war", "the third-quarter results".
func (r *run) premodifier(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if r.lx[k].gap == gapHyphen && (r.lx[k].class == lexicon.Unit || r.lx[k].class == lexicon.Filler) {
			return !r.has(end-1, lexicon.Period)
		}
	}
	return false
}

// theYear reads "year 2000", "years 1955" after "the".
func theYear(r *run, i int) (*expr.Expr, int) {
	if !r.value(i, lexicon.Unit, "Y") || !r.joined(i+1) {
		return nil, i
	}
	if r.lx[i].entry.Plural {
		if e, end := yearAlone(r, i+1); end > i+1 && e.Second != nil { // in the years 1914–18
			e.Rule, e.Weak = "the-year", false
			return e, end
		}
	}
	year, have, j := r.year(i + 1)
	if j == i+1 && r.anyYear(i) {
		year, j = r.lx[i+1].number, i+2
	}
	if j == i+1 {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "the-year", Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasYear | have, Year: year}}), j
}

// anyYear reports whether the number behind "year" at lexeme i is one, however far: "the year 2525", "the year 871", "in the year 71".
func (r *run) anyYear(i int) bool {
	l := &r.lx[i+1]
	if l.class != lexicon.Int || !l.plain {
		return false
	}
	switch l.digits {
	case 4:
		return l.number >= 1000
	case 3:
		return l.number >= 100
	case 2:
		return prose.Before(r.text, r.lx[i-1].start) == "in" && dayEnds(r.text, l.end)
	}
	return false
}

// theUnit reads "week", "year", "quarter", "weekend", "month", "day" after "the": the one that is spoken of.
func theUnit(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Unit) {
		return nil, i
	}
	unit := r.lx[i].entry.Value
	e := r.new(expr.Expr{Rule: expr.RuleTheUnit, Kind: expr.Point, Type: expr.DateType, Weak: true, Rel: expr.Relation{Set: true, Unit: unit, From: expr.Narrative}})
	if r.endedBy(i+1, unit) {
		return r.new(expr.Expr{Rule: expr.RuleYearEnded, Kind: expr.Duration, Type: expr.DurationType, Amount: r.oneUnit(i)}), i + 1
	}
	if turn := "the turn of "; (unit == "C" || unit == "ML") && i > 0 && strings.HasSuffix(r.text[:r.lx[i-1].start], turn) {
		return r.new(expr.Expr{Rule: expr.RuleTurn, Kind: expr.Point, Type: expr.DateType, Start: r.lx[i-1].start - len(turn), End: r.lx[i].end, Rel: expr.Relation{Set: true, Unit: unit, From: expr.Narrative}}), i + 1
	}
	if i > 0 && strings.EqualFold(prose.Before(r.text, r.lx[i-1].start), "within") && stretchUnits.Has(unit) && dayEnds(r.text, r.lx[i].end) { // shot within the hour
		return r.new(expr.Expr{Rule: "within-unit", Kind: expr.Duration, Type: expr.DurationType, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: unit}}), i + 1
	}
	switch unit {
	case "WE", "Q":
		e.Weak = false
	case "Y", "W", "M1", "D", "DE", "C":
	default:
		return nil, i
	}
	if unit != "D" && unit != "Q" {
		e.Rel.From = expr.Speech
	}
	if end := r.yearAgo(i + 1); unit == "Q" && end > i+1 && r.joined(i+1) { // the quarter a year ago
		return r.new(expr.Expr{Rule: expr.RuleYearAgoQuarter, Kind: expr.Offset, Type: expr.DateType, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: "Y"}, Dir: -1, From: expr.Narrative}), end
	}
	return e, i + 1
}

// longWeekend reads "the bank holiday weekend", "the long weekend": the weekend that is spoken of.
func longWeekend(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Unit) || r.lx[i].entry.Value != "WE" || r.lx[i].cap {
		return nil, i
	}
	said := strings.TrimSuffix(r.text[:r.lx[i].start], " ")
	for _, long := range longWeekends {
		if start := len(said) - len(long); prose.HasSuffixFold(said, long) && (start == 0 || !prose.IsWordByte(said[start-1])) {
			return r.new(expr.Expr{Rule: expr.RuleTheUnit, Kind: expr.Point, Type: expr.DateType, Start: start, End: r.lx[i].end, Rel: expr.Relation{Set: true, Unit: "WE", From: expr.Speech}}), i + 1
		}
	}
	return nil, i
}

// longWeekends stand before a weekend that has another free day beside it.
var longWeekends = [...]string{"the long", "the holiday", "the long holiday", "the bank holiday", "the long bank holiday", "the public holiday"}

// stretchUnits are the units within one of which something happens.
var stretchUnits = wordlist.SetOf("H D W M1 Y")

// yearAgo gives the index after "a year ago", "one year earlier" at lexeme i, or i.
func (r *run) yearAgo(i int) int {
	a, j := r.amount(i)
	if j == i || a.Unit != "Y" || a.Number.Value != 1 || !r.nextValue(j, lexicon.Dir, "AGO") && !r.nextValue(j, lexicon.Dir, "EARLIER") {
		return i
	}
	return j + 1
}

// endedBy reports whether lexeme i gives the end of the year, week or decade before it, which then is a stretch of its own: "the year ended March 31",
// "the week to Sept. 30", "the decade to 1999".
func (r *run) endedBy(i int, unit string) bool {
	if !r.joined(i) {
		return false
	}
	to := (r.word(i, "TO") || r.word(i, "THROUGH")) && (r.has(i+1, lexicon.Month) || r.has(i+2, lexicon.Month))
	return unit == "Y" && (to || r.has(i, lexicon.Ended)) || unit == "W" && to || unit == "DE" && r.word(i, "TO") && r.has(i+1, lexicon.Int) && r.lx[i+1].digits == 4
}

// yearQuarter reads "1988 quarter", "1988 third quarter", "1988 period" after "the".
func yearQuarter(r *run, i int) (*expr.Expr, int) {
	if !r.has(i, lexicon.Int) || r.lx[i].digits != 4 || !r.joined(i+1) {
		return nil, i
	}
	year := r.lx[i].number
	j := i + 1
	if q, end := ordinalQuarter(r, j); end > j && !q.Parts.Has(expr.HasYear) && !q.Rel.Set {
		q.Parts.Year = year
		q.Parts.Have |= expr.HasYear
		q.Weak = false
		return q, end
	}
	if r.nextUnit(j, "Q") || r.one(j, lexicon.Period) {
		return r.new(expr.Expr{Rule: expr.RuleYearQuarter, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasYear, Year: year}, Rel: expr.Relation{Set: true, Unit: "P"}}), j + 1
	}
	return nil, i
}

// agoQuarter reads "year-ago quarter", "year-earlier period", "year-ago third quarter", "corresponding period last year", "quarter a year ago".
func agoQuarter(r *run, i int) (*expr.Expr, int) {
	a, j, ok := r.hyphenAmount(i)
	if !ok || a.Unit != "Y" {
		return nil, i
	}
	j++
	if !r.joined(j) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleYearAgoQuarter, Kind: expr.Offset, Type: expr.DateType, Amount: a, Dir: -1, From: expr.Narrative})
	if months, end := r.amount(j); end > j && months.Unit == "M1" && !months.Number.Vague { // the year-earlier nine months
		return r.new(expr.Expr{Rule: "year-ago-amount", Kind: expr.Duration, Type: expr.DurationType, Amount: months}), end
	}
	if q, end := ordinalQuarter(r, j); end > j && !q.Parts.Has(expr.HasYear) {
		e.Parts = q.Parts
		return e, end
	}
	if r.value(j, lexicon.Unit, "Q") || r.has(j, lexicon.Period) {
		return e, j + 1
	}
	return nil, i
}

// samePeriod reads "same period last year", "corresponding quarter of 1988", "same period a year earlier" after "the".
func samePeriod(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	if r.value(i, lexicon.Rel, "SAME") && r.joined(j) { // the comparable year-ago quarter
		if e, end := agoQuarter(r, j); end > j {
			return e, end
		}
	}
	month := r.value(j, lexicon.Unit, "M1")
	if !r.value(i, lexicon.Rel, "SAME") || !r.nextOne(j, lexicon.Period) && !r.nextUnit(j, "Q") && !r.nextUnit(j, "M1") {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleYearAgoQuarter, Kind: expr.Offset, Type: expr.DateType, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: "Y"}, Dir: -1, From: expr.Speech})
	if month {
		e.Rule = "year-ago-month"
		e.Base = r.new(expr.Expr{Rule: expr.RuleRelatedM1, Kind: expr.Point, Type: expr.DateType, Start: r.lx[i].start, End: r.lx[j].end, Rel: expr.Relation{Set: true, Unit: "M1", From: expr.Narrative}})
	}
	j++
	if r.nextWord(j, "OF") || r.nextWord(j, "IN") {
		j++
	}
	if j >= len(r.lx) || !r.joined(j) {
		return nil, i
	}
	if year, _, end := r.year(j); end > j && !month {
		return r.new(expr.Expr{Rule: expr.RuleYearQuarter, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasYear, Year: year}, Rel: expr.Relation{Set: true, Unit: "P"}}), end
	}
	if rel, end := relatedUnit(r, j); end > j && rel.Rel.Unit == "Y" && rel.Rel.N == -1 && rel.Parts.Have == 0 && rel.Mod == "" {
		e.From = rel.Rel.From
		return e, end
	}
	if end := r.yearAgo(j); end > j {
		return e, end
	}
	return nil, i
}

// latterHalf reads "latter half of 2008", "last half of 1989", "early part of the next decade", "latter part of the year".
func latterHalf(r *run, i int) (*expr.Expr, int) {
	if !r.value(i, lexicon.Rel, "LAST") && !r.value(i, lexicon.Rel, "LATTER") || !r.next(i+1, lexicon.Half) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasHalf, Half: 2}})
	e, end := r.ofYear(e, i, i+2)
	if end == i+2 {
		return nil, i
	}
	return e, end
}
