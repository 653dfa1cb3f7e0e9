package actor

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
)

// nicknamed joins a person's name that a nickname in quotation marks interrupts: William "Cowboy" Cowley. The given name in
// front or the last name behind may have been missed.
func (r *reader) nicknamed() {
	out := r.mentions[:0]
	for i := 0; i < len(r.mentions); i++ {
		m := r.mentions[i]
		if m.typ == Person {
			if open := r.openingMark(&m); open > 0 && r.lex.Given[r.form(m.sentence, open-1)].Lists > 1 {
				m.first = open - 1
			}
			last := r.behindNickname(&m)
			for ; last > m.last && i+1 < len(r.mentions) && r.mentions[i+1].sentence == m.sentence && r.mentions[i+1].first <= last; i++ {
				last = max(last, r.mentions[i+1].last)
			}
			m.last = max(m.last, last)
		}
		out = append(out, m)
	}
	r.mentions = out
}

const longestNickname = 3 // words

// behindNickname is the token of the last name behind a nickname that follows a person's name, 0 where none does.
func (r *reader) behindNickname(m *mention) int {
	if !isQuotationMark(r.form(m.sentence, m.last+1)) || !startsUpper(r.form(m.sentence, m.last+2)) {
		return 0
	}
	for i := m.last + 3; i <= m.last+2+longestNickname; i++ {
		if isQuotationMark(r.form(m.sentence, i)) {
			if startsUpper(r.form(m.sentence, i+1)) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// openingMark is the token of the quotation mark that opens a nickname in front of a person's last name, 0 where there is
// none.
func (r *reader) openingMark(m *mention) int {
	if !isQuotationMark(r.form(m.sentence, m.first-1)) {
		return 0
	}
	for i := m.first - 3; i > 0 && i >= m.first-2-longestNickname; i-- {
		if isQuotationMark(r.form(m.sentence, i)) {
			if startsUpper(r.form(m.sentence, i+1)) {
				return i
			}
			return 0
		}
	}
	return 0
}

func isQuotationMark(form string) bool {
	switch form {
	case `"`, "“", "”", "‘", "’", "'", "``", "''":
		return true
	}
	return false
}

// numberLed takes in the number that stands in front of a name wherever it occurs: "9 Shades of Amber".
func (r *reader) numberLed() {
	type lead struct {
		number string
		n      int
	}
	leads := map[string]lead{}
	number := func(m *mention) string {
		w := r.word(m.sentence, m.first-1)
		if len(w) > 3 || w == "" || w[0] < '0' || w[0] > '9' || r.class(m.sentence, m.first-2)&lexicon.Month != 0 {
			return ""
		}
		return w
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		l, seen := leads[r.surface(m)]
		if w := number(m); !seen || l.number == w {
			l = lead{w, l.n + 1}
		} else {
			l.number = ""
		}
		leads[r.surface(m)] = l
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if l := leads[r.surface(m)]; l.n > 1 && l.number != "" {
			m.first--
		}
	}
}

// shops takes the possessive into an organization's name where nothing possessed follows: "the tea maker Fenwick's in 2019".
func (r *reader) shops() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if w := r.word(m.sentence, m.last+1); m.typ != Organization || w != "'s" && w != "’s" {
			continue
		}
		next := r.word(m.sentence, m.last+2)
		switch next {
		case "in", "on", "for", "to", "at", "from", "and", "or", "by", "which", "with", ",", ".", ";", ")", "":
			if r.word(m.sentence, m.first-1) != "of" {
				m.last++
			}
		}
	}
}

// placePhrases joins what was found of a place's name with small words in it: "Dar es Salaam".
func (r *reader) placePhrases() {
	out := r.mentions[:0]
	for i := 0; i < len(r.mentions); i++ {
		m := r.mentions[i]
		n := r.lex.Longest(r.form(m.sentence, m.first))
		for last := min(m.first+n-1, len(r.tokens(m.sentence))-1); last > m.last; last-- {
			if _, ok := r.lex.Place[r.span(m.sentence, m.first, last)]; !ok || r.smallWords(m.sentence, m.first, last) == 0 {
				continue
			}
			m.last, m.typ = last, Place
			for i+1 < len(r.mentions) && r.mentions[i+1].sentence == m.sentence && r.mentions[i+1].first <= last {
				i++
			}
		}
		if two := m.first - 2; m.typ == Place && m.last > m.first && r.class(m.sentence, m.first)&lexicon.PlaceLead != 0 &&
			r.word(m.sentence, m.first-1) == "and" && two >= 0 && startsUpper(r.form(m.sentence, two)) && r.class(m.sentence, two)&lexicon.PlaceLead != 0 {
			m.first, m.typ = two, Place // "Central and Eastern Europe"
			for len(out) > 0 && out[len(out)-1].sentence == m.sentence && out[len(out)-1].last >= two {
				out = out[:len(out)-1]
			}
		}
		out = append(out, m)
	}
	r.mentions = out
}

// smallWords counts the words in small letters in a stretch.
func (r *reader) smallWords(s, first, last int) int {
	n := 0
	for i := first; i <= last; i++ {
		if !startsUpper(r.form(s, i)) && firstIsLetter(r.form(s, i)) {
			n++
		}
	}
	return n
}

// otherScripts gives names in another script the type of the name that they translate: "Riverbank (Набережная)".
func (r *reader) otherScripts() {
	const near = 12 // tokens
	for i := 1; i < len(r.mentions); i++ {
		before, m := &r.mentions[i-1], &r.mentions[i]
		if before.sentence != m.sentence || m.first-before.last > near || !otherScript(r.form(m.sentence, m.first)) {
			continue
		}
		switch r.word(m.sentence, m.first-1) {
		case "(", "/", ":", ",", "[":
			m.typ = before.typ
		}
	}
}

// otherScript reports whether a word is written in letters that are not Latin.
func otherScript(form string) bool {
	c, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c)
}

