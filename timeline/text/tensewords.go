package text

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/internal/wordlist"
)

//go:embed data/verbs.txt
var verbData string

//go:embed data/tense.txt
var tenseData string

// wordKind says what a word tells about tense; see data/tense.txt.
type wordKind uint8

const (
	otherWord wordKind = iota
	modalWord
	haveWord
	hadWord
	wasWord
	isWord
	doWord
	didWord
	dueWord
	presentVerb
	nounWord
	beforeWord
	clauseWord
	linkWord
	pastVerb
	participle
	pastOrParticiple
	toWord
	goingWord
	saidWord
	perfectWord // "have" behind a modal
	objectVerb  // a past before an object, else nothing
	baseVerb    // the base of a verb that differs from its past: present behind "now" and some subjects, else nothing
	kinds       // how many there are
)

var wordKinds = wordlist.MapOf(readKinds(tenseData, verbData))

func readKinds(tense, verbs string) map[string]wordKind {
	names := map[string]wordKind{
		"modal": modalWord, "have": haveWord, "had": hadWord, "was": wasWord, "is": isWord, "do": doWord, "did": didWord,
		"due": dueWord, "past": pastVerb, "object": objectVerb, "said": saidWord, "both": pastOrParticiple, "present": presentVerb, "noun": nounWord, "before": beforeWord, "clause": clauseWord, "link": linkWord,
	}
	m := map[string]wordKind{}
	for _, v := range readVerbs(verbs) {
		for _, form := range v.participles {
			m[form] = participle
		}
		for _, form := range v.pasts {
			if form == v.base {
				continue // "put", "cut": tells nothing
			}
			if m[form] == participle {
				m[form] = pastOrParticiple
			} else {
				m[form] = pastVerb
			}
		}
		if !slices.Contains(v.pasts, v.base) { // "they beat Leeds" tells nothing
			m[v.base] = baseVerb
		}
	}
	for line := range strings.Lines(tense) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, word := range fields[1:] {
			m[word] = names[fields[0]]
			if base := baseOf(word); names[fields[0]] == presentVerb && m[base] == otherWord {
				m[base] = baseVerb
			}
		}
	}
	m["to"], m["going"] = toWord, goingWord
	return m
}

// baseOf is the base of a third person in -s.
func baseOf(verb string) string {
	for _, end := range [...][2]string{{"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"oes", "o"}, {"ries", "ry"}, {"plies", "ply"}} {
		if base, ok := strings.CutSuffix(verb, end[0]); ok && base != "" {
			return base + end[1]
		}
	}
	return strings.TrimSuffix(verb, "s")
}

// verbForms is a line of data/verbs.txt.
type verbForms struct {
	base               string
	pasts, participles []string
}

func readVerbs(data string) []verbForms {
	var verbs []verbForms
	for line := range strings.Lines(data) {
		f := strings.Fields(line)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		verbs = append(verbs, verbForms{f[0], strings.Split(f[1], "/"), strings.Split(f[2], "/")})
	}
	return verbs
}

var (
	// actors are words behind which the base of a verb is its present.
	actors = wordlist.SetOf("now they we i who which")
	// relatives begin a clause that tells more of what stands before their comma.
	relatives = wordlist.SetOf("who which whose")
)

// longestActor is the length of the longest of actors, in bytes: most words need not be looked up.
const longestActor = len("which")

// objects begin the object of a verb.
var objects = wordlist.SetOf("a an the its his her their our my about nearly more")

// owns reports whether the 's at byte offset at is a possessive: it stands behind a word, and none of those after which it is short for "is".
func owns(text string, at int) bool {
	from := at
	for from > 0 && at-from <= longestContracted && (text[from-1] >= utf8.RuneSelf || unicode.IsLetter(rune(text[from-1]))) {
		from--
	}
	return from < at && !contracted.HasFold(text[from:at])
}

// longestContracted is the length of "everything", in bytes.
const longestContracted = 10

// contracted are the words after which 's is short for "is" or "has".
var contracted = wordlist.SetOf("it he she that there here what who where how this when why everything everyone everybody nothing nobody something someone somebody")

// kindOf returns what the lower-case word tells.
func kindOf(word []byte) wordKind {
	if kind, ok := wordKinds.FindBytes(word); ok {
		return kind
	}
	if n := len(word); n >= 4 && word[n-1] == 'd' && word[n-2] == 'e' && word[n-3] != 'e' {
		return pastOrParticiple
	}
	return otherWord
}

// IsParticiple reports whether a lower-case word may be a past participle: one of data/verbs.txt, or a word in -ed.
func IsParticiple(word string) bool {
	switch kindOf([]byte(word)) {
	case participle, pastOrParticiple:
		return true
	}
	return false
}

// IsPast reports whether a lower-case word may be a verb's past tense or its past participle: one of data/verbs.txt, or a word in -ed.
func IsPast(word string) bool {
	kind := kindOf([]byte(word))
	return kind == pastVerb || kind == participle || kind == pastOrParticiple
}
