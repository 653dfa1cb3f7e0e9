package timeline

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

// anyPart is a timeline of one source, as extract gives it. Names come from a small stock, so that parts
// share actors.
func anyPart(t *rapid.T) *Timeline {
	part := &Timeline{Format: Format, Title: rapid.SampledFrom([]string{"", "One", "Two"}).Draw(t, "title"), Actors: []Actor{}, Events: []Event{}}
	part.Sources = []Source{{
		ID: onlySource, Name: rapid.SampledFrom([]string{"north", "south", "west"}).Draw(t, "source"),
		SHA256: rapid.SampledFrom([]string{"aa", "bb"}).Draw(t, "hash"), Characters: 400,
	}}
	for i, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Ada Lovelace", "Grace Hopper", "Royal Society", "Linus"}), 1, 3, rapid.ID[string]).Draw(t, "names") {
		part.Actors = append(part.Actors, Actor{
			ID: actorID(i), Name: name, Type: rapid.SampledFrom([]ActorType{Person, Organization}).Draw(t, "type"),
			Aliases: rapid.SliceOf(rapid.SampledFrom([]string{"Ada", "Hopper", "the society"})).Draw(t, "aliases"),
			Sources: []Mentions{{onlySource, rapid.IntRange(1, 9).Draw(t, "mentions")}},
		})
	}
	for range rapid.IntRange(0, 6).Draw(t, "events") {
		part.Events = append(part.Events, anyEvent(t, part.Actors))
	}
	if rapid.Bool().Draw(t, "undated") {
		part.Undated = []Event{}
	}
	part.canonical()
	return part
}

func anyEvent(t *rapid.T, actors []Actor) Event {
	start := rapid.IntRange(0, 350).Draw(t, "start")
	e := Event{
		Date: anyDate(t), Label: rapid.SampledFrom([]string{"meet", "sign"}).Draw(t, "label"), Status: rapid.SampledFrom(Statuses[:]).Draw(t, "status"),
		Actors: []Participant{}, Places: []string{}, Confidence: 0.5,
		Evidence: []Evidence{{Source: onlySource, Start: start, End: start + 40, Trigger: Trigger{Start: start + 5, End: start + 9}}},
	}
	for _, a := range rapid.SliceOfDistinct(rapid.SampledFrom(actors), func(a Actor) string { return a.ID }).Draw(t, "who") {
		e.Actors = append(e.Actors, Participant{ID: a.ID, Name: a.Name, Type: a.Type, Role: Agent})
	}
	return e
}

func anyDate(t *rapid.T) *Date {
	at := func(name string) calendar.Date {
		d := calendar.Must(calendar.OfDay(rapid.IntRange(-2, 3).Draw(t, name), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")))
		return d.Truncate(rapid.SampledFrom([]calendar.Precision{calendar.Year, calendar.Month, calendar.Day}).Draw(t, "precision"))
	}
	d := &Date{Start: at("start"), Precision: calendar.Day, Basis: Stated}
	d.End = d.Start
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		d.End = calendar.Date{}
	case 1:
		d.Start = calendar.Date{}
	}
	d.EDTF = d.Interval().EDTF(d.Precision, false)
	return d
}

func asJSON(t *rapid.T, v any) string {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyPart(t), anyPart(t), anyPart(t)
		before := asJSON(t, a)
		all := Merge(a, b, c)
		for name, other := range map[string]*Timeline{
			"in another order": Merge(c, a, b),
			"in two steps":     Merge(Merge(a, b), c),
			"with one of it":   Merge(all, b),
			"with itself":      Merge(all, all),
		} {
			got := other
			if name == "in two steps" || name == "with one of it" {
				got.Title = all.Title // a title that two timelines dispute is lost, and a third may bring it back
			}
			if diff := cmp.Diff(asJSON(t, all), asJSON(t, got)); diff != "" {
				t.Fatalf("merged %s: %s", name, diff)
			}
		}
		if asJSON(t, a) != before {
			t.Fatal("Merge changed its argument")
		}
		if diff := cmp.Diff(before, asJSON(t, Merge(a))); diff != "" {
			t.Fatalf("merged alone: %s", diff)
		}
	})
}

