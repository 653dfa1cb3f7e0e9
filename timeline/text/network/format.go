package network

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"dateline/timeline/text/matrix"

	"github.com/klauspost/compress/zstd"
)

// File is all that a file of weights holds.
type File struct {
	Shape   Shape
	Params  *Quantized
	Vectors *Vectors
	Words   []string // with a learned vector, from row 1
	Tags    []string // morphological tags: part of speech, blank, features
	Lemmas  []string // exceptions: form, tab, part of speech, tab, lemma
	About   string   // what it was trained on
}

// Quantized are the parameters as they are kept: matrices as integers, the rest as they are.
type Quantized struct {
	Word, Subword, Pattern []int16
	Matrices               []Matrix  // of the layers, then tags, spaces, labels
	Floats                 []float32 // peepholes of the layers, ArcU, ArcB, Root, Distance
}

// Matrix is a linear map in integers.
type Matrix struct {
	In, Out     int
	W           []int16
	Scale, Bias []float32
}

// Quantize turns trained parameters into what is kept of them.
func Quantize(p *Params) *Quantized {
	q := &Quantized{Word: quantizeTable(p.Word), Subword: quantizeTable(p.Subword), Pattern: quantizeTable(p.Pattern)}
	matrix := func(w, bias []float32, in, out int) {
		m := Matrix{In: in, Out: out, Bias: make([]float32, out)}
		copy(m.Bias, bias)
		m.W, m.Scale = quantize(w, in, out)
		q.Matrices = append(q.Matrices, m)
	}
	for i := range p.Layers {
		r := &p.Layers[i]
		// Only forget and reset gates have a bias; the first and the last matrix of the layer have none.
		bias := make([]float32, r.Gates()*r.Units)
		copy(bias[r.Units:], r.Bias)
		matrix(r.W, bias, r.In, r.Gates()*r.Units)
		q.Floats = append(q.Floats, r.Peephole...)
	}
	matrix(p.TagW, p.TagB, p.width(p.TagLayer-1), p.TagOutputs())
	matrix(p.SpaceW, p.SpaceB, p.width(len(p.Layers)-1), p.Spaces())
	matrix(p.LabelW, p.LabelB, p.Label, p.LabelOutputs())
	for _, f := range [][]float32{p.ArcU, p.ArcB, p.Root, p.Distance} {
		q.Floats = append(q.Floats, f...)
	}
	return q
}

// magic opens a file of weights; the number is the version of the format.
const magic = "dateline.text/1\n"

// ErrFormat is wrapped by the errors of Read about what is no file of weights.
var ErrFormat = errors.New("not a file of weights")

// header is the first part of the packed content; the others follow in the order of sections.
type header struct {
	Shape        Shape
	Words, Fixed int // numbers of words
	Tags         []string
	Lemmas       int
	About        string
}

// Write writes the file: magic, then packed with zstd the header as JSON on one line, the words and
// lemmas one a line, and the numbers, little-endian.
func (f *File) Write(w io.Writer) error {
	if _, err := io.WriteString(w, magic); err != nil {
		return err
	}
	z, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	h, err := json.Marshal(header{f.Shape, len(f.Words), len(f.Vectors.Words), f.Tags, len(f.Lemmas), f.About})
	if err != nil {
		return err
	}
	lines := func(lists ...[]string) string {
		var b strings.Builder
		for _, list := range lists {
			for _, s := range list {
				b.WriteString(s)
				b.WriteByte('\n')
			}
		}
		return b.String()
	}
	text := string(h) + "\n" + lines(f.Words, f.Vectors.Words, f.Lemmas)
	if err := binary.Write(z, binary.LittleEndian, uint32(len(text))); err != nil {
		return err
	}
	if _, err := io.WriteString(z, text); err != nil {
		return err
	}
	for _, section := range f.sections() {
		if err := binary.Write(z, binary.LittleEndian, section); err != nil {
			return err
		}
	}
	return z.Close()
}

// sections lists all numbers of a file in order. Their lengths follow from the shape.
func (f *File) sections() []any {
	q := f.Params
	s := []any{f.Vectors.Rows, q.Word, q.Subword, q.Pattern, q.Floats}
	for i := range q.Matrices {
		m := &q.Matrices[i]
		s = append(s, m.W, m.Scale, m.Bias)
	}
	return s
}

// usual is a little more than the unpacked size of the embedded weights, in bytes.
const usual = 16 << 20

// Read reads a file of weights. Errors about its content wrap ErrFormat.
func Read(r io.Reader) (*File, error) {
	start := make([]byte, len(magic))
	if _, err := io.ReadFull(r, start); err != nil || string(start) != magic {
		return nil, fmt.Errorf("reading weights: %w", ErrFormat)
	}
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, fmt.Errorf("reading weights: %w", err)
	}
	defer z.Close()
	var data bytes.Buffer
	data.Grow(usual)
	if _, err := data.ReadFrom(z); err != nil {
		return nil, fmt.Errorf("reading weights: %w", err)
	}
	f, err := parse(data.Bytes())
	if err != nil {
		return nil, fmt.Errorf("reading weights: %w", err)
	}
	return f, nil
}

