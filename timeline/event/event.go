// Package event finds the events of an article: which clauses say that something happens, when, who
// takes part and in which role, and whether it happened at all.
//
// What comes in is an article's text with what the stages before have found in it (Input); what goes out
// is its events in text order. Find (find.go) runs these parts, a file each:
//
//	repair.go       what the parser gets wrong and grammar decides
//	clause.go       the clauses of a parsed sentence: predicate, subject, objects, auxiliaries
//	trigger.go      which predicates and nouns express events, and which only states
//	date.go         the timex that belongs to each event by syntax
//	share.go        the time that clauses of a sentence have in common, or how far they are apart
//	narrative.go    events without a timex of their own that the narrative's date holds for
//	role.go         who takes part: agent, patient, recipient
//	status.go       occurred, planned, cancelled, denied, possible
//	attribution.go  whom the text credits
//	summary.go      one clause that stands alone
//	past.go         the past tense of participles that a summary makes predicates of
//	coreference.go  which of them are mentions of one event
//	reason.go       what each of these went by
//
// The words that these parts know are in words.txt, pasts.txt and derivations.txt.
//
// Spans are byte offsets into the text, end exclusive, as Go slices count.
package event

import (
	"dateline/timeline/actor"
	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// Input is what Find reads.
type Input struct {
	Document  *text.Document
	Model     *text.Model // parses the sentences of Document as needed
	Timexes   []timex.Timex
	Cast      actor.Cast
	Published calendar.Date // publication date; the zero Date where unknown
}

// Status says whether an event happened.
type Status string

// The statuses of events.
const (
	Occurred  Status = "occurred"
	Planned   Status = "planned"
	Cancelled Status = "cancelled"
	Denied    Status = "denied" // said or known not to have happened
	Possible  Status = "possible"
)

// Role is how an actor takes part in an event.
type Role string

// The roles of actors, in the order in which an event lists its participants.
const (
	Agent     Role = "agent"     // who did it
	Patient   Role = "patient"   // whom or what it was done to
	Recipient Role = "recipient" // to, with or against whom
	OtherRole Role = "other"
)

// Span is a stretch of the text in bytes.
type Span struct{ Start, End int }

// Evidence is a clause that states an event.
type Evidence struct {
	Sentence Span
	Trigger  Span     // inside Sentence
	Reasons  []Reason // in the order of Parts
}

// Event is one event with the clauses that state it.
type Event struct {
	Evidence                // the clause that dates the event best and says most
	Also         []Evidence // the other clauses that state it, in text order
	Label        string     // lemma of what happens: "accept", "call off", "election"
	Date         timex.Date
	Timex        int // index into Input.Timexes of the timex that gives the date, -1 where the date is inherited or there is none
	Participants []Participant
	Places       []string // in text order
	Status       Status
	Attribution  string // "Prosecutors"; empty where the article speaks for itself
	Summary      string
	Confidence   float64 // 0 to 1
}

// Participant is an actor in an event.
type Participant struct {
	Actor int // index into Input.Cast.Actors
	Role  Role
}
