package timeline

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// canonical puts a timeline into the one order it has, drops what stands in it twice, numbers the ids and
// computes what follows from the rest: the actors' counts, the start and the end. The ids that come in
// are any unique ones.
func (t *Timeline) canonical() {
	if t.Events == nil {
		t.Events = []Event{}
	}
	t.sortSources()
	t.Events, t.Undated = sortEvents(t.Events), sortEvents(t.Undated)
	t.sortActors()
	n := 0
	for _, events := range [][]Event{t.Events, t.Undated} {
		for i := range events {
			n++
			events[i].ID = "e" + strconv.Itoa(n)
		}
	}
	t.span()
}

func (t *Timeline) sortSources() {
	slices.SortFunc(t.Sources, compareSources)
	ids := make(map[string]string, len(t.Sources))
	for i := range t.Sources {
		s := &t.Sources[i]
		id := "s" + strconv.Itoa(i+1)
		ids[s.ID], s.ID = id, id
	}
	for _, events := range [][]Event{t.Events, t.Undated} {
		for i := range events {
			for j := range events[i].Evidence {
				x := &events[i].Evidence[j]
				x.Source = ids[x.Source]
			}
		}
	}
	for i := range t.Actors {
		in := t.Actors[i].Sources
		for j := range in {
			in[j].Source = ids[in[j].Source]
		}
		slices.SortFunc(in, compareMentions)
	}
}

func compareSources(a, b Source) int {
	return cmp.Or(
		a.Published.Compare(b.Published), strings.Compare(a.Name, b.Name), strings.Compare(a.SHA256, b.SHA256),
		strings.Compare(a.URL, b.URL), strings.Compare(a.Title, b.Title), strings.Compare(a.Author, b.Author),
		strings.Compare(a.Language, b.Language),
	)
}

func compareMentions(a, b Mentions) int {
	return cmp.Or(cmp.Compare(number(a.Source), number(b.Source)), cmp.Compare(a.Mentions, b.Mentions))
}

// number is the number in an id such as "s12".
func number(id string) int {
	n, err := strconv.Atoi(id[min(1, len(id)):])
	if err != nil {
		panic(fmt.Sprintf("%q is no id that sortSources gave", id))
	}
	return n
}

// sortEvents sorts events by start, then end, then text order, and drops twins. What is left is told apart
// by what it says, so that the order never depends on chance.
func sortEvents(events []Event) []Event {
	type keyed struct {
		Event
		content string
	}
	list := make([]keyed, len(events))
	for i, e := range events {
		slices.SortFunc(e.Evidence, compareEvidence)
		list[i] = keyed{e, content(e)}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		return cmp.Or(
			a.Date.Interval().Compare(b.Date.Interval()),
			slices.CompareFunc(a.Evidence, b.Evidence, compareEvidence),
			strings.Compare(a.content, b.content),
		)
	})
	list = slices.CompactFunc(list, func(a, b keyed) bool { return a.content == b.content })
	sorted := events[:0]
	for _, k := range list {
		sorted = append(sorted, k.Event)
	}
	return sorted
}

func compareEvidence(a, b Evidence) int {
	return cmp.Or(
		cmp.Compare(number(a.Source), number(b.Source)), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(a.Trigger.Start, b.Trigger.Start), cmp.Compare(a.Trigger.End, b.Trigger.End),
	)
}

// content is all that an event says, but for the ids that are numbered later.
func content(e Event) string {
	e.ID = ""
	e.Actors = slices.Clone(e.Actors)
	for i := range e.Actors {
		e.Actors[i].ID = ""
	}
	e.Evidence = slices.Clone(e.Evidence)
	for i := range e.Evidence {
		x := &e.Evidence[i]
		x.Reasons = slices.Clone(x.Reasons)
		x.eachActor(func(string) string { return "" })
	}
	b, err := json.Marshal(e)
	if err != nil {
		panic(fmt.Sprintf("an event that is no JSON: %v", err)) // a confidence of NaN, which no stage gives
	}
	return string(b)
}

// sortActors counts the actors' events and mentions, sorts them by these and gives every participant the
// id, name and type of its actor.
func (t *Timeline) sortActors() {
	t.count()
	for i := range t.Actors {
		a := &t.Actors[i]
		a.Titles = sortedSet(a.Titles)
		a.Aliases = slices.DeleteFunc(sortedSet(a.Aliases), func(s string) bool { return s == a.Name })
	}
	slices.SortFunc(t.Actors, func(a, b Actor) int {
		return cmp.Or(
			cmp.Compare(b.Events, a.Events), cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.Name, b.Name),
			cmp.Compare(a.Type, b.Type), slices.Compare(a.Aliases, b.Aliases), slices.Compare(a.Titles, b.Titles),
			slices.CompareFunc(a.Sources, b.Sources, compareMentions),
		)
	})
	byOldID := make(map[string]*Actor, len(t.Actors))
	for i := range t.Actors {
		a := &t.Actors[i]
		byOldID[a.ID] = a
		a.ID = "a" + strconv.Itoa(i+1)
	}
	for _, events := range [][]Event{t.Events, t.Undated} {
		for i := range events {
			for j := range events[i].Actors {
				p := &events[i].Actors[j]
				a := byOldID[p.ID]
				p.ID, p.Name, p.Type = a.ID, a.Name, a.Type
			}
			for j := range events[i].Evidence {
				events[i].Evidence[j].eachActor(func(id string) string { return byOldID[id].ID })
			}
		}
	}
}

// eachActor gives the actors that the evidence's reasons name new ids.
func (x *Evidence) eachActor(id func(string) string) {
	for i := range x.Reasons {
		if r := &x.Reasons[i]; r.Actor != "" {
			r.Actor = id(r.Actor)
		}
	}
}

// count fills in the actors' mentions and events.
func (t *Timeline) count() {
	taking := make(map[string]int, len(t.Actors))
	for _, events := range [][]Event{t.Events, t.Undated} {
		for _, e := range events {
			for i, p := range e.Actors {
				if !slices.ContainsFunc(e.Actors[:i], func(q Participant) bool { return q.ID == p.ID }) {
					taking[p.ID]++
				}
			}
		}
	}
	for i := range t.Actors {
		a := &t.Actors[i]
		a.Events, a.Mentions = taking[a.ID], 0
		for _, in := range a.Sources {
			a.Mentions += in.Mentions
		}
	}
}

// sortedSet is the distinct strings in order, never nil.
func sortedSet(list []string) []string {
	set := append([]string{}, list...)
	slices.Sort(set)
	return slices.Compact(set)
}

// span computes the timeline's first and last date, no finer than days.
func (t *Timeline) span() {
	t.Start, t.End = calendar.Date{}, calendar.Date{}
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
