package exactdate

import (
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// parts is a date string with its weekday and zone taken off.
type parts struct {
	plain      string // a form that a layout may fit: "11 Mar 2020 14:07:30"
	weekday    time.Weekday
	hasWeekday bool
	zone       int // minutes east of UTC
	zoned      bool
}

// months and weekdays are known by their first three letters; a longer word must be the beginning of the
// name that those letters begin ("Sept", "Tues", "Thurs").
var (
	months   = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
)

// zones are the abbreviations that dates in metadata carry: those of RFC 822, section 5.1, and the usual ones of
// Europe; in minutes east of UTC. An abbreviation that means several zones is read as RFC 822 has it, or left
// out here.
var zones = map[string]int{
	"ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
	"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "et": -300,
}

// normalize takes s apart at its spaces and commas and puts it together again in a plain form.
func normalize(s string, order Order) (parts, error) {
	var p parts
	var date []string
	clock := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' }) {
		lower := strings.ToLower(strings.TrimSuffix(word, "."))
		weekday, isWeekday := nameIndex(weekdays, lower)
		month, isMonth := nameIndex(months, lower)
		zone, isZone := zoneOf(lower)
		switch {
		case isWeekday && !p.hasWeekday:
			p.weekday, p.hasWeekday = time.Weekday(weekday), true
		case isMonth:
			date = append(date, months[month][:3])
		case isZone && clock != "":
			p.zone, p.zoned = zone, true
		case clock != "" && isHalfDay(lower):
			clock = to24(clock, lower)
		case clock == "" && isClock(lower):
			clock = untilZone(lower, &p)
		case lower == "of" || lower == "the" || lower == "at":
		default:
			date = append(date, withoutOrdinal(lower))
		}
	}
	plain, err := plainDate(date, order)
	if err != nil {
		return p, err
	}
	if clock != "" {
		plain += " " + clock
	}
	p.plain = plain
	return p, nil
}

// plainDate joins the words of a date without its clock time.
func plainDate(words []string, order Order) (string, error) {
	switch len(words) {
	case 1:
		return numeric(words[0], order)
	case 2, 3:
		plain := strings.Join(words, " ")
		// "2020 mar 11", an order that dateparse has no layout for
		if len(words) == 3 && len(words[0]) == 4 {
			plain = words[2] + " " + words[1] + " " + words[0]
		}
		if strings.ContainsAny(plain, "/-:") || !strings.ContainsAny(plain, "abcdefghijklmnopqrstuvwxyz") {
			return "", errForm
		}
		return plain, nil
	}
	return "", errForm
}

func nameIndex(names []string, word string) (int, bool) {
	if len(word) < 3 {
		return 0, false
	}
	for i, name := range names {
		if strings.HasPrefix(name, word) {
			return i, true
		}
	}
	return 0, false
}

// withoutOrdinal takes the suffix off "11th"; a wrong one ("11st") stays and makes the date unreadable.
func withoutOrdinal(word string) string {
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		number, found := strings.CutSuffix(word, suffix)
		n, err := strconv.Atoi(number)
		if found && err == nil && ordinalSuffix(n) == suffix {
			return number
		}
	}
	return word
}

func ordinalSuffix(n int) string {
	if n%100/10 != 1 && n%10 >= 1 && n%10 <= 3 {
		return [...]string{"st", "nd", "rd"}[n%10-1]
	}
	return "th"
}

func zoneOf(word string) (minutesEast int, ok bool) {
	if zone, ok := zones[word]; ok {
		return zone, true
	}
	word = strings.TrimPrefix(word, "gmt")
	word = strings.TrimPrefix(word, "utc")
	if len(word) < 5 || word[0] != '+' && word[0] != '-' {
		return 0, false
	}
	digits := strings.Replace(word[1:], ":", "", 1)
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || len(digits) != 4 || n/100 > 14 || n%100 > 59 {
		return 0, false
	}
	minutesEast = int(n/100*60 + n%100)
	if word[0] == '-' {
		minutesEast = -minutesEast
	}
	return minutesEast, true
}

func isHalfDay(word string) bool {
	return word == "am" || word == "pm" || word == "a.m" || word == "p.m"
}

// isClock reports whether word has the shape of a clock time: 9:05, 14:07:30.5, 2:07pm, 14:07+01:00.
func isClock(word string) bool {
	colon := strings.IndexByte(word, ':')
	return colon >= 1 && colon <= 2 && strings.Trim(word[:colon], "0123456789") == ""
}

// untilZone cuts a zone or half of the day off the end of a clock time and gives the rest with two digits each and
// without a fraction.
func untilZone(clock string, p *parts) string {
	if i := strings.IndexAny(clock, "+-z"); i > 0 {
		if zone, ok := zoneOf(clock[i:]); ok {
			p.zone, p.zoned = zone, true
			clock = clock[:i]
		}
	}
	for _, half := range [...]string{"am", "pm"} {
		if rest, found := strings.CutSuffix(clock, half); found {
			return to24(rest, half)
		}
	}
	return to24(clock, "")
}

// to24 writes a clock time of a half of the day, or of the whole where half is empty, as 15:04 or 15:04:05. What is
// wrong with it stays wrong.
func to24(clock, half string) string {
	clock, _, _ = strings.Cut(clock, ".")
	hour, rest, _ := strings.Cut(clock, ":")
	h, err := strconv.Atoi(hour)
	if err != nil || half != "" && (h < 1 || h > 12) {
		return "?"
	}
	if half != "" {
		h %= 12
		if half[0] == 'p' {
			h += 12
		}
	}
	return strconv.Itoa(h/10) + strconv.Itoa(h%10) + ":" + rest
}

// cutClock separates a plain form from the clock time that follows it.
func cutClock(plain string) (date, clock string) {
	if i := strings.LastIndexByte(plain, ' '); i >= 0 && strings.Contains(plain[i:], ":") || i >= 0 && plain[i:] == " ?" {
		return plain[:i], plain[i+1:]
	}
	return plain, ""
}

// epoch reads seconds since 1970, ten digits, as file metadata has them; thirteen are milliseconds.
func epoch(s string) (calendar.Date, bool) {
	if len(s) != 10 && len(s) != 13 || strings.Trim(s, "0123456789") != "" {
		return calendar.Date{}, false
	}
	n, err := strconv.ParseInt(s[:10], 10, 64)
	if err != nil {
		return calendar.Date{}, false
	}
	t := time.Unix(n, 0).UTC()
	d, err := calendar.OfDay(t.Year(), int(t.Month()), t.Day())
	if err != nil {
		return calendar.Date{}, false
	}
	d, err = d.At(t.Hour(), t.Minute(), t.Second(), calendar.Second)
	return d.In(0), err == nil
}
