package training

import (
	"dateline/timeline/text/matrix"
	"dateline/timeline/text/network"
)

// example is a sentence ready for training.
type example struct {
	features        []network.Features
	title, capitals []network.Features // of the words in the letters of headlines
	tag             []int32            // -1: unknown, does not count
	part            []int32
	head            []int32 // the number of tokens for the root
	label           []int32
}

// shard is a part of a batch that one goroutine computes, with all memory it needs.
type shard struct {
	p       *network.Params
	vectors []float32 // fixed vectors
	grad    *network.Params
	touched touched
	rng     *random
	drop    Dropout

	sentences []*example
	from      []int // first token of each sentence, and one more for the end
	n         int   // tokens

	word     []int32 // rows of Word after word dropout
	useVec   []float32
	useSub   []float32
	x        [][]float32 // x[i] is the input of layer i, x[len] the output of the last, after dropout
	mask     [][]float32 // dropout masks of x
	u        [][]float32 // products of the layers
	state    []states
	tagOut   []float32
	tagGrad  []float32
	spaces   []float32 // after leaky ReLU and dropout
	spMask   []float32
	spGrad   []float32
	dx       [][]float32
	du       []float32
	wt       []float32 // a transposed matrix
	scratch  []float32
	scratch2 []float32
	scratch3 []float32
	scratch4 []float32
	loss     losses
}

// states are what a layer's recurrence keeps for the backward pass.
type states struct{ c, f, r []float32 }

// Dropout says what is hidden from the network at random while it learns.
type Dropout struct {
	Word, Vector, Subword float32 // share of words whose embedding is hidden
	Input, Layer, Space   float32 // share of the units of the input, of a layer, of the spaces of arcs and labels
}

type losses struct{ tag, part, arc, label float64 }

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n+n/4)[:n]
	}
	s = s[:n]
	clear(s)
	return s
}

func (s *shard) forward() {
	p := s.p
	s.from = s.from[:0]
	s.n = 0
	for _, e := range s.sentences {
		s.from = append(s.from, s.n)
		s.n += len(e.features)
	}
	s.from = append(s.from, s.n)
	layers := len(p.Layers)
	if s.x == nil {
		s.x, s.mask, s.u, s.dx = make([][]float32, layers+1), make([][]float32, layers+1), make([][]float32, layers), make([][]float32, layers+1)
		s.state = make([]states, layers)
	}
	s.embed()
	for i := range p.Layers {
		s.layer(i)
	}
	// tags
	out := p.TagOutputs()
	s.tagOut = grow(s.tagOut, s.n*out)
	fill(s.tagOut, p.TagB)
	matrix.Add(s.tagOut, s.x[p.TagLayer], p.TagW, s.n, 2*p.Shape.Layers[p.TagLayer-1], out)
	// spaces
	width := p.Spaces()
	s.spaces = grow(s.spaces, s.n*width)
	fill(s.spaces, p.SpaceB)
	matrix.Add(s.spaces, s.x[layers], p.SpaceW, s.n, 2*p.Shape.Layers[layers-1], width)
	s.spMask = grow(s.spMask, s.n*width)
	s.spGrad = grow(s.spGrad, s.n*width)
	arcs := 2 * p.Arc
	for i := range s.n {
		row, mask := s.spaces[i*width:(i+1)*width], s.spMask[i*width:(i+1)*width]
		for j := range arcs { // the label spaces go through the ReLU after they are added
			m := s.rng.mask(s.drop.Space)
			if row[j] < 0 {
				m *= leak
			}
			mask[j] = m
			row[j] *= m
		}
	}
}

const leak = 0.1

func fill(rows, row []float32) {
	for i := 0; i < len(rows); i += len(row) {
		copy(rows[i:], row)
	}
}

