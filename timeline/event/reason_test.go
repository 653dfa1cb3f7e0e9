package event_test

import (
	"testing"

	"dateline/timeline/event"
	"dateline/timeline/text"
)

// TestReasons holds what every event of the specification must give: one status rule, a date rule where it is
// dated, one for every participant and for the attribution, in the order of Parts, and words inside the text.
// Every rule of the table is met.
func TestReasons(t *testing.T) {
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	part, met := map[event.Rule]event.Part{}, map[event.Rule]bool{}
	for _, r := range event.Rules {
		part[r.Rule] = r.Of
	}
	order := map[event.Part]int{}
	for i, p := range event.Parts {
		order[p] = i
	}
	for _, c := range specification(t, "../../testdata/events/syntax.txt") {
		events, _ := find(c.text, c.published, model)
		for _, e := range events {
			count := map[event.Part]int{}
			for i, r := range e.Reasons {
				met[r.Rule] = true
				count[r.Of]++
				if part[r.Rule] != r.Of {
					t.Errorf("%s: %s of %q is not in the table", c.text, r.Rule, r.Of)
				}
				if r.Span.Start < 0 || r.Span.End < r.Span.Start || r.Span.End > len(c.text) || r.Span.End == r.Span.Start && r.Rule != event.Told {
					t.Errorf("%s: %s goes by bytes %d to %d", c.text, r.Rule, r.Span.Start, r.Span.End)
				}
				if i > 0 && order[r.Of] < order[e.Reasons[i-1].Of] {
					t.Errorf("%s: the reason for the %s comes after that for the %s", c.text, r.Of, e.Reasons[i-1].Of)
				}
			}
			if count[event.OfStatus] != 1 || (count[event.OfDate] > 0) == e.Date.IsZero() || count[event.OfActor] != len(e.Participants) ||
				count[event.OfAttribution] > 1 || (count[event.OfAttribution] > 0) == (e.Attribution == "") {
				t.Errorf("%s: %s has the reasons %v", c.text, e.Label, e.Reasons)
			}
		}
	}
	for _, r := range event.Rules {
		if !met[r.Rule] {
			t.Errorf("no text of the specification shows %s", r.Rule)
		}
	}
}
