package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// monthFirstDate reads "June", "June 5", "June 5th, 1998", "February of 1940", "October, 1917", "August of that year",
// "May 4 and 5", "March 14–18, 2019".
func monthFirstDate(r *run, i int) (*expr, int) {
	m := &r.lx[i]
	e := r.new(expr{rule: ruleMonth, kind: point, typ: DateType, parts: parts{have: hasMonth, month: m.number}})
	j := i + 1
	if k := r.the(j); k > j && r.joined(j) && r.joined(k) && !r.has(k, classInt) && !(r.lx[k].cap && r.lx[k].digits == 0) { // June the 5th, June the twenty-ninth, and not: in April the first of nine, by August the Eighth Army
		if _, end := r.dayNumber(k); !r.word(end, "OF") {
			j = k
		}
	}
	day, k := r.dayNumber(j)
	if k == j {
		j, k = i+1, i+1
	}
	if k > j && (strings.HasPrefix(r.text[r.lx[k-1].end:], "°") || strings.HasPrefix(r.text[r.lx[k-1].end:], " °")) { // in July and August 19 °C
		j, k = i+1, i+1
	}
	if k > j && r.lx[j].gap != gapComma && // since January, 16 of them
		r.lx[j].gap != gapHyphen && !r.countsSomething(k) && !(k == len(r.lx) && dayCounts[after(r.text, r.lx[k-1].end)]) {
		e.rule, e.parts.day, j = "month-day", day, k
		e.parts.have |= hasDay
		if other, k := r.otherDay(j); k > j {
			e.end = r.lx[j-1].end
			e.second = r.new(expr{start: r.lx[k-1].start, end: r.lx[k-1].end})
			e.ranged = r.rangeLink(j)
			return r.pairOfDays(e, i, k, other)
		}
		if days, k := r.daysOn(j); k > j {
			return r.listOfDays(e, i, j, days, k)
		}
	}
	j = r.yearOf(e, j)
	if e.parts.has(hasDay) && !e.parts.has(hasYear) && daysNames[after(r.text, r.lx[j-1].end)] {
		return r.new(expr{kind: refused}), j
	}
	if e.parts.have == hasMonth {
		if m.entry.beside && !m.stop {
			return nil, i
		}
		e.weak = true
	}
	if impossible(&e.parts) {
		return r.new(expr{kind: refused}), j
	}
	if r.weekendAt(j) {
		return r.weekendOf(e), j + 1
	}
	e.start, e.end = r.lx[i].start, r.lx[j-1].end
	return r.withTime(e, i, j)
}

// weekendAt reports whether a single weekend stands right behind a day, at lexeme j.
func (r *run) weekendAt(j int) bool {
	return r.value(j, classUnit, "WE") && r.lx[j].gap == gapSpace && !r.lx[j].entry.plural
}

// weekendOf is the weekend of a holiday named by its day: "the Fourth of July weekend".
func (r *run) weekendOf(day *expr) *expr {
	return r.new(expr{rule: ruleHolidayWeek, kind: offset, typ: DateType, head: true, amount: amount{unit: "WE"}, dir: 1, base: day})
}

// pairOfDays finishes "March 14–18, 2019": the year and month belong to both days.
func (r *run) pairOfDays(e *expr, i, j, other int) (*expr, int) {
	second := e.second
	end := r.yearOf(e, j)
	if end > j && e.end != 0 {
		second.end = r.lx[end-1].end
	}
	second.rule, second.kind, second.typ, second.parts, second.rel = e.rule, point, DateType, e.parts, e.rel
	second.parts.day = other
	if impossible(&e.parts) || impossible(&second.parts) {
		return r.new(expr{kind: refused}), end
	}
	e.start, second.ranged = r.lx[i].start, e.ranged
	return e, end
}

