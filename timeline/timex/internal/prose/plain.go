package prose

import (
	"sort"
	"strings"

	"dateline/timeline/text"
)

// Plain is a text in the one typography that the rules are written for: a straight apostrophe for ’ and ‘, a blank for no-break and thin spaces, a hyphen for the other hyphens, "\n" for every line
// end, a blank for one that only wraps a paragraph (text.Wraps), and without soft hyphens, marks of no width and what is blank at its beginning. Offsets into it are not
// those of the text that it was made from.
type Plain struct {
	Text   string
	shifts []shift // in text order; none where all offsets are the same
}

// shift says that what stands from byte at of the plain text on stood by bytes further on in the text that it was made from.
type shift struct {
	at, by int
	gap    bool // because what stood there is gone; else because the character before was longer
}

// PlainOf makes a text plain, in time linear in its length. A text that is plain it gives back as it is.
func PlainOf(t string) Plain {
	p := Plain{Text: strings.TrimLeftFunc(t, func(r rune) bool { return r <= ' ' || r == '\u200b' || r == '\ufeff' })}
	if by := len(t) - len(p.Text); by > 0 {
		p.shifts = append(p.shifts, shift{0, by, true})
	}
	if !isPlain(p.Text) {
		p.straighten(len(t) - len(p.Text))
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

// signs are the characters that a plain text does not have, and the byte that it has for each; 0 for none.
var signs = [...]struct {
	sign  string
	plain byte
}{
	{"\r\n", '\n'}, {"\r", '\n'}, {"’", '\''}, {"‘", '\''}, {"\u00a0", ' '}, {"\u202f", ' '}, {"\u2009", ' '}, {"\u2010", '-'}, {"\u2011", '-'}, {"\u00ad", 0}, {"\u200b", 0}, {"\ufeff", 0},
}

// beginSigns are the bytes that signs begin with. They are looked for first, because few texts have any.
const beginSigns = "\r\xc2\xe2\xef"

// begins holds for the bytes of beginSigns.
var begins = func() (all [256]bool) {
	for k := range len(beginSigns) {
		all[beginSigns[k]] = true
	}
	return all
}()

// isPlain reports whether a text has no byte that a sign begins with.
func isPlain(t string) bool {
	for k := range len(beginSigns) {
		if strings.IndexByte(t, beginSigns[k]) >= 0 {
			return false
		}
	}
	return true
}

// straighten puts one byte, or none, in the place of each character of the text that is not plain. The text begins at byte by of the one that it was made from.
func (p *Plain) straighten(by int) {
	t := p.Text
	var b strings.Builder
	b.Grow(len(t))
	copied := 0
	for i := 0; i < len(t); {
		if !begins[t[i]] {
			i++
			continue
		}
		plain, size := plainByte(t[i:])
		if size == 0 {
			i++
			continue
		}
		b.WriteString(t[copied:i])
		i += size
		copied = i
		if plain != 0 {
			b.WriteByte(plain)
			size--
		}
		if size > 0 {
			by += size
			p.shifts = append(p.shifts, shift{b.Len(), by, plain == 0})
		}
	}
	b.WriteString(t[copied:])
	p.Text = b.String()
}

// plainByte is what stands for the character that t begins with in a plain text, 0 for nothing, and its length; a length of 0 where the character is plain.
func plainByte(t string) (plain byte, size int) {
	for _, s := range signs {
		if strings.HasPrefix(t, s.sign) {
			return s.plain, len(s.sign)
		}
	}
	return 0, 0
}

// Start is the offset, in the text that a plain one was made from, of what begins at an offset of the plain one.
func (p *Plain) Start(offset int) int {
	if k := p.shiftsTo(offset); k > 0 {
		return offset + p.shifts[k-1].by
	}
	return offset
}

// End is the offset, in the text that a plain one was made from, at which ends what ends at an offset of the plain one.
func (p *Plain) End(offset int) int {
	k := p.shiftsTo(offset)
	for k > 0 && p.shifts[k-1].at == offset && p.shifts[k-1].gap {
		k--
	}
	if k > 0 {
		return offset + p.shifts[k-1].by
	}
	return offset
}

// shiftsTo is how many shifts there are up to an offset of the plain text.
func (p *Plain) shiftsTo(offset int) int {
	return sort.Search(len(p.shifts), func(k int) bool { return p.shifts[k].at > offset })
}
