package timex

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// An almanac and a gardener's calendar go through the year month by month, each told below or behind its name, and mean every year: "JANUARY. Keep the ewes near home."

const (
	fewestMonths = 4 // how many months must head their lines for a text to be an almanac
	longestSkip  = 4 // how many months the next heading may lie ahead
)

// noteAlmanac takes the dates of an almanac for those of every year, from its first month on: a day or "the month" is of the one that heads it. Where a year is named before, the
// months are rather of that.
func (z *resolver) noteAlmanac(found []expr.Expr) {
	first, n, month := 0, 0, 0
	for k := range found {
		e := &found[k]
		switch {
		case n == 0 && e.Parts.Has(expr.HasYear):
			return
		case !headsMonth(z.text, e):
		case n > 0 && (e.Parts.Month-month+12)%12 > longestSkip || e.Parts.Month == month:
			return
		default:
			if n == 0 {
				first = k
			}
			n, month = n+1, e.Parts.Month
		}
	}
	if n < fewestMonths || !z.toldOfNow(found) {
		return
	}
	for k := first; k < len(found); k++ {
		e := &found[k]
		if headsMonth(z.text, e) {
			month = e.Parts.Month
		}
		if e.Kind != expr.Point || e.Parts.Has(expr.HasYear|expr.HasWeekday|expr.HasDecade|expr.HasCentury) || z.toldOfYear(found[:k], e) {
			continue
		}
		ofMonth := e.Rel.Set && e.Rel.Unit == "M1" && e.Rel.N >= -1 && e.Rel.N <= 1 && e.DayOf == 0 // the month, next month
		if ofMonth || !e.Rel.Set && e.Parts.Has(expr.HasDay) && !e.Parts.Has(expr.HasMonth) {
			e.Parts.Month = (month+e.Rel.N+11)%12 + 1
			e.Parts.Have |= expr.HasMonth
			e.Rel = expr.Relation{}
		}
		e.Recurs = !e.Rel.Set
	}
}

// toldOfYear reports whether an expression is told in the past, in a sentence that named a year: "In 1947 we sowed on Lady Day".
func (z *resolver) toldOfYear(before []expr.Expr, e *expr.Expr) bool {
	if z.clause(e).Around() != text.Past {
		return false
	}
	for k := len(before) - 1; k >= 0 && !prose.EndsSentence(z.text[before[k].End:e.Start]); k-- {
		if before[k].Parts.Has(expr.HasYear) {
			return true
		}
	}
	return false
}

// headsMonth reports whether an expression is a month by its name, alone on its line or set off at the head of one: "JUNE. Start mowing", "May and June".
func headsMonth(t string, e *expr.Expr) bool {
	if e.Kind != expr.Point || e.Parts.Have != expr.HasMonth || e.Mod != "" || e.Rel.Set || e.Start > 0 && t[e.Start-1] != '\n' {
		return false
	}
	rest := t[e.End:]
	if rest == "" || prose.AnyOf(strings.HasPrefix, rest, "\n", ". ", ": ") {
		return true
	}
	line, _, _ := strings.Cut(rest[:min(len(rest), len(" and September:"))], "\n")
	return strings.HasPrefix(line, " and ") && len(line) < len(rest) && rest[len(line)] == '\n'
}
