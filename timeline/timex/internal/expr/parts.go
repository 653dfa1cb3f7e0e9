package expr

import (
	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/holiday"
)

// Parts are the parts of a date.
type Parts struct {
	Have                 PartSet
	Year                 int // astronomical; of a decade, century or millennium its first year
	Month, Day           int
	Weekday              int // 1 Monday to 7 Sunday
	Season               string
	Quarter, Half, Week  int
	Tod                  string // part of the day, as TIMEX3 writes it: MO, AF, EV, NI, DT, MI
	Hour, Minute, Second int    // minute and second are -1 where not given
	Zone                 int    // minutes east of UTC
	Holiday              *holiday.Holiday
}

// PartSet says which parts of a date an expression gives.
type PartSet uint32

// The parts of a date and of a clock time.
const (
	HasYear PartSet = 1 << iota
	HasDecade
	HasCentury
	HasMillennium
	HasMonth
	HasDay
	HasWeekday
	HasSeason
	HasQuarter
	HasHalf
	HasWeek
	HasWeekend
	HasTod        // part of the day
	HasHour       // clock time
	HasZone       // zone of the clock time
	HasFiscal     // of a fiscal year
	HasTwoDigits  // a year of two digits
	HasUnknownDay // some day of the month or year
)

// Quarters is how many there are in a year, and in the codes of periods before the halves.
const Quarters = 4

// Has reports whether the parts have one of the set.
func (p *Parts) Has(s PartSet) bool { return p.Have&s != 0 }

// SetDay gives the parts a day; no date leaves them as they are.
func (p *Parts) SetDay(d calendar.Date) {
	if d.IsZero() {
		return
	}
	p.Year, p.Month, p.Day = d.Year(), d.Month(), d.Day()
	p.Have |= HasYear | HasMonth | HasDay
}

// SetClock gives the parts a clock time; minute and second are -1 where it has none.
func (p *Parts) SetClock(hour, minute, second int) {
	p.Have |= HasHour
	p.Hour, p.Minute, p.Second = hour, minute, second
}

// OfYear is p of a year.
func (p Parts) OfYear(year int) Parts {
	p.Year, p.Have = year, p.Have|HasYear
	if p.Holiday != nil {
		p.SetDay(p.Holiday.In(year))
	}
	return p
}

// With gives a related stretch what the expression says of it: the part of a related day, the month or quarter of a related year.
func (p Parts) With(said *Parts) Parts {
	p.Have |= said.Have
	p.Tod, p.Hour, p.Minute, p.Second, p.Zone = said.Tod, said.Hour, said.Minute, said.Second, said.Zone
	if said.Has(HasMonth | HasSeason | HasQuarter | HasHalf) {
		p.Have = said.Have | HasYear
		p.Month, p.Day, p.Season, p.Quarter, p.Half = said.Month, said.Day, said.Season, said.Quarter, said.Half
	}
	if said.Holiday != nil {
		p.SetDay(said.Holiday.In(p.Year))
	}
	return p
}

// InYear is where in a year the day, month, holiday, season, quarter or half that p names lies, to the day or month; no date where it has none.
func (p *Parts) InYear(y int) calendar.Date {
	month := p.Month
	switch {
	case p.Holiday != nil:
		return p.Holiday.In(y)
	case p.Has(HasMonth) && p.Has(HasDay):
		d, _ := calendar.OfDay(y, p.Month, p.Day)
		return d
	case p.Has(HasMonth):
	case p.Has(HasSeason):
		month = SeasonStart[p.Season]
	case p.Has(HasQuarter):
		month = 3*p.Quarter - 1
	case p.Has(HasHalf):
		month = 6*p.Half - 5
	}
	d, _ := calendar.OfMonth(y, month)
	return d
}

// HourIn is an hour of the clock's face, or of the day, in a part of the day.
func HourIn(hour int, part string) int {
	if (part == "AF" || part == "EV" || part == "NI" && hour > 4) && hour < 12 {
		return hour + 12
	}
	return hour
}

// Astronomical is the year as ISO 8601 counts it: 1 BC is 0.
func Astronomical(year int, era string) int {
	if era == "BC" {
		return 1 - year
	}
	return year
}
