// Package actor finds who acts in an article: the names, titles, nominals and pronouns that mention
// persons, organizations, countries, places and other agents, and which of them are one actor.
//
// Spans are byte offsets into the text, end exclusive, as Go slices count.
package actor

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
	Actor      int // index into Cast.Actors, or -1 where it stays unresolved
}

// Actor is one participant of an article under all its names.
type Actor struct {
	Name    string // the fullest name, without title: "Donald Trump"
	Type    Type
	Aliases []string // the other surface forms, in order of first mention: "Trump", "the former mayor"
	Titles  []string // "President", "mayor", without "former", in order of first mention
}

// Cast is everyone in an article.
type Cast struct {
	Actors   []Actor   // in order of first mention
	Mentions []Mention // in text order; spans may nest but not cross
}
