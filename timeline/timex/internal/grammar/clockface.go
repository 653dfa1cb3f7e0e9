package grammar

import (
	"strconv"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// clock reads a clock time at lexeme i into p and gives the index after it; i where there is none.
func (r *run) clock(p *expr.Parts, i int) int {
	if i >= len(r.lx) {
		return i
	}
	c, j := r.clockFace(i)
	if j == i {
		return i
	}
	if r.next(j, lexicon.OClock) {
		j++
	}
	told, ok := r.halfOfDay(&c, j)
	if !ok {
		return i
	}
	j = told
	if r.next(j, lexicon.Zone) {
		j = r.zone(p, j)
	} else if r.nextWord(j, "LOCAL") && r.next(j+1, lexicon.Time) {
		j += 2
	}
	p.SetClock(c.hour, c.minute, c.second)
	return j
}

// zone reads the zone at lexeme j into p, "GMT" or "Eastern time", and gives the index after it.
func (r *run) zone(p *expr.Parts, j int) int {
	if r.lx[j].entry.Value != "-" { // ET is another in summer than in winter
		p.Have |= expr.HasZone
		p.Zone = r.lx[j].number
	}
	if j++; r.nextOne(j, lexicon.Time) {
		j++
	}
	return j
}

// clockFace reads the hour and minute of a clock time: "5:30", "five", "10.30", "1500", each only before what makes it a time. end is i
// where there is none.
func (r *run) clockFace(i int) (c clockTime, end int) {
	c, end = r.spokenClock(i)
	l, j := &r.lx[i], i+1
	switch {
	case end > i:
	case l.class == lexicon.Clock && l.clock.hour == 12 && l.clock.minute == 0 && r.joined(j) && (r.value(j, lexicon.Part, "MI") || r.value(j, lexicon.Part, "MN")): // 12:00 midnight
		return clockTime{12 * (1 + b2i(r.lx[j].entry.Value == "MN")), 0, -1}, j + 1
	case l.class == lexicon.Clock:
		return l.clock, j
	case r.plainNumber(i) && l.number == 12 && (r.nextValue(j, lexicon.Part, "MI") || r.nextValue(j, lexicon.Part, "MN")): // 12 noon
		return clockTime{12 * (1 + b2i(r.lx[j].entry.Value == "MN")), 0, -1}, j + 1
	case r.hyphenated(i):
		return clockTime{l.number, r.lx[j].number, -1}, j + 1
	case r.plainNumber(i) && l.digits <= 2 || l.class == lexicon.Num:
		switch {
		case l.number < 1 || l.number > 12 || !r.next(j, lexicon.OClock) && !r.halfFollows(i, j):
			return c, i
		case l.class == lexicon.Num && r.value(j, lexicon.AmPm, "AM") && !r.lx[j].stop: // which one am I
			return c, i
		}
		c.hour = l.number
		return c, j
	case l.class == lexicon.Decimal && (r.halfFollows(i, j) || r.next(j, lexicon.Zone) || r.text[l.start] == '0' && clockPrepositions.Has(r.wordBefore(i)) && r.joined(j)): // 10.30 p.m., 11.15 last night
		if dotted, ok := dottedClock(r.text[l.start:l.end]); ok {
			return dotted, j
		}
	default:
		return r.military(i)
	}
	return c, end
}

// hyphenated reports whether lexemes i and i+1 are an hour and its minutes as Indian papers write them, and no range of hours: "10-30 a.m.", and not "9-10 a.m."
func (r *run) hyphenated(i int) bool {
	h, j := &r.lx[i], i+1
	if !r.plainNumber(i) || h.digits > 2 || h.number < 1 || h.number > 12 || !r.has(j, lexicon.Int) || r.lx[j].gap != gapHyphen || !r.next(j+1, lexicon.AmPm) {
		return false
	}
	m := &r.lx[j]
	return m.digits == 2 && m.number < 60 && (m.number > 12 || m.number == 0)
}

// halfFollows reports whether what tells the half of the day stands at lexeme j, behind the hour at lexeme i: "p.m.", "in the morning", "last night".
func (r *run) halfFollows(i, j int) bool {
	return r.joined(j) && (r.has(j, lexicon.AmPm) || r.partFollows(j) || r.hourOfPart(i, j))
}

// military reads a clock time of four digits without a mark, "1500 GMT", "1500 hours", "at 0540", only beside what makes it one.
func (r *run) military(i int) (c clockTime, end int) {
	c = clockTime{-1, -1, -1}
	l, j := &r.lx[i], i+1
	if hour, minute := l.number/100, l.number%100; r.plainNumber(i) && (l.digits == 3 || l.digits == 4) && hour >= 1 && hour <= 12 && minute < 60 && r.next(j, lexicon.AmPm) && r.next(j+1, lexicon.Zone) { // 410 AM CST, as the weather service writes it
		return clockTime{hour, minute, -1}, j
	}
	if !r.plainNumber(i) || l.digits != 4 || l.number >= 2400 || l.number%100 >= 60 {
		return c, i
	}
	logged := r.logged(i)
	switch {
	case r.next(j, lexicon.Zone) && (prose.IsUpper(r.text[r.lx[j].end-1]) || r.next(j+1, lexicon.Time)), r.nextWord(j, "LOCAL") && r.has(j+1, lexicon.Time): // 1500 GMT
		end = j
	case r.nextWord(j, "ON") && r.next(j+1, lexicon.Weekday) && r.wordBefore(i) == "at": // at 1545 on Monday
		end = j
	case r.nextValue(j, lexicon.Unit, "H") && (r.text[l.start] == '0' || clockPrepositions.Has(r.wordBefore(i))): // at 1500 hours
		end, r.log = j+1, true
	case logged: // at 0540
		end = j
	case r.log && dayEnds(r.text, l.end) && !likelyYear(l.number): // sailed 0430.
		end = j
	default:
		return c, i
	}
	return clockTime{l.number / 100, l.number % 100, -1}, end
}

// logged reports whether the number at lexeme i, which can be a clock time, is one as logs have it: "sailed at 0540", and behind such a one "received at 1525", "until 2140".
func (r *run) logged(i int) bool {
	l, prev := &r.lx[i], r.wordBefore(i)
	clock := clockPrepositions.Has(prev) && prev != "and"
	if r.text[l.start] != '0' {
		return r.log && (prev == "at" || clock && !likelyYear(l.number))
	}
	r.log = r.log || clock
	return clock
}

// wordBefore is the word before lexeme i, or the one before that where the first says only that the time is not exact.
func (r *run) wordBefore(i int) string {
	word := strings.ToLower(prose.Before(r.text, r.lx[i].start))
	switch word {
	case "approximately", "about", "around", "roughly":
		return strings.ToLower(prose.Before(r.text, r.lx[i].start-1-len(word)))
	}
	return word
}

// halfOfDay reads "p.m." or "in the evening" at lexeme j, turns the clock by it and gives the index after it; ok is false where the two do
// not go together.
func (r *run) halfOfDay(c *clockTime, j int) (end int, ok bool) {
	switch {
	case r.next(j, lexicon.AmPm):
		if c.hour > 12 && r.lx[j].entry.Value == "AM" || c.hour == 0 {
			return j, false
		}
		if c.hour <= 12 {
			c.hour %= 12
			if r.lx[j].entry.Value == "PM" {
				c.hour += 12
			}
		}
		return j + 1, true
	case r.partFollows(j):
		part := j + 1 + b2i(r.word(j, "IN"))
		c.hour = expr.HourIn(c.hour, r.lx[part].entry.Value)
		return part + 1, true
	}
	return j, true
}

// clockPrepositions stand before a time of day.
var clockPrepositions = wordlist.SetOf("at by until till from to between and before after since around")

// minutesSpoken reports whether lexeme j is a round number of minutes without their name: "at ten past one", "at twenty to four".
func (r *run) minutesSpoken(j int) bool {
	l := &r.lx[j]
	if l.class != lexicon.Num && !(l.class == lexicon.Int && l.plain) || l.number%5 != 0 || l.number <= 0 || l.number >= 30 {
		return false
	}
	switch prep := strings.ToLower(prose.Before(r.text, l.start)); {
	case r.value(j+1, lexicon.Rel, "PAST"):
		return clockPrepositions.Has(prep) || clockPrepositions.Has(r.wordBefore(j)) || prep == "is" || prep == "was"
	case r.word(j+1, "TO"):
		return spokenPrepositions.Has(prep) || spokenPrepositions.Has(r.wordBefore(j))
	}
	return false
}

// spokenClock reads "half past nine", "a quarter to five", "ten minutes past three" at lexeme i; end is i where there is none.
func (r *run) spokenClock(i int) (c clockTime, end int) {
	j, minutes := i, 0
	if r.lx[j].isA() && r.nextValue(j+1, lexicon.Unit, "Q") {
		j++
	}
	switch l := &r.lx[j]; {
	case l.class == lexicon.Half:
		minutes = 30
	case l.class == lexicon.Unit && l.entry.Value == "Q" && !l.entry.Plural:
		minutes = 15
	case (l.class == lexicon.Num || l.class == lexicon.Int) && l.number > 0 && l.number < 30 && r.nextValue(j+1, lexicon.Unit, "M"):
		minutes = l.number
		j++
	case r.minutesSpoken(j):
		minutes = l.number
	case l.class == lexicon.Num && l.number <= 12 && l.number > 0 && r.next(j+1, lexicon.Num):
		return r.spokenMinutes(j)
	}
	past := r.value(j+1, lexicon.Rel, "PAST")
	if minutes == 0 || !past && (!r.word(j+1, "TO") || minutes == 30) || !r.joined(j+1) || !r.joined(j+2) {
		return clockTime{-1, -1, -1}, i
	}
	h := &r.lx[j+2]
	if h.class == lexicon.Part && (h.entry.Value == "MI" || h.entry.Value == "MN") { // a quarter past midnight, ten to noon
		hour := 12 * b2i(h.entry.Value == "MI")
		if past {
			return clockTime{hour, minutes, -1}, j + 3
		}
		return clockTime{(hour + 23) % 24, 60 - minutes, -1}, j + 3
	}
	counts := r.next(j+3, lexicon.Unit) || r.has(j+3, lexicon.Scale) // half past five months
	if counts || h.class != lexicon.Num && !r.plainNumber(j+2) || h.number < 1 || h.number > 12 || h.digits > 2 {
		return clockTime{-1, -1, -1}, i
	}
	if past {
		return clockTime{h.number, minutes, -1}, j + 3
	}
	return clockTime{(h.number+10)%12 + 1, 60 - minutes, -1}, j + 3
}

// spokenPrepositions stand before a clock time like "twenty to four", which behind others would be a range.
var spokenPrepositions = wordlist.SetOf("at by until till before after since is was it's")

// spokenMinutes reads "two thirty" and "seven forty-five" before what makes them a time: "in the morning", "p.m.", "this morning".
func (r *run) spokenMinutes(i int) (clockTime, int) {
	hour, minute, end := r.lx[i].number, r.lx[i+1].number, i+2
	if minute >= 20 && minute%10 == 0 && r.next(end, lexicon.Num) && r.lx[end].number < 10 {
		minute, end = minute+r.lx[end].number, end+1
	}
	if minute < 10 || minute > 59 || !r.has(end, lexicon.AmPm) && !r.partFollows(end) && !r.partWithDay(end, true) {
		return clockTime{-1, -1, -1}, i
	}
	return clockTime{hour, minute, -1}, end
}

// dottedClock reads "10.30".
func dottedClock(s string) (clockTime, bool) {
	hour, minute, ok := strings.Cut(s, ".")
	h, err := strconv.Atoi(hour)
	m, errMinute := strconv.Atoi(minute)
	return clockTime{h, m, -1}, ok && err == nil && errMinute == nil && len(minute) == 2 && h < 24 && m < 60
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
