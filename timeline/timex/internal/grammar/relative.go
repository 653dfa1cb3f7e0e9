package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// relations tell what the words before a unit mean: how many units away, and counted from what. After "the" a few count from the
// narrative, which is why they are marked so.
var relations = map[string]struct {
	n    int
	from expr.Anchor
}{
	"LAST":      {-1, expr.Speech},
	"PAST":      {-1, expr.Speech},
	"THIS":      {0, expr.Speech},
	"CURRENT":   {0, expr.Speech},
	"LATEST":    {0, expr.Speech},
	"NEXT":      {1, expr.Speech},
	"COMING":    {1, expr.Speech},
	"PREVIOUS":  {-1, expr.Narrative},
	"FOLLOWING": {1, expr.Narrative},
	"SAME":      {0, expr.Narrative},
	"THAT":      {0, expr.Narrative},
}

// verbsBefore stand before "last" where it is a verb.
var verbsBefore = wordlist.SetOf("to will would can could may might must should usually often typically")

// relationAt reads "last", "this", "the same", "that same" at lexeme i.
func (r *run) relationAt(i int) (rel expr.Relation, word string, end int) {
	j := r.the(i)
	if !r.has(j, lexicon.Rel) || j > i && !r.joined(j) {
		return rel, "", i
	}
	word = r.lx[j].entry.Value
	if prev := prose.Before(r.text, r.lx[i].start); word == "LAST" && j == i && verbsBefore.Has(prev) && !(prev == "to" && r.next(j+1, lexicon.Month)) { // to last two years, and not: the year to last December
		return rel, "", i
	}
	end = j + 1
	if (word == "THAT" || word == "THIS") && r.nextValue(end, lexicon.Rel, "WHOLE") { // that whole summer
		end++
	}
	if (word == "THAT" || word == "THIS") && r.value(end, lexicon.Rel, "SAME") || word == "THIS" && (r.value(end, lexicon.Rel, "PAST") || r.value(end, lexicon.Rel, "COMING") || r.value(end, lexicon.Rel, "LAST")) {
		if word == "THIS" {
			word = r.lx[end].entry.Value
		}
		end++
	}
	if (word == "THAT" || word == "THIS") && r.nextWord(end, "VERY") { // that very night
		end++
	}
	known, ok := relations[word]
	if !ok || !r.joined(end) {
		return rel, word, i
	}
	rel = expr.Relation{Set: true, N: known.n, From: known.from}
	if word == "NEXT" && j > i || word == "NEXT" && i > 0 && r.lx[i-1].isThe() {
		rel.From = expr.Narrative
	}
	return rel, word, end
}

// relatedUnit reads "last week", "the following day", "this year", "the same month", "next year's first quarter".
func relatedUnit(r *run, i int) (*expr.Expr, int) {
	rel, word, j := r.relationAt(i)
	if j == i {
		return r.fullYear(i, word)
	}
	if r.next(j, lexicon.Fiscal) {
		j++
	}
	if !r.nextOne(j, lexicon.Unit) {
		return r.relatedMoment(i, j, rel, word)
	}
	unit := r.lx[j].entry.Value
	if prep := prose.Before(r.text, r.lx[i].start); word == "THIS" && unit == "D" && (prep == "to" || prep == "To") && prose.After(r.text, r.lx[j].end) != "as" { // and not: referred to this day as
		return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PRESENT_REF"}), j + 1
	}
	switch {
	case shortUnits.Has(unit), unit == "D" && unrelatedDays.Has(word):
		return nil, i
	case word == "SAME" && j == i+1 && r.lx[j].gap == gapHyphen: // same-day delivery
		return nil, i
	case r.has(j+1, lexicon.Dir) && r.lx[j+1].gap == gapHyphen: // the comparable year-ago quarter
		return nil, i
	case word == "LAST" && r.nextWord(j+1, "OF"):
		if e, end := r.lastWeekOf(j); end > j {
			return e, end
		}
		if j > i+1 || r.determined(i) || r.has(j+2, lexicon.Unit) || r.has(j+2, lexicon.Det) { // and not: was convicted last month of fraud
			return nil, i
		}
	}
	if r.spans(i, j, word, unit) && !r.orSo(j+1) {
		n := 1.
		if isFortnight(r.text, &r.lx[j]) {
			n = 2
		}
		if r.andAHalf(j + 1) { // for the next century and a half
			return r.relatedSpan(rel, n+0.5, unit), j + 4
		}
		return r.relatedSpan(rel, n, unit), j + 1
	}
	if rel.N != 0 && r.andAHalf(j+1) { // the past week and a half
		return r.relatedSpan(rel, 1.5, unit), j + 4
	}
	if unit == "D" && word == "NEXT" {
		rel.From = expr.Narrative
	}
	rel.Unit = unit
	e := r.new(expr.Expr{Rule: "related-" + unit, Kind: expr.Point, Type: expr.DateType, Rel: rel, Head: true})
	j++
	if r.orSo(j) { // the next year or so
		e.Mod = "APPROX"
		return e, j + 2
	}
	if end := r.ownedPart(e, j); end > j {
		return e, end
	}
	if word == "THIS" && anniversaries.Has(unit) && r.nextWord(j, "IN") && r.joined(j+1) {
		if year, have, end := r.year(j + 1); end > j+1 && have == 0 && !prose.IsPluralNoun(prose.After(r.text, r.lx[end-1].end)) { // on this day in 1911, and not: this month in 2000 schools
			e.Parts = expr.Parts{Have: expr.HasYear, Year: year}
			return e, end
		}
	}
	if unit == "D" && (word != "THIS" || rel.From == expr.Narrative) {
		return r.withTime(e, i, j)
	}
	return e, j
}

