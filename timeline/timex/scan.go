package timex

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner goes through the text once and hands over its runs. A byte that cannot begin a lexeme costs one look.
type scanner struct {
	text       string
	at         int
	run        *run
	start      bool // the run holds a lexeme that can make a time expression
	quarterEnd int  // where the last quarter of a year ends; 0 for none
	visit      func(*run) bool
	done       bool // visit wants no more
}

// longestRun bounds a run, and with it the memory and time that one needs: no time expression is as long.
const longestRun = 256

// scan hands the runs of a text to visit until that returns false, and reports whether it never did. r gives the room for them.
func scan(text string, r *run, visit func(*run) bool) bool {
	s := &scanner{text: text, visit: visit, run: r}
	r.text, r.lx, r.log, r.surnames = text, r.lx[:0], false, r.surnames[:0]
	defer func() { r.text = "" }()
	for s.at < len(text) && !s.done {
		c := text[s.at]
		switch {
		case isLetter(c):
			s.letters()
		case isDigit(c):
			s.number()
		case c == '\'' || c == 0xE2: // an apostrophe before a year, ASCII or U+2019
			s.apostrophe()
		case c >= utf8.RuneSelf:
			s.foreign()
		case c == ':' && strings.HasPrefix(text[s.at:], "://"):
			s.address()
		default:
			s.at++
		}
	}
	if !s.done {
		s.flush()
	}
	return !s.done
}

// add appends a lexeme, after ending the run where it does not go on.
func (s *scanner) add(l lexeme) {
	if l.gap = gapBreak; l.entry == nil {
		l.entry = &noEntry
	}
	if n := len(s.run.lx); n > 0 {
		if l.gap = gapBetween(s.text[s.run.lx[n-1].end:l.start]); l.gap == gapBreak || n >= longestRun {
			s.flush()
			l.gap = gapBreak
		}
	}
	if l.class == classUnit && l.entry.value == "Q" {
		s.quarterEnd = l.end
	}
	s.run.lx = append(s.run.lx, l)
	s.start = s.start || starts[l.class] || s.begins(&l)
}

// begins reports whether the last lexeme of the run, of a class that seldom has to do with time, can make a time expression of it.
func (s *scanner) begins(l *lexeme) bool {
	switch l.class {
	case classOrd:
		if s.quarterEnd > 0 && l.start-s.quarterEnd <= 2*planReach && l.number <= quarters { // quarterUnderstood
			return true
		}
		return l.digits > 0 || l.gap == gapHyphen && l.number == 2 // the 22nd, a 14-second burn
	case classScale: // two thousand and one
		return l.number == 1000
	case classDir:
		return l.entry.value == "AGO"
	case classInt:
		if l.plain && l.digits >= 3 {
			return true
		}
	case classNum:
		if l.number >= 15 && l.number <= 20 { // nineteen ninety
			return true
		}
	case classDecimal:
	default:
		return false
	}
	n := len(s.run.lx)
	if n < 2 {
		return false
	}
	switch prev := &s.run.lx[n-2]; { // an hour: at nine, soon after nine, by 5.30, until nine, at about nine
	case prev.is("AT"), prev.class == classDir, prev.is("BY") && (l.class == classDecimal || l.class == classNum), prev.is("UNTIL") && l.class == classNum:
		return true
	case prev.class == classApprox:
		return n > 2 && s.run.lx[n-3].is("AT")
	}
	return false
}

func (s *scanner) flush() {
	if s.start {
		s.done = !s.visit(s.run) || s.done
	}
	s.run.lx, s.start = s.run.lx[:0], false
}

// address steps over the rest of a web address.
func (s *scanner) address() {
	end := s.at
	for end < len(s.text) && s.text[end] > ' ' && s.text[end] != '"' && s.text[end] != '<' && s.text[end] != '>' {
		end++
	}
	s.other(end)
}

// other notes a word that is no lexeme: it ends the run.
func (s *scanner) other(end int) {
	s.flush()
	s.at = end
}

