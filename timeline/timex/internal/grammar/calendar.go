package grammar

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// monthFirstDate reads "June", "June 5", "June 5th, 1998", "February of 1940", "October, 1917", "August of that year",
// "May 4 and 5", "March 14–18, 2019".
func monthFirstDate(r *run, i int) (*expr.Expr, int) {
	m := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleMonth, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasMonth, Month: m.number}})
	j := i + 1
	if k := r.the(j); k > j && r.joined(j) && r.joined(k) && !r.has(k, lexicon.Int) && !(r.lx[k].cap && r.lx[k].digits == 0) { // June the 5th, June the twenty-ninth, and not: in April the first of nine, by August the Eighth Army
		if _, end := r.dayNumber(k); !r.word(end, "OF") && (r.lx[k].digits > 0 || dayEnds(r.text, r.lx[end-1].end)) { // and not: in October the first two soldiers were killed
			j = k
		}
	}
	day, k := r.dayNumber(j)
	if k == j || r.lx[j].digits == 0 && r.lx[j].cap && strings.Contains(r.text[m.end:r.lx[j].start], "\n") { // and not: April, and below it: First frosts
		j, k = i+1, i+1
	}
	if k > j && (strings.HasPrefix(r.text[r.lx[k-1].end:], "°") || strings.HasPrefix(r.text[r.lx[k-1].end:], " °")) { // in July and August 19 °C
		j, k = i+1, i+1
	}
	if k > j && r.lx[j].gap != gapComma && // since January, 16 of them
		r.lx[j].gap != gapHyphen && !r.countsSomething(k) && !(k == len(r.lx) && dayCounts.Has(prose.After(r.text, r.lx[k-1].end))) {
		e.Rule, e.Parts.Day, j = "month-day", day, k
		e.Parts.Have |= expr.HasDay
		if other, k := r.otherDay(j); k > j {
			e.End = r.lx[j-1].end
			e.Second = r.new(expr.Expr{Start: r.lx[k-1].start, End: r.lx[k-1].end})
			e.Ranged = r.rangeLink(j)
			return r.pairOfDays(e, i, k, other)
		}
		if days, k := r.daysOn(j); k > j {
			return r.listOfDays(e, i, j, days, k)
		}
	}
	j = r.yearOf(e, j)
	if e.Parts.Has(expr.HasDay) && !e.Parts.Has(expr.HasYear) && daysNames.Has(prose.After(r.text, r.lx[j-1].end)) {
		return r.new(expr.Expr{Kind: expr.Refused}), j
	}
	if e.Parts.Have == expr.HasMonth {
		if m.entry.Beside && !m.stop {
			return nil, i
		}
		e.Weak = true
	}
	if impossible(&e.Parts) || e.Parts.Has(expr.HasDay) && isStreet(r.text, r.lx[j-1].end) { // May First Road
		return r.new(expr.Expr{Kind: expr.Refused}), j
	}
	if r.weekendAt(j) {
		return r.weekendOf(e), j + 1
	}
	e.Start, e.End = r.lx[i].start, r.lx[j-1].end
	return r.withTime(e, i, j)
}

// weekendAt reports whether a single weekend stands right behind a day, at lexeme j.
func (r *run) weekendAt(j int) bool {
	return r.value(j, lexicon.Unit, "WE") && r.lx[j].gap == gapSpace && !r.lx[j].entry.Plural
}

// weekendOf is the weekend of a holiday named by its day: "the Fourth of July weekend".
func (r *run) weekendOf(day *expr.Expr) *expr.Expr {
	return r.new(expr.Expr{Rule: expr.RuleHolidayWeek, Kind: expr.Offset, Type: expr.DateType, Head: true, Amount: expr.Amount{Unit: "WE"}, Dir: 1, Base: day})
}

// pairOfDays finishes "March 14–18, 2019": the year and month belong to both days.
func (r *run) pairOfDays(e *expr.Expr, i, j, other int) (*expr.Expr, int) {
	second := e.Second
	end := r.yearOf(e, j)
	if end > j && e.End != 0 {
		second.End = r.lx[end-1].end
	}
	second.Rule, second.Kind, second.Type, second.Parts, second.Rel = e.Rule, expr.Point, expr.DateType, e.Parts, e.Rel
	second.Parts.Day = other
	if impossible(&e.Parts) || impossible(&second.Parts) {
		return r.new(expr.Expr{Kind: expr.Refused}), end
	}
	e.Start, second.Ranged = r.lx[i].start, e.Ranged
	return e, end
}

