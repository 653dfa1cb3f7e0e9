package holiday

import (
	"testing"

	"dateline/timeline/timex/internal/prose"
)

func TestAt(t *testing.T) {
	tests := []struct {
		text string
		name string // the text's first words that name a day; "" for none
		year int
		want string
	}{
		{"Christmas Eve was quiet", "Christmas Eve", 1998, "1998-12-24"},
		{"Thanksgiving Day came", "Thanksgiving Day", 1998, "1998-11-26"},
		{"Thanksgiving was early", "Thanksgiving", 1938, "1938-11-24"}, // before the proclamation of 1939 on the last Thursday
		{"Easter Monday", "Easter Monday", 1916, "1916-04-24"},
		{"New Year's Eve", "New Year's Eve", 2020, "2020-12-31"},
		{"Easterly winds", "", 0, ""},
		{"Labor costs", "", 0, ""},
	}
	for _, test := range tests {
		h, stop := At(test.text, 0, prose.FirstWord(test.text))
		if h == nil {
			if test.name != "" {
				t.Errorf("%q names no day, want %q", test.text, test.name)
			}
			continue
		}
		if got := test.text[:stop]; got != test.name {
			t.Errorf("%q names %q, want %q", test.text, got, test.name)
		}
		if got := h.In(test.year).String(); got != test.want {
			t.Errorf("%q in %d is %s, want %s", test.name, test.year, got, test.want)
		}
	}
}
