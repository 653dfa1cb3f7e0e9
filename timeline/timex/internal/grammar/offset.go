package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// weekFromDay reads "a week on Thursday", "a fortnight tomorrow", whose amount stands from lexeme i to j; the index after it is i where there is none.
func (r *run) weekFromDay(a expr.Amount, i, j int) (*expr.Expr, int) {
	if a.Unit != "W" || !r.lx[i].isA() || a.Number.Value > 2 || !r.joined(j) || spanPrepositions.Has(prose.Before(r.text, r.lx[i].start)) {
		return nil, i
	}
	if on := j + 1; r.word(j, "ON") && r.nextOne(on, lexicon.Weekday) && !r.has(on+1, lexicon.Part) {
		return r.atTime(r.weekFrom(on, a), i, on+1)
	}
	if !r.has(j, lexicon.Deictic) || !r.lx[i].isA() {
		return nil, i
	}
	if l := &r.lx[j]; l.entry.Value == "O" || l.gap != gapSpace || l.number < 0 || !dayEnds(r.text, l.end) {
		return nil, i
	}
	day := r.new(expr.Expr{Rule: expr.RuleDeictic, Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: "D", N: r.lx[j].number}})
	e := r.new(expr.Expr{Rule: expr.RuleWeekFromDay, Kind: expr.Offset, Type: expr.DateType, Amount: a, Dir: 1, Base: day})
	return r.atTime(e, i, j+1)
}

// countedOffset reads an amount before or after something: "two years ago", "three days later", "a year-ago", "a week earlier",
// "five months from now", "two days before Christmas", "a year ago Tuesday", "three weeks after the crash" (whose date is the narrative's).
func countedOffset(r *run, i int) (*expr.Expr, int) {
	a, j := r.amount(i)
	if j == i {
		var ok bool
		if a, j, ok = r.hyphenAmount(i); !ok {
			return nil, i
		}
	}
	if all, k := r.smaller(a, j); k > j && r.has(k, lexicon.Dir) { // two years and three months ago
		a, j = all, k
	}
	amountEnd := r.lx[max(j-1, i)].end
	if e, end := r.weekFromDay(a, i, j); end > i {
		return e, end
	}
	if r.one(j, lexicon.Time) && r.lx[j].gap == gapOwner && expr.Units[a.Unit].Days > 0 && r.wordBefore(i) == "in" { // in two weeks' time, in about two weeks' time
		return r.new(expr.Expr{Rule: "in-time", Kind: expr.Offset, Type: expr.DateType, Amount: a, AmountEnd: amountEnd, Dir: 1, From: expr.Speech}), j + 1
	}
	if prev := prose.Before(r.text, r.lx[i].start); r.lx[i].isA() && (prev == "once" || prev == "twice" || prev == "times" && !r.countsBack(j)) { // once a week thereafter
		return nil, i
	}
	if back := len(" back"); expr.Units[a.Unit].Days > 0 && strings.HasPrefix(r.text[amountEnd:], " back") && prose.After(r.text, amountEnd) == "back" && dayEnds(r.text, amountEnd+back) && !movesBack.HasFold(prose.Before(r.text, r.lx[i].start)) { // we met a month back at Faridabad
		return r.new(expr.Expr{Rule: expr.RuleAgo, Kind: expr.Offset, Type: expr.DateType, Amount: a, AmountEnd: amountEnd, End: amountEnd + back, Start: r.lx[i].start, Dir: -1, From: expr.Speech}), j
	}
	so := r.orMore(i, j) && r.has(j+2, lexicon.Dir)
	if so { // a decade or so ago
		a.Number.Vague = a.Number.Vague || !r.orSo(j) // an hour or two later
		j += 2
	}
	if !r.joined(j) || r.lx[j].gap == gapHyphen && r.lx[i].class == lexicon.Det {
		return nil, i // "a year-earlier loss" leaves the article to its noun
	}
	e := r.new(expr.Expr{Rule: expr.RuleOffset, Kind: expr.Offset, Type: expr.DateType, Amount: a, AmountEnd: amountEnd})
	if so && !a.Number.Vague || a.Number.About {
		e.Mod = "APPROX"
	}
	if r.isPartCounted(j - 1) { // two nights ago
		e.Type = expr.TimeType
		setPart(&e.Parts, r.lx[j-1].entry.Value)
	}
	return r.directed(e, i, j)
}

