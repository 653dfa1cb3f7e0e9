package text

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"dateline/timeline/text/network"
)

//go:embed weights/english.bin
var weights []byte

// Model holds the weights of the tagger and the parser. Its methods may be called from many
// goroutines at once, for different sentences.
type Model struct {
	network    *network.Network
	lemmatizer Lemmatizer
	tags       []morphology
	allowed    [][]int32 // for each part of speech the numbers of its tags
	work       sync.Pool // of *work
}

// morphology is a tag of the network.
type morphology struct {
	upos  UPOS
	feats Feats
}

// work is the memory of one analysis.
type work struct {
	network                  network.Work
	forms                    []string
	tags, parts, head, label []int32
}

var load = sync.OnceValues(func() (*Model, error) { return Read(bytes.NewReader(weights)) })

// Load returns the model for English that the package embeds. It is read by the first call; all calls
// return the same model.
func Load() (*Model, error) { return load() }

// Read reads a model from a file of weights, as dateline-train writes them. Errors about the content
// wrap network.ErrFormat.
func Read(r io.Reader) (*Model, error) {
	file, err := network.Read(r)
	if err != nil {
		return nil, err
	}
	return NewModel(file)
}

// NewModel makes a model of what a file of weights holds.
func NewModel(file *network.File) (*Model, error) {
	m := &Model{network: network.New(file), allowed: make([][]int32, len(uposNames)-1)}
	if file.Shape.Parts != len(m.allowed) || file.Shape.Labels != len(relNames)-1 {
		return nil, fmt.Errorf("%w: it has other parts of speech or relations", network.ErrFormat)
	}
	for i, tag := range file.Tags {
		name, feats, _ := strings.Cut(tag, " ")
		upos, ok := ParseUPOS(name)
		if !ok {
			return nil, fmt.Errorf("%w: it has the tag %q", network.ErrFormat, tag)
		}
		m.tags = append(m.tags, morphology{upos, ParseFeats(feats)})
		m.allowed[upos-1] = append(m.allowed[upos-1], int32(i))
	}
	m.lemmatizer = Lemmatizer{Exceptions: make(map[LemmaKey]string, len(file.Lemmas)), Rank: m.rank}
	for _, line := range file.Lemmas {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("%w: it has the lemma %q", network.ErrFormat, line)
		}
		upos, _ := ParseUPOS(f[1])
		m.lemmatizer.Exceptions[LemmaKey{f[0], upos}] = f[2]
	}
	m.work.New = func() any { return &work{} }
	return m, nil
}

// rank is the place of a word by frequency, from 1; 0 if it is not among the words of the model.
func (m *Model) rank(word string) int { return int(m.network.Lexicon.Vector[word]) }

// longest is the number of tokens that are analysed at once. Sentences are seldom longer; a longer
// list of words is analysed in pieces, whose roots depend on the first one's as parataxis, for time
// and memory of the parser grow with the square of the length and more.
const longest = 250

// Tag sets UPOS, Feats and Lemma of every token, unless that was done.
func (m *Model) Tag(s *Sentence) {
	if s.level >= tagged {
		return
	}
	w := m.work.Get().(*work)
	defer m.work.Put(w)
	for from := 0; from < len(s.Tokens); from += longest {
		m.tag(s.Tokens[from:min(from+longest, len(s.Tokens))], w)
	}
	s.level = tagged
}

// Parse sets Head and Rel of every token, unless that was done, and tags the sentence first if that
// was not done.
func (m *Model) Parse(s *Sentence) {
	if s.level >= parsed {
		return
	}
	w := m.work.Get().(*work)
	defer m.work.Put(w)
	root := -1
	for from := 0; from < len(s.Tokens); from += longest {
		piece := s.Tokens[from:min(from+longest, len(s.Tokens))]
		if s.level < tagged {
			m.tag(piece, w)
		} else {
			m.network.Encode(w.load(piece), &w.network)
		}
		m.parse(piece, from, w)
		for i := range piece {
			switch {
			case piece[i].Head >= 0:
			case root < 0:
				root = from + i
			default:
				piece[i].Head, piece[i].Rel = root, Parataxis
			}
		}
	}
	s.level = parsed
}

// load makes room for the tokens and returns their forms.
func (w *work) load(tokens []Token) []string {
	n := len(tokens)
	if cap(w.forms) < n {
		w.forms = make([]string, n+n/2)
		w.tags, w.parts, w.head, w.label = make([]int32, n+n/2), make([]int32, n+n/2), make([]int32, n+n/2), make([]int32, n+n/2)
	}
	w.forms = w.forms[:n]
	for i := range tokens {
		w.forms[i] = tokens[i].Form
	}
	return w.forms
}

// tag tags a piece and leaves its encoding in w.
func (m *Model) tag(tokens []Token, w *work) {
	n := len(tokens)
	forms := w.load(tokens)
	m.network.Tag(forms, &w.network, m.allowed, w.tags[:n], w.parts[:n])
	clear(w.forms) // keep no text alive
	for i := range tokens {
		t := &tokens[i]
		t.UPOS, t.Feats = UPOS(w.parts[i]+1), Feats{}
		if w.tags[i] >= 0 {
			t.Feats = m.tags[w.tags[i]].feats
		}
		t.Lemma = m.lemmatizer.Lemma(t.Form, t.UPOS, t.Feats)
	}
}

// parse parses a piece, the first token of which is number first, from its encoding in w.
func (m *Model) parse(tokens []Token, first int, w *work) {
	n := len(tokens)
	m.network.Parse(n, &w.network, int32(Root)-1, w.head[:n], w.label[:n])
	for i := range tokens {
		tokens[i].Head, tokens[i].Rel = first+int(w.head[i]), Rel(w.label[i]+1)
		if int(w.head[i]) == n {
			tokens[i].Head = -1
		}
	}
}

// EmbeddedVectors returns the word vectors of the embedded weights, to train others with.
func EmbeddedVectors() (*network.Vectors, error) {
	file, err := network.Read(bytes.NewReader(weights))
	if err != nil {
		return nil, err
	}
	return file.Vectors, nil
}
