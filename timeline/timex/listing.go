package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
)

// A guide to the week's television, a programme and a forecast have what is to come below the weekdays from the day of their issue on, as a weekly diary has what was: only the verbs
// tell the one from the other.

const (
	fewestWeekdays = 3 // how many weekdays must head their lines for a text to be such a list
	longestListing = 7 // how many days it may go through
)

// noteListing finds out whether weekdays that stand alone on their lines head the days to come.
func (z *resolver) noteListing(found []expr.Expr) {
	n, days, last := 0, 0, 0
	for k := range found {
		e := &found[k]
		if e.Kind != expr.Point || e.Rel.Set || e.Parts.Have&^expr.HasDay != expr.HasWeekday || !onOwnLine(z.text, e) {
			continue
		}
		if n > 0 {
			days += (e.Parts.Weekday - last + 7) % 7
		}
		n, last = n+1, e.Parts.Weekday
	}
	z.listing = n >= fewestWeekdays && days >= n-1 && days < longestListing && !toldAsPast(z.text)
}

// onOwnLine reports whether an expression stands alone on its line, but for a colon or full stop.
func onOwnLine(t string, e *expr.Expr) bool {
	rest := strings.TrimLeft(t[e.End:], ".: ")
	return (e.Start == 0 || t[e.Start-1] == '\n') && (rest == "" || rest[0] == '\n')
}

// toldAsPast reports whether a text has more verbs of the past than of what is or will be.
func toldAsPast(t string) bool {
	past, present := 0, 0
	for word := range strings.FieldsSeq(t) {
		switch {
		case customs.Has(word), now.Has(word):
			present++
		case pasts.Has(word), text.IsPast(word):
			past++
		}
	}
	return past > present
}

// Auxiliaries of a present or future that are none of customs, and of a past.
var (
	now   = wordlist.SetOf("will has have")
	pasts = wordlist.SetOf("was were had")
)

// dayListed is the day of a weekday that heads a part of a list of the days to come.
func (z *resolver) dayListed(e *expr.Expr, _ calendar.Date) (day, from calendar.Date) {
	if !z.listing || z.speech.IsZero() || !onOwnLine(z.text, e) {
		return day, from
	}
	return z.speech.AddDays(z.daysTo(z.speech, e.Parts.Weekday)), z.speech
}
