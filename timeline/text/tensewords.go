package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
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
	kinds       // how many there are
)

var wordKinds = readKinds(tenseData, verbData)

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
		delete(m, v.base)
	}
	for line := range strings.Lines(tense) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, word := range fields[1:] {
			m[word] = names[fields[0]]
		}
	}
	m["to"], m["going"] = toWord, goingWord
	return m
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

// objects begin the object of a verb.
var objects = map[string]bool{"a": true, "an": true, "the": true, "its": true, "his": true, "her": true, "their": true, "our": true, "my": true, "about": true, "nearly": true, "more": true}

// owns reports whether the 's at byte offset at is a possessive: it stands behind a word, and none of those after which it is short for "is".
func owns(text string, at int) bool {
	from := at
	for from > 0 && at-from <= longestContracted && (text[from-1] >= utf8.RuneSelf || unicode.IsLetter(rune(text[from-1]))) {
		from--
	}
	return from < at && !contracted[strings.ToLower(text[from:at])]
}

// longestContracted is the length of "everything", in bytes.
const longestContracted = 10

// contracted are the words after which 's is short for "is" or "has".
var contracted = map[string]bool{"it": true, "he": true, "she": true, "that": true, "there": true, "here": true, "what": true, "who": true, "where": true, "how": true, "this": true,
	"when": true, "why": true, "everything": true, "everyone": true, "everybody": true, "nothing": true, "nobody": true, "something": true, "someone": true, "somebody": true}

// kindOf returns what the lower-case word tells.
func kindOf(word []byte) wordKind {
	if len(word) > 0 && len(word) <= longestListed && listedShapes[shapeOf(word)] {
		if kind, ok := wordKinds[string(word)]; ok {
			return kind
		}
	}
	if n := len(word); n >= 4 && word[n-1] == 'd' && word[n-2] == 'e' && word[n-3] != 'e' {
		return pastOrParticiple
	}
	return otherWord
}

// listedShapes tells the shapes of the words that tell something, so that most others cost no look into the map.
var listedShapes = func() (listed [1 << 15]bool) {
	for word := range wordKinds {
		listed[shapeOf([]byte(word))] = true
	}
	return listed
}()

// shapeOf is a word's first and last byte and its length, folded to 15 bits.
func shapeOf(word []byte) int {
	return int(word[0]&31)<<10 | int(word[len(word)-1]&31)<<5 | len(word)&31
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
