package event

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/actor"
	"dateline/timeline/text"
)

// mentionIndex finds the mention of a span.
type mentionIndex struct {
	mentions []actor.Mention // by start, the longer ones first
}

func newMentionIndex(cast actor.Cast) mentionIndex {
	list := slices.Clone(cast.Mentions)
	slices.SortStableFunc(list, func(a, b actor.Mention) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return mentionIndex{list}
}

// in gives the mentions that lie inside a span.
func (m mentionIndex) in(start, end int) []actor.Mention {
	from, _ := slices.BinarySearchFunc(m.mentions, start, func(x actor.Mention, at int) int { return cmp.Compare(x.Start, at) })
	to, _ := slices.BinarySearchFunc(m.mentions, end, func(x actor.Mention, at int) int { return cmp.Compare(x.Start, at) })
	return m.mentions[from:to]
}

// heads gives the actor that each token of a sentence stands for as the head of a mention.
func (f *finder) heads(t *tree) map[int]actor.Mention {
	if t.mentions == nil {
		t.mentions = make(map[int]actor.Mention)
		for _, m := range f.mentions.in(t.Start, t.End) {
			if m.Actor < 0 {
				continue
			}
			if h := t.headOf(m.Start, m.End); h >= 0 {
				if old, taken := t.mentions[h]; !taken || old.End-old.Start < m.End-m.Start {
					t.mentions[h] = m
				}
			}
		}
	}
	return t.mentions
}

// named holds the relations by which a name hangs on the noun that describes it: "director Aiko Tanabe",
// "her counterpart, Marcus Adeyemi".
var named = []text.Rel{text.Appos, text.Flat, text.Compound, text.NmodDesc, text.NmodUnmarked}

// actorsAt gives the actors that a noun phrase means, by its head.
func (f *finder) actorsAt(t *tree, head int) []int {
	m, ok := f.mentionAt(t, head)
	switch {
	case !ok:
		return nil
	case m.Members != nil:
		return m.Members
	}
	return []int{m.Actor}
}

// spanAt is the span of the mention that a noun phrase is understood by, else of its head.
func (f *finder) spanAt(t *tree, head int) Span {
	if m, ok := f.mentionAt(t, head); ok {
		return Span{m.Start, m.End}
	}
	return Span{t.Tokens[head].Start, t.Tokens[head].End}
}

// mentionAt gives the mention that a noun phrase is understood by, by its head.
func (f *finder) mentionAt(t *tree, head int) (actor.Mention, bool) {
	heads := f.heads(t)
	if m, ok := heads[head]; ok {
		return m, true
	}
	for _, k := range t.kids[head] {
		if m, ok := heads[k]; ok && k > head && m.Kind == actor.Name && slices.Contains(named, t.Tokens[k].Rel) && m.Type == actor.Person {
			return m, true
		}
	}
	for _, k := range t.kids[head] { // "the mayor of Larnby, Ada Kern,": whoever stands beside a place is described by what stands before it
		if m, ok := heads[k]; ok && m.Type != actor.Person && t.Tokens[k].Rel == text.Nmod {
			if a := t.child(k, text.Appos); a >= 0 && heads[a].Kind == actor.Name && heads[a].Type == actor.Person {
				return heads[a], true
			}
		}
	}
	if is(t.Tokens[head].Lemma, body) { // the board of Halden, Halden's board
		for _, k := range t.kids[head] {
			m, ok := heads[k]
			if ok && m.Type != actor.Person && (t.Tokens[k].Rel == text.NmodPoss || t.Tokens[k].Rel == text.Compound || t.preposition(k) == "of") {
				return m, true
			}
		}
	}
	return actor.Mention{}, false
}

// participants reads who takes part in an event, and where it happens, off its clause.
func (f *finder) participants(c *clause) cast {
	var p cast
	subject := Carried
	if c.ownSubject() {
		subject = Subject
	}
	agent, patient := Agent, Patient
	if c.passive {
		agent = Patient
	}
	for _, s := range c.subjects {
		if actors := f.actorsAt(c.tree, s); c.ownSubject() || !f.pronounOf(c, actors) {
			p.add(agent, cueAt{subject, f.spanAt(c.tree, s)}, actors...)
		}
		f.within(&p, c, s)
	}
	for _, o := range c.objects {
		p.add(patient, cueAt{Object, f.spanAt(c.tree, o)}, f.actorsAt(c.tree, o)...)
		f.within(&p, c, o)
	}
	for _, o := range c.obliques {
		f.oblique(&p, c, o)
	}
	if c.above != nil && c.above.controls() == c { // "is expected by Reuters to rule"; "met Adeyemi to sign"
		for _, o := range c.above.obliques {
			f.oblique(&p, c, o)
		}
	}
	slices.SortStableFunc(p.list, byRole)
	return p
}

// pronounOf reports whether a plain pronoun among the clause's objects means one of the actors. Then they
// are not its subject, for that would take a reflexive (principle B of binding): in "they arrested him as he left
// and charged him" he did not charge anybody.
func (f *finder) pronounOf(c *clause, actors []int) bool {
	return slices.ContainsFunc(c.objects, func(o int) bool {
		if tok := c.Tokens[o]; tok.UPOS != text.PRON || tok.Feats.Reflex {
			return false
		}
		return slices.ContainsFunc(f.actorsAt(c.tree, o), func(a int) bool { return slices.Contains(actors, a) })
	})
}

var rank = map[Role]int{Agent: 0, Patient: 1, Recipient: 2, OtherRole: 3}

func byRole(a, b Participant) int { return cmp.Compare(rank[a.Role], rank[b.Role]) }

// cast collects participants, each actor once, in the first role it is found in.
type cast struct {
	list    []Participant
	reasons []Reason // in the order in which they were found
	places  []string
}

// cueAt is a rule with the words that it goes by.
type cueAt struct {
	rule Rule
	span Span
}

func (p *cast) add(r Role, why cueAt, actors ...int) {
	for _, a := range actors {
		if !slices.ContainsFunc(p.list, func(q Participant) bool { return q.Actor == a }) {
			p.list = append(p.list, Participant{a, r})
			p.reasons = append(p.reasons, Reason{Of: OfActor, Rule: why.rule, Actor: a, Span: why.span})
		}
	}
}

func (p *cast) addPlace(name string) {
	if !slices.Contains(p.places, name) {
		p.places = append(p.places, name)
	}
}

// oblique reads an argument with a preposition.
func (f *finder) oblique(p *cast, c *clause, o oblique) {
	actors, why := f.actorsAt(c.tree, o.head), cueAt{Oblique, f.spanAt(c.tree, o.head)}
	for _, a := range actors {
		located := f.Cast.Actors[a].Type == actor.Place || f.Cast.Actors[a].Type == actor.Country
		switch {
		case o.preposition == "by" && c.passive || o.preposition == "by" && c.form == nominal:
			p.add(Agent, why, a)
		case o.preposition == "of" && c.form == nominal:
			p.add(Patient, why, a)
		case o.preposition == "between" || o.preposition == "among":
			p.add(Agent, why, a)
		case o.preposition == "according to":
		case located && is(o.preposition, locative):
			p.addPlace(f.Cast.Actors[a].Name)
		case is(o.preposition, recipient):
			p.add(Recipient, why, a)
		default:
			p.add(OtherRole, why, a)
		}
	}
	if len(actors) == 0 && !is(o.preposition, circumstance) {
		f.within(p, c, o.head)
	}
}

// within looks for participants and places inside a noun phrase that means no actor itself: "a study by the
// centre", "a phone call from his counterpart", "the hearing in Oslo", "talks between Karim and Sevcik". It enters no
// clause but that of who leads a body: "a team led by Nomsa Dlamini".
func (f *finder) within(p *cast, c *clause, head int) {
	happens := is(c.Tokens[head].Lemma, eventNoun)
	for _, k := range c.kids[head] {
		switch c.Tokens[k].Rel {
		case text.Acl:
			f.leader(p, c, head, k)
			continue
		case text.Nmod, text.NmodPoss:
		default:
			continue
		}
		preposition := c.preposition(k)
		for _, h := range c.with(k) {
			actors, why := f.actorsAt(c.tree, h), cueAt{Inside, f.spanAt(c.tree, h)}
			for _, a := range actors {
				located := f.Cast.Actors[a].Type == actor.Place || f.Cast.Actors[a].Type == actor.Country
				switch {
				case located && is(preposition, locative):
					p.addPlace(f.Cast.Actors[a].Name)
				case preposition == "by" && c.Tokens[head].UPOS == text.NOUN, happens && (preposition == "between" || preposition == "among"),
					happens && c.Tokens[k].Rel == text.NmodPoss:
					p.add(Agent, why, a)
				case happens && preposition == "of":
					p.add(Patient, why, a)
				case is(preposition, recipient) && !located:
					p.add(Recipient, why, a)
				}
			}
			if len(actors) == 0 && !strings.HasPrefix(preposition, "of") {
				f.within(p, c, h)
			}
		}
	}
}

// leader adds who leads the body that an argument of the clause means, where the participle at k says so.
func (f *finder) leader(p *cast, c *clause, body, k int) {
	if !is(c.Tokens[k].Lemma, lead) {
		return
	}
	role := OtherRole
	if !c.passive && slices.Contains(c.subjects, body) {
		role = Agent
	}
	for _, o := range c.kids[k] {
		if c.preposition(o) == "by" {
			for _, h := range c.with(o) {
				p.add(role, cueAt{Inside, f.spanAt(c.tree, h)}, f.actorsAt(c.tree, h)...)
			}
		}
	}
}
