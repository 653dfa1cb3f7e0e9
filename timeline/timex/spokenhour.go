package timex

import (
	"cmp"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// told is the time of day that a text has told last.
type told struct {
	hour   int // of the clock; -1 where it told a part of the day
	minute int // -1 where it told none
	tod    string
	half   bool // it said which half of the day it is of: "9:08 p.m."
	set    bool // it was of every day: "every afternoon"
	end    int  // where that stands; 0 for none
}

// noteTime keeps the time of day of a timex.
func (z *resolver) noteTime(e *expr.Expr, t *Timex) {
	part := e.Kind == expr.Set && e.Parts.Has(expr.HasTod)
	if !part && (t.Type != TimeType || e.Kind != expr.Point) || e.Spoken && strings.EqualFold(prose.Before(z.text, e.Start), "by") { // reached the square by six; it was read at 4.26
		return
	}
	if z.told = (told{hour: -1, tod: cmp.Or(e.SomePart, e.Parts.Tod), set: part, end: e.End}); e.Parts.Has(expr.HasHour) {
		z.told.hour, z.told.minute, z.told.half = e.Parts.Hour, e.Parts.Minute, saysHalf(t.Text) || e.Turned
	}
}

// noteLine keeps the day of a date or time that heads a line, which the times that head the lines below go on from.
func (z *resolver) noteLine(e *expr.Expr, t *Timex) {
	if headsLine(z.text, e.Start) && e.Kind == expr.Point && t.Date.Start.Precision() >= calendar.Day {
		z.lined = spot{t.Date.Start.Truncate(calendar.Day), e.End}
	}
}

// headsLine reports whether a line begins at byte offset at, or a bracket that does.
func headsLine(t string, at int) bool {
	if at > 0 && (t[at-1] == '[' || t[at-1] == '(') {
		at--
	}
	return at == 0 || t[at-1] == '\n'
}

// saysHalf reports whether a clock time is written with its half of the day: "9:08 p.m.", "9pm".
func saysHalf(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "p.m") || strings.Contains(s, "pm") || strings.Contains(s, "a.m") || strings.Contains(s, "am")
}

// writesDot reports whether a clock time is written with a full stop between its hour and minute: "6.30 pm".
func writesDot(s string) bool {
	i := strings.IndexByte(s, '.')
	return i > 0 && i+1 < len(s) && prose.IsDigit(s[i-1]) && prose.IsDigit(s[i+1])
}

// noteHours finds out for the hours alone of a block which of them have a clock time close by, before or behind, and whether the text counts the hours up to 24: "left at 7.45
// and sank at about 17.20".
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
		z.writes24 = z.writes24 || e.Parts.Hour > 12 && prose.IsDigit(z.text[e.Start]) && !saysHalf(z.text[e.Start:e.End])
		for n := k - 1; n >= 0 && e.Start-found[n].End <= clockReach; n-- {
			found[n].Timed = true
		}
		last = e.End
	}
}

// addHour gives minutes alone their hour, the first time behind the one told; it reports whether one was told close by.
func (z *resolver) addHour(e *expr.Expr) bool {
	t := &z.told
	if t.end == 0 || t.end > e.Start || t.hour < 0 || e.Start-t.end > clockReach {
		return false
	}
	hour := t.hour
	if e.Parts.Minute <= t.minute {
		hour++
	}
	e.Parts.SetClock(hour%24, e.Parts.Minute, -1)
	e.Turned = true
	return true
}

// tellsClock reports whether an expression is of a clock time.
func tellsClock(e *expr.Expr) bool { return e.Kind == expr.Point && e.Parts.Has(expr.HasHour) }
