package timex

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline/calendar"
)

// related resolves "last week", "next Friday", "this summer", "the following day", "next year's first quarter".
func (z *resolver) related(e *expr) (p parts, basis Basis, anchor calendar.Date) {
	p, basis = e.parts, Relative
	anchor = z.anchorOf(e)
	if e.rel.unit == antecedent {
		last := z.last
		if !z.news && e.start-z.near.end <= nextSentence && hasStringFold(z.text[e.start:e.end], "then") && !z.near.date.IsZero() { // would not be finished until 1862. By then
			last = z.near.date
		}
		if last.IsZero() {
			return p, basis, calendar.Date{}
		}
		return antecedentParts(last), basis, last
	}
	if e.rule == ruleTurn {
		if z.news {
			anchor = z.speech
		}
		return turnOfCentury(anchor, z.news), basis, anchor
	}
	if q, ok := z.spokenOf(e); ok {
		return q, basis, anchor
	}
	switch {
	case anchor.IsZero() && e.rel.unit == "":
		return p, basis, anchor
	case anchor.IsZero():
		return unknownUnit(p, e.rel.unit), basis, anchor
	case e.rel.unit == "":
		return relatedDate(e, anchor), basis, anchor
	}
	base, ok := shift(anchor, amount{number: number{value: float64(abs(e.rel.n))}, unit: e.rel.unit}, sign(e.rel.n))
	switch {
	case !ok && e.rel.unit == "D" && e.rel.n == 0 && e.rel.from == narrative: // that day, of which the text told only the month
		base = antecedentParts(anchor)
		base.have |= hasUnknownDay
	case !ok:
		return unknownUnit(p, e.rel.unit), basis, anchor
	case e.rel.unit == "W" && p.has(hasWeekday):
		monday := calendar.WeekStart(anchor.AddDays(7 * e.rel.n).ISOWeek())
		p.setDay(monday.AddDays(p.weekday - 1))
		return p, basis, anchor
	case e.rel.unit == "W":
		base = weekOf(anchor.AddDays(7 * e.rel.n))
	case e.rel.unit == "WE":
		base = z.weekend(e, anchor, base)
	}
	return base.with(&p), basis, anchor
}

// turnOfCentury is the year of the turn of the century: in news the last one, in a narrative the nearest; no year where there is no date to count from.
func turnOfCentury(from calendar.Date, news bool) parts {
	year := from.Year()
	if from.IsZero() || year < 100 {
		return parts{}
	}
	if !news {
		year += 50
	}
	return parts{have: hasYear, year: year / 100 * 100}
}

// anchorOf is what a related expression is counted from.
func (z *resolver) anchorOf(e *expr) calendar.Date {
	rel := &e.rel
	counts := rel.unit == "D" || rel.unit == "W" || rel.unit == "WE" || rel.unit == "" && e.parts.has(hasWeekday)
	switch {
	case e.rule == ruleOvernight:
		return z.nightOf(e)
	case !counts && rel.n == 0 && rel.from == narrative && !z.news && !z.nearBack && !z.nearLast && z.near.date.Precision() >= calendar.Month && e.start-z.near.end <= nextSentence && rel.unit != "DE": // that winter: of the date just named, be it in a remark
		return z.near.date
	case e.rule == ruleNewYear && z.news && yearTense(z.text, e.start, e.end) == futureTense: // back in the new year
		return z.speech
	case rel.unit == "M1" && rel.from == narrative && !z.news:
		return z.monthAnchor(e.start)
	case !counts:
		return z.anchor(rel.from, e.start)
	case rel.unit != "D" || rel.n != 0:
		return z.dayAnchor(rel.from, e.start)
	}
	anchor := z.dayAnchor(rel.from, e.start)
	switch {
	case !z.news && rel.from == narrative && z.near.date.Precision() >= calendar.Day && e.start-z.near.end <= nextSentence: // that day: the one just named, be it in a remark
		return z.near.date
	case z.news && (e.rule == ruleTheUnit || e.rule == ruleLaterIn) && (anchor.Precision() < calendar.Day || anchor.DaysUntil(z.speech) > leadDays):
		return z.toldDay(calendar.Date{}, e)
	}
	return anchor
}

