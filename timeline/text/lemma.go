package text

import "strings"

// Lemmatizer finds dictionary forms: by a table of exceptions, else by rules for the endings of
// English. Where a rule leaves several candidates ("rat" and "rate" for "rating"), the more frequent
// word is taken.
type Lemmatizer struct {
	Exceptions map[LemmaKey]string
	Rank       func(word string) int // place in a list of words by frequency from 1, 0 if not listed
}

// LemmaKey names an exception: a form, in lower case but for proper nouns, as a part of speech.
type LemmaKey struct {
	Form string
	UPOS UPOS
}

// Lemma returns the dictionary form of a word with its tag and morphology.
func (l *Lemmatizer) Lemma(form string, upos UPOS, f Feats) string {
	low := form
	if upos != PROPN {
		low = strings.ToLower(form)
	}
	if lemma, ok := l.Exceptions[LemmaKey{low, upos}]; ok {
		return lemma
	}
	return l.Regular(low, upos, f)
}

// Regular returns the dictionary form by rule alone.
func (l *Lemmatizer) Regular(form string, upos UPOS, f Feats) string {
	switch {
	case (upos == VERB || upos == AUX) && f.Tense == Past:
		if base, ok := irregular[form]; ok {
			return base
		}
		return l.strip(form, "ed")
	case (upos == VERB || upos == AUX) && (f.VerbForm == Ger || f.VerbForm == Part):
		return l.strip(form, "ing")
	case upos == VERB && f.Tense == Pres && f.Person == Third && f.Number == Sing:
		return l.singular(form)
	case (upos == NOUN || upos == PROPN) && f.Number == Plur:
		return l.singular(form)
	case (upos == ADJ || upos == ADV) && f.Degree == Cmp:
		return l.strip(form, "er")
	case (upos == ADJ || upos == ADV) && f.Degree == Sup:
		return l.strip(form, "est")
	}
	return form
}

// irregular maps past forms to base forms.
var irregular = func() map[string]string {
	m := map[string]string{}
	for _, v := range readVerbs(verbData) {
		for _, form := range append(v.pasts, v.participles...) {
			if m[form] == "" {
				m[form] = v.base
			}
		}
	}
	return m
}()

// shortestStem is the least that an ending may leave.
const shortestStem = 2

// strip takes a verb's or adjective's ending off.
func (l *Lemmatizer) strip(form, ending string) string {
	stem, ok := strings.CutSuffix(form, ending)
	if !ok || len(stem) < shortestStem {
		return form
	}
	n := len(stem)
	last := stem[n-1]
	switch {
	case last == 'i' && ending != "ing":
		return stem[:n-1] + "y" // carried, happier
	case last == 'y' && ending == "ing" && n == 2:
		return stem[:1] + "ie" // dying
	case n > 2 && last == stem[n-2] && !isVowel(last):
		return l.frequent(stem, stem[:n-1], stem+"e") // fill, plan
	case closedSyllable(stem), last == 'c', last == 'v', last == 'u':
		return stem + "e" // a stem without e would have doubled its consonant: hope, not hop
	}
	return l.frequent(stem, stem+"e")
}

// frequent returns the most frequent of the words, the first one if none is listed.
func (l *Lemmatizer) frequent(words ...string) string {
	best, rank := words[0], 0
	for _, w := range words {
		if r := l.Rank(w); r != 0 && (rank == 0 || r < rank) {
			best, rank = w, r
		}
	}
	return best
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// closedSyllable reports whether the stem is one syllable that ends in one vowel and one consonant
// which English would double before an ending.
func closedSyllable(stem string) bool {
	n := len(stem)
	if n < 3 || isVowel(stem[n-1]) || strings.IndexByte("wxy", stem[n-1]) >= 0 || !isVowel(stem[n-2]) {
		return false
	}
	for i := range n - 2 {
		if (isVowel(stem[i]) || stem[i] == 'y' && i > 0) && !(i == 1 && stem[0] == 'q') {
			return false
		}
	}
	return true
}

// singular takes the s off a plural or a third person.
func (l *Lemmatizer) singular(form string) string {
	n := len(form)
	switch {
	case n < 3:
		return form
	case strings.HasSuffix(form, "men"):
		return form[:n-2] + "an"
	case form[n-1] != 's', strings.HasSuffix(form, "ss"):
		return form
	case strings.HasSuffix(form, "ies") && n > 4:
		return l.frequent(form[:n-3]+"y", form[:n-1])
	case strings.HasSuffix(form, "ves"):
		return l.frequent(form[:n-1], form[:n-3]+"f", form[:n-3]+"fe")
	case strings.HasSuffix(form, "ses"), strings.HasSuffix(form, "xes"), strings.HasSuffix(form, "zes"),
		strings.HasSuffix(form, "ches"), strings.HasSuffix(form, "shes"), strings.HasSuffix(form, "oes"):
		return l.frequent(form[:n-2], form[:n-1])
	}
	return form[:n-1]
}
