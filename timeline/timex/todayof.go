package timex

import (
	_ "embed"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/prose"
)

// "Today" is the day of writing, or these days at large: "Today the mill is a museum". Which, where that day is known, a log-linear model chooses by what stands around.

//go:embed todayof.txt
var todayWeights string

// whichToday asks for what "today" means.
var whichToday = newQuestion("todayof.txt", todayWeights, todayTraits[:], (*resolver).todayEvidence)

// What "today" may be.
const (
	theDay   = iota // the day of writing
	nowadays        // these days
	todays
)

// todayTraits are the names of the traits in the file of weights.
var todayTraits = [todays]string{theDay: "day", nowadays: "nowadays"}

// isNowadays chooses whether "today" means these days.
func (z *resolver) isNowadays(e *expr.Expr) bool {
	traits := [todays]maxent.Traits{1 << theDay, 1 << nowadays}
	return z.decide(&choice{question: whichToday, e: e, traits: traits[:]}) == nowadays
}

// todayEvidence gathers what tells what "today" means: what a simple rule says, the words around, and how long ago it is of which the text has just told.
func (z *resolver) todayEvidence(w *evidence, e *expr.Expr) {
	mode, around, place := z.mode(), verbNames[z.clause(e).Around()], placeIn(z.text, e.Start)
	rule := yesNo(z.contrasts(e))
	prev, next := strings.ToLower(prose.Before(z.text, e.Start)), prose.After(z.text, e.End)
	mark := "end"
	if e.End < len(z.text) {
		mark = link(z.text[e.End : e.End+1])
	}
	w.add("any")
	w.add("rule", rule)
	w.add("rule+verb", rule, around)
	w.add("rule+place", rule, place)
	w.add("mode", mode, around)
	w.add("tense", z.tenseName(e), mode)
	w.add("place+verb", place, around)
	w.add("place+mode", place, mode)
	w.add("before", prev)
	w.add("before+verb", prev, around)
	w.add("next+place", next, place)
	w.add("mark", mark, place)
	w.add("mark+verb", mark, around)
	w.add("quoted", yesNo(inQuotation(z.text, e.Start)), around)
	w.add("head", yesNo(e.Start < genreHead/4), mode)
	far := "none"
	if z.near.end > 0 && z.near.date.Precision() >= calendar.Year {
		far = farApart[daysApart(z.speech.Truncate(calendar.Day), z.near.date.FirstDay())]
	}
	since := z.since(z.near.end, e.Start)
	w.add("far", far, since)
	w.add("far+verb", far, around)
	w.add("far+place", far, place)
	w.add("far+since+verb", far, since, around)
	w.add("once", yesNo(z.toldOnce(z.text[:e.Start], e.Start)), place)
	z.wordEvidence(w, e)
}

// inQuotation reports whether byte offset at lies in a quotation of its paragraph.
func inQuotation(t string, at int) bool {
	said := t[max(0, at-paragraphReach):at]
	if i := strings.LastIndexByte(said, '\n'); i >= 0 {
		said = said[i:]
	}
	return strings.Count(said, "\"")%2 == 1 || strings.LastIndex(said, "“") > strings.LastIndex(said, "”")
}
