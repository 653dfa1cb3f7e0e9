package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// dayAlone reads "22nd" in "on the 22nd": a day of the month that the text tells of.
func dayAlone(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.class == lexicon.Ord && l.digits > 0 && l.number >= 1 && l.number <= 31 && headsEntry(r.text, l.start, l.end) { // 7th. To town with the oxen
		return r.new(expr.Expr{Rule: expr.RuleDay, Kind: expr.Point, Type: expr.DateType, Entry: true, Parts: expr.Parts{Have: expr.HasDay, Day: l.number}}), i + 1
	}
	if i == 0 || !r.lx[i-1].isThe() || !r.joined(i) || l.number > 31 {
		return nil, i
	}
	if l.class == lexicon.Num { // the twenty-sixth
		day, end := r.dayNumber(i)
		if end != i+2 {
			return nil, i
		}
		return r.new(expr.Expr{Rule: expr.RuleDay, Kind: expr.Point, Type: expr.DateType, Weak: true, Head: true, Parts: expr.Parts{Have: expr.HasDay, Day: day}}), end
	}
	if e, end := r.dayOfMonth(i); end > i {
		return e, end
	}
	if l.number < 1 || l.digits == 0 && (!r.partBefore(i-1) || !dayEnds(r.text, l.end) && r.joined(i+1)) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleDay, Kind: expr.Point, Type: expr.DateType, Weak: true, Head: true, Parts: expr.Parts{Have: expr.HasDay, Day: l.number}})
	if other, end := r.otherDay(i + 1); end > i+1 && r.has(end-1, lexicon.Ord) && r.lx[end-1].digits > 0 && other > l.number && r.lx[i+1].gap == gapSpace { // the 19th and 22nd
		second := r.new(*e)
		second.Start, second.End, second.Parts.Day = r.lx[end-1].start, r.lx[end-1].end, other
		if r.lx[end-2].isThe() {
			second.Start = r.lx[end-2].start
		}
		e.Start, e.End, e.Second, e.Ranged = l.start, l.end, second, r.rangeLink(i+1) || prose.EqualFold(prose.Before(r.text, r.lx[i-1].start), "between")
		return e, end
	}
	return e, i + 1
}

// partBefore reports whether the part of a day stands before the "of" of what begins at lexeme i: "the night of the fifth".
func (r *run) partBefore(i int) bool {
	return r.word(i-1, "OF") && r.joined(i) && r.one(i-2, lexicon.Part) && r.joined(i-1)
}

// yearSpoken reads "the year" at lexeme j, whose first day something is counted from: "since the first of the year".
func (r *run) yearSpoken(j int) (*expr.Expr, int) {
	e, end := theUnit(r, r.the(j))
	if e == nil || r.the(j) == j || e.Rel.Unit != "Y" || e.Kind != expr.Point {
		return nil, j
	}
	return e, end
}

// dayOfMonth reads "18th of the following month", "first of this month", "first day of March", "last day of the month", "final day of 1999",
// "last night of May".
func (r *run) dayOfMonth(i int) (*expr.Expr, int) {
	l, j := &r.lx[i], i+1
	named, part := r.nextUnit(j, "D"), ""
	if r.nextOne(j, lexicon.Part) { // the last night of May
		named, part = true, r.lx[j].entry.Value
	}
	last := l.class == lexicon.Rel && l.entry.Value == "LAST" || l.class == lexicon.Ord && l.number == -1
	if named {
		j++
	} else if l.class != lexicon.Ord {
		return nil, i
	}
	if last && !named && prose.EqualFold(r.text[l.start:l.end], "final") { // the final of 2022 went to extra time
		return nil, i
	}
	if !last && (l.class != lexicon.Ord || l.number < 1) || !r.word(j, "OF") || !r.joined(j) || !r.joined(j+1) {
		return nil, i
	}
	j++
	e, end := r.monthRelated(j)
	if l.digits == 0 && !named && !last {
		if end == j && l.number == 1 {
			e, end = r.yearSpoken(j)
		}
		prep := prose.Before(r.text, r.lx[i-1].start)
		if end == j || prep != "from" && !storyPrepositions.HasFold(prep) || !dayEnds(r.text, r.lx[end-1].end) { // on the first of the month, and not: in the second of the month's raids
			return nil, i
		}
	}
	if end == j {
		const finer = expr.HasDay | expr.HasWeekday | expr.HasHour | expr.HasTod | expr.HasSeason | expr.HasDecade | expr.HasCentury
		if e, end = r.parse(j); end == j || e.Kind != expr.Point || e.Second != nil || e.Mod != "" || e.Parts.Have&^expr.HasFiscal&finer != 0 ||
			!(e.Rel.Set && e.Rel.Unit == "Y") && !e.Parts.Has(expr.HasMonth|expr.HasYear) {
			return nil, i
		}
	}
	e.Rule, e.Head, e.Weak, e.Start, e.End = expr.RuleDayOfMonth, true, false, 0, 0
	if e.DayOf = l.number; last {
		e.DayOf = -1
	}
	if part != "" {
		setPart(&e.Parts, part)
		e.Type = expr.TimeType
	}
	return e, end
}

