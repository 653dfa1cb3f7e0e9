package timex

import (
	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
)

// census counts the expressions of a text by how far they lie from the day of writing, before any is resolved.
type census struct {
	farDays    int // stated with a year, farAgo years before the day of writing or more, and a month
	farYears   int // such years alone
	nearStated int // stated with a later year
	spoken     int // counted from the day of writing: "last week"
	weekdays   int // weekdays alone
	quarters   int // quarters and halves without a year
	toldOn     int // counted from what was told: "two days later"

	incomplete int // days and months without a year
	close      int // those that come in the weeks around the day of writing, in its year
	beside     int // and in the days around it

	kinds       int    // how many expressions have a kind
	first, last string // the kinds of the first one and of the last
	firstThree  string // and those of the first three
	firstBeside bool   // the first incomplete one comes in the days around the day of writing
	year        int    // the latest year stated; 0 for none
	dateline    bool   // one stands in a dateline
	jubilee     bool   // one is of this day, week, month or season so many years ago
}

const (
	// farAgo is how many years before the day of writing a year is one of long ago.
	farAgo = 2
	// closeBack and closeOn are how many days before and behind the day of writing a date is close to it.
	closeBack, closeOn = 45, 60
	// besideDays is within how many it is beside it.
	besideDays = 16
)

// far counts the dates that are of long ago.
func (n *census) far() int { return n.farDays + n.farYears }

// near counts those that are of the days of writing.
func (n *census) near() int { return n.nearStated + n.spoken + n.weekdays }

// ofOld reports whether a text tells more of long ago than of the days of writing, or says which day of long ago it is about.
func (n *census) ofOld() bool { return n.jubilee || n.far() > 1 && n.far() >= n.near() }

// mayBeOld reports whether a text may be none of news: it states dates of long ago, or begins with one and goes on, stating no later year.
func (n *census) mayBeOld() bool {
	return n.far() >= genreFar || n.far() > 0 && n.nearStated == 0 && n.kinds >= genreKinds && (n.first == kindFar || n.first == kindYear)
}

// take counts an expression.
func (n *census) take(z *resolver, e *expr.Expr) {
	n.dateline = n.dateline || inDateline(z.text, e)
	kind := n.kindOf(e, z.speech)
	if kind == "" {
		return
	}
	if n.kinds == 0 {
		n.first = kind
	}
	if n.kinds++; n.kinds <= 3 {
		n.firstThree += kind + " "
	}
	n.last = kind
}

// kindOf counts an expression by its kind and names that; it is "" for what tells nothing of the time of which the text is.
func (n *census) kindOf(e *expr.Expr, written calendar.Date) string {
	p := &e.Parts
	offset := e.Kind == expr.Offset
	switch {
	case offset && e.Base == nil && e.From == expr.Narrative:
		n.toldOn++
		return "on"
	case offset && e.From == expr.Speech:
		n.spoken++
		n.jubilee = n.jubilee || yearsAgo(e) && e.Base != nil
		return "spoken"
	case e.Kind != expr.Point || p.Has(expr.HasDecade|expr.HasCentury|expr.HasMillennium):
		return ""
	case e.Rel.Set && e.Rel.From == expr.Speech && e.Rule != expr.RuleTheUnit:
		n.spoken++
		return "spoken"
	case e.Rel.Set:
		n.toldOn++
		return "on"
	case p.Has(expr.HasYear):
		return n.stated(p, written)
	case p.Has(expr.HasQuarter | expr.HasHalf):
		n.quarters++
		return "quarter"
	case lacksYear(p):
		n.lacking(p, written)
		return "incomplete"
	case p.Has(expr.HasWeekday):
		n.weekdays++
		return "weekday"
	}
	return ""
}

// stated counts a date with its year.
func (n *census) stated(p *expr.Parts, written calendar.Date) string {
	n.year = max(n.year, p.Year)
	switch {
	case p.Year > written.Year()-farAgo:
		n.nearStated++
		return "near"
	case p.Has(expr.HasMonth):
		n.farDays++
		return kindFar
	}
	n.farYears++
	return kindYear
}

// lacking counts a date without its year.
func (n *census) lacking(p *expr.Parts, written calendar.Date) {
	n.incomplete++
	dated := p.OfYear(written.Year())
	i, _ := dated.Interval()
	if i.IsZero() {
		return
	}
	const year = 365
	days := (written.DaysUntil(i.Start)+3*year+year/2)%year - year/2 // to the nearest one
	if days >= -closeBack && days <= closeOn {
		n.close++
	}
	if abs(days) <= besideDays {
		n.beside++
		n.firstBeside = n.firstBeside || n.incomplete == 1
	}
}

// The kinds of what is stated of long ago: with a month, or a year alone.
const (
	kindFar  = "far"
	kindYear = "year"
)

// latest tells how long before the day of writing the latest year lies.
func (n *census) latest(written calendar.Date) string {
	if n.year == 0 {
		return "none"
	}
	switch years := written.Year() - n.year; {
	case years < 0:
		return "ahead"
	case years == 0:
		return "same"
	case years == 1:
		return "last"
	case years <= 3:
		return "some"
	case years <= 10:
		return "ten"
	case years <= 40:
		return "forty"
	}
	return "long"
}

// yearsAgo reports whether an expression counts years back from the day of writing: "fifty years ago today".
func yearsAgo(e *expr.Expr) bool { return e.Rule == expr.RuleAgo && e.Amount.Unit == "Y" }

// bucket is a count as evidence.
func bucket(n int) string {
	for k, most := range [...]int{0, 1, 2, 4, 8, 16, 32} {
		if n <= most {
			return buckets[k]
		}
	}
	return buckets[len(buckets)-1]
}

// buckets are the names of what bucket counts.
var buckets = [...]string{"0", "1", "2", "3-4", "5-8", "9-16", "17-32", "more"}

// share is which part of a number another is, as evidence: in tenths of 100, rounded down.
func share(n, of int) string {
	if of == 0 {
		return "none"
	}
	return shares[n*(len(shares)-1)/of]
}

// shares are the names of what share counts.
var shares = [...]string{"0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "all"}
