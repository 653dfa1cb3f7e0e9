package timeline

import (
	"dateline/timeline/actor"
	"dateline/timeline/calendar"
	"dateline/timeline/event"
	"dateline/timeline/timex"
)

// Format names the form of the JSON that a Timeline is written as, with its version. Within a version
// fields are added, never renamed or retyped.
const Format = "dateline.timeline/1"

// Timeline is what happened, in order: the events of one or more articles, who took part, and where the
// articles say so. Its slices may be empty and are never nil when it comes from this module, so that they
// are written as [] in JSON. Every offset in it counts Unicode code points.
type Timeline struct {
	Format  string        `json:"format"`           // the constant Format
	Title   string        `json:"title,omitzero"`   // the only article's title, or what the caller chose
	Start   calendar.Date `json:"start,omitzero"`   // where the first dated event starts, at that event's precision
	End     calendar.Date `json:"end,omitzero"`     // where the last to end ends
	Sources []Source      `json:"sources"`          // by publication date, name and content
	Actors  []Actor       `json:"actors"`           // most events first
	Events  []Event       `json:"events"`           // by start, then end, then text order
	Undated []Event       `json:"undated,omitzero"` // events without a date, in text order; nil unless asked for
}

// Source is an article that a timeline was made from.
type Source struct {
	ID         string        `json:"id"`   // "s1", "s2", … in the order of Timeline.Sources
	Name       string        `json:"name"` // the article's id, or its file name without extension
	Title      string        `json:"title,omitzero"`
	Author     string        `json:"author,omitzero"`
	URL        string        `json:"url,omitzero"`
	Published  calendar.Date `json:"published,omitzero"`
	Language   string        `json:"language,omitzero"` // BCP 47
	SHA256     string        `json:"sha256"`            // of the article's text as UTF-8, in hexadecimal
	Characters int           `json:"characters"`        // length of the article's text in code points
}

// ActorType is what kind of actor an actor is.
type ActorType = actor.Type

// The types of actors.
const (
	Person       = actor.Person
	Organization = actor.Organization
	Country      = actor.Country
	Place        = actor.Place
	OtherActor   = actor.Other
)

// ActorTypes lists every type of actor, in the order in which documentation shows them.
var ActorTypes = [...]ActorType{Person, Organization, Country, Place, OtherActor}

// Actor is a participant under all its names.
type Actor struct {
	ID       string     `json:"id"`   // "a1", "a2", … in the order of Timeline.Actors
	Name     string     `json:"name"` // the fullest name, without title
	Type     ActorType  `json:"type"`
	Aliases  []string   `json:"aliases"`  // other names and nominals the articles use, sorted
	Titles   []string   `json:"titles"`   // "president", "mayor", sorted
	Mentions int        `json:"mentions"` // in all sources, pronouns included
	Events   int        `json:"events"`   // events of the timeline that it takes part in, dated or not
	Sources  []Mentions `json:"sources"`  // where it is mentioned, in the order of Timeline.Sources
}

// Mentions counts how often a source mentions an actor.
type Mentions struct {
	Source   string `json:"id"`       // of the source
	Mentions int    `json:"mentions"` // at least 1
}

// Event is something that happened, may happen or is said not to have happened.
type Event struct {
	ID          string        `json:"id"`            // "e1", "e2", …: Timeline.Events in order, then Undated
	Date        *Date         `json:"date,omitzero"` // nil where the event has no date
	Label       string        `json:"label"`         // lemma of the trigger: "accept", "election"
	Summary     string        `json:"summary"`       // one short clause that stands alone
	Status      Status        `json:"status"`
	Attribution string        `json:"attribution,omitzero"` // the source the text credits: "Prosecutors"
	Actors      []Participant `json:"actors"`               // agents, patients, recipients, others
	Places      []string      `json:"places"`
	Confidence  float64       `json:"confidence"` // 0 to 1: estimated probability that the event stands in the text as given, at that date
	Evidence    []Evidence    `json:"evidence"`   // at least one, unless a person added the event
}

// Status says whether an event happened.
type Status = event.Status

// The statuses of events.
const (
	Occurred  = event.Occurred
	Planned   = event.Planned
	Cancelled = event.Cancelled
	Denied    = event.Denied
	Possible  = event.Possible
)

