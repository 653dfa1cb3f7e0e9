// Package timex finds temporal expressions (timexes) in English prose and says what they mean: as TIMEX3
// of TimeML 1.2.1 writes it, and as dates on the calendar.
//
// Spans are byte offsets into the text, end exclusive, as Go slices count.
package timex

import (
	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
	"dateline/timeline/timex/internal/expr"
)

// Type is the type of a TIMEX3: "DATE", "TIME", "DURATION" or "SET".
type Type = expr.Type

// The types of TIMEX3 (TimeML 1.2.1, section 2.2).
const (
	DateType     = expr.DateType
	TimeType     = expr.TimeType
	DurationType = expr.DurationType
	SetType      = expr.SetType
)

// Basis says how a date was found.
type Basis string

const (
	Stated    Basis = "stated"    // complete in the text
	Completed Basis = "completed" // a part, usually the year, was taken from the reference date
	Relative  Basis = "relative"  // computed from the reference date
	Inherited Basis = "inherited" // an event without a timex of its own has the narrative's date
)

// Timex is a temporal expression of a text.
type Timex struct {
	Start, End int    // bytes
	Text       string // the text between Start and End
	Type       Type
	Value      string  // TIMEX3 value: "2014-05", "P2W", "PRESENT_REF", "XXXX-WXX-5"; the zone of a clock time is in Date alone
	Mod        string  // TIMEX3 mod: "START", "APPROX", …; empty where there is none
	Date       Date    // what it means on the calendar; the zero Date where it means no date
	Rule       string  // name of the rule that found it
	Known      Parts   // parts of the value that the expression itself gives: the weekday of "Friday"
	Implied    Parts   // parts that were found around it: the year, month and day of "Friday"
	Confidence float64 // estimated probability that the value is right, 0 to 1
	Quant      string  // TIMEX3 quant of a SET: "EVERY"
	Freq       string  // TIMEX3 freq of a SET: "2X"
	// TimeML's anchorTimeID, beginPoint and endPoint: what the value was computed from, and from where to where a duration
	// runs. Each is the number of a timex of the text, counted from 1 in text order, Publication, or 0 for none.
	AnchorTime, BeginPoint, EndPoint int
	Range                            *Range // the range that the timex is an end of; nil where it is none
}

// Publication stands for the publication date where a timex is meant.
const Publication = -1

// Range is what two timexes mean together: "between May 2014 and March 2016", "1939–1945", "March 14–18". TIMEX3 marks the two
// ends, each with its own value; both have the same Range, whose date runs from the first to the second.
type Range struct {
	Start, End int // bytes; from "between" or "from", where there is one, to the end of the second timex
	Date       Date
}

// Date is what a timex means on the calendar.
type Date struct {
	calendar.Interval
	Precision   calendar.Precision // of the expression: Decade for "the 1990s", Season for "last autumn"
	Approximate bool               // "about 1990", "the late 1990s"
	Ambiguous   bool               // a numeric date whose day and month could be exchanged
	Basis       Basis
	Anchor      calendar.Date // the reference date that a completed or relative date was found with; no date where it needed none
}

// Options is what a caller knows beside the text.
type Options struct {
	Published calendar.Date // publication date; the zero Date where unknown
	DateOrder DateOrder     // how to read numeric dates that the text does not settle
	Today     calendar.Date // latest year that a date completed from its weekday alone may have; the zero Date: none is completed so
}

// DateOrder is the order of day and month in numeric dates.
type DateOrder = exactdate.Order

// The orders.
const (
	AutoOrder  = exactdate.AutoOrder // as the article's unambiguous dates have it; else month first, flagged ambiguous
	MonthFirst = exactdate.MonthFirst
	DayFirst   = exactdate.DayFirst
)
