package export

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"testing"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// large makes a timeline of n events over a century with two actors each.
func large(n int) *timeline.Timeline {
	t := &timeline.Timeline{Format: timeline.Format, Title: "Large", Sources: []timeline.Source{}, Actors: []timeline.Actor{}, Events: make([]timeline.Event, 0, n)}
	for i := range 1000 {
		t.Sources = append(t.Sources, timeline.Source{ID: fmt.Sprintf("s%d", i+1), Name: fmt.Sprintf("article-%d", i), URL: fmt.Sprintf("https://news.example/%d", i), SHA256: fmt.Sprintf("%064x", i), Characters: 5000})
		t.Actors = append(t.Actors, timeline.Actor{ID: fmt.Sprintf("a%d", i+1), Name: fmt.Sprintf("Person %d", i), Type: timeline.Person, Aliases: []string{}, Titles: []string{}, Mentions: 1, Events: 2 * n / 1000, Sources: []timeline.Mentions{}})
	}
	first := calendar.Must(calendar.OfDay(1924, 1, 1))
	for i := range n {
		d, a, b := first.AddDays(i*36500/n), &t.Actors[i*7919%1000], &t.Actors[i*6007%1000]
		quote := fmt.Sprintf("On that day %s signed an agreement with %s, the %dth of its kind.", a.Name, b.Name, i)
		at := len("On that day  ") + len(a.Name)
		t.Events = append(t.Events, timeline.Event{
			ID: fmt.Sprintf("e%d", i+1), Label: "sign", Summary: a.Name + " signed an agreement with " + b.Name, Status: timeline.Statuses[i%5], Confidence: 0.5, Places: []string{"Lissen"},
			Date:     &timeline.Date{Start: d, End: d, EDTF: d.String(), Precision: calendar.Day, Text: "that day", Timex: &timeline.Timex{Type: "DATE", Value: d.String()}, Basis: timeline.Relative, Anchor: d},
			Actors:   []timeline.Participant{{ID: a.ID, Name: a.Name, Type: a.Type, Role: timeline.Agent}, {ID: b.ID, Name: b.Name, Type: b.Type, Role: timeline.Recipient}},
			Evidence: []timeline.Evidence{{Source: t.Sources[i%1000].ID, Start: 0, End: len(quote), Text: quote, Trigger: timeline.Trigger{Start: at, End: at + 6, Text: "signed"}}},
		})
	}
	return t
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		t := large(n)
		for _, f := range Formats() {
			b.Run(fmt.Sprintf("%s/%d", f.Format, n), func(b *testing.B) {
				var size counter
				b.ReportAllocs()
				for b.Loop() {
					size = 0
					if _, err := Write(&size, t, f.Format); err != nil {
						b.Fatal(err)
					}
				}
				b.SetBytes(int64(size))
			})
		}
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// A million events: the target is 40 s and 600 MB beside the timeline itself. It runs only where
// DATELINE_MILLION is set, because the timeline alone takes most of a gigabyte.
func BenchmarkMillionXLSX(b *testing.B) {
	if os.Getenv("DATELINE_MILLION") == "" {
		b.Skip("DATELINE_MILLION is not set")
	}
	t := large(1_000_000)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(io.Discard, t, XLSX); err != nil {
			b.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Sys-before.Sys)/1e6, "more-MB")
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		var doc bytes.Buffer
		if _, err := Write(&doc, large(n), JSON); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(bytes.NewReader(doc.Bytes())); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Reading spreadsheets back, nothing corrected.
func BenchmarkReadAs(b *testing.B) {
	for _, f := range []Format{CSV, XLSX} {
		for _, n := range []int{1000, 10_000} {
			t := large(n)
			var file bytes.Buffer
			if _, err := Write(&file, t, f); err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", f, n), func(b *testing.B) {
				b.SetBytes(int64(file.Len()))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := ReadAs(bytes.NewReader(file.Bytes()), f, t); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
