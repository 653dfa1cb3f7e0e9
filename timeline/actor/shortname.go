package actor

import (
	"slices"
	"strings"

	"dateline/timeline/actor/lexicon"
)

// shortName returns the entity of a name of one word.
func (r *reader) shortName(m *mention, seen []int) int {
	if m.entity >= 0 {
		return m.entity
	}
	if m.typ == Person {
		return r.shortPerson(m, seen)
	}
	form := r.form(m.sentence, m.first)
	key := r.orgKey([]string{form})
	dotless := strings.ReplaceAll(key, ".", "")
	if e, ok := r.byName.acronym[dotless]; ok && strings.ToUpper(form) == form {
		return e
	}
	if e, ok := r.byName.full[Organization][key]; ok {
		return e
	}
	if a, ok := r.lex.Acronyms[strings.ToUpper(dotless)]; ok && m.typ == Organization {
		e, ok := r.byName.full[Organization][joined(strings.Fields(a.Name))]
		if !ok {
			e = r.named(m)
		}
		for _, n := range a.Nouns {
			r.entities[e].nouns[n] = true
		}
		return e
	}
	if list := r.byName.prefix[key]; len(list) > 0 && !r.generic(form) {
		return r.foremost(list, seen)
	}
	if list := r.byName.head[key]; len(list) > 0 && r.lex.Words[key]&lexicon.OrgHead != 0 {
		return r.foremost(list, seen)
	}
	return r.named(m)
}

// generic reports whether a word opens the names of many organizations.
func (r *reader) generic(form string) bool {
	_, demonym := r.lex.Demonym[form]
	low := strings.ToLower(form)
	return demonym || r.isCountry(form) || r.lex.Words[low]&(lexicon.OrgHead|lexicon.OrgOf|lexicon.PlaceHead) != 0
}

// shortPerson returns the entity of a person named by one word.
func (r *reader) shortPerson(m *mention, seen []int) int {
	words := r.bare(m)
	key := strings.ToLower(words[0])
	if len(r.byName.last[key]) > 0 && len(m.titles) == 0 {
		m.gender = Unknown // a last name, whatever the tables of given names say: "Bennett" of "Laura Bennett"
	}
	for _, list := range [][]int{r.byName.last[key], r.byName.given[key]} {
		list = slices.DeleteFunc(slices.Clone(list), func(e int) bool { return opposite(r.entities[e].gender, m.gender) })
		if len(list) > 0 {
			return r.foremost(list, seen)
		}
	}
	// an organization's short name read as a person's: "Halden" of "Halden Power"
	if list := r.byName.prefix[key]; len(list) > 0 && r.lex.Given[r.form(m.sentence, m.first)].Lists == 0 && len(m.titles) == 0 {
		return r.foremost(list, seen)
	}
	e := r.newEntity(Person, words)
	r.byName.last[key] = appendNew(r.byName.last[key], e)
	return e
}

// foremost returns the entity that the text has mentioned most so far, the first of the list where none.
func (r *reader) foremost(list []int, seen []int) int {
	best, most := list[0], 0
	for _, e := range list {
		if e < len(seen) && seen[e] > most {
			best, most = e, seen[e]
		}
	}
	return best
}
