package train

import (
	"encoding/json"
	"fmt"
	"io"

	"dateline/timeline/actor"
	"dateline/timeline/actor/antecedent"
	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// pronounRounds is how often the passages are read: what a pronoun means depends on what those in front of it were taken for.
const pronounRounds = 3

// gumWeight is less than 1 since most of GUM's pronouns are the easy ones that GAP leaves out.
const gumWeight = 0.2

// GAP names a file of GAP passages (Webster and others 2018), one JSON object a line with "split", "text" and the spans
// "pronoun", "a" and "b" in code points, the latter two with "coref".
type GAP struct {
	File  string
	Split string           // "development"; empty for all
	Keep  func(n int) bool // which passages of the split are read, by number from 0; nil for all
}

type gapSpan struct {
	Start, End int
	Coref      bool
}

type passage struct {
	Split, Text   string
	Pronoun, A, B gapSpan
}

// Pronouns trains the ranker of antecedents on GAP's passages and the coreference of GUM's files and writes its weights, the
// content of antecedent/weights.tsv. The same files give the same bytes.
func Pronouns(out io.Writer, g GAP, gum []string, o antecedent.Options) error {
	w, err := pronouns(g, gum, o)
	if err != nil {
		return err
	}
	return w.Write(out)
}

func pronouns(g GAP, gum []string, o antecedent.Options) (*antecedent.Weights, error) {
	model, err := text.Load()
	if err != nil {
		return nil, err
	}
	w := &antecedent.Weights{}
	for range pronounRounds {
		examples, err := g.examples(model, w)
		if err != nil {
			return nil, err
		}
		if len(examples) == 0 {
			return nil, fmt.Errorf("reading %q: no passage teaches anything", g.File)
		}
		more, err := gumChoices(model, w, gum)
		if err != nil {
			return nil, err
		}
		examples = append(examples, more...)
		w = antecedent.Train(examples, o)
	}
	return w, nil
}

// examples returns the choices of the passages' pronouns, made with some weights so far.
func (g *GAP) examples(model *text.Model, w *antecedent.Weights) ([]antecedent.Example, error) {
	var out []antecedent.Example
	err := g.each(func(d *passage) {
		offsets := byteOffsets(d.Text)
		for _, c := range actor.Choices(text.Split(d.Text), model, w) {
			if c.Start != offsets[d.Pronoun.Start] {
				continue
			}
			if e, ok := d.label(c, offsets); ok {
				out = append(out, e)
			}
		}
	})
	return out, err
}

// each calls f with the passages that are kept.
func (g *GAP) each(f func(*passage)) error {
	n := -1
	return eachLine(g.File, func(line []byte) error {
		var d passage
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if g.Split != "" && d.Split != g.Split {
			return nil
		}
		if n++; g.Keep == nil || g.Keep(n) {
			f(&d)
		}
		return nil
	})
}

// label says which candidates of a choice are right: the one that the passage says, or else all but its two. A choice
// between right ones or wrong ones alone teaches nothing.
func (d *passage) label(c antecedent.Choice, offsets []int) (antecedent.Example, bool) {
	e := antecedent.Example{Choice: c, Right: make([]bool, len(c.Candidates)), Weight: 1}
	right := 0
	for i, x := range c.Candidates {
		a, b := named(x, d.A, offsets), named(x, d.B, offsets)
		switch {
		case d.A.Coref:
			e.Right[i] = a && !b
		case d.B.Coref:
			e.Right[i] = b && !a
		default:
			e.Right[i] = !a && !b
		}
		if e.Right[i] {
			right++
		}
	}
	return e, right > 0 && right < len(c.Candidates)
}

// named reports whether a candidate is mentioned in a span.
func named(c antecedent.Candidate, s gapSpan, offsets []int) bool {
	for _, n := range c.Names {
		if n[0] < offsets[s.End] && offsets[s.Start] < n[1] {
			return true
		}
	}
	return false
}

// byteOffsets returns the byte offset of every code point of a text and of its end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// gumChoices returns the choices of the pronouns for persons in GUM's files whose antecedent is a candidate.
func gumChoices(model *text.Model, w *antecedent.Weights, files []string) ([]antecedent.Example, error) {
	var out []antecedent.Example
	for _, file := range files {
		sentences, err := conllu.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for doc := range gumDocuments(sentences) {
			out = append(out, gumDocumentChoices(model, w, doc)...)
		}
	}
	return out, nil
}

func gumDocumentChoices(model *text.Model, w *antecedent.Weights, sentences []conllu.Sentence) []antecedent.Example {
	raw := conllu.RawText(sentences)
	pronouns := map[int]string{}    // byte where a phrase of one word begins → whom it stands for
	names := map[string][]gapSpan{} // → where they are named, in bytes
	open := map[string]entity{}
	for i := range sentences {
		words := sentences[i].Words
		for _, e := range entities(words, open) {
			if e.first == e.last {
				pronouns[raw.Words[i][e.first].Start] = e.id
			}
			if first, last, ok := nameIn(words, e); ok {
				names[e.id] = append(names[e.id], gapSpan{Start: raw.Words[i][first].Start, End: raw.Words[i][last].End})
			}
		}
	}
	var out []antecedent.Example
	for _, c := range actor.Choices(text.Split(raw.Text), model, w) {
		id, ok := pronouns[c.Start]
		if !ok {
			continue
		}
		e := antecedent.Example{Choice: c, Right: make([]bool, len(c.Candidates)), Weight: gumWeight}
		right := 0
		for i, x := range c.Candidates {
			for _, n := range names[id] {
				for _, m := range x.Names {
					e.Right[i] = e.Right[i] || m[0] < n.End && n.Start < m[1]
				}
			}
			if e.Right[i] {
				right++
			}
		}
		if right > 0 && right < len(c.Candidates) {
			out = append(out, e)
		}
	}
	return out
}
