package text

import (
	"unicode"
	"unicode/utf8"
)

// Split cuts s into sentences and tokens by rule, without a model and in time linear in len(s).
//
// An empty line always ends a sentence. A single line break ends one only where the line was broken
// on purpose (see Wraps); elsewhere the punctuation decides: ". ! ? …" with the quotes and brackets
// that close behind them, unless an abbreviation's full stop is followed by what does not clearly
// start a sentence. A dateline ("OSLO, Norway, May 3 —") stands apart, as a heading does.
func Split(s string) *Document {
	tokens, gaps := tokenize(s)
	breakLines(s, tokens, gaps)
	doc := &Document{Text: s, Sentences: make([]Sentence, 0, len(tokens)/16+1)}
	paragraph, first := 0, 0
	dateline := datelineLength(tokens, gaps) // the token behind the paragraph's dateline
	for i := range tokens {
		last := i+1 == len(tokens)
		hard := last || gaps[i+1] == blankLine
		if !hard && i+1-first < longestSentence && (i+1 < dateline || i+1 > dateline && !endsSentence(tokens[first:i+1], gaps[first:i+1], tokens[i+1:], gaps[i+1:])) {
			continue
		}
		doc.Sentences = append(doc.Sentences, Sentence{
			Start: tokens[first].Start, End: tokens[i].End, Tokens: tokens[first : i+1 : i+1], Paragraph: paragraph,
			Heading: i+1 == dateline || hard && gaps[first] == blankLine && !endsAsSentence(tokens[first:i+1]),
		})
		if hard {
			paragraph++
			dateline = i + 1 + datelineLength(tokens[i+1:], gaps[i+1:])
		}
		first = i + 1
	}
	return doc
}

// longestSentence is how many tokens a sentence has at most. What goes on for longer is no prose, and every later stage may
// take time that grows with the square of a sentence's length.
const longestSentence = 1000

// breakLines turns line breaks into what they mean: a blank where they only wrap a paragraph, else an
// end of a paragraph (blankLine).
func breakLines(s string, tokens []Token, gaps []gap) {
	wraps := Wraps(s)
	for i := 1; i < len(tokens); i++ {
		if gaps[i] != newline {
			continue
		}
		for len(wraps) > 0 && wraps[0] < tokens[i-1].End {
			wraps = wraps[1:]
		}
		gaps[i] = blankLine
		if len(wraps) > 0 && wraps[0] < tokens[i].Start {
			gaps[i] = spaced
		}
	}
}

// endsAsSentence reports whether the last token but quotes and brackets is a final punctuation mark.
func endsAsSentence(tokens []Token) bool {
	i := len(tokens) - 1
	for i > 0 && isCloser(tokens[i].Form) {
		i--
	}
	return isTerminator(tokens[i].Form) || tokens[i].Form == ":" || tokens[i].Form == ";" || tokens[i].Form == ","
}

// isTerminator reports whether form is a punctuation mark that ends a sentence.
func isTerminator(form string) bool {
	switch form[0] {
	case '.', '!', '?':
		return !wordEnds(form)
	}
	return form == "…" || form == "。"
}

// isCloser reports whether form may close a quotation or a bracket.
func isCloser(form string) bool {
	switch form {
	case `"`, "”", "’", "'", "''", "’’", ")", "]", "»", "}":
		return true
	}
	return false
}

// endsSentence reports whether a sentence ends after the last token of done.
func endsSentence(done []Token, doneGaps []gap, rest []Token, restGaps []gap) bool {
	last := len(done) - 1
	form := done[last].Form
	if restGaps[0] == joined && isCloser(rest[0].Form) {
		return false // the quote or bracket closes this sentence
	}
	end := last
	for end > 0 && isCloser(done[end].Form) && doneGaps[end] == joined {
		end--
	}
	mark := done[end].Form
	next := nextWord(rest)
	switch {
	case isTerminator(mark):
		return endsAtMark(done[:end+1], mark, end < last, rest, restGaps, next)
	case len(form) > 1 && form[len(form)-1] == '.':
		return endsAtAbbreviation(form, end < last, next)
	}
	return false
}

// nextWord returns the first token of rest that is no opening quote or bracket.
func nextWord(rest []Token) string {
	for i := range rest {
		if i == 3 {
			break
		}
		if r, _ := utf8.DecodeRuneInString(rest[i].Form); wordRune(r) {
			return rest[i].Form
		}
	}
	return rest[0].Form
}

// endsAtMark decides at a final punctuation mark.
func endsAtMark(done []Token, mark string, closed bool, rest []Token, restGaps []gap, next string) bool {
	if len(done) == 1 && len(mark) == 1 {
		return false // a mark alone is no sentence
	}
	if isTerminator(rest[0].Form) {
		return false
	}
	lower := startsLower(next)
	switch {
	case mark[0] == '.' && len(mark) == 1:
		if len(done) == 2 && isListNumber(done[0].Form) {
			return false // "1. Get feedback"
		}
		if restGaps[0] == joined && !unicode.IsUpper(firstRune(rest[0].Form)) {
			return false
		}
		return !(closed && lower)
	case mark[0] == '.' || mark == "…":
		return !lower && restGaps[0] != joined
	}
	return !lower
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isListNumber reports whether form can number a list item: "1", "12", "a", "iv".
func isListNumber(form string) bool {
	if len(form) > 3 {
		return false
	}
	for i := range len(form) {
		if !isDigit(form[i]) && !(len(form) == 1 && isLetterByte(form[i])) {
			return false
		}
	}
	return true
}

// endsAtAbbreviation decides at a token that ends in a full stop of its own.
func endsAtAbbreviation(form string, closed bool, next string) bool {
	kind := kindOfAbbreviation(form)
	if kind == title {
		return false
	}
	if isDigit(form[0]) {
		return false
	}
	if form == "no." && capitalized(next) { // I would have said no. Today I am less sure, and not: catalogue no. A17
		return true
	}
	return starters[lookup(next)] && unicode.IsUpper(firstRune(next)) && (next != "I" || kind == general)
}

// EndsSentence reports whether the full stop at byte offset at of a text ends a sentence, and is none of a number or an abbreviation: "0.3 percent", "5 p.m. Friday",
// "Mr. Bell". It looks at the words beside it alone; [Split] sees the whole text.
func EndsSentence(text string, at int) bool {
	next := at + 1
	if next < len(text) && (isLetterByte(text[next]) || isDigit(text[next]) || text[next] == ',') {
		return false
	}
	start := at
	for start > 0 && at-start < longestListed && (isLetterByte(text[start-1]) || text[start-1] == '.') {
		start--
	}
	form := text[start : at+1]
	if len(form) == 2 && isUpper(form[0]) && form[0] != 'I' && (start == 0 || text[start-1] == ' ') { // J. Bell, and not: 20 °C.
		return false
	}
	if !isAbbreviation(form) {
		return true
	}
	for next < len(text) && text[next] <= ' ' {
		next++
	}
	end := next
	for end < len(text) && end-next < longestListed && isLetterByte(text[end]) {
		end++
	}
	return end == next && next == len(text) || next < end && endsAtAbbreviation(form, false, text[next:end])
}

// capitalized reports whether a text begins with a capital and a small letter.
func capitalized(s string) bool {
	return len(s) > 1 && isUpper(s[0]) && isLetterByte(s[1]) && !isUpper(s[1])
}

// starters are words that with a capital clearly start a sentence.
var starters = lexicon.list["starter"]

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
