package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// weekdayLinks stand between weekdays of one list, or of one range where the second must be the later.
var weekdayLinks = map[string]string{"and": "list", "or": "list", ",": "list", ", and": "list", "and on": "list", "or on": "list", "to": "range", "through": "range", "until": "range", "-": "range", "–": "range"}

// completeWeekday finds the day of a weekday alone.
func (z *resolver) completeWeekday(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	day, base := z.dayOfWeekday(e)
	if day.IsZero() {
		return yearless(p), Stated, day
	}
	if !z.news && strings.EqualFold(prose.Before(z.text, e.Start), "since") { // it had been out of order since Tuesday
		e.Aside = true
	}
	z.weekday = spot{day, e.End}
	p.SetDay(day)
	return p, Relative, base
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

// nearestWeekday is the day of a weekday in the week behind the day that the text is of, or the one ahead where that is told; no date where it is of none.
func (z *resolver) nearestWeekday(e *expr.Expr) calendar.Date {
	ref := z.weekdayReference(e)
	if ref.Precision() < calendar.Day {
		return calendar.Date{}
	}
	back := (z.weekdayOf(ref) - e.Parts.Weekday%7 + 7) % 7
	day := ref.AddDays(-back)
	switch prep := strings.ToLower(prose.Before(z.text, len(strings.TrimSuffix(z.text[:e.Start], "the ")))); {
	case theWeekday(e, z.text) && ref != z.speech:
		if back > 1 {
			day = day.AddDays(7)
		}
	case z.news:
		if back > 0 && z.nextOne(e, back) || back == 6 && ofIssue(z.text, e.Start, e.End) {
			day = day.AddDays(7)
		}
	case back > 3, back > 0 && (z.clause(e).At() == tense.Future || tense.Limits.Has(prep)): // by the Saturday
		day = day.AddDays(7)
	}
	return day
}

// headsEntry reports whether an expression begins its line and is set off from what follows, by a mark or as a clock time.
func headsEntry(text string, e *expr.Expr) bool {
	if e.Start > 0 && text[e.Start-1] != '\n' {
		return false
	}
	return e.Parts.Has(expr.HasHour) || prose.AnyOf(strings.HasPrefix, text[e.End:], ",", ":", ".", "\n", " –", " —")
}

// forecastDays is how many days after its issue the entries of a forecast may be of; a programme's go further.
const forecastDays = 7
