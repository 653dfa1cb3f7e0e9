package matrix

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func floats(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = r.Float32() - 0.5
	}
	return x
}

func ints(r *rand.Rand, n int) []int16 {
	x := make([]int16, n)
	for i := range x {
		x[i] = int16(r.IntN(4095) - 2047)
	}
	return x
}

// Sizes with and without a rest of rows, and depths over the block size.
var sizes = [][3]int{{1, 1, 16}, {3, 5, 16}, {4, 8, 32}, {7, 300, 48}, {8, 6, 16}, {11, 20, 16}, {13, 600, 16}, {23, 9, 32}}

// TestFloat holds both products to sums taken in order, bit by bit.
func TestFloat(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range sizes {
		m, k, n := s[0], s[1], s[2]
		a, b, c := floats(r, m*k), floats(r, k*n), floats(r, m*n)
		want := append([]float32(nil), c...)
		for i := range m {
			for l := range k {
				for j := range n {
					want[i*n+j] += float32(a[i*k+l] * b[l*n+j])
				}
			}
		}
		d := append([]float32(nil), c...)
		Add(c, a, b, m, k, n)
		at := make([]float32, len(a))
		Transpose(at, a, m, k)
		AddTransposed(d, at, b, m, k, n)
		for i := range want {
			if c[i] != want[i] || d[i] != want[i] {
				t.Fatalf("%v: element %d: Add %v, AddTransposed %v, want %v", s, i, c[i], d[i], want[i])
			}
		}
	}
}

func TestPackedProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range sizes {
		m, k, n := s[0], s[1], s[2]-3
		w := ints(r, k*n)
		p := Pack(w, k, n)
		x := make([]int16, m*p.Inputs)
		for i := range m {
			copy(x[i*p.Inputs:], ints(r, k))
		}
		c := make([]int32, m*p.Outputs)
		p.Product(c, x, m)
		for i := range m {
			for j := range n {
				var want int32
				for l := range k {
					want += int32(x[i*p.Inputs+l]) * int32(w[l*n+j])
				}
				if got := c[i*p.Outputs+j]; got != want {
					t.Fatalf("%v: element %d, %d: %d, want %d", s, i, j, got, want)
				}
			}
		}
	}
}

// TestPortable holds the portable kernels to the ones in use.
func TestPortable(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const depth, n = 37, 32
	a, b := floats(r, 4*depth), floats(r, depth*n)
	c, d := make([]float32, 4*n), make([]float32, 4*n)
	addBlock4(&c[0], &a[0], &b[0], depth, n, depth, 1)
	addBlock4Go(&d[0], &a[0], &b[0], depth, n, depth, 1)
	for i := range c {
		if c[i] != d[i] {
			t.Fatalf("float element %d: %v and %v", i, c[i], d[i])
		}
	}
	x, w := ints(r, 4*2*depth), ints(r, 2*Lanes*depth)
	e, f := make([]int32, 4*n), make([]int32, 4*n)
	intBlock4(&e[0], &x[0], &w[0], depth, n)
	intBlock4Go(&f[0], &x[0], &w[0], depth, n)
	for i := range e {
		if e[i] != f[i] {
			t.Fatalf("integer element %d: %v and %v", i, e[i], f[i])
		}
	}
	if !wide() {
		return
	}
	x = ints(r, 8*2*depth)
	e, f = make([]int32, 8*n), make([]int32, 8*n)
	intBlock8(&e[0], &x[0], &w[0], depth, n)
	intBlock8Go(&f[0], &x[0], &w[0], depth, n)
	if !slices.Equal(e, f) {
		t.Fatalf("eight rows of integers:\n%v\n%v", e, f)
	}
}

// TestRectify holds the kernels of the maps to the portable ones.
func TestRectify(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const n = 40
	for range 100 {
		sums, scale, bias := make([]int32, n), floats(r, n), floats(r, n)
		for i := range sums {
			sums[i] = int32(r.IntN(60) - 30)
		}
		y, want := make([]float32, n), make([]float32, n)
		Affine(y, sums, scale, bias, 0.1)
		affineGo(&want[0], &sums[0], &scale[0], &bias[0], 0.1, n)
		if !slices.Equal(y, want) {
			t.Fatalf("Affine:\n%v\n%v", y, want)
		}
		q, wanted := make([]int16, n), make([]int16, n)
		LeakySum(q, y, scale, bias, 0.1)
		leakySumGo(&wanted[0], &y[0], &scale[0], &bias[0], 0.1, n)
		if !slices.Equal(q, wanted) {
			t.Fatalf("LeakySum:\n%v\n%v", q, wanted)
		}
	}
}

func BenchmarkFloat(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const m, k, n = 400, 256, 768
	x, w, c := floats(r, m*k), floats(r, k*n), make([]float32, m*n)
	for b.Loop() {
		Add(c, x, w, m, k, n)
	}
	b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkInt(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const m, k, n = 20, 256, 768
	p := Pack(ints(r, k*n), k, n)
	x, c := ints(r, m*k), make([]int32, m*n)
	for b.Loop() {
		p.Product(c, x, m)
	}
	b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

// TestCell holds the kernel in use to the portable one, with and without a fourth gate.
func TestCell(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	table := NewSigmoidTable(func(x float32) float32 { return 1 / (1 + float32(math.Exp(float64(-x)))) })
	const units = 24
	for round := range 200 {
		c := Cell{Scale: floats(r, 4*units), Bias: floats(r, 4*units), Peephole: floats(r, 2*units), State: floats(r, units), Out: make([]int16, units), Gate: units}
		for range 4 * units {
			c.Sums = append(c.Sums, int32(r.IntN(200)-100))
		}
		if round%2 == 0 {
			c.In = ints(r, units)
		}
		d := c
		d.State, d.Out = append([]float32(nil), c.State...), make([]int16, units)
		c.Step(units, table)
		d.stepGo(units, table)
		for i := range units {
			if c.State[i] != d.State[i] || c.Out[i] != d.Out[i] {
				t.Fatalf("round %d, unit %d: state %v and %v, output %d and %d", round, i, c.State[i], d.State[i], c.Out[i], d.Out[i])
			}
		}
	}
}
