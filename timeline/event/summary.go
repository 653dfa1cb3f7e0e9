package event

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// summary is the event's clause as a sentence of its own: the actors under their full names for pronouns
// and short names, without the clauses and dates around it. What is planned, tried or denied is told with
// the verb that says so: "Halden plans to sell two farms".
func (f *finder) summary(c *clause) string {
	if c.form == nominal {
		return f.sentenceOf(f.phrase(c))
	}
	told := c
	for told.above != nil && (told.above.controls() == told || told.complement()) {
		told = told.above
	}
	in := make([]bool, len(c.Tokens))
	told.subtree(told.head, in, func(k int) bool { return f.leavesOut(told, c, k) })
	told.tidy(in)
	told.closeAppositions(in)
	told.balance(in)
	subject := ""
	if !told.ownSubject() || told.relativeSubject() {
		subject = f.subject(told)
	}
	names := f.fullNames(told, in)
	f.restoreObject(told, in, names)
	rest := f.words(told.tree, in, names)
	if subject != "" {
		rest = subject + " " + told.verbPhrase(rest, c.event.Status)
	}
	return f.sentenceOf(rest)
}

// complement reports whether the clause is an infinitive that no verb of planning or beginning controls, and that can only
// be told with the clause above: "voted to stop the dam", "flew to Rome to sign the treaty".
func (c *clause) complement() bool {
	return (c.rel == text.Xcomp || c.rel == text.Advcl) && c.above.form != nominal && c.Tokens[c.head].Feats.VerbForm == text.Inf && c.markedBy("to")
}

// outside holds the relations that a summary leaves out.
var outside = []text.Rel{
	text.Advcl, text.AdvclRelcl, text.Parataxis, text.Discourse, text.AclRelcl, text.List, text.Vocative,
}

// leavesOut reports whether the summary of event c, told by the clause told, does without token k and all
// that hangs on it.
func (f *finder) leavesOut(told, c *clause, k int) bool {
	tok := c.Tokens[k]
	own := tok.Head == told.head
	switch {
	case slices.Contains(outside, tok.Rel) && k != c.head:
		return true
	case tok.Rel == text.Cc && own && k > told.opening() && told.child(told.head, text.Conj) < 0: // "all but dead"
		return false
	case tok.Rel == text.Conj || tok.Rel == text.Cc || tok.Rel == text.Punct:
		return own || tok.Head == c.head // those of its nouns stay
	case tok.Rel == text.Mark: // "was due to visit" has its mark behind the copula
		return own && !strings.EqualFold(tok.Form, "to") && k < told.opening()
	case own && k < told.head && (tok.UPOS == text.SCONJ || tok.UPOS == text.ADP): // a conjunction, whatever the parser makes of it
		return true
	case tok.Rel == text.Advmod && own && (isWhen(tok.Form) || k < told.opening() && is(strings.ToLower(tok.Form), connective)):
		return true
	case told.rel == text.AclRelcl && told.antecedent(k) != k:
		return true
	case tok.Rel == text.Appos && k > 0 && c.Tokens[k-1].Form == "(": // "World Health Organization (WHO)"
		a, b := f.actorsAt(c.tree, k), f.actorsAt(c.tree, tok.Head)
		return len(a) > 0 && slices.Equal(a, b)
	}
	if e := c.event.Timex; e >= 0 && !isLateness(f.Timexes[e]) { // its date stands in the date, wherever the parser hangs it
		start, end := f.extent(e)
		return tok.Start >= start && tok.End <= end
	}
	return false
}

// isLateness reports whether a timex with a date tells by how many hours something came later than it should have, which its date does not say.
func isLateness(x timex.Timex) bool {
	return x.Type == timex.DurationType && strings.HasPrefix(x.Value, "PT")
}

// extent is the span of a timex, or of the range that it is an end of.
func (f *finder) extent(i int) (start, end int) {
	if r := f.Timexes[i].Range; r != nil {
		return r.Start, r.End
	}
	return f.Timexes[i].Start, f.Timexes[i].End
}

