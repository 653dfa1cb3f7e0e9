package ner

import (
	"math"
	"math/rand/v2"

	"dateline/timeline/text"
)

// Example is a document with its names, to learn from.
type Example struct {
	Doc    *text.Document
	Names  []Name
	Weight float32 // 1 for annotation by hand, less for what a model found
}

// Options of training.
type Options struct {
	Epochs    int
	Runs      int                 // trainings in another order each, whose weights are averaged
	Rate      float32             // of AdaGrad (Duchi, Hazan and Singer 2011)
	Decay     float32             // L2 regularization
	Dropout   float64             // share of features left out at random, so that no single word is trusted too much
	Threshold float32             // features whose weights all are smaller are dropped
	Bias      [int(types)]float32 // added to the scores of a type's labels, for texts that name more of it than the examples
	Progress  func(epoch int, loss float64)
}

// trained is one feature's weights and the sums of their squared gradients.
type trained struct{ w, g [labels]float32 }

type trainer struct {
	options     Options
	rng         *rand.Rand
	weights     map[uint32]*trained
	transitions [labels]trained
}

// sequence is one segment with its features and its labels.
type sequence struct {
	keys   [][]uint32
	gold   []label
	weight float32
}

// Train returns the weights that make the examples likely, found by stochastic gradient descent on the
// conditional likelihood. The same examples give the same weights.
func Train(examples []Example, o Options) *Model {
	var data []sequence
	count := map[uint32]int{}
	for _, e := range examples {
		data = append(data, sequences(e)...)
	}
	for _, s := range data {
		for _, keys := range s.keys {
			for _, k := range keys {
				count[k]++
			}
		}
	}
	for i := range data { // features seen once teach nothing that holds elsewhere
		for j, keys := range data[i].keys {
			kept := keys[:0]
			for _, k := range keys {
				if count[k] > 1 {
					kept = append(kept, k)
				}
			}
			data[i].keys[j] = kept
		}
	}
	weights := map[uint32]*[labels]float32{}
	var transitions [labels][labels]float32
	share := 1 / float32(o.Runs)
	for run := range o.Runs {
		t := &trainer{options: o, rng: rand.New(rand.NewPCG(11, 13+uint64(run))), weights: map[uint32]*trained{}}
		for epoch := range o.Epochs {
			loss := 0.0
			for _, p := range t.rng.Perm(len(data)) {
				loss += t.step(&data[p])
			}
			if o.Progress != nil {
				o.Progress(epoch+1, loss/float64(len(data)))
			}
		}
		for k, w := range t.weights {
			if weights[k] == nil {
				weights[k] = &[labels]float32{}
			}
			for i, x := range w.w {
				weights[k][i] += x * float32(1-o.Dropout) * share
			}
		}
		for a := range transitions {
			for b := range transitions[a] {
				transitions[a][b] += t.transitions[a].w[b] * share
			}
		}
	}
	for a := range transitions {
		for b := label(1); b < label(labels); b++ {
			transitions[a][b] += o.Bias[b.typ()]
		}
	}
	return quantize(weights, transitions, o.Threshold)
}

// sequences returns the segments of an example. A name that no segment holds whole is left out.
func sequences(e Example) []sequence {
	var out []sequence
	var x extractor
	ev := gather(e.Doc)
	of := map[int][]Name{}
	for _, n := range e.Names {
		of[n.Sentence] = append(of[n.Sentence], n)
	}
	for i := range e.Doc.Sentences {
		s := newSentence(&e.Doc.Sentences[i], ev)
		for _, seg := range s.segments {
			q := sequence{gold: make([]label, seg.last-seg.first+1), weight: e.Weight}
			for _, n := range of[i] {
				if n.First < seg.first || n.Last > seg.last {
					continue
				}
				for j := n.First; j <= n.Last; j++ {
					p := inside
					switch {
					case n.First == n.Last:
						p = unit
					case j == n.First:
						p = begin
					case j == n.Last:
						p = last
					}
					q.gold[j-seg.first] = labelOf(p, n.Type)
				}
			}
			for j := seg.first; j <= seg.last; j++ {
				q.keys = append(q.keys, append([]uint32(nil), x.features(s, j)...))
			}
			out = append(out, q)
		}
	}
	return out
}

