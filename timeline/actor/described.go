package actor

import (
	"dateline/timeline/actor/lexicon"
)

// description is how often the text calls what a name stands for a person, an organization, a place or a thing.
type description struct {
	person, organization, place, thing int
	placeOf                            bool // "the village of X"
}

// thing is what nouns for works, stars and laws make of a name: no agent's.
const thing Type = "thing"

// described gives names the type of the nouns that the text describes them by, and adds those that the name finder
// missed: "the band Oxbow Lane", "Tarnby is a village", "Veltrix, a maker of pumps,", "the parish of Heskam".
func (r *reader) described() {
	r.indexTokens()
	found := len(r.mentions)
	seen := map[string]*description{}
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := 0; i < len(r.tokens(s)); i++ {
			if !startsUpper(r.form(s, i)) {
				continue
			}
			m, known := r.nameAt(s, i)
			if t := r.describe(&m); t != noType {
				if !known && t != thing {
					m.typ = t
					r.mentions = append(r.mentions, m)
				}
				name := r.surface(&m)
				if seen[name] == nil {
					seen[name] = &description{}
				}
				seen[name].add(t)
				seen[name].placeOf = seen[name].placeOf || t == Place && r.nounType(s, m.first-2) == Place && r.word(s, m.first-1) == "of"
			}
			i = m.last
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if d := seen[r.surface(m)]; d != nil && m.typ != Country && m.typ != Other {
			r.retype(m, d)
		}
	}
	r.sortFrom(found)
	r.placeLists()
}

// placeLists gives single words in a list of places the type of the others: "in Oslo, Tarnby and Bergen".
func (r *reader) placeLists() {
	for i := 0; i < len(r.mentions); i++ {
		last, places := i, 0
		for ; last < len(r.mentions) && (last == i || r.sideBySide(&r.mentions[last-1], &r.mentions[last])); last++ {
			if t := r.mentions[last].typ; t == Place || t == Country {
				places++
			}
		}
		if n := last - i; n > 1 && places*2 >= n && r.inside(&r.mentions[i]) {
			for k := i; k < last; k++ {
				if m := &r.mentions[k]; m.first == m.last && (m.typ == Person && !r.isLastName(m) || m.typ == noType && !r.isPeople(m)) {
					m.typ = Place
				}
			}
		}
		i = last - 1
	}
}

// inside reports whether a preposition that only places follow stands in front of a name; persons follow "to" and "from", too.
func (r *reader) inside(m *mention) bool {
	switch r.word(m.sentence, m.first-1) {
	case "in", "at", "near", "outside", "across", "through", "throughout", "between":
		return true
	}
	return false
}

// sideBySide reports whether only a comma, "and" or "or" stands between two mentions.
func (r *reader) sideBySide(a, b *mention) bool {
	if a.sentence != b.sentence {
		return false
	}
	for i := a.last + 1; i < b.first; i++ {
		switch r.word(a.sentence, i) {
		case ",", "and", "or":
		default:
			return false
		}
	}
	return b.first-a.last <= 3 && b.first > a.last+1
}

func (d *description) add(t Type) {
	switch t {
	case Person:
		d.person++
	case Organization:
		d.organization++
	case Place:
		d.place++
	case thing:
		d.thing++
	}
}

// retype gives a mention the type that its name is described by, where what the name itself shows does not gainsay it.
func (r *reader) retype(m *mention, d *description) {
	if m.typ == Person && r.isLastName(m) {
		return
	}
	full := m.typ == Person && r.fullPerson(m)
	headed := m.last > m.first && r.orgByHead(m) || m.last == m.first && r.class(m.sentence, m.last)&(lexicon.OrgHead|lexicon.StateBody) != 0 || r.lex.Org[r.surface(m)]
	switch {
	case d.placeOf && m.typ == Person && d.person == 0:
		m.typ = Place
	case d.thing > d.person+d.organization+d.place && !full && !headed:
		m.typ = noType
	case d.organization > d.person && d.organization > d.place && !full:
		m.typ = Organization
	case d.place > d.person && d.place > d.organization && !full && !headed:
		m.typ = Place
	case d.person > d.place && d.person > d.organization && !headed:
		m.typ = Person
	}
}

// whoBehind returns what "who" behind a name says of it: a person, if the name could be one.
func (r *reader) whoBehind(m *mention) Type {
	_, place := r.lex.Place[r.surface(m)]
	if m.typ != noType && !place && !r.located(m) && !r.isPeople(m) && startsUpper(r.form(m.sentence, m.last)) {
		return Person
	}
	return noType
}

// isUnknown reports whether a name is one word that the tables do not have at all.
func (r *reader) isUnknown(m *mention) bool {
	return m.first == m.last && r.lex.Classes[r.word(m.sentence, m.first)].Fine == 0
}

// isLastName reports whether a single word is the last name of a person whose full name the text has.
func (r *reader) isLastName(m *mention) bool {
	return m.first == m.last && r.fullNames[r.form(m.sentence, m.last)]
}

// nameAt returns the mention that begins at a token, or else the run of capitalized words that does, as one that could be
// a name.
func (r *reader) nameAt(s, i int) (m mention, known bool) {
	if k := r.covering(s, i); k >= 0 {
		return r.mentions[k], true
	}
	m = mention{sentence: s, first: i, last: i, entity: -1}
	for m.last-i < longestRepeat && startsUpper(r.form(s, m.last+1)) && r.covering(s, m.last+1) < 0 {
		m.last++
	}
	return m, false
}

