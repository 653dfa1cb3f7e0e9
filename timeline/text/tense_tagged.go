package text

import "strings"

// governingTense returns the tense of the nearest verb above token i.
func governingTense(tokens []Token, i int) Tense {
	for steps := 0; i >= 0 && steps <= len(tokens); steps++ {
		if t := groupTense(tokens, i); t != 0 {
			return t
		}
		i = tokens[i].Head
	}
	return 0
}

// groupTense returns the tense of the predicate i with its auxiliaries and its copula, 0 if it is not
// finite.
func groupTense(tokens []Token, i int) Tense {
	tense, form := Tense(0), tokens[i].Feats.VerbForm
	ahead := false
	if tokens[i].UPOS == VERB || tokens[i].UPOS == AUX {
		if form == Fin {
			tense, ahead = tokens[i].Feats.Tense, stillToCome(tokens, i)
		}
	}
	for j := range tokens {
		if t := &tokens[j]; t.Head == i && (t.Rel == Aux || t.Rel == AuxPass || t.Rel == Cop) {
			tense, ahead = auxiliaryTense(t, tense, form), ahead || stillToCome(tokens, j)
		}
	}
	if ahead {
		return Fut
	}
	return tense
}

// stillToCome reports whether the form of "be" at j says that something is still to come: "are to
// meet", "is going to rain", "is scheduled for Monday".
func stillToCome(tokens []Token, j int) bool {
	if tokens[j].Lemma != "be" || tokens[j].Feats.VerbForm != Fin || tokens[j].Feats.Tense != Pres {
		return false
	}
	for k := j + 1; k < min(len(tokens), j+groupLength); k++ {
		kind := wordKinds.Get(strings.ToLower(tokens[k].Form))
		if kind == dueWord || kind == goingWord || kind == toWord && k == j+1 {
			return true
		}
	}
	return false
}

// auxiliaryTense returns the tense of a group whose tense so far is given, with one more auxiliary.
// The main verb has the form given.
func auxiliaryTense(aux *Token, tense Tense, main VerbForm) Tense {
	if aux.Feats.VerbForm != Fin {
		if tense == Fut && strings.EqualFold(aux.Form, "have") {
			return Past // "would have met"
		}
		return tense
	}
	switch {
	case isModal(aux.Form):
		return Fut
	case aux.Lemma == "have" && main == Part:
		return Past
	case aux.Feats.Tense != 0:
		return aux.Feats.Tense
	}
	return tense
}

func isModal(form string) bool { return wordKinds.Get(strings.ToLower(form)) == modalWord }

// nearestTense returns the tense of the finite verb nearest to token i, by tags alone. Verbs before
// it are preferred as in TenseAround.
func nearestTense(tokens []Token, i int) Tense {
	best, distance := Tense(0), len(tokens)*(1+clausePenalty)
	for j := range tokens {
		t := &tokens[j]
		if t.Feats.VerbForm != Fin || t.UPOS != VERB && t.UPOS != AUX {
			continue
		}
		d := i - j
		if d < 0 {
			d = -d + followPenalty
		}
		for k := min(i, j) + 1; k < max(i, j); k++ {
			if tokens[k].UPOS == SCONJ || tokens[k].Feats.PronType == PronRel {
				d += clausePenalty
			}
		}
		if tense := linearTense(tokens, j); tense != 0 && d < distance {
			best, distance = tense, d
		}
	}
	return best
}

// linearTense returns the tense of the verb group that the finite token j opens.
func linearTense(tokens []Token, j int) Tense {
	if isModal(tokens[j].Form) && tokens[j].UPOS == AUX {
		for k := j + 1; k < min(len(tokens), j+groupLength); k++ {
			if strings.EqualFold(tokens[k].Form, "have") {
				return Past
			}
		}
		return Fut
	}
	if stillToCome(tokens, j) {
		return Fut
	}
	if tokens[j].UPOS == AUX && tokens[j].Lemma == "have" {
		return Past
	}
	return tokens[j].Feats.Tense
}