// daysOn reads the days that go on a list of three or more at lexeme j, the gap before which is a comma: "4 and 8", "4, 6 and 8".
func (r *run) daysOn(j int) (days []int, end int) {
	k := j
	for r.has(k, classInt) && r.lx[k].gap == gapComma {
		day, next := r.dayNumber(k)
		if next == k || r.countsSomething(next) {
			return nil, j
		}
		days, k = append(days, k), next
		if other, last := r.otherDay(next); last > next && r.lx[next].is("AND") && r.has(last-1, classInt) && other > day {
			return append(days, last-1), last
		}
	}
	return nil, j
}

// listOfDays finishes "April 2, 4 and 8" and "3, 10 and 17 April 2012": the month and year belong to all days, those at the lexemes given and the
// first, which ends before lexeme j. The last has what follows it up to lexeme end.
func (r *run) listOfDays(e *expr, i, j int, days []int, end int) (*expr, int) {
	end = r.yearOf(e, end)
	e.start, e.end = r.lx[i].start, r.lx[j-1].end
	last := e
	for _, k := range days {
		day := r.new(expr{rule: e.rule, kind: point, typ: DateType, parts: e.parts, rel: e.rel, start: r.lx[k].start, end: r.lx[k].end})
		if day.parts.day, _ = r.dayNumber(k); impossible(&day.parts) {
			return r.new(expr{kind: refused}), end
		}
		last.second, last = day, day
	}
	last.end = r.lx[end-1].end
	return e, end
}

// dayFirstDate reads "5 June", "the 22nd of July 1998", "14–18 March", "6 and 7 February 1920" and "the 22nd".
func dayFirstDate(r *run, i int) (*expr, int) {
	day, j := r.dayNumber(i)
	if j == i {
		return nil, i
	}
	e := r.new(expr{rule: "day-month", kind: point, typ: DateType, head: r.lx[i].class != classInt})
	if other, k := r.otherDay(j); k > j {
		if m := r.monthAfterDay(k); m > k {
			e.parts = parts{have: hasMonth | hasDay, month: r.lx[m-1].number, day: day}
			e.end, e.ranged = r.lx[i].end, r.rangeLink(j)
			e.second = r.new(expr{start: r.lx[k-1].start, end: r.lx[m-1].end})
			if r.lx[k-2].isThe() { // to the 18th of March
				e.second.start = r.lx[k-2].start
			}
			return r.pairOfDays(e, i, m, other)
		}
	}
	if days, k := r.daysOn(j); k > j && r.lx[i].class == classInt {
		if m := r.monthAfterDay(k); m > k {
			e.rule, e.parts = "day-month", parts{have: hasMonth | hasDay, month: r.lx[m-1].number, day: day}
			return r.listOfDays(e, i, j, days, m)
		}
	}
	m := r.monthAfterDay(j)
	if m == j {
		return nil, i
	}
	e.parts = parts{have: hasMonth | hasDay, month: r.lx[m-1].number, day: day}
	end := r.yearOf(e, m)
	if end == m && r.has(m, classInt) && r.lx[m].digits == 2 && r.lx[m].gap == gapHyphen && r.lx[m-1].gap == gapHyphen { // 14-Mar-87
		e.parts.year, e.parts.have, end = century2(r.lx[m].number), e.parts.have|hasYear|hasTwoDigits, m+1
	}
	if next := after(r.text, r.lx[end-1].end); impossible(&e.parts) || !e.parts.has(hasYear) && (isStreet(r.text, r.lx[end-1].end) || daysNames[next]) { // 8 May Lane, the 26 July Movement
		return r.new(expr{kind: refused}), end
	}
	if r.weekendAt(end) {
		return r.weekendOf(e), end + 1
	}
	e.start, e.end = r.lx[i].start, r.lx[end-1].end
	return r.withTime(e, i, end)
}

// monthAfterDay gives the index after a month at j, with "of", "day of" or nothing before it; j where there is none.
func (r *run) monthAfterDay(j int) int {
	k := j
	if r.nextUnit(k, "D") && r.word(k+1, "OF") {
		k++
	}
	if r.nextWord(k, "OF") {
		k++
	}
	if r.next(k, classMonth) && (r.lx[k].cap || k > j) {
		return k + 1
	}
	return j
}

