package revise

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"dateline/export/sheet"
	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

// when is a date as a person types one: a stretch, how precise it is meant to be where its ends do not
// tell, and whether it is approximate.
type when struct {
	calendar.Interval
	precision   calendar.Precision // None: that of the ends
	approximate bool
}

// dateForms says what is read as a date.
const dateForms = "a date is a date of the spreadsheet, or a text such as 2019, 2019-03, 2019-03-05, 2019-03-05T14:30, 5 March 2019, -0049 or 50 BC, 1990s, about 1997, 2014-05/2016-03 or another EDTF form"

// Why a cell is no date.
var (
	errNoDate    = errors.New("is no date")
	errBefore    = errors.New("is a date before March 1900, which spreadsheets count differently: it can be typed as text")
	errNumber    = errors.New("is a number and no date")
	errExchanged = errors.New("could have day and month exchanged: it can be typed as 2019-03-05")
	errFault     = errors.New("is a formula's error")
)

// readDate reads a cell as a date; an empty one is no date.
func readDate(c sheet.Cell) (when, error) {
	switch c.Kind {
	case sheet.Day:
		return ofSerial(c.Number)
	case sheet.Number: // a year, typed into a cell that shows numbers
		if c.Number == math.Trunc(c.Number) && math.Abs(c.Number) <= calendar.MaxYear {
			d, err := calendar.OfYear(int(c.Number))
			return when{Interval: calendar.Of(d)}, err
		}
		return when{}, errNumber
	case sheet.Fault:
		return when{}, errFault
	case sheet.Bool:
		return when{}, errNoDate
	}
	return parseDate(c.Text)
}

// firstSerial is the number of 1900-03-01: before it Excel counts a 29 February that never was.
const firstSerial = 61

// ofSerial is a spreadsheet's day; its fraction is the time of day.
func ofSerial(n float64) (when, error) {
	if n < firstSerial {
		return when{}, errBefore
	}
	days, part := math.Modf(n)
	start := calendar.Must(calendar.OfDay(1900, 3, 1))
	if days-firstSerial > float64(start.DaysUntil(calendar.Must(calendar.OfDay(calendar.MaxYear, 12, 31)))) {
		return when{}, errNoDate
	}
	d := start.AddDays(int(days) - firstSerial)
	if seconds := int(math.Round(part * 86400)); seconds > 0 && seconds < 86400 {
		p := calendar.Second
		if seconds%60 == 0 {
			p = calendar.Minute
		}
		var err error
		if d, err = d.At(seconds/3600, seconds/60%60, seconds%60, p); err != nil {
			return when{}, errNoDate
		}
	}
	return when{Interval: calendar.Of(d)}, nil
}

// parseDate reads a date typed as text.
func parseDate(text string) (when, error) {
	text = strings.TrimSpace(text)
	const longest = 100
	if text == "" {
		return when{}, nil
	}
	if len(text) > longest {
		return when{}, errNoDate
	}
	if from, to, ok := strings.Cut(text, "/"); ok && !strings.Contains(to, "/") {
		if w, ok := stretch(from, to); ok {
			return w, nil
		}
	}
	if w, ok := point(text); ok {
		return w, nil
	}
	return inWords(text)
}

// stretch reads both sides of an EDTF interval.
func stretch(from, to string) (when, bool) {
	var w when
	for i, side := range [...]string{from, to} {
		if side = strings.TrimSpace(side); side == "" || side == ".." {
			continue // unknown or open: a timeline makes no difference
		}
		p, ok := point(side)
		if !ok {
			return when{}, false
		}
		if i == 0 {
			w.Start = p.Start
		} else {
			w.End = p.End
		}
		w.approximate = w.approximate || p.approximate
	}
	return w, !w.IsZero()
}

// Forms of a date that calendar.Parse does not read.
var (
	unspecified = regexp.MustCompile(`^(\d{1,4})(X{0,3})(-XX)?(-XX)?$`)                // 199X, 19XX, 2019-XX (EDTF levels 0 and 1)
	monthX      = regexp.MustCompile(`^(-?\d{4}-\d{2})-XX$`)                           // 2019-05-XX
	divided     = regexp.MustCompile(`^(\d{4})-(2[1-4]|3[3-6]|4[01])$`)                // 2019-21 spring, 2019-33 first quarter, 2019-40 first half (EDTF level 2, table of sub-year groupings)
	decade      = regexp.MustCompile(`^(\d{3}0)s$`)                                    // 1990s
	beforeZero  = regexp.MustCompile(`^(?i)(\d{1,4}) ?(?:bc|bce|b\.c\.|b\.c\.e\.)$`)   // 50 BC
	about       = regexp.MustCompile(`^(?i)(?:about|around|circa|ca\.?|c\.) *(\S.*)$`) // c. 1997
)