// movesBack are verbs of what goes, or is moved, back by an amount of time.
var movesBack = wordlist.SetOf("go goes going went gone date dates dating dated look looks looking looked travel reach reaches reached set push pushed pushes put puts take takes took taken get got give gave given brought bring moved move moves")

// directed finishes an offset with the direction at lexeme j and what it is counted from.
func (r *run) directed(e *expr.Expr, i, j int) (*expr.Expr, int) {
	l, end := &r.lx[j], j+1
	if r.word(j, "ON") && strings.HasPrefix(r.text[l.end:], ",") && strings.TrimLeft(prose.SentenceBefore(r.text, r.lx[i].start, prose.SentenceReach), " ") == "" { // Two years on, half the houses are empty.
		e.Dir, e.From = 1, expr.Narrative
		return e, end
	}
	if r.has(j, lexicon.Rel) && r.reads(j, "prior") && endsClause(r.text, l.end) { // He had left two years prior.
		e.Dir, e.From = -1, expr.Narrative
		return e, end
	}
	if l.class != lexicon.Dir {
		return nil, i
	}
	if (l.entry.Value == "EARLIER" || l.entry.Value == "LATER") && prose.After(r.text, l.end) == "than" { // a week later than planned: by how much, not when
		e.Kind, e.Type, e.Rule = expr.Duration, expr.DurationType, "offset-event"
		return e, j
	}
	switch l.entry.Value {
	case "AGO":
		e.Dir, e.From, e.Rule = -1, expr.Speech, expr.RuleAgo
		if r.has(end, lexicon.Weekday) && r.lx[end].gap == gapSpace && !r.lx[end].entry.Plural { // a year ago Tuesday
			e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[end].number}
			end++
		} else if k := r.agoFromDay(e, end); k > end { // a week ago yesterday, fifty years ago tonight
			end = k
		} else if base, k := r.agoFrom(e, end); k > end { // ten years ago this month
			e.Base, end = base, k
		}
	case "EARLIER":
		e.Dir, e.From = -1, expr.Narrative
	case "LATER":
		e.Dir, e.From = 1, expr.Narrative
	case "HENCE":
		e.Dir, e.From = 1, expr.Speech
	case "FROM":
		base, k := r.parse(end)
		switch {
		case e.Amount.Unit == "Q", e.Amount.Number.Vague && k > end && base.Kind == expr.Point, base != nil && r.lastsFrom(i, base): // to strike for 48 hours from Friday; rise by a quarter from 1 July, told in days from 1 March
			return nil, i
		case k > end && base.Kind == expr.Reference && base.Ref == "PRESENT_REF":
			e.Dir, e.From, end = 1, expr.Speech, k
		case k > end && base.Kind == expr.Point && base.IsDay() && base.Second == nil && r.joined(end) && (!r.until(k) || base.Rule == expr.RuleDeictic && !r.rangesTo(k)):
			if base.Parts.Have == expr.HasWeekday && !base.Rel.Set { // a week from Monday is a week from the next one
				base.Rule, base.Rel = expr.RuleWeekFromDay, expr.Relation{Set: true, N: 1}
			}
			e.Dir, e.Base, end = 1, base, k
		default:
			return nil, i
		}
	case "BEFORE", "AFTER":
		return r.offsetFrom(e, i, j)
	default:
		return nil, i
	}
	return e, end
}

// rangesTo reports whether the "to" at lexeme i ends a range: "from today to Friday", and not "a week from today to talk".
func (r *run) rangesTo(i int) bool {
	_, end := r.parse(i + 1)
	return end > i+1
}

