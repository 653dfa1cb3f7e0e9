package lexicon

import (
	"strings"
	"testing"
)

// Every word is found in whatever case.
func TestLookup(t *testing.T) {
	for word, entry := range readLexicon(lexiconFile) {
		for _, form := range [...]string{word, strings.ToUpper(word)} {
			if got, ok := Lookup(form); !ok || *got != *entry {
				t.Errorf("Lookup(%q) gives %+v, want %+v", form, got, entry)
			}
		}
		if !MayList(word) {
			t.Errorf("MayList(%q) is false", word)
		}
	}
	for _, word := range [...]string{"", "x", "crane", "notwithstanding"} {
		if got, ok := Lookup(word); ok {
			t.Errorf("Lookup(%q) gives %+v, want nothing", word, got)
		}
	}
}

func TestEntries(t *testing.T) {
	tests := []struct {
		word string
		want Entry
	}{
		{"February", Entry{Class: Month, Value: "2", Number: 2}},
		{"weeks", Entry{Class: Unit, Value: "W", Plural: true}},
		{"yesterday", Entry{Class: Deictic, Value: "-1", Number: -1}},
		{"seven", Entry{Class: Num, Value: "7", Number: 7}},
	}
	for _, test := range tests {
		got, ok := Lookup(test.word)
		if !ok || *got != test.want {
			t.Errorf("Lookup(%q) gives %+v, want %+v", test.word, got, test.want)
		}
	}
}
