package timex_test

import (
	"strings"
	"testing"

	"dateline/timeline/timex"
)

// TestKnown: a timex tells which parts of its value stand in the text, and which were found around it.
func TestKnown(t *testing.T) {
	tests := []struct{ text, known, implied string }{
		{"He left on Friday.", "weekday", "year month day"},
		{"He left in March.", "month", "year"},
		{"He left on 5 March 2014.", "year month day", ""},
		{"He left two years ago.", "", "year"},
		{"He left last night.", "part of the day", "year month day"},
		{"He left at 5 p.m. EST on Friday.", "weekday clock zone", "year month day"},
		{"He came at Christmas.", "month day", "year"},
		{"It was every Friday.", "weekday", ""},
		{"In the 1990s he left.", "decade", ""},
		{"It lasted two years.", "", ""},
		{"He left from 26 July to 22 August.", "month day", "year"},
		{"It ran from 9 a.m. to 5 p.m.", "clock", "year month day"},
	}
	for _, test := range tests {
		found := timex.Find(test.text, published)
		if len(found) == 0 {
			t.Errorf("%q: found nothing", test.text)
		}
		for _, x := range found {
			if known, implied := strings.Join(x.Known.Names(), " "), strings.Join(x.Implied.Names(), " "); known != test.known || implied != test.implied {
				t.Errorf("%q: %q knows %q and implies %q, want %q and %q", test.text, x.Text, known, implied, test.known, test.implied)
			}
		}
	}
}
