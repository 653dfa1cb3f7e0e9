package timex

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// dayEvidence gathers what tells of which day a time of day is.
func (z *resolver) dayEvidence(w *evidence, e *expr.Expr) {
	told, place := z.since(z.day.end, e.Start), placeIn(z.text, e.Start)
	w.add("any")
	w.add("rule", e.Rule)
	w.add("hour", partOf(e))
	w.add("before+hour", strings.ToLower(prose.Before(z.text, e.Start)), partOf(e))
	w.add("place", place)
	w.add("line", yesNo(headsLine(z.text, e.Start)), z.since(z.lined.end, e.Start))
	w.add("place+told", place, told)
	w.add("mode+told", z.mode(), told)
	if !z.speech.IsZero() && z.day.end > 0 {
		far := farApart[daysApart(z.speech, z.day.date)]
		w.add("far", far)
		w.add("far+told", far, told)
		w.add("far+tense", far, z.tenseName(e))
		if day := z.clockDate(); !day.IsZero() {
			w.add("far+clock", farApart[daysApart(z.speech, day)], z.since(z.clockEnd, e.Start))
		}
	}
	z.toldEvidence(w, e)
	z.storyEvidence(w, e)
	z.hourEvidence(w, e)
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
	z.namedEvidence(w, e)
}

// toldEvidence is the tense of an expression's sentence, the kind of text, and how far back the last day was told.
func (z *resolver) toldEvidence(w *evidence, e *expr.Expr) {
	mode, at, around := z.mode(), z.tenseName(e), verbNames[z.clause(e).Around()]
	told := z.since(z.day.end, e.Start)
	w.add("mode", mode)
	w.add("tense", at)
	w.add("verb", around)
	w.add("before", strings.ToLower(prose.Before(z.text, e.Start)))
	w.add("told", told)
	w.add("tense+told", at, told, mode)
	w.add("verb+told", around, told)
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
	z.toldEvidence(w, e)
	z.wordEvidence(w, e)
	z.neighbourEvidence(w, e)
	z.storyEvidence(w, e)
	way := "on"
	if z.asksDay.shift < 0 {
		way = "back"
	} else if z.asksDay.shift == 0 {
		way = "same"
	}
	w.add("way", way, z.mode())
	w.add("way+told", way, z.since(z.day.end, e.Start))
	w.add("way+named", way, z.since(z.named.end, e.Start))
	w.add("way+tense", way, z.tenseName(e))
}
