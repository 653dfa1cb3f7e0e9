package text

// UPOS is a universal part-of-speech tag, named as UD names it
// (universaldependencies.org/u/pos). The zero value means: not tagged yet.
type UPOS uint8

// The seventeen universal tags.
const (
	ADJ   UPOS = iota + 1 // adjective
	ADP                   // preposition, particle of a phrasal verb
	ADV                   // adverb
	AUX                   // auxiliary, modal, copula
	CCONJ                 // coordinating conjunction
	DET                   // determiner
	INTJ                  // interjection
	NOUN                  // common noun
	NUM                   // numeral
	PART                  // "to", "not", "'s"
	PRON                  // pronoun
	PROPN                 // proper noun
	PUNCT                 // punctuation
	SCONJ                 // subordinating conjunction
	SYM                   // symbol
	VERB                  // main verb
	X                     // anything else
)

var uposNames = [...]string{
	"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
	"PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// String returns UD's name of the tag, "_" for the zero value.
func (u UPOS) String() string {
	if int(u) < len(uposNames) {
		return uposNames[u]
	}
	return "_"
}

// ParseUPOS returns the tag that UD names so.
func ParseUPOS(name string) (UPOS, bool) {
	for i, n := range uposNames[1:] {
		if n == name {
			return UPOS(i + 1), true
		}
	}
	return 0, false
}
