// Package holiday knows named days, "Easter", "the Fourth of July", "Diwali", and when they fall: on a date, on a weekday of a month or by a calendar of
// their own (feast.go). Their names are in holidays.txt; country.go has what they stand for in some countries (countries.txt).
package holiday

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/prose"
)

// Holiday is a named day and the rule that says when it falls.
type Holiday struct {
	name  string
	Month int // of a fixed date or a weekday of a month
	day   int // of a fixed date; else days after what the rest says
	// Weekday of a month: weekday 1 to 7 and its number in the month, 0 for the last.
	Weekday, Nth int
	feast        func(year int) calendar.Date // which the holiday is so many days after; nil where it is none (feast.go)
	Of           int                          // the only year it was in; 0 where it comes every year
	Others       bool                         // days of other years have had its name as well
	before       int                          // the year before which earlier is the rule; 0 where there is none
	earlier      *Holiday                     // with the same names
	local        bool                         // it is kept in some countries alone
}

// At finds the named day that a text names from byte offset start on, where its first word ends at byte offset end, and where the whole name ends.
func At(text string, start, end int) (h *Holiday, stop int) {
	first, _ := holidays.Fold(text[start:end])
	for k := range first {
		if stop, ok := matchName(text, start, first[k].name); ok {
			return &first[k], stop
		}
	}
	return nil, start
}

// smallInNames are the words of names that may be without a capital.
var smallInNames = wordlist.SetOf("of the al ul de bank holiday")

// matchName matches a name in lower case against the text, in which a blank may be a line end. Every word but those of smallInNames must begin with a capital.
func matchName(text string, at int, name string) (end int, ok bool) {
	for i := 0; i < len(name); i++ {
		if at >= len(text) {
			return 0, false
		}
		c := text[at]
		switch {
		case name[i] == ' ' && c == '\n':
		case prose.IsLetter(c) && (i == 0 || name[i-1] == ' ') && !prose.IsUpper(c) && !smallInNames.Has(name[i:i+prose.End(name[i:], 0)]):
			return 0, false
		case c != name[i] && !(prose.IsLetter(c) && c|0x20 == name[i]):
			return 0, false
		}
		at++
	}
	if at < len(text) && prose.IsWordByte(text[at]) {
		return 0, false
	}
	return at, true
}

// In gives the holiday's date in a year; no date outside the calendar's years.
func (h *Holiday) In(year int) calendar.Date {
	switch {
	case h.earlier != nil && year < h.before:
		return h.earlier.In(year)
	case h.feast != nil:
		return h.feast(year).AddDays(h.day)
	case h.Weekday != 0:
		return NthWeekday(year, h.Month, h.Weekday, h.Nth).AddDays(h.day)
	}
	d, _ := calendar.OfDay(year, h.Month, h.day)
	return d
}

// NthWeekday is the nth of a weekday (1 Monday to 7 Sunday) in a month; the last for 0.
func NthWeekday(year, month, weekday, nth int) calendar.Date {
	first, err := calendar.OfDay(year, month, 1)
	if err != nil {
		return first
	}
	d := first.AddDays((weekday%7 - int(first.Weekday()) + 7) % 7)
	if nth > 0 {
		return d.AddDays(7 * (nth - 1))
	}
	for d.AddDays(7).Month() == month {
		d = d.AddDays(7)
	}
	return d
}

// Commemorated reports whether the day of one year that ends at byte offset end is kept again: "the D-Day commemorations", "a VE Day party".
func Commemorated(text string, end int) bool {
	return commemorations.HasFold(prose.After(text, end))
}

// commemorations are what such a day has when it comes again.
var commemorations = wordlist.SetOf("anniversary anniversaries commemoration commemorations celebration celebrations ceremony ceremonies event events bank holiday party parties parade service weekend")

//go:embed holidays.txt
var holidaysFile string

// holidays holds the named days by the lower-case first word of their names, longest names first.
var holidays = wordlist.MapOf(readHolidays(holidaysFile))

