package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// An hour and no more, "at nine they planted the flag", "up at 5.30", is a time of day only where the text has just told another: "at nine" may be an age, a
// price or a count as well.

// spokenHour reads "nine", "9", "5.30" and "seven thirty" behind "at", "at about", "soon after" and the like, and "5.30" behind "by".
func spokenHour(r *run, i int) (*expr, int) {
	l, prep := &r.lx[i], i-1
	if prep > 0 && r.lx[prep].class == classApprox && r.lx[prep].entry.value == "APPROX" && r.joined(prep) {
		prep-- // about nine
	}
	if prep < 0 || !r.joined(i) || l.cap || measured[strings.ToLower(before(r.text, r.lx[prep].start))] {
		return nil, i
	}
	c, end := r.hourSpoken(i)
	dotted := l.class == classDecimal
	switch {
	case end == i, r.joined(end) && !r.lx[end].is("AND") && !(r.lx[prep].is("BY") && r.lx[end].isThe()):
		return nil, i
	case !r.lx[prep].is("AT") && (prep < i-1 || !r.soonAfter(prep) && !(dotted && r.lx[prep].is("BY")) && !r.limitsHour(prep)):
		return nil, i
	}
	last := r.lx[end-1].end
	if next := after(r.text, last); !dayEnds(r.text, last) && (l.class == classInt || dotted && !r.lx[prep].is("BY") || !isName(next) && next != "the") || next == "of" {
		return nil, i
	}
	if countsNamed(r.text, last) {
		return nil, i
	}
	e := r.new(expr{rule: "spoken-hour", kind: point, typ: TimeType, start: r.lx[prep+1].start, end: last, spoken: true, dotted: dotted})
	e.parts.setClock(c.hour, c.minute, c.second)
	return e, end
}

// countsNamed reports whether a number that ends at byte offset at counts things with a name before them: "at two General Motors brake plants", and not "at nine Caesar attacked".
func countsNamed(t string, at int) bool {
	words := strings.Fields(sentenceAfter(t, at, planReach))
	for k, word := range words[:min(5, len(words))] {
		switch {
		case isName(word):
		case k == 0, finite[word], text.IsPast(word):
			return false
		default:
			return isPluralNoun(word) || k+1 < len(words) && isPluralNoun(words[k+1])
		}
	}
	return false
}

// hourSpoken reads the hour at lexeme i, and the minutes that go with it: "nine", "9", "5.30", "seven thirty"; end is i where there is none.
func (r *run) hourSpoken(i int) (c clockTime, end int) {
	l := &r.lx[i]
	switch {
	case l.class == classDecimal:
		if dotted, ok := dottedClock(r.text[l.start:l.end]); ok {
			return dotted, i + 1
		}
		return c, i
	case l.number < 1 || l.number > 12 || l.class == classInt && (!l.plain || l.digits > 2):
		return c, i
	}
	c = clockTime{l.number, -1, -1}
	if l.class == classNum && r.next(i+1, classNum) && r.lx[i+1].number >= 10 && r.lx[i+1].number < 60 {
		c.minute = r.lx[i+1].number
		return c, i + 2
	}
	return c, i + 1
}

// limitsHour reports whether lexeme i is the "by" or "until" of an hour in words: "reached the square by six", and not "won by six".
func (r *run) limitsHour(i int) bool {
	if !r.has(i+1, classNum) || !dayEnds(r.text, r.lx[i+1].end) {
		return false
	}
	if r.lx[i].is("UNTIL") {
		return true
	}
	word := strings.ToLower(before(r.text, r.lx[i].start))
	return r.lx[i].is("BY") && !margins[word] && !counts(word) // and not: one by one
}

// margins are verbs and their adverbs whose "by" gives a difference, a factor or who did it.
var margins = wordSet(`won win wins beat lost lose led lead leads ahead behind up down rose fell grew cut raised increased decreased reduced divided multiplied outnumbered
	shot killed written signed followed attended defeated fallen risen grown metres meters feet yards inches miles kilometres kilometers`)

// soonAfter reports whether lexeme i is the end of "shortly after", "just before".
func (r *run) soonAfter(i int) bool {
	return (r.value(i, classDir, "AFTER") || r.value(i, classDir, "BEFORE")) && soon[strings.ToLower(before(r.text, r.lx[i].start))]
}

// soon are words before "after" and "before" that tell how little.
var soon = wordSet("soon shortly just immediately right little long")

// measured are words whose "at" gives a count, a price, a place or an age.
var measured = wordSet(`stood stands stand remained remains priced put set estimated valued rated ranked ranks capped aged died born married number finished finish
	toll total count level looked look aimed quoted closed traded`)

// told is the time of day that a text has told last.
type told struct {
	hour int // of the clock; -1 where it told a part of the day
	tod  string
	half bool // it said which half of the day it is of: "9:08 p.m."
	end  int  // where that stands; 0 for none
}

