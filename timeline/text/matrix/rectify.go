package matrix

import "unsafe"

// Affine writes sums scaled and biased to out; what is below zero is multiplied by leak (1 leaves it).
// All slices have the length of out, a multiple of 8.
func Affine(out []float32, sums []int32, scale, bias []float32, leak float32) {
	n := rounds(len(out))
	if n == 0 {
		return
	}
	_, _, _ = sums[n-1], scale[n-1], bias[n-1]
	affine(&out[0], &sums[0], &scale[0], &bias[0], leak, n)
}

// LeakySum writes a + b + c, multiplied by leak where it is below zero, to out as activations. All
// slices have the length of out, a multiple of 8.
func LeakySum(out []int16, a, b, c []float32, leak float32) {
	n := rounds(len(out))
	if n == 0 {
		return
	}
	_, _, _ = a[n-1], b[n-1], c[n-1]
	leakySum(&out[0], &a[0], &b[0], &c[0], leak, n)
}

// rounds returns n, which kernels take 8 by 8.
func rounds(n int) int {
	if n%8 != 0 {
		panic("matrix: length is no multiple of 8")
	}
	return n
}

func affineGo(out *float32, sums *int32, scale, bias *float32, leak float32, n int) {
	y, s, k, b := unsafe.Slice(out, n), unsafe.Slice(sums, n), unsafe.Slice(scale, n), unsafe.Slice(bias, n)
	for i := range y {
		y[i] = leaky(float32(float32(s[i])*k[i])+b[i], leak)
	}
}

func leakySumGo(out *int16, a, b, c *float32, leak float32, n int) {
	y, x0, x1, x2 := unsafe.Slice(out, n), unsafe.Slice(a, n), unsafe.Slice(b, n), unsafe.Slice(c, n)
	for i := range y {
		y[i] = Activation(leaky(x0[i]+x1[i]+x2[i], leak))
	}
}

func leaky(x, leak float32) float32 {
	if x < 0 {
		return float32(x * leak)
	}
	return x
}
