package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// holiday is a named day and the rule that says when it falls.
type holiday struct {
	name  string
	month int // of a fixed date or a weekday of a month
	day   int // of a fixed date; else days after what the rest says
	// Weekday of a month: weekday 1 to 7 and its number in the month, 0 for the last.
	weekday, nth int
	feast        func(year int) calendar.Date // which the holiday is so many days after; nil where it is none (feast.go)
	of           int                          // the only year it was in; 0 where it comes every year
	before       int                          // the year before which earlier is the rule; 0 where there is none
	earlier      *holiday                     // with the same names
}

//go:embed data/holidays.txt
var holidaysFile string

// holidays holds the named days by the lower-case first word of their names, longest names first.
var holidays = readHolidays(holidaysFile)

func readHolidays(file string) map[string][]holiday {
	all := map[string][]holiday{}
	for number, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		rule, names, _ := strings.Cut(line, " ")
		rule, year, historical := strings.Cut(rule, "<")
		h, err := holidayRule(rule)
		if err != nil {
			panic(fmt.Sprintf("holidays.txt:%d: %v", number+1, err))
		}
		if historical {
			before, err := strconv.Atoi(year)
			if err != nil {
				panic(fmt.Sprintf("holidays.txt:%d: no year %q", number+1, year))
			}
			setEarlier(all, names, before, &h)
			continue
		}
		for _, name := range strings.Split(names, ";") {
			h.name = strings.TrimSpace(name)
			first := h.name[:firstWord(h.name)]
			list := append(all[first], h)
			for k := len(list) - 1; k > 0 && len(list[k].name) > len(list[k-1].name); k-- {
				list[k], list[k-1] = list[k-1], list[k]
			}
			all[first] = list
		}
	}
	return all
}

// setEarlier gives the holidays of these names the rule that they had before a year.
func setEarlier(all map[string][]holiday, names string, before int, earlier *holiday) {
	for _, name := range strings.Split(names, ";") {
		name = strings.TrimSpace(name)
		list := all[name[:firstWord(name)]]
		for k := range list {
			if list[k].name == name {
				list[k].before, list[k].earlier = before, earlier
			}
		}
	}
}

func firstWord(s string) int {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return i
		}
	}
	return len(s)
}

func holidayRule(rule string) (holiday, error) {
	name, days := rule, "0"
	if i := strings.LastIndexAny(rule, "+-"); i > 0 {
		name, days = rule[:i], rule[i:]
	}
	if feast := feasts[name]; feast != nil {
		n, err := strconv.Atoi(days)
		return holiday{feast: feast, day: n}, err
	}
	rule, year, once := strings.Cut(rule, "=")
	month, day, ok := strings.Cut(rule, "-")
	m, err := strconv.Atoi(month)
	if !ok || err != nil || len(day) < 2 {
		return holiday{}, fmt.Errorf("no rule %q", rule)
	}
	if day[0] != 'w' {
		h := holiday{month: m}
		if h.day, err = strconv.Atoi(day); err == nil && once {
			h.of, err = strconv.Atoi(year)
		}
		return h, err
	}
	day, later, _ := strings.Cut(day, "+")
	if len(day) < 3 {
		return holiday{}, fmt.Errorf("no rule %q", rule)
	}
	h := holiday{month: m, weekday: int(day[1] - '0')}
	if later != "" {
		if h.day, err = strconv.Atoi(later); err != nil {
			return holiday{}, err
		}
	}
	if day[2] != 'L' {
		h.nth = int(day[2] - '0')
	}
	return h, nil
}

// in gives the holiday's date in a year; no date outside the calendar's years.
func (h *holiday) in(year int) calendar.Date {
	switch {
	case h.earlier != nil && year < h.before:
		return h.earlier.in(year)
	case h.feast != nil:
		return h.feast(year).AddDays(h.day)
	case h.weekday != 0:
		return nthWeekday(year, h.month, h.weekday, h.nth).AddDays(h.day)
	}
	d, _ := calendar.OfDay(year, h.month, h.day)
	return d
}

// commemorated reports whether the day of one year that ends at byte offset end is kept again: "the D-Day commemorations", "a VE Day party".
func commemorated(text string, end int) bool {
	return commemorations[strings.ToLower(after(text, end))]
}

// commemorations are what such a day has when it comes again.
var commemorations = wordSet("anniversary anniversaries commemoration commemorations celebration celebrations ceremony ceremonies event events bank holiday party parties parade service weekend")

// nthWeekday is the nth of a weekday (1 Monday to 7 Sunday) in a month; the last for 0.
func nthWeekday(year, month, weekday, nth int) calendar.Date {
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

// holidayAt finds the named day that a text names from byte offset start on, where its first word ends at byte offset end, and where the whole name ends.
func holidayAt(text string, start, end int) (h *holiday, stop int) {
	if end-start > longestWord || !holidayShapes[shape(text[start:end])] {
		return nil, start
	}
	var lower [longestWord]byte
	for i := range end - start {
		lower[i] = text[start+i] | 0x20
	}
	first := holidays[string(lower[:end-start])]
	for k := range first {
		if stop, ok := matchName(text, start, first[k].name); ok {
			return &first[k], stop
		}
	}
	return nil, start
}

// holidayShapes tells the shapes of the first words of holidays, so that most others cost no look into the map.
var holidayShapes = func() (shapes [1 << 14]bool) {
	for first := range holidays {
		if len(first) <= longestWord {
			shapes[shape(first)] = true
		}
	}
	return shapes
}()

// smallInNames are the words of names that may be without a capital.
var smallInNames = wordSet("of the al ul")

// matchName matches a name in lower case against the text, in which a blank may be a line end and an apostrophe a
// typographic one. Every word longer than three letters must begin with a capital.
func matchName(text string, at int, name string) (end int, ok bool) {
	for i := 0; i < len(name); i++ {
		if at >= len(text) {
			return 0, false
		}
		c := text[at]
		switch {
		case name[i] == '\'' && strings.HasPrefix(text[at:], "\u2019"):
			at += 2
		case name[i] == ' ' && c == '\n':
		case isLetter(c) && (i == 0 || name[i-1] == ' ') && !isUpper(c) && !smallInNames[name[i:i+wordEnd(name[i:], 0)]]:
			return 0, false
		case c != name[i] && !(isLetter(c) && c|0x20 == name[i]):
			return 0, false
		}
		at++
	}
	if at < len(text) && isWordByte(text[at]) {
		return 0, false
	}
	return at, true
}

// holidayDate reads "Christmas", "Easter 1916", "Thanksgiving Day of 1998".
func holidayDate(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleHoliday, kind: point, typ: DateType, parts: parts{holiday: l.holiday}})
	end := r.yearOf(e, i+1)
	e.weak = !e.parts.has(hasYear)
	if j := i + 1; end == j && r.joined(j) && (r.value(j, classUnit, "WE") || r.value(j, classUnit, "W")) && !r.lx[j].entry.plural { // Labor Day weekend, Easter week
		unit := r.lx[j].entry.value
		end = r.yearOf(e, j+1)
		return r.new(expr{rule: ruleHolidayWeek, kind: offset, typ: DateType, amount: amount{unit: unit}, dir: 1, base: e}), end
	}
	if end == i+1 && end < len(r.lx) && r.lx[end].gap == gapComma { // Easter Day, 12 April 627
		if day, k := r.fullDay(end); k > end && day.kind == point && day.parts.has(hasDay) && day.second == nil {
			day.start, day.head = l.start, false
			return day, k
		}
	}
	return r.withTime(e, i, end)
}
