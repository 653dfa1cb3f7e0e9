// Package conllu reads treebanks in the CoNLL-U format (universaldependencies.org/format.html).
//
// A Reader gives one sentence after another. Text rebuilds the raw text that the sentences were cut
// from, with every word's offsets, which is what a tokenizer is measured on.
package conllu

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is a syntactic word, one line of the ten columns but those that English treebanks leave to
// enhanced dependencies. Empty nodes ("8.1") are passed over.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // number of the governor among Words, from 0; -1 for the root
	Rel                            string
	Misc                           string
	SpaceAfter                     bool // a blank follows (of the surface token, for the last word of one)
	Token                          int  // number of the surface token that the word is part of, from 0
}

// Sentence is a tree with the comments that tell where it stands in its document.
type Sentence struct {
	ID           string
	Text         string // the comment "text"
	NewDocument  bool   // first of a document
	NewParagraph bool   // first of a paragraph
	Words        []Word
	Surface      []string // forms of the surface tokens ("don't")
}

// ErrFormat is wrapped by the errors about malformed input.
var ErrFormat = errors.New("malformed CoNLL-U")

// Reader reads sentences from a stream.
type Reader struct {
	scanner *bufio.Scanner
	line    int
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), 4<<20)
	return &Reader{scanner: s}
}

// ReadFile reads all sentences of a file, unpacked first if its name ends in ".gz".
func ReadFile(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("reading %q: %w", name, err)
		}
	}
	var sentences []Sentence
	for reader := NewReader(r); ; {
		s, err := reader.Read()
		if err == io.EOF {
			return sentences, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", name, err)
		}
		sentences = append(sentences, *s)
	}
}

// Read returns the next sentence, io.EOF at the end of the stream, or an error that wraps ErrFormat
// and names the line.
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	p := wordParser{sentence: s, spaceAfter: true}
	for r.scanner.Scan() {
		r.line++
		line := r.scanner.Text()
		switch {
		case line == "" && len(s.Words) > 0:
			return r.finish(s)
		case line == "":
		case line[0] == '#':
			s.comment(line)
		default:
			if err := p.line(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", r.line, err)
			}
		}
	}
	if err := r.scanner.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", r.line+1, err)
	}
	if len(s.Words) > 0 {
		return r.finish(s)
	}
	return nil, io.EOF
}

// finish checks that governors are words of the sentence.
func (r *Reader) finish(s *Sentence) (*Sentence, error) {
	for i, w := range s.Words {
		if w.Head >= len(s.Words) {
			return nil, fmt.Errorf("sentence that ends on line %d: %w: word %d has governor %d of %d", r.line, ErrFormat, i+1, w.Head+1, len(s.Words))
		}
	}
	return s, nil
}

// comment takes what a line that begins with # says.
func (s *Sentence) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	value = strings.TrimSpace(value)
	switch key = strings.TrimSpace(key); {
	case key == "sent_id":
		s.ID = value
	case key == "text":
		s.Text = value
	case key == "newdoc" || strings.HasPrefix(key, "newdoc "):
		s.NewDocument, s.NewParagraph = true, true
	case key == "newpar" || strings.HasPrefix(key, "newpar "):
		s.NewParagraph = true
	}
}

// wordParser reads the lines of one sentence's words.
type wordParser struct {
	sentence   *Sentence
	rangeEnd   int  // last word of the surface token that was announced by a range line ("3-4")
	spaceAfter bool // of that surface token
}

func (p *wordParser) line(line string) error {
	const columns = 10
	f := strings.Split(line, "\t")
	if len(f) != columns {
		return fmt.Errorf("%w: %d columns instead of %d", ErrFormat, len(f), columns)
	}
	s := p.sentence
	space := !strings.Contains(f[9], "SpaceAfter=No")
	if strings.Contains(f[0], ".") {
		return nil
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		n, err := strconv.Atoi(last)
		if from, e := strconv.Atoi(first); err != nil || e != nil || n < from || from != len(s.Words)+1 {
			return fmt.Errorf("%w: %q is no range of words here", ErrFormat, f[0])
		}
		p.rangeEnd, p.spaceAfter = n, space
		s.Surface = append(s.Surface, f[1])
		return nil
	}
	id, err := strconv.Atoi(f[0])
	if err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("%w: %q is not the number of word %d", ErrFormat, f[0], len(s.Words)+1)
	}
	head, err := strconv.Atoi(f[6])
	if err != nil || head < 0 {
		return fmt.Errorf("%w: %q is no governor", ErrFormat, f[6])
	}
	w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Head: head - 1, Rel: f[7], Misc: f[9], SpaceAfter: space}
	switch {
	case id > p.rangeEnd:
		s.Surface = append(s.Surface, f[1])
	case id == p.rangeEnd:
		w.SpaceAfter = p.spaceAfter
	default:
		w.SpaceAfter = false
	}
	w.Token = len(s.Surface) - 1
	s.Words = append(s.Words, w)
	return nil
}
