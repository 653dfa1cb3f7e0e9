package export

import (
	"fmt"

	"dateline/timeline"
)

// A FieldError is a field of a timeline that is missing or wrong.
type FieldError struct {
	Field   string // its path, as in events[3].actors[0].id
	Problem string
}

// Error gives field and problem.
func (e *FieldError) Error() string { return e.Field + ": " + e.Problem }

// Unwrap gives ErrInvalid.
func (e *FieldError) Unwrap() error { return ErrInvalid }

// check refuses a timeline that does not hold together and makes its absent inner lists empty ones.
func check(t *timeline.Timeline) error {
	c := checker{sources: map[string]bool{}, actors: map[string]bool{}, events: map[string]bool{}}
	c.require(t.Sources != nil, "sources", missing)
	c.require(t.Actors != nil, "actors", missing)
	c.require(t.Events != nil, "events", missing)
	for i := range t.Sources {
		c.source(&t.Sources[i], fmt.Sprintf("sources[%d]", i))
	}
	for i := range t.Actors {
		c.actor(&t.Actors[i], fmt.Sprintf("actors[%d]", i))
	}
	for i := range t.Events {
		at := func() string { return fmt.Sprintf("events[%d]", i) }
		if t.Events[i].Date == nil {
			c.fail(at()+".date", missing)
		}
		c.event(&t.Events[i], at)
	}
	for i := range t.Undated {
		c.event(&t.Undated[i], func() string { return fmt.Sprintf("undated[%d]", i) })
	}
	return c.err
}

const missing = "missing"

// checker keeps the ids that a document defines, and the first fault.
type checker struct {
	sources, actors, events map[string]bool
	err                     error
}

func (c *checker) fail(field, problem string) {
	if c.err == nil {
		c.err = &FieldError{field, problem}
	}
}

func (c *checker) require(holds bool, field, problem string) {
	if !holds {
		c.fail(field, problem)
	}
}

// define takes up an id, which must be there and new.
func (c *checker) define(ids map[string]bool, id, field string) {
	switch {
	case id == "":
		c.fail(field+".id", missing)
	case ids[id]:
		c.fail(field+".id", fmt.Sprintf("%q is there twice", id))
	}
	ids[id] = true
}

func (c *checker) source(s *timeline.Source, field string) {
	c.define(c.sources, s.ID, field)
	c.require(s.Name != "", field+".name", missing)
	c.require(s.Characters >= 0, field+".characters", "negative")
}

func (c *checker) actor(a *timeline.Actor, field string) {
	c.define(c.actors, a.ID, field)
	c.require(a.Name != "", field+".name", missing)
	oneOf(c, a.Type, timeline.ActorTypes[:], func() string { return field + ".type" })
	c.require(a.Mentions >= 0, field+".mentions", "negative")
	c.require(a.Events >= 0, field+".events", "negative")
	for i, m := range a.Sources {
		c.require(c.sources[m.Source], fmt.Sprintf("%s.sources[%d].id", field, i), fmt.Sprintf("%q is no source of this timeline", m.Source))
	}
	a.Aliases, a.Titles, a.Sources = orEmpty(a.Aliases), orEmpty(a.Titles), orEmpty(a.Sources)
}

// event checks one event; field gives its path, and is called only where there is a fault, there being
// millions of events and few faults.
func (c *checker) event(e *timeline.Event, field func() string) {
	if e.ID == "" || c.events[e.ID] {
		c.define(c.events, e.ID, field())
	}
	c.events[e.ID] = true
	if e.Label == "" {
		c.fail(field()+".label", missing)
	}
	if e.Summary == "" {
		c.fail(field()+".summary", missing)
	}
	if !(e.Confidence >= 0 && e.Confidence <= 1) {
		c.fail(field()+".confidence", "not between 0 and 1")
	}
	oneOf(c, e.Status, timeline.Statuses[:], func() string { return field() + ".status" })
	if e.Date != nil {
		c.date(e.Date, func() string { return field() + ".date" })
	}
	for i := range e.Actors {
		c.participant(&e.Actors[i], func() string { return fmt.Sprintf("%s.actors[%d]", field(), i) })
	}
	for i := range e.Evidence {
		c.evidence(&e.Evidence[i], func() string { return fmt.Sprintf("%s.evidence[%d]", field(), i) })
	}
	e.Actors, e.Places, e.Evidence = orEmpty(e.Actors), orEmpty(e.Places), orEmpty(e.Evidence)
}

func (c *checker) date(d *timeline.Date, field func() string) {
	i := d.Interval()
	if i.IsZero() {
		c.fail(field()+".start", missing)
	}
	if !i.Start.IsZero() && !i.End.IsZero() && i.LastDay().Compare(i.FirstDay()) < 0 {
		c.fail(field()+".end", fmt.Sprintf("%q is before the start, %q", i.End, i.Start))
	}
	if d.EDTF == "" {
		c.fail(field()+".edtf", missing)
	}
	if d.Precision == 0 {
		c.fail(field()+".precision", missing)
	}
	oneOf(c, d.Basis, timeline.Bases[:], func() string { return field() + ".basis" })
}

func (c *checker) participant(p *timeline.Participant, field func() string) {
	switch {
	case p.ID == "":
		c.fail(field()+".id", missing)
	case !c.actors[p.ID]:
		c.fail(field()+".id", fmt.Sprintf("%q is no actor of this timeline", p.ID))
	case p.Name == "":
		c.fail(field()+".name", missing)
	}
	oneOf(c, p.Type, timeline.ActorTypes[:], func() string { return field() + ".type" })
	oneOf(c, p.Role, timeline.Roles[:], func() string { return field() + ".role" })
}

func (c *checker) evidence(e *timeline.Evidence, field func() string) {
	switch {
	case e.Source == "":
		c.fail(field()+".source", missing)
	case !c.sources[e.Source]:
		c.fail(field()+".source", fmt.Sprintf("%q is no source of this timeline", e.Source))
	case e.Start < 0 || e.End < e.Start:
		c.fail(field()+".end", fmt.Sprintf("%d to %d is no stretch of text", e.Start, e.End))
	case e.Trigger.Start < 0 || e.Trigger.End < e.Trigger.Start:
		c.fail(field()+".trigger.end", fmt.Sprintf("%d to %d is no stretch of text", e.Trigger.Start, e.Trigger.End))
	}
	for i := range e.Reasons {
		c.reason(&e.Reasons[i], func() string { return fmt.Sprintf("%s.reasons[%d]", field(), i) })
	}
}

func (c *checker) reason(r *timeline.Reason, field func() string) {
	switch {
	case r.Rule == "":
		c.fail(field()+".rule", missing)
	case r.Actor != "" && !c.actors[r.Actor]:
		c.fail(field()+".actor", fmt.Sprintf("%q is no actor of this timeline", r.Actor))
	case r.Start < 0 || r.End < r.Start:
		c.fail(field()+".end", fmt.Sprintf("%d to %d is no stretch of text", r.Start, r.End))
	}
	oneOf(c, r.Of, timeline.Parts[:], func() string { return field() + ".of" })
}

// oneOf requires one of a model's fixed words.
func oneOf[T ~string](c *checker, word T, words []T, field func() string) {
	for _, w := range words {
		if w == word {
			return
		}
	}
	if word == "" {
		c.fail(field(), missing)
		return
	}
	c.fail(field(), fmt.Sprintf("%q is none of %q", word, words))
}
