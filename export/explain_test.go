package export

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode"

	"dateline/timeline"
)

// TestExplain: every event of every example is explained, in lines that cannot harm a terminal.
func TestExplain(t *testing.T) {
	for _, name := range []string{"antiquity", "empty", "harbour", "hostile"} {
		data, err := os.ReadFile("../testdata/timelines/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		tl, err := Read(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range append(append([]timeline.Event{}, tl.Events...), tl.Undated...) {
			var b strings.Builder
			if err := Explain(&b, tl, e.ID); err != nil {
				t.Errorf("%s: %s: %v", name, e.ID, err)
			}
			for _, r := range b.String() {
				if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("%s: %s: %q is written", name, e.ID, r)
				}
			}
			for _, part := range []string{string(e.Status), "confidence", "date "} {
				if !strings.Contains(b.String(), part) {
					t.Errorf("%s: %s: no %q in\n%s", name, e.ID, part, b.String())
				}
			}
		}
		if err := Explain(&strings.Builder{}, tl, "e0"); !errors.Is(err, ErrNoEvent) {
			t.Errorf("%s: e0: %v", name, err)
		}
	}
}

// TestExplainReasons: what the sentences that state an event go by is told once, also by rules of later versions.
func TestExplainReasons(t *testing.T) {
	reason := timeline.Reason{Of: timeline.OfStatus, Rule: "negated", Start: 3, End: 6, Text: "not"}
	tl := &timeline.Timeline{Events: []timeline.Event{{ID: "e1", Summary: "It did not rain.", Status: timeline.Denied, Evidence: []timeline.Evidence{
		{Text: "It did not rain.", Reasons: []timeline.Reason{reason}},
		{Text: "It did not rain.", Reasons: []timeline.Reason{reason, {Of: timeline.OfStatus, Rule: "guessed"}}},
	}}}}
	var b strings.Builder
	if err := Explain(&b, tl, "e1"); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "“not” negates it"); n != 1 || !strings.Contains(b.String(), "by the rule guessed") {
		t.Errorf("%d times told what negates it in\n%s", n, b.String())
	}
}
