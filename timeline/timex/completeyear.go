package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// completeYear finds the year of a date that lacks it: the one that the words around it say, else the one in which it lies best.
func (z *resolver) completeYear(e *expr, p parts) (parts, Basis, calendar.Date) {
	if year, from, ok := z.yearSaid(e, &p); ok {
		return p.ofYear(year), Completed, from
	}
	ref, news := z.yearReference(e)
	if ref.IsZero() {
		return p, Completed, ref
	}
	year := z.bestYear(e, &p, ref, news)
	if p.inYear(year).IsZero() {
		return p, Completed, calendar.Date{}
	}
	return p.ofYear(year), Completed, ref
}

// ofYear is p of a year.
func (p parts) ofYear(year int) parts {
	p.year, p.have = year, p.have|hasYear
	if p.holiday != nil {
		p.setDay(p.holiday.in(year))
	}
	return p
}

// yearSaid gives the year that the words around a date say, and the date that it is taken from.
func (z *resolver) yearSaid(e *expr, p *parts) (year int, from calendar.Date, ok bool) {
	between := z.text[min(z.near.end, e.start):e.start]
	if z.near.date.Precision() == calendar.Year && (between == ", in " || between == ", on ") && !p.inYear(z.near.date.Year()).IsZero() { // three years ago, in August
		return z.near.date.Year(), z.near.date, true
	}
	if year, ok = z.byword(e); ok {
		return year, z.speech, true
	}
	year, ok = z.yearOfSentence(e)
	return year, z.near.date, ok
}

// yearReference is what the year of a date is chosen by, and whether that is the day of writing.
func (z *resolver) yearReference(e *expr) (ref calendar.Date, news bool) {
	switch {
	case z.news && (!z.localNarrative(e) || text.TenseAround(z.text, e.start, e.end) != text.Past && scheduled(z.text, e.start)):
		return z.speech, true
	case !z.speech.IsZero() && yearTense(z.text, e.start, e.end) == futureTense: // what "will" happen lies ahead of the writer, whatever past was told before
		return z.speech, true
	case !z.last.IsZero():
		return z.last, false
	case z.speech.IsZero() && e.chartYear != 0: // before the first stated date
		ref, _ = calendar.OfYear(e.chartYear)
		return ref, false
	}
	return z.speech, false
}

// bestYear is the year in which a date lies best with respect to ref.
func (z *resolver) bestYear(e *expr, p *parts, ref calendar.Date, news bool) int {
	switch {
	case !news && e.chartYear != 0:
		return e.chartYear
	case ref.Precision() > calendar.Year:
		t := unclear
		if news {
			t = yearTense(z.text, e.start, e.end)
			if relativePast(z.text, e.start, e.end) { // which cleared a backlog only in January, will
				t = pastTense
			}
			if t == pastTense && datedPast(z.text, e.start) || strings.EqualFold(before(z.text, e.start), "since") { // in force since May, it will now end
				t = happened
			}
		}
		return chooseYear(ref, p, t, news, p.has(hasMonth|hasQuarter) && outright(z.text, e.start))
	case !news:
		year := ref.Year()
		for _, near := range [2]int{z.fine.Year(), z.fine.Year() + 1} {
			if z.goesOn(p.inYear(near)) && abs(near-year) <= 1 {
				year = near
			}
		}
		return year
	}
	return ref.Year()
}

// yearOfSentence gives the year of a date of news that lacks it where its clause begins with one: "Last year none was seen until May 17", "In 2006 they came in June".
func (z *resolver) yearOfSentence(e *expr) (year int, ok bool) {
	near := &z.near
	if !z.news || z.nearUnit != calendar.Year || near.date.IsZero() || e.start <= near.end || e.start-near.end > planReach {
		return 0, false
	}
	head := sentenceBefore(z.text, near.end, planReach)
	between := z.text[near.end:e.start]
	head, next := strings.CutPrefix(head, " The ")                     // The next year, the north had snow in June
	if next || strings.HasPrefix(strings.TrimLeft(head, " "), "In ") { // In 1960, Hawaii finished a recount on Dec. 28
		between = strings.TrimPrefix(between, ",")
	}
	if strings.HasPrefix(between, "'s ") && strings.Count(between, ",") == 1 { // Next year's meeting will be in London, probably in mid-July
		between = strings.Replace(between, ",", "", 1)
	}
	if strings.ContainsAny(between, ",;\n") || endsSentence(between) || strings.Contains(between, " said ") {
		return 0, false
	}
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
	if since := sentenceBefore(z.text, e.start, planReach); strings.HasSuffix(since, " since ") && anyOf(strings.Contains, since, "n't ", " has ", " have ") { // a contract in December 2015, hasn't pitched since August
		return false
	}
	if z.lastEnd < e.start && inRelative(z.text, z.lastEnd, z.text[z.lastEnd:e.start]) { // which was founded in 2008, agreed in February
		return false
	}
	between := z.text[min(z.lastEnd, e.start):e.start]
	if strings.HasPrefix(between, ", when ") && !endsSentence(between) && z.last.Year() < z.speech.Year() { // in October 1929, when it dropped on Oct. 28
		return true
	}
	if e.parts.has(hasDay) && e.parts.has(hasMonth) && z.speech.Precision() >= calendar.Day {
		if days := e.parts.inYear(z.speech.Year()).DaysUntil(z.speech); days >= 0 && days <= newsDays { // took the town in September 1996 and left it on Nov. 12
			return false
		}
	}
	if strings.Contains(between, " has ") || strings.Contains(between, " have ") { // began in April 1992 and has killed thousands. In July
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

// newsDays is how many days before its publication a day is rather of the news than of a past that they have just told of.
const newsDays = 14

// datelineDays is how far an article's day may lie before what it tells of, by its time zone or an error.
const datelineDays = 2

// chooseYear is the year in which the date lies best with respect to ref: in news by tense, in a narrative the nearest, where
// what comes next is a little more likely than what came before. outright says that a month to come is told for certain, and not what is yet to be reported of one.
func chooseYear(ref calendar.Date, p *parts, t tense, news, outright bool) int {
	y := ref.Year()
	best, bestCost := y, 1<<30
	for k := y - 1; k <= y+1; k++ {
		d := p.inYear(k)
		if d.IsZero() {
			continue
		}
		days := ref.DaysUntil(d)
		if d.Precision() == calendar.Month && d.Year() == ref.Year() && d.Month() == ref.Month() {
			days = 0
		}
		if p.has(hasHalf) && k == y && (ref.Month()-1)/6+1 == p.half { // the one that runs
			days = 0
		}
		cost := days
		if days < 0 {
			cost = -days
		}
		switch {
		case !news && days < 0:
			cost = cost * 5 / 4
		case news && t == futureTense && days < 0 && (d.Precision() == calendar.Day || outright && !p.has(hasQuarter)): // a day that will be is hardly ever behind, however near
			cost = cost*8 + 60
		case news && t == happened && days > datelineDays:
			cost += 366
		case news && t == pastTense && days > 0, news && t == futureTense && days < 0:
			if cost = cost*3 + 60; d.Precision() == calendar.Month && t == pastTense && !p.has(hasQuarter) {
				cost *= 2
			}
			if p.has(hasQuarter) && days <= 45 && !(t == futureTense && outright) { // results are told in the quarter after theirs
				cost /= 3
			}
		}
		if cost < bestCost {
			best, bestCost = k, cost
		}
	}
	return best
}