// agoFromDay reads the day at lexeme i that an amount is counted back from, and its part, gives both to e, and gives the index after them; i where there is none: "a week ago
// yesterday", "forty years ago this morning".
func (r *run) agoFromDay(e *expr.Expr, i int) (end int) {
	l, part := &r.lx[min(i, len(r.lx)-1)], i+1
	day := 0
	switch {
	case i >= len(r.lx) || l.gap != gapSpace || expr.Units[e.Amount.Unit].Days == 0: // and not: five hours ago this morning
		return i
	case l.class == lexicon.Deictic && l.entry.Value == "N": // tonight
		part = i
	case l.class == lexicon.Deictic:
		day = l.number
	case !r.value(i, lexicon.Rel, "THIS") || !r.nextOne(part, lexicon.Part):
		return i
	}
	switch {
	case part == i:
		setPart(&e.Parts, "NI")
	case r.nextOne(part, lexicon.Part):
		setPart(&e.Parts, r.lx[part].entry.Value)
	default:
		part = i
	}
	if e.Parts.Has(expr.HasTod | expr.HasHour) {
		e.Type = expr.TimeType
	}
	e.Base = r.new(expr.Expr{Rule: expr.RuleDeictic, Kind: expr.Point, Type: expr.DateType, Rel: expr.Relation{Set: true, Unit: "D", N: day}})
	return part + 1
}

// agoFrom reads the week, weekend, month or season at lexeme i that years are counted back from: "twenty years ago this week", "two years ago last summer".
func (r *run) agoFrom(e *expr.Expr, i int) (*expr.Expr, int) {
	if e.Amount.Unit != "Y" || e.Amount.Number.Vague || !r.next(i, lexicon.Rel) || r.lx[i].gap != gapSpace || r.lx[i].cap {
		return nil, i
	}
	base, end := r.parse(i)
	if end == i || base.Kind != expr.Point || base.Second != nil || !base.Rel.Set || base.Rel.From != expr.Speech || base.Mod != "" {
		return nil, i
	}
	week := base.Parts.Have == 0 && (base.Rel.Unit == "W" || base.Rel.Unit == "WE" || base.Rel.Unit == "M1")
	if !week && base.Parts.Have != expr.HasMonth && base.Parts.Have != expr.HasSeason {
		return nil, i
	}
	return base, end
}

// lastsFrom reports whether the amount from lexeme i on is how long something lasts from a date, and not how far behind it a plan lies: "for 48 hours from Friday", "planned
// for a week from Friday".
func (r *run) lastsFrom(i int, base *expr.Expr) bool {
	start := r.lx[i].start
	return base.Kind == expr.Point && !base.Rel.Set && prose.Before(r.text, start) == "for" && tense.Plans.Get(prose.Before(r.text, start-len(" for")))&tense.PlanFor == 0
}

// spanPrepositions stand before a week that is an amount: "for the second time in a week on Sunday".
var spanPrepositions = wordlist.SetOf("in for within of over after per than by")

// offsetFrom reads what "before" and "after" count from. A date makes one date of the two; an event leaves a duration, which
// TIMEX3 has for it, with a date found from the narrative.
func (r *run) offsetFrom(e *expr.Expr, i, j int) (*expr.Expr, int) {
	if e.Amount.Unit == "WE" && e.Amount.Number.Vague { // weekends after 2003
		return nil, i
	}
	e.Dir = -1
	if r.lx[j].entry.Value == "AFTER" {
		e.Dir = 1
	}
	if r.joined(j + 1) {
		if base, k := r.parse(j + 1); k > j+1 && base.Kind == expr.Point && base.Second == nil && fits(r, j+1, k, base) && (e.Amount.Unit != "Y" || base.Parts.Have != expr.HasYear) {
			e.Base = base
			return e, k
		}
	}
	e.From = expr.Narrative
	if e.Dir < 0 && (endsClause(r.text, r.lx[j].end) || pastGoesOn.Has(prose.After(r.text, r.lx[j].end))) { // He had left two years before.
		return e, j + 1
	}
	if that := r.lx[j].end + len(" that"); prose.After(r.text, r.lx[j].end) == "that" && r.countsFromThat(e, r.lx[i].start, that) { // The work began in 1904; ten years after that, it ended.
		e.Start, e.End = r.lx[i].start, that
		if r.has(j+1, lexicon.Rel) {
			j++
		}
		return e, j + 1
	}
	e.Kind, e.Type, e.Rule = expr.Duration, expr.DurationType, "offset-event"
	return e, j
}

// pastGoesOn are words that go on behind the "before" of an amount that is counted back from what was told: "where thirty years before there had been", "who two years before had left".
var pastGoesOn = wordlist.SetOf("there had with and")

