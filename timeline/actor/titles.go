package actor

import (
	"slices"
	"strings"

	"dateline/timeline/actor/lexicon"
)

// longestTitle is how many words in front of a name, or behind the comma after it, may be its title.
const longestTitle = 8

// titles reads what stands around the names of persons and other agents.
func (r *reader) titles() {
	r.indexTokens()
	for i := range r.mentions {
		m := &r.mentions[i]
		switch m.typ {
		case Person:
			r.titleBefore(m)
			r.titleBehind(m)
			if m.gender == Unknown {
				m.gender = r.givenGender(m)
			}
		case Other, Organization:
			r.nounBeside(m)
		}
	}
}

// titleBefore reads "U.S. Vice President", "former aide", "Norvik chief executive" in front of a name.
func (r *reader) titleBefore(m *mention) {
	s := m.sentence
	from := m.first
	end := m.first - 1
	if r.word(s, end) == "," && r.word(s, end-1) != "" { // "his Turkish counterpart, Recep Tayyip Erdoğan"
		if _, plural, ok := r.personNoun(r.word(s, end-1)); ok && !plural && r.covering(s, end-1) < 0 {
			end--
		}
	}
	for i := end; i >= 0 && end-i < longestTitle; i-- {
		w := r.word(s, i)
		gender, plural, person := r.personNoun(w)
		if person && !plural && r.covering(s, i) < 0 || i < end && r.partOfTitle(s, i, from) {
			from = i
			if m.gender == Unknown {
				m.gender = max(gender, titleGender[strings.TrimSuffix(w, ".")])
			}
			if person {
				m.nouns = append(m.nouns, w)
			}
			continue
		}
		if from <= end {
			r.epithet(m, i)
		}
		break
	}
	if from > end {
		return
	}
	for from < end && r.class(s, from)&lexicon.Former != 0 {
		from++
	}
	title := r.span(s, from, end)
	if !isHonorific(title) {
		m.titles = append(m.titles, title)
	}
}

// partOfTitle reports whether token i belongs to the title that begins behind it.
func (r *reader) partOfTitle(sentence, i, from int) bool {
	if i+1 != from || r.covering(sentence, i) >= 0 {
		return false
	}
	return r.class(sentence, i)&lexicon.Rank != 0 && r.word(sentence, i) != "the"
}

// epithet reads the word in front of a title: the country or the organization of its holder.
func (r *reader) epithet(m *mention, i int) {
	w := r.form(m.sentence, i)
	if w == "'s" || w == "’s" {
		i--
		w = r.form(m.sentence, i)
	}
	if c, ok := r.lex.Demonym[w]; ok {
		m.nationality = r.lex.Countries[c].Name
		return
	}
	if c, ok := r.lex.Country[w]; ok {
		m.nationality = r.lex.Countries[c].Name
		return
	}
	k := r.covering(m.sentence, i)
	if k < 0 {
		return
	}
	if o := &r.mentions[k]; o.typ == Organization {
		m.affiliation = r.surface(o)
	}
}

// titleBehind reads ", the chief executive of Norvik," behind a name.
func (r *reader) titleBehind(m *mention) {
	s, i := m.sentence, m.last+1
	if r.word(s, i) != "," {
		return
	}
	i++
	switch r.word(s, i) {
	case "the", "a", "an", "its", "his", "her", "their", "then":
		i++
	}
	for r.class(s, i)&lexicon.Former != 0 {
		i++
	}
	from, noun := i, -1
	for ; i < from+longestTitle; i++ {
		w := r.word(s, i)
		if g, plural, ok := r.personNoun(w); ok && !plural && r.covering(s, i) < 0 {
			noun = i
			if m.gender == Unknown {
				m.gender = g
			}
			m.nouns = append(m.nouns, w)
		} else if w == "" || noun >= 0 || !r.modifier(s, i) {
			break
		}
	}
	if noun < 0 {
		return
	}
	for from < noun && r.covering(s, from) >= 0 {
		r.epithet(m, from)
		from++
	}
	if c, ok := r.lex.Demonym[r.form(s, from)]; ok && from < noun {
		m.nationality = r.lex.Countries[c].Name
		from++
	}
	if title := r.span(s, from, noun); !strings.Contains(title, ",") {
		m.titles = append(m.titles, title)
	}
	if w := r.word(s, noun+1); w == "of" || w == "at" || w == "for" {
		k := noun + 2
		if r.word(s, k) == "the" {
			k++
		}
		r.epithet(m, k)
	}
}

// modifier reports whether a word may stand between an article and a title: no verb, preposition or mark.
func (r *reader) modifier(sentence, i int) bool {
	w := r.word(sentence, i)
	if w == "'s" || w == "’s" || w == "-" {
		return true
	}
	if w == "" || w[0] < 'A' && w[0] != '\'' {
		return false
	}
	return r.lex.Words[w]&lexicon.Function == 0
}

// titleGender is the gender that a form of address gives.
var titleGender = map[string]Gender{
	"mr": Male, "sir": Male, "king": Male, "prince": Male, "lord": Male, "emperor": Male, "pope": Male, "father": Male, "brother": Male, "duke": Male,
	"mrs": Female, "ms": Female, "miss": Female, "queen": Female, "princess": Female, "lady": Female, "empress": Female, "sister": Female, "madame": Female, "duchess": Female,
}

var honorifics = []string{"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "sir", "madam", "madame", "prof"}

// isHonorific reports whether a title is a mere form of address.
func isHonorific(title string) bool {
	return slices.Contains(honorifics, strings.TrimSuffix(strings.ToLower(title), "."))
}

// givenGender is the gender that a person's given name tells.
func (r *reader) givenGender(m *mention) Gender {
	if m.first == m.last && r.lex.Surname[r.form(m.sentence, m.first)] {
		return Unknown
	}
	g := r.lex.Given[r.form(m.sentence, m.first)]
	return genderOf(g.Gender)
}

// nounBeside reads the noun in front of or behind a name: "Kestrel-2 probe", "the newspaper Le Soir".
func (r *reader) nounBeside(m *mention) {
	for _, i := range []int{m.last + 1, m.first - 1} {
		w := r.word(m.sentence, i)
		if r.lex.Words[w]&(lexicon.AgentHead|lexicon.OrgNoun) != 0 && r.covering(m.sentence, i) < 0 {
			m.nouns = append(m.nouns, w)
		}
	}
	if r.word(m.sentence, m.last+1) == "," { // "NPD Group, a market research firm"
		for i := m.last + 3; i < m.last+3+longestTitle; i++ {
			w := r.word(m.sentence, i)
			if !r.modifier(m.sentence, i) {
				break
			}
			if r.lex.Words[w]&(lexicon.AgentHead|lexicon.OrgNoun) != 0 {
				m.nouns = append(m.nouns, w)
			}
		}
	}
}
