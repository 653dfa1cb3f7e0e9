package conllu

import "strings"

// Span is where a word or a sentence stands in a raw text, in bytes, end exclusive.
type Span struct{ Start, End int }

// Raw is the text that a treebank's sentences were cut from.
type Raw struct {
	Text      string
	Sentences []Span
	Words     [][]Span // for each sentence its words; words of one surface token that are not written one behind the other share its span
}

// RawText puts the sentences back together: words by SpaceAfter, the sentences of a paragraph with a
// blank between them, paragraphs and documents with an empty line.
func RawText(sentences []Sentence) *Raw {
	raw := &Raw{}
	var b strings.Builder
	for i := range sentences {
		s := &sentences[i]
		if i > 0 {
			if s.NewParagraph {
				b.WriteString("\n\n")
			} else if last := sentences[i-1].Words; last[len(last)-1].SpaceAfter {
				b.WriteByte(' ')
			}
		}
		start := b.Len()
		raw.Words = append(raw.Words, s.write(&b, start))
		end := raw.Words[i][len(s.Words)-1].End
		raw.Sentences = append(raw.Sentences, Span{start, end})
	}
	raw.Text = b.String()
	return raw
}

// write appends the sentence without the blank behind it and returns the spans of its words.
func (s *Sentence) write(b *strings.Builder, start int) []Span {
	spans := make([]Span, 0, len(s.Words))
	for i := 0; i < len(s.Words); {
		j := i + 1
		for j < len(s.Words) && s.Words[j].Token == s.Words[i].Token {
			j++
		}
		surface := s.Surface[s.Words[i].Token]
		from := b.Len()
		b.WriteString(surface)
		spans = append(spans, cut(surface, s.Words[i:j], from)...)
		if s.Words[j-1].SpaceAfter && j < len(s.Words) {
			b.WriteByte(' ')
		}
		i = j
	}
	return spans
}

// cut returns the spans of the words of one surface token that starts at from.
func cut(surface string, words []Word, from int) []Span {
	spans := make([]Span, len(words))
	length := 0
	for i, w := range words {
		spans[i] = Span{from + length, from + length + len(w.Form)}
		length += len(w.Form)
	}
	if length != len(surface) {
		for i := range spans {
			spans[i] = Span{from, from + len(surface)}
		}
	}
	return spans
}
