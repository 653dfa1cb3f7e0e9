package actor

import (
	"strings"

	"dateline/timeline/actor/antecedent"
	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// noType is the type of names that name no agent: works, products, events, peoples.
const noType Type = ""

// mention is a Mention in the making, by tokens.
type mention struct {
	sentence    int
	first, last int // tokens of the sentence
	kind        Kind
	typ         Type
	entity      int   // index into reader.entities, -1 where unresolved
	members     []int // of a group
	gender      Gender
	plural      bool
	titles      []string
	nationality string   // demonym among the title's words: "Turkish"
	affiliation string   // name of the organization in the title
	nouns       []string // small-letter nouns that the text says of it: "probe", "mayor"
}

// entity is an Actor in the making.
type entity struct {
	typ         Type
	name        []string // words of the fullest name
	canonical   string   // name to be shown in place of the text's: "United States"; empty else
	gender      Gender
	titles      []string
	nouns       map[string]bool // small-letter nouns for it, of its name, titles and appositions
	country     string
	affiliation string
	mentions    []int // indices into reader.mentions, in text order
}

// reader holds one document's mentions and entities while the parts of Find fill them in.
type reader struct {
	doc            *text.Document
	model          *text.Model
	lex            *lexicon.Lexicon
	lower          [][]string // forms of all tokens in small letters
	mentions       []mention
	entities       []entity
	byName         nameIndex
	fullNames      map[string]bool         // last words of the persons' names of several words
	choose         func(antecedent.Choice) // where set, sees the candidates of every singular pronoun for a person
	pronounWeights *antecedent.Weights
	at             [][]int32 // for every sentence: token → number from 1 of the mention that holds it, 0 for none
	holders        []int32   // all of at
}

func newReader(doc *text.Document, model *text.Model) *reader {
	r := &reader{doc: doc, model: model, lex: lexicon.Load(), byName: newNameIndex(), fullNames: map[string]bool{}, pronounWeights: antecedent.Load()}
	r.lower = make([][]string, len(doc.Sentences))
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		r.lower[i] = make([]string, len(tokens))
		for j := range tokens {
			r.lower[i][j] = strings.ToLower(tokens[j].Form)
		}
	}
	return r
}

func (r *reader) tokens(sentence int) []text.Token { return r.doc.Sentences[sentence].Tokens }

// word returns the small-letter form of a token, "" outside the sentence.
func (r *reader) word(sentence, i int) string {
	if i < 0 || i >= len(r.lower[sentence]) {
		return ""
	}
	return r.lower[sentence][i]
}

// form returns the form of a token, "" outside the sentence.
func (r *reader) form(sentence, i int) string {
	if i < 0 || i >= len(r.lower[sentence]) {
		return ""
	}
	return r.doc.Sentences[sentence].Tokens[i].Form
}

func (r *reader) class(sentence, i int) lexicon.Class { return r.lex.Words[r.word(sentence, i)] }

func (r *reader) start(m *mention) int { return r.tokens(m.sentence)[m.first].Start }
func (r *reader) end(m *mention) int   { return r.tokens(m.sentence)[m.last].End }

// surface returns a mention's text.
func (r *reader) surface(m *mention) string { return r.doc.Text[r.start(m):r.end(m)] }

// span returns the text from one token to another.
func (r *reader) span(sentence, first, last int) string {
	t := r.tokens(sentence)
	return r.doc.Text[t[first].Start:t[last].End]
}

// indexTokens makes reader.at anew.
func (r *reader) indexTokens() {
	if r.at == nil {
		n := 0
		for s := range r.doc.Sentences {
			n += len(r.tokens(s))
		}
		r.holders, r.at = make([]int32, n), make([][]int32, len(r.doc.Sentences))
		for s, rest := 0, r.holders; s < len(r.at); s++ {
			n := len(r.tokens(s))
			r.at[s], rest = rest[:n], rest[n:]
		}
	}
	clear(r.holders)
	for i := range r.mentions {
		r.hold(i)
	}
}

// hold notes that a mention holds its tokens.
func (r *reader) hold(i int) {
	m := &r.mentions[i]
	for j := m.first; j <= m.last; j++ {
		r.at[m.sentence][j] = int32(i + 1)
	}
}

// covering returns the mention that holds a token, -1 for none.
func (r *reader) covering(sentence, i int) int {
	if i < 0 || i >= len(r.at[sentence]) {
		return -1
	}
	return int(r.at[sentence][i]) - 1
}

// personNoun returns whether a word is a noun for a person, its gender and whether it is plural.
func (r *reader) personNoun(word string) (g Gender, plural, ok bool) {
	if p, ok := r.lex.People[word]; ok {
		return genderOf(p), false, true
	}
	if r.lex.Words[word]&lexicon.Title != 0 {
		return Unknown, false, true
	}
	one := singular(word)
	if isProfession(one) {
		return Unknown, one != word, true
	}
	if one == word {
		return Unknown, false, false
	}
	p, ok := r.lex.People[one]
	return genderOf(p), true, ok
}

// isProfession reports whether a word's ending makes it a noun for who has a profession: "glaciologist".
func isProfession(word string) bool {
	return strings.HasSuffix(word, "ologist") || strings.HasSuffix(word, "ographer") || strings.HasSuffix(word, "atrician")
}

// singular undoes the plural of a regular noun; other words come back as they are.
func singular(word string) string {
	switch {
	case strings.HasSuffix(word, "women") || strings.HasSuffix(word, "men"):
		return word[:len(word)-2] + "an"
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ches") || strings.HasSuffix(word, "shes") || strings.HasSuffix(word, "sses") || strings.HasSuffix(word, "xes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && len(word) > 3:
		return word[:len(word)-1]
	}
	return word
}

func genderOf(g lexicon.Gender) Gender {
	switch g {
	case lexicon.Male:
		return Male
	case lexicon.Female:
		return Female
	}
	return Unknown
}
