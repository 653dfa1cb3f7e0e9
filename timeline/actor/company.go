package actor

import (
	"dateline/timeline/actor/lexicon"
)

// companies finds the short names of companies whose full names the text has: "Brill & Hoff" and "Brill" after "Brill & Hoff
// Corp.".
func (r *reader) companies() {
	short := map[string]bool{}
	longest := map[string]int{} // first word → most words
	for i := range r.mentions {
		r.shorten(&r.mentions[i], short, longest)
	}
	if len(short) == 0 {
		return
	}
	r.indexTokens()
	covered := map[int]bool{} // mentions inside a longer one
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		for i := 0; i < len(r.tokens(s)); i++ {
			for n := min(longest[r.form(s, i)], len(r.tokens(s))-i); n > 0; n-- {
				m := mention{sentence: s, first: i, last: i + n - 1, typ: Organization, entity: -1}
				if short[r.surface(&m)] && !startsUpper(r.form(s, i+n)) && r.mayBeShort(&m) && r.takes(&m, covered) {
					i = m.last
					break
				}
			}
		}
	}
	r.drop(covered, found)
}

// drop takes away the mentions that longer ones cover and puts those added behind the first n in their places.
func (r *reader) drop(covered map[int]bool, n int) {
	out := r.mentions[:0]
	for i, m := range r.mentions {
		if !covered[i] {
			out = append(out, m)
		}
	}
	r.mentions = out
	r.sortFrom(n - len(covered))
}

// ampersands makes one organization of the names around an ampersand: "Carraway & Sons", "Hale, Orrin & Pryce".
func (r *reader) ampersands() {
	r.indexTokens()
	covered := map[int]bool{}
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		for i := range r.tokens(s) {
			if r.form(s, i) != "&" {
				continue
			}
			m := r.aroundAmpersand(s, i)
			if m.first < i && m.last > i && i-m.first+m.last-i > 2 || len(r.form(s, i-1)) > 2 && len(r.form(s, i+1)) > 2 && m.first < i && m.last > i {
				r.takes(&m, covered)
			}
		}
	}
	r.drop(covered, found)
}

// countryPhrases gives a country's name with small words in it to one mention: "People's Republic of China".
func (r *reader) countryPhrases() {
	r.indexTokens()
	covered := map[int]bool{}
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		for i := range r.tokens(s) {
			if !startsUpper(r.form(s, i)) {
				continue
			}
			for last := min(i+r.lex.Longest(r.form(s, i))-1, len(r.tokens(s))-1); last > i+1; last-- {
				if r.isCountry(r.span(s, i, last)) && r.smallWords(s, i, last) > 0 {
					r.takes(&mention{sentence: s, first: i, last: last, typ: Country, entity: -1}, covered)
					break
				}
			}
		}
	}
	r.drop(covered, found)
}

// aroundAmpersand is the stretch of capitalized words around the ampersand at token i.
func (r *reader) aroundAmpersand(s, i int) mention {
	m := mention{sentence: s, first: i, last: i, typ: Organization, entity: -1}
	for m.first > 0 && i-m.first < longestCompany && startsUpper(r.form(s, m.first-1)) && r.class(s, m.first-1)&lexicon.Function == 0 {
		m.first--
	}
	for m.first < i && m.first > 1 && r.form(s, m.first-1) == "," && startsUpper(r.form(s, m.first-2)) && r.covering(s, m.first-2) >= 0 && r.tightList(s, m.first-2, i) {
		m.first -= 2
	}
	for m.last-i < longestCompany && startsUpper(r.form(s, m.last+1)) {
		m.last++
	}
	return m
}

// tightList reports whether single capitalized words with commas between stand from a token to an ampersand: "Hale, Orrin &".
func (r *reader) tightList(s, first, ampersand int) bool {
	if first > 0 && startsUpper(r.form(s, first-1)) && r.class(s, first-1)&lexicon.Function == 0 {
		return false
	}
	for i := first + 1; i < ampersand; i += 2 {
		if r.form(s, i) != "," {
			return i == ampersand
		}
	}
	return (ampersand-first)%2 == 1
}

// shorten collects the short names of an organization: its words from the first on, without its legal form, and the last
// name of whom it is called after.
func (r *reader) shorten(m *mention, short map[string]bool, longest map[string]int) {
	if m.typ != Organization || m.first == m.last || r.class(m.sentence, m.first)&lexicon.OrgOf != 0 {
		return
	}
	last, from := m.last, m.first
	for last > m.first && (r.class(m.sentence, last)&lexicon.Suffix != 0 || r.form(m.sentence, last) == ",") {
		last--
	}
	headed := last == m.last
	given := r.lex.Given[r.form(m.sentence, m.first)].Lists > 1
	if last == m.last {
		if r.class(m.sentence, last)&lexicon.OrgHead == 0 {
			return
		}
		if given || r.lex.Surname[r.form(m.sentence, m.first)] { // "Truman" is not short for "Truman Library"
			from++
		}
	}
	add := func(first, end int) {
		short[r.span(m.sentence, first, end)] = true
		w := r.form(m.sentence, first)
		longest[w] = max(longest[w], end-first+1)
	}
	for end := from; end <= last && end < m.last; end++ {
		if headed && r.lex.Classes[r.word(m.sentence, end)].Common { // "National Press Club" is not "National"
			break
		}
		if _, demonym := r.lex.Demonym[r.form(m.sentence, end)]; !demonym && startsUpper(r.form(m.sentence, end)) {
			add(m.first, end)
		}
	}
	if last < m.last && last > m.first && given { // "Piet Lammers Ltd.": "Lammers"
		add(last, last)
	}
}

// takes makes the mention at a short name's words an organization's, or adds one; mentions of single words inside it are
// marked as covered. It fails where a longer name holds the words.
func (r *reader) takes(m *mention, covered map[int]bool) bool {
	var inside []int
	for i := m.first; i <= m.last; i++ {
		k := r.covering(m.sentence, i)
		if k < 0 {
			continue
		}
		other := &r.mentions[k]
		if other.first < m.first || other.last > m.last {
			return false
		}
		if len(inside) == 0 || inside[len(inside)-1] != k {
			inside = append(inside, k)
		}
	}
	if len(inside) == 0 {
		if m.first == m.last && m.first == 0 && r.lex.Classes[r.word(m.sentence, m.first)].Common {
			return false
		}
		r.mentions = append(r.mentions, *m)
		return true
	}
	k := inside[0]
	if t := r.mentions[k].typ; len(inside) == 1 && r.mentions[k].first == m.first && r.mentions[k].last == m.last && (t == Organization || t == Country || t == Other) {
		return true
	}
	r.mentions[k] = *m
	for _, k := range inside[1:] {
		covered[k] = true
	}
	return true
}

// mayBeShort reports whether a name may be short for a company's: it is no place, people or common word, nor the last name
// of a person of the text.
func (r *reader) mayBeShort(m *mention) bool {
	name := r.surface(m)
	_, place := r.lex.Place[name]
	_, demonym := r.lex.Demonym[name]
	single := m.first == m.last
	if place && r.located(m) || place && r.class(m.sentence, m.last+1)&lexicon.Say == 0 || demonym || r.isCountry(name) {
		return false
	}
	return !single || !r.fullNames[name]
}
