package timex

import (
	_ "embed"
	"strconv"
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/prose"
)

// "Half past four" and "7.15" may be of the morning or of the afternoon, and an hour alone, "at nine", may be none at all but a price or an age. Which it is, a log-linear model chooses
// by what stands around; its weights come from the annotated articles.

//go:embed hourof.txt
var hourWeights string

// whichHour asks for the hour of the day.
var whichHour = newQuestion("hourof.txt", hourWeights, hourTraits[:], (*resolver).hourOfEvidence)

// What an hour may be.
const (
	noHour     = iota // it is no time of day
	beforeNoon        // an hour up to noon
	afterNoon
	ofPart     // it is of the part of the day told last
	withNext   // in the half of the day that the clock time behind it says
	beforeNext // and before that
	hoursOn    // how many hours it comes after the one told last, as onAfter counts
	hourKinds  = hoursOn + len(hoursAfter)
)

// hourTraits are the names of the traits in the file of weights.
var hourTraits = func() (names [hourKinds]string) {
	names = [...]string{noHour: "none", beforeNoon: "am", afterNoon: "pm", ofPart: "part", withNext: "half of next", beforeNext: "before next", hourKinds - 1: ""}
	for k, after := range hoursAfter {
		names[hoursOn+k] = "on " + after
	}
	return names
}()

// hoursAfter are the names of what onAfter counts.
var hoursAfter = [...]string{"0", "1", "2-3", "4-6", "7-9", "10-12", "13-17", "18-20", "21-23"}

// onAfter tells how many hours one of the day comes after another, by the number of hoursAfter.
func onAfter(from, to int) int {
	for k, most := range [...]int{0, 1, 3, 6, 9, 12, 17, 20} {
		if (to-from+48)%24 <= most {
			return k
		}
	}
	return len(hoursAfter) - 1
}

// hourChoice is the choice of the half of the day that an hour is of.
type hourChoice struct {
	choice
	hours     []int // of the candidates
	room      [3]int
	traitRoom [3]maxent.Traits
}

// asksHalf reports whether an expression has an hour and leaves open of which half of the day it is.
func (z *resolver) asksHalf(e *expr.Expr) bool {
	if !e.Parts.Has(expr.HasHour) || e.HourTold || e.Parts.Has(expr.HasZone) || e.Parts.Hour < 1 || e.Parts.Hour > 12 {
		return false
	}
	said := strings.ToLower(z.text[e.Start:e.End])
	return !counts24(said) && !saysHalf(said) && !prose.AnyOf(strings.Contains, said, "morning", "noon", "evening", "night", "dawn", "dusk")
}

// counts24 reports whether a clock time is written as one of 24 hours is: "0530", "Friday, 05:30".
func counts24(said string) bool {
	i := strings.IndexByte(said, '0')
	if i <= 0 {
		return i == 0
	}
	return !prose.IsDigit(said[i-1]) && len(said)-i >= len("05:30") && prose.IsDigit(said[i+1]) && (said[i+2] == ':' || said[i+2] == '.') && prose.IsDigit(said[i+3])
}

// noTime is the hour of what is no time of day.
const noTime = -1

// hourOf chooses the hour of an expression, noTime where it is none.
func (z *resolver) hourOf(e *expr.Expr) int {
	c := &z.asksHour
	c.choice = choice{whichHour, e, append(c.traitRoom[:0], 1<<beforeNoon, 1<<afterNoon)}
	early, late := e.Parts.Hour, e.Parts.Hour+12
	if e.Parts.Hour == 12 {
		early, late = 24, 12
		if e.Parts.Minute > 0 {
			early = 0
		}
	}
	c.hours = append(c.room[:0], early, late)
	for k, hour := range c.hours {
		t := &z.told
		if t.end > 0 && t.end <= e.Start {
			if t.hour >= 0 {
				c.traits[k] |= 1 << (hoursOn + onAfter(t.hour, hour))
			} else if expr.HourIn(e.Parts.Hour, t.tod) == hour {
				c.traits[k] |= 1 << ofPart
			}
		}
		if next := z.nextHour(); next >= 0 {
			if (next < 12) == (hour < 12) {
				c.traits[k] |= 1 << withNext
			}
			if hour < next {
				c.traits[k] |= 1 << beforeNext
			}
		}
	}
	if e.Spoken {
		c.hours, c.traits = append(c.hours, noTime), append(c.traits, 1<<noHour)
	}
	return c.hours[z.decide(&c.choice)]
}

// nextHour is the hour of the expression behind, where that is of a clock time which says its half of the day; -1 else.
func (z *resolver) nextHour() int {
	if z.k+1 >= len(z.found) {
		return -1
	}
	next := &z.found[z.k+1]
	if !tellsClock(next) || z.asksHalf(next) || next.Start-z.found[z.k].End > prose.SentenceReach {
		return -1
	}
	return next.Parts.Hour
}

// hourOfEvidence gathers what tells which hour is meant: the hour itself and how it is written, the words around, and the time of day told last.
func (z *resolver) hourOfEvidence(w *evidence, e *expr.Expr) {
	clause := z.clause(e)
	hour, prep := strconv.Itoa(e.Parts.Hour), strings.ToLower(prose.Before(z.text, e.Start))
	said := z.text[e.Start:e.End]
	written := "words"
	switch {
	case strings.Contains(said, ":"):
		written = "colon"
	case writesDot(said):
		written = "dot"
	case strings.Contains(said, "clock"):
		written = "o'clock"
	case prose.IsDigit(said[0]):
		written = "figure"
	}
	last := z.since(z.told.end, e.Start)
	half := yesNo(z.told.end > 0 && (z.told.half || z.told.hour < 0))

	w.add("any")
	w.add("rule", e.Rule)
	w.add("hour", hour)
	w.add("hour+before", hour, prep)
	w.add("written", written, yesNo(e.Spoken))
	w.add("written+hour", written, hour)
	w.add("24 hours", yesNo(z.writes24), written)
	w.add("24 hours+hour", yesNo(z.writes24), hour)
	w.add("mode", z.mode())
	w.add("verb", verbNames[clause.Around()])
	w.add("verb+hour", verbNames[clause.Around()], hour)
	w.add("place", placeIn(z.text, e.Start), written)
	w.add("before", prep)
	w.add("before+written", prep, written)
	w.add("last", last, half)
	w.add("last+hour", last, half, hour)
	w.add("last+named", last, yesNo(z.named.end >= z.told.end))
	if t := &z.told; t.end > 0 {
		told := t.tod
		if t.hour >= 0 {
			told = strconv.Itoa(t.hour)
		}
		w.add("told", told, last)
		w.add("told+hour", told, hour)
		w.add("told+set", yesNo(t.set), last)
	}
	w.add("timed", yesNo(e.Timed), written)
	w.add("minutes", yesNo(e.Parts.Minute >= 0), yesNo(e.Parts.Minute%5 == 0), written)
	if next := z.nextHour(); next >= 0 {
		w.add("next hour", partOfHour(next), z.since(e.End, z.found[z.k+1].Start))
	}
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
}

// turn gives an expression its hour of the day.
func (z *resolver) turn(e *expr.Expr, hour int) {
	e.Turned = hour != e.Parts.Hour
	e.Parts.Hour = hour
}
