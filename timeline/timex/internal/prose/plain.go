package prose

import (
	"sort"
	"strings"

	"dateline/timeline/text"
)

// Plain is a text in the one typography that the rules are written for: a straight apostrophe for ’ and ‘, a blank for no-break and thin spaces, "\n" for every line
// end, and a blank for one that only wraps a paragraph (text.Wraps). Offsets into it are not those of the text that it was made from.
type Plain struct {
	Text   string
	shifts []shift // in text order; none where all offsets are the same
}

// shift says that what stands from byte at of the plain text on stood by bytes further on in the text that it was made from.
type shift struct{ at, by int }

// PlainOf makes a text plain, in time linear in its length. A text that is plain it gives back as it is.
func PlainOf(t string) Plain {
	p := Plain{Text: t}
	for _, sign := range [...]string{"\r", "’", "‘", "\u00a0", "\u202f", "\u2009"} {
		if strings.Contains(t, sign) {
			p = straightened(t)
			break
		}
	}
	if wraps := text.Wraps(p.Text); len(wraps) > 0 {
		unwrapped := []byte(p.Text)
		for _, at := range wraps {
			unwrapped[at] = ' '
		}
		p.Text = string(unwrapped)
	}
	return p
}

// straightened puts one byte in the place of each character that is not plain.
func straightened(t string) (p Plain) {
	var b strings.Builder
	b.Grow(len(t))
	copied, by := 0, 0
	for i := 0; i < len(t); {
		plain, size := plainByte(t[i:])
		if size == 0 {
			i++
			continue
		}
		b.WriteString(t[copied:i])
		b.WriteByte(plain)
		i += size
		copied = i
		if size > 1 {
			by += size - 1
			p.shifts = append(p.shifts, shift{b.Len(), by})
		}
	}
	b.WriteString(t[copied:])
	p.Text = b.String()
	return p
}

// plainByte is what stands for the character that t begins with in a plain text, and its length; 0 where the character is plain.
func plainByte(t string) (plain byte, size int) {
	switch {
	case t[0] == '\r' && strings.HasPrefix(t, "\r\n"):
		return '\n', 2
	case t[0] == '\r':
		return '\n', 1
	case t[0] == 0xc2 && strings.HasPrefix(t, "\u00a0"):
		return ' ', 2
	case t[0] != 0xe2:
		return 0, 0
	case strings.HasPrefix(t, "’"), strings.HasPrefix(t, "‘"):
		return '\'', 3
	case strings.HasPrefix(t, "\u202f"), strings.HasPrefix(t, "\u2009"):
		return ' ', 3
	}
	return 0, 0
}

// Original is the offset, in the text that a plain one was made from, of what stands at an offset of the plain one.
func (p *Plain) Original(offset int) int {
	if k := sort.Search(len(p.shifts), func(k int) bool { return p.shifts[k].at > offset }); k > 0 {
		return offset + p.shifts[k-1].by
	}
	return offset
}
