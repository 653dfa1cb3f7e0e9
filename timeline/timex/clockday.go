package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// toldDay is the day of a clock time or part of the day alone, in news: the one just named, or what lies ahead where that is told, else the day that
// the report is of.
func (z *resolver) toldDay(reached calendar.Date, e *expr.Expr) calendar.Date {
	switch {
	case prose.AnyOf(strings.HasSuffix, z.text[:e.Start], "as of ", "Posted at ", "Updated at "), z.diary.timex > 0 && z.ofEntry(e): // how things stand; what else that day brought
		return z.speech
	case e.Start >= z.lastEnd && e.Start-z.lastEnd <= sameBreath && inRelative(z.text, z.lastEnd, z.text[z.lastEnd:e.Start]):
		return z.speech
	case z.pollsOf(e):
		return z.day.date
	case e.Parts.Has(expr.HasHour) && e.Parts.Hour < smallHoursEnd && forTonight(z.text, e.Start):
		return z.speech.AddDays(1)
	case z.nightTold(e):
		if e.Parts.Hour < smallHoursEnd {
			return z.day.date.AddDays(1)
		}
		return z.day.date
	case z.lastNight(e):
		return z.speech
	case z.heardOf(e) && !z.clockGoesOn(e):
		return z.heardDay(e)
	case z.befalls(e):
		return z.mishap.date
	case reached.Precision() >= calendar.Day && z.justNamed(reached, e):
		return reached
	case z.clockGoesOn(e):
		day, _ := calendar.OfDay(z.clock.Year, z.clock.Month, z.clock.Day)
		return day
	case e.Start-z.coming.end <= dayReach && z.coming.end > 0 && z.clause(e).At() == tense.Future:
		return z.comingDay(e)
	case !z.lead.IsZero():
		return z.lead
	case z.day.end > 0 && e.Start > z.day.end && e.Start-z.day.end <= dayReach && z.day.date.DaysUntil(z.speech) > leadDays && z.clause(e).Around() == text.Past: // a report of what happened some time ago
		return z.day.date
	}
	return z.speech
}

// ofEntry reports whether a clock time begins what else the day of an entry brought, or is the end of the meeting that minutes tell of; a letter rather goes on with its story.
func (z *resolver) ofEntry(e *expr.Expr) bool {
	if prose.AnyOf(strings.HasSuffix, z.text[:e.Start], "meeting closed at ", "meeting ended at ", "meeting adjourned at ", "Adjourned at ") {
		return true
	}
	return leads(z.text, e.Start) && !(z.letter() && z.clockGoesOn(e))
}

// forTonight reports whether byte offset at lies in the paragraph that a forecast has for the night to come: "Tonight: Flurries, mainly after 2 a.m."
func forTonight(t string, at int) bool {
	paragraph := t[max(0, at-paragraphReach):at]
	paragraph = paragraph[strings.LastIndexByte(paragraph, '\n')+1:]
	return prose.AnyOf(strings.HasPrefix, paragraph, "Tonight: ", "TONIGHT: ", "Overnight: ")
}

// pollsOf reports whether a clock time is that of a vote which has just been named with its day: "the winner of Saturday's election. Polls opened at 7am".
func (z *resolver) pollsOf(e *expr.Expr) bool {
	said := strings.TrimLeft(z.clause(e).Said(), " ")
	return prose.AnyOf(strings.HasPrefix, said, "Polls opened ", "Polls closed ", "Voting began ", "Voting ended ") && z.day.end > 0 && e.Start > z.day.end && e.Start-z.day.end <= dayReach && z.day.date.Compare(z.speech) <= 0
}

// nightTold reports whether a clock time of the past goes on from the night or evening of a day told right before, in its paragraph or, at the head of a sentence, below: "taken on the night of Feb. 18. An alarm
// rang at 3:12 a.m."
func (z *resolver) nightTold(e *expr.Expr) bool {
	t := &z.told
	if t.end == 0 || t.end != z.day.end || t.hour >= 0 || t.tod != "NI" && t.tod != "EV" || e.Start < t.end {
		return false
	}
	goesOn := leads(z.text, e.Start) && e.Start-t.end <= dayReach/2 && z.day.date.Compare(z.speech) < 0
	if !goesOn && (e.Start-t.end > sameBreath || !z.sameParagraph(t.end, e.Start)) {
		return false
	}
	if part := prose.Before(z.text, t.end); loose.HasFold(prose.Before(z.text, t.end-len(part))) { // during the night, last night: of which day the small hours are is told otherwise
		return false
	}
	late := e.Parts.Has(expr.HasHour) && (e.Parts.Hour >= eveningStart || e.Parts.Hour < smallHoursEnd)
	if !late || z.day.date.Compare(z.speech) > 0 && !leads(z.text, e.Start) {
		return false
	}
	return z.clause(e).Around() == text.Past
}

