package event

import "dateline/timeline/text"

// attribution is the source that the text credits for what a clause says, and why: the subject of the verb of saying
// around it, or what "according to" names. It is nil and empty where the article speaks for itself.
func (f *finder) attribution(c *clause) (*Reason, string) {
	for b, a := c, c.above; a != nil; b, a = a, a.above {
		if is(a.lemma, reporting) && b.rel == text.Ccomp {
			return f.source(a)
		}
	}
	for x := c; x != nil; x = x.above {
		for _, b := range x.below {
			if b.rel == text.Parataxis && is(b.lemma, reporting) && b != c {
				return f.source(b)
			}
		}
		for _, o := range x.obliques {
			if o.preposition == "according to" {
				return f.credited(x.tree, o.head, According)
			}
		}
	}
	return nil, ""
}

func (f *finder) source(a *clause) (*Reason, string) {
	if len(a.subjects) == 0 {
		return nil, ""
	}
	return f.credited(a.tree, a.subjects[0], SaidAround)
}

func (f *finder) credited(t *tree, head int, rule Rule) (*Reason, string) {
	name := capitalized(f.nameAt(t, head, false))
	if name == "" {
		return nil, ""
	}
	return &Reason{Of: OfAttribution, Rule: rule, Actor: -1, Span: f.spanAt(t, head)}, name
}

// nameAt is the canonical name of the actor at a noun phrase's head, else the phrase, with or without its article.
func (f *finder) nameAt(t *tree, head int, article bool) string {
	if actors := f.actorsAt(t, head); len(actors) > 0 {
		return f.Cast.Actors[actors[0]].Name
	}
	if t.Tokens[head].UPOS == text.PRON {
		return ""
	}
	in := make([]bool, len(t.Tokens))
	t.subtree(head, in, func(k int) bool {
		switch t.Tokens[k].Rel {
		case text.Acl, text.AclRelcl, text.Appos, text.Parataxis:
			return true
		case text.Det:
			return t.Tokens[k].Head == head && !article
		case text.Case, text.Punct, text.Conj, text.Cc:
			return t.Tokens[k].Head == head
		}
		return false
	})
	return f.words(t, in, nil)
}
