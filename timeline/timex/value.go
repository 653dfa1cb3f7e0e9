package timex

import (
	"strconv"

	"dateline/timeline/calendar"
)

// value writes parts as a TIMEX3 value; what is not known is X.
func (p *parts) value() string {
	b := make([]byte, 0, 24)
	switch {
	case p.has(hasMillennium):
		return string(appendYear(b, p.year, 1))
	case p.has(hasCentury):
		return string(appendYear(b, p.year, 2))
	case p.has(hasDecade):
		return string(appendYear(b, p.year, 3))
	case p.has(hasYear):
		b = appendYear(b, p.year, 4)
	default:
		b = append(b, "XXXX"...)
	}
	switch {
	case p.has(hasWeek):
		b = appendPadded(append(b, "-W"...), p.week, 2)
		if p.has(hasWeekend) {
			b = append(b, "-WE"...)
		}
	case p.has(hasWeekday) && !p.has(hasDay):
		b = append(b, "-WXX-"...)
		b = strconv.AppendInt(b, int64(p.weekday), 10)
	case p.has(hasWeekend):
		b = append(b, "-WXX-WE"...)
	case p.has(hasSeason):
		b = append(append(b, '-'), p.season...)
	case p.has(hasQuarter):
		b = strconv.AppendInt(append(b, "-Q"...), int64(p.quarter), 10)
	case p.has(hasHalf):
		b = strconv.AppendInt(append(b, "-H"...), int64(p.half), 10)
	case p.has(hasMonth):
		b = appendPadded(append(b, '-'), p.month, 2)
		if p.has(hasDay) {
			b = appendPadded(append(b, '-'), p.day, 2)
		} else if p.has(hasUnknownDay) && !p.has(hasHour|hasTod) {
			b = append(b, "-XX"...)
		}
	case p.has(hasUnknownDay) && !p.has(hasHour|hasTod):
		b = append(b, "-XX-XX"...)
	}
	return string(p.appendTime(b))
}

// appendTime writes a clock time or part of the day. Its zone is no part of the value, as TimeBank and AQUAINT have it; the date has it.
func (p *parts) appendTime(b []byte) []byte {
	if !p.has(hasHour | hasTod) {
		return b
	}
	switch {
	case !p.has(hasMonth | hasWeekday | hasWeek | hasSeason | hasQuarter):
		b = append(b, "-XX-XX"...)
	case p.has(hasMonth) && !p.has(hasDay):
		b = append(b, "-XX"...)
	}
	b = append(b, 'T')
	if p.has(hasTod) {
		return append(b, p.tod...)
	}
	b = appendPadded(b, p.hour, 2)
	if p.minute >= 0 {
		b = appendPadded(append(b, ':'), p.minute, 2)
	} else {
		b = append(b, ":00"...)
	}
	if p.second >= 0 {
		b = appendPadded(append(b, ':'), p.second, 2)
	}
	return b
}

// appendYear writes the first digits of a year's four: TIMEX3 has three for a decade and two for a century. Years
// before the common era are written BC0490 (TIMEX2, which TIMEX3 refers to).
func appendYear(b []byte, year, digits int) []byte {
	if year <= 0 && (year < 0 || digits == 4) { // year 0 begins the first century and decade
		// A decade or century before the common era is named by its years BC: the 470s BC are 479 to 470.
		b, year = append(b, "BC"...), 1-year
		if digits < 4 {
			year--
		}
	}
	for k := digits; k < 4; k++ {
		year /= 10
	}
	return appendPadded(b, year, digits)
}

