package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/internal/wordlist"
)

//go:embed data/abbreviations.txt
var abbreviationData string

//go:embed data/tokens.txt
var tokenData string

// lexicon holds the closed lists of the tokenizer and the sentence splitter. See the headers of the
// data files for what each list means.
var lexicon = struct {
	abbreviation wordlist.Map[abbreviation] // by lower-case form with its full stop
	list         map[string]map[string]bool
	split        map[string][]int // lower-case word written together: lengths of its tokens
}{wordlist.MapOf(readAbbreviations(abbreviationData)), readLists(tokenData), readSplits(tokenData)}

// abbreviation says what may follow an abbreviation.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	title                        // a name follows: never ends a sentence
	counted                      // a number follows: ends no sentence before a number
	general                      // may end a sentence
)

func readAbbreviations(data string) map[string]abbreviation {
	kinds := map[string]abbreviation{"title": title, "counted": counted, "general": general}
	m := map[string]abbreviation{}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		for _, word := range fields[1:] {
			m[word] = kinds[fields[0]]
		}
	}
	return m
}

func readLists(data string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") || fields[0] == "split" {
			continue
		}
		if m[fields[0]] == nil {
			m[fields[0]] = map[string]bool{}
		}
		for _, word := range fields[1:] {
			m[fields[0]][word] = true
		}
	}
	return m
}

func readSplits(data string) map[string][]int {
	m := map[string][]int{}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] != "split" {
			continue
		}
		for _, word := range fields[1:] {
			var lengths []int
			for part := range strings.SplitSeq(word, "|") {
				lengths = append(lengths, len(part))
			}
			m[strings.ReplaceAll(word, "|", "")] = lengths
		}
	}
	return m
}

var (
	prefixes   = lexicon.list["prefix"]
	domains    = lexicon.list["domain"]
	extensions = lexicon.list["extension"]
	clitics    = lexicon.list["clitic"]
	elisions   = lexicon.list["elision"]
)

// kindOfAbbreviation is what may follow a form with its full stop, whatever its case.
func kindOfAbbreviation(form string) abbreviation {
	kind, _ := lexicon.abbreviation.Fold(form)
	return kind
}

func isAbbreviation(form string) bool { return kindOfAbbreviation(form) != notAbbreviation }

// longest word of any list; longer words are in none.
const longestListed = 16

// lookup returns the lower-case form of s for a look-up in a list, "" if s is too long to be in one.
func lookup(s string) string {
	if len(s) > longestListed {
		return ""
	}
	return strings.ToLower(s)
}

// word emits the letters [start, end), cut where they are two words written together ("cannot").
func (t *tokenizer) word(start, end int) {
	if n := end - start; n >= 4 && n <= longestListed {
		if lengths, ok := lexicon.split[strings.ToLower(t.text[start:end])]; ok {
			for _, n := range lengths {
				t.emit(start, start+n)
				start += n
			}
			return
		}
	}
	t.emit(start, end)
}

// wordLike emits the word, number or abbreviation that begins at start, without the clitics and
// hyphenated parts that follow it, and returns where it ends.
func (t *tokenizer) wordLike(start, end int) int {
	stop := start
	if t.text[start] == '.' {
		stop++
	}
	stop = t.letters(stop, end)
	for stop < end {
		next := t.extend(start, stop, end)
		if next == stop {
			break
		}
		stop = next
	}
	if stop < end && t.text[stop] == '.' && t.abbreviated(start, stop, end) {
		stop++
		t.emit(start, stop)
		return stop
	}
	if n := negation(t.text[start:stop], t.text[stop:end]); n > 0 {
		t.emit(start, stop-1)
		t.emit(stop-1, stop+n)
		return stop + n
	}
	t.word(start, stop)
	return stop
}

// negation returns how many bytes of rest belong to "n't" where word ends in its "n", else 0.
func negation(word, rest string) int {
	if len(word) < 2 || word[len(word)-1]|0x20 != 'n' || !isLetterByte(word[len(word)-2]) {
		return 0
	}
	for _, tail := range [...]string{"'t", "'T", "’t", "’T", "`t"} {
		if strings.HasPrefix(rest, tail) && !wordStarts(rest[len(tail):]) {
			return len(tail)
		}
	}
	return 0
}

// wordStarts reports whether s begins with a character of a word.
func wordStarts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && wordRune(r)
}

// extend returns the end of the word [start, stop) with the connector at stop and the letters after
// it, or stop if the connector does not belong to the word.
func (t *tokenizer) extend(start, stop, end int) int {
	r, size := utf8.DecodeRuneInString(t.text[stop:end])
	after := stop + size
	if after >= end || !wordStarts(t.text[after:end]) {
		return stop
	}
	before, next := t.text[stop-1], t.text[after]
	digits := isDigit(before) && isDigit(next)
	joins := false
	switch r {
	case '.':
		joins = digits || t.dotted(start, stop, after, end)
	case ',':
		joins = digits && threeDigits(t.text[after:end])
	case ':', '/':
		joins = digits
	case '&':
		joins = isUpper(before) && isUpper(next) && stop-start <= 4
	case '\'', '’':
		joins = t.clitic(stop, end) == 0 && negation(t.text[start:stop], t.text[stop:end]) == 0
	case '-', '‐', '‑':
		joins = t.hyphenated(start, stop, after, end)
	case '@', '$':
		joins = false
	}
	if !joins {
		return stop
	}
	return t.letters(after, end)
}

