package timex

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// In a narrative the years of incomplete dates are found for the whole text at once: of all ways through its dates the one counts that
// moves least, where moving on costs less than going back, and a stated date, or one counted from the narrative, may be an aside that the
// narrative does not follow. It is the Viterbi algorithm over a handful of dates that the narrative may have reached. The costs were set
// by trial on the narratives of WikiWars and on those of testdata/timex/annotated: a step back costs a little more than one on, an aside about
// as much as two to eight months.
const (
	stepOn   = 0.35 // times the distance
	stepBack = 0.45 // times the distance, after turnBack
	turnBack = 0.2
	farthest = 8 // no distance is longer than this root of months

	asideYear = 1.0 // a bare year that the narrative does not follow
	asideDate = 2.0 // a month or day of a year that it does not follow
	asideMove = 0.6 // a date counted on from the narrative's that it does not follow
	flashback = 0.6 // one counted back that it does
	leading   = 0.5 // more on an aside that begins its sentence and does not look back
	naming    = 1.4 // off an aside that something is named by
	opening   = 1.5 // more on a stated one that begins its paragraph
	remark    = 0.7 // off an aside, and on following it, where the sentence shows that it is one

	outside      = 1.0 // an incomplete date of a year that the section's heading does not give
	outsideBelow = 0.3 // the same where another heading, without a year, stands between
	skipped      = 0.8 // one that is not the next of its kind
	ahead        = 1.5 // one ahead of the narrative in a clause that looks back: "who had died in November"
	misfit       = 3.0 // one whose weekday is not that of the year
	passed       = 1.5 // one that does not go on from the stated date before it in its sentence
	passedOver   = 0.3 // or in the sentence before
	turned       = 0.8 // one of a year before the date that the text goes on from: "in January 1911 …; in December"

	offTopic = 0.5 // the first one of a year outside the time that the head of the text is about

	beam = 8 // how many dates the narrative may have reached are kept
)

// reached is a date that the narrative may have reached.
type reached struct {
	from, to int32 // months since year 0; the same for a month, a year apart for a year
	cost     float32
	parent   int32 // index of the node before; -1 for none
	year     int32 // chosen for an incomplete date
	item     int32 // index k of the expression; -1-k where it was set aside
}

// chart is the room that the search takes; it is used again for the next block and the next text.
type chart struct {
	nodes, next []reached
	jumps       []int32
	pace        float32
	topic       topic
	live        []int32 // indices of the nodes that the narrative may be at
}

// emptied is room for the search through another text; no more than limit nodes of it are kept.
func (c *chart) emptied(limit int) chart {
	if cap(c.nodes) > limit {
		return chart{}
	}
	return chart{nodes: c.nodes[:0], next: c.next[:0], jumps: c.jumps[:0], live: c.live[:0]}
}

// scene is what the text shows of the expression that the search is at.
type scene struct {
	e       *expr.Expr
	k       int32   // its number
	last    int32   // that of the date before it
	leads   bool    // it begins its sentence
	opens   bool    // it begins its paragraph
	begins  bool    // it is the first one below the paragraph that tells what the text is about: the story begins, wherever that led
	named   bool    // it names something: "the recording of June 23, 1972"
	apart   bool    // it stands in brackets
	closes  bool    // it is the year in which the section of a heading ends: "Occupation (1936–1941)"
	remark  bool    // its words show that it is an aside
	earlier bool    // and it is one only if it lies before what is told: "in July 1891 the man had written"
	back    bool    // its clause looks back
	looks   bool    // it heads a clause that does: "In November he had assured them", which may be the November just gone
	onward  bool    // its sentence goes on to it from a date before
	follows bool    // it is the next date of the paragraph behind one that is stated
	said    int32   // the year that its sentence begins with; noYear where it does with none
	ignored float32 // what it costs not to go on from the expression before it
}

