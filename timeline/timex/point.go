package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// point completes the parts of a date.
func (z *resolver) point(e *expr) (p parts, basis Basis, anchor calendar.Date) {
	p, basis, anchor = z.stretch(e)
	if e.dayOf != 0 {
		p = dayWithin(p, e.dayOf)
	}
	if h := e.parts.holiday; h != nil && e.rel.set && e.rel.unit == "M1" && p.has(hasMonth) { // the second Tuesday of next month
		setDay(&p, nthWeekday(p.year, p.month, h.weekday, h.nth))
	}
	return p, basis, anchor
}

// dayWithin is a day of a month or year by its number, the last one for -1. A number that the month does not have leaves the month.
func dayWithin(p parts, day int) parts {
	i, _ := p.interval()
	if i.IsZero() {
		return p
	}
	d := i.Start.FirstDay().AddDays(day - 1)
	if day < 0 {
		d = i.End.LastDay()
	}
	if d.Compare(i.End.LastDay()) <= 0 {
		setDay(&p, d)
	}
	return p
}

// stretch completes the parts of a date, or those of the month or year that a day is counted in.
func (z *resolver) stretch(e *expr) (p parts, basis Basis, anchor calendar.Date) {
	p = e.parts
	if e.rel.set {
		return z.related(e)
	}
	if p.has(hasTwoDigits) && !z.speech.IsZero() && p.year > z.speech.Year()+10 {
		p.year -= 100
	}
	if p.has(hasTwoDigits) && !p.has(hasDecade) && z.speech.IsZero() && !z.last.IsZero() {
		p.year += (z.last.Year()-p.year+1000050)/100*100 - 1000000 // the nearest year that ends so
	}
	if p.has(hasDecade | hasCentury | hasMillennium) {
		return p, Stated, anchor
	}
	if p.has(hasYear) {
		if p.holiday != nil {
			setDay(&p, p.holiday.in(p.year))
		}
		if e.completed {
			return p, Completed, e.completedFrom
		}
		return p, Stated, anchor
	}
	switch {
	case e.recurs:
		return yearless(p), Stated, anchor
	case e.rule == ruleAWeekday:
		return p, Stated, anchor
	case p.holiday != nil:
		return z.completeYear(e, p, func(y int) calendar.Date { return p.holiday.in(y) })
	case p.has(hasMonth) && p.has(hasDay):
		return z.completeYear(e, p, func(y int) calendar.Date { d, _ := calendar.OfDay(y, p.month, p.day); return d })
	case p.has(hasMonth):
		return z.completeYear(e, p, func(y int) calendar.Date { d, _ := calendar.OfMonth(y, p.month); return d })
	case p.has(hasDay):
		d, anchor := z.ofMonth(e)
		setDay(&p, d)
		return p, Completed, anchor
	case p.has(hasSeason):
		return z.completeYear(e, p, func(y int) calendar.Date { d, _ := calendar.OfMonth(y, seasonStart[p.season]); return d })
	case p.has(hasQuarter|hasHalf) && p.has(hasFiscal) && z.news:
		p.year = z.speech.Year()
		p.have |= hasYear
		return p, Completed, z.speech
	case p.has(hasQuarter):
		return z.completeYear(e, p, func(y int) calendar.Date { d, _ := calendar.OfMonth(y, 3*p.quarter-1); return d })
	case p.has(hasHalf):
		return z.completeYear(e, p, func(y int) calendar.Date { d, _ := calendar.OfMonth(y, 6*p.half-5); return d })
	case p.has(hasWeekday):
		return z.completeWeekday(e, p)
	case p.has(hasHour | hasTod):
		if e.spoken || p.has(hasFace) && z.tellsTime(e) || z.thatEvening(e) {
			e.parts.hour = z.halfOfTold(e)
			p.hour = e.parts.hour
		}
		p.have &^= hasFace
		if anchor = z.anchor(narrative, e.start); z.news {
			anchor = z.toldDay(anchor, e)
		} else if anchor.Precision() < calendar.Day && z.last.Precision() >= calendar.Day && z.last.Truncate(anchor.Precision()) == anchor { // that year's contest. By 3 a.m.
			anchor = z.last
		}
		if anchor.Precision() == calendar.Day {
			day := anchor
			if z.pastMidnight(e, anchor) {
				day = anchor.AddDays(1)
			}
			setDay(&p, day)
		}
		return p, Completed, anchor
	}
	return p, Stated, anchor
}

