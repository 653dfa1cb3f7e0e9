package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap says what stands between a token and the one before it.
type gap uint8

const (
	joined    gap = iota // nothing
	spaced               // blanks
	newline              // one line break
	blankLine            // an empty line, or the start of the text
)

// tokenizer cuts a text into tokens in one pass. Each step looks at a bounded number of characters or
// at characters that it consumes, so the time is linear in the length of the text whatever it holds.
type tokenizer struct {
	text   string
	tokens []Token
	gaps   []gap // gaps[i] is what stands before tokens[i]
	next   gap   // what stands before the token that comes next
}

// tokenize cuts s into tokens.
func tokenize(s string) ([]Token, []gap) {
	estimate := len(s)/5 + 8
	t := &tokenizer{text: s, tokens: make([]Token, 0, estimate), gaps: make([]gap, 0, estimate), next: blankLine}
	for i := 0; i < len(s); {
		size, space := spaceAt(s, i)
		if space {
			i = t.skipSpace(i)
			continue
		}
		end := i + size
		for end < len(s) {
			size, space := spaceAt(s, end)
			if space {
				break
			}
			end += size
		}
		t.chunk(i, end)
		i = end
	}
	return t.tokens, t.gaps
}

// spaceAt returns the size of the character at i and whether it is a blank, a line break or an
// invisible character that separates (zero-width space, byte order mark).
func spaceAt(s string, i int) (int, bool) {
	if c := s[i]; c < utf8.RuneSelf {
		return 1, c <= ' ' || c == 0x7f
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return size, unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2028' || r == '\u2029'
}

// skipSpace passes over blanks from i on and notes what kind of gap they make.
func (t *tokenizer) skipSpace(i int) int {
	lines := 0
	for i < len(t.text) {
		size, space := spaceAt(t.text, i)
		if !space {
			break
		}
		switch {
		case t.text[i] == '\n', strings.HasPrefix(t.text[i:], "\u2028"):
			lines++
		case t.text[i] == '\r' && !strings.HasPrefix(t.text[i:], "\r\n"):
			lines++
		case strings.HasPrefix(t.text[i:], "\u2029"):
			lines += 2
		}
		i += size
	}
	t.next = max(t.next, spaced+gap(min(lines, 2)))
	return i
}

// emit appends the token [start, end).
func (t *tokenizer) emit(start, end int) {
	t.tokens = append(t.tokens, Token{Start: start, End: end, Form: t.text[start:end], Head: -1})
	t.gaps = append(t.gaps, t.next)
	t.next = joined
}

// chunk cuts what stands between two blanks.
func (t *tokenizer) chunk(start, end int) {
	if t.plainWord(start, end) {
		t.word(start, end)
		return
	}
	for start < end {
		if stop := address(t.text[start:end]); stop > 0 {
			t.emit(start, start+stop)
			start += stop
			continue
		}
		start = t.step(start, end)
	}
}

// plainWord reports whether [start, end) holds ASCII letters only, as most chunks do.
func (t *tokenizer) plainWord(start, end int) bool {
	for i := start; i < end; i++ {
		if c := t.text[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// step emits the token or tokens that begin at start and returns where they end.
func (t *tokenizer) step(start, end int) int {
	r, size := utf8.DecodeRuneInString(t.text[start:end])
	switch {
	case wordRune(r):
		return t.wordLike(start, end)
	case (r == '\'' || r == '’' || r == '`') && t.clitic(start, end) > 0:
		stop := t.clitic(start, end)
		t.emit(start, stop)
		return stop
	case r == '.' && start+1 < end && isDigit(t.text[start+1]) && t.next != joined:
		return t.wordLike(start, end) // ".5"
	case r == '#' && start+1 < end && isLetterByte(t.text[start+1]) && t.next != joined:
		stop := t.letters(start+1, end)
		t.emit(start, stop)
		return stop
	}
	stop := t.punctuation(start, end, r, size)
	t.emit(start, stop)
	return stop
}

// letters returns the end of the run of word characters from i on.
func (t *tokenizer) letters(i, end int) int {
	for i < end {
		if c := t.text[i]; c < utf8.RuneSelf {
			if !wordByte[c] {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(t.text[i:end])
		if !wordRune(r) {
			break
		}
		i += size
	}
	return i
}

// wordByte is wordRune for ASCII.
var wordByte = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
	}
	return
}()

// wordRune reports whether r can be part of a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return wordByte[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad'
}

func isDigit(c byte) bool      { return c >= '0' && c <= '9' }
func isUpper(c byte) bool      { return c >= 'A' && c <= 'Z' }
func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// punctuation returns the end of the punctuation token that begins at start with r.
func (t *tokenizer) punctuation(start, end int, r rune, size int) int {
	if n := emoticon(t.text[start:end]); n > 0 {
		return start + n
	}
	run := start + size
	switch r {
	case '.', '-', '*', '=', '_', '~', '+', '<', '>', '—', '–', '`', '\'', '’', '‘', '…', '•':
		for run < end && strings.HasPrefix(t.text[run:end], string(r)) {
			run += size
		}
	case '!', '?':
		for run < end && (t.text[run] == '!' || t.text[run] == '?') {
			run++
		}
	}
	return run
}

// emoticons are the faces that are tokens of their own.
var emoticons = []string{":-)", ":-(", ";-)", ":-D", ":-P", ":)", ":(", ";)", ":D", ":P", "=)", "=(", "<3", "^_^"}

// emoticon returns the length of the face at the start of s if nothing but punctuation follows it.
func emoticon(s string) int {
	if c := s[0]; c != ':' && c != ';' && c != '=' && c != '<' && c != '^' {
		return 0
	}
	for _, face := range emoticons {
		if strings.HasPrefix(s, face) && (len(s) == len(face) || !wordByte[s[len(face)]&0x7f]) {
			return len(face)
		}
	}
	return 0
}
