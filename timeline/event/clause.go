package event

import (
	"slices"
	"strings"

	"dateline/timeline/actor"
	"dateline/timeline/text"
)

// tree is a parsed sentence with each token's dependents.
type tree struct {
	*text.Sentence
	kids     [][]int               // in text order
	mentions map[int]actor.Mention // by head token; filled when first asked for
}

func newTree(s *text.Sentence) *tree {
	t := &tree{Sentence: s, kids: make([][]int, len(s.Tokens))}
	for i, tok := range s.Tokens {
		if tok.Head >= 0 {
			t.kids[tok.Head] = append(t.kids[tok.Head], i)
		}
	}
	return t
}

// child is the first dependent of i in one of the relations, or -1.
func (t *tree) child(i int, rels ...text.Rel) int {
	for _, k := range t.kids[i] {
		if slices.Contains(rels, t.Tokens[k].Rel) {
			return k
		}
	}
	return -1
}

// with adds to i its conjuncts: "A, B and C".
func (t *tree) with(i int) []int {
	list := []int{i}
	for _, k := range t.kids[i] {
		if t.Tokens[k].Rel == text.Conj {
			list = append(list, k)
		}
	}
	return list
}

// subtree marks i and all below it; it does not enter a dependent that skip refuses.
func (t *tree) subtree(i int, in []bool, skip func(int) bool) {
	in[i] = true
	for _, k := range t.kids[i] {
		if !in[k] && (skip == nil || !skip(k)) {
			t.subtree(k, in, skip)
		}
	}
}

// preposition is the lower-case case marker of i ("in", "because of"), or the empty string.
func (t *tree) preposition(i int) string {
	k := t.child(i, text.Case)
	if k < 0 {
		return ""
	}
	words := []string{strings.ToLower(t.Tokens[k].Form)}
	for _, f := range t.kids[k] {
		if t.Tokens[f].Rel == text.Fixed {
			words = append(words, strings.ToLower(t.Tokens[f].Form))
		}
	}
	return strings.Join(words, " ")
}

// form says what kind of predicate heads a clause.
type form uint8

const (
	verbal  form = iota // a verb
	copular             // an adjective or noun with a copula: "was president"
	nominal             // an event noun: no clause, but it may carry a date
)

// clause is a predicate with its arguments. Arguments are given by their head tokens.
type clause struct {
	*tree
	head     int // the predicate
	form     form
	lemma    string  // of the predicate with its particle: "call off"
	above    *clause // the clause that this one depends on, or nil
	below    []*clause
	rel      text.Rel
	passive  bool
	subjects []int // who the predicate is said of, wherever it stands in the sentence
	objects  []int
	obliques []oblique

	timexes []int  // of Input.Timexes, that modify this clause
	shared  bool   // the timexes are another clause's
	lasting bool   // a duration that is no date modifies it
	apart   int    // the timex that says how far it is from the clause above, -1 where there is none
	event   *Event // what comes of it, or nil
}

// oblique is an argument with a preposition.
type oblique struct {
	head        int
	preposition string
}

// noPredicate holds the relations in which a verb form heads no clause.
var noPredicate = []text.Rel{
	text.Amod, text.Compound, text.Case, text.Mark, text.Aux, text.AuxPass, text.Cop, text.Fixed, text.CompoundPrt, text.Advmod,
	text.Det, text.NmodDesc, text.Flat, text.Cc, text.Goeswith,
}

// clauses finds the clauses of a sentence in text order.
func clauses(t *tree) []*clause {
	byHead := make([]*clause, len(t.Tokens))
	var list []*clause
	for i, tok := range t.Tokens {
		var f form
		switch {
		case slices.Contains(noPredicate, tok.Rel):
			continue
		case tok.UPOS == text.VERB:
			f = verbal
		case t.child(i, text.Cop) >= 0:
			f = copular
		case t.child(i, text.Nsubj, text.NsubjPass, text.NsubjOuter) >= 0: // tagged as a noun, but it has a subject and no copula: "will sentence"
			f = verbal
		case tok.UPOS == text.NOUN && is(tok.Lemma, eventNoun):
			f = nominal
		default:
			continue
		}
		c := &clause{tree: t, head: i, form: f, rel: tok.Rel, lemma: predicate(t, i), apart: -1}
		byHead[i] = c
		list = append(list, c)
	}
	for _, c := range list {
		for h := t.Tokens[c.head].Head; h >= 0 && c.above == nil; h = t.Tokens[h].Head {
			c.above = byHead[h]
		}
		if c.above != nil {
			c.above.below = append(c.above.below, c)
		}
		c.arguments()
	}
	// Clauses lend each other subjects along the tree, so the upper ones come first.
	done := make(map[*clause]bool)
	for _, c := range list {
		c.inheritSubject(done)
	}
	return list
}

func predicate(t *tree, i int) string {
	lemma := t.Tokens[i].Lemma
	if p := t.child(i, text.CompoundPrt); p >= 0 {
		lemma += " " + strings.ToLower(t.Tokens[p].Form)
	}
	return lemma
}