func readHolidays(file string) map[string][]Holiday {
	all := map[string][]Holiday{}
	for number, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		rule, names, _ := strings.Cut(line, " ")
		h, before, err := datedRule(rule)
		if err != nil {
			panic(fmt.Sprintf("holidays.txt:%d: %v", number+1, err))
		}
		if before != 0 {
			for _, name := range strings.Split(names, ";") {
				if name = strings.TrimSpace(name); !setEarlier(all, name, before, h) {
					panic(fmt.Sprintf("holidays.txt:%d: %q has no later rule above", number+1, name))
				}
			}
			continue
		}
		for _, name := range strings.Split(names, ";") {
			h.name = strings.TrimSpace(name)
			first := h.name[:prose.FirstWord(h.name)]
			if slices.ContainsFunc(all[first], func(o Holiday) bool { return o.name == h.name && o.Of == h.Of }) {
				panic(fmt.Sprintf("holidays.txt:%d: %q stands twice", number+1, h.name))
			}
			list := append(all[first], h)
			for k := len(list) - 1; k > 0 && len(list[k].name) > len(list[k-1].name); k-- {
				list[k], list[k-1] = list[k-1], list[k]
			}
			all[first] = list
		}
	}
	return all
}

// setEarlier gives the holiday of a name the rule that it had before a year. It reports whether there is such a holiday.
func setEarlier(all map[string][]Holiday, name string, before int, earlier Holiday) bool {
	list := all[name[:prose.FirstWord(name)]]
	k := slices.IndexFunc(list, func(h Holiday) bool { return h.name == name })
	if k >= 0 {
		list[k].setEarlier(before, &earlier)
	}
	return k >= 0
}

// setEarlier gives a holiday the rule that it had before a year, which is before those of the rules that it has already.
func (h *Holiday) setEarlier(before int, earlier *Holiday) {
	for h.earlier != nil {
		h = h.earlier
	}
	h.before, h.earlier = before, earlier
}

// datedRule reads a rule and the year before which it held; 0 where it holds.
func datedRule(rule string) (h Holiday, before int, err error) {
	rule, year, historical := strings.Cut(rule, "<")
	h, err = holidayRule(rule)
	if historical && err == nil {
		before, err = strconv.Atoi(year)
	}
	return h, before, err
}

func holidayRule(rule string) (Holiday, error) {
	if rule == "local" {
		return Holiday{local: true}, nil
	}
	name, days := rule, "0"
	if i := strings.LastIndexAny(rule, "+-"); i > 0 {
		name, days = rule[:i], rule[i:]
	}
	if feast := feasts[name]; feast != nil {
		n, err := strconv.Atoi(days)
		return Holiday{feast: feast, day: n}, err
	}
	rule, year, once := strings.Cut(rule, "=")
	month, day, ok := strings.Cut(rule, "-")
	m, err := strconv.Atoi(month)
	if !ok || err != nil || len(day) < 2 || m < 1 || m > 12 {
		return Holiday{}, fmt.Errorf("no rule %q", rule)
	}
	if day[0] != 'w' {
		h := Holiday{Month: m}
		if h.day, err = strconv.Atoi(day); err == nil && once {
			year, h.Others = strings.CutSuffix(year, "*")
			h.Of, err = strconv.Atoi(year)
		}
		if leap := 2000; err == nil && (h.day < 1 || h.day > calendar.DaysIn(leap, m)) {
			err = fmt.Errorf("no day %q", rule)
		}
		return h, err
	}
	day, later, _ := strings.Cut(day, "+")
	if len(day) < 3 {
		return Holiday{}, fmt.Errorf("no rule %q", rule)
	}
	h := Holiday{Month: m, Weekday: int(day[1] - '0')}
	if h.Weekday < 1 || h.Weekday > 7 || day[2] != 'L' && (day[2] < '1' || day[2] > '5') {
		return Holiday{}, fmt.Errorf("no weekday %q", rule)
	}
	if later != "" {
		if h.day, err = strconv.Atoi(later); err != nil {
			return Holiday{}, err
		}
	}
	if day[2] != 'L' {
		h.Nth = int(day[2] - '0')
	}
	return h, nil
}
