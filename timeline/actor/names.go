package actor

import (
	"strings"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/actor/ner"
)

// nerTypes maps what package ner says; what it calls Misc is an agent only by the words beside it.
var nerTypes = map[ner.Type]Type{ner.Person: Person, ner.Organization: Organization, ner.Place: Place, ner.Misc: noType}

// names finds the names and corrects them by the tables: first where they begin and end, then what they name, then those
// that the name finder missed.
func (r *reader) names() {
	for _, n := range r.withCompanies(ner.Find(r.doc)) {
		if r.continues(n) {
			continue
		}
		m := mention{sentence: n.Sentence, first: n.First, last: n.Last, typ: nerTypes[n.Type], entity: -1}
		r.trim(&m)
		if r.inventedByCapitals(&m) {
			continue
		}
		for _, part := range r.divide(m) {
			r.trim(&part)
			r.correct(&part)
			r.mentions = append(r.mentions, part)
		}
	}
	r.ampersands()
	r.countryPhrases()
	r.nicknamed()
	r.placePhrases()
	r.numberLed()
	r.otherScripts()
	r.headed()
	r.listed()
	r.persons()
	r.inCapitals()
	r.vessels()
	r.clubs()
	r.teams()
	r.companies()
	r.described()
	r.shops()
	r.repeat()
	r.headlines()
	r.vote()
}

// continues joins a person's name to the one in front of it where only particles stand between: "Pieter van der
// Molen".
func (r *reader) continues(n ner.Name) bool {
	if len(r.mentions) == 0 || n.Type != ner.Person {
		return false
	}
	m := &r.mentions[len(r.mentions)-1]
	if m.sentence != n.Sentence || m.typ != Person || n.First-m.last < 2 || n.First-m.last > 4 {
		return false
	}
	for i := m.last + 1; i < n.First; i++ {
		if r.class(m.sentence, i)&lexicon.Particle == 0 {
			return false
		}
	}
	m.last = n.Last
	return true
}

// inventedByCapitals reports whether a name is a stretch of a headline in capitals: it begins with a word that no
// name begins with ("Its Organization Failed").
func (r *reader) inventedByCapitals(m *mention) bool {
	w := r.word(m.sentence, m.first)
	return m.last > m.first && r.lex.Words[w]&lexicon.Function != 0 && w != "the" && w != "a" && len(w) > 1 && r.form(m.sentence, m.first) != strings.ToUpper(w)
}

// trim takes off a name's front the articles, the words that say how much of it ("Several", "An") and, of persons, titles
// and months ("In April Hale"), off its end a legal possessive and the day that follows it ("Norway Friday").
func (r *reader) trim(m *mention) {
	for m.first < m.last && r.leads(m) {
		m.first++
	}
	for m.first < m.last && r.trails(m) {
		m.last--
	}
}

func (r *reader) leads(m *mention) bool {
	w := r.word(m.sentence, m.first)
	switch {
	case w == "the":
		return m.typ != noType
	case r.lex.Words[w]&lexicon.Quantifier != 0:
		return w != "a" || r.form(m.sentence, m.first) == "A" && m.first == 0
	case r.class(m.sentence, m.first)&lexicon.Month != 0:
		before := r.word(m.sentence, m.first-1)
		return before == "in" || before == "on" || before == "since" || before == "by"
	}
	return m.typ == Person && r.isTitleWord(m.sentence, m.first, m.last)
}

func (r *reader) trails(m *mention) bool {
	switch w := r.word(m.sentence, m.last); w {
	case "'s", "’s", "-":
		return true
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return m.typ != noType
	}
	return false
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
	case class&lexicon.Month != 0 && m.first == m.last, r.namesEvent(m), r.isPair(m), r.isPeople(m):
		m.typ = noType
	case m.last == m.first+2 && isPatronymic(r.word(m.sentence, m.first+1)):
		m.typ = Person
	case m.typ == Organization && m.last > m.first && r.endsInPerson(m):
		m.typ = noType
	case m.typ != Person && m.typ != Organization && m.last > m.first && r.orgByHead(m), m.last > m.first && r.lex.Org[name]:
		m.typ = Organization
	case m.typ == Person && m.last > m.first && class&lexicon.OrgHead != 0 && !r.lex.Surname[r.form(m.sentence, m.last)] && r.orgByHead(m):
		m.typ = Organization
	case strings.HasSuffix(name, "Hall of Fame"):
		m.typ = Organization
	case m.typ == Place && r.isCountry(name):
		m.typ = Country
	case m.typ != Person && r.isCountry(name) && (m.first < m.last || !r.isState(name)):
		m.typ = Country
	case m.typ == Person && m.first == m.last && r.isTitleWord(m.sentence, m.first, m.first) && r.lex.Given[name].Lists < 3:
		m.typ = noType
	case m.typ == Place && m.first < m.last && r.personShaped(m):
		m.typ = Person
	case m.typ == Organization && m.first < m.last && r.isRegion(m):
		m.typ = Place
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
