package timex

import (
	"testing"

	"dateline/timeline/calendar"
)

// A first or last amount of a longer time is a part of it, or has no date.
func TestPartOfTime(t *testing.T) {
	published := calendar.Must(calendar.OfDay(2020, 6, 10))
	for _, c := range []struct{ text, start, end string }{
		{"He spent the last two weeks of 1918 in Paris.", "1918-12-18", "1918-12-31"},
		{"The first ten days of May were wet.", "2020-05-01", "2020-05-10"},
		{"The first five years of the 1990s were hard.", "1990-01-01", "1994-12-31"},
		{"The last five years of the 19th century were hard.", "1895-01-01", "1899-12-31"},
		{"The last nine months of 1998 were hard.", "1998-04-01", "1998-12-31"},
		{"The first two months of 1999 were hard.", "1999-01-01", "1999-02-28"},
		{"The last ten minutes of 1999 were long.", "", ""},
		{"The first 400 days of 1999 were long.", "", ""},
	} {
		found := Find(c.text, Options{Published: published})
		if len(found) != 1 || found[0].Type != DurationType {
			t.Errorf("%q has %+v, want one duration", c.text, found)
			continue
		}
		if d := found[0].Date; d.Start.String() != c.start || d.End.String() != c.end {
			t.Errorf("%q is from %q to %q, want %q to %q", found[0].Text, d.Start, d.End, c.start, c.end)
		}
	}
}

// What came hours later than it should have is dated by the day of the clock time before it, where there is one.
func TestLateness(t *testing.T) {
	published := calendar.Must(calendar.OfDay(2031, 7, 22))
	for _, c := range []struct{ text, value, day string }{
		{"The probe woke up at 03:12 on Tuesday. The signal came forty minutes later than expected.", "PT40M", "2031-07-22"},
		{"The signal came forty minutes later than expected.", "PT40M", ""},
		{"The probe woke up at 03:12 on Tuesday. The signal came a week later than expected.", "P1W", ""},
	} {
		found := Find(c.text, Options{Published: published})
		if last := found[len(found)-1]; last.Value != c.value || last.Date.Start.String() != c.day {
			t.Errorf("%q is %s on %q, want %s on %q", c.text, last.Value, last.Date.Start, c.value, c.day)
		}
	}
}
