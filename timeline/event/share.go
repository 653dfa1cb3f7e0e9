package event

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// share lets a clause without a timex have that of a clause beside or above it, where grammar makes one
// time of both.
func (f *finder) share(c *clause) {
	if len(c.timexes) > 0 || c.lasting || c.form == nominal {
		return
	}
	if c.above == nil || c.above.form == nominal || len(c.above.timexes) == 0 {
		c.timexes = c.setting()
		c.shared = len(c.timexes) > 0
		return
	}
	above := c.above
	if above.controls() == c && !is(above.lemma, act) {
		c.timexes = above.timexes
		return
	}
	if c.future() != above.future() || c.perfect() && !above.perfect() {
		return
	}
	switch c.rel {
	case text.Conj:
		if !c.ownSubject() || f.fronted(above) {
			c.timexes, c.shared = above.timexes, true
		}
	case text.Advcl:
		if mark := c.marker(); mark == "" && !c.finite() || mark == "when" || mark == "as" || mark == "while" {
			c.timexes, c.shared = above.timexes, true
		}
	}
}

// fronted reports whether a timex of the clause stands before its subject and verb, and so has everything
// behind it in its scope.
func (f *finder) fronted(c *clause) bool {
	first := c.head
	for _, k := range c.kids[c.head] {
		if r := c.Tokens[k].Rel; r == text.Nsubj || r == text.NsubjPass || r == text.NsubjOuter {
			first = min(first, k)
		}
	}
	return slices.ContainsFunc(c.timexes, func(i int) bool { return f.Timexes[i].End <= c.Tokens[first].Start })
}

// setting is the timexes of an adverbial clause that says when its main clause happened: "When he died in 1849, she
// took over", "Nationalized in 1953, the firm was renamed". What tells of an origin, as in "Founded in 1921, the club
// won the cup", sets no time.
func (c *clause) setting() []int {
	for _, b := range c.below {
		if b.rel != text.Advcl || b.shared || len(b.timexes) == 0 || b.future() != c.future() || c.perfect() != b.perfect() {
			continue
		}
		switch b.marker() {
		case "when", "as", "while":
			return b.timexes
		case "":
			if !b.finite() && b.head < c.head && c.simplePast() && !is(b.lemma, origin) {
				return b.timexes
			}
		}
	}
	return nil
}

// span of a TIMEX3 duration in one unit.
var oneUnit = regexp.MustCompile(`^P(\d+)([YMWD])$`)

// distance dates an adverbial clause from the one above, where a timex says how far apart they are: "arrested on
// Monday, nine days after thieves had taken the crown", "two years before the war began". Years and months are told
// no finer than that.
func (f *finder) distance(c *clause) {
	if c.event == nil || c.event.Timex >= 0 || c.apart < 0 || c.rel != text.Advcl || c.above == nil || c.above.event == nil {
		return
	}
	from := c.above.event.Date
	unit := oneUnit.FindStringSubmatch(f.Timexes[c.apart].Value)
	if unit == nil || from.IsZero() || from.Start != from.End || from.Start.Precision() < calendar.Year {
		return
	}
	n, err := strconv.Atoi(unit[1])
	if err != nil || n > farthestApart {
		return
	}
	if c.markedBy("after") {
		n = -n
	} else if !c.markedBy("before") {
		return
	}
	d := from.Start.Truncate(calendar.Day)
	switch unit[2] {
	case "Y":
		d = d.Truncate(calendar.Year).AddYears(n)
	case "M":
		if d = d.Truncate(calendar.Month); d.Precision() == calendar.Month {
			d = d.AddMonths(n)
		}
	case "W":
		n *= 7
		fallthrough
	case "D":
		if d.Precision() == calendar.Day {
			d = d.AddDays(n)
		}
	}
	if d.IsZero() || d == from.Start.Truncate(calendar.Day) {
		return
	}
	c.event.Timex = c.apart
	c.event.Date = timex.Date{Interval: calendar.Of(d), Precision: d.Precision(), Basis: timex.Relative, Anchor: from.Start.Truncate(calendar.Day)}
	c.event.Confidence = 0.75
	c.event.Reasons = slices.Insert(c.event.Reasons, 0, Reason{Of: OfDate, Rule: Apart, Actor: -1, Span: f.timexSpan(c.apart)})
}

// farthestApart bounds the units of a distance, so that no date leaves the calendar.
const farthestApart = 5000

// markedBy reports whether a conjunction of the clause is the word.
func (c *clause) markedBy(word string) bool {
	return slices.ContainsFunc(c.kids[c.head], func(k int) bool { return k < c.head && strings.EqualFold(c.Tokens[k].Form, word) })
}
