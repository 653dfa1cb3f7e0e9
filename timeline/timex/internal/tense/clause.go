package tense

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// Clause is the clause of a date of a text, whose tense is asked for, with what has been found out of the words around the date, so that no rule looks for them twice. Set comes first.
type Clause struct {
	text       string // up to where its words tell anything of the date
	start, end int    // bytes

	prep   string   // the word right before it
	said   string   // what stands before it in its sentence, no more than prose.SentenceReach bytes
	fields []string // the words of that; nil until they are asked for
	room   [prose.SentenceReach/2 + 1]string

	tense, yearless finding
	verbs           struct {
		known     bool
		size, end int // of the text that they are of
		tense     text.Tense
	}
}

// finding is a tense, if known.
type finding struct {
	known bool
	tense Tense
}

// Set makes c the clause of the date text[start:end], and gives it. One that it is already keeps what was found; the text is then taken for the same.
func (c *Clause) Set(text string, start, end int) *Clause {
	if c.start == start && c.end == end && len(c.text) == len(text) {
		return c
	}
	c.text, c.start, c.end = text, start, end
	c.prep, c.said, c.fields = prose.Before(text, start), prose.SentenceBefore(text, start, prose.SentenceReach), nil
	c.tense, c.yearless, c.verbs.known = finding{}, finding{}, false
	return c
}

// At tells the tense of the clause around the date, by text.TenseAround, which needs neither tags nor a tree. A plan told in the past still lies ahead: "they planned to leave
// on Thursday", "as early as Tuesday".
func (c *Clause) At() Tense { return c.find(&c.tense, c.at) }

// WithoutYear is At for a date that lacks its year. What was fixed for it may have come and gone since: "they called a strike for April 22, but cancelled it".
func (c *Clause) WithoutYear() Tense { return c.find(&c.yearless, c.withoutYear) }

// find finds a tense once.
func (c *Clause) find(f *finding, rules func() Tense) Tense {
	if !f.known {
		text, end := c.text, c.end
		f.known, f.tense = true, rules()
		c.text, c.end = text, end
	}
	return f.tense
}

// Around is text.TenseAround of the date.
func (c *Clause) Around() text.Tense {
	if v := &c.verbs; !v.known || v.size != len(c.text) || v.end != c.end {
		v.known, v.size, v.end, v.tense = true, len(c.text), c.end, text.TenseAround(c.text, c.start, c.end)
	}
	return c.verbs.tense
}

// Words are those before the date in its sentence.
func (c *Clause) Words() []string {
	if c.fields == nil {
		c.fields = c.room[:0]
		for word := range strings.FieldsSeq(c.said) {
			c.fields = append(c.fields, word)
		}
	}
	return c.fields
}

// Said is what stands before the date in its sentence, as prose.SentenceBefore gives it.
func (c *Clause) Said() string { return c.said }

// Told is what stands before the date in its clause, as prose.ClauseBefore gives it.
func (c *Clause) Told() string { return prose.ClauseOf(c.said) }

// rest is the text behind the date.
func (c *Clause) rest() string { return c.text[c.end:] }

// next is the word right behind the date.
func (c *Clause) next() string { return prose.After(c.text, c.end) }

// after is what follows an offset in its sentence.
func (c *Clause) after(at int) string { return prose.SentenceAfter(c.text, at, prose.SentenceReach) }
