// Package text analyses English prose: sentences, tokens, parts of speech, morphology, lemmas and
// dependency trees, after the Universal Dependencies guidelines (version 2).
//
// What comes in is a text; what goes out is a Document whose sentences are analysed only as far as
// the caller asks, because each step costs more than the one before:
//
//	doc := text.Split(s)                  // tokens and sentences, by rule
//	model, err := text.Load()             // the embedded weights, read once
//	model.Tag(&doc.Sentences[i])          // part of speech, morphology, lemma
//	model.Parse(&doc.Sentences[i])        // governor and relation of every token; tags first if need be
//
// Spans are byte offsets into the text, end exclusive, as Go slices count.
package text

// Document is a text cut into sentences.
type Document struct {
	Text      string
	Sentences []Sentence // in text order; together they hold every token
}

// Sentence is a sentence, a heading or a list item.
type Sentence struct {
	Start, End int     // bytes; from the first token's start to the last token's end
	Tokens     []Token // in text order, never empty
	Paragraph  int     // number of its paragraph in the document, from 0
	Heading    bool    // stands alone on its line and does not end as a sentence does
	level      level
}

// Token is a syntactic word. Contractions are split as UD splits them: "don't" gives "do" and "n't".
type Token struct {
	Start, End int    // bytes
	Form       string // the text between Start and End
	Lemma      string // dictionary form; set by Tag
	UPOS       UPOS   // universal part of speech; set by Tag
	Feats      Feats  // morphology; set by Tag
	Head       int    // index of the governor among the sentence's tokens, -1 for the root; set by Parse
	Rel        Rel    // relation to the governor; set by Parse
}

// level says how far a sentence is analysed.
type level uint8

const (
	split level = iota
	tagged
	parsed
)
