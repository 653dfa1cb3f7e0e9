package text

import "strings"

// Feats is the morphology of a token: the universal features that English uses
// (universaldependencies.org/u/feat). The zero value of a field means that the token does not have
// the feature. Features outside UD's universal inventory (ExtPos, NumForm, Style, Typo) are not kept.
//
// Values are compared with ==. A constant is named as UD names the value; where one value belongs
// to several features, the constant carries the feature's name too (Ind is a mood, PronInd a type of
// pronoun).
type Feats struct {
	Tense    Tense
	Mood     Mood
	VerbForm VerbForm
	Voice    Voice
	Person   Person
	Number   Number
	Degree   Degree
	Case     GramCase
	Gender   Gender
	Definite Definite
	Polarity Polarity
	PronType PronType
	NumType  NumType
	Poss     bool // possessive: "my", "whose"
	Reflex   bool // reflexive: "herself"
	Abbr     bool // abbreviation
	Foreign  bool // word of another language
}

// The types of the features.
type (
	Tense    uint8
	Mood     uint8
	VerbForm uint8
	Voice    uint8
	Person   uint8
	Number   uint8
	Degree   uint8
	GramCase uint8
	Gender   uint8
	Definite uint8
	Polarity uint8
	PronType uint8
	NumType  uint8
)

// Tenses of verb forms. The past participle is Past, the present participle Pres.
const (
	Past Tense = iota + 1
	Pres
	// Fut is no tense of an English verb form and no token has it:
	// ClauseTense and TenseAround say it of a clause ("will resign").
	Fut
)

// Moods of finite verbs.
const (
	Ind Mood = iota + 1 // indicative
	Imp                 // imperative
	Sub                 // subjunctive
)

// Forms of verbs.
const (
	Fin  VerbForm = iota + 1 // finite
	Inf                      // infinitive
	Part                     // participle
	Ger                      // gerund
)

// Pass is the voice of passive participles. Active voice is not marked.
const Pass Voice = 1

// Persons.
const (
	First Person = iota + 1
	Second
	Third
)

// Numbers.
const (
	Sing Number = iota + 1
	Plur
	Ptan // plurale tantum: "scissors"
)

// Degrees of adjectives and adverbs.
const (
	DegreePos Degree = iota + 1
	Cmp              // comparative
	Sup              // superlative
)

// Cases of pronouns.
const (
	Nom GramCase = iota + 1
	Acc
	Gen
)

// Genders of pronouns.
const (
	Masc Gender = iota + 1
	Fem
	Neut
)

// Definiteness of articles.
const (
	Def Definite = iota + 1
	Indef
)

// Polarities.
const (
	Neg    Polarity = iota + 1 // "not", "no"
	PolPos                     // "yes"
)

// Types of pronouns, determiners and their adverbs.
const (
	PronArt PronType = iota + 1 // article
	PronDem                     // demonstrative
	PronEmp                     // emphatic
	PronInd                     // indefinite
	PronInt                     // interrogative
	PronNeg                     // negative
	PronPrs                     // personal
	PronRcp                     // reciprocal
	PronRel                     // relative
	PronTot                     // total
)

// Types of numerals.
const (
	Card NumType = iota + 1 // cardinal
	Frac                    // fraction
	Mult                    // multiplicative: "twice"
	Ord                     // ordinal
)

// feature describes one feature for reading and writing: UD's name, UD's names of the values 1, 2, …
// and where the value is kept. The table is in UD's order of writing (by name, letter case ignored).
type feature struct {
	name   string
	values []string
	get    func(*Feats) uint8
	set    func(*Feats, uint8)
}

