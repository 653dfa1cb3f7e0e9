package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// An announcement gives the days of what it announces once, and then only their weekdays: "from 16 to 19 May 2019 … The festival opens on Thursday evening".

// occasion is the days on which something is to be that an announcement tells of.
type occasion struct{ first, last calendar.Date }

// longestOccasion is how many days it may last.
const longestOccasion = 10

// announcementHead is how many bytes of an announcement may stand before the day of what it announces.
const announcementHead = 600

// noteAnnouncement keeps the day at the head of a text that does not tell when it was written, if it is no day of the past and most of the text is not told as past:
// an invitation.
func (z *resolver) noteAnnouncement(found []expr.Expr) {
	if !z.speech.IsZero() || z.diary.series || z.count > 0 {
		return
	}
	for k := range found {
		e := &found[k]
		if e.Kind != expr.Point || !e.Parts.Has(expr.HasYear) || !e.Parts.Has(expr.HasMonth) || !e.Parts.Has(expr.HasDay) {
			continue
		}
		day, err := calendar.OfDay(e.Parts.Year, e.Parts.Month, e.Parts.Day)
		if err == nil && e.Start <= announcementHead && !e.Ranged && !inBrackets(z.text, e.Start, e.End) && z.clause(e).Around() != text.Past && z.toldOfNow(found) {
			z.event = occasion{day, day}
		}
		return
	}
}

// toldOfNow reports whether no more than half of the dates of a text are told of in the past.
func (z *resolver) toldOfNow(found []expr.Expr) bool {
	past := 0
	for k := range found {
		if z.clause(&found[k]).Around() == text.Past {
			past++
		}
	}
	return 2*past <= len(found)
}

// announces reports whether the text may be an announcement: news, or what does not tell when it was written.
func (z *resolver) announces() bool { return z.news || z.speech.IsZero() }

// noteOccasion keeps the days of a range or weekend whose words begin at byte offset at and that lies further ahead of the publication than the next of any weekday; where that is not
// known, of one that is not told as past.
func (z *resolver) noteOccasion(at int, from, to calendar.Date) {
	if !z.announces() || z.speech.IsZero() && text.TenseAround(z.text, at, at) == text.Past || from.Precision() < calendar.Day || to.Precision() < calendar.Day {
		return
	}
	if said := prose.SentenceBefore(z.text, at, prose.SentenceReach); strings.Contains(said, " shut ") || strings.Contains(said, " closed ") { // when nothing is
		return
	}
	from, to = from.Truncate(calendar.Day), to.Truncate(calendar.Day)
	if days := from.DaysUntil(to); (z.speech.IsZero() || z.speech.DaysUntil(from) > forecastDays) && days > 0 && days < longestOccasion {
		z.event = occasion{from, to}
	}
}
