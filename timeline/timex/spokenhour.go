package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// told is the time of day that a text has told last.
type told struct {
	hour int // of the clock; -1 where it told a part of the day
	tod  string
	half bool // it said which half of the day it is of: "9:08 p.m."
	set  bool // it was of every day: "every afternoon"
	end  int  // where that stands; 0 for none
}

// noteTime keeps the time of day of a timex.
func (z *resolver) noteTime(e *expr.Expr, t *Timex) {
	part := e.Kind == expr.Set && e.Parts.Has(expr.HasTod)
	if !part && (t.Type != TimeType || e.Kind != expr.Point) || e.Spoken && strings.EqualFold(prose.Before(z.text, e.Start), "by") { // reached the square by six; it was read at 4.26
		return
	}
	if z.told = (told{hour: -1, tod: e.Parts.Tod, set: part, end: e.End}); e.Parts.Has(expr.HasHour) {
		z.told.hour, z.told.half = e.Parts.Hour, saysHalf(t.Text) || e.Turned
	}
}

// saysHalf reports whether a clock time is written with its half of the day: "9:08 p.m.", "9pm".
func saysHalf(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "p.m") || strings.Contains(s, "pm") || strings.Contains(s, "a.m") || strings.Contains(s, "am")
}

// toldBack is how many hours before a time of the morning another may be told behind it.
const toldBack = 3

// halfGoesOn reports whether a clock time in figures without its half of the day stands behind one that says it, in its paragraph: "At 9:08 p.m. a tank blew up. By 10:50".
func (z *resolver) halfGoesOn(e *expr.Expr) bool {
	if !z.told.half && z.told.hour != 24 || z.told.end > e.Start || !e.Parts.Has(expr.HasHour) || e.Parts.Hour > 12 || e.Parts.Minute < 0 || e.Parts.Has(expr.HasZone) {
		return false
	}
	if back := z.told.hour - e.Parts.Hour; z.told.hour < 12 && back > 0 && back <= toldBack { // the armistice came at 11 a.m.; at 10:57 he was shot
		return false
	}
	said := z.text[e.Start:e.End]
	return prose.IsDigit(said[0]) && said[0] != '0' && !strings.ContainsAny(said, "aApP ") && strings.IndexByte(z.text[z.told.end:e.Start], '\n') < 0
}

// writesDot reports whether a clock time is written with a full stop between its hour and minute: "6.30 pm".
func writesDot(s string) bool {
	i := strings.IndexByte(s, '.')
	return i > 0 && i+1 < len(s) && prose.IsDigit(s[i-1]) && prose.IsDigit(s[i+1])
}

// noteHours finds out for the hours alone of a block which of them have a clock time close by, before or behind, and whether the text writes such times with a full
// stop: "left at 7.45 and sank at about 2 p.m."
func (z *resolver) noteHours(found []expr.Expr) {
	last := -1 // where the last clock time ends
	for k := range found {
		e := &found[k]
		if e.Spoken {
			e.Timed = e.Timed || last >= 0 && e.Start-last <= clockReach
			continue
		}
		if !tellsClock(e) {
			continue
		}
		z.writesDots = z.writesDots || writesDot(z.text[e.Start:e.End])
		for n := k - 1; n >= 0 && e.Start-found[n].End <= clockReach; n-- {
			found[n].Timed = true
		}
		last = e.End
	}
}

// tellsClock reports whether an expression is of a clock time.
func tellsClock(e *expr.Expr) bool { return e.Kind == expr.Point && e.Parts.Has(expr.HasHour) }

// tellsTime reports whether a time of day is told so closely around an expression that its hour is one too. One with a full stop is so only where the text
// writes others like it: "11.05 a.m.".
func (z *resolver) tellsTime(e *expr.Expr) bool {
	reach := clockReach
	if z.told.set {
		reach = prose.SentenceReach
	}
	told := e.Timed || z.told.end > 0 && e.Start-z.told.end <= reach
	return told && (!e.Dotted || z.writesDots || e.Parts.Minute%5 == 0)
}