// yearless gives a named day that comes every year its month, and its day where that is always the same: "every year on Christmas Eve", "on the second Sunday in
// May".
func yearless(p parts) parts {
	h := p.holiday
	if h == nil {
		return p
	}
	one, other := h.in(2001), h.in(2006)
	if one.Month() == other.Month() {
		p.month, p.have = one.Month(), p.have|hasMonth
	}
	if one.Month() == other.Month() && one.Day() == other.Day() {
		p.day, p.have = one.Day(), p.have|hasDay
	}
	return p
}

func setDay(p *parts, d calendar.Date) {
	if d.IsZero() {
		return
	}
	p.year, p.month, p.day = d.Year(), d.Month(), d.Day()
	p.have |= hasYear | hasMonth | hasDay
}

// completeYear finds the year of a date that lacks it. at gives the date in a year.
func (z *resolver) completeYear(e *expr, p parts, at func(year int) calendar.Date) (parts, Basis, calendar.Date) {
	ref, news := z.last, false
	switch {
	case z.news && (!z.localNarrative(e) || text.TenseAround(z.text, e.start, e.end) != text.Past && scheduled(z.text, e.start)), !z.speech.IsZero() && yearTense(z.text, e.start, e.end) == futureTense:
		ref, news = z.speech, true // what "will" happen lies ahead of the writer, whatever past was told before
	case ref.IsZero():
		ref = z.speech
	}
	if between := z.text[min(z.near.end, e.start):e.start]; z.near.date.Precision() == calendar.Year && (between == ", in " || between == ", on ") { // three years ago, in August
		p.year, p.have = z.near.date.Year(), p.have|hasYear
		if d := at(p.year); !d.IsZero() {
			if p.holiday != nil {
				setDay(&p, d)
			}
			return p, Completed, z.near.date
		}
	}
	if year, ok := z.yearOfSentence(e); ok {
		p.year, p.have = year, p.have|hasYear
		if p.holiday != nil {
			setDay(&p, at(year))
		}
		return p, Completed, z.near.date
	}
	if year, ok := z.byword(e); ok {
		p.year, p.have = year, p.have|hasYear
		return p, Completed, z.speech
	}
	if ref.IsZero() && e.chartYear != 0 { // before the first stated date
		ref, _ = calendar.OfYear(e.chartYear)
	}
	if ref.IsZero() {
		return p, Completed, ref
	}
	y := ref.Year()
	if ref.Precision() > calendar.Year {
		t := unclear
		if news {
			if t = yearTense(z.text, e.start, e.end); t == pastTense && datedPast(z.text, e.start) || t != futureTense && strings.EqualFold(before(z.text, e.start), "since") {
				t = happened
			}
		}
		y = chooseYear(ref, at, t, news, p.has(hasQuarter), p.has(hasMonth) && outright(z.text, e.start))
	}
	if !news && ref.Precision() == calendar.Year {
		for _, near := range [2]int{z.fine.Year(), z.fine.Year() + 1} {
			if d := at(near); z.goesOn(d) && abs(near-y) <= 1 {
				y = near
			}
		}
	}
	if !news && e.chartYear != 0 {
		y = e.chartYear
	}
	d := at(y)
	if d.IsZero() {
		return p, Completed, calendar.Date{}
	}
	if p.has(hasMonth) || p.holiday != nil {
		if p.month, p.day = d.Month(), d.Day(); p.holiday != nil {
			p.have |= hasMonth | hasDay
		}
	}
	p.year = y
	p.have |= hasYear
	return p, Completed, ref
}

