package grammar

import (
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
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
	case c == '\'' && next(1) == 's' && !prose.IsWordByte(next(2)) && (l.digits == 4 || l.digits == 2) && l.number%10 == 0 && s.pluralBefore(l.start):
		l.end, l.class = end+2, lexicon.Decade
	}
}

// pluralBefore reports whether the number stands after "the", "early", "mid-" and the like, so that 's after it is a
// plural ("the 1930's", "the early 80's") and no possessive.
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

// isEra reports whether the letters right behind a number are those of an era: "410BC".
func isEra(letters string) bool {
	e, known := lexicon.Lookup(letters)
	return known && e.Class == lexicon.Era && prose.IsUpper(letters[0])
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
	case halfDayAt(t, end), isEra(t[end:stop]):
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

// clockTime reads 5:30, 17:30:05 and 06h00.
func (s *scanner) clockTime(l *lexeme) bool {
	t := s.text
	minute, ok := twoDigits(t, l.end, ':')
	if !ok && l.digits == 2 {
		minute, ok = twoDigits(t, l.end, 'h')
	}
	if l.digits > 2 || !ok || minute > 59 || l.number > 24 || l.number == 24 && minute > 0 {
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

func numberEnd(t string, at int) int {
	for at < len(t) && (prose.IsWordByte(t[at]) || (t[at] == '.' || t[at] == ',' || t[at] == '/' || t[at] == '-' || t[at] == ':') && at+1 < len(t) && prose.IsDigit(t[at+1])) {
		at++
	}
	return at
}
