package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// couple marks neighbours in the text as the ends of a range: "between May 2014 and March 2016", "from 1939 to 1945",
// "1939–1945", "Monday through Friday". They stay two markables, as TIMEX3 wants; the joint interval is found when both are resolved.
func (r *run) couple(found []expr) {
	for k := 0; k+1 < len(found); k++ {
		a, b := &found[k], &found[k+1]
		if a.ranged { // with its second end, by its family
			k++
			continue
		}
		if a.kind != point || b.kind != point || b.start < a.end || b.start-a.end > 12 {
			continue
		}
		from := strings.ToLower(before(r.text, a.start))
		switch strings.ToLower(strings.TrimSpace(r.text[a.end:b.start])) {
		case "-", "--", "–", "—", "to", "through", "thru", "until", "till", "to the", "– ", "up to":
			a.ranged = true
		case "and":
			a.ranged = from == "between"
		}
		if a.ranged {
			share(a, b)
			b.weak = false
			k++
		}
	}
}

// list gives the members of a list the year that only the last one names: "summer and autumn of 1943", "January, February and March 1945".
func (r *run) list(found []expr) {
	for k := len(found) - 2; k >= 0; k-- {
		a, b := &found[k], &found[k+1]
		if a.kind != point || b.kind != point || b.start < a.end || b.start-a.end > listReach {
			continue
		}
		switch between, have := r.text[a.end:b.start], a.parts.have; {
		case b.rule == ruleYear && between == " in " && !a.rel.set && (have&^hasDay == hasMonth || have == 0 && a.parts.holiday != nil): // June in 1981
			share(a, b)
		case b.rel.set && b.rel.unit == "Y" && b.parts.have == hasMonth && have == hasMonth: // in November and December of that year
			if listLinks[strings.ToLower(strings.TrimSpace(between))] {
				share(a, b)
			}
		case b.rel.set || !b.parts.has(hasYear) || have&^b.parts.have != 0:
		case have == hasMonth || have == hasMonth|hasDay || have == hasSeason:
			if listLinks[strings.ToLower(strings.TrimSpace(between))] {
				share(a, b)
			}
		}
	}
}

// listReach is how many bytes may stand between two members of a list.
const listReach = 6

// listLinks stand between the members of a list.
var listLinks = map[string]bool{"and": true, "or": true, ",": true, ", and": true, ", or": true, "and/or": true, "/": true}

// share gives the first end of a range the parts that only the second one names: "May to September 1940", "7 May – 9 June 1945", "from 9:00 to
// 11:30 tomorrow".
func share(a, b *expr) {
	const days = hasYear | hasMonth | hasDay | hasWeekday
	dated := func(e *expr) bool { return e.parts.has(days) || e.rel.set || e.parts.holiday != nil }
	if a.parts.has(hasHour) && b.parts.has(hasHour) && !dated(a) && dated(b) && a.parts.hour <= b.parts.hour {
		p := b.parts
		p.hour, p.minute, p.second = a.parts.hour, a.parts.minute, a.parts.second
		a.parts, a.rel, a.weak = p, b.rel, false
		return
	}
	if b.rel.set && b.rel.unit == "Y" && b.parts.have == hasMonth && a.parts.have == hasMonth && !a.rel.set { // between March and May this year
		a.rel, a.weak = b.rel, false
		return
	}
	if b.parts.has(hasYear) && !a.parts.has(hasYear|hasDecade|hasCentury) && !a.rel.set && a.parts.has(hasMonth|hasSeason|hasQuarter) && (!a.parts.has(hasWeekday) || a.fitsWeekday(b.parts.year)) {
		a.parts.year = b.parts.year
		a.parts.have |= hasYear
		if a.parts.month > b.parts.month && b.parts.has(hasMonth) { // December to March 1940
			a.parts.year--
		}
		a.weak = false
	}
}

// follow gives the second end of a range the year that was found for the first: "26 July – 22 August".
func follow(e *expr, first *Timex) {
	p := &e.parts
	from := first.Date.Start
	if e.kind != point || e.rel.set {
		return
	}
	if p.have&^(hasZone|hasFace) == hasHour && from.Precision() > calendar.Day && !e.recurs && !strings.Contains(first.Value, "T24") { // between 8 a.m. and 1 p.m.
		day := from.Truncate(calendar.Day)
		if hour, _, _ := from.Clock(); p.hour < hour && p.hour < smallHoursEnd {
			day = day.AddDays(1)
		}
		p.setDay(day)
		e.completed, e.completedFrom = true, first.Date.Anchor
		return
	}
	if !p.has(hasMonth) || p.has(hasYear|hasDecade|hasCentury) || first.Date.Basis != Completed || from.Month() == 0 {
		return
	}
	p.year = from.Year()
	if p.month < from.Month() { // December to March
		p.year++
	}
	p.have |= hasYear
	e.completed, e.completedFrom = true, first.Date.Anchor
}

// joinRange gives two ends of a range their common date.
func joinRange(a, b *Timex, text string) {
	if a.Date.IsZero() || b.Date.IsZero() {
		return
	}
	i := calendar.Interval{Start: a.Date.Start, End: b.Date.End}
	if i.Start.FirstDay().Compare(i.End.LastDay()) > 0 {
		return
	}
	d := a.Date
	d.Interval, d.Precision = i, max(a.Date.Precision, b.Date.Precision)
	d.Approximate = a.Date.Approximate || b.Date.Approximate
	if a.Date.Basis == Stated {
		d.Basis, d.Anchor = b.Date.Basis, b.Date.Anchor
	}
	start := a.Start
	switch word := before(text, a.Start); word {
	case "between", "from", "Between", "From":
		for start > 0 && text[start-1] != word[len(word)-1] {
			start--
		}
		start -= len(word)
	}
	r := &Range{Start: start, End: b.End, Date: d}
	a.Range, b.Range = r, r
}
