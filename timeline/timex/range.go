package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// follow gives the second end of a range the year that was found for the first: "26 July – 22 August".
func follow(e *expr.Expr, first *Timex) {
	p := &e.Parts
	from := first.Date.Start
	if e.Kind != expr.Point || e.Rel.Set {
		return
	}
	if p.Have&^expr.HasZone == expr.HasHour && from.Precision() > calendar.Day && !e.Recurs && !strings.Contains(first.Value, "T24") { // between 8 a.m. and 1 p.m.
		day := from.Truncate(calendar.Day)
		switch hour, _, _ := from.Clock(); {
		case p.Hour >= hour:
		default: // from 10 p.m. to 6 a.m.
			day = day.AddDays(1)
		}
		p.SetDay(day)
		e.Lent |= expr.HasYear | expr.HasMonth | expr.HasDay
		e.Completed, e.CompletedFrom = true, first.Date.Anchor
		return
	}
	if !p.Has(expr.HasMonth) || p.Has(expr.HasYear|expr.HasDecade|expr.HasCentury) || first.Date.Basis != Completed || from.Month() == 0 {
		return
	}
	p.Year = from.Year()
	if p.Month < from.Month() { // December to March
		p.Year++
	}
	p.Have |= expr.HasYear
	e.Completed, e.CompletedFrom = true, first.Date.Anchor
}

// rangeBegun is the timex of the first end of the range that the expression at work ends; nil where it ends none, or the first was no timex after all: "from five to 9 p.m."
func (z *resolver) rangeBegun() *Timex {
	if z.k == 0 || z.count == 0 || !z.found[z.k-1].Ranged || z.held().Start < z.found[z.k-1].Start {
		return nil
	}
	return z.held()
}

// joinRange gives two ends of a range their common date.
func (z *resolver) joinRange(a, b *Timex) {
	if a.Date.IsZero() || b.Date.IsZero() {
		return
	}
	i := calendar.Interval{Start: a.Date.Start, End: b.Date.End}
	if i.Start.FirstDay().Compare(i.End.LastDay()) > 0 || i.Start.Precision() > calendar.Day && i.End.Precision() > calendar.Day && i.Start.Compare(i.End) > 0 {
		return
	}
	d := a.Date
	d.Interval, d.Precision = i, max(a.Date.Precision, b.Date.Precision)
	d.Approximate = a.Date.Approximate || b.Date.Approximate
	if a.Date.Basis == Stated {
		d.Basis, d.Anchor = b.Date.Basis, b.Date.Anchor
	}
	start := a.Start
	switch word := prose.Before(z.text, a.Start); word {
	case "between", "from", "Between", "From":
		for start > 0 && z.text[start-1] != word[len(word)-1] {
			start--
		}
		start -= len(word)
	}
	r := &Range{Start: z.plain.Start(start), End: z.plain.End(b.End), Date: d}
	a.Range, b.Range = r, r
}
