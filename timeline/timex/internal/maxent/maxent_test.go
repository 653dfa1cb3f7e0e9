package maxent_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/maxent/training"
)

var traits = []string{"told", "none"}

const weights = "# a remark\nevidence\ttold\tnone\nat\t150\t-50\nuntil dusk\t0\t100\n"

func TestBest(t *testing.T) {
	m, err := maxent.Read(strings.NewReader(weights), traits)
	if err != nil {
		t.Fatal(err)
	}
	told, none := maxent.Traits(1), maxent.Traits(2)
	tests := []struct {
		evidence   []string
		candidates []maxent.Traits
		best       int
		odds       float64 // of the best one against the others
	}{
		{[]string{"at"}, []maxent.Traits{none, told}, 1, math.Exp(2)},
		{[]string{"until dusk", "at"}, []maxent.Traits{told, none}, 0, math.Exp(1)},
		{[]string{"until dusk"}, []maxent.Traits{told, none}, 1, math.Exp(1)},
		{[]string{"at"}, []maxent.Traits{told | none, told}, 1, math.Exp(0.5)},
		{[]string{"never seen"}, []maxent.Traits{told, none}, 0, 1},
		{[]string{"at"}, []maxent.Traits{told}, 0, math.Inf(1)},
	}
	for _, test := range tests {
		var sum maxent.Sum
		sum.Begin(test.candidates)
		for _, evidence := range test.evidence {
			m.Add(&sum, []byte(evidence))
		}
		best, p := sum.Best()
		if want := 1 / (1 + 1/test.odds); best != test.best || math.Abs(p-want) > 1e-6 {
			t.Errorf("%q: best of %b is %d with %.3f, want %d with %.3f", test.evidence, test.candidates, best, p, test.best, want)
		}
	}
	if best, _ := new(maxent.Sum).Best(); best != -1 {
		t.Errorf("best of none is %d, want -1", best)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ file, problem string }{
		{"evidence\tnone\ttold\n", `line 1: "evidence\tnone\ttold" are not the names of the traits`},
		{"evidence\ttold\tnone\nat\t1\n", `line 2: "at\t1" has not 2 weights`},
		{"evidence\ttold\tnone\nat\t1\tx\n", `line 2: "x" is no weight`},
		{"evidence\ttold\tnone\nat\n", `line 2: "at" has no weights, or stands twice`},
		{"evidence\ttold\tnone\nat\t1\t2\nat\t1\t2\n", `line 3: "at\t1\t2" has no weights, or stands twice`},
	} {
		if _, err := maxent.Read(strings.NewReader(test.file), traits); err == nil || err.Error() != test.problem {
			t.Errorf("%q: error %v, want %s", test.file, err, test.problem)
		}
	}
	if _, err := maxent.Read(strings.NewReader(""), make([]string, maxent.MostTraits+1)); err == nil {
		t.Errorf("%d traits are taken", maxent.MostTraits+1)
	}
}

// TestTrain: what is trained on examples makes their choice, is read as it was written, and leaves out what too few documents show.
func TestTrain(t *testing.T) {
	var examples []training.Example
	for document := range 20 {
		name := string(rune('a' + document))
		examples = append(examples,
			training.Example{Document: name, Evidence: []string{"at", "only " + name}, Candidates: []maxent.Traits{1, 2}, Right: 0},
			training.Example{Document: name, Evidence: []string{"until"}, Candidates: []maxent.Traits{1, 2}, Right: 1})
	}
	var file bytes.Buffer
	if err := training.Write(&file, []string{"trained"}, traits, training.Train(examples, len(traits))); err != nil {
		t.Fatal(err)
	}
	if written := file.String(); !strings.HasPrefix(written, "# trained\nevidence\ttold\tnone\nat\t") || strings.Contains(written, "only") {
		t.Errorf("wrote %q", written)
	}
	m, err := maxent.Read(&file, traits)
	if err != nil {
		t.Fatal(err)
	}
	for k, x := range examples {
		var sum maxent.Sum
		sum.Begin(x.Candidates)
		for _, evidence := range x.Evidence {
			m.Add(&sum, []byte(evidence))
		}
		if best, p := sum.Best(); best != x.Right || p < 0.75 {
			t.Errorf("example %d: chose %d with %.2f, want %d", k, best, p, x.Right)
		}
	}
	if err := training.Write(&file, nil, traits, map[string][]int16{"a\tb": {1, 2}}); err == nil {
		t.Error("evidence with a tab is written")
	}
}
