package event

import (
	"slices"
	"strings"

	"dateline/timeline/text"
)

// status reads from negation, modals, tense and the verbs above whether the event of a clause happened,
// in the sense of FactBank (Saurí and Pustejovsky 2009): as the text presents it.
func (f *finder) status(c *clause) Status {
	s := c.ownStatus()
	if noun := f.scheduled(c); noun >= 0 && s == Occurred {
		return c.planStatus(noun)
	}
	for b, a := c, c.above; a != nil; b, a = a, a.above {
		if a.controls() != b && !(b.rel == text.Ccomp && is(a.lemma, denied)) {
			break
		}
		s = a.imposes(s)
	}
	if c.conditional() && s != Denied {
		return Possible
	}
	return s
}

// ownStatus is the status by what stands in the clause itself.
func (c *clause) ownStatus() Status {
	switch {
	case c.negated():
		return Denied
	case is(c.lemma, cancelled) && c.passive:
		return Cancelled
	case c.hasAuxiliary(modal) || c.hasAdverb(doubt):
		return Possible
	case c.future():
		return Planned
	}
	return Occurred
}

// planStatus is the status of a noun that is put on a date: cancelled where it is called off.
func (c *clause) planStatus(noun int) Status {
	a := c.above
	for a != nil && a.form == nominal {
		a = a.above
	}
	if a != nil && is(a.lemma, cancelled) && (slices.Contains(a.subjects, noun) && a.passive || slices.Contains(a.objects, noun)) {
		return Cancelled
	}
	return Planned
}

// imposes gives the status that the complement of verb a has, where its own words say s.
func (a *clause) imposes(s Status) Status {
	no := a.negated()
	switch {
	case is(a.lemma, denied):
		if no {
			return s // "did not fail to attend"
		}
		return Denied
	case no:
		return Denied
	case s == Denied:
		return s
	case is(a.lemma, planned):
		return Planned
	case is(a.lemma, possible):
		return Possible
	case s == Occurred: // of a phase or an achievement: as the verb itself
		return a.ownStatus()
	}
	return s
}

func (c *clause) negated() bool {
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		switch {
		case tok.Rel == text.Advmod && (tok.Feats.Polarity == text.Neg || is(strings.ToLower(tok.Form), negative)):
			return true
		case tok.Rel == text.Nsubj || tok.Rel == text.NsubjPass || tok.Rel == text.Obj:
			if d := c.child(k, text.Det); d >= 0 && strings.EqualFold(c.Tokens[d].Form, "no") || is(strings.ToLower(tok.Form), negative) {
				return true
			}
		}
	}
	return false
}

// future reports whether the clause is about what is to come: "will sentence", "is going to", "was to
// address", or an infinitive of purpose.
func (c *clause) future() bool {
	return c.hasAuxiliary(future) || c.purpose() || c.isTo() || c.lemma == "go" && c.controls() != nil
}

// isTo reports whether the clause is "is to", "was to" or "is due to" with an infinitive, which UD makes the head.
func (c *clause) isTo() bool {
	to := -1
	for _, k := range c.kids[c.head] {
		if tok := c.Tokens[k]; tok.Rel == text.Mark && (strings.EqualFold(tok.Form, "to") || strings.EqualFold(tok.Form, "due")) {
			to = k
		}
	}
	return to >= 0 && slices.ContainsFunc(c.kids[c.head], func(k int) bool {
		tok := c.Tokens[k]
		return k < to && tok.Lemma == "be" && (tok.Rel == text.Cop || tok.Rel == text.Aux || tok.Rel == text.AuxPass)
	})
}

// purpose reports whether the clause is an infinitive that nothing says came true: "to sign the treaty".
func (c *clause) purpose() bool {
	return c.Tokens[c.head].Feats.VerbForm == text.Inf && (c.rel == text.Advcl || c.rel == text.Acl) &&
		!c.auxiliary(func(text.Token) bool { return true })
}

func (c *clause) hasAuxiliary(k class) bool {
	return c.auxiliary(func(tok text.Token) bool { return is(strings.ToLower(tok.Form), k) || is(tok.Lemma, k) })
}

func (c *clause) hasAdverb(k class) bool {
	return slices.ContainsFunc(c.kids[c.head], func(i int) bool { return c.Tokens[i].Rel == text.Advmod && is(c.Tokens[i].Lemma, k) })
}

// conditional reports whether the clause, or the one that it hangs on, is a condition or depends on one.
func (c *clause) conditional() bool {
	isIf := func(mark string) bool { return mark == "if" || mark == "unless" || mark == "whether" }
	if isIf(c.marker()) {
		return true
	}
	return c.hasAuxiliary(future) && slices.ContainsFunc(c.below, func(b *clause) bool { return b.rel == text.Advcl && isIf(b.marker()) }) &&
		c.auxiliary(func(tok text.Token) bool { return strings.EqualFold(tok.Form, "would") })
}

// marker is the conjunction that opens the clause, lower-case: "when", "if", "after".
func (c *clause) marker() string {
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		if k < c.head && (tok.Rel == text.Mark || tok.Rel == text.Advmod && tok.Feats.PronType != 0 && isWhen(tok.Form)) {
			return strings.ToLower(tok.Form)
		}
	}
	return ""
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
