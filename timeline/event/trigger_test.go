package event_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/event"
	"dateline/timeline/text"
)

// TestTriggers measures triggers on TimeBank as TempEval-3 (UzZaman and others 2013) gives it. Recall is that of
// the EVENTs which some TLINK joins to a timex, those with one in the text and those with the day of publication
// alone apart. Found is an event whose trigger overlaps the EVENT's word. As TLINKs are sparse, precision is given
// twice: against these EVENTs (a lower bound) and against all EVENTs. Each is counted once for every event found
// and once for the dated ones alone.
//
// The environment variable DATELINE_TIMEBANK names the directory of timebank.docs.jsonl and timebank.events.jsonl,
// with spans in code points; without it the test is skipped. -v lists what was missed and found in excess in
// every second document, beginning with the first; the others are for checking only.
func TestTriggers(t *testing.T) {
	dir := os.Getenv("DATELINE_TIMEBANK")
	if dir == "" {
		t.Skip("DATELINE_TIMEBANK names no directory")
	}
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	gold := readTimeBank(t, dir)
	halves := [2]string{"read", "held"}
	var all, dated [2]triggerScore
	for n, d := range gold {
		published, err := calendar.Parse(d.Published)
		if err != nil {
			t.Fatal(err)
		}
		events, _ := find(d.Text, published, model)
		points := text.NewCodePoints(d.Text)
		var every, some [][2]int
		for _, e := range events {
			for _, x := range append([]event.Evidence{e.Evidence}, e.Also...) {
				span := [2]int{points.At(x.Trigger.Start), points.At(x.Trigger.End)}
				every = append(every, span)
				if !e.Date.IsZero() {
					some = append(some, span)
				}
			}
		}
		missed, excess := all[n%2].add(d, every)
		dated[n%2].add(d, some)
		if n%2 == 0 && testing.Verbose() {
			runes := []rune(d.Text)
			for _, m := range missed {
				t.Logf("missed: …%s", around(runes, m))
			}
			for _, x := range excess {
				t.Logf("excess: …%s", around(runes, x))
			}
		}
	}
	for i, half := range halves {
		t.Logf("%s half, every event: %s", half, all[i])
		t.Logf("%s half, dated ones:  %s", half, dated[i])
		if all[i].inText.recall() < 0.6 || all[i].precision() < 0.75 {
			t.Errorf("%s half: %s", half, all[i])
		}
	}
}

// triggerScore counts EVENTs by their link, and the triggers found with those that are right.
type triggerScore struct {
	inText, published              hits
	found, foundLinked, foundEvent float64
}

// hits counts the EVENTs of one kind of link and those of them that were found.
type hits struct{ found, all float64 }

func (h hits) recall() float64 { return h.found / max(h.all, 1) }

func (s triggerScore) precision() float64 { return s.foundEvent / max(s.found, 1) }

func (s triggerScore) String() string {
	return fmt.Sprintf("recall %.3f (%v linked to a timex of the text), %.3f (%v to the day of publication alone); precision %.3f among linked EVENTs, %.3f among all (%v found)",
		s.inText.recall(), s.inText.all, s.published.recall(), s.published.all, s.foundLinked/max(s.found, 1), s.precision(), s.found)
}

// add counts a document and gives the spans missed and found in excess.
func (s *triggerScore) add(d *timeBankDocument, found [][2]int) (missed, excess [][2]int) {
	overlap := func(a, b [2]int) bool { return a[0] < b[1] && b[0] < a[1] }
	for _, e := range d.Events {
		h := &s.inText
		switch d.linked[e.ID] {
		case unlinked:
			continue
		case toPublication:
			h = &s.published
		}
		h.all++
		span := [2]int{e.Start, e.End}
		if slices.ContainsFunc(found, func(f [2]int) bool { return overlap(f, span) }) {
			h.found++
		} else {
			missed = append(missed, span)
		}
	}
	for _, f := range found {
		s.found++
		linked, event := false, false
		for _, e := range d.Events {
			if overlap(f, [2]int{e.Start, e.End}) {
				event = true
				linked = linked || d.linked[e.ID] != unlinked
			}
		}
		if event {
			s.foundEvent++
		} else {
			excess = append(excess, f)
		}
		if linked {
			s.foundLinked++
		}
	}
	return missed, excess
}

// around shows a span in its line.
func around(runes []rune, span [2]int) string {
	const wide = 60
	s := string(runes[max(span[0]-wide, 0):span[0]]) + "[" + string(runes[span[0]:span[1]]) + "]" + string(runes[span[1]:min(span[1]+wide, len(runes))])
	return strings.Join(strings.Fields(s), " ")
}

// link says what a TLINK joins an EVENT to.
type link uint8

const (
	unlinked      link = iota
	toPublication      // TimeML's t0, and to nothing else
	toText             // a timex of the text
)

// timeBankDocument is a document with its EVENTs and their links by id.
type timeBankDocument struct {
	ID, Text, Published string
	Events              []struct {
		ID         string `json:"eid"`
		Start, End int
	}
	linked map[string]link
}

func readTimeBank(t *testing.T, dir string) []*timeBankDocument {
	var list []*timeBankDocument
	byID := make(map[string]*timeBankDocument)
	eachLine(t, filepath.Join(dir, "timebank.docs.jsonl"), func(line []byte) error {
		d := &timeBankDocument{linked: make(map[string]link)}
		list = append(list, d)
		err := json.Unmarshal(line, d)
		byID[d.ID] = d
		return err
	})
	eachLine(t, filepath.Join(dir, "timebank.events.jsonl"), func(line []byte) error {
		var d struct {
			timeBankDocument
			TLinks []struct{ From, To string }
		}
		err := json.Unmarshal(line, &d)
		in := byID[d.ID]
		in.Events = d.Events
		for _, l := range d.TLinks {
			for _, pair := range [][2]string{{l.From, l.To}, {l.To, l.From}} {
				switch event, other := pair[0], pair[1]; {
				case other == "t0":
					in.linked[event] = max(in.linked[event], toPublication)
				case strings.HasPrefix(other, "t"):
					in.linked[event] = toText
				}
			}
		}
		return err
	})
	return list
}

func eachLine(t *testing.T, path string, f func([]byte) error) {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if err := f(lines.Bytes()); err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
