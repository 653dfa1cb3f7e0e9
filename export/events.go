package export

import (
	"iter"
	"slices"

	"dateline/timeline"
)

// everyEvent gives the events in order, those without a date last.
func everyEvent(t *timeline.Timeline) iter.Seq[*timeline.Event] {
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

func sourcesByID(t *timeline.Timeline) map[string]*timeline.Source {
	sources := make(map[string]*timeline.Source, len(t.Sources))
	for i := range t.Sources {
		sources[t.Sources[i].ID] = &t.Sources[i]
	}
	return sources
}

// sourcesOf are the articles that state the event, in order of evidence, each once.
func sourcesOf(e *timeline.Event, sources map[string]*timeline.Source) []*timeline.Source {
	var list []*timeline.Source
	for i := range e.Evidence {
		if s := sources[e.Evidence[i].Source]; s != nil && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// What formats without a place for them say of the events they leave out.
const undatedLeftOut = "events without a date left out"
