package text

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.Rune(), 0, 700, -1).Draw(t, "text")
		c := NewCodePoints(s)
		for i := range s {
			if got, want := c.At(i), utf8.RuneCountInString(s[:i]); got != want {
				t.Fatalf("byte %d is code point %d, want %d", i, got, want)
			}
		}
		if got, want := c.At(len(s)), utf8.RuneCountInString(s); got != want {
			t.Fatalf("the text has %d code points, want %d", got, want)
		}
	})
}