func parse(data []byte) (*File, error) {
	if len(data) < 4 || uint64(binary.LittleEndian.Uint32(data)) > uint64(len(data)-4) {
		return nil, ErrFormat
	}
	n := binary.LittleEndian.Uint32(data)
	text, data := string(data[4:4+n]), data[4+n:]
	first, text, _ := strings.Cut(text, "\n")
	var h header
	if err := json.Unmarshal([]byte(first), &h); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	f := &File{Shape: h.Shape, Tags: h.Tags, About: h.About}
	f.Vectors = &Vectors{Width: h.Shape.Vector}
	list := func(n int) []string {
		var s []string
		if n > 0 && n < len(text) {
			s = make([]string, 0, n)
		}
		for range n {
			line, rest, ok := strings.Cut(text, "\n")
			if !ok {
				return nil
			}
			s, text = append(s, line), rest
		}
		return s
	}
	f.Words, f.Vectors.Words, f.Lemmas = list(h.Words), list(h.Fixed), list(h.Lemmas)
	if err := h.Shape.check(len(data)); err != nil {
		return nil, err
	}
	if h.Shape.Vectors != len(f.Vectors.Words)+1 || h.Shape.Words != len(f.Words)+1 || h.Shape.Tags != len(h.Tags) {
		return nil, fmt.Errorf("%w: words and tags do not fit the shape", ErrFormat)
	}
	f.Vectors.Rows, f.Params = make([]int8, h.Shape.Vectors*h.Shape.Vector), h.Shape.empty()
	for _, section := range f.sections() {
		var ok bool
		if data, ok = fillSection(section, data); !ok {
			return nil, fmt.Errorf("%w: it is cut off", ErrFormat)
		}
	}
	if len(data) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrFormat, len(data))
	}
	return f, nil
}

// check refuses shapes that no network of ours has, and those whose numbers would not be size bytes.
func (s *Shape) check(size int) error {
	const most = 1 << 20
	for _, n := range append([]int{s.Vectors, s.Vector, s.Words, s.Word, s.Buckets, s.Subword, s.Patterns, s.Pattern, s.TagLayer, s.Tags, s.Parts, s.Arc, s.Label, s.Labels}, s.Layers...) {
		if n < 1 || n > most {
			return fmt.Errorf("%w: its shape has a size of %d", ErrFormat, n)
		}
	}
	if s.TagLayer > len(s.Layers) || s.Subword > 256 || s.Arc%matrix.Lanes != 0 || s.Label%matrix.Lanes != 0 || s.Input() == s.width(0) {
		return fmt.Errorf("%w: its shape is impossible", ErrFormat)
	}
	need := s.Vectors*s.Vector + 2*(s.Words*s.Word+s.Buckets*s.Subword+s.Patterns*s.Pattern+s.Arc*s.Arc+s.Label*s.Labels)
	for i, units := range s.Layers {
		if units%8 != 0 {
			return fmt.Errorf("%w: its shape has a layer of %d", ErrFormat, units)
		}
		need += 2 * s.width(i-1) * s.width(i)
	}
	if need > size {
		return fmt.Errorf("%w: it is cut off", ErrFormat)
	}
	return nil
}

// empty returns quantized parameters of the shape, all zero.
func (s *Shape) empty() *Quantized {
	q := &Quantized{Word: make([]int16, s.Words*s.Word), Subword: make([]int16, s.Buckets*s.Subword), Pattern: make([]int16, s.Patterns*s.Pattern)}
	floats := 0
	add := func(in, out int) {
		q.Matrices = append(q.Matrices, Matrix{in, out, make([]int16, in*out), make([]float32, out), make([]float32, out)})
	}
	for i := range s.Layers {
		r := Recurrent{In: s.width(i - 1), Units: s.width(i)}
		add(r.In, r.Gates()*r.Units)
		floats += 2 * r.Units
	}
	add(s.width(s.TagLayer-1), s.TagOutputs())
	add(s.width(len(s.Layers)-1), s.Spaces())
	add(s.Label, s.LabelOutputs())
	q.Floats = make([]float32, floats+s.Arc*s.Arc+2*s.Arc+Distances*s.Label)
	return q
}

// fillSection reads a section from the front of data and returns the rest.
func fillSection(section any, data []byte) ([]byte, bool) {
	switch s := section.(type) {
	case []int8:
		if len(data) < len(s) {
			return nil, false
		}
		for i := range s {
			s[i] = int8(data[i])
		}
		return data[len(s):], true
	case []int16:
		if len(data) < 2*len(s) {
			return nil, false
		}
		for i := range s {
			s[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
		}
		return data[2*len(s):], true
	case []float32:
		if len(data) < 4*len(s) {
			return nil, false
		}
		for i := range s {
			s[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
		return data[4*len(s):], true
	}
	return nil, false
}
