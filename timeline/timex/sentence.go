package timex

import (
	"strings"

	"dateline/timeline/text"
)

// sentenceBefore is what stands before offset start in its sentence, no more than reach bytes.
func sentenceBefore(t string, start, reach int) string {
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

// sentenceAfter is what stands behind offset end in its sentence, no more than reach bytes.
func sentenceAfter(t string, end, reach int) string {
	last := min(len(t), end+reach)
	for k := end; k < last; k++ {
		switch t[k] {
		case ';', '?', '!', '\n':
			return t[end:k]
		case '.':
			if text.EndsSentence(t, k) {
				return t[end:k]
			}
		}
	}
	return t[end:last]
}

// untilAside is the text up to the quotation mark or the apposition that stands right behind a date: who said so tells nothing of what was said. What a date at the head
// of its sentence is of comes behind the apposition.
func untilAside(t string, start, end int) string {
	rest := t[end:]
	if anyOf(strings.HasPrefix, rest, ",\"", ",”") || anyOf(strings.HasPrefix, rest, ", a ", ", an ") && strings.Count(sentenceBefore(t, start, planReach), " ") > 3 { // the cell cracked Friday, a mishap that will put it back
		return t[:end+1]
	}
	return t
}

// endsSentence reports whether a sentence ends in a stretch of text.
func endsSentence(s string) bool {
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

// clauseBefore is what stands before offset start in its clause, no more than remarkReach bytes.
func clauseBefore(t string, start int) string {
	window := sentenceBefore(t, start, remarkReach)
	return window[max(0, strings.LastIndexByte(window, ',')):] // another clause: "who had ruled since 1943, fled in September 1946"
}