// daysOn reads the days that go on a list of three or more at lexeme j, the gap before which is a comma: "4 and 8", "4, 6 and 8".
func (r *run) daysOn(j int) (days []int, end int) {
	k := j
	for r.has(k, lexicon.Int) && r.lx[k].gap == gapComma {
		day, next := r.dayNumber(k)
		if next == k || r.countsSomething(next) {
			return nil, j
		}
		days, k = append(days, k), next
		if other, last := r.otherDay(next); last > next && r.lx[next].is("AND") && r.has(last-1, lexicon.Int) && other > day {
			return append(days, last-1), last
		}
	}
	return nil, j
}

// listOfDays finishes "April 2, 4 and 8" and "3, 10 and 17 April 2012": the month and year belong to all days, those at the lexemes given and the
// first, which ends before lexeme j. The last has what follows it up to lexeme end.
func (r *run) listOfDays(e *expr.Expr, i, j int, days []int, end int) (*expr.Expr, int) {
	end = r.yearOf(e, end)
	e.Start, e.End = r.lx[i].start, r.lx[j-1].end
	last := e
	for _, k := range days {
		day := r.new(expr.Expr{Rule: e.Rule, Kind: expr.Point, Type: expr.DateType, Parts: e.Parts, Rel: e.Rel, Start: r.lx[k].start, End: r.lx[k].end})
		if day.Parts.Day, _ = r.dayNumber(k); impossible(&day.Parts) {
			return r.new(expr.Expr{Kind: expr.Refused}), end
		}
		last.Second, last = day, day
	}
	last.End = r.lx[end-1].end
	return e, end
}

// dayFirstDate reads "5 June", "the 22nd of July 1998", "14–18 March", "6 and 7 February 1920" and "the 22nd".
func dayFirstDate(r *run, i int) (*expr.Expr, int) {
	day, j := r.dayNumber(i)
	if j == i {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "day-month", Kind: expr.Point, Type: expr.DateType, Head: r.lx[i].class != lexicon.Int})
	if other, k := r.otherDay(j); k > j {
		if m := r.monthAfterDay(k); m > k {
			e.Parts = expr.Parts{Have: expr.HasMonth | expr.HasDay, Month: r.lx[m-1].number, Day: day}
			e.End, e.Ranged = r.lx[i].end, r.rangeLink(j)
			e.Second = r.new(expr.Expr{Start: r.lx[k-1].start, End: r.lx[m-1].end})
			if r.lx[k-2].isThe() { // to the 18th of March
				e.Second.Start = r.lx[k-2].start
			}
			return r.pairOfDays(e, i, m, other)
		}
	}
	if days, k := r.daysOn(j); k > j && r.lx[i].class == lexicon.Int {
		if m := r.monthAfterDay(k); m > k {
			e.Rule, e.Parts = "day-month", expr.Parts{Have: expr.HasMonth | expr.HasDay, Month: r.lx[m-1].number, Day: day}
			return r.listOfDays(e, i, j, days, m)
		}
	}
	if r.next(j, lexicon.OfMonth) && r.lx[i].class == lexicon.Ord { // the 7th inst.
		e.Rule, e.DayOf, e.Rel = expr.RuleDayOfMonth, day, expr.Relation{Set: true, Unit: "M1", N: r.lx[j].number}
		return e, j + 1
	}
	m := r.monthAfterDay(j)
	if m == j {
		return nil, i
	}
	e.Parts = expr.Parts{Have: expr.HasMonth | expr.HasDay, Month: r.lx[m-1].number, Day: day}
	end := r.yearOf(e, m)
	if end == m && r.has(m, lexicon.Int) && r.lx[m].digits == 2 && r.lx[m].gap == gapHyphen && r.lx[m-1].gap == gapHyphen { // 14-Mar-87
		e.Parts.Year, e.Parts.Have, end = century2(r.lx[m].number), e.Parts.Have|expr.HasYear|expr.HasTwoDigits, m+1
	}
	if next := prose.After(r.text, r.lx[end-1].end); impossible(&e.Parts) || !e.Parts.Has(expr.HasYear) && (isStreet(r.text, r.lx[end-1].end) || daysNames.Has(next)) { // 8 May Lane, the 26 July Movement
		return r.new(expr.Expr{Kind: expr.Refused}), end
	}
	if r.weekendAt(end) {
		return r.weekendOf(e), end + 1
	}
	if r.weekdayHeads(i, end) {
		e.Parts.Weekday, e.Parts.Have = r.lx[end].number, e.Parts.Have|expr.HasWeekday
		end++
	}
	e.Start, e.End = r.lx[i].start, r.lx[end-1].end
	return r.withTime(e, i, end)
}

