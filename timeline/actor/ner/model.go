package ner

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
)

// weights.bin was trained on the named entities of GUM (Amir Zeldes and others, CC BY 4.0; texts CC BY or
// CC BY-SA) and MEANTIME (FBK, CC BY 4.0).
//
//go:embed weights.bin
var weightFile []byte

var embedded = sync.OnceValue(func() *Model {
	m, err := Decode(weightFile)
	if err != nil {
		return &Model{} // the embedded file is checked by a test
	}
	return m
})

// Model is the weights of the conditional random field.
type Model struct {
	step        float32 // value of one unit of a stored weight
	keys        []uint32
	rows        []int8 // labels weights for every key, in order of keys
	transitions [labels][labels]float32
	slots       []uint32 // open addressing: number of the key, from 1
}

// ErrModel is returned for weights that cannot be read.
var ErrModel = errors.New("malformed weights of the name finder")

const magic = "dlname1\n"

// Encode writes the model: the magic line, the number of keys, the step and the transitions, the keys in
// ascending order and their rows, all little-endian.
func (m *Model) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	binary.Write(&b, binary.LittleEndian, uint32(len(m.keys)))
	binary.Write(&b, binary.LittleEndian, m.step)
	binary.Write(&b, binary.LittleEndian, m.transitions)
	binary.Write(&b, binary.LittleEndian, m.keys)
	binary.Write(&b, binary.LittleEndian, m.rows)
	return b.Bytes()
}

// Decode reads what Encode wrote; its error wraps ErrModel.
func Decode(data []byte) (*Model, error) {
	const head = len(magic) + 4 + 4 + 4*labels*labels
	if len(data) < head || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: no header", ErrModel)
	}
	m := &Model{}
	n := int(binary.LittleEndian.Uint32(data[len(magic):]))
	m.step = math.Float32frombits(binary.LittleEndian.Uint32(data[len(magic)+4:]))
	if len(data) != head+n*(4+labels) {
		return nil, fmt.Errorf("%w: %d bytes for %d features", ErrModel, len(data), n)
	}
	at := len(magic) + 8
	for a := range labels {
		for b := range labels {
			m.transitions[a][b] = math.Float32frombits(binary.LittleEndian.Uint32(data[at:]))
			at += 4
		}
	}
	m.keys = make([]uint32, n)
	for i := range m.keys {
		m.keys[i] = binary.LittleEndian.Uint32(data[at:])
		at += 4
	}
	m.rows = make([]int8, n*labels)
	for i := range m.rows {
		m.rows[i] = int8(data[at+i])
	}
	m.index()
	return m, nil
}

func (m *Model) index() {
	size := 1024
	for size < 2*len(m.keys) {
		size *= 2
	}
	m.slots = make([]uint32, size)
	for i, k := range m.keys {
		at := int(k) & (size - 1)
		for m.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		m.slots[at] = uint32(i + 1)
	}
}

// row returns the weights of a feature, nil where it has none.
func (m *Model) row(key uint32) []int8 {
	mask := len(m.slots) - 1
	for at := int(key) & mask; mask > 0 && m.slots[at] != 0; at = (at + 1) & mask {
		if i := int(m.slots[at] - 1); m.keys[i] == key {
			return m.rows[i*labels : (i+1)*labels : (i+1)*labels]
		}
	}
	return nil
}

// quantize makes a model of trained weights; rows whose weights all are under a threshold are dropped.
func quantize(weights map[uint32]*[labels]float32, transitions [labels][labels]float32, threshold float32) *Model {
	m := &Model{transitions: transitions}
	var largest float32
	for k, w := range weights {
		var top float32
		for _, x := range w {
			top = max(top, x, -x)
		}
		if top >= threshold {
			m.keys = append(m.keys, k)
			largest = max(largest, top)
		}
	}
	slices.Sort(m.keys)
	m.step = largest / 127
	for _, k := range m.keys {
		for _, x := range weights[k] {
			m.rows = append(m.rows, int8(math.Round(float64(x/m.step))))
		}
	}
	m.index()
	return m
}
