package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// An announcement gives the days of what it announces once, and then only their weekdays: "from 16 to 19 May 2019 … The festival opens on Thursday evening".

// occasion is the days on which something is to be that an announcement tells of.
type occasion struct{ first, last calendar.Date }

// longestOccasion is how many days it may last.
const longestOccasion = 10

// on is the day of an occasion that is of a weekday; no date where it has none or several.
func (o *occasion) on(weekday int) calendar.Date {
	if o.first.IsZero() {
		return calendar.Date{}
	}
	d := o.first.AddDays((weekday%7 - int(o.first.Weekday()) + 7) % 7)
	if d.Compare(o.last) > 0 || d.AddDays(7).Compare(o.last) <= 0 {
		return calendar.Date{}
	}
	return d
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
