package training

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/text/network"
)

// Treebanks have few headlines, so some sentences are shown in a headline's letters: with capitals on
// all but short words, or in capitals throughout.
const (
	titleShare   = 0.05
	capitalShare = 0.02
)

// shortWord is the longest word that a headline leaves in small letters.
const shortWord = 3

// titled returns a word as a headline writes it.
func titled(form string, first bool) string {
	if !first && utf8.RuneCountInString(form) <= shortWord || strings.ContainsAny(form[:1], "'’") || form == "n't" {
		return form
	}
	r, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[size:]
}

// inHeadline returns the example in the letters of a headline by chance, else as it is.
func (e *example) inHeadline(rng *random) *example {
	v := *e
	switch x := rng.float(); {
	case x < capitalShare:
		v.features = e.capitals
	case x < capitalShare+titleShare:
		v.features = e.title
	default:
		return e
	}
	return &v
}

// variants fills in the features of the words in the letters of a headline.
func (e *example) variants(forms []string, l *network.Lexicon, buckets, patterns int) {
	for i, form := range forms {
		e.title = append(e.title, l.Features(titled(form, i == 0), buckets, patterns, nil))
		e.capitals = append(e.capitals, l.Features(strings.ToUpper(form), buckets, patterns, nil))
	}
}
