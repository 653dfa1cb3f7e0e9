package actor

import (
	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// longestNominal is how many words may stand between "the" and its noun.
const longestNominal = 6

// nominals finds definite noun phrases for actors that the text has named before.
func (r *reader) nominals() {
	r.sortMentions()
	r.indexTokens()
	w := &walker{reader: r, last: make([]int, len(r.entities))}
	known := len(r.mentions)
	for next, s := 0, 0; s < len(r.doc.Sentences); s++ {
		if r.model != nil {
			r.model.Parse(&r.doc.Sentences[s])
		}
		for i := range r.tokens(s) {
			for next < known && r.mentions[next].sentence == s && r.mentions[next].first == i {
				w.see(next)
				next++
			}
			if n, ok := r.nominal(s, i); ok {
				w.resolve(n)
			}
		}
	}
}

// phrase is a definite noun phrase: tokens first to last, of which head is the noun.
type phrase struct {
	sentence, first, head int
	word                  string // the noun in small letters, singular
	plural                bool
	former                bool
}

// nominal returns the noun phrase that token i begins, if it is one for an actor.
func (r *reader) nominal(s, i int) (phrase, bool) {
	p := phrase{sentence: s, first: i, head: -1}
	switch r.word(s, i) {
	case "the", "this", "these", "those":
		if i+1 < len(r.tokens(s)) {
			break
		}
		return p, false
	case "both":
		p.plural = true
	default:
		return p, false
	}
	if r.covering(s, i) >= 0 {
		return p, false
	}
	for j := i + 1; j <= i+longestNominal; j++ {
		w := r.word(s, j)
		c := r.lex.Words[w]
		if !r.modifier(s, j) || r.covering(s, j) >= 0 {
			break
		}
		one := singular(w)
		person := r.isPersonNoun(w)
		group := c&lexicon.GroupNoun != 0 && w != "two" && w != "three" && w != "both"
		if person || group || (c|r.lex.Words[one])&(lexicon.OrgNoun|lexicon.AgentHead|lexicon.Company|lexicon.Institution) != 0 || one == "country" || one == "nation" {
			p.head, p.word = j, one
			p.plural = p.plural || one != w || w == "pair" || w == "two" || w == "duo"
		} else if p.head >= 0 {
			if r.isNoun(s, j) {
				p.head = -1 // "the police car"
			}
			break
		}
		p.former = p.former || c&lexicon.Former != 0
	}
	if p.head < 0 {
		return p, false
	}
	if k := r.covering(s, p.head+1); k >= 0 && r.mentions[k].kind == Name && r.mentions[k].sentence == s {
		return p, false // a title: "the former mayor Dalton Reyes"
	}
	if n := r.tokens(s)[p.head]; n.UPOS == text.VERB || n.UPOS == text.ADJ {
		return p, false
	}
	if p.head+1 < len(r.tokens(s)) && (r.isNoun(s, p.head+1) || r.word(s, p.head+1) == "of" || r.word(s, p.head+1) == "-") {
		return p, false // "the head of the ministry" is nobody named so far
	}
	return p, true
}

// isNoun reports whether a token is a common noun, as far as it was tagged.
func (r *reader) isNoun(s, i int) bool {
	return i < len(r.tokens(s)) && r.tokens(s)[i].UPOS == text.NOUN
}

// walker goes through the mentions in text order and remembers who was mentioned when.
type walker struct {
	*reader
	recent []int  // entities, the latest mentioned last, each once
	last   []int  // entity → sentence of its latest mention
	groups []pair // coordinated names, the latest last
	prev   int    // the latest mention
}

// pair is two actors joined by "and".
type pair struct {
	a, b     int
	sentence int
}

// memory is how many of the latest entities a nominal may mean.
const memory = 40

// see notes a mention of an entity.
func (w *walker) see(i int) {
	m := &w.mentions[i]
	if m.entity < 0 || m.typ == noType {
		return
	}
	w.touch(m.entity, m.sentence)
	if i > 0 {
		o := &w.mentions[w.prev]
		if o.entity >= 0 && o.entity != m.entity && o.sentence == m.sentence && o.last < m.first && o.typ == m.typ && w.joinedByAnd(o, m) {
			w.groups = append(w.groups, pair{o.entity, m.entity, m.sentence})
		}
	}
	w.prev = i
}

// joinedByAnd reports whether only "and" and a title stand between two names.
func (w *walker) joinedByAnd(a, b *mention) bool {
	if w.word(a.sentence, a.last+1) != "and" {
		return false
	}
	for i := a.last + 2; i < b.first; i++ {
		if b.first-i > 4 || !w.isPersonNoun(w.word(a.sentence, i)) && w.class(a.sentence, i)&(lexicon.Rank|lexicon.Former) == 0 && w.word(a.sentence, i) != "the" {
			return false
		}
	}
	return true
}

func (w *walker) touch(e, sentence int) {
	for len(w.last) < len(w.entities) {
		w.last = append(w.last, 0)
	}
	w.last[e] = sentence
	for i := len(w.recent) - 1; i >= 0; i-- {
		if w.recent[i] == e {
			copy(w.recent[i:], w.recent[i+1:])
			w.recent[len(w.recent)-1] = e
			return
		}
	}
	if len(w.recent) == memory {
		copy(w.recent, w.recent[1:])
		w.recent = w.recent[:memory-1]
	}
	w.recent = append(w.recent, e)
}

// resolve finds whom a noun phrase means and adds its mention.
func (w *walker) resolve(p phrase) {
	m := mention{sentence: p.sentence, first: p.first, last: p.head, kind: Nominal, plural: p.plural, entity: -1}
	if p.plural {
		if g, ok := w.group(p); ok {
			m.typ, m.members = w.entities[g.a].typ, []int{g.b}
			w.addMention(m, g.a)
			w.touch(g.a, p.sentence)
			w.touch(g.b, p.sentence)
		}
		return
	}
	e := w.meant(p)
	if e < 0 {
		return
	}
	m.typ = w.entities[e].typ
	w.addMention(m, e)
	w.touch(e, p.sentence)
}

// group returns the two actors that a plural phrase means: the latest ones joined by "and", else the only two of
// their kind so far.
func (w *walker) group(p phrase) (pair, bool) {
	class := w.lex.Words[p.word] | w.class(p.sentence, p.head)
	if class&lexicon.GroupNoun == 0 {
		return pair{}, false
	}
	numbered := false
	for i := p.first; i <= p.head; i++ {
		word := w.word(p.sentence, i)
		numbered = numbered || word == "two" || word == "both" || word == "pair" || word == "couple" || word == "duo"
	}
	if !numbered && p.word != "side" {
		return pair{}, false
	}
	fits := func(e int) bool {
		switch t := w.entities[e].typ; {
		case class&lexicon.Company != 0 || p.word == "team" || p.word == "club" || p.word == "party" || p.word == "bank":
			return t == Organization
		case p.word == "country" || p.word == "nation" || p.word == "government":
			return t == Country
		case w.isPersonNoun(p.word) || p.word == "couple" || p.word == "duo":
			return t == Person
		default:
			return t != Place
		}
	}
	for i := len(w.groups) - 1; i >= 0 && i >= len(w.groups)-8; i-- {
		if g := w.groups[i]; fits(g.a) && fits(g.b) {
			return g, true
		}
	}
	var only []int
	for _, e := range w.recent {
		if fits(e) {
			only = append(only, e)
		}
	}
	if len(only) != 2 {
		return pair{}, false
	}
	return pair{only[0], only[1], p.sentence}, true
}

// meant returns the entity that a singular phrase means, -1 where it is not plain.
func (w *walker) meant(p phrase) int {
	gender, _, person := w.personNoun(p.word)
	class := w.lex.Words[p.word]
	for i := len(w.recent) - 1; i >= 0; i-- { // the noun was said of it, or is part of its name
		ent := &w.entities[w.recent[i]]
		if ent.nouns[p.word] && !(person && ent.typ == Person && opposite(ent.gender, gender)) {
			return w.recent[i]
		}
	}
	switch {
	case class&lexicon.Institution != 0:
		m := mention{sentence: p.sentence, first: p.head, last: p.head, typ: Organization}
		return w.named(&m)
	case class&lexicon.Company != 0:
		return w.only(p, func(ent *entity) bool { return ent.typ == Organization && w.mayBeCompany(ent) })
	case p.word == "organization" || p.word == "organisation" || p.word == "group":
		return w.only(p, func(ent *entity) bool { return ent.typ == Organization && len(ent.nouns) == 0 })
	case person && (p.former || personWord[p.word]):
		return w.only(p, func(ent *entity) bool {
			return ent.typ == Person && !opposite(ent.gender, gender) && (len(ent.titles) == 0 || personWord[p.word])
		})
	}
	return -1
}

// personWord are nouns that say nothing of a person but the gender.
var personWord = map[string]bool{"man": true, "woman": true, "boy": true, "girl": true, "politician": true, "suspect": true, "defendant": true}

// mayBeCompany reports whether nothing said of an organization speaks against its being a company.
func (w *walker) mayBeCompany(ent *entity) bool {
	for n := range ent.nouns {
		if w.lex.Words[n]&lexicon.Company == 0 {
			return false
		}
	}
	return true
}

// only returns the one entity that fits among those of this sentence and the two before, -1 where there is none
// or several.
func (w *walker) only(p phrase, fits func(*entity) bool) int {
	found := -1
	for i := len(w.recent) - 1; i >= 0; i-- {
		e := w.recent[i]
		if w.last[e] < p.sentence-2 {
			break
		}
		if !fits(&w.entities[e]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}
