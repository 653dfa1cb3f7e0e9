package actor

import (
	"strings"
	"unicode"

	"dateline/timeline/actor/lexicon"
)

// headlines reads sentences in capitals, in which the name finder sees names everywhere: a name there is one that the rest of
// the text or a table has.
func (r *reader) headlines() {
	loud := map[int]bool{}
	for s := range r.doc.Sentences {
		if r.inLoud(s) {
			loud[s] = true
		}
	}
	if len(loud) == 0 {
		return
	}
	known := map[string]Type{}
	out := r.mentions[:0]
	for _, m := range r.mentions {
		if loud[m.sentence] {
			continue
		}
		out = append(out, m)
		name := strings.ToUpper(strings.Join(r.words(&m), " "))
		if _, ok := known[name]; !ok {
			known[name] = m.typ
		}
		if last := strings.ToUpper(r.form(m.sentence, m.last)); m.typ == Person && m.last > m.first {
			known[last] = Person
		}
	}
	r.mentions = out
	for s := range r.doc.Sentences {
		if !loud[s] {
			continue
		}
		for i := 0; i < len(r.tokens(s)); i++ {
			for last := min(i+longestRepeat, len(r.tokens(s))) - 1; last >= i; last-- {
				if t := r.loudName(s, i, last, known); t != noType {
					r.mentions = append(r.mentions, mention{sentence: s, first: i, last: last, typ: t, entity: -1})
					i = last
					break
				}
			}
		}
	}
	r.sortFrom(0)
}

// inLoud reports whether a sentence is written in capitals: three words or more, and no letter small.
func (r *reader) inLoud(s int) bool {
	words := 0
	for i := range r.tokens(s) {
		form := r.form(s, i)
		if strings.IndexFunc(form, unicode.IsLower) >= 0 {
			return false
		}
		if len(form) > 1 && startsUpper(form) {
			words++
		}
	}
	return words > 2
}

// loudName returns what a stretch in capitals names: what the text or the tables have under it, noType for nothing.
func (r *reader) loudName(s, first, last int, known map[string]Type) Type {
	words := make([]string, 0, last-first+1)
	for i := first; i <= last; i++ {
		words = append(words, r.form(s, i))
	}
	name := strings.Join(words, " ")
	if t := known[name]; t != noType {
		return t
	}
	if first == last && (r.class(s, first)&lexicon.Function != 0 || r.lex.Classes[r.word(s, first)].Common) {
		return noType
	}
	for i, w := range words {
		if r.lex.Words[strings.ToLower(w)]&lexicon.Function == 0 {
			words[i] = titled(w)
		} else {
			words[i] = strings.ToLower(w)
		}
	}
	title := strings.Join(words, " ")
	_, place := r.lex.Place[title]
	switch {
	case r.lex.Org[name] || r.lex.Org[title]:
		return Organization
	case r.isCountry(title) || r.isCountry(name):
		return Country
	case place:
		return Place
	case last > first && r.lex.Given[titled(r.form(s, first))].Lists > 1 && r.lex.Surname[titled(r.form(s, last))]:
		return Person
	}
	return noType
}

// titled writes a word in capitals with only its first letter large.
func titled(w string) string {
	for i := range w {
		if i > 0 {
			return w[:i] + strings.ToLower(w[i:])
		}
	}
	return w
}
