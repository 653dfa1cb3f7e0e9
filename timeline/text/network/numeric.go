package network

import "math"

// exp returns e to the power x with about seven digits. It is written out, because math.Exp may
// differ in the last bit between processors.
func exp(x float32) float32 {
	if x > 88 {
		x = 88
	}
	if x < -87 {
		return 0
	}
	const log2e, ln2hi, ln2lo = 1.44269504, 0.693359375, -2.12194440e-4
	z := float32(x * log2e)
	k := float32(int32(z + 0.5))
	if z < -0.5 {
		k = float32(int32(z - 0.5))
	}
	r := x - float32(k*ln2hi)
	r -= float32(k * ln2lo)
	// Taylor's series; |r| is at most 0.35.
	p := float32(float32(1.0/720)*r) + 1.0/120
	p = float32(p*r) + 1.0/24
	p = float32(p*r) + 1.0/6
	p = float32(p*r) + 0.5
	p = float32(p*r) + 1
	p = float32(p*r) + 1
	return p * math.Float32frombits(uint32(int32(k)+127)<<23)
}

// Exp is exp for training.
func Exp(x float32) float32 { return exp(x) }

// Sigmoid is the logistic function.
func Sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }
