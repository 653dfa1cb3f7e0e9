package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/actor/ner"
)

// nerTypes maps what package ner says; what it calls Misc is an agent only by the words beside it.
var nerTypes = map[ner.Type]Type{ner.Person: Person, ner.Organization: Organization, ner.Place: Place, ner.Misc: noType}

// names finds the names and corrects them by the tables.
func (r *reader) names() {
	for _, n := range r.withCompanies(ner.Find(r.doc)) {
		m := mention{sentence: n.Sentence, first: n.First, last: n.Last, typ: nerTypes[n.Type], entity: -1}
		r.trim(&m)
		if m.first > m.last {
			continue
		}
		if and := r.coordinated(&m); and > 0 {
			left := m
			left.last, m.first = and-1, and+1
			r.correct(&left)
			r.mentions = append(r.mentions, left)
		}
		r.correct(&m)
		r.mentions = append(r.mentions, m)
	}
	r.repeat()
}

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

// coordinated returns the token "and" at which one name is two organizations' ("Halden Power and Norvik Energy"),
// 0 where it is one's ("Department of Health and Human Services").
func (r *reader) coordinated(m *mention) int {
	if m.typ == Person || r.class(m.sentence, m.first)&lexicon.OrgOf != 0 {
		return 0
	}
	const ends = lexicon.OrgHead | lexicon.Suffix
	for i := m.first + 2; i < m.last-1; i++ {
		if r.word(m.sentence, i) == "and" && r.class(m.sentence, i-1)&ends != 0 && r.class(m.sentence, m.last)&ends != 0 {
			return i
		}
	}
	return 0
}

// trim takes articles and, of persons, titles off a name's front and a legal possessive off its end.
func (r *reader) trim(m *mention) {
	for m.first < m.last && (r.word(m.sentence, m.first) == "the" && m.typ != noType || m.typ == Person && r.isTitleWord(m.sentence, m.first, m.last)) {
		m.first++
	}
	if w := r.word(m.sentence, m.last); m.first < m.last && (w == "'s" || w == "’s" || w == "-") {
		m.last--
	}
}

// isTitleWord reports whether token i is a title in front of the rest of a name that ends at last.
func (r *reader) isTitleWord(sentence, i, last int) bool {
	c := r.class(sentence, i)
	if c&lexicon.Title != 0 {
		return true
	}
	return c&lexicon.Rank != 0 && i+1 < last && r.class(sentence, i+1)&(lexicon.Title|lexicon.Rank) != 0
}

// correct gives a name the type that the tables know better.
func (r *reader) correct(m *mention) {
	name := r.surface(m)
	class := r.class(m.sentence, m.last)
	switch {
	case class&lexicon.Month != 0 && m.first == m.last:
		m.typ = noType
	case m.typ != Person && m.typ != Organization && m.last > m.first && r.orgByHead(m):
		m.typ = Organization
	case m.typ == Place && r.isCountry(name):
		m.typ = Country
	case m.typ != Person && r.isCountry(name) && !r.isState(name) && m.first == m.last:
		m.typ = Country
	case m.typ == Person && m.first == m.last && r.isTitleWord(m.sentence, m.first, m.first) && r.lex.Given[name].Lists < 3:
		m.typ = noType
	case m.typ == noType && r.isAgent(m):
		m.typ = Other
	}
}

// orgByHead reports whether a name of several words has an organization's head and no place's or event's.
func (r *reader) orgByHead(m *mention) bool {
	last := r.class(m.sentence, m.last)
	if last&lexicon.Suffix != 0 {
		return true
	}
	if last&lexicon.OrgHead != 0 {
		return last&(lexicon.PlaceHead|lexicon.EventHead|lexicon.Work) == 0
	}
	return r.class(m.sentence, m.first)&lexicon.OrgOf != 0 && (r.word(m.sentence, m.first+1) == "of" || r.word(m.sentence, m.first+1) == "for")
}

func (r *reader) isCountry(name string) bool {
	i, ok := r.lex.Country[name]
	return ok && r.lex.Countries[i].Kind != "territory"
}

// isState reports whether a country's name is a state's or a region's of another country, too: "Georgia".
func (r *reader) isState(name string) bool { return r.lex.Place[name] == 'r' }

// isAgent reports whether the words beside a name say that it is a vessel or a storm.
func (r *reader) isAgent(m *mention) bool {
	for _, i := range []int{m.first - 1, m.first, m.last, m.last + 1} {
		if r.class(m.sentence, i)&lexicon.AgentHead != 0 && (i < m.first || i > m.last || m.last > m.first) {
			return true
		}
	}
	return false
}

// words returns a mention's forms.
func (r *reader) words(m *mention) []string {
	out := make([]string, 0, m.last-m.first+1)
	for i := m.first; i <= m.last; i++ {
		out = append(out, r.form(m.sentence, i))
	}
	return out
}

// joined writes a name's words as its key: in small letters, without full stops and articles.
func joined(words []string) string {
	var b strings.Builder
	for i, w := range words {
		w = strings.TrimSuffix(strings.ToLower(w), ".")
		if i == 0 && (w == "the" || w == "a") {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
