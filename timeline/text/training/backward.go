package training

import (
	"dateline/timeline/text/matrix"
	"dateline/timeline/text/network"
)

// backward adds the gradients of the losses of the shard's sentences to s.grad. scale is one through
// the number of tokens of the whole batch.
func (s *shard) backward(scale float32) {
	p, g := s.p, s.grad
	layers := len(p.Layers)
	for i := range s.dx {
		width := p.Input()
		if i > 0 {
			width = p.Layers[i-1].Units
		}
		s.dx[i] = grow(s.dx[i], s.n*width)
	}
	s.tagLoss(scale)
	for k, e := range s.sentences {
		s.arcLoss(k, e, scale)
		s.labelLoss(k, e, scale)
	}
	width := p.Spaces()
	for j := range s.spGrad {
		if s.spMask[j] != 0 || j%width < 2*p.Arc {
			s.spGrad[j] *= s.spMask[j]
		}
	}
	s.linear(layers, p.SpaceW, g.SpaceW, g.SpaceB, s.spGrad, width)
	s.linear(p.TagLayer, p.TagW, g.TagW, g.TagB, s.tagGrad, p.TagOutputs())
	for i := layers - 1; i >= 0; i-- {
		s.layerBack(i)
	}
	s.embedBack()
}

// linear takes the gradient of a linear map of x[i] back to its parameters and to dx[i].
func (s *shard) linear(i int, w, dw, db, dy []float32, width int) {
	in := len(w) / width
	matrix.AddTransposed(dw, s.x[i], dy, in, s.n, width)
	if db != nil {
		for j := range dy {
			db[j%width] += dy[j]
		}
	}
	s.wt = grow(s.wt, in*width)
	matrix.Transpose(s.wt, w, in, width)
	if in%matrix.Lanes == 0 {
		matrix.Add(s.dx[i], dy, s.wt, s.n, width, in)
		return
	}
	panic("training: width is no multiple of matrix.Lanes")
}

// tagLoss computes the cross entropy of tags and of parts of speech and its gradient.
func (s *shard) tagLoss(scale float32) {
	p := s.p
	out := p.TagOutputs()
	s.tagGrad = grow(s.tagGrad, s.n*out)
	t := 0
	for _, e := range s.sentences {
		for i := range e.features {
			y, d := s.tagOut[t*out:(t+1)*out], s.tagGrad[t*out:(t+1)*out]
			if e.tag[i] >= 0 {
				s.loss.tag += softmax(y[:p.Tags], d[:p.Tags], int(e.tag[i]), scale)
			}
			s.loss.part += softmax(y[p.Tags:p.Tags+p.Parts], d[p.Tags:p.Tags+p.Parts], int(e.part[i]), scale)
			t++
		}
	}
}

// softmax returns the cross entropy of scores y against class gold and writes its gradient, scaled.
func softmax(y, d []float32, gold int, scale float32) float64 {
	top := y[0]
	for _, v := range y {
		top = max(top, v)
	}
	var sum float32
	for j, v := range y {
		d[j] = network.Exp(v - top)
		sum += d[j]
	}
	loss := -ln(d[gold] / sum)
	k := scale / sum
	for j := range d {
		d[j] *= k
	}
	d[gold] -= scale
	return loss
}