// point reads an EDTF date, without a slash; its marks ~ ? and % all mean that it is approximate.
func point(s string) (when, bool) {
	var w when
	if bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune("~?%", r) {
			return -1
		}
		return r
	}, s); bare != s {
		s, w.approximate = strings.TrimSpace(bare), true
	}
	if d, err := calendar.Parse(s); err == nil {
		w.Interval = calendar.Of(d)
		return w, true
	}
	for _, form := range forms {
		if m := form.shape.FindStringSubmatch(s); m != nil {
			i, p, err := form.read(m)
			w.Interval, w.precision = i, p
			return w, err == nil
		}
	}
	return when{}, false
}

var forms = [...]struct {
	shape *regexp.Regexp
	read  func(match []string) (calendar.Interval, calendar.Precision, error)
}{
	{monthX, func(m []string) (calendar.Interval, calendar.Precision, error) {
		d, err := calendar.Parse(m[1])
		return calendar.Of(d), calendar.None, err
	}},
	{divided, func(m []string) (calendar.Interval, calendar.Precision, error) {
		n, _ := strconv.Atoi(m[2]) // two digits
		p, months, first := division(n)
		year, _ := strconv.Atoi(m[1])
		d, err := calendar.OfMonth(year, first)
		return calendar.Interval{Start: d, End: d.AddMonths(months - 1)}, p, err
	}},
	{unspecified, func(m []string) (calendar.Interval, calendar.Precision, error) {
		unknown := len(m[2])
		if len(m[1])+unknown != 4 {
			return calendar.Interval{}, calendar.None, errNoDate
		}
		return years(m[1], unknown)
	}},
	{decade, func(m []string) (calendar.Interval, calendar.Precision, error) { return years(m[1][:3], 1) }},
	{beforeZero, func(m []string) (calendar.Interval, calendar.Precision, error) {
		n, _ := strconv.Atoi(m[1]) // at most four digits
		if n == 0 {
			return calendar.Interval{}, calendar.None, errNoDate
		}
		d, err := calendar.OfYear(1 - n)
		return calendar.Of(d), calendar.None, err
	}},
}

// division is what a number in the place of a month stands for: its precision, length and first month.
// Seasons are those of the northern hemisphere; a winter begins in the December of its year, as
// calendar.Interval.EDTF writes it.
func division(n int) (p calendar.Precision, months, first int) {
	switch {
	case n <= 24:
		return calendar.Season, 3, (n - 20) * 3
	case n <= 36:
		return calendar.Quarter, 3, (n-33)*3 + 1
	}
	return calendar.Half, 6, (n-40)*6 + 1
}

// years is the stretch of the years that begin with the digits, and have unknown ones after them.
func years(digits string, unknown int) (calendar.Interval, calendar.Precision, error) {
	n, _ := strconv.Atoi(digits) // at most four digits
	size := [...]int{1, 10, 100, 1000}[unknown]
	p := [...]calendar.Precision{calendar.None, calendar.Decade, calendar.Century, calendar.Millennium}[unknown]
	d, err := calendar.OfYear(n * size)
	return calendar.Interval{Start: d, End: d.AddYears(size - 1)}, p, err
}

// inWords reads a written date.
func inWords(text string) (when, error) {
	if m := about.FindStringSubmatch(text); m != nil {
		w, err := parseDate(m[1])
		w.approximate = true
		return w, err
	}
	if strings.Trim(text, "0123456789") == "" {
		return when{}, errNumber // exactdate would take it for seconds since 1970
	}
	d, err := exactdate.Parse(text, exactdate.MonthFirst)
	if other, otherErr := exactdate.Parse(text, exactdate.DayFirst); err != nil {
		d, err = other, otherErr
	} else if otherErr == nil && other != d {
		return when{}, errExchanged
	}
	if err != nil {
		return when{}, errNoDate
	}
	return when{Interval: calendar.Of(d)}, nil
}
