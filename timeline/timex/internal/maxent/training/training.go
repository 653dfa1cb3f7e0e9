// Package training finds the weights of a log-linear model from examples whose right candidate is known.
package training

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/timeline/timex/internal/maxent"
)

// Example is a choice whose right candidate is known.
type Example struct {
	Document   string // where it is from
	Evidence   []string
	Candidates []maxent.Traits
	Right      int // the number of the right one
}

// How the weights are found: by stochastic gradients whose steps shrink with what a weight has been moved before (J. Duchi, E. Hazan and Y. Singer, "Adaptive Subgradient
// Methods", JMLR 12, 2011), the mean of all rounds being kept. The figures were chosen by cross-validation on the examples.
const (
	rounds          = 20
	pace            = 0.3
	penalty         = 0.3 // of the squared weights
	fewestDocuments = 12  // that a piece of evidence must stand in
)

// Train finds the weights of each piece of evidence for each trait, in steps of 1/maxent.Unit. The same examples give the same weights on the same kind of machine.
func Train(examples []Example, traits int) map[string][]int16 {
	rows := known(examples)
	size := len(rows) * traits
	weights, gradients, mean := make([]float64, size), make([]float64, size), make([]float64, size)
	evidence := make([][]int, len(examples))
	for k := range examples {
		for _, name := range examples[k].Evidence {
			if row, ok := rows[name]; ok {
				evidence[k] = append(evidence[k], row*traits)
			}
		}
	}
	order := make([]int, len(examples))
	for k := range order {
		order[k] = k
	}
	shuffle := rand.New(rand.NewPCG(1, 1))
	for range rounds {
		shuffle.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			learn(&examples[k], evidence[k], weights, gradients)
		}
		for i, w := range weights {
			mean[i] += w / rounds
		}
	}
	trained := make(map[string][]int16, len(rows))
	for name, row := range rows {
		trained[name] = make([]int16, traits)
		for trait := range traits {
			trained[name][trait] = int16(math.Round(mean[row*traits+trait] * maxent.Unit))
		}
	}
	return trained
}

// known numbers the evidence that stands in enough documents.
func known(examples []Example) map[string]int {
	documents := map[string]map[string]bool{}
	for _, e := range examples {
		for _, name := range e.Evidence {
			if documents[name] == nil {
				documents[name] = map[string]bool{}
			}
			documents[name][e.Document] = true
		}
	}
	rows := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		if len(documents[name]) >= fewestDocuments {
			rows[name] = len(rows)
		}
	}
	return rows
}

// learn moves the weights of an example's evidence towards its right candidate.
func learn(e *Example, rows []int, weights, gradients []float64) {
	probabilities := make([]float64, len(e.Candidates))
	top, all := math.Inf(-1), 0.0
	for c, traits := range e.Candidates {
		for trait := range traits.All() {
			for _, row := range rows {
				probabilities[c] += weights[row+trait]
			}
		}
		top = max(top, probabilities[c])
	}
	for c := range probabilities {
		probabilities[c] = math.Exp(probabilities[c] - top)
		all += probabilities[c]
	}
	for c, traits := range e.Candidates {
		wanted := -probabilities[c] / all
		if c == e.Right {
			wanted++
		}
		for trait := range traits.All() {
			for _, row := range rows {
				i := row + trait
				g := wanted - penalty*weights[i]
				gradients[i] += g * g
				weights[i] += pace * g / math.Sqrt(1+gradients[i])
			}
		}
	}
}

// Write writes weights in the form that maxent.Read reads, below remarks.
func Write(w io.Writer, remarks, traits []string, weights map[string][]int16) error {
	out := bufio.NewWriter(w)
	for _, remark := range remarks {
		fmt.Fprintf(out, "# %s\n", remark)
	}
	fmt.Fprintf(out, "evidence\t%s\n", strings.Join(traits, "\t"))
	for _, evidence := range slices.Sorted(maps.Keys(weights)) {
		if strings.ContainsAny(evidence, "\t\n") {
			return fmt.Errorf("evidence %q has a tab or a line break", evidence)
		}
		out.WriteString(evidence)
		for _, weight := range weights[evidence] {
			fmt.Fprintf(out, "\t%d", weight)
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}
