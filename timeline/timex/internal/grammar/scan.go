package grammar

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/holiday"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// noEntry is that of a number, which is no word.
var noEntry lexicon.Entry

// scanner goes through the text once and hands over its runs. A byte that cannot begin a lexeme costs one look.
type scanner struct {
	text       string
	at         int
	run        *run
	start      bool             // the run holds a lexeme that can make a time expression
	quarterEnd int              // where the last quarter of a year ends; 0 for none
	country    *holiday.Country // that the text is about
	placed     bool             // that has been asked for
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
		case prose.IsLetter(c):
			s.letters()
		case prose.IsDigit(c):
			s.number()
		case c == '\'': // before a year
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
	if l.class == lexicon.Unit && l.entry.Value == "Q" {
		s.quarterEnd = l.end
	}
	s.run.lx = append(s.run.lx, l)
	s.start = s.start || lexicon.Starts[l.class] || s.begins(&l)
}

// begins reports whether the last lexeme of the run, of a class that seldom has to do with time, can make a time expression of it.
func (s *scanner) begins(l *lexeme) bool {
	switch l.class {
	case lexicon.Ord:
		if s.quarterEnd > 0 && l.start-s.quarterEnd <= 2*prose.SentenceReach && l.number <= expr.Quarters { // quarterUnderstood
			return true
		}
		return l.digits > 0 || l.gap == gapHyphen && l.number == 2 // the 22nd, a 14-second burn
	case lexicon.Scale: // two thousand and one
		return l.number == 1000
	case lexicon.Dir:
		return l.entry.Value == "AGO"
	case lexicon.Int:
		if l.plain && l.digits >= 3 {
			return true
		}
	case lexicon.Num:
		if l.number >= 15 && l.number <= 20 { // nineteen ninety
			return true
		}
		if l.number < 30 {
			if prep := prose.Before(s.text, l.start); l.number%5 == 0 && spokenPrepositions.Has(prep) || nears.Has(prep) { // it was ten to five; Towards six the rain stopped
				return true
			}
		}
	case lexicon.Decimal:
		if l.start > 0 && s.text[l.start-1] == '\n' { // a line of a log
			return true
		}
	default:
		return false
	}
	n := len(s.run.lx)
	if n < 2 {
		return false
	}
	switch prev := &s.run.lx[n-2]; { // an hour: at nine, by 5.30, until nine, at about nine
	case prev.is("AT"), prev.is("BY"), prev.is("UNTIL"), prev.is("BETWEEN"), prev.class == lexicon.Dir:
		return l.class != lexicon.Int || l.digits <= 2
	case prev.class == lexicon.Approx:
		return prev.cap || n > 2 && (s.run.lx[n-3].is("AT") || s.run.lx[n-3].is("BY") || s.run.lx[n-3].is("UNTIL"))
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
	case " ", "\n", "  ", " \n", "\n ":
		return gapSpace
	case "-":
		return gapHyphen
	case ", ", ",", ",\n", " , ":
		return gapComma
	case "/":
		return gapSlash
	case "'s ", "' ", "'s\n", " 's ":
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
	end := start + prose.FirstWord(s.text[start:])
	if c := s.text[start]; !prose.IsUpper(c) && end-start > len("www") && (end == len(s.text) || endsWord[s.text[end]]) && !lexicon.MayList(s.text[start:end]) {
		s.other(end) // as most words are
		return
	}
	if end-start <= 2 && s.short(start, end) {
		return
	}
	if end < len(s.text) && (s.text[end] >= utf8.RuneSelf && !prose.QuoteAt(s.text, end) || prose.IsDigit(s.text[end]) || s.text[end] == '_') {
		s.other(prose.End(s.text, end))
		return
	}
	if prose.IsUpper(s.text[start]) {
		if h, stop := s.holiday(start, end); h != nil {
			s.at = stop
			s.add(lexeme{start: start, end: stop, class: lexicon.Holiday, cap: true, holiday: h})
			return
		}
	}
	e, ok := lexicon.Lookup(s.text[start:end])
	if !ok {
		if end-start == 3 && prose.HasPrefixFold(s.text[start:], "www.") {
			s.address()
			return
		}
		s.other(end)
		return
	}
	l := lexeme{start: start, end: end, class: e.Class, entry: e, number: e.Number, cap: prose.IsUpper(s.text[start])}
	if e.Cap && !l.cap || s.linked(start, end) || e.Class == lexicon.AmPm && end-start == 2 && l.cap && !prose.IsUpper(s.text[start+1]) {
		s.other(end)
		return
	}
	if e.Abbr && end < len(s.text) && s.text[end] == '.' {
		l.end, l.stop = end+1, true
	}
	if l.class == lexicon.Part && e.Beside && !s.behindFirst(&l) {
		s.other(end)
		return
	}
	s.at = l.end
	s.add(l)
}

// holiday finds the named day whose first word is text[start:end], as the country that the text is about keeps it, and where its name ends.
func (s *scanner) holiday(start, end int) (h *holiday.Holiday, stop int) {
	h, stop = holiday.At(s.text, start, end)
	if h == nil || !h.Varies() {
		return h, stop
	}
	c := holiday.CountryIn(prose.SentenceBefore(s.text, start, prose.SentenceReach), h)
	if c == nil {
		if !s.placed {
			s.country, s.placed = holiday.CountryOf(s.text), true
		}
		c = s.country
	}
	return c.Own(h), stop
}

// behindFirst takes "first" before "light" into the lexeme, and reports whether it stands there; other light is no part of the day.
func (s *scanner) behindFirst(light *lexeme) bool {
	n := len(s.run.lx)
	if n == 0 || s.run.lx[n-1].class != lexicon.Ord || s.run.lx[n-1].number != 1 || s.run.lx[n-1].digits > 0 || s.text[s.run.lx[n-1].end:light.start] != " " {
		return false
	}
	light.start, light.cap = s.run.lx[n-1].start, s.run.lx[n-1].cap
	s.run.lx = s.run.lx[:n-1]
	return true
}

// short reads what only one or two letters begin, and reports whether it could.
func (s *scanner) short(start, end int) bool {
	if end == len(s.text) || s.text[end] != '.' && s.text[end] != '\'' && s.text[end] != '-' && !prose.IsDigit(s.text[end]) { // most are words like "of"
		return false
	}
	for _, read := range [...]func(*scanner, int, int) (lexeme, bool){(*scanner).periodCode, (*scanner).fiscalCode, (*scanner).dotted, (*scanner).hyphenDay} {
		if l, ok := read(s, start, end); ok {
			s.at = l.end
			s.add(l)
			return true
		}
	}
	return false
}

// hyphenDay reads "to-day", "to-morrow" and "to-night", as was usual until about 1930.
func (s *scanner) hyphenDay(start, end int) (lexeme, bool) {
	if s.text[end] != '-' || !prose.EqualFold(s.text[start:end], "to") || start > 0 && s.text[start-1] == '-' { // and not: day-to-day
		return lexeme{}, false
	}
	stop := prose.End(s.text, end+1)
	for _, day := range [...]string{"today", "tomorrow", "tonight"} {
		if prose.EqualFold(s.text[end+1:stop], day[len("to"):]) {
			e, _ := lexicon.Lookup(day)
			return lexeme{start: start, end: stop, class: e.Class, entry: e, number: e.Number, cap: prose.IsUpper(s.text[start])}, true
		}
	}
	return lexeme{}, false
}

// endsWord tells the bytes that end a word of which no more need be known.
var endsWord = func() (ends [1 << 8]bool) {
	for c := range utf8.RuneSelf {
		ends[c] = !prose.IsWordByte(byte(c)) && c != '_'
	}
	return ends
}()

// periodCode reads Q3 and H1, a quarter and a half as reports write them; the halves are numbered after the four quarters.
func (s *scanner) periodCode(start, end int) (lexeme, bool) {
	t := s.text
	if end-start != 1 || end == len(t) || !prose.IsDigit(t[end]) || end+1 < len(t) && prose.IsWordByte(t[end+1]) {
		return lexeme{}, false
	}
	number, first, last := int(t[end]-'0'), 0, 0
	switch t[start] {
	case 'Q':
		last = expr.Quarters
	case 'H':
		first, last = expr.Quarters, 2
	}
	if number < 1 || number > last {
		return lexeme{}, false
	}
	return lexeme{start: start, end: end + 1, class: lexicon.QuarterCode, number: first + number, cap: true}, true
}

// fiscalCode reads FY2013 and FY13, a year as reports write it.
func (s *scanner) fiscalCode(start, end int) (lexeme, bool) {
	t := s.text
	if end-start != 2 || t[start] != 'F' && t[start] != 'C' || t[start+1] != 'Y' { // fiscal and calendar years
		return lexeme{}, false
	}
	if end+2 <= len(t) && prose.IsDigit(t[end]) && prose.IsDigit(t[end+1]) && (end+2 == len(t) || !prose.IsWordByte(t[end+2]) && t[end+2] != '_') { // FY19
		year := century2(int(t[end]-'0')*10 + int(t[end+1]-'0'))
		return lexeme{start: start, end: end + 2, class: lexicon.Int, number: year, digits: 4, plain: true, cap: true}, true
	}
	if end+4 > len(t) || end+4 < len(t) && prose.IsWordByte(t[end+4]) {
		return lexeme{}, false
	}
	year, err := strconv.Atoi(t[end : end+4])
	if err != nil || year < 1900 || year > 2200 {
		return lexeme{}, false
	}
	return lexeme{start: start, end: end + 4, class: lexicon.Int, number: year, digits: 4, plain: true, cap: true}, true
}

// linked reports whether the word is a piece of an address, a file name or the like: "may.example.org", "@today".
func (s *scanner) linked(start, end int) bool {
	if start > 0 && strings.IndexByte("@#_\\=&", s.text[start-1]) >= 0 {
		return true
	}
	if start > 1 && (s.text[start-1] == '/' || s.text[start-1] == '.') && (prose.IsLetter(s.text[start-2]) || s.text[start-2] == '/') {
		_, word := lexicon.Lookup(prose.Before(s.text, start-1))
		return !word
	}
	return end+1 < len(s.text) && (s.text[end] == '@' || s.text[end] == '.' && prose.IsLetter(s.text[end+1]))
}

// dotted reads the abbreviations with a full stop after each letter: a.m., p.m., B.C., A.D., B.C.E.; and o'clock.
func (s *scanner) dotted(start, end int) (lexeme, bool) {
	if end-start != 1 || end+1 >= len(s.text) {
		return lexeme{}, false
	}
	if s.text[start]|0x20 == 'o' && prose.HasPrefixFold(s.text[end:], "'clock") {
		return lexeme{start: start, end: end + len("'clock"), class: lexicon.OClock}, true
	}
	if s.text[end] != '.' || !prose.IsLetter(s.text[end+1]) {
		return lexeme{}, false
	}
	stop := start
	for stop+1 < len(s.text) && prose.IsLetter(s.text[stop]) && s.text[stop+1] == '.' && stop-start < 6 {
		stop += 2
	}
	if stop < len(s.text) && prose.IsLetter(s.text[stop]) && (stop+1 == len(s.text) || !prose.IsWordByte(s.text[stop+1])) {
		stop++ // "p.m" without its last full stop
	}
	e, ok := lexicon.Lookup(strings.TrimSuffix(s.text[start:stop], "."))
	if !ok || e.Class != lexicon.AmPm && e.Class != lexicon.Era || e.Cap && !prose.IsUpper(s.text[start]) {
		return lexeme{}, false
	}
	return lexeme{start: start, end: stop, class: e.Class, entry: e, stop: true}, true
}

// apostrophe reads a year or decade that leaves out its century: '98, '90s.
func (s *scanner) apostrophe() {
	i := s.at + 1
	if i+1 < len(s.text) && prose.IsDigit(s.text[i]) && prose.IsDigit(s.text[i+1]) && (i+2 == len(s.text) || !prose.IsDigit(s.text[i+2])) && (s.at == 0 || !prose.IsWordByte(s.text[s.at-1])) {
		l := lexeme{start: s.at, end: i + 2, class: lexicon.Year2, number: int(s.text[i]-'0')*10 + int(s.text[i+1]-'0'), digits: 2, plain: true}
		switch {
		case i+2 < len(s.text) && s.text[i+2] == 's' && (i+3 == len(s.text) || !prose.IsWordByte(s.text[i+3])):
			l.end, l.class = i+3, lexicon.Decade
		case strings.HasPrefix(s.text[i+2:], "'s") && l.number%10 == 0 && s.pluralBefore(s.at): // the early '80's
			l.end, l.class = i+4, lexicon.Decade
		case i+2 < len(s.text) && prose.IsWordByte(s.text[i+2]):
			s.at = i + 2
			return
		}
		s.at = l.end
		s.add(l)
		return
	}
	if n := len(s.run.lx); n > 0 && s.run.lx[n-1].end == s.at && i < len(s.text) && s.text[i]|0x20 == 's' && (i+1 == len(s.text) || !prose.IsWordByte(s.text[i+1])) {
		s.at++ // the possessive of a lexeme goes on with its run
	}
	s.at++
}

// foreign steps over a letter that is not ASCII, with the rest of its word, or over a sign.
func (s *scanner) foreign() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if r < 0x00c0 || r >= 0x2000 && r < 0x2c00 {
		s.at += size
		return
	}
	s.other(prose.End(s.text, s.at+size))
}
