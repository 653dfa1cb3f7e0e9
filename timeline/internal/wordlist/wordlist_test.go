package wordlist

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSet(t *testing.T) {
	days := SetOf("monday tuesday Friday ’t")
	tests := []struct {
		word      string
		has, fold bool
	}{
		{"monday", true, true},
		{"Monday", false, true},
		{"MONDAY", false, true},
		{"Friday", true, false}, // folding is for words that are listed in lower case
		{"sunday", false, false},
		{"mondays", false, false},
		{"moonday", false, false},
		{"’t", true, false}, // and in ASCII
		{"", false, false},
	}
	for _, test := range tests {
		if has, fold := days.Has(test.word), days.HasFold(test.word); has != test.has || fold != test.fold {
			t.Errorf("%q: has %v, fold %v", test.word, has, fold)
		}
	}
	for _, none := range []*Set{nil, new(Set)} {
		if none.Has("monday") || none.HasFold("monday") {
			t.Error("an empty set has a word")
		}
	}
}

var capitals = strings.NewReplacer("a", "A", "b", "B", "c", "C")

// A list knows what a map knows.
func TestMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-cé'-]{1,4}`)
		want := rapid.MapOf(word, rapid.Int()).Draw(t, "words")
		list := MapOf(want)
		for range 20 {
			w := word.Draw(t, "word")
			value, ok := want[w]
			if got, found := list.Find(w); got != value || found != ok || list.Get(w) != value {
				t.Fatalf("%q gives %d, %v, want %d, %v", w, got, found, value, ok)
			}
			if ok && !list.May(w) {
				t.Fatalf("%q may not be listed", w)
			}
			if got, found := list.FindBytes([]byte(w)); got != value || found != ok {
				t.Fatalf("%q in bytes gives %d, %v, want %d, %v", w, got, found, value, ok)
			}
			if got, found := list.Fold(capitals.Replace(w)); !strings.Contains(w, "é") && (got != value || found != ok) {
				t.Fatalf("%q folded gives %d, %v, want %d, %v", w, got, found, value, ok)
			}
		}
	})
}
