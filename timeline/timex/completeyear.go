package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// completeYear finds the year of a date that lacks it: the one that the words around it say, else the one in which it lies best.
func (z *resolver) completeYear(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	if p.Holiday != nil && p.Holiday.Month != 0 && z.besideDay(e) { // last Wednesday, Independence Day: which differs from country to country
		p.SetDay(z.near.date)
		return p, Relative, z.near.date
	}
	if year, from, ok := z.yearSaid(e, &p); ok {
		return p.OfYear(year), Completed, from
	}
	ref, news := z.yearReference(e)
	if ref.IsZero() {
		return p, Completed, ref
	}
	year := z.bestYear(e, &p, ref, news)
	if p.InYear(year).IsZero() {
		return p, Completed, calendar.Date{}
	}
	return p.OfYear(year), Completed, ref
}

// besideDay reports whether a holiday stands between commas right behind the day that it is.
func (z *resolver) besideDay(e *expr.Expr) bool {
	return z.news && z.near.end == z.day.end && z.near.end < e.Start && z.text[z.near.end:e.Start] == ", " && z.near.date.Precision() >= calendar.Day && prose.AnyOf(strings.HasPrefix, z.text[e.End:], ",", ".", " –", " —", ";")
}

// yearSaid gives the year that the words around a date say, and the date that it is taken from.
func (z *resolver) yearSaid(e *expr.Expr, p *expr.Parts) (year int, from calendar.Date, ok bool) {
	between := z.text[min(z.near.end, e.Start):e.Start]
	if z.near.date.Precision() == calendar.Year && (between == ", in " || between == ", on ") && !strings.HasSuffix(strings.TrimRight(z.text[:z.near.end], "0123456789"), " since ") && !p.InYear(z.near.date.Year()).IsZero() { // three years ago, in August
		return z.near.date.Year(), z.near.date, true
	}
	if z.nearUnit == calendar.Year || z.nearUnit == calendar.Half || z.nearUnit == calendar.Quarter {
		if word, ok := strings.CutPrefix(between, ", "); ok && perhaps.Has(strings.TrimSuffix(word, " in ")) { // in the first half of 1988, perhaps in May
			return z.near.date.Year(), z.near.date, true
		}
	}
	if z.speech.IsZero() && z.event.first != z.event.last && z.clause(e).Around() != text.Past { // the festival of July 2016: tickets are on sale until 31 March
		return z.event.first.Year(), z.event.first, true
	}
	if z.nearUnit == calendar.Year && ofNamedYear(between) { // the 1859 eruption, which began on the night of 22 March
		return z.near.date.Year(), z.near.date, true
	}
	if p.Holiday != nil && z.near.date.Precision() >= calendar.Day && e.Start >= z.near.end && e.Start-z.near.end <= nextSentence && p.Holiday.In(z.near.date.Year()) == z.near.date { // 29 March 1991. It was Good Friday
		return z.near.date.Year(), z.near.date, true
	}
	if year, ok = z.byword(e); ok {
		return year, z.speech, true
	}
	year, ok = z.yearOfSentence(e)
	return year, z.near.date, ok
}

// ofNamedYear reports whether what stands between a year and a date tells when what the year is said of was: " eruption, which began on".
func ofNamedYear(between string) bool {
	noun, then, ok := strings.Cut(between, ", which ")
	return ok && strings.HasPrefix(noun, " ") && strings.Count(noun, " ") <= 2 && strings.Count(then, " ") <= 6 && text.IsPast(then[:prose.End(then, 0)]) && !strings.ContainsAny(then, ",.;")
}

// perhaps stand between a time and the part of it that is meant.
var perhaps = wordlist.SetOf("perhaps probably possibly maybe likely presumably")

// yearReference is what the year of a date is chosen by, and whether that is the day of writing.
func (z *resolver) yearReference(e *expr.Expr) (ref calendar.Date, news bool) {
	switch {
	case z.heardOf(e) && (z.tellsOfHearing(e) && z.heardIn(e) || pluperfect(z.clause(e).Told())):
		return z.hearing.day.date, false
	case z.news && (!z.localNarrative(e) || z.clause(e).Around() != text.Past && z.clause(e).Scheduled()):
		return z.speech, true
	case !z.speech.IsZero() && !z.background.in && z.clause(e).WithoutYear() == tense.Future: // what "will" happen lies ahead of the writer, whatever past was told before
		return z.speech, true
	case !z.last.IsZero():
		return z.last, false
	case z.speech.IsZero() && e.ChartYear != 0: // before the first stated date
		ref, _ = calendar.OfYear(e.ChartYear)
		return ref, false
	}
	return z.speech, false
}

