package timeline

import (
	"slices"
	"strconv"

	"dateline/timeline/actor"
)

// Merge joins timelines into one by union: sources, actors and events that are equal become one, all else
// stands side by side. The arguments stay as they are, their order does not matter, and a timeline merged
// with itself is itself. The title is kept where all timelines that have one agree.
//
// Which actors are one is decided by what all the timelines together say of them (actor.Identify): "Trump"
// is Donald Trump as long as no other Trump comes with a full name. So merging in steps can know less than
// merging at once.
func Merge(timelines ...*Timeline) *Timeline {
	m := merger{
		out:     &Timeline{Format: Format, Sources: []Source{}, Actors: []Actor{}, Events: []Event{}},
		titles:  make(map[string]bool),
		sources: make(map[Source]string),
		actors:  make(map[identity]int),
	}
	keys := identities(timelines)
	for i, t := range timelines {
		m.add(t, keys[i])
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

// identity says which actors of several timelines are the same: those of one key. Of actors that share it
// in one timeline the first of each belong together, then the second ones, and so on.
type identity struct {
	key string // of actor.Identify
	nth int
}

// identities gives the key of each actor of each timeline.
func identities(timelines []*Timeline) [][]string {
	casts := make([][]actor.Actor, len(timelines))
	for i, t := range timelines {
		for _, a := range t.Actors {
			casts[i] = append(casts[i], actor.Actor{Name: a.Name, Type: a.Type, Aliases: a.Aliases, Titles: a.Titles})
		}
	}
	return actor.Identify(casts...)
}

func (m *merger) add(t *Timeline, keys []string) {
	if t.Title != "" {
		m.titles[t.Title] = true
	}
	sources := m.addSources(t)
	actors := m.addActors(t, keys, sources)
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

func (m *merger) addActors(t *Timeline, keys []string, sources map[string]string) map[string]string {
	ids := make(map[string]string, len(t.Actors))
	seen := make(map[string]int, len(t.Actors))
	for n, a := range t.Actors {
		seen[keys[n]]++
		key := identity{keys[n], seen[keys[n]]}
		i, known := m.actors[key]
		if !known {
			i = len(m.out.Actors)
			m.actors[key] = i
			m.out.Actors = append(m.out.Actors, Actor{ID: "a" + strconv.Itoa(i+1), Name: a.Name, Type: a.Type})
		}
		merged := &m.out.Actors[i]
		merged.Aliases = append(append(merged.Aliases, a.Aliases...), merged.Name, a.Name)
		merged.Name = fuller(merged.Name, a.Name)
		merged.Titles = append(merged.Titles, a.Titles...)
		for _, in := range a.Sources {
			merged.addMentions(Mentions{sources[in.Source], in.Mentions})
		}
		ids[a.ID] = merged.ID
	}
	return ids
}

// fuller is the longer of two names of one actor.
func fuller(a, b string) string {
	if len(a) > len(b) || len(a) == len(b) && a < b {
		return a
	}
	return b
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
			x := &e.Evidence[j]
			x.Source = sources[x.Source]
			x.Reasons = slices.Clone(x.Reasons)
			x.eachActor(func(id string) string { return actors[id] })
		}
		e.Actors = append([]Participant{}, e.Actors...)
		for j := range e.Actors {
			e.Actors[j].ID = actors[e.Actors[j].ID]
		}
		out[i] = e
	}
	return out
}
