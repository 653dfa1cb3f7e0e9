//go:build !amd64

package matrix

func addBlock4(c, a, b *float32, depth, n, row, col int) { addBlock4Go(c, a, b, depth, n, row, col) }
func addBlock1(c, a, b *float32, depth, n, col int)      { addBlock1Go(c, a, b, depth, n, col) }
func intBlock4(c *int32, x, w *int16, pairs, n int)      { intBlock4Go(c, x, w, pairs, n) }
func intBlock1(c *int32, x, w *int16, pairs int)         { intBlock1Go(c, x, w, pairs) }

func wide() bool { return false }

func intBlock8(c *int32, x, w *int16, pairs, n int) { intBlock8Go(c, x, w, pairs, n) }

func cellStep(c *Cell, n int, table *SigmoidTable) { c.stepGo(n, table) }

func affine(out *float32, sums *int32, scale, bias *float32, leak float32, n int) {
	affineGo(out, sums, scale, bias, leak, n)
}

func leakySum(out *int16, a, b, c *float32, leak float32, n int) { leakySumGo(out, a, b, c, leak, n) }
