package score

import (
	"strings"
	"testing"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

const gold = `# text = He gonna win.
1	He	he	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	gonna	_	_	_	_	_	_	_	_
2	going	go	VERB	VBG	_	4	aux	_	_
3	to	to	PART	TO	_	4	mark	_	_
4	win	win	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = It rains.
1	It	it	PRON	PRP	Case=Nom	2	expl	_	_
2	rains	rain	VERB	VBZ	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func treebank(t *testing.T) []conllu.Sentence {
	t.Helper()
	var all []conllu.Sentence
	for r := conllu.NewReader(strings.NewReader(gold)); ; {
		s, err := r.Read()
		if err != nil {
			return all
		}
		all = append(all, *s)
	}
}

// TestGold: an analysis that makes the first token the root and hangs all others on it.
func TestGold(t *testing.T) {
	s := Gold(treebank(t), func(s *text.Sentence) {
		for i := range s.Tokens {
			k := &s.Tokens[i]
			k.UPOS, k.Lemma, k.Head, k.Rel = text.PRON, strings.ToLower(k.Form), 0, text.NsubjPass
			if i == 0 {
				k.Head, k.Rel = -1, text.Root
			}
		}
	})
	want := Scores{Tokens: 1, Sentences: 1, UPOS: 2.0 / 8, Feats: 5.0 / 8, Lemma: 6.0 / 8}
	if s != want {
		t.Errorf("got  %v\nwant %v", s, want)
	}
}

// TestRaw: one sentence instead of two, "gonna" as "gon", "na", the last full stop not split off.
func TestRaw(t *testing.T) {
	s := Raw(treebank(t), func(raw string) *text.Document {
		if raw != "He gonna win. It rains." {
			t.Fatalf("raw text %q", raw)
		}
		doc := &text.Document{Text: raw, Sentences: []text.Sentence{{Start: 0, End: len(raw)}}}
		at := 0
		for _, form := range []string{"He", "gon", "na", "win", ".", "It", "rains."} {
			at += strings.Index(raw[at:], form)
			doc.Sentences[0].Tokens = append(doc.Sentences[0].Tokens, text.Token{Start: at, End: at + len(form), Form: form, Head: -1, UPOS: text.PUNCT})
			at += len(form)
		}
		return doc
	})
	// Aligned: He, win, ".", It; the only right tag is of ".", the only right governor win's, the root.
	want := Scores{Tokens: 8.0 / 15, Sentences: 0, UPOS: 2.0 / 15, Feats: 2.0 / 15, UAS: 2.0 / 15}
	if s != want {
		t.Errorf("got  %v\nwant %v", s, want)
	}
}