// weekdayHeads reports whether lexeme j is the weekday of the date at the head of an entry, which begins at lexeme i: "10 December, Sunday. Service at nine".
func (r *run) weekdayHeads(i, j int) bool {
	if j >= len(r.lx) || !r.isWeekday(j) || r.lx[j].gap != gapComma || r.lx[i].start > 0 && r.text[r.lx[i].start-1] != '\n' {
		return false
	}
	rest := r.text[r.lx[j].end:]
	return rest == "" || strings.IndexByte(".:;\n", rest[0]) >= 0
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
	if r.next(k, lexicon.Month) && (r.lx[k].cap || k > j) {
		return k + 1
	}
	return j
}

// monthAfterYear reads "1945 May 7" and "2010 March", as lists and chronicles write.
func monthAfterYear(r *run, i int) (*expr.Expr, int) {
	if r.lx[i].digits != 4 || !r.has(i+1, lexicon.Month) || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	day, j := r.dayNumber(i + 2)
	year := r.lx[i].number
	if j == i+2 || year < firstYear || year > lastYear {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "month-day", Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasYear | expr.HasMonth | expr.HasDay, Year: year, Month: r.lx[i+1].number, Day: day}})
	if impossible(&e.Parts) {
		return r.new(expr.Expr{Kind: expr.Refused}), j
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
	case l.class == lexicon.Int && l.plain && l.digits <= 2 && l.number >= 1 && l.number <= 31:
		return l.number, i + 1
	case l.class == lexicon.Ord && l.number >= 1 && l.number <= 31:
		return l.number, i + 1
	case l.class == lexicon.Num && (l.number == 20 || l.number == 30) && r.has(i+1, lexicon.Ord) && r.lx[i+1].number < 10 && r.joined(i+1):
		return l.number + r.lx[i+1].number, i + 2
	}
	return 0, i
}

// countsSomething reports whether the number that ends before lexeme i counts what follows: "in May 10 years later".
func (r *run) countsSomething(i int) bool {
	return i < len(r.lx) && r.joined(i) && !r.weekendAt(i) && (r.lx[i].class == lexicon.Unit || r.lx[i].class == lexicon.Scale) && r.lx[i].gap != gapNone
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
	if end == k || r.countsSomething(end) || r.has(end, lexicon.Month) && r.has(j-2, lexicon.Month) && k > j {
		return 0, j
	}
	if end < len(r.lx) && (r.lx[end].class == lexicon.AmPm || r.lx[end].class == lexicon.Decimal) && r.joined(end) {
		return 0, j
	}
	return day, end
}

// rangeLink reports whether lexeme j begins or is the link of a range rather than of a list.
func (r *run) rangeLink(j int) bool {
	return !r.lx[j].is("AND") && !r.lx[j].is("OR") && r.lx[j].gap != gapSlash
}