// unitNames are what armies number.
var unitNames = wordlist.SetOf("Army Corps Division Regiment Brigade Battalion Fleet Front Squadron Infantry Cavalry Company Legion Marines Panzer")

// datedThings are what has the day of its writing, and what days have: "your letter of the 5th", "the night of the 5th".
var datedThings = wordlist.SetOf("yours mine letter letters note telegram wire dispatch cable night morning evening afternoon")

// dayFits refuses an ordinal that counts something.
func dayFits(r *run, _, _ int, e *expr.Expr) bool {
	if e.Entry {
		return true
	}
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	if prev == "of" && datedThings.HasFold(prose.Before(r.text, e.Start-len(" of "))) { // your letter of the 5th
		next := prose.After(r.text, e.End)
		return dayEnds(r.text, e.End) || text.IsPast(next) || next == "has"
	}
	if prev == "not" && strings.HasSuffix(r.text[:e.Start], ", not ") { // due on 30 September, not the 28th as it said
		return dayEnds(r.text, e.End) || prose.After(r.text, e.End) == "as"
	}
	end := e.End
	if e.Second != nil {
		end = e.Second.End
	}
	if strings.HasPrefix(r.text[e.Start:], "The ") && dayPasses(r.text[end:]) {
		return true
	}
	if !prose.BeforeDay.Has(prev) {
		return false
	}
	if (prev == "by" || prev == "on") && somebodyActs(r.text, end) { // by the 18th Halvard had gone
		return true
	}
	if next := prose.After(r.text, end); prev == "on" && prose.IsPluralNoun(next) && text.IsPast(prose.After(r.text, end+1+len(next))) { // on the 27th climbers found
		return true
	}
	return dayEnds(r.text, end) || text.IsParticiple(prose.After(r.text, end)) || opensDay(r.text, e.Start, end)
}

// dayPasses reports whether what follows an ordinal at the head of a sentence is said of a day: "The 24th was spent at rest", and not "The 24th was disbanded".
func dayPasses(rest string) bool {
	verb := prose.After(rest, 0)
	if verb != "was" {
		return dayVerbs.Has(verb)
	}
	word := prose.After(rest, len(" was"))
	if word == "a" {
		word = prose.After(rest, len(" was a"))
		if e, known := lexicon.Lookup(word); known && e.Class == lexicon.Weekday {
			return true
		}
	}
	return daySaid.Has(word)
}

var (
	// dayVerbs are what a day does.
	dayVerbs = wordlist.SetOf("saw brought dawned passed")
	// daySaid is what a day is said to be, spent or have been.
	daySaid = wordlist.SetOf("spent passed given devoted fine quiet wet dry cold hot warm calm clear foggy stormy rainy uneventful better worse day holiday")
)

// somebodyActs reports whether one or two names and what they did follow byte offset at: "Pemberton lost 27 guns", "Yrjö Väisälä confirmed it".
func somebodyActs(t string, at int) bool {
	for n := range 3 {
		word := prose.After(t, at)
		if n > 0 && (prose.Finite.Has(word) || text.IsPast(word)) {
			return true
		}
		if word != "I" && !prose.IsName(word) || unitNames.Has(word) || t[at] != ' ' || streets.HasFold(word) {
			return false
		}
		at += 1 + len(word)
	}
	return false
}

// opensDay reports whether the ordinal text[start:end] begins a sentence that goes on with who did something: "On the 14th two companies",
// "On the 26th Captain Dallò".
func opensDay(text string, start, end int) bool {
	prev, next := prose.Before(text, start), prose.After(text, end)
	if prev == "By" && prose.IsPluralNoun(next) { // By the 14th crowds were calling for war
		return true
	}
	if prev != "On" || next == "" || text[end] != ' ' {
		return false
	}
	e, known := lexicon.Lookup(next)
	return known && e.Class == lexicon.Num || prose.IsDigit(next[0]) || prose.IsName(next) && !streets.HasFold(next)
}

// dayEnds reports whether what follows the ordinal that ends at byte offset at leaves it a day.
func dayEnds(text string, at int) bool {
	rest := text[at:]
	if rest == "" || strings.IndexByte(".,;:)\"!?\n", rest[0]) >= 0 || prose.AnyOf(strings.HasPrefix, rest, "”", " (", " –", " —", " - ") {
		return true
	}
	next := strings.ToLower(prose.After(text, at))
	if next == "and" && strings.HasPrefix(rest, " and,") { // in 613 and, in the spring of 614,
		return true
	}
	if next == "and" { // on the 26th and was sacked, and not: on the 26th and 27th floors
		second := prose.After(text, at+len(" and"))
		return second != "" && !prose.IsDigit(second[0])
	}
	return prose.AfterDay.Has(next)
}

// LeadingDay reads the day of a month that a text begins with: "Sept. 29", "30 June 1998".
func LeadingDay(text string) (day expr.Expr, ok bool) {
	scan(text, &run{}, func(r *run) bool {
		if e, end := r.fullDay(0); end > 0 && r.lx[0].start == 0 && e.Kind == expr.Point && !e.Rel.Set && e.Parts.Has(expr.HasMonth) && e.Parts.Has(expr.HasDay) {
			day, ok = e.Kept(), true
		}
		return false
	})
	return day, ok
}
