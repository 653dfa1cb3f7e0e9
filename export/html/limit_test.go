package html

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// Of more events than a page holds the surest stay, of equals the first, and the page says so.
func TestLimit(t *testing.T) {
	tl := &timeline.Timeline{Undated: []timeline.Event{{ID: "e6", Confidence: 0.9}, {ID: "e7", Confidence: 0.2}}}
	for i, c := range []float64{0.5, 0.9, 0.5, 0.1, 0.5} {
		tl.Events = append(tl.Events, timeline.Event{ID: "e" + string(rune('1'+i)), Confidence: c})
	}
	for most, want := range map[int]string{7: "e1 e2 e3 e4 e5 e6 e7", 4: "e1 e2 e3 e6", 3: "e1 e2 e6", 1: "e2", 5: "e1 e2 e3 e5 e6"} {
		keep, left := surest(tl, most)
		var ids []string
		for _, events := range [][]timeline.Event{tl.Events, tl.Undated} {
			for i := range events {
				if keep(&events[i]) {
					ids = append(ids, events[i].ID)
				}
			}
		}
		if got := strings.Join(ids, " "); got != want || left != 7-most {
			t.Errorf("of 7 events %d: %s, %d left out; want %s", most, got, left, want)
		}
	}
	var b bytes.Buffer
	if left, err := write(&b, tl, Options{}, 4); left != 3 || err != nil || !strings.Contains(b.String(), "This page shows the 4 surest of 7 events.") {
		t.Errorf("%d left out, %v, and the page does not say so", left, err)
	}
}

// Every file of the page is part of it.
func TestAssets(t *testing.T) {
	for folder, names := range map[string][]string{"page/style": styles[:], "page/script": scripts[:]} {
		entries, err := fs.ReadDir(files, folder)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, e := range entries {
			found = append(found, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
		}
		sorted := slices.Sorted(slices.Values(names))
		if !slices.Equal(found, sorted) {
			t.Errorf("%s holds %q, the page %q", folder, found, sorted)
		}
	}
	for _, part := range []string{"{policy}", "{style}", "{title}", "{deck}", "{note}", "{data}", "{script}", "{program}"} {
		if !strings.Contains(template, part) {
			t.Errorf("the page has no place for %s", part)
		}
	}
	if strings.Contains(script, "innerHTML") || strings.Contains(strings.ToLower(script), "</script") || strings.Contains(style, "</style") {
		t.Error("the script makes markup of text, or ends its own element")
	}
}

func TestDeck(t *testing.T) {
	at := func(start, end string) timeline.Event {
		d := &timeline.Date{}
		for text, to := range map[string]*calendar.Date{start: &d.Start, end: &d.End} {
			if err := to.UnmarshalText([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		return timeline.Event{Date: d}
	}
	for _, c := range []struct {
		events  []timeline.Event
		sources int
		want    string
	}{
		{nil, 0, "0 events"},
		{[]timeline.Event{at("2019-03", "2019")}, 1, "1 event in 1 article, 2019"},
		{[]timeline.Event{at("", "2019"), at("-0049", "1999")}, 2, "2 events in 2 articles, 50 BC–2019"},
		{make([]timeline.Event, 1_234_567), 1000, "1,234,567 events in 1,000 articles"},
	} {
		if got := deck(&timeline.Timeline{Events: c.events, Sources: make([]timeline.Source, c.sources)}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
