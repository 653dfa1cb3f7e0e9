package grammar

import (
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// numericDate reads a date in numbers: 2020-03-11, 3/11/2020, 13.02.2019, 2014-05. Where day and month could be exchanged
// the whole article settles it (order.go).
func numericDate(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleNumeric, Kind: expr.Point, Type: expr.DateType, Ambiguous: l.order == open, Start: l.start, End: l.end})
	e.Parts = expr.Parts{Have: expr.HasYear | expr.HasMonth, Year: l.date[0], Month: l.date[1], Day: l.date[2]}
	if l.order == weekDate {
		e.Parts = expr.Parts{Have: expr.HasYear | expr.HasWeek, Year: l.date[0], Week: l.date[1]}
		return e, i + 1
	}
	if l.date[2] != 0 {
		e.Parts.Have |= expr.HasDay
	}
	if l.date[0] == 0 {
		e.Parts.Have &^= expr.HasYear
	}
	if prev := strings.ToLower(prose.Before(r.text, l.start)); labels.Has(prev) || labelAbbreviated(r.text, l.start) { // invoice 2016-01, acc. no. 1934.11.9
		return r.new(expr.Expr{Kind: expr.Refused}), i + 1
	}
	if impossible(&e.Parts) && !e.Ambiguous {
		return r.new(expr.Expr{Kind: expr.Refused}), i + 1
	}
	if l.clock != (clockTime{}) {
		e.Type = expr.TimeType
		e.Parts.SetClock(l.clock.hour, l.clock.minute, l.clock.second)
		if l.zoned {
			e.Parts.Have, e.Parts.Zone = e.Parts.Have|expr.HasZone, l.zone
		}
		return e, i + 1
	}
	if l.date == [3]int{2001, 9, 11} && l.end-l.start == len("9/11") && daysNames.Has(prose.After(r.text, l.end)) { // the 9/11 commission
		return r.new(expr.Expr{Kind: expr.Refused}), i + 1
	}
	return r.withTime(e, i, i+1)
}
