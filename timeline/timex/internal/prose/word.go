// Package prose looks at the words, sentences and lines beside a place in a text. It needs neither tags nor a tree: what stands around a time
// expression is told by a few words and by bounds in bytes. Offsets are bytes.
package prose

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline/timex/internal/lexicon"
)

// AnyOf reports whether one of the parts stands to s as rel says: strings.HasPrefix, strings.HasSuffix, strings.Contains.
func AnyOf(rel func(s, part string) bool, s string, parts ...string) bool {
	for _, part := range parts {
		if rel(s, part) {
			return true
		}
	}
	return false
}

// LastIndex is strings.LastIndex for a part that is mostly not there, which strings.Contains tells sooner.
func LastIndex(s, part string) int {
	if !strings.Contains(s, part) {
		return -1
	}
	return strings.LastIndex(s, part)
}

// Before gives the word of the text that stands before byte offset at, with nothing but blanks between; empty where
// there is none, as before the text, where an offset counted back from its first word leads.
func Before(text string, at int) string {
	end := max(at, 0)
	for end > 0 && (text[end-1] == ' ' || text[end-1] == '\n') {
		end--
	}
	start := end
	for start > 0 && IsWordByte(text[start-1]) && end-start < 40 {
		start--
	}
	return text[start:end]
}

// After gives the word of the text that follows byte offset at after one blank or hyphen; empty where there is none.
func After(text string, at int) string {
	if at >= len(text) || text[at] != ' ' && text[at] != '-' && text[at] != '\n' {
		return ""
	}
	start := at + 1
	end := start
	for end < len(text) && IsWordByte(text[end]) && end-start < 40 {
		end++
	}
	return text[start:end]
}

// Last gives the word that follows offset at, behind an article.
func Last(text string, at int) string {
	word := After(text, at)
	if word == "the" || word == "a" || word == "that" || word == "this" || word == "its" {
		return After(text, at+1+len(word))
	}
	return word
}

// FirstWord is the length of the word, of ASCII letters, that a text begins with.
func FirstWord(s string) int {
	for i := range len(s) {
		if !IsLetter(s[i]) {
			return i
		}
	}
	return len(s)
}

// End is where the word that goes on at byte offset at ends; a number and what is joined to it by an underscore is part of it.
func End(text string, at int) int {
	for at < len(text) && (IsLetter(text[at]) || IsDigit(text[at]) || text[at] == '_' || text[at] >= utf8.RuneSelf && !QuoteAt(text, at)) {
		at++
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// QuoteAt reports whether the rune at byte offset at, which is not ASCII, is a sign and no letter: a quotation mark, a dash.
func QuoteAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r < 0x00c0 || r >= 0x2000 && r < 0x2c00
}

// IsName reports whether a word has a capital and goes on small, as in a name.
func IsName(word string) bool {
	return len(word) > 1 && IsUpper(word[0]) && !IsUpper(word[1])
}

// IsPluralNoun reports whether a small word looks like a plural that a number would count.
func IsPluralNoun(word string) bool {
	n := len(word)
	if n < 4 || word[0] < 'a' || word[0] > 'z' {
		return false
	}
	if _, known := lexicon.Lookup(word); known {
		return false
	}
	switch word {
	case "was", "has", "is", "as", "his", "its", "this", "thus", "does", "towards", "across", "perhaps", "besides", "unless", "whereas", "always", "series":
		return false
	}
	return word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u'
}

// EqualFold reports whether two words differ in nothing but case.
func EqualFold(s, word string) bool { return len(s) == len(word) && HasPrefixFold(s, word) }

// HasSuffixFold reports whether a text ends with a suffix, whatever the case.
func HasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && EqualFold(s[len(s)-len(suffix):], suffix)
}

// HasPrefixFold reports whether a text begins with a prefix, whatever the case.
func HasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// IsWordByte reports whether a byte is one of a word: an ASCII letter or digit, or of a rune beyond ASCII.
func IsWordByte(c byte) bool { return IsLetter(c) || IsDigit(c) || c >= 0x80 }

// IsLetter reports whether a byte is an ASCII letter.
func IsLetter(c byte) bool { return letters[c] }

// letters holds for the ASCII letters.
var letters = func() (letters [1 << 8]bool) {
	for c := byte('a'); c <= 'z'; c++ {
		letters[c], letters[c&^0x20] = true, true
	}
	return letters
}()

// IsDigit reports whether a byte is an ASCII digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// IsUpper reports whether a byte is an ASCII capital.
func IsUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