// arcLoss: every token chooses its governor.
func (s *shard) arcLoss(k int, e *example, scale float32) {
	p, g := s.p, s.grad
	n, width, a := len(e.features), p.Spaces(), p.Arc
	first := s.from[k]
	cols := matrix.Pad(n + 1)
	// H: governors with the root behind them (cols × a), D: dependents (n × a).
	h, d := grow(s.scratch, cols*a), grow(s.scratch2, n*a)
	s.scratch, s.scratch2 = h, d
	for i := range n {
		row := s.spaces[(first+i)*width:]
		copy(h[i*a:(i+1)*a], row[:a])
		copy(d[i*a:(i+1)*a], row[a:2*a])
	}
	copy(h[n*a:(n+1)*a], p.Root)
	q := grow(s.scratch3, n*a) // D·U + b
	s.scratch3 = q
	fill(q, p.ArcB)
	matrix.Add(q, d, p.ArcU, n, a, a)
	work := make([]float32, a*cols+2*n*cols+cols*a+2*n*a+a*a)
	ht, work := work[:a*cols], work[a*cols:]
	matrix.Transpose(ht, h, cols, a)
	score, work := work[:n*cols], work[n*cols:]
	matrix.Add(score, q, ht, n, a, cols)
	ds, work := work[:n*cols], work[n*cols:]
	for i := range n {
		row := score[i*cols : i*cols+n+1]
		row[i] = -1e4
		s.loss.arc += softmax(row, ds[i*cols:i*cols+n+1], int(e.head[i]), scale)
		ds[i*cols+i] = 0
	}
	dh, work := work[:cols*a], work[cols*a:]
	matrix.AddTransposed(dh, ds, q, cols, n, a)
	dq, work := work[:n*a], work[n*a:]
	matrix.Add(dq, ds, h, n, cols, a)
	matrix.AddTransposed(g.ArcU, d, dq, a, n, a)
	for j := range dq {
		g.ArcB[j%a] += dq[j]
	}
	dd, work := work[:n*a], work[n*a:]
	ut := work[:a*a]
	matrix.Transpose(ut, p.ArcU, a, a)
	matrix.Add(dd, dq, ut, n, a, a)
	for i := range n {
		row := s.spGrad[(first+i)*width:]
		add(row[:a], dh[i*a:(i+1)*a])
		add(row[a:2*a], dd[i*a:(i+1)*a])
	}
	add(g.Root, dh[n*a:(n+1)*a])
}

func add(to, from []float32) {
	for i, v := range from {
		to[i] += v
	}
}

// labelLoss: the relation of every arc of the gold tree but the root's.
func (s *shard) labelLoss(k int, e *example, scale float32) {
	p, g := s.p, s.grad
	n, width, l := len(e.features), p.Spaces(), p.Label
	first := s.from[k]
	outs := p.LabelOutputs()
	hidden, mask := grow(s.scratch, n*l), grow(s.scratch2, n*l)
	s.scratch, s.scratch2 = hidden, mask
	governor := func(i int) []float32 {
		at := (first+int(e.head[i]))*width + 2*p.Arc
		return s.spaces[at : at+l]
	}
	for i := range n {
		if int(e.head[i]) == n {
			continue
		}
		gov := governor(i)
		dep := s.spaces[(first+i)*width+2*p.Arc+l : (first+i)*width+2*p.Arc+2*l]
		dist := p.Distance[network.DistanceClass(i, int(e.head[i]))*l:]
		for j := range l {
			m := s.rng.mask(s.drop.Space)
			v := gov[j] + dep[j] + dist[j]
			if v < 0 {
				m *= leak
			}
			mask[i*l+j], hidden[i*l+j] = m, v*m
		}
	}
	y := grow(s.scratch3, n*outs)
	s.scratch3 = y
	fill(y, p.LabelB)
	matrix.Add(y, hidden, p.LabelW, n, l, outs)
	dy := grow(s.scratch4, n*outs)
	s.scratch4 = dy
	for i := range n {
		if int(e.head[i]) != n {
			s.loss.label += softmax(y[i*outs:i*outs+p.Labels], dy[i*outs:i*outs+p.Labels], int(e.label[i]), scale)
		}
	}
	matrix.AddTransposed(g.LabelW, hidden, dy, l, n, outs)
	for j := range dy {
		g.LabelB[j%outs] += dy[j]
	}
	wt := make([]float32, l*outs)
	matrix.Transpose(wt, p.LabelW, l, outs)
	dh := make([]float32, n*l)
	matrix.Add(dh, dy, wt, n, outs, l)
	for i := range n {
		if int(e.head[i]) == n {
			continue
		}
		at := (first+int(e.head[i]))*width + 2*p.Arc
		gov := s.spGrad[at : at+l]
		dep := s.spGrad[(first+i)*width+2*p.Arc+l:]
		dist := g.Distance[network.DistanceClass(i, int(e.head[i]))*l:]
		for j := range l {
			v := dh[i*l+j] * mask[i*l+j]
			gov[j] += v
			dep[j] += v
			dist[j] += v
		}
	}
}

