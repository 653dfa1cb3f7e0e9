package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// partAt reads a part of a day with its day at lexeme i, to go with a clock time: "tomorrow morning", "this evening", "Friday night", "the
// morning of 9 January".
func (r *run) partAt(i int) (*expr.Expr, int) {
	fits := func(e *expr.Expr) bool {
		return e.Mod == "" && e.Parts.Has(expr.HasTod) && (e.Parts.Has(expr.HasDay|expr.HasWeekday) || e.Parts.Holiday != nil || e.Rel.Set)
	}
	if j := r.the(i); j > i && j < len(r.lx) && r.isWeekday(j) && r.word(i-1, "ON") { // at one o'clock on the Sunday morning
		if e, end := weekdayDate(r, j); end > j && e.Kind == expr.Point && e.Second == nil && fits(e) {
			return e, end
		}
	}
	return r.longest(i, fits)
}

// partClock adds the clock time that follows a part of a day: "tomorrow night at 11", "last night at about eleven".
func (r *run) partClock(e *expr.Expr, j int) (*expr.Expr, int) {
	if !r.nextWord(j, "AT") || !r.joined(j+1) {
		return e, j
	}
	at := j + 1
	about := r.nextValue(at, lexicon.Approx, "APPROX") && r.joined(at+1)
	if about {
		at++
	}
	p := e.Parts
	end := r.clock(&p, at)
	hour := r.plainNumber(at) && r.lx[at].digits <= 2 || r.has(at, lexicon.Num)
	if l := &r.lx[at]; end == at && hour && l.number >= 1 && l.number <= 12 && endsClause(r.text, l.end) {
		p.SetClock(l.number, -1, -1)
		end = at + 1
	}
	if end == at {
		return e, j
	}
	p.Hour = expr.HourIn(p.Hour, p.Tod)
	p.Have &^= expr.HasTod
	e.Parts, e.Rule, e.End = p, e.Rule+"+clock", r.lx[end-1].end
	if about && e.Mod == "" {
		e.Mod = "APPROX"
	}
	return e, end
}

// hourOfPart reports whether a part of a day with its day follows the clock of lexemes i to j, and a preposition of clock times stands before it:
// "by nine this morning", "until 8 tomorrow night".
func (r *run) hourOfPart(i, j int) bool {
	if !r.partWithDay(j, true) {
		return false
	}
	prep := r.wordBefore(i)
	if prep == "to" && !r.partWithDay(j, false) {
		return false
	}
	return clockPrepositions.Has(prep) || r.lx[i].class == lexicon.Decimal && r.has(j, lexicon.Deictic) && prose.Before(r.text, r.lx[i].start) == "for" // the alarm is set for 6.45 tomorrow morning
}

// partWithDay reports whether a part of a day with its day stands at lexeme j: "this morning", "Saturday morning", "on the morning of 24 September". Without weekdays "Saturday morning" and "on Monday morning" do not count:
// they voted 3 to 1 Tuesday night.
func (r *run) partWithDay(j int, weekdays bool) bool {
	if !r.joined(j) || r.lx[j].gap != gapSpace {
		return false
	}
	k := r.the(j) // by seven the next morning
	if (r.next(k, lexicon.Rel) || r.next(k, lexicon.Deictic) || weekdays && r.next(k, lexicon.Weekday)) && r.one(k+1, lexicon.Part) || r.value(j, lexicon.Deictic, "N") {
		return true
	}
	if k > j && r.one(k, lexicon.Part) && r.nextValue(k+1, lexicon.Dir, "BEFORE") { // until nine the night before
		return true
	}
	if k = r.the(j + 1); !r.word(j, "ON") || !r.joined(k) {
		return false
	}
	if k > j+1 && r.one(k, lexicon.Part) && r.nextWord(k+1, "OF") { // at nine on the morning of 24 September
		return true
	}
	if r.lx[k].isA() {
		k++
	}
	return weekdays && r.next(k, lexicon.Weekday) && r.nextOne(k+1, lexicon.Part) // at four on Monday morning, at six on the Friday morning, at ten on a Tuesday morning
}

// partFollows reports whether "in the morning" or "at night" stands at lexeme i.
func (r *run) partFollows(i int) bool {
	if !r.joined(i) {
		return false
	}
	return r.nextWord(i, "IN") && r.nextValue(i+1, lexicon.Det, "THE") && r.next(i+2, lexicon.Part) ||
		r.nextWord(i, "AT") && r.value(i+1, lexicon.Part, "NI")
}