// noteTime keeps the time of day of a timex.
func (z *resolver) noteTime(e *expr, t *Timex) {
	if t.Type != TimeType || e.kind != point || e.spoken && strings.EqualFold(before(z.text, e.start), "by") { // reached the square by six; it was read at 4.26
		return
	}
	if z.told = (told{hour: -1, tod: e.parts.tod, end: e.end}); e.parts.has(hasHour) {
		z.told.hour, z.told.half = e.parts.hour, saysHalf(t.Text) || e.turned
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
func (z *resolver) halfGoesOn(e *expr) bool {
	if !z.told.half || z.told.end > e.start || !e.parts.has(hasHour) || e.parts.hour > 12 || e.parts.minute < 0 || e.parts.has(hasZone) {
		return false
	}
	if back := z.told.hour - e.parts.hour; z.told.hour < 12 && back > 0 && back <= toldBack { // the armistice came at 11 a.m.; at 10:57 he was shot
		return false
	}
	said := z.text[e.start:e.end]
	return isDigit(said[0]) && said[0] != '0' && !strings.ContainsAny(said, "aApP ") && strings.IndexByte(z.text[z.told.end:e.start], '\n') < 0
}

// writesDot reports whether a clock time is written with a full stop between its hour and minute: "6.30 pm".
func writesDot(s string) bool {
	i := strings.IndexByte(s, '.')
	return i > 0 && i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1])
}

// noteHours finds out for the hours alone of a block which of them have a clock time close by, before or behind, and whether the text writes such times with a full
// stop: "left at 7.45 and sank at about 2 p.m."
func (z *resolver) noteHours(found []expr) {
	last := -1 // where the last clock time ends
	for k := range found {
		e := &found[k]
		if e.spoken {
			e.timed = e.timed || last >= 0 && e.start-last <= clockReach
			continue
		}
		if !tellsClock(e) {
			continue
		}
		z.writesDots = z.writesDots || writesDot(z.text[e.start:e.end])
		for n := k - 1; n >= 0 && e.start-found[n].end <= clockReach; n-- {
			found[n].timed = true
		}
		last = e.end
	}
}

// tellsClock reports whether an expression is of a clock time.
func tellsClock(e *expr) bool { return e.kind == point && e.parts.has(hasHour) }

// tellsTime reports whether a time of day is told so closely around an expression that its hour is one too. One with a full stop is so only where the text
// writes others like it: "11.05 a.m.".
func (z *resolver) tellsTime(e *expr) bool {
	told := e.timed || z.told.end > 0 && e.start-z.told.end <= clockReach
	return told && (!e.dotted || z.writesDots || e.parts.minute%5 == 0)
}

// thatEvening reports whether a clock time without its half of the day stands behind an evening or afternoon in its sentence: "Tonight the supper starts at 6:30".
func (z *resolver) thatEvening(e *expr) bool {
	if z.told.end == 0 || z.told.hour >= 0 || z.told.end > e.start || !e.parts.has(hasHour) || e.parts.hour == hourIn(e.parts.hour, z.told.tod) || z.text[e.start] == '0' {
		return false
	}
	if said := z.text[e.start:e.end]; strings.ContainsAny(said, "aApP") || strings.Contains(said, " in the ") {
		return false
	}
	return e.start-z.told.end <= planReach && !strings.Contains(z.text[z.told.end:e.start], ". ")
}

// halfOfTold is a spoken hour in the half of the day that goes on from the time told before in its paragraph; known is false where none is told there.
func (z *resolver) halfOfTold(e *expr) (hour int, known bool) {
	hour = e.parts.hour
	switch {
	case z.told.end == 0 || z.told.end > e.start || strings.IndexByte(z.text[z.told.end:e.start], '\n') >= 0, z.near.end > z.told.end && z.near.date.Precision() >= calendar.Day && !z.clockDay(z.near.date): // of another day
		return hour, false
	case z.told.hour < 0:
		return hourIn(hour, z.told.tod), true
	case hour == 12 && z.told.hour >= eveningStart:
		return 24, true
	case hour < z.told.hour && hour < 12 && hour+12 >= z.told.hour:
		return hour + 12, true
	case hour < z.told.hour && z.told.hour >= 12 && z.told.hour < eveningStart && e.parts.has(hasFace): // to be back by 4 p.m. At one o'clock
		return wakingHour(hour), true
	}
	return hour, true
}

// clockDay reports whether a date is of the day of the last clock time.
func (z *resolver) clockDay(d calendar.Date) bool {
	c := &z.clock
	return z.clockEnd > 0 && c.year == d.Year() && c.month == d.Month() && c.day == d.Day()
}

// wakingHour is an hour of the clock's face in the half of the day in which most is done and told, where nothing else says which it is: one to six o'clock are of
// the afternoon.
func wakingHour(hour int) int {
	if hour < 1 || hour > 6 {
		return hour
	}
	return hour + 12
}
