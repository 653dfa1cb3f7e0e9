package revise

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// finish puts the timeline together. One that was not touched is the original itself.
func (r *reader) finish() *timeline.Timeline {
	if !r.touched {
		return r.original
	}
	t := &timeline.Timeline{Format: timeline.Format, Title: r.original.Title, Sources: []timeline.Source{}, Actors: []timeline.Actor{}, Events: []timeline.Event{}, Undated: r.original.Undated}
	if !r.known {
		t.Title = r.title
	}
	if t.Undated != nil {
		t.Undated = []timeline.Event{}
	}
	for _, e := range r.events {
		for i := range e.Actors { // an actor may have got its type after the event was read
			e.Actors[i].Type = r.cast.byID[e.Actors[i].ID].Type
		}
		if e.Date != nil {
			t.Events = append(t.Events, e)
		} else {
			t.Undated = append(t.Undated, e)
		}
	}
	order := func(a, b timeline.Event) int {
		return cmp.Or(a.Date.Interval().Compare(b.Date.Interval()), cmp.Compare(numberOf(a.ID), numberOf(b.ID)))
	}
	slices.SortStableFunc(t.Events, order)
	slices.SortStableFunc(t.Undated, order)
	for _, s := range r.sources.list {
		t.Sources = append(t.Sources, *s)
	}
	r.actors(t)
	span(t)
	return t
}

// actors takes up the actors with their numbers of events, most events first.
func (r *reader) actors(t *timeline.Timeline) {
	events := map[string]int{}
	for _, list := range [...][]timeline.Event{t.Events, t.Undated} {
		for _, e := range list {
			for i, p := range e.Actors {
				if !slices.ContainsFunc(e.Actors[:i], func(q timeline.Participant) bool { return q.ID == p.ID }) {
					events[p.ID]++
				}
			}
		}
	}
	for _, a := range r.cast.list {
		a.Events = events[a.ID]
		if lost := func(m timeline.Mentions) bool { return r.sources.byID[m.Source] == nil }; slices.ContainsFunc(a.Sources, lost) {
			a.Sources = slices.DeleteFunc(slices.Clone(a.Sources), lost)
			a.Mentions = 0
			for _, m := range a.Sources {
				a.Mentions += m.Mentions
			}
		}
		t.Actors = append(t.Actors, *a)
	}
	slices.SortStableFunc(t.Actors, func(a, b timeline.Actor) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(b.Mentions, a.Mentions))
	})
}

// span computes where the first event starts and the last ends, no finer than days.
func span(t *timeline.Timeline) {
	for _, e := range t.Events {
		start, end := e.Date.Start.Truncate(calendar.Day), e.Date.End.Truncate(calendar.Day)
		if !start.IsZero() && (t.Start.IsZero() || start.FirstDay().Compare(t.Start.FirstDay()) < 0) {
			t.Start = start
		}
		if !end.IsZero() && (t.End.IsZero() || end.LastDay().Compare(t.End.LastDay()) > 0) {
			t.End = end
		}
	}
}
