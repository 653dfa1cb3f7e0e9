package text

import "errors"

// Model holds the weights of the tagger and the parser. Its methods may be called from many
// goroutines at once.
type Model struct{}

// Load returns the embedded model, which is read once.
func Load() (*Model, error) {
	return nil, errors.New("loading the language model: none is embedded yet")
}

// Tag sets UPOS, Feats and Lemma of every token.
func (m *Model) Tag(s *Sentence) {}

// Parse sets Head and Rel of every token, and tags the sentence first if that was not done.
func (m *Model) Parse(s *Sentence) {}
