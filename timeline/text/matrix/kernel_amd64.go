package matrix

// hasAVX2 and hasVNNI say whether processor and operating system support AVX2, and the 512-bit vectors
// with products of 16-bit integers (AVX-512 F and VNNI).
var hasAVX2, hasVNNI = detect()

// detect asks the processor; see the description of CPUID and XGETBV in Intel's manual, volume 2.
func detect() (avx2, vnni bool) {
	const osxsave, avx = 1 << 27, 1 << 28    // leaf 1, ECX
	const avx2Bit, avx512F = 1 << 5, 1 << 16 // leaf 7, EBX
	const avx512VNNI = 1 << 11               // leaf 7, ECX
	const ymmState, zmmState = 0x06, 0xe6    // what the system saves, XCR0
	most, _, _, _ := cpuid(0, 0)
	_, _, c, _ := cpuid(1, 0)
	if most < 7 || c&osxsave == 0 || c&avx == 0 {
		return false, false
	}
	_, b, c, _ := cpuid(7, 0)
	state := xgetbv()
	avx2 = state&ymmState == ymmState && b&avx2Bit != 0
	return avx2, avx2 && state&zmmState == zmmState && b&avx512F != 0 && c&avx512VNNI != 0
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

// wide says whether intBlock8 is faster than two calls of intBlock4.
func wide() bool { return hasVNNI }

func intBlock8(c *int32, x, w *int16, pairs, n int) { intBlock8VNNI(c, x, w, pairs, n) }

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

func affine(out *float32, sums *int32, scale, bias *float32, leak float32, n int) {
	if hasAVX2 {
		affineAVX2(out, sums, scale, bias, leak, n)
		return
	}
	affineGo(out, sums, scale, bias, leak, n)
}

func leakySum(out *int16, a, b, c *float32, leak float32, n int) {
	if hasAVX2 {
		leakySumAVX2(out, a, b, c, leak, n)
		return
	}
	leakySumGo(out, a, b, c, leak, n)
}

// Implemented in kernel_amd64.s.

func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

func xgetbv() uint32

//go:noescape
func addBlock4AVX2(c, a, b *float32, depth, n, row, col int)

//go:noescape
func addBlock1AVX2(c, a, b *float32, depth, n, col int)

//go:noescape
func intBlock8VNNI(c *int32, x, w *int16, pairs, n int)

//go:noescape
func intBlock4AVX2(c *int32, x, w *int16, pairs, n int)

//go:noescape
func intBlock1AVX2(c *int32, x, w *int16, pairs int)

//go:noescape
func cellAVX2(sums *int32, scale, bias, peephole, state *float32, in, out *int16, gate, n int, table *float32)

//go:noescape
func affineAVX2(out *float32, sums *int32, scale, bias *float32, leak float32, n int)

//go:noescape
func leakySumAVX2(out *int16, a, b, c *float32, leak float32, n int)
