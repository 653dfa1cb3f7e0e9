package timex

import (
	"cmp"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// settleOrder decides once for the whole article how its open numeric dates are read: as its unambiguous ones are, else as
// the caller says, else as they lie before the publication, else month first. Where neither of the first two settles it they stay flagged as ambiguous.
func settleOrder(text string, found []expr.Expr, unambiguous [2]int, o DateOrder, published calendar.Date) {
	order, settled := o, o != AutoOrder
	if !settled && dayFirstPast(text, found, published) {
		order = DayFirst
	}
	if unambiguous[0] > 0 && unambiguous[1] == 0 {
		order, settled = MonthFirst, true
	}
	if unambiguous[1] > 0 && unambiguous[0] == 0 {
		order, settled = DayFirst, true
	}
	for k := range found {
		e := &found[k]
		if !e.Ambiguous {
			continue
		}
		if order == DayFirst {
			e.Parts.Month, e.Parts.Day = e.Parts.Day, e.Parts.Month
		}
		e.Ambiguous = !settled && e.Parts.Month != e.Parts.Day
	}
}

// dayFirstPast reports whether open numeric dates lie before the publication only with the day first, as what a text tells of has happened: "11/05/13" in May 2013. It takes two
// such dates, or one that would else lie more than a season ahead; one less far ahead that is told to come shows nothing.
func dayFirstPast(text string, found []expr.Expr, published calendar.Date) bool {
	if published.Precision() < calendar.Day {
		return false
	}
	dayFirst := 0
	for k := range found {
		p := &found[k].Parts
		if !found[k].Ambiguous || !p.Has(expr.HasYear) {
			continue
		}
		first, err := calendar.OfDay(p.Year, p.Month, p.Day)
		second, err2 := calendar.OfDay(p.Year, p.Day, p.Month)
		if err != nil || err2 != nil || first.Compare(published) == second.Compare(published) {
			continue
		}
		weight := 2
		if max(published.DaysUntil(first), published.DaysUntil(second)) <= seasonDays {
			if weight = 1; new(tense.Clause).Set(text, found[k].Start, found[k].End).At() == tense.Future {
				weight = 0
			}
		}
		dayFirst += weight * cmp.Compare(first.Compare(published), second.Compare(published))
	}
	return dayFirst > 1
}

// seasonDays is how many days ahead what a text dates in figures seldom lies.
const seasonDays = 92

// countOrders adds to n the numeric dates that can only be read month first, and only day first.
func countOrders(text string, found []expr.Expr, n [2]int) [2]int {
	for k := range found {
		e := &found[k]
		if e.Rule != expr.RuleNumeric && e.Rule != expr.RuleNumeric+"+clock" || e.Ambiguous || !e.Parts.Has(expr.HasDay) || !prose.IsDigit(text[e.Start]) {
			continue
		}
		first := int(text[e.Start] - '0')
		if prose.IsDigit(text[e.Start+1]) {
			first = first*10 + int(text[e.Start+1]-'0')
			if prose.IsDigit(text[e.Start+2]) {
				continue // year first
			}
		}
		if first == e.Parts.Month && e.Parts.Day > 12 {
			n[0]++
		} else if first == e.Parts.Day && e.Parts.Day > 12 {
			n[1]++
		}
	}
	return n
}
