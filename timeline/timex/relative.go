package timex

import "strings"

// relations tell what the words before a unit mean: how many units away, and counted from what. After "the" a few count from the
// narrative, which is why they are marked so.
var relations = map[string]struct {
	n    int
	from anchor
}{
	"LAST":      {-1, speech},
	"PAST":      {-1, speech},
	"THIS":      {0, speech},
	"CURRENT":   {0, speech},
	"LATEST":    {0, speech},
	"NEXT":      {1, speech},
	"COMING":    {1, speech},
	"PREVIOUS":  {-1, narrative},
	"FOLLOWING": {1, narrative},
	"SAME":      {0, narrative},
	"THAT":      {0, narrative},
}

// verbsBefore stand before "last" where it is a verb.
var verbsBefore = wordSet("to will would can could may might must should usually often typically")

// relationAt reads "last", "this", "the same", "that same" at lexeme i.
func (r *run) relationAt(i int) (rel relation, word string, end int) {
	j := r.the(i)
	if !r.has(j, classRel) || j > i && !r.joined(j) {
		return rel, "", i
	}
	word = r.lx[j].entry.value
	if prev := before(r.text, r.lx[i].start); word == "LAST" && j == i && verbsBefore[prev] && !(prev == "to" && r.next(j+1, classMonth)) { // to last two years, and not: the year to last December
		return rel, "", i
	}
	end = j + 1
	if (word == "THAT" || word == "THIS") && r.nextValue(end, classRel, "WHOLE") { // that whole summer
		end++
	}
	if (word == "THAT" || word == "THIS") && r.value(end, classRel, "SAME") || word == "THIS" && (r.value(end, classRel, "PAST") || r.value(end, classRel, "COMING") || r.value(end, classRel, "LAST")) {
		if word == "THIS" {
			word = r.lx[end].entry.value
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
	rel = relation{set: true, n: known.n, from: known.from}
	if word == "NEXT" && j > i || word == "NEXT" && i > 0 && r.lx[i-1].isThe() {
		rel.from = narrative
	}
	return rel, word, end
}

// relatedUnit reads "last week", "the following day", "this year", "the same month", "next year's first quarter".
func relatedUnit(r *run, i int) (*expr, int) {
	rel, word, j := r.relationAt(i)
	if j == i {
		return r.fullYear(i, word)
	}
	if r.next(j, classFiscal) {
		j++
	}
	if !r.nextOne(j, classUnit) {
		return r.relatedMoment(i, j, rel, word)
	}
	unit := r.lx[j].entry.value
	if prep := before(r.text, r.lx[i].start); word == "THIS" && unit == "D" && (prep == "to" || prep == "To") && after(r.text, r.lx[j].end) != "as" { // and not: referred to this day as
		return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PRESENT_REF"}), j + 1
	}
	switch {
	case shortUnits[unit], unit == "D" && unrelatedDays[word]:
		return nil, i
	case word == "SAME" && j == i+1 && r.lx[j].gap == gapHyphen: // same-day delivery
		return nil, i
	case r.has(j+1, classDir) && r.lx[j+1].gap == gapHyphen: // the comparable year-ago quarter
		return nil, i
	case word == "LAST" && r.nextWord(j+1, "OF"):
		if e, end := r.lastWeekOf(j); end > j {
			return e, end
		}
		if j > i+1 || r.determined(i) || r.has(j+2, classUnit) || r.has(j+2, classDet) { // and not: was convicted last month of fraud
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
	if rel.n != 0 && r.andAHalf(j+1) { // the past week and a half
		return r.relatedSpan(rel, 1.5, unit), j + 4
	}
	if unit == "D" && word == "NEXT" {
		rel.from = narrative
	}
	rel.unit = unit
	e := r.new(expr{rule: "related-" + unit, kind: point, typ: DateType, rel: rel, head: true})
	j++
	if r.orSo(j) { // the next year or so
		e.mod = "APPROX"
		return e, j + 2
	}
	if end := r.ownedPart(e, j); end > j {
		return e, end
	}
	if unit == "D" && (word != "THIS" || rel.from == narrative) {
		return r.withTime(e, i, j)
	}
	return e, j
}

// shortUnits are those that no relation places: "the next hour" is a duration.
var shortUnits = wordSet("S M H ML HY")

// unrelatedDays are the relations that place no day: "the last day" is one of something.
var unrelatedDays = wordSet("LAST PAST LATEST COMING CURRENT")

// determined reports whether an article or another determiner stands before lexeme i.
func (r *run) determined(i int) bool { return i > 0 && r.lx[i-1].class == classDet }

// fullYear reads "full year" in a report, the one it reports on.
func (r *run) fullYear(i int, word string) (*expr, int) {
	if word != "WHOLE" || !r.nextUnit(i+1, "Y") || r.lx[i+1].gap != gapSpace || !r.reads(i, "full") {
		return nil, i
	}
	return r.new(expr{rule: ruleRelatedY, kind: point, typ: DateType, head: true, rel: relation{set: true, unit: "Y"}}), i + 2
}

// relatedMoment reads "that date", "the same date", "the latest period", "the same period", whose noun stands at lexeme j.
func (r *run) relatedMoment(i, j int, rel relation, word string) (*expr, int) {
	switch {
	case (word == "THAT" || word == "SAME") && r.next(j, classMoment) && r.reads(j, "date"):
		rel.unit = "D"
		return r.new(expr{rule: "related-D", kind: point, typ: DateType, head: true, rel: rel}), j + 1
	case (word == "LATEST" || word == "SAME") && r.next(j, classPeriod):
		return r.new(expr{rule: "period", kind: point, typ: DateType, head: true, rel: relation{set: true, unit: "P", from: rel.from}}), j + 1
	}
	return nil, i
}

// lastWeekOf reads what follows "last" in "the last week of September", "the last weekend of May", from its unit at lexeme j.
func (r *run) lastWeekOf(j int) (*expr, int) {
	if unit := r.lx[j].entry.value; unit != "W" && unit != "WE" {
		return nil, j
	}
	month, end := r.parse(j + 2)
	if end == j+2 || month.kind != point || !month.parts.has(hasMonth) || month.parts.has(hasDay) || month.second != nil {
		return nil, j
	}
	month.rule, month.mod, month.weak, month.head, month.start, month.end = "week-of-month", "", false, true, 0, 0
	month.weekOf, month.weekend = -1, r.lx[j].entry.value == "WE"
	return month, end
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
		return before(r.text, r.lx[i-1].start) != "of"
	}
	return isFortnight(r.text, &r.lx[j]) || (unit == "Y" || unit == "M1" || unit == "W") && spanned[strings.ToLower(before(r.text, r.lx[i-1].start))]
}

// spanned are prepositions behind which "the next year" is a stretch: "over the next year".
var spanned = wordSet("over for within")

// relatedSpan is a stretch of so many units that ends or begins where the relation says.
func (r *run) relatedSpan(rel relation, n float64, unit string) *expr {
	return r.new(expr{rule: ruleRelatedAmount, kind: duration, typ: DurationType, head: true, amount: amount{number: number{value: n}, unit: unit}, dir: rel.n, from: rel.from})
}

// ownedPart reads into e what a related unit owns at lexeme j, "next year's first quarter", "last year's summer", and gives the index after it; j where there
// is nothing.
func (r *run) ownedPart(e *expr, j int) int {
	if j >= len(r.lx) || r.lx[j].gap != gapOwner {
		return j
	}
	if part, end := ordinalQuarter(r, j); end > j && part.parts.have&^(hasQuarter|hasHalf|hasFiscal) == 0 && !part.rel.set {
		e.parts, e.rule = part.parts, ruleRelatedQuarter
		return end
	}
	switch {
	case r.one(j, classSeason):
		e.parts = parts{have: hasSeason, season: r.lx[j].entry.value}
	case r.value(j, classUnit, "Q") || r.has(j, classPeriod): // last year's quarter
		e.rel.unit, e.rel.n = "Q", 4*e.rel.n
	default:
		return j
	}
	return j + 1
}

// relatedName reads "last May", "next Friday", "this summer", "last night", "the previous winter", "last Christmas".
func relatedName(r *run, i int) (*expr, int) {
	rel, word, j := r.relationAt(i)
	if j == i || j >= len(r.lx) || r.lx[j].entry.plural || word == "LATEST" || word == "CURRENT" {
		return nil, i
	}
	if word == "PAST" && r.value(i, classRel, "PAST") && !(i > 0 && r.lx[i-1].isThe()) { // graduation past June 24
		return nil, i
	}
	l := &r.lx[j]
	if word == "FOLLOWING" && j == i+1 && r.lx[i].cap && strings.HasPrefix(r.text[l.end:], "'s ") { // Following Monday's meeting, we can say
		return nil, i
	}
	if l.entry.beside && !l.stop || word == "THAT" && l.cap && (l.class == classPart || l.class == classMonth && sayVerbs[before(r.text, r.lx[i].start)]) { // it was then that Dawn Petrakis, said that March
		return nil, i
	}
	e := r.new(expr{rule: "related-name", kind: point, typ: DateType, rel: rel, head: true})
	switch l.class {
	case classMonth:
		return r.relatedMonth(e, i, j, word == "THAT")
	case classWeekday:
		return r.relatedWeekday(e, i, j)
	case classSeason:
		e.parts = parts{have: hasSeason, season: l.entry.value}
	case classHoliday:
		e.parts = parts{holiday: l.holiday}
	case classPart:
		if word == "PAST" || l.entry.value == "MI" || l.entry.value == "MN" {
			return nil, i
		}
		e.typ, e.rel.unit, e.rule = TimeType, "D", "related-part"
		if word == "NEXT" {
			e.rel.from = narrative
		}
		setPart(&e.parts, l.entry.value)
		e.start, e.end = r.lx[i].start, l.end
		return r.partClock(e, j+1)
	default:
		return nil, i
	}
	return e, j + 1
}

// relatedMonth reads into e the month at lexeme j behind its relation at i, and a day of it: "last May", "next June 5". that says that the relation is "that", which
// may be a conjunction.
func (r *run) relatedMonth(e *expr, i, j int, that bool) (*expr, int) {
	l := &r.lx[j]
	if !l.cap {
		return nil, i
	}
	e.parts = parts{have: hasMonth, month: l.number}
	if that && r.next(j+1, classInt) && r.lx[j+1].plain && r.lx[j+1].digits == 4 { // said that January 1996 was its best month
		return nil, i
	}
	day, end := r.dayNumber(j + 1)
	switch {
	case end == j+1 || !r.joined(j+1):
		return e, j + 1
	case that: // they think that May 1 is too early
		return nil, i
	}
	e.parts.day = day
	e.parts.have |= hasDay
	return e, end
}

// relatedWeekday reads into e the weekday at lexeme j behind its relation at i, with the day that it is or a time of it: "this Sunday, March 8", "next Friday at noon".
func (r *run) relatedWeekday(e *expr, i, j int) (*expr, int) {
	e.parts = parts{have: hasWeekday, weekday: r.lx[j].number}
	if r.near(j + 1) {
		if d, end := r.fullDay(j + 1); end > j+1 && d.kind == point && d.parts.has(hasDay) && d.second == nil {
			d.parts.have |= hasWeekday
			d.parts.weekday, d.start, d.head = r.lx[j].number, r.lx[i].start, true
			return d, end
		}
	}
	return r.withTime(e, i, j+1)
}

// newYear reads "year" behind "the new": the next one.
func newYear(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	start := l.start - len("the new ")
	if l.entry.value != "Y" || l.entry.plural || start < 0 || r.text[start:l.start] != "the new " || start > 0 && r.text[start-1] != ' ' {
		return nil, i
	}
	return r.new(expr{rule: ruleNewYear, kind: point, typ: DateType, start: start, end: l.end, rel: relation{set: true, unit: "Y", n: 1, from: narrative}}), i + 1
}

// namesAgo reads "two winters ago", "three Fridays ago".
func namesAgo(r *run, i int) (*expr, int) {
	n, j := r.lx[i].number, i+1
	if n < 2 || n > 9 || !r.joined(j) || !r.value(j+1, classDir, "AGO") || !r.joined(j+1) || !r.lx[j].entry.plural {
		return nil, i
	}
	e := r.new(expr{rule: "names-ago", kind: point, typ: DateType, rel: relation{set: true, n: -n}})
	switch l := &r.lx[j]; l.class {
	case classSeason:
		e.parts = parts{have: hasSeason, season: l.entry.value}
	case classWeekday:
		e.parts = parts{have: hasWeekday, weekday: l.number}
	default:
		return nil, i
	}
	return e, j + 2
}

// ourTimes are what "today's" places in our times and not on a day: "in today's world".
var ourTimes = wordSet("world youth society generation generations children kids teenagers students families women men consumers standards technology computers culture money dollars")

// deicticDay reads "today", "tomorrow morning", "yesterday at noon", "tonight".
func deicticDay(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleDeictic, kind: point, typ: DateType, rel: relation{set: true, unit: "D", n: l.number}})
	if rest := r.text[l.end:]; l.number == 0 && (strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")) && ourTimes[strings.ToLower(after(rest, strings.IndexByte(rest, ' ')))] {
		return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PRESENT_REF"}), i + 1
	}
	if l.entry.value == "O" {
		return overnight(r, i)
	}
	if l.entry.value == "N" {
		e.typ = TimeType
		e.parts = parts{have: hasTod, tod: "NI"}
		return e, i + 1
	}
	return r.withTime(e, i, i+1)
}

// fromWriting reports whether the expression is counted from the day of writing, "yesterday", "two days ago", "next year": no date that a narrative goes to.
func (e *expr) fromWriting() bool {
	return e.rule == ruleAgo || e.kind == point && e.rel.set && e.rel.from == speech && e.rel.n != 0
}

// placing are prepositions of place: "snow fell overnight along the coast".
var placing = wordSet("along across near into outside inside over off amid toward towards around between among above below")

// overnight reads "overnight" where it says when: the night before the day of the news. It is no time in "an overnight success".
func overnight(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleOvernight, kind: point, typ: TimeType, rel: relation{set: true, unit: "D", n: -1, from: narrative}, parts: parts{have: hasTod, tod: "NI"}})
	if day, end := r.dayAt(i + 1); end > i+1 && r.joined(i+1) { // overnight Sunday
		e.joinDay(day)
		return e, end
	}
	next := strings.ToLower(after(r.text, l.end))
	if _, known := lookup(next); !endsClause(r.text, l.end) && !afterDay[next] && !known && !placing[next] {
		return nil, i
	}
	if determiners[strings.ToLower(before(r.text, l.start))] {
		return nil, i
	}
	return e, i + 1
}

// laterIn reads "later that year", "later in the month", "earlier in the day".
func laterIn(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.entry.value != "LATER" && l.entry.value != "EARLIER" || !r.joined(i+1) || !r.word(i+1, "IN") {
		return nil, i
	}
	j := i + 2
	e, end := r.parse(j)
	if end == j && r.value(j, classDet, "THE") && r.one(j+1, classUnit) {
		e = r.new(expr{rule: ruleLaterIn, kind: point, typ: DateType, rel: relation{set: true, unit: r.lx[j+1].entry.value}})
		end = j + 2
	}
	if end == j || e.kind != point {
		return nil, i
	}
	e.start, e.end = 0, 0
	e.mod = "START"
	if l.entry.value == "LATER" {
		e.mod = "END"
	}
	return e, end
}
