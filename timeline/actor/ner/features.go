package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
)

// lower is strings.ToLower.
func lower(s string) string { return strings.ToLower(s) }

// hasher mixes the parts of a feature into 32 bits (FNV-1a over 64 bits, folded).
type hasher uint64

func hash(template uint64) hasher { return hasher((14695981039346656037 ^ template) * 1099511628211) }

func (h hasher) str(s string) hasher {
	for i := range len(s) {
		h = (h ^ hasher(s[i])) * 1099511628211
	}
	return (h ^ 0xff) * 1099511628211
}

func (h hasher) num(n int) hasher {
	h = (h ^ hasher(uint32(n))) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func (h hasher) sum() uint32 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// extractor collects the features of one token after another.
type extractor struct{ out []uint32 }

func (x *extractor) add(h hasher) { x.out = append(x.out, h.sum()) }

// shape writes a word's letters as X, x, 9 and other signs, each repeated at most twice.
func shape(form string) string {
	b := make([]byte, 0, 16)
	for _, r := range form {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n := len(b); n >= 2 && b[n-1] == c && b[n-2] == c {
			continue
		}
		if b = append(b, c); len(b) == 12 {
			break
		}
	}
	return string(b)
}

var outsideToken = token{form: "\x00", lower: "\x00"}

func (s *sentence) at(i int) *token {
	if i < 0 || i >= len(s.tokens) {
		return &outsideToken
	}
	return &s.tokens[i]
}

// features returns the features of token i as hashes; the slice is valid until the next call.
func (x *extractor) features(s *sentence, i int) []uint32 {
	x.out = x.out[:0]
	x.add(hash(0))
	x.word(s, i)
	x.affixes(s.at(i))
	x.neighbours(s, i)
	x.runs(s, i)
	x.document(s, i)
	return x.out
}

// word adds what the tables and clusters say of the token and of those beside it.
func (x *extractor) word(s *sentence, i int) {
	for d := -2; d <= 2; d++ {
		t := s.at(i + d)
		h := hash(uint64(10 + d + 2))
		x.add(h.num(1).str(t.lower))
		x.add(h.num(3).num(int(t.dist.Coarse)))
		x.add(h.num(4).num(int(t.classes)))
		if d < -1 || d > 1 {
			continue
		}
		x.add(h.num(2).num(int(t.dist.Fine)))
		x.add(h.num(5).num(int(t.tables)))
		for k, v := range t.dist.Scores {
			x.add(h.num(6).num(k).num(int(v) / 2))
		}
		x.add(h.num(7).num(t.names()))
		if t.capital {
			x.add(h.num(8).num(t.best()))
		}
		for c := t.classes; c != 0; c &= c - 1 {
			x.add(h.num(9).num(int(c & -c)))
		}
		for c := t.tables; c != 0; c &= c - 1 {
			x.add(h.num(10).num(int(c & -c)))
		}
	}
	a, b, c := s.at(i-1), s.at(i), s.at(i+1)
	x.add(hash(20).num(b.best()).num(a.best()))
	x.add(hash(21).num(b.best()).num(c.best()))
	x.add(hash(22).num(b.names()).num(a.names()).num(c.names()))
	x.add(hash(23).num(int(b.tables)).num(int(b.classes)).num(b.names()))
	x.add(hash(24).num(int(b.tables)).str(a.lower))
	x.add(hash(25).num(int(b.dist.Coarse)).num(int(a.dist.Coarse)))
	x.add(hash(26).num(int(b.dist.Coarse)).num(int(c.dist.Coarse)))
}

// names packs what the tables of given and last names say of a word.
func (t *token) names() int {
	n := min(t.given.Lists, 4)
	if t.surname {
		n += 8
	}
	if t.dist.Common {
		n += 16
	}
	if t.classes&lexicon.Title != 0 {
		n += 32
	}
	if t.initial {
		n += 64
	}
	if !t.capital {
		n = 128
	}
	return n
}

// best is the kind that a word's vector is most like, with how much.
func (t *token) best() int {
	if t.dist.Fine == 0 {
		if t.capital {
			return 100
		}
		return 101
	}
	best := 0
	for k, v := range t.dist.Scores {
		if v > t.dist.Scores[best] {
			best = k
		}
	}
	return best*4 + int(t.dist.Scores[best])/3
}

func (x *extractor) affixes(t *token) {
	x.add(hash(30).str(shape(t.form)))
	if !t.capital {
		return
	}
	for n, k := len(t.lower), 1; k <= 4; k++ {
		if n > k {
			x.add(hash(31).str(t.lower[n-k:]))
			if k > 1 {
				x.add(hash(32).str(t.lower[:k]))
			}
		}
	}
	if t.upper {
		x.add(hash(33).num(min(len(t.form), 6)))
	}
	known := t.dist.Fine != 0
	x.add(hash(34).num(b2i(known) + 2*b2i(t.dist.Common)))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// neighbours adds pairs of words, shapes and the place in the sentence.
func (x *extractor) neighbours(s *sentence, i int) {
	a, b, c := s.at(i-1), s.at(i), s.at(i+1)
	x.add(hash(40).str(a.lower).str(b.lower))
	x.add(hash(41).str(b.lower).str(c.lower))
	x.add(hash(42).str(shape(a.form)).str(shape(b.form)))
	x.add(hash(43).str(shape(b.form)).str(shape(c.form)))
	x.add(hash(44).str(shape(a.form)).str(shape(b.form)).str(shape(c.form)))
	x.add(hash(45).num(b2i(b.opensLow) + 2*b2i(s.heading) + 4*b2i(s.caps) + 8*b2i(b.quoted)))
	x.add(hash(46).num(b2i(b.opensLow)).num(b2i(b.dist.Common)).num(int(b.evidence & (asSmall | inMiddle))))
	x.add(hash(47).str(a.lower).str(s.at(i - 2).lower))
	x.add(hash(48).str(c.lower).str(s.at(i + 2).lower))
}

// runs adds what stands around and in the run of capitalized words that the token is part of.
func (x *extractor) runs(s *sentence, i int) {
	r := s.tokens[i].run
	if !s.tokens[i].capital && r.first == r.last {
		return
	}
	first, final := s.at(r.first), s.at(r.last)
	before, after := s.at(r.first-1), s.at(r.last+1)
	n := min(r.last-r.first+1, 6)
	position := 1
	if i == r.first {
		position = 0
	}
	if i == r.last {
		position += 2
	}
	x.add(hash(60).num(n).num(position))
	x.add(hash(61).str(before.lower).num(position))
	x.add(hash(62).str(after.lower).num(position))
	x.add(hash(63).num(int(before.dist.Fine)).num(position))
	x.add(hash(64).num(int(after.dist.Fine)).num(position))
	x.add(hash(65).str(final.lower).num(position))
	x.add(hash(66).str(first.lower).num(position))
	x.add(hash(67).num(int(final.classes)).num(position))
	x.add(hash(68).num(int(first.classes)).num(position))
	x.add(hash(69).num(int(final.dist.Coarse)).num(position).num(min(n, 3)))
	x.add(hash(70).num(first.names()).num(final.names()).num(n).num(position))
	x.add(hash(71).num(first.best()).num(final.best()).num(n).num(position))
	x.add(hash(72).num(int(before.dist.Coarse)).num(int(after.dist.Coarse)).num(min(n, 3)).num(position))
	x.add(hash(73).num(int(before.classes)).num(int(after.classes)).num(position))
	x.add(hash(74).str(s.at(r.first - 2).lower).str(before.lower).num(position))
	x.add(hash(75).num(int(final.tables)).num(position).num(min(n, 3)))
	x.add(hash(76).str(before.lower).num(first.best()).num(position))
	x.add(hash(77).num(int(final.dist.Fine)).num(position).num(min(n, 3)))
	inner := lexicon.Class(0)
	for j := r.first; j <= r.last; j++ {
		inner |= s.tokens[j].classes
	}
	x.add(hash(78).num(int(inner)).num(position))
}

// document adds the evidence of the rest of the document.
func (x *extractor) document(s *sentence, i int) {
	for d := -1; d <= 1; d++ {
		t := s.at(i + d)
		if !t.capital {
			continue
		}
		for e := t.evidence; e != 0; e &= e - 1 {
			x.add(hash(uint64(81 + d)).num(int(e & -e)))
		}
	}
	t := s.at(i)
	if t.capital {
		r := t.run
		x.add(hash(84).num(int(t.evidence)))
		x.add(hash(85).num(int(t.evidence & (afterGiven | afterTitle | beforeOrgHead | beforePlace | afterIn | givenBefore))).num(min(r.last-r.first, 2)))
	}
}
