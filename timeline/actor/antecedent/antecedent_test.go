package antecedent

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestEmbeddedWeights(t *testing.T) {
	w, err := Read(bytes.NewReader(weightFile))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), weightFile) {
		t.Error("the embedded weights are not what they are written as again")
	}
}

func TestReadErrors(t *testing.T) {
	for _, s := range []string{"place\t1\n", "nothing\t1\t1\n", "place\tx\t1\n", "place\t99999999\t1\n", "place\t1\tx\n"} {
		if _, err := Read(strings.NewReader(s)); !errors.Is(err, ErrWeights) {
			t.Errorf("%q: error %v, want ErrWeights", s, err)
		}
	}
}

// TestOf checks that features of other templates or values differ.
func TestOf(t *testing.T) {
	seen := map[Feature][]int{}
	for a := range 8 {
		for b := range 8 {
			for c := range 8 {
				f := Of(Place, a, b, c)
				if before, ok := seen[f]; ok {
					t.Fatalf("%v and %v are one feature", before, []int{a, b, c})
				}
				seen[f] = []int{a, b, c}
			}
		}
	}
	if Of(Place, 1) == Of(Order, 1) {
		t.Error("two templates give one feature")
	}
}

// TestTrain checks that training learns which feature tells the right candidates, and gives the same weights each time.
func TestTrain(t *testing.T) {
	good, bad, both := Of(Place, 0), Of(Place, 1), Of(Opens, 1)
	var examples []Example
	for range 10 {
		examples = append(examples, Example{Weight: 1, Right: []bool{false, true},
			Choice: Choice{Candidates: []Candidate{{Features: []Feature{bad, both}}, {Features: []Feature{good, both}}}}})
	}
	w := Train(examples, DefaultOptions)
	if g, b := w.Score([]Feature{good}), w.Score([]Feature{bad}); g <= b {
		t.Errorf("the right candidates' feature weighs %v, the others' %v", g, b)
	}
	var one, two bytes.Buffer
	w.Write(&one)
	Train(examples, DefaultOptions).Write(&two)
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same examples gave other weights")
	}
}
