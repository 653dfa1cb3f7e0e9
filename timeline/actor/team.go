package actor

import (
	"strings"

	"dateline/timeline/actor/lexicon"
)

// isTeam reports whether a name is built like a sports team's: a place's name and a plural, "Riga Falcons".
func (r *reader) isTeam(m *mention) bool {
	if m.last == m.first || !r.isPlural(m.sentence, m.last) {
		return false
	}
	front := mention{sentence: m.sentence, first: m.first, last: m.last - 1}
	_, place := r.lex.Place[r.surface(&front)]
	return place
}

// isPlural reports whether a capitalized word may be a team's name: a plural that is no people, place, event or unit of
// an organization.
func (r *reader) isPlural(s, i int) bool {
	form := r.form(s, i)
	const none = lexicon.Function | lexicon.Month | lexicon.EventHead | lexicon.PlaceHead | lexicon.OrgHead | lexicon.Suffix | lexicon.Roman | lexicon.GroupNoun | lexicon.Official
	if len(form) < 4 || !startsUpper(form) || !strings.HasSuffix(form, "s") || strings.HasSuffix(form, "ss") || r.class(s, i)&none != 0 {
		return false
	}
	_, people := r.lex.Demonym[form]
	return !people && !r.isCountry("the "+form) && !r.isCountry(form) && !allCapitals(form)
}

// clubs adds clubs by the letters in front of their names: "FC Ostrov".
func (r *reader) clubs() {
	r.indexTokens()
	covered := map[int]bool{}
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		for i := range r.tokens(s) {
			if r.class(s, i)&lexicon.ClubLead == 0 || !allCapitals(r.form(s, i)) || !startsUpper(r.form(s, i+1)) || allCapitals(r.form(s, i+1)) {
				continue
			}
			m := mention{sentence: s, first: i, last: i + 1, typ: Organization, entity: -1}
			if k := r.covering(s, i+1); k >= 0 {
				m.last = max(m.last, r.mentions[k].last)
			}
			if k := r.covering(s, i); k >= 0 {
				m.first = min(m.first, r.mentions[k].first)
			}
			r.takes(&m, covered)
		}
	}
	r.drop(covered, found)
}

// teams reads names in a text about sport: "the Falcons" is a team, and so is "Riga Falcons".
func (r *reader) teams() {
	if !r.aboutSport() {
		return
	}
	r.indexTokens()
	found := len(r.mentions)
	for i := range r.mentions {
		if m := &r.mentions[i]; m.typ == Place && r.isTeam(m) {
			m.typ = Organization
		}
	}
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := range r.tokens(s) {
			if r.word(s, i-1) != "the" || !r.isPlural(s, i) || startsUpper(r.form(s, i+1)) {
				continue
			}
			if k := r.covering(s, i); k < 0 {
				r.mentions = append(r.mentions, mention{sentence: s, first: i, last: i, typ: Organization, entity: -1})
			} else if m := &r.mentions[k]; m.first == m.last && m.typ != Country {
				m.typ = Organization
			}
		}
	}
	r.sortFrom(found)
}

// aboutSport reports whether one word in sixty of the text or more is sport's.
func (r *reader) aboutSport() bool {
	words, sport := 0, 0
	for s := range r.lower {
		words += len(r.lower[s])
		for _, w := range r.lower[s] {
			if r.lex.Words[w]&lexicon.Sport != 0 {
				sport++
			}
		}
	}
	return sport > 2 && sport*60 >= words
}
