package actor

import (
	"dateline/timeline/actor/lexicon"
)

// divide cuts what the name finder took for one name of two: "Halden Power and Norvik Energy", "Riga Falcons of the Baltic
// League", "Police Superintendent Pedro Vidal", "Jonas Elvik of Tarn Securities".
func (r *reader) divide(m mention) []mention {
	if m.typ == noType {
		return []mention{m}
	}
	for i := m.first + 1; i < m.last; i++ {
		left, right := m, m
		left.last, right.first = i-1, i+1
		switch r.word(m.sentence, i) {
		case "and":
			if r.word(m.sentence, i+1) == "the" && i+1 < m.last {
				right.first++
			}
			if !r.coordinates(&left, &right) {
				continue
			}
		case "of", "at", "in", "for":
			if r.word(m.sentence, i+1) == "the" && i+1 < m.last {
				right.first++
			}
			if r.officeOf(&left) && r.word(m.sentence, i) == "of" && r.wholeName(&right) {
				r.typePart(&right)
				return []mention{right}
			}
			if !r.dividesAt(&left, &right, i) {
				continue
			}
		default:
			if !r.titleInside(&m, i) {
				continue
			}
			left.typ, right.typ = Organization, Person
			for left.last > left.first && !startsUpper(r.form(m.sentence, left.last)) { // "Special Forces of Colonel X"
				left.last--
			}
			if !r.wholeName(&left) && (left.last > left.first || r.lex.Classes[r.word(m.sentence, left.first)].Common) { // "District Attorney"
				return []mention{right}
			}
			return append(r.divide(left), right)
		}
		if left.typ == Person {
			right.typ = Organization
		}
		r.typePart(&left)
		r.typePart(&right)
		if r.isPeople(&right) {
			right.typ = noType
		}
		return append([]mention{left}, r.divide(right)...)
	}
	return []mention{m}
}

// officeOf reports whether a stretch is an office's title, which is no name: "Governor General" in "Governor General of
// Canada". Titles of nobles are parts of their names: "Duke of Hale".
func (r *reader) officeOf(m *mention) bool {
	if r.class(m.sentence, m.last)&lexicon.Title == 0 {
		return false
	}
	for i := m.first; i <= m.last; i++ {
		w := r.word(m.sentence, i)
		if c := r.lex.Words[w]; c&(lexicon.Title|lexicon.Rank) == 0 || c&lexicon.Noble != 0 || titleGender[w] != Unknown {
			return false
		}
	}
	return true
}

// typePart gives the part of a divided name the type that the tables have for it.
func (r *reader) typePart(m *mention) {
	name := r.surface(m)
	_, place := r.lex.Place[name]
	switch {
	case m.last > m.first && r.orgByHead(m) || r.lex.Org[name] || r.isInitials(m.sentence, m.first) && m.first == m.last:
		m.typ = Organization
	case r.fullPerson(m):
		m.typ = Person
	case place:
		m.typ = Place
	}
}

// fullPerson reports whether a name of several words begins with a given name.
func (r *reader) fullPerson(m *mention) bool {
	return m.last > m.first && r.lex.Given[r.form(m.sentence, m.first)].Lists > 1 && r.properWords(m.sentence, m.first, m.last)
}

// coordinates reports whether "and" joins two names rather than the words of one: both sides must be names by themselves.
func (r *reader) coordinates(left, right *mention) bool {
	article := r.word(right.sentence, right.first-1) == "the"
	if r.class(left.sentence, left.first)&lexicon.OrgOf != 0 && r.word(left.sentence, left.first+1) == "of" && !article {
		return false // "Department of Health and Human Services"
	}
	const ends = lexicon.OrgHead | lexicon.Suffix
	if left.last > left.first && right.last > right.first && r.class(left.sentence, left.last)&ends != 0 && r.class(right.sentence, right.last)&ends != 0 {
		return true
	}
	return r.wholeName(left) && r.wholeName(right)
}

// wholeName reports whether the tables or its words show that a stretch is a whole name.
func (r *reader) wholeName(m *mention) bool {
	name := r.surface(m)
	if _, ok := r.lex.Place[name]; ok || r.isCountry(name) || r.lex.Org[name] || r.fullPerson(m) {
		return true
	}
	if m.first == m.last {
		return r.isInitials(m.sentence, m.first) || r.isPeople(m)
	}
	return r.orgByHead(m) || r.isRegion(m)
}

// dividesAt reports whether the preposition at token i joins two names. Names of a head that takes an "of" stay whole:
// "Bank of the West", "Royal Society for the Protection of Birds".
func (r *reader) dividesAt(left, right *mention, i int) bool {
	s, name := left.sentence, r.surface(right)
	_, place := r.lex.Place[name]
	place = place || r.isCountry(name)
	headed := right.last > right.first && r.orgByHead(right)
	withArticle := right.first > i+1
	switch w := r.word(s, i); {
	case left.typ == Person: // "Jonas Elvik of Tarn Securities", not "Anna of Cleves"
		numbered := left.last == left.first+1 && r.class(s, left.last)&lexicon.Roman != 0 // "Alexander I of Macedon"
		return w == "of" && left.last > left.first && !numbered && r.lex.Given[r.form(s, left.first)].Lists > 1
	case r.isTeam(left):
		return true
	case w == "of" && left.typ == Place && right.first == i+1 && left.last > left.first && r.class(s, left.first)&lexicon.PlaceLead != 0: // "North Shore of Oahu"
		return place
	case left.first == left.last:
		return false
	case w == "in" && !withArticle:
		return place
	case !withArticle || left.typ != Organization:
		return false
	case w == "at" || w == "in":
		return true
	case w == "of":
		return r.class(s, left.last)&(lexicon.OrgHead|lexicon.OrgOf) == 0 || headed
	}
	return place || headed || r.isTeam(right) // "for"
}

// titleInside reports whether token i of a name is a title, with a full name behind it and more than titles in front:
// "Harbour Police Superintendent Pedro Vidal".
func (r *reader) titleInside(m *mention, i int) bool {
	s := m.sentence
	if _, _, person := r.personNoun(r.word(s, i)); !person || !startsUpper(r.form(s, i)) || m.last-i < 2 {
		return false
	}
	behind := mention{sentence: s, first: i + 1, last: m.last}
	return r.fullPerson(&behind) || m.last-i < 4 && r.unknownWords(&behind)
}

// unknownWords reports whether all words of a stretch are capitalized and none is one of the dictionary, a place's or a
// head of another name: what stands behind a title then is a person's name.
func (r *reader) unknownWords(m *mention) bool {
	for i := m.first; i <= m.last; i++ {
		_, place := r.lex.Place[r.form(m.sentence, i)]
		if place || !startsUpper(r.form(m.sentence, i)) || r.lex.Classes[r.word(m.sentence, i)].Common {
			return false
		}
	}
	return r.properWords(m.sentence, m.first, m.last)
}