// embed fills in the input of the first layer.
func (s *shard) embed() {
	p := s.p
	in := p.Input()
	s.x[0], s.mask[0] = grow(s.x[0], s.n*in), grow(s.mask[0], s.n*in)
	s.word = s.word[:0]
	s.useVec, s.useSub = grow(s.useVec, s.n), grow(s.useSub, s.n)
	t := 0
	for _, e := range s.sentences {
		for i := range e.features {
			f := &e.features[i]
			row := s.x[0][t*in : (t+1)*in]
			w := f.Word
			if s.rng.float() < s.drop.Word {
				w = 0
			}
			s.word = append(s.word, w)
			v := row[:p.Vector]
			if s.rng.float() >= s.drop.Vector {
				s.useVec[t] = 1
				copy(v, s.vectors[int(f.Vector)*p.Vector:(int(f.Vector)+1)*p.Vector])
			}
			row = row[p.Vector:]
			copy(row, p.Word[int(w)*p.Shape.Word:(int(w)+1)*p.Shape.Word])
			row = row[p.Shape.Word:]
			if s.rng.float() >= s.drop.Subword {
				s.useSub[t] = 1
				for _, b := range f.Subwords {
					sub := p.Subword[int(b)*p.Shape.Subword:]
					for j := range p.Shape.Subword {
						row[j] += sub[j]
					}
				}
			}
			row = row[p.Shape.Subword:]
			copy(row, p.Pattern[int(f.Pattern)*p.Shape.Pattern:(int(f.Pattern)+1)*p.Shape.Pattern])
			t++
		}
	}
	s.dropMask(0, in, s.drop.Input, false)
}

// dropMask applies dropout to x[i]; one mask for all tokens of a sentence if shared.
func (s *shard) dropMask(i, width int, rate float32, shared bool) {
	x, mask := s.x[i], s.mask[i]
	for k := range s.sentences {
		from, to := s.from[k], s.from[k+1]
		for t := from; t < to; t++ {
			row := mask[t*width : (t+1)*width]
			if shared && t > from {
				copy(row, mask[from*width:(from+1)*width])
				continue
			}
			for j := range row {
				row[j] = s.rng.mask(rate)
			}
		}
	}
	for j := range x {
		x[j] *= mask[j]
	}
}

// layer computes layer i.
func (s *shard) layer(i int) {
	r := &s.p.Layers[i]
	gates, units := r.Gates(), r.Units
	width := gates * units
	s.u[i] = grow(s.u[i], s.n*width)
	matrix.Add(s.u[i], s.x[i], r.W, s.n, r.In, width)
	st := &s.state[i]
	st.c, st.f, st.r = grow(st.c, s.n*units), grow(st.f, s.n*units), grow(st.r, s.n*units)
	s.x[i+1], s.mask[i+1] = grow(s.x[i+1], s.n*units), grow(s.mask[i+1], s.n*units)
	half := units / 2
	for k := range s.sentences {
		from, to := s.from[k], s.from[k+1]
		for t := from; t < to; t++ {
			s.step(i, t, t-1, t == from, 0, half)
		}
		for t := to - 1; t >= from; t-- {
			s.step(i, t, t+1, t == to-1, half, units)
		}
	}
	s.dropMask(i+1, units, s.drop.Layer, true)
}

func (s *shard) step(i, t, prev int, first bool, from, to int) {
	r := &s.p.Layers[i]
	units := r.Units
	u := s.u[i][t*r.Gates()*units:]
	high := s.x[i][t*r.In:]
	if r.Gates() == 4 {
		high = u[3*units:]
	}
	st := &s.state[i]
	c, fs, rs := st.c[t*units:(t+1)*units], st.f[t*units:(t+1)*units], st.r[t*units:(t+1)*units]
	h := s.x[i+1][t*units : (t+1)*units]
	var before []float32
	if !first {
		before = st.c[prev*units : (prev+1)*units]
	}
	for j := from; j < to; j++ {
		var old float32
		if before != nil {
			old = before[j]
		}
		f := network.Sigmoid(u[units+j] + float32(r.Peephole[j]*old) + r.Bias[j])
		g := network.Sigmoid(u[2*units+j] + float32(r.Peephole[units+j]*old) + r.Bias[units+j])
		v := u[j] + float32(f*(old-u[j]))
		fs[j], rs[j], c[j] = f, g, v
		h[j] = high[j] + float32(g*(v-high[j]))
	}
}
