package table

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		names []string
		cell  string
		back  []string
	}{
		{nil, "", []string{}},
		{[]string{"Reyes"}, "Reyes", []string{"Reyes"}},
		{[]string{"Reyes", "Clear Water"}, "Reyes; Clear Water", []string{"Reyes", "Clear Water"}},
		{[]string{"a; b", "c"}, "a, b; c", []string{"a, b", "c"}},
		{[]string{"a", "a"}, "a", []string{"a"}},
	} {
		if got := Join(c.names); got != c.cell {
			t.Errorf("%q is joined to %q, want %q", c.names, got, c.cell)
		}
		if got := Split(c.cell); !slices.Equal(got, c.back) {
			t.Errorf("%q is split into %q, want %q", c.cell, got, c.back)
		}
	}
	if got := Split(" a ;; b;"); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("%q", got)
	}
}

func TestSortNumber(t *testing.T) {
	for iso, want := range map[string]string{
		"2019": "20190101", "2019-10": "20191001", "2019-10-03": "20191003", "2019-10-03T10:30": "20191003.4375", "-0049-03-15": "-489685", "0000": "101", "": "-99999999",
	} {
		d := &timeline.Date{End: calendar.Must(calendar.OfYear(9999))}
		if err := d.Start.UnmarshalText([]byte(iso)); err != nil {
			t.Fatal(err)
		}
		r := Row{Event: &timeline.Event{Date: d}}
		if got := r.sortNumber(); got != want {
			t.Errorf("%q sorts as %s, want %s", iso, got, want)
		}
	}
	undated := Row{Event: &timeline.Event{}}
	if got := undated.sortNumber(); got != "" {
		t.Errorf("no date sorts as %q", got)
	}
}

// The numbers of two starts are ordered as the starts are.
func TestSortNumberOrder(t *testing.T) {
	number := func(d calendar.Date) float64 {
		r := Row{Event: &timeline.Event{Date: &timeline.Date{Start: d, End: d}}}
		n, err := strconv.ParseFloat(r.sortNumber(), 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	any := func(t *rapid.T) calendar.Date {
		m := rapid.IntRange(1, 12).Draw(t, "month")
		y := rapid.IntRange(calendar.MinYear, calendar.MaxYear).Draw(t, "year")
		return calendar.Must(calendar.OfDay(y, m, rapid.IntRange(1, calendar.DaysIn(y, m)).Draw(t, "day")))
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := any(t), any(t)
		if x, y := number(a), number(b); (x < y) != (a.Compare(b) < 0) {
			t.Fatalf("%s is %f, %s is %f", a, x, b, y)
		}
	})
}

func TestTriggerInQuote(t *testing.T) {
	for _, c := range []struct {
		quote, trigger string
		start, at      int
		want           string
	}{
		{"He signed it", "signed", 100, 103, "signed"},
		{"“Él” signed", "signed", 7, 12, "signed"},
		{"He signed it", "signed", 100, 104, ""},
		{"He signed it", "signed", 100, 10, ""},
		{"He signed it", "", 100, 103, ""},
	} {
		r := Row{Event: &timeline.Event{Evidence: []timeline.Evidence{{Start: c.start, Text: c.quote, Trigger: timeline.Trigger{Start: c.at, Text: c.trigger}}}}}
		from, to, ok := r.TriggerInQuote()
		if got := c.quote[from:to]; ok != (c.want != "") || got != c.want {
			t.Errorf("%q: %q, %t", c.quote, got, ok)
		}
	}
}
