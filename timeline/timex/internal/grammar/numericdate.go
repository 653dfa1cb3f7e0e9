package grammar

import (
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// numericOrder is the order of the parts of a numeric date as it is written.
type numericOrder uint8

const (
	yearFirst numericOrder = iota
	weekDate               // the week of a year: 2012-W14
	open                   // day and month may be exchanged: settled for the whole article
	dayMonth               // only day first fits, or dots
	monthDay               // only month first fits
)

// numericDate reads 2020-03-11, 2020/03/11, 3/11/2020, 13.02.2019, 11-03-2020, 3/11/20 and 3/11 (the last two only with slashes).
func (s *scanner) numericDate(l *lexeme) bool {
	t, end := s.text, l.end
	if l.digits == 8 && compact(l) {
		return true
	}
	if week, ok := twoDigits(t, end+1, 'W'); ok && l.digits == 4 && t[end] == '-' && week >= 1 && week <= 53 && (end+4 == len(t) || !prose.IsWordByte(t[end+4])) { // ISO 8601's 2012-W14
		l.class, l.date, l.order, l.end, l.plain = lexicon.Date, [3]int{l.number, week, 0}, weekDate, end+4, false
		return true
	}
	if l.digits != 4 && l.digits > 2 || end >= len(t) || t[end] != '-' && t[end] != '/' && t[end] != '.' {
		return false
	}
	separator := t[end]
	var parts [3]int
	var digits [3]int
	parts[0], digits[0] = l.number, l.digits
	count, at := 1, end
	for count < 3 && at+1 < len(t) && t[at] == separator && prose.IsDigit(t[at+1]) {
		value, n := 0, 0
		for at++; at < len(t) && prose.IsDigit(t[at]) && n < 5; at++ {
			value, n = value*10+int(t[at]-'0'), n+1
		}
		parts[count], digits[count] = value, n
		count++
	}
	if at < len(t) && (prose.IsDigit(t[at]) || prose.IsLetter(t[at]) && (t[at] != 'T' || separator != '-') || t[at] == '%' || at+1 < len(t) && (t[at] == separator || t[at] == '.') && prose.IsWordByte(t[at+1])) {
		return false
	}
	if count == 2 && separator == '/' && parts == [3]int{9, 11} && digits == [3]int{1, 2} { // the attacks of that day, however days are written
		l.class, l.date, l.order, l.end, l.plain = lexicon.Date, [3]int{2001, 9, 11}, monthDay, at, false
		return true
	}
	date, order, ok := readParts(parts, digits, count, separator)
	if count == 2 && separator == '/' && placesDay(t, l.start, parts, digits) && !monthFollows(t, at) { // on 1/29, and not: on 10/11 February
		date, order, ok = readParts([3]int{parts[0], parts[1], 2000}, [3]int{digits[0], digits[1], 4}, 3, separator)
		date[0] = 0 // which year the text says elsewhere
	}
	if short := digits[2] == 2 && count == 3 && separator == '.'; short && digits[0] <= 2 && digits[1] <= 2 && slashPrepositions.HasFold(prose.Before(t, l.start)) { // on 22.7.98
		date, order, ok = readParts([3]int{parts[0], parts[1], century2(parts[2])}, [3]int{digits[0], digits[1], 4}, 3, separator)
	}
	if !ok {
		return false
	}
	l.class, l.date, l.order, l.end, l.plain = lexicon.Date, date, order, at, false
	if at < len(t) && t[at] == 'T' && !s.isoClock(l) {
		return false
	}
	return true
}

// compact reads a day as ISO 8601 has it in its basic format: 19980722.
func compact(l *lexeme) bool {
	year, month, day := l.number/10000, l.number/100%100, l.number%100
	if year < 1900 || year > 2099 || impossible(&expr.Parts{Have: expr.HasYear | expr.HasMonth | expr.HasDay, Year: year, Month: month, Day: day}) {
		return false
	}
	l.class, l.date, l.order, l.plain = lexicon.Date, [3]int{year, month, day}, yearFirst, false
	return true
}

// slashPrepositions stand before a day of a month written with a slash and no year.
var slashPrepositions = wordlist.SetOf("on by until till dated since from to thru through before after due effective")

// placesDay reports whether two numbers with a slash between, at byte offset at, are a day and a month and no fraction: "on 1/29", "from 02/15 to
// 02/17", "Thursday 4/19", and not "on 1/2 of them".
func placesDay(text string, at int, parts, digits [3]int) bool {
	prev := prose.Before(text, at)
	e, known := lexicon.Lookup(prev)
	weekday := known && e.Class == lexicon.Weekday && prose.IsUpper(prev[0]) // Thursday 4/19
	if digits[0] > 2 || digits[1] > 2 || !weekday && !slashPrepositions.HasFold(prev) || text[at-1] != ' ' {
		return false
	}
	fraction := digits[0] == 1 && digits[1] == 1 && parts[0] < parts[1] && !weekday
	return !fraction && parts != [3]int{24, 7}
}

// monthFollows reports whether the name of a month follows byte offset at.
func monthFollows(text string, at int) bool {
	month := prose.After(text, at)
	e, known := lexicon.Lookup(month)
	return known && e.Class == lexicon.Month && prose.IsUpper(month[0])
}

// isoClock reads what follows the date in 2010-01-03T10:00:00Z or 2010-01-03T10:00+01:00 (ISO 8601).
func (s *scanner) isoClock(l *lexeme) bool {
	t := s.text
	hour, ok := twoDigits(t, l.end, 'T')
	if !ok || hour > 24 {
		return false
	}
	c := lexeme{number: hour, digits: 2, end: l.end + 3}
	if !s.clockTime(&c) {
		return false
	}
	l.clock, l.end = c.clock, c.end
	if l.end+1 < len(t) && t[l.end] == '.' && prose.IsDigit(t[l.end+1]) { // fractions of a second
		for l.end++; l.end < len(t) && prose.IsDigit(t[l.end]); l.end++ {
		}
	}
	if l.end >= len(t) {
		return true
	}
	switch sign := t[l.end]; sign {
	case 'Z':
		l.zoned = true
		l.end++
	case '+', '-':
		hours, ok := twoDigits(t, l.end, sign)
		if !ok || hours > 14 {
			return true
		}
		l.zoned, l.zone, l.end = true, hours*60, l.end+3
		if minutes, ok := twoDigits(t, l.end, ':'); ok && minutes < 60 {
			l.zone, l.end = l.zone+minutes, l.end+3
		}
		if sign == '-' {
			l.zone = -l.zone
		}
	}
	return true
}

// readParts says which part of a numeric date is what; ok is false where it is none. Impossible days stay, for the
// family of numeric dates to refuse them whole.
func readParts(p, digits [3]int, count int, separator byte) (date [3]int, order numericOrder, ok bool) {
	switch {
	case count == 3 && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2:
		return [3]int{p[0], p[1], p[2]}, yearFirst, p[0] >= 1000
	case count == 2 && digits[0] == 4 && digits[1] == 2 && separator == '-' && p[0] > 1500 && p[0] < 2200 && p[1] >= 1 && p[1] <= 12 && !(p[0]%100 < p[1]):
		return [3]int{p[0], p[1], 0}, yearFirst, true // 2014-05; 2005-06 is rather two years
	case count == 2 && digits[0] <= 2 && digits[1] == 4 && separator == '/' && p[0] >= 1 && p[0] <= 12 && p[1] >= 1900 && p[1] < 2100: // 06/2015
		return [3]int{p[1], p[0], 0}, yearFirst, true
	case count == 3 && digits[2] == 4, count == 3 && digits[2] == 2 && separator == '/':
		if digits[0] > 2 || digits[1] > 2 || p[0] == 0 || p[1] == 0 || p[0] > 31 || p[1] > 31 {
			return date, 0, false
		}
		year := p[2]
		if digits[2] == 2 {
			year = century2(year)
		}
		switch {
		case p[0] > 12 && p[1] > 12:
			return [3]int{year, p[0], p[1]}, monthDay, true // impossible
		case p[0] > 12:
			return [3]int{year, p[1], p[0]}, dayMonth, true
		case p[1] > 12:
			return [3]int{year, p[0], p[1]}, monthDay, true
		case separator == '.':
			return [3]int{year, p[1], p[0]}, dayMonth, true
		}
		return [3]int{year, p[0], p[1]}, open, true
	}
	return date, 0, false
}
