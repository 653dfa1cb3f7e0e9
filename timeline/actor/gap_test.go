package actor

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"dateline/timeline/text"
)

// TestGAP measures pronouns on the passages of GAP (Webster and others 2018): for each of two names, whether the
// pronoun means it; F1 over both. The file, one passage a line with spans in code points, is named by the
// environment variable DATELINE_GAP; without it the test is skipped.
func TestGAP(t *testing.T) {
	name := os.Getenv("DATELINE_GAP")
	if name == "" {
		t.Skip("DATELINE_GAP names no file")
	}
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	score := map[string]*tally{"development": {}, "validation": {}}
	readGAP(t, name, func(d passage) {
		cast := Find(text.Split(d.Text), model)
		actorAt := func(s gapSpan) int {
			a, b := d.bytes(s.Start), d.bytes(s.End)
			for _, m := range cast.Mentions {
				if m.Start < b && a < m.End && m.Actor >= 0 && len(m.Members) == 0 && (m.Kind == Pronoun) == (s == d.Pronoun) {
					return m.Actor
				}
			}
			return -1
		}
		who := actorAt(d.Pronoun)
		for _, n := range []gapSpan{d.A, d.B} {
			score[d.Split].add(who >= 0 && actorAt(n) == who, n.Coref)
		}
	})
	for split, s := range score {
		t.Logf("%s: precision %.3f recall %.3f F1 %.3f", split, s.precision(), s.recall(), s.f1())
		if s.f1() < 0.68 {
			t.Errorf("%s: F1 %.3f", split, s.f1())
		}
	}
}

type gapSpan struct {
	Start, End int // code points
	Coref      bool
}

// passage is one line of GAP.
type passage struct {
	ID, Split, Text string
	Pronoun, A, B   gapSpan
	offsets         []int
}

// bytes turns an offset in code points into one in bytes.
func (d *passage) bytes(n int) int { return d.offsets[n] }

func readGAP(t *testing.T, name string, f func(passage)) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d passage
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		for i := range d.Text {
			d.offsets = append(d.offsets, i)
		}
		d.offsets = append(d.offsets, len(d.Text))
		f(d)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// tally counts right, found and wanted answers.
type tally struct{ right, found, wanted float64 }

func (s *tally) add(found, wanted bool) {
	if found {
		s.found++
	}
	if wanted {
		s.wanted++
	}
	if found && wanted {
		s.right++
	}
}

func (s *tally) precision() float64 { return s.right / max(s.found, 1) }
func (s *tally) recall() float64    { return s.right / max(s.wanted, 1) }
func (s *tally) f1() float64        { return 2 * s.right / max(s.found+s.wanted, 1) }
