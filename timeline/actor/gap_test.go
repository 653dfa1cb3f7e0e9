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
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	type span struct {
		Start, End int
		Coref      bool
	}
	score := map[string]*tally{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d struct {
			ID, Split, Text string
			Pronoun, A, B   span
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		offsets := append([]int(nil), 0)
		for i := range d.Text {
			offsets = append(offsets[:len(offsets)-1], i, len(d.Text))
		}
		cast := Find(text.Split(d.Text), model)
		actorAt := func(s span) int {
			a, b := offsets[s.Start], offsets[s.End]
			for _, m := range cast.Mentions {
				if m.Start < b && a < m.End && m.Actor >= 0 && len(m.Members) == 0 && (m.Kind == Pronoun) == (s == d.Pronoun) {
					return m.Actor
				}
			}
			return -1
		}
		who := actorAt(d.Pronoun)
		if score[d.Split] == nil {
			score[d.Split] = &tally{}
		}
		for _, n := range []span{d.A, d.B} {
			score[d.Split].add(who >= 0 && actorAt(n) == who, n.Coref)
		}
		if os.Getenv("GAPV") != "" {
			a, b := actorAt(d.A), actorAt(d.B)
			if (who >= 0 && a == who) != d.A.Coref || (who >= 0 && b == who) != d.B.Coref {
				t.Log(d.ID, who, a, b, d.A.Coref, d.B.Coref, d.Text[offsets[d.A.Start]:offsets[d.A.End]], "/", d.Text[offsets[d.B.Start]:offsets[d.B.End]], "//", d.Text[offsets[max(0, d.Pronoun.Start-150)]:offsets[min(len(offsets)-1, d.Pronoun.End+30)]])
			}
		}
	}
	for split, s := range score {
		t.Logf("%s: precision %.3f recall %.3f F1 %.3f", split, s.precision(), s.recall(), s.f1())
		if s.f1() < 0.60 {
			t.Errorf("%s: F1 %.3f", split, s.f1())
		}
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
