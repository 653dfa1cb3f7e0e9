package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// clockReach is how many bytes after a clock time hours may be counted from it.
const clockReach = 600

// hoursOn moves the clock time that the text has reached by hours or minutes: "At 1 p.m. the first explosion was heard. An hour later". Where the text has reached
// none, "an hour later" says how long and not when, and what is marked is the amount, a duration, as TimeBank has it.
func (z *resolver) hoursOn(e *expr, t *Timex) {
	day := calendar.Date{}
	if e.start-z.clockEnd <= clockReach && z.clockEnd > 0 {
		day, _ = calendar.OfDay(z.clock.year, z.clock.month, z.clock.day)
	}
	minutes := e.amount.minutes() * e.dir
	if day.IsZero() || e.amount.unit == "S" || abs(minutes) > 60*100 {
		t.Type, t.Value, t.Text, t.End = DurationType, e.amount.value(), strings.TrimSpace(z.text[e.start:e.amountEnd]), e.amountEnd
		return
	}
	p := z.clock
	minutes += p.hour*60 + max(p.minute, 0)
	days := (minutes - (minutes%1440+1440)%1440) / 1440
	minutes -= days * 1440
	p.setDay(day.AddDays(days))
	p.setClock(minutes/60, minutes%60, -1)
	t.Type, t.Value = TimeType, p.value()
	t.tell(e, &p)
	z.date(t, e, &p, Relative, day)
}

// minutes is how many minutes an amount of hours or minutes has, with what it has of the smaller unit: "an hour and ten minutes".
func (a *amount) minutes() int {
	minutes := 0
	for _, part := range append([]amount{*a}, a.more...) {
		switch part.unit {
		case "H":
			minutes += int(part.number.value * 60)
		case "M":
			minutes += int(part.number.value)
		}
	}
	return minutes
}

// countsHours reports whether an offset is an amount of hours, minutes or seconds on from the narrative.
func (e *expr) countsHours() bool {
	return units[e.amount.unit].time && e.base == nil && !e.amount.number.vague && e.from == narrative && e.amountEnd > 0
}