// lastNight reports whether a clock time is one of the small hours of the night before the day of writing, told right before: "Last night I peeled it back. I stayed up until
// 2 a.m."
func (z *resolver) lastNight(e *expr.Expr) bool {
	t := &z.told
	if t.end == 0 || t.end > e.Start || e.Start-t.end > sameBreath || t.end != z.day.end || !e.Parts.Has(expr.HasHour) || e.Parts.Hour >= smallHoursEnd || !saysMorning(z.text[e.Start:e.End]) {
		return false
	}
	night := len("last night")
	return t.end >= night && strings.EqualFold(z.text[t.end-night:t.end], "last night")
}

// loose stand before a night or an evening that does not name its day.
var loose = wordlist.SetOf("the last that")

// comingDay is the day of a clock time that is to come, behind a day that is: that day, if the same paragraph named it or the clause is one of its programme ("polls open
// at 7"), else the day of the report, or the morning behind it.
func (z *resolver) comingDay(e *expr.Expr) calendar.Date {
	switch {
	case e.Start < z.coming.end || !strings.Contains(z.text[z.coming.end:e.Start], "\n"), z.clause(e).Around() == text.Pres, z.clause(e).Scheduled():
		return z.coming.date
	case e.Parts.Has(expr.HasHour) && e.Parts.Hour < smallHoursEnd:
		return z.speech.AddDays(1)
	}
	return z.speech
}

// clockGoesOn reports whether the day of the last clock time goes on where an expression begins: its paragraph has named no other since, and the day is none to come.
func (z *resolver) clockGoesOn(e *expr.Expr) bool {
	if z.clockEnd == 0 || z.clockEnd > e.Start || z.day.end > z.clockEnd || strings.IndexByte(z.text[z.clockEnd:e.Start], '\n') >= 0 {
		return false
	}
	if inRelative(z.text, z.clockEnd, z.text[z.clockEnd:e.Start]) {
		return false
	}
	day, _ := calendar.OfDay(z.clock.Year, z.clock.Month, z.clock.Day)
	return day.Compare(z.speech) <= 0
}

// justNamed reports whether the day reached has just been named where an expression begins, is none of long ago, and none ahead unless that is told.
func (z *resolver) justNamed(reached calendar.Date, e *expr.Expr) bool {
	if e.Start < z.lastEnd || e.Start-z.lastEnd > sameBreath || reached.Year() <= z.speech.Year()-2 {
		return false
	}
	between := z.text[z.lastEnd:e.Start]
	if len(between) <= len(" between ") && strings.HasPrefix(between, " ") { // on Thursday between 8 a.m. and noon
		return true
	}
	if reached.Compare(z.speech) > 0 && !z.speech.IsZero() && z.clause(e).At() == tense.Past {
		return false
	}
	if z.lastRelative && strings.Count(between, "\"") == 1 && strings.Contains(between, ",\" ") { // "the time to go was yesterday," the mayor said at a 10 a.m. briefing
		return false
	}
	if !z.lead.IsZero() { // a new paragraph is rather of the day that the report is of, and a new sentence so if the day named lies before that
		if z.crosses(e, between, reached) && !z.weeksAgo(e, between, reached) && reached != z.lead {
			return false
		}
	}
	return z.lastEnd >= z.coming.end || z.clause(e).At() != tense.Future
}

// crosses reports whether a clock time is in another paragraph than the day named last, or in another sentence than one before the day that the report is of, as that goes on to
// it; and not where the text goes from day to day: "On Saturday it blew hard. In the afternoon we walked".
func (z *resolver) crosses(e *expr.Expr, between string, reached calendar.Date) bool {
	if strings.Contains(between, "\n") {
		return true
	}
	goesOn := z.dayLeads && z.clause(e).Around() != text.Pres
	return reached.Compare(z.lead) < 0 && prose.EndsSentence(between) && !goesOn
}

// weeksAgo reports whether a paragraph tells the story of a day weeks before the report, or days before where something was done on it, stated and not told as past already: "protests grew on January 20 … Witnesses said that at
// about 4 p.m."
func (z *resolver) weeksAgo(e *expr.Expr, between string, reached calendar.Date) bool {
	words := z.text[max(0, z.lastEnd-len(" on September 23")):z.lastEnd]
	_, weekday, last := strings.Cut(words, " last ")
	last = last && prose.IsName(weekday) // the storm broke last Wednesday. The bank raised its rate at 11 a.m.
	if z.speech.IsZero() || z.diary.timex != 0 || z.lastRelative && !last || strings.Contains(between, "\n") {
		return false
	}
	if days := reached.DaysUntil(z.lead); days <= daysTold || days <= leadDays && !last && !strings.Contains(words, " on ") { // and not: since the collapse of Oct. 19
		return false
	}
	return !pluperfect(prose.ClauseBefore(z.text, z.lastEnd)) && z.clause(e).Around() == text.Past
}

// daysTold is how many days before that of the report a day may be that a paragraph names in passing.
const daysTold = 2

