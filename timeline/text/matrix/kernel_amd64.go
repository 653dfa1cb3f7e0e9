package matrix

// hasAVX2 says whether processor and operating system support AVX2.
var hasAVX2 = detectAVX2()

func detectAVX2() bool {
	const osxsave, avx, ymmState, avx2 = 1 << 27, 1 << 28, 6, 1 << 5
	most, _, _, _ := cpuid(0, 0)
	_, _, c, _ := cpuid(1, 0)
	if most < 7 || c&osxsave == 0 || c&avx == 0 || xgetbv()&ymmState != ymmState {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&avx2 != 0
}

func addBlock4(c, a, b *float32, depth, n, row, col int) {
	if hasAVX2 {
		addBlock4AVX2(c, a, b, depth, n, row, col)
		return
	}
	addBlock4Go(c, a, b, depth, n, row, col)
}

func addBlock1(c, a, b *float32, depth, n, col int) {
	if hasAVX2 {
		addBlock1AVX2(c, a, b, depth, n, col)
		return
	}
	addBlock1Go(c, a, b, depth, n, col)
}

func intBlock4(c *int32, x, w *int16, pairs, n int) {
	if hasAVX2 {
		intBlock4AVX2(c, x, w, pairs, n)
		return
	}
	intBlock4Go(c, x, w, pairs, n)
}

func intBlock1(c *int32, x, w *int16, pairs int) {
	if hasAVX2 {
		intBlock1AVX2(c, x, w, pairs)
		return
	}
	intBlock1Go(c, x, w, pairs)
}

func cellStep(c *Cell, n int, table *SigmoidTable) {
	if !hasAVX2 {
		c.stepGo(n, table)
		return
	}
	var in *int16
	if c.In != nil {
		in = &c.In[0]
	}
	cellAVX2(&c.Sums[0], &c.Scale[0], &c.Bias[0], &c.Peephole[0], &c.State[0], in, &c.Out[0], c.Gate, n, &table[0])
}

// Implemented in kernel_amd64.s.

func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

func xgetbv() uint32

//go:noescape
func addBlock4AVX2(c, a, b *float32, depth, n, row, col int)

//go:noescape
func addBlock1AVX2(c, a, b *float32, depth, n, col int)

//go:noescape
func intBlock4AVX2(c *int32, x, w *int16, pairs, n int)

//go:noescape
func intBlock1AVX2(c *int32, x, w *int16, pairs int)

//go:noescape
func cellAVX2(sums *int32, scale, bias, peephole, state *float32, in, out *int16, gate, n int, table *float32)