// inCapitals adds the organizations known by their initials alone that the name finder missed: "the UNLP", "OASA". What
// stands in capitals and is none (CEO, DVD) is in the list of abbreviations.
func (r *reader) inCapitals() {
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading || r.shouts(s) {
			continue
		}
		for i := range r.tokens(s) {
			if !r.isInitials(s, i) || !r.standsAlone(s, i) {
				continue
			}
			if k := r.covering(s, i); k >= 0 {
				if m := &r.mentions[k]; m.typ == noType && m.first == m.last {
					m.typ = Organization
				}
			} else {
				r.mentions = append(r.mentions, mention{sentence: s, first: i, last: i, typ: Organization, entity: -1})
			}
		}
	}
	r.sortFrom(found)
}

// standsAlone reports whether no capitalized word and no hyphen stands beside a token.
func (r *reader) standsAlone(s, i int) bool {
	before, after := r.form(s, i-1), r.form(s, i+1)
	return (!startsUpper(before) || r.class(s, i-1)&lexicon.Function != 0) && !startsUpper(after) && before != "-" && after != "-"
}

// isInitials reports whether a token looks like an organization's initials: three to five capitals that are no word.
func (r *reader) isInitials(s, i int) bool {
	form := r.form(s, i)
	if len(form) < 3 || len(form) > 5 {
		return false
	}
	for _, c := range []byte(form) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	const none = lexicon.Abbreviation | lexicon.Roman | lexicon.Function | lexicon.Month | lexicon.Suffix | lexicon.AgentHead | lexicon.Title
	return r.class(s, i)&none == 0 && !r.lex.Classes[r.word(s, i)].Common
}

// shouts reports whether a sentence has several words in capitals, so that capitals mean nothing in it.
func (r *reader) shouts(s int) bool {
	run := 0
	for i := range r.tokens(s) {
		if r.isInitials(s, i) || len(r.form(s, i)) > 5 && allCapitals(r.form(s, i)) {
			if run++; run > 2 {
				return true
			}
		} else {
			run = 0
		}
	}
	return false
}

func allCapitals(form string) bool {
	for _, c := range []byte(form) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// sortFrom puts the mentions in text order again after some were added behind the first n.
func (r *reader) sortFrom(n int) {
	if len(r.mentions) > n {
		slices.SortStableFunc(r.mentions, func(a, b mention) int {
			return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.first, b.first))
		})
	}
}