// monthAnchor is anchor for an expression that counts months in a narrative: what was said only of a year or a season since does not do for it.
func (z *resolver) monthAnchor(at int) calendar.Date {
	a := z.anchor(narrative, at)
	if a == z.near.date && z.nearUnit == calendar.Season {
		a = z.last
	}
	if a.Precision() < calendar.Month && z.fine.Year() == a.Year() && !z.fine.IsZero() {
		return z.fine
	}
	return a
}

// nightOf is the day whose night "overnight" is, which it sets the relation to: the one just told of ("arrested on Monday and held overnight"), else the one before the
// publication.
func (z *resolver) nightOf(e *expr) calendar.Date {
	if day := z.dayBefore(e.start); !day.IsZero() || !z.news {
		e.rel.n = 0
		return day
	}
	return z.speech
}

// dayBefore is the day told before byte offset at in its sentence, or in a narrative the day reached; no date where there is none.
func (z *resolver) dayBefore(at int) calendar.Date {
	if !z.news {
		return z.dayAnchor(narrative, at)
	}
	if from := z.day.end; z.day.date.IsZero() || from > at || at-from > sameBreath || strings.Contains(z.text[from:at], ". ") || z.day.date.Compare(z.speech) > 0 {
		return calendar.Date{}
	}
	return z.day.date
}

// spokenOf is what the text has just spoken of, which "that decade", "the latest quarter", "last year" in a report mean.
func (z *resolver) spokenOf(e *expr) (parts, bool) {
	switch e.rel.unit {
	case "DE":
		if z.decade != 0 && (e.rel.from == narrative || e.rel.n == 0 && e.rule == ruleTheUnit) {
			decade := z.decade
			if since := z.last.Year(); z.lastEnd > z.decadeEnd && since > decade+10 && decade > 0 { // a year of a later one was told since
				decade = since / 10 * 10
			}
			return parts{have: hasDecade, year: decade + 10*e.rel.n}, true
		}
	case "C":
		if z.century != 0 && e.rel.from == narrative { // in the late 12th century … the following century
			return parts{have: hasCentury, year: z.century + 100*e.rel.n}, true
		}
	case "Y":
		if day := z.endedDay(e.end); e.rule == ruleFiscal && !day.IsZero() { // the fiscal year ended Nov. 30
			return parts{have: hasYear | hasFiscal, year: day.Year()}, true
		}
		if q := z.reports.quarter; e.rule == ruleTheUnit && e.mod == "" && q.has(hasYear) && q.quarter == quarters && !q.has(hasFiscal) && q.year == z.speech.Year()-1 { // told with a fourth quarter: its year
			return parts{have: hasYear, year: q.year}, true
		}
		return z.lastYear(e)
	case "M1":
		if z.news && e.rule == ruleTheUnit && e.mod == "" && z.monthSpoken(e.start) { // sales in January … in the month
			return antecedentParts(z.last), true
		}
	case "Q", "P":
		return z.spokenQuarter(e)
	}
	return parts{}, false
}

// monthSpoken reports whether a report has just spoken of a month before byte offset at, not long ago.
func (z *resolver) monthSpoken(at int) bool {
	return z.last.Precision() == calendar.Month && at-z.lastEnd <= spokenReach && z.last.Compare(z.speech) < 0 && z.last.AddMonths(recentMonths).Compare(z.speech) > 0
}

const (
	// spokenReach is how many bytes after a month "the month" still means it.
	spokenReach = 600
	// recentMonths is how many months ago it may have been.
	recentMonths = 6
)

