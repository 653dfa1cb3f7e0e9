package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// widest is the longest line that may come from wrapping text at a column, narrowest the shortest
// column at which text is wrapped.
const (
	widest    = 120
	narrowest = 50
)

// Wraps gives the byte offsets of the line ends ("\n") of a text that only wrap the lines of a paragraph, in text order; none where it is not wrapped.
//
// In wrapped text a line is broken because the next word would not have fitted, so a break is on purpose if it would have, judged by the longest line of
// the lines between two empty ones; and where most breaks of a text would have, as in a list, all are. Lines too long or too short for wrapped text are broken on
// purpose, and so are those that stand before a mark, as that of a quotation, or before the label of an item, a notice or an entry where half of
// the lines begin with one, all of words or all of numbers. A line that goes on in lower case never is. Lengths are in code points.
func Wraps(s string) []int {
	var ends []int      // the line ends of the block at hand
	var wraps []wrap    // in all blocks
	start, full := 0, 0 // where the block begins; how many more breaks had no room than had
	for from := 0; from <= len(s); {
		end := from + strings.IndexByte(s[from:], '\n')
		if end < from {
			end = len(s)
		}
		empty := strings.TrimSpace(s[from:end]) == ""
		if !empty {
			ends = append(ends, end)
		}
		if empty || end == len(s) {
			wraps, full = blockWraps(wraps, full, s, start, ends)
			ends, start = ends[:0], end+1
		}
		from = end + 1
	}
	var offsets []int
	for _, w := range wraps {
		if w.lower || full > 0 {
			offsets = append(offsets, w.at)
		}
	}
	return offsets
}

// wrap is a line end that may only wrap its paragraph.
type wrap struct {
	at    int
	lower bool // the next line goes on in lower case
}

// blockWraps appends the line ends of a block that may only wrap it, and adds to full how many more of them had no room for the next word than had. The block begins
// at start; the last of its line ends ends it.
func blockWraps(wraps []wrap, full int, s string, start int, ends []int) ([]wrap, int) {
	if len(ends) < 2 {
		return wraps, full
	}
	width := 0
	words, numbers := 0, 0 // lines that begin with a label, one of words or of a number, an hour or a date
	for k, from := 0, start; k < len(ends); from, k = ends[k]+1, k+1 {
		line := strings.TrimSpace(s[from:ends[k]])
		width = max(width, utf8.RuneCountInString(line))
		switch {
		case line == "" || !isLabel(firstWord(line)):
		case line[0] >= '0' && line[0] <= '9':
			numbers++
		default:
			words++
		}
	}
	labels := max(words, numbers) // the speaker's name and an hour that begins a line by chance are no list
	listed := labels > 1 && 2*labels >= len(ends)-1
	for k, from := 0, start; k+1 < len(ends); from, k = ends[k]+1, k+1 {
		line, next := strings.TrimSpace(s[from:ends[k]]), strings.TrimSpace(s[ends[k]+1:ends[k+1]])
		word := firstWord(next)
		first, _ := utf8.DecodeRuneInString(next)
		switch {
		case unicode.IsLower(first):
			wraps = append(wraps, wrap{ends[k], true})
		case width < narrowest || width > widest:
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			full--
		case listed && isLabel(word) || strings.Contains(next, columns) || !unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("\"'“‘([$£€", first):
		default:
			full++
			wraps = append(wraps, wrap{at: ends[k]})
		}
	}
	return wraps, full
}

// columns stands between the columns of a table, and in no sentence.
const columns = "   "

// firstWord is what stands before the first blank of a line.
func firstWord(line string) string {
	if blank := strings.IndexFunc(line, unicode.IsSpace); blank >= 0 {
		return line[:blank]
	}
	return line
}

// isLabel reports whether the first word of a line is like the label of an item, a notice or an entry: "b)", "Thursday:", "1.", "14:02", "2020-05-03".
func isLabel(word string) bool {
	if strings.HasSuffix(word, ":") || strings.HasSuffix(word, ")") && len(word) <= 3 && word[0] != '(' {
		return true
	}
	const digits = "0123456789"
	if rest := strings.TrimLeft(word, digits); rest == "." {
		return len(word) <= 3
	}
	signs := strings.Trim(strings.TrimRight(word, "."), digits)
	return strings.HasPrefix(signs, ":") || strings.HasPrefix(signs, "-") && strings.Count(signs, "-") == 2 && strings.Trim(signs, digits+"-") == ""
}
