package timex

import "strings"

// articleFamily reads what "the", "a" or a possessive begins: "the third quarter", "the 1990s", "the past year", "the weekend",
// "the day before", "the year 2000", "the year-ago period", "the future".
func articleFamily(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	j := i + 1
	if r.nextWord(j, "VERY") { // the very next day
		j++
	}
	if !r.joined(j) {
		return nil, i
	}
	if l.isA() {
		if e, k := countedDuration(r, j); k > j && r.has(k-1, classPeriod) { // a three-year period
			return e, k
		}
		if rest := r.lx[j].end; r.isWeekday(j) && r.reads(i, "a") && (dayEnds(r.text, rest) || strings.HasPrefix(r.text[rest:], " or ")) { // it began on a Monday
			return r.new(expr{rule: ruleAWeekday, kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: r.lx[j].number}}), j + 1
		}
		return nil, i
	}
	if l.isThe() {
		return r.behindThe(i, j)
	}
	return nil, i
}

// behindThe reads the longest expression at lexeme j, behind "the" at i.
func (r *run) behindThe(i, j int) (best *expr, end int) {
	end = i
	take := func(e *expr, k int) {
		if e.end != 0 && e.rule != ruleTurn {
			e.start = r.lx[i].start
		}
		if k > end {
			best, end = e, k
		}
	}
	for _, f := range families[r.lx[j].class] {
		e, k := f(r, j)
		if k == j || !e.head || r.premodifier(j, k) {
			continue
		}
		if e.rule != ruleSeason || k > j+1 || !seasonNouns[strings.ToLower(after(r.text, r.lx[j].end))] { // and not: the spring offensive
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
var articleFamilies = [...]family{unitBefore, partBefore, weekOfDay, theYear, theUnit, yearQuarter, agoQuarter, samePeriod, latterHalf, theReference, theTime}

// premodifier reports whether lexemes i to end end in a unit that hangs on a hyphen, which stands before a noun and leaves
// the article to it: "the eight-year war", "the third-quarter results".
func (r *run) premodifier(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if r.lx[k].gap == gapHyphen && (r.lx[k].class == classUnit || r.lx[k].class == classFiller) {
			return !r.has(end-1, classPeriod)
		}
	}
	return false
}

// theYear reads "year 2000", "years 1955" after "the".
func theYear(r *run, i int) (*expr, int) {
	if !r.value(i, classUnit, "Y") || !r.joined(i+1) {
		return nil, i
	}
	year, have, j := r.year(i + 1)
	if j == i+1 && r.anyYear(i) {
		year, j = r.lx[i+1].number, i+2
	}
	if j == i+1 {
		return nil, i
	}
	return r.new(expr{rule: "the-year", kind: point, typ: DateType, parts: parts{have: hasYear | have, year: year}}), j
}

// anyYear reports whether the number behind "year" at lexeme i is one, however far: "the year 2525", "the year 871", "in the year 71".
func (r *run) anyYear(i int) bool {
	l := &r.lx[i+1]
	if l.class != classInt || !l.plain {
		return false
	}
	switch l.digits {
	case 4:
		return l.number >= 1000
	case 3:
		return l.number >= 100
	case 2:
		return before(r.text, r.lx[i-1].start) == "in" && dayEnds(r.text, l.end)
	}
	return false
}

// theUnit reads "week", "year", "quarter", "weekend", "month", "day" after "the": the one that is spoken of.
func theUnit(r *run, i int) (*expr, int) {
	if !r.one(i, classUnit) {
		return nil, i
	}
	unit := r.lx[i].entry.value
	e := r.new(expr{rule: ruleTheUnit, kind: point, typ: DateType, weak: true, rel: relation{set: true, unit: unit, from: narrative}})
	if r.endedBy(i+1, unit) {
		return r.new(expr{rule: ruleYearEnded, kind: duration, typ: DurationType, amount: amount{number: number{value: 1}, unit: unit}}), i + 1
	}
	if turn := "the turn of "; unit == "C" && i > 0 && strings.HasSuffix(r.text[:r.lx[i-1].start], turn) {
		return r.new(expr{rule: ruleTurn, kind: point, typ: DateType, start: r.lx[i-1].start - len(turn), end: r.lx[i].end, rel: relation{set: true, unit: unit, from: narrative}}), i + 1
	}
	switch unit {
	case "WE", "Q":
		e.weak = false
	case "Y", "W", "M1", "D", "DE", "C":
	default:
		return nil, i
	}
	if unit != "D" && unit != "Q" {
		e.rel.from = speech
	}
	if end := r.yearAgo(i + 1); unit == "Q" && end > i+1 && r.joined(i+1) { // the quarter a year ago
		return r.new(expr{rule: ruleYearAgoQuarter, kind: offset, typ: DateType, amount: amount{number: number{value: 1}, unit: "Y"}, dir: -1, from: narrative}), end
	}
	return e, i + 1
}

// yearAgo gives the index after "a year ago", "one year earlier" at lexeme i, or i.
func (r *run) yearAgo(i int) int {
	a, j := r.amount(i)
	if j == i || a.unit != "Y" || a.number.value != 1 || !r.nextValue(j, classDir, "AGO") && !r.nextValue(j, classDir, "EARLIER") {
		return i
	}
	return j + 1
}

// endedBy reports whether lexeme i gives the end of the year or week before it, which then is a stretch of its own: "the year ended March 31",
// "the week to Sept. 30".
func (r *run) endedBy(i int, unit string) bool {
	if !r.joined(i) {
		return false
	}
	to := r.word(i, "TO") && (r.has(i+1, classMonth) || r.has(i+2, classMonth))
	return unit == "Y" && (to || r.has(i, classEnded)) || unit == "W" && to
}

// yearQuarter reads "1988 quarter", "1988 third quarter", "1988 period" after "the".
func yearQuarter(r *run, i int) (*expr, int) {
	if !r.has(i, classInt) || r.lx[i].digits != 4 || !r.joined(i+1) {
		return nil, i
	}
	year := r.lx[i].number
	j := i + 1
	if q, end := ordinalQuarter(r, j); end > j && !q.parts.has(hasYear) && !q.rel.set {
		q.parts.year = year
		q.parts.have |= hasYear
		q.weak = false
		return q, end
	}
	if r.nextUnit(j, "Q") || r.one(j, classPeriod) {
		return r.new(expr{rule: ruleYearQuarter, kind: point, typ: DateType, parts: parts{have: hasYear, year: year}, rel: relation{set: true, unit: "P"}}), j + 1
	}
	return nil, i
}

// agoQuarter reads "year-ago quarter", "year-earlier period", "year-ago third quarter", "corresponding period last year", "quarter a year ago".
func agoQuarter(r *run, i int) (*expr, int) {
	a, j, ok := r.hyphenAmount(i)
	if !ok || a.unit != "Y" {
		return nil, i
	}
	j++
	if !r.joined(j) {
		return nil, i
	}
	e := r.new(expr{rule: ruleYearAgoQuarter, kind: offset, typ: DateType, amount: a, dir: -1, from: narrative})
	if months, end := r.amount(j); end > j && months.unit == "M1" && !months.number.vague { // the year-earlier nine months
		return r.new(expr{rule: "year-ago-amount", kind: duration, typ: DurationType, amount: months}), end
	}
	if q, end := ordinalQuarter(r, j); end > j && !q.parts.has(hasYear) {
		e.parts = q.parts
		return e, end
	}
	if r.value(j, classUnit, "Q") || r.has(j, classPeriod) {
		return e, j + 1
	}
	return nil, i
}

// samePeriod reads "same period last year", "corresponding quarter of 1988", "same period a year earlier" after "the".
func samePeriod(r *run, i int) (*expr, int) {
	j := i + 1
	if r.value(i, classRel, "SAME") && r.joined(j) { // the comparable year-ago quarter
		if e, end := agoQuarter(r, j); end > j {
			return e, end
		}
	}
	month := r.value(j, classUnit, "M1")
	if !r.value(i, classRel, "SAME") || !r.nextOne(j, classPeriod) && !r.nextUnit(j, "Q") && !r.nextUnit(j, "M1") {
		return nil, i
	}
	e := r.new(expr{rule: ruleYearAgoQuarter, kind: offset, typ: DateType, amount: amount{number: number{value: 1}, unit: "Y"}, dir: -1, from: speech})
	if month {
		e.rule = "year-ago-month"
		e.base = r.new(expr{rule: ruleRelatedM1, kind: point, typ: DateType, start: r.lx[i].start, end: r.lx[j].end, rel: relation{set: true, unit: "M1", from: narrative}})
	}
	j++
	if r.nextWord(j, "OF") || r.nextWord(j, "IN") {
		j++
	}
	if j >= len(r.lx) || !r.joined(j) {
		return nil, i
	}
	if year, _, end := r.year(j); end > j && !month {
		return r.new(expr{rule: ruleYearQuarter, kind: point, typ: DateType, parts: parts{have: hasYear, year: year}, rel: relation{set: true, unit: "P"}}), end
	}
	if rel, end := relatedUnit(r, j); end > j && rel.rel.unit == "Y" && rel.rel.n == -1 && rel.parts.have == 0 && rel.mod == "" {
		e.from = rel.rel.from
		return e, end
	}
	if end := r.yearAgo(j); end > j {
		return e, end
	}
	return nil, i
}

// latterHalf reads "latter half of 2008", "last half of 1989", "early part of the next decade", "latter part of the year".
func latterHalf(r *run, i int) (*expr, int) {
	if !r.value(i, classRel, "LAST") && !r.value(i, classRel, "LATTER") || !r.next(i+1, classHalf) {
		return nil, i
	}
	e := r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, parts: parts{have: hasHalf, half: 2}})
	e, end := r.ofYear(e, i, i+2)
	if end == i+2 {
		return nil, i
	}
	return e, end
}
