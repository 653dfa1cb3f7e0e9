package expr

import (
	"strconv"

	"dateline/timeline/calendar"
)

// Value writes parts as a TIMEX3 value; what is not known is X.
func (p *Parts) Value() string {
	b := make([]byte, 0, 24)
	switch {
	case p.Has(HasMillennium):
		return string(AppendYear(b, p.Year, 1))
	case p.Has(HasCentury):
		return string(AppendYear(b, p.Year, 2))
	case p.Has(HasDecade):
		return string(AppendYear(b, p.Year, 3))
	case p.Has(HasYear):
		b = AppendYear(b, p.Year, 4)
	default:
		b = append(b, "XXXX"...)
	}
	switch {
	case p.Has(HasWeek):
		b = appendPadded(append(b, "-W"...), p.Week, 2)
		if p.Has(HasWeekend) {
			b = append(b, "-WE"...)
		}
	case p.Has(HasWeekday) && !p.Has(HasDay):
		b = append(b, "-WXX-"...)
		b = strconv.AppendInt(b, int64(p.Weekday), 10)
	case p.Has(HasWeekend):
		b = append(b, "-WXX-WE"...)
	case p.Has(HasSeason):
		b = append(append(b, '-'), p.Season...)
	case p.Has(HasQuarter):
		b = strconv.AppendInt(append(b, "-Q"...), int64(p.Quarter), 10)
	case p.Has(HasHalf):
		b = strconv.AppendInt(append(b, "-H"...), int64(p.Half), 10)
	case p.Has(HasMonth):
		b = appendPadded(append(b, '-'), p.Month, 2)
		if p.Has(HasDay) {
			b = appendPadded(append(b, '-'), p.Day, 2)
		} else if p.Has(HasUnknownDay) && !p.Has(HasHour|HasTod) {
			b = append(b, "-XX"...)
		}
	case p.Has(HasUnknownDay) && !p.Has(HasHour|HasTod):
		b = append(b, "-XX-XX"...)
	}
	return string(p.appendTime(b))
}

// appendTime writes a clock time or part of the day, behind X's for a day that is not known.
func (p *Parts) appendTime(b []byte) []byte {
	switch {
	case !p.Has(HasHour | HasTod):
	case !p.Has(HasMonth | HasWeekday | HasWeek | HasSeason | HasQuarter):
		b = append(b, "-XX-XX"...)
	case p.Has(HasMonth) && !p.Has(HasDay):
		b = append(b, "-XX"...)
	}
	return p.AppendClock(b)
}

// AppendClock writes the clock time or part of the day of a value, "T14:30" or "TNI"; nothing where the parts have none. A zone is no part of the value, as TimeBank and
// AQUAINT have it; the date has it.
func (p *Parts) AppendClock(b []byte) []byte {
	switch {
	case p.Has(HasTod):
		return append(append(b, 'T'), p.Tod...)
	case !p.Has(HasHour):
		return b
	}
	b = append(b, 'T')
	b = appendPadded(b, p.Hour, 2)
	if p.Minute >= 0 {
		b = appendPadded(append(b, ':'), p.Minute, 2)
	} else {
		b = append(b, ":00"...)
	}
	if p.Second >= 0 {
		b = appendPadded(append(b, ':'), p.Second, 2)
	}
	return b
}

// AppendYear writes the first digits of a year's four: TIMEX3 has three for a decade and two for a century. Years
// before the common era are written BC0490 (TIMEX2, which TIMEX3 refers to).
func AppendYear(b []byte, year, digits int) []byte {
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

// Interval is what complete parts mean on the calendar; the zero Interval where they are not complete.
func (p *Parts) Interval() (calendar.Interval, calendar.Precision) {
	none := calendar.Interval{}
	years := func(n int, precision calendar.Precision) (calendar.Interval, calendar.Precision) {
		return Between(calendar.OfYear(p.Year))(calendar.OfYear(p.Year + n - 1)), precision
	}
	months := func(y, m, n int, precision calendar.Precision) (calendar.Interval, calendar.Precision) {
		first, err := calendar.OfMonth(y, m)
		return Between(first, err)(first.AddMonths(n-1), err), precision
	}
	switch {
	case p.Has(HasMillennium):
		return years(1000, calendar.Millennium)
	case p.Has(HasCentury):
		return years(100, calendar.Century)
	case p.Has(HasDecade):
		return years(10, calendar.Decade)
	case !p.Has(HasYear):
		return none, calendar.None
	case p.Has(HasWeek):
		monday := calendar.WeekStart(p.Year, p.Week)
		if p.Has(HasWeekend) {
			return calendar.Interval{Start: monday.AddDays(5), End: monday.AddDays(6)}, calendar.Week
		}
		return calendar.Interval{Start: monday, End: monday.AddDays(6)}, calendar.Week
	case p.Has(HasSeason):
		first := SeasonStart[p.Season]
		return months(p.Year, first, 3, calendar.Season)
	case p.Has(HasQuarter):
		return months(p.Year, 3*p.Quarter-2, 3, calendar.Quarter)
	case p.Has(HasHalf):
		return months(p.Year, 6*p.Half-5, 6, calendar.Half)
	case p.Has(HasWeekday) && !p.Has(HasDay):
		return none, calendar.None
	case p.Has(HasDay):
		return p.dayInterval()
	case p.Has(HasHour | HasTod):
		return none, calendar.None
	case p.Has(HasMonth):
		return months(p.Year, p.Month, 1, calendar.Month)
	}
	return years(1, calendar.Year)
}

// dayInterval is the day, or the clock time of the day.
func (p *Parts) dayInterval() (calendar.Interval, calendar.Precision) {
	d, err := calendar.OfDay(p.Year, p.Month, p.Day)
	if err != nil {
		return calendar.Interval{}, calendar.None
	}
	if p.Has(HasHour) {
		precision := calendar.Minute
		if p.Second >= 0 {
			precision = calendar.Second
		}
		t, err := d.At(p.Hour, max(p.Minute, 0), max(p.Second, 0), precision)
		if err == nil {
			if p.Has(HasZone) {
				t = t.In(p.Zone)
			}
			return calendar.Of(t), precision
		}
	}
	return calendar.Of(d), calendar.Day
}

// Between is the interval from a to b; the zero Interval where there is no a or no b.
func Between(a calendar.Date, errA error) func(b calendar.Date, errB error) calendar.Interval {
	return func(b calendar.Date, errB error) calendar.Interval {
		if errA != nil || errB != nil {
			return calendar.Interval{}
		}
		return calendar.Interval{Start: a, End: b}
	}
}

// SeasonStart is the first month of each season, as meteorologists of the northern hemisphere count.
var SeasonStart = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}
