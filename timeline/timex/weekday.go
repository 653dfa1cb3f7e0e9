package timex

// weekdayDate reads "Friday", "Monday, June 16", "Tuesday, 16 June 2025", "Friday the 13th", "Monday and Tuesday" (its first).
func weekdayDate(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.entry.plural || r.next(i+1, classPart) && r.lx[i+1].entry.plural {
		return r.weekdays(i)
	}
	if e, end := r.weekdayAndDay(i); end > i {
		return e, end
	}
	e := r.new(expr{rule: ruleWeekday, kind: point, typ: DateType, weak: true, parts: parts{have: hasWeekday, weekday: l.number}})
	if l.entry.beside && !l.stop && !r.dashesOn(i) && !r.dashesOn(i-1) {
		if l.cap && r.near(i+1) && r.lx[i+1].gap == gapSpace { // Sat 8:30 am
			if timed, end := r.withTime(e, i, i+1); end > i+1 && timed.parts.has(hasHour) {
				return timed, end
			}
		}
		return nil, i
	}
	if i > 2 && r.word(i-1, "OR") && r.isWeekday(i-2) && r.lx[i-3].isA() { // on a Saturday or Sunday
		e.rule, e.weak = ruleAWeekday, false
		return e, i + 1
	}
	e.start, e.end = l.start, l.end
	if j, ok := r.behindWeekday(i); ok && r.has(j, classOrd) && r.lx[j].digits > 0 && r.lx[j].number <= 31 && (dayEnds(r.text, r.lx[j].end) || opensDay(r.text, l.start, r.lx[j].end)) { // Thursday the 13th, Sunday, 16th
		e.rule, e.weak, e.end = ruleWeekdayDay, false, r.lx[j].end
		e.parts.have |= hasDay
		e.parts.day = r.lx[j].number
		return r.withTime(e, i, j+1)
	}
	return r.withTime(e, i, i+1)
}

// weekdays reads "Tuesdays", "Tuesdays at 2 p.m.", "Tuesday nights", which come every week.
func (r *run) weekdays(i int) (*expr, int) {
	e := r.new(expr{rule: "weekdays", kind: set, typ: SetType, parts: parts{have: hasWeekday, weekday: r.lx[i].number}})
	if !r.lx[i].entry.plural {
		setPart(&e.parts, r.lx[i+1].entry.value)
		return e, i + 2
	}
	if at := i + 2; r.nextWord(i+1, "AT") && r.joined(at) {
		if end := r.clock(&e.parts, at); end > at {
			return e, end
		}
	}
	return e, i + 1
}

// behindWeekday gives the lexeme behind a weekday and an article, and reports whether it belongs to it: "Friday the 13th", "Friday, 13 May".
func (r *run) behindWeekday(i int) (j int, ok bool) {
	j = r.the(i + 1)
	return j, j < len(r.lx) && r.near(i+1) && (j == i+1 || r.joined(j))
}

// weekdayAndDay reads a weekday and the day that it is: "Monday, June 16", "Sunday, Christmas Eve".
func (r *run) weekdayAndDay(i int) (*expr, int) {
	l := &r.lx[i]
	if j, ok := r.behindWeekday(i); ok && r.lx[i+1].gap != gapHyphen {
		d, end := r.fullDay(j)
		switch {
		case end == j:
		case d.kind == refused:
			return d, end
		case d.parts.has(hasDay):
			d.parts.weekday = l.number
			d.parts.have |= hasWeekday
			d.rule, d.start, d.weak = "weekday-"+d.rule, l.start, false
			return d, end
		}
	}
	j := i + 1
	if !r.has(j, classHoliday) || r.lx[j].gap != gapComma {
		return nil, i
	}
	day, end := holidayDate(r, j)
	if end == j || day.kind != point || day.second != nil || day.parts.holiday == nil {
		return nil, i
	}
	day.start, day.end = l.start, r.lx[end-1].end
	if !holidayFits(r, j, end, day) { // on Sunday, Christmas trees
		return nil, i
	}
	day.weak, day.head = false, false
	return day, end
}

// dashesOn reports whether a weekday at lexeme i and one behind a dash make a range: "Mon-Fri".
func (r *run) dashesOn(i int) bool {
	return r.has(i, classWeekday) && r.has(i+1, classWeekday) && r.lx[i].cap && r.lx[i+1].cap && r.dashed(i+1)
}

// isWeekday reports whether lexeme i is a single weekday, and no word like its abbreviation: "sat", "sun".
func (r *run) isWeekday(i int) bool {
	l := &r.lx[i]
	return l.class == classWeekday && !l.entry.plural && (!l.entry.beside || l.stop)
}

