package training

import (
	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
	"dateline/timeline/text/network"
)

// Progress is told of every epoch: the weights as they would be written now, and the mean losses a
// token of tags, parts of speech, governors and relations.
type Progress func(epoch int, current *network.File, loss [4]float64)

// Build trains on the sentences and returns what is to be written to a file of weights. The fixed
// vectors become part of it. about says what the sentences and vectors are.
func Build(sentences []conllu.Sentence, vectors *network.Vectors, about string, o Options, progress Progress) *network.File {
	shape := o.Shape
	shape.Vectors, shape.Vector = len(vectors.Words)+1, vectors.Width
	shape.Parts, shape.Labels = int(text.X), int(text.Dep)
	data := prepare(variants(sentences), vectors.Index(), shape.Buckets, shape.Patterns)
	shape.Words, shape.Tags = len(data.words)+1, len(data.tags)
	file := func(p *network.Params) *network.File {
		return &network.File{
			Shape: shape, Params: network.Quantize(p), Vectors: vectors, Words: data.words, Tags: data.tags,
			Lemmas: exceptions(sentences, data.lexicon.Vector), About: about,
		}
	}
	report := func(epoch int, p *network.Params, loss [4]float64) {
		if progress != nil {
			progress(epoch, file(p), loss)
		}
	}
	return file(train(network.NewParams(shape), vectors.Floats(), data.examples, o, report))
}
