package actor

import (
	"dateline/timeline/actor/lexicon"
)

// repeat settles names that occur more than once: occurrences that the name finder missed are added, and those of
// several words have the type that most of them have.
func (r *reader) repeat() {
	type votes struct {
		of    map[Type]int
		words int
	}
	names := map[string]*votes{}
	longest := map[string]int{} // first word → most words
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.last-m.first >= longestRepeat {
			continue
		}
		key := r.surface(m)
		v := names[key]
		if v == nil {
			v = &votes{of: map[Type]int{}, words: m.last - m.first + 1}
			names[key] = v
		}
		v.of[m.typ]++
		first := r.form(m.sentence, m.first)
		longest[first] = max(longest[first], v.words)
	}
	best := func(v *votes) Type {
		top := noType
		for _, t := range []Type{Person, Organization, Country, Place, Other} {
			if v.of[t] > v.of[top] {
				top = t
			}
		}
		return top
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if v := names[r.surface(m)]; v != nil && (m.last > m.first || v.of[m.typ] == 1) {
			if t := best(v); v.of[t] > v.of[m.typ] {
				m.typ = t
			}
		}
	}
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := range r.tokens(s) {
			for n := longest[r.form(s, i)]; n > 0; n-- {
				if i+n > len(r.tokens(s)) {
					continue
				}
				v := names[r.span(s, i, i+n-1)]
				if v == nil || v.words != n || !r.free(s, i, n) {
					continue
				}
				if n == 1 && (i == 0 && r.lex.Classes[r.word(s, i)].Common || r.capitalBeside(s, i)) {
					continue
				}
				if t := best(v); t != noType {
					r.mentions = append(r.mentions, mention{sentence: s, first: i, last: i + n - 1, typ: t, entity: -1})
				}
				break
			}
		}
	}
	r.sortFrom(found)
}

// longestRepeat is the most words of a name that is looked for again.
const longestRepeat = 6

// free reports whether no mention holds any of n tokens.
func (r *reader) free(s, i, n int) bool {
	for j := i; j < i+n; j++ {
		if r.covering(s, j) >= 0 {
			return false
		}
	}
	return true
}

// capitalBeside reports whether a single word may be part of a longer name that was not found.
func (r *reader) capitalBeside(s, i int) bool {
	before := i > 1 && startsUpper(r.form(s, i-1)) && r.class(s, i-1)&lexicon.Title == 0
	return before || startsUpper(r.form(s, i+1))
}
