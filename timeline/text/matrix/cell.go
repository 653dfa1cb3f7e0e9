package matrix

// SigmoidTable holds the logistic function in steps of 1/256 from -10 to 10.
type SigmoidTable [2*sigmoidEnd*sigmoidSteps + 1]float32

const (
	sigmoidEnd   = 10
	sigmoidSteps = 256
)

// NewSigmoidTable returns the table with values by f.
func NewSigmoidTable(f func(float32) float32) *SigmoidTable {
	var t SigmoidTable
	for i := range t {
		t[i] = f(float32(i)/sigmoidSteps - sigmoidEnd)
	}
	return &t
}

// at returns the value for x.
func (t *SigmoidTable) at(x float32) float32 {
	v := float32((x + sigmoidEnd) * sigmoidSteps)
	v = float32(max(0, min(v, 2*sigmoidEnd*sigmoidSteps)))
	return t[int32(v+0.5)]
}

// Activations are kept as integers: One stands for one, and they are cut at ±Limit.
const (
	One   = 1024
	Limit = 8191
)

// Activation returns the integer that stands for x.
func Activation(x float32) int16 {
	const even = 3 << 22 // added and taken off again, it rounds to the nearest integer, ties to even
	v := float32(x * One)
	v = max(-Limit, min(v, Limit))
	return int16(float32(v+even) - even)
}

// Cell is one step of a simple recurrent unit; see package network for what it computes. All slices
// begin at the first unit that is computed, Gate is the distance between the gates in Sums, Scale and
// Bias, and Units that of the two halves of Peephole.
type Cell struct {
	Sums        []int32
	Scale, Bias []float32
	Peephole    []float32
	State       []float32 // in: of the step before; out: of this one
	In          []int16   // what the output falls back to; nil: the fourth gate
	Out         []int16
	Gate        int
}

// Step computes n units, a multiple of 8.
func (c *Cell) Step(n int, table *SigmoidTable) {
	if n == 0 {
		return
	}
	gates := 3
	if c.In == nil {
		gates = 4
	} else {
		_ = c.In[n-1]
	}
	last := (gates-1)*c.Gate + n - 1
	_, _, _, _, _, _ = c.Sums[last], c.Scale[last], c.Bias[last], c.Peephole[c.Gate+n-1], c.State[n-1], c.Out[n-1]
	if n%8 != 0 {
		panic("matrix: number of units is no multiple of 8")
	}
	cellStep(c, n, table)
}

// stepGo is the portable kernel.
func (c *Cell) stepGo(n int, table *SigmoidTable) {
	g := c.Gate
	value := func(i int) float32 { return float32(float32(c.Sums[i]) * c.Scale[i]) }
	for j := range n {
		old, x := c.State[j], value(j)
		f := table.at(value(g+j) + float32(c.Peephole[j]*old) + c.Bias[g+j])
		r := table.at(value(2*g+j) + float32(c.Peephole[g+j]*old) + c.Bias[2*g+j])
		v := x + float32(f*(old-x))
		c.State[j] = v
		var high float32
		if c.In != nil {
			high = float32(c.In[j]) * (1.0 / One)
		} else {
			high = value(3*g + j)
		}
		c.Out[j] = Activation(high + float32(r*(v-high)))
	}
}