// bestYear is the year in which a date lies best with respect to ref.
func (z *resolver) bestYear(e *expr.Expr, p *expr.Parts, ref calendar.Date, news bool) int {
	switch {
	case !news && e.ChartYear != 0:
		return e.ChartYear
	case ref.Precision() > calendar.Year:
		t := tense.Unclear
		if prep := strings.ToLower(prose.Before(z.text, e.Start)); !news && (prep == "until" || prep == "till") {
			t = tense.Future
		}
		if !news && pluperfect(z.clause(e).Told()) {
			t = tense.Past
		}
		if news {
			t = z.clause(e).WithoutYear()
			if t == tense.Past && p.Has(expr.HasMonth) && !p.Has(expr.HasDay) && z.clause(e).Resolved() {
				t = tense.Future
			}
			if z.clause(e).RelativePast() || z.clause(e).PutForward() { // which cleared a backlog only in January, will; adopted by the congress in May, is
				t = tense.Past
			}
			if t == tense.Past && (z.clause(e).DatedPast() || z.clause(e).HeadsPast()) || strings.EqualFold(prose.Before(z.text, e.Start), "since") { // in force since May, it will now end
				t = tense.Happened
			}
		}
		year := z.chooseYear(ref, p, t, news, p.Has(expr.HasMonth|expr.HasQuarter) && z.clause(e).Outright())
		if news && strings.EqualFold(prose.Before(z.text, e.Start), "since") && p.InYear(year).Compare(ref) > 0 && p.InYear(year).Truncate(calendar.Month) != ref.Truncate(calendar.Month) { // told on 31 December: up since January
			year--
		}
		return year
	case !news:
		year := ref.Year()
		for _, near := range [2]int{z.fine.Year(), z.fine.Year() + 1} {
			if z.goesOn(p.InYear(near)) && abs(near-year) <= 1 {
				year = near
			}
		}
		return year
	}
	return ref.Year()
}

// yearOfSentence gives the year of a date of news that lacks it where its clause begins with one: "Last year none was seen until May 17", "In 2006 they came in June".
func (z *resolver) yearOfSentence(e *expr.Expr) (year int, ok bool) {
	near := &z.near
	if !z.news || z.nearUnit != calendar.Year || near.date.IsZero() || e.Start <= near.end || e.Start-near.end > prose.SentenceReach {
		return 0, false
	}
	head := prose.SentenceBefore(z.text, near.end, prose.SentenceReach)
	between := z.text[near.end:e.Start]
	head, next := strings.CutPrefix(head, " The ")                     // The next year, the north had snow in June
	if next || strings.HasPrefix(strings.TrimLeft(head, " "), "In ") { // In 1960, Hawaii finished a recount on Dec. 28
		between = strings.TrimPrefix(between, ",")
	}
	if strings.HasPrefix(between, "'s ") && strings.Count(between, ",") == 1 { // Next year's meeting will be in London, probably in mid-July
		between = strings.Replace(between, ",", "", 1)
	}
	if strings.ContainsAny(between, ",;\n") || prose.EndsSentence(between) || strings.Contains(between, " said ") {
		return 0, false
	}
	if i := prose.LastIndex(head, ", "); i >= 0 {
		head = strings.TrimPrefix(strings.TrimPrefix(head[i+2:], "and "), "but ")
	}
	words := strings.Fields(head)
	if len(words) != 2 || !clauseYears.HasFold(words[0]) {
		return 0, false
	}
	ahead := z.clause(e).WithoutYear() == tense.Future
	return near.date.Year(), ahead == (near.date.Year() > z.speech.Year()) || near.date.Year() == z.speech.Year()+1
}

// clauseYears begin the year at the head of a clause: "in 2006", "last year", "next year".
var clauseYears = wordlist.SetOf("in last next")

// byword gives the year of a day that news name without it for what happened on it: "the Sept. 11 attacks", and in spring "since September 11".
func (z *resolver) byword(e *expr.Expr) (year int, ok bool) {
	if p := &e.Parts; p.Month != 9 || p.Day != 11 || z.speech.Year() <= 2001 {
		return 0, false
	}
	if strings.HasPrefix(z.text[e.End:], " attack") || strings.HasPrefix(z.text[e.End:], " terror") || strings.HasPrefix(z.text[e.End:], " hijack") {
		return 2001, true
	}
	behind := z.speech.Month() < 9 || z.speech.Month() == 9 && z.speech.Day() < 11
	return 2001, behind && bywords.HasFold(prose.Before(z.text, e.Start))
}

// bywords stand before a day by which an event is meant.
var bywords = wordlist.SetOf("since after before despite until")

