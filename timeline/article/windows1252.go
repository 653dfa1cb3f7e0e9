package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// windows1252 decodes b if its bytes beyond ASCII make sense in Windows-1252: at least nine in ten stand as
// letters and signs of that charset do, and they are the smaller part of the text. Broken UTF-8 and other
// charsets fail that.
func windows1252(b []byte) (string, bool) {
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return "", false
	}
	text := string(decoded)
	var total, high, sensible int
	var before rune
	var word wordShape
	for i, r := range text {
		total++
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		letter := unicode.IsLetter(r)
		if letter {
			word.add(r)
		}
		if letter && !unicode.IsLetter(after) {
			if word.sensible() {
				sensible += word.high
			}
			word = wordShape{}
		}
		if r >= utf8.RuneSelf {
			high++
			if !letter && signSensible(before, r, after) {
				sensible++
			}
		}
		if 0x80 <= r && r <= 0x9f {
			return "", false // bytes that Windows-1252 leaves undefined
		}
		before = r
	}
	return text, high > 0 && sensible*10 >= high*9 && high*4 < total
}

// wordShape counts a word's letters within and beyond ASCII and follows their case.
type wordShape struct {
	ascii, high     int
	lower           bool // the last letter's case
	upperAfterLower bool // of a letter beyond ASCII: "cafÃ" is a broken "café"
}

func (w *wordShape) add(r rune) {
	upper := unicode.IsUpper(r)
	if r >= utf8.RuneSelf {
		w.high++
		w.upperAfterLower = w.upperAfterLower || upper && w.lower
	} else {
		w.ascii++
	}
	w.lower = !upper
}

// sensible: words in Latin script have letters of ASCII too, at least as many as others. ("à" and "É" alone
// are words, but so few that they do not decide.)
func (w *wordShape) sensible() bool { return w.ascii >= w.high && !w.upperAfterLower }

// signSensible tells whether a sign stands where writers of Windows-1252 put it.
func signSensible(before, r, after rune) bool {
	switch {
	case strings.ContainsRune("€£¥¢", r):
		return unicode.IsDigit(before) || unicode.IsDigit(after)
	case strings.ContainsRune("‘’“”‚„–—…•«»‹›©®™°§·½¼¾²³¹±×µ¿¡†\u00a0\u00ad", r):
		return true
	}
	return false
}