// arguments reads off the tree what depends on the predicate itself.
func (c *clause) arguments() {
	feats := c.Tokens[c.head].Feats
	c.passive = feats.Voice == text.Pass || c.child(c.head, text.AuxPass, text.NsubjPass) >= 0 ||
		c.rel == text.Acl && feats.Tense == text.Past // "a concert planned for May", whatever the tagger makes of the form
	for _, k := range c.kids[c.head] {
		switch c.Tokens[k].Rel {
		case text.Nsubj, text.NsubjPass, text.NsubjOuter:
			c.subjects = append(c.subjects, c.with(c.antecedent(k))...)
		case text.Obj, text.Iobj:
			c.objects = append(c.objects, c.with(c.antecedent(k))...)
			if r := c.misread(k); r >= 0 {
				c.objects = append(c.objects, r)
			}
		case text.Obl, text.OblAgent, text.Nmod:
			p := c.preposition(k)
			for _, h := range c.with(c.antecedent(k)) {
				c.obliques = append(c.obliques, oblique{h, p})
			}
		case text.NmodPoss:
			if c.form == nominal {
				c.subjects = append(c.subjects, c.with(k)...)
			}
		}
	}
}

// misread is the pronoun under object k that is one of two objects, though the parser takes it for one of two possessives:
// "awarded her its medal". It is -1 where there is none.
func (c *clause) misread(k int) int {
	first := c.child(k, text.NmodPoss)
	if first < 0 || c.Tokens[first].UPOS != text.PRON {
		return -1
	}
	for _, p := range c.kids[k] {
		if p > first && c.Tokens[p].Rel == text.NmodPoss && c.Tokens[p].UPOS == text.PRON {
			return first
		}
	}
	return -1
}

// antecedent of a relative pronoun is the noun that its clause modifies; of any other token itself.
func (c *clause) antecedent(k int) int {
	if c.Tokens[k].Feats.PronType != text.PronRel && !((c.rel == text.AclRelcl || c.rel == text.Acl) && isRelative(c.Tokens[k].Form)) {
		return k
	}
	if c.rel == text.AclRelcl {
		return c.Tokens[c.head].Head
	}
	return k
}

func isRelative(form string) bool {
	switch strings.ToLower(form) {
	case "who", "whom", "which", "that":
		return true
	}
	return false
}

// inheritSubject finds the subject of a clause that has none of its own.
func (c *clause) inheritSubject(done map[*clause]bool) {
	if done[c] || c.form == nominal {
		return
	}
	done[c] = true
	if c.above != nil {
		c.above.inheritSubject(done)
	}
	if len(c.subjects) > 0 || c.child(c.head, text.Csubj, text.CsubjPass, text.Expl) >= 0 {
		return
	}
	switch c.rel {
	case text.Acl, text.AclRelcl: // "the man arrested on Monday"; an infinitive is done by whoever has the plan
		infinitive := c.Tokens[c.head].Feats.VerbForm == text.Inf
		if !infinitive {
			c.subjects = c.with(c.Tokens[c.head].Head)
		} else if c.above != nil {
			c.subjects = c.above.subjects
		}
	case text.Xcomp, text.Ccomp:
		if c.above == nil || c.rel == text.Ccomp && c.child(c.head, text.Mark) >= 0 {
			return
		}
		c.subjects = c.above.subjects
		if is(c.above.lemma, objectControl) && len(c.above.objects) > 0 && !c.above.passive {
			c.subjects = c.above.objects
		}
	case text.Conj, text.Advcl, text.Parataxis:
		if c.above != nil && c.above.form != nominal && !c.imperative() {
			c.subjects = c.above.subjects
		}
	}
}

func (c *clause) imperative() bool { return c.Tokens[c.head].Feats.Mood == text.Imp }

// finite reports whether the clause has a finite verb, its own or an auxiliary's.
func (c *clause) finite() bool {
	if c.Tokens[c.head].Feats.VerbForm == text.Fin {
		return true
	}
	for _, k := range c.kids[c.head] {
		switch c.Tokens[k].Rel {
		case text.Aux, text.AuxPass, text.Cop:
			return true
		}
	}
	return false
}

// auxiliary reports whether an auxiliary or copula of the clause matches; auxiliaryAt is the first that does, or -1.
func (c *clause) auxiliary(match func(text.Token) bool) bool { return c.auxiliaryAt(match) >= 0 }

func (c *clause) auxiliaryAt(match func(text.Token) bool) int {
	for _, k := range c.kids[c.head] {
		switch tok := c.Tokens[k]; tok.Rel {
		case text.Aux, text.AuxPass, text.Cop:
			if match(tok) {
				return k
			}
		}
	}
	return -1
}

// simplePast reports whether the clause tells in the simple past: what narratives go on in.
func (c *clause) simplePast() bool {
	past := func(tok text.Token) bool {
		return tok.Feats.Tense == text.Past && tok.Feats.VerbForm == text.Fin && tok.Lemma != "have"
	}
	if tok := c.Tokens[c.head]; tok.Feats.VerbForm == text.Fin {
		return tok.Feats.Tense == text.Past
	}
	return c.auxiliary(past) && !c.perfect()
}

// present reports whether the clause tells in the present, progressive or not.
func (c *clause) present() bool {
	finite := func(tok text.Token) bool { return tok.Feats.Tense == text.Pres && tok.Feats.VerbForm == text.Fin }
	return !c.perfect() && (finite(c.Tokens[c.head]) || c.auxiliary(finite))
}

// perfect reports whether the clause has "have" as an auxiliary.
func (c *clause) perfect() bool {
	return c.auxiliary(func(tok text.Token) bool { return tok.Lemma == "have" && tok.Rel == text.Aux })
}
