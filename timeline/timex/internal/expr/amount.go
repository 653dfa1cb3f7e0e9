package expr

import (
	"math"
	"strconv"
)

// Amount is a number of units.
type Amount struct {
	Number Number
	Unit   string
	More   []Amount // "two years and three months"
}

// Number is a quantity as words or digits give it.
type Number struct {
	Value float64
	Vague bool // several, a few, a bare plural: X in TIMEX3
	About bool // "or so" stands behind it
}

// Unit is a unit of time.
type Unit struct {
	time bool   // stands after the T of a duration
	code string // in a duration
	Days int    // about how long; 0 for units shorter than a day
}

// Units tells what a duration of a unit looks like in TIMEX3 and on the calendar, by the unit's code in the lexicon.
var Units = map[string]Unit{
	"S":  {time: true, code: "S"},
	"M":  {time: true, code: "M"},
	"H":  {time: true, code: "H"},
	"D":  {code: "D", Days: 1},
	"W":  {code: "W", Days: 7},
	"M1": {code: "M", Days: 30},
	"Q":  {code: "Q", Days: 91},
	"Y":  {code: "Y", Days: 365},
	"DE": {code: "DE", Days: 3652},
	"C":  {code: "CE", Days: 36524},
	"ML": {code: "ML", Days: 365242},
	"WE": {code: "WE", Days: 2},
	"HY": {code: "HY", Days: 182},
}

// Value writes an amount as a TIMEX3 duration: P3Y, PT24H, P2Y3M, PXM.
func (a *Amount) Value() string {
	date, clock := "", ""
	for _, part := range append([]Amount{*a}, a.More...) {
		u := Units[part.Unit]
		n, code := part.Number, u.code
		if !n.Vague {
			switch part.Unit {
			case "DE":
				n.Value, code = n.Value*10, "Y"
			case "C":
				n.Value, code = n.Value*100, "Y"
			case "ML":
				n.Value, code = n.Value*1000, "Y"
			}
		}
		if n.Vague && (part.Unit == "DE" || part.Unit == "C") {
			code = "Y" // as P10Y is what TimeML has for a decade
		}
		s := "X" + code
		if !n.Vague {
			s = whole(n.Value, code, u.time)
		}
		if u.time {
			clock += s
		} else {
			date += s
		}
	}
	if clock != "" {
		clock = "T" + clock
	}
	return "P" + date + clock
}

// parts are what a half and a quarter of a unit are in whole ones: TimeBank has P2Y6M for "2 1/2 years" and PT1M30S for "a minute and a half".
var parts = map[string]map[float64]string{
	"Y":  {0.5: "6M", 0.25: "3M", 0.75: "9M"},
	"TH": {0.5: "30M", 0.25: "15M", 0.75: "45M"},
	"TM": {0.5: "30S", 0.25: "15S", 0.75: "45S"},
}

// whole writes a number of units, a half or a quarter as a number of smaller units where one divides by them.
func whole(n float64, code string, time bool) string {
	if n == 1.5 && code == "Y" { // a year and a half
		return "18M"
	}
	count, kind := int(n), code
	if time {
		kind = "T" + code
	}
	part := parts[kind][n-float64(count)]
	if part == "" {
		return strconv.FormatFloat(n, 'f', -1, 64) + code
	}
	if count == 0 {
		return part
	}
	return strconv.Itoa(count) + code + part
}

// Minutes is how many minutes an amount of hours or minutes has, with what it has of the smaller unit: "an hour and ten minutes".
func (a *Amount) Minutes() int {
	minutes := 0
	for _, part := range append([]Amount{*a}, a.More...) {
		switch part.Unit {
		case "H":
			minutes += int(part.Number.Value * 60)
		case "M":
			minutes += int(part.Number.Value)
		}
	}
	return minutes
}

// WholeDays is an amount of hours as one of days, and whether it is as many: "forty-eight hours".
func (a *Amount) WholeDays() (days Amount, ok bool) {
	n := a.Number.Value / 24
	return Amount{Number: Number{Value: n, About: a.Number.About}, Unit: "D"}, a.Unit == "H" && len(a.More) == 0 && n >= 1 && n == math.Trunc(n)
}

// None is no time at all, in the unit that an amount leads to; weeks lead from day to day.
func (a *Amount) None() Amount {
	if a.Unit == "W" {
		return Amount{Unit: "D"}
	}
	return Amount{Unit: a.Unit}
}