// thatEvening reports whether a clock time without its half of the day stands behind an evening or afternoon in its sentence: "Tonight the supper starts at 6:30".
func (z *resolver) thatEvening(e *expr.Expr) bool {
	if z.told.end == 0 || z.told.hour >= 0 || z.told.end > e.Start || !e.Parts.Has(expr.HasHour) || e.Parts.Hour == expr.HourIn(e.Parts.Hour, z.told.tod) || z.text[e.Start] == '0' {
		return false
	}
	if said := z.text[e.Start:e.End]; strings.ContainsAny(said, "aApP") || strings.Contains(said, " in the ") {
		return false
	}
	return e.Start-z.told.end <= prose.SentenceReach && !strings.Contains(z.text[z.told.end:e.Start], ". ")
}

// doorsAhead is how many hours before an event of the afternoon or evening, told of first, its doors may open.
const doorsAhead = 2

// halfOfTold is a spoken hour in the half of the day that goes on from the time told before in its paragraph; known is false where none is told there.
func (z *resolver) halfOfTold(e *expr.Expr) (hour int, known bool) {
	hour = e.Parts.Hour
	switch {
	case z.told.end == 0 || z.told.end > e.Start || strings.IndexByte(z.text[z.told.end:e.Start], '\n') >= 0 && !z.eveningGoesOn(e), z.near.end > z.told.end && z.near.date.Precision() >= calendar.Day && !z.clockDay(z.near.date): // of another day
		return hour, false
	case z.told.hour < 0 && z.told.tod == "MO" && hour < smallHoursEnd && e.Parts.Has(expr.HasFace) && prose.EndsSentence(z.text[z.told.end:e.Start]): // It was fine that morning. By four o'clock
		return wakingHour(hour), true
	case z.told.hour < 0:
		return expr.HourIn(hour, z.told.tod), true
	case hour == 12 && z.told.hour == 24 && e.Parts.Minute > 0: // shortly before midnight; paged at 12:05
		return 0, true
	case z.told.hour == 24:
		return hour, true
	case hour == 12 && z.told.hour >= eveningStart:
		return 24, true
	case hour == 12 && z.told.half && z.told.hour == 0: // the call went out at 12:15 a.m., and the boat was lowered at 12:45
		return 0, true
	case hour < z.told.hour && hour < 12 && hour+12 >= z.told.hour:
		return hour + 12, true
	case z.told.half && hour < 12 && hour+12 < z.told.hour && hour+12+doorsAhead >= z.told.hour && !strings.Contains(z.text[z.told.end:e.Start], ","): // at 5:30 p.m. Doors open at 4:45
		return hour + 12, true
	case hour < z.told.hour && z.told.hour >= 12 && z.told.hour < eveningStart && e.Parts.Has(expr.HasFace): // to be back by 4 p.m. At one o'clock
		return wakingHour(hour), true
	}
	return hour, true
}

// eveningGoesOn reports whether an hour of a narrative may be of the evening that a paragraph before told the hour of.
func (z *resolver) eveningGoesOn(e *expr.Expr) bool {
	return !z.news && z.told.hour >= eveningStart && z.day.end <= z.told.end && e.Start-z.told.end <= clockReach && e.Parts.Hour < 12 && e.Parts.Hour+12 > z.told.hour
}

// earlyHour reports whether a spoken hour of the first half of the face is rather one of the morning: "up at five", "05.30", or behind another of the night.
func (z *resolver) earlyHour(e *expr.Expr) bool {
	if z.text[e.Start] == '0' || z.told.end > 0 && z.told.end <= e.Start && e.Start-z.told.end <= clockReach && (z.told.hour >= 0 && z.told.hour < smallHoursEnd || z.told.hour >= 22) {
		return true
	}
	at := prose.Before(z.text, e.Start)
	return rising.HasFold(prose.Before(z.text, e.Start-len(at)-1))
}

// rising are what is done in the morning at an hour.
var rising = wordlist.SetOf("up rose woke wake wakes awake dawn")

// clockDay reports whether a date is of the day of the last clock time.
func (z *resolver) clockDay(d calendar.Date) bool {
	c := &z.clock
	return z.clockEnd > 0 && c.Year == d.Year() && c.Month == d.Month() && c.Day == d.Day()
}

// wakingHour is an hour of the clock's face in the half of the day in which most is done and told, where nothing else says which it is: one to six o'clock are of
// the afternoon.
func wakingHour(hour int) int {
	if hour < 1 || hour > 6 {
		return hour
	}
	return hour + 12
}
