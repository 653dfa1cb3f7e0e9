package timex

import "strings"

// clockOnly reads a clock time and the date after it: "10 p.m. Wednesday", "5:30 p.m. EST, Nov. 6", "17:30", "9 o'clock on Friday",
// "0900 hours".
func clockOnly(r *run, i int) (*expr, int) {
	e := r.new(expr{rule: ruleClock, kind: point, typ: TimeType})
	j := r.clock(&e.parts, i)
	if j == i {
		return r.hours(i)
	}
	if r.lx[i].class == classClock && j == i+1 {
		e.weak = true // 5:30 without a.m., zone or date could be a score or a verse
	}
	e.start, e.end = r.lx[i].start, r.lx[j-1].end
	return r.withDay(e, i, j)
}

// quarterClock reads "a quarter to five" at an article or at the quarter.
func quarterClock(r *run, i int) (*expr, int) {
	if !r.value(i, classUnit, "Q") && !r.value(i+1, classUnit, "Q") {
		return nil, i
	}
	return clockOnly(r, i)
}

// hours reads "9 and 10 p.m.", "10–11 a.m.": two times, of which only the second says in which half of the day they are.
func (r *run) hours(i int) (*expr, int) {
	l := &r.lx[i]
	k := i + 1
	if l.class != classInt || !l.plain || l.digits > 2 || l.number < 1 || l.number > 12 || k >= len(r.lx) {
		return nil, i
	}
	switch {
	case r.nextWord(k, "TO"), r.nextWord(k, "UNTIL"), (r.nextWord(k, "AND") || r.nextWord(k, "OR")) && clockPrepositions[strings.ToLower(before(r.text, l.start))]:
		if k++; !r.joined(k) {
			return nil, i
		}
	case !r.dashed(k):
		return nil, i
	}
	if !r.has(k, classInt) || !r.has(k+1, classAmPm) {
		return nil, i
	}
	second := r.new(expr{rule: ruleClock, kind: point, typ: TimeType})
	end := r.clock(&second.parts, k)
	if end == k {
		return nil, i
	}
	second.start, second.end = r.lx[k].start, r.lx[end-1].end
	second, end = r.withDay(second, k, end)
	first := r.new(*second)
	first.rule, first.start, first.end = ruleClock, l.start, l.end
	first.parts.hour, first.parts.minute, first.parts.second = l.number%12+second.parts.hour/12*12, -1, -1
	if first.parts.hour > second.parts.hour { // 11 to 1 p.m.
		first.parts.hour -= 12
	}
	first.ranged = !r.word(i+1, "OR")
	first.second = second
	return first, end
}

// withDay adds the day that follows a clock time or part of the day: "noon Thursday", "10 a.m. on Friday", "the night of April 18".
func (r *run) withDay(e *expr, i, j int) (*expr, int) {
	k := j
	if r.nextWord(k, "ON") || r.nextWord(k, "OF") {
		k++
	}
	if k >= len(r.lx) || !r.dayFollows(j, k) || !r.enter() {
		return e, j
	}
	defer r.leave()
	day, end := r.dayAt(k)
	if end == k && e.parts.has(hasTod) && k > j { // on the evening of 9 December 1913, at ten minutes to eight
		r.timeless = true
		if day, end = r.dayAt(k); end > k && !day.parts.has(hasDay) { // and not: the early hours of Thursday morning
			end = k
		}
		r.timeless = false
	}
	if e.parts.tod == "NI" && k > j && r.lx[k-1].is("OF") {
		if first, last := r.twoDays(r.the(k)); first != nil && last > end {
			day, end = first, last
		}
	}
	if e.parts.has(hasHour) { // 8 tonight, midnight tonight
		if part, partEnd := r.partAt(k); partEnd > end {
			day, end = part, partEnd
		}
	}
	if end == k || k == j && e.parts.has(hasTod) && day.parts.has(hasDay) && strings.IndexByte(r.text[r.lx[j-1].end:r.lx[j].start], '\n') >= 0 {
		return e, j // a headline's last word and the date below it
	}
	if r.nextWord(end, "OF") && r.next(end+1, classPeriodic) { // until 9 pm on the last Thursday of every month
		return e, j
	}
	e.joinDay(day)
	if e.parts.hour == 24 && e.parts.has(hasHour) && k > j && before(r.text, r.lx[i].start) == "after" { // shortly after midnight on 8 August, which begins then
		e.parts.hour = 0
	}
	e.weak, e.end = false, r.lx[end-1].end
	return e, end
}

// dayFollows reports whether what stands at lexeme k can be the day of the time that ends before lexeme j, where k lies behind "on" or "of" or is j itself.
func (r *run) dayFollows(j, k int) bool {
	comma := k == j && r.lx[k].gap == gapComma
	switch {
	case !r.joined(k) && !comma, comma && r.lx[k].class == classInt && r.monthAfterDay(k+1) == k+1:
		return false
	case r.text[r.lx[j-1].end-1] == '.' && ((r.has(k, classRel) || r.has(k, classDeictic) || r.has(k, classDet)) && isUpper(r.text[r.lx[k].start]) || k > j && isUpper(r.text[r.lx[j].start])): // until 11 p.m. That afternoon; at 10 a.m. On Wednesday
		return false
	case k == j && r.text[r.lx[j-1].end-1] == '.' && r.lx[k].class == classInt && r.beginsRange(k): // until 6 p.m. 1 November to 31 March
		return false
	case comma && r.isWeekday(k): // and not: 9 to 5.30 p.m., Monday to Friday
		return !r.dashesOn(k) && !((r.word(k+1, "TO") || r.word(k+1, "THROUGH")) && r.has(k+2, classWeekday))
	}
	return true
}

