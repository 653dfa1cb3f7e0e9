package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// longestHidden is how many words a name may have of which only a pronoun tells that it is a person's.
const longestHidden = 3

// hidden adds an entity of no type for every name that the name finder took for none or for no agent's: a pronoun may
// tell that it is a person's, "Rook wept when she heard".
func (r *reader) hidden() {
	if r.model == nil {
		return
	}
	byForm := map[string]int{}
	known := len(r.mentions)
	hide := func(m mention) {
		key := r.surface(&m)
		e, ok := byForm[key]
		if list := r.byName.last[strings.ToLower(key)]; m.first == m.last && len(list) == 1 {
			e, ok = list[0], true
		}
		if !ok {
			e = r.newEntity(noType, r.words(&m))
			byForm[key] = e
		}
		m.entity, m.gender = e, r.givenGender(&m)
		if r.entities[e].gender == Unknown {
			r.entities[e].gender = m.gender
		}
		r.mentions = append(r.mentions, m)
	}
	for i := range known {
		m := r.mentions[i]
		if m.kind == Name && m.typ == noType && m.entity < 0 && m.last-m.first < longestHidden && r.mayNamePerson(m.sentence, m.first, m.last) {
			m.titles, m.nouns = nil, nil
			hide(m)
		}
	}
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := 0; i < len(r.tokens(s)); i++ {
			if !r.unnamed(s, i) {
				continue
			}
			end := i
			for r.unnamed(s, end+1) {
				end++
			}
			if end-i < longestHidden && r.mayNamePerson(s, i, end) {
				hide(mention{sentence: s, first: i, last: end, kind: Name, typ: noType, entity: -1})
			}
			i = end
		}
	}
}

// unnamed reports whether a token is tagged as a name but part of none.
func (r *reader) unnamed(s, i int) bool {
	return i < len(r.tokens(s)) && r.tokens(s)[i].UPOS == text.PROPN && startsUpper(r.form(s, i)) && r.covering(s, i) < 0
}

// noPersonWords are the lists whose words no person is named by.
const noPersonWords = lexicon.NameClasses&^(lexicon.Particle|lexicon.Say|lexicon.PersonVerb|lexicon.Roman) |
	lexicon.Company | lexicon.OrgNoun | lexicon.Institution | lexicon.GroupNoun | lexicon.Function | lexicon.Quantifier | lexicon.Peoples

// mayNamePerson reports whether no word of a name speaks against its being a person's, and not all are common words.
func (r *reader) mayNamePerson(s, first, last int) bool {
	common := true
	for i := first; i <= last; i++ {
		w := r.form(s, i)
		if len(w) < 2 || len(w) > 3 && strings.ToUpper(w) == w || r.class(s, i)&noPersonWords != 0 || r.isPersonNoun(r.word(s, i)) {
			return false
		}
		if _, demonym := r.lex.Demonym[w]; demonym || r.isCountry(w) {
			return false
		}
		common = common && r.lex.Classes[r.word(s, i)].Common && (r.lex.Given[w].Lists == 0 || i == 0)
	}
	return !common
}

// unhide removes the names of hidden that no pronoun has made a person's, and gives the others their type.
func (r *reader) unhide() {
	kept := r.mentions[:0]
	for _, m := range r.mentions {
		if m.entity >= 0 && m.kind == Name {
			if r.entities[m.entity].typ == noType {
				continue
			}
			m.typ = r.entities[m.entity].typ
		}
		kept = append(kept, m)
	}
	r.mentions = kept
}

// mayBePerson reports whether a pronoun for a person can mean an entity: a person, a hidden name, or a name like a person's
// that the name finder took for something else.
func (p *resolver) mayBePerson(e int) bool {
	switch ent := &p.entities[e]; ent.typ {
	case Person, noType:
		return true
	case Organization, Place, Other:
		return ent.canonical == "" && (len(ent.name) == 1 || len(ent.name) == 2) && len(ent.nouns) == 0 && p.lex.Given[capital(ent.name[0])].Lists > 0
	}
	return false
}

// capital writes a word with a capital first letter.
func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// touchPerson makes an entity the latest mentioned of those that may be persons.
func (p *resolver) touchPerson(e int) {
	if !p.mayBePerson(e) {
		return
	}
	if k := slices.Index(p.people, e); k >= 0 {
		p.people = slices.Delete(p.people, k, k+1)
	} else if len(p.people) == memory {
		p.people = slices.Delete(p.people, 0, 1)
	}
	p.people = append(p.people, e)
}

// persona numbers what the text takes an entity for, its length, and whether it begins as a person's name does.
func (p *resolver) persona(ent *entity) int {
	listed := flag(len(ent.name) > 0 && p.lex.Given[capital(ent.name[0])].Lists > 1)
	switch ent.typ {
	case Person:
		return 0
	case noType:
		return 1 + listed
	case Organization:
		return 3
	}
	return 4
}
