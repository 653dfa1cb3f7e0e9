package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// dayAlone reads "22nd" in "on the 22nd": a day of the month that the text tells of.
func dayAlone(r *run, i int) (expr, int) {
	l := &r.lx[i]
	if l.digits == 0 || l.number < 1 || l.number > 31 || i == 0 || !r.lx[i-1].isThe() || !r.joined(i) {
		return expr{}, i
	}
	return expr{rule: "day", kind: point, typ: DateType, weak: true, head: true, parts: parts{have: hasDay, day: l.number}}, i + 1
}

var (
	// beforeDay are the prepositions of a day alone.
	beforeDay = wordSet("on until till by from to since through for before after")
	// afterDay are the words that go on after it; any other word is what the ordinal counts: "on the 22nd floor".
	afterDay = wordSet(`he she it they we i you his her its their the a an this that these who which when where while as but because though although in at by with without from
		to was were had has have is are will would could may might did said after before until during under against for there`)
)

// dayFits refuses an ordinal that counts something.
func dayFits(r *run, _, _ int, e *expr) bool {
	if !beforeDay[strings.ToLower(before(r.text, e.start))] {
		return false
	}
	rest := r.text[e.end:]
	if rest == "" || strings.IndexByte(".,;:)\"!?\n", rest[0]) >= 0 || strings.HasPrefix(rest, "”") || strings.HasPrefix(rest, " –") || strings.HasPrefix(rest, " —") {
		return true
	}
	return afterDay[strings.ToLower(after(r.text, e.end))]
}

// monthReach is how many bytes after a date of a month a day alone may be of it.
const monthReach = 1500

// ofMonth finds the month of a day alone: the one that the text has reached, or the next where the day would otherwise lie back;
// with none reached, that of the publication, before or after it by the tense. It is no date where neither is known.
func (z *resolver) ofMonth(e *expr) (day, anchor calendar.Date) {
	at := func(months calendar.Date) calendar.Date {
		d, _ := calendar.OfDay(months.Year(), months.Month(), e.parts.day) // no date where the month has no such day
		return d
	}
	if last := z.last; last.Precision() >= calendar.Month && e.start-z.lastEnd <= monthReach {
		d := at(last)
		if next := at(last.Truncate(calendar.Month).AddMonths(1)); last.Precision() >= calendar.Day && e.parts.day < last.Day() &&
			last.DaysUntil(next) <= 15 && !next.IsZero() {
			d = next
		}
		return d, last
	}
	if !z.news {
		return calendar.Date{}, calendar.Date{}
	}
	d := at(z.speech)
	switch t := tenseAt(z.text, e.start, e.end); {
	case t == futureTense && e.parts.day < z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(1))
	case t != futureTense && e.parts.day > z.speech.Day():
		d = at(z.speech.Truncate(calendar.Month).AddMonths(-1))
	}
	return d, z.speech
}
