package train

import (
	"encoding/json"
	"strings"

	"dateline/timeline/actor/ner"
	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// GAP reads passages of that corpus (Webster and others 2018), which marks two names of persons in each. The other
// names are those that a model finds, except where they overlap the two or their repetitions. Only the passages
// marked as development are read.
func GAP(file string, m *ner.Model, weight float32) ([]ner.Example, error) {
	type mark struct {
		Text string
	}
	var out []ner.Example
	err := eachLine(file, func(line []byte) error {
		var d struct {
			Split, Text string
			A, B        mark
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if d.Split != "development" {
			return nil
		}
		var spans []span
		for _, name := range []string{d.A.Text, d.B.Text} {
			for at := 0; ; {
				k := strings.Index(d.Text[at:], name)
				if k < 0 {
					break
				}
				spans = append(spans, span{at + k, at + k + len(name), ner.Person})
				at += k + len(name)
			}
		}
		e := example(d.Text, outermost(spans))
		e.Names = merge(e.Names, m.Find(e.Doc))
		e.Weight = weight
		out = append(out, e)
		return nil
	})
	return out, err
}

// merge adds to the names that are certain those found that touch none of them; a found name of a person that
// is longer than the certain one it holds takes its place.
func merge(certain, found []ner.Name) []ner.Name {
	out := append([]ner.Name(nil), certain...)
	for _, f := range found {
		clash := -1
		for i, c := range out {
			if c.Sentence == f.Sentence && c.First <= f.Last && f.First <= c.Last {
				clash = i
				if f.Type == ner.Person && f.First <= c.First && c.Last <= f.Last {
					out[i] = f
				}
			}
		}
		if clash < 0 {
			out = append(out, f)
		}
	}
	return out
}

// Treebank reads a treebank whose names are not marked and returns its documents with the names that a model
// finds, kept only where the treebank has proper nouns.
func Treebank(file string, m *ner.Model, weight float32) ([]ner.Example, error) {
	sentences, err := conllu.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []ner.Example
	for from := 0; from < len(sentences); {
		to := from + 1
		for to < len(sentences) && !sentences[to].NewDocument {
			to++
		}
		raw := conllu.RawText(sentences[from:to])
		proper := map[int]bool{} // byte offsets of proper nouns
		for i, words := range raw.Words {
			for j, w := range words {
				if sentences[from+i].Words[j].UPOS == "PROPN" {
					proper[w.Start] = true
				}
			}
		}
		e := ner.Example{Doc: text.Split(raw.Text), Weight: weight}
		for _, n := range m.Find(e.Doc) {
			tokens := e.Doc.Sentences[n.Sentence].Tokens
			if proper[tokens[n.First].Start] || proper[tokens[n.Last].Start] {
				e.Names = append(e.Names, n)
			}
		}
		out = append(out, e)
		from = to
	}
	return out, nil
}
