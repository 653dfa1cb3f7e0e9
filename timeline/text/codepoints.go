package text

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// CodePoints turns byte offsets into a text into offsets in Unicode code points, as the outputs count
// (design: W3C Web Annotation, TextPositionSelector). It is safe for concurrent use.
type CodePoints struct {
	text  string
	marks []int // marks[i] is the number of code points before byte i*stride; nil where the text is ASCII
}

const stride = 256

// NewCodePoints prepares the conversion for a text in valid UTF-8, in one pass.
func NewCodePoints(s string) *CodePoints {
	c := &CodePoints{text: s}
	if isASCII(s) {
		return c
	}
	c.marks = make([]int, 0, len(s)/stride+1)
	for n := 0; len(s) > 0; {
		c.marks = append(c.marks, n)
		part := s[:min(stride, len(s))]
		n += count(part)
		s = s[len(part):]
	}
	return c
}

// At is the number of code points before the byte offset i, which lies between two code points, 0 to the
// text's length.
func (c *CodePoints) At(i int) int {
	if c.marks == nil {
		return i
	}
	mark := min(i/stride, len(c.marks)-1)
	return c.marks[mark] + count(c.text[mark*stride:i])
}

// count is the number of code points that begin in a piece of text. It looks at eight bytes at a time.
func count(s string) int {
	const lowBits = 0x0101010101010101 // of each byte
	b, n := []byte(s), len(s)
	for ; len(b) >= 8; b = b[8:] {
		word := binary.LittleEndian.Uint64(b)
		n -= bits.OnesCount64(word >> 7 &^ (word >> 6) & lowBits) // bytes that begin with the bits 10 continue a code point
	}
	for _, c := range b {
		if !utf8.RuneStart(c) {
			n--
		}
	}
	return n
}

func isASCII(s string) bool {
	const highBits = 0x8080808080808080 // of each byte
	b := []byte(s)
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&highBits != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
