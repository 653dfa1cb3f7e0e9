package xlsx

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits of a cell (Excel specifications and limits, Microsoft).
const (
	maxUnits   = 32767 // UTF-16 units of a text
	maxLinkLen = 255   // UTF-16 units of a text within a formula
)

// Ellipsis ends a text that was cut to fit into a cell.
const Ellipsis = " […cut]"

// kind is what a cell holds.
type kind uint8

const (
	empty kind = iota
	text
	number
	link   // a text that opens itself as an address
	marked // a text with a stretch in bold
)

// cell is one cell of a row; the zero cell is empty.
type cell struct {
	kind     kind
	style    int // 0: that of the column
	text     string
	from, to int // of the bold stretch, in bytes
	number   float64
}

func count(n int) cell { return cell{kind: number, number: float64(n)} }

// text is a cell that shows s as it is, whatever it begins with.
func (b *book) text(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{kind: text, text: b.fit(clean(s))}
}

// web is a cell that opens the address at a click, or shows it where it is no web address or is too long
// for a formula. Links by formula are used because Excel takes no more than 65,530 of the other kind.
func (b *book) web(url string) cell {
	c := b.text(url)
	if isWeb(url) && unitsOf(url) <= maxLinkLen && clean(url) == url {
		c.kind, c.style = link, b.style.link
	}
	return c
}

func isWeb(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// marked is a cell with the text between two byte offsets in bold.
func (b *book) marked(s string, from, to int) cell {
	c := b.text(s)
	if c.text == s { // neither cut nor cleaned: the offsets hold
		c.kind, c.from, c.to = marked, from, to
	}
	return c
}

// fit cuts a text that is longer than a cell holds, and marks and counts the cut.
func (b *book) fit(s string) string {
	if len(s) <= maxUnits || unitsOf(s) <= maxUnits {
		return s
	}
	b.cut++
	left := maxUnits - unitsOf(Ellipsis)
	for i, r := range s {
		if left -= utf16.RuneLen(r); left < 0 {
			return s[:i] + Ellipsis
		}
	}
	return s
}

// unitsOf counts UTF-16 units, in which Excel measures texts.
func unitsOf(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// clean replaces what XML 1.0 cannot hold (control characters, bytes that are not UTF-8) by U+FFFD.
func clean(s string) string {
	for i := 0; ; {
		if i == len(s) {
			return s
		}
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf || c == '\t' || c == '\n' || c == '\r' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inXML(r) || r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return strings.Map(func(r rune) rune {
		if !inXML(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// inXML is the production Char of XML 1.0.
func inXML(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}
