package timex

import (
	_ "embed"
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/tense"
)

// The day of a clock time or a part of the day that names none, "at 7:40 p.m.", is one that the text has told or led to, or none: a habit's, "we rise at six". So is the day that "the next morning" and
// "three days later" are counted from. Which one it is, a log-linear model chooses by what stands around (dayevidence.go).

//go:embed dayof.txt
var dayWeights string

// whichDay asks for the day of a time of day.
var whichDay = newQuestion("dayof.txt", dayWeights, dayTraits[:], (*resolver).dayEvidence)

//go:embed anchorof.txt
var anchorWeights string

// whichAnchor asks for the day that others are counted from.
var whichAnchor = newQuestion("anchorof.txt", anchorWeights, dayTraits[:], (*resolver).anchorEvidence)

// What a day may be to a text. A day can be several of them.
const (
	noDay       = iota // it is of no day, or of every one
	writtenOn          // the day of writing
	writtenNext        // the one after it, and so on
	writtenLast        // the one before it
	toldOn             // the day told last
	toldNext
	toldLast
	toldBefore // the day told before that
	toldFirst  // the first day told
	namedOn    // the day named last, by more than a time of day
	namedNext
	reachedOn  // the day that the narrative has reached
	inReached  // it lies in the month, the season or the year that it has reached, of which no day was told
	offReached // it lies outside of that
	clockOn    // the day of the clock time told last
	clockNext
	leadOn   // the first day told that is not far before the publication
	onComing // a day told that lies ahead
	mishapOn // the day of a mishap
	eventOn  // the day of what is announced
	heardOn  // the day that a hearing is about
	heardNext
	ruledOn  // the day that a simple rule takes
	openedOn // the first day told in the paragraph
	storyOn  // the last day of a story of long ago
	storyNext
	inStory     // it lies in its last month
	linedOn     // the day of the time or date that headed a line last, in a log
	fromWriting // how far it lies from the day of writing, as daysApart counts
	fromTold    = fromWriting + len(farApart)
	allTraits   = fromTold + len(farApart)
)

// dayTraits are the names of the traits in the file of weights.
var dayTraits = func() (names [allTraits]string) {
	names = [...]string{
		noDay: "none", writtenOn: "written", writtenNext: "written+1", writtenLast: "written-1",
		toldOn: "told", toldNext: "told+1", toldLast: "told-1", toldBefore: "before", toldFirst: "first", namedOn: "named", namedNext: "named+1",
		reachedOn: "reached", inReached: "in reached", offReached: "out of reached", clockOn: "clock", clockNext: "clock+1",
		leadOn: "lead", onComing: "coming", mishapOn: "mishap", eventOn: "event", heardOn: "heard", heardNext: "heard+1", ruledOn: "ruled", openedOn: "opened", linedOn: "lined", storyOn: "story", storyNext: "story+1", inStory: "in story",
		allTraits - 1: "",
	}
	for k, far := range farApart {
		names[fromWriting+k], names[fromTold+k] = "from written "+far, "from told "+far
	}
	return names
}()

// farApart are the names of what daysApart counts.
var farApart = [...]string{"years back", "months back", "weeks back", "days back", "the day before", "the same", "the day after", "days on", "more on"}

// daysApart tells how far one day lies from another, by the number of farApart.
func daysApart(from, to calendar.Date) int {
	switch days := from.DaysUntil(to); {
	case days < -400:
		return 0
	case days < -31:
		return 1
	case days < -7:
		return 2
	case days < -1:
		return 3
	case days <= 1:
		return 5 + days
	case days <= 7:
		return 7
	}
	return 8
}

// dayChoice is the choice of a day.
type dayChoice struct {
	choice
	days      []candidateDay // of the candidates
	shift     int            // how many days on from them the expression leads
	room      [mostDays]candidateDay
	traitRoom [mostDays]maxent.Traits
}

// mostDays is how many candidates a choice of days may have.
const mostDays = 32

