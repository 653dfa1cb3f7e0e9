package grammar

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// couple marks neighbours in the text as the ends of a range: "between May 2014 and March 2016", "from 1939 to 1945",
// "1939–1945", "Monday through Friday". They stay two markables, as TIMEX3 wants; the joint interval is found when both are resolved.
func (r *run) couple(found []expr.Expr) {
	for k := 0; k+1 < len(found); k++ {
		a, b := &found[k], &found[k+1]
		if a.Ranged { // with its second end, by its family
			k++
			continue
		}
		if a.Kind != expr.Point || b.Kind != expr.Point || b.Start < a.End || b.Start-a.End > 12 {
			continue
		}
		from := strings.ToLower(prose.Before(r.text, a.Start))
		switch strings.ToLower(strings.TrimSpace(r.text[a.End:b.Start])) {
		case "-", "--", "–", "—", "to", "through", "thru", "until", "till", "to the", "– ", "up to":
			a.Ranged = true
		case "and":
			a.Ranged = from == "between"
		}
		if a.Ranged {
			if sharesHalf(r.text[a.Start:a.End], r.text[b.Start:b.End]) && a.Parts.Hour < 12 && b.Parts.Hour >= a.Parts.Hour+12 { // from 5:30 to 7 p.m., and not: from 9:30 to 5 p.m.
				a.Parts.Hour += 12
			}
			if isEarlier(&b.Parts, &a.Parts) && a.Parts.Hour <= 12 && b.Parts.Hour < 12 && saysNoHalf(r.text[b.Start:b.End]) { // from 10:30 to 1:00 on Saturday
				b.Parts.Hour += 12
			}
			share(a, b)
			b.Weak = false
			k++
		}
	}
}

// sharesHalf reports whether a clock time in figures says nothing of its half of the day, and the second one of a range that it is after noon: "5:30", "7 p.m.".
func sharesHalf(first, second string) bool {
	return first[0] != '0' && strings.Trim(first, figures) == "" && prose.HasPrefixFold(strings.TrimLeft(strings.TrimLeft(second, figures), " "), "p")
}

// figures are what a clock time in figures is written with.
const figures = "0123456789:."

// isEarlier reports whether a clock time is before another of the same day.
func isEarlier(p, than *expr.Parts) bool {
	return p.Has(expr.HasHour) && than.Has(expr.HasHour) && (p.Hour < than.Hour || p.Hour == than.Hour && max(p.Minute, 0) < max(than.Minute, 0))
}

// saysNoHalf reports whether a clock time begins in figures that may be of either half of the day: "1:00 on Saturday".
func saysNoHalf(t string) bool {
	rest := strings.TrimLeft(t, figures)
	if len(rest) == len(t) || t[0] == '0' {
		return false
	}
	rest = strings.ToLower(strings.TrimLeft(rest, " "))
	return !prose.AnyOf(strings.HasPrefix, rest, "a.m", "am", "p.m", "pm", "h")
}

// list gives the members of a list what only the last one names: a year, "summer and autumn of 1943", "January, February and March 1945", or the part of a day that comes
// every week, "Friday and Saturday nights".
func (r *run) list(found []expr.Expr) {
	for k := len(found) - 2; k >= 0; k-- {
		a, b := &found[k], &found[k+1]
		if a.Kind != expr.Point || b.Start < a.End || b.Start-a.End > listReach {
			continue
		}
		if b.Rule == expr.RuleWeekdays && b.Parts.Has(expr.HasTod) && a.Rule == expr.RuleWeekday && a.Parts.Have == expr.HasWeekday && listLinks[strings.TrimSpace(r.text[a.End:b.Start])] {
			a.Rule, a.Kind, a.Type, a.Weak = b.Rule, b.Kind, b.Type, false
			setPart(&a.Parts, b.Parts.Tod)
			continue
		}
		if b.Kind != expr.Point {
			continue
		}
		switch between, have := r.text[a.End:b.Start], a.Parts.Have; {
		case b.Rule == expr.RuleYear && between == " in " && !a.Rel.Set && (have&^expr.HasDay == expr.HasMonth || have == 0 && a.Parts.Holiday != nil): // June in 1981
			share(a, b)
		case b.Rel.Set && b.Rel.Unit == "Y" && b.Parts.Have == expr.HasMonth && have == expr.HasMonth: // in November and December of that year
			if listLinks[strings.ToLower(strings.TrimSpace(between))] {
				share(a, b)
			}
		case b.Rel.Set || !b.Parts.Has(expr.HasYear) || have&^b.Parts.Have != 0:
		case have == expr.HasMonth || have == expr.HasMonth|expr.HasDay || have == expr.HasSeason:
			if listLinks[strings.ToLower(strings.TrimSpace(between))] {
				share(a, b)
			}
		}
	}
}