// gapBetween classifies the bytes between two lexemes.
func gapBetween(between string) gap {
	switch between {
	case "":
		return gapNone
	case " ", "\n", "\u00a0", "  ", " \n", "\n ":
		return gapSpace
	case "-", "\u2010", "\u2011":
		return gapHyphen
	case ", ", ",", ",\n", " , ":
		return gapComma
	case "/":
		return gapSlash
	case "'s ", "\u2019s ", "' ", "\u2019 ", "'s\n", " 's ":
		return gapOwner
	}
	if len(between) > 12 {
		return gapBreak
	}
	switch strings.TrimSpace(between) {
	case "":
		if strings.Count(between, "\n") > 1 {
			return gapBreak
		}
		return gapSpace
	case "-", "--", "\u2013", "\u2014", "\u2012", "\u2212":
		return gapDash
	}
	return gapBreak
}

// letters reads a word.
func (s *scanner) letters() {
	start := s.at
	end := start + 1
	for end < len(s.text) && isLetter(s.text[end]) {
		end++
	}
	if c := s.text[start]; !isUpper(c) && end-start > len("www") && (end == len(s.text) || endsWord[s.text[end]]) && !mayList(s.text[start:end]) {
		s.other(end) // as most words are
		return
	}
	if end-start <= 2 && s.short(start, end) {
		return
	}
	if end < len(s.text) && (s.text[end] >= utf8.RuneSelf && !quoteAt(s.text, end) || isDigit(s.text[end]) || s.text[end] == '_') {
		s.other(wordEnd(s.text, end))
		return
	}
	if isUpper(s.text[start]) {
		if h, stop := holidayAt(s.text, start, end); h != nil {
			s.at = stop
			s.add(lexeme{start: start, end: stop, class: classHoliday, cap: true, holiday: h})
			return
		}
	}
	e, ok := lookup(s.text[start:end])
	if !ok {
		if end-start == 3 && hasPrefixFold(s.text[start:], "www.") {
			s.address()
			return
		}
		s.other(end)
		return
	}
	l := lexeme{start: start, end: end, class: e.class, entry: e, number: e.number, cap: isUpper(s.text[start])}
	if e.cap && !l.cap || s.linked(start, end) || e.class == classAmPm && end-start == 2 && l.cap && !isUpper(s.text[start+1]) {
		s.other(end)
		return
	}
	if e.abbr && end < len(s.text) && s.text[end] == '.' {
		l.end, l.stop = end+1, true
	}
	s.at = l.end
	s.add(l)
}

// short reads what only one or two letters begin, and reports whether it could.
func (s *scanner) short(start, end int) bool {
	for _, read := range [...]func(*scanner, int, int) (lexeme, bool){(*scanner).periodCode, (*scanner).fiscalCode, (*scanner).dotted} {
		if l, ok := read(s, start, end); ok {
			s.at = l.end
			s.add(l)
			return true
		}
	}
	return false
}

// endsWord tells the bytes that end a word of which no more need be known.
var endsWord = func() (ends [1 << 8]bool) {
	for c := range utf8.RuneSelf {
		ends[c] = !isWordByte(byte(c)) && c != '_'
	}
	return ends
}()

// periodCode reads Q3 and H1, a quarter and a half as reports write them; the halves are numbered after the four quarters.
func (s *scanner) periodCode(start, end int) (lexeme, bool) {
	t := s.text
	if end-start != 1 || end == len(t) || !isDigit(t[end]) || end+1 < len(t) && isWordByte(t[end+1]) {
		return lexeme{}, false
	}
	number, first, last := int(t[end]-'0'), 0, 0
	switch t[start] {
	case 'Q':
		last = quarters
	case 'H':
		first, last = quarters, 2
	}
	if number < 1 || number > last {
		return lexeme{}, false
	}
	return lexeme{start: start, end: end + 1, class: classQuarterCode, number: first + number, cap: true}, true
}

// quarters is how many there are in a year, and in the codes of periods before the halves.
const quarters = 4

// fiscalCode reads FY2013 and FY13, a year as reports write it.
func (s *scanner) fiscalCode(start, end int) (lexeme, bool) {
	t := s.text
	if end-start != 2 || t[start] != 'F' && t[start] != 'C' || t[start+1] != 'Y' { // fiscal and calendar years
		return lexeme{}, false
	}
	if end+2 <= len(t) && isDigit(t[end]) && isDigit(t[end+1]) && (end+2 == len(t) || !isWordByte(t[end+2])) { // FY19
		year := century2(int(t[end]-'0')*10 + int(t[end+1]-'0'))
		return lexeme{start: start, end: end + 2, class: classInt, number: year, digits: 4, plain: true, cap: true}, true
	}
	if end+4 > len(t) || end+4 < len(t) && isWordByte(t[end+4]) {
		return lexeme{}, false
	}
	year, err := strconv.Atoi(t[end : end+4])
	if err != nil || year < 1900 || year > 2200 {
		return lexeme{}, false
	}
	return lexeme{start: start, end: end + 4, class: classInt, number: year, digits: 4, plain: true, cap: true}, true
}