func appendPadded(b []byte, n, width int) []byte {
	for limit := [...]int{1, 10, 100, 1000}[width-1]; limit > max(n, 1); limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// interval is what complete parts mean on the calendar; the zero Interval where they are not complete.
func (p *parts) interval() (calendar.Interval, calendar.Precision) {
	none := calendar.Interval{}
	years := func(n int, precision calendar.Precision) (calendar.Interval, calendar.Precision) {
		return between(calendar.OfYear(p.year))(calendar.OfYear(p.year + n - 1)), precision
	}
	months := func(y, m, n int, precision calendar.Precision) (calendar.Interval, calendar.Precision) {
		first, err := calendar.OfMonth(y, m)
		return between(first, err)(first.AddMonths(n-1), err), precision
	}
	switch {
	case p.has(hasMillennium):
		return years(1000, calendar.Millennium)
	case p.has(hasCentury):
		return years(100, calendar.Century)
	case p.has(hasDecade):
		return years(10, calendar.Decade)
	case !p.has(hasYear):
		return none, calendar.None
	case p.has(hasWeek):
		monday := calendar.WeekStart(p.year, p.week)
		if p.has(hasWeekend) {
			return calendar.Interval{Start: monday.AddDays(5), End: monday.AddDays(6)}, calendar.Week
		}
		return calendar.Interval{Start: monday, End: monday.AddDays(6)}, calendar.Week
	case p.has(hasSeason):
		first := seasonStart[p.season]
		return months(p.year, first, 3, calendar.Season)
	case p.has(hasQuarter):
		return months(p.year, 3*p.quarter-2, 3, calendar.Quarter)
	case p.has(hasHalf):
		return months(p.year, 6*p.half-5, 6, calendar.Half)
	case p.has(hasWeekday) && !p.has(hasDay):
		return none, calendar.None
	case p.has(hasDay):
		return p.dayInterval()
	case p.has(hasHour | hasTod):
		return none, calendar.None
	case p.has(hasMonth):
		return months(p.year, p.month, 1, calendar.Month)
	}
	return years(1, calendar.Year)
}

// dayInterval is the day, or the clock time of the day.
func (p *parts) dayInterval() (calendar.Interval, calendar.Precision) {
	d, err := calendar.OfDay(p.year, p.month, p.day)
	if err != nil {
		return calendar.Interval{}, calendar.None
	}
	if p.has(hasHour) {
		precision := calendar.Minute
		if p.second >= 0 {
			precision = calendar.Second
		}
		t, err := d.At(p.hour, max(p.minute, 0), max(p.second, 0), precision)
		if err == nil {
			if p.has(hasZone) {
				t = t.In(p.zone)
			}
			return calendar.Of(t), precision
		}
	}
	return calendar.Of(d), calendar.Day
}

func between(a calendar.Date, errA error) func(b calendar.Date, errB error) calendar.Interval {
	return func(b calendar.Date, errB error) calendar.Interval {
		if errA != nil || errB != nil {
			return calendar.Interval{}
		}
		return calendar.Interval{Start: a, End: b}
	}
}

// seasonStart is the first month of each season, as meteorologists of the northern hemisphere count.
var seasonStart = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// halves are what half of a unit is in whole ones: TimeBank has P2Y6M for "2 1/2 years" and PT1M30S for "a minute and a half".
var halves = map[string]string{"Y": "6M", "TH": "30M", "TM": "30S"}

// whole writes a number of units, a half as a number of smaller units where one divides by them.
func whole(n float64, code string, time bool) string {
	count := int(n)
	half := ""
	switch {
	case n-float64(count) != 0.5:
	case n == 1.5 && code == "Y": // a year and a half
		return "18M"
	default:
		kind := code
		if time {
			kind = "T" + code
		}
		half = halves[kind]
	}
	if half == "" {
		return strconv.FormatFloat(n, 'f', -1, 64) + code
	}
	if count == 0 {
		return half
	}
	return strconv.Itoa(count) + code + half
}

// value writes an amount as a TIMEX3 duration: P3Y, PT24H, P2Y3M, PXM.
func (a *amount) value() string {
	date, clock := "", ""
	for _, part := range append([]amount{*a}, a.more...) {
		u := units[part.unit]
		n, code := part.number, u.code
		if !n.vague {
			switch part.unit {
			case "DE":
				n.value, code = n.value*10, "Y"
			case "C":
				n.value, code = n.value*100, "Y"
			case "ML":
				n.value, code = n.value*1000, "Y"
			}
		}
		if n.vague && (part.unit == "DE" || part.unit == "C") {
			code = "Y" // as P10Y is what TimeML has for a decade
		}
		s := "X" + code
		if !n.vague {
			s = whole(n.value, code, u.time)
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
