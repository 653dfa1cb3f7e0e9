// Package antecedent says which of several candidates a pronoun means.
//
// What comes in is, for every pronoun, the candidates in front of and around it, each described by features; what goes
// out is a score for each. Package actor finds the candidates and their features; the scores are those of a log-linear
// ranker (Denis and Baldridge 2008), whose weights Train learns and weights.tsv holds.
package antecedent

// Template is a kind of feature; its value is a small number that package actor packs from what it sees.
type Template uint32

// The templates. Roles are those of package actor: other, subject, object, possessor, phrase.
const (
	Bias        Template = iota // of the candidate that is nobody: role of the pronoun, number of candidates
	Place                       // sentences between, role of the mention, role of the pronoun
	Earlier                     // the same of the mentions before the latest
	Order                       // place in the order of recency, role of the pronoun
	Salience                    // mentions so far, place in the order of recency
	Share                       // sentences between, mentions so far
	Form                        // name of one word or of several, pronoun or noun; role of the pronoun
	Gender                      // whether it is known and agrees, whether another candidate's is
	Opens                       // first actor of the text, subject of its first sentence
	Continues                   // meant by the last pronoun, sentences between
	Relation                    // in one sentence: how the clauses lie to each other, both roles
	Clause                      // in one sentence: relation of the pronoun's clause, both roles
	Tokens                      // in one sentence: words between, roles
	Before                      // preposition in front of the mention, sentences between
	Mark                        // conjunction that opens the pronoun's clause, role of the mention, sentences between
	Initial                     // the pronoun opens its sentence: role of the mention, sentences between
	Speech                      // the mention is a speaker or the pronoun is quoted
	Coordinated                 // the mention is joined by "and"
	Apposed                     // the mention is an apposition, is in brackets or owns something
	Cataphoric                  // the name stands behind the pronoun: roles, whether it was named before
	Subjects                    // place in the order of recent subjects, role of the pronoun
	Parallel                    // both roles alike, sentences between, order
	Known                       // nothing but the name shows it, or a title, too
	Topic                       // nobody was mentioned more often; how often, role of the pronoun
	Path                        // in one sentence: the way through the tree from the pronoun to the mention
	PathBehind                  // the same to a name behind the pronoun, whether it was named before
	Nameless                    // of nobody: sentences since a pronoun that meant nobody, how many, role of the pronoun
	Crowd                       // of nobody: sentences so far, role; number of candidates, those whose gender is known
	Chain                       // roles in this sentence and in the one before, role of the pronoun
	Foremost                    // how many candidates were mentioned more often
	Main                        // subject of the main clause, sentences between
	Owner                       // role of what the mention owns, whether that is a person
	Persona                     // what the name finder took it for, words of its name; mentions so far
	templates
)

var templateNames = [templates]string{"bias", "place", "earlier", "order", "salience", "share", "form", "gender", "opens", "continues", "relation", "clause",
	"tokens", "before", "mark", "initial", "speech", "coordinated", "apposed", "cataphoric", "subjects", "parallel", "known", "topic",
	"path", "pathbehind", "nameless", "crowd", "chain", "foremost", "main", "owner", "persona"}

// valueBits bounds the values of a template.
const valueBits = 16

// Feature is a template with a value.
type Feature uint32

// Of makes a feature of a template and the parts of its value, each of which must be less than 8.
func Of(t Template, parts ...int) Feature {
	v := 0
	for _, p := range parts {
		v = v*8 + min(p, 7)
	}
	return Feature(uint32(t)<<valueBits | uint32(v+1)&(1<<valueBits-1))
}

// Hashed makes a feature of a template and any number of parts of any size.
func Hashed(t Template, parts ...int) Feature {
	h := uint32(2166136261) // FNV-1a
	for _, p := range parts {
		h = (h ^ uint32(p)) * 16777619
	}
	return Feature(uint32(t)<<valueBits | (h^h>>valueBits)&(1<<valueBits-1))
}

// Candidate is an actor that a pronoun may mean, or nobody.
type Candidate struct {
	Features []Feature
	Names    [][2]int // bytes of the text where it is mentioned by name; empty for nobody
}

// Choice is a pronoun with its candidates.
type Choice struct {
	Start      int // byte of the text where the pronoun begins
	Candidates []Candidate
}

// Weights are in the unit of logarithmic odds. The zero value has none.
type Weights struct{ of map[Feature]float32 }

// Score adds up the weights of features.
func (w *Weights) Score(features []Feature) float64 {
	sum := 0.0
	for _, f := range features {
		sum += float64(w.of[f])
	}
	return sum
}

// Best returns the number of the candidate with the highest score, the first of those that have the same.
func (w *Weights) Best(c Choice) int {
	best, top := 0, 0.0
	for i := range c.Candidates {
		if s := w.Score(c.Candidates[i].Features); i == 0 || s > top {
			best, top = i, s
		}
	}
	return best
}