// step learns from one sequence and returns its negative log likelihood.
func (t *trainer) step(s *sequence) float64 {
	n := len(s.keys)
	emissions := make([][labels]float64, n)
	keys := make([][]*trained, n)
	for i := range n {
		for _, k := range s.keys[i] {
			if t.rng.Float64() < t.options.Dropout {
				continue
			}
			w := t.weights[k]
			if w == nil {
				w = &trained{}
				t.weights[k] = w
			}
			keys[i] = append(keys[i], w)
			for b, x := range w.w {
				emissions[i][b] += float64(x)
			}
		}
	}
	marginals, pairs, logZ := t.marginals(emissions)
	previous, gold := outside, 0.0
	for i, g := range s.gold {
		gold += emissions[i][g] + float64(t.transitions[previous].w[g])
		var gradient [labels]float32
		for b := range gradient {
			gradient[b] = -float32(marginals[i][b]) * s.weight
		}
		gradient[g] += s.weight
		for _, w := range keys[i] {
			t.update(w, &gradient)
		}
		pairs[previous][g]--
		previous = g
	}
	gold += float64(t.transitions[previous].w[outside])
	pairs[previous][outside]--
	for a := range pairs {
		var gradient [labels]float32
		for b := range gradient {
			gradient[b] = -float32(pairs[a][b]) * s.weight
		}
		t.update(&t.transitions[a], &gradient)
	}
	return logZ - gold
}

func (t *trainer) update(w *trained, gradient *[labels]float32) {
	for b, g := range gradient {
		if g > -1e-5 && g < 1e-5 {
			continue
		}
		g -= t.options.Decay * w.w[b]
		w.g[b] += g * g
		w.w[b] += t.options.Rate * g / float32(math.Sqrt(float64(w.g[b])+1e-2))
	}
}

// marginals returns the probabilities of every token's labels, the expected numbers of pairs of labels (the
// ends counted as outside) and the logarithm of the sum over all sequences.
func (t *trainer) marginals(emissions [][labels]float64) ([][labels]float64, [labels][labels]float64, float64) {
	n := len(emissions)
	forward, backward := make([][labels]float64, n), make([][labels]float64, n)
	var terms [labels]float64
	for i := range n {
		for b := range label(labels) {
			k := 0
			if i == 0 {
				if follows(outside, b) {
					terms[k] = float64(t.transitions[outside].w[b])
					k++
				}
			} else {
				for a := range label(labels) {
					if follows(a, b) {
						terms[k] = forward[i-1][a] + float64(t.transitions[a].w[b])
						k++
					}
				}
			}
			forward[i][b] = logSum(terms[:k]) + emissions[i][b]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for a := range label(labels) {
			if i == n-1 {
				backward[i][a] = math.Inf(-1)
				if a.mayEnd() {
					backward[i][a] = float64(t.transitions[a].w[outside])
				}
				continue
			}
			k := 0
			for b := range label(labels) {
				if follows(a, b) {
					terms[k] = float64(t.transitions[a].w[b]) + emissions[i+1][b] + backward[i+1][b]
					k++
				}
			}
			backward[i][a] = logSum(terms[:k])
		}
	}
	for b := range labels {
		terms[b] = forward[n-1][b] + backward[n-1][b]
	}
	logZ := logSum(terms[:])
	marginals := make([][labels]float64, n)
	var pairs [labels][labels]float64
	for i := range n {
		for b := range label(labels) {
			marginals[i][b] = math.Exp(forward[i][b] + backward[i][b] - logZ)
			if i == 0 {
				pairs[outside][b] += marginals[i][b]
				continue
			}
			for a := range label(labels) {
				if follows(a, b) {
					pairs[a][b] += math.Exp(forward[i-1][a] + float64(t.transitions[a].w[b]) + emissions[i][b] + backward[i][b] - logZ)
				}
			}
		}
	}
	for a := range labels {
		pairs[a][outside] += marginals[n-1][a]
	}
	return marginals, pairs, logZ
}

func logSum(terms []float64) float64 {
	top := math.Inf(-1)
	for _, t := range terms {
		top = max(top, t)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, t := range terms {
		if t > top-30 {
			sum += math.Exp(t - top)
		}
	}
	return top + math.Log(sum)
}
