package actor

import (
	"fmt"
	"math"
	"os"
	"testing"

	"dateline/timeline/text"
)

// TestTrainPronouns prints the weights of the evidence for antecedents, trained on the development passages of
// the file that DATELINE_GAP_TRAIN names; see TestGAP for its form.
func TestTrainPronouns(t *testing.T) {
	name := os.Getenv("DATELINE_GAP_TRAIN")
	if name == "" {
		t.Skip("DATELINE_GAP_TRAIN names no file")
	}
	model, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	type choice struct {
		list  []evidence
		right []bool // the candidates that are right: one, or all but A and B where neither is
	}
	for range 3 {
		var data []choice
		readGAP(t, name, func(d passage) {
			if d.Split != "development" {
				return
			}
			r := newReader(text.Split(d.Text), model)
			r.trace = func(s, i int, list []candidate) {
				if r.tokens(s)[i].Start != d.bytes(d.Pronoun.Start) {
					return
				}
				var c choice
				right := 0
				for _, x := range list {
					holds := map[bool]bool{}
					for _, n := range []gapSpan{d.A, d.B} {
						for _, k := range r.mentions {
							if k.entity == x.entity && k.kind == Name && r.start(&k) < d.bytes(n.End) && d.bytes(n.Start) < r.end(&k) {
								holds[n.Coref] = true
							}
						}
					}
					ok := holds[true] || !d.A.Coref && !d.B.Coref && !holds[false]
					c.list, c.right = append(c.list, x.evidence), append(c.right, ok)
					if ok {
						right++
					}
				}
				if right > 0 && right < len(list) {
					data = append(data, c)
				}
			}
			r.find()
		})
		for step := range 300 {
			var gradient evidence
			for _, c := range data {
				p, q := make([]float64, len(c.list)), 0.0
				sum := 0.0
				for i, e := range c.list {
					for k, x := range e {
						p[i] += weights[k] * x
					}
					p[i] = math.Exp(p[i])
					sum += p[i]
				}
				for i := range p {
					p[i] /= sum
					if c.right[i] {
						q += p[i]
					}
				}
				for i, e := range c.list {
					g := -p[i]
					if c.right[i] {
						g += p[i] / q
					}
					for k, x := range e {
						gradient[k] += g * x
					}
				}
			}
			for k := range weights {
				weights[k] += (2 / (1 + float64(step)/100)) * (gradient[k]/float64(len(data)) - 0.001*weights[k])
			}
		}
		line := fmt.Sprint(len(data), ":")
		for _, w := range weights {
			line += fmt.Sprintf(" %.2f,", w)
		}
		t.Log(line)
	}
}
