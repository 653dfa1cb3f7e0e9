package timex

import "strings"

// weekFromDay reads "a week on Thursday", "a week tomorrow", whose amount stands from lexeme i to j; the index after it is i where there is none.
func (r *run) weekFromDay(a amount, i, j int) (*expr, int) {
	if a.unit != "W" || a.number.value != 1 || !r.joined(j) || spanPrepositions[before(r.text, r.lx[i].start)] {
		return nil, i
	}
	if on := j + 1; r.word(j, "ON") && r.nextOne(on, classWeekday) && !r.has(on+1, classPart) {
		return r.weekFrom(on), on + 1
	}
	if !r.has(j, classDeictic) || !r.lx[i].isA() {
		return nil, i
	}
	if l := &r.lx[j]; l.entry.value == "O" || l.gap != gapSpace || l.number < 0 || !dayEnds(r.text, l.end) {
		return nil, i
	}
	day := r.new(expr{rule: ruleDeictic, kind: point, typ: DateType, rel: relation{set: true, unit: "D", n: r.lx[j].number}})
	return r.new(expr{rule: "week-from-day", kind: offset, typ: DateType, amount: amount{number: number{value: 1}, unit: "W"}, dir: 1, base: day}), j + 1
}

// countedOffset reads an amount before or after something: "two years ago", "three days later", "a year-ago", "a week earlier",
// "five months from now", "two days before Christmas", "a year ago Tuesday", "three weeks after the crash" (whose date is the narrative's).
func countedOffset(r *run, i int) (*expr, int) {
	a, j := r.amount(i)
	if j == i {
		var ok bool
		if a, j, ok = r.hyphenAmount(i); !ok {
			return nil, i
		}
	}
	if all, k := r.smaller(a, j); k > j && r.has(k, classDir) { // two years and three months ago
		a, j = all, k
	}
	amountEnd := r.lx[max(j-1, i)].end
	if e, end := r.weekFromDay(a, i, j); end > i {
		return e, end
	}
	if r.one(j, classTime) && r.lx[j].gap == gapOwner && units[a.unit].days > 0 && strings.EqualFold(before(r.text, r.lx[i].start), "in") { // in two weeks' time
		return r.new(expr{rule: "in-time", kind: offset, typ: DateType, amount: a, amountEnd: amountEnd, dir: 1, from: speech}), j + 1
	}
	so := r.orSo(j) && r.has(j+2, classDir)
	if so { // a decade or so ago
		j += 2
	}
	if !r.joined(j) || r.lx[j].gap == gapHyphen && r.lx[i].class == classDet {
		return nil, i // "a year-earlier loss" leaves the article to its noun
	}
	e := r.new(expr{rule: ruleOffset, kind: offset, typ: DateType, amount: a, amountEnd: amountEnd})
	if so {
		e.mod = "APPROX"
	}
	if r.isPartCounted(j - 1) { // two nights ago
		e.typ = TimeType
		setPart(&e.parts, r.lx[j-1].entry.value)
	}
	return r.directed(e, i, j)
}

