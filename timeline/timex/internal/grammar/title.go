package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// longestTitle is how many bytes in quotation marks may be the title of a work.
const longestTitle = 70

// inTitle reports whether t[start:end] is a piece of a title in quotation marks: "The Man Who Was Thursday", "60 Minutes", "1941". Its words
// begin with capitals, but for small function words; what is said begins with one and goes on small.
func inTitle(t string, start, end int) bool {
	open, width := -1, 0
	for k := start; k > max(0, start-longestTitle) && open < 0; k-- {
		c := t[k-1]
		if !titleBounds[c] {
			continue
		}
		switch {
		case c == '\n', c == '.' && k < len(t) && t[k] == ' ':
			return false
		case c == '"':
			open, width = k-1, 1
		case c == '`' && k > 1 && t[k-2] == '`':
			open, width = k-2, len("``")
		case c == '\x9c' && strings.HasSuffix(t[:k], "“"):
			open, width = k-len("“"), len("“")
		}
	}
	if open < 0 || open > 0 && prose.IsWordByte(t[open-1]) {
		return false
	}
	rest := t[end:min(len(t), end+longestTitle)]
	shut := strings.IndexAny(rest, "\"”\n")
	if width == len("``") {
		shut = strings.Index(rest, "''")
	}
	if shut < 0 || rest[shut] == '\n' {
		return false
	}
	title := t[open+width : end+shut]
	if n := len(title); n == 0 || title[n-1] == ',' && isSpeech(t[end+shut:]) || title[n-1] == '.' || title[0] == ' ' {
		return false // "Monday," he said; "… some day," Sommer said this week. "Maybe
	}
	words, capital := 0, 0
	for word := range strings.FieldsSeq(title) {
		words++
		c := word[0]
		switch {
		case prose.IsUpper(c), prose.IsDigit(c):
			capital++
		case len(word) > 4 || words == 1:
			return false
		}
	}
	return words > 0 && (words > 1 && capital > 1 || prose.IsDigit(title[0]) && words == 1)
}

// titleBounds are the bytes of what can open a title or end the look for it.
var titleBounds = func() (bounds [1 << 8]bool) {
	for _, c := range []byte("\n.\"`\x9c") {
		bounds[c] = true
	}
	return bounds
}()

// isSpeech reports whether who says it stands behind the closing quotation mark at the beginning of rest.
func isSpeech(rest string) bool {
	rest = strings.TrimLeft(rest, "\"” ")
	word := rest[:prose.FirstWord(rest)]
	if next := prose.After(rest, len(word)); sayVerbs.Has(next) || tense.SayingPast.Has(next) || speakers.Has(word) && text.IsPast(next) { // "We knew on Sunday," she conceded
		return true
	}
	return sayVerbs.Has(word) || tense.SayingPast.Has(word)
}

// speakers stand for who says something.
var speakers = wordlist.SetOf("he she they I we")

// quoted reports whether t[start:end] stands in quotation marks by itself, as a title does.
func quoted(t string, start, end int) bool {
	open, close := t[:start], strings.TrimLeft(t[end:], ",.")
	return (strings.HasSuffix(open, "\"") || strings.HasSuffix(open, "“") || strings.HasSuffix(open, "``")) &&
		(strings.HasPrefix(close, "\"") || strings.HasPrefix(close, "”") || strings.HasPrefix(close, "''"))
}
