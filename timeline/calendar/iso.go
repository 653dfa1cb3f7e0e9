package calendar

import (
	"fmt"
	"strings"
)

// String is the ISO 8601 form at the date's own precision: 2019, 2019-10, 2019-10-03, 2019-10-03T14,
// 2019-10-03T14:07, 2019-10-03T14:07:30, the last three with Z or an offset where the date has a zone. Years before 1
// BC carry a minus sign: -0049. No date is the empty string.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := make([]byte, 0, 25)
	year := int(d.year)
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	b = fmt.Appendf(b, "%04d", year)
	if d.precision >= Month {
		b = appendTwo(append(b, '-'), d.month)
	}
	if d.precision >= Day {
		b = appendTwo(append(b, '-'), d.day)
	}
	if d.precision >= Hour {
		b = appendTwo(append(b, 'T'), d.hour)
	}
	if d.precision >= Minute {
		b = appendTwo(append(b, ':'), d.minute)
	}
	if d.precision >= Second {
		b = appendTwo(append(b, ':'), d.second)
	}
	switch {
	case d.zoned && d.zone == 0:
		b = append(b, 'Z')
	case d.zoned:
		sign, zone := byte('+'), int(d.zone)
		if zone < 0 {
			sign, zone = '-', -zone
		}
		b = fmt.Appendf(append(b, sign), "%02d:%02d", zone/60, zone%60)
	}
	return string(b)
}

func appendTwo(b []byte, n int8) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// Parse reads what String writes. A fraction of a second is accepted and dropped, and a space may stand
// for the T, as in many files' metadata. The error quotes s; it wraps ErrNoSuchDate for a date that no
// calendar holds.
func Parse(s string) (Date, error) {
	d, err := parse(s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q: %w", s, err)
	}
	return d, nil
}

func parse(s string) (Date, error) {
	p := parser{rest: s}
	sign := 1
	if p.take("-") {
		sign = -1
	}
	year := sign * p.digits(4)
	if sign < 0 && year == 0 {
		p.failed = true
	}
	if p.rest == "" && !p.failed {
		return OfYear(year)
	}
	p.expect("-")
	month := p.digits(2)
	if p.rest == "" && !p.failed {
		return OfMonth(year, month)
	}
	p.expect("-")
	day := p.digits(2)
	if p.failed {
		return Date{}, errNotISO
	}
	d, err := OfDay(year, month, day)
	if err != nil || p.rest == "" {
		return d, err
	}
	if !p.take("T") && !p.take(" ") {
		return Date{}, errNotISO
	}
	return p.clock(d)
}

var errNotISO = fmt.Errorf("not in the form 2006, 2006-01, 2006-01-02 or 2006-01-02T15:04:05")

// clock reads the clock time and zone that follow the day d.
func (p *parser) clock(d Date) (Date, error) {
	precision, m, s := Hour, 0, 0
	h := p.digits(2)
	if p.take(":") {
		precision, m = Minute, p.digits(2)
		if p.take(":") {
			precision, s = Second, p.digits(2)
			if p.take(".") || p.take(",") {
				p.fraction()
			}
		}
	}
	zone, zoned := p.zone()
	if p.failed || p.rest != "" {
		return Date{}, errNotISO
	}
	t, err := d.At(h, m, s, precision)
	if err != nil {
		return Date{}, err
	}
	if zoned {
		t = t.In(zone)
	}
	return t, nil
}

type parser struct {
	rest   string
	failed bool
}

func (p *parser) take(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	if ok {
		p.rest = rest
	}
	return ok
}

func (p *parser) expect(prefix string) {
	if !p.take(prefix) {
		p.failed = true
	}
}

func (p *parser) digits(n int) int {
	if len(p.rest) < n {
		p.failed = true
		return 0
	}
	value := 0
	for i := range n {
		c := p.rest[i]
		if c < '0' || c > '9' {
			p.failed = true
			return 0
		}
		value = value*10 + int(c-'0')
	}
	p.rest = p.rest[n:]
	return value
}

func (p *parser) fraction() {
	rest := strings.TrimLeft(p.rest, "0123456789")
	if rest == p.rest {
		p.failed = true
	}
	p.rest = rest
}

func (p *parser) zone() (minutesEast int, ok bool) {
	sign := 1
	switch {
	case p.take("Z"):
		return 0, true
	case p.take("-"):
		sign = -1
	case p.take("+"):
	default:
		return 0, false
	}
	h := p.digits(2)
	p.take(":")
	m := 0
	if p.rest != "" {
		m = p.digits(2)
	}
	if h > 23 || m > 59 {
		p.failed = true
	}
	return sign * (h*60 + m), true
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; the empty string is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	var err error
	*d, err = Parse(string(b))
	return err
}
