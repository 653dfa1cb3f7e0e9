package actor

import (
	"cmp"
	"slices"
	"strings"
)

// cast turns entities into actors, in order of their first mention.
func (r *reader) cast() Cast {
	r.sortMentions()
	number := make([]int, len(r.entities))
	for i := range number {
		number[i] = -1
	}
	var c Cast
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ == noType {
			continue
		}
		out := Mention{Start: r.start(m), End: r.end(m), Kind: m.kind, Type: m.typ, Actor: -1}
		for k, e := range append([]int{m.entity}, m.members...) {
			if e < 0 {
				break
			}
			if number[e] < 0 {
				number[e] = len(c.Actors)
				c.Actors = append(c.Actors, r.actor(e))
			}
			if k == 0 {
				out.Actor = number[e]
			}
			if len(m.members) > 0 {
				out.Members = append(out.Members, number[e])
			}
		}
		c.Mentions = append(c.Mentions, out)
	}
	return c
}

// sortMentions brings the mentions into text order, the longer of two that begin together first.
func (r *reader) sortMentions() {
	for i := range r.entities {
		r.entities[i].mentions = r.entities[i].mentions[:0]
	}
	slices.SortStableFunc(r.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	for i := range r.mentions {
		if e := r.mentions[i].entity; e >= 0 {
			r.entities[e].mentions = append(r.entities[e].mentions, i)
		}
	}
}

// actor writes an entity down.
func (r *reader) actor(e int) Actor {
	ent := &r.entities[e]
	a := Actor{Type: ent.typ, Titles: ent.titles, Gender: ent.gender, Country: ent.country, Affiliation: ent.affiliation}
	a.Name = ent.canonical
	var forms []string
	for _, i := range ent.mentions {
		m := &r.mentions[i]
		if m.kind == Pronoun || len(m.members) > 0 {
			continue
		}
		form := strings.Join(strings.Fields(r.surface(m)), " ")
		if !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
		if m.kind == Name && ent.canonical == "" && fuller(form, a.Name) {
			a.Name = form
		}
	}
	if a.Name == "" && len(forms) > 0 {
		a.Name = strings.TrimPrefix(strings.TrimPrefix(forms[0], "The "), "the ")
	}
	for _, f := range forms {
		if f != a.Name {
			a.Aliases = append(a.Aliases, f)
		}
	}
	return a
}

// fuller reports whether form is a better name than name: of more words, or longer, and not in capitals.
func fuller(form, name string) bool {
	if name == "" {
		return true
	}
	shouted := func(s string) bool { return len(s) > 5 && strings.ToUpper(s) == s && strings.Contains(s, " ") }
	if shouted(form) != shouted(name) {
		return shouted(name)
	}
	return cmp.Or(cmp.Compare(strings.Count(form, " "), strings.Count(name, " ")), cmp.Compare(len(form), len(name))) > 0
}
