package timex

import "dateline/timeline/calendar"

// expr is what an expression says by itself, before the document says the rest.
type expr struct {
	start, end    int    // bytes
	rule          string // the rule that found it
	kind          kind
	typ           Type
	mod           string // TIMEX3 mod
	parts         parts
	rel           relation
	amount        amount
	amountEnd     int    // of an offset: where its amount ends
	dir           int    // of an offset: -1 before, +1 after
	from          anchor // of an offset: what it is counted from
	base          *expr  // what an offset is counted from, where the expression says so: "three days after Christmas"
	weekOf        int    // which week of the month is meant: -1 the last, 0 none
	weekend       bool   // or weekend
	dayOf         int    // which day of the month or year is meant: -1 the last, 0 none
	ref           string // of a reference: PAST_REF, …
	quant         string // of a set: EVERY
	freq          string // of a set: 2X
	second        *expr  // the next of markables found together: "14" and "18" of "March 14–18"
	ranged        bool   // the two are the ends of a range and no list
	ambiguous     bool   // day and month of a numeric date could be exchanged
	weak          bool   // stands only if the context does not speak against it: a bare "1998", a bare "June"
	head          bool   // may have "the" or a modifier of its own before it
	chartYear     int    // of an incomplete date in a narrative: the year found by chart.go
	left          bool   // of a date in a narrative: chart.go found that the narrative does not follow it
	aside         bool   // and its words say so too
	narrative     bool   // counts only in a narrative, where such words place an event: "the former king", "recent losses"
	recurs        bool   // it comes every year, week or day, and has no date (recurring.go, schedule.go)
	dotted        bool   // of a spoken hour: with a full stop, "5.30"
	timed         bool   // of a spoken hour: a clock time stands close by
	spoken        bool   // an hour of the day only where the text tells of hours
	turned        bool   // its hour is of the second half of the day by what was told before
	open          bool   // its year of three digits is one only where the text has others (year.go)
	loose         bool   // and its words would not do to show that it has others
	shortEnd      int    // where it ends without that year, where it can do without
	completed     bool   // the year was found from the weekday, with completedFrom
	completedFrom calendar.Date
}

// kind says how an expression is resolved.
type kind uint8

const (
	noKind    kind = iota
	point          // a date or clock time, more or less complete: "June 5", "last May", "next year's first quarter"
	offset         // an amount before or after a date: "two years ago", "three days later"
	duration       // an amount: "eight months"
	set            // a repeated time: "every Friday"
	reference      // PRESENT_REF, PAST_REF, FUTURE_REF
	aged           // an age: "the age of 21"
	refused        // no timex, and neither are its pieces: "30 February 2015"
)

// anchor is what a relative expression is counted from.
type anchor uint8

const (
	speech    anchor = iota // the publication date, or what stands for it
	narrative               // the date the text has reached
)

// partSet says which parts of a date an expression gives.
type partSet uint32

const (
	hasYear partSet = 1 << iota
	hasDecade
	hasCentury
	hasMillennium
	hasMonth
	hasDay
	hasWeekday
	hasSeason
	hasQuarter
	hasHalf
	hasWeek
	hasWeekend
	hasTod    // part of the day
	hasHour   // clock time
	hasZone   // zone of the clock time
	hasFiscal // of a fiscal year
	hasTwoDigits
	hasUnknownDay // some day of the month or year
	hasFace       // clock time as the clock's face shows it, of either half of the day: "two o'clock"
)

// parts are the parts of a date.
type parts struct {
	have                 partSet
	year                 int // astronomical; of a decade, century or millennium its first year
	month, day           int
	weekday              int // 1 Monday to 7 Sunday
	season               string
	quarter, half, week  int
	tod                  string // part of the day, as TIMEX3 writes it: MO, AF, EV, NI, DT, MI
	hour, minute, second int    // minute and second are -1 where not given
	zone                 int    // minutes east of UTC
	holiday              *holiday
}

func (p *parts) has(s partSet) bool { return p.have&s != 0 }

// relation places an expression by its neighbourhood: "last", "this", "next", "the same".
type relation struct {
	set  bool
	unit string // a unit of the lexicon; empty where the parts themselves are related ("last May")
	n    int    // how many units away: -1 last, 0 this, +1 next
	from anchor
}

// amount is a number of units.
type amount struct {
	number number
	unit   string
	more   []amount // "two years and three months"
}

// number is a quantity as words or digits give it.
type number struct {
	value float64
	vague bool // several, a few, a bare plural: X in TIMEX3
}

// unit is a unit of time.
type unit struct {
	time bool   // stands after the T of a duration
	code string // in a duration
	days int    // about how long; 0 for units shorter than a day
}

// setClock gives the parts a clock time; minute and second are -1 where it has none.
func (p *parts) setClock(hour, minute, second int) {
	p.have |= hasHour
	p.hour, p.minute, p.second = hour, minute, second
}