// threeDigits reports whether s begins with a group of exactly three digits.
func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// dotted reports whether the full stop at stop is inside a word: "U.S", "p.m", "report.pdf".
func (t *tokenizer) dotted(start, stop, after, end int) bool {
	if stop-start == 1 || t.text[stop-2] == '.' {
		next := t.letters(after, min(end, after+utf8.UTFMax+1))
		if utf8.RuneCountInString(t.text[after:next]) == 1 {
			return isLetterByte(t.text[stop-1]) // one letter, full stop, one letter
		}
	}
	tail := t.text[after:t.letters(after, min(end, after+longestListed+1))]
	if after-start+len(tail) < longestListed && isAbbreviation(t.text[start:after]+tail+".") {
		return true // "Ph.D"
	}
	tail = lookup(tail)
	return tail != "" && (extensions[tail] || domains[tail]) && stop-start > 1 && tail == t.text[after:after+len(tail)]
}

// hyphenated reports whether the hyphen at stop is inside a token. UD English cuts at hyphens but for
// prefixes that are no words ("non-human"), and numbers such as telephone numbers and ISO dates.
func (t *tokenizer) hyphenated(start, stop, after, end int) bool {
	if isDigit(t.text[stop-1]) && isDigit(t.text[after]) {
		return t.numberCode(start, end)
	}
	return prefixes[lookup(t.text[start:stop])]
}

// numberCode reports whether groups of digits joined by hyphens from start on are a code (an ISO
// date, a telephone number) and not a range: three groups or more, or a group of three and one of four.
func (t *tokenizer) numberCode(start, end int) bool {
	end = min(end, start+32)
	var groups []int
	n := 0
	for i := start; i <= end; i++ {
		if i < end && isDigit(t.text[i]) {
			n++
			continue
		}
		groups = append(groups, n)
		n = 0
		if i == end || t.text[i] != '-' {
			break
		}
	}
	return len(groups) >= 3 || len(groups) == 2 && groups[0] == 3 && groups[1] == 4
}

// clitic returns the end of the clitic ("'s", "'ll") or the elided word ("'em", "'90s") whose
// apostrophe stands at start, 0 if there is none. After a word only a clitic counts, elsewhere only
// an elided word.
func (t *tokenizer) clitic(start, end int) int {
	_, size := utf8.DecodeRuneInString(t.text[start:end])
	stop := t.letters(start+size, min(end, start+size+6))
	if stop == start+size || stop < end && wordStarts(t.text[stop:end]) {
		return 0
	}
	tail := lookup(t.text[start+size : stop])
	if t.next == joined && start > 0 && (wordByte[t.text[start-1]&0x7f] || t.text[start-1] >= utf8.RuneSelf || t.text[start-1] == '.' || t.text[start-1] == ')' || t.text[start-1] == '"') || t.inWord(start) {
		if clitics[tail] {
			return stop
		}
		return 0
	}
	if elisions[tail] || len(tail) == 2 && isDigit(tail[0]) && isDigit(tail[1]) || len(tail) == 3 && isDigit(tail[0]) && tail[1:] == "0s" {
		return stop
	}
	return 0
}

// inWord reports whether a word that is not yet emitted ends at i.
func (t *tokenizer) inWord(i int) bool {
	return i > 0 && (len(t.tokens) == 0 || t.tokens[len(t.tokens)-1].End < i) && t.next != joined && wordEnds(t.text[:i])
}

// wordEnds reports whether s ends with a character of a word.
func wordEnds(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && wordRune(r)
}

// abbreviated reports whether the full stop at stop belongs to the word [start, stop).
func (t *tokenizer) abbreviated(start, stop, end int) bool {
	word := t.text[start:stop]
	if rest := t.text[stop+1 : end]; rest != "" && (rest[0] == '.' || wordStarts(rest)) {
		return false // an ellipsis, or the next word written without a blank
	}
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && r != 'I'
	}
	if i := strings.LastIndexByte(word, '.'); i >= 0 && !isDigit(word[0]) {
		return len(word)-i == 2 || isAbbreviation(word+".")
	}
	if len(word) >= longestListed {
		return false
	}
	return isAbbreviation(word + ".")
}

// address returns the length of the web or mail address at the start of s, 0 if there is none.
func address(s string) int {
	const schemes = 3
	if len(s) < 5 {
		return 0
	}
	web := false
	for _, p := range [schemes]string{"http://", "https://", "www."} {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			web = true
		}
	}
	end := len(s)
	if !web {
		end = mailEnd(s)
		if end == 0 {
			return 0
		}
	}
	for i := 0; i < end; i++ {
		if c := s[i]; c == '<' || c == '>' || c == '"' || c == '|' {
			end = i
		}
	}
	return end - trailing(s[:end])
}

// trailing returns how many of the last characters of an address are punctuation that follows it. A
// bracket that was opened in the address belongs to it.
func trailing(s string) int {
	open := strings.Count(s, "(") - strings.Count(s, ")")
	end := len(s)
	for end > 0 && strings.IndexByte(".,;:!?)]'", s[end-1]) >= 0 {
		if s[end-1] == ')' {
			if open >= 0 {
				break
			}
			open++
		}
		end--
	}
	return len(s) - end
}

// mailEnd returns the length of a mail address at the start of s, 0 if there is none.
func mailEnd(s string) int {
	const longest = 64
	i := 0
	for i < len(s) && i < longest && (wordByte[s[i]&0x7f] && s[i] < utf8.RuneSelf || strings.IndexByte(".-+%", s[i]) >= 0) {
		i++
	}
	if i == 0 || i+3 > len(s) || s[i] != '@' {
		return 0
	}
	dot := false
	for i++; i < len(s) && i < 2*longest && (wordByte[s[i]&0x7f] && s[i] < utf8.RuneSelf || s[i] == '.' || s[i] == '-'); i++ {
		dot = dot || s[i] == '.'
	}
	if !dot {
		return 0
	}
	return i
}
