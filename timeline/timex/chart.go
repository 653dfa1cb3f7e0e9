package timex

import (
	"math"
	"slices"
	"strings"

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
	leap         = 0.6 // a date of the month before the narrative's in the next year: it is rather a step back, in the annotated narratives nine times in ten for days and two in three for months
	leapMonths   = 11  // how far on that is
	given        = 0.8 // off a day that the text states with this year elsewhere
	ahead        = 1.5 // one ahead of the narrative in a clause that looks back: "who had died in November"
	misfit       = 3.0 // one whose weekday is not that of the year
	passed       = 1.5 // one that does not go on from the stated date before it in its sentence
	passedOver   = 0.3 // or in the sentence before
	leftBehind   = 2.0 // one that begins the next sentence a month or two after a remark's
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
		s.early = stated && e.Mod == "START" && strings.EqualFold(prose.Before(z.text, e.Start), "in")
		s.looks = incomplete && perfectFollows(z.text, e)
		s.onward = incomplete && !s.back && (goesOnward(z.text, found, k) || notUntil(z.text, e.Start))
		s.follows = incomplete && !s.back && followsStated(z.text, found, k)
		if s.said = noYear; incomplete {
			s.said, s.given = yearLed(z.text, found, k), z.stated.of(e)
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
			e.Left, e.Aside = true, e.Aside || e.Kind == expr.Offset || e.Rule == expr.RuleNewYear
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
	if last >= 0 && z.straightOn(&found[last], &found[k]) {
		return leftBehind
	}
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
	if to > from && !s.early {
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
		if from >= r.to+leapMonths {
			cost += leap
		}
		if s.given.inYear(int(y)) {
			cost -= given
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
