package timeline

import (
	"slices"
	"strconv"
	"strings"
)

// Merge joins timelines into one by union: sources, actors and events that are equal become one, all else
// stands side by side. The arguments stay as they are, their order does not matter, and a timeline merged
// with itself is itself. The title is kept where all timelines that have one agree.
func Merge(timelines ...*Timeline) *Timeline {
	m := merger{
		out:     &Timeline{Format: Format, Sources: []Source{}, Actors: []Actor{}, Events: []Event{}},
		titles:  make(map[string]bool),
		sources: make(map[Source]string),
		actors:  make(map[identity]int),
	}
	for _, t := range timelines {
		m.add(t)
	}
	if len(m.titles) == 1 {
		for title := range m.titles {
			m.out.Title = title
		}
	}
	m.out.canonical()
	return m.out
}

type merger struct {
	out     *Timeline
	titles  map[string]bool
	sources map[Source]string // a source without its id → its id in out
	actors  map[identity]int  // → index in out.Actors
}

// identity says which actors of several timelines are the same: those of one type and name. Of actors
// that share both in one timeline the first of each belong together, then the second ones, and so on.
type identity struct {
	kind ActorType
	name string // folded
	nth  int
}

func (m *merger) add(t *Timeline) {
	if t.Title != "" {
		m.titles[t.Title] = true
	}
	sources := m.addSources(t)
	actors := m.addActors(t, sources)
	m.out.Events = append(m.out.Events, renamed(t.Events, sources, actors)...)
	if t.Undated != nil {
		m.out.Undated = append(m.out.Undated, renamed(t.Undated, sources, actors)...)
		if m.out.Undated == nil {
			m.out.Undated = []Event{}
		}
	}
}

// addSources gives the new id of each source by its old one; so does addActors for actors.
func (m *merger) addSources(t *Timeline) map[string]string {
	ids := make(map[string]string, len(t.Sources))
	for _, s := range t.Sources {
		old := s.ID
		s.ID = ""
		id, known := m.sources[s]
		if !known {
			id = "s" + strconv.Itoa(len(m.sources)+1)
			m.sources[s] = id
			s.ID = id
			m.out.Sources = append(m.out.Sources, s)
		}
		ids[old] = id
	}
	return ids
}

func (m *merger) addActors(t *Timeline, sources map[string]string) map[string]string {
	ids := make(map[string]string, len(t.Actors))
	seen := make(map[identity]int, len(t.Actors))
	for _, a := range t.Actors {
		key := identity{kind: a.Type, name: strings.ToLower(strings.Join(strings.Fields(a.Name), " "))}
		seen[key]++
		key.nth = seen[key]
		i, known := m.actors[key]
		if !known {
			i = len(m.out.Actors)
			m.actors[key] = i
			m.out.Actors = append(m.out.Actors, Actor{ID: "a" + strconv.Itoa(i+1), Name: a.Name, Type: a.Type})
		}
		merged := &m.out.Actors[i]
		merged.Name = min(merged.Name, a.Name) // names that differ in case or spacing
		merged.Aliases = append(merged.Aliases, a.Aliases...)
		merged.Titles = append(merged.Titles, a.Titles...)
		for _, in := range a.Sources {
			merged.addMentions(Mentions{sources[in.Source], in.Mentions})
		}
		ids[a.ID] = merged.ID
	}
	return ids
}

// addMentions counts a source once, however many of the merged timelines it stands in.
func (a *Actor) addMentions(in Mentions) {
	for i := range a.Sources {
		if a.Sources[i].Source == in.Source {
			a.Sources[i].Mentions = max(a.Sources[i].Mentions, in.Mentions)
			return
		}
	}
	a.Sources = append(a.Sources, in)
}

// renamed copies events, with new ids for their sources and actors.
func renamed(events []Event, sources, actors map[string]string) []Event {
	out := make([]Event, len(events))
	for i, e := range events {
		e.Evidence = slices.Clone(e.Evidence)
		for j := range e.Evidence {
			e.Evidence[j].Source = sources[e.Evidence[j].Source]
		}
		e.Actors = append([]Participant{}, e.Actors...)
		for j := range e.Actors {
			e.Actors[j].ID = actors[e.Actors[j].ID]
		}
		out[i] = e
	}
	return out
}
