package holiday

import (
	_ "embed"
	"fmt"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/prose"
)

// Country is a country that keeps days which other countries do not keep, or on other dates.
type Country struct {
	own map[string]*Holiday // by their names
}

// Varies reports whether the day is not the same in all countries.
func (h *Holiday) Varies() bool { return h.local || varying[h.name] }

// Own gives the holiday of the same name as the country keeps it, nil where it is kept in other countries alone. No country, nil, keeps what is the same in most.
func (c *Country) Own(h *Holiday) *Holiday {
	if c != nil && c.own[h.name] != nil {
		return c.own[h.name]
	}
	if h.local {
		return nil
	}
	return h
}

// CountryIn is the country that a sentence names last, of those that keep a holiday in their own way and those that have no such days at all: "Delhi received French guests for Republic Day" tells of
// India's. It is nil where the sentence names no such.
func CountryIn(sentence string, h *Holiday) (last *Country) {
	named(sentence, func(c *Country, _, _ int) {
		if len(c.own) == 0 || c.own[h.name] != nil {
			last = c
		}
	})
	return last
}

// CountryOf is the country that a text names most often, by its towns and people too; nil where that is none of countries.txt, or is named once only. A name at its head, where a report says
// what it is about or where it comes from, counts as several.
func CountryOf(text string) (most *Country) {
	times, best := map[*Country]int{}, 1
	named(text, func(c *Country, at, end int) {
		if times[c]++; at < headReach && !liesIn(text[end:]) {
			times[c] += headNames
		}
		if times[c] > best {
			most, best = c, times[c]
		}
	})
	return most
}

// liesIn reports whether what follows a town says what it lies in: "Belfast, Maine", and not "Paris, Sept. 21".
func liesIn(rest string) bool {
	name, ok := strings.CutPrefix(rest, ", ")
	if !ok || name == "" || !prose.IsUpper(name[0]) {
		return false
	}
	behind := strings.TrimLeft(name[prose.FirstWord(name):], ". ")
	return behind == "" || !prose.IsDigit(behind[0])
}

const (
	// headReach is how many bytes of a text are its head.
	headReach = 120
	// headNames is how many names more one at the head counts for.
	headNames = 2
)

// named visits the countries that a text names, with the bytes where their names begin and end.
func named(text string, visit func(c *Country, at, end int)) {
	for at := 0; at < len(text); {
		end := at + 1
		if prose.IsUpper(text[at]) && (at == 0 || !prose.IsWordByte(text[at-1])) {
			var c *Country
			if c, end = countryAt(text, at); c != nil {
				visit(c, at, end)
			}
		}
		at = max(end, at+1)
	}
}

// countryAt is the country that a text names at byte offset at, in whatever case, as datelines have capitals, and where the name ends.
func countryAt(text string, at int) (c *Country, end int) {
	known, _ := countries.Fold(text[at : at+prose.FirstWord(text[at:])])
	for _, n := range known {
		if end = at + len(n.name); prose.HasPrefixFold(text[at:], n.name) && prose.End(text, end) == end {
			return n.country, end
		}
	}
	return nil, at
}

// countryName is a name that tells of a country.
type countryName struct {
	name    string // in lower case
	country *Country
}

//go:embed countries.txt
var countriesFile string

// countries are the names of countries by their first words, in lower case; varying the names of days that a country keeps in its own way.
var (
	countries wordlist.Map[[]countryName]
	varying   = map[string]bool{}
)

func init() {
	names := map[string][]countryName{}
	var c *Country
	for number, line := range strings.Split(countriesFile, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '\t':
			if err := c.keeps(line[1:]); err != nil {
				panic(fmt.Sprintf("countries.txt:%d: %v", number+1, err))
			}
		default:
			c = &Country{own: map[string]*Holiday{}}
			for name := range strings.SplitSeq(strings.ToLower(line), ", ") {
				first := name[:prose.FirstWord(name)]
				names[first] = append(names[first], countryName{name, c})
			}
		}
	}
	countries = wordlist.MapOf(names)
}

// keeps adds the days of a line of the file of countries.
func (c *Country) keeps(line string) error {
	rule, names, _ := strings.Cut(line, " ")
	h, before, err := datedRule(rule)
	for name := range strings.SplitSeq(names, "; ") {
		own := h
		own.name = name
		switch {
		case before == 0:
			c.own[name], varying[name] = &own, true
		case c.own[name] == nil:
			return fmt.Errorf("%q has no later rule above", name)
		default:
			c.own[name].setEarlier(before, &own)
		}
	}
	return err
}
