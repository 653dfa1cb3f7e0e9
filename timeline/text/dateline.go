package text

import (
	"unicode"
	"unicode/utf8"
)

// longestDateline is how many tokens a dateline may have: "PORT-AU-PRINCE, Haiti, Sept. 15 (Reuters) —".
const longestDateline = 16

// datelineLength is the number of tokens of the dateline that opens a paragraph, or 0: the place, in
// capitals, perhaps with country, date and agency, up to a dash that stands by itself or behind the agency's bracket. It is
// no part of the sentence behind it.
func datelineLength(tokens []Token, gaps []gap) int {
	if len(tokens) == 0 || !isCapitals(tokens[0].Form) {
		return 0
	}
	for i, t := range tokens[:min(len(tokens), longestDateline)] {
		if i > 0 && gaps[i] == blankLine {
			return 0
		}
		if isDash(t.Form) {
			if i > 0 && (gaps[i] != joined || tokens[i-1].Form == ")") && (i+1 == len(tokens) || gaps[i+1] != joined) {
				return i + 1
			}
			continue
		}
		if first, _ := utf8.DecodeRuneInString(t.Form); unicode.IsLower(first) {
			return 0
		}
	}
	return 0
}

func isCapitals(form string) bool {
	letters := 0
	for _, r := range form {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}

func isDash(form string) bool {
	switch form {
	case "—", "–", "--", "_", "-":
		return true
	}
	return false
}