// inRelative reports whether the day that ends at byte offset at closes a relative clause, between which and a clock time its main clause goes on: "the index,
// which plunged Monday, was up by 2 p.m."
func inRelative(t string, at int, between string) bool {
	if !strings.HasPrefix(between, ", ") || prose.EndsSentence(between) {
		return false
	}
	sentence := prose.SentenceBefore(t, at, prose.SentenceReach)
	if strings.Contains(sentence, ", which ") || strings.Contains(sentence, ", who ") {
		return true
	}
	i := prose.LastIndex(sentence, ", ")                 // the rebel, sworn in as president last Wednesday, appeared
	if i >= 0 && begun.Has(prose.After(sentence, i+1)) { // the fire, started by lightning on January 11, hit the town just before 6pm
		return false
	}
	return i >= 0 && text.IsParticiple(prose.After(sentence, i+1)) && text.IsPast(prose.After(between, 1))
}

// begun are participles of what goes on at once.
var begun = wordlist.SetOf("started sparked ignited lit begun triggered")

// pastMidnight reports whether a clock time is one of the small hours after the evening or night of a day: "a curfew from 11 p.m. to 5 a.m.", "at 11:40 p.m. they
// left; at 1 a.m. they were found".
func (z *resolver) pastMidnight(e *expr.Expr, day calendar.Date) bool {
	c := &z.clock
	if !e.Parts.Has(expr.HasHour) || z.clockEnd == 0 || e.Start-z.clockEnd > clockReach {
		return false
	}
	if between := z.text[min(z.clockEnd, e.Start):e.Start]; e.Parts.Hour < 12 && e.Parts.Hour < c.Hour && c.Hour >= lateStart && c.Hour < 24 && (between == " to " || between == " until " || between == " and ") && saysMorning(z.text[e.Start:e.End]) { // from 7 p.m. until 7 a.m.
		return c.Year == day.Year() && c.Month == day.Month() && c.Day == day.Day()
	}
	if e.Parts.Hour >= smallHoursEnd {
		return false
	}
	late := c.Hour >= eveningStart || c.Hour >= lateStart && saysMorning(z.text[e.Start:e.End])
	return late && c.Year == day.Year() && c.Month == day.Month() && c.Day == day.Day()
}

// nextDawn reports whether a dawn, or in a narrative a clock time before noon, is the one behind the evening or night told before, after which no other day was named: "the line held in
// the night of 28 October until daybreak", "that evening they prayed. At about 1:30 a.m. the first went forward".
func (z *resolver) nextDawn(e *expr.Expr) bool {
	said := strings.ToLower(z.text[e.Start:e.End])
	if clock := !z.news && e.Parts.Has(expr.HasHour) && e.Parts.Hour < 12 && (saysMorning(said) || strings.Contains(said, " in the morning")); !clock && !(e.Parts.Tod == "MO" && (prose.Dawns.Has(said) || !z.news && said == "the morning" && z.told.tod == "NI" && leads(z.text, e.Start))) {
		return false
	}
	t := &z.told
	return t.end > 0 && !t.set && t.end <= e.Start && e.Start-t.end <= clockReach && z.day.end <= t.end && (t.tod == "NI" || t.tod == "EV" || t.hour >= eveningStart)
}

// saysMorning reports whether a clock time is written as one before noon.
func saysMorning(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "a.m") || strings.HasSuffix(s, "am")
}

const (
	smallHoursEnd = 6  // the hour of the clock before which it is still night
	eveningStart  = 18 // the hour at which the evening begins
	lateStart     = 15 // the hour behind which one before smallHoursEnd is of the next day, where it says that it is one of the morning
)

// leadDays is how many days before its publication the day may be that news are of.
const leadDays = 7

// dayBehind gives a clock time the day that its sentence names a little later: "8:02 a.m. (0002 GMT) on Saturday", "10:35 a.m. (0735 GMT) Friday", "5 a.m. Oslo time on May 3".
func (z *resolver) dayBehind(e *expr.Expr, next []expr.Expr) {
	for k := range next[:min(2, len(next))] {
		f := &next[k]
		if f.Kind != expr.Point || !f.IsDay() || f.Second != nil || f.Rule == expr.RuleNthDay {
			continue
		}
		if linksDay(z.text[e.End:max(e.End, f.Start)]) {
			e.JoinDay(f)
			e.Rule = expr.RuleClock
			if f.Rel.Set && f.Rel.From == expr.Narrative { // 11 a.m. Helsinki time the following day, to which the hour has led already
				f.Rel.N = 0
			}
		}
		return
	}
}

// linksDay reports whether what stands between a clock time and a day makes the day its own.
func linksDay(between string) bool {
	if place, ok := strings.CutPrefix(between, ", "); ok { // 5:00 p.m., New York City time, on April 12
		place, ok = strings.CutSuffix(place, " time, on ")
		return ok && strings.Count(place, " ") <= 2
	}
	if len(between) >= 40 || strings.IndexByte(between, ',') >= 0 || strings.HasPrefix(between, ": ") || strings.Contains(between, ". ") || strings.Contains(between, " and ") {
		return false
	}
	if strings.HasPrefix(between, " on a ") && strings.Count(between, " ") == 4 { // on a snowy Friday
		return true
	}
	if city, ok := strings.CutSuffix(between, " time "); ok && strings.Count(city, " ") <= 2 { // 1:18 p.m. Moscow time Wednesday
		return true
	}
	return strings.HasSuffix(between, " on ") || strings.HasPrefix(between, " (") && strings.HasSuffix(between, ") ")
}
