package timex

// weekdayDate reads "Friday", "Monday, June 16", "Tuesday, 16 June 2025", "Friday the 13th", "Monday and Tuesday" (its first).
func weekdayDate(r *run, i int) (expr, int) {
	l := &r.lx[i]
	if l.entry.plural {
		return expr{}, i
	}
	e := expr{rule: "weekday", kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: l.number}}
	if j := r.the(i + 1); j < len(r.lx) && r.near(i+1) && (j == i+1 || r.joined(j)) && r.lx[i+1].gap != gapHyphen {
		for _, f := range [...]family{monthFirstDate, dayFirstDate, numericDate} {
			if c := r.lx[j].class; (c == classDate) != (r.isNumericFamily(j)) || c != classMonth && c != classInt && c != classOrd && c != classDate && c != classNum {
				continue
			}
			if r.lx[j].class == classDate {
				f = numericDate
			}
			d, end := f(r, j)
			if end == j || d.kind == refused {
				if d.kind == refused {
					return d, end
				}
				continue
			}
			if !d.parts.has(hasDay) {
				break
			}
			d.parts.weekday = l.number
			d.parts.have |= hasWeekday
			d.rule, d.start, d.weak = "weekday-"+d.rule, l.start, false
			return d, end
		}
	}
	if l.entry.beside && !l.stop {
		return expr{}, i
	}
	e.start, e.end = l.start, l.end
	return r.withTime(e, i, i+1)
}

func (r *run) isNumericFamily(j int) bool { return r.lx[j].class == classDate }

// weekdayPart reads nothing but a weekday of a related week: "Monday of last week", "Tuesday last", "Friday a week ago".
func weekdayPart(r *run, i int) (expr, int) {
	if r.lx[i].entry.plural || !r.word(i+1, "OF") || !r.joined(i+1) {
		return expr{}, i
	}
	week, end := relatedUnit(r, i+2)
	if end == i+2 || week.rel.unit != "W" || week.kind != point {
		return expr{}, i
	}
	e := expr{rule: "weekday-week", kind: point, typ: DateType, parts: parts{have: hasWeekday, weekday: r.lx[i].number}, rel: week.rel}
	return e, end
}
