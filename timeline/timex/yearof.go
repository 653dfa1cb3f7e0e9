package timex

import (
	_ "embed"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// A day of the year, a month, a season, a quarter or a holiday without its year, "in May", is of a year near the day of writing or near the time that the text has reached, or of every year. Which one, a
// log-linear model chooses by what stands around it, and by what simple rules take it for (completeyear.go, recurring.go).

//go:embed yearof.txt
var yearWeights string

// whichYear asks for the year of a date that lacks it.
var whichYear = newQuestion("yearof.txt", yearWeights, yearTraits[:], (*resolver).yearEvidence)

// What a year may be to a text. A year can be several of them.
const (
	everyYear   = iota // the date comes every year
	simpleRule         // the year that a simple rule takes
	writtenYear        // that of the day of writing
	nearYear           // that of the last date given
	reachedYear        // that of the date that the narrative has reached
	chartYear          // that of the way through the narrative
	heardYear          // that of what a hearing is about
	nextYear           // that of the next date that the text states
	statedYear         // one in which the text states the same day
	storyYear          // that of a story of long ago
	storyForth         // the next one from where that has come to
	yearWritten        // how far its date lies from the day of writing, as stretchesApart counts
	yearNear    = yearWritten + len(stretches)
	yearReached = yearNear + len(stretches)
	yearNext    = yearReached + len(stretches) // and from the next date that the text states
	allYears    = yearNext + len(stretches)
)

// yearTraits are the names of the traits in the file of weights.
var yearTraits = func() (names [allYears]string) {
	names = [...]string{everyYear: "every", simpleRule: "simple", writtenYear: "written", nearYear: "near", reachedYear: "reached", chartYear: "chart", heardYear: "heard", nextYear: "next", statedYear: "stated", storyYear: "story", storyForth: "story on", allYears - 1: ""}
	for k, far := range stretches {
		names[yearWritten+k], names[yearNear+k], names[yearReached+k] = "written "+far, "near "+far, "reached "+far
		names[yearNext+k] = "next " + far
	}
	return names
}()

// stretches are the names of what stretchesApart counts.
var stretches = [...]string{"years back", "a year back", "half a year back", "months back", "weeks back", "days back", "the same", "days on", "weeks on", "months on", "half a year on", "a year on", "years on"}

// span is a stretch of time by the numbers of its first and last day, counted from epoch.
type span struct{ first, last int }

// epoch is day 0.
var epoch = func() calendar.Date {
	day, _ := calendar.OfDay(2000, 1, 1)
	return day
}()

// spanOf is the stretch from one date to another.
func spanOf(from, to calendar.Date) span {
	return span{epoch.DaysUntil(from), epoch.DaysUntil(to.LastDay())}
}

// stretchesApart tells how far another stretch of time lies from one, by the number of stretches.
func (s span) stretchesApart(other span) int {
	if back := s.first - other.last; back > 0 {
		return sameStretch - stretch(back)
	}
	return sameStretch + stretch(other.first-s.last)
}

// sameStretch is the number of the one where dates have days in common.
const sameStretch = len(stretches) / 2

// stretch is how many steps of stretches so many days are.
func stretch(days int) int {
	for k, most := range [...]int{0, 7, 45, 150, 240, 400} {
		if days <= most {
			return k
		}
	}
	return sameStretch
}

// yearChoice is the choice of a year.
type yearChoice struct {
	choice
	years     []candidateYear // of the candidates
	next      calendar.Date   // the next date that the text states with its year; no date where there is none
	nextAt    int             // where that begins
	room      [mostYears]candidateYear
	traitRoom [mostYears]maxent.Traits
}

// mostYears is how many candidates a choice of years may have.
const mostYears = 17

// candidateYear is a year that may be meant.
type candidateYear struct {
	year  int
	every bool          // it is none, but every one
	base  calendar.Date // the date that it is counted from
	of    span          // the date that is asked about, in that year
}

// offer adds a year, with traits, if the date that is asked about exists in it. A year that has been offered gets more traits.
func (c *yearChoice) offer(traits maxent.Traits, year int, base calendar.Date) {
	for k := range c.years {
		if c.years[k].year == year {
			c.traits[k] |= traits
			return
		}
	}
	if p := &c.e.Parts; !p.InYear(year).IsZero() {
		dated := p.OfYear(year)
		of, _ := dated.Interval()
		c.years, c.traits = append(c.years, candidateYear{year: year, base: base, of: spanOf(of.Start, of.End)}), append(c.traits, traits)
	}
}

// offerOf offers the year of a date, if there is one.
func (c *yearChoice) offerOf(trait int, date calendar.Date) {
	if !date.IsZero() {
		c.offer(1<<trait, date.Year(), date)
	}
}

// tellApart gives each candidate the trait of how far it lies from a date, if there is one; trait is the first of those that stretchesApart counts.
func (c *yearChoice) tellApart(trait int, from calendar.Date) {
	if from.IsZero() {
		return
	}
	of := spanOf(from, from)
	for k := range c.years {
		c.traits[k] |= 1 << (trait + of.stretchesApart(c.years[k].of))
	}
}

// tellForth gives the candidate whose date is the next such one from what a story has reached that trait.
func (c *yearChoice) tellForth(from calendar.Date) {
	if from.IsZero() {
		return
	}
	first := spanOf(from, from).first
	for k := range c.years {
		if on := c.years[k].of.last - first; on >= 0 && on < 365 {
			c.traits[k] |= 1 << storyForth
		}
	}
}

// yearOf chooses the year of a date that lacks it; every is true where it is of every one. simple is the year that a simple rule takes, counted from base.
func (z *resolver) yearOf(e *expr.Expr, simple int, base calendar.Date) candidateYear {
	c := &z.asksYear
	c.choice, c.years = choice{whichYear, e, c.traitRoom[:0]}, c.room[:0]
	c.next, c.nextAt = z.nextStated()
	var near calendar.Date
	if z.since(z.near.end, e.Start) != farBefore {
		near = z.near.date
	}
	var taken maxent.Traits = 1 << simpleRule
	if e.Recurs {
		taken = 0
	}
	if !base.IsZero() {
		c.offer(taken, simple, base)
	}
	c.offerOf(writtenYear, z.speech)
	c.offerOf(nearYear, near)
	c.offerOf(reachedYear, z.last)
	c.offerOf(heardYear, z.hearing.day.date)
	c.offerOf(nextYear, c.next)
	c.offerOf(storyYear, z.story.at.date)
	if from := z.story.at.date; !from.IsZero() {
		c.offer(0, from.Year()+1, from)
	}
	if e.ChartYear != 0 {
		from, _ := calendar.OfYear(e.ChartYear)
		c.offerOf(chartYear, from)
	}
	for _, from := range [...]calendar.Date{z.speech, near, z.last} {
		if !from.IsZero() {
			c.offer(0, from.Year()-1, from)
			c.offer(0, from.Year()+1, from)
		}
	}
	given := z.stated.of(e)
	if len(given) == 1 {
		c.offerOf(statedYear, given[0].date())
	}
	for k := range c.years {
		if given.inYear(c.years[k].year) {
			c.traits[k] |= 1 << statedYear
		}
	}
	if len(c.years) == 0 {
		return candidateYear{every: e.Recurs}
	}
	c.tellApart(yearWritten, z.speech)
	c.tellApart(yearNear, near)
	c.tellApart(yearReached, z.last)
	c.tellApart(yearNext, c.next)
	c.tellForth(z.story.at.date)
	if !e.Parts.Has(expr.HasQuarter | expr.HasHalf) {
		c.years, c.traits = append(c.years, candidateYear{every: true}), append(c.traits, 1<<everyYear|1<<simpleRule&^taken)
	}
	return c.years[z.decide(&c.choice)]
}

// nextStated is the next date behind the expression at work that is stated with its year, and where that begins; no date where there is none.
func (z *resolver) nextStated() (date calendar.Date, at int) {
	for k := z.k + 1; k < min(len(z.found), z.k+statedReach); k++ {
		f := &z.found[k]
		if stated, _ := dated(f); stated && f.Parts.Year != 0 {
			i, _ := f.Parts.Interval()
			return i.Start, f.Start
		}
	}
	return date, 0
}

// statedReach is how many expressions on the next stated date is looked for.
const statedReach = 8

// yearEvidence gathers what tells of which year a date is.
func (z *resolver) yearEvidence(w *evidence, e *expr.Expr) {
	mode, when, around := z.mode(), tenseNames[z.clause(e).WithoutYear()-tense.Happened], verbNames[z.clause(e).Around()]
	prep := strings.ToLower(prose.Before(z.text, e.Start))
	what := unitOf(&e.Parts)
	near, reached := z.before(z.near.end, e.Start), z.before(z.lastEnd, e.Start)
	w.add("tense+verb", when, around)
	w.add("what", what, mode)
	w.add("what+tense", what, when, mode)
	w.add("before", prep)
	w.add("before+tense", prep, when)
	w.add("before+what", prep, what)
	w.add("mode+verb", mode, around)
	w.add("recurs", yesNo(e.Recurs), mode)
	w.add("recurs+verb", yesNo(e.Recurs), around)
	w.add("near", near, mode)
	w.add("near+verb", near, around)
	w.add("reached", reached, mode)
	w.add("near unit", z.nearUnit.String(), near)
	c := &z.asksYear
	if c.next.IsZero() {
		w.add("next stated", "none")
	} else {
		since := z.since(e.End, c.nextAt)
		w.add("next stated", since, mode)
		w.add("next stated unit", c.next.Precision().String(), since)
	}
	w.add("agree", yesNo(c.agree(simpleRule, chartYear)), yesNo(c.agree(simpleRule, reachedYear)), yesNo(c.agree(simpleRule, nearYear)), yesNo(e.ChartYear != 0))
	if month := e.Parts.Month; month > 0 && z.speech.Month() > 0 {
		ahead := strconv.Itoa((month - z.speech.Month() + 12) % 12)
		w.add("ahead", ahead, mode)
		w.add("ahead+tense", ahead, when, mode)
	}
	if between := e.Start - z.near.end; z.near.end > 0 && between > 0 && between <= longestBetween {
		w.add("near link", link(z.text[z.near.end:e.Start]))
	}
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
	z.storyEvidence(w, e)
}

// before is since, which takes what stands far before for no nearer than two paragraphs: the articles are shorter than what is read.
func (z *resolver) before(end, at int) string {
	if since := z.since(end, at); since != farBefore {
		return since
	}
	return "two paragraphs"
}

// agree reports whether two traits are those of one candidate.
func (c *yearChoice) agree(one, other int) bool {
	for _, traits := range c.traits {
		if traits&(1<<one) != 0 && traits&(1<<other) != 0 {
			return true
		}
	}
	return false
}

// unitOf names the kind of stretch that a date without its year is.
func unitOf(p *expr.Parts) string {
	switch {
	case p.Holiday != nil:
		return "holiday"
	case p.Has(expr.HasDay):
		return "day"
	case p.Has(expr.HasMonth):
		return "month"
	case p.Has(expr.HasSeason):
		return "season"
	}
	return "quarter"
}
