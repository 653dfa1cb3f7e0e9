package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// An age says when something was where the text has told when the person was born: "born on 5 June 1850 … at the age of 21". Without that it
// says nothing of when and is no time expression (TimeML 1.2.1 marks no ages).

// atAge reads "the age of 21" and "age 21" behind "at" or "by".
func atAge(r *run, i int) (*expr, int) {
	prep := i - 1
	if prep >= 0 && r.lx[prep].isThe() {
		prep--
	}
	if prep < 0 || !r.lx[prep].is("AT") && !r.lx[prep].is("BY") || !r.joined(prep+1) || !r.joined(i) {
		return nil, i
	}
	j := i + 1
	if r.nextWord(j, "OF") {
		j++
	}
	if !r.joined(j) {
		return nil, i
	}
	n, end := r.simpleNumber(j)
	age := int(n.value)
	if end == j || n.vague || float64(age) != n.value || age < 1 || age > longestLife || r.next(end, classUnit) {
		return nil, i
	}
	return r.new(expr{rule: "age", kind: aged, typ: DateType, head: true, amount: amount{number: n, unit: "Y"}, dir: 1}), end
}

// longestLife is an age that nobody passes by much (J. Calment, 122 years).
const longestLife = 120

// birthReach is how many bytes before a date the word may stand that makes it one of a birth.
const birthReach = 60

// isBirth reports whether the date at byte offset start is one of a birth: "was born in Bristol on 5 June 1850", "(b. 1850)".
func isBirth(text string, start int) bool {
	window := sentenceBefore(text, start, birthReach)
	if strings.HasSuffix(text[:start], "(b. ") {
		return true
	}
	i := strings.LastIndex(window, "born ")
	return i >= 0 && !strings.ContainsAny(window[i:], ";()") && !strings.Contains(window[i:], ", who ")
}

// another reports whether an age is of somebody else than who was born on the date told: the sentence has named another year for it.
func (z *resolver) another(e *expr) bool {
	if said := e.start - z.near.end; said < 0 || said >= len(sentenceBefore(z.text, e.start, sameBreath)) || z.near.date == z.birth {
		return false
	}
	years := z.near.date.Year() - z.birth.Year() - int(e.amount.number.value)
	return years < 0 || years > 1
}

// age gives an age the year in which it was reached, and as its date the two years in which it held.
func (z *resolver) age(e *expr, t *Timex) {
	years := int(e.amount.number.value)
	from := z.birth.AddYears(years).Truncate(calendar.Year)
	to := from.AddYears(1) // one is of an age in two years of the calendar
	if from.IsZero() || to.IsZero() {
		t.Value = unresolvedUnit["Y"]
		return
	}
	p := parts{have: hasYear, year: from.Year()}
	t.Value = p.value()
	t.tell(e, &p)
	t.Date = Date{Interval: calendar.Interval{Start: from, End: to}, Precision: calendar.Year, Approximate: true, Basis: Relative, Anchor: z.birth}
	if !z.news { // a life goes on from there: "At the age of twelve she left school. Ten years later"
		z.near = spot{from, e.end}
		z.reach(from, e.end)
	}
}