// candidateDay is a day that may be meant.
type candidateDay struct {
	day  calendar.Date // no date for none
	base calendar.Date // the day told that it is, or is counted from
}

// offer adds a day that lies some days after one that the text has, if it has one.
func (c *dayChoice) offer(trait int, day calendar.Date, after int) {
	if day.Precision() < calendar.Day {
		return
	}
	base := day.Truncate(calendar.Day)
	if day = base.AddDays(after); day.IsZero() {
		return
	}
	for k := range c.days {
		if c.days[k].day == day {
			c.traits[k] |= 1 << trait
			return
		}
	}
	c.days, c.traits = append(c.days, candidateDay{day, base}), append(c.traits, 1<<trait)
}

// tellApart gives each candidate the trait of how far it lies from a day, if that is one; trait is the first of those that daysApart counts.
func (c *dayChoice) tellApart(trait int, from calendar.Date) {
	if from.Precision() != calendar.Day {
		return
	}
	for k := range c.days {
		if day := c.days[k].day; !day.IsZero() {
			c.traits[k] |= 1 << (trait + daysApart(from, day))
		}
	}
}

// withdraw takes back the candidates that cannot be meant.
func (c *dayChoice) withdraw(cannot func(day calendar.Date, traits maxent.Traits) bool) {
	for k := len(c.days) - 1; k >= 0; k-- {
		if !c.days[k].day.IsZero() && cannot(c.days[k].day, c.traits[k]) {
			c.days, c.traits = slices.Delete(c.days, k, k+1), slices.Delete(c.traits, k, k+1)
		}
	}
}

// dayOf chooses the day of a time of day that names none; no date where it is of no day that is known. base is the day that it was found by.
func (z *resolver) dayOf(e *expr.Expr) (day, base calendar.Date) {
	c := &z.asksDay
	c.begin(whichDay, e, 0, true)
	z.offerDays(c)
	if e.Rule == expr.RuleOvernight {
		c.offer(ruledOn, z.nightOf(e), 0)
	}
	chosen := c.days[z.decide(&c.choice)]
	z.timed = timed{none: chosen.day.IsZero(), end: e.End}
	return chosen.day, chosen.base
}

// nightOf is the day whose night a simple rule takes "overnight" for: the one just told of in its sentence ("arrested on Monday and held overnight"), in a narrative the day reached, else
// the day of writing for what is to come, and the day before it for what was; no date where there is none.
func (z *resolver) nightOf(e *expr.Expr) calendar.Date {
	if !z.news {
		return z.dayAnchor(expr.Narrative, e.Start)
	}
	if from := z.day.end; !z.day.date.IsZero() && from <= e.Start && e.Start-from <= sameBreath && !strings.Contains(z.text[from:e.Start], ". ") && z.day.date.Compare(z.speech) <= 0 {
		return z.day.date
	}
	if c := z.clause(e); c.At() == tense.Future || c.Around() == text.Fut {
		return z.speech
	}
	return z.speech.AddDays(-1)
}

// countedFrom chooses the day that an expression counts its days from, "the next morning", "three days later"; shift is how many it goes on. It is otherwise where that is no day, which may be
// chosen as well, or where the text has told none.
func (z *resolver) countedFrom(e *expr.Expr, otherwise calendar.Date, shift int) calendar.Date {
	c := &z.asksDay
	coarse := otherwise.Precision() < calendar.Day
	c.begin(whichAnchor, e, shift, coarse)
	z.offerDays(c)
	if !coarse {
		c.offer(ruledOn, otherwise, 0)
	}
	if len(c.days) == 0 {
		return otherwise
	}
	if coarse && !z.news { // had sailed on 3 May 1940. In October … four days later
		c.withdraw(func(_ calendar.Date, traits maxent.Traits) bool { return traits&(1<<offReached) != 0 })
	}
	if chosen := c.days[z.decide(&c.choice)]; !chosen.day.IsZero() {
		return chosen.day
	}
	return otherwise
}

