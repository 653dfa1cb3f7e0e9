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
		{"Thanksgiving was early", "Thanksgiving", 1939, "1939-11-23"},
		{"Thanksgiving was early", "Thanksgiving", 1941, "1941-11-20"},
		{"Thanksgiving was early", "Thanksgiving", 1942, "1942-11-26"},
		{"Veterans Day in Rome", "Veterans Day", 1960, "1960-11-11"},
		{"Veterans Day in Rome", "Veterans Day", 1974, "1974-10-28"},
		{"Veterans Day in Rome", "Veterans Day", 1978, "1978-11-11"},
		{"Columbus Day was fine", "Columbus Day", 1892, "1892-10-12"},
		{"Columbus Day was fine", "Columbus Day", 1998, "1998-10-12"},
		{"Washington's Birthday", "Washington's Birthday", 1862, "1862-02-22"},
		{"Cinco de Mayo was fine", "Cinco de Mayo", 1998, "1998-05-05"},
		{"Cyber Monday was fine", "Cyber Monday", 2021, "2021-11-29"},
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
