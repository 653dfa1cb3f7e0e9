package training

import (
	"bytes"
	"strings"
	"testing"

	"dateline/timeline/text/conllu"
	"dateline/timeline/text/network"
)

const treebank = `# text = Police arrested four men.
1	Police	police	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	arrested	arrest	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	_
3	four	four	NUM	CD	NumType=Card	4	nummod	_	_
4	men	man	NOUN	NNS	Number=Plur	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# text = She slept.
1	She	she	PRON	PRP	Case=Nom	2	nsubj	_	_
2	slept	sleep	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func sentences(t *testing.T) []conllu.Sentence {
	t.Helper()
	var all []conllu.Sentence
	for r := conllu.NewReader(strings.NewReader(strings.Repeat(treebank, 3))); ; {
		s, err := r.Read()
		if err != nil {
			return all
		}
		all = append(all, *s)
	}
}

func smallVectors() *network.Vectors {
	v := &network.Vectors{Words: []string{"police", "men", "she"}, Width: 4, Rows: make([]int8, 16)}
	for i := range v.Rows[4:] {
		v.Rows[4+i] = int8(7*i%23 - 11)
	}
	return v
}

func smallOptions() Options {
	o := DefaultOptions()
	o.Shape = network.Shape{Word: 6, Buckets: 16, Subword: 4, Patterns: 8, Pattern: 2, Layers: []int{8, 8, 16}, TagLayer: 2, Arc: 16, Label: 16}
	o.Epochs, o.Batch = 3, 12
	return o
}

// TestSameBytes: the same sentences give the same file.
func TestSameBytes(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		if err := Build(sentences(t), smallVectors(), "test", smallOptions(), nil).Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings gave different files")
	}
}

// TestGradients holds the gradients to differences of the loss.
func TestGradients(t *testing.T) {
	v := smallVectors()
	shape := smallOptions().Shape
	shape.Vectors, shape.Vector, shape.Parts, shape.Labels = 4, 4, 17, 51
	d := prepare(sentences(t), v.Index(), shape.Buckets, shape.Patterns)
	shape.Words, shape.Tags = len(d.words)+1, len(d.tags)
	p := network.NewParams(shape)
	initialise(p, newRandom(3))
	s := &shard{p: p, vectors: v.Floats(), grad: network.NewParams(shape), rng: newRandom(1), sentences: d.examples[:2],
		touched: touched{newRows(shape.Words), newRows(shape.Buckets), newRows(shape.Patterns)}}
	loss := func() float64 {
		s.loss = losses{}
		s.forward()
		s.backward(1)
		return s.loss.tag + s.loss.part + s.loss.arc + s.loss.label
	}
	loss()
	grad := append([]float32(nil), s.grad.Flat...)
	words := append([]float32(nil), s.grad.Word...)
	check := func(name string, w, g []float32, every int) {
		const h = 1e-2
		for i := 0; i < len(w); i += every {
			old := w[i]
			w[i] = old + h
			up := loss()
			w[i] = old - h
			down := loss()
			w[i] = old
			want, got := (up-down)/(2*h), float64(g[i])
			if diff := want - got; diff > 0.02+0.05*max(want, -want) || diff < -0.02-0.05*max(want, -want) {
				t.Errorf("%s %d: gradient %.4f, difference %.4f", name, i, got, want)
			}
		}
	}
	check("parameter", p.Flat, grad, 37)
	check("word", p.Word, words, 5)
}

// TestLearns: a network that has seen a sentence often knows its tags and its tree.
func TestLearns(t *testing.T) {
	o := smallOptions()
	o.Epochs, o.Dropout, o.Rate = 150, Dropout{}, 1e-2
	var last [4]float64
	Build(sentences(t), smallVectors(), "test", o, func(_ int, _ *network.File, loss [4]float64) { last = loss })
	for i, l := range last {
		if l > 0.3 {
			t.Errorf("loss %d is still %.3f", i, l)
		}
	}
}
