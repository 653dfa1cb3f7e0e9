package training

import (
	"sort"
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// exceptions lists what the rules of the lemmatizer get wrong in the sentences, as lines of
// network.File.Lemmas, in order. Of several lemmas of a form the most frequent counts.
func exceptions(sentences []conllu.Sentence, rank map[string]int32) []string {
	rules := text.Lemmatizer{Rank: func(w string) int { return int(rank[w]) }}
	type reading struct {
		lemma string
		feats text.Feats
	}
	counts := map[text.LemmaKey]map[reading]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			upos, ok := text.ParseUPOS(w.UPOS)
			if !ok || w.Rel == "goeswith" || strings.Contains(w.Feats, "Typo=Yes") {
				continue
			}
			key := text.LemmaKey{Form: w.Form, UPOS: upos}
			if upos != text.PROPN {
				key.Form = strings.ToLower(w.Form)
			}
			if counts[key] == nil {
				counts[key] = map[reading]int{}
			}
			counts[key][reading{w.Lemma, text.ParseFeats(w.Feats)}]++
		}
	}
	var lines []string
	for key, readings := range counts {
		var best reading
		for r, n := range readings {
			if m := readings[best]; n > m || n == m && (r.lemma < best.lemma || r.lemma == best.lemma && r.feats.String() < best.feats.String()) {
				best = r
			}
		}
		if rules.Regular(key.Form, key.UPOS, best.feats) != best.lemma {
			lines = append(lines, key.Form+"\t"+key.UPOS.String()+"\t"+best.lemma)
		}
	}
	sort.Strings(lines)
	return lines
}