// Actors of several articles are one where their names say so, under the fullest of them.
func TestMergeActors(t *testing.T) {
	part := func(name, actor string) *Timeline {
		p := &Timeline{Format: Format, Sources: []Source{{ID: onlySource, Name: name}}, Actors: []Actor{{ID: "a1", Name: actor, Type: Person, Sources: []Mentions{{onlySource, 2}}}}}
		p.canonical()
		return p
	}
	got := Merge(part("one", "Lindqvist"), part("two", "Åsa Lindqvist")).Actors
	want := []Actor{{ID: "a1", Name: "Åsa Lindqvist", Type: Person, Aliases: []string{"Lindqvist"}, Titles: []string{}, Mentions: 4, Sources: []Mentions{{"s1", 2}, {"s2", 2}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := Merge(part("one", "Lindqvist"), part("two", "Åsa Lindqvist"), part("three", "Bo Lindqvist")).Actors; len(got) != 3 {
		t.Errorf("two people of one last name and that name alone are %d actors, want 3", len(got))
	}
}

func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPart(t), anyPart(t)
		merged := Merge(a, b)
		for _, part := range []*Timeline{a, b} {
			for _, e := range part.Events {
				if !slices.ContainsFunc(merged.Events, func(m Event) bool {
					return m.Evidence[0].Trigger == e.Evidence[0].Trigger && m.Label == e.Label && m.Status == e.Status && len(m.Actors) == len(e.Actors)
				}) {
					t.Fatalf("event %s is lost", asJSON(t, e))
				}
			}
		}
	})
}

func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		merged := Merge(anyPart(t), anyPart(t))
		if !slices.IsSortedFunc(merged.Events, func(a, b Event) int { return a.Date.Interval().Compare(b.Date.Interval()) }) {
			t.Fatalf("not in chronological order: %s", asJSON(t, merged.Events))
		}
		for i, e := range merged.Events {
			for _, p := range e.Actors {
				a := merged.Actors[slices.IndexFunc(merged.Actors, func(a Actor) bool { return a.ID == p.ID })]
				if a.Name != p.Name || a.Type != p.Type {
					t.Fatalf("event %d: participant %v is actor %v", i, p, a)
				}
			}
			if !e.Date.Start.IsZero() && merged.Start.FirstDay().Compare(e.Date.Start.FirstDay()) > 0 ||
				!e.Date.End.IsZero() && merged.End.LastDay().Compare(e.Date.End.LastDay()) < 0 {
				t.Fatalf("%s is outside %s to %s", e.Date.EDTF, merged.Start, merged.End)
			}
		}
	})
}

func TestSelect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := Merge(anyPart(t), anyPart(t))
		before := asJSON(t, all)
		f := Filter{
			Actor:    rapid.SampledFrom([]string{"", "hopper", "The Royal Society"}).Draw(t, "actor"),
			From:     calendar.Must(calendar.OfYear(rapid.IntRange(-1, 2).Draw(t, "from"))),
			Statuses: []Status{Occurred, Planned},
		}
		some := all.Select(f)
		for _, e := range some.Events {
			if e.Status != Occurred && e.Status != Planned || !e.Date.End.IsZero() && e.Date.End.LastDay().Compare(f.From.FirstDay()) < 0 {
				t.Fatalf("%s was not asked for", asJSON(t, e))
			}
		}
		for _, a := range some.Actors {
			if a.Events == 0 {
				t.Fatalf("%s takes no part", a.Name)
			}
		}
		if again := some.Select(f); len(again.Events) != len(some.Events) {
			t.Fatal("what was selected is not selected again")
		}
		if asJSON(t, all) != before {
			t.Fatal("Select changed the timeline")
		}
	})
}

func TestFind(t *testing.T) {
	tl := &Timeline{Actors: []Actor{
		{ID: "a1", Name: "Apple Corps", Aliases: []string{"Beatles' company"}}, {ID: "a2", Name: "Apple"}, {ID: "a3", Name: "Steve Jobs", Aliases: []string{"Jobs"}},
		{ID: "a4", Name: "Laurene Powell Jobs"},
	}}
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Apple", []string{"a2"}},
		{"apple corps", []string{"a1"}},
		{"Beatles Apple Corps", []string{"a1"}},
		{"Apple Inc.", []string{"a2"}},
		{"Jobs", []string{"a3"}},
		{"Powell", []string{"a4"}},
		{"the", nil},
		{"Nobody", nil},
	} {
		var got []string
		for _, a := range tl.Find(c.name) {
			got = append(got, a.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Find(%q) = %v, want %v", c.name, got, c.want)
		}
	}
}
