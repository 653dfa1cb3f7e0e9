package event

import (
	"slices"
	"strings"

	"dateline/timeline/text"
)

// cue is a rule with the token that it goes by, -1 where there is none.
type cue struct {
	rule  Rule
	token int
}

// status reads from negation, modals, tense and the verbs above whether the event of a clause happened,
// in the sense of FactBank (Saurí and Pustejovsky 2009): as the text presents it.
func (f *finder) status(c *clause) (Status, cue) {
	s, why := c.ownStatus()
	if noun := f.scheduled(c); noun >= 0 && s == Occurred {
		return c.planStatus(noun)
	}
	for b, a := c, c.above; a != nil; b, a = a, a.above {
		if a.controls() != b && !(b.rel == text.Ccomp && is(a.lemma, denied)) {
			break
		}
		s, why = a.imposes(s, why)
	}
	if k := c.condition(); k >= 0 && s != Denied {
		return Possible, cue{Condition, k}
	}
	if s == Occurred && f.ahead(c) {
		return Planned, cue{Future, c.head}
	}
	return s, why
}

// ahead reports whether the clause tells in the present of a date to come: "the council meets again on 7 March".
func (f *finder) ahead(c *clause) bool {
	if c.event.Timex < 0 || f.Published.IsZero() || c.form == nominal || is(c.lemma, reporting) {
		return false
	}
	start := c.event.Date.Start
	return !start.IsZero() && start.FirstDay().Compare(f.Published.LastDay()) > 0 && c.present()
}

// ownStatus is the status by what stands in the clause itself.
func (c *clause) ownStatus() (Status, cue) {
	if k := c.negation(); k >= 0 {
		return Denied, cue{Negated, k}
	}
	if is(c.lemma, cancelled) && c.passive {
		return Cancelled, cue{CalledOff, c.head}
	}
	if k := max(c.auxiliaryOf(modal), c.adverbOf(doubt)); k >= 0 {
		return Possible, cue{Modal, k}
	}
	if k := c.futureCue(); k >= 0 {
		return Planned, cue{Future, k}
	}
	return Occurred, cue{Told, -1}
}

// planStatus is the status of a noun that is put on a date: cancelled where it is called off.
func (c *clause) planStatus(noun int) (Status, cue) {
	a := c.above
	for a != nil && a.form == nominal {
		a = a.above
	}
	if a != nil && is(a.lemma, cancelled) && (slices.Contains(a.subjects, noun) && a.passive || slices.Contains(a.objects, noun)) {
		return Cancelled, cue{CalledOff, a.head}
	}
	return Planned, cue{Scheduled, c.head}
}

// imposes gives the status that the complement of verb a has, where its own words say s.
func (a *clause) imposes(s Status, why cue) (Status, cue) {
	no := a.negation()
	switch {
	case is(a.lemma, denied) && no >= 0:
		return s, why // "did not fail to attend"
	case is(a.lemma, denied):
		return Denied, cue{Governed, a.head}
	case no >= 0:
		return Denied, cue{Negated, no}
	case s == Denied:
		return s, why
	case is(a.lemma, planned):
		return Planned, cue{Governed, a.head}
	case is(a.lemma, possible):
		return Possible, cue{Governed, a.head}
	case s == Occurred: // of a phase or an achievement: as the verb itself
		return a.ownStatus()
	}
	return s, why
}

// negation is the token that negates the clause, or -1.
func (c *clause) negation() int {
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		switch {
		case tok.Rel == text.Advmod && (tok.Feats.Polarity == text.Neg || is(strings.ToLower(tok.Form), negative)):
			return k
		case tok.Rel == text.Nsubj || tok.Rel == text.NsubjPass || tok.Rel == text.Obj:
			if d := c.child(k, text.Det); d >= 0 && strings.EqualFold(c.Tokens[d].Form, "no") {
				return d
			}
			if is(strings.ToLower(tok.Form), negative) {
				return k
			}
		}
	}
	return -1
}

// future reports whether the clause is about what is to come: "will sentence", "is going to", "was to
// address", or an infinitive of purpose.
func (c *clause) future() bool { return c.futureCue() >= 0 }

// futureCue is the token that makes the clause one about what is to come, or -1.
func (c *clause) futureCue() int {
	if k := max(c.auxiliaryOf(future), c.isTo()); k >= 0 {
		return k
	}
	if c.purpose() || c.lemma == "go" && c.controls() != nil {
		return c.head
	}
	return -1
}

// isTo is the "be" of "is to", "was to" or "is due to" with an infinitive, which UD makes the head, or -1.
func (c *clause) isTo() int {
	to := -1
	for _, k := range c.kids[c.head] {
		if tok := c.Tokens[k]; tok.Rel == text.Mark && (strings.EqualFold(tok.Form, "to") || strings.EqualFold(tok.Form, "due")) {
			to = k
		}
	}
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		if k < to && tok.Lemma == "be" && (tok.Rel == text.Cop || tok.Rel == text.Aux || tok.Rel == text.AuxPass) {
			return k
		}
	}
	return -1
}

// complement reports whether the clause is an infinitive that nothing says came true: "to sign the treaty".
func (c *clause) purpose() bool {
	return c.Tokens[c.head].Feats.VerbForm == text.Inf && (c.rel == text.Advcl || c.rel == text.Acl) &&
		!c.auxiliary(func(text.Token) bool { return true })
}

func (c *clause) hasAuxiliary(k class) bool { return c.auxiliaryOf(k) >= 0 }

// auxiliaryOf is an auxiliary or copula of one of the classes, or -1; adverbOf is an adverb.
func (c *clause) auxiliaryOf(k class) int {
	return c.auxiliaryAt(func(tok text.Token) bool { return is(strings.ToLower(tok.Form), k) || is(tok.Lemma, k) })
}

func (c *clause) adverbOf(k class) int {
	for _, i := range c.kids[c.head] {
		if c.Tokens[i].Rel == text.Advmod && is(c.Tokens[i].Lemma, k) {
			return i
		}
	}
	return -1
}

// condition is the conjunction that makes the clause a condition, or what depends on one, or -1.
func (c *clause) condition() int {
	isIf := func(c *clause) int {
		if k := c.markerToken(); k >= 0 {
			switch strings.ToLower(c.Tokens[k].Form) {
			case "if", "unless", "whether":
				return k
			}
		}
		return -1
	}
	if k := isIf(c); k >= 0 {
		return k
	}
	if !c.auxiliary(func(tok text.Token) bool { return strings.EqualFold(tok.Form, "would") }) {
		return -1
	}
	for _, b := range c.below {
		if k := isIf(b); b.rel == text.Advcl && k >= 0 {
			return k
		}
	}
	return -1
}

// marker is the conjunction that opens the clause, lower-case: "when", "if", "after".
func (c *clause) marker() string {
	if k := c.markerToken(); k >= 0 {
		return strings.ToLower(c.Tokens[k].Form)
	}
	return ""
}

func (c *clause) markerToken() int {
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		if k < c.head && (tok.Rel == text.Mark || tok.Rel == text.Advmod && tok.Feats.PronType != 0 && isWhen(tok.Form)) {
			return k
		}
	}
	return -1
}

func isWhen(form string) bool {
	switch strings.ToLower(form) {
	case "when", "where", "while":
		return true
	}
	return false
}

// ownSubject reports whether the clause has a subject in its own words.
func (c *clause) ownSubject() bool {
	return c.child(c.head, text.Nsubj, text.NsubjPass, text.NsubjOuter, text.Csubj, text.CsubjPass, text.Expl) >= 0
}