// begin empties a choice of days for another one. open says that the answer may be no day.
func (c *dayChoice) begin(q *question, e *expr.Expr, shift int, open bool) {
	c.choice, c.shift, c.days = choice{q, e, c.traitRoom[:0]}, shift, c.room[:0]
	if open {
		c.days, c.traits = append(c.days, candidateDay{}), append(c.traits, 1<<noDay)
	}
}

// offerDays offers the days that the text has told or leads to.
func (z *resolver) offerDays(c *dayChoice) {
	clock := z.clockDate()
	for _, on := range [...]struct { // the days themselves come first, so that they are what a candidate is counted from
		trait int
		day   calendar.Date
		after int
	}{
		{toldOn, z.day.date, 0}, {namedOn, z.named.date, 0}, {clockOn, clock, 0}, {reachedOn, z.anchor(expr.Narrative, c.e.Start), 0}, {writtenOn, z.speech, 0}, {toldBefore, z.earlierDay, 0}, {toldFirst, z.dayFirst, 0},
		{leadOn, z.lead, 0}, {linedOn, z.lined.date, 0}, {openedOn, z.openedDay(c.e), 0}, {onComing, z.coming.date, 0}, {mishapOn, z.mishap.date, 0}, {eventOn, z.event.first, 0}, {heardOn, z.hearing.day.date, 0}, {storyOn, z.story.day.date, 0},
		{toldNext, z.day.date, 1}, {toldLast, z.day.date, -1}, {namedNext, z.named.date, 1}, {clockNext, clock, 1}, {heardNext, z.hearing.day.date, 1}, {storyNext, z.story.day.date, 1}, {writtenNext, z.speech, 1}, {writtenLast, z.speech, -1},
	} {
		c.offer(on.trait, on.day, on.after)
	}
	for k := range c.days {
		day := c.days[k].day
		if day.IsZero() {
			continue
		}
		if month := z.story.at.date; !month.IsZero() && day.Truncate(calendar.Month) == month.Truncate(calendar.Month) {
			c.traits[k] |= 1 << inStory
		}
		if reached := z.last.Precision(); !z.last.IsZero() && reached < calendar.Day {
			if day.Truncate(reached) == z.last {
				c.traits[k] |= 1 << inReached
			} else {
				c.traits[k] |= 1 << offReached
			}
		}
	}
	c.tellApart(fromWriting, z.speech)
	c.tellApart(fromTold, z.day.date)
}

// timed is what the last time of day without its day was found to be.
type timed struct {
	none bool // of no day
	end  int  // where that stands; 0 for none
}

// namedDay is a day that an expression named, and did not only go on with.
type namedDay struct {
	spot
	start int    // where the expression begins
	rule  string // its rule
}

// noteDay keeps how a day is told, which z.near is, before it becomes the day told last.
func (z *resolver) noteDay(e *expr.Expr) {
	if e.Kind != expr.Point || e.Rel.Set || !dayless(e) {
		z.named = namedDay{z.near, e.Start, e.Rule}
	}
	if !z.opens(e.Start) {
		z.opened = z.near
	}
	if z.dayFirst.IsZero() {
		z.dayFirst = z.near.date
	}
	if z.day.date != z.near.date {
		z.earlierDay = z.day.date
	}
}

// dayless reports whether an expression is of a time of day and names no day.
func dayless(e *expr.Expr) bool {
	return !e.Parts.Has(expr.HasDay|expr.HasWeekday) && e.Parts.Holiday == nil
}

// openedDay is the first day told in the paragraph of an expression, before it; no date where there is none.
func (z *resolver) openedDay(e *expr.Expr) calendar.Date {
	if !z.opens(e.Start) {
		return calendar.Date{}
	}
	return z.opened.date
}

// opens reports whether the day that opened a paragraph opened that of byte offset at, not far before.
func (z *resolver) opens(at int) bool {
	end := z.opened.end
	return end > 0 && end <= at && at-end <= farthestSince && !strings.Contains(z.text[end:at], "\n\n")
}