// describe returns what the nouns beside a name call it, noType where none does.
func (r *reader) describe(m *mention) Type {
	const never = lexicon.Function | lexicon.Month | lexicon.Title | lexicon.Abbreviation | lexicon.Roman
	s := m.sentence
	if r.class(s, m.first)&never != 0 || m.typ == noType && m.first == 0 && m.last == 0 && r.lex.Classes[r.word(s, 0)].Common {
		return noType
	}
	if t := r.nounInFront(m); t != noType {
		return t
	}
	if r.placeBehind(m) {
		return Place
	}
	switch next := r.word(s, m.last+1); next {
	case "is", "was", "are", "were":
		if isArticle(r.word(s, m.last+2)) {
			return r.nounOf(s, m.last+3)
		}
	case "'s", "’s", "-":
		return noType
	case "who":
		return r.whoBehind(m)
	case ",":
		if r.word(s, m.last+2) == "who" {
			return r.whoBehind(m)
		}
		if isArticle(r.word(s, m.last+2)) && (m.typ != noType || r.isUnknown(m)) {
			if t := r.nounOf(s, m.last+3); t != Person || !r.located(m) { // "born in Hammerfest, the daughter of"
				return t
			}
		}
	}
	return r.situation(m)
}

// situation returns what the words beside a single name show without a noun: who is in it, or what it does.
func (r *reader) situation(m *mention) Type {
	if m.typ != Person || m.first != m.last {
		return noType
	}
	switch r.word(m.sentence, m.first-1) {
	case "in", "near", "outside", "throughout":
		return Place
	case "at", "from", "of", "to":
		if r.inState(m) {
			return Place
		}
	}
	if r.class(m.sentence, m.first-1)&lexicon.Title != 0 || r.class(m.sentence, m.last+1)&(lexicon.Say|lexicon.PersonVerb) != 0 {
		return Person
	}
	return noType
}

// inState reports whether the state or the country that a name lies in follows it: "of Harrowgate, Oregon".
func (r *reader) inState(m *mention) bool {
	if r.word(m.sentence, m.last+1) != "," {
		return false
	}
	for last := m.last + 2; last <= m.last+4 && last < len(r.tokens(m.sentence)); last++ {
		if name := r.span(m.sentence, m.last+2, last); r.isCountry(name) || r.isState(name) {
			return true
		}
	}
	return false
}

// placeBehind reads "the Jarvik plateau", not "the Greek islands".
func (r *reader) placeBehind(m *mention) bool {
	s, name := m.sentence, r.form(m.sentence, m.last)
	_, demonym := r.lex.Demonym[name]
	return m.first == m.last && r.class(s, m.last+1)&lexicon.PlaceBehind != 0 && !startsUpper(r.form(s, m.last+1)) &&
		!demonym && !r.lex.Classes[r.word(s, m.last)].Common
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" || w == "one" }

// nounInFront reads "the band X", "a company called X", "the village of X", "the rock band, X,".
func (r *reader) nounInFront(m *mention) Type {
	s, i := m.sentence, m.first-1
	switch r.word(s, i) {
	case "of":
		if r.nounType(s, i-1) == Place || r.class(s, i-1)&lexicon.PlaceHolder != 0 {
			return Place
		}
		return noType
	case "called", "named", "dubbed":
		i--
	case ",":
		if w := r.word(s, m.last+1); w != "," && w != "." {
			return noType
		}
		i--
	}
	if startsUpper(r.form(s, i)) {
		return noType
	}
	apart := r.word(s, m.first-1) == ","
	switch t := r.nounType(s, i); {
	case t == Organization || t == Place && !apart:
		return t
	case r.class(s, i)&(lexicon.Work|lexicon.ThingNoun) != 0 && !apart:
		return thing
	}
	return noType
}

// nounOf returns the type of the noun that heads the phrase whose words begin at a token: the last noun of a kind before
// a word that ends the phrase.
func (r *reader) nounOf(s, i int) Type {
	const longest = 7 // words
	t := noType
	for n := 0; n < longest && i+n < len(r.tokens(s)); n++ {
		w := r.word(s, i+n)
		if w == "'s" || w == "’s" { // "the club's manager"
			t = noType
			continue
		}
		if r.class(s, i+n)&lexicon.Function != 0 || !firstIsLetter(w) {
			break
		}
		if k := r.nounType(s, i+n); k != noType && !startsUpper(r.form(s, i+n)) {
			t = k
		}
	}
	return t
}

// nounType returns what a noun in small letters is a noun for.
func (r *reader) nounType(s, i int) Type {
	if startsUpper(r.form(s, i)) {
		return noType
	}
	w := r.word(s, i)
	c := r.lex.Words[w]
	if c&(lexicon.OrgNoun|lexicon.Company) != 0 { // before persons: "maker", "supplier"
		return Organization
	}
	if _, plural, ok := r.personNoun(w); ok && !plural {
		return Person
	}
	if c&lexicon.PlaceNoun != 0 {
		return Place
	}
	return noType
}
