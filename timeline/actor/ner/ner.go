// Package ner finds the names in a text and says what they name.
//
// What comes in is a text cut into tokens; what goes out are the names' tokens and types. Parts run in
// this order:
//
//	segments   the stretches of capitalized words and what may join them ("Bank of England"): elsewhere is no name
//	evidence   what the whole document says of a word: "Halden" stands before "Power" and after "of"
//	features   of every token of a segment: word, shape, affixes, tables, neighbours, evidence
//	decode     the best sequence of labels, by a linear-chain conditional random field (Lafferty, McCallum
//	           and Pereira 2001)
//
// The weights are trained by package train.
package ner

import (
	"dateline/timeline/text"
)

// Type is what a name names.
type Type uint8

// The types. Misc is a name that names no agent: a work, a product, an event, a people, a language; or
// a vessel or a storm, which the actor stage tells apart by the words beside it.
const (
	Person Type = iota
	Organization
	Place
	Misc
	types
)

// Name is a name in a document.
type Name struct {
	Sentence    int // index among the document's sentences
	First, Last int // its first and last token in the sentence
	Type        Type
}

// Find returns the names of a document in text order, by the embedded weights.
func Find(doc *text.Document) []Name { return embedded().Find(doc) }

// Find returns the names of a document in text order.
func (m *Model) Find(doc *text.Document) []Name {
	var names []Name
	d := newDecoder(m)
	ev := gather(doc)
	for i := range doc.Sentences {
		s := newSentence(&doc.Sentences[i], ev)
		for _, seg := range s.segments {
			labels := d.decode(s, seg)
			names = appendNames(names, labels, i, seg.first)
		}
	}
	return names
}

// appendNames turns a segment's labels into names. A name that the labels leave open ends where the
// next one begins.
func appendNames(names []Name, labels []label, sentence, first int) []Name {
	for i := 0; i < len(labels); {
		if labels[i] == outside {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] != outside && labels[j].typ() == labels[i].typ() && !labels[j].begins() && !labels[j-1].ends() {
			j++
		}
		names = append(names, Name{sentence, first + i, first + j - 1, labels[i].typ()})
		i = j
	}
	return names
}
