package event

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// A narrative keeps its date while it goes on in the simple past about somebody; these bound how far.
const (
	longestStretch = 3  // sentences in a row that live on one date
	longestDate    = 31 // days: what was told of a year or a decade says little of what is told next
	leadDays       = 7  // the lead of a news story tells of the days before publication
)

// reached is a date that a narrative has reached, with the words that told it.
type reached struct {
	timex.Date
	span Span
}

// narrate dates the events that have no timex of their own but stand in a narrative that has a date: a
// sentence in the simple past that goes on in the same paragraph, and what people say in a news story
// about the day that it reports.
func (f *finder) narrate() {
	var (
		now, lead reached // what the narrative has reached, and the day that a news story reports
		paragraph = -1
		stretch   int
	)
	for _, s := range f.sentences {
		if s.Paragraph != paragraph {
			paragraph, now = s.Paragraph, reached{}
		}
		stretch++
		if stretch > longestStretch {
			now = reached{}
		}
		var told reached
		for _, c := range s.clauses {
			switch {
			case c.event == nil:
			case c.event.Timex >= 0:
				if d := c.event.Date.Days(); c.main() && c.event.Status == Occurred && !c.perfect() && d > 0 && d <= longestDate {
					told = reached{c.event.Date, f.timexSpan(c.event.Timex)}
				}
			case !now.IsZero() && c.atThatTime():
				c.event.inherit(now, SameTime, 0.6)
			case !now.IsZero() && f.goesOn(c):
				c.event.inherit(now, GoesOn, 0.6)
			case f.goesOn(c) && is(c.lemma, reporting|act) && !lead.IsZero():
				c.event.inherit(lead, AsLead, 0.5)
			}
		}
		if !told.IsZero() {
			now, stretch = told, 0
			if lead.IsZero() && f.isLead(told.Date) {
				lead = told
			}
		}
	}
}

// goesOn reports whether a clause continues a narrative: a main clause in the simple past whose subject
// is an actor.
func (f *finder) goesOn(c *clause) bool {
	if !c.main() || !c.simplePast() || c.event.Status != Occurred {
		return false
	}
	for _, s := range c.subjects {
		if len(f.actorsAt(c.tree, s)) > 0 {
			return true
		}
	}
	return false
}

// atThatTime reports whether the clause says that it happened when what was told before did: "at that
// time", "on the same day".
func (c *clause) atThatTime() bool {
	return c.event.Status == Occurred && slices.ContainsFunc(c.obliques, func(o oblique) bool {
		if !is(c.Tokens[o.head].Lemma, pointer) || o.preposition != "at" && o.preposition != "on" {
			return false
		}
		return slices.ContainsFunc(c.kids[o.head], func(k int) bool {
			switch strings.ToLower(c.Tokens[k].Form) {
			case "that", "same":
				return true
			}
			return false
		})
	})
}

// main reports whether the clause is the sentence's main clause or coordinated with it. So is one that a
// verb of saying only interrupts: "the minister, sources say, resigned".
func (c *clause) main() bool {
	for c.rel == text.Conj && c.above != nil {
		c = c.above
	}
	if c.rel == text.Ccomp && c.above != nil && c.above.rel == text.Root && is(c.above.lemma, reporting) {
		in := make([]bool, len(c.Tokens))
		c.subtree(c.head, in, nil)
		return slices.Index(in, true) < c.above.head && c.marker() == ""
	}
	return c.rel == text.Root
}

// isLead reports whether a date can be that of the events a news story is about.
func (f *finder) isLead(d timex.Date) bool {
	if f.Published.IsZero() || d.Start != d.End || d.Start.Precision() < calendar.Day {
		return false
	}
	days := d.Start.DaysUntil(f.Published)
	return days >= 0 && days <= leadDays
}

func (e *Event) inherit(d reached, rule Rule, confidence float64) {
	e.Reasons = slices.Insert(e.Reasons, 0, Reason{Of: OfDate, Rule: rule, Actor: -1, Span: d.span})
	e.Date = d.Date
	e.Date.Start, e.Date.End = d.Start.Truncate(calendar.Day), d.End.Truncate(calendar.Day)
	e.Date.Precision = min(d.Precision, calendar.Day)
	e.Date.Anchor = e.Date.Start
	e.Date.Basis = timex.Inherited
	e.Confidence = confidence
}
