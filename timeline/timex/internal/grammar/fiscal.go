package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// ordinalQuarter reads "third quarter", "third-quarter", "fiscal first quarter", "second quarter of fiscal 1990", "first half of 1990",
// "latter half", "first two quarters of 1990".
func ordinalQuarter(r *run, i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true})
	j := i
	if r.has(j, lexicon.Fiscal) {
		e.Parts.Have |= expr.HasFiscal
		j++
	}
	if !r.has(j, lexicon.Ord) || j > i && !r.joined(j) {
		return nil, i
	}
	n := r.lx[j].number
	j++
	if r.next(j, lexicon.Fiscal) {
		e.Parts.Have |= expr.HasFiscal
		j++
	}
	switch {
	case !r.joined(j):
		return nil, i
	case (r.word(j, "AND") || r.word(j, "OR")) && r.joined(j+1):
		return r.listedQuarters(e, i, j)
	case r.value(j, lexicon.Unit, "Q") && (!r.lx[j].entry.Plural || j-2 > 0 && r.word(j-2, "AND")) && (n >= 1 && n <= 4 || n == -1):
		if n == -1 {
			n = 4
		}
		e.Parts.Quarter = n
		e.Parts.Have |= expr.HasQuarter
	case r.has(j, lexicon.Half) && (n == 1 || n == 2):
		e.Parts.Half = n
		e.Parts.Have |= expr.HasHalf
		e.Weak = true // needs a year: "the first half" is rather of a match
	default:
		return nil, i
	}
	j++
	if r.nextWord(j, "OF") && (sportWords.Has(prose.Last(r.text, r.lx[j].end)) || r.ofCentury(j+1)) || !r.word(j, "OF") && ofMatch(r.text, r.lx[i].start, r.lx[j-1].end) {
		return nil, i // the third quarter of the match
	}
	return r.ofYear(e, i, j)
}

// quarterUnderstood reads "first" behind "in the" where its sentence has told of another quarter and the word is understood: "2 percent in the second quarter, from 4.8 percent in
// the first".
func quarterUnderstood(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.number < 1 || l.number > expr.Quarters || i == 0 || !r.lx[i-1].isThe() || !r.joined(i) || prose.IsDigit(r.text[l.start]) || !dayEnds(r.text, l.end) || ofMatch(r.text, l.start, l.end) {
		return nil, i
	}
	if prep := prose.Before(r.text, r.lx[i-1].start); prep != "in" && prep != "from" && prep != "than" {
		return nil, i
	}
	words := strings.Fields(prose.SentenceBefore(r.text, l.start, 2*prose.SentenceReach))
	for k := 1; k < len(words); k++ {
		if e, known := lexicon.Lookup(words[k-1]); strings.TrimRight(words[k], ",") == "quarter" && known && e.Class == lexicon.Ord && e.Number != l.number {
			return r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasQuarter, Quarter: l.number}}), i + 1
		}
	}
	return nil, i
}

// listedQuarters reads "second and third quarters of 2011", whose year and unit belong to both.
func (r *run) listedQuarters(e *expr.Expr, i, j int) (*expr.Expr, int) {
	second, end := ordinalQuarter(r, j+1)
	n := r.lx[j-1].number
	if end == j+1 || second == nil || !second.Parts.Has(expr.HasQuarter) || second.Second != nil || !r.lx[j+2].entry.Plural || n < 1 || n > 4 {
		return nil, i
	}
	e.Parts, e.Rel, e.Second = second.Parts, second.Rel, second
	e.Parts.Quarter = n
	e.Start, e.End = r.lx[i].start, r.lx[j-1].end
	second.Start, second.End = r.lx[j+1].start, r.lx[end-1].end
	return e, end
}

