// Package training makes the weights of the network from treebanks.
//
// Build does it all: it reads the sentences into examples, which fixes the network's shape, runs the
// epochs and packs the result. The same sentences give the same weights, bit by bit, with any number
// of processors: random numbers come from a generator of our own, each batch is cut into the same
// number of shards, and their gradients are added in the same order. (On processors for which Go fuses
// multiplications and additions, last bits differ; amd64 is none of them by default.)
package training

import (
	"sync"

	"dateline/timeline/text/network"
)

// Options are the settings of a training.
type Options struct {
	Shape   network.Shape // what does not follow from the data
	Epochs  int
	Rate    float32 // highest learning rate
	Batch   int     // tokens a batch
	Seed    uint64
	Dropout Dropout
}

// DefaultOptions are the settings that the embedded weights were made with.
func DefaultOptions() Options {
	return Options{
		Epochs: 20, Rate: 2e-3, Batch: 1000, Seed: 1,
		Dropout: Dropout{Word: 0.15, Vector: 0.05, Subword: 0.05, Input: 0.15, Layer: 0.25, Space: 0.25},
		Shape: network.Shape{
			Word: 64, Buckets: 8192, Subword: 64, Patterns: 512, Pattern: 28, // 256 with a fixed vector of 100
			Layers: []int{96, 96, 128, 128}, TagLayer: 2, Arc: 128, Label: 128,
		},
	}
}

// shards is how many parts a batch is cut into, whatever the number of processors.
const shards = 2

// train returns the parameters after training p on the examples.
func train(p *network.Params, vectors []float32, examples []*example, o Options, report func(int, *network.Params, [4]float64)) *network.Params {
	rng := newRandom(o.Seed)
	initialise(p, rng)
	opt := newAdam(p, o.Rate)
	workers := make([]*shard, shards)
	for i := range workers {
		workers[i] = &shard{p: p, vectors: vectors, grad: network.NewParams(p.Shape), rng: newRandom(o.Seed + 1000 + uint64(i)), drop: o.Dropout,
			touched: touched{newRows(p.Words), newRows(p.Buckets), newRows(p.Patterns)}}
	}
	tokens := 0
	for _, e := range examples {
		tokens += len(e.features)
	}
	steps, step := o.Epochs*tokens/o.Batch, 0
	var batch []*example
	order := append([]*example(nil), examples...)
	for epoch := range o.Epochs {
		for i := range order {
			j := i + rng.below(len(order)-i)
			order[i], order[j] = order[j], order[i]
		}
		var sum losses
		for from := 0; from < len(order); {
			to, n := from, 0
			batch = batch[:0]
			for to < len(order) && n < o.Batch {
				n += len(order[to].features)
				batch = append(batch, order[to].inHeadline(rng))
				to++
			}
			runBatch(workers, batch, n)
			opt.step(workers, schedule(o.Rate, step, steps))
			step++
			from = to
		}
		for _, w := range workers {
			sum.tag, sum.part, sum.arc, sum.label = sum.tag+w.loss.tag, sum.part+w.loss.part, sum.arc+w.loss.arc, sum.label+w.loss.label
			w.loss = losses{}
		}
		k := 1 / float64(tokens)
		report(epoch, opt.result(), [4]float64{sum.tag * k, sum.part * k, sum.arc * k, sum.label * k})
	}
	return opt.result()
}

// runBatch computes the gradients of a batch of n tokens, one shard a goroutine.
func runBatch(workers []*shard, batch []*example, n int) {
	var wait sync.WaitGroup
	for i, w := range workers {
		w.sentences = w.sentences[:0]
		for j := i; j < len(batch); j += len(workers) {
			w.sentences = append(w.sentences, batch[j])
		}
		wait.Go(func() {
			if len(w.sentences) > 0 {
				w.forward()
				w.backward(1 / float32(n))
			}
		})
	}
	wait.Wait()
}

// schedule raises the rate over the first steps and then lowers it along a line to nearly nothing.
func schedule(rate float32, step, steps int) float32 {
	const warm = 200
	if step < warm {
		return rate * float32(step+1) / warm
	}
	left := float32(steps-step) / float32(max(1, steps-warm))
	return rate * max(left, 0.01)
}

// initialise fills p with random numbers of the size that keeps the spread of a layer's outputs.
func initialise(p *network.Params, rng *random) {
	spread := func(w []float32, deviation float32) {
		for i := range w {
			w[i] = rng.normal() * deviation
		}
	}
	spread(p.Word, 0.3)
	spread(p.Subword, 0.1)
	spread(p.Pattern, 0.3)
	for i := range p.Layers {
		r := &p.Layers[i]
		spread(r.W, 1/sqrt(float32(r.In)))
		for j := range r.Units {
			r.Bias[r.Units+j] = -0.5
		}
	}
	spread(p.TagW, 1/sqrt(float32(len(p.TagW)/p.TagOutputs())))
	spread(p.SpaceW, 1/sqrt(float32(len(p.SpaceW)/p.Spaces())))
	spread(p.ArcU, 1/float32(p.Arc))
	spread(p.Root, 0.1)
	spread(p.LabelW, 1/sqrt(float32(p.Label)))
}
