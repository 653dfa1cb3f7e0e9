package timex

import (
	"math"
	"slices"
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
	remark    = 0.7 // off an aside, and on following it, where the sentence shows that it is one
	outside   = 1.0 // an incomplete date of a year that the section's heading does not give
	beam      = 8   // how many dates the narrative may have reached are kept
)

// reached is a date that the narrative may have reached.
type reached struct {
	from, to int // months since year 0; the same for a month, a year apart for a year
	cost     float64
	parent   int // index of the node before; -1 for none
	year     int // chosen for an incomplete date
	item     int // index k of the expression; -1-k where it was set aside
}

// chartYears sets chartYear of the incomplete dates, and aside of the stated ones that the narrative does not follow.
func chartYears(text string, found []expr) {
	first, ok := firstStated(found)
	if !ok {
		return
	}
	nodes := []reached{{from: first, to: first + 11, parent: -1, item: -1}}
	live := []int{0}
	var section section
	for k := range found {
		e := &found[k]
		stated, incomplete := dated(e)
		if !stated && !incomplete {
			continue
		}
		heading := stated && section.read(text, e)
		extra := 0.0
		if stated && !heading && isRemark(text, e) {
			extra = remark
		}
		var next []reached
		for _, n := range live {
			s := nodes[n]
			if stated {
				from, to := months(&e.parts, e.parts.year)
				next = append(next, reached{from, to, s.cost + step(&s, from, to) + extra, n, 0, k})
				aside := asideDate
				if to > from {
					aside = asideYear
				}
				next = append(next, reached{s.from, s.to, s.cost + aside - extra, n, 0, -1 - k})
				continue
			}
			for y := s.from/12 - 1; y <= s.to/12+1; y++ {
				from, to := months(&e.parts, y)
				cost := s.cost + step(&s, from, to)
				if !section.has(y) {
					cost += outside
				}
				next = append(next, reached{from, to, cost, n, y, k})
			}
		}
		live = live[:0]
		for _, s := range best(next) {
			nodes = append(nodes, s)
			live = append(live, len(nodes)-1)
		}
	}
	for n := live[0]; n >= 0; n = nodes[n].parent {
		switch s := &nodes[n]; {
		case s.parent < 0:
		case s.item < 0:
			found[-1-s.item].aside = isRemark(text, &found[-1-s.item])
		case s.year != 0:
			found[s.item].chartYear = s.year
		}
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
	return false, e.parts.has(hasMonth | hasSeason)
}

func firstStated(found []expr) (month int, ok bool) {
	for k := range found {
		if stated, _ := dated(&found[k]); stated {
			return found[k].parts.year * 12, true
		}
	}
	return 0, false
}

// months gives the first and last month of a date, counted from year 0.
func months(p *parts, year int) (from, to int) {
	switch {
	case p.has(hasMonth):
		return year*12 + p.month - 1, year*12 + p.month - 1
	case p.has(hasSeason):
		m := year*12 + seasonStart[p.season]
		return m, m
	}
	return year * 12, year*12 + 11
}

// step is the cost of going from one date to another.
func step(s *reached, from, to int) float64 {
	switch {
	case to < s.from:
		return turnBack + stepBack*math.Sqrt(float64(s.from-to))
	case from > s.to:
		return stepOn * math.Sqrt(float64(from-s.to))
	}
	return 0
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