// anniversaries are the units that a column tells of as they were in another year: "this week in 1923".
var anniversaries = wordlist.SetOf("D W M1")

// shortUnits are those that no relation places: "the next hour" is a duration.
var shortUnits = wordlist.SetOf("S M H ML HY")

// unrelatedDays are the relations that place no day: "the last day" is one of something.
var unrelatedDays = wordlist.SetOf("LAST PAST LATEST COMING CURRENT")

// determined reports whether an article or another determiner stands before lexeme i.
func (r *run) determined(i int) bool { return i > 0 && r.lx[i-1].class == lexicon.Det }

// fullYear reads "full year" in a report, the one it reports on.
func (r *run) fullYear(i int, word string) (*expr.Expr, int) {
	if word != "WHOLE" || !r.nextUnit(i+1, "Y") || r.lx[i+1].gap != gapSpace || !r.reads(i, "full") {
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleRelatedY, Kind: expr.Point, Type: expr.DateType, Head: true, Rel: expr.Relation{Set: true, Unit: "Y"}}), i + 2
}

// relatedMoment reads "that date", "the same date", "the latest period", "the same period", whose noun stands at lexeme j.
func (r *run) relatedMoment(i, j int, rel expr.Relation, word string) (*expr.Expr, int) {
	switch {
	case (word == "THAT" || word == "SAME") && r.next(j, lexicon.Moment) && r.reads(j, "date"):
		rel.Unit = "D"
		return r.new(expr.Expr{Rule: "related-D", Kind: expr.Point, Type: expr.DateType, Head: true, Rel: rel}), j + 1
	case (word == "LATEST" || word == "SAME") && r.next(j, lexicon.Period):
		return r.new(expr.Expr{Rule: "period", Kind: expr.Point, Type: expr.DateType, Head: true, Rel: expr.Relation{Set: true, Unit: "P", From: rel.From}}), j + 1
	}
	return nil, i
}

// lastWeekOf reads what follows "last" in "the last week of September", "the last weekend of May", from its unit at lexeme j.
func (r *run) lastWeekOf(j int) (*expr.Expr, int) {
	if unit := r.lx[j].entry.Value; unit != "W" && unit != "WE" {
		return nil, j
	}
	e, end := r.weekIn(j+2, -1, r.lx[j].entry.Value == "WE")
	if end == j+2 {
		return nil, j
	}
	return e, end
}

// spans reports whether a related unit at lexeme i, with its noun at j, is a stretch up to now or on from now and none of the calendar's: "in the past year", "for the next
// fortnight", "in the last decade", and not "next year", "early next decade", "the music of the last century".
func (r *run) spans(i, j int, word, unit string) bool {
	the := i > 0 && r.lx[i-1].isThe()
	switch {
	case !the && word != "PAST", unit == "WE" || unit == "D":
		return false
	case word == "PAST":
		return true
	case word != "LAST" && word != "NEXT":
		return false
	case unit == "DE":
		return true
	case unit == "C":
		return prose.Before(r.text, r.lx[i-1].start) != "of"
	}
	return isFortnight(r.text, &r.lx[j]) || (unit == "Y" || unit == "M1" || unit == "W") && spanned.HasFold(prose.Before(r.text, r.lx[i-1].start))
}

// spanned are prepositions behind which "the next year" is a stretch: "over the next year".
var spanned = wordlist.SetOf("over for within")

// relatedSpan is a stretch of so many units that ends or begins where the relation says.
func (r *run) relatedSpan(rel expr.Relation, n float64, unit string) *expr.Expr {
	return r.new(expr.Expr{Rule: expr.RuleRelatedAmount, Kind: expr.Duration, Type: expr.DurationType, Head: true, Amount: expr.Amount{Number: expr.Number{Value: n}, Unit: unit}, Dir: rel.N, From: rel.From})
}

