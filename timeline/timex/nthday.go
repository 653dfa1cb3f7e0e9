package timex

import (
	"strconv"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// counted is the day that was told last by its number in the course of things: the second day of a battle.
type counted struct {
	spot
	number int // 2 for the second
}

// courseStart is the day reached, or the first of those that it stands at the end of: "on 22 and 23 June", "between 22 and 24 October", "from September 12 to 14".
func (z *resolver) courseStart() calendar.Date {
	said := z.text[max(0, z.lastEnd-len(" 22 and 24 September 1942")):z.lastEnd]
	for _, link := range [...]string{" and ", " to ", "–", "-"} {
		first, err := strconv.Atoi(prose.Before(said, max(0, prose.LastIndex(said, link))))
		if err == nil && first >= 1 && first < z.last.Day() {
			return z.last.AddDays(first - z.last.Day())
		}
	}
	return z.last
}

// nthDay is the day of "on the second day": that after the one reached, or as many behind the last one told by its number as theirs differ; no date where no day has been
// reached.
func (z *resolver) nthDay(e *expr.Expr) calendar.Date {
	number, from := e.Rel.N+1, &z.counted
	day := calendar.Date{}
	switch {
	case from.end > 0 && from.end <= e.Start && e.Start-from.end <= dayReach && number >= from.number:
		day = from.date.AddDays(number - from.number)
	case z.last.Precision() == calendar.Day && e.Start-z.lastEnd <= dayReach:
		day = z.courseStart().AddDays(number - 1)
	}
	if !day.IsZero() {
		z.counted = counted{spot{day, e.End}, number}
	}
	return day
}
