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

// A weekday alone, "on Friday", is the nearest one before or behind a day that the text has told, or that of every week. Which one, a log-linear model chooses by what stands around.

//go:embed weekdayof.txt
var weekdayWeights string

// whichWeek asks for the day of a weekday.
var whichWeek = newQuestion("weekdayof.txt", weekdayWeights, weekdayTraits[:], (*resolver).weekdayEvidence)

// What the day of a weekday may be: the last one up to a day that the text has, or the next one from it. It can be several of them.
const (
	everyWeek      = iota // it is of every week
	weekdayNearest        // it is the nearest one by the tense of its clause
	weekdayBases          // up to the first of bases, from it, up to the second …
)

// weekdayBase are the names of the days that the text has, from which the nearest weekdays are counted.
var weekdayBase = [...]string{"written", "told", "before", "first", "named", "reached", "lead", "coming", "weekday", "event", "heard", "issue", "story"}

const (
	weekdayFar  = weekdayBases + 2*len(weekdayBase) // how far it lies from the day of writing, as daysApart counts
	weekdayFrom = weekdayFar + len(farApart)        // and from the day told last
	allWeekdays = weekdayFrom + len(farApart)
)

// weekdayTraits are the names of the traits in the file of weights.
var weekdayTraits = func() (names [allWeekdays]string) {
	names[everyWeek], names[weekdayNearest] = "every", "nearest"
	for k, base := range weekdayBase {
		names[weekdayBases+2*k], names[weekdayBases+2*k+1] = "up to "+base, "from "+base
	}
	for k, far := range farApart {
		names[weekdayFar+k], names[weekdayFrom+k] = "written "+far, "told "+far
	}
	return names
}()

// dayOfWeekday chooses the day of a weekday; no date where it is of every week. base is the day that it was found by.
func (z *resolver) dayOfWeekday(e *expr.Expr) (day, base calendar.Date) {
	c := &z.asksDay
	c.begin(whichWeek, e, 0, true)
	for k, base := range [len(weekdayBase)]calendar.Date{z.speech, z.day.date, z.earlierDay, z.dayFirst, z.named.date, z.anchor(expr.Narrative, e.Start), z.lead, z.coming.date, z.weekday.date, z.event.first, z.hearing.day.date, z.diary.speech, z.story.day.date} {
		if base.Precision() < calendar.Day {
			continue
		}
		base = base.Truncate(calendar.Day)
		on := z.daysTo(base, e.Parts.Weekday)
		c.offer(weekdayBases+2*k+1, base, on)
		if on > 0 {
			on -= 7
		}
		c.offer(weekdayBases+2*k, base, on)
	}
	if z.speech.Precision() == calendar.Day && z.daysTo(z.speech, e.Parts.Weekday) == 0 {
		c.offer(weekdayBases, z.speech, -7)
		c.offer(weekdayBases+1, z.speech, 7)
	}
	c.offer(weekdayNearest, z.nearestWeekday(e), 0)
	c.tellApart(weekdayFar, z.speech)
	c.tellApart(weekdayFrom, z.day.date)
	if first := z.rangeFrom(); !first.IsZero() {
		c.withdraw(func(day calendar.Date, _ maxent.Traits) bool { return day.Compare(first) < 0 })
	}
	chosen := c.days[z.decide(&c.choice)]
	return chosen.day, chosen.base
}

// rangeFrom is the first day that the second end of a range may be, "from Sept. 14 to Thursday"; no date where the expression at work ends none.
func (z *resolver) rangeFrom() calendar.Date {
	begun := z.rangeBegun()
	if begun == nil || dayless(&z.found[z.k-1]) || begun.Date.Start.Precision() < calendar.Day {
		return calendar.Date{}
	}
	first := begun.Date.Start.Truncate(calendar.Day)
	if z.found[z.k].Parts.Has(expr.HasHour) { // 1 to 3 p.m. Saturday
		return first
	}
	return first.AddDays(1)
}

// weekdayEvidence gathers what tells of which week a weekday is.
func (z *resolver) weekdayEvidence(w *evidence, e *expr.Expr) {
	z.toldEvidence(w, e)
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
	at, around := z.tenseName(e), verbNames[z.clause(e).Around()]
	back := "none"
	if z.speech.Precision() == calendar.Day {
		back = strconv.Itoa((7 - z.daysTo(z.speech, e.Parts.Weekday)) % 7)
	}
	toldTo := "none"
	if z.day.date.Precision() == calendar.Day {
		toldTo = strconv.Itoa(z.daysTo(z.day.date, e.Parts.Weekday))
	}
	the := yesNo(theWeekday(e, z.text))
	owns := yesNo(strings.HasPrefix(z.text[e.End:], "'s"))
	prep := strings.ToLower(prose.Before(z.text, e.Start))
	since := z.since(z.day.end, e.Start)
	w.add("back", back)
	w.add("back+tense", back, at)
	w.add("back+mode", back, z.mode())
	w.add("mode+verb", z.mode(), around)
	w.add("mode+the", the, z.mode(), since)
	w.add("back+verb", back, around)
	w.add("back+before", back, prep)
	w.add("back+owns", back, owns)
	w.add("back+word", back, wordBefore(z.text, e.Start), at)
	w.add("to", toldTo, since)
	w.add("to+tense", toldTo, at, since)
	w.add("to+the", toldTo, the, since)
	w.add("the", the, prep)
	z.storyEvidence(w, e)
	w.add("the+mode", the, z.mode())
	w.add("owns", owns, at)
	w.add("recurs", yesNo(e.Recurs))
	w.add("parts", yesNo(e.Parts.Has(expr.HasHour)), yesNo(e.Parts.Has(expr.HasTod)), at)
	w.add("entry", yesNo(headsEntry(z.text, e)), z.mode())
	w.add("weekday", z.since(z.weekday.end, e.Start))
	if z.weekday.end > 0 && z.weekday.end < e.Start && e.Start-z.weekday.end <= longestBetween {
		w.add("weekday link", link(z.text[z.weekday.end:e.Start]))
	}
}

// wordBefore tells what kind of word stands right before byte offset at: one of plans, another verb of the past, a preposition of dates, a name.
func wordBefore(t string, at int) string {
	switch word := prose.Before(t, at); {
	case word == "":
		return "none"
	case tense.Plans.Get(word) != 0:
		return "plan"
	case isTold(word):
		return "told"
	case prose.DatePrepositions.Has(word):
		return "preposition"
	case prose.IsUpper(word[0]):
		return "name"
	}
	return "other"
}