// opening is the first subject, auxiliary or verb of the clause: what stands before it ties the clause to others.
func (c *clause) opening() int {
	first := c.head
	for _, k := range c.kids[c.head] {
		switch c.Tokens[k].Rel {
		case text.Nsubj, text.NsubjPass, text.NsubjOuter, text.Aux, text.AuxPass, text.Cop:
			first = min(first, k)
		}
	}
	return first
}

// relativeSubject reports whether the subject is a relative pronoun.
func (c *clause) relativeSubject() bool {
	return slices.ContainsFunc(c.kids[c.head], func(k int) bool {
		switch c.Tokens[k].Rel {
		case text.Nsubj, text.NsubjPass, text.NsubjOuter:
			return c.antecedent(k) != k
		}
		return false
	})
}

// tidy leaves out the punctuation at whose side something has been left out.
func (t *tree) tidy(in []bool) {
	for i, tok := range t.Tokens {
		if tok.Form == "," && i > 0 && i+1 < len(in) && in[i] && in[i+1] && isQuote(t.Tokens[i+1].Form) { // what was quoted ends here
			continue
		}
		if in[i] && tok.UPOS == text.PUNCT && (i == 0 || !in[i-1] || i+1 == len(in) || !in[i+1]) && !isQuote(tok.Form) {
			in[i] = false
		}
	}
}

// closeAppositions gives an apposition that a comma opens the comma that closes it, where that one went with what stood
// in between: "The director, Susan Illingworth, who had left, gave evidence".
func (t *tree) closeAppositions(in []bool) {
	for i, tok := range t.Tokens {
		if !in[i] || tok.Rel != text.Appos {
			continue
		}
		phrase := make([]bool, len(in))
		t.subtree(i, phrase, func(k int) bool { return !in[k] || t.Tokens[k].UPOS == text.PUNCT })
		first, last := slices.Index(phrase, true), len(phrase)-1
		for !phrase[last] {
			last--
		}
		next := last + 1
		if first == 0 || !in[first-1] || t.Tokens[first-1].Form != "," || next == len(in) || t.Tokens[next].Form != "," {
			continue
		}
		for k := next + 1; k < len(in); k++ {
			if in[k] {
				in[next] = t.Tokens[k].UPOS != text.PUNCT
				break
			}
		}
	}
}

// balance lets a quotation mark stand only with its partner, and with words between them. Partners are looked for in the
// sentence; a quotation that goes beyond it has none.
func (t *tree) balance(in []bool) {
	open := -1
	for i, tok := range t.Tokens {
		switch tok.Form {
		case "“", "``":
			t.settle(in, open, -1)
			open = i
			continue
		case "”", "''":
		case `"`:
			if open < 0 {
				open = i
				continue
			}
		default:
			continue
		}
		t.settle(in, open, i)
		open = -1
	}
	t.settle(in, open, -1)
}

// settle keeps both or none of two quotation marks; -1 is one that the sentence does not have.
func (t *tree) settle(in []bool, open, end int) {
	switch {
	case open >= 0 && end >= 0:
		first, last := slices.Index(in[open+1:end], true), end-1
		for last > open && (!in[last] || t.Tokens[last].UPOS == text.PUNCT) {
			last--
		}
		in[open] = (in[open] || in[end]) && first >= 0 && last > open
		in[end] = in[open]
	case open >= 0:
		in[open] = false
	case end >= 0:
		in[end] = false
	}
}

func isQuote(form string) bool {
	switch form {
	case `"`, "“", "”", "``", "''", "‘", "’", "'", "(", ")", "[", "]":
		return true
	}
	return false
}

// restoreObject puts what a relative clause is about behind its verb, where the verb did it to that: "the map that the
// centre published" becomes "The centre published map".
func (f *finder) restoreObject(c *clause, in []bool, words map[int]string) {
	if c.rel != text.AclRelcl {
		return
	}
	for _, k := range c.kids[c.head] {
		if c.Tokens[k].Rel == text.Obj && c.antecedent(k) != k {
			words[c.head] = c.Tokens[c.head].Form + " " + f.nameAt(c.tree, c.antecedent(k), true)
		}
	}
}