// localNarrative reports whether an incomplete date of a news text belongs to a past that the same sentence or paragraph has just dated.
func (z *resolver) localNarrative(e *expr.Expr) bool {
	if since := z.clause(e).Said(); strings.HasSuffix(since, " since ") && prose.AnyOf(strings.Contains, since, "n't ", " has ", " have ") { // a contract in December 2015, hasn't pitched since August
		return false
	}
	if z.lastEnd < e.Start && inRelative(z.text, z.lastEnd, prose.SentenceAfter(z.text, z.lastEnd, prose.SentenceReach)) { // which was founded in 2008, agreed in February; fell apart. On Dec. 15
		return false
	}
	between := z.text[min(z.lastEnd, e.Start):e.Start]
	if inApposition(z.text, z.lastEnd, between) {
		return false
	}
	if strings.HasPrefix(between, ", when ") && !prose.EndsSentence(between) && z.last.Year() < z.speech.Year() { // in October 1929, when it dropped on Oct. 28
		return true
	}
	if e.Parts.Has(expr.HasDay) && e.Parts.Has(expr.HasMonth) && z.speech.Precision() >= calendar.Day {
		if days := e.Parts.InYear(z.speech.Year()).DaysUntil(z.speech); days >= 0 && days <= newsDays { // took the town in September 1996 and left it on Nov. 12
			return false
		}
	}
	if strings.Contains(between, " has ") || strings.Contains(between, " have ") || z.tellsOfHearing(e) { // began in April 1992 and has killed thousands. In July
		return false
	}
	if e.Parts.Has(expr.HasQuarter|expr.HasHalf) || z.last.Precision() < calendar.Month || z.lastRemark || e.Start-z.lastEnd > 150 || z.last.Year() > z.speech.Year()-2 {
		return false
	}
	for k := z.lastEnd; k < e.Start; k++ {
		if z.text[k] == '\n' {
			return false
		}
	}
	return true
}

// inApposition reports whether the date that ends at byte offset at closes an apposition, behind which the verb of its sentence follows: "the last contract, a three-year pact signed in
// September 1999, ran out on".
func inApposition(t string, at int, between string) bool {
	verb, ok := strings.CutPrefix(between, ", ")
	if !ok || !text.IsPast(verb[:prose.End(verb, 0)]) || prose.EndsSentence(between) {
		return false
	}
	said := prose.SentenceBefore(t, at, prose.SentenceReach)
	i := strings.LastIndexByte(said, ',')
	return i > 0 && prose.Determiners.Has(prose.After(said, i+1))
}

// newsDays is how many days before its publication a day is rather of the news than of a past that they have just told of.
const newsDays = 14

// datelineDays is how far an article's day may lie before what it tells of, by its time zone or an error.
const datelineDays = 2

// chooseYear is the year in which the date lies best with respect to ref: in news by tense, in a narrative the nearest, where
// what comes next is a little more likely than what came before. outright says that a month to come is told for certain, and not what is yet to be reported of one.
func (z *resolver) chooseYear(ref calendar.Date, p *expr.Parts, t tense.Tense, news, outright bool) int {
	y := ref.Year()
	best, bestCost := y, 1<<30
	for k := y - 1; k <= y+1; k++ {
		d := p.InYear(k)
		if d.IsZero() {
			continue
		}
		days := ref.DaysUntil(d)
		if d.Precision() == calendar.Month && d.Year() == ref.Year() && d.Month() == ref.Month() {
			days = 0
		}
		if p.Has(expr.HasHalf) && k == y && (ref.Month()-1)/6+1 == p.Half { // the one that runs
			days = 0
		}
		cost := days
		if days < 0 {
			cost = -days
		}
		switch {
		case !news && t == tense.Future && days < 0: // stayed until February
			cost += 366
		case !news && !z.speech.IsZero() && k < y && t != tense.Past: // in March 1917 … in November
			cost += 366
		case z.background.in && days < 0: // a few sentences seldom go back
			cost *= 2
		case !news && days < 0:
			cost = cost * 5 / 4
		case news && t == tense.Future && days < 0 && (d.Precision() == calendar.Day || outright && !p.Has(expr.HasQuarter)): // a day that will be is hardly ever behind, however near
			cost = cost*8 + 60
		case news && t == tense.Happened && days > datelineDays:
			cost += 366
		case news && t == tense.Past && days > 0, news && t == tense.Future && days < 0:
			if cost = cost*3 + 60; d.Precision() == calendar.Month && t == tense.Past && !p.Has(expr.HasQuarter) {
				cost *= 2
			}
			if p.Has(expr.HasQuarter) && days <= 45 && !(t == tense.Future && outright) { // results are told in the quarter after theirs
				cost /= 3
			}
		}
		if cost < bestCost {
			best, bestCost = k, cost
		}
	}
	return best
}
