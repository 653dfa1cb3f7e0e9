package timex

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// The course of a narrative: where its expressions lead, and what a way from one date to the next costs.

// usualPace is how many months apart the stated dates of a war's narrative may be; those of a town's history are further apart.
const usualPace = 12

// setPace finds how many times further than usual a narrative goes from one stated date to the next, by the median of its steps: a step that is
// small for the history of a town is a leap for that of a battle.
func (c *chart) setPace(found []expr.Expr) {
	c.jumps = c.jumps[:0]
	last, have := int32(0), false
	for k := range found {
		e := &found[k]
		if stated, _ := dated(e); !stated {
			continue
		}
		from, to := months(e, e.Parts.Year)
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

// topic is the months that a text is about, as its first paragraph gives them; none where from is to.
type topic struct {
	from, to int32
	end      int // the byte where that paragraph ends
}

// longestTopic is how many months a text may be about for them to tell anything of a date that lacks its year.
const longestTopic = 24

// topicOf finds the months that the first of several paragraphs of a text, below no more than its title, tells of: "ended on 19 October 1781", "from 30 November 1939 to 13 March 1940". One date
// alone is no topic unless it is a year.
func (z *resolver) topicOf(found []expr.Expr) (t topic) {
	end, dates, later, apart := len(z.text), 0, int32(0), false
	for k := range found {
		e := &found[k]
		if e.Start >= end {
			break
		}
		stated, incomplete := dated(e)
		if stated && dates > 0 && !apart && inBrackets(z.text, e.Start, e.End) { // the campaign of 1781 in the war of independence (1775–1783)
			continue
		}
		if !stated {
			if _, to, moves := moved(e, &reached{from: t.from, to: t.to - 1}); moves && dates > 0 { // in October 1912 … the following May
				later = max(later, to+1)
			}
			if to := t.next(e); incomplete && dates == 1 && t.to == t.from+1 && endsThere(z.text, e.Start) { // began on 2 April 1982 … and ended … on 14 June
				t.to, dates = to+1, 2
			}
			continue
		}
		from, to := months(e, e.Parts.Year)
		if dates++; dates == 1 {
			t, apart = topic{from: from, to: to + 1}, inBrackets(z.text, e.Start, e.End)
			if i := strings.IndexByte(z.text[e.End:], '\n'); i >= 0 {
				end = e.End + i
			}
			if lines := strings.FieldsFunc(z.text[:e.Start], func(r rune) bool { return r == '\n' }); len(lines) > 2 {
				return topic{}
			}
		}
		t = topic{from: min(t.from, from), to: max(t.to, to+1)}
	}
	t.end = end
	if end == len(z.text) || dates == 1 && t.to-t.from < 12 {
		return topic{}
	}
	if t.to = max(t.to, later); t.to-t.from > longestTopic {
		return topic{}
	}
	return t
}

// next is the month of a date that lacks its year, the next of its kind from the topic's last month on.
func (t *topic) next(e *expr.Expr) int32 {
	year := yearOf(t.to - 1)
	from, to := months(e, year)
	if from < t.to-1 {
		_, to = months(e, year+1)
	}
	return to
}

// endsThere reports whether the date at byte offset at ends what its sentence tells: "and ended on 14 June", "lasted until May".
func endsThere(text string, at int) bool {
	prep := prose.Before(text, at)
	return prep == "to" || tense.Limits.Has(prep) || strings.Contains(prose.SentenceBefore(text, at, prose.SentenceReach), " ended ")
}

// misses reports whether a date lies outside the topic.
func (t *topic) misses(from, to int32) bool {
	return t.from < t.to && (to < t.from || from >= t.to)
}

// begun reports whether an expression stands below the paragraph that tells the topic.
func (t *topic) begun(e *expr.Expr) bool { return t.from < t.to && e.Start >= t.end }

// farthestMove is how many units an expression may lead on: more are not of history.
const farthestMove = 1000

// moved gives where an expression that is counted from the narrative leads from a date reached: "the following year", "three years
// later", "that winter"; ok is false where it is none, or leads nowhere that months tell apart.
func moved(e *expr.Expr, s *reached) (from, to int32, ok bool) {
	switch {
	case e.Rule == expr.RuleNewYear:
		first := int32((yearOf(s.from) + e.Rel.N) * 12)
		return first, first + newYearMonths - 1, true
	case e.Kind == expr.Point && e.Rel.Set && e.Rel.From == expr.Narrative && e.Rel.Unit == "Y" && (e.Parts.Have == 0 || e.Parts.Has(expr.HasMonth|expr.HasSeason)):
		from, to = months(e, yearOf(s.from)+e.Rel.N)
		return from, to, e.Rel.N != 0 || e.Parts.Have != 0
	case e.Kind == expr.Point && e.Rel.Set && e.Rel.From == expr.Narrative && e.Rel.Unit == "" && e.Parts.Has(expr.HasMonth|expr.HasSeason) && !e.Parts.Has(expr.HasYear):
		year := yearOf(s.from)
		if e.Parts.Season == "WI" && e.Rel.N == 0 && s.to == s.from && (s.from%12+12)%12 < 3 { // that winter, told in January: it began the year before
			year--
		}
		from, to = months(e, year)
		switch {
		case e.Rel.N < 0 && from >= s.from:
			from, to = months(e, year-1)
		case e.Rel.N > 0 && from <= s.to:
			from, to = months(e, year+1)
		}
		return from, to, true
	case e.Kind == expr.Offset && e.Base == nil && e.From == expr.Narrative && !e.Amount.Number.Vague && len(e.Amount.More) == 0 && e.Amount.Number.Value <= farthestMove:
		n := int32(e.Amount.Number.Value*12) * int32(e.Dir)
		switch e.Amount.Unit {
		case "Y":
			first := int32(yearOf(s.from+n) * 12)
			return first, first + 11, true
		case "M1":
			return s.from + n/12, s.to + n/12, true
		}
	}
	return 0, 0, false
}

// newYearMonths is how many months of a year "the new year" is.
const newYearMonths = 3

// dated reports whether the expression is a date with its year, or one that lacks only that.
func dated(e *expr.Expr) (stated, incomplete bool) {
	if e.Kind != expr.Point || e.Rel.Set || e.Parts.Has(expr.HasDecade|expr.HasCentury|expr.HasMillennium) {
		return false, false
	}
	if e.Parts.Has(expr.HasYear) {
		return true, false
	}
	return false, !e.Recurs && (e.Parts.Has(expr.HasMonth|expr.HasSeason) || e.Parts.Holiday != nil)
}

// firstStated is the first month of the year of the first stated date; false where there is none.
func firstStated(found []expr.Expr) (month int, ok bool) {
	for k := range found {
		if stated, _ := dated(&found[k]); stated {
			return found[k].Parts.Year * 12, true
		}
	}
	return 0, false
}

// months gives the first and last month of a date in a year, counted from year 0; "late 1942" is the last third of it.
func months(e *expr.Expr, year int) (from, to int32) {
	first := int32(year * 12)
	switch p := &e.Parts; {
	case p.Holiday != nil:
		m := first + int32(p.Holiday.In(year).Month()) - 1
		return m, m
	case p.Has(expr.HasMonth):
		return first + int32(p.Month) - 1, first + int32(p.Month) - 1
	case p.Has(expr.HasSeason):
		m := first + min(int32(expr.SeasonStart[p.Season]), 11) // its second month, but a winter's first: in the new year it would be nearer the spring before than the next
		return m, m
	}
	switch e.Mod {
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
