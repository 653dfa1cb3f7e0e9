package train

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// vectors are word vectors of one length, in order of the words' frequency.
type vectors struct {
	words []string
	rows  [][]float32 // of norm 1
}

// readVectors reads the first n words of a file as npm's wink-embeddings packages have it: "words" in
// order of frequency and "vectors" by word, whose first "dimensions" numbers are the vector.
func readVectors(name string, n int) (*vectors, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var file struct {
		Dimensions int
		Words      []string
		Vectors    map[string][]float32
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading vectors from %q: %w", name, err)
	}
	v := &vectors{}
	for _, w := range file.Words[:min(n, len(file.Words))] {
		row := file.Vectors[w]
		if len(row) < file.Dimensions {
			return nil, fmt.Errorf("reading vectors from %q: %q has %d numbers instead of %d", name, w, len(row), file.Dimensions)
		}
		v.words = append(v.words, w)
		v.rows = append(v.rows, unit(row[:file.Dimensions]))
	}
	return v, nil
}

func unit(row []float32) []float32 {
	norm := float32(math.Sqrt(float64(dot(row, row))))
	out := make([]float32, len(row))
	for i, x := range row {
		out[i] = x / max(norm, 1e-9)
	}
	return out
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}
