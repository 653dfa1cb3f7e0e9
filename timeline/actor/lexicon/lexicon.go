// Package lexicon holds what the actor stage knows about words: countries with their demonyms and
// capitals, given and last names, places, organizations, heads of names and titles, and for the most
// frequent words of English a class by distribution.
//
// The tables are data files; each says in its head what its columns mean and where its facts are from.
// They are read once, on first use, and never change.
package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data
var files embed.FS

// Class is a set of the hand-made word lists of data/words.txt.
type Class uint64

// The word lists, as data/words.txt describes them.
const (
	OrgHead Class = 1 << iota
	OrgOf
	Suffix
	PlaceHead
	EventHead
	Work
	AgentHead
	Title
	Month
	Particle
	Say
	PersonVerb
	Roman
	Company
	OrgNoun
	Institution
	Official
	StateBody
	Rank
	Former
	GroupNoun
	Function
	Abbreviation
	PlaceNoun
	Sport
	Quantifier
	Peoples
	PlaceLead
	PlaceHolder
	ThingNoun
	BodyLead
	Body
	PlaceBehind
	ClubLead
	EventEnd
	Noble
)

// NameClasses are the lists that the name finder was trained with: adding to the others leaves it as it is.
const NameClasses = Company - 1

var classNames = map[string]Class{
	"orghead": OrgHead, "orgof": OrgOf, "suffix": Suffix, "placehead": PlaceHead, "eventhead": EventHead,
	"work": Work, "agenthead": AgentHead, "title": Title, "month": Month, "particle": Particle,
	"say": Say, "personverb": PersonVerb, "roman": Roman,
	"company": Company, "orgnoun": OrgNoun, "institution": Institution, "official": Official, "statebody": StateBody,
	"rank": Rank, "former": Former, "groupnoun": GroupNoun, "function": Function, "abbreviation": Abbreviation,
	"placenoun": PlaceNoun, "sport": Sport,
	"quantifier": Quantifier, "people": Peoples, "placelead": PlaceLead, "placeholder": PlaceHolder,
	"thingnoun": ThingNoun, "bodylead": BodyLead, "body": Body, "placebehind": PlaceBehind, "clublead": ClubLead, "eventend": EventEnd, "noble": Noble,
}

// Country is a state, a territory or a former state.
type Country struct {
	Name     string
	Kind     string // "country", "territory" or "former"
	Aliases  []string
	Demonyms []string
	Capitals []string
}

// Gender is what a given name says about its bearer.
type Gender byte

// The genders of given names.
const (
	NoName Gender = 0
	Male   Gender = 'm'
	Female Gender = 'f'
	Either Gender = 'u'
)

// Given is an entry of the list of given names.
type Given struct {
	Gender Gender
	Lists  int // number of source lists that have the name
}

// Acronym is what an acronym stands for.
type Acronym struct {
	Name  string
	Nouns []string // "agency"
}

// Seat is whom a seat of government stands for.
type Seat struct{ Country, Org string }

// Lexicon is the tables. Keys are in the letter case of the source unless a field says otherwise.
type Lexicon struct {
	Countries []Country
	Country   map[string]int     // name or alias → index into Countries
	Demonym   map[string]int     // "Turkish", "Turks" → index into Countries
	Capital   map[string]int     // "Ankara" → index into Countries
	Given     map[string]Given   // "Maria"
	Surname   map[string]bool    // "Schmidt"
	Place     map[string]byte    // "Buenos Aires" → class, as data/places.tsv has it
	Org       map[string]bool    // "Reuters", "Red Cross"
	Words     map[string]Class   // lower case; phrases with blanks
	People    map[string]Gender  // noun for a person in small letters, singular: "mayor"
	Acronyms  map[string]Acronym // "FBI"
	Seats     map[string]Seat    // "Kremlin"
	Classes   map[string]Distribution

	longest map[string]int // first word of the phrases of Country, Demonym, Place and Org → most words
}

// Distribution is what the company that a word keeps says about it; see data/classes.tsv.
type Distribution struct {
	Fine, Coarse uint16  // cluster of its vector, from 1; 0 for unknown words
	Scores       [6]byte // how much its vector is like that of a given name, last name, place, organization, demonym and common word: 0 to 9
	Common       bool    // a word of the dictionary that is no name
}

// Load returns the tables.
var Load = sync.OnceValue(load)

