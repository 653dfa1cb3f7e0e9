package network

import "dateline/timeline/text/matrix"

// Shape fixes the sizes of a network. All widths are multiples of matrix.Lanes/2.
type Shape struct {
	Vectors  int // words with a fixed vector, and the row of all others
	Vector   int // numbers of a fixed vector
	Words    int // words with a learned vector, and the row of all others
	Word     int // numbers of a learned vector
	Buckets  int // rows of the hashed table of subwords
	Subword  int
	Patterns int // rows of the hashed table of letter patterns
	Pattern  int
	Layers   []int // units of each recurrent layer in each direction, multiples of 8; the first layer is not as wide as its input
	TagLayer int   // number of layers that tagging needs
	Tags     int   // morphological tags: pairs of part of speech and features
	Parts    int   // parts of speech
	Arc      int   // width of the spaces in which governors and dependents are matched
	Label    int   // width of the space in which relations are told apart
	Labels   int   // relations
}

// Input is the number of inputs of the first layer.
func (s *Shape) Input() int { return s.Vector + s.Word + s.Subword + s.Pattern }

// width returns the number of outputs of layer i, or of the input for -1.
func (s *Shape) width(i int) int {
	if i < 0 {
		return s.Input()
	}
	return 2 * s.Layers[i]
}

// Distances is the number of classes of the distance between a token and its governor.
const Distances = 14

// Recurrent holds the parameters of a bidirectional simple recurrent unit (Lei et al. 2018).
//
// With x the input of a token and c' the state of the token before it (behind it in the backward
// half), in each unit:
//
//	f = σ(x·Wf + vf·c' + bf)    r = σ(x·Wr + vr·c' + br)
//	c = f·c' + (1-f)·x·Wc       h = r·c + (1-r)·x·Wx
//
// Where input and output are of one width, x itself stands for x·Wx. Only the products with W are
// matrix products, and they are taken for all tokens of a sentence at once.
type Recurrent struct {
	In, Units int       // Units of both directions together; the first half reads forward
	W         []float32 // In × Gates*Units: Wc, Wf, Wr and Wx, one behind the other
	Bias      []float32 // bf, br
	Peephole  []float32 // vf, vr
}

// Gates returns how many matrices W holds.
func (r *Recurrent) Gates() int {
	if r.In == r.Units {
		return 3
	}
	return 4
}

// Params are the learned parameters. Those but the embedding tables are views into one slice, so that
// gradients, moments and averages can be kept in slices alike.
type Params struct {
	Shape
	Word, Subword, Pattern []float32 // embedding tables, row by row
	Flat                   []float32
	Layers                 []Recurrent
	TagW, TagB             []float32 // TagLayer's width × padded Tags + Parts: first the tags, then the parts
	SpaceW, SpaceB         []float32 // last width × 2*Arc + 2*Label: governor and dependent of arcs, then of labels
	ArcU                   []float32 // Arc × Arc
	ArcB                   []float32 // Arc: how likely a token is a governor
	Root                   []float32 // Arc: the root as a governor
	Distance               []float32 // Distances × Label
	LabelW, LabelB         []float32 // Label × padded Labels
}

// TagOutputs is the number of outputs of the tagger, padded.
func (s *Shape) TagOutputs() int { return matrix.Pad(s.Tags + s.Parts) }

// LabelOutputs is the number of outputs of the labeller, padded.
func (s *Shape) LabelOutputs() int { return matrix.Pad(s.Labels) }

// Spaces is the number of outputs of the projection before arcs and labels.
func (s *Shape) Spaces() int { return 2*s.Arc + 2*s.Label }

// NewParams returns parameters of the shape, all zero.
func NewParams(s Shape) *Params {
	p := &Params{Shape: s}
	p.Word = make([]float32, s.Words*s.Word)
	p.Subword = make([]float32, s.Buckets*s.Subword)
	p.Pattern = make([]float32, s.Patterns*s.Pattern)
	size := p.view(nil)
	p.Flat = make([]float32, size)
	p.view(p.Flat)
	return p
}

// view cuts flat into the parameters, or only counts them if flat is nil.
func (p *Params) view(flat []float32) int {
	used := 0
	take := func(n int) []float32 {
		used += n
		if flat == nil {
			return nil
		}
		return flat[used-n : used : used]
	}
	p.Layers = make([]Recurrent, len(p.Shape.Layers))
	for i := range p.Layers {
		r := Recurrent{In: p.width(i - 1), Units: p.width(i)}
		r.W = take(r.In * r.Gates() * r.Units)
		r.Bias, r.Peephole = take(2*r.Units), take(2*r.Units)
		p.Layers[i] = r
	}
	p.TagW, p.TagB = take(p.width(p.TagLayer-1)*p.TagOutputs()), take(p.TagOutputs())
	p.SpaceW, p.SpaceB = take(p.width(len(p.Layers)-1)*p.Spaces()), take(p.Spaces())
	p.ArcU, p.ArcB, p.Root = take(p.Arc*p.Arc), take(p.Arc), take(p.Arc)
	p.Distance = take(Distances * p.Label)
	p.LabelW, p.LabelB = take(p.Label*p.LabelOutputs()), take(p.LabelOutputs())
	return used
}

// DistanceClass returns the class of the distance from a dependent to its governor, in tokens.
func DistanceClass(dependent, governor int) int {
	d := governor - dependent
	side := 0
	if d < 0 {
		d, side = -d, Distances/2
	}
	switch {
	case d <= 4:
		return side + d - 1
	case d <= 7:
		return side + 4
	case d <= 14:
		return side + 5
	}
	return side + 6
}
