// Package wordlist holds closed lists of words and what each word tells. Most words of a text are in no list, and that costs one look: a list knows its words by
// their first and last bytes and their lengths before it compares any.
package wordlist

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// Map gives what each word of a list tells. It does not change once it is made; the zero Map is an empty list.
type Map[V any] struct {
	heads []uint16 // for each hash the first of its words, by its place in words and one more; 0 for none
	shift uint8    // of a hash to an index of heads
	words []listed[V]
}

// listed is a word among those of its hash.
type listed[V any] struct {
	word  string
	value V
	next  uint16 // like those of heads
}

// MapOf makes a list of no more than 65,535 words, none of them empty.
func MapOf[V any](values map[string]V) Map[V] {
	const room = 8 // heads a word, so that most words of a text find none
	size := bits.Len(uint(room * len(values)))
	m := Map[V]{heads: make([]uint16, 1<<size), shift: uint8(32 - size)}
	for _, word := range slices.Sorted(maps.Keys(values)) {
		h := &m.heads[hash(word[0], word[len(word)-1], len(word))>>m.shift]
		m.words = append(m.words, listed[V]{word, values[word], *h})
		*h = uint16(len(m.words))
	}
	return m
}

// hash mixes what is told by a word's first and last bytes and its length, by Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
func hash(first, last byte, length int) uint32 {
	return (uint32(first) | uint32(last)<<8 | uint32(length)<<16) * 0x9E3779B1
}

// Find gives what a word tells, and whether it is listed.
func (m *Map[V]) Find(word string) (V, bool) { return find(m, word) }

// May reports whether a word, lower-case and not empty, may be listed in a map that is not empty; that it is not is certain.
func (m *Map[V]) May(word string) bool {
	return m.heads[hash(word[0], word[len(word)-1], len(word))>>m.shift] != 0
}

// FindBytes is Find for a word in bytes.
func (m *Map[V]) FindBytes(word []byte) (V, bool) { return find(m, word) }

func find[V any, W string | []byte](m *Map[V], word W) (value V, ok bool) {
	if len(word) == 0 || len(m.heads) == 0 {
		return value, false
	}
	for k := m.heads[hash(word[0], word[len(word)-1], len(word))>>m.shift]; k != 0; k = m.words[k-1].next {
		if m.words[k-1].word == string(word) {
			return m.words[k-1].value, true
		}
	}
	return value, false
}

// Get gives what a word tells; the zero value where it is not listed.
func (m *Map[V]) Get(word string) V {
	value, _ := m.Find(word)
	return value
}

// Fold is Find for a word in ASCII of a lower-case list, whatever its case; it finds no other words.
func (m *Map[V]) Fold(word string) (value V, ok bool) {
	if len(word) == 0 || len(m.heads) == 0 {
		return value, false
	}
	for k := m.folded(word); k != 0; k = m.words[k-1].next {
		if isLower(m.words[k-1].word, word) {
			return m.words[k-1].value, true
		}
	}
	return value, false
}

// folded is the first of the words of a word's hash in lower case.
func (m *Map[V]) folded(word string) uint16 {
	return m.heads[hash(lower(word[0]), lower(word[len(word)-1]), len(word))>>m.shift]
}

// isLower reports whether a word is another one in lower case.
func isLower(low, word string) bool {
	if len(low) != len(word) {
		return false
	}
	for i := range len(word) {
		if lower(word[i]) != low[i] {
			return false
		}
	}
	return true
}

// lower is a letter in lower case. It leaves what else stands in words as it is: digits, hyphens, apostrophes and full stops.
func lower(c byte) byte { return c | 0x20 }

// Set is a list of words that tell no more than that they are in it. The nil set is empty.
type Set struct{ words Map[struct{}] }

// SetOf makes a set of a list with blanks between its words.
func SetOf(list string) *Set {
	words := map[string]struct{}{}
	for word := range strings.FieldsSeq(list) {
		words[word] = struct{}{}
	}
	return &Set{MapOf(words)}
}

// Has reports whether a word is in the set.
func (s *Set) Has(word string) bool {
	if s == nil {
		return false
	}
	_, ok := s.words.Find(word)
	return ok
}

// HasFold reports whether a word in ASCII is in a lower-case set, whatever its case.
func (s *Set) HasFold(word string) bool {
	if s == nil {
		return false
	}
	_, ok := s.words.Fold(word)
	return ok
}
