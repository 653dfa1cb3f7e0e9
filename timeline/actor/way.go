package actor

import (
	"dateline/timeline/actor/antecedent"
	"dateline/timeline/text"
)

// nameless is the pronouns of a gender that were found to mean nobody whom the text has named.
type nameless struct {
	count    int
	sentence int // of the latest
}

// describeNobody collects what speaks for nobody: a text that has not named its hero goes on doing so.
func (p *resolver) describeNobody(c *candidate, a *anaphor, candidates, known int) {
	add := func(t antecedent.Template, parts ...int) { c.features = append(c.features, antecedent.Of(t, parts...)) }
	add(antecedent.Bias, a.role, candidates+1)
	add(antecedent.Bias, 7, 7)
	far := 5
	n := p.nameless[a.kind.gender]
	if n.count > 0 {
		far = min(a.sentence-n.sentence, 4)
	}
	add(antecedent.Nameless, far, a.role)
	add(antecedent.Nameless, far, 7, min(n.count, 3))
	add(antecedent.Crowd, min(a.sentence, 5), a.role)
	add(antecedent.Crowd, 7, min(candidates, 5), min(known, 3))
}

// describeSalience collects how a candidate stands out among the others.
func (p *resolver) describeSalience(c *candidate, a *anaphor, list []candidate) {
	if c.mention < 0 {
		return
	}
	add := func(t antecedent.Template, parts ...int) { c.features = append(c.features, antecedent.Of(t, parts...)) }
	more := 0
	for k := range list {
		if e := list[k].entity; e >= 0 && p.count[e] > p.count[c.entity] {
			more++
		}
	}
	m := &p.mentions[c.mention]
	tokens := p.tokens(m.sentence)
	head := p.headToken(m)
	apart := min(a.sentence-m.sentence, 2)
	its := p.role(m.sentence, head)
	add(antecedent.Foremost, min(more, 3), a.role, apart)
	add(antecedent.Chain, p.chain(c.entity, a.sentence), p.chain(c.entity, a.sentence-1), a.role)
	h := tokens[head].Head
	main := its == subject && h >= 0 && tokens[h].Rel == text.Root
	add(antecedent.Main, flag(main), apart, a.role)
	if its == possessor && h >= 0 {
		add(antecedent.Owner, int(p.role(m.sentence, h)), flag(p.isPersonNoun(p.word(m.sentence, h))), apart, a.role)
	}
}

// chain tells how a sentence mentions an entity: not at all, but not as a subject, as one.
func (p *resolver) chain(e, s int) int {
	rank := 0
	for _, k := range p.history[e] {
		if m := &p.mentions[k]; m.sentence != s {
			continue
		} else if p.role(m.sentence, p.headToken(m)) == subject {
			return 2
		}
		rank = 1
	}
	return rank
}

// describeWay collects the ways through the tree from the pronoun to a candidate's mentions in its sentence.
func (p *resolver) describeWay(c *candidate, a *anaphor) {
	if c.mention >= 0 && p.mentions[c.mention].sentence == a.sentence {
		c.features = append(c.features, antecedent.Hashed(antecedent.Path, p.way(a.sentence, a.token, p.headToken(&p.mentions[c.mention]))...))
	}
	if c.behind >= 0 {
		way := append(p.way(a.sentence, a.token, p.headToken(&p.mentions[c.behind])), flag(c.mention >= 0))
		c.features = append(c.features, antecedent.Hashed(antecedent.PathBehind, way...))
	}
}

const (
	longestWay  = 6  // relations in ways that are told apart
	deepestTree = 24 // governors looked at above a token
)

// way returns the relations on the way up from token i to what governs both, -1, and those on the way down to token j; -2
// alone where the way is long.
func (p *resolver) way(s, i, j int) []int {
	tokens := p.tokens(s)
	above := func(n int) (list []int) {
		for ; n >= 0 && len(list) < deepestTree && tokens[n].Rel != 0; n = tokens[n].Head {
			list = append(list, n)
		}
		return list
	}
	up, down := above(i), above(j)
	for len(up) > 0 && len(down) > 0 && up[len(up)-1] == down[len(down)-1] {
		up, down = up[:len(up)-1], down[:len(down)-1]
	}
	if len(up)+len(down) > longestWay {
		return []int{-2}
	}
	var out []int
	for _, n := range up {
		out = append(out, int(tokens[n].Rel))
	}
	out = append(out, -1)
	for k := len(down) - 1; k >= 0; k-- {
		out = append(out, int(tokens[down[k]].Rel))
	}
	return out
}