// chartYears sets ChartYear of the incomplete dates; Left of the others that the search sets aside; and Aside of those that the narrative does not follow: of dates
// counted from it as the search has it, of stated ones only where they are remarks by their words too.
func (z *resolver) chartYears(found []expr.Expr) {
	first, ok := firstStated(found)
	switch {
	case z.count > 0 && !z.last.IsZero(): // from an earlier block
		first = z.last.Year() * 12
	case !ok:
		return
	}
	c := &z.chart
	c.nodes = append(c.nodes[:0], reached{from: int32(first), to: int32(first + 11), parent: -1, item: none})
	c.live = append(c.live[:0], 0)
	c.setPace(found)
	c.topic = z.topicOf(found)
	before, body := int32(-1), false
	for k := range found {
		e := &found[k]
		stated, incomplete := dated(e)
		_, _, moves := moved(e, &c.nodes[c.live[0]])
		if !stated && !incomplete && !moves {
			continue
		}
		heads := stated && z.section.read(z.text, e)
		s := scene{e: e, k: int32(k), leads: leads(z.text, e.Start), remark: !incomplete && !heads && isRemark(z.text, e), back: incomplete && looksBack(z.text, found, k), ignored: z.ignoring(found, k)}
		s.last = before
		before = s.k
		s.begins, body = !body && c.topic.begun(e) && e.Parts.Has(expr.HasDay), c.topic.begun(e)
		s.earlier = s.remark && !setBeside(z.text, e)
		s.remark = s.remark || stated && k > 0 && found[k-1].Ranged && found[k-1].Aside
		s.opens, s.closes = s.leads && opensParagraph(z.text, e.Start), heads && k > 0 && found[k-1].Ranged
		z.section.pass(z.text, e.Start)
		if stated && !heads && !s.remark {
			z.section.leave(e)
		}
		s.apart, s.named = incomplete && (setApart(z.text, e) || comingOn(z.text, e)), stated && named(z.text, e)
		if moves && e.Dir < 0 { // who five years earlier had been a clerk
			s.back = prose.After(z.text, e.End) == "had" || pluperfect(z.clause(e).Told())
		}
		s.looks = incomplete && perfectFollows(z.text, e)
		s.onward = incomplete && !s.back && goesOnward(z.text, found, k)
		s.follows = incomplete && !s.back && followsStated(z.text, found, k)
		if s.said = noYear; incomplete {
			s.said = yearLed(z.text, found, k)
		}
		e.Aside = stated && s.remark || s.apart || incomplete && k > 0 && besides(z.text, found[k-1].End, e.Start)
		c.next = c.next[:0]
		for _, n := range c.live {
			switch {
			case stated:
				c.state(n, &s)
			case incomplete:
				c.complete(n, &s, &z.section)
			default:
				c.move(n, &s)
			}
		}
		c.live = c.live[:0]
		for _, s := range best(c.next) {
			c.nodes = append(c.nodes, s)
			c.live = append(c.live, int32(len(c.nodes)-1))
		}
	}
	c.trace(found)
}

// trace goes back along the cheapest way and notes in the expressions what it made of them.
func (c *chart) trace(found []expr.Expr) {
	for n := c.live[0]; c.nodes[n].parent >= 0; n = c.nodes[n].parent {
		s := &c.nodes[n]
		switch {
		case s.item < 0:
			e := &found[-1-s.item]
			e.Left, e.Aside = true, e.Aside || e.Kind == expr.Offset
		case s.year != noYear:
			found[s.item].ChartYear = int(s.year)
		default:
			found[s.item].Aside = false
		}
	}
}

const (
	noYear = math.MinInt32 // the year of a node that chose none
	none   = math.MinInt32 // the item of the node that the search begins with
)

