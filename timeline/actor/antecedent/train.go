package antecedent

import "math"

// Example is a choice with those of its candidates that are right: at least one, not all.
type Example struct {
	Choice Choice
	Right  []bool
	Weight float64 // 1, or less for texts of another kind
}

// Options of training.
type Options struct {
	Rounds int     // through all examples
	Rate   float64 // of AdaGrad (Duchi, Hazan and Singer 2011)
	Decay  float64 // L2 regularization, per example
}

// DefaultOptions were chosen by cross-validation on GAP's development passages.
var DefaultOptions = Options{Rounds: 200, Rate: 0.1, Decay: 0.01}

// Train returns the weights that make the right candidates likely: the gradient of the conditional likelihood over all
// examples, round by round. The same examples give the same weights.
func Train(examples []Example, o Options) *Weights {
	index := map[Feature]int{}
	var features []Feature
	for _, e := range examples {
		for _, c := range e.Choice.Candidates {
			for _, f := range c.Features {
				if _, ok := index[f]; !ok {
					index[f] = len(features)
					features = append(features, f)
				}
			}
		}
	}
	weights, squares := make([]float64, len(features)), make([]float64, len(features))
	gradient := make([]float64, len(features))
	for range o.Rounds {
		clear(gradient)
		for _, e := range examples {
			addGradient(gradient, weights, index, e)
		}
		for k := range weights {
			g := gradient[k]/float64(len(examples)) - o.Decay*weights[k]
			squares[k] += g * g
			weights[k] += o.Rate * g / (math.Sqrt(squares[k]) + 1e-8)
		}
	}
	w := &Weights{of: make(map[Feature]float32, len(features))}
	for k, f := range features {
		w.of[f] = float32(weights[k])
	}
	return w
}

// addGradient adds the gradient of one example's logarithmic likelihood.
func addGradient(gradient, weights []float64, index map[Feature]int, e Example) {
	n := len(e.Choice.Candidates)
	p := make([]float64, n)
	top := math.Inf(-1)
	for i, c := range e.Choice.Candidates {
		for _, f := range c.Features {
			p[i] += weights[index[f]]
		}
		top = max(top, p[i])
	}
	all, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if e.Right[i] {
			right += p[i]
		}
	}
	for i, c := range e.Choice.Candidates {
		g := -p[i] / all
		if e.Right[i] {
			g += p[i] / right
		}
		for _, f := range c.Features {
			gradient[index[f]] += g * e.Weight
		}
	}
}
