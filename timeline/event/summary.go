package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor"
	"dateline/timeline/text"
)

// summary is the event's clause as a sentence of its own: the actors under their full names for pronouns
// and short names, without the clauses and dates around it.
func (f *finder) summary(c *clause) string {
	if c.form == nominal {
		return f.sentenceOf(f.phrase(c))
	}
	in := make([]bool, len(c.Tokens))
	c.subtree(c.head, in, func(k int) bool { return f.leavesOut(c, k) })
	subject := ""
	if !c.ownSubject() || c.relative() {
		subject = f.subject(c)
	}
	rest := f.words(c.tree, in, f.fullNames(c, in))
	if subject != "" {
		rest = subject + " " + c.verbPhrase(rest)
	}
	return f.sentenceOf(rest)
}

// outside holds the relations that a summary leaves out.
var outside = []text.Rel{
	text.Advcl, text.AdvclRelcl, text.Conj, text.Cc, text.Parataxis, text.Mark, text.Discourse, text.Punct, text.AclRelcl, text.List, text.Vocative,
}

func (f *finder) leavesOut(c *clause, k int) bool {
	tok := c.Tokens[k]
	switch {
	case tok.Rel == text.Conj || tok.Rel == text.Cc:
		return tok.Head == c.head // the conjuncts of its nouns stay
	case tok.Rel == text.Punct:
		return !f.innerPunctuation(c, k)
	case slices.Contains(outside, tok.Rel):
		return !(tok.Rel == text.Mark && tok.Head != c.head)
	case tok.Rel == text.Nsubj && c.relative() && c.antecedent(k) != k:
		return true
	case tok.Rel == text.Advmod && isWhen(tok.Form):
		return true
	}
	for _, i := range c.timexes {
		if x := f.Timexes[i]; tok.Start < x.End && x.Start < tok.End && i == c.event.Timex && c.headOf(x.Start, x.End) == k && tok.Head == c.head {
			return true // its date stands in the date
		}
	}
	return false
}

// innerPunctuation keeps hyphens, and commas and quotes inside noun phrases.
func (f *finder) innerPunctuation(c *clause, k int) bool {
	return c.Tokens[k].Head != c.head
}

func (c *clause) relative() bool { return c.rel == text.AclRelcl }

// subject names the subjects of a clause that stands without them.
func (f *finder) subject(c *clause) string {
	var names []string
	for _, s := range c.subjects {
		if n := f.nameAt(c.tree, s); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

// verbPhrase makes a participle or infinitive into a predicate: "arrested on Monday" of a man that
// somebody arrested becomes "was arrested on Monday", "sending water" stays as told.
func (c *clause) verbPhrase(words string) string {
	feats := c.Tokens[c.head].Feats
	if c.passive && feats.VerbForm == text.Part && c.child(c.head, text.AuxPass) < 0 {
		return "was " + words
	}
	return words
}

// fullNames maps the first token of each mention in the clause that is a pronoun subject or a short name
// to what stands for it, and the others of its tokens to nothing.
func (f *finder) fullNames(c *clause, in []bool) map[int]string {
	names := make(map[int]string)
	for _, m := range f.heads(c.tree) {
		name := f.Cast.Actors[m.Actor].Name
		possessive := false
		first := -1
		for i := range c.Tokens {
			if c.Tokens[i].Start < m.Start || c.Tokens[i].End > m.End || !in[i] {
				continue
			}
			if first < 0 {
				first = i
				possessive = c.Tokens[i].Feats.Poss
			} else {
				names[i] = ""
			}
		}
		switch {
		case first < 0:
		case m.Kind == actor.Pronoun && (possessive || c.Tokens[first].Feats.Reflex), m.Kind == actor.Nominal:
			for i := range c.Tokens { // stays as it is told
				if c.Tokens[i].Start >= m.Start && c.Tokens[i].End <= m.End {
					delete(names, i)
				}
			}
		default:
			names[first] = name
		}
	}
	return names
}

// phrase is an event noun with what belongs to it.
func (f *finder) phrase(c *clause) string {
	in := make([]bool, len(c.Tokens))
	c.subtree(c.head, in, func(k int) bool {
		r := c.Tokens[k].Rel
		return slices.Contains(outside, r) || r == text.Case && c.Tokens[k].Head == c.head || r == text.Det && c.Tokens[k].Head == c.head || r == text.Acl || r == text.Appos || r == text.Cop || r == text.Nsubj
	})
	return f.words(c.tree, in, nil)
}

// words joins the marked tokens with the spaces that the text has between them; replaced gives other
// words for some of them.
func (f *finder) words(t *tree, in []bool, replaced map[int]string) string {
	var b strings.Builder
	last := -1
	for i, tok := range t.Tokens {
		if !in[i] {
			continue
		}
		word, other := replaced[i]
		if !other {
			word = f.Document.Text[tok.Start:tok.End]
		}
		if word == "" {
			last = i
			continue
		}
		if b.Len() > 0 && (last != i-1 || t.Tokens[last].End < tok.Start) && !isClosing(word) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		last = i
	}
	return strings.Trim(b.String(), " ,;:-–—")
}

func isClosing(word string) bool {
	switch word {
	case ",", ".", ";", ":", ")", "]", "”", "'s", "’s", "'", "’":
		return true
	}
	return false
}

// sentenceOf makes words a sentence: a capital in front and a full stop behind.
func (f *finder) sentenceOf(words string) string {
	words = capitalized(strings.Join(strings.Fields(words), " "))
	if words != "" && !strings.HasSuffix(words, ".") {
		words += "."
	}
	return words
}

func capitalized(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
