package event

import (
	"slices"

	"dateline/timeline/text"
)

// Find gives the events of an article in the order in which the text first tells of them. Those without a date have a zero Date.
func Find(in Input) []Event {
	f := &finder{Input: in, mentions: newMentionIndex(in.Cast)}
	for i := range in.Document.Sentences {
		f.sentence(&in.Document.Sentences[i])
	}
	f.narrate()
	var events []statement
	for _, s := range f.sentences {
		for _, c := range s.clauses {
			if c.event != nil {
				events = append(events, f.tell(c, f.finish(c)))
			}
		}
	}
	return corefer(events)
}

// finder holds what is known of the article while its events are found.
type finder struct {
	Input
	mentions  mentionIndex
	sentences []sentence // those that were read, in text order
	nextTimex int        // the first timex behind the sentences read
}

// sentence is a parsed sentence with its clauses in text order.
type sentence struct {
	*tree
	clauses []*clause
}

// sentence reads one sentence: its clauses, their dates and which of them are events.
func (f *finder) sentence(s *text.Sentence) {
	f.Model.Parse(s)
	t := newTree(s)
	t.repair()
	list := clauses(t)
	f.attach(t, list)
	for _, c := range list {
		f.share(c)
	}
	for _, c := range list {
		if f.isEvent(c) {
			c.event = &Event{Evidence: Evidence{Sentence: Span{s.Start, s.End}, Trigger: c.trigger()}, Timex: -1}
			f.date(c)
			c.event.Label = f.label(c)
			var why cue
			c.event.Status, why = f.status(c)
			c.because(OfStatus, why)
		}
	}
	for _, c := range list {
		f.distance(c)
	}
	f.sentences = append(f.sentences, sentence{t, list})
}

// finish fills in what needs the whole article to be read.
func (f *finder) finish(c *clause) Event {
	takePart := f.participants(c)
	var source *Reason
	source, c.event.Attribution = f.attribution(c)
	c.event.Reasons = append(c.event.Reasons, takePart.reasons...)
	if source != nil {
		c.event.Reasons = append(c.event.Reasons, *source)
	}
	e := *c.event
	e.Participants, e.Places = takePart.list, takePart.places
	e.Summary = f.summary(c)
	if e.Timex >= 0 {
		e.Confidence *= f.Timexes[e.Timex].Confidence
	}
	return e
}

// trigger is the predicate's span, with its particle where that follows at once.
func (c *clause) trigger() Span {
	tok := c.Tokens[c.head]
	span := Span{tok.Start, tok.End}
	if p := c.child(c.head, text.CompoundPrt); p == c.head+1 {
		span.End = c.Tokens[p].End
	}
	return span
}

// label is the predicate's lemma; a light verb gives it to its object ("held talks": talk), a participle
// of planning to its noun ("a concert planned for May": concert).
func (f *finder) label(c *clause) string {
	if noun := f.scheduled(c); noun >= 0 {
		return c.Tokens[noun].Lemma
	}
	if c.form == verbal && is(c.lemma, light) {
		for _, o := range c.objects {
			if tok := c.Tokens[o]; tok.UPOS == text.NOUN && is(tok.Lemma, eventNoun) {
				return tok.Lemma
			}
		}
	}
	if c.form == copular {
		return "be " + c.lemma
	}
	return c.lemma
}

// scheduled is the noun of what the clause puts on its date, or -1: "a concert planned for May", "the union
// called a strike for Friday".
func (f *finder) scheduled(c *clause) int {
	if c.form != verbal || !is(c.lemma, schedule) || c.controls() != nil || c.event.Timex < 0 {
		return -1
	}
	x := f.Timexes[c.event.Timex]
	if head := c.headOf(x.Start, x.End); head < 0 || c.preposition(head) != "for" {
		return -1
	}
	if c.passive && len(c.subjects) > 0 {
		return c.subjects[0]
	}
	for _, o := range c.objects {
		if is(c.Tokens[o].Lemma, eventNoun) {
			return o
		}
	}
	return -1
}

// isEvent decides whether a clause says that something happens.
func (f *finder) isEvent(c *clause) bool {
	dated := len(c.timexes) > 0
	switch {
	case c.form != verbal || is(c.lemma, state) && !c.governs(planned|possible|denied|aspect):
		return dated && !c.shared && !c.timeless()
	case c.imperative() || c.lemma == "have" && c.child(c.head, text.Xcomp, text.Ccomp) >= 0: // "had himself proposed"
		return false
	case c.controls() != nil:
		return is(c.lemma, act)
	case c.reports():
		return dated || !f.tellsDate(c)
	case c.rel == text.Acl || c.rel == text.AclRelcl || c.rel == text.Advcl && !c.finite():
		return dated || c.above != nil
	}
	return true
}

// tellsDate reports whether what a verb of saying reports has a date of its own.
func (f *finder) tellsDate(c *clause) bool {
	return slices.ContainsFunc(c.below, func(b *clause) bool { return len(b.timexes) > 0 || f.tellsDate(b) })
}

// timeless reports whether a state is told in the present: "is", "employs". Its timex then says what the state
// is about, and not when something happened.
func (c *clause) timeless() bool {
	return c.form != nominal && c.present() && !c.hasAuxiliary(future|modal)
}

// controls is the infinitive or -ing clause that a verb of planning, trying or beginning leaves its
// meaning to, or nil.
func (c *clause) controls() *clause {
	if !is(c.lemma, planned|possible|denied|achieved|aspect) {
		return nil
	}
	for _, b := range c.below {
		if b.rel == text.Xcomp || b.rel == text.Ccomp && !b.finite() {
			return b
		}
	}
	return nil
}

// governs reports whether the clause is the complement of a verb of one of the classes.
func (c *clause) governs(k class) bool {
	return c.above != nil && c.above.controls() == c && is(c.above.lemma, k)
}

// reports reports whether the clause is "X said" around what X said.
func (c *clause) reports() bool {
	if !is(c.lemma, reporting) {
		return false
	}
	if c.rel == text.Parataxis {
		return true
	}
	return slices.ContainsFunc(c.below, func(b *clause) bool {
		return (b.rel == text.Ccomp || b.rel == text.Parataxis) && b.form != nominal
	})
}
