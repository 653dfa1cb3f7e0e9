package event_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/timeline/actor"
	"dateline/timeline/calendar"
	"dateline/timeline/event"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// TestSpecification runs the texts of testdata/events; the form is explained in those files.
func TestSpecification(t *testing.T) {
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	cases := append(specification(t, "../../testdata/events/syntax.txt"), specification(t, "../../testdata/events/coreference.txt")...)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			events, cast := find(c.text, c.published, model)
			var got []string
			for _, e := range events {
				if !e.Date.IsZero() {
					got = append(got, show(e, cast))
				}
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s\ngot:\n\t%s\nwant:\n\t%s", c.text, strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
			for i, summary := range c.summaries {
				dated := 0
				for _, e := range events {
					if e.Date.IsZero() {
						continue
					}
					if dated == i && e.Summary != summary {
						t.Errorf("summary %q, want %q", e.Summary, summary)
					}
					dated++
				}
			}
		})
	}
}

func find(s string, published calendar.Date, model *text.Model) ([]event.Event, actor.Cast) {
	doc := text.Split(s)
	cast := actor.Find(doc, model)
	return event.Find(event.Input{
		Document: doc, Model: model, Cast: cast, Published: published,
		Timexes: timex.Find(s, timex.Options{Published: published}),
	}), cast
}

// show writes an event as the specification does.
func show(e event.Event, cast actor.Cast) string {
	s := fmt.Sprintf("%s %s %s", e.Date.EDTF(e.Date.Precision, e.Date.Approximate), e.Status, e.Label)
	if len(e.Also) > 0 {
		s += fmt.Sprintf(" (told %d times)", 1+len(e.Also))
	}
	var parts []string
	for _, r := range []event.Role{event.Agent, event.Patient, event.Recipient, event.OtherRole} {
		for _, p := range e.Participants {
			if p.Role == r {
				parts = append(parts, fmt.Sprintf("%s: %s", r, cast.Actors[p.Actor].Name))
			}
		}
	}
	for _, p := range e.Places {
		parts = append(parts, "place: "+p)
	}
	if len(parts) > 0 {
		s += " " + strings.Join(parts, "; ")
	}
	if e.Attribution != "" {
		s += " by: " + e.Attribution
	}
	return s
}

type specCase struct {
	name, text string
	published  calendar.Date
	want       []string
	summaries  map[int]string // by number of the dated event
}

func specification(t *testing.T, path string) []specCase {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var (
		cases     []specCase
		published calendar.Date
	)
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		trimmed := strings.TrimSpace(line)
		date, isDate := strings.CutPrefix(line, "Published: ")
		switch {
		case trimmed == "" || strings.HasPrefix(line, "#"):
		case isDate:
			if published, err = calendar.Parse(date); err != nil {
				t.Fatalf("%s:%d: %v", path, n, err)
			}
		case trimmed == line:
			cases = append(cases, specCase{name: fmt.Sprintf("line %d", n), text: line, published: published, summaries: map[int]string{}})
		case strings.HasPrefix(trimmed, "= "):
			c := &cases[len(cases)-1]
			c.summaries[len(c.want)-1] = trimmed[2:]
		default:
			c := &cases[len(cases)-1]
			c.want = append(c.want, trimmed)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cases
}
