package timex

import (
	"math"
	"slices"
	"strings"
)

// In a narrative the years of incomplete dates are found for the whole text at once: of all ways through its dates the one counts that
// moves least, where moving on costs less than going back, and a stated date may be an aside that the narrative does not follow. It
// is the Viterbi algorithm over a handful of dates that the narrative may have reached. The costs were set
// by trial on the narratives of WikiWars: a step back costs a little more than one on, an aside about as much as two to eight months.
const (
	stepOn    = 0.35 // times the root of the months
	stepBack  = 0.45 // times the root of the months, after turnBack
	turnBack  = 0.2
	asideYear = 1.0 // a bare year that the narrative does not follow
	asideDate = 2.0 // a month or day of a year that it does not follow
	leading   = 0.5 // more on an aside that begins its sentence and does not look back
	farthest  = 8 // no way is longer than this root of months
	opening   = 1.5 // more on one that begins its paragraph
	remark    = 0.7 // off an aside, and on following it, where the sentence shows that it is one
	outside   = 1.0 // an incomplete date of a year that the section's heading does not give
	asideMove = 0.6 // a date later than the narrative's that it does not follow
	flashback = 0.6 // one before it that it does
	skipped   = 0.8 // one that is not the next of its kind
	misfit    = 3.0 // one whose weekday is not that of the year
	passed    = 1.5 // an incomplete date that does not go on from the stated one before it in its sentence
	beam      = 8   // how many dates the narrative may have reached are kept
)

// reached is a date that the narrative may have reached.
type reached struct {
	from, to int32 // months since year 0; the same for a month, a year apart for a year
	cost     float32
	parent   int32 // index of the node before; -1 for none
	year     int32 // chosen for an incomplete date
	item     int32 // index k of the expression; -1-k where it was set aside
}

// chart is the room that the search takes; it is used again for the next block.
type chart struct {
	nodes, next []reached
	jumps       []int32
	pace        float32
	live        []int32 // indices of the nodes that the narrative may be at
}

// chartYears sets chartYear of the incomplete dates, and aside of the stated ones that the narrative does not follow and that are
// remarks by their words.
func (z *resolver) chartYears(found []expr) {
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
	for k := range found {
		e := &found[k]
		stated, incomplete := dated(e)
		_, _, moves := moved(e, &c.nodes[c.live[0]])
		if !stated && !incomplete && !moves {
			continue
		}
		e.aside = stated && !z.section.read(z.text, e) && isRemark(z.text, e)
		c.next = c.next[:0]
		lead := leads(z.text, e.start)
		opens := stated && lead && opensParagraph(z.text, e.start)
		remarked := moves && isRemark(z.text, e)
		ignored := z.ignoring(found, k)
		for _, n := range c.live {
			switch {
			case stated:
				c.state(n, e, int32(k), lead, opens)
			case incomplete:
				c.complete(n, e, int32(k), ignored, &z.section)
			default:
				c.move(n, e, int32(k), ignored, remarked, lead)
			}
		}
		c.live = c.live[:0]
		for _, s := range best(c.next) {
			c.nodes = append(c.nodes, s)
			c.live = append(c.live, int32(len(c.nodes)-1))
		}
	}
	for n := c.live[0]; c.nodes[n].parent >= 0; n = c.nodes[n].parent {
		s := &c.nodes[n]
		switch {
		case s.item < 0: // set aside, or none
			if j := -1 - s.item; s.item != none && found[j].kind == offset {
				found[j].aside = true
			}
		case s.year != noYear:
			found[s.item].chartYear = int(s.year)
		default:
			found[s.item].aside = false
		}
	}
}

const usualPace = 12
const (
	noYear = math.MinInt32 // the year of a node that chose none
	none   = math.MinInt32 // the item of a node that stands for no date
)

// state goes on from node n to a stated date, or stays and lets it be an aside.
// paceOf is how many months a narrative usually goes from one stated date to the next, at least one: a step that is small for the history
// of a town is a leap for that of a battle.
func (c *chart) setPace(found []expr) {
	c.jumps = c.jumps[:0]
	last, have := int32(0), false
	for k := range found {
		e := &found[k]
		if stated, _ := dated(e); !stated {
			continue
		}
		from, to := months(e, e.parts.year)
		at := (from + to) / 2
		if have {
			c.jumps = append(c.jumps, max(at-last, last-at))
		}
		last, have = at, true
	}
	c.pace = 1
	if n := len(c.jumps); n > 0 {
		slices.Sort(c.jumps)
		c.pace = max(1, float32(c.jumps[n/2])/usualPace)
	}
}

func (c *chart) state(n int32, e *expr, k int32, lead, opens bool) {
	s := c.nodes[n]
	from, to := months(e, e.parts.year)
	follow, aside := s.cost+c.step(&s, from, to), s.cost+asideDate
	if to > from {
		aside = s.cost + asideYear
	}
	if lead {
		aside += leading
		if opens {
			aside += opening
		}
	}
	if e.aside {
		follow, aside = follow+remark, aside-remark
	}
	c.next = append(c.next, reached{from, to, follow, n, noYear, k}, reached{s.from, s.to, aside, n, noYear, -1 - k})
}

// ignoring is what it costs that expression k does not go on from the one before it, where that is a stated date of a month or day
// in its sentence.
func (z *resolver) ignoring(found []expr, k int) float32 {
	if k == 0 || found[k-1].aside || found[k-1].parts.have&(hasMonth|hasYear) == 0 || found[k].start < found[k-1].end {
		return 0
	}
	between := z.text[found[k-1].end:found[k].start]
	open, shut := strings.IndexByte(between, '('), strings.IndexByte(between, ')')
	if strings.ContainsAny(between, ".;\n") || shut >= 0 && (open < 0 || shut < open) { // another sentence, or the end of the brackets around the date
		return 0
	}
	return passed
}

