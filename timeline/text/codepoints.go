package text

import "unicode/utf8"

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
	n := 0
	for i := 0; i < len(s); i++ {
		if i%stride == 0 {
			c.marks = append(c.marks, n)
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
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
	n := c.marks[mark]
	for j := mark * stride; j < i; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