// weekdayNight reads "Wednesday night, 4 July 1962", "Sunday dawn of 17 May 1942".
func weekdayNight(r *run, i int) (*expr, int) {
	part, day := i+1, i+2
	if !r.isWeekday(i) || !r.has(part, classPart) || r.lx[part].gap != gapSpace || r.lx[part].entry.plural || day >= len(r.lx) {
		return nil, i
	}
	switch {
	case r.nextWord(day, "OF") && r.joined(day+1):
		day = r.the(day + 1)
	case r.lx[day].gap != gapComma:
		return nil, i
	}
	if day >= len(r.lx) {
		return nil, i
	}
	e, end := r.fullDay(day)
	if end == day || e.kind != point || e.typ != DateType || !e.parts.has(hasDay) || e.second != nil {
		return nil, i
	}
	setPart(&e.parts, r.lx[part].entry.value)
	e.parts.weekday, e.parts.have = r.lx[i].number, e.parts.have|hasWeekday
	e.rule, e.typ, e.start, e.weak = "weekday-"+e.rule+"+part", TimeType, r.lx[i].start, false
	return e, end
}

// weekdayNext reads "Tuesday next", "Tuesday last", "Friday week".
func weekdayNext(r *run, i int) (*expr, int) {
	next := i + 1
	if !r.isWeekday(i) || next >= len(r.lx) || r.lx[next].gap != gapSpace || !dayEnds(r.text, r.lx[next].end) {
		return nil, i
	}
	e := r.new(expr{rule: "related-name", kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: r.lx[i].number}, rel: relation{set: true, n: 1}})
	switch {
	case r.value(next, classUnit, "W") && !r.lx[next].entry.plural:
		return r.weekFrom(i), next + 1
	case r.value(next, classRel, "LAST"):
		e.rel.n = -1
	case !r.value(next, classRel, "NEXT"):
		return nil, i
	}
	return e, next + 1
}

// weekdayRange reads "Friday 7 to Sunday 9 June": the month and year of the second day belong to both.
func weekdayRange(r *run, i int) (*expr, int) {
	if !r.isWeekday(i) || i+4 >= len(r.lx) || !r.has(i+1, classInt) || !r.lx[i+1].plain || r.lx[i+1].digits > 2 || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	j := i + 2
	if r.word(j, "TO") || r.word(j, "AND") || r.word(j, "UNTIL") || r.word(j, "THROUGH") {
		j++
	} else if r.lx[j].gap != gapHyphen && r.lx[j].gap != gapDash {
		return nil, i
	}
	day := r.the(j + 1)
	if !r.has(j, classWeekday) || !r.near(j+1) || day >= len(r.lx) {
		return nil, i
	}
	second, end := r.fullDay(day)
	if end == day || second.kind != point || second.second != nil || !second.parts.has(hasDay) || !second.parts.has(hasMonth) {
		return nil, i
	}
	second.start, second.weak = r.lx[j].start, false
	e := r.new(*second)
	e.parts.day, e.rule, e.head = r.lx[i+1].number, ruleWeekdayDay, false
	if e.parts.day > second.parts.day || impossible(&e.parts) {
		return nil, i
	}
	e.start, e.end, e.second, e.ranged = r.lx[i].start, r.lx[i+1].end, second, !r.word(i+2, "AND")
	return e, end
}

// weekFrom is the day a week after the next weekday at lexeme i.
func (r *run) weekFrom(i int) *expr {
	day := r.new(expr{rule: "related-name", kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: r.lx[i].number}, rel: relation{set: true, n: 1}})
	return r.new(expr{rule: "week-from-day", kind: offset, typ: DateType, amount: amount{number: number{value: 1}, unit: "W"}, dir: 1, base: day})
}

// weekdayNear reads "Monday after Easter 2012", "Friday before 20 March": the nearest such day on that side of a date; and "Saturday after next",
// "Monday before last".
func weekdayNear(r *run, i int) (*expr, int) {
	if !r.isWeekday(i) || !r.has(i+1, classDir) || r.lx[i+1].gap != gapSpace || !r.joined(i+2) {
		return nil, i
	}
	dir := 0
	switch r.lx[i+1].entry.value {
	case "BEFORE":
		dir = -1
	case "AFTER":
		dir = 1
	default:
		return nil, i
	}
	e := r.new(expr{rule: ruleWeekdayNear, kind: point, typ: DateType, head: true, parts: parts{have: hasWeekday, weekday: r.lx[i].number}, rel: relation{set: true, n: 2 * dir}})
	if (dir > 0 && r.value(i+2, classRel, "NEXT") || dir < 0 && r.value(i+2, classRel, "LAST")) && !r.joined(i+3) {
		return e, i + 3
	}
	base, end := r.longest(i+2, (*expr).isDay)
	if end == i+2 || base.parts.holiday == nil && !base.parts.has(hasMonth) || base.weak && base.parts.holiday == nil {
		return nil, i
	}
	e.kind, e.dir, e.base, e.rel = offset, dir, base, relation{}
	e.amount = amount{number: number{value: 1}, unit: "D"}
	return e, end
}