// directed finishes an offset with the direction at lexeme j and what it is counted from.
func (r *run) directed(e *expr, i, j int) (*expr, int) {
	l, end := &r.lx[j], j+1
	if r.word(j, "ON") && strings.HasPrefix(r.text[l.end:], ",") && strings.TrimLeft(sentenceBefore(r.text, r.lx[i].start, planReach), " ") == "" { // Two years on, half the houses are empty.
		e.dir, e.from = 1, narrative
		return e, end
	}
	if l.class != classDir {
		return nil, i
	}
	if (l.entry.value == "EARLIER" || l.entry.value == "LATER") && after(r.text, l.end) == "than" && units[e.amount.unit].days > 0 { // a week later than planned: by how much, not when; hours at least tell the day
		e.kind, e.typ, e.rule = duration, DurationType, "offset-event"
		return e, j
	}
	switch l.entry.value {
	case "AGO":
		e.dir, e.from, e.rule = -1, speech, ruleAgo
		if r.has(end, classWeekday) && r.lx[end].gap == gapSpace && !r.lx[end].entry.plural { // a year ago Tuesday
			e.parts = parts{have: hasWeekday, weekday: r.lx[end].number}
			end++
		} else if r.has(end, classDeictic) && r.lx[end].gap == gapSpace && r.lx[end].entry.value != "N" && !r.next(end+1, classPart) { // a week ago yesterday
			e.base = r.new(expr{rule: ruleDeictic, kind: point, typ: DateType, rel: relation{set: true, unit: "D", n: r.lx[end].number}})
			end++
		} else if r.value(end, classRel, "THIS") && r.joined(end) && e.amount.unit == "Y" && r.nextUnit(end+1, "M1") { // ten years ago this month
			e.base = r.new(expr{rule: ruleRelatedM1, kind: point, typ: DateType, rel: relation{set: true, unit: "M1"}})
			end += 2
		}
	case "EARLIER":
		e.dir, e.from = -1, narrative
	case "LATER":
		e.dir, e.from = 1, narrative
	case "HENCE":
		e.dir, e.from = 1, speech
	case "FROM":
		base, k := r.parse(end)
		switch {
		case e.amount.unit == "Q", e.amount.number.vague && k > end && base.kind == point, base != nil && r.lastsFrom(i, base): // to strike for 48 hours from Friday; rise by a quarter from 1 July, told in days from 1 March
			return nil, i
		case k > end && base.kind == reference && base.ref == "PRESENT_REF":
			e.dir, e.from, end = 1, speech, k
		case k > end && base.kind == point && base.isDay() && base.second == nil && r.joined(end) && !r.until(k):
			e.dir, e.base, end = 1, base, k
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

// lastsFrom reports whether the amount from lexeme i on is how long something lasts from a date, and not how far behind it a plan lies: "for 48 hours from Friday", "planned
// for a week from Friday".
func (r *run) lastsFrom(i int, base *expr) bool {
	start := r.lx[i].start
	return base.kind == point && !base.rel.set && before(r.text, start) == "for" && plans[before(r.text, start-len(" for"))]&planFor == 0
}

// spanPrepositions stand before a week that is an amount: "for the second time in a week on Sunday".
var spanPrepositions = wordSet("in for within of over after per than by")

// offsetFrom reads what "before" and "after" count from. A date makes one date of the two; an event leaves a duration, which
// TIMEX3 has for it, with a date found from the narrative.
func (r *run) offsetFrom(e *expr, i, j int) (*expr, int) {
	if e.amount.unit == "WE" && e.amount.number.vague { // weekends after 2003
		return nil, i
	}
	e.dir = -1
	if r.lx[j].entry.value == "AFTER" {
		e.dir = 1
	}
	if r.joined(j + 1) {
		if base, k := r.parse(j + 1); k > j+1 && base.kind == point && base.second == nil && fits(r, j+1, k, base) && (e.amount.unit != "Y" || base.parts.have != hasYear) {
			e.base = base
			return e, k
		}
	}
	if r.reads(j, "prior") || r.reads(j, "following") {
		return nil, i
	}
	e.from = narrative
	if e.dir < 0 && endsClause(r.text, r.lx[j].end) { // He had left two years before.
		return e, j + 1
	}
	if that := r.lx[j].end + len(" that"); e.dir > 0 && after(r.text, r.lx[j].end) == "that" && (endsClause(r.text, that) || clauseStarts[after(r.text, that)]) { // The work began in 1904; ten years after that, it ended.
		e.start, e.end = r.lx[i].start, that
		if r.has(j+1, classRel) {
			j++
		}
		return e, j + 1
	}
	e.kind, e.typ, e.rule = duration, DurationType, "offset-event"
	return e, j
}

// clauseStarts are words with which a clause begins, so that "that" before them stands for what was told.
var clauseStarts = wordSet("the a an he she it they we i his her their its there and but")

// endsClause reports whether a mark or the end of the text stands at offset at.
func endsClause(text string, at int) bool {
	return at >= len(text) || strings.IndexByte(".,;:)!?", text[at]) >= 0
}

// hyphenAmount reads a bare unit that a direction hangs on: "year-ago", "year-earlier".
func (r *run) hyphenAmount(i int) (amount, int, bool) {
	if !r.one(i, classUnit) || !r.has(i+1, classDir) || r.lx[i+1].gap != gapHyphen {
		return amount{}, i, false
	}
	return amount{number: number{value: 1}, unit: r.lx[i].entry.value}, i + 1, true
}

// the day before X, the day after X, the week before
func unitBefore(r *run, i int) (*expr, int) {
	if !r.one(i, classUnit) || !r.next(i+1, classDir) && !r.next(i+1, classRel) || r.lx[i+1].gap == gapHyphen {
		return nil, i
	}
	if i > 2 && r.value(i, classUnit, "D") && r.word(i-2, "TO") && r.has(i-3, classUnit) { // a year to the day after the fire
		return nil, i
	}
	d := r.lx[i+1].entry.value
	if r.value(i+1, classRel, "FOLLOWING") && endsClause(r.text, r.lx[i+1].end) {
		d = "AFTER" // the day following
	}
	if d != "BEFORE" && d != "AFTER" {
		return nil, i
	}
	e := r.new(expr{rule: ruleUnitBefore, kind: offset, typ: DateType, head: true, from: narrative, amount: amount{number: number{value: 1}, unit: r.lx[i].entry.value}, dir: 1})
	if d == "BEFORE" {
		e.dir = -1
	}
	if d == "BEFORE" && r.beforeLast(i+1) { // the year before last
		e.from, e.amount.number.value = speech, 2
		return e, i + 3
	}
	if d == "AFTER" && r.nextValue(i+2, classRel, "NEXT") && !r.joined(i+3) { // the week after next
		return r.new(expr{rule: ruleUnitBefore, kind: point, typ: DateType, head: true, rel: relation{set: true, unit: r.lx[i].entry.value, n: 2}}), i + 3
	}
	if r.joined(i + 2) {
		if base, k := r.parse(i + 2); k > i+2 && base.kind == point && base.second == nil {
			e.base = base
			return e, k
		}
	}
	return e, i + 2
}

// partBefore reads "night before", "morning after" behind "the".
func partBefore(r *run, i int) (*expr, int) {
	if !r.one(i, classPart) || !r.has(i+1, classDir) || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	e := r.new(expr{rule: "part-before", kind: point, typ: TimeType, head: true, rel: relation{set: true, unit: "D", n: 1, from: narrative}})
	switch r.lx[i+1].entry.value {
	case "BEFORE":
		e.rel.n = -1
	case "AFTER":
	default:
		return nil, i
	}
	setPart(&e.parts, r.lx[i].entry.value)
	if e.rel.n < 0 && r.beforeLast(i+1) {
		e.rel.n, e.rel.from = -2, speech
		return e, i + 3
	}
	return e, i + 2
}

// beforeLast reports whether "before last" stands at lexeme i and no more behind it: "the year before last", "the winter before last".
func (r *run) beforeLast(i int) bool {
	return r.value(i, classDir, "BEFORE") && r.joined(i) && r.nextValue(i+1, classRel, "LAST") && !r.joined(i+2)
}

// longAgo reads "long ago", "a long time ago", "some time ago".
func longAgo(r *run, i int) (*expr, int) {
	j := i
	if r.lx[j].isA() {
		j++
	}
	some := j == i && r.lx[j].class == classApprox && r.reads(j, "some")
	if !r.isLong(j) && !some {
		return nil, i
	}
	switch before(r.text, r.lx[i].start) {
	case "that", "so", "how", "not", "too", "as": // not that long ago, as long ago as October
		return nil, i
	}
	j++
	if r.next(j, classTime) {
		j++
	} else if j > i+1 || some {
		return nil, i
	}
	if !r.value(j, classDir, "AGO") || !r.joined(j) {
		return nil, i
	}
	return r.new(expr{rule: "long-ago", kind: reference, typ: DateType, ref: "PAST_REF"}), j + 1
}