// monthsQuarter reads "July-September quarter" and "June quarter": a quarter behind the three months that it has, or the last of them.
func monthsQuarter(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	if r.nextWord(j, "TO") {
		j++
	}
	first, last := r.lx[i].number, 0
	if r.has(j, lexicon.Month) && (j > i+1 && r.joined(j) || r.lx[j].gap == gapHyphen || r.lx[j].gap == gapDash) {
		last = r.lx[j].number
	}
	if last == 0 && first%3 == 0 && r.lx[i].cap && r.value(j, lexicon.Unit, "Q") && !r.lx[j].entry.Plural && r.lx[j].gap == gapSpace && j == i+1 { // the June quarter
		return r.ofYear(r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasQuarter, Quarter: first / 3}}), i, j+1)
	}
	if first%3 != 1 || last != first+2 || !(r.value(j+1, lexicon.Unit, "Q") || r.has(j+1, lexicon.Period)) || !r.joined(j+1) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasQuarter, Quarter: last / 3}})
	return r.ofYear(e, i, j+2)
}

// sportWords are what has quarters that are no part of a year.
var sportWords = wordlist.SetOf("game match season final matchup contest")

// matchReach is how many bytes around a quarter may show that it is one of a match.
const matchReach = 120

// matchSigns are what only reports of matches have around quarters and halves.
var matchSigns = [...]string{"touchdown", "field goal", "halftime", "half-time", "free throw", " scored", " yards", "lead changes", "quarterback", "overtime"}

// ofMatch reports whether a quarter, text[start:end], is one of a match and no part of a year. A sum of money nearby speaks against it.
func ofMatch(text string, start, end int) bool {
	window := text[max(0, start-matchReach):min(len(text), end+matchReach)]
	if strings.ContainsAny(window, "$%£€") || strings.Contains(window, "illion") || strings.Contains(window, " percent") {
		return false
	}
	for _, sign := range matchSigns {
		if strings.Contains(window, sign) {
			return true
		}
	}
	return hasScore(text[max(0, start-scoreReach):start])
}

// scoreReach is how many bytes before a quarter a score may stand.
const scoreReach = 24

// hasScore reports whether two numbers of no more than three digits with a hyphen between stand in the window: "28-3", and not "1998-99".
func hasScore(window string) bool {
	for k := 1; k+1 < len(window); k++ {
		if window[k] != '-' || !prose.IsDigit(window[k-1]) || !prose.IsDigit(window[k+1]) {
			continue
		}
		left := window[:k]
		if digits := len(left) - len(strings.TrimRight(left, "0123456789")); digits <= 3 {
			return true
		}
	}
	return false
}

// quarterCode reads "Q3 2019", "Q1 of fiscal 2020", "Q4", and "H1 2018", a half, which needs its year.
func quarterCode(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleQuarterCode, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasQuarter, Quarter: l.number}})
	half := l.number > expr.Quarters
	if half {
		e.Parts = expr.Parts{Have: expr.HasHalf, Half: l.number - expr.Quarters}
	}
	if year := l.date[0]; year > 0 { // 1Q13
		e.Parts.Year, e.Parts.Have = year, e.Parts.Have|expr.HasYear
		return e, i + 1
	}
	e, end := r.ofYear(e, i, i+1)
	if half && end == i+1 {
		return nil, i
	}
	return e, end
}

// ofYear adds the year that a quarter or half belongs to.
func (r *run) ofYear(e *expr.Expr, i, j int) (*expr.Expr, int) {
	k := j
	if r.nextWord(k, "OF") {
		k++
		if r.next(k, lexicon.Fiscal) {
			e.Parts.Have |= expr.HasFiscal
			k++
			if r.value(k, lexicon.Unit, "Y") {
				k++
			}
		}
		if k > j+1 && k < len(r.lx) && r.joined(k) {
			if year, have, end := r.year(k); end > k {
				e.Parts.Year, e.Weak = year, false
				e.Parts.Have |= expr.HasYear | have
				return e, end
			}
			return e, j
		}
	}
	if end := r.yearOf(e, j); end > j {
		e.Weak = false
		return e, end
	}
	return e, j
}

