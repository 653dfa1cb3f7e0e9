package actor

import (
	"slices"
	"strings"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// pronounKind is what a pronoun asks of whom it means.
type pronounKind struct {
	gender     Gender
	plural     bool
	possessive bool // or reflexive: may mean the subject of its own clause
}

var pronounKinds = map[string]pronounKind{
	"he": {gender: Male}, "him": {gender: Male}, "his": {gender: Male, possessive: true}, "himself": {gender: Male, possessive: true},
	"she": {gender: Female}, "her": {gender: Female}, "hers": {gender: Female, possessive: true}, "herself": {gender: Female, possessive: true},
	"it": {}, "its": {possessive: true}, "itself": {possessive: true},
	"they": {plural: true}, "them": {plural: true}, "their": {plural: true, possessive: true}, "themselves": {plural: true, possessive: true},
}

// pronouns resolves the pronouns of the third person, one after another.
func (r *reader) pronouns() {
	r.sortMentions()
	r.indexTokens()
	r.hidden()
	r.sortMentions()
	r.indexTokens()
	w := &walker{reader: r, last: make([]int, len(r.entities))}
	p := &resolver{walker: w, history: map[int][]int{}, count: make([]int, len(r.entities)), pronoun: map[int]bool{}, first: -1, lastMeant: -1}
	known := len(r.mentions)
	for next, s := 0, 0; s < len(r.doc.Sentences); s++ {
		for i := range r.tokens(s) {
			for next < known && r.mentions[next].sentence == s && r.mentions[next].first == i {
				p.note(next)
				next++
			}
			if kind, ok := pronounKinds[r.word(s, i)]; ok && r.covering(s, i) < 0 {
				p.pronounAt(s, i, kind, next)
			}
		}
	}
	r.unhide()
}

// resolver is what is known in front of a pronoun.
type resolver struct {
	*walker
	history   map[int][]int // entity → its latest mentions, the latest last
	count     []int         // entity → mentions so far
	pronoun   map[int]bool  // mentions that are pronouns
	first     int           // the first person mentioned, -1 before
	lastMeant int           // the entity that the last pronoun of a person meant, -1 before
	people    []int         // who may be a person, the latest mentioned last, each once, as many as memory
	nameless  [3]nameless   // gender → pronouns that mean nobody named
}

// remembered is how many mentions of an entity are looked at.
const remembered = 3

// latest returns the latest mention of an entity in front of the pronoun.
func (p *resolver) latest(e int) int { h := p.history[e]; return h[len(h)-1] }

// remember notes mention i as the latest of an entity.
func (p *resolver) remember(e, i int) {
	h := append(p.history[e], i)
	if len(h) > remembered {
		h = h[1:]
	}
	p.history[e] = h
	p.count[e]++
}

func (p *resolver) note(i int) {
	m := &p.mentions[i]
	if m.entity < 0 {
		return
	}
	p.touchPerson(m.entity)
	if m.typ == noType {
		p.remember(m.entity, i)
		return
	}
	p.see(i)
	if p.first < 0 && m.typ == Person {
		p.first = m.entity
	}
	for _, e := range append([]int{m.entity}, m.members...) {
		p.remember(e, i)
	}
}

// pronounAt resolves the pronoun at token i; next is the first mention behind it.
func (p *resolver) pronounAt(s, i int, kind pronounKind, next int) {
	m := mention{sentence: s, first: i, last: i, kind: Pronoun, typ: Person, gender: kind.gender, plural: kind.plural, entity: -1}
	if p.word(s, i) == "her" { // possessive in front of a noun
		t := p.tokens(s)[i]
		kind.possessive = t.Rel == text.NmodPoss || t.Rel == 0 && i+1 < len(p.tokens(s)) && p.lex.Words[p.word(s, i+1)]&lexicon.Function == 0 && firstIsLetter(p.word(s, i+1))
	}
	if kind.plural {
		p.plural(m, kind)
		return
	}
	if kind.gender == Unknown && p.isExpletive(s, i) {
		return
	}
	e := p.best(s, i, kind, next)
	if e < 0 {
		if kind.gender != Unknown { // a person, though not known who
			p.addMention(m, -1)
			p.nameless[kind.gender] = nameless{p.nameless[kind.gender].count + 1, s}
		}
		return
	}
	if kind.gender != Unknown {
		p.entities[e].typ = Person
	}
	m.typ = p.entities[e].typ
	p.addMention(m, e)
	k := len(p.mentions) - 1
	p.pronoun[k] = true
	p.remember(e, k)
	p.touch(e, s)
	p.touchPerson(e)
	if kind.gender != Unknown {
		p.lastMeant = e
	}
	if p.entities[e].gender == Unknown {
		p.entities[e].gender = kind.gender
	}
}

func firstIsLetter(w string) bool { return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80) }

// isExpletive reports whether "it" stands for no thing: "it is clear that", "it rained".
func (p *resolver) isExpletive(s, i int) bool {
	t := p.tokens(s)[i]
	if t.Rel == text.Expl {
		return true
	}
	if p.word(s, i) != "it" {
		return false
	}
	switch p.word(s, i+1) {
	case "is", "was", "seems", "seemed", "appears", "appeared", "takes", "took", "rained", "snowed":
		return true
	}
	return false
}