func load() *Lexicon {
	l := &Lexicon{
		Country: map[string]int{}, Demonym: map[string]int{}, Capital: map[string]int{},
		Given: make(map[string]Given, 20000), Surname: make(map[string]bool, 14000), Place: make(map[string]byte, 30000),
		Org: make(map[string]bool, 3000), Words: make(map[string]Class, 1000), People: make(map[string]Gender, 2000),
		Acronyms: map[string]Acronym{}, Seats: map[string]Seat{}, longest: make(map[string]int, 30000),
	}
	each("countries.tsv", l.addCountry)
	l.indexCountries()
	each("given.tsv", func(line string) {
		f := strings.Split(line, "\t")
		l.Given[f[0]] = Given{Gender(f[1][0]), int(f[2][0]-'0') + 10*(len(f[2])-1)}
	})
	each("surnames.txt", func(line string) { l.Surname[line] = true })
	each("places.tsv", func(line string) {
		name, class, _ := strings.Cut(line, "\t")
		l.Place[name] = class[0]
		l.phrase(name)
	})
	each("organizations.txt", func(line string) {
		l.Org[line] = true
		l.phrase(line)
	})
	var class Class
	each("words.txt", func(line string) {
		if name, ok := strings.CutPrefix(line, "= "); ok {
			class = classNames[strings.TrimSpace(name)]
			return
		}
		for w := range strings.FieldsSeq(line) {
			l.Words[strings.ReplaceAll(w, "_", " ")] |= class
		}
	})
	each("people.tsv", func(line string) {
		noun, gender, _ := strings.Cut(line, "\t")
		l.People[noun] = Gender(gender[0])
	})
	each("acronyms.tsv", func(line string) {
		f := strings.Split(line, "\t")
		l.Acronyms[f[0]] = Acronym{f[1], strings.Fields(f[2])}
	})
	each("seats.tsv", func(line string) {
		f := strings.Split(line, "\t")
		l.Seats[f[0]] = Seat{f[1], f[2]}
	})
	l.Classes = readClasses()
	return l
}

func (l *Lexicon) addCountry(line string) {
	f := strings.Split(line, "\t")
	split := func(s string) []string {
		if s == "" {
			return nil
		}
		return strings.Split(s, ";")
	}
	l.Countries = append(l.Countries, Country{f[0], f[1], split(f[2]), split(f[3]), split(f[4])})
}

// indexCountries fills the maps of names: today's states first, so that "American" is the United States'.
func (l *Lexicon) indexCountries() {
	for _, kind := range []string{"country", "former", "territory"} {
		for i, c := range l.Countries {
			if c.Kind != kind {
				continue
			}
			put := func(m map[string]int, names ...string) {
				for _, n := range names {
					if _, ok := m[n]; !ok {
						m[n] = i
						l.phrase(n)
					}
				}
			}
			put(l.Country, c.Name)
			put(l.Country, c.Aliases...)
			put(l.Demonym, c.Demonyms...)
			put(l.Capital, c.Capitals...)
		}
	}
}

func (l *Lexicon) phrase(s string) {
	first, _, _ := strings.Cut(s, " ")
	n := 1 + strings.Count(s, " ") + strings.Count(s, "'s")
	first = strings.TrimSuffix(first, "'s") // which is a token of its own
	l.longest[first] = max(l.longest[first], n)
}

// Longest returns the number of words of the longest phrase in the tables of countries, demonyms,
// places and organizations that begins with a word, 0 where there is none.
func (l *Lexicon) Longest(first string) int { return l.longest[first] }

// each calls f with every line of a data file that is neither empty nor a comment; a comment at the
// end of a line is cut off.
func each(name string, f func(line string)) {
	data, err := files.ReadFile("data/" + name)
	if err != nil {
		return // a file that is not embedded: its table is empty
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '=' {
			line, _, _ = strings.Cut(line, "#")
		}
		f(line)
	}
}

func readClasses() map[string]Distribution {
	m := make(map[string]Distribution, 110000)
	each("classes.tsv", func(line string) {
		word, rest, _ := strings.Cut(line, "\t")
		var d Distribution
		fine, rest, _ := strings.Cut(rest, "\t")
		coarse, rest, _ := strings.Cut(rest, "\t")
		d.Fine, d.Coarse = number(fine), number(coarse)
		for i := range d.Scores {
			d.Scores[i] = rest[i] - '0'
		}
		d.Common = len(rest) > len(d.Scores)
		m[word] = d
	})
	return m
}

func number(s string) uint16 {
	var n uint16
	for i := range len(s) {
		n = n*10 + uint16(s[i]-'0')
	}
	return n
}
