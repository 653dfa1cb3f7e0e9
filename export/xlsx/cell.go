package xlsx

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Limits of a cell (Excel specifications and limits, Microsoft).
const (
	maxUnits   = 32767 // UTF-16 units of a text
	maxLinkLen = 255   // UTF-16 units of a text within a formula
)

// Ellipsis ends a text that was cut to fit into a cell.
const Ellipsis = " […cut]"

// cell is one cell of a row; the zero cell is empty.
type cell struct {
	value any // nil, string, int, float64 or []excelize.RichTextRun
	link  bool
	style int // 0: that of the column
}

// text is a cell that shows s as it is, whatever it begins with.
func (b *book) text(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{value: b.fit(clean(s))}
}

// web is a cell that opens the address at a click, or shows it where it is no web address or is too long
// for a formula.
func (b *book) web(url string) cell {
	c := b.text(url)
	if isWeb(url) && unitsOf(url) <= maxLinkLen && clean(url) == url {
		c.link, c.style = true, b.style.link
	}
	return c
}

func isWeb(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// formula is the formula of a cell with a link.
func (c cell) formula() string {
	if !c.link {
		return ""
	}
	return `HYPERLINK("` + strings.ReplaceAll(c.value.(string), `"`, `""`) + `")`
}

// marked is a cell with the text between two byte offsets in bold.
func (b *book) marked(s string, from, to int) cell {
	if unitsOf(s) > maxUnits {
		return b.text(s)
	}
	bold := &excelize.Font{Bold: true, Color: accent, Family: family, Size: size}
	plain := &excelize.Font{Family: family, Size: size}
	var runs []excelize.RichTextRun
	for _, r := range []excelize.RichTextRun{{Text: s[:from], Font: plain}, {Text: s[from:to], Font: bold}, {Text: s[to:], Font: plain}} {
		if r.Text != "" {
			r.Text = clean(r.Text)
			runs = append(runs, r)
		}
	}
	return cell{value: runs}
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