var features = []feature{
	{"Abbr", []string{"Yes"}, func(f *Feats) uint8 { return bit(f.Abbr) }, func(f *Feats, v uint8) { f.Abbr = v == 1 }},
	{"Case", []string{"Nom", "Acc", "Gen"}, func(f *Feats) uint8 { return uint8(f.Case) }, func(f *Feats, v uint8) { f.Case = GramCase(v) }},
	{"Definite", []string{"Def", "Ind"}, func(f *Feats) uint8 { return uint8(f.Definite) }, func(f *Feats, v uint8) { f.Definite = Definite(v) }},
	{"Degree", []string{"Pos", "Cmp", "Sup"}, func(f *Feats) uint8 { return uint8(f.Degree) }, func(f *Feats, v uint8) { f.Degree = Degree(v) }},
	{"Foreign", []string{"Yes"}, func(f *Feats) uint8 { return bit(f.Foreign) }, func(f *Feats, v uint8) { f.Foreign = v == 1 }},
	{"Gender", []string{"Masc", "Fem", "Neut"}, func(f *Feats) uint8 { return uint8(f.Gender) }, func(f *Feats, v uint8) { f.Gender = Gender(v) }},
	{"Mood", []string{"Ind", "Imp", "Sub"}, func(f *Feats) uint8 { return uint8(f.Mood) }, func(f *Feats, v uint8) { f.Mood = Mood(v) }},
	{"Number", []string{"Sing", "Plur", "Ptan"}, func(f *Feats) uint8 { return uint8(f.Number) }, func(f *Feats, v uint8) { f.Number = Number(v) }},
	{"NumType", []string{"Card", "Frac", "Mult", "Ord"}, func(f *Feats) uint8 { return uint8(f.NumType) }, func(f *Feats, v uint8) { f.NumType = NumType(v) }},
	{"Person", []string{"1", "2", "3"}, func(f *Feats) uint8 { return uint8(f.Person) }, func(f *Feats, v uint8) { f.Person = Person(v) }},
	{"Polarity", []string{"Neg", "Pos"}, func(f *Feats) uint8 { return uint8(f.Polarity) }, func(f *Feats, v uint8) { f.Polarity = Polarity(v) }},
	{"Poss", []string{"Yes"}, func(f *Feats) uint8 { return bit(f.Poss) }, func(f *Feats, v uint8) { f.Poss = v == 1 }},
	{"PronType", []string{"Art", "Dem", "Emp", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot"}, func(f *Feats) uint8 { return uint8(f.PronType) }, func(f *Feats, v uint8) { f.PronType = PronType(v) }},
	{"Reflex", []string{"Yes"}, func(f *Feats) uint8 { return bit(f.Reflex) }, func(f *Feats, v uint8) { f.Reflex = v == 1 }},
	{"Tense", []string{"Past", "Pres"}, func(f *Feats) uint8 { return uint8(f.Tense) }, func(f *Feats, v uint8) { f.Tense = Tense(v) }},
	{"VerbForm", []string{"Fin", "Inf", "Part", "Ger"}, func(f *Feats) uint8 { return uint8(f.VerbForm) }, func(f *Feats, v uint8) { f.VerbForm = VerbForm(v) }},
	{"Voice", []string{"Pass"}, func(f *Feats) uint8 { return uint8(f.Voice) }, func(f *Feats, v uint8) { f.Voice = Voice(v) }},
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// String returns the features as CoNLL-U writes them ("Mood=Ind|Tense=Past|VerbForm=Fin"), "_" if
// there are none.
func (f Feats) String() string {
	var b strings.Builder
	for i := range features {
		v := int(features[i].get(&f))
		if v == 0 || v > len(features[i].values) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(features[i].name)
		b.WriteByte('=')
		b.WriteString(features[i].values[v-1])
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}

// ParseFeats reads features as CoNLL-U writes them. Features and values that Feats does not keep are
// passed over; of several values of one feature ("Gender=Fem,Masc") the first counts.
func ParseFeats(s string) Feats {
	var f Feats
	for pair := range strings.SplitSeq(s, "|") {
		name, value, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		value, _, _ = strings.Cut(value, ",")
		for i := range features {
			if features[i].name != name {
				continue
			}
			for j, v := range features[i].values {
				if v == value {
					features[i].set(&f, uint8(j+1))
				}
			}
		}
	}
	return f
}