// countsFromThat reports whether "that", which ends at byte offset end behind an amount that begins at start and "before" or "after", stands for what was told: "ten years after that,
// it ended", and not "for months before that", "it lasted 38 days before that".
func (r *run) countsFromThat(e *expr.Expr, start, end int) bool {
	next := prose.After(r.text, end)
	if e.Dir > 0 {
		return endsClause(r.text, end) || clauseStarts.Has(next) || prose.IsName(next)
	}
	return endsClause(r.text, end) && !e.Amount.Number.Vague && !lasts.HasFold(prose.Before(r.text, start))
}

// lasts stand before an amount that something lasts.
var lasts = wordlist.SetOf("for in within lasted took spent worked served lived")

// clauseStarts are words with which a clause begins, so that "that" before them stands for what was told.
var clauseStarts = wordlist.SetOf("the a an he she it they we i his her their its there and but")

// endsClause reports whether a mark or the end of the text stands at offset at.
func endsClause(text string, at int) bool {
	return at >= len(text) || strings.IndexByte(".,;:)!?", text[at]) >= 0
}

// hyphenAmount reads a bare unit that a direction hangs on: "year-ago", "year-earlier".
func (r *run) hyphenAmount(i int) (expr.Amount, int, bool) {
	if !r.one(i, lexicon.Unit) || !r.has(i+1, lexicon.Dir) || r.lx[i+1].gap != gapHyphen {
		return expr.Amount{}, i, false
	}
	return expr.Amount{Number: expr.Number{Value: 1}, Unit: r.lx[i].entry.Value}, i + 1, true
}

// spanAround reads the unit of "in the week before the vote", "in the year since the coup": a length of time beside an event.
func spanAround(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Unit) || !r.next(i+1, lexicon.Dir) || !r.lx[max(i-1, 0)].isThe() || !spans.HasFold(prose.Before(r.text, r.lx[i-1].start)) {
		return nil, i
	}
	switch r.lx[i].entry.Value {
	case "W", "M1", "Y", "DE", "C":
	default:
		return nil, i
	}
	switch r.lx[i+1].entry.Value {
	case "BEFORE", "AFTER", "SINCE":
	default:
		return nil, i
	}
	if !prose.Determiners.Has(prose.After(r.text, r.lx[i+1].end)) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "offset-event", Kind: expr.Duration, Type: expr.DurationType, Head: true, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: r.lx[i].entry.Value}}), i + 1
}

// spans stand before a length of time in which something was so.
var spans = wordlist.SetOf("in over during throughout within")

// unitBefore reads "the day before", "the week after", with the date that they are counted from where one follows.
func unitBefore(r *run, i int) (*expr.Expr, int) {
	if e, end := spanAround(r, i); end > i {
		return e, end
	}
	if !r.one(i, lexicon.Unit) || !r.next(i+1, lexicon.Dir) && !r.next(i+1, lexicon.Rel) || r.lx[i+1].gap == gapHyphen {
		return nil, i
	}
	if i > 2 && r.value(i, lexicon.Unit, "D") && r.word(i-2, "TO") && r.has(i-3, lexicon.Unit) { // a year to the day after the fire
		return nil, i
	}
	d := r.lx[i+1].entry.Value
	if r.value(i+1, lexicon.Rel, "FOLLOWING") && endsClause(r.text, r.lx[i+1].end) {
		d = "AFTER" // the day following
	}
	if d != "BEFORE" && d != "AFTER" {
		return nil, i
	}
	if next := prose.After(r.text, r.lx[i+1].end); (d == "AFTER" || r.inUnit(i)) && (amounts.Has(next) || isDoing(next)) { // will retire at the end of the year after more than 15 years; later in the day before going home
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleUnitBefore, Kind: expr.Offset, Type: expr.DateType, Head: true, From: expr.Narrative, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: r.lx[i].entry.Value}, Dir: 1})
	if d == "BEFORE" {
		e.Dir = -1
	}
	if d == "BEFORE" && r.beforeLast(i+1) { // the year before last
		e.From, e.Amount.Number.Value = expr.Speech, 2
		return e, i + 3
	}
	if d == "AFTER" && r.nextValue(i+2, lexicon.Rel, "NEXT") && !r.joined(i+3) { // the week after next
		return r.new(expr.Expr{Rule: expr.RuleUnitBefore, Kind: expr.Point, Type: expr.DateType, Head: true, Rel: expr.Relation{Set: true, Unit: r.lx[i].entry.Value, N: 2}}), i + 3
	}
	if r.joined(i + 2) {
		if base, k := r.parse(i + 2); k > i+2 && base.Kind == expr.Point && base.Second == nil {
			e.Base = base
			return e, k
		}
	}
	return e, i + 2
}

