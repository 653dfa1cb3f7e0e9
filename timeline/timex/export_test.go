package timex

import (
	"slices"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/maxent/training"
)

// The files of the models, and the names of the traits in them.
const (
	DaysOfTimes     = "dayof.txt"
	DaysCountedFrom = "anchorof.txt"
	HoursOfDay      = "hourof.txt"
	DaysOfWeekdays  = "weekdayof.txt"
	YearsOfDates    = "yearof.txt"
	GenresOfTexts   = "genreof.txt"
	DaysOfToday     = "todayof.txt"
)

var DayTraits, HourTraits, WeekdayTraits, YearTraits, GenreTraits, TodayTraits = dayTraits[:], hourTraits[:], weekdayTraits[:], yearTraits[:], genreTraits[:], todayTraits[:]

// Answer is what is annotated of an expression.
type Answer struct {
	Marked bool          // it is one
	Day    calendar.Date // its day; no date where it has none
	Hour   int           // its hour; -1 where it has none
	Year   int           // its year; 0 where it has none
	Every  bool          // it is of every year
	Now    bool          // it is the present at large
}

// Choices adds to into, by the file of their model, the choices that a text leaves open, with what is annotated at bytes [start, end), behind n timexes, as their answers. What follows goes on from the
// answer; a choice whose answer is none of its candidates is left out. The text is taken for one of a genre, by the number of its trait, or for the last one that it may be.
func Choices(into map[string][]training.Example, document, text string, o Options, genre int, annotated func(start, end, n int) Answer) {
	teach := func(z *resolver, c *choice) int {
		if c.file == GenresOfTexts {
			return min(genre, len(c.traits)-1)
		}
		a := annotated(z.plain.Start(c.e.Start), z.plain.End(c.e.End), z.count)
		right := -1
		switch {
		case c.file == HoursOfDay:
			if !a.Marked {
				a.Hour = noTime
			}
			right = slices.Index(z.asksHour.hours, a.Hour)
		case c.file == DaysOfToday:
			if a.Now {
				right = nowadays
			} else if !a.Day.IsZero() {
				right = theDay
			}
		case c.file == YearsOfDates:
			right = slices.IndexFunc(z.asksYear.years, func(y candidateYear) bool {
				return y.every && a.Every || !y.every && a.Year != 0 && y.year == a.Year
			})
		case a.Marked:
			right = slices.IndexFunc(z.asksDay.days, func(d candidateDay) bool {
				if d.day.IsZero() {
					return a.Day.IsZero()
				}
				return d.day.AddDays(z.asksDay.shift) == a.Day
			})
		}
		if right < 0 {
			return 0
		}
		x := training.Example{Document: document, Right: right, Candidates: slices.Clone(c.traits)}
		c.gather(z, &evidence{names: &x.Evidence}, c.e)
		into[c.file] = append(into[c.file], x)
		return right
	}
	find(text, o, teach, func(int) {}, func(*Timex) bool { return true })
}

// FindAs finds the timexes of a text as one of a genre, by the number of its trait, or as the last one that it may be, and gives the choice that there was; no candidates where there was none.
func FindAs(genre int, text string, o Options) (found []Timex, asked training.Example) {
	teach := func(z *resolver, c *choice) int {
		if c.file != GenresOfTexts {
			return z.judge(c)
		}
		asked.Right, asked.Candidates = min(genre, len(c.traits)-1), c.traits
		c.gather(z, &evidence{names: &asked.Evidence}, c.e)
		return asked.Right
	}
	find(text, o, teach, func(int) {}, func(t *Timex) bool {
		found = append(found, *t)
		return true
	})
	return found, asked
}

// The numbers of two genres.
const (
	News      = news
	Narrative = narrative
)
