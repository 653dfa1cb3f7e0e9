package actor

import (
	"slices"

	"dateline/timeline/actor/antecedent"
	"dateline/timeline/text"
)

const (
	enoughLead    = 0.01 // over the second best, in logarithmic odds
	mostPersons   = 10   // candidates of a pronoun for a person
	sentencesBack = 2    // where "it" looks for what it means
)

// Choices returns the choices between antecedents that Find makes with some weights, for training.
func Choices(doc *text.Document, model *text.Model, w *antecedent.Weights) []antecedent.Choice {
	r := newReader(doc, model)
	r.pronounWeights = w
	var out []antecedent.Choice
	r.choose = func(c antecedent.Choice) { out = append(out, c) }
	r.find()
	return out
}

// candidate is an entity that a pronoun may mean.
type candidate struct {
	entity   int // -1 for nobody
	mention  int // its latest mention in front of the pronoun, -1 for none
	behind   int // its first name behind the pronoun in the same sentence, -1 for none
	features []antecedent.Feature
}

// best returns the entity that a singular pronoun means, -1 where it stays open; next is the first mention behind it.
func (p *resolver) best(s, i int, kind pronounKind, next int) int {
	if kind.gender == Unknown {
		return p.bestThing(s, i, kind)
	}
	list := p.candidates(s, i, kind, next)
	a := p.anaphor(s, i, kind)
	p.describeAll(list, &a)
	if p.choose != nil {
		p.choose(p.choice(list, s, i))
	}
	best, second := -1, -1
	scores := make([]float64, len(list))
	for k := range list {
		scores[k] = p.pronounWeights.Score(list[k].features)
		if best < 0 || scores[k] > scores[best] {
			best, second = k, best
		} else if second < 0 || scores[k] > scores[second] {
			second = k
		}
	}
	if len(list) > 1 && scores[best]-scores[second] < enoughLead {
		return -1
	}
	return list[best].entity
}

// candidates returns the persons that a pronoun may mean: those mentioned in front of it, the latest first, those that its
// sentence names behind it, and nobody.
func (p *resolver) candidates(s, i int, kind pronounKind, next int) []candidate {
	var list []candidate
	for k := len(p.people) - 1; k >= 0 && len(list) < mostPersons; k-- {
		e := p.people[k]
		if p.fits(e, kind) && !p.bound(p.latest(e), s, i, kind) {
			list = append(list, candidate{entity: e, mention: p.latest(e), behind: -1})
		}
	}
	for k := next; k < len(p.mentions) && p.mentions[k].sentence == s && k < next+4; k++ {
		m := &p.mentions[k]
		if m.entity < 0 || m.kind != Name || !p.fits(m.entity, kind) || p.bound(k, s, i, kind) {
			continue
		}
		at := slices.IndexFunc(list, func(c candidate) bool { return c.entity == m.entity })
		if at < 0 {
			at = len(list)
			list = append(list, candidate{entity: m.entity, mention: -1, behind: -1})
		}
		if list[at].behind < 0 {
			list[at].behind = k
		}
	}
	return append(list, candidate{entity: -1, mention: -1, behind: -1})
}

// choice describes a pronoun's candidates for training.
func (p *resolver) choice(list []candidate, s, i int) antecedent.Choice {
	c := antecedent.Choice{Start: p.tokens(s)[i].Start}
	for k := range list {
		out := antecedent.Candidate{Features: list[k].features}
		if e := list[k].entity; e >= 0 {
			for _, n := range p.entities[e].mentions {
				if m := &p.mentions[n]; m.kind == Name {
					out.Names = append(out.Names, [2]int{p.start(m), p.end(m)})
				}
			}
		}
		c.Candidates = append(c.Candidates, out)
	}
	return c
}

// bestThing returns what "it" means: the subject of its sentence or of the one before, if that is the only organization or
// thing that fits as well. It means no actor more often than not.
func (p *resolver) bestThing(s, i int, kind pronounKind) int {
	best, points, tie := -1, 0, false
	for k := len(p.recent) - 1; k >= 0; k-- {
		e := p.recent[k]
		if p.last[e] < s-sentencesBack {
			break
		}
		if !p.fits(e, kind) || p.bound(p.latest(e), s, i, kind) {
			continue
		}
		n := p.thingPoints(e, s, i)
		if n > points {
			best, points, tie = e, n, false
		} else if n == points {
			tie = true
		}
	}
	const enough = 5
	if points < enough || tie {
		return -1
	}
	return best
}

// thingPoints counts what speaks for an organization or a thing.
func (p *resolver) thingPoints(e, s, i int) int {
	m := &p.mentions[p.latest(e)]
	n := 4 - 2*(s-m.sentence)
	head := p.headToken(m)
	its, mine := p.role(m.sentence, head), p.role(s, i)
	switch its {
	case subject:
		n += 3
	case possessor, object:
		n++
	case phraseRole:
		n--
	}
	if its == mine && its != otherRole {
		n++
	}
	return n + min(p.count[e], 3) - 1
}