// fullDay reads a day of a month at lexeme j, in whatever order.
func (r *run) fullDay(j int) (*expr, int) {
	switch r.lx[j].class {
	case classMonth:
		return monthFirstDate(r, j)
	case classInt, classOrd, classNum:
		return dayFirstDate(r, j)
	case classDate:
		return numericDate(r, j)
	}
	return nil, j
}

// weekdayPart reads a weekday of a related week: "Monday of last week", "Monday next week".
func weekdayPart(r *run, i int) (*expr, int) {
	j := i + 1
	if r.nextWord(j, "OF") {
		j++
	}
	if !r.isWeekday(i) || j >= len(r.lx) || r.lx[j].gap != gapSpace {
		return nil, i
	}
	week, end := relatedUnit(r, j)
	if end == j || week.rel.unit != "W" || week.kind != point {
		return nil, i
	}
	e := r.new(expr{rule: "weekday-week", kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: r.lx[i].number}, rel: week.rel})
	return e, end
}

// nthOfEvery reads "first Monday of every month", "last Friday in each quarter": a time that comes as often as the unit.
func nthOfEvery(r *run, i int) (*expr, int) {
	if !r.has(i+1, classWeekday) || !r.joined(i+1) || !r.word(i+2, "OF") && !r.word(i+2, "IN") || !r.joined(i+2) || !r.has(i+3, classPeriodic) || !r.joined(i+3) {
		return nil, i
	}
	e, end := everyUnit(r, i+3)
	if end == i+3 || e.amount.unit != "M1" && e.amount.unit != "Y" && e.amount.unit != "Q" {
		return nil, i
	}
	e.rule, e.head, e.start, e.end = "nth-of-every", true, 0, 0
	return e, end
}

// nthWeekdayOf reads "last Sunday of March", "second Tuesday in November 2012", "third Thursday of next month", "first weekend of June", which
// is that of the first Saturday.
func nthWeekdayOf(r *run, i int) (*expr, int) {
	if e, end := nthOfEvery(r, i); end > i {
		return e, end
	}
	day := &holiday{}
	switch l := &r.lx[i]; {
	case l.class == classOrd && (l.number >= 1 && l.number <= 5 || l.number == -1):
		day.nth = max(l.number, 0)
	case l.class == classRel && l.entry.value == "LAST":
	default:
		return nil, i
	}
	weekend := r.weekendAt(i + 1)
	switch l := &r.lx[min(i+1, len(r.lx)-1)]; {
	case weekend:
		day.weekday = 6
	case r.next(i+1, classWeekday) && !l.entry.plural:
		day.weekday = l.number
	default:
		return nil, i
	}
	if !r.word(i+2, "OF") && !r.word(i+2, "IN") || !r.joined(i+2) || !r.joined(i+3) {
		return nil, i
	}
	var e *expr
	end := i + 3
	if r.has(end, classMonth) {
		day.month = r.lx[end].number
		e = r.new(expr{kind: point, typ: DateType})
		end = r.yearOf(e, end+1)
	} else if e, end = r.monthRelated(end); end == i+3 {
		return nil, i
	}
	e.rule, e.head, e.weak, e.start, e.end = "nth-weekday", true, false, 0, 0
	if e.parts.holiday = day; weekend {
		return r.weekendOf(e), end
	}
	return e, end
}

// monthRelated reads "next month", "the following month" and "the month", to which a day in it belongs.
func (r *run) monthRelated(i int) (*expr, int) {
	if e, end := r.parse(i); end > i {
		if e.kind == point && e.second == nil && e.mod == "" && e.rel.set && e.rel.unit == "M1" && e.parts.have == 0 && e.dayOf == 0 {
			return e, end
		}
		return nil, i
	}
	if k := r.the(i); k > i && r.nextUnit(k, "M1") {
		return r.new(expr{kind: point, typ: DateType, rel: relation{set: true, unit: "M1", from: narrative}}), k + 1
	}
	return nil, i
}
