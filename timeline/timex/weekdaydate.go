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

// weekdayLinks stand between weekdays of one list, or of one range where the second must be the later.
var weekdayLinks = map[string]string{"and": "list", "or": "list", ",": "list", ", and": "list", "and on": "list", "or on": "list", "to": "range", "through": "range", "until": "range", "-": "range", "–": "range"}

// listedWeekday finds the day of a weekday that follows another in a list or range: "Friday and Saturday".
func (z *resolver) listedWeekday(e *expr.Expr, weekday int) (d calendar.Date, ok bool) {
	if z.weekday.date.IsZero() || e.Start < z.weekday.end || e.Start-z.weekday.end > 12 {
		return d, false
	}
	link := weekdayLinks[strings.TrimSpace(z.text[z.weekday.end:e.Start])]
	if link == "" || tense.Modals.Has(prose.After(z.text, e.End)) { // it was hot on Monday, and Saturday will be worse
		return d, false
	}
	on := z.daysTo(z.weekday.date, weekday)
	if link == "list" && on > 3 && !e.Ranged && !z.betweenDays(e.Start) { // "Friday and Thursday"
		on -= 7
	}
	return z.weekday.date.AddDays(on), true
}

// betweenDays reports whether the weekday before byte offset at stands behind "between": "between Wednesday and Sunday".
func (z *resolver) betweenDays(at int) bool {
	return strings.Contains(prose.SentenceBefore(z.text, at, len(" between Wednesday and ")), "etween ")
}

// statedAhead is the stated day of its sentence that lies ahead of the publication, and from which a weekday goes on; no date where there is none.
func (z *resolver) statedAhead(e *expr.Expr) calendar.Date {
	if !z.news || z.last.Precision() < calendar.Day || z.lastRelative || e.Start < z.lastEnd || e.Start-z.lastEnd > sameBreath || z.clause(e).At() == tense.Past {
		return calendar.Date{}
	}
	between := z.text[z.lastEnd:e.Start]
	if inRelative(z.text, z.lastEnd, between) { // which were to close on June 11, will stay shut until Wednesday
		return calendar.Date{}
	}
	if next := prose.After(z.text, z.lastEnd); next != "" && z.text[z.lastEnd] == ' ' && !prose.IsName(next) && !prose.AfterDay.HasFold(next) { // tickets for the Memorial Day game go on sale Wednesday
		return calendar.Date{}
	}
	if z.speech.DaysUntil(z.last) <= 7 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return calendar.Date{}
	}
	return z.last
}

// weekdayRules find the day of a weekday alone and the date that it is counted from, no dates where they do not hold. ref is the day that the text is of. They are asked in
// this order; the first that finds a day has it, and nearestWeekday where none does.
var weekdayRules = [...]func(z *resolver, e *expr.Expr, ref calendar.Date) (day, from calendar.Date){
	(*resolver).forecastDay, // before listedDay: a forecast's list goes on from its issue
	(*resolver).listedDay,
	(*resolver).dayOfWeekNamed,
	(*resolver).dayOfEntry,
	(*resolver).dayBehindAhead,
	(*resolver).dayPromised,
	(*resolver).dayOfEvent,
	(*resolver).dayListed,
	(*resolver).nearestWeekday,
}

// completeWeekday finds the day of a weekday alone.
func (z *resolver) completeWeekday(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	if (theWeekday(e, z.text) || strings.HasSuffix(z.text[:e.Start], " the ")) && z.heardOf(e) { // on the Saturday, on the Sunday morning
		day := nearestTo(z.hearing.day.date, e.Parts.Weekday)
		z.weekday = spot{day, e.End}
		p.SetDay(day)
		return p, Relative, z.hearing.day.date
	}
	ref := z.weekdayReference(e)
	if ref.Precision() < calendar.Day {
		return p, Relative, calendar.Date{}
	}
	for _, rule := range weekdayRules {
		if day, from := rule(z, e, ref); !day.IsZero() {
			z.weekday = spot{day, e.End}
			p.SetDay(day)
			return p, Relative, from
		}
	}
	return p, Relative, calendar.Date{}
}

