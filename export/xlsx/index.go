package xlsx

import (
	"iter"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// index holds what the sheets ask of the whole timeline.
type index struct {
	names          map[string]string            // of sources, by id
	eventsOf       map[string]int               // events that a source states, by its id
	spans          map[string]calendar.Interval // from the first start to the last end of an actor's events, by its id
	statuses       map[timeline.Status]int      // events, dated or not
	bases          map[timeline.Basis]int       // dated events
	participations int                          // rows of events and actors
}

func newIndex(t *timeline.Timeline) index {
	x := index{
		names: map[string]string{}, eventsOf: map[string]int{}, spans: map[string]calendar.Interval{},
		statuses: map[timeline.Status]int{}, bases: map[timeline.Basis]int{},
	}
	for i := range t.Sources {
		x.names[t.Sources[i].ID] = t.Sources[i].Name
	}
	for e := range all(t) {
		x.statuses[e.Status]++
		x.participations += len(e.Actors)
		if e.Date != nil {
			x.bases[e.Date.Basis]++
		}
		for i := range e.Actors {
			x.widen(e.Actors[i].ID, e.Date.Interval())
		}
		for i := range e.Evidence {
			if !statedBefore(e, i) {
				x.eventsOf[e.Evidence[i].Source]++
			}
		}
	}
	return x
}

// widen makes the actor's span hold the interval.
func (x *index) widen(actor string, i calendar.Interval) {
	span := x.spans[actor]
	if !i.Start.IsZero() && (span.Start.IsZero() || i.Start.FirstDay().Compare(span.Start.FirstDay()) < 0) {
		span.Start = i.Start
	}
	if !i.End.IsZero() && (span.End.IsZero() || i.End.LastDay().Compare(span.End.LastDay()) > 0) {
		span.End = i.End
	}
	x.spans[actor] = span
}

// statedBefore reports whether evidence before the i-th comes from the same source.
func statedBefore(e *timeline.Event, i int) bool {
	for j := range i {
		if e.Evidence[j].Source == e.Evidence[i].Source {
			return true
		}
	}
	return false
}

// all gives the events in order, those without a date last.
func all(t *timeline.Timeline) iter.Seq[*timeline.Event] {
	return func(yield func(*timeline.Event) bool) {
		for _, events := range [...][]timeline.Event{t.Events, t.Undated} {
			for i := range events {
				if !yield(&events[i]) {
					return
				}
			}
		}
	}
}