// weekend is the one that a related weekend means. Early in a week "the weekend" is the one just past.
func (z *resolver) weekend(e *expr, anchor calendar.Date, base parts) parts {
	if e.rel.n == 0 {
		weekday, t := (int(anchor.Weekday())+6)%7, tenseAt(z.text, e.start, e.end) // 0 Monday
		this := hasPrefixFold(z.text[e.start:], "this")
		prep := before(z.text, e.start)
		said := sentenceBefore(z.text, e.start, planReach)
		will := strings.Contains(said, " will ") || modalNear(z.text, e.end) || anyOf(strings.Contains, said, " could ", " may ", " might ") && !strings.Contains(said, " have ")
		if prep == "over" && weekday <= 2 && t == futureTense && !will { // dry weather over the weekend may have spoilt it
			t = unclear
		}
		coming := t == futureTense || t == unclear && this || (limits[prep] || prep == "before") && t != pastTense
		if weekday <= 2 && !coming && !(this && weekday == 2) || weekday <= 4 && t == pastTense && !(this && weekday >= 2) {
			base = weekOf(anchor.AddDays(-7))
		}
	}
	base.have |= hasWeekend
	return base
}

// modalNear reports whether a modal is among the first words behind byte offset end: "over the weekend highs may reach 40".
func modalNear(text string, end int) bool {
	words := strings.Fields(sentenceAfter(text, end, planReach))
	return slices.ContainsFunc(words[:min(3, len(words))], func(word string) bool { return modals[word] })
}

// with gives a related stretch what the expression says of it: the part of a related day, the month or quarter of a related year.
func (p parts) with(said *parts) parts {
	p.have |= said.have
	p.tod, p.hour, p.minute, p.second, p.zone = said.tod, said.hour, said.minute, said.second, said.zone
	if said.has(hasMonth | hasSeason | hasQuarter | hasHalf) {
		p.have = said.have | hasYear
		p.month, p.day, p.season, p.quarter, p.half = said.month, said.day, said.season, said.quarter, said.half
	}
	if said.holiday != nil {
		p.setDay(said.holiday.in(p.year))
	}
	return p
}

func quarterOf(d calendar.Date) parts {
	return parts{have: hasYear | hasQuarter, year: d.Year(), quarter: (d.Month() + 2) / 3}
}

func unknownUnit(p parts, unit string) parts {
	if unit == "WE" {
		p.have |= hasWeekend
	}
	return p
}

// relatedDate resolves a month, weekday, season or holiday by "last", "this", "next" and the like.
func relatedDate(e *expr, anchor calendar.Date) parts {
	p := e.parts
	if p.has(hasWeekday) {
		return relatedWeekday(e.rel, p, anchor)
	}
	y := anchor.Year()
	months := p.inYear(y).Month() - anchor.Month()
	width := 1
	if p.has(hasSeason) {
		width = 3
	}
	winter := p.has(hasSeason) && p.season == "WI" && anchor.Month() < 3 // that began in the year before
	switch {
	case anchor.Precision() < calendar.Month:
		y += e.rel.n
	case e.rel.n < -1: // two summers ago
		y += e.rel.n
		if winter {
			y--
		}
	case e.rel.n < 0 && months > -width:
		y--
	case e.rel.n > 0 && months <= 0:
		y++
	case e.rel.n == 0 && winter:
		y--
	}
	return p.ofYear(y)
}

// relatedWeekday resolves a weekday by "last", "this", "next".
func relatedWeekday(rel relation, p parts, anchor calendar.Date) parts {
	if anchor.Precision() < calendar.Day {
		return p
	}
	back := (int(anchor.Weekday()) - p.weekday%7 + 7) % 7
	d := anchor.AddDays(-back)
	switch {
	case rel.n < 0 && back == 0:
		d = d.AddDays(7 * rel.n)
	case rel.n < 0:
		d = d.AddDays(7 * (rel.n + 1))
	case rel.n > 0:
		d = d.AddDays(7 * rel.n)
	case back > 0 && rel.from == speech: // this Friday: of the running week
		d = calendar.WeekStart(anchor.ISOWeek()).AddDays(p.weekday - 1)
	}
	p.setDay(d)
	return p
}