// Statuses lists every status, in the order in which documentation and legends show them.
var Statuses = [...]Status{Occurred, Planned, Cancelled, Denied, Possible}

// Role is how an actor takes part in an event.
type Role = event.Role

// The roles of actors.
const (
	Agent     = event.Agent
	Patient   = event.Patient
	Recipient = event.Recipient
	OtherRole = event.OtherRole
)

// Roles lists every role, in the order in which an event's actors stand.
var Roles = [...]Role{Agent, Patient, Recipient, OtherRole}

// Participant is an actor in an event.
type Participant struct {
	ID   string    `json:"id"` // of the actor
	Name string    `json:"name"`
	Type ActorType `json:"type"`
	Role Role      `json:"role"`
}

// Date is when an event happened: its interval on the calendar and how that was found.
type Date struct {
	Start       calendar.Date      `json:"start,omitzero"` // included; absent where the interval is open
	End         calendar.Date      `json:"end,omitzero"`   // included; absent where the interval is open
	EDTF        string             `json:"edtf"`           // the interval in ISO 8601-2 form
	Precision   calendar.Precision `json:"precision"`
	Approximate bool               `json:"approximate"`
	Ambiguous   bool               `json:"ambiguous,omitzero"` // day and month of a numeric date could be exchanged
	Text        string             `json:"text,omitzero"`      // the timex's surface; absent for an inherited date
	Timex       *Timex             `json:"timex,omitzero"`
	Basis       Basis              `json:"basis"`
	Anchor      calendar.Date      `json:"anchor,omitzero"` // the reference date used
}

// Interval is the date's stretch on the calendar.
func (d *Date) Interval() calendar.Interval {
	if d == nil {
		return calendar.Interval{}
	}
	return calendar.Interval{Start: d.Start, End: d.End}
}

// Timex is a temporal expression as TIMEX3 (TimeML 1.2.1) annotates it.
type Timex struct {
	Type  string `json:"type"` // DATE, TIME, DURATION or SET
	Value string `json:"value"`
	Mod   string `json:"mod,omitzero"`
	Rule  string `json:"rule,omitzero"` // name of the rule that found it: "weekday", "month-day"
}

// Basis says how a date was found.
type Basis = timex.Basis

// The ways in which a date is found.
const (
	Stated    = timex.Stated
	Completed = timex.Completed
	Relative  = timex.Relative
	Inherited = timex.Inherited
)

// Bases lists every basis, the surest first.
var Bases = [...]Basis{Stated, Completed, Relative, Inherited}

// Evidence is a sentence of an article that states an event.
type Evidence struct {
	Source  string   `json:"source"` // id of the source
	Start   int      `json:"start"`  // code points into the article's text
	End     int      `json:"end"`    // exclusive
	Text    string   `json:"text"`
	Trigger Trigger  `json:"trigger"`
	Reasons []Reason `json:"reasons,omitzero"` // what the event's date, status, actors and attribution rest on, in this order; the status of what is told as a fact needs none
}

// Reason says what a part of an event's analysis rests on: a rule, and the words of the article that it goes by.
type Reason struct {
	Of    Part   `json:"of"`
	Rule  Rule   `json:"rule"`
	Actor string `json:"actor,omitzero"` // id of the actor that it makes a participant
	Start int    `json:"start,omitzero"` // code points into the article's text; the words may stand in another sentence
	End   int    `json:"end,omitzero"`   // exclusive
	Text  string `json:"text,omitzero"`
}

// Part is what of an event a reason is given for.
type Part = event.Part

// The parts of an event that have reasons.
const (
	OfDate        = event.OfDate
	OfStatus      = event.OfStatus
	OfActor       = event.OfActor
	OfAttribution = event.OfAttribution
)

// Parts lists every part, in the order in which an evidence gives its reasons.
var Parts = event.Parts

// Rule names how a part of an event was found; event.Rules says what each means.
type Rule = event.Rule

// Trigger is the word or words that express the event.
type Trigger struct {
	Start int    `json:"start"` // code points into the article's text
	End   int    `json:"end"`   // exclusive
	Text  string `json:"text"`
}
