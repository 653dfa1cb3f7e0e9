package actor

import (
	"strings"

	"dateline/timeline/actor/lexicon"
)

// persons adds the persons that the name finder missed: those whose given name the tables have, and those whose last
// name stands alone after their full name was found elsewhere.
func (r *reader) persons() {
	r.indexTokens()
	found := len(r.mentions)
	for i := range r.mentions {
		if m := &r.mentions[i]; m.typ == Person && m.last > m.first {
			r.fullNames[r.form(m.sentence, m.last)] = true
		}
	}
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := 0; i < len(r.tokens(s)); i++ {
			w := r.form(s, i)
			if !startsUpper(w) || r.covering(s, i) >= 0 || i > 0 && startsUpper(r.form(s, i-1)) && r.class(s, i-1)&lexicon.Title == 0 {
				continue
			}
			end := i
			patronymic := false
			for end-i < 4 && r.covering(s, end+1) < 0 {
				if r.class(s, end+1)&lexicon.Particle != 0 && startsUpper(r.form(s, end+2)) && r.covering(s, end+2) < 0 { // "bin Laden"
					patronymic = patronymic || isPatronymic(r.word(s, end+1))
					end += 2
				} else if startsUpper(r.form(s, end+1)) {
					end++
				} else {
					break
				}
			}
			full := end > i && end-i < 5 && r.class(s, i)&(lexicon.Quantifier|lexicon.Function) == 0 && r.lex.Given[w].Lists > 1 && !r.lex.Classes[strings.ToLower(w)].Common && r.properWords(s, i+1, end)
			if full || patronymic || end == i && r.fullNames[w] {
				r.mentions = append(r.mentions, mention{sentence: s, first: i, last: end, typ: Person, entity: -1})
			}
			i = end
		}
	}
	r.sortFrom(found)
}

// isPatronymic reports whether a word stands between two persons' names and nowhere else: "son of", "daughter of".
func isPatronymic(w string) bool { return w == "bin" || w == "ibn" || w == "bint" }

// properWords reports whether no token of a stretch is a head of another kind of name.
func (r *reader) properWords(s, first, last int) bool {
	const heads = lexicon.OrgHead | lexicon.PlaceHead | lexicon.EventHead | lexicon.Work | lexicon.Suffix | lexicon.Month | lexicon.Function
	for i := first; i <= last; i++ {
		if r.class(s, i)&heads != 0 {
			return false
		}
	}
	return true
}