// countedFrom is the precision a date needs for a unit to be counted from it, where it needs more than a year.
var countedFrom = map[string]calendar.Precision{"D": calendar.Day, "W": calendar.Day, "WE": calendar.Day, "M1": calendar.Month, "Q": calendar.Month}

// yearsIn is how many years the units of many years have.
var yearsIn = map[string]int{"DE": 10, "C": 100}

// shift moves a date by an amount and gives it at the amount's precision.
func shift(d calendar.Date, a amount, dir int) (parts, bool) {
	n := int(a.number.value*2+0.5) / 2
	if n > 20000 || d.IsZero() || d.Precision() < countedFrom[a.unit] {
		return parts{}, false
	}
	if n = n * dir; a.number.value != math.Trunc(a.number.value) || len(a.more) > 0 {
		if p, ok, broken := shiftBroken(d, a, dir); broken {
			return p, ok
		}
	}
	switch a.unit {
	case "D":
		return dayParts(d.AddDays(n))
	case "W":
		if n == 0 {
			return weekOf(d), true
		}
		return dayParts(d.AddDays(7 * n))
	case "WE":
		w := weekOf(d.AddDays(7 * n))
		w.have |= hasWeekend
		return w, true
	case "M1":
		m := d.Truncate(calendar.Month).AddMonths(n)
		return parts{have: hasYear | hasMonth, year: m.Year(), month: m.Month()}, !m.IsZero()
	case "Q":
		m := d.Truncate(calendar.Month).AddMonths(3 * n)
		return quarterOf(m), !m.IsZero()
	case "Y":
		return yearParts(d.Year()+n, hasYear, 1)
	case "DE":
		return yearParts(d.Year()+10*n, hasDecade, 10)
	case "C":
		return yearParts(d.Year()+100*n, hasCentury, 100)
	}
	return parts{}, false
}

// shiftBroken is shift by an amount of years with a part of one: "two and a half years ago", "a year and two months ago", "half a century ago". broken is false for
// other amounts, whose part says nothing at their precision.
func shiftBroken(d calendar.Date, a amount, dir int) (p parts, ok, broken bool) {
	years, many := yearsIn[a.unit]
	half := a.number.value != math.Trunc(a.number.value)
	switch {
	case many && half:
		p, ok = yearParts(d.Year()+dir*int(a.number.value*float64(years)), hasYear, 1)
		return p, ok, true
	case a.unit != "Y":
		return parts{}, false, false
	}
	months := int(a.number.value * 12)
	switch {
	case len(a.more) > 0 && a.more[0].unit == "M1":
		months += int(a.more[0].number.value)
	case !half:
		return parts{}, false, false
	case d.Precision() < calendar.Month:
		m := d.Truncate(calendar.Month).AddMonths(dir * months)
		return parts{have: hasYear, year: m.Year()}, !m.IsZero(), true
	}
	p, ok = shift(d, amount{number: number{value: float64(months)}, unit: "M1"}, dir)
	return p, ok, true
}

func dayParts(d calendar.Date) (parts, bool) {
	p := parts{}
	p.setDay(d)
	return p, !d.IsZero()
}

func yearParts(y int, have partSet, width int) (parts, bool) {
	if y < calendar.MinYear || y > calendar.MaxYear {
		return parts{}, false
	}
	if width > 1 {
		y -= ((y % width) + width) % width
	}
	return parts{have: have, year: y}, true
}

// weekOf is the ISO 8601 week of a day.
func weekOf(d calendar.Date) parts {
	y, w := d.ISOWeek()
	return parts{have: hasYear | hasWeek, year: y, week: w}
}

// nearWeekday is the weekday nearest a day: "a year ago Tuesday".
func nearWeekday(p parts, weekday int) parts {
	d, err := calendar.OfDay(p.year, max(p.month, 1), max(p.day, 1))
	if err != nil {
		return p
	}
	back := (int(d.Weekday()) - weekday%7 + 7) % 7
	if back > 3 {
		back -= 7
	}
	p.setDay(d.AddDays(-back))
	p.have = hasYear | hasMonth | hasDay
	return p
}

func abs(n int) int { return max(n, -n) }

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
