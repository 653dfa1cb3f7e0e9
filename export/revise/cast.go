package revise

import (
	"slices"
	"strconv"
	"strings"

	"dateline/export/table"
	"dateline/timeline"
)

// cast is the actors, corrected.
type cast struct {
	list   []*timeline.Actor
	byID   map[string]*timeline.Actor
	byName map[string]*timeline.Actor // the first of each name, as it stands in a cell
	// What else a name may mean: the actor's former name, then an alias of one actor alone.
	byFormer, byAlias map[string]*timeline.Actor
	formerName        map[string]string // by id
	number            int               // highest of the ids' numbers
}

// readCast reads the sheet Actors. Without it the actors are those of the original.
func (r *reader) readCast() {
	m := func() map[string]*timeline.Actor { return map[string]*timeline.Actor{} }
	r.cast = cast{byID: m(), byName: m(), byFormer: m(), byAlias: m(), formerName: map[string]string{}}
	was := map[string]*timeline.Actor{}
	for i := range r.original.Actors {
		a := &r.original.Actors[i]
		was[a.ID], r.cast.formerName[a.ID] = a, a.Name
		r.cast.number = max(r.cast.number, numberOf(a.ID))
	}
	if r.lists[actorList] == nil {
		for _, a := range r.original.Actors {
			r.addActor(&a)
		}
		return
	}
	r.rows(actorList, func(l row) {
		a := &timeline.Actor{Type: timeline.OtherActor, Aliases: []string{}, Titles: []string{}, Sources: []timeline.Mentions{}}
		id := l.text("ID")
		if before := was[id]; before != nil && r.cast.byID[id] == nil {
			*a = *before
			l.written = r.written.actor(before)
		} else if !r.known && id != "" && r.cast.byID[id] == nil {
			a.ID = id
			r.cast.number = max(r.cast.number, numberOf(id))
		}
		if r.actor(l, a) {
			r.addActor(a)
		}
	})
	if len(r.cast.list) != len(r.original.Actors) {
		r.touched = true
	}
}

// addActor takes up an actor, with a new id where it has none.
func (r *reader) addActor(a *timeline.Actor) {
	c := &r.cast
	if a.ID == "" {
		c.number++
		a.ID = "a" + strconv.Itoa(c.number)
		r.touched = true
	}
	c.list = append(c.list, a)
	c.byID[a.ID] = a
	remember(c.byName, a.Name, a)
	remember(c.byFormer, c.formerName[a.ID], a)
	for _, alias := range a.Aliases {
		alias = table.Name(alias)
		if other, known := c.byAlias[alias]; known && other != a {
			c.byAlias[alias] = nil // two actors have the alias: it means neither
		} else {
			c.byAlias[alias] = a
		}
	}
}

// remember makes a name mean an actor unless it means another already.
func remember(names map[string]*timeline.Actor, name string, a *timeline.Actor) {
	if name = table.Name(name); name != "" && names[name] == nil {
		names[name] = a
	}
}

// actor reads a row of the sheet; false is a row that gives no actor.
func (r *reader) actor(l row, a *timeline.Actor) bool {
	if c, edited := l.edited("Name"); edited {
		if name := strings.TrimSpace(c.Text); name != "" {
			a.Name, r.touched = name, true
		} else {
			r.fault(l, "Name", "is no name: an actor needs one; to take it out, delete the row", "")
		}
	}
	if a.Name == "" {
		if !l.has("Name") {
			a.Name = first(l.text("Also called"), l.text("ID"), "unnamed")
		} else {
			if l.text("Name") == "" && a.ID == "" {
				r.fault(l, "Name", "is no name: the row was left out", "")
			}
			return false
		}
	}
	if c, edited := l.edited("Type"); edited {
		word(r, l, "Type", c, timeline.ActorTypes[:], &a.Type)
	}
	r.names(l, "Also called", &a.Aliases)
	r.names(l, "Titles", &a.Titles)
	if !r.known {
		r.mentions(l, a)
	}
	return true
}

// names reads a cell of several names: those that were there keep the form they had.
func (r *reader) names(l row, heading string, list *[]string) {
	c, edited := l.edited(heading)
	if !edited {
		return
	}
	exact := map[string]string{}
	for _, n := range *list {
		exact[table.Name(n)] = n
	}
	names := []string{}
	for _, n := range table.Split(c.Text) {
		if was, known := exact[n]; known {
			n = was
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	*list, r.touched = names, true
}

// mentions reads, where there is no original, what the cells tell of mentions: how many there are in all,
// and in which article where it is one.
func (r *reader) mentions(l row, a *timeline.Actor) {
	if n, edited := r.number(l, "Mentions"); edited {
		a.Mentions = n
	}
	names := table.Split(l.text("Sources"))
	if len(names) != 1 || a.Mentions < 1 {
		return
	}
	if s := r.sources.byName[names[0]]; s != nil {
		a.Sources = []timeline.Mentions{{Source: s.ID, Mentions: a.Mentions}}
	}
}

// actorNamed gives the actor that a name in a cell means; a new one where it means none.
func (r *reader) actorNamed(name string) *timeline.Actor {
	name = table.Name(strings.TrimSpace(name))
	for _, names := range [...]map[string]*timeline.Actor{r.cast.byName, r.cast.byFormer, r.cast.byAlias} {
		if a := names[name]; a != nil {
			return a
		}
	}
	a := &timeline.Actor{Name: name, Type: timeline.OtherActor, Aliases: []string{}, Titles: []string{}, Sources: []timeline.Mentions{}}
	r.addActor(a)
	return a
}
