package timex

import (
	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

// News may tell a story of long ago from head to foot and come back to their own days in between: "Fifty years ago this week the rain began … Mrs Harvey, now 73, said last week … On the Thursday". What the
// story has reached is a candidate of the choices of days, weeks and years, however much was told of now since. (What goes on in the sentences right behind such a date is in background.go.)

// story is what news have told of long ago.
type story struct {
	at   spot // its last date, of a month at least; none where nothing was
	day  spot // its last day
	told int  // how many dates of it have been told
}

// noteStory keeps a date of news that is of long ago.
func (z *resolver) noteStory(e *expr.Expr, t *Timex) {
	if !z.news || t.Date.Start.IsZero() || t.Date.Precision < calendar.Month || e.Aside || t.Date.Start.DaysUntil(z.speech) <= backgroundDays || !z.opensBackground(e) {
		return
	}
	s := &z.story
	s.at = spot{t.Date.Start.Truncate(calendar.Day), e.End}
	if t.Date.Precision >= calendar.Day {
		s.day = s.at
	}
	s.told++
}

// storyEvidence is what news have told of long ago before an expression.
func (z *resolver) storyEvidence(w *evidence, e *expr.Expr) {
	s := &z.story
	if s.told == 0 || z.speech.IsZero() {
		return
	}
	since, around, told := z.before(s.at.end, e.Start), verbNames[z.clause(e).Around()], amounts[min(s.told/2, 2)]
	w.add("story", since, around)
	w.add("story+tense", since, z.tenseName(e), z.mode())
	w.add("story told", told, around)
	w.add("story rule", e.Rule, told)
	w.add("story told+since", told, since)
	w.add("story ago", farApart[daysApart(z.speech, s.at.date)], told)
	w.add("story left", yesNo(s.at.end == z.near.end), since)
}
