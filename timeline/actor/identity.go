package actor

import (
	"slices"
	"strings"

	"dateline/timeline/actor/lexicon"
)

// Identify says which actors of several articles are the same: it returns for every actor of every article
// a key, equal for equal actors, that depends on the articles together but not on their order.
//
// Names decide. A person's full names are one person's if their given names agree ("Donald J. Trump" and
// "Donald Trump"; where a short form goes with two longer ones that differ, it stays apart). A last name
// alone is the one person of that last name whom the articles name in full, and stays apart where there
// are several. An organization's acronym is the one organization that an article gives it to.
func Identify(articles ...[]Actor) [][]string {
	id := newIdentities(articles)
	out := make([][]string, len(articles))
	for i, actors := range articles {
		out[i] = make([]string, len(actors))
		for j := range actors {
			out[i][j] = id.key(&actors[j])
		}
	}
	return out
}

// identities is what the articles together know of names.
type identities struct {
	persons  map[string][]string        // last name → full names, in small letters, sorted
	acronyms map[string]map[string]bool // acronym → keys of the organizations that it stands for
}

func newIdentities(articles [][]Actor) *identities {
	id := &identities{map[string][]string{}, map[string]map[string]bool{}}
	for _, actors := range articles {
		for i := range actors {
			a := &actors[i]
			switch a.Type {
			case Person:
				if words := personWords(a.Name); len(words) > 1 {
					last := words[len(words)-1]
					id.persons[last] = append(id.persons[last], strings.Join(words, " "))
				}
			case Organization:
				for _, alias := range a.Aliases {
					if isAcronym(alias) && !isAcronym(a.Name) {
						key := acronymKey(alias)
						if id.acronyms[key] == nil {
							id.acronyms[key] = map[string]bool{}
						}
						id.acronyms[key][organizationName(a.Name)] = true
					}
				}
			}
		}
	}
	for last, names := range id.persons {
		slices.Sort(names)
		id.persons[last] = slices.Compact(names)
	}
	return id
}

func (id *identities) key(a *Actor) string {
	switch a.Type {
	case Person:
		return string(Person) + ":" + id.person(personWords(a.Name))
	case Organization:
		name := organizationName(a.Name)
		if isAcronym(a.Name) {
			if long := id.acronyms[acronymKey(a.Name)]; len(long) == 1 {
				for n := range long {
					name = n
				}
			} else if known, ok := lexicon.Load().Acronyms[strings.ReplaceAll(a.Name, ".", "")]; ok {
				name = organizationName(known.Name)
			}
		}
		return string(Organization) + ":" + name
	}
	return string(a.Type) + ":" + joined(strings.Fields(a.Name))
}

// person returns the fullest name that goes with a person's name and with no other that differs from it.
func (id *identities) person(words []string) string {
	if len(words) == 0 {
		return ""
	}
	var fitting []string
	for _, full := range id.persons[words[len(words)-1]] {
		if SameGiven(strings.Fields(full), words) {
			fitting = append(fitting, full)
		}
	}
	best := strings.Join(words, " ")
	for i, a := range fitting {
		for _, b := range fitting[i+1:] {
			if !SameGiven(strings.Fields(a), strings.Fields(b)) {
				return best
			}
		}
		if len(a) > len(best) || len(a) == len(best) && a < best {
			best = a
		}
	}
	return best
}

// personWords returns the words of a person's name in small letters, without generation and full stops.
func personWords(name string) []string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, ",", " ")))
	l := lexicon.Load()
	for len(words) > 1 && l.Words[words[len(words)-1]]&lexicon.Roman != 0 {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && l.Words[words[0]]&lexicon.Particle != 0 {
		words = words[1:]
	}
	for i := range words {
		words[i] = strings.TrimSuffix(words[i], ".")
	}
	return words
}

// organizationName is an organization's name in small letters without article and legal form.
func organizationName(name string) string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, ",", " ")))
	l := lexicon.Load()
	for len(words) > 1 && l.Words[words[len(words)-1]]&lexicon.Suffix != 0 {
		words = words[:len(words)-1]
	}
	return joined(words)
}

func isAcronym(name string) bool {
	return len(name) > 1 && len(name) < 9 && strings.ToUpper(name) == name && !strings.Contains(name, " ")
}

func acronymKey(name string) string { return strings.ToLower(strings.ReplaceAll(name, ".", "")) }