// yearOfSentence gives the year of a date of news that lacks it where its clause begins with one: "Last year none was seen until May 17", "In 2006 they came in June".
func (z *resolver) yearOfSentence(e *expr) (year int, ok bool) {
	near := &z.near
	if !z.news || z.nearUnit != calendar.Year || near.date.IsZero() || e.start <= near.end || e.start-near.end > planReach {
		return 0, false
	}
	if between := z.text[near.end:e.start]; strings.ContainsAny(between, ",;\n") || strings.Contains(between, ". ") || strings.Contains(between, " said ") {
		return 0, false
	}
	head := sentenceBefore(z.text, near.end, planReach)
	if i := strings.LastIndex(head, ", "); i >= 0 {
		head = strings.TrimPrefix(strings.TrimPrefix(head[i+2:], "and "), "but ")
	}
	words := strings.Fields(head)
	if len(words) != 2 || !clauseYears[strings.ToLower(words[0])] {
		return 0, false
	}
	ahead := yearTense(z.text, e.start, e.end) == futureTense
	return near.date.Year(), ahead == (near.date.Year() > z.speech.Year()) || near.date.Year() == z.speech.Year()+1
}

// clauseYears begin the year at the head of a clause: "in 2006", "last year", "next year".
var clauseYears = wordSet("in last next")

// byword gives the year of a day that news name without it for what happened on it: "the Sept. 11 attacks", and in spring "since September 11".
func (z *resolver) byword(e *expr) (year int, ok bool) {
	if p := &e.parts; p.month != 9 || p.day != 11 || z.speech.Year() <= 2001 {
		return 0, false
	}
	if strings.HasPrefix(z.text[e.end:], " attack") || strings.HasPrefix(z.text[e.end:], " terror") || strings.HasPrefix(z.text[e.end:], " hijack") {
		return 2001, true
	}
	behind := z.speech.Month() < 9 || z.speech.Month() == 9 && z.speech.Day() < 11
	return 2001, behind && bywords[strings.ToLower(before(z.text, e.start))]
}

// bywords stand before a day by which an event is meant.
var bywords = wordSet("since after before despite until")

// localNarrative reports whether an incomplete date of a news text belongs to a past that the same sentence or paragraph has just dated.
func (z *resolver) localNarrative(e *expr) bool {
	if since := sentenceBefore(z.text, e.start, planReach); strings.HasSuffix(since, " since ") && (strings.Contains(since, "n't ") || strings.Contains(since, " has ") || strings.Contains(since, " have ")) { // a contract in December 2015, hasn't pitched since August
		return false
	}
	if z.lastEnd < e.start && inRelative(z.text, z.lastEnd, z.text[z.lastEnd:e.start]) { // which was founded in 2008, agreed in February
		return false
	}
	if e.parts.has(hasQuarter|hasHalf) || z.last.Precision() < calendar.Month || z.lastRemark || e.start-z.lastEnd > 150 || z.last.Year() > z.speech.Year()-2 {
		return false
	}
	for k := z.lastEnd; k < e.start; k++ {
		if z.text[k] == '\n' {
			return false
		}
	}
	return true
}

// datelineDays is how far an article's day may lie before what it tells of, by its time zone or an error.
const datelineDays = 2

// chooseYear is the year in which the date lies best with respect to ref: in news by tense, in a narrative the nearest, where
// what comes next is a little more likely than what came before. outright says that a month to come is told for certain, and not what is yet to be reported of one.
func chooseYear(ref calendar.Date, at func(int) calendar.Date, t tense, news, nearest, outright bool) int {
	y := ref.Year()
	best, bestCost := y, 1<<30
	for k := y - 1; k <= y+1; k++ {
		d := at(k)
		if d.IsZero() {
			continue
		}
		days := ref.DaysUntil(d)
		if d.Precision() == calendar.Month && d.Year() == ref.Year() && d.Month() == ref.Month() {
			days = 0
		}
		cost := days
		if days < 0 {
			cost = -days
		}
		switch {
		case !news && days < 0:
			cost = cost * 5 / 4
		case news && t == futureTense && days < 0 && (d.Precision() == calendar.Day || outright): // a day that will be is hardly ever behind, however near
			cost = cost*8 + 60
		case news && t == happened && days > datelineDays:
			cost += 366
		case news && t == pastTense && days > 0, news && t == futureTense && days < 0:
			if cost = cost*3 + 60; d.Precision() == calendar.Month && t == pastTense && !nearest {
				cost *= 2
			}
			if nearest && days <= 45 { // results are told in the quarter after theirs
				cost /= 3
			}
		}
		if cost < bestCost {
			best, bestCost = k, cost
		}
	}
	return best
}
