package event

import (
	"cmp"
	"slices"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// attach gives each timex of the sentence to the clause that it modifies by syntax.
func (f *finder) attach(t *tree, list []*clause) {
	byHead := make(map[int]*clause, len(list))
	for _, c := range list {
		byHead[c.head] = c
	}
	for f.nextTimex < len(f.Timexes) && f.Timexes[f.nextTimex].End <= t.Start {
		f.nextTimex++
	}
	for i := f.nextTimex; i < len(f.Timexes) && f.Timexes[i].Start < t.End; i++ {
		if f.Timexes[i].Date.IsZero() || f.Timexes[i].Type == timex.SetType {
			continue
		}
		head := t.headOf(f.Timexes[i].Start, f.Timexes[i].End)
		if head < 0 {
			continue
		}
		for x := t.Tokens[head].Head; x >= 0; x = t.Tokens[x].Head {
			c := byHead[x]
			if c == nil {
				continue
			}
			if c.form == nominal && !c.dates(head) {
				continue
			}
			c.timexes = append(c.timexes, i)
			if c.form != nominal || !c.spreads() {
				break
			}
		}
	}
}

// headOf is the token of a span whose governor stands outside it, or -1.
func (t *tree) headOf(start, end int) int {
	first, _ := slices.BinarySearchFunc(t.Tokens, start, func(tok text.Token, at int) int { return cmp.Compare(tok.End, at+1) })
	for i := first; i < len(t.Tokens) && t.Tokens[i].Start < end; i++ {
		h := t.Tokens[i].Head
		if t.Tokens[i].UPOS != text.PUNCT && (h < 0 || t.Tokens[h].End <= start || t.Tokens[h].Start >= end) {
			return i
		}
	}
	return -1
}

// dates reports whether a timex (by its head) under an event noun dates the noun: "Tuesday's talks",
// "after a meeting on Monday". Behind an object it dates the verb: "opened an investigation in May".
func (c *clause) dates(timex int) bool {
	return timex < c.head || c.rel != text.Obj
}

// spreads reports whether an event noun's date is that of its clause, too: "during the talks in May".
func (c *clause) spreads() bool {
	switch c.preposition(c.head) {
	case "in", "at", "during", "on", "with":
		return true
	}
	return c.rel == text.Obj
}

// share lets a clause without a timex have that of a clause beside or above it, where grammar makes one
// time of both.
func (f *finder) share(c *clause) {
	if len(c.timexes) > 0 || c.form == nominal || c.above == nil || c.above.form == nominal {
		return
	}
	above := c.above
	if above.controls() == c && !is(above.lemma, act) {
		c.timexes = above.timexes
		return
	}
	if len(above.timexes) == 0 || c.future() != above.future() || c.perfect() && !above.perfect() {
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
		if r := c.Tokens[k].Rel; r == text.Nsubj || r == text.NsubjPass {
			first = min(first, k)
		}
	}
	return slices.ContainsFunc(c.timexes, func(i int) bool { return f.Timexes[i].End <= c.Tokens[first].Start })
}

// date chooses among the timexes of a clause and reads what the preposition makes of it.
func (f *finder) date(c *clause) {
	e := c.event
	e.Confidence = 0.9
	if c.shared {
		e.Confidence = 0.75
	}
	for _, i := range c.timexes {
		if e.Timex < 0 || f.better(i, e.Timex) {
			e.Timex = i
		}
	}
	if e.Timex < 0 {
		return
	}
	x := f.Timexes[e.Timex]
	e.Date = x.Date
	if head := c.headOf(x.Start, x.End); head >= 0 {
		e.Date = f.bounded(x.Date, c.preposition(head))
	}
}

// better reports whether timex i says more exactly than j when something happened: a date rather than a
// duration, then the shorter one.
func (f *finder) better(i, j int) bool {
	a, b := f.Timexes[i], f.Timexes[j]
	if (a.Type == timex.DurationType) != (b.Type == timex.DurationType) {
		return b.Type == timex.DurationType
	}
	return a.Date.Precision > b.Date.Precision
}

// bounded reads "since 2001", "until March", "before June" and "after 10 May" as stretches with one end
// open. What lasts since a time lasts until the article was published, if that is known.
func (f *finder) bounded(d timex.Date, preposition string) timex.Date {
	if d.Start != d.End && d.Precision < calendar.Day && d.Precision > calendar.Year {
		// A season or quarter is one stretch, and bounds like a single date.
	} else if d.Start != d.End && d.Precision >= calendar.Year {
		return d
	}
	switch preposition {
	case "since":
		d.End = f.Published.Truncate(calendar.Day)
		if d.End.Compare(d.Start) < 0 {
			d.End = calendar.Date{}
		}
	case "until", "till", "before", "prior to":
		d.Start = calendar.Date{}
	case "after":
		d.End = calendar.Date{}
	}
	return d
}