// monthAfterYear reads "1945 May 7" and "2010 March", as lists and chronicles write.
func monthAfterYear(r *run, i int) (*expr, int) {
	if r.lx[i].digits != 4 || !r.has(i+1, classMonth) || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	day, j := r.dayNumber(i + 2)
	year := r.lx[i].number
	if j == i+2 || year < 1000 || year > 2200 {
		return nil, i
	}
	e := r.new(expr{rule: "month-day", kind: point, typ: DateType, parts: parts{have: hasYear | hasMonth | hasDay, year: year, month: r.lx[i+1].number, day: day}})
	if impossible(&e.parts) {
		return r.new(expr{kind: refused}), j
	}
	return e, j
}

// dayNumber reads a day of the month at lexeme i: "5", "05", "5th", "fifth", "twenty-second". end is i where there is none.
func (r *run) dayNumber(i int) (day, end int) {
	if i >= len(r.lx) {
		return 0, i
	}
	l := &r.lx[i]
	switch {
	case l.class == classInt && l.plain && l.digits <= 2 && l.number >= 1 && l.number <= 31:
		return l.number, i + 1
	case l.class == classOrd && l.number >= 1 && l.number <= 31:
		return l.number, i + 1
	case l.class == classNum && (l.number == 20 || l.number == 30) && r.has(i+1, classOrd) && r.lx[i+1].number < 10 && r.joined(i+1):
		return l.number + r.lx[i+1].number, i + 2
	}
	return 0, i
}

// countsSomething reports whether the number that ends before lexeme i counts what follows: "in May 10 years later".
func (r *run) countsSomething(i int) bool {
	return i < len(r.lx) && r.joined(i) && !r.weekendAt(i) && (r.lx[i].class == classUnit || r.lx[i].class == classScale) && r.lx[i].gap != gapNone
}

// otherDay reads the second day of "4 and 5", "14–18", "6 or 7", "3 through 9" at lexeme j.
func (r *run) otherDay(j int) (day, end int) {
	if j >= len(r.lx) {
		return 0, j
	}
	k := j
	switch {
	case r.lx[j].gap == gapHyphen || r.lx[j].gap == gapDash || r.lx[j].gap == gapSlash:
	case r.joined(j) && (r.lx[j].is("AND") || r.lx[j].is("OR") || r.lx[j].is("TO") || r.lx[j].is("THROUGH") || r.lx[j].is("UNTIL")) && r.joined(j+1):
		k = r.the(j + 1)
	default:
		return 0, j
	}
	day, end = r.dayNumber(k)
	if end == k || r.countsSomething(end) || r.has(end, classMonth) && r.has(j-2, classMonth) && k > j {
		return 0, j
	}
	if end < len(r.lx) && (r.lx[end].class == classAmPm || r.lx[end].class == classDecimal) && r.joined(end) {
		return 0, j
	}
	return day, end
}

// rangeLink reports whether lexeme j begins or is the link of a range rather than of a list.
func (r *run) rangeLink(j int) bool {
	return !r.lx[j].is("AND") && !r.lx[j].is("OR") && r.lx[j].gap != gapSlash
}

