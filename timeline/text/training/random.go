package training

import "math"

// random is a xorshift64* generator: the same numbers on every machine and in every version of Go.
type random struct{ state uint64 }

func newRandom(seed uint64) *random { return &random{seed*0x9e3779b97f4a7c15 | 1} }

func (r *random) next() uint64 {
	r.state ^= r.state >> 12
	r.state ^= r.state << 25
	r.state ^= r.state >> 27
	return r.state * 0x2545f4914f6cdd1d
}

// float returns a number in [0, 1).
func (r *random) float() float32 { return float32(r.next()>>40) / (1 << 24) }

// below returns a number in [0, n).
func (r *random) below(n int) int { return int((r.next() >> 33) % uint64(n)) }

// mask returns 0 with probability rate, else what keeps the mean.
func (r *random) mask(rate float32) float32 {
	if rate == 0 {
		return 1
	}
	if r.float() < rate {
		return 0
	}
	return 1 / (1 - rate)
}

// normal returns a number near the standard normal distribution: the sum of twelve uniform ones.
func (r *random) normal() float32 {
	var sum float32
	for range 12 {
		sum += r.float()
	}
	return sum - 6
}

func ln(x float32) float64 { return math.Log(math.Max(float64(x), 1e-30)) }

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
