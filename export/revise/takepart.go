package revise

import (
	"cmp"
	"slices"
	"strings"

	"dateline/export/table"
	"dateline/timeline"
)

// roleHeadings are the columns of the sheet Timeline that name the actors of one role.
var roleHeadings = [...]struct {
	heading string
	role    timeline.Role
}{
	{"Agents", timeline.Agent},
	{"Patients", timeline.Patient},
	{"Recipients", timeline.Recipient},
	{"Other actors", timeline.OtherRole},
}

// readParticipation gathers the rows of the sheet Participation by event; nil without the sheet.
func (r *reader) readParticipation() {
	if r.lists[participationList] == nil {
		return
	}
	r.participation = map[string][]row{}
	r.rows(participationList, func(l row) {
		id := l.text("Event ID")
		r.participation[id] = append(r.participation[id], l)
	})
}

// takePart is an actor in an event, corrected.
type takePart struct {
	actor *timeline.Actor
	role  timeline.Role
	was   string // the actor's former name, as it stands in a cell; empty for one that is new here
}

// participants reads who takes part in an event: what the sheet Participation says, and then what was corrected in
// the cells of the row itself. before is the event as exported, id under which the sheets know it.
func (r *reader) participants(l row, before *timeline.Event, id string) []timeline.Participant {
	var list []takePart
	for _, p := range before.Actors {
		if a := r.cast.byID[p.ID]; a != nil {
			list = append(list, takePart{a, p.Role, table.Name(p.Name)})
		}
	}
	if r.participation != nil {
		list = r.fromSheet(r.participation[id], before, list)
		delete(r.participation, id)
	}
	for _, h := range roleHeadings {
		if c, edited := l.edited(h.heading); edited {
			list = r.reassign(list, table.Split(l.before(h.heading)), table.Split(c.Text), h.role)
		}
	}
	if c, edited := l.edited("Actors"); edited {
		list = r.recast(list, table.Split(l.before("Actors")), table.Split(c.Text))
	}
	out := []timeline.Participant{}
	for _, t := range list {
		out = append(out, timeline.Participant{ID: t.actor.ID, Name: t.actor.Name, Type: t.actor.Type, Role: t.role})
	}
	if !slices.Equal(out, before.Actors) {
		r.touched = true
	}
	return out
}

// fromSheet reads the rows of an event in the sheet Participation. Where they are those that were exported
// the list stays as it is, in its order.
func (r *reader) fromSheet(rows []row, before *timeline.Event, list []takePart) []takePart {
	left := slices.Clone(before.Actors)
	var read []takePart
	same := true
	for _, l := range rows {
		t, at := r.fromRow(l, left)
		if at >= 0 {
			left = slices.Delete(left, at, at+1)
		} else {
			same = false
		}
		if t.actor != nil {
			read = append(read, t)
		}
	}
	if same && len(left) == 0 {
		return list
	}
	return byRole(read)
}

// fromRow reads a row of the sheet Participation. at is the participant of left that it was exported for and still
// says, -1 for none.
func (r *reader) fromRow(l row, left []timeline.Participant) (t takePart, at int) {
	id, name := l.text("Actor ID"), l.text("Actor")
	former, exported := r.cast.formerName[id]
	at = -1
	if exported && (!l.has("Actor") || saysSame(l.cell("Actor"), former) || r.cast.byID[id] != nil && name == r.cast.byID[id].Name) {
		t.actor, t.was = r.cast.byID[id], table.Name(former)
		role := l.text("Role")
		at = slices.IndexFunc(left, func(p timeline.Participant) bool { return p.ID == id && string(p.Role) == role })
		if t.actor == nil { // the sheet Actors has lost it
			return t, at
		}
	}
	if t.actor == nil && !r.known {
		t.actor = r.cast.byID[id]
	}
	if t.actor == nil {
		if name == "" {
			r.fault(l, "Actor", "is no name: the row was left out", "")
			return t, -1
		}
		t.actor = r.actorNamed(name)
		r.typeOf(l, t.actor)
	}
	t.role = timeline.OtherRole
	if i := slices.IndexFunc(left, func(p timeline.Participant) bool { return p.ID == id }); i >= 0 {
		t.role = left[i].Role // where the cell cannot be read
	}
	if at >= 0 {
		return t, at
	}
	if c := l.cell("Role"); strings.TrimSpace(c.Text) != "" {
		word(r, l, "Role", c, timeline.Roles[:], &t.role)
	}
	return t, -1
}

// typeOf takes the type of an actor that is new from its row in the sheet Participation.
func (r *reader) typeOf(l row, a *timeline.Actor) {
	if _, exported := r.cast.formerName[a.ID]; exported || a.Type != timeline.OtherActor {
		return
	}
	if c := l.cell("Type"); strings.TrimSpace(c.Text) != "" {
		word(r, l, "Type", c, timeline.ActorTypes[:], &a.Type)
	}
}

// reassign applies the corrected cell of one role.
func (r *reader) reassign(list []takePart, before, after []string, role timeline.Role) []takePart {
	removed, added := difference(before, after)
	list = slices.DeleteFunc(list, func(t takePart) bool { return t.role == role && slices.Contains(removed, t.was) })
	for _, name := range added {
		a := r.actorNamed(name)
		if !slices.ContainsFunc(list, func(t takePart) bool { return t.actor == a && t.role == role }) {
			list = append(list, takePart{a, role, ""})
		}
	}
	return byRole(list)
}

// recast applies the corrected cell Actors, which says nothing of roles: a name that replaces another takes its
// role, and others that take part in no role yet get the role "other".
func (r *reader) recast(list []takePart, before, after []string) []takePart {
	removed, added := difference(before, after)
	for i, name := range added {
		a := r.actorNamed(name)
		if slices.ContainsFunc(list, func(t takePart) bool { return t.actor == a }) {
			continue
		}
		role := timeline.OtherRole
		if len(added) == len(removed) {
			if j := slices.IndexFunc(list, func(t takePart) bool { return t.was == removed[i] }); j >= 0 {
				role = list[j].role
			}
		}
		list = append(list, takePart{a, role, ""})
	}
	list = slices.DeleteFunc(list, func(t takePart) bool { return t.was != "" && slices.Contains(removed, t.was) })
	return byRole(list)
}

// byRole puts the list in the order in which an event's actors stand.
func byRole(list []takePart) []takePart {
	slices.SortStableFunc(list, func(a, b takePart) int {
		return cmp.Compare(slices.Index(timeline.Roles[:], a.role), slices.Index(timeline.Roles[:], b.role))
	})
	return list
}

// difference gives the names that are in one list alone, each in its order.
func difference(before, after []string) (removed, added []string) {
	for _, n := range before {
		if !slices.Contains(after, n) {
			removed = append(removed, n)
		}
	}
	for _, n := range after {
		if !slices.Contains(before, n) && !slices.Contains(added, n) {
			added = append(added, n)
		}
	}
	return removed, added
}
