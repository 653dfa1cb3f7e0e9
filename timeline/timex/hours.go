package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

// clockReach is how many bytes after a clock time hours may be counted from it.
const clockReach = 600

// hoursOn moves the clock time that the text has reached by hours or minutes: "At 1 p.m. the first explosion was heard. An hour later". Where the text has reached
// none, "an hour later" says how long and not when, and what is marked is the amount, a duration, as TimeBank has it.
func (z *resolver) hoursOn(e *expr.Expr, t *Timex) {
	day := z.dayOfClock(e.Start)
	minutes := e.Amount.Minutes() * e.Dir
	if day.IsZero() || e.Amount.Unit == "S" || abs(minutes) > 60*100 {
		t.Type, t.Value, t.Text, t.End = DurationType, e.Amount.Value(), strings.TrimSpace(z.text[e.Start:e.AmountEnd]), e.AmountEnd
		return
	}
	p := z.clock
	minutes += p.Hour*60 + max(p.Minute, 0)
	days := (minutes - (minutes%1440+1440)%1440) / 1440
	minutes -= days * 1440
	p.SetDay(day.AddDays(days))
	p.SetClock(minutes/60, minutes%60, -1)
	t.Type, t.Value = TimeType, p.Value()
	t.tell(e, &p)
	z.date(t, e, &p, Relative, day)
}

// dayOfClock is the day of the clock time reached, where that is not far before byte offset at; no date else.
func (z *resolver) dayOfClock(at int) calendar.Date {
	if z.clockEnd == 0 || at-z.clockEnd > clockReach {
		return calendar.Date{}
	}
	return z.clockDate()
}

// clockDate is the day of the clock time told last; no date where none was.
func (z *resolver) clockDate() calendar.Date {
	if z.clockEnd == 0 {
		return calendar.Date{}
	}
	day, err := calendar.OfDay(z.clock.Year, z.clock.Month, z.clock.Day)
	if err != nil {
		return calendar.Date{}
	}
	return day
}