// yearOf reads the year that follows a month or a day and gives the index after it; i where there is none.
func (r *run) yearOf(e *expr.Expr, i int) int {
	j := i
	if j < len(r.lx) && r.lx[j].is("OF") && r.joined(j) {
		j++
		if k := r.yearRelated(e, j); k > j {
			return k
		}
		if r.value(j, lexicon.Det, "THE") && r.value(j+1, lexicon.Unit, "Y") && !r.lx[j+1].entry.Plural {
			if j += 2; e.Parts.Has(expr.HasQuarter|expr.HasHalf) && (j >= len(r.lx) || r.lx[j].class != lexicon.Int) && !r.has(j, lexicon.Ended) { // the first half of the year
				e.Rel = expr.Relation{Set: true, Unit: "Y"}
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
	if k == j && j == i && e.Second == nil && e.Parts.Have&^expr.HasDay == expr.HasMonth && r.openYear(j) {
		e.Open, e.ShortEnd, e.Loose = true, r.lx[i-1].end, !r.yearNext(r.lx[j].end) // in August 877, after
		year, k = r.lx[j].number, j+1
	}
	if k == j || j > i && r.lx[j].gap == gapComma {
		return i
	}
	e.Parts.Year = year
	e.Parts.Have |= expr.HasYear | have
	return k
}

// openYear reports whether lexeme j, behind a month, is a number of three digits, or of two that are no day, which may be its year.
func (r *run) openYear(j int) bool {
	l := &r.lx[j]
	return l.class == lexicon.Int && l.plain && (l.digits == 3 || l.digits == 2 && l.number > 31) && l.gap == gapSpace && (r.yearNext(l.end) || r.yearMayEnd(j+1))
}

// yearMayEnd reports whether what follows a number, at lexeme i, is nothing that it counts, so that it may be a year if the text has others like it: "In November 401 entered Italy".
func (r *run) yearMayEnd(i int) bool {
	next := prose.After(r.text, r.lx[i-1].end)
	return next != "" && !prose.IsPluralNoun(next) && !counted.Has(next) && !(i < len(r.lx) && r.joined(i) && (r.lx[i].class == lexicon.Unit || r.lx[i].class == lexicon.Scale))
}

// yearNext reports whether what follows byte offset at leaves a number of three digits behind a month its year: "In July 413 Ansgar came", "in
// June 411 an army", and not "in July 413 men".
func (r *run) yearNext(at int) bool {
	next := prose.After(r.text, at)
	word, known := lexicon.Lookup(next)
	return endsClause(r.text, at) || prose.IsName(next) || prose.Determiners.Has(next) || yearGoesOn.Has(next) || known && word.Class == lexicon.Num
}

// yearGoesOn are words that follow a date and count nothing: "fought in August 636 between".
var yearGoesOn = wordlist.SetOf("between against by near at in on with under when while where and but after before he she they it")

// ancientYear reports whether lexeme j is a year of three digits behind a date: "30 September 420", "December of 384". i is where the year's
// part begins.
func (r *run) ancientYear(e *expr.Expr, i, j int) bool {
	l := &r.lx[j]
	return l.class == lexicon.Int && l.plain && l.digits == 3 && l.number >= 100 && r.joined(j) && (e.Parts.Has(expr.HasMonth) || e.Parts.Holiday != nil) &&
		(j > i || e.Parts.Has(expr.HasDay) || e.Parts.Holiday != nil) && endsClause(r.text, l.end)
}

// yearRelated reads "last year", "that year", "the same year" after a month or "of".
func (r *run) yearRelated(e *expr.Expr, i int) int {
	j := r.the(i)
	if !r.joined(i) || !r.has(j, lexicon.Rel) || !r.value(j+1, lexicon.Unit, "Y") && !(r.value(j, lexicon.Rel, "THAT") && r.value(j+1, lexicon.Rel, "SAME") && r.value(j+2, lexicon.Unit, "Y")) {
		return i
	}
	rel, end := relatedUnit(r, j)
	if end == j || rel.Kind != expr.Point || !rel.Rel.Set || rel.Parts.Have != 0 {
		return i
	}
	e.Rel = rel.Rel
	return end
}

// impossible reports whether no calendar has the day.
func impossible(p *expr.Parts) bool {
	if !p.Has(expr.HasMonth) {
		return false
	}
	if p.Month < 1 || p.Month > 12 {
		return true
	}
	if !p.Has(expr.HasDay) {
		return false
	}
	year := 2000 // a leap year, where none is given
	if p.Has(expr.HasYear) {
		year = p.Year
	}
	return p.Day < 1 || p.Day > calendar.DaysIn(year, p.Month)
}
