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
	if p.has(hasTwoDigits) && z.speech.IsZero() && !z.last.IsZero() {
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
		if anchor = z.anchor(narrative, e.start); z.news {
			anchor = z.toldDay(anchor, e)
		}
		if anchor.Precision() == calendar.Day {
			setDay(&p, anchor)
		}
		return p, Completed, anchor
	}
	return p, Stated, anchor
}

// toldDay is the day of a clock time or part of the day alone, in news: the one just named, or what lies ahead where that is told, else the day that
// the report is of.
func (z *resolver) toldDay(reached calendar.Date, e *expr) calendar.Date {
	switch {
	case reached.Precision() >= calendar.Day && z.justNamed(reached, e):
		return reached
	case e.start-z.comingEnd <= dayReach && z.comingEnd > 0 && tenseAt(z.text, e.start, e.end) == futureTense:
		return z.coming
	case !z.lead.IsZero():
		return z.lead
	}
	return z.speech
}

// justNamed reports whether the day reached has just been named where an expression begins, is none of long ago, and none ahead unless that is told.
func (z *resolver) justNamed(reached calendar.Date, e *expr) bool {
	if e.start < z.lastEnd || e.start-z.lastEnd > sameBreath || reached.Year() <= z.speech.Year()-2 {
		return false
	}
	between := z.text[z.lastEnd:e.start]
	if strings.Contains(between, "\n\n") && reached.Compare(z.speech) > 0 && tenseAt(z.text, e.start, e.end) != futureTense {
		return false
	}
	return z.lastEnd >= z.comingEnd || tenseAt(z.text, e.start, e.end) != futureTense
}

// leadDays is how many days before its publication the day may be that news are of.
const leadDays = 7

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
	if ref.IsZero() {
		return p, Completed, ref
	}
	y := ref.Year()
	if ref.Precision() > calendar.Year {
		t := unclear
		if news {
			t = yearTense(z.text, e.start, e.end)
		}
		y = chooseYear(ref, at, t, news, p.has(hasQuarter))
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

// localNarrative reports whether an incomplete date of a news text belongs to a past that the same sentence or paragraph has just dated.
func (z *resolver) localNarrative(e *expr) bool {
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

// chooseYear is the year in which the date lies best with respect to ref: in news by tense, in a narrative the nearest, where
// what comes next is a little more likely than what came before.
func chooseYear(ref calendar.Date, at func(int) calendar.Date, t tense, news, nearest bool) int {
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
		case news && t == futureTense && days < 0 && d.Precision() == calendar.Day: // a day that will be is hardly ever behind, however near
			cost = cost*8 + 60
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

// weekdayLinks stand between weekdays of one list, or of one range where the second must be the later.
var weekdayLinks = map[string]string{"and": "list", "or": "list", ",": "list", ", and": "list", "and on": "list", "or on": "list", "to": "range", "through": "range", "until": "range", "-": "range", "–": "range"}

// listedWeekday finds the day of a weekday that follows another in a list or range: "Friday and Saturday".
func (z *resolver) listedWeekday(e *expr, weekday int) (d calendar.Date, ok bool) {
	if z.weekday.IsZero() || e.start < z.weekdayEnd || e.start-z.weekdayEnd > 12 {
		return d, false
	}
	link := weekdayLinks[strings.TrimSpace(z.text[z.weekdayEnd:e.start])]
	if link == "" {
		return d, false
	}
	on := (weekday%7 - int(z.weekday.Weekday()) + 7) % 7
	if link == "list" && on > 3 { // "Friday and Thursday"
		on -= 7
	}
	return z.weekday.AddDays(on), true
}

// aheadOf is the stated day of its sentence that lies ahead of the publication, and from which a weekday goes on; no date where there is none.
func (z *resolver) aheadOf(e *expr) calendar.Date {
	if !z.news || z.last.Precision() < calendar.Day || z.lastRelative || e.start < z.lastEnd || e.start-z.lastEnd > sameBreath || tenseAt(z.text, e.start, e.end) == pastTense {
		return calendar.Date{}
	}
	between := z.text[z.lastEnd:e.start]
	if z.speech.DaysUntil(z.last) <= 7 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return calendar.Date{}
	}
	return z.last
}

// programme reports whether text[start:end] begins a line of a programme, "Saturday: the final starts at 7", and what it has is not told as past.
func programme(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], ": ") || start > 0 && t[start-1] != '\n' {
		return false
	}
	return text.TenseAround(t, start, end) != text.Past
}

// completeWeekday finds the day of a weekday alone.
func (z *resolver) completeWeekday(e *expr, p parts) (parts, Basis, calendar.Date) {
	ref := z.speech
	if !z.news {
		ref = z.last
	}
	if ref.Precision() < calendar.Day {
		return p, Relative, calendar.Date{}
	}
	back := (int(ref.Weekday()) - p.weekday%7 + 7) % 7
	d := ref.AddDays(-back)
	defer func() { z.weekday, z.weekdayEnd = d, e.end }()
	if next, ok := z.listedWeekday(e, p.weekday); ok {
		d = next
		setDay(&p, d)
		return p, Relative, ref
	}
	if ahead := z.aheadOf(e); !ahead.IsZero() { // from Thursday, Oct. 14, until Saturday
		d = ahead.AddDays((p.weekday%7 - int(ahead.Weekday()) + 7) % 7)
		setDay(&p, d)
		return p, Relative, ahead
	}
	if z.news {
		switch {
		case back == 0:
		case tenseAt(z.text, e.start, e.end) == futureTense, programme(z.text, e.start, e.end):
			d = d.AddDays(7)
		}
	} else if back > 3 {
		d = d.AddDays(7)
	}
	setDay(&p, d)
	return p, Relative, ref
}
