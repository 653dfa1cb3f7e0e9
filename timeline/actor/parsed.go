package actor

import (
	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// actingPersons adds the persons of one name that only the grammar shows: "Styles" in "Flair betrayed Styles". The words must be
// tagged as names and be in the tables of given or last names; a last name must be a subject or own something.
func (r *reader) actingPersons() {
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		r.model.Parse(&r.doc.Sentences[s])
		for i := range r.tokens(s) {
			k := r.covering(s, i)
			if k >= 0 && (r.mentions[k].typ != noType || r.mentions[k].first < r.mentions[k].last) || !r.personWord(s, i) {
				continue
			}
			if k >= 0 {
				r.mentions[k].typ = Person
				continue
			}
			r.mentions = append(r.mentions, mention{sentence: s, first: i, last: i, typ: Person, entity: -1})
		}
	}
	r.sortFrom(found)
}

// personWord reports whether a token that no name covers is a person's given or last name.
func (r *reader) personWord(s, i int) bool {
	t := r.tokens(s)[i]
	const none = lexicon.Function | lexicon.Quantifier | lexicon.Month | lexicon.Title | lexicon.OrgHead | lexicon.PlaceHead | lexicon.EventHead | lexicon.Work | lexicon.Suffix | lexicon.Roman
	if t.UPOS != text.PROPN || !startsUpper(t.Form) || len(t.Form) < 3 || allCapitals(t.Form) || r.class(s, i)&none != 0 || r.word(s, i-1) == "the" ||
		r.properNeighbour(s, i-1) || r.properNeighbour(s, i+1) {
		return false
	}
	_, place := r.lex.Place[t.Form]
	_, demonym := r.lex.Demonym[t.Form]
	if place || demonym || r.isCountry(t.Form) || r.lex.Org[t.Form] {
		return false
	}
	given := r.lex.Given[t.Form].Lists > 1
	switch t.Rel {
	case text.Nsubj, text.NsubjPass, text.NmodPoss:
		verb := t.Head >= 0 && r.lex.Words[r.word(s, t.Head)]&lexicon.PersonVerb != 0
		return given || r.lex.Surname[t.Form] || !r.lex.Classes[r.word(s, i)].Common && (verb || r.likePerson(s, i))
	case text.Obj, text.Iobj, text.Obl, text.Nmod, text.Conj, text.Appos, text.Vocative:
		return !r.lex.Classes[r.word(s, i)].Common && (given || r.likePerson(s, i))
	}
	return false
}

// likePerson reports whether a word keeps the company of persons' names, or is so rare that it keeps none and a pronoun for
// a person stands near.
func (r *reader) likePerson(s, i int) bool {
	const ( // of Distribution.Scores
		given, last, place, organization = 0, 1, 2, 3
		enough                           = 6
	)
	d := r.lex.Classes[r.word(s, i)]
	if d.Fine == 0 {
		return i > 0 && r.hasGendered(s) || r.hasGendered(s+1)
	}
	return max(d.Scores[given], d.Scores[last]) >= enough && d.Scores[place] < enough && d.Scores[organization] < enough
}

// hasGendered reports whether a sentence has a pronoun for a person.
func (r *reader) hasGendered(s int) bool {
	if s >= len(r.lower) {
		return false
	}
	for _, w := range r.lower[s] {
		if k, ok := pronounKinds[w]; ok && k.gender != Unknown {
			return true
		}
	}
	return false
}

// properNeighbour reports whether the word beside is a name's, too, so that more than one word would have to be read.
func (r *reader) properNeighbour(s, i int) bool {
	if i < 0 || i >= len(r.tokens(s)) {
		return false
	}
	t := r.tokens(s)[i]
	return startsUpper(t.Form) && r.class(s, i)&(lexicon.Function|lexicon.Title) == 0 && (t.UPOS == text.PROPN || t.Form == "-") || t.Form == "-"
}
