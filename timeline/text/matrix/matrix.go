// Package matrix multiplies matrices for the network: in 32-bit floating point for training, in 16-bit
// integers for analysis.
//
// Every product gives the same bits on every machine. Integer sums are exact; floating-point sums are
// taken in one fixed order, by separate multiplications and additions. Processors with AVX2 use
// assembly kernels, all others the Go code beside them, which the tests hold to the same bits.
//
// Matrices are slices in row order. The number of columns of a product is a multiple of Lanes.
package matrix

// Lanes is what the number of columns of a product must be a multiple of.
const Lanes = 16

// Pad returns n rounded up to a multiple of Lanes.
func Pad(n int) int { return (n + Lanes - 1) / Lanes * Lanes }

// Add adds the product of a (m × k) and b (k × n) to c (m × n).
func Add(c, a, b []float32, m, k, n int) {
	addStrided(c, a, b, m, k, n, k, 1)
}

// AddTransposed adds the product of the transpose of a (k × m) and b (k × n) to c (m × n).
func AddTransposed(c, a, b []float32, m, k, n int) {
	addStrided(c, a, b, m, k, n, 1, m)
}

// Transpose writes the transpose of a (m × n) to out (n × m).
func Transpose(out, a []float32, m, n int) {
	const block = 16
	for i0 := 0; i0 < m; i0 += block {
		for j0 := 0; j0 < n; j0 += block {
			for i := i0; i < min(i0+block, m); i++ {
				for j := j0; j < min(j0+block, n); j++ {
					out[j*m+i] = a[i*n+j]
				}
			}
		}
	}
}

// kBlock is how many rows of b are used before the next columns, so that they stay in the cache.
const kBlock = 256

// addStrided adds a·b to c where element (i, k) of a is a[i*row+k*col].
func addStrided(c, a, b []float32, m, k, n, row, col int) {
	if m == 0 || k == 0 || n == 0 {
		return
	}
	if n%Lanes != 0 {
		panic("matrix: number of columns is no multiple of Lanes")
	}
	_, _, _ = c[m*n-1], a[(m-1)*row+(k-1)*col], b[k*n-1]
	for k0 := 0; k0 < k; k0 += kBlock {
		depth := min(kBlock, k-k0)
		for j := 0; j < n; j += Lanes {
			i := 0
			for ; i+4 <= m; i += 4 {
				addBlock4(&c[i*n+j], &a[i*row+k0*col], &b[k0*n+j], depth, n, row, col)
			}
			for ; i < m; i++ {
				addBlock1(&c[i*n+j], &a[i*row+k0*col], &b[k0*n+j], depth, n, col)
			}
		}
	}
}

// Packed holds the integer weights of a layer with k inputs and n outputs in the order of the kernel:
// for each 16 outputs and each two inputs, the two weights of each output.
type Packed struct {
	Inputs, Outputs int // Inputs rounded up to an even number, Outputs to a multiple of Lanes
	w               []int16
}

// Pack brings weights (k × n, k inputs) into kernel order.
func Pack(weights []int16, k, n int) *Packed {
	p := &Packed{Inputs: (k + 1) &^ 1, Outputs: Pad(n)}
	p.w = make([]int16, p.Inputs*p.Outputs)
	for i := range k {
		for j := range n {
			p.w[(j/Lanes*p.Inputs/2+i/2)*2*Lanes+j%Lanes*2+i%2] = weights[i*n+j]
		}
	}
	return p
}

// Product writes the product of x (m × p.Inputs) and the weights to c (m × p.Outputs). Sums wrap
// around at 32 bits; whoever scales the weights sees to it that they do not.
func (p *Packed) Product(c []int32, x []int16, m int) {
	if m == 0 {
		return
	}
	_, _ = c[m*p.Outputs-1], x[m*p.Inputs-1]
	for j := 0; j < p.Outputs; j += Lanes {
		p.columns(c, x, m, j)
	}
}

// columns writes the Lanes columns from j on. Rows are taken eight or four at a time; where fewer are
// left, the last block begins some rows earlier and writes the same sums again, which is faster than
// single rows.
func (p *Packed) columns(c []int32, x []int16, m, j int) {
	w, pairs, i := &p.w[j*p.Inputs], p.Inputs/2, 0
	if wide() {
		for ; m-i > 4 && m >= 8; i += 8 {
			i = min(i, m-8)
			intBlock8(&c[i*p.Outputs+j], &x[i*p.Inputs], w, pairs, p.Outputs)
		}
	}
	for ; m-i > 1 && m >= 4; i += 4 {
		i = min(i, m-4)
		intBlock4(&c[i*p.Outputs+j], &x[i*p.Inputs], w, pairs, p.Outputs)
	}
	for ; i < m; i++ {
		intBlock1(&c[i*p.Outputs+j], &x[i*p.Inputs], w, pairs)
	}
}
