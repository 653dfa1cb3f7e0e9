package grammar

import (
	"strings"

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

// clockTime is a time on the clock.
type clockTime struct {
	hour, minute, second int // minute and second -1 where not given
}

// number reads what begins with a digit: an integer, an ordinal, a decade, a clock time or a numeric date.
func (s *scanner) number() {
	start := s.at
	end := start
	value := 0
	for end < len(s.text) && prose.IsDigit(s.text[end]) {
		if value = value*10 + int(s.text[end]-'0'); value > 1e8 {
			value = 1e8
		}
		end++
	}
	l := lexeme{start: start, end: end, class: lexicon.Int, number: value, digits: end - start, plain: true}
	if s.glued(start) {
		s.other(numberEnd(s.text, end))
		return
	}
	if s.repeated(&l) {
		return
	}
	if l.digits == 3 && s.text[start] == '0' { // 16/042
		s.other(numberEnd(s.text, end))
		return
	}
	if s.numericDate(&l) || s.clockTime(&l) {
		s.at = l.end
		s.add(l)
		return
	}
	s.suffix(&l)
	if l.class == lexicon.Bad {
		s.other(numberEnd(s.text, l.end))
		return
	}
	s.at = l.end
	s.add(l)
}

// glued reports whether the number is a piece of something else: $1998, B747, 12.1998, #5, -1998.
func (s *scanner) glued(start int) bool {
	if start == 0 {
		return false
	}
	switch c := s.text[start-1]; {
	case prose.IsLetter(c), c == '_', c == '$', c == '#', c == '=', c == '+', c == '@', c == '\\', c == '~':
		return true
	case c == '.', c == ',', c == ':':
		return start > 1 && (prose.IsDigit(s.text[start-2]) || c == '.' && prose.IsLetter(s.text[start-2]) && !s.endsLexeme(start-1))
	case c == '/' || c == '-':
		return start > 1 && !s.endsLexeme(start-1) && (prose.IsWordByte(s.text[start-2]) || s.text[start-2] == '/')
	case c >= 0x80:
		for _, sign := range [...]string{"£", "€", "¥", "№", "§", "₹"} {
			if strings.HasSuffix(s.text[:start], sign) {
				return true
			}
		}
	}
	return false
}

// repeated steps over a number in brackets that says again what words before it say: "thirty-six (36) months".
func (s *scanner) repeated(l *lexeme) bool {
	n := len(s.run.lx)
	if n == 0 || l.end >= len(s.text) || s.text[l.end] != ')' || s.text[s.run.lx[n-1].end:l.start] != " (" || s.run.lx[n-1].class != lexicon.Num && s.run.lx[n-1].class != lexicon.Scale {
		return false
	}
	s.run.lx[n-1].end = l.end + 1
	s.at = l.end + 1
	return true
}

// endsLexeme reports whether the last lexeme ends at or just before the given offset, so that what follows belongs to it.
func (s *scanner) endsLexeme(at int) bool {
	n := len(s.run.lx)
	return n > 0 && (s.run.lx[n-1].end == at || s.run.lx[n-1].end == at+1)
}

// suffix reads what a number carries at its end: ordinal suffix, decade s, group separators, decimals, a percent sign.
func (s *scanner) suffix(l *lexeme) {
	t, end := s.text, l.end
	next := func(k int) byte {
		if end+k < len(t) {
			return t[end+k]
		}
		return ' '
	}
	switch c := next(0); {
	case prose.IsLetter(c):
		s.letterSuffix(l)
	case (c == ',') && prose.IsDigit(next(1)) && prose.IsDigit(next(2)) && prose.IsDigit(next(3)) && !prose.IsDigit(next(4)) && l.digits <= 3:
		l.plain, l.digits = false, 0
		for end+3 < len(t) && t[end] == ',' && prose.IsDigit(t[end+1]) && prose.IsDigit(t[end+2]) && prose.IsDigit(t[end+3]) {
			l.number = min(l.number, 1e8)*1000 + int(t[end+1]-'0')*100 + int(t[end+2]-'0')*10 + int(t[end+3]-'0')
			end += 4
		}
		l.end = end
		if end < len(t) && (prose.IsDigit(t[end]) || t[end] == '%') {
			l.class = lexicon.Bad
		}
	case c == '.' && prose.IsDigit(next(1)):
		l.class, l.plain = lexicon.Decimal, false
		for end++; end < len(t) && prose.IsDigit(t[end]); end++ {
		}
		l.end = end
		if end < len(t) && (t[end] == '%' || prose.IsLetter(t[end]) && !halfDayAt(t, end)) || end+1 < len(t) && t[end] == '.' && prose.IsDigit(t[end+1]) {
			l.class = lexicon.Bad
		}
	case c == '%', c == '_', c == '@', c == ':' && prose.IsDigit(next(1)), strings.HasPrefix(t[end:], "°"), strings.HasPrefix(t[end:], "\u00bd"):
		l.class = lexicon.Bad
	case c == '\'' && next(1) == 's' && !prose.IsWordByte(next(2)) && l.digits == 4 && l.number%10 == 0 && s.pluralBefore(l.start):
		l.end, l.class = end+2, lexicon.Decade
	}
}

// pluralBefore reports whether the number stands after "the", "early", "mid-" and the like, so that 's after it is a
// plural ("the 1930's") and no possessive.
func (s *scanner) pluralBefore(start int) bool {
	n := len(s.run.lx)
	return n > 0 && s.run.lx[n-1].end >= start-1 && (s.run.lx[n-1].isThe() || s.run.lx[n-1].class == lexicon.Mod)
}

// halfDayAt reports whether "am" or "pm" in one of its forms stands at offset at.
func halfDayAt(t string, at int) bool {
	stop := at
	for stop < len(t) && prose.IsLetter(t[stop]) {
		stop++
	}
	switch letters := strings.ToLower(t[at:min(stop, at+3)]); letters {
	case "am", "pm":
		return true
	case "a", "p":
		return strings.HasPrefix(strings.ToLower(t[stop:min(stop+2, len(t))]), ".m")
	}
	return false
}

func (s *scanner) letterSuffix(l *lexeme) {
	t, end := s.text, l.end
	stop := end
	for stop < len(t) && prose.IsLetter(t[stop]) {
		stop++
	}
	letters := strings.ToLower(t[end:min(stop, end+4)])
	switch {
	case stop-end == 2 && letters == ordinalSuffix(l.number) && l.number < 1000:
		l.end, l.class, l.plain = stop, lexicon.Ord, false
	case letters == "d" && stop-end == 1 && (l.number%10 == 2 || l.number%10 == 3) && l.number < 32 && l.number/10 != 1: // the 3d of August
		l.end, l.class, l.plain = stop, lexicon.Ord, false
	case letters == "s" && stop-end == 1 && (l.digits == 4 || l.digits == 3) && l.number%10 == 0:
		l.end, l.class = stop, lexicon.Decade
	case letters == "s" && stop-end == 1 && l.digits == 2 && l.number%10 == 0 && l.number >= 20:
		l.end, l.class = stop, lexicon.Decade
	case stop-end == 1 && l.digits == 1 && (t[end] == 'Q' || t[end] == 'H') && reportCode(t, l):
	case halfDayAt(t, end):
	default:
		l.class, l.end = lexicon.Bad, stop
	}
}

// reportCode reads 1Q and 2H, with a year right behind or not: "1Q13", "2H2013". The year stands in the lexeme's date.
func reportCode(t string, l *lexeme) bool {
	number, last := l.number, expr.Quarters
	if t[l.end] == 'H' {
		number, last = expr.Quarters+l.number, expr.Quarters+2
	}
	end := l.end + 1
	for end < len(t) && prose.IsDigit(t[end]) {
		end++
	}
	year, digits := 0, end-l.end-1
	for _, c := range t[l.end+1 : min(end, l.end+5)] {
		year = year*10 + int(c-'0')
	}
	switch {
	case number < 1 || number > last || digits != 0 && digits != 2 && digits != 4 || end < len(t) && prose.IsWordByte(t[end]):
		return false
	case digits == 2:
		year = century2(year)
	case digits == 4 && (year < 1900 || year > 2100):
		return false
	}
	l.end, l.class, l.number, l.cap, l.date[0] = end, lexicon.QuarterCode, number, true, year
	return true
}

func ordinalSuffix(n int) string {
	if n%100/10 != 1 && n%10 >= 1 && n%10 <= 3 {
		return [...]string{"st", "nd", "rd"}[n%10-1]
	}
	return "th"
}

// clockTime reads 5:30 and 17:30:05.
func (s *scanner) clockTime(l *lexeme) bool {
	t := s.text
	minute, ok := twoDigits(t, l.end, ':')
	if l.digits > 2 || !ok || minute > 59 || l.number > 24 {
		return false
	}
	c := clockTime{l.number, minute, -1}
	end := l.end + 3
	if second, ok := twoDigits(t, end, ':'); ok && second < 61 {
		c.second, end = second, end+3
	}
	if end < len(t) && prose.IsDigit(t[end]) || end+1 < len(t) && t[end] == ':' && t[end+1] != ' ' && t[end+1] != '\n' { // and not: 07:52: wrote
		return false
	}
	l.class, l.clock, l.end = lexicon.Clock, c, end
	return true
}

// twoDigits reads a separator and two digits at offset at.
func twoDigits(t string, at int, separator byte) (int, bool) {
	if at+2 >= len(t) || t[at] != separator || !prose.IsDigit(t[at+1]) || !prose.IsDigit(t[at+2]) {
		return 0, false
	}
	return int(t[at+1]-'0')*10 + int(t[at+2]-'0'), true
}

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
	if count == 2 && separator == '/' && placesDay(t, l.start, parts, digits) { // on 1/29
		date, order, ok = readParts([3]int{parts[0], parts[1], 2000}, [3]int{digits[0], digits[1], 4}, 3, separator)
		date[0] = 0 // which year the text says elsewhere
	}
	if short := digits[2] == 2 && count == 3 && separator == '.'; short && digits[0] <= 2 && digits[1] <= 2 && slashPrepositions[strings.ToLower(prose.Before(t, l.start))] { // on 22.7.98
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
var slashPrepositions = prose.SetOf("on by until till dated since from to thru through before after due effective")

// placesDay reports whether two numbers with a slash between, at byte offset at, are a day and a month and no fraction: "on 1/29", "from 02/15 to
// 02/17", and not "on 1/2 of them".
func placesDay(text string, at int, parts, digits [3]int) bool {
	if digits[0] > 2 || digits[1] > 2 || !slashPrepositions[strings.ToLower(prose.Before(text, at))] || text[at-1] != ' ' {
		return false
	}
	fraction := digits[0] == 1 && digits[1] == 1 && parts[0] < parts[1]
	return !fraction && parts != [3]int{24, 7}
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
			year += 2000
			if year > 2050 {
				year -= 100
			}
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

func numberEnd(t string, at int) int {
	for at < len(t) && (prose.IsWordByte(t[at]) || (t[at] == '.' || t[at] == ',' || t[at] == '/' || t[at] == '-' || t[at] == ':') && at+1 < len(t) && prose.IsDigit(t[at+1])) {
		at++
	}
	return at
}
