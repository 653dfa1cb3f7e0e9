// Package expr holds what a time expression says by itself: the model that the grammar makes of the text and that the resolution turns
// into values and dates. An expression has parts of a date ("Friday", "June 5"), an amount ("two years ago"), or a code of TIMEX3 (PAST_REF);
// parts and amounts are written here as TIMEX3 values and as dates on the calendar.
package expr

import "dateline/timeline/calendar"

// Expr is what an expression says by itself, before the document says the rest.
type Expr struct {
	Start, End    int    // bytes
	Rule          string // the rule that found it
	Kind          Kind
	Type          Type
	Mod           string // TIMEX3 mod
	Parts         Parts
	Rel           Relation
	Amount        Amount
	AmountEnd     int    // of an offset: where its amount ends
	Dir           int    // of an offset: -1 before, +1 after
	From          Anchor // of an offset: what it is counted from
	Base          *Expr  // what an offset is counted from, where the expression says so: "three days after Christmas"
	WeekOf        int    // which week of the month is meant: -1 the last, 0 none
	Weekend       bool   // or weekend
	DayOf         int    // which day of the month or year is meant: -1 the last, 0 none
	Ref           string // of a reference: PAST_REF, …
	Quant         string // of a set: EVERY
	Freq          string // of a set: 2X
	Second        *Expr  // the next of markables found together: "14" and "18" of "March 14–18"
	Ranged        bool   // the two are the ends of a range and no list
	Ambiguous     bool   // day and month of a numeric date could be exchanged
	Weak          bool   // stands only if the context does not speak against it: a bare "1998", a bare "June"
	Head          bool   // may have "the" or a modifier of its own before it
	ChartYear     int    // of an incomplete date in a narrative: the year found by chart.go
	Left          bool   // of a date in a narrative: chart.go found that the narrative does not follow it
	Aside         bool   // and its words say so too
	Narrative     bool   // counts only in a narrative, where such words place an event: "the former king", "recent losses"
	Entry         bool   // a day of the month by its number alone at the head of a line, which only a diary has
	Recurs        bool   // it comes every year, week or day, and has no date (recurring.go, schedule.go)
	Timed         bool   // of a spoken hour: a clock time stands close by
	Spoken        bool   // an hour and no more, which may be none
	HourTold      bool   // of a clock time: its minutes alone, of the hour told before
	Turned        bool   // its hour is of the other half of the day by what was told before
	Open          bool   // its year of three digits is one only where the text has others (year.go)
	Loose         bool   // and its words would not do to show that it has others
	ShortEnd      int    // where it ends without that year, where it can do without
	Completed     bool   // the year was found from the weekday, with completedFrom
	CompletedFrom calendar.Date
	SomePart      string  // of a month, season or year: the part of some day in it that is meant, "one evening in June"; empty for the whole of it
	Lent          PartSet // parts that stand with another expression: the year of "May" in "from May to June 2018"
}

// Type is the type of a TIMEX3.
type Type string

// The types of TIMEX3 (TimeML 1.2.1, section 2.2).
const (
	DateType     Type = "DATE"
	TimeType     Type = "TIME"
	DurationType Type = "DURATION"
	SetType      Type = "SET"
)

// Kind says how an expression is resolved.
type Kind uint8

const (
	NoKind    Kind = iota
	Point          // a date or clock time, more or less complete: "June 5", "last May", "next year's first quarter"
	Offset         // an amount before or after a date: "two years ago", "three days later"
	Duration       // an amount: "eight months"
	Set            // a repeated time: "every Friday"
	Reference      // PRESENT_REF, PAST_REF, FUTURE_REF
	Aged           // an age: "the age of 21"
	Refused        // no timex, and neither are its pieces: "30 February 2015"
)

// Anchor is what a relative expression is counted from.
type Anchor uint8

const (
	Speech    Anchor = iota // the publication date, or what stands for it
	Narrative               // the date the text has reached
)

// Relation places an expression by its neighbourhood: "last", "this", "next", "the same".
type Relation struct {
	Set  bool
	Unit string // a unit of the lexicon; empty where the parts themselves are related ("last May")
	N    int    // how many units away: -1 last, 0 this, +1 next
	From Anchor
}

// Antecedent stands for a unit in the relation of an anaphoric expression.
const Antecedent = "antecedent"

// IsDay reports whether the expression is of a day, without clock time or part of the day.
func (e *Expr) IsDay() bool {
	if e.Parts.Has(HasHour|HasTod) || e.Mod != "" {
		return false
	}
	return e.Parts.Has(HasDay|HasWeekday) || e.Rel.Set && e.Rel.Unit == "D" || e.Parts.Holiday != nil || e.DayOf != 0
}

// GivesDay reports whether the expression is of a day or a time on one.
func (e *Expr) GivesDay() bool { return e.Parts.Has(HasDay | HasWeekday) }

// FromWriting reports whether the expression is counted from the day of writing, "yesterday", "two days ago", "next year": no date that a narrative goes to.
func (e *Expr) FromWriting() bool {
	return e.Rule == RuleAgo || e.Kind == Point && e.Rel.Set && e.Rel.From == Speech && e.Rel.N != 0
}

// CountsHours reports whether an offset is an amount of hours, minutes or seconds on from the narrative.
func (e *Expr) CountsHours() bool {
	return Units[e.Amount.Unit].time && e.Base == nil && !e.Amount.Number.Vague && e.From == Narrative && e.AmountEnd > 0
}

// JoinDay adds the day's parts and relation to a clock time or part of the day. A clock time without half of the day takes it from the day's
// part: "10:30 tomorrow night".
func (e *Expr) JoinDay(day *Expr) {
	p := day.Parts
	if p.Has(HasTod) && e.Parts.Has(HasHour) {
		e.Parts.Hour = HourIn(e.Parts.Hour, p.Tod)
		p.Have &^= HasTod
	}
	p.Have |= e.Parts.Have
	p.Tod, p.Hour, p.Minute, p.Second, p.Zone = e.Parts.Tod, e.Parts.Hour, e.Parts.Minute, e.Parts.Second, e.Parts.Zone
	e.Parts, e.Rel, e.DayOf, e.Ambiguous = p, day.Rel, day.DayOf, day.Ambiguous
	if day.Rule != "" {
		e.Rule = day.Rule + "+" + e.Rule
	}
}

// Kept is the expression, without others found together with it, for longer than it is read.
func (e *Expr) Kept() Expr {
	k := *e
	k.Second = nil
	if k.Base != nil {
		base := k.Base.Kept()
		k.Base = &base
	}
	return k
}

// Emptied is room for more expressions that holds none of those in it; no more than limit of it is kept. Behind its length it must hold none.
func Emptied(room []Expr, limit int) []Expr {
	if cap(room) > limit {
		return nil
	}
	clear(room)
	return room[:0]
}
