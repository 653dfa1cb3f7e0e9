package actor

import (
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/actor/ner"
)

// withCompanies adds the names whose legal form shows them to be companies' ("Denby Steel Corp.") and takes away what
// was found inside them.
func (r *reader) withCompanies(found []ner.Name) []ner.Name {
	out := make([]ner.Name, 0, len(found))
	next := 0
	for s := range r.doc.Sentences {
		from := 0 // no name begins in front of this token
		for i := range r.tokens(s) {
			first := r.companyName(s, i, from)
			if first == i {
				continue
			}
			for next < len(found) && (found[next].Sentence < s || found[next].Sentence == s && found[next].Last < first) {
				out = append(out, found[next])
				next++
			}
			for next < len(found) && found[next].Sentence == s && found[next].First <= i {
				first = min(first, max(found[next].First, from))
				next++
			}
			out = append(out, ner.Name{Sentence: s, First: first, Last: i, Type: ner.Organization})
			from = i + 1
		}
	}
	return append(out, found[next:]...)
}

// longestCompany bounds how many words of a company's name are looked for in front of its legal form.
const longestCompany = 6

// companyName returns the first word of the company's name whose legal form is token i, i where it is none.
func (r *reader) companyName(s, i, from int) int {
	if r.class(s, i)&lexicon.Suffix == 0 || !startsUpper(r.form(s, i)) || r.lex.Words[r.word(s, i)]&lexicon.Particle != 0 {
		return i
	}
	first := i
	for j := i - 1; j >= from && i-j <= longestCompany; j-- {
		switch w := r.form(s, j); {
		case startsUpper(w) && r.class(s, j)&lexicon.Function == 0:
			first = j
		case (w == "," || w == "&" || w == "-") && j > from && startsUpper(r.form(s, j-1)) && (w != "," || j == i-1):
		default:
			return first
		}
	}
	return first
}

func startsUpper(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// headed adds the organizations that the name finder missed and that the last word of their names shows: "Vale
// Robotics". The words in front must be capitalized within a sentence.
func (r *reader) headed() {
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := 1; i < len(r.tokens(s)); i++ {
			c := r.class(s, i)
			if c&lexicon.OrgHead == 0 || c&(lexicon.PlaceHead|lexicon.EventHead|lexicon.Work) != 0 || !startsUpper(r.form(s, i)) || startsUpper(r.form(s, i+1)) {
				continue
			}
			first := i
			for first > 1 && i-first < longestCompany && startsUpper(r.form(s, first-1)) && r.class(s, first-1)&(lexicon.Function|lexicon.Title|lexicon.Month) == 0 {
				first--
			}
			if first < i && r.free(s, first, i-first+1) && (first > 1 || !r.lex.Classes[r.word(s, first)].Common) && !startsUpper(r.form(s, first-1)) {
				r.mentions = append(r.mentions, mention{sentence: s, first: first, last: i, typ: Organization, entity: -1})
			}
		}
	}
	r.sortFrom(found)
}

// listed adds the organizations and countries that the tables have and the name finder missed.
func (r *reader) listed() {
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		for i := 0; i < len(r.tokens(s)); i++ {
			if r.plainCountry(s, i) {
				r.mentions = append(r.mentions, mention{sentence: s, first: i, last: i, typ: Country, entity: -1})
				continue
			}
			last := r.listedAt(s, i)
			if last == i && !r.onlyOrganization(s, i) || startsUpper(r.form(s, last+1)) || i > 0 && startsUpper(r.form(s, i-1)) && r.class(s, i-1)&lexicon.Function == 0 {
				continue
			}
			if r.free(s, i, last-i+1) {
				r.mentions = append(r.mentions, mention{sentence: s, first: i, last: last, typ: Organization, entity: -1})
			}
			i = last
		}
	}
	r.sortFrom(found)
}

// plainCountry reports whether a word within a sentence that no name covers is a country's name and nothing else.
func (r *reader) plainCountry(s, i int) bool {
	form := r.form(s, i)
	return i > 0 && startsUpper(form) && r.isCountry(form) && !r.isState(form) && r.covering(s, i) < 0 &&
		r.lex.Given[form].Lists == 0 && !r.lex.Surname[form] && !startsUpper(r.form(s, i+1)) && r.form(s, i+1) != "-" && r.form(s, i-1) != "-"
}

// onlyOrganization reports whether a single word is in the table of organizations and in no other: "Radiohead".
func (r *reader) onlyOrganization(s, i int) bool {
	form := r.form(s, i)
	_, place := r.lex.Place[form]
	if r.class(s, i+1)&lexicon.EventHead != 0 && !startsUpper(r.form(s, i+1)) { // "the G7 summit"
		return false
	}
	return r.lex.Org[form] && !place && !r.lex.Surname[form] && r.lex.Given[form].Lists == 0 && !r.lex.Classes[r.word(s, i)].Common
}

// listedAt returns the last token of the longest name of several words in the table of organizations that begins at a
// token, or else the token.
func (r *reader) listedAt(s, i int) int {
	if !startsUpper(r.form(s, i)) {
		return i
	}
	n := r.lex.Longest(r.form(s, i))
	for last := min(i+n-1, len(r.tokens(s))-1); last > i; last-- {
		if r.lex.Org[r.span(s, i, last)] {
			return last
		}
	}
	return i
}

// vessels adds the names that a noun beside them shows to be another agent's: "the Kestrel-2 probe", "Hurricane Ida".
func (r *reader) vessels() {
	r.indexTokens()
	found := len(r.mentions)
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		for i := range r.tokens(s) {
			if r.class(s, i)&lexicon.AgentHead == 0 || r.covering(s, i) >= 0 {
				continue
			}
			first, last := r.vesselName(s, i)
			if first > last || !r.free(s, first, last-first+1) {
				continue
			}
			r.mentions = append(r.mentions, mention{sentence: s, first: first, last: last, typ: Other, entity: -1})
		}
	}
	r.sortFrom(found)
}

// vesselName returns the tokens of the name beside the noun at token i; first is behind last where there is none.
func (r *reader) vesselName(s, i int) (first, last int) {
	if startsUpper(r.form(s, i)) { // "Hurricane Ida", "USS Halsey"
		last = i
		for last-i < longestRepeat && startsUpper(r.form(s, last+1)) {
			last++
		}
		if last == i {
			return 1, 0
		}
		return i, last
	}
	first = i
	for i-first < longestRepeat && r.namesVessel(s, first-1) {
		first--
	}
	for first < i && !startsUpper(r.form(s, first)) {
		first++
	}
	if first == i || first == 0 && first == i-1 && r.lex.Classes[r.word(s, first)].Common {
		return 1, 0
	}
	return first, i - 1
}

// namesVessel reports whether a token may be part of a vessel's name: a capitalized word that is no demonym, a
// hyphen or a number.
func (r *reader) namesVessel(s, i int) bool {
	w := r.form(s, i)
	if _, ok := r.lex.Demonym[w]; ok || w == "" || r.class(s, i)&(lexicon.Function|lexicon.Month) != 0 || r.covering(s, i) >= 0 {
		return false
	}
	return startsUpper(w) || w == "-" || w[0] >= '0' && w[0] <= '9'
}
