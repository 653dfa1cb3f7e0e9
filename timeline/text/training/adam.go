package training

import "dateline/timeline/text/network"

// touched collects the rows of the embedding tables that have a gradient.
type touched struct{ word, subword, pattern rows }

type rows struct {
	list []int
	seen []bool
}

func newRows(n int) rows { return rows{seen: make([]bool, n)} }

func (r *rows) add(i int) {
	if !r.seen[i] {
		r.seen[i] = true
		r.list = append(r.list, i)
	}
}

func (r *rows) clear() {
	for _, i := range r.list {
		r.seen[i] = false
	}
	r.list = r.list[:0]
}

// adam is Kingma and Ba's optimiser (2015) over the flat parameters and, row by row as they are
// touched, the embedding tables. average follows the parameters and is what is kept in the end.
type adam struct {
	p, average         *network.Params
	first, second      *network.Params
	rate, beta1, beta2 float32
	decay              float32 // of average
	power1, power2     float32 // beta1, beta2 to the number of steps
	steps              float32
}

func newAdam(p *network.Params, rate float32) *adam {
	a := &adam{p: p, rate: rate, beta1: 0.9, beta2: 0.98, power1: 1, power2: 1, decay: 0.999}
	a.first, a.second, a.average = network.NewParams(p.Shape), network.NewParams(p.Shape), network.NewParams(p.Shape)
	copy(a.average.Flat, p.Flat)
	return a
}

// result returns the average with the embedding tables as they are.
func (a *adam) result() *network.Params {
	copy(a.average.Word, a.p.Word)
	copy(a.average.Subword, a.p.Subword)
	copy(a.average.Pattern, a.p.Pattern)
	return a.average
}

// step applies the sum of the shards' gradients and clears them.
func (a *adam) step(shards []*shard, rate float32) {
	a.power1 *= a.beta1
	a.power2 *= a.beta2
	a.steps++
	g := shards[0].grad
	for _, s := range shards[1:] {
		add(g.Flat, s.grad.Flat)
		clear(s.grad.Flat)
	}
	scale := clip(g.Flat)
	a.update(a.p.Flat, g.Flat, a.first.Flat, a.second.Flat, a.average.Flat, rate, scale)
	clear(g.Flat)
	a.table(shards, rate, scale, a.p.Shape.Word, func(t *touched) *rows { return &t.word }, func(p *network.Params) []float32 { return p.Word })
	a.table(shards, rate, scale, a.p.Shape.Subword, func(t *touched) *rows { return &t.subword }, func(p *network.Params) []float32 { return p.Subword })
	a.table(shards, rate, scale, a.p.Shape.Pattern, func(t *touched) *rows { return &t.pattern }, func(p *network.Params) []float32 { return p.Pattern })
}

// longestGradient is the length that gradients are cut to.
const longestGradient = 5

// clip returns what the gradient is to be multiplied by.
func clip(g []float32) float32 {
	var sum float64
	for _, v := range g {
		sum += float64(v * v)
	}
	if sum <= longestGradient*longestGradient {
		return 1
	}
	return longestGradient / sqrt(float32(sum))
}

func (a *adam) table(shards []*shard, rate, scale float32, width int, pick func(*touched) *rows, of func(*network.Params) []float32) {
	all := pick(&shards[0].touched)
	g := of(shards[0].grad)
	for _, s := range shards[1:] {
		r := pick(&s.touched)
		for _, i := range r.list {
			all.add(i)
			add(g[i*width:(i+1)*width], of(s.grad)[i*width:(i+1)*width])
			clear(of(s.grad)[i*width : (i+1)*width])
		}
		r.clear()
	}
	for _, i := range all.list {
		from, to := i*width, (i+1)*width
		a.update(of(a.p)[from:to], g[from:to], of(a.first)[from:to], of(a.second)[from:to], nil, rate, scale)
		clear(g[from:to])
	}
	all.clear()
}

func (a *adam) update(p, g, first, second, average []float32, rate, scale float32) {
	const epsilon = 1e-8
	b1, b2 := a.beta1, a.beta2
	k1, k2 := 1/(1-a.power1), 1/(1-a.power2)
	follow := max(1-a.decay, 9/(9+a.steps)) // quickly at first, when the average is of random numbers
	for i, v := range g {
		v *= scale
		m := b1*first[i] + (1-b1)*v
		s := b2*second[i] + (1-b2)*v*v
		first[i], second[i] = m, s
		p[i] -= rate * m * k1 / (sqrt(s*k2) + epsilon)
		if average != nil {
			average[i] += follow * (p[i] - average[i])
		}
	}
}