// subject names the subjects of a clause that stands without them. A pronoun whose actor is not known stays as it is.
func (f *finder) subject(c *clause) string {
	var names []string
	for _, s := range c.subjects {
		n := f.nameAt(c.tree, s, true)
		if tok := c.Tokens[s]; n == "" && tok.UPOS == text.PRON && !isRelative(tok.Form) {
			n = tok.Form
		}
		if n != "" && !slices.ContainsFunc(names, func(other string) bool { return n == other || strings.HasSuffix(other, " "+n) }) {
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

// verbPhrase makes a predicate of a participle: "arrested in Oslo" of a man becomes "was arrested in Oslo", "driving 300
// people from their homes" of a storm "drove 300 people from their homes".
func (c *clause) verbPhrase(words string, status Status) string {
	head := c.Tokens[c.head]
	if head.Feats.VerbForm != text.Part && head.Feats.VerbForm != text.Ger {
		return words
	}
	if c.passive && c.child(c.head, text.AuxPass) < 0 {
		if len(c.subjects) > 1 || len(c.subjects) == 1 && c.Tokens[c.subjects[0]].Feats.Number == text.Plur {
			return "were " + words
		}
		return "was " + words
	}
	if status == Occurred && !c.auxiliary(func(text.Token) bool { return true }) {
		if after, ok := strings.CutPrefix(words, head.Form); ok {
			return pastOf(head) + after
		}
	}
	return words
}

// fullNames gives, by token, what stands for the mentions in the clause: for the first of an actor, where it
// is a name or a pronoun, the actor's name on its first token and nothing for the rest. Possessives, nominals and
// what follows stay as they are told.
func (f *finder) fullNames(c *clause, in []bool) map[int]string {
	words := make(map[int]string)
	named := make(map[int]bool)
	heads := f.heads(c.tree)
	for _, head := range slices.Sorted(maps.Keys(heads)) {
		m := heads[head]
		if m.Kind == actor.Nominal || m.Members != nil || named[m.Actor] || !in[head] || c.impersonal(head) {
			continue
		}
		first := true
		for i, tok := range c.Tokens {
			if tok.Start < m.Start || tok.End > m.End || !in[i] {
				continue
			}
			if tok.Feats.Poss || tok.Feats.Reflex {
				break
			}
			if words[i] = ""; first {
				words[i] = f.Cast.Actors[m.Actor].Name
				named[m.Actor] = true
			}
			first = false
		}
	}
	return words
}

// clausal holds the relations that bind a noun into its clause and are no part of its phrase.
var clausal = []text.Rel{text.Case, text.Det, text.Cop, text.Nsubj, text.Punct, text.Conj, text.Cc, text.Mark}

// impersonal reports whether a token is an "it" or "that" which is no subject: it can mean a thing that no stage
// knows of as well as an actor, so it stays as told.
func (c *clause) impersonal(k int) bool {
	tok := c.Tokens[k]
	return tok.UPOS == text.PRON && tok.Feats.Gender != text.Masc && tok.Feats.Gender != text.Fem && tok.Feats.Number != text.Plur &&
		tok.Rel != text.Nsubj && tok.Rel != text.NsubjPass
}

// phrase is an event noun with what belongs to it.
func (f *finder) phrase(c *clause) string {
	in := make([]bool, len(c.Tokens))
	c.subtree(c.head, in, func(k int) bool {
		r := c.Tokens[k].Rel
		own := c.Tokens[k].Head == c.head
		return slices.Contains(outside, r) || r == text.Acl || r == text.Appos || own && slices.Contains(clausal, r)
	})
	return f.words(c.tree, in, nil)
}

// words joins the marked tokens with the spaces that the text has between them; replaced gives other
// words for some of them.
func (f *finder) words(t *tree, in []bool, replaced map[int]string) string {
	var b strings.Builder
	last, quotes := -1, 0
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
		if word == `"` {
			quotes++
		}
		if b.Len() > 0 && (last != i-1 || t.Tokens[last].End < tok.Start) && !isClosing(word) && !(word == `"` && quotes%2 == 0) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		last = i
	}
	return strings.Trim(b.String(), " ,;:-–—")
}

func isClosing(word string) bool {
	switch word {
	case ",", ".", ";", ":", ")", "]", "”", "''", "'s", "’s", "'", "’":
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
