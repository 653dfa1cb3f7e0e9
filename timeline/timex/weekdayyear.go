package timex

import (
	"slices"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/tense"
)

// completeFromWeekdays finds the year of dates that a text without a publication date gives only with a weekday: "Monday, June 16".
// It is the year in which the weekday fits, nearest the full dates that the text gives, else the latest not after Options.Today.
// A date without weekday after such a one follows it, because it has become the narrative's date.
func (z *resolver) completeFromWeekdays(found []expr.Expr) {
	stated := calendar.Date{}
	for k := range found {
		if e := &found[k]; k+1 < len(found) && e.Kind == expr.Point && e.Parts.Have == expr.HasMonth|expr.HasDay && found[k+1].Rule == expr.RuleAWeekday && z.text[e.End:max(e.End, found[k+1].Start)] == " was " { // 4 September was a Monday
			e.Parts.Weekday, e.Parts.Have = found[k+1].Parts.Weekday, e.Parts.Have|expr.HasWeekday
		}
		if p := &found[k].Parts; found[k].Kind == expr.Point && p.Has(expr.HasYear) && p.Has(expr.HasMonth) && !found[k].Rel.Set {
			stated, _ = calendar.OfMonth(p.Year, p.Month)
		}
	}
	var near []int // years of the stated dates before, the last one first
	for k := range found {
		e := &found[k]
		p := &e.Parts
		if year, is := yearStated(e); is && (len(near) == 0 || near[0] != year) {
			near = slices.DeleteFunc(near, func(y int) bool { return y == year })
			near = append([]int{year}, near[:min(len(near), yearsKept-1)]...)
		}
		if e.Kind != expr.Point || !p.Has(expr.HasWeekday) || !p.Has(expr.HasDay) || !p.Has(expr.HasMonth) || p.Has(expr.HasYear) || e.Rel.Set {
			continue
		}
		if !z.news && slices.ContainsFunc(near, func(y int) bool { return e.FitsWeekday(y) || e.FitsWeekday(y+1) }) {
			continue // chart.go finds it among the narrative's dates
		}
		y, anchor := z.weekdayYear(e, stated, near)
		if y == 0 {
			continue
		}
		p.Year = y
		p.Have |= expr.HasYear
		e.Completed, e.CompletedFrom = true, anchor
		if z.speech.IsZero() && z.last.IsZero() && stated.IsZero() {
			z.last, _ = calendar.OfDay(y, p.Month, p.Day)
			z.lastEnd = 0
		}
	}
}

// yearStated is the year of an expression that is stated with one, or counted from a day that is: "Easter week of 1916".
func yearStated(e *expr.Expr) (year int, stated bool) {
	if stated, _ = dated(e); stated {
		return e.Parts.Year, true
	}
	if e.Base == nil {
		return 0, false
	}
	stated, _ = dated(e.Base)
	return e.Base.Parts.Year, stated
}

// yearsKept is how many years told before a day are looked at for one in which it has its weekday.
const yearsKept = 8

// noteCalendar finds out from a full date with its weekday by which calendar the weekdays of a text go.
func (z *resolver) noteCalendar(p *expr.Parts) {
	const full = expr.HasYear | expr.HasMonth | expr.HasDay | expr.HasWeekday
	if p.Have&full != full {
		return
	}
	if d, err := calendar.OfDay(p.Year, p.Month, p.Day); err == nil {
		z.julian = int(d.Weekday()) != p.Weekday%7 && p.Year <= expr.LastJulian && int(expr.Julian(d).Weekday()) == p.Weekday%7
	}
}

// weekdayOf is the weekday of a day by the calendar of the text, 0 for Sunday.
func (z *resolver) weekdayOf(d calendar.Date) int {
	if z.julian {
		d = expr.Julian(d)
	}
	return int(d.Weekday())
}

// weekdayYear is the year in which the expression's day has its weekday; 0 where nothing says which of several. told are the years stated before it.
func (z *resolver) weekdayYear(e *expr.Expr, stated calendar.Date, told []int) (int, calendar.Date) {
	switch {
	case !z.speech.IsZero():
		return z.weekdayYearOfNews(e, told), z.speech
	case !stated.IsZero():
		for n := range 12 {
			if e.FitsWeekday(stated.Year() + n) {
				return stated.Year() + n, stated
			}
			if e.FitsWeekday(stated.Year() - n) {
				return stated.Year() - n, stated
			}
		}
	case !z.o.Today.IsZero():
		for y := z.o.Today.Year(); y > z.o.Today.Year()-12; y-- {
			if d, err := calendar.OfDay(y, e.Parts.Month, e.Parts.Day); err == nil && e.FitsWeekday(y) && d.Compare(z.o.Today.LastDay()) <= 0 {
				return y, z.o.Today
			}
		}
	}
	return 0, calendar.Date{}
}

// weekdayYearOfNews is the year, in news, in which the expression's day has its weekday, nearest to the publication on the side that its tense tells, unless it is far from there and
// fits a year that the text has told of.
func (z *resolver) weekdayYearOfNews(e *expr.Expr, told []int) int {
	t := z.clause(e).WithoutYear()
	best, bestCost := 0, 1<<30
	try := func(year, most int) {
		d, err := calendar.OfDay(year, e.Parts.Month, e.Parts.Day)
		if err != nil || !e.FitsWeekday(year) {
			return
		}
		days := z.speech.DaysUntil(d)
		cost := min(abs(days), most)
		if t == tense.Past && days > 0 || t == tense.Future && days < 0 {
			cost = 3*cost + weekdayNear
		}
		if cost < bestCost {
			best, bestCost = year, cost
		}
	}
	for n := range 12 {
		try(z.speech.Year()-n, 1<<20)
		try(z.speech.Year()+n, 1<<20)
	}
	for _, year := range told {
		try(year, toldYear)
		try(year+1, toldYear)
	}
	return best
}

const (
	// weekdayNear is how many days nearer a day on the other side of the publication than its tense tells must be.
	weekdayNear = 60
	// toldYear is how many days from the publication a day is rather of a year that the text has told of.
	toldYear = 500
)
