package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// dayAlone reads "22nd" in "on the 22nd": a day of the month that the text tells of.
func dayAlone(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if i == 0 || !r.lx[i-1].isThe() || !r.joined(i) || l.number > 31 {
		return nil, i
	}
	if l.class == classNum { // the twenty-sixth
		day, end := r.dayNumber(i)
		if end != i+2 {
			return nil, i
		}
		return r.new(expr{rule: ruleDay, kind: point, typ: DateType, weak: true, head: true, parts: parts{have: hasDay, day: day}}), end
	}
	if e, end := r.dayOfMonth(i); end > i {
		return e, end
	}
	if l.digits == 0 || l.number < 1 {
		return nil, i
	}
	e := r.new(expr{rule: ruleDay, kind: point, typ: DateType, weak: true, head: true, parts: parts{have: hasDay, day: l.number}})
	if other, end := r.otherDay(i + 1); end > i+1 && r.has(end-1, classOrd) && r.lx[end-1].digits > 0 && other > l.number && r.lx[i+1].gap == gapSpace { // the 19th and 22nd
		second := r.new(*e)
		second.start, second.end, second.parts.day = r.lx[end-1].start, r.lx[end-1].end, other
		if r.lx[end-2].isThe() {
			second.start = r.lx[end-2].start
		}
		e.start, e.end, e.second, e.ranged = l.start, l.end, second, r.rangeLink(i+1) || hasStringFold(before(r.text, r.lx[i-1].start), "between")
		return e, end
	}
	return e, i + 1
}

// dayOfMonth reads "18th of the following month", "3rd of this month", "first day of March", "last day of the month", "final day of 1999".
func (r *run) dayOfMonth(i int) (*expr, int) {
	l, j := &r.lx[i], i+1
	named := r.nextUnit(j, "D")
	last := l.class == classRel && l.entry.value == "LAST" || l.class == classOrd && l.number == -1
	if named {
		j++
	} else if l.class != classOrd || l.digits == 0 {
		return nil, i
	}
	if !last && (l.class != classOrd || l.number < 1) || !r.word(j, "OF") || !r.joined(j) || !r.joined(j+1) {
		return nil, i
	}
	j++
	e, end := r.monthRelated(j)
	if end == j {
		const finer = hasDay | hasWeekday | hasHour | hasTod | hasSeason | hasDecade | hasCentury
		if e, end = r.parse(j); end == j || e.kind != point || e.second != nil || e.mod != "" || e.parts.have&^hasFiscal&finer != 0 ||
			!(e.rel.set && e.rel.unit == "Y") && !e.parts.has(hasMonth|hasYear) {
			return nil, i
		}
	}
	e.rule, e.head, e.weak, e.start, e.end = "day-of-month", true, false, 0, 0
	if e.dayOf = l.number; last {
		e.dayOf = -1
	}
	return e, end
}

var (
	// beforeDay are the prepositions of a day alone.
	beforeDay = wordSet("on until till by from to since through for before after between is was only")
	// afterDay are the words that go on after it; any other word is what the ordinal counts: "on the 22nd floor".
	afterDay = wordSet(`he she it they we i you his her its their the a an this that these who which when where while as but because though although in at by with without from
		to was were had has have is are will would could may might did said after before until during under against for there both all`)
)

// unitNames are what armies number.
var unitNames = wordSet("Army Corps Division Regiment Brigade Battalion Fleet Front Squadron Infantry Cavalry Company Legion Marines Panzer")

// datedThings are what has the day of its writing, and what days have: "your letter of the 5th", "the night of the 5th".
var datedThings = wordSet("yours mine letter letters note telegram wire dispatch cable night morning evening afternoon")

// dayFits refuses an ordinal that counts something.
func dayFits(r *run, _, _ int, e *expr) bool {
	prev := strings.ToLower(before(r.text, e.start))
	if prev == "of" && datedThings[strings.ToLower(before(r.text, e.start-len(" of ")))] { // your letter of the 5th
		return dayEnds(r.text, e.end) || after(r.text, e.end) == "reached"
	}
	if prev == "not" && strings.HasSuffix(r.text[:e.start], ", not ") { // due on 30 September, not the 28th as it said
		return dayEnds(r.text, e.end) || after(r.text, e.end) == "as"
	}
	if !beforeDay[prev] {
		return false
	}
	end := e.end
	if e.second != nil {
		end = e.second.end
	}
	if (prev == "by" || prev == "on") && somebodyActs(r.text, end) { // by the 18th Halvard had gone
		return true
	}
	if next := after(r.text, end); prev == "on" && isPluralNoun(next) && text.IsPast(after(r.text, end+1+len(next))) { // on the 27th climbers found
		return true
	}
	return dayEnds(r.text, end) || text.IsParticiple(after(r.text, end)) || opensDay(r.text, e.start, end)
}

