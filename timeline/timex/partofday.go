package timex

import "strings"

// hourIn is an hour of the clock's face, or of the day, in a part of the day.
func hourIn(hour int, part string) int {
	if (part == "AF" || part == "EV" || part == "NI" && hour > 4) && hour < 12 {
		return hour + 12
	}
	return hour
}

// partAt reads a part of a day with its day at lexeme i, to go with a clock time: "tomorrow morning", "this evening", "Friday night", "the
// morning of 9 January".
func (r *run) partAt(i int) (*expr, int) {
	return r.longest(i, func(e *expr) bool {
		return e.mod == "" && e.parts.has(hasTod) && (e.parts.has(hasDay|hasWeekday) || e.rel.set)
	})
}

// partClock adds the clock time that follows a part of a day: "tomorrow night at 11", "last night at about eleven".
func (r *run) partClock(e *expr, j int) (*expr, int) {
	if !r.nextWord(j, "AT") || !r.joined(j+1) {
		return e, j
	}
	at := j + 1
	about := r.nextValue(at, classApprox, "APPROX") && r.joined(at+1)
	if about {
		at++
	}
	p := e.parts
	end := r.clock(&p, at)
	hour := r.plainNumber(at) && r.lx[at].digits <= 2 || r.has(at, classNum)
	if l := &r.lx[at]; end == at && hour && l.number >= 1 && l.number <= 12 && endsClause(r.text, l.end) {
		p.setClock(l.number, -1, -1)
		end = at + 1
	}
	if end == at {
		return e, j
	}
	p.hour = hourIn(p.hour, p.tod)
	p.have &^= hasTod
	e.parts, e.rule, e.end = p, e.rule+"+clock", r.lx[end-1].end
	if about && e.mod == "" {
		e.mod = "APPROX"
	}
	return e, end
}

// hourOfPart reports whether a part of a day with its day follows the clock of lexemes i to j, and a preposition of clock times stands before it:
// "by nine this morning", "until 8 tomorrow night".
func (r *run) hourOfPart(i, j int) bool {
	k := r.the(j) // by seven the next morning
	part := (r.next(k, classRel) || r.next(k, classDeictic)) && r.one(k+1, classPart) || r.value(j, classDeictic, "N")
	if on := r.the(j + 1); r.nextWord(j, "ON") && on > j+1 && r.nextOne(on, classPart) && r.nextWord(on+1, "OF") { // at nine on the morning of 24 September
		part = true
	}
	if !part || r.lx[j].gap != gapSpace {
		return false
	}
	return clockPrepositions[r.wordBefore(i)] || r.lx[i].class == classDecimal && r.has(j, classDeictic) && before(r.text, r.lx[i].start) == "for" // the alarm is set for 6.45 tomorrow morning
}

// partFollows reports whether "in the morning" or "at night" stands at lexeme i.
func (r *run) partFollows(i int) bool {
	if !r.joined(i) {
		return false
	}
	return r.nextWord(i, "IN") && r.nextValue(i+1, classDet, "THE") && r.next(i+2, classPart) ||
		r.nextWord(i, "AT") && r.value(i+1, classPart, "NI")
}

// partOfDay reads "midnight Friday", "noon", "the night of April 18, 1775", "morning" and what follows it.
func partOfDay(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: rulePartOfDay, kind: point, typ: TimeType, head: true, start: l.start, end: l.end})
	if l.entry.plural { // most mornings
		count := before(r.text, l.start)
		if count != "most" && count != "many" && count != "some" || r.text[l.start-1] != ' ' {
			return nil, i
		}
		e.rule, e.kind, e.typ, e.head, e.start = "most-parts", set, SetType, false, l.start-1-len(count)
		setPart(&e.parts, l.entry.value)
		return e, i + 1
	}
	setPart(&e.parts, l.entry.value)
	if before(r.text, l.start) == "all" && r.text[l.start-1] == ' ' && e.parts.has(hasTod) && dayEnds(r.text, l.end) { // it rained all morning
		e.head, e.start = false, l.start-len("all ")
		return e, i + 1
	}
	j := i + 1
	if r.nextValue(j, classUnit, "H") && r.lx[j].entry.plural { // the early morning hours of 2 June
		e.end = r.lx[j].end
		j++
	}
	if e.parts.has(hasHour) && r.next(j, classZone) { // noon EST
		j = r.zone(&e.parts, j)
		e.end = r.lx[j-1].end
	}
	e.weak = true
	if r.word(j, "OF") && r.has(r.the(j+1), classOrd) && r.reads(i, "dawn") && r.has(r.the(j+1)+1, classUnit) { // the dawn of the 18th century
		return nil, i
	}
	d, end := r.withDay(e, i, j)
	if end == j && r.nextWord(j, "OF") && r.value(j+1, classRel, "THAT") {
		return e, j
	}
	return d, end
}

// earlyHours reads "early hours of Friday", "early hours of Thursday morning", and "early hours" alone: the morning of a day.
func earlyHours(r *run, i int) (*expr, int) {
	early := r.lx[i].class == classMod && r.lx[i].entry.value == "START"
	if !early || !r.value(i+1, classUnit, "H") || !r.lx[i+1].entry.plural || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	e := r.new(expr{rule: rulePartOfDay, kind: point, typ: TimeType, head: true, weak: true, start: r.lx[i].start, end: r.lx[i+1].end, parts: parts{have: hasTod, tod: "MO"}})
	return r.hoursOfPart(e, i, i+2)
}

// hoursOfPart adds the day, or the morning or night, that small hours belong to: "the early hours of Thursday morning".
func (r *run) hoursOfPart(e *expr, i, j int) (*expr, int) {
	day, end := r.withDay(e, i, j)
	if end > j || !r.word(j, "OF") {
		return day, end
	}
	part, k := r.partAt(r.the(j + 1))
	if part == nil {
		return day, end
	}
	part.start, part.head, part.end = e.start, true, r.lx[k-1].end
	return part, k
}

// smallHours reads "hours" behind "the small" or "the wee": the morning of a day.
func smallHours(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	word := before(r.text, l.start)
	if l.entry.value != "H" || !l.entry.plural || word != "small" && word != "wee" {
		return nil, i
	}
	start := l.start - len("the ") - len(word) - 1
	if start < 0 || !strings.HasPrefix(r.text[start:], "the ") {
		return nil, i
	}
	e := r.new(expr{rule: rulePartOfDay, kind: point, typ: TimeType, start: start, end: l.end, parts: parts{have: hasTod, tod: "MO"}})
	return r.hoursOfPart(e, i, i+1)
}

// setPart sets a part of the day; noon and midnight are clock times.
func setPart(p *parts, value string) {
	switch value {
	case "MI":
		p.setClock(12, 0, -1)
	case "MN":
		p.setClock(24, 0, -1)
	default:
		p.have |= hasTod
		p.tod = value
	}
}