// partOfDay reads "midnight Friday", "noon", "the night of April 18, 1775", "morning" and what follows it.
func partOfDay(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RulePartOfDay, Kind: expr.Point, Type: expr.TimeType, Head: true, Start: l.start, End: l.end})
	if l.entry.Plural { // most mornings, in the mornings
		count := prose.Before(r.text, l.start)
		whole := count == "the" && strings.EqualFold(prose.Before(r.text, l.start-len(" the")), "in") && dayEnds(r.text, l.end)
		if !whole && count != "most" && count != "many" && count != "some" || r.text[l.start-1] != ' ' {
			return nil, i
		}
		e.Rule, e.Kind, e.Type, e.Head, e.Start = "most-parts", expr.Set, expr.SetType, false, l.start-1-len(count)
		setPart(&e.Parts, l.entry.Value)
		return e, i + 1
	}
	setPart(&e.Parts, l.entry.Value)
	if prose.Before(r.text, l.start) == "all" && r.text[l.start-1] == ' ' && e.Parts.Has(expr.HasTod) && dayEnds(r.text, l.end) { // it rained all morning
		e.Head, e.Start = false, l.start-len("all ")
		return e, i + 1
	}
	j := i + 1
	if r.nextValue(j, lexicon.Unit, "H") && r.lx[j].entry.Plural { // the early morning hours of 2 June
		e.End = r.lx[j].end
		j++
	}
	if e.Parts.Has(expr.HasHour) && r.next(j, lexicon.Zone) { // noon EST
		j = r.zone(&e.Parts, j)
		e.End = r.lx[j-1].end
	}
	e.Weak = true
	if r.word(j, "OF") && r.has(r.the(j+1), lexicon.Ord) && r.reads(i, "dawn") && r.has(r.the(j+1)+1, lexicon.Unit) { // the dawn of the 18th century
		return nil, i
	}
	d, end := r.withDay(e, i, j)
	if end == j && r.nextWord(j, "OF") && r.value(j+1, lexicon.Rel, "THAT") {
		return e, j
	}
	return d, end
}

// earlyHours reads "early hours of Friday", "early hours of Thursday morning", and "early hours" alone: the morning of a day.
func earlyHours(r *run, i int) (*expr.Expr, int) {
	early := r.lx[i].class == lexicon.Mod && r.lx[i].entry.Value == "START"
	if !early || !r.value(i+1, lexicon.Unit, "H") || !r.lx[i+1].entry.Plural || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RulePartOfDay, Kind: expr.Point, Type: expr.TimeType, Head: true, Weak: true, Start: r.lx[i].start, End: r.lx[i+1].end, Parts: expr.Parts{Have: expr.HasTod, Tod: "MO"}})
	return r.hoursOfPart(e, i, i+2)
}

// hoursOfPart adds the day, or the morning or night, that small hours belong to: "the early hours of Thursday morning".
func (r *run) hoursOfPart(e *expr.Expr, i, j int) (*expr.Expr, int) {
	day, end := r.withDay(e, i, j)
	if end > j || !r.word(j, "OF") {
		return day, end
	}
	part, k := r.partAt(r.the(j + 1))
	if part == nil {
		return day, end
	}
	part.Start, part.Head, part.End = e.Start, true, r.lx[k-1].end
	return part, k
}

// smallHours reads "hours" behind "the small" or "the wee": the morning of a day.
func smallHours(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	word := prose.Before(r.text, l.start)
	if l.entry.Value != "H" || !l.entry.Plural || word != "small" && word != "wee" {
		return nil, i
	}
	start := l.start - len("the ") - len(word) - 1
	if start < 0 || !strings.HasPrefix(r.text[start:], "the ") {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RulePartOfDay, Kind: expr.Point, Type: expr.TimeType, Start: start, End: l.end, Parts: expr.Parts{Have: expr.HasTod, Tod: "MO"}})
	return r.hoursOfPart(e, i, i+1)
}

// placing are prepositions of place: "snow fell overnight along the coast".
var placing = wordlist.SetOf("along across near into outside inside over off amid toward towards around between among above below")

// overnight reads "overnight" where it says when, with its day if one follows. It is no time in "an overnight success".
func overnight(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleOvernight, Kind: expr.Point, Type: expr.TimeType, Parts: expr.Parts{Have: expr.HasTod, Tod: "NI"}})
	at := i + 1
	if r.nextWord(at, "ON") {
		at++
	}
	if day, end := r.dayAt(at); end > at && r.joined(at) { // overnight Sunday, overnight on Wednesday
		e.JoinDay(day)
		return e, end
	}
	next := strings.ToLower(prose.After(r.text, l.end))
	if _, known := lexicon.Lookup(next); !endsClause(r.text, l.end) && !prose.AfterDay.Has(next) && !known && !placing.Has(next) {
		return nil, i
	}
	if prose.Determiners.HasFold(prose.Before(r.text, l.start)) {
		return nil, i
	}
	return e, i + 1
}

// setPart sets a part of the day; noon and midnight are clock times.
func setPart(p *expr.Parts, value string) {
	switch value {
	case "MI":
		p.SetClock(12, 0, -1)
	case "MN":
		p.SetClock(24, 0, -1)
	case "LU": // about midday, and no clock time
		p.Have |= expr.HasTod
		p.Tod = "MI"
	default:
		p.Have |= expr.HasTod
		p.Tod = value
	}
}
