package matrix

import "unsafe"

// The portable kernels. They take pointers as the assembly does; the callers check the bounds.

func at[T any](p *T, i int) *T { return (*T)(unsafe.Add(unsafe.Pointer(p), i*int(unsafe.Sizeof(*p)))) }

// addBlock1Go adds one row of 16 columns: c[j] += Σ a[k*col]·b[k*n+j].
func addBlock1Go(c, a, b *float32, depth, n, col int) {
	sums := unsafe.Slice(c, Lanes)
	for k := range depth {
		x, row := *at(a, k*col), unsafe.Slice(at(b, k*n), Lanes)
		for j := range sums {
			sums[j] += float32(x * row[j])
		}
	}
}

func addBlock4Go(c, a, b *float32, depth, n, row, col int) {
	for i := range 4 {
		addBlock1Go(at(c, i*n), at(a, i*row), b, depth, n, col)
	}
}

// intBlock1Go writes one row of 16 sums of pairs products.
func intBlock1Go(c *int32, x, w *int16, pairs int) {
	var sums [Lanes]int32
	in, weights := unsafe.Slice(x, 2*pairs), unsafe.Slice(w, 2*Lanes*pairs)
	for k := range pairs {
		x0, x1 := int32(in[2*k]), int32(in[2*k+1])
		row := weights[2*Lanes*k : 2*Lanes*(k+1)]
		for j := range sums {
			sums[j] += x0*int32(row[2*j]) + x1*int32(row[2*j+1])
		}
	}
	copy(unsafe.Slice(c, Lanes), sums[:])
}

func intBlock4Go(c *int32, x, w *int16, pairs, n int) {
	for i := range 4 {
		intBlock1Go(at(c, i*n), at(x, i*2*pairs), w, pairs)
	}
}

func intBlock8Go(c *int32, x, w *int16, pairs, n int) {
	for i := range 8 {
		intBlock1Go(at(c, i*n), at(x, i*2*pairs), w, pairs)
	}
}
