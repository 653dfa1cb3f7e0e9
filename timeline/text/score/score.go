// Package score measures an analysis against a treebank by the definitions of the CoNLL 2018 shared
// task (Zeman et al. 2018, section 4; universaldependencies.org/conll18/evaluation.html).
//
// Words are aligned by the characters they cover; where the words of a gold surface token are not
// written one behind the other ("gonna" as "going to"), by their longest common subsequence of forms.
// Of two aligned words tag, features, lemma, governor and relation are compared; relations without
// their subtypes. A token here is a syntactic word ("don't" is two), which the shared task calls word.
package score

import (
	"fmt"
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// Scores are F1 figures, fractions of 1. On gold tokens they are accuracies.
type Scores struct {
	Tokens, Sentences, UPOS, Feats, Lemma, UAS, LAS float64
}

// String returns the scores as one line: "tokens 0.9876 sentences 0.8123 …".
func (s Scores) String() string {
	return fmt.Sprintf("tokens %.4f sentences %.4f upos %.4f feats %.4f lemma %.4f uas %.4f las %.4f",
		s.Tokens, s.Sentences, s.UPOS, s.Feats, s.Lemma, s.UAS, s.LAS)
}

// node is a word of either side, with its governor as a number among all words.
type node struct {
	conllu.Span
	form, lemma, rel string
	upos             text.UPOS
	feats            text.Feats
	head             int // -1 for a root
}

// Gold measures parse on gold tokens: it is given sentences with tokens only and has to fill them in.
func Gold(gold []conllu.Sentence, parse func(*text.Sentence)) Scores {
	raw := conllu.RawText(gold)
	system := &text.Document{Text: raw.Text}
	for i := range gold {
		system.Sentences = append(system.Sentences, tokensOf(raw, gold, i))
		parse(&system.Sentences[i])
	}
	return compare(gold, raw, system)
}

// Raw measures analyse on the raw text of the sentences: it has to split and parse.
func Raw(gold []conllu.Sentence, analyse func(string) *text.Document) Scores {
	raw := conllu.RawText(gold)
	return compare(gold, raw, analyse(raw.Text))
}

// tokensOf returns the i-th gold sentence with nothing but its tokens.
func tokensOf(raw *conllu.Raw, gold []conllu.Sentence, i int) text.Sentence {
	s := text.Sentence{Start: raw.Sentences[i].Start, End: raw.Sentences[i].End}
	for j, w := range gold[i].Words {
		span := raw.Words[i][j]
		s.Tokens = append(s.Tokens, text.Token{Start: span.Start, End: span.End, Form: w.Form, Head: -1})
	}
	return s
}

func compare(gold []conllu.Sentence, raw *conllu.Raw, system *text.Document) Scores {
	g, s := goldNodes(gold, raw), systemNodes(system)
	spans := make([]conllu.Span, len(system.Sentences))
	for i, x := range system.Sentences {
		spans[i] = conllu.Span{Start: x.Start, End: x.End}
	}
	pairs := align(g, s)
	var c counts
	partner := make([]int, len(g)) // of a gold word, -1 without one
	for i := range partner {
		partner[i] = -1
	}
	for _, p := range pairs {
		partner[p[0]] = p[1]
	}
	for _, p := range pairs {
		c.add(&g[p[0]], &s[p[1]], partner)
	}
	f1 := func(n int) float64 { return ratio(2*n, len(g)+len(s)) }
	return Scores{
		Tokens: f1(len(pairs)), Sentences: ratio(2*common(raw.Sentences, spans), len(raw.Sentences)+len(spans)),
		UPOS: f1(c.upos), Feats: f1(c.feats), Lemma: f1(c.lemma), UAS: f1(c.uas), LAS: f1(c.las),
	}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// counts counts aligned words with the right annotation.
type counts struct{ upos, feats, lemma, uas, las int }

func (c *counts) add(g, s *node, partner []int) {
	if g.upos == s.upos {
		c.upos++
	}
	if g.feats == s.feats {
		c.feats++
	}
	if g.lemma == s.lemma || g.lemma == "_" {
		c.lemma++
	}
	if g.head < 0 && s.head < 0 || g.head >= 0 && s.head >= 0 && partner[g.head] == s.head {
		c.uas++
		if g.rel == s.rel {
			c.las++
		}
	}
}

func goldNodes(gold []conllu.Sentence, raw *conllu.Raw) []node {
	var nodes []node
	for i := range gold {
		first := len(nodes)
		for j, w := range gold[i].Words {
			upos, _ := text.ParseUPOS(w.UPOS)
			n := node{Span: raw.Words[i][j], form: w.Form, lemma: w.Lemma, rel: universal(w.Rel), upos: upos, feats: text.ParseFeats(w.Feats), head: -1}
			if w.Head >= 0 {
				n.head = first + w.Head
			}
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func systemNodes(d *text.Document) []node {
	var nodes []node
	for i := range d.Sentences {
		first := len(nodes)
		for _, t := range d.Sentences[i].Tokens {
			n := node{Span: conllu.Span{Start: t.Start, End: t.End}, form: t.Form, lemma: t.Lemma, rel: universal(t.Rel.String()), upos: t.UPOS, feats: t.Feats, head: -1}
			if t.Head >= 0 {
				n.head = first + t.Head
			}
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// universal returns a relation without its subtype.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// common counts the spans that both lists hold; both are in text order.
func common(a, b []conllu.Span) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i].Start < b[j].Start || a[i].Start == b[j].Start && a[i].End < b[j].End:
			i++
		default:
			j++
		}
	}
	return n
}
