package actor

import (
	"slices"
	"testing"
)

func TestNamed(t *testing.T) {
	text := "Norvik showed the Kite 4 in May. The KITE 4 failed; a kite 45 did not. Norvik Kite 4 Fund closed."
	cast := Cast{
		Actors:   []Actor{{Name: "Norvik", Type: Organization}, {Name: "Norvik Kite 4 Fund", Type: Organization}},
		Mentions: []Mention{{Start: 0, End: 6}, {Start: 71, End: 89, Actor: 1}},
	}
	got := cast.Named(text, "Kite 4")
	var spans []string
	for _, m := range got.Mentions {
		if m.Actor == 2 {
			spans = append(spans, text[m.Start:m.End])
		}
	}
	if want := []string{"Kite 4", "KITE 4"}; !slices.Equal(spans, want) {
		t.Errorf("mentions %q, want %q", spans, want)
	}
	if a := got.Actors[2]; a.Name != "Kite 4" || a.Type != Other || !slices.Equal(a.Aliases, []string{"KITE 4"}) {
		t.Errorf("actor %+v", a)
	}
	if len(cast.Actors) != 2 || len(cast.Mentions) != 2 {
		t.Error("the cast was changed")
	}
	for _, name := range []string{"", " ", "norvik", "Kestrel"} {
		if got := cast.Named(text, name); len(got.Actors) != 2 {
			t.Errorf("%q adds %+v", name, got.Actors)
		}
	}
}