// yearOf reads the year that follows a month or a day and gives the index after it; i where there is none.
func (r *run) yearOf(e *expr, i int) int {
	j := i
	if j < len(r.lx) && r.lx[j].is("OF") && r.joined(j) {
		j++
		if k := r.yearRelated(e, j); k > j {
			return k
		}
		if r.value(j, classDet, "THE") && r.value(j+1, classUnit, "Y") && !r.lx[j+1].entry.plural {
			if j += 2; e.parts.has(hasQuarter|hasHalf) && (j >= len(r.lx) || r.lx[j].class != classInt) && !r.has(j, classEnded) { // the first half of the year
				e.rel = relation{set: true, unit: "Y"}
				return j
			}
		}
	} else if k := r.yearRelated(e, j); k > j {
		return k
	}
	if j >= len(r.lx) || !r.near(j) || r.lx[j].gap == gapNone {
		return i
	}
	year, have, k := r.year(j)
	if k == j && r.ancientYear(e, i, j) {
		year, k = r.lx[j].number, j+1
	}
	if k == j && j == i && e.parts.have&^hasDay == hasMonth && r.openYear(j) {
		e.open, e.shortEnd, e.loose = true, r.lx[i-1].end, !r.yearNext(r.lx[j].end) // in August 877, after
		year, k = r.lx[j].number, j+1
	}
	if k == j || j > i && r.lx[j].gap == gapComma {
		return i
	}
	e.parts.year = year
	e.parts.have |= hasYear | have
	return k
}

// openYear reports whether lexeme j, behind a month, is a number of three digits, or of two that are no day, which may be its year.
func (r *run) openYear(j int) bool {
	l := &r.lx[j]
	return l.class == classInt && l.plain && (l.digits == 3 || l.digits == 2 && l.number > 31) && l.gap == gapSpace && (r.yearNext(l.end) || r.yearMayEnd(j+1))
}

// yearMayEnd reports whether what follows a number, at lexeme i, is nothing that it counts, so that it may be a year if the text has others like it: "In November 401 entered Italy".
func (r *run) yearMayEnd(i int) bool {
	next := after(r.text, r.lx[i-1].end)
	return next != "" && !isPluralNoun(next) && !counted[next] && !(i < len(r.lx) && r.joined(i) && (r.lx[i].class == classUnit || r.lx[i].class == classScale))
}

// yearNext reports whether what follows byte offset at leaves a number of three digits behind a month its year: "In July 413 Ansgar came", "in
// June 411 an army", and not "in July 413 men".
func (r *run) yearNext(at int) bool {
	next := after(r.text, at)
	word, known := lookup(next)
	return endsClause(r.text, at) || isName(next) || determiners[next] || yearGoesOn[next] || known && word.class == classNum
}

// yearGoesOn are words that follow a date and count nothing: "fought in August 636 between".
var yearGoesOn = wordSet("between against by near at in on with under when while where and but after before he she they it")

// ancientYear reports whether lexeme j is a year of three digits behind a date: "30 September 420", "December of 384". i is where the year's
// part begins.
func (r *run) ancientYear(e *expr, i, j int) bool {
	l := &r.lx[j]
	return l.class == classInt && l.plain && l.digits == 3 && l.number >= 100 && r.joined(j) && (e.parts.has(hasMonth) || e.parts.holiday != nil) &&
		(j > i || e.parts.has(hasDay) || e.parts.holiday != nil) && endsClause(r.text, l.end)
}

// yearRelated reads "last year", "that year", "the same year" after a month or "of".
func (r *run) yearRelated(e *expr, i int) int {
	j := r.the(i)
	if !r.joined(i) || !r.has(j, classRel) || !r.value(j+1, classUnit, "Y") && !(r.value(j, classRel, "THAT") && r.value(j+1, classRel, "SAME") && r.value(j+2, classUnit, "Y")) {
		return i
	}
	rel, end := relatedUnit(r, j)
	if end == j || rel.kind != point || !rel.rel.set || rel.parts.have != 0 {
		return i
	}
	e.rel = rel.rel
	return end
}

// impossible reports whether no calendar has the day.
func impossible(p *parts) bool {
	if !p.has(hasMonth) {
		return false
	}
	if p.month < 1 || p.month > 12 {
		return true
	}
	if !p.has(hasDay) {
		return false
	}
	year := 2000 // a leap year, where none is given
	if p.has(hasYear) {
		year = p.year
	}
	return p.day < 1 || p.day > calendar.DaysIn(year, p.month)
}
