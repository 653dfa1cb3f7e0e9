package ner

// decoder finds the best labels of segments; it keeps its memory between them.
type decoder struct {
	model  *Model
	x      extractor
	scores [][labels]float32
	back   [][labels]label
	labels []label
}

func newDecoder(m *Model) *decoder { return &decoder{model: m} }

// decode returns the labels of a segment's tokens by the algorithm of Viterbi; the slice is valid until
// the next call.
func (d *decoder) decode(s *sentence, seg segment) []label {
	n := seg.last - seg.first + 1
	if cap(d.scores) < n {
		d.scores, d.back, d.labels = make([][labels]float32, n), make([][labels]label, n), make([]label, n)
	}
	scores, back, out := d.scores[:n], d.back[:n], d.labels[:n]
	const never = -1e9
	for i := range n {
		emission := d.emission(s, seg.first+i)
		for b := range label(labels) {
			best, from := float32(never), outside
			if i == 0 {
				if follows(outside, b) {
					best = d.model.transitions[outside][b]
				}
			} else {
				for a := range label(labels) {
					if !follows(a, b) {
						continue
					}
					if v := scores[i-1][a] + d.model.transitions[a][b]; v > best {
						best, from = v, a
					}
				}
			}
			scores[i][b], back[i][b] = best+emission[b], from
		}
	}
	best := outside
	for b := range label(labels) {
		if b.mayEnd() && scores[n-1][b]+d.model.transitions[b][outside] > scores[n-1][best]+d.model.transitions[best][outside] {
			best = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = best
		best = back[i][best]
	}
	return out
}

// emission returns the score of every label for a token, its neighbours' labels aside.
func (d *decoder) emission(s *sentence, i int) [labels]float32 {
	var sums [labels]int32
	for _, key := range d.x.features(s, i) {
		if row := d.model.row(key); row != nil {
			for k, w := range row {
				sums[k] += int32(w)
			}
		}
	}
	var out [labels]float32
	for k, v := range sums {
		out[k] = float32(v) * d.model.step
	}
	return out
}
