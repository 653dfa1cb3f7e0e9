package actor

import (
	"dateline/timeline/actor/antecedent"
	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// anaphor is what is known of a pronoun.
type anaphor struct {
	sentence, token int
	kind            pronounKind
	role            int  // of the pronoun
	verb            int  // token that its clause hangs on
	clause          int  // number of that clause's relation
	mark            int  // number of the conjunction that opens the clause, 0 for none
	initial         bool // opens its sentence
	quoted          bool // between quotation marks
}

// marks numbers the conjunctions that may open a pronoun's clause.
var marks = map[string]int{"when": 1, "while": 2, "as": 2, "after": 3, "before": 3, "until": 3, "since": 4, "because": 4, "that": 5, "if": 6, "whether": 6, "although": 7, "though": 7, "but": 7}

// prepositions numbers those in front of a name.
var prepositions = map[string]int{"of": 1, "with": 2, "to": 3, "for": 3, "by": 4, "from": 5, "against": 5, "and": 6, "like": 7, "than": 7, "as": 7, "unlike": 7}

// openers numbers the words that open a sentence with a pronoun before its subject: "In his memoirs, Smith".
var openers = map[string]int{"in": 1, "on": 1, "at": 1, "for": 1, "with": 1, "after": 2, "following": 2, "upon": 2, "during": 2, "before": 2, "while": 3, "when": 3, "as": 3, "if": 3, "although": 4, "though": 4, "despite": 4}

// clauses numbers the relations of clauses to what they hang on.
var clauses = map[text.Rel]int{text.Advcl: 1, text.Ccomp: 2, text.Xcomp: 2, text.AclRelcl: 3, text.Acl: 3, text.Conj: 4, text.Parataxis: 5, text.Root: 6}

func (p *resolver) anaphor(s, i int, kind pronounKind) anaphor {
	a := anaphor{sentence: s, token: i, kind: kind, role: int(p.role(s, i)), verb: p.clauseOf(s, i), initial: i < 2}
	tokens := p.tokens(s)
	if a.verb >= 0 {
		a.clause = clauses[tokens[a.verb].Rel]
		for j := max(a.verb-12, 0); j < i; j++ {
			if tokens[j].Head == a.verb && (tokens[j].Rel == text.Mark || tokens[j].Rel == text.Advmod || tokens[j].Rel == text.Cc) {
				if n := marks[p.word(s, j)]; n > 0 {
					a.mark = n
				}
			}
		}
	}
	for j := range i {
		if isQuotationMark(p.form(s, j)) && len(p.form(s, j)) > 1 || p.form(s, j) == `"` {
			a.quoted = !a.quoted
		}
	}
	return a
}

// clauseOf returns the token that heads the clause of a token, -1 where the sentence is not parsed.
func (p *resolver) clauseOf(s, i int) int {
	tokens := p.tokens(s)
	if tokens[i].Rel == 0 {
		return -1
	}
	for steps := 0; steps < 20; steps++ {
		if _, ok := clauses[tokens[i].Rel]; ok && (tokens[i].Rel != text.Conj || tokens[i].UPOS == text.VERB || tokens[i].UPOS == text.AUX) || tokens[i].Head < 0 {
			return i
		}
		i = tokens[i].Head
	}
	return i
}

// describeAll gives the candidates their features.
func (p *resolver) describeAll(list []candidate, a *anaphor) {
	known, subjects, most := 0, 0, 0
	for k := range list {
		if e := list[k].entity; e >= 0 {
			most = max(most, p.count[e])
		}
		if e := list[k].entity; e >= 0 && p.entities[e].gender == a.kind.gender {
			known++
		}
	}
	for k := range list {
		c := &list[k]
		if c.entity < 0 {
			p.describeNobody(c, a, len(list)-1, known)
			continue
		}
		p.describeCandidate(c, a, k, known, &subjects)
		c.features = append(c.features, antecedent.Of(antecedent.Topic, flag(p.count[c.entity] == most), min(most, 4), a.role))
		p.describeSalience(c, a, list)
		p.describeWay(c, a)
	}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// describeCandidate gives one candidate its features; order is its place among them, known how many have a known
// gender, subjects how many in front of it are subjects.
func (p *resolver) describeCandidate(c *candidate, a *anaphor, order, known int, subjects *int) {
	ent := &p.entities[c.entity]
	agrees := flag(ent.gender == a.kind.gender)
	add := func(t antecedent.Template, parts ...int) { c.features = append(c.features, antecedent.Of(t, parts...)) }
	add(antecedent.Gender, agrees, flag(known > agrees))
	add(antecedent.Gender, 2+p.leaning(ent, a.kind.gender), min(len(ent.name), 2))
	if opposite(ent.gender, a.kind.gender) {
		add(antecedent.Gender, 7, flag(c.mention >= 0), flag(p.meantByPronoun(c.entity)))
	}
	add(antecedent.Persona, p.persona(ent), min(len(ent.name), 3))
	add(antecedent.Persona, p.persona(ent), 7, min(p.count[c.entity], 3))
	add(antecedent.Opens, flag(c.entity == p.first))
	add(antecedent.Known, flag(len(ent.titles) > 0), min(len(ent.name), 2))
	if c.behind >= 0 {
		p.describeBehind(c, a, add)
	}
	if c.mention >= 0 {
		p.describeFront(c, a, order, subjects, add)
	}
}

// leaning numbers what the tables say of an actor's gender that the text does not tell: nothing, that it agrees with the
// pronoun's, that it does not.
func (p *resolver) leaning(ent *entity, gender Gender) int {
	if ent.gender != Unknown || len(ent.name) == 0 {
		return 0
	}
	switch g := genderOf(p.lex.Given[ent.name[0]].Gender); g {
	case Unknown:
		return 0
	case gender:
		return 1
	}
	return 2
}

type adder func(t antecedent.Template, parts ...int)

// describeBehind collects the features of a name behind the pronoun: "In his memoirs, Smith".
func (p *resolver) describeBehind(c *candidate, a *anaphor, add adder) {
	m := &p.mentions[c.behind]
	head := p.headToken(m)
	its := int(p.role(m.sentence, head))
	before := flag(c.mention >= 0)
	add(antecedent.Cataphoric, its, a.role, before)
	add(antecedent.Cataphoric, 6, a.clause, flag(a.initial || a.token < 4))
	add(antecedent.Cataphoric, 7, before, flag(a.kind.possessive), min(m.first-a.token, 20)/3)
	add(antecedent.Cataphoric, 5, p.relation(a, m, head), its, a.role)
	add(antecedent.Cataphoric, 5, 7, openers[p.word(a.sentence, 0)], its, flag(p.word(m.sentence, m.first-1) == ","))
	add(antecedent.Cataphoric, 5, 6, p.apposition(m, head), flag(m.first-a.token < 5))
}

// describeFront collects the features of the latest mentions in front of the pronoun.
func (p *resolver) describeFront(c *candidate, a *anaphor, order int, subjects *int, add adder) {
	m := &p.mentions[c.mention]
	head := p.headToken(m)
	its := int(p.role(m.sentence, head))
	form := 0
	switch {
	case m.kind == Pronoun:
		form = 3
	case m.kind == Nominal:
		form = 2
	case m.last > m.first:
		form = 1
	}
	add(antecedent.Form, form, a.role)
	apart := min(a.sentence-m.sentence, 4)
	count := min(p.count[c.entity], 5)
	add(antecedent.Place, apart, its, a.role)
	for _, n := range p.history[c.entity][:len(p.history[c.entity])-1] {
		o := &p.mentions[n]
		add(antecedent.Earlier, min(a.sentence-o.sentence, 4), int(p.role(o.sentence, p.headToken(o))), a.role)
	}
	add(antecedent.Order, order, a.role)
	add(antecedent.Salience, count, min(order, 4))
	add(antecedent.Share, apart, count)
	add(antecedent.Form, form, 6, apart)
	add(antecedent.Opens, 2+flag(c.entity == p.first), apart)
	add(antecedent.Continues, flag(p.lastMeant == c.entity), apart, form)
	add(antecedent.Before, prepositions[p.word(m.sentence, m.first-1)], min(apart, 2))
	add(antecedent.Mark, a.mark, its, min(apart, 2))
	add(antecedent.Initial, flag(a.initial), its, apart)
	add(antecedent.Speech, flag(a.quoted), flag(p.speaks(m, head)), min(apart, 2))
	add(antecedent.Coordinated, p.coordination(m), apart)
	add(antecedent.Apposed, p.apposition(m, head), min(apart, 2))
	if its == int(subject) {
		add(antecedent.Subjects, *subjects, a.role)
		*subjects++
	}
	add(antecedent.Parallel, flag(its == a.role), apart, min(order, 3))
	if apart == 0 {
		add(antecedent.Relation, p.relation(a, m, head), its, a.role)
		add(antecedent.Clause, a.clause, p.relation(a, m, head), its)
		add(antecedent.Tokens, min((a.token-m.last)/4, 7), its, a.role)
	}
}

// speaks reports whether a mention is the subject of a verb of saying.
func (p *resolver) speaks(m *mention, head int) bool {
	t := p.tokens(m.sentence)
	h := t[head].Head
	return h >= 0 && (t[head].Rel == text.Nsubj || t[head].Rel == 0) && p.class(m.sentence, h)&lexicon.Say != 0
}

// coordination numbers how a mention is joined to others: not, before "and", behind it.
func (p *resolver) coordination(m *mention) int {
	switch {
	case p.word(m.sentence, m.last+1) == "and" && startsUpper(p.form(m.sentence, m.last+2)):
		return 1
	case p.word(m.sentence, m.first-1) == "and" && startsUpper(p.form(m.sentence, m.first-2)):
		return 2
	}
	return 0
}

// apposition numbers what a mention is beside another noun: nothing, an apposition, in brackets, an owner, what a word for
// kin introduces.
func (p *resolver) apposition(m *mention, head int) int {
	switch w := p.word(m.sentence, m.first-1); {
	case p.word(m.sentence, m.last+1) == "'s" || p.word(m.sentence, m.last+1) == "’s":
		return 3
	case w == "(":
		return 2
	case p.tokens(m.sentence)[head].Rel == text.Appos:
		return 1
	case p.isPersonNoun(w):
		return 4
	}
	return 0
}

// relation numbers how the clauses of a mention and of a pronoun in its sentence lie to each other: unknown, the same, the
// pronoun's below the mention's, the mention's below the pronoun's, side by side, apart.
func (p *resolver) relation(a *anaphor, m *mention, head int) int {
	v := p.clauseOf(m.sentence, head)
	switch {
	case a.verb < 0 || v < 0:
		return 0
	case v == a.verb:
		return 1
	case p.governs(a.sentence, v, a.verb):
		return 2
	case p.governs(a.sentence, a.verb, v):
		return 3
	case p.tokens(a.sentence)[v].Head == p.tokens(a.sentence)[a.verb].Head:
		return 4
	}
	return 5
}

// governs reports whether token h stands above token i in the tree.
func (p *resolver) governs(s, h, i int) bool {
	tokens := p.tokens(s)
	for steps := 0; i >= 0 && steps < 20; steps++ {
		if i == h {
			return true
		}
		i = tokens[i].Head
	}
	return false
}