// ignoring is what it costs that expression k does not go on from the one before it, where that is a stated date of a month or day
// in its sentence or the one before.
func (z *resolver) ignoring(found []expr.Expr, k int) float32 {
	last := dateBefore(found, k)
	if last < 0 || found[last].Aside || found[last].Parts.Have&(expr.HasMonth|expr.HasYear) == 0 || found[k].Start < found[last].End {
		return 0
	}
	between := z.text[found[last].End:found[k].Start]
	open, shut := strings.IndexByte(between, '('), strings.IndexByte(between, ')')
	if len(between) <= sameBreath && strings.Count(between, ". ") == 1 && strings.IndexByte(between, '\n') < 0 && open < 0 && shut < 0 {
		return passedOver
	}
	if strings.ContainsAny(between, ".\n") || shut >= 0 && (open < 0 || shut < open) { // another sentence, or the end of the brackets around the date
		return 0
	}
	return passed
}

// goesOnward reports whether the clause of expression k is joined to that of the date before it in its sentence: "in January 1911 they refused her; in December".
func goesOnward(t string, found []expr.Expr, k int) bool {
	if k == 0 || found[k].Start < found[k-1].End {
		return false
	}
	between := t[found[k-1].End:found[k].Start]
	if len(between) > sameBreath || strings.ContainsAny(between, "()\n") {
		return false
	}
	and := prose.LastIndex(between, " and ")
	if and >= 0 && !prose.EndsSentence(between) && text.IsPast(prose.After(between, and+len(" and"))) { // signed in January 2005 and moved to Leeds in November
		return true
	}
	i := max(prose.LastIndex(between, "; "), and)
	return i >= 0 && strings.Count(between[i:], " ") <= 3 && !prose.EndsSentence(between[:i]) && !prose.EndsSentence(between[i+1:])
}

// followsStated reports whether expression k is of a month and the date before it a stated month or day of its paragraph: "By the end of March 1944 … In April".
func followsStated(t string, found []expr.Expr, k int) bool {
	last := dateBefore(found, k)
	if last < 0 || found[last].End > found[k].Start || found[last].Parts.Have == expr.HasYear || !found[k].Parts.Has(expr.HasMonth) {
		return false
	}
	stated, _ := dated(&found[last])
	return stated && strings.IndexByte(t[found[last].End:found[k].Start], '\n') < 0
}

// summer is the first month of the last season from which a sentence is not likely to go on into the next year.
const summer = 6

// yearLed is the bare year, or that of a spring or summer, that the sentence of expression k begins with: "In 1815 he was in Kingston, where he wrote the letter dated
// September 6"; noYear where it begins with none.
func yearLed(t string, found []expr.Expr, k int) int32 {
	last := dateBefore(found, k)
	if last < 0 || found[last].Parts.Have&^expr.HasSeason != expr.HasYear || expr.SeasonStart[found[last].Parts.Season] > summer || found[last].Kind != expr.Point || found[last].Ranged || found[last].End > found[k].Start || !leads(t, found[last].Start) {
		return noYear
	}
	if between := t[found[last].End:found[k].Start]; prose.EndsSentence(between) || strings.ContainsAny(between, "()\n") {
		return noYear
	}
	return int32(found[last].Parts.Year)
}

// dateBefore is the index of the expression before number k that is of a date, -1 for none: durations, sets and vague references are not, as in "In 455 they plundered it for
// two weeks, from 2 to 16 June".
func dateBefore(found []expr.Expr, k int) int {
	for k--; k >= 0; k-- {
		if kind := found[k].Kind; kind != expr.Duration && kind != expr.Set && kind != expr.Reference {
			break
		}
	}
	return k
}

// at is node n as the expression at hand goes on from it.
func (c *chart) at(n int32, s *scene) reached {
	r := c.nodes[n]
	if r.item == -1-s.last { // it set the date before aside
		r.cost += s.ignored
	}
	return r
}

