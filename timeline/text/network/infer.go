package network

import (
	"dateline/timeline/text/matrix"
)

// Network is the network as it analyses: weights as integers, the sums of which are exact. Activations
// are integers too; matrix.One stands for one. It may be used from many goroutines at once.
type Network struct {
	Shape
	Lexicon Lexicon
	vectors []int8
	// Embedding tables, in matrix.One.
	word, subword, pattern []int16
	layers                 []layer
	tag, space, label      linear
	arcU, arcB, root       []float32
	distance               []float32
	frequent               frequent
}

// layer is a recurrent layer; see Recurrent.
type layer struct {
	in, units int
	w         linear
	peephole  []float32
}

// linear is a linear map: integer weights, and for each output the factor that brings the sum back to
// the scale of one, and the bias.
type linear struct {
	w     *matrix.Packed
	scale []float32
	bias  []float32
}

// Weights are at most heaviest, and the weights of one output so small that no sum can leave 32 bits.
const heaviest = 2047

// quantize turns weights (in × out) into integers, with a scale for each output.
func quantize(w []float32, in, out int) ([]int16, []float32) {
	q, scale := make([]int16, in*out), make([]float32, out)
	for j := range out {
		var top, sum float64
		for i := range in {
			v := abs(float64(w[i*out+j]))
			top = max(top, v)
			sum += v
		}
		if top == 0 {
			continue
		}
		k := min(heaviest/top, (1<<31-1-float64(in*matrix.Limit))/(sum*matrix.Limit))
		scale[j] = float32(1 / (k * matrix.One))
		for i := range in {
			q[i*out+j] = int16(round(float64(w[i*out+j]) * k))
		}
	}
	return q, scale
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func round(x float64) float64 {
	if x < 0 {
		return float64(int64(x - 0.5))
	}
	return float64(int64(x + 0.5))
}

// quantizeTable turns an embedding table into activations.
func quantizeTable(t []float32) []int16 {
	q := make([]int16, len(t))
	for i, v := range t {
		q[i] = matrix.Activation(v)
	}
	return q
}

// Work is the memory of one analysis. It may be used again, by one goroutine at a time.
type Work struct {
	features       []int32
	a, b           []int16
	rare           []int32 // tokens whose sums of the first layer are not at hand
	rareSums       []int32
	recent         recent
	sums           []int32
	hidden         []int16
	logits         []float32
	cell           []float32
	governor       []float32
	dependent      []float32
	q, score, turn []float32
	labelG, labelD []float32
	tree           TreeWork
	tagged         []int16 // output of the layer that tags are read from
}

// Tag reads the morphological tag and the part of speech (numbers from 0) of the words off the network.
// allowed[part] lists the tags of a part of speech.
func (n *Network) Tag(forms []string, w *Work, allowed [][]int32, tags, parts []int32) {
	n.Encode(forms, w)
	m := len(forms)
	out := n.tag.w.Outputs
	w.sums = resize(w.sums, m*out)
	n.tag.w.Product(w.sums, w.tagged, m)
	w.logits = resize(w.logits, out)
	for t := range m {
		y := w.logits
		matrix.Affine(y, w.sums[t*out:(t+1)*out], n.tag.scale, n.tag.bias, 1)
		part := best(y[n.Tags : n.Tags+n.Parts])
		parts[t], tags[t] = int32(part), -1
		for _, tag := range allowed[part] {
			if tags[t] < 0 || y[tag] > y[tags[t]] {
				tags[t] = tag
			}
		}
	}
}

func best(y []float32) int {
	b := 0
	for i, v := range y {
		if v > y[b] {
			b = i
		}
	}
	return b
}

// Encode runs the layers that tags are read from, as Tag does, for Parse of what is tagged already.
func (n *Network) Encode(forms []string, w *Work) {
	n.first(forms, w)
	for i := 1; i < n.TagLayer; i++ {
		n.layer(i, len(forms), w)
	}
	w.tagged = append(w.tagged[:0], w.a[:len(forms)*n.layers[n.TagLayer-1].units]...)
}

// embed fills row with the input of the first layer for a word.
func (n *Network) embed(form string, row []int16, w *Work) {
	f := n.Lexicon.Features(form, n.Buckets, n.Patterns, w.features[:0])
	w.features = f.Subwords
	for j, q := range n.vectors[int(f.Vector)*n.Vector : (int(f.Vector)+1)*n.Vector] {
		row[j] = int16(q) * (matrix.One / VectorScale)
	}
	row = row[n.Vector:]
	copy(row, n.word[int(f.Word)*n.Shape.Word:(int(f.Word)+1)*n.Shape.Word])
	row = row[n.Shape.Word:]
	n.sumSubwords(f.Subwords, row[:n.Shape.Subword])
	row = row[n.Shape.Subword:]
	copy(row, n.pattern[int(f.Pattern)*n.Shape.Pattern:(int(f.Pattern)+1)*n.Shape.Pattern])
}

func (n *Network) sumSubwords(rows []int32, to []int16) {
	var sum [256]int32
	s := sum[:len(to)]
	for _, r := range rows {
		for j, q := range n.subword[int(r)*len(to) : (int(r)+1)*len(to)] {
			s[j] += int32(q)
		}
	}
	for j, v := range s {
		to[j] = int16(max(-matrix.Limit, min(matrix.Limit, v)))
	}
}

// layer runs layer i from w.a to w.a.
func (n *Network) layer(i, m int, w *Work) {
	l := &n.layers[i]
	w.sums = resize(w.sums, m*l.w.w.Outputs)
	l.w.w.Product(w.sums, w.a, m)
	l.recur(m, w)
}

// recur runs a layer's recurrence over w.sums and leaves its output in w.a.
func (l *layer) recur(m int, w *Work) {
	units := l.units
	w.b = resize(w.b, m*units)
	w.cell = resize(w.cell, units)
	clear(w.cell)
	half := units / 2
	for t := range m {
		l.step(w, t, 0, half)
	}
	for t := m - 1; t >= 0; t-- {
		l.step(w, t, half, units)
	}
	w.a, w.b = w.b, w.a
}

// step computes units from to to of token t.
func (l *layer) step(w *Work, t, from, to int) {
	row := t * l.w.w.Outputs
	c := matrix.Cell{
		Sums: w.sums[row+from : row+l.w.w.Outputs], Scale: l.w.scale[from:], Bias: l.w.bias[from:],
		Peephole: l.peephole[from:], State: w.cell[from:to], Out: w.b[t*l.units+from : t*l.units+to], Gate: l.units,
	}
	if l.in == l.units {
		c.In = w.a[t*l.units+from : t*l.units+to]
	}
	c.Step(to-from, sigmoids)
}

var sigmoids = matrix.NewSigmoidTable(Sigmoid)

const leak = 0.1

// Parse reads the tree off the network: head[i] is the number of the governor, len(forms) for the root,
// and label[i] the relation, numbered from 0; root is the relation to the root. Encode must have run
// on the same words with the same w, by Tag.
func (n *Network) Parse(m int, w *Work, root int32, head, label []int32) {
	w.a = append(w.a[:0], w.tagged...)
	for i := n.TagLayer; i < len(n.layers); i++ {
		n.layer(i, m, w)
	}
	n.spaces(m, w)
	n.arcs(m, w)
	stride := matrix.Pad(m + 1)
	Tree(w.score, m, stride, head, &w.tree)
	n.labels(m, w, root, head, label)
}

// spaces projects the last layer into the spaces of arcs and labels.
func (n *Network) spaces(m int, w *Work) {
	width := n.Spaces()
	w.sums = resize(w.sums, m*n.space.w.Outputs)
	n.space.w.Product(w.sums, w.a, m)
	a, l := n.Arc, n.Label
	w.governor, w.dependent = resize(w.governor, (m+1)*a), resize(w.dependent, m*a)
	w.labelG, w.labelD = resize(w.labelG, m*l), resize(w.labelD, m*l)
	for t := range m {
		row := t * width
		part := func(out []float32, leak float32) {
			j := row - t*width
			matrix.Affine(out, w.sums[row:row+len(out)], n.space.scale[j:], n.space.bias[j:], leak)
			row += len(out)
		}
		part(w.governor[t*a:(t+1)*a], leak)
		part(w.dependent[t*a:(t+1)*a], leak)
		part(w.labelG[t*l:(t+1)*l], 1)
		part(w.labelD[t*l:(t+1)*l], 1)
	}
	copy(w.governor[m*a:], n.root)
}

// arcs computes the scores of all governors of all tokens.
func (n *Network) arcs(m int, w *Work) {
	a, stride := n.Arc, matrix.Pad(m+1)
	w.q = resize(w.q, m*a)
	for t := range m {
		copy(w.q[t*a:], n.arcB)
	}
	matrix.Add(w.q, w.dependent, n.arcU, m, a, a)
	w.turn = resize(w.turn, a*stride)
	clear(w.turn)
	for t := range m + 1 {
		for j, v := range w.governor[t*a : (t+1)*a] {
			w.turn[j*stride+t] = v
		}
	}
	w.score = resize(w.score, m*stride)
	clear(w.score)
	matrix.Add(w.score, w.q, w.turn, m, a, stride)
}

// labels chooses the relation of every arc.
func (n *Network) labels(m int, w *Work, root int32, head, label []int32) {
	l, out := n.Label, n.label.w.Outputs
	w.hidden = resize(w.hidden, m*l)
	for t := range m {
		h := w.hidden[t*l : (t+1)*l]
		if int(head[t]) == m {
			clear(h)
			continue
		}
		g, d := w.labelG[int(head[t])*l:(int(head[t])+1)*l], w.labelD[t*l:(t+1)*l]
		dist := n.distance[DistanceClass(t, int(head[t]))*l:]
		matrix.LeakySum(h, g, d, dist, leak)
	}
	w.sums = resize(w.sums, m*out)
	n.label.w.Product(w.sums, w.hidden, m)
	for t := range m {
		if int(head[t]) == m {
			label[t] = root
			continue
		}
		top, at := never, int32(0)
		for j, s := range w.sums[t*out : t*out+n.Labels] {
			if y := float32(float32(s)*n.label.scale[j]) + n.label.bias[j]; y > top && int32(j) != root {
				top, at = y, int32(j)
			}
		}
		label[t] = at
	}
}

// New makes the network of a file of weights.
func New(f *File) *Network {
	q := f.Params
	n := &Network{Shape: f.Shape, vectors: f.Vectors.Rows, word: q.Word, subword: q.Subword, pattern: q.Pattern}
	n.Lexicon = Lexicon{Vector: f.Vectors.Index(), Word: make(map[string]int32, len(f.Words))}
	for i, w := range f.Words {
		n.Lexicon.Word[w] = int32(i + 1)
	}
	floats := q.Floats
	take := func(size int) []float32 {
		s := floats[:size:size]
		floats = floats[size:]
		return s
	}
	for i := range f.Shape.Layers {
		units := n.width(i)
		n.layers = append(n.layers, layer{n.width(i - 1), units, newLinear(&q.Matrices[i]), take(2 * units)})
	}
	rest := q.Matrices[len(f.Shape.Layers):]
	n.tag, n.space, n.label = newLinear(&rest[0]), newLinear(&rest[1]), newLinear(&rest[2])
	n.arcU, n.arcB, n.root, n.distance = take(n.Arc*n.Arc), take(n.Arc), take(n.Arc), take(Distances*n.Label)
	n.prepare(f.Words)
	return n
}

func newLinear(m *Matrix) linear {
	return linear{matrix.Pack(m.W, m.In, m.Out), m.Scale, m.Bias}
}
