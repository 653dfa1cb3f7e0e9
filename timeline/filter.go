package timeline

import (
	"slices"
	"strings"
	"unicode"

	"dateline/timeline/calendar"
)

// Filter says which events of a timeline are wanted. The zero Filter wants all.
type Filter struct {
	Actor         string        // takes part, by any of its names; see Timeline.Find
	From          calendar.Date // the event ends on or after its first day
	To            calendar.Date // the event starts on or before its last day
	Statuses      []Status      // has one of these
	MinConfidence float64       // has at least this
}

// IsZero reports whether the filter wants everything.
func (f Filter) IsZero() bool {
	return f.Actor == "" && f.From.IsZero() && f.To.IsZero() && len(f.Statuses) == 0 && f.MinConfidence == 0
}

// Select gives a timeline of the wanted events and of those who take part in them, with all sources and
// with the ids they had. Undated events are out as soon as From or To asks for a date.
func (t *Timeline) Select(f Filter) *Timeline {
	if f.IsZero() {
		return t
	}
	out := *t
	wanted := f.wants(t)
	out.Events = selected(t.Events, wanted)
	if t.Undated != nil {
		out.Undated = selected(t.Undated, wanted)
	}
	out.Actors = slices.Clone(t.Actors)
	out.count()
	out.Actors = slices.DeleteFunc(out.Actors, func(a Actor) bool { return a.Events == 0 })
	out.span()
	return &out
}

func selected(events []Event, wanted func(Event) bool) []Event {
	out := []Event{}
	for _, e := range events {
		if wanted(e) {
			out = append(out, e)
		}
	}
	return out
}

func (f Filter) wants(t *Timeline) func(Event) bool {
	var ids []string
	if f.Actor != "" {
		for _, a := range t.Find(f.Actor) {
			ids = append(ids, a.ID)
		}
	}
	window := calendar.Interval{Start: f.From, End: f.To}
	return func(e Event) bool {
		return (f.Actor == "" || slices.ContainsFunc(e.Actors, func(p Participant) bool { return slices.Contains(ids, p.ID) })) &&
			(window.IsZero() || e.Date != nil && window.Overlaps(e.Date.Interval())) &&
			(len(f.Statuses) == 0 || slices.Contains(f.Statuses, e.Status)) &&
			e.Confidence >= f.MinConfidence
	}
}

// Find gives the actors that a name means: those that have it as name or alias, else those whose name or
// alias holds all its words, else those whose name or alias is made of the most of its words ("Apple" for
// "Apple Computer Inc."). Letter case, punctuation and articles do not count.
func (t *Timeline) Find(name string) []Actor {
	want := words(name)
	if len(want) == 0 {
		return nil
	}
	var best []Actor
	most := 0
	for _, a := range t.Actors {
		degree := likeness(words(a.Name), want)
		for _, alias := range a.Aliases {
			degree = max(degree, likeness(words(alias), want))
		}
		if degree > most {
			best, most = nil, degree
		}
		if degree == most && degree > 0 {
			best = append(best, a)
		}
	}
	return best
}

// likeness is 0 where a name can't be meant by the wanted one, and greater the likelier it is.
func likeness(have, want []string) int {
	switch {
	case len(have) == 0:
		return 0
	case slices.Equal(have, want):
		return len(want) + 2
	case containsAll(have, want):
		return len(want) + 1
	case containsAll(want, have):
		return len(have)
	}
	return 0
}

// words are the words of a name, folded, without articles.
func words(name string) []string {
	list := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return slices.DeleteFunc(list, func(w string) bool { return w == "the" || w == "a" || w == "an" })
}

func containsAll(have, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) })
}