// weekdayReference is the day that a weekday alone is looked for around: the day of writing, in a narrative the one it has reached.
func (z *resolver) weekdayReference(e *expr.Expr) calendar.Date {
	ref := z.speech
	if !z.news && (z.speech.IsZero() || z.background.in || z.clause(e).At() != tense.Future) { // and not: a service will be held on Saturday, of the time of writing
		if ref = z.last; ref.Precision() < calendar.Day {
			ref = z.dayAnchor(expr.Narrative, e.Start)
		}
	}
	if z.ofStory(e) && ref.Precision() >= calendar.Day {
		return z.day.date
	}
	return ref
}

// ofStory reports whether a weekday of news is one of the story that a day close before is of: "on the Monday".
func (z *resolver) ofStory(e *expr.Expr) bool {
	return z.news && theWeekday(e, z.text) && !z.day.date.IsZero() && e.Start > z.day.end && e.Start-z.day.end <= dayReach
}

// daysTo is how many days it is from a day to the next one that is a weekday, 0 to 6, by the calendar of the text.
func (z *resolver) daysTo(d calendar.Date, weekday int) int {
	return (weekday%7 - z.weekdayOf(d) + 7) % 7
}

// forecastDay is the day of an entry of a forecast, whose days are ahead of its issue.
func (z *resolver) forecastDay(e *expr.Expr, ref calendar.Date) (day, from calendar.Date) {
	issued := z.diary.speech
	if z.diary.timex == 0 || issued.IsZero() || ref.Compare(issued) <= 0 || issued.DaysUntil(ref) > forecastDays {
		return day, from
	}
	return issued.AddDays(z.daysTo(issued, e.Parts.Weekday)), issued
}

// listedDay is the day of a weekday that follows another in a list or range: "Friday and Saturday".
func (z *resolver) listedDay(e *expr.Expr, ref calendar.Date) (day, from calendar.Date) {
	if next, ok := z.listedWeekday(e, e.Parts.Weekday); ok {
		return next, ref
	}
	if z.near.end == z.day.end && z.near.end > 0 && z.near.end < e.Start && e.Start-z.near.end <= longestLink && weekdayLinks[strings.TrimSpace(z.text[z.near.end:e.Start])] != "" && comingDays.HasFold(prose.Before(z.text, z.near.end)) { // today and Friday, from tomorrow to Sunday
		return z.near.date.AddDays(z.daysTo(z.near.date, e.Parts.Weekday)), z.near.date
	}
	return day, from
}

// comingDays are those behind which a weekday of a list is the next one.
var comingDays = wordlist.SetOf("today tonight tomorrow")

// dayOfWeekNamed is the day of a weekday of the week just named: "next week on Monday".
func (z *resolver) dayOfWeekNamed(e *expr.Expr, ref calendar.Date) (day, from calendar.Date) {
	if !z.ofWeekNamed(e) {
		return day, from
	}
	return calendar.WeekStart(z.near.date.ISOWeek()).AddDays(e.Parts.Weekday - 1), ref
}

// dayOfEntry is the day of a weekday that heads the entry of a log, behind the entry before: "Monday, Sept. 8, 7:52 a.m. … Tuesday, 3:15 p.m."
func (z *resolver) dayOfEntry(e *expr.Expr, _ calendar.Date) (day, from calendar.Date) {
	if !headsEntry(z.text, e) || z.line.date.IsZero() || e.Start-z.line.end > lineReach {
		return day, from
	}
	return z.line.date.AddDays(z.daysTo(z.line.date, e.Parts.Weekday)), z.line.date
}

// dayBehindAhead is the day of a weekday behind a stated one that lies ahead: "from Thursday, Oct. 14, until Saturday".
func (z *resolver) dayBehindAhead(e *expr.Expr, _ calendar.Date) (day, from calendar.Date) {
	ahead := z.statedAhead(e)
	if ahead.IsZero() {
		return day, from
	}
	return ahead.AddDays(z.daysTo(ahead, e.Parts.Weekday)), ahead
}

// dayPromised is the day of a weekday of which it was told on a day before: "announced Friday that its troops would begin pulling out Sunday".
func (z *resolver) dayPromised(e *expr.Expr, _ calendar.Date) (day, from calendar.Date) {
	told := z.toldOfAhead(e)
	if told.IsZero() {
		return day, from
	}
	next := told.AddDays(1)
	return next.AddDays(z.daysTo(next, e.Parts.Weekday)), told
}

