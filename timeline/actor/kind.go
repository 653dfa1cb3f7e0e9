package actor

import (
	"strings"

	"dateline/timeline/actor/lexicon"
)

// namesEvent reports whether a name's words show that it is an event's or a text's: "Second Battle of Korsvik", "Treaty of
// Hale", "Lindholm Resolution".
func (r *reader) namesEvent(m *mention) bool {
	s, first := m.sentence, m.first
	if r.class(s, m.last)&(lexicon.OrgHead|lexicon.Suffix) != 0 || m.typ == Person && r.fullPerson(m) {
		return false
	}
	switch r.word(s, first) {
	case "first", "second", "third", "fourth", "great":
		first++
	}
	if first < m.last && r.class(s, first)&lexicon.EventHead != 0 && r.word(s, first+1) == "of" {
		return true
	}
	return m.last > m.first && r.class(s, m.last)&lexicon.EventEnd != 0
}

// isPair reports whether a name is two countries or organizations with a hyphen between ("Franco-German",
// "U.N.-Iraq") or a politician's party and state.
func (r *reader) isPair(m *mention) bool {
	if m.last > m.first && len(r.form(m.sentence, m.first)) == 1 && r.form(m.sentence, m.first+1) == "-" { // "R-Fla."
		return true
	}
	if m.last-m.first != 2 || r.form(m.sentence, m.first+1) != "-" && r.form(m.sentence, m.first+1) != "–" {
		if m.first != m.last {
			return false
		}
		left, right, ok := strings.Cut(r.form(m.sentence, m.first), "-")
		return ok && r.isParty(left) && r.isParty(right)
	}
	return r.isParty(r.form(m.sentence, m.first)) && r.isParty(r.form(m.sentence, m.last))
}

func (r *reader) isParty(name string) bool {
	_, demonym := r.lex.Demonym[name]
	return demonym || r.isCountry(name) || r.lex.Acronyms[name].Name != ""
}

// isPeople reports whether a single word names a people, the faithful or a party's followers: "Athenians".
func (r *reader) isPeople(m *mention) bool {
	w := r.word(m.sentence, m.last)
	first := m.first // "North Vietnamese"
	for first < m.last && r.class(m.sentence, first)&lexicon.PlaceLead != 0 {
		first++
	}
	if first != m.last || m.typ == Country || len(w) < 5 || r.lex.Org[r.form(m.sentence, m.last)] {
		return false
	}
	if _, demonym := r.lex.Demonym[r.form(m.sentence, m.last)]; demonym && !r.fullNames[r.form(m.sentence, m.last)] || r.lex.Words[w]&lexicon.Peoples != 0 {
		return true
	}
	if m.first < m.last {
		return false
	}
	for _, end := range []string{"ians", "eans", "ists", "ites"} {
		if strings.HasSuffix(w, end) {
			_, place := r.lex.Place[r.form(m.sentence, m.last)]
			return !place
		}
	}
	return false
}

// endsInPerson reports whether a name is a title: "Chief of Staff", "Harbour Police Superintendent".
func (r *reader) endsInPerson(m *mention) bool {
	if r.class(m.sentence, m.first)&lexicon.Title != 0 && r.word(m.sentence, m.first+1) == "of" {
		return true
	}
	w := r.word(m.sentence, m.last)
	_, plural, person := r.personNoun(w)
	return person && !plural && r.lex.Words[w]&(lexicon.OrgHead|lexicon.Suffix) == 0 && !r.lex.Org[r.surface(m)]
}

// isRegion reports whether a name is a place's or a country's with words in front that say which part or whose: "Western
// Ukraine", "French North Africa", "Vale of Tarn".
func (r *reader) isRegion(m *mention) bool {
	s, first := m.sentence, m.first
	if r.class(s, first)&(lexicon.PlaceHead|lexicon.PlaceNoun) != 0 && r.class(s, first)&lexicon.OrgHead == 0 && r.word(s, first+1) == "of" {
		return true
	}
	for first < m.last {
		if _, demonym := r.lex.Demonym[r.form(s, first)]; !demonym && r.class(s, first)&lexicon.PlaceLead == 0 {
			return false
		}
		first++
		rest := r.span(s, first, m.last)
		if _, place := r.lex.Place[rest]; place || r.isCountry(rest) {
			return true
		}
	}
	return false
}

// personShaped reports whether what was taken for a place has a person's name: a last name behind, no place's word and no
// preposition of place in front.
func (r *reader) personShaped(m *mention) bool {
	s, last := m.sentence, r.form(m.sentence, m.last)
	if _, ok := r.lex.Place[r.surface(m)]; ok || r.located(m) || m.last-m.first > 2 || r.class(s, m.first)&lexicon.PlaceLead != 0 {
		return false
	}
	for i := m.first; i <= m.last; i++ {
		if r.class(s, i)&(lexicon.PlaceHead|lexicon.Function) != 0 || r.lex.Classes[r.word(s, i)].Common || !startsUpper(r.form(s, i)) {
			return false
		}
	}
	_, front := r.lex.Place[r.form(s, m.first)]
	return !front && (r.lex.Surname[last] || r.lex.Given[last].Lists > 1)
}
