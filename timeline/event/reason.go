package event

// Reason says what a part of an event's analysis rests on.
type Reason struct {
	Of    Part
	Rule  Rule
	Actor int  // index into Input.Cast.Actors where Of is OfActor, else -1
	Span  Span // the words it goes by; empty where it goes by what the text does not say
}

// Part is what of an event a reason is given for.
type Part string

// The parts of an event that have reasons, in the order in which an event gives them.
const (
	OfDate        Part = "date"
	OfStatus      Part = "status"
	OfActor       Part = "actor"
	OfAttribution Part = "attribution"
)

// Parts lists every part.
var Parts = [...]Part{OfDate, OfStatus, OfActor, OfAttribution}

// Rule names how a part of an event was found.
type Rule string

// The rules. What each says in full is in Rules.
const (
	Modifies   Rule = "modifies"
	Shared     Rule = "shared"
	OpenStart  Rule = "open-start"
	OpenEnd    Rule = "open-end"
	Since      Rule = "since"
	GoesOn     Rule = "goes-on"
	SameTime   Rule = "same-time"
	Apart      Rule = "apart"
	AsLead     Rule = "as-lead"
	Told       Rule = "told"
	Negated    Rule = "negated"
	CalledOff  Rule = "called-off"
	Modal      Rule = "modal"
	Future     Rule = "future"
	Scheduled  Rule = "scheduled"
	Governed   Rule = "governed"
	Condition  Rule = "condition"
	Subject    Rule = "subject"
	Carried    Rule = "carried"
	Object     Rule = "object"
	Oblique    Rule = "oblique"
	Inside     Rule = "inside"
	SaidAround Rule = "said-around"
	According  Rule = "according"
)

// Rules gives every rule with the part it is of and what it says, as the end of a sentence that begins with the
// words it goes by: `"Thursday" modifies the word for what happens`.
var Rules = []struct {
	Rule Rule
	Of   Part
	Says string
}{
	{Modifies, OfDate, "modifies the word for what happens"},
	{Shared, OfDate, "gives the time of the clause beside or above, which holds for this one too"},
	{OpenStart, OfDate, "leaves the start open"},
	{OpenEnd, OfDate, "leaves the end open"},
	{Since, OfDate, "lets it last until the article was published"},
	{GoesOn, OfDate, "is the last time that was told, and the narrative goes on from there"},
	{SameTime, OfDate, "is the last time that was told, and the text says that this was at the same time"},
	{Apart, OfDate, "says how far it is from what the clause above tells"},
	{AsLead, OfDate, "is the day that the news story reports"},
	{Told, OfStatus, "told as a fact: nothing negates it, makes it uncertain or puts it into the future"},
	{Negated, OfStatus, "negates it"},
	{CalledOff, OfStatus, "calls it off"},
	{Modal, OfStatus, "makes it a possibility"},
	{Future, OfStatus, "puts it into the future, as the text sees it"},
	{Scheduled, OfStatus, "puts it on a date"},
	{Governed, OfStatus, "is the verb that it depends on and that says so"},
	{Condition, OfStatus, "makes it a condition, or dependent on one"},
	{Subject, OfActor, "is the subject"},
	{Carried, OfActor, "is the subject of another clause, which goes on here"},
	{Object, OfActor, "is the object"},
	{Oblique, OfActor, "stands with it behind a preposition"},
	{Inside, OfActor, "stands inside a phrase that belongs to it"},
	{SaidAround, OfAttribution, "is the subject of the verb of saying around it"},
	{According, OfAttribution, "stands behind according to"},
}

// because keeps a reason that goes by a token of the clause, or by none.
func (c *clause) because(of Part, why cue) {
	r := Reason{Of: of, Rule: why.rule, Actor: -1}
	if why.token >= 0 {
		r.Span = Span{c.Tokens[why.token].Start, c.Tokens[why.token].End}
	}
	c.event.Reasons = append(c.event.Reasons, r)
}
