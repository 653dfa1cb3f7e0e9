package actor

import (
	"strings"

	"dateline/timeline/actor/lexicon"
)

// metonyms finds who is meant where a demonym, a capital or a seat of government acts.
func (r *reader) metonyms() {
	r.sortMentions()
	r.indexTokens()
	for i := range r.mentions {
		r.seat(i)
	}
	for s := range r.doc.Sentences {
		for i := range r.tokens(s) {
			if c, ok := r.demonym(s, i); ok {
				r.stateBody(s, i, c)
			}
			r.localBody(s, i)
		}
	}
	for s := range r.doc.Sentences {
		for i := range r.tokens(s) {
			if c, ok := r.demonym(s, i); ok {
				r.spokesmen(s, i, c)
			}
		}
	}
}

// demonym returns the country whose demonym begins at token i, with no agent's name over it.
func (r *reader) demonym(s, i int) (int, bool) {
	c, ok := r.lex.Demonym[r.form(s, i)]
	if k := r.covering(s, i); ok && k >= 0 && r.mentions[k].typ != noType && r.mentions[k].last > i {
		return 0, false
	}
	return c, ok
}

// stateBody reads "Iranian government", "Israeli army": an organization named by a demonym.
func (r *reader) stateBody(s, i, country int) {
	last := i + 1
	if r.class(s, i+1)&lexicon.StateBody == 0 && r.lex.Words[r.word(s, i+1)+" "+r.word(s, i+2)]&lexicon.StateBody == 0 {
		return
	}
	if r.lex.Words[r.word(s, i+1)+" "+r.word(s, i+2)]&lexicon.StateBody != 0 {
		last = i + 2
	}
	if next := r.word(s, last+1); next == "-" || r.lex.Words[next]&lexicon.Official != 0 || r.isPersonNoun(next) {
		return // "Iranian government officials"
	}
	r.dropCovered(s, i, last)
	m := mention{sentence: s, first: i, last: last, kind: Name, typ: Organization, entity: -1}
	e := r.named(&m)
	if r.entities[e].country == "" {
		r.entities[e].country = r.lex.Countries[country].Name
	}
	r.addMention(m, e)
}

// localBody reads the body whose noun is token i and whose name is that of its place or task: "Holmstad city council",
// "Moldova's parliament", "Transport ministry".
func (r *reader) localBody(s, i int) {
	if r.class(s, i)&lexicon.Body == 0 || startsUpper(r.form(s, i)) || r.covering(s, i) >= 0 {
		return
	}
	j := i - 1
	for j > 0 && i-j < 3 && r.class(s, j)&lexicon.BodyLead != 0 && !startsUpper(r.form(s, j)) {
		j--
	}
	if w := r.word(s, j); w == "'s" || w == "’s" {
		j--
	}
	first := j
	if k := r.covering(s, j); k >= 0 && (r.mentions[k].typ == Place || r.mentions[k].typ == Country) && r.mentions[k].last == j {
		first = r.mentions[k].first
	} else if led := j < i-1 && j > 0 && startsUpper(r.form(s, j)) && r.class(s, j)&lexicon.Function == 0; led && (k < 0 || r.mentions[k].typ == noType) {
		// "Holmstad city council": a place that no table has
	} else if j != i-1 || r.class(s, j)&lexicon.BodyLead == 0 || !startsUpper(r.form(s, j)) {
		return
	}
	if next := r.word(s, i+1); next == "-" || r.lex.Words[next]&(lexicon.Official|lexicon.Title) != 0 || r.isPersonNoun(next) {
		return // "Riga police officers"
	}
	r.dropCovered(s, first, i)
	m := mention{sentence: s, first: first, last: i, kind: Name, typ: Organization, entity: -1}
	r.addMention(m, r.named(&m))
}

func (r *reader) isPersonNoun(word string) bool {
	_, _, ok := r.personNoun(word)
	return ok
}

// spokesmen reads "Iranian representatives": they speak for the government, which is the organization of that
// name where the text names it, else the country.
func (r *reader) spokesmen(s, i, country int) {
	if r.class(s, i+1)&lexicon.Official == 0 {
		return
	}
	e, ok := r.byName.full[Organization][strings.ToLower(r.form(s, i))+" government"]
	if !ok {
		e = r.country(country)
	}
	r.dropCovered(s, i, i+1)
	r.addMention(mention{sentence: s, first: i, last: i + 1, kind: Nominal, typ: r.entities[e].typ, plural: true}, e)
}

// seat reads "the Kremlin" and "Brussels" or "Moscow" where it acts.
func (r *reader) seat(i int) {
	m := &r.mentions[i]
	name := r.surface(m)
	if seat, ok := r.lex.Seats[name]; ok {
		if seat.Org != "" {
			e, ok := r.byName.full[Organization][joined(strings.Fields(seat.Org))]
			if ok && r.acts(m) {
				r.move(i, e)
			}
			return
		}
		if c, ok := r.lex.Country[seat.Country]; ok {
			r.move(i, r.country(c))
		}
		return
	}
	if c, ok := r.lex.Capital[name]; ok && m.typ == Place && r.acts(m) {
		if _, named := r.byName.full[Country][strings.ToLower(r.lex.Countries[c].Name)]; named {
			r.move(i, r.country(c))
		}
	}
}

// acts reports whether a name of a place is the subject of a verb of saying or doing.
func (r *reader) acts(m *mention) bool {
	if r.located(m) || r.class(m.sentence, m.first-1)&lexicon.Function != 0 && m.first > 0 && r.word(m.sentence, m.first-1) != "and" &&
		r.word(m.sentence, m.first-1) != "that" && r.word(m.sentence, m.first-1) != "but" {
		return false
	}
	next := r.word(m.sentence, m.last+1)
	switch next {
	case "has", "had", "have", "will", "would", "did", "does":
		return true
	}
	return r.lex.Words[next]&lexicon.Say != 0 || strings.HasSuffix(next, "ed")
}

// move gives a mention to another entity.
func (r *reader) move(i, e int) {
	r.mentions[i].entity = -1
	r.join(i, e)
}

// addMention appends a mention of an entity.
func (r *reader) addMention(m mention, e int) {
	m.entity = -1
	r.mentions = append(r.mentions, m)
	k := len(r.mentions) - 1
	if e >= 0 {
		r.join(k, e)
	}
	r.hold(k)
}

// dropCovered makes what the name finder read inside a longer mention no agent.
func (r *reader) dropCovered(s, first, last int) {
	for j := first; j <= last; j++ {
		if k := r.covering(s, j); k >= 0 {
			r.mentions[k].typ, r.mentions[k].entity = noType, -1
		}
	}
}
