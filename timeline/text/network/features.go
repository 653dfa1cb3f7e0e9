package network

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Features are what the network sees of a word, as rows of the embedding tables. Row 0 of Vector and
// Word stands for all words that are not listed.
type Features struct {
	Vector, Word int32
	Subwords     []int32
	Pattern      int32
}

// Lexicon gives the rows of listed words.
type Lexicon struct {
	Vector map[string]int32 // lower case; rows from 1
	Word   map[string]int32
}

// Normal returns the form that words are listed by: lower case, digits as 0, typographic apostrophes
// as plain ones.
func Normal(form string) string {
	plain := true
	for i := range len(form) {
		if c := form[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case r == '’' || r == '‘':
			return '\''
		case r == '“' || r == '”':
			return '"'
		case r == '–' || r == '—':
			return '-'
		}
		return unicode.ToLower(r)
	}, form)
}

// Features returns the features of a word; its subwords are appended to room.
func (l *Lexicon) Features(form string, buckets, patterns int, room []int32) Features {
	normal := Normal(form)
	f := Features{Word: l.Word[normal], Pattern: pattern(form, patterns)}
	f.Vector = l.vector(form, normal)
	start := len(room)
	room = subwords(normal, uint32(buckets), room)
	f.Subwords = room[start:]
	return f
}

// vector returns the row of the fixed vector: of the word as it is (numbers are listed digit by digit),
// else as normal, else without its hyphens and full stops.
func (l *Lexicon) vector(form, normal string) int32 {
	if row := l.Vector[normal]; row != 0 {
		return row
	}
	if row := l.Vector[strings.ToLower(form)]; row != 0 {
		return row
	}
	if strings.ContainsAny(normal, ".-") {
		return l.Vector[strings.NewReplacer(".", "", "-", "").Replace(normal)]
	}
	return 0
}

// Longest prefix and suffix, and the most letters of a word that are looked at.
const (
	longestAffix = 4
	longestWord  = 24
)

// subwords appends the rows of the prefixes, the suffixes and the groups of three letters of a word.
// Letters are bytes: it is only for telling words apart.
func subwords(word string, buckets uint32, room []int32) []int32 {
	if len(word) > longestWord {
		word = word[:longestWord/2] + word[len(word)-longestWord/2:]
	}
	for n := 1; n <= min(longestAffix, len(word)); n++ {
		room = append(room, int32(hash(word[len(word)-n:], uint32(n))%buckets))
		if n < longestAffix {
			room = append(room, int32(hash(word[:n], 16+uint32(n))%buckets))
		}
	}
	for i := 0; i+3 <= len(word); i++ {
		room = append(room, int32(hash(word[i:i+3], 64)%buckets))
	}
	return append(room, int32(hash(word, 128)%buckets))
}

// hash is FNV-1a with a final mix, 32 bits.
func hash(s string, seed uint32) uint32 {
	h := 2166136261 ^ seed*0x9e3779b1
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	return h ^ h>>13
}

// pattern returns the row of a word's pattern: its capitals, small letters, digits and marks, runs
// cut to two.
func pattern(form string, patterns int) int32 {
	const longest = 8
	var shape [longest]byte
	n := 0
	for _, r := range form {
		k := byte('.')
		switch {
		case r >= 'a' && r <= 'z':
			k = 'x'
		case r >= 'A' && r <= 'Z':
			k = 'X'
		case r >= '0' && r <= '9':
			k = '0'
		case r < utf8.RuneSelf:
			k = byte(r)
		case unicode.IsUpper(r):
			k = 'X'
		case unicode.IsLetter(r):
			k = 'x'
		}
		if n >= 2 && shape[n-1] == k && shape[n-2] == k {
			continue
		}
		if n == longest {
			break
		}
		shape[n] = k
		n++
	}
	return int32(hash(string(shape[:n]), 7) % uint32(patterns))
}
