package calendar

import (
	"cmp"
	"time"
)

// IsLeap reports whether the year has a 29 February.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of a month (1 to 12) of a year.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// number counts the days from 1 January of year 0 to the first day of d.
func (d Date) number() int {
	return dayNumber(int(d.year), int(max(d.month, 1)), int(max(d.day, 1)))
}

// dayNumber counts days from a year that begins in March, so that the leap day is a year's last
// (the usual reckoning, as in E. G. Richards, Mapping Time, 1998).
func dayNumber(y, m, d int) int {
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*(m-3)+2)/5 + d - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
}

// ofNumber is dayNumber's inverse; it gives no date outside MinYear to MaxYear.
func ofNumber(n int) Date {
	era := floorDiv(n, 146097)
	dayOfEra := n - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day := dayOfYear - (153*m+2)/5 + 1
	year := yearOfEra + era*400
	if m += 3; m > 12 {
		m -= 12
		year++
	}
	d, _ := OfDay(year, m, day)
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// AddDays is the day n days after the first day of d (before, where n is negative), with d's clock time.
// It is no date where that day falls outside MinYear to MaxYear.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	e := ofNumber(d.number() + n)
	if d.precision > Day && !e.IsZero() {
		e.hour, e.minute, e.second, e.precision, e.zone, e.zoned = d.hour, d.minute, d.second, d.precision, d.zone, d.zoned
	}
	return e
}

// AddMonths is the date n months later, at the same precision; a year stays a year and moves by whole
// years. A day that the month lacks becomes the month's last ("a month after 31 January").
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	if d.precision == Year {
		return d.AddYears(floorDiv(n, 12))
	}
	months := int(d.year)*12 + int(d.month) - 1 + n
	return d.moveTo(floorDiv(months, 12), months-floorDiv(months, 12)*12+1)
}

// AddYears is the date n years later, at the same precision; 29 February becomes 28 in a common year.
func (d Date) AddYears(n int) Date {
	if d.IsZero() {
		return d
	}
	return d.moveTo(int(d.year)+n, int(d.month))
}

func (d Date) moveTo(year, month int) Date {
	if year < MinYear || year > MaxYear {
		return Date{}
	}
	d.year, d.month = int32(year), int8(month)
	if d.day > 0 {
		d.day = min(d.day, int8(DaysIn(year, month)))
	}
	return d
}

// AddSeconds is the clock time n seconds later; a date without a clock time does not move.
func (d Date) AddSeconds(n int) Date {
	if d.precision < Hour {
		return d
	}
	total := int(d.hour)*3600 + int(d.minute)*60 + int(d.second) + n
	days := floorDiv(total, 86400)
	total -= days * 86400
	e := d.AddDays(days)
	if !e.IsZero() {
		e.hour, e.minute, e.second = int8(total/3600), int8(total/60%60), int8(total%60)
	}
	return e
}

// DaysUntil counts the days from the first day of d to the first day of e.
func (d Date) DaysUntil(e Date) int { return e.number() - d.number() }

// Weekday is the weekday of the first day of d.
func (d Date) Weekday() time.Weekday {
	// Day 0 of this count, 1 March of year 0, was a Wednesday.
	n := (d.number() + int(time.Wednesday)) % 7
	return time.Weekday((n + 7) % 7)
}

// Compare orders dates by their beginning: -1, 0 or +1. Of two that begin together the coarser one comes
// first; a clock time in a zone is compared by its place on the clock, because a civil date is no instant.
// No date comes before every date.
func (d Date) Compare(e Date) int {
	if d.IsZero() || e.IsZero() {
		return cmp.Compare(b2i(!d.IsZero()), b2i(!e.IsZero()))
	}
	a, b := d.FirstDay(), e.FirstDay()
	return cmp.Or(
		cmp.Compare(a.year, b.year), cmp.Compare(a.month, b.month), cmp.Compare(a.day, b.day),
		cmp.Compare(d.hour, e.hour), cmp.Compare(d.minute, e.minute), cmp.Compare(d.second, e.second),
		cmp.Compare(d.precision, e.precision),
	)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ISOWeek is the year and number (1 to 53) of the ISO 8601 week in which the first day of d falls.
func (d Date) ISOWeek() (year, week int) {
	thursday := d.FirstDay().AddDays(3 - (int(d.Weekday())+6)%7)
	jan1 := Date{year: thursday.year, month: 1, day: 1, precision: Day}
	return int(thursday.year), jan1.DaysUntil(thursday)/7 + 1
}

// WeekStart is the Monday of an ISO 8601 week; no date where the year has no such week.
func WeekStart(year, week int) Date {
	jan4, err := OfDay(year, 1, 4)
	if err != nil || week < 1 || week > 53 {
		return Date{}
	}
	monday := jan4.AddDays(-((int(jan4.Weekday()) + 6) % 7) + 7*(week-1))
	if y, w := monday.ISOWeek(); y != year || w != week {
		return Date{}
	}
	return monday
}