// layerBack takes dx[i+1] back through layer i.
func (s *shard) layerBack(i int) {
	r, gr := &s.p.Layers[i], &s.grad.Layers[i]
	units, width := r.Units, r.Gates()*r.Units
	dy := s.dx[i+1]
	for j, m := range s.mask[i+1] {
		dy[j] *= m
	}
	s.du = grow(s.du, s.n*width)
	dc := grow(s.scratch, units)
	s.scratch = dc
	half := units / 2
	for k := range s.sentences {
		from, to := s.from[k], s.from[k+1]
		clear(dc)
		for t := to - 1; t >= from; t-- {
			s.stepBack(i, t, t-1, t == from, 0, half, dc, gr)
		}
		for t := from; t < to; t++ {
			s.stepBack(i, t, t+1, t == to-1, half, units, dc, gr)
		}
	}
	s.linear(i, r.W, gr.W, nil, s.du, width)
}

func (s *shard) stepBack(i, t, prev int, first bool, from, to int, dc []float32, gr *network.Recurrent) {
	r := &s.p.Layers[i]
	units, gates := r.Units, r.Gates()
	u, du := s.u[i][t*gates*units:], s.du[t*gates*units:(t+1)*gates*units]
	high, dHigh := s.x[i][t*r.In:], s.dx[i][t*r.In:]
	if gates == 4 {
		high, dHigh = u[3*units:], du[3*units:]
	}
	st := &s.state[i]
	c, fs, rs := st.c[t*units:], st.f[t*units:], st.r[t*units:]
	dy := s.dx[i+1][t*units:]
	var before []float32
	if !first {
		before = st.c[prev*units : (prev+1)*units]
	}
	for j := from; j < to; j++ {
		var old float32
		if before != nil {
			old = before[j]
		}
		f, g, h := fs[j], rs[j], dy[j]
		dHigh[j] += h * (1 - g)
		dg := h * (c[j] - high[j]) * g * (1 - g)
		d := dc[j] + h*g
		df := d * (old - u[j]) * f * (1 - f)
		du[j] = d * (1 - f)
		du[units+j], du[2*units+j] = df, dg
		dc[j] = d*f + df*r.Peephole[j] + dg*r.Peephole[units+j]
		gr.Bias[j] += df
		gr.Bias[units+j] += dg
		gr.Peephole[j] += df * old
		gr.Peephole[units+j] += dg * old
	}
}

// embedBack takes dx[0] back to the embedding tables.
func (s *shard) embedBack() {
	p, g := s.p, s.grad
	in := p.Input()
	for j, m := range s.mask[0] {
		s.dx[0][j] *= m
	}
	t := 0
	for _, e := range s.sentences {
		for i := range e.features {
			f := &e.features[i]
			d := s.dx[0][t*in+p.Vector : (t+1)*in]
			w := int(s.word[t])
			add(g.Word[w*p.Shape.Word:(w+1)*p.Shape.Word], d[:p.Shape.Word])
			s.touched.word.add(w)
			d = d[p.Shape.Word:]
			if s.useSub[t] == 1 {
				for _, b := range f.Subwords {
					add(g.Subword[int(b)*p.Shape.Subword:(int(b)+1)*p.Shape.Subword], d[:p.Shape.Subword])
					s.touched.subword.add(int(b))
				}
			}
			d = d[p.Shape.Subword:]
			add(g.Pattern[int(f.Pattern)*p.Shape.Pattern:(int(f.Pattern)+1)*p.Shape.Pattern], d[:p.Shape.Pattern])
			s.touched.pattern.add(int(f.Pattern))
			t++
		}
	}
}
