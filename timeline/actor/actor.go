// Package actor finds who acts in an article: the names, titles, nominals and pronouns that mention
// persons, organizations, countries, places and other agents, and which of them are one actor.
//
// What comes in is a document cut into sentences; what goes out is its cast. Parts run in this order:
//
//	names      package ner finds the names and their types; names.go corrects both, part by part: divide.go and extent.go
//	           where names begin and end, kind.go what they name by their words, described.go by what the text calls them,
//	           company.go, team.go and headline.go short names, teams and capitals, repeat.go what was missed
//	parsed     parsed.go adds persons that only the grammar shows
//	titles     "U.S. President", ", the chief executive of Norvik,": what stands around a name tells of its bearer
//	link       one entity for all forms of a name: "Donald Trump" and "Trump", "World Health Organization" and "WHO"
//	metonyms   "Iranian officials", "Downing Street", "Brussels": who is meant
//	nominals   "the former mayor", "the agency", "the two companies"
//	pronouns   "he", "their": antecedents.go gathers whom a pronoun may mean, evidence.go and way.go what speaks for each,
//	           package antecedent weighs it; hidden.go has the names that only a pronoun shows to be persons'
//	cast       entities become actors with a name, aliases and titles
//
// Spans are byte offsets into the text, end exclusive, as Go slices count.
package actor

import "dateline/timeline/text"

// Type is what kind of actor an actor is.
type Type string

// The types of actors.
const (
	Person       Type = "person"
	Organization Type = "organization"
	Country      Type = "country"
	Place        Type = "place"
	Other        Type = "other" // a ship, a spacecraft, a storm: an agent that is none of the above
)

// Kind is the form of a mention.
type Kind uint8

// The forms of mentions.
const (
	Name    Kind = iota // "Donald Trump", "WHO"
	Nominal             // "the agency", "the former mayor"
	Pronoun             // "he", "their"
)

// Mention is a span that names an actor.
type Mention struct {
	Start, End int // bytes; a name's span holds the name alone, without title or article
	Kind       Kind
	Type       Type
	Actor      int   // index into Cast.Actors, or -1 where it stays unresolved
	Members    []int // of a group ("the two companies", "they"): all its actors, the first of which is Actor; else nil
}

// Actor is one participant of an article under all its names.
type Actor struct {
	Name        string // the fullest name, without title: "Donald Trump"
	Type        Type
	Aliases     []string // the other surface forms, in order of first mention: "Trump", "the former mayor"
	Titles      []string // "President", "mayor", without "former", in order of first mention
	Gender      Gender   // of a person, as far as the text tells
	Country     string   // the country that an epithet gives: "Turkey" of "Turkish counterpart"; empty where none does
	Affiliation string   // the organization that a title gives: "Norvik" of "chief executive of Norvik"; empty where none does
}

// Gender is what the text tells of a person's gender.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	Male
	Female
)

// Cast is everyone in an article.
type Cast struct {
	Actors   []Actor   // in order of first mention
	Mentions []Mention // in text order; spans may nest but not cross
}

// Find returns the cast of a document. With a model it parses the sentences that need it and resolves
// pronouns better; without one, model is nil.
func Find(doc *text.Document, model *text.Model) Cast {
	return newReader(doc, model).find()
}

func (r *reader) find() Cast {
	r.names()
	if r.model != nil {
		r.actingPersons()
	}
	r.titles()
	r.link()
	r.metonyms()
	r.nominals()
	r.pronouns()
	return r.cast()
}

// Names returns the names of a document alone, none of them resolved: their Actor is -1.
func Names(doc *text.Document, model *text.Model) []Mention {
	r := newReader(doc, model)
	r.names()
	out := make([]Mention, 0, len(r.mentions))
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != noType {
			out = append(out, Mention{Start: r.start(m), End: r.end(m), Kind: Name, Type: m.typ, Actor: -1})
		}
	}
	return out
}