// listReach is how many bytes may stand between two members of a list.
const listReach = 6

// listLinks stand between the members of a list.
var listLinks = map[string]bool{"and": true, "or": true, ",": true, ", and": true, ", or": true, "and/or": true, "/": true}

// dayBefore is the parts of the day before one, where that is of a date or a weekday: from 10 p.m. to 2 a.m. on 3 May. Without a year the day before the first of a
// month is not known.
func dayBefore(p expr.Parts) (before expr.Parts, ok bool) {
	switch {
	case p.Has(expr.HasDay) && p.Has(expr.HasMonth) && p.Has(expr.HasYear):
		d, err := calendar.OfDay(p.Year, p.Month, p.Day)
		if err != nil {
			return p, false
		}
		p.SetDay(d.AddDays(-1))
		p.Have &^= expr.HasWeekday
		return p, true
	case p.Has(expr.HasDay) && p.Has(expr.HasMonth):
		p.Day--
		p.Have &^= expr.HasWeekday
		return p, p.Day > 0
	case p.Has(expr.HasWeekday) && !p.Has(expr.HasDay):
		p.Weekday = (p.Weekday+5)%7 + 1
		return p, true
	}
	return p, false
}

// share gives the first end of a range the parts that only the second one names: "May to September 1940", "7 May – 9 June 1945", "from 9:00 to
// 11:30 tomorrow".
func share(a, b *expr.Expr) {
	const days = expr.HasYear | expr.HasMonth | expr.HasDay | expr.HasWeekday
	dated := func(e *expr.Expr) bool { return e.Parts.Has(days) || e.Rel.Set || e.Parts.Holiday != nil }
	if a.Parts.Has(expr.HasHour) && b.Parts.Has(expr.HasHour) && !dated(a) && dated(b) {
		p, ok := b.Parts, true
		if a.Parts.Hour > b.Parts.Hour {
			if p, ok = dayBefore(p); !ok {
				return
			}
		}
		p.Hour, p.Minute, p.Second = a.Parts.Hour, a.Parts.Minute, a.Parts.Second
		a.Parts, a.Rel, a.Weak = p, b.Rel, false
		a.Lent |= p.Have & days
		return
	}
	if a.Spoken && a.Parts.Hour < 12 && b.Parts.Has(expr.HasHour) && b.Parts.Hour > a.Parts.Hour+12 { // between nine and ten in the evening
		a.Parts.Hour += 12
	}
	if b.Rel.Set && b.Rel.Unit == "Y" && b.Parts.Have == expr.HasMonth && a.Parts.Have == expr.HasMonth && !a.Rel.Set { // between March and May this year
		a.Rel, a.Weak = b.Rel, false
		return
	}
	if b.Parts.Has(expr.HasYear) && !a.Parts.Has(expr.HasYear|expr.HasDecade|expr.HasCentury) && !a.Rel.Set && a.Parts.Has(expr.HasMonth|expr.HasSeason|expr.HasQuarter) && (!a.Parts.Has(expr.HasWeekday) || a.FitsWeekday(b.Parts.Year)) {
		a.Parts.Year = b.Parts.Year
		a.Parts.Have |= expr.HasYear
		a.Lent |= expr.HasYear
		if a.Parts.Month > b.Parts.Month && b.Parts.Has(expr.HasMonth) { // December to March 1940
			a.Parts.Year--
		}
		a.Weak = false
	}
}
