package actor

import (
	"slices"
	"strings"

	"dateline/timeline/actor/lexicon"
)

// nameIndex finds entities by the forms of their names.
type nameIndex struct {
	full    map[Type]map[string]int // whole name → entity
	last    map[string][]int        // last name → persons
	given   map[string][]int        // first word of a person's name → persons
	prefix  map[string][]int        // first words of an organization's name → organizations
	head    map[string][]int        // last word of an organization's name → organizations
	acronym map[string]int          // "who" → organization
}

func newNameIndex() nameIndex {
	return nameIndex{map[Type]map[string]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string]int{}}
}

// mostSharing bounds how many entities that share a part of a name are compared.
const mostSharing = 24

func appendNew(list []int, e int) []int {
	if len(list) >= mostSharing || slices.Contains(list, e) {
		return list
	}
	return append(list, e)
}

// link makes one entity of all names of an actor: first the names that are full, then those that are
// short for one of them.
func (r *reader) link() {
	short := make([]bool, len(r.mentions))
	for i := range r.mentions {
		m := &r.mentions[i]
		switch {
		case m.typ == noType:
		case m.typ == Country:
			r.join(i, r.country(r.lex.Country[r.surface(m)]))
		case m.typ == Person:
			if short[i] = len(r.bare(m)) < 2; !short[i] {
				r.join(i, r.person(m))
			}
		case m.typ == Organization:
			if short[i] = m.first == m.last; !short[i] {
				r.join(i, r.named(m))
			}
		default:
			r.join(i, r.named(m))
		}
	}
	r.bracketed()
	seen := make([]int, len(r.entities)) // mentions of each entity so far
	for i := range r.mentions {
		m := &r.mentions[i]
		if short[i] {
			r.join(i, r.shortName(m, seen))
		}
		if m.entity >= 0 {
			for len(seen) < len(r.entities) {
				seen = append(seen, 0)
			}
			seen[m.entity]++
		}
	}
}

// join makes a mention one of an entity's and hands what the text says beside it over to the entity.
func (r *reader) join(i, e int) {
	if e < 0 {
		return
	}
	m, ent := &r.mentions[i], &r.entities[e]
	m.entity = e
	if m.kind == Name {
		m.typ = ent.typ
	}
	ent.mentions = append(ent.mentions, i)
	for _, t := range m.titles {
		if !slices.Contains(ent.titles, t) {
			ent.titles = append(ent.titles, t)
		}
	}
	for _, n := range m.nouns {
		ent.nouns[n] = true
	}
	if ent.gender == Unknown {
		ent.gender = m.gender
	}
	if ent.country == "" {
		ent.country = m.nationality
	}
	if ent.affiliation == "" {
		ent.affiliation = m.affiliation
	}
}

// newEntity makes an entity. The nouns among the words of its name are nouns for it: "the institute".
func (r *reader) newEntity(t Type, words []string) int {
	e := entity{typ: t, name: words, nouns: map[string]bool{}}
	if t == Organization || t == Other {
		for _, w := range words {
			if w = strings.ToLower(w); r.lex.Words[w]&(lexicon.OrgNoun|lexicon.OrgHead|lexicon.AgentHead) != 0 {
				e.nouns[w] = true
			} else if r.lex.Words[w]&lexicon.Suffix != 0 {
				e.nouns["company"] = true
			}
		}
	}
	r.entities = append(r.entities, e)
	return len(r.entities) - 1
}

// country returns the entity of a country.
func (r *reader) country(i int) int {
	name := r.lex.Countries[i].Name
	return r.keyed(Country, strings.ToLower(name), func() []string { return []string{name} })
}

// keyed returns the entity of a type with a key, made if need be with the words that name gives.
func (r *reader) keyed(t Type, key string, name func() []string) int {
	if r.byName.full[t] == nil {
		r.byName.full[t] = map[string]int{}
	}
	e, ok := r.byName.full[t][key]
	if !ok {
		e = r.newEntity(t, name())
		r.byName.full[t][key] = e
		if t == Country {
			r.entities[e].canonical = r.entities[e].name[0]
			r.entities[e].nouns["country"], r.entities[e].nouns["nation"] = true, true
		}
	}
	return e
}

