package text

// Rel is the relation of a token to its governor (universaldependencies.org/en/dep). The zero value
// means: not parsed yet.
type Rel uint8

// The relations of UD English, with the subtypes that its treebanks use.
const (
	Root         Rel = iota + 1 // main predicate of the sentence; has no governor
	Nsubj                       // nominal subject
	NsubjPass                   // subject of a passive
	NsubjOuter                  // subject whose predicate is a clause
	Csubj                       // clause as subject
	CsubjPass                   // clause as subject of a passive
	CsubjOuter                  // clause as subject of a clause
	Obj                         // object
	Iobj                        // indirect object
	Ccomp                       // clausal complement with a subject of its own
	Xcomp                       // clausal complement without one
	Obl                         // oblique: prepositional phrase of a verb
	OblAgent                    // agent of a passive: "by the police"
	OblUnmarked                 // oblique without preposition: "last week"
	Vocative                    // person addressed
	Expl                        // expletive: "there", "it"
	Dislocated                  // fronted or postposed element
	Advcl                       // adverbial clause
	AdvclRelcl                  // relative clause about a whole clause
	Advmod                      // adverb
	Discourse                   // interjection, "please"
	Aux                         // auxiliary
	AuxPass                     // auxiliary of a passive
	Cop                         // copula
	Mark                        // subordinating conjunction, "to" of an infinitive
	Nmod                        // prepositional phrase of a noun
	NmodPoss                    // possessor
	NmodUnmarked                // noun phrase of a noun without preposition
	NmodDesc                    // description in front of a name: title, rank
	Appos                       // apposition
	Nummod                      // numeral
	Acl                         // clause of a noun: "plans to leave", "a man called Smith"
	AclRelcl                    // relative clause
	Amod                        // adjective of a noun
	Det                         // determiner
	DetPredet                   // predeterminer: "all the"
	Case                        // preposition, possessive 's
	Conj                        // conjunct; its governor is the first conjunct
	Cc                          // coordinating conjunction; its governor is the conjunct that follows
	CcPreconj                   // "both", "either"
	Fixed                       // further words of a fixed expression: "because of"
	Flat                        // further words of a name
	List                        // item of a list
	Parataxis                   // clause side by side: "she said" in the middle
	Compound                    // modifier in a compound noun
	CompoundPrt                 // particle of a phrasal verb
	Orphan                      // left over where a predicate is elided
	Goeswith                    // part of a word that was written apart
	Reparandum                  // speech repair
	Punct                       // punctuation
	Dep                         // anything else
)

var relNames = [...]string{
	"_", "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer",
	"obj", "iobj", "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl",
	"dislocated", "advcl", "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark",
	"nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod", "acl", "acl:relcl",
	"amod", "det", "det:predet", "case", "conj", "cc", "cc:preconj", "fixed", "flat", "list",
	"parataxis", "compound", "compound:prt", "orphan", "goeswith", "reparandum", "punct", "dep",
}

// String returns UD's label ("nsubj:pass"), "_" for the zero value.
func (r Rel) String() string {
	if int(r) < len(relNames) {
		return relNames[r]
	}
	return "_"
}

// ParseRel returns the relation that UD labels so. A subtype that is not in the table gives its
// universal relation ("flat:foreign" gives Flat).
func ParseRel(label string) (Rel, bool) {
	for i, n := range relNames[1:] {
		if n == label {
			return Rel(i + 1), true
		}
	}
	for i := range label {
		if label[i] == ':' {
			return ParseRel(label[:i])
		}
	}
	return 0, false
}
