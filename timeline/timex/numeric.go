package timex

import "strings"

// numericDate reads a date in numbers: 2020-03-11, 3/11/2020, 13.02.2019, 2014-05. Where day and month could be exchanged
// the whole article settles it (order.go).
func numericDate(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleNumeric, kind: point, typ: DateType, ambiguous: l.order == open, start: l.start, end: l.end})
	e.parts = parts{have: hasYear | hasMonth, year: l.date[0], month: l.date[1], day: l.date[2]}
	if l.order == weekDate {
		e.parts = parts{have: hasYear | hasWeek, year: l.date[0], week: l.date[1]}
		return e, i + 1
	}
	if l.date[2] != 0 {
		e.parts.have |= hasDay
	}
	if l.date[0] == 0 {
		e.parts.have &^= hasYear
	}
	if prev := strings.ToLower(before(r.text, l.start)); labels[prev] || labelAbbreviated(r.text, l.start) { // invoice 2016-01, acc. no. 1934.11.9
		return r.new(expr{kind: refused}), i + 1
	}
	if impossible(&e.parts) && !e.ambiguous {
		return r.new(expr{kind: refused}), i + 1
	}
	if l.clock != (clockTime{}) {
		e.typ = TimeType
		e.parts.setClock(l.clock.hour, l.clock.minute, l.clock.second)
		if l.zoned {
			e.parts.have, e.parts.zone = e.parts.have|hasZone, l.zone
		}
		return e, i + 1
	}
	if l.date == [3]int{2001, 9, 11} && l.end-l.start == len("9/11") && daysNames[after(r.text, l.end)] { // the 9/11 commission
		return r.new(expr{kind: refused}), i + 1
	}
	return r.withTime(e, i, i+1)
}
