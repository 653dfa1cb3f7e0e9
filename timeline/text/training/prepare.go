package training

import (
	"sort"
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
	"dateline/timeline/text/network"
)

// data are the examples of a treebank with what fixes the network's shape.
type data struct {
	examples []*example
	lexicon  network.Lexicon
	words    []string // of lexicon.Word, from row 1
	tags     []string // morphological tags: "VERB Mood=Ind|…"
}

// rareTag is how often a morphological tag, and rareWord a word, must occur to be learned.
const (
	rareTag  = 3
	rareWord = 2
)

// prepare reads sentences into examples. vectors lists the words that have a fixed vector.
func prepare(sentences []conllu.Sentence, vectors map[string]int32, buckets, patterns int) *data {
	d := &data{lexicon: network.Lexicon{Vector: vectors, Word: map[string]int32{}}}
	words, tags := map[string]int{}, map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			words[network.Normal(w.Form)]++
			tags[tagOf(&w)]++
		}
	}
	d.words = frequent(words, rareWord)
	for i, w := range d.words {
		d.lexicon.Word[w] = int32(i + 1)
	}
	d.tags = frequent(tags, rareTag)
	number := map[string]int32{}
	for i, t := range d.tags {
		number[t] = int32(i)
	}
	for i := range sentences {
		e := d.example(&sentences[i], number, buckets, patterns)
		d.examples = append(d.examples, e)
	}
	return d
}

// tagOf returns the morphological tag of a word.
func tagOf(w *conllu.Word) string { return w.UPOS + " " + text.ParseFeats(w.Feats).String() }

// frequent lists the keys that are counted at least n times, by count, then by name.
func frequent(counts map[string]int, n int) []string {
	var keys []string
	for k, c := range counts {
		if c >= n {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && strings.Compare(a, b) < 0
	})
	return keys
}

func (d *data) example(s *conllu.Sentence, number map[string]int32, buckets, patterns int) *example {
	e := &example{}
	forms := make([]string, len(s.Words))
	for i := range s.Words {
		w := &s.Words[i]
		forms[i] = w.Form
		tag, ok := number[tagOf(w)]
		if !ok {
			tag = -1
		}
		part, _ := text.ParseUPOS(w.UPOS)
		rel, _ := text.ParseRel(w.Rel)
		head := int32(w.Head)
		if head < 0 {
			head = int32(len(s.Words))
		}
		e.features = append(e.features, d.lexicon.Features(w.Form, buckets, patterns, nil))
		e.tag, e.part = append(e.tag, tag), append(e.part, int32(part)-1)
		e.head, e.label = append(e.head, head), append(e.label, int32(rel)-1)
	}
	e.variants(forms, &d.lexicon, buckets, patterns)
	return e
}
