// Package maxent chooses one of several candidates by a log-linear model: the score of a candidate is the sum of the weights that the model has for each of its traits
// beside each piece of evidence, and its probability is the exponential of that, over the sum of those of all (A. Berger, S. Della Pietra and V. Della Pietra, "A Maximum
// Entropy Approach to Natural Language Processing", Computational Linguistics 22, 1996).
//
// Evidence is what the text shows, and the same for all candidates: "the word before is until". A trait is what a candidate is: "the day named last".
package maxent

import (
	"bufio"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// Traits is a set of traits, by the bits of their numbers.
type Traits uint64

// MostTraits is how many traits a model may tell apart.
const MostTraits = 64

// All gives the numbers of the traits in the set, in their order.
func (t Traits) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; t != 0; t &= t - 1 {
			if !yield(bits.TrailingZeros64(uint64(t))) {
				return
			}
		}
	}
}

// Model is a log-linear model. The zero Model knows no evidence.
type Model struct {
	traits  int
	seed    maphash.Seed
	rows    table
	weights []int16 // in steps of 1/Unit; a row has one for each trait
}

// Unit is the number of steps that weights are given in, from one whole to the next.
const Unit = 100

// New makes a model of weights in steps of 1/Unit, one row of as many as there are traits for each piece of evidence. There may be mostRows rows.
func New(traits int, weights map[string][]int16) *Model {
	m := &Model{traits: traits, seed: maphash.MakeSeed()}
	var hashes []uint64
	for evidence, row := range weights {
		hashes = append(hashes, maphash.String(m.seed, evidence))
		m.weights = append(m.weights, row...)
	}
	m.rows = tableOf(hashes)
	return m
}

// Read reads a model whose traits have the names given: a table with a line for each piece of evidence, that and its weights in steps of 1/Unit, below a line with the names of the columns. Lines that
// begin with "# " are remarks. An error tells the line that does not fit.
func Read(r io.Reader, traits []string) (*Model, error) {
	if len(traits) > MostTraits {
		return nil, fmt.Errorf("%d traits are more than %d", len(traits), MostTraits)
	}
	m := &Model{traits: len(traits), seed: maphash.MakeSeed()}
	var hashes []uint64
	lines, headed, read := bufio.NewScanner(r), false, map[string]bool{}
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		evidence, weights, ok := strings.Cut(line, "\t")
		switch {
		case strings.HasPrefix(line, "# "):
			continue
		case !headed:
			if headed = weights == strings.Join(traits, "\t"); !headed {
				return nil, fmt.Errorf("line %d: %q are not the names of the traits", number, line)
			}
			continue
		case !ok || read[evidence]:
			return nil, fmt.Errorf("line %d: %q has no weights, or stands twice", number, line)
		case len(hashes) == mostRows:
			return nil, fmt.Errorf("line %d: these are more than %d rows", number, mostRows)
		}
		read[evidence] = true
		hashes = append(hashes, maphash.String(m.seed, evidence))
		for column := range strings.SplitSeq(weights, "\t") {
			weight, err := strconv.ParseInt(column, 10, 16)
			if err != nil {
				return nil, fmt.Errorf("line %d: %q is no weight", number, column)
			}
			m.weights = append(m.weights, int16(weight))
		}
		if len(m.weights) != len(hashes)*m.traits {
			return nil, fmt.Errorf("line %d: %q has not %d weights", number, line, m.traits)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the weights: %w", err)
	}
	m.rows = tableOf(hashes)
	return m, nil
}

// Sum is what all the evidence that has been seen weighs for the traits of some candidates. Begin comes first.
type Sum struct {
	candidates []Traits
	weights    [MostTraits]int32
	asked      [MostTraits]uint8 // the traits that candidates have; there are few of them
	n          int
}

// Begin empties a sum, for candidates that have these traits.
func (s *Sum) Begin(candidates []Traits) {
	s.candidates, s.n = candidates, 0
	var all Traits
	for _, traits := range candidates {
		all |= traits
	}
	for trait := range all.All() {
		s.weights[trait], s.asked[s.n] = 0, uint8(trait)
		s.n++
	}
}

// Add adds what a piece of evidence weighs. What the model does not know weighs nothing.
func (m *Model) Add(s *Sum, evidence []byte) {
	row := m.rows.find(maphash.Bytes(m.seed, evidence))
	if row < 0 {
		return
	}
	weights := m.weights[row*m.traits : (row+1)*m.traits]
	for _, trait := range s.asked[:s.n] {
		s.weights[trait%MostTraits] += int32(weights[trait])
	}
}

// Best is the number of the candidate with the highest score, the first of those that have it, and its probability among them; -1 where there is no candidate.
func (s *Sum) Best() (best int, probability float64) {
	best = -1
	top, all := math.Inf(-1), 0.0
	for number, traits := range s.candidates {
		score := s.score(traits)
		if score > top {
			best, all, top = number, all*math.Exp(top-score), score
		}
		all += math.Exp(score - top)
	}
	return best, 1 / all
}

func (s *Sum) score(traits Traits) float64 {
	sum := int32(0)
	for trait := range traits.All() {
		sum += s.weights[trait]
	}
	return float64(sum) / Unit
}
