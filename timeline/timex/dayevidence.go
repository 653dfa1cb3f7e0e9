package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// dayEvidence gathers what tells of which day a time of day is: the words and the tense of its sentence, how far back the days told and the last clock time stand, in what kind of text, and
// what the expressions beside it are.
func (z *resolver) dayEvidence(w *evidence, e *expr.Expr) {
	clause := z.clause(e)
	mode, at, around := z.mode(), tenseNames[clause.At()-tense.Happened], verbNames[clause.Around()]
	told, clock := z.since(z.day.end, e.Start), z.since(z.clockEnd, e.Start)
	place := placeIn(z.text, e.Start)
	prep := strings.ToLower(prose.Before(z.text, e.Start))

	w.add("any")
	w.add("mode", mode)
	w.add("tense", at)
	w.add("verb", around)
	w.add("rule", e.Rule)
	w.add("place", place)
	w.add("before", prep)
	w.add("hour", partOf(e))
	w.add("told", told)
	w.add("tense+told", at, told, mode)
	w.add("verb+told", around, told)
	w.add("place+told", place, told)
	w.add("mode+told", mode, told)
	if !z.speech.IsZero() && z.day.end > 0 {
		far := farApart[daysApart(z.speech, z.day.date)]
		w.add("far", far)
		w.add("far+told", far, told)
		w.add("far+tense", far, at)
		if z.clockEnd > 0 {
			day, _ := calendar.OfDay(z.clock.Year, z.clock.Month, z.clock.Day)
			w.add("far+clock", farApart[daysApart(z.speech, day)], clock)
		}
	}
	z.hourEvidence(w, e)
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
	z.namedEvidence(w, e)
}

// namedEvidence is how the day named last was named.
func (z *resolver) namedEvidence(w *evidence, e *expr.Expr) {
	d := &z.named
	if d.end == 0 {
		w.add("named", "none")
		return
	}
	since, place := z.since(d.end, e.Start), placeIn(z.text, d.start)
	w.add("named", since)
	w.add("named+verb", since, verbNames[z.clause(e).Around()])
	w.add("named rule", d.rule, place)
	w.add("named rule+since", d.rule, since)
	w.add("named place", place, since)
	w.add("named before", strings.ToLower(prose.Before(z.text, d.start)))
	w.add("named behind", strings.ToLower(prose.After(z.text, d.end)))
	w.add("named verb", verbNames[text.TenseAround(z.text, d.start, d.end)])
	w.add("named line", yesNo(d.end == len(z.text) || z.text[d.end] == '\n'))
	if t := &z.told; t.end > 0 && t.end <= e.Start {
		w.add("named+last", yesNo(d.end >= t.end), partOf(e), since)
	}
}

// anchorEvidence gathers what tells from which day an expression counts its days.
func (z *resolver) anchorEvidence(w *evidence, e *expr.Expr) {
	z.dayEvidence(w, e)
	way := "on"
	if z.asksDay.shift < 0 {
		way = "back"
	} else if z.asksDay.shift == 0 {
		way = "same"
	}
	w.add("way", way, z.mode())
	w.add("way+told", way, z.since(z.day.end, e.Start))
	w.add("way+named", way, z.since(z.named.end, e.Start))
	w.add("way+tense", way, tenseNames[z.clause(e).At()-tense.Happened])
}
