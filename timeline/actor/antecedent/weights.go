package antecedent

import (
	"bufio"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightFile []byte

const header = `# Weights of the features of antecedents: template, value, hundredths of logarithmic odds. Trained on the development
# passages of GAP (Webster and others 2018, Apache-2.0) and on GUM's coreference (Amir Zeldes and others, CC BY 4.0; texts
# CC BY or CC BY-SA) by dateline-train pronouns.
`

// Load returns the embedded weights.
var Load = sync.OnceValue(func() *Weights {
	w, err := Read(bytes.NewReader(weightFile))
	if err != nil {
		return &Weights{} // the embedded file is checked by a test
	}
	return w
})

// ErrWeights is returned for weights that cannot be read.
var ErrWeights = errors.New("malformed weights of antecedents")

// Write writes the weights as Read reads them, in order.
func (w *Weights) Write(out io.Writer) error {
	b := bufio.NewWriter(out)
	b.WriteString(header)
	var features []Feature
	for f, x := range w.of {
		if hundredths(x) != 0 {
			features = append(features, f)
		}
	}
	slices.Sort(features)
	for _, f := range features {
		fmt.Fprintf(b, "%s\t%d\t%d\n", templateNames[f>>valueBits], uint32(f)&(1<<valueBits-1), hundredths(w.of[f]))
	}
	return b.Flush()
}

func hundredths(x float32) int {
	if x < 0 {
		return -int(-x*100 + 0.5)
	}
	return int(x*100 + 0.5)
}

// Read reads weights; its error wraps ErrWeights and names the line.
func Read(in io.Reader) (*Weights, error) {
	w := &Weights{of: map[Feature]float32{}}
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("%w: line %d has %d columns", ErrWeights, n, len(f))
		}
		t := slices.Index(templateNames[:], f[0])
		value, err := strconv.ParseUint(f[1], 10, valueBits)
		if t < 0 || err != nil {
			return nil, fmt.Errorf("%w: line %d has no feature %q %q", ErrWeights, n, f[0], f[1])
		}
		x, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrWeights, n, err)
		}
		w.of[Feature(uint32(t)<<valueBits|uint32(value))] = float32(x) / 100
	}
	return w, lines.Err()
}
