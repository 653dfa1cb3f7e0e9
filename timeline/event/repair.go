package event

import (
	"slices"
	"strings"

	"dateline/timeline/text"
)

// repair puts right what the parser gets wrong and grammar decides: a finite adverbial clause without subject and
// conjunction, right behind "after" and a noun phrase, has these for its own: "came a week after the court found", "four years
// after work on it had begun". The tokens of the sentence stay as they are; the tree gets a copy.
func (t *tree) repair() {
	for v, tok := range t.Tokens {
		if tok.Rel != text.Advcl || tok.UPOS != text.VERB || tok.Head < 0 || tok.Head > v || !t.isFinite(v) || t.child(v, text.Mark, text.Csubj, text.CsubjPass) >= 0 {
			continue
		}
		inner := t.child(v, text.Nsubj, text.NsubjPass) // "it" of "work on it"
		if inner >= 0 && (t.child(inner, text.Case) < 0 || inner > v) {
			continue
		}
		first := v
		for _, k := range t.kids[v] {
			first = min(first, t.leftmost(k))
		}
		noun, conjunction := t.phraseBefore(first, tok.Head)
		if noun < 0 {
			continue
		}
		subject := text.Nsubj
		if tok.Feats.Voice == text.Pass || t.child(v, text.AuxPass) >= 0 {
			subject = text.NsubjPass
		}
		s := *t.Sentence
		s.Tokens = slices.Clone(s.Tokens)
		s.Tokens[noun].Head, s.Tokens[noun].Rel = v, subject
		s.Tokens[conjunction].Head, s.Tokens[conjunction].Rel = v, text.Mark
		if inner >= 0 {
			s.Tokens[inner].Head, s.Tokens[inner].Rel = noun, text.Nmod
		}
		*t = *newTree(&s)
	}
}

// phraseBefore is the noun, and the conjunction in front of it, of the phrase that ends right before a token, taken by the
// parser for an oblique between a governor and that token; both are -1 where there is none.
func (t *tree) phraseBefore(end, governor int) (noun, conjunction int) {
	for u := end - 1; u > governor; u = t.Tokens[u].Head {
		k := t.child(u, text.Case)
		if r := t.Tokens[u].Rel; (r == text.Obl || r == text.Nmod) && k > governor && k == t.leftmost(u) && opensClause(t.Tokens[k].Form) {
			return u, k
		}
	}
	return -1, -1
}

// opensClause reports whether a preposition is a conjunction of time too.
func opensClause(form string) bool {
	switch strings.ToLower(form) {
	case "after", "before", "since", "until", "till", "as":
		return true
	}
	return false
}

func (t *tree) isFinite(v int) bool {
	return t.Tokens[v].Feats.VerbForm == text.Fin || t.child(v, text.Aux, text.AuxPass) >= 0
}

// leftmost is the first token of the phrase under i.
func (t *tree) leftmost(i int) int {
	for len(t.kids[i]) > 0 && t.kids[i][0] < i {
		i = t.kids[i][0]
	}
	return i
}