// ownedPart reads into e what a related unit owns at lexeme j, "next year's first quarter", "last year's summer", and gives the index after it; j where there
// is nothing.
func (r *run) ownedPart(e *expr.Expr, j int) int {
	if j >= len(r.lx) || r.lx[j].gap != gapOwner {
		return j
	}
	if part, end := ordinalQuarter(r, j); end > j && part.Parts.Have&^(expr.HasQuarter|expr.HasHalf|expr.HasFiscal) == 0 && !part.Rel.Set {
		e.Parts, e.Rule = part.Parts, expr.RuleRelatedQuarter
		return end
	}
	switch {
	case r.one(j, lexicon.Season):
		e.Parts = expr.Parts{Have: expr.HasSeason, Season: r.lx[j].entry.Value}
	case r.value(j, lexicon.Unit, "Q") || r.has(j, lexicon.Period): // last year's quarter
		e.Rel.Unit, e.Rel.N = "Q", 4*e.Rel.N
	default:
		return j
	}
	return j + 1
}

// saysThat reports whether the "that" of lexeme i begins a clause whose subject is the weekday or month of lexeme j or what it has: "told reporters that Friday's explosion was no accident",
// "warning that Saturday could be the worst day", "estimated that December sales were up".
func (r *run) saysThat(i, j int) bool {
	prev, next := prose.Before(r.text, r.lx[i].start), prose.After(r.text, r.lx[j].end)
	switch {
	case j != i+1 || r.text[r.lx[i].start] != 't' || prev == "" || prose.DatePrepositions.Has(prev):
		return false
	case r.has(j, lexicon.Month): // and not: an election that November has decided
		return counts.Has(next) || tense.Modals.Has(next)
	case prose.IsFunctionWord(prev) || prev == "which":
		return false
	}
	return strings.HasPrefix(r.text[r.lx[j].end:], "'s ") || prose.Finite.Has(next) || tense.Modals.Has(next)
}

// relatedName reads "last May", "next Friday", "this summer", "last night", "the previous winter", "last Christmas".
func relatedName(r *run, i int) (*expr.Expr, int) {
	rel, word, j := r.relationAt(i)
	if j == i || j >= len(r.lx) || r.lx[j].entry.Plural || word == "LATEST" || word == "CURRENT" {
		return nil, i
	}
	if word == "PAST" && r.value(i, lexicon.Rel, "PAST") && !(i > 0 && r.lx[i-1].isThe()) { // graduation past June 24
		return nil, i
	}
	l := &r.lx[j]
	if word == "FOLLOWING" && j == i+1 && !(i > 0 && r.lx[i-1].isThe()) && (strings.HasPrefix(r.text[l.end:], "'s ") || l.class == lexicon.Holiday) { // Following Monday's meeting, we can say; at 9 a.m. Tuesday, following Labor Day
		return nil, i
	}
	if l.entry.Beside && !l.stop || word == "THAT" && l.cap && (l.class == lexicon.Part || l.class == lexicon.Month && sayVerbs.Has(prose.Before(r.text, r.lx[i].start))) { // it was then that Dawn Petrakis, said that March
		return nil, i
	}
	if word == "THAT" && l.cap && (l.class == lexicon.Weekday || l.class == lexicon.Month) && r.saysThat(i, j) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "related-name", Kind: expr.Point, Type: expr.DateType, Rel: rel, Head: true})
	switch l.class {
	case lexicon.Month:
		return r.relatedMonth(e, i, j, word == "THAT")
	case lexicon.Weekday:
		return r.relatedWeekday(e, i, j)
	case lexicon.Season:
		e.Parts = expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}
	case lexicon.Holiday:
		e.Parts = expr.Parts{Holiday: l.holiday}
	case lexicon.Part:
		if word == "PAST" || l.entry.Value == "MI" || l.entry.Value == "MN" {
			return nil, i
		}
		e.Type, e.Rel.Unit, e.Rule = expr.TimeType, "D", "related-part"
		if word == "NEXT" {
			e.Rel.From = expr.Narrative
		}
		setPart(&e.Parts, l.entry.Value)
		e.Start, e.End = r.lx[i].start, l.end
		return r.partClock(e, j+1)
	default:
		return nil, i
	}
	return e, j + 1
}