// state goes on from node n to a stated date, or stays and lets it be an aside.
func (c *chart) state(n int32, s *scene) {
	r := c.nodes[n]
	from, to := months(s.e, s.e.Parts.Year)
	follow, aside := r.cost+c.step(&r, from, to), r.cost+asideDate
	if to > from {
		aside = r.cost + asideYear
	}
	if s.leads {
		aside += leading
	}
	if s.opens {
		aside += opening
	}
	switch {
	case s.closes:
		aside = r.cost
	case s.e.Parts.Has(expr.HasDay) && s.named:
		aside -= naming
	}
	c.choose(n, s, reached{from: from, to: to, cost: follow}, aside)
}

// move goes on from node n to where an expression counted from it leads, or stays and lets that be an aside.
func (c *chart) move(n int32, s *scene) {
	r := c.at(n, s)
	from, to, ok := moved(s.e, &r)
	follow, aside := r.cost, r.cost+asideMove
	if s.e.Rel.Set && s.e.Rel.N == 0 && s.e.Rel.Unit == "" && r.cost > c.nodes[n].cost { // "who wintered here in 1867 and buried eleven that spring": an aside like the year before it
		aside = c.nodes[n].cost
	}
	switch {
	case !ok:
		from, to = r.from, r.to
	case from > r.to:
		if follow += stepOn / 2 * c.distance(from-r.to); s.leads {
			aside += leading
		}
	case from < r.from:
		if follow, aside = r.cost+flashback, r.cost; s.back {
			follow += ahead
		}
	}
	c.choose(n, s, reached{from: from, to: to, cost: follow}, aside)
}

// choose adds both ways from node n: to follow the expression at hand, and to set it aside at the given cost.
func (c *chart) choose(n int32, s *scene, follow reached, aside float32) {
	r := &c.nodes[n]
	if s.remark && !(s.earlier && follow.from > r.to) {
		follow.cost, aside = follow.cost+remark, aside-remark
	}
	follow.parent, follow.year, follow.item = n, noYear, s.k
	c.next = append(c.next, follow, reached{r.from, r.to, aside, n, noYear, -1 - s.k})
}

// complete goes on from node n to an incomplete date in each of the years near.
func (c *chart) complete(n int32, s *scene, heading *section) {
	r := c.at(n, s)
	for y := int32(yearOf(r.from)) - 1; y <= int32(yearOf(r.to))+1; y++ {
		from, to := months(s.e, int(y))
		cost := r.cost
		if !s.begins || to > r.from || c.topic.misses(from, to) {
			cost += c.step(&r, from, to)
		}
		switch {
		case heading.has(int(y)):
		case heading.others:
			cost += outsideBelow
		default:
			cost += outside
		}
		if from > r.to+12 {
			cost += skipped
		}
		if c.topic.misses(from, to) && y != int32(yearOf(r.from)) {
			cost += offTopic
		}
		switch {
		case from <= r.to:
		case s.back:
			cost += ahead
		case s.looks:
			cost += ahead / 2
		}
		if s.onward && to < r.from-1 || s.follows && y < int32(yearOf(r.from)) || s.said != noYear && y != s.said {
			cost += turned
		}
		if !s.e.FitsWeekday(int(y)) {
			cost += misfit
		}
		if s.apart { // it has its year and leads nowhere
			from, to = r.from, r.to
		}
		c.next = append(c.next, reached{from, to, cost, n, y, s.k})
	}
}

// best keeps the cheapest dates, each once; of equally cheap ones those that come first.
func best(all []reached) []reached {
	kept := all[:0]
	for _, s := range all { // what is kept takes no more room than what was seen
		at := len(kept)
		for at > 0 && s.cost < kept[at-1].cost {
			at--
		}
		same := 0
		for same < len(kept) && (kept[same].from != s.from || kept[same].to != s.to) {
			same++
		}
		switch {
		case at == beam || same < at:
		case same < len(kept): // reached in a dearer way
			copy(kept[at+1:same+1], kept[at:same])
			kept[at] = s
		default:
			kept = slices.Insert(kept[:min(len(kept), beam-1)], at, s)
		}
	}
	return kept
}
