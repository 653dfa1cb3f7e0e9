package timex

import (
	"cmp"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// duration gives an amount its value; one that is counted from a date ("the past three years", "two days after the crash") has an
// interval as well.
func (z *resolver) duration(e *expr, t *Timex) {
	t.Value = e.amount.value()
	if e.amount.unit == "M1" && e.amount.number.value == 3 && !z.endedDay(e.end).IsZero() { // the three months ended June 30
		z.reports = reports{quarter: quarterTo(z.endedDay(e.end)), at: e.end}
	}
	if e.amount.unit == "M1" && (e.amount.number.value == 9 || e.amount.number.value == 6) && hasPrefixFold(t.Text, "the ") || e.rule == ruleYearEnded {
		z.reports.longer = true
	}
	if e.dir == 0 || e.amount.number.vague || len(e.amount.more) > 0 {
		return
	}
	anchor := z.anchor(e.from, e.start)
	if anchor.IsZero() {
		return
	}
	p, ok := shift(anchor, e.amount, e.dir)
	if !ok {
		return
	}
	moved, precision := p.interval()
	t.Date = Date{Interval: moved, Precision: precision, Basis: Relative, Anchor: anchor}
	if e.rule == ruleRelatedAmount {
		day := anchor.Truncate(moved.Start.Precision())
		if e.dir < 0 {
			t.Date.Interval = calendar.Interval{Start: moved.Start, End: day}
		} else {
			t.Date.Interval = calendar.Interval{Start: day, End: moved.End}
		}
	}
	t.Date.Approximate = approximate(e.mod)
}

// offset moves a date by an amount.
func (z *resolver) offset(e *expr, t *Timex) {
	if e.countsHours() {
		z.hoursOn(e, t)
		return
	}
	anchor, unknown := z.offsetAnchor(e), cmp.Or(unresolvedUnit[e.amount.unit], "XXXX")
	if e.amount.number.vague {
		if e.base != nil && z.nearBase(e, t, anchor) {
			return
		}
		if t.Value = "PAST_REF"; e.dir > 0 {
			t.Value = "FUTURE_REF"
		}
		return
	}
	if e.rule == ruleAgo && e.amount.unit == "Y" && e.amount.number.value >= deepTime {
		t.Value = yearsAgo(e.amount.number.value)
		return
	}
	if z.restates(e) {
		if p, ok := shift(z.near.date, e.amount.none(), e.dir); ok {
			t.Value = p.value()
			t.tell(e, &p)
			reached := z.place()
			z.date(t, e, &p, Relative, z.near.date)
			z.goBack(reached)
			return
		}
	}
	untold := e.rule == ruleOffset && e.dir > 0 && e.base == nil && z.news && anchor == z.speech // later than something untold
	if anchor.IsZero() || untold && tenseAt(z.text, e.start, e.end) == pastTense {
		t.Value = unknown
		return
	}
	p, ok := z.offsetParts(e, anchor)
	if !ok {
		t.Value = withYear(unknown, anchor)
		return
	}
	t.Value = p.value()
	t.tell(e, &p)
	if p.has(hasHour) {
		t.Type = TimeType
	}
	reached := z.place()
	z.date(t, e, &p, Relative, anchor)
	if z.news && e.amount.unit == "Y" && e.amount.number.value == 1 && ofResults(z.text, e.start, e.end) {
		z.goBack(reached) // a comparison with a year ago tells of this year
	}
}

// restates reports whether an offset only tells how far the date right before it lies from the one before that: "On the night of the 22nd, eight days later, they rose".
func (z *resolver) restates(e *expr) bool {
	if e.rule != ruleOffset || e.base != nil || e.dir < 0 || z.near.end == 0 || z.near.end >= e.start {
		return false
	}
	between := z.text[z.near.end:e.start]
	return between == ", " || between == ", exactly " || between == ", just " || between == ", only "
}

// none is no time at all, in the unit that an amount leads to; weeks lead from day to day.
func (a *amount) none() amount {
	if a.unit == "W" {
		return amount{unit: "D"}
	}
	return amount{unit: a.unit}
}

// restate gives the offset before a day the date that the text gives it right behind: "and the squashes a week later, on 7 June".
func (z *resolver) restate(last, e *expr, t *Timex) {
	if last.rule != ruleOffset || last.kind != offset || last.dir < 0 || last.amount.number.vague || last.end > e.start || z.text[last.end:e.start] != ", on " || t.Date.Start.Precision() < calendar.Day {
		return
	}
	if p, ok := shift(t.Date.Start.Truncate(calendar.Day), last.amount.none(), last.dir); ok {
		before := z.held()
		before.Value = p.value()
		i, precision := p.interval()
		before.Date.Interval, before.Date.Precision = i, precision
	}
}

// deepTime is from how many years ago on a date is given in thousands or millions of years, and none on the calendar.
const deepTime = 10000

// yearsAgo is the value of a date so many years ago, in thousands, millions or billions of years as TIMEX2 has it: KA450, MA2.5 (L. Ferro et al., TIDES 2005
// Standard for the Annotation of Temporal Expressions).
func yearsAgo(n float64) string {
	switch {
	case n >= 1e9:
		return "GA" + strconv.FormatFloat(n/1e9, 'f', -1, 64)
	case n >= 1e6:
		return "MA" + strconv.FormatFloat(n/1e6, 'f', -1, 64)
	}
	return "KA" + strconv.FormatFloat(n/1e3, 'f', -1, 64)
}

// severalDays is how many days several of a unit are taken for, and the precision that is left of the date reached.
var severalDays = map[string]struct {
	days int
	left calendar.Precision
}{
	"M": {0, calendar.Day},
	"H": {0, calendar.Day},
	"D": {3, calendar.Month},
	"W": {21, calendar.Month},
}

// nearBase dates "a few days before Christmas" by the month, "a few hours after noon on Tuesday" by the day that it leads to, and reports
// whether it could.
func (z *resolver) nearBase(e *expr, t *Timex, anchor calendar.Date) bool {
	several, ok := severalDays[e.amount.unit]
	if !ok || anchor.Precision() < calendar.Day {
		return false
	}
	day := anchor.Truncate(calendar.Day).AddDays(e.dir * several.days)
	if day.IsZero() {
		return false
	}
	p := parts{have: hasYear | hasMonth, year: day.Year(), month: day.Month()}
	if several.left == calendar.Day {
		p.setDay(day)
	}
	t.tell(e, &p)
	if t.Value = p.value(); e.mod == "" {
		e.mod, t.Mod = "APPROX", "APPROX"
	}
	z.date(t, e, &p, Relative, anchor)
	return true
}

// comparesYear reports whether an expression compares a result with the one a year before, in a sentence behind that of the date reached.
func (z *resolver) comparesYear(e *expr) bool {
	if e.amount.unit != "Y" || e.amount.number.value != 1 || e.start <= z.lastEnd || e.start-z.lastEnd > dayReach {
		return false
	}
	return strings.Contains(z.text[z.lastEnd:e.start], ". ") && ofResults(z.text, e.start, e.end)
}

// offsetAnchor is the date that an offset is counted from; no date where there is none.
func (z *resolver) offsetAnchor(e *expr) calendar.Date {
	if e.base != nil {
		base := z.timex(e.base)
		return base.Date.Start
	}
	if z.news && z.lastRemark && z.comparesYear(e) {
		return z.speech // the worst season since 1982. Sales rose 2% from a year earlier
	}
	if units[e.amount.unit].days == 1 || e.amount.unit == "W" || e.amount.unit == "WE" {
		return z.dayAnchor(e.from, e.start)
	}
	return z.anchor(e.from, e.start)
}

// offsetParts moves an anchor by an offset and makes the result as precise as the words say.
func (z *resolver) offsetParts(e *expr, anchor calendar.Date) (p parts, ok bool) {
	unit := e.amount.unit
	if e.rule == ruleHolidayWeek && unit == "WE" && anchor.Precision() >= calendar.Day && anchor.Weekday() >= 1 && anchor.Weekday() <= 3 {
		anchor = anchor.AddDays(-3) // the weekend that the day prolongs is the one before a Monday
	}
	if p, ok = shift(anchor, e.amount, e.dir); !ok {
		return p, false
	}
	n := e.dir * int(e.amount.number.value)
	if unit == "DE" && e.from == narrative && z.decadeJustTold(e.start) { // recovered in the late 1940s but fell a decade later
		return yearParts(z.decade+10*n, hasDecade, 10)
	}
	if e.parts.has(hasTod) { // two nights ago
		p.tod, p.have = e.parts.tod, p.have|hasTod
	}
	switch {
	case unit == "DE" && e.amount.number.value == 1: // a decade ago is ten years; four decades are less exact
		p = parts{have: hasYear, year: anchor.Year() + 10*e.dir}
	case e.rule == ruleUnitBefore && unit == "W" && p.has(hasDay): // the week after Easter
		day, _ := calendar.OfDay(p.year, p.month, p.day)
		p = weekOf(day)
	case e.rule == ruleWeekdayNear:
		day, _ := calendar.OfDay(p.year, p.month, p.day)
		on := (e.parts.weekday - int(day.Weekday()) + 7) % 7
		if e.dir < 0 && on > 0 {
			on -= 7
		}
		p.setDay(day.AddDays(on))
	case e.parts.has(hasWeekday): // a year ago Tuesday
		if unit == "Y" {
			p.setDay(anchor.AddYears(n))
		}
		p = nearWeekday(p, e.parts.weekday)
	case unit == "Y" && e.base != nil && e.base.rel.unit == "M1": // the same month last year
		p = antecedentParts(anchor.Truncate(calendar.Month).AddYears(n))
	case e.rule == ruleAgo && e.base != nil && anchor.Precision() == calendar.Day && unit == "Y": // a year ago today
		p.setDay(anchor.AddYears(n))
	case e.rule == ruleAgo && e.base != nil && anchor.Precision() == calendar.Day && unit == "M1":
		p.setDay(anchor.AddMonths(n))
	}
	if year, ok := statedBehind(z.text[e.end:]); ok && unit == "Y" && p.have == hasYear { // a year later, in 1931
		p.year = year
	}
	if unit == "Y" && e.base == nil && e.parts.has(hasQuarter) {
		p.have, p.quarter = hasYear|hasQuarter, e.parts.quarter
	} else if q, ok := z.yearAgo(e); ok {
		p = q
	}
	return p, true
}

// decadeJustTold reports whether a decade is the last date told shortly before byte offset at.
func (z *resolver) decadeJustTold(at int) bool {
	said := at - z.decadeEnd
	return z.decadeEnd > 0 && said > 0 && said <= sameBreath && z.near.end <= z.decadeEnd
}

// statedBehind reads the year that says again, right behind an offset, which one is meant: ", in 1931".
func statedBehind(rest string) (year int, ok bool) {
	digits, ok := strings.CutPrefix(rest, ", in ")
	if !ok || len(digits) < 4 || len(digits) > 4 && isWordByte(digits[4]) {
		return 0, false
	}
	year, err := strconv.Atoi(digits[:4])
	return year, err == nil && year >= 1000
}

// withYear puts the year of the date that an expression is counted from into a value that knows no more: "in October ... four days later" is
// 1915-XX-XX, for so short a way seldom leads into another year.
func withYear(unknown string, anchor calendar.Date) string {
	if anchor.IsZero() || len(unknown) <= 4 || strings.Contains(unknown, "T") {
		return unknown
	}
	return string(appendYear(nil, anchor.Year(), 4)) + unknown[4:]
}

// unresolvedUnit is the value of what is counted in a unit where nothing is known to count from.
var unresolvedUnit = map[string]string{"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M1": "XXXX-XX", "Y": "XXXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "DE": "XXX", "C": "XX", "S": "XXXX-XX-XXTXX", "M": "XXXX-XX-XXTXX", "H": "XXXX-XX-XXTXX"}