// dayOfEvent is the day of a weekday of what the news announce.
func (z *resolver) dayOfEvent(e *expr.Expr, ref calendar.Date) (day, from calendar.Date) {
	d := z.event.on(e.Parts.Weekday)
	if !z.announces() || d.IsZero() || z.clause(e).At() == tense.Past {
		return day, from
	}
	return d, ref
}

// nearestWeekday is the day of a weekday in the week behind ref, or the one ahead where that is told.
func (z *resolver) nearestWeekday(e *expr.Expr, ref calendar.Date) (day, from calendar.Date) {
	back := (z.weekdayOf(ref) - e.Parts.Weekday%7 + 7) % 7
	day = ref.AddDays(-back)
	switch prep := strings.ToLower(prose.Before(z.text, len(strings.TrimSuffix(z.text[:e.Start], "the ")))); {
	case theWeekday(e, z.text) && ref != z.speech:
		if back > 1 {
			day = day.AddDays(7)
		}
	case z.news:
		if back > 0 && z.nextOne(e, back) || back == 6 && ofIssue(z.text, e.Start, e.End) {
			day = day.AddDays(7)
		}
	case strings.EqualFold(prose.Before(z.text, e.Start), "since"): // it had been out of order since Tuesday
		if e.Aside = true; back == 0 {
			day = day.AddDays(-7)
		}
	case back > 3, back > 0 && (z.clause(e).At() == tense.Future || tense.Limits.Has(prep)): // by the Saturday
		day = day.AddDays(7)
	}
	return day, ref
}

// headsEntry reports whether an expression begins its line and is set off from what follows, by a mark or as a clock time.
func headsEntry(text string, e *expr.Expr) bool {
	if e.Start > 0 && text[e.Start-1] != '\n' {
		return false
	}
	return e.Parts.Has(expr.HasHour) || prose.AnyOf(strings.HasPrefix, text[e.End:], ",", ":", ".", "\n", " –", " —")
}

// lineReach is how many bytes behind the last line that a day began the next one may begin.
const lineReach = 1200

// noteLine notes the day of news that begins a line, as one of a log or a programme does: a full one, or a weekday behind such a line.
func (z *resolver) noteLine(e *expr.Expr, day calendar.Date) {
	if !headsEntry(z.text, e) || e.Kind != expr.Point || day.Precision() < calendar.Day || e.Rel.Set || !e.Parts.Has(expr.HasWeekday) {
		return
	}
	if e.Parts.Has(expr.HasDay) || !z.line.date.IsZero() && e.Start-z.line.end <= lineReach {
		z.line = spot{day.Truncate(calendar.Day), e.End}
	}
}

// toldOfAhead is the past day of a sentence of news on which it was told what would be on a weekday: "announced Friday that its troops would begin pulling out Sunday"; no
// date where there is none.
func (z *resolver) toldOfAhead(e *expr.Expr) calendar.Date {
	for _, told := range [...]spot{z.promised, z.day} {
		if !z.news || told.date.IsZero() || told.end > e.Start || e.Start-told.end > sameBreath || told.date.Compare(z.speech) >= 0 || z.nearUnit == calendar.Week && z.near.end == told.end {
			continue
		}
		if between := z.text[told.end:e.Start]; strings.Contains(between, " would ") && !strings.ContainsAny(between, ";?!\n") && !prose.EndsSentence(between) {
			z.promised = told
			return told.date
		}
	}
	return calendar.Date{}
}

// ofWeekNamed reports whether a weekday is one of the week just named: "next week on Monday", "hold launches next week: one on Monday".
func (z *resolver) ofWeekNamed(e *expr.Expr) bool {
	if z.nearUnit != calendar.Week || z.near.end > e.Start {
		return false
	}
	between := z.text[z.near.end:e.Start]
	if between == " on " || between == " " {
		return true
	}
	coming := z.near.date.Compare(z.speech) > 0 || calendar.WeekStart(z.near.date.ISOWeek()) == calendar.WeekStart(z.speech.ISOWeek()) && text.TenseAround(z.text, z.near.end-len("week"), z.near.end) != text.Past // two rivals report this week: one on Thursday
	return coming && strings.HasPrefix(between, ":") && len(between) < nextSentence && !prose.EndsSentence(between)
}

// forecastDays is how many days after its issue the entries of a forecast may be of; a programme's go further.
const forecastDays = 7