// linked reports whether the word is a piece of an address, a file name or the like: "may.example.org", "@today".
func (s *scanner) linked(start, end int) bool {
	if start > 0 && strings.IndexByte("@#_\\=&", s.text[start-1]) >= 0 {
		return true
	}
	if start > 1 && (s.text[start-1] == '/' || s.text[start-1] == '.') && (isLetter(s.text[start-2]) || s.text[start-2] == '/') {
		_, word := lookup(before(s.text, start-1))
		return !word
	}
	return end+1 < len(s.text) && (s.text[end] == '@' || s.text[end] == '.' && isLetter(s.text[end+1]))
}

// dotted reads the abbreviations with a full stop after each letter: a.m., p.m., B.C., A.D., B.C.E.; and o'clock.
func (s *scanner) dotted(start, end int) (lexeme, bool) {
	if end-start != 1 || end+1 >= len(s.text) {
		return lexeme{}, false
	}
	if s.text[start]|0x20 == 'o' && hasPrefixFold(s.text[end:], "'clock") {
		return lexeme{start: start, end: end + len("'clock"), class: classOClock}, true
	}
	if s.text[end] != '.' || !isLetter(s.text[end+1]) {
		return lexeme{}, false
	}
	stop := start
	for stop+1 < len(s.text) && isLetter(s.text[stop]) && s.text[stop+1] == '.' && stop-start < 6 {
		stop += 2
	}
	if stop < len(s.text) && isLetter(s.text[stop]) && (stop+1 == len(s.text) || !isWordByte(s.text[stop+1])) {
		stop++ // "p.m" without its last full stop
	}
	e, ok := lookup(strings.TrimSuffix(s.text[start:stop], "."))
	if !ok || e.class != classAmPm && e.class != classEra || e.cap && !isUpper(s.text[start]) {
		return lexeme{}, false
	}
	return lexeme{start: start, end: stop, class: e.class, entry: e, stop: true}, true
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// apostrophe reads a year or decade that leaves out its century: '98, ’90s.
func (s *scanner) apostrophe() {
	width := 1
	if s.text[s.at] == 0xE2 {
		if width = 3; !strings.HasPrefix(s.text[s.at:], "\u2019") && !strings.HasPrefix(s.text[s.at:], "\u2018") {
			s.foreign()
			return
		}
	}
	i := s.at + width
	if i+1 < len(s.text) && isDigit(s.text[i]) && isDigit(s.text[i+1]) && (i+2 == len(s.text) || !isDigit(s.text[i+2])) && (s.at == 0 || !isWordByte(s.text[s.at-1])) {
		l := lexeme{start: s.at, end: i + 2, class: classYear2, number: int(s.text[i]-'0')*10 + int(s.text[i+1]-'0'), digits: 2, plain: true}
		switch {
		case i+2 < len(s.text) && s.text[i+2] == 's' && (i+3 == len(s.text) || !isWordByte(s.text[i+3])):
			l.end, l.class = i+3, classDecade
		case i+2 < len(s.text) && isWordByte(s.text[i+2]):
			s.at = i + 2
			return
		}
		s.at = l.end
		s.add(l)
		return
	}
	if n := len(s.run.lx); n > 0 && s.run.lx[n-1].end == s.at && i < len(s.text) && s.text[i]|0x20 == 's' && (i+1 == len(s.text) || !isWordByte(s.text[i+1])) {
		width++ // the possessive of a lexeme goes on with its run
	}
	s.at += width
}

// foreign steps over a letter that is not ASCII, with the rest of its word, or over a sign.
func (s *scanner) foreign() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if r < 0x00c0 || r >= 0x2000 && r < 0x2c00 {
		s.at += size
		return
	}
	s.other(wordEnd(s.text, s.at+size))
}

func quoteAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r < 0x00c0 || r >= 0x2000 && r < 0x2c00
}

func wordEnd(text string, at int) int {
	for at < len(text) && (isLetter(text[at]) || isDigit(text[at]) || text[at] == '_' || text[at] >= utf8.RuneSelf && !quoteAt(text, at)) {
		at++
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
