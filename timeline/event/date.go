package event

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// attach gives each timex of the sentence to the clause that it modifies by syntax. Of the two ends of a
// range the first stands for both.
func (f *finder) attach(t *tree, list []*clause) {
	byHead := make(map[int]*clause, len(list))
	for _, c := range list {
		byHead[c.head] = c
	}
	for f.nextTimex < len(f.Timexes) && f.Timexes[f.nextTimex].End <= t.Start {
		f.nextTimex++
	}
	for i := f.nextTimex; i < len(f.Timexes) && f.Timexes[i].Start < t.End; i++ {
		x := f.Timexes[i]
		if x.Type == timex.SetType || i > 0 && x.Range != nil && f.Timexes[i-1].Range == x.Range {
			continue
		}
		if c := t.measured(byHead, x.End); c != nil && strings.HasPrefix(x.Value, "P") {
			c.apart = i
			continue
		}
		c := f.modified(t, byHead, t.headOf(x.Start, x.End))
		switch {
		case c == nil:
		case f.dateOf(i).IsZero():
			c.lasting = x.Type == timex.DurationType
		default:
			c.timexes = append(c.timexes, i)
		}
	}
}

// dateOf is the date of a timex, or of the range that it is an end of.
func (f *finder) dateOf(i int) timex.Date {
	if r := f.Timexes[i].Range; r != nil {
		return r.Date
	}
	return f.Timexes[i].Date
}

// modified is the clause that a timex modifies, by the timex's head, or nil.
func (f *finder) modified(t *tree, byHead map[int]*clause, head int) *clause {
	if head < 0 {
		return nil
	}
	if t.describes(head) && byHead[t.Tokens[head].Head] == nil {
		return nil
	}
	for x := t.Tokens[head].Head; x >= 0; x = t.Tokens[x].Head {
		if c := byHead[x]; c != nil && (c.form != nominal || c.dates(head)) && !f.insideTimex(t.Tokens[x]) {
			return c.opened(head)
		}
	}
	return nil
}

// opened is the clause that a timex (by its head), hung on c, opens: c itself, or the one coordinated with it whose
// conjunction stands before the timex: "resigned, and in 2012 his son sold". It is nil where the timex itself is what
// is coordinated, for then the parser has not found the clause.
func (c *clause) opened(timex int) *clause {
	if c.Tokens[timex].Rel == text.Conj && c.form != nominal && c.Tokens[timex].Head == c.head {
		return nil
	}
	for _, b := range c.below {
		if k := c.child(b.head, text.Cc); b.rel == text.Conj && b.form == verbal && k > c.head && k < timex && timex < b.head {
			return b
		}
	}
	return c
}

// describes reports whether a timex (by its head) tells nouns apart and not when something happens: "the
// border of 1972", "the 2017 plan", "Tuesday's newspapers".
func (t *tree) describes(head int) bool {
	switch t.Tokens[head].Rel {
	case text.Nmod:
		return t.preposition(head) == "of" && !is(t.Tokens[t.Tokens[head].Head].Lemma, portion)
	case text.NmodPoss, text.Compound, text.Nummod, text.Amod:
		return !t.opensSentence(head)
	}
	return false
}

// opensSentence reports whether a timex (by its head) is an adverbial in front, whatever noun the parser hangs it on: "On 3
// March gunmen killed", and not "The 3 March raid".
func (t *tree) opensSentence(head int) bool {
	return t.Tokens[0].UPOS == text.ADP && t.child(head, text.Case) == 0
}

// measured is the clause to which a timex that ends at byte end is the distance, and not the date of anything: "a day after
// the family agreed". It is nil where the timex is none.
func (t *tree) measured(byHead map[int]*clause, end int) *clause {
	k, _ := slices.BinarySearchFunc(t.Tokens, end, func(tok text.Token, at int) int { return cmp.Compare(tok.Start, at) })
	if k == len(t.Tokens) || t.Tokens[k].Start > end+1 || !isDistance(t.Tokens[k].Form) || t.Tokens[k].Head <= k {
		return nil
	}
	if c := byHead[t.Tokens[k].Head]; c != nil && c.form != nominal {
		return c
	}
	return nil
}

func isDistance(mark string) bool {
	switch strings.ToLower(mark) {
	case "after", "before", "since":
		return true
	}
	return false
}

// insideTimex reports whether a token belongs to a timex: "the crash" in "three months after the crash".
func (f *finder) insideTimex(tok text.Token) bool {
	for i := f.nextTimex; i < len(f.Timexes) && f.Timexes[i].Start < tok.End; i++ {
		if tok.Start < f.Timexes[i].End {
			return true
		}
	}
	return false
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
// "after a meeting on Monday". It dates the verb where the noun is its object and the timex follows ("opened
// an investigation in May"), where the noun is its subject ("the talks in May failed"), and where the noun
// says when the verb's event was ("during the talks in May").
func (c *clause) dates(timex int) bool {
	switch c.rel {
	case text.Obj:
		return timex < c.head
	case text.Nsubj, text.NsubjPass:
		return c.above == nil || c.above.form != verbal
	}
	switch c.preposition(c.head) {
	case "in", "at", "during", "on":
		return false
	}
	return true
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
	e.Date = f.dateOf(e.Timex)
	why := Reason{Of: OfDate, Rule: Modifies, Actor: -1, Span: f.timexSpan(e.Timex)}
	if c.shared {
		why.Rule = Shared
	}
	e.Reasons = append(e.Reasons, why)
	if head := c.headOf(x.Start, x.End); head >= 0 && x.Range == nil && !c.shared {
		f.bound(c, head)
	}
}

// timexSpan is the span of a timex, or of the range that it is an end of.
func (f *finder) timexSpan(i int) Span {
	if r := f.Timexes[i].Range; r != nil {
		return Span{r.Start, r.End}
	}
	return Span{f.Timexes[i].Start, f.Timexes[i].End}
}

// better reports whether timex i says more exactly than j when something happened: a date rather than a
// duration, then the shorter one.
func (f *finder) better(i, j int) bool {
	a, b := f.Timexes[i], f.Timexes[j]
	if lasting := func(x timex.Timex) bool { return x.Type == timex.DurationType && x.Range == nil }; lasting(a) != lasting(b) {
		return lasting(b)
	}
	return f.dateOf(i).Precision > f.dateOf(j).Precision
}

// bound reads "since 2001", "until March", "before June" and "after 10 May" (the timex by its head) as stretches
// with one end open. What lasts since a time lasts until the article was published, if that is known.
func (f *finder) bound(c *clause, head int) {
	d, k := &c.event.Date, c.child(head, text.Case)
	switch c.preposition(head) {
	case "since":
		d.End = f.Published.Truncate(calendar.Day)
		rule := Since
		if d.End.Compare(d.Start) < 0 {
			d.End, rule = calendar.Date{}, OpenEnd
		}
		c.because(OfDate, cue{rule, k})
	case "until", "till", "before", "prior to":
		d.Start = calendar.Date{}
		c.because(OfDate, cue{OpenStart, k})
	case "after":
		d.End = calendar.Date{}
		c.because(OfDate, cue{OpenEnd, k})
	}
}
