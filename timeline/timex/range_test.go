package timex

import (
	"testing"

	"dateline/timeline/calendar"
)

// A range has the timexes of its two ends and no more.
func TestRangeEnds(t *testing.T) {
	published := calendar.Must(calendar.OfDay(2020, 5, 13))
	for _, c := range []struct {
		text   string
		ranges []string // EDTF of each timex's range, "" where it has none
	}{
		{"The talks ran March 14–18. The vote is tomorrow.", []string{"2020-03-14/2020-03-18", "2020-03-14/2020-03-18", ""}},
		{"They met on 3-5 May and again on Friday.", []string{"2020-05-03/2020-05-05", "2020-05-03/2020-05-05", ""}},
		{"It lasted from June 5 to June 9 and ended on Sunday.", []string{"2020-06-05/2020-06-09", "2020-06-05/2020-06-09", ""}},
		{"He led it between 1936 and 1939, and in 1941.", []string{"1936/1939", "1936/1939", ""}},
		{"The war of 1939–1945 and the peace of 1946.", []string{"1939/1945", "1939/1945", ""}},
		{"The 26 July – 22 August festival was cancelled.", []string{"2020-07-26/2020-08-22", "2020-07-26/2020-08-22"}},
		{"It was shut from December to April.", []string{"2019-12/2020-04", "2019-12/2020-04"}},
		{"In May 2014 and March 2016 it rained.", []string{"", ""}},
	} {
		found := Find(c.text, Options{Published: published})
		if len(found) != len(c.ranges) {
			t.Errorf("%q has %d timexes, want %d: %+v", c.text, len(found), len(c.ranges), found)
			continue
		}
		for i, x := range found {
			got := ""
			if x.Range != nil {
				got = x.Range.Date.EDTF(x.Range.Date.Precision, false)
			}
			if got != c.ranges[i] {
				t.Errorf("%q: %q is in the range %q, want %q", c.text, x.Text, got, c.ranges[i])
			}
		}
	}
}