// fiscalYear reads "fiscal 1989", "fiscal year 1990", "fiscal year".
func fiscalYear(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	e := r.new(expr.Expr{Rule: expr.RuleFiscal, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasFiscal}})
	if r.nextValue(j, lexicon.Unit, "Y") {
		j++
	} else if r.lx[i].entry.Value == "YEAR" { // financial results
		return nil, i
	}
	if j < len(r.lx) && r.joined(j) {
		if year, have, k := r.year(j); k > j {
			e.Parts.Year = year
			e.Parts.Have |= expr.HasYear | have
			return e, r.secondYear(e, i, k)
		}
	}
	if j == i+2 {
		e.Rel = expr.Relation{Set: true, Unit: "Y"}
		e.Weak = true
		return e, j
	}
	return nil, i
}

// fiscalBehind gives the index after "fiscal year" at lexeme i, behind a year; i where there is none.
func (r *run) fiscalBehind(i int) int {
	if r.next(i, lexicon.Fiscal) && r.nextUnit(i+1, "Y") {
		return i + 2
	}
	return i
}

// weekOfDay reads "week of Oct. 5", "week beginning 3 March 2010", "week commencing Monday 5 May": the calendar week that holds the day.
func weekOfDay(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	weekend := r.value(i, lexicon.Unit, "WE")
	if !weekend && !r.value(i, lexicon.Unit, "W") || r.lx[i].entry.Plural || !r.joined(j) || !r.word(j, "OF") && !r.has(j, lexicon.Ended) && !r.value(j, lexicon.Edge, "START") {
		return nil, i
	}
	k := r.the(j + 1)
	if !r.joined(j+1) || !r.joined(k) {
		return nil, i
	}
	day, end := r.fullDay(k)
	if r.isWeekday(k) { // the week commencing Monday 5 May
		day, end = r.weekdayAndDay(k)
	}
	if end == k || day.Kind != expr.Point || !day.Parts.Has(expr.HasDay) || day.Second != nil && !weekend || day.Type != expr.DateType {
		return nil, i
	}
	day.Second = nil // the weekend of March 9-10
	return r.new(expr.Expr{Rule: "week-of-day", Kind: expr.Offset, Type: expr.DateType, Head: true, Amount: expr.Amount{Unit: r.lx[i].entry.Value}, Dir: 1, Base: day}), end
}

// firstAmount is the duration of an amount behind "the first" or "the last".
func (r *run) firstAmount(a expr.Amount) *expr.Expr {
	return r.new(expr.Expr{Rule: "first-amount", Kind: expr.Duration, Type: expr.DurationType, Head: true, Amount: a})
}

// monthsOfYear reads behind the first or last months, before lexeme j, the year that they are of: "the first six months of 1990" are its first half; "the first nine months of
// the year" no part of it that has a name.
func (r *run) monthsOfYear(a *expr.Amount, ordinal, i, j int) (*expr.Expr, int) {
	if a.Number.Vague || !r.nextWord(j, "OF") {
		return nil, j
	}
	e := expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true}
	last := ordinal < 0
	switch {
	case a.Unit == "M1" && a.Number.Value == 3:
		e.Parts = expr.Parts{Have: expr.HasQuarter, Quarter: 1 + 3*b2i(last)}
	case a.Unit == "M1" && a.Number.Value == 6:
		e.Parts = expr.Parts{Have: expr.HasHalf, Half: 1 + b2i(last)}
	case a.Unit == "M1" && !last:
		if part, k := r.amountOf(a, ordinal, j); k > j {
			return part, k
		}
		_, k := r.ofYear(r.new(e), i, j) // of fiscal 1990
		return r.firstAmount(*a), k
	default:
		return r.amountOf(a, ordinal, j)
	}
	return r.ofYear(r.new(e), i, j)
}

