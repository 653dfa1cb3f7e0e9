package training

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// Treebanks have little of what news is full of: relative clauses without pronoun and auxiliary ("the
// men arrested on Tuesday") and headlines ("Court overturns ban"). Both can be had from other
// sentences by leaving words out, which does not change the rest of the tree.

// How often such sentences are shown.
const (
	reducedTimes  = 4
	headlineTimes = 1
	gardenTimes   = 2 // besides the once that all sentences are shown
)

// variants returns the sentences with what can be made of them in the style of news, and again those
// that have what is rare.
func variants(sentences []conllu.Sentence) []conllu.Sentence {
	all := append([]conllu.Sentence(nil), sentences...)
	add := func(s conllu.Sentence, times int) {
		for range times {
			all = append(all, s)
		}
	}
	for i := range sentences {
		if s, ok := reduced(&sentences[i]); ok {
			add(s, reducedTimes)
		}
		if s, ok := headline(&sentences[i]); ok {
			add(s, headlineTimes)
		}
		if gardenPath(&sentences[i]) {
			add(sentences[i], gardenTimes)
		}
	}
	return all
}

// gardenPath reports whether a participle that could be taken for the main verb stands between a
// subject and its verb.
func gardenPath(s *conllu.Sentence) bool {
	for i, w := range s.Words {
		if w.Rel != "acl" || w.Head < 0 || w.Head > i || w.UPOS != "VERB" || text.ParseFeats(w.Feats).VerbForm != text.Part {
			continue
		}
		if n := &s.Words[w.Head]; strings.HasPrefix(n.Rel, "nsubj") && n.Head > i {
			return true
		}
	}
	return false
}

// children calls f for every dependent of word i.
func children(s *conllu.Sentence, i int, f func(j int, w *conllu.Word)) {
	for j := range s.Words {
		if s.Words[j].Head == i {
			f(j, &s.Words[j])
		}
	}
}

// reduced leaves out pronoun and auxiliary of the relative clauses that can do without: passives
// ("men who were arrested") and progressives ("soldiers who are guarding the embassy").
func reduced(s *conllu.Sentence) (conllu.Sentence, bool) {
	drop := map[int]bool{}
	out := *s
	out.Words = append([]conllu.Word(nil), s.Words...)
	for i, w := range s.Words {
		if w.Rel != "acl:relcl" || w.UPOS != "VERB" || text.ParseFeats(w.Feats).VerbForm != text.Part {
			continue
		}
		pronoun, auxiliary, others := -1, -1, 0
		children(s, i, func(j int, c *conllu.Word) {
			switch {
			case strings.HasPrefix(c.Rel, "nsubj") && text.ParseFeats(c.Feats).PronType == text.PronRel:
				pronoun = j
			case strings.HasPrefix(c.Rel, "aux") && c.Lemma == "be" && auxiliary < 0:
				auxiliary = j
			case strings.HasPrefix(c.Rel, "aux"), strings.HasPrefix(c.Rel, "nsubj"), c.Form == "not", c.Form == "n't":
				others++
			}
		})
		if pronoun < 0 || auxiliary < 0 || others > 0 {
			continue
		}
		drop[pronoun], drop[auxiliary] = true, true
		out.Words[i].Rel = "acl"
	}
	return without(&out, drop)
}

// longestHeadline is the most words that a sentence may have to be made a headline.
const longestHeadline = 22

// headline makes a headline of a short sentence about the past: without articles and final full stop,
// the verb in the present, a passive without auxiliary.
func headline(s *conllu.Sentence) (conllu.Sentence, bool) {
	out := *s
	out.Words = append([]conllu.Word(nil), s.Words...)
	drop := map[int]bool{}
	root, subject := -1, -1
	for i, w := range s.Words {
		switch {
		case w.Head < 0:
			root = i
		case w.Rel == "det" && text.ParseFeats(w.Feats).PronType == text.PronArt:
			drop[i] = true
		}
	}
	if len(s.Words) > longestHeadline || root < 1 || s.Words[root].UPOS != "VERB" {
		return out, false
	}
	if last := len(s.Words) - 1; s.Words[last].Form == "." {
		drop[last] = true
	}
	auxiliaries, passive := 0, false
	children(s, root, func(j int, c *conllu.Word) {
		switch {
		case j < root && (c.Rel == "nsubj" || c.Rel == "nsubj:pass") && (c.UPOS == "NOUN" || c.UPOS == "PROPN"):
			subject = j
		case c.Rel == "aux:pass" && c.Lemma == "be":
			passive, drop[j] = true, true
		case c.Rel == "aux" && c.Lemma == "have" && text.ParseFeats(c.Feats).VerbForm == text.Fin:
			drop[j] = true
		case strings.HasPrefix(c.Rel, "aux"):
			auxiliaries++
		}
	})
	if subject < 0 || auxiliaries > 0 {
		return out, false
	}
	if !passive {
		plural := text.ParseFeats(s.Words[subject].Feats).Number == text.Plur
		if !present(&out.Words[root], plural) {
			return out, false
		}
	}
	return without(&out, drop)
}

// present puts a past form into the present. It reports whether w has one.
func present(w *conllu.Word, plural bool) bool {
	if w.Lemma == "have" || w.Lemma == "do" || w.Lemma == "be" {
		return false
	}
	if text.ParseFeats(w.Feats).Tense != text.Past || w.Lemma != strings.ToLower(w.Lemma) {
		return false
	}
	w.Form = w.Lemma
	w.Feats = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
	if plural {
		return true
	}
	w.Feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	n := len(w.Form)
	switch {
	case strings.HasSuffix(w.Form, "y") && n > 1 && strings.IndexByte("aeiou", w.Form[n-2]) < 0:
		w.Form = w.Form[:n-1] + "ies"
	case strings.HasSuffix(w.Form, "s"), strings.HasSuffix(w.Form, "x"), strings.HasSuffix(w.Form, "z"),
		strings.HasSuffix(w.Form, "ch"), strings.HasSuffix(w.Form, "sh"), strings.HasSuffix(w.Form, "o"):
		w.Form += "es"
	default:
		w.Form += "s"
	}
	return true
}

// without returns the sentence without some words. It reports false if there is nothing to leave out,
// or a word that is left out governs another one.
func without(s *conllu.Sentence, drop map[int]bool) (conllu.Sentence, bool) {
	out := *s
	out.Words = nil
	if len(drop) == 0 || len(drop) == len(s.Words) {
		return out, false
	}
	number := make([]int, len(s.Words))
	for i, w := range s.Words {
		number[i] = len(out.Words)
		if drop[i] {
			continue
		}
		if w.Head >= 0 && drop[w.Head] {
			return out, false
		}
		out.Words = append(out.Words, w)
	}
	for i := range out.Words {
		if w := &out.Words[i]; w.Head >= 0 {
			w.Head = number[w.Head]
		}
	}
	if drop[0] {
		r, size := utf8.DecodeRuneInString(out.Words[0].Form)
		out.Words[0].Form = string(unicode.ToUpper(r)) + out.Words[0].Form[size:]
	}
	return out, true
}