// vote settles the type of single words that the name finder read in several ways.
func (r *reader) vote() {
	votes := map[string]map[Type]int{}
	persons := map[string]bool{} // last names of full names
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.first == m.last {
			key := r.word(m.sentence, m.first)
			if votes[key] == nil {
				votes[key] = map[Type]int{}
			}
			votes[key][m.typ]++
			if m.typ == Place && r.located(m) {
				votes[key][Place]++
			}
		} else if m.typ == Person {
			if words := r.bare(m); len(words) > 1 {
				persons[strings.ToLower(words[len(words)-1])] = true
			}
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.first != m.last || m.typ == Country {
			continue
		}
		key := r.word(m.sentence, m.first)
		if persons[key] && (m.typ != Place || !r.located(m)) {
			m.typ = Person
			continue
		}
		best := m.typ
		for _, t := range []Type{Person, Organization, Place, Other} {
			if votes[key][t] > votes[key][best] || votes[key][t] == votes[key][best] && best == noType {
				best = t
			}
		}
		if best != Country && !(m.typ == noType && votes[key][best] == 0) {
			m.typ = best
		}
	}
}

// located reports whether a preposition of place stands in front of a name.
func (r *reader) located(m *mention) bool {
	switch r.word(m.sentence, m.first-1) {
	case "in", "at", "near", "from", "into", "outside", "to", "across", "around":
		return true
	}
	return false
}

// bare returns the words of a person's name without particles in front, generation and initials behind.
func (r *reader) bare(m *mention) []string {
	words := nameWords(r.words(m))
	for len(words) > 1 && r.lex.Words[strings.ToLower(words[len(words)-1])]&lexicon.Roman != 0 {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && r.lex.Words[strings.ToLower(words[0])]&lexicon.Particle != 0 && strings.ToLower(words[0]) == words[0] {
		words = words[1:]
	}
	return words
}

// nameWords puts the tokens of hyphenated words together: "Jean", "-", "Claude" gives "Jean-Claude".
func nameWords(forms []string) []string {
	var out []string
	for i := 0; i < len(forms); i++ {
		if n := len(out); n > 0 && i+1 < len(forms) && (forms[i] == "-" || forms[i] == "–" || forms[i] == "‑" || forms[i] == "‐") {
			out[n-1] += "-" + forms[i+1]
			i++
			continue
		}
		if forms[i] != "," {
			out = append(out, forms[i])
		}
	}
	return out
}

// person returns the entity of a full name.
func (r *reader) person(m *mention) int {
	words := r.bare(m)
	last := strings.ToLower(words[len(words)-1])
	for _, e := range r.byName.last[last] {
		if SameGiven(r.entities[e].name, words) && !opposite(r.entities[e].gender, m.gender) {
			if len(words) > len(r.entities[e].name) || isInitial(r.entities[e].name[0]) && !isInitial(words[0]) {
				r.entities[e].name = words
			}
			return e
		}
	}
	e := r.newEntity(Person, words)
	r.byName.last[last] = appendNew(r.byName.last[last], e)
	first := strings.ToLower(words[0])
	r.byName.given[first] = appendNew(r.byName.given[first], e)
	return e
}

// orgKey is an organization's name without its legal form.
func (r *reader) orgKey(words []string) string {
	for len(words) > 1 && (r.lex.Words[strings.ToLower(words[len(words)-1])]&lexicon.Suffix != 0 || words[len(words)-1] == ",") {
		words = words[:len(words)-1]
	}
	return joined(words)
}

// named returns the entity of a name that is no person's.
func (r *reader) named(m *mention) int {
	forms := r.words(m)
	key := r.orgKey(forms)
	if m.typ == Organization {
		if e, ok := r.byName.acronym[key]; ok {
			return e
		}
	}
	return r.keyed(m.typ, key, func() []string {
		words := strings.Fields(key)
		e := len(r.entities) // the entity that keyed is about to make
		if m.typ == Organization {
			r.indexOrganization(e, words)
		}
		return words
	})
}

func (r *reader) indexOrganization(e int, words []string) {
	for n := 1; n < len(words) && n <= 6; n++ {
		p := strings.Join(words[:n], " ")
		r.byName.prefix[p] = appendNew(r.byName.prefix[p], e)
	}
	if len(words) > 1 {
		h := words[len(words)-1]
		r.byName.head[h] = appendNew(r.byName.head[h], e)
		first := words[0]
		if r.lex.Words[first]&lexicon.OrgOf != 0 {
			r.byName.head[first] = appendNew(r.byName.head[first], e)
		}
		for _, a := range acronyms(words) {
			if _, ok := r.byName.acronym[a]; !ok {
				r.byName.acronym[a] = e
			}
		}
	}
}
