package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

func approximate(mod string) bool {
	switch mod {
	case "APPROX", "START", "MID", "END", "LESS_THAN", "MORE_THAN":
		return true
	}
	return false
}

// narrow cuts a stretch to the part that its modifier names. Design has the late 1990s as 1997 to 1999, which makes the early
// ones 1990 to 1993 and the mid ones 1994 to 1996; centuries likewise by tens, months by thirds. The end or the beginning
// of a month, which a deadline may be ("by the end of March"), stays the month.
func narrow(d *Date, mod, surface string) {
	if d.Start.IsZero() {
		return
	}
	early, late := 4, 7 // of ten
	if strings.Contains(surface, "half of ") {
		early, late = 5, 5
	}
	switch d.Precision {
	case calendar.Decade:
		narrowYears(d, mod, 1, early, late)
	case calendar.Century:
		narrowYears(d, mod, 10, early, late)
	case calendar.Month:
		if prose.HasPrefixFold(surface, "early") || prose.HasPrefixFold(surface, "mid") || prose.HasPrefixFold(surface, "late") {
			narrowMonth(d, mod)
		}
	}
}

// narrowYears cuts ten stretches of width years to some of them: the first early ones, those from late on, or those between.
func narrowYears(d *Date, mod string, width, early, late int) {
	y := d.Start.Year()
	from, to := y, y+10*width-1
	switch mod {
	case "START":
		to = y + early*width - 1
	case "MID":
		from, to = y+early*width, y+late*width-1
	case "END":
		from = y + late*width
	default:
		return
	}
	d.Interval = expr.Between(calendar.OfYear(from))(calendar.OfYear(to))
}

func narrowMonth(d *Date, mod string) {
	y, m := d.Start.Year(), d.Start.Month()
	from, to := 1, calendar.DaysIn(y, m)
	switch mod {
	case "START":
		to = 10
	case "MID":
		from, to = 11, 20
	case "END":
		from = 21
	default:
		return
	}
	first, err := calendar.OfDay(y, m, from)
	if err != nil {
		return
	}
	last, err := calendar.OfDay(y, m, to)
	d.Interval = expr.Between(first, err)(last, err)
}
