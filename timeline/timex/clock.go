package timex

import (
	"strconv"
	"strings"
)

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
	link := r.joined(k) && (r.word(k, "TO") || r.word(k, "UNTIL") || (r.word(k, "AND") || r.word(k, "OR")) && clockPrepositions[strings.ToLower(before(r.text, l.start))])
	switch {
	case link:
		k++
	case r.lx[k].gap == gapHyphen || r.lx[k].gap == gapDash:
	default:
		return nil, i
	}
	if !r.has(k, classInt) || link && !r.joined(k) || !r.has(k+1, classAmPm) {
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
	if (r.word(k, "ON") || r.word(k, "OF")) && r.joined(k) {
		k++
	}
	if k >= len(r.lx) || !(r.joined(k) || k == j && r.lx[k].gap == gapComma) || r.lx[k].class == classInt && k == j && r.lx[k].gap == gapComma && r.monthAfterDay(k+1) == k+1 {
		return e, j
	}
	if r.text[r.lx[j-1].end-1] == '.' && (r.has(k, classRel) && r.lx[k].cap || k > j && isUpper(r.text[r.lx[j].start])) { // until 11 p.m. That afternoon; at 10 a.m. On Wednesday
		return e, j
	}
	if k == j && r.lx[k].gap == gapComma && r.isWeekday(k) && (r.dashesOn(k) || (r.word(k+1, "TO") || r.word(k+1, "THROUGH")) && r.has(k+2, classWeekday)) { // 9 to 5.30 p.m., Monday to Friday
		return e, j
	}
	if !r.enter() {
		return e, j
	}
	defer r.leave()
	day, end := r.dayAt(k)
	if m := r.the(k); e.parts.tod == "NI" && k > j && r.lx[k-1].is("OF") && m < len(r.lx) {
		if first, last := r.fullDay(m); last > max(m, end) && first.kind == point && first.second != nil && first.ranged && first.second.parts.day == first.parts.day+1 { // the night of 8–9 February
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
	merge(e, day)
	e.weak, e.end = false, r.lx[end-1].end
	return e, end
}

// merge adds the day's parts and relation to a clock time or part of the day. A clock time without half of the day takes it from the day's
// part: "10:30 tomorrow night".
func merge(e, day *expr) {
	p := day.parts
	if p.has(hasTod) && e.parts.has(hasHour) {
		e.parts.hour = later(e.parts.hour, p.tod)
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
func (r *run) dayAt(i int) (*expr, int) { return r.longest(i, ofDay) }

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

// ofDay reports whether the expression is of a day, without clock time or part of the day.
func ofDay(e *expr) bool {
	if e.parts.has(hasHour|hasTod) || e.mod != "" {
		return false
	}
	return e.parts.has(hasDay|hasWeekday) || e.rel.set && e.rel.unit == "D" || e.parts.holiday != nil
}

// withTime adds what follows a date: a part of the day ("Friday night") or a clock time ("May 5 at 10 p.m.").
func (r *run) withTime(e *expr, i, j int) (*expr, int) {
	if !ofDay(e) || j >= len(r.lx) || r.ownLine(i, j) {
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

// ownLine reports whether lexemes i to j are a line by themselves, above what j begins: the day of a log's entry.
func (r *run) ownLine(i, j int) bool {
	return (r.lx[i].start == 0 || r.text[r.lx[i].start-1] == '\n') && strings.IndexByte(r.text[r.lx[j-1].end:r.lx[j].start], '\n') >= 0
}

// clock reads a clock time at lexeme i into p and gives the index after it; i where there is none.
func (r *run) clock(p *parts, i int) int {
	if i >= len(r.lx) {
		return i
	}
	c, j := r.clockFace(i)
	if j == i {
		return i
	}
	face := r.lx[i].class == classNum || r.lx[i].class == classHalf || r.lx[i].isA()
	if r.next(j, classOClock) {
		face = true
		j++
	}
	told, ok := r.halfOfDay(&c, j)
	if !ok {
		return i
	}
	if face && told == j && !r.has(j, classZone) && c.hour <= 12 {
		p.have |= hasFace
	}
	j = told
	if r.next(j, classZone) {
		j = r.zone(p, j)
	} else if r.nextWord(j, "LOCAL") && r.next(j+1, classTime) {
		j += 2
	}
	setClock(p, c)
	return j
}

// zone reads the zone at lexeme j into p, "GMT" or "Eastern time", and gives the index after it.
func (r *run) zone(p *parts, j int) int {
	if r.lx[j].entry.value != "-" { // ET is another in summer than in winter
		p.have |= hasZone
		p.zone = r.lx[j].number
	}
	if j++; r.nextOne(j, classTime) {
		j++
	}
	return j
}

// clockFace reads the hour and minute of a clock time: "5:30", "five", "10.30", "1500", each only before what makes it a time. end is i
// where there is none.
func (r *run) clockFace(i int) (c clockTime, end int) {
	c, end = r.spokenClock(i)
	l, j := &r.lx[i], i+1
	military := l.class == classInt && l.plain && l.digits == 4 && l.number%100 < 60 && l.number < 2400 && r.joined(j)
	switch {
	case end > i:
	case l.class == classClock:
		return l.clock, j
	case l.class == classInt && l.plain && l.number == 12 && (r.value(j, classPart, "MI") || r.value(j, classPart, "MN")) && r.joined(j): // 12 noon
		return clockTime{12 * (1 + b2i(r.lx[j].entry.value == "MN")), 0, -1}, j + 1
	case l.class == classInt && l.plain && l.digits <= 2 || l.class == classNum:
		if l.number < 1 || l.number > 12 || !r.has(j, classAmPm) && !r.has(j, classOClock) && !r.partFollows(j) && !r.hourOfPart(i, j) || !r.joined(j) || l.class == classNum && r.value(j, classAmPm, "AM") && !r.lx[j].stop {
			return c, i
		}
		c.hour = l.number
		return c, j
	case l.class == classDecimal && (r.text[l.start] == '0' && clockPrepositions[r.wordBefore(i)] || r.partFollows(j) || r.has(j, classAmPm) || r.has(j, classZone) || r.hourOfPart(i, j)) && r.joined(j): // 10.30 p.m., 11.15 last night
		if dotted, ok := dottedClock(r.text[l.start:l.end]); ok {
			return dotted, j
		}
	case military && (r.has(j, classZone) && (isUpper(r.text[r.lx[j].end-1]) || r.next(j+1, classTime)) || r.word(j, "LOCAL") && r.has(j+1, classTime)): // 1500 GMT
		return clockTime{l.number / 100, l.number % 100, -1}, j
	case military && r.word(j, "ON") && r.next(j+1, classWeekday) && r.wordBefore(i) == "at": // at 1545 on Monday
		return clockTime{l.number / 100, l.number % 100, -1}, j
	case military && r.value(j, classUnit, "H") && (r.text[l.start] == '0' || clockPrepositions[r.wordBefore(i)]): // at 1500 hours
		return clockTime{l.number / 100, l.number % 100, -1}, j + 1
	case r.logged(l): // at 0540
		return clockTime{l.number / 100, l.number % 100, -1}, j
	}
	return c, end
}

// logged reports whether a number of four digits is a clock time as logs have it: "sailed at 0540", and behind such a one "received at 1525".
func (r *run) logged(l *lexeme) bool {
	if l.class != classInt || !l.plain || l.digits != 4 || l.number >= 2400 || l.number%100 >= 60 {
		return false
	}
	prev := strings.ToLower(before(r.text, l.start))
	if r.text[l.start] != '0' {
		return r.log && prev == "at"
	}
	r.log = r.log || clockPrepositions[prev] && prev != "and"
	return clockPrepositions[prev] && prev != "and"
}

// wordBefore is the word before lexeme i, or the one before that where the first says only that the time is not exact.
func (r *run) wordBefore(i int) string {
	word := strings.ToLower(before(r.text, r.lx[i].start))
	switch word {
	case "approximately", "about", "around", "roughly":
		return strings.ToLower(before(r.text, r.lx[i].start-1-len(word)))
	}
	return word
}

// halfOfDay reads "p.m." or "in the evening" at lexeme j, turns the clock by it and gives the index after it; ok is false where the two do
// not go together.
func (r *run) halfOfDay(c *clockTime, j int) (end int, ok bool) {
	switch {
	case r.next(j, classAmPm):
		if c.hour > 12 && r.lx[j].entry.value == "AM" || c.hour == 0 {
			return j, false
		}
		if c.hour <= 12 {
			c.hour %= 12
			if r.lx[j].entry.value == "PM" {
				c.hour += 12
			}
		}
		return j + 1, true
	case r.partFollows(j):
		part := j + 1 + b2i(r.word(j, "IN"))
		c.hour = later(c.hour, r.lx[part].entry.value)
		return part + 1, true
	}
	return j, true
}

// clockPrepositions stand before a time of day.
var clockPrepositions = wordSet("at by until till from to between and before after since around")

// minutesSpoken reports whether lexeme j is a round number of minutes without their name: "at ten past one", "at twenty to four".
func (r *run) minutesSpoken(j int) bool {
	l := &r.lx[j]
	if l.class != classNum || l.number%5 != 0 || l.number <= 0 || l.number >= 30 {
		return false
	}
	switch prep := strings.ToLower(before(r.text, l.start)); {
	case r.value(j+1, classRel, "PAST"):
		return clockPrepositions[prep] || prep == "is" || prep == "was"
	case r.word(j+1, "TO"):
		return spokenPrepositions[prep]
	}
	return false
}

// spokenClock reads "half past nine", "a quarter to five", "ten minutes past three" at lexeme i; end is i where there is none.
func (r *run) spokenClock(i int) (c clockTime, end int) {
	j, minutes := i, 0
	if r.lx[j].isA() && r.nextValue(j+1, classUnit, "Q") {
		j++
	}
	switch l := &r.lx[j]; {
	case l.class == classHalf:
		minutes = 30
	case l.class == classUnit && l.entry.value == "Q" && !l.entry.plural:
		minutes = 15
	case (l.class == classNum || l.class == classInt) && l.number > 0 && l.number < 30 && r.nextValue(j+1, classUnit, "M"):
		minutes = l.number
		j++
	case r.minutesSpoken(j):
		minutes = l.number
	case l.class == classNum && l.number <= 12 && l.number > 0 && r.next(j+1, classNum):
		return r.spokenMinutes(j)
	}
	past := r.value(j+1, classRel, "PAST")
	if minutes == 0 || !past && (!r.word(j+1, "TO") || minutes == 30) || !r.joined(j+1) || !r.joined(j+2) {
		return clockTime{-1, -1, -1}, i
	}
	h := &r.lx[j+2]
	if h.class == classPart && (h.entry.value == "MI" || h.entry.value == "MN") { // a quarter past midnight, ten to noon
		hour := 12 * b2i(h.entry.value == "MI")
		if past {
			return clockTime{hour, minutes, -1}, j + 3
		}
		return clockTime{(hour + 23) % 24, 60 - minutes, -1}, j + 3
	}
	if h.class != classNum && (h.class != classInt || !h.plain) || h.number < 1 || h.number > 12 || h.digits > 2 || r.next(j+3, classUnit) || r.has(j+3, classScale) {
		return clockTime{-1, -1, -1}, i
	}
	if past {
		return clockTime{h.number, minutes, -1}, j + 3
	}
	return clockTime{(h.number+10)%12 + 1, 60 - minutes, -1}, j + 3
}

// spokenPrepositions stand before a clock time like "twenty to four", which behind others would be a range.
var spokenPrepositions = wordSet("at by until about")

// spokenMinutes reads "two thirty" and "seven forty-five" before what makes them a time: "in the morning", "p.m.", "this morning".
func (r *run) spokenMinutes(i int) (clockTime, int) {
	hour, minute, end := r.lx[i].number, r.lx[i+1].number, i+2
	if minute >= 20 && minute%10 == 0 && r.next(end, classNum) && r.lx[end].number < 10 {
		minute, end = minute+r.lx[end].number, end+1
	}
	if minute < 10 || minute > 59 || !r.has(end, classAmPm) && !r.partFollows(end) && !r.hourOfPart(i, end) {
		return clockTime{-1, -1, -1}, i
	}
	return clockTime{hour, minute, -1}, end
}

// dottedClock reads "10.30".
func dottedClock(s string) (clockTime, bool) {
	hour, minute, ok := strings.Cut(s, ".")
	h, err := strconv.Atoi(hour)
	m, errMinute := strconv.Atoi(minute)
	return clockTime{h, m, -1}, ok && err == nil && errMinute == nil && len(minute) == 2 && h < 24 && m < 60
}

func setClock(p *parts, c clockTime) {
	p.have |= hasHour
	p.hour, p.minute, p.second = c.hour, c.minute, c.second
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