// bareDayBefore reads "day before yesterday" and "day after tomorrow" without their article.
func bareDayBefore(r *run, i int) (*expr.Expr, int) {
	if !r.value(i, lexicon.Unit, "D") || !r.next(i+2, lexicon.Deictic) || r.lx[i+2].number == 0 { // and not: the day before. Yesterday
		return nil, i
	}
	return unitBefore(r, i)
}

// isDoing reports whether a word behind "before" or "after" is what was done then: "closing", and not "Beijing".
func isDoing(word string) bool { return strings.HasSuffix(word, "ing") && !prose.IsName(word) }

// inUnit reports whether the unit of lexeme i is one that something falls in or ends with, not one that is counted: "later in the day", "by the end of the year".
func (r *run) inUnit(i int) bool {
	at := r.lx[i].start
	if i > 0 && r.lx[i-1].isThe() {
		at = r.lx[i-1].start
	}
	prep := prose.Before(r.text, at)
	return prep == "in" || prep == "of"
}

// amounts begin an amount of time that a preposition stands before.
var amounts = wordlist.SetOf("more less almost nearly about over under")

// partBefore reads "night before", "morning after" behind "the", and the day that it is before or after: "the night before Christmas".
func partBefore(r *run, i int) (*expr.Expr, int) {
	if !r.one(i, lexicon.Part) || !r.has(i+1, lexicon.Dir) || r.lx[i+1].gap != gapSpace || r.inUnit(i) && isDoing(prose.After(r.text, r.lx[i+1].end)) { // in the morning before closing lower
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "part-before", Kind: expr.Point, Type: expr.TimeType, Head: true, Rel: expr.Relation{Set: true, Unit: "D", N: 1, From: expr.Narrative}})
	switch r.lx[i+1].entry.Value {
	case "BEFORE":
		e.Rel.N = -1
	case "AFTER":
	default:
		return nil, i
	}
	setPart(&e.Parts, r.lx[i].entry.Value)
	if e.Rel.N < 0 && r.beforeLast(i+1) {
		e.Rel.N, e.Rel.From = -2, expr.Speech
		return e, i + 3
	}
	if base, k := r.parse(i + 2); k > i+2 && r.joined(i+2) && base.Kind == expr.Point && base.Second == nil && base.IsDay() { // the night before Christmas
		e.Kind, e.Amount, e.Dir, e.Base, e.Rel = expr.Offset, expr.Amount{Number: expr.Number{Value: 1}, Unit: "D"}, e.Rel.N, base, expr.Relation{}
		return e, k
	}
	return e, i + 2
}

// beforeLast reports whether "before last" stands at lexeme i and no more behind it: "the year before last", "the winter before last".
func (r *run) beforeLast(i int) bool {
	return r.value(i, lexicon.Dir, "BEFORE") && r.joined(i) && r.nextValue(i+1, lexicon.Rel, "LAST") && (!r.joined(i+2) || r.lx[i+2].isThe() || r.lx[i+2].class == lexicon.Word)
}

// longAgo reads "long ago", "a long time ago", "some time ago".
func longAgo(r *run, i int) (*expr.Expr, int) {
	j := i
	if r.lx[j].isA() {
		j++
	}
	some := j == i && r.lx[j].class == lexicon.Approx && r.reads(j, "some")
	if !r.isLong(j) && !some {
		return nil, i
	}
	switch prose.Before(r.text, r.lx[i].start) {
	case "that", "so", "how", "not", "too", "as": // not that long ago, as long ago as October
		return nil, i
	}
	j++
	if r.next(j, lexicon.Time) {
		j++
	} else if j > i+1 || some {
		return nil, i
	}
	if !r.value(j, lexicon.Dir, "AGO") || !r.joined(j) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "long-ago", Kind: expr.Reference, Type: expr.DateType, Ref: "PAST_REF"}), j + 1
}
