package holiday

import (
	"math"

	"dateline/timeline/calendar"
)

// feasts are the days that holidays are counted from, by the name of their rule in holidays.txt.
var feasts = map[string]func(year int) calendar.Date{
	"easter": easter, "orthodox": orthodoxEaster, "advent": advent, "election": electionDay, "hebrew": hebrewNewYear, "passover": passover, "hanukkah": hanukkah, "shawwal": shawwal,
	"hajj": hajj, "chinese": chineseNewYear, "diwali": diwali, "nowruz": nowruz,
}

// easter is Easter Sunday of the Gregorian calendar, and of the Julian one before the reform of October 1582, dated in the calendar of the time
// (J. Meeus, Astronomical Algorithms, 1991, chapter 8).
func easter(year int) calendar.Date {
	if year <= reform {
		return julianEaster(year)
	}
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	date, _ := calendar.OfDay(year, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
	return date
}

// reform is the last year whose Easter followed the Julian calendar in the West.
const reform = 1582

// julianEaster is Easter Sunday by the Julian calendar, dated in it.
func julianEaster(year int) calendar.Date {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	date, _ := calendar.OfDay(year, (d+e+114)/31, (d+e+114)%31+1)
	return date
}

// orthodoxEaster is Easter Sunday of the Eastern churches: the Julian one, since the reform dated in the Gregorian calendar.
func orthodoxEaster(year int) calendar.Date {
	if year <= reform {
		return julianEaster(year)
	}
	return julianEaster(year).AddDays(year/100 - year/400 - 2)
}

// advent is the fourth Sunday before Christmas Day.
func advent(year int) calendar.Date {
	christmas, err := calendar.OfDay(year, 12, 25)
	if err != nil {
		return calendar.Date{}
	}
	return christmas.AddDays(-21 - (int(christmas.Weekday())+6)%7 - 1)
}

// electionDay is the Tuesday after the first Monday of November.
func electionDay(year int) calendar.Date { return NthWeekday(year, 11, 1, 1).AddDays(1) }

// hebrewNewYear is Rosh Hashanah, the first day of Tishri, by the arithmetic of the Hebrew calendar (E. Reingold and N. Dershowitz, Calendrical Calculations: a lunation
// is 29 days and 13,753 of 25,920 parts of a day; the year puts off its beginning so that no feast falls on a wrong weekday and no year has a wrong length).
func hebrewNewYear(year int) calendar.Date {
	first := hebrewDays(year + 3761)
	switch {
	case hebrewDays(year+3762)-first == 356:
		first += 2
	case first-hebrewDays(year+3760) == 382:
		first++
	}
	return creation.AddDays(first)
}

// creation is the day before the first day of the Hebrew calendar's year 1, in the proleptic Gregorian calendar.
var creation = calendar.Must(calendar.OfDay(2023, 9, 16)).AddDays(-hebrewDays(5784))

// hebrewDays is how many days of whole lunations lie before a Hebrew year, whose new moon is not seen before noon.
func hebrewDays(year int) int {
	months := (235*year - 234) / 19
	days := 29*months + (12084+13753*months)/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// passover is the first day of Passover, which lies as many days before the next New Year every year.
func passover(year int) calendar.Date { return hebrewNewYear(year).AddDays(-163) }

// hanukkah is the first day of Hanukkah, the 25th of Kislev, behind a month that has 30 days in the longest years.
func hanukkah(year int) calendar.Date {
	first := hebrewNewYear(year)
	days := 83
	if length := first.DaysUntil(hebrewNewYear(year + 1)); length == 355 || length == 385 {
		days++
	}
	return first.AddDays(days)
}

// shawwal is Eid al-Fitr, the first day of the Islamic month Shawwal in a year, by the new moon; where two fall into the year, the first. It is kept by what is seen of
// the moon, in some countries a day later or earlier.
func shawwal(year int) calendar.Date { return islamicMonth(year, 10) }

// hajj is the first day of the Islamic month Dhu al-Hijja, nine days before Eid al-Adha; see shawwal.
func hajj(year int) calendar.Date { return islamicMonth(year, 12) }

// islamicMonth is the first day of an Islamic month that begins in a year: the day after that of the new moon in Mecca, and one later where the new moon comes after sunset.
func islamicMonth(year, month int) calendar.Date {
	const (
		muharram = 3 // the lunation that begins the year 1421, on 6 April 2000
		mecca    = 3. / 24
		sunset   = 18. / 24
	)
	for k := lunation(year); ; k++ {
		day, hour := math.Modf(newMoon(k) + mecca)
		if hour < 0 { // before 2000
			day, hour = day-1, hour+1
		}
		first := millennium.AddDays(int(day) + 1)
		if hour >= sunset {
			first = first.AddDays(1)
		}
		switch {
		case first.IsZero() || first.Year() > year:
			return calendar.Date{}
		case first.Year() == year && ((k-muharram)%12+12)%12 == month-1:
			return first
		}
	}
}

// chineseNewYear is the day of the new moon in China between 21 January and 20 February.
func chineseNewYear(year int) calendar.Date { return moonDay(year, 1, 21, 8./24) }

// diwali is the night of the new moon in India in the second half of October or the first of November: the day of the new moon, or the one before where it comes before
// the evening.
func diwali(year int) calendar.Date { return moonDay(year, 10, 17, 5.5/24-18.5/24) }

// moonDay is the day of the first new moon that falls on or after a day of a year, where the sun is so much of a day ahead of Greenwich.
func moonDay(year, month, day int, east float64) calendar.Date {
	from, err := calendar.OfDay(year, month, day)
	if err != nil {
		return calendar.Date{}
	}
	for k := lunation(year); ; k++ {
		if d := millennium.AddDays(int(math.Floor(newMoon(k) + east))); d.IsZero() || d.Compare(from) >= 0 {
			return d
		}
	}
}

// nowruz is the day of the March equinox in Tehran, or the next where that comes after noon (J. Meeus, Astronomical Algorithms, 1991, chapter 26, the mean equinox,
// which is right to a quarter of an hour).
func nowruz(year int) calendar.Date {
	const tehran = 3.5 / 24
	y := float64(year-2000) / 1000
	equinox := 79.30984 + 365242.37404*y + 0.05169*y*y - 0.00411*y*y*y
	return millennium.AddDays(int(math.Floor(equinox + tehran + 0.5)))
}

// millennium is the day that the times of new moons and equinoxes are counted from.
var millennium = calendar.Must(calendar.OfDay(2000, 1, 1))

// lunation is the number of a new moon not long before a year, where 0 is that of 6 January 2000.
func lunation(year int) int { return int(math.Floor(float64(year-2000)*12.3685)) - 1 }

// newMoon is the time of a new moon by its number, in days since the beginning of 2000 in universal time (Meeus, chapter 47, the largest terms, which are right to some
// minutes).
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	sun := radians(2.5534 + 29.10535669*n - 0.0000218*t*t)
	moon := radians(201.5643 + 385.81693528*n + 0.0107438*t*t)
	node := radians(160.7108 + 390.67050274*n - 0.0016341*t*t)
	e := 1 - 0.002516*t
	mean := 5.59765 + 29.530588853*n + 0.0001337*t*t
	return mean - 0.40720*math.Sin(moon) + 0.17241*e*math.Sin(sun) + 0.01608*math.Sin(2*moon) + 0.01039*math.Sin(2*node) +
		0.00739*e*math.Sin(moon-sun) - 0.00514*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun)
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