// beginsRange reports whether the day of a month at lexeme i begins a range.
func (r *run) beginsRange(i int) bool {
	_, end := r.fullDay(i)
	return end > i && r.word(end, "TO")
}

// twoDays reads the two days that a night lies between, at lexeme i: "the night of 8–9 February".
func (r *run) twoDays(i int) (*expr, int) {
	if i >= len(r.lx) {
		return nil, i
	}
	first, end := r.fullDay(i)
	if end == i || first.kind != point || first.second == nil || !first.ranged || first.second.parts.day != first.parts.day+1 {
		return nil, i
	}
	return first, end
}

// joinDay adds the day's parts and relation to a clock time or part of the day. A clock time without half of the day takes it from the day's
// part: "10:30 tomorrow night".
func (e *expr) joinDay(day *expr) {
	p := day.parts
	if p.has(hasTod) && e.parts.has(hasHour) {
		e.parts.hour = hourIn(e.parts.hour, p.tod)
		p.have &^= hasTod
	}
	p.have |= e.parts.have
	p.tod, p.hour, p.minute, p.second, p.zone = e.parts.tod, e.parts.hour, e.parts.minute, e.parts.second, e.parts.zone
	e.parts, e.rel, e.ambiguous = p, day.rel, day.ambiguous
	if day.rule != "" {
		e.rule = day.rule + "+" + e.rule
	}
}

// dayAt reads an expression of a day at lexeme i, to go with a clock time or part of the day.
func (r *run) dayAt(i int) (*expr, int) { return r.longest(i, (*expr).isDay) }

// longest reads the longest point at lexeme i, or behind an article there, that is one and fits.
func (r *run) longest(i int, fits func(*expr) bool) (best *expr, end int) {
	end = i
	j := r.the(i)
	if j >= len(r.lx) {
		return best, i
	}
	for _, f := range families[r.lx[j].class] {
		if e, k := f(r, j); k > end && k > j && e.kind == point && e.second == nil && (j == i || e.head) && fits(e) {
			best, end = e, k
		}
	}
	return best, end
}

// isDay reports whether the expression is of a day, without clock time or part of the day.
func (e *expr) isDay() bool {
	if e.parts.has(hasHour|hasTod) || e.mod != "" {
		return false
	}
	return e.parts.has(hasDay|hasWeekday) || e.rel.set && e.rel.unit == "D" || e.parts.holiday != nil
}

// withTime adds what follows a date: a part of the day ("Friday night") or a clock time ("May 5 at 10 p.m.").
func (r *run) withTime(e *expr, i, j int) (*expr, int) {
	if r.timeless || !e.isDay() || j >= len(r.lx) || r.ownLine(i, j) || r.endsWeekRange(i) && r.lx[j].gap == gapComma { // Monday to Saturday, 10am to 6pm
		return e, j
	}
	if r.has(j, classPart) && r.lx[j].gap == gapSpace && !r.lx[j].entry.plural && r.lx[j].entry.value != "DT" {
		setPart(&e.parts, r.lx[j].entry.value)
		e.typ, e.rule, e.weak, e.end = TimeType, e.rule+"+part", false, r.lx[j].end
		if e.start == 0 {
			e.start = r.lx[i].start
		}
		return r.partClock(e, j+1)
	}
	k := j
	about := false
	if r.word(k, "AT") && r.near(k) {
		if k++; r.nextValue(k, classApprox, "APPROX") { // on 5 May, at about three in the afternoon
			about = true
			k++
		}
	} else if !r.near(j) {
		return e, j
	}
	p := e.parts
	end := r.clock(&p, k)
	if part := r.has(k, classPart); end == k && k > j && part && (r.lx[k].entry.value == "MI" || r.lx[k].entry.value == "MN") { // Friday at noon
		setPart(&p, r.lx[k].entry.value)
		end = k + 1
	}
	if end == k || k > j && !r.joined(k) {
		return e, j
	}
	if e.start == 0 {
		e.start = r.lx[i].start
	}
	e.parts, e.typ, e.rule, e.weak, e.end = p, TimeType, e.rule+"+clock", false, r.lx[end-1].end
	if about && e.mod == "" {
		e.mod = "APPROX"
	}
	return e, end
}

// endsWeekRange reports whether lexeme i is the second weekday of a range.
func (r *run) endsWeekRange(i int) bool {
	return r.has(i, classWeekday) && (r.until(i-1) && r.has(i-2, classWeekday) || r.dashesOn(i-1))
}

// ownLine reports whether lexemes i to j are a line by themselves, above what j begins: the day of a log's entry.
func (r *run) ownLine(i, j int) bool {
	return (r.lx[i].start == 0 || r.text[r.lx[i].start-1] == '\n') && strings.IndexByte(r.text[r.lx[j-1].end:r.lx[j].start], '\n') >= 0
}
