package prose

import (
	"strings"

	"dateline/timeline/text"
)

// LongestHeading is the length of a line, in bytes, up to which it may be a heading.
const LongestHeading = 90

// ClauseReach is how many bytes before an expression its clause is looked at.
const ClauseReach = 60

// SentenceReach is how many bytes beside an expression most questions on its sentence look at.
const SentenceReach = 90

// SentenceBefore is what stands before offset start in its sentence, no more than reach bytes.
func SentenceBefore(t string, start, reach int) string {
	first := max(0, start-reach)
	for k := start - 1; k >= first; k-- {
		if c := t[k]; stops[c] && (c != '.' || text.EndsSentence(t, k)) {
			return t[k+1 : start]
		}
	}
	return t[first:start]
}

// stops are the bytes that end a sentence, the full stop only where it is none of an abbreviation.
var stops = func() (stops [1 << 8]bool) {
	for _, c := range []byte(";?!\n\".") {
		stops[c] = true
	}
	return stops
}()

// SentenceAfter is what stands behind offset end in its sentence, no more than reach bytes.
func SentenceAfter(t string, end, reach int) string {
	last := min(len(t), end+reach)
	for k := end; k < last; k++ {
		if c := t[k]; stops[c] && c != '"' && (c != '.' || text.EndsSentence(t, k)) {
			return t[end:k]
		}
	}
	return t[end:last]
}

// EndsSentence reports whether a sentence ends in a stretch of text.
func EndsSentence(s string) bool {
	for k := range len(s) {
		switch s[k] {
		case '?', '!', ';':
			return true
		case '.':
			if text.EndsSentence(s, k) {
				return true
			}
		}
	}
	return false
}

// ClauseBefore is what stands before offset start in its clause, no more than ClauseReach bytes.
func ClauseBefore(t string, start int) string {
	return ClauseOf(SentenceBefore(t, start, ClauseReach))
}

// ClauseOf is the clause that what stands before an offset in its sentence ends in, no more than ClauseReach bytes.
func ClauseOf(said string) string {
	said = said[max(0, len(said)-ClauseReach):]
	return said[max(0, strings.LastIndexByte(said, ',')):] // another clause: "who had ruled since 1943, fled in September 1946"
}
