package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// birthReach is how many bytes before a date the word may stand that makes it one of a birth.
const birthReach = 60

// isBirth reports whether the date at byte offset start is one of a birth: "was born in Bristol on 5 June 1850", "(b. 1850)".
func isBirth(text string, start int) bool {
	if strings.HasSuffix(text[:start], "(b. ") {
		return true
	}
	if !strings.Contains(text[max(0, start-birthReach):start], "born ") { // which is told sooner than where the sentence begins
		return false
	}
	window := prose.SentenceBefore(text, start, birthReach)
	i := prose.LastIndex(window, "born ")
	return i >= 0 && !strings.ContainsAny(window[i:], ";()") && !strings.Contains(window[i:], ", who ")
}

// another reports whether an age is of somebody else than who was born on the date told: the sentence has named another year for it.
func (z *resolver) another(e *expr.Expr) bool {
	if said := e.Start - z.near.end; said < 0 || said >= len(prose.SentenceBefore(z.text, e.Start, sameBreath)) || z.near.date == z.birth {
		return false
	}
	years := z.near.date.Year() - z.birth.Year() - int(e.Amount.Number.Value)
	return years < 0 || years > 1
}

// age gives an age the year in which it was reached, and as its date the two years in which it held.
func (z *resolver) age(e *expr.Expr, t *Timex) {
	years := int(e.Amount.Number.Value)
	from := z.birth.AddYears(years).Truncate(calendar.Year)
	to := from.AddYears(1) // one is of an age in two years of the calendar
	if from.IsZero() || to.IsZero() {
		t.Value = unresolvedUnit["Y"]
		return
	}
	p := expr.Parts{Have: expr.HasYear, Year: from.Year()}
	t.Value = p.Value()
	t.tell(e, &p)
	t.Date = Date{Interval: calendar.Interval{Start: from, End: to}, Precision: calendar.Year, Approximate: true, Basis: Relative, Anchor: z.birth}
	if !z.news { // a life goes on from there: "At the age of twelve she left school. Ten years later"
		z.near = spot{from, e.End}
		z.reach(from, e.End)
	}
}