// somebodyActs reports whether one or two names and what they did follow byte offset at: "Pemberton lost 27 guns", "Yrjö Väisälä confirmed it".
func somebodyActs(t string, at int) bool {
	for n := range 3 {
		word := after(t, at)
		if n > 0 && (finite[word] || text.IsPast(word)) {
			return true
		}
		if !isName(word) || unitNames[word] || t[at] != ' ' || streets[strings.ToLower(word)] {
			return false
		}
		at += 1 + len(word)
	}
	return false
}

// opensDay reports whether the ordinal text[start:end] begins a sentence that goes on with who did something: "On the 14th two companies",
// "On the 26th Captain Dallò".
func opensDay(text string, start, end int) bool {
	prev, next := before(text, start), after(text, end)
	if prev == "By" && isPluralNoun(next) { // By the 14th crowds were calling for war
		return true
	}
	if prev != "On" || next == "" || text[end] != ' ' {
		return false
	}
	e, known := lookup(next)
	return known && e.class == classNum || isDigit(next[0]) || isName(next) && !streets[strings.ToLower(next)]
}

// dayEnds reports whether what follows the ordinal that ends at byte offset at leaves it a day.
func dayEnds(text string, at int) bool {
	rest := text[at:]
	if rest == "" || strings.IndexByte(".,;:)\"!?\n", rest[0]) >= 0 || anyOf(strings.HasPrefix, rest, "”", " (", " –", " —") {
		return true
	}
	next := strings.ToLower(after(text, at))
	if next == "and" && strings.HasPrefix(rest, " and,") { // in 613 and, in the spring of 614,
		return true
	}
	if next == "and" { // on the 26th and was sacked, and not: on the 26th and 27th floors
		second := after(text, at+len(" and"))
		return second != "" && !isDigit(second[0])
	}
	return afterDay[next]
}

// monthReach is how many bytes after a date of a month a day alone may be of it.
const monthReach = 1500

// ofMonth finds the month of a day alone: the one that the text has reached, or the next where the day would otherwise lie back;
// with none reached, that of the publication, before or after it by the tense. It is no date where neither is known.
func (z *resolver) ofMonth(e *expr) (day, anchor calendar.Date) {
	at := func(months calendar.Date) calendar.Date {
		d, _ := calendar.OfDay(months.Year(), months.Month(), e.parts.day) // no date where the month has no such day
		return d
	}
	if e.parts.has(hasWeekday) { // Thursday the 13th
		return z.ofWeekday(e, at)
	}
	last, end := z.last, z.lastEnd
	if said := e.start - z.near.end; z.near.date.Precision() >= calendar.Month && said > 0 && said <= len(", and on ") { // twice the previous month, on the 4th and the 12th
		last, end = z.near.date, z.near.end
	}
	if last.Precision() < calendar.Month && !z.day.date.IsZero() && e.start-z.day.end <= dayReach/2 { // it renounced the pact of 1932, and on the 30th it bombed the city
		last, end = z.day.date, z.day.end
	}
	if last.Precision() >= calendar.Month && e.start-end <= monthReach {
		d := at(last)
		if next := at(last.Truncate(calendar.Month).AddMonths(1)); last.Precision() >= calendar.Day && e.parts.day < last.Day() &&
			last.DaysUntil(next) <= 15 && !next.IsZero() {
			d = next
		}
		return d, last
	}
	if !z.news {
		return calendar.Date{}, calendar.Date{}
	}
	d := at(z.speech)
	switch t := tenseAt(z.text, e.start, e.end); {
	case t == futureTense && e.parts.day < z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(1))
	case t != futureTense && e.parts.day > z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(-1))
	}
	return d, z.speech
}

// ofWeekday finds the month of a day with its weekday: the nearest one to the publication, or to the date reached, in which the two go together.
func (z *resolver) ofWeekday(e *expr, at func(calendar.Date) calendar.Date) (day, anchor calendar.Date) {
	if anchor = z.last; z.news {
		anchor = z.speech
	}
	if anchor.Precision() < calendar.Month {
		return calendar.Date{}, calendar.Date{}
	}
	month := anchor.Truncate(calendar.Month)
	for n := range 7 {
		for _, step := range [2]int{n, -n} {
			if d := at(month.AddMonths(step)); !d.IsZero() && int(d.Weekday()) == e.parts.weekday%7 {
				return d, anchor
			}
		}
	}
	return calendar.Date{}, calendar.Date{}
}

// leadingDay reads the day of a month that a text begins with: "Sept. 29", "30 June 1998".
func leadingDay(text string) (day expr, ok bool) {
	scan(text, &run{}, func(r *run) bool {
		if e, end := r.fullDay(0); end > 0 && r.lx[0].start == 0 && e.kind == point && !e.rel.set && e.parts.has(hasMonth) && e.parts.has(hasDay) {
			day, ok = e.kept(), true
		}
		return false
	})
	return day, ok
}