// amountOf reads behind a first or last amount, before lexeme j, the longer time that it is of: "the last two weeks of 1918".
func (r *run) amountOf(a *expr.Amount, ordinal, j int) (*expr.Expr, int) {
	if !r.joined(j + 1) {
		return nil, j
	}
	whole, end := r.parse(j + 1)
	const stretches = expr.HasYear | expr.HasMonth | expr.HasSeason | expr.HasDecade | expr.HasCentury
	if end == j+1 || whole.Kind != expr.Point || whole.Second != nil || whole.Type != expr.DateType || whole.IsDay() || !whole.Parts.Has(stretches) && !whole.Rel.Set {
		return nil, j
	}
	e := r.firstAmount(*a)
	e.Base, e.Dir = whole, 1
	if ordinal < 0 {
		e.Dir = -1
	}
	return e, end
}

// ordinalUnit reads "the second day", "the third week of May": a count inside something.
func ordinalUnit(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	j := i + 1
	if l.number == 1 || l.number == -1 {
		if a, end := r.amount(j); end > j && r.joined(j) && (!a.Number.Vague || r.lx[j].class == lexicon.Many) && r.lx[end-1].entry.Plural && !r.nextValue(end, lexicon.Dir, "LATER") { // and not: took a First three years later
			e := r.firstAmount(a)
			if a.Unit == "Q" && a.Number.Value == 2 {
				e = r.new(expr.Expr{Rule: expr.RuleQuarter, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasHalf, Half: 1}})
				return r.ofYear(e, i, end)
			}
			if part, k := r.monthsOfYear(&a, l.number, i, end); k > end {
				return part, k
			}
			return e, end
		}
	}
	if !r.joined(j) || !r.one(j, lexicon.Unit) {
		return nil, i
	}
	unit := r.lx[j].entry.Value
	if unit == "H" && l.number == 1 && r.lx[j].gap == gapSpace { // the first hour of trading
		return r.firstAmount(expr.Amount{Number: expr.Number{Value: 1}, Unit: unit}), j + 1
	}
	if (unit == "W" || unit == "WE") && r.nextWord(j+1, "OF") && l.number >= 1 && l.number <= 5 {
		if e, end := r.weekIn(j+2, l.number, unit == "WE"); end > j+2 {
			return e, end
		}
	}
	if l.number == 1 && r.lastsFirst(i, j) {
		return r.firstAmount(expr.Amount{Number: expr.Number{Value: 1}, Unit: unit}), j + 1
	}
	return nil, i
}

// weekIn is the week of that number, the last one for -1, or its weekend, of the month or year at lexeme j: "the first week of 2012", "the last weekend of May".
func (r *run) weekIn(j, nth int, weekend bool) (*expr.Expr, int) {
	e, end := r.parse(j)
	if end == j || !r.joined(j) || e.Kind != expr.Point || e.Second != nil || e.Parts.Have&^(expr.HasMonth|expr.HasYear) != 0 || e.DayOf != 0 {
		return nil, j
	}
	ofYear := e.Parts.Have == expr.HasYear || e.Parts.Have == 0 && e.Rel.Set && e.Rel.Unit == "Y"
	if !e.Parts.Has(expr.HasMonth) && (!ofYear || weekend || nth > 1) {
		return nil, j
	}
	e.Rule, e.Mod, e.Weak, e.Start, e.End = "week-of-month", "", false, 0, 0
	if ofYear {
		e.Rule = "week-of-year"
	}
	e.Head, e.WeekOf, e.Weekend = true, nth, weekend
	return e, end
}

// lastsFirst reports whether the ordinal at lexeme i and the unit at lexeme j tell how long something had lasted: "in the first year of a new pact", "for the first week they ate corn", and not "in
// the first week of 2012".
func (r *run) lastsFirst(i, j int) bool {
	if i == 0 || !r.lx[i-1].isThe() || !stretchUnits.Has(r.lx[j].entry.Value) || !lasting.HasFold(prose.Before(r.text, r.lx[i-1].start)) {
		return false
	}
	if !r.nextWord(j+1, "OF") {
		return true
	}
	k := r.the(j + 2)
	if k >= len(r.lx) || !r.joined(j+2) {
		return true
	}
	_, end := r.parse(k)
	return end == k && r.lx[k].class != lexicon.Unit
}

// lasting are prepositions of how long.
var lasting = wordlist.SetOf("in for during over throughout after")