// fits reports whether an entity has the gender and number that a pronoun asks for. A given name alone may be a last name,
// and what an earlier pronoun told may have been read wrongly: there, gender is a matter of evidence.
func (p *resolver) fits(e int, kind pronounKind) bool {
	ent := &p.entities[e]
	if kind.gender == Unknown {
		return ent.typ != Person && ent.typ != Place && ent.typ != noType
	}
	if !p.mayBePerson(e) {
		return false
	}
	if !opposite(ent.gender, kind.gender) {
		return true
	}
	if len(ent.name) > 1 && opposite(genderOf(p.lex.Given[ent.name[0]].Gender), kind.gender) {
		return false
	}
	return len(ent.titles) == 0 && (len(ent.name) == 1 || p.meantByPronoun(e))
}

// meantByPronoun reports whether one of the latest mentions of an entity is a pronoun.
func (p *resolver) meantByPronoun(e int) bool {
	for _, k := range p.history[e] {
		if p.pronoun[k] {
			return true
		}
	}
	return false
}

// bound reports whether the grammar forbids that a pronoun means a mention: "Smith told him", "Smith and Jones told him",
// "his wife Anna".
func (p *resolver) bound(k, s, i int, kind pronounKind) bool {
	m := &p.mentions[k]
	if m.sentence != s {
		return false
	}
	h, tokens := p.headToken(m), p.tokens(s)
	if tokens[i].Rel == 0 {
		return false
	}
	if tokens[i].Rel == text.NmodPoss {
		owned := tokens[i].Head
		switch tokens[h].Rel {
		case text.Appos, text.Flat, text.Compound, text.NmodDesc:
			return h > i && tokens[h].Head == owned
		}
		return h == owned
	}
	if kind.possessive {
		return false
	}
	for h >= 0 && tokens[h].Rel == text.Conj && tokens[h].UPOS != text.VERB {
		h = tokens[h].Head
	}
	if h >= 0 && tokens[h].Head == tokens[i].Head && argument(tokens[h].Rel) && argument(tokens[i].Rel) && tokens[h].Rel != tokens[i].Rel {
		return true
	}
	return tokens[i].Head == h || h >= 0 && tokens[h].Head == i
}

func argument(r text.Rel) bool {
	switch r {
	case text.Nsubj, text.NsubjPass, text.Obj, text.Iobj, text.Obl, text.OblAgent:
		return true
	}
	return false
}

// headToken is the token of a mention that governs the others.
func (p *resolver) headToken(m *mention) int {
	tokens := p.tokens(m.sentence)
	for j := m.first; j <= m.last; j++ {
		if h := tokens[j].Head; h < m.first || h > m.last {
			return j
		}
	}
	return m.last
}

// role is a mention's place in its clause.
type role uint8

const (
	otherRole role = iota
	subject
	object
	possessor
	phraseRole
)

func (p *resolver) role(s, i int) role {
	tokens := p.tokens(s)
	switch tokens[i].Rel {
	case text.Nsubj, text.NsubjPass, text.NsubjOuter:
		return subject
	case text.Obj, text.Iobj:
		return object
	case text.NmodPoss:
		return possessor
	case text.Obl, text.OblAgent, text.Nmod:
		return phraseRole
	case text.Conj, text.Appos:
		if h := tokens[i].Head; h >= 0 && h != i && tokens[h].Rel != text.Conj && tokens[h].Rel != text.Appos {
			return p.role(s, h)
		}
	case 0: // not parsed: what opens the sentence is its subject
		if i < 4 {
			return subject
		}
	}
	return otherRole
}

// plural resolves "they": the latest names joined by "and", a plural or collective actor, or the two persons of
// the sentence before; nobody where a plural noun stands nearer.
func (p *resolver) plural(m mention, kind pronounKind) {
	if n := len(p.groups); n > 0 && p.groups[n-1].sentence >= m.sentence-1 && !p.pluralNoun(m) {
		g := p.groups[n-1]
		p.addGroup(m, []int{g.a, g.b})
		return
	}
	if p.pluralNoun(m) {
		return
	}
	var persons []int
	for k := len(p.recent) - 1; k >= 0; k-- {
		e := p.recent[k]
		if p.last[e] < m.sentence-1 {
			break
		}
		if p.entities[e].typ == Person {
			persons = append(persons, e)
		}
	}
	if len(persons) == 2 {
		slices.Sort(persons)
		p.addGroup(m, persons)
	}
}

func (p *resolver) addGroup(m mention, members []int) {
	m.typ, m.members = p.entities[members[0]].typ, members[1:]
	p.addMention(m, members[0])
	for _, e := range members {
		p.touch(e, m.sentence)
	}
}

// pluralNoun reports whether a plural noun that is no name may be meant instead: the subject of this sentence or
// the one before.
func (p *resolver) pluralNoun(m mention) bool {
	for s := m.sentence; s >= 0 && s >= m.sentence-1; s-- {
		tokens := p.tokens(s)
		for i := range tokens {
			if s == m.sentence && i >= m.first {
				break
			}
			plural := tokens[i].Feats.Number == text.Plur && tokens[i].UPOS == text.NOUN ||
				tokens[i].UPOS == 0 && strings.HasSuffix(p.word(s, i), "s") && p.isPersonNoun(p.word(s, i))
			if plural && (p.role(s, i) == subject || p.isPersonNoun(p.word(s, i))) && p.covering(s, i) < 0 {
				return true
			}
		}
	}
	return false
}