// moved gives where an expression that is counted from the narrative leads from a date reached: "the following year", "three years
// later", "that winter"; ok is false where it is none, or leads nowhere that months tell apart.
func moved(e *expr, s *reached) (from, to int32, ok bool) {
	switch {
	case e.kind == point && e.rel.set && e.rel.from == narrative && e.rel.unit == "Y" && (e.parts.have == 0 || e.parts.has(hasMonth|hasSeason)):
		from, to = months(e, yearOf(s.from)+e.rel.n)
		return from, to, e.rel.n != 0 || e.parts.have != 0
	case e.kind == offset && e.base == nil && e.from == narrative && !e.amount.number.vague && len(e.amount.more) == 0:
		n := int32(e.amount.number.value*12) * int32(e.dir)
		switch e.amount.unit {
		case "Y":
			first := int32(yearOf(s.from+n) * 12)
			return first, first + 11, n >= 12*-1000 && n <= 12*1000
		case "M1":
			return s.from + n/12, s.to + n/12, true
		}
	}
	return 0, 0, false
}

// move goes on from node n to where an expression counted from it leads, or stays and lets that be an aside.
func (c *chart) move(n int32, e *expr, k int32, ignored float32, remarked, lead bool) {
	s := c.nodes[n]
	if s.item == -k {
		s.cost += ignored
	}
	from, to, ok := moved(e, &s)
	follow, aside := s.cost, s.cost+asideMove
	switch {
	case !ok:
		follow, from, to = s.cost, s.from, s.to
	case from > s.to:
		follow += stepOn / 2 * c.distance(from-s.to)
	case from < s.from:
		follow, aside = s.cost+flashback, s.cost
	}
	if remarked {
		follow, aside = follow+remark, aside-remark
	}
	if lead && from > s.to {
		aside += leading
	}
	c.next = append(c.next, reached{from, to, follow, n, noYear, k}, reached{s.from, s.to, aside, n, noYear, -1 - k})
}

// complete goes on from node n to an incomplete date in each of the years near. ignored is what it costs where
// the node set the expression before aside.
func (c *chart) complete(n int32, e *expr, k int32, ignored float32, heading *section) {
	s := c.nodes[n]
	if s.item == -k { // -1-(k-1)
		s.cost += ignored
	}
	for y := int32(yearOf(s.from)) - 1; y <= int32(yearOf(s.to))+1; y++ {
		from, to := months(e, int(y))
		cost := s.cost + c.step(&s, from, to)
		if !heading.has(int(y)) {
			cost += outside
		}
		if from > s.to+12 {
			cost += skipped
		}
		if !e.fitsWeekday(int(y)) {
			cost += misfit
		}
		c.next = append(c.next, reached{from, to, cost, n, y, k})
	}
}

// dated reports whether the expression is a date with its year, or one that lacks only that.
func dated(e *expr) (stated, incomplete bool) {
	if e.kind != point || e.rel.set || e.parts.has(hasDecade|hasCentury|hasMillennium) {
		return false, false
	}
	if e.parts.has(hasYear) {
		return true, false
	}
	return false, e.parts.has(hasMonth|hasSeason) || e.parts.holiday != nil
}

func firstStated(found []expr) (month int, ok bool) {
	for k := range found {
		if stated, _ := dated(&found[k]); stated {
			return found[k].parts.year * 12, true
		}
	}
	return 0, false
}

// months gives the first and last month of a date in a year, counted from year 0; "late 1942" is the last third of it.
func months(e *expr, year int) (from, to int32) {
	first := int32(year * 12)
	switch p := &e.parts; {
	case p.holiday != nil:
		m := first + int32(p.holiday.in(year).Month()) - 1
		return m, m
	case p.has(hasMonth):
		return first + int32(p.month) - 1, first + int32(p.month) - 1
	case p.has(hasSeason):
		m := first + int32(seasonStart[p.season])
		return m, m
	}
	switch e.mod {
	case "START":
		return first, first + 3
	case "MID":
		return first + 4, first + 7
	case "END":
		return first + 8, first + 11
	}
	return first, first + 11
}

// yearOf is the year of a month counted from year 0.
func yearOf(month int32) int { return int(math.Floor(float64(month) / 12)) }

// step is the cost of going from one date to another.
func (c *chart) step(s *reached, from, to int32) float32 {
	switch {
	case to < s.from:
		return turnBack + stepBack*c.distance(s.from-to)
	case from > s.to:
		return stepOn * c.distance(from-s.to)
	}
	return 0
}

// distance is the root of a number of months, where those beyond a year count by the narrative's pace.
func (c *chart) distance(months int32) float32 {
	near, far := min(months, 12), max(months, 12)
	return min(farthest, float32(math.Sqrt(float64(near))+(math.Sqrt(float64(far))-math.Sqrt(12))/float64(c.pace)))
}

// best keeps the cheapest dates, each once.
func best(all []reached) []reached {
	slices.SortStableFunc(all, func(a, b reached) int {
		switch {
		case a.cost < b.cost:
			return -1
		case a.cost > b.cost:
			return 1
		}
		return 0
	})
	kept := all[:0]
	for _, s := range all {
		if !slices.ContainsFunc(kept, func(o reached) bool { return o.from == s.from && o.to == s.to }) {
			if kept = append(kept, s); len(kept) == beam {
				break
			}
		}
	}
	return kept
}