// relatedMonth reads into e the month at lexeme j behind its relation at i, and a day of it: "last May", "next June 5". that says that the relation is "that", which
// may be a conjunction.
func (r *run) relatedMonth(e *expr.Expr, i, j int, that bool) (*expr.Expr, int) {
	l := &r.lx[j]
	if !l.cap {
		return nil, i
	}
	e.Parts = expr.Parts{Have: expr.HasMonth, Month: l.number}
	if that && r.next(j+1, lexicon.Int) && r.lx[j+1].plain && r.lx[j+1].digits == 4 { // said that January 1996 was its best month
		return nil, i
	}
	day, end := r.dayNumber(j + 1)
	switch {
	case end == j+1 || !r.joined(j+1):
		return e, j + 1
	case that: // they think that May 1 is too early
		return nil, i
	}
	e.Parts.Day = day
	e.Parts.Have |= expr.HasDay
	return e, end
}

// relatedWeekday reads into e the weekday at lexeme j behind its relation at i, with the day that it is or a time of it: "this Sunday, March 8", "next Friday at noon".
func (r *run) relatedWeekday(e *expr.Expr, i, j int) (*expr.Expr, int) {
	e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[j].number}
	if r.near(j + 1) {
		if d, end := r.fullDay(j + 1); end > j+1 && d.Kind == expr.Point && d.Parts.Has(expr.HasDay) && d.Second == nil {
			d.Parts.Have |= expr.HasWeekday
			d.Parts.Weekday, d.Start, d.Head = r.lx[j].number, r.lx[i].start, true
			return d, end
		}
	}
	return r.withTime(e, i, j+1)
}

// newYear reads "year" behind "the new": the next one.
func newYear(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	start := l.start - len("the new ")
	if l.entry.Value != "Y" || l.entry.Plural || start < 0 || r.text[start:l.start] != "the new " || start > 0 && r.text[start-1] != ' ' {
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleNewYear, Kind: expr.Point, Type: expr.DateType, Start: start, End: l.end, Rel: expr.Relation{Set: true, Unit: "Y", N: 1, From: expr.Narrative}}), i + 1
}

// namesAgo reads "two winters ago", "three Fridays ago".
func namesAgo(r *run, i int) (*expr.Expr, int) {
	n, j := r.lx[i].number, i+1
	if n < 2 || n > 9 || !r.joined(j) || !r.value(j+1, lexicon.Dir, "AGO") || !r.joined(j+1) || !r.lx[j].entry.Plural {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "names-ago", Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, N: -n}})
	switch l := &r.lx[j]; l.class {
	case lexicon.Season:
		e.Parts = expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}
	case lexicon.Weekday:
		e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: l.number}
	default:
		return nil, i
	}
	return e, j + 2
}

// ourTimes are what "today's" places in our times and not on a day: "in today's world".
var ourTimes = wordlist.SetOf("world youth society generation generations children kids teenagers students families women men consumers standards technology computers culture money dollars")

// deicticDay reads "today", "tomorrow morning", "yesterday at noon", "tonight".
func deicticDay(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleDeictic, Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: "D", N: l.number}})
	if rest := r.text[l.end:]; l.number == 0 && strings.HasPrefix(rest, "'s ") && ourTimes.HasFold(prose.After(rest, strings.IndexByte(rest, ' '))) {
		return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PRESENT_REF"}), i + 1
	}
	if l.entry.Value == "O" {
		return overnight(r, i)
	}
	if l.entry.Value == "N" {
		e.Type = expr.TimeType
		e.Parts = expr.Parts{Have: expr.HasTod, Tod: "NI"}
		e.Start, e.End = l.start, l.end
		return r.partClock(e, i+1) // tonight at eight o'clock
	}
	if week := i + 1; l.number >= 0 && r.value(week, lexicon.Unit, "W") && !r.lx[week].entry.Plural && r.lx[week].gap == gapSpace && dayEnds(r.text, r.lx[week].end) { // tomorrow week
		return r.atTime(r.new(expr.Expr{Rule: expr.RuleWeekFromDay, Kind: expr.Offset, Type: expr.DateType, Amount: r.oneUnit(week), Dir: 1, Base: e}), i, week+1)
	}
	return r.withTime(e, i, i+1)
}

// laterIn reads "later that year", "later in the month", "earlier in the day".
func laterIn(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.entry.Value != "LATER" && l.entry.Value != "EARLIER" || !r.joined(i+1) || !r.word(i+1, "IN") {
		return nil, i
	}
	j := i + 2
	e, end := r.parse(j)
	if end == j && r.value(j, lexicon.Det, "THE") && r.one(j+1, lexicon.Unit) {
		e = r.new(expr.Expr{Rule: expr.RuleLaterIn, Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: r.lx[j+1].entry.Value}})
		end = j + 2
	}
	if end == j || e.Kind != expr.Point {
		return nil, i
	}
	e.Start, e.End = 0, 0
	e.Mod = "START"
	if l.entry.Value == "LATER" {
		e.Mod = "END"
	}
	return e, end
}
