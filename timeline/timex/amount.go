package timex

import (
	"cmp"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// duration gives an amount its value; one that is counted from a date ("the past three years", "two days after the crash") has an
// interval as well.
func (z *resolver) duration(e *expr.Expr, t *Timex) {
	t.Value = e.Amount.Value()
	if e.Amount.Unit == "M1" && e.Amount.Number.Value == 3 && !z.endedDay(e.End).IsZero() { // the three months ended June 30
		z.report(quarterTo(z.endedDay(e.End)), e.End)
	}
	if e.Amount.Unit == "M1" && (e.Amount.Number.Value == 9 || e.Amount.Number.Value == 6) && prose.HasPrefixFold(t.Text, "the ") || e.Rule == expr.RuleYearEnded {
		z.reports.longer = true
	}
	if e.Base != nil {
		z.amountOf(e, t)
		return
	}
	if expr.Units[e.Amount.Unit].Days == 0 && prose.AnyOf(strings.HasPrefix, z.text[e.End:], " later than ", " earlier than ") {
		z.lateOn(t, e.Start)
		return
	}
	if e.Dir == 0 || e.Amount.Number.Vague || len(e.Amount.More) > 0 {
		return
	}
	anchor := z.anchor(e.From, e.Start)
	if anchor.IsZero() {
		return
	}
	p, ok := shift(anchor, e.Amount, e.Dir)
	if !ok {
		return
	}
	moved, precision := p.Interval()
	t.Date = Date{Interval: moved, Precision: precision, Basis: Relative, Anchor: anchor}
	if e.Rule == expr.RuleRelatedAmount {
		day := anchor.Truncate(moved.Start.Precision())
		if e.Dir < 0 {
			t.Date.Interval = calendar.Interval{Start: moved.Start, End: day}
		} else {
			t.Date.Interval = calendar.Interval{Start: day, End: moved.End}
		}
	}
	t.Date.Approximate = approximate(e.Mod)
}

// lateOn dates the hours by which something came later or earlier than it should have, at byte offset at, by the day of the clock time reached: "the signal came forty minutes later
// than expected".
func (z *resolver) lateOn(t *Timex, at int) {
	if day := z.dayOfClock(at); !day.IsZero() {
		t.Date = Date{Interval: calendar.Interval{Start: day, End: day}, Precision: calendar.Day, Basis: Relative, Anchor: day}
	}
}

// amountOf dates a first or last amount of a longer time, to which the narrative goes: "the last two weeks of 1918".
func (z *resolver) amountOf(e *expr.Expr, t *Timex) {
	p, basis, anchor := z.point(e.Base)
	z.date(t, e.Base, &p, basis, anchor)
	whole := t.Date.Interval
	if whole.IsZero() {
		return
	}
	from := whole.Start.FirstDay()
	if e.Dir < 0 {
		from = whole.End.LastDay().AddDays(1)
	}
	end, ok := shift(from, e.Amount, e.Dir)
	moved, _ := end.Interval()
	day := moved.Start.FirstDay()
	part := calendar.Interval{Start: from, End: day.AddDays(-1)}
	if e.Dir < 0 {
		part = calendar.Interval{Start: day, End: whole.End.LastDay()}
	}
	if !ok || expr.Units[e.Amount.Unit].Days == 0 || part.Start.Compare(whole.Start.FirstDay()) < 0 || part.End.Compare(whole.End.LastDay()) > 0 {
		t.Date = Date{} // the last ten minutes of 1999, the first 400 days of it
		return
	}
	t.Date.Interval = part
}

// offset moves a date by an amount.
func (z *resolver) offset(e *expr.Expr, t *Timex) {
	if e.CountsHours() {
		days, whole := e.Amount.WholeDays()
		if !whole || !z.dayOfClock(e.Start).IsZero() {
			z.hoursOn(e, t)
			return
		}
		e.Amount = days // twenty-four hours later
	}
	anchor, unknown := z.offsetAnchor(e), cmp.Or(unresolvedUnit[e.Amount.Unit], "XXXX")
	if e.Amount.Number.Vague {
		if e.Base != nil && z.nearBase(e, t, anchor) {
			return
		}
		if t.Value = "PAST_REF"; e.Dir > 0 {
			t.Value = "FUTURE_REF"
		}
		return
	}
	if e.Rule == expr.RuleAgo && e.Amount.Unit == "Y" && e.Amount.Number.Value >= deepTime {
		t.Value = longAgo(e.Amount.Number.Value)
		return
	}
	if (z.restates(e) || z.tellsOf(e)) && z.stay(e, t, z.near.date) {
		return
	}
	untold := e.From == expr.Narrative && e.Dir > 0 && e.Base == nil && z.news && anchor == z.speech // later than something untold
	if untold && z.diary.timex == 0 && z.leadsToNow(e) && z.stay(e, t, anchor) {
		return
	}
	if anchor.IsZero() || untold && z.clause(e).At() == tense.Past {
		z.chance = 0
		if t.Value = string(e.Parts.AppendClock([]byte(unknown))); strings.Contains(t.Value, "T") {
			t.Type = TimeType // an hour ago, noon two days later
		}
		return
	}
	p, ok := z.offsetParts(e, anchor)
	if !ok {
		if t.Value = string(e.Parts.AppendClock([]byte(withYear(unknown, anchor)))); strings.Contains(t.Value, "T") {
			t.Type = TimeType
		}
		return
	}
	t.Value = p.Value()
	t.tell(e, &p)
	if p.Has(expr.HasHour) {
		t.Type = TimeType
	}
	reached := z.place()
	z.date(t, e, &p, Relative, anchor)
	if z.news && e.Amount.Unit == "Y" && e.Amount.Number.Value == 1 && (strings.Contains(t.Text, "-") || prose.OfResults(z.text, e.Start, e.End)) {
		z.goBack(reached) // a comparison with a year ago ("year-earlier results") tells of this year
	}
}

// leadsToNow reports whether an offset from something whose date is not told leads up to the news: "She won and vanished. Twelve years on, she is going back".
func (z *resolver) leadsToNow(e *expr.Expr) bool {
	around := z.clause(e).Around()
	return around == text.Pres || around != text.Past && strings.HasSuffix(z.text[e.Start:e.End], " on")
}

// stay gives an offset the date that it leads to, at the precision of its amount, and leaves the narrative where it is; it reports whether the date has that precision.
func (z *resolver) stay(e *expr.Expr, t *Timex, at calendar.Date) bool {
	p, ok := shift(at, e.Amount.None(), e.Dir)
	if !ok {
		return false
	}
	t.Value = p.Value()
	t.tell(e, &p)
	reached := z.place()
	z.date(t, e, &p, Relative, at)
	z.goBack(reached)
	return true
}

// restates reports whether an offset only tells how far the date right before it lies from the one before that: "On the night of the 22nd, eight days later, they rose".
func (z *resolver) restates(e *expr.Expr) bool {
	if e.Rule != expr.RuleOffset || e.Base != nil || e.Dir < 0 || z.near.end == 0 || z.near.end >= e.Start || prose.HasPrefixFold(z.text[e.Start:], "another ") {
		return false
	}
	between := z.text[z.near.end:e.Start]
	return between == ", " || between == ", exactly " || between == ", just " || between == ", only "
}

// tellsOf reports whether "the day before" or "the day after" an event only tells of the day right before it: "on April 7, 1991, the day before the birth".
func (z *resolver) tellsOf(e *expr.Expr) bool {
	if e.Rule != expr.RuleUnitBefore || e.Amount.Unit != "D" || e.Base != nil || e.From != expr.Narrative || z.near.end == 0 || z.near.end >= e.Start || z.near.date.Precision() != calendar.Day {
		return false
	}
	event := prose.After(z.text, e.End)
	return z.text[z.near.end:e.Start] == ", " && strings.HasPrefix(z.text[e.End:], " ") && (prose.Determiners.Has(event) || prose.IsName(event))
}

// restate gives the offset before a day the date that the text gives it right behind: "and the squashes a week later, on 7 June".
func (z *resolver) restate(last, e *expr.Expr, t *Timex) {
	if last.Rule != expr.RuleOffset || last.Kind != expr.Offset || last.Amount.Number.Vague || last.End > e.Start || z.text[last.End:e.Start] != ", on " || t.Date.Start.Precision() < calendar.Day {
		return
	}
	if p, ok := shift(t.Date.Start.Truncate(calendar.Day), last.Amount.None(), last.Dir); ok {
		before := z.held()
		before.Value = p.Value()
		i, precision := p.Interval()
		before.Date.Interval, before.Date.Precision = i, precision
		before.Date.Basis, before.Date.Anchor = t.Date.Basis, t.Date.Anchor
	}
}

// deepTime is from how many years ago on a date is given in thousands or millions of years, and none on the calendar.
const deepTime = 10000

// longAgo is the value of a date so many years ago, in thousands, millions or billions of years as TIMEX2 has it: KA450, MA2.5 (L. Ferro et al., TIDES 2005
// Standard for the Annotation of Temporal Expressions).
func longAgo(n float64) string {
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
func (z *resolver) nearBase(e *expr.Expr, t *Timex, anchor calendar.Date) bool {
	several, ok := severalDays[e.Amount.Unit]
	if !ok || anchor.Precision() < calendar.Day {
		return false
	}
	day := anchor.Truncate(calendar.Day).AddDays(e.Dir * several.days)
	if day.IsZero() {
		return false
	}
	p := expr.Parts{Have: expr.HasYear | expr.HasMonth, Year: day.Year(), Month: day.Month()}
	if several.left == calendar.Day {
		p.SetDay(day)
	}
	t.tell(e, &p)
	if t.Value = p.Value(); e.Mod == "" {
		e.Mod, t.Mod = "APPROX", "APPROX"
	}
	z.date(t, e, &p, Relative, anchor)
	return true
}

// comparesYear reports whether an expression compares a result with the one a year before, in a sentence behind that of the date reached.
func (z *resolver) comparesYear(e *expr.Expr) bool {
	if e.Amount.Unit != "Y" || e.Amount.Number.Value != 1 || e.Start <= z.lastEnd || e.Start-z.lastEnd > dayReach {
		return false
	}
	return strings.Contains(z.text[z.lastEnd:e.Start], ". ") && prose.OfResults(z.text, e.Start, e.End)
}

// offsetAnchor is the date that an offset is counted from; no date where there is none.
func (z *resolver) offsetAnchor(e *expr.Expr) calendar.Date {
	if e.Base != nil {
		if z.asksHalf(e.Base) {
			z.turn(e.Base, z.hourOf(e.Base))
		}
		base := z.timex(e.Base)
		return base.Date.Start
	}
	if e.Rule == expr.RuleAgo && !z.news && !z.speech.IsZero() && !z.background.in { // in an obituary: whom she married in 1957, died two years ago
		return z.speech
	}
	if z.news && z.lastRemark && z.comparesYear(e) {
		return z.speech // the worst season since 1982. Sales rose 2% from a year earlier
	}
	if days := expr.Units[e.Amount.Unit].Days; days == 1 || e.Amount.Unit == "W" || e.Amount.Unit == "WE" {
		anchor := z.countedAnchor(e.From, e.Start)
		if e.From == expr.Narrative && !e.Amount.Number.Vague && e.Amount.Unit != "WE" {
			return z.countedFrom(e, anchor, e.Dir*days*int(e.Amount.Number.Value))
		}
		return anchor
	}
	return z.anchor(e.From, e.Start)
}

// offsetParts moves an anchor by an offset and makes the result as precise as the words say.
func (z *resolver) offsetParts(e *expr.Expr, anchor calendar.Date) (p expr.Parts, ok bool) {
	unit := e.Amount.Unit
	if e.Rule == expr.RuleHolidayWeek && unit == "WE" && anchor.Precision() >= calendar.Day && anchor.Weekday() >= 1 && anchor.Weekday() <= 3 {
		anchor = anchor.AddDays(-3) // the weekend that the day prolongs is the one before a Monday
	}
	if e.Rule == expr.RuleHolidayWeek && unit == "W" && anchor.Precision() >= calendar.Day && anchor.Weekday() == 0 && !(z.news && z.speech.Compare(anchor) < 0) {
		anchor = anchor.AddDays(1) // the week that a feast begins, Easter Week 1916, while the one to come is that which ends with it
	}
	if p, ok = shift(anchor, e.Amount, e.Dir); !ok {
		return p, false
	}
	n := e.Dir * int(e.Amount.Number.Value)
	if unit == "DE" && e.From == expr.Narrative && z.decadeJustTold(e.Start) { // recovered in the late 1940s but fell a decade later
		return yearParts(z.decade+10*n, expr.HasDecade, 10)
	}
	if e.Parts.Has(expr.HasTod | expr.HasHour) { // two nights ago; a week tomorrow, at half past two
		timed := expr.Expr{Parts: e.Parts}
		timed.JoinDay(&expr.Expr{Parts: p})
		p = timed.Parts
	}
	switch {
	case unit == "DE" && e.Amount.Number.Value == 1: // a decade ago is ten years; four decades are less exact
		p = expr.Parts{Have: expr.HasYear, Year: anchor.Year() + 10*e.Dir}
	case e.Rule == expr.RuleUnitBefore && unit == "W" && p.Has(expr.HasDay): // the week after Easter
		day, _ := calendar.OfDay(p.Year, p.Month, p.Day)
		if e.Dir < 0 && e.Base != nil && anchor.Weekday() == 0 { // the week before Easter is the one that it ends
			day = anchor
		}
		p = weekOf(day)
	case e.Rule == expr.RuleWeekdayNear:
		day, _ := calendar.OfDay(p.Year, p.Month, p.Day)
		on := (e.Parts.Weekday - int(day.Weekday()) + 7) % 7
		if e.Dir < 0 && on > 0 {
			on -= 7
		}
		p.SetDay(day.AddDays(on))
	case e.Parts.Has(expr.HasWeekday): // a year ago Tuesday
		if unit == "Y" {
			p.SetDay(anchor.AddYears(n))
		}
		p = nearWeekday(p, e.Parts.Weekday)
	case unit == "Y" && e.Base != nil && e.Base.Rel.Unit == "M1": // the same month last year
		p = antecedentParts(anchor.Truncate(calendar.Month).AddYears(n))
	case e.Base != nil && e.Base.Rule == expr.RuleDeictic && anchor.Precision() == calendar.Day: // a year ago today, a month from tomorrow
		switch unit {
		case "Y":
			p.SetDay(anchor.AddYears(n))
		case "M1":
			p.SetDay(anchor.AddMonths(n))
		}
	case e.Rule == expr.RuleAgo && e.Base != nil && e.Base.Rel.Unit == "W" && unit == "Y": // twenty years ago this week
		p = weekOf(anchor.AddDays(3).AddYears(n))
	case e.Rule == expr.RuleAgo && e.Base != nil && e.Base.Rel.Unit == "WE" && unit == "Y": // twenty years ago this weekend
		p = weekOf(anchor.AddYears(n).AddDays(-2)) // of the nearest Saturday
		p.Have |= expr.HasWeekend
	case e.Rule == expr.RuleAgo && e.Base != nil && unit == "Y": // two years ago this summer
		p = e.Base.Parts.OfYear(anchor.Year() + n)
	}
	if year, ok := statedBehind(z.text[e.End:]); ok && unit == "Y" && p.Have == expr.HasYear { // a year later, in 1931
		p.Year = year
	}
	if unit == "Y" && e.Base == nil && e.Parts.Has(expr.HasQuarter) {
		p.Have, p.Quarter = expr.HasYear|expr.HasQuarter, e.Parts.Quarter
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
	if !ok || len(digits) < 4 || len(digits) > 4 && prose.IsWordByte(digits[4]) {
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
	return string(expr.AppendYear(nil, anchor.Year(), 4)) + unknown[4:]
}

// unresolvedUnit is the value of what is counted in a unit where nothing is known to count from.
var unresolvedUnit = map[string]string{"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M1": "XXXX-XX", "Y": "XXXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "DE": "XXX", "C": "XX", "S": "XXXX-XX-XXTXX", "M": "XXXX-XX-XXTXX", "H": "XXXX-XX-XXTXX"}
