package timex

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/grammar"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// reports is what a text that tells of results has said of the period they are for.
type reports struct {
	quarter expr.Parts // the quarter last spoken of that had ended by the publication; no parts where none was
	at      int        // where in the text it was spoken of
	named   expr.Parts // the quarter last named, be it to come
	longer  bool       // a longer period was spoken of since: the first nine months, the fiscal year
}

// spoke notes a quarter that the text names. One that has not ended, and whose results nobody knows, is an outlook and no report, unless
// it is of a fiscal year: so the text says ("fourth quarter ended Sept. 30"), or so it must be, being told as past.
func (z *resolver) spoke(e *expr.Expr, p expr.Parts) {
	i, _ := p.Interval()
	if i.End.IsZero() {
		return
	}
	z.reports.named = p
	if !z.speech.IsZero() && i.End.LastDay().Compare(z.speech) > 0 && !p.Has(expr.HasFiscal) && !strings.HasPrefix(z.text[e.End:], " ended") &&
		(z.reports.quarter.Has(expr.HasQuarter) || i.Start.Compare(z.speech) > 0 || z.clause(e).At() != tense.Past) {
		return
	}
	if last := z.reports.quarter; last.Has(expr.HasQuarter) && p.Year == last.Year && p.Quarter < last.Quarter && setAgainst(z.text, e.Start) {
		return
	}
	z.report(p, e.End)
}

// report notes the quarter that the text tells of from byte offset at on.
func (z *resolver) report(quarter expr.Parts, at int) {
	z.reports = reports{quarter: quarter, named: quarter, at: at}
}

// setAgainst reports whether what stands at byte offset at is only what a report's period is compared with: "after a flat second quarter", "up from 3% in the
// second quarter".
func setAgainst(text string, at int) bool {
	words := strings.Fields(prose.ClauseBefore(text, at))
	for _, w := range words[max(0, len(words)-comparisonWords):] {
		if prose.AnyOf(prose.EqualFold, w, "after", "from", "than", "since", "following", "with", "against") {
			return true
		}
	}
	return false
}

// comparisonWords is how many words before a period may have the one that it is compared by among them.
const comparisonWords = 4

// spokenQuarter is the quarter that "the quarter", "the latest quarter", "the 1988 period" mean: the one of which the text reports, else the
// one that had ended by the publication date.
func (z *resolver) spokenQuarter(e *expr.Expr) (expr.Parts, bool) {
	known := z.reports.quarter.Has(expr.HasQuarter)
	if e.Parts.Has(expr.HasYear) { // the 1988 quarter
		q := z.reports.quarter
		if !known {
			q = z.reports.named
		}
		if !q.Has(expr.HasQuarter) || z.reports.longer && e.Rule == expr.RuleYearQuarter && !strings.HasSuffix(z.text[e.Start:e.End], "quarter") {
			return e.Parts, true
		}
		q.Year = e.Parts.Year
		return q, true
	}
	if day := z.endedDay(e.End); !day.IsZero() && !z.reports.quarter.Has(expr.HasFiscal) { // the quarter ended July 31
		z.report(quarterTo(day), e.End)
		return z.reports.quarter, true
	}
	if z.news && z.running(e) {
		return quarterOf(z.speech), true
	}
	latest := e.Rule != expr.RuleRelatedQ || prose.HasPrefixFold(z.text[e.Start:], "the latest")
	if e.Rel.From == expr.Speech && e.Rule == expr.RuleRelatedQ && e.Rel.N != 0 {
		return expr.Parts{}, false
	}
	if known && latest {
		q := z.reports.quarter
		if e.Rel.N == -4 {
			q.Year--
		}
		z.reports.longer, z.reports.at = false, e.End
		return q, true
	}
	if known && e.Rule == expr.RuleRelatedQ && e.Rel.N == -1 { // up 4% from the previous quarter
		q, _ := calendar.OfMonth(z.reports.quarter.Year, 3*z.reports.quarter.Quarter-2)
		return quarterOf(q.AddMonths(-3)), true
	}
	anchor := z.anchor(expr.Speech, e.Start)
	if anchor.Precision() < calendar.Month {
		return expr.Parts{}, false
	}
	months := 3 * e.Rel.N
	if latest {
		months -= 3 // results are of the quarter that has ended
	}
	return quarterOf(anchor.AddMonths(months)), true
}

// running reports whether "the quarter" is the one that runs: one whose end is still to come, or that ends these days: "up 2 percent for the quarter", on June 29.
func (z *resolver) running(e *expr.Expr) bool {
	if z.speech.Precision() < calendar.Day || e.Rel.N != 0 || e.Rule != expr.RuleTheUnit {
		return false
	}
	prep := prose.Before(z.text, e.Start)
	if e.Mod == "END" {
		return (tense.Limits.Has(prep) || prep == "before") && z.clause(e).At() != tense.Past
	}
	return prep == "for" && !z.reports.quarter.Has(expr.HasQuarter) && quarterOf(z.speech.AddDays(lastDays)) != quarterOf(z.speech)
}

// lastDays is how many days before its end a quarter is told of as if over.
const lastDays = 3

// endings stand between a period and the day on which it ends: "the quarter ended Sept. 29", "the three months to June 30", "the quarter, which ends March 31".
var endings = [...]string{" ended ", " ending ", " to ", ", which ended ", ", which ends "}

// endedDay is the day on which the period before byte offset at ends, where the text says so right there; no date where it does not.
func (z *resolver) endedDay(at int) (ended calendar.Date) {
	link := slices.IndexFunc(endings[:], func(link string) bool { return strings.HasPrefix(z.text[at:], link) })
	if link < 0 {
		return ended
	}
	at += len(endings[link])
	day, ok := grammar.LeadingDay(z.text[at:min(len(z.text), at+longestDay)])
	if !ok {
		return ended
	}
	day.Start, day.End = day.Start+at, day.End+at
	p, _, _ := z.point(&day)
	i, _ := p.Interval()
	return i.Start
}

// quarterTo is the quarter of the calendar in which most of the three months lie that end on a day.
func quarterTo(day calendar.Date) expr.Parts { return quarterOf(day.AddDays(-45)) }

// fiscalMonths gives the date of a quarter the three months that it had, where the text says when it ended. Those of another fiscal quarter
// are only about the calendar's.
func (z *resolver) fiscalMonths(t *Timex, e *expr.Expr, p *expr.Parts) {
	switch day := z.endedDay(e.End); {
	case t.Date.IsZero():
	case day.Precision() >= calendar.Day:
		last := day.AddDays(-10).Truncate(calendar.Month) // a quarter may end some days into the next month
		t.Date.Interval = calendar.Interval{Start: last.AddMonths(-2), End: last}
	case p.Has(expr.HasFiscal):
		t.Date.Approximate = true
	}
}

// longestDay is how many bytes the day that ends a period may have.
const longestDay = 24

// yearAgo is the quarter that "a year ago", "year-earlier", "the year-ago period" mean beside a report of results; ok is false where
// they mean a year.
func (z *resolver) yearAgo(e *expr.Expr) (q expr.Parts, ok bool) {
	if e.Amount.Unit != "Y" || e.Amount.Number.Value != 1 || e.Base != nil || e.Parts.Has(expr.HasWeekday) || e.Dir > 0 {
		return q, false
	}
	if z.yearTold(e) || z.notOfResults(e) {
		return q, false
	}
	if period, ok := z.periodCompared(e); ok {
		return period, true
	}
	q = z.reports.quarter
	switch {
	case e.Rule == expr.RuleYearAgoQuarter && !q.Has(expr.HasQuarter) && z.speech.Precision() >= calendar.Month:
		q = quarterOf(z.speech.AddMonths(-3))
	case !q.Has(expr.HasQuarter) || z.reports.longer || e.Rule != expr.RuleYearAgoQuarter && !prose.OfResults(z.text, e.Start, e.End):
		return q, false
	}
	q.Year--
	return q, true
}

// notOfResults reports whether "a year ago" stands in a sentence on dividends or in what somebody says, which compare no quarter with the one a year before.
func (z *resolver) notOfResults(e *expr.Expr) bool {
	if e.Rule != expr.RuleAgo {
		return false
	}
	said := prose.SentenceBefore(z.text, e.Start, 2*prose.SentenceReach)
	opens := e.Start > 0 && z.text[e.Start-1] == '"'
	return opens || strings.Contains(said, "dividend") || strings.ContainsAny(said+prose.SentenceAfter(z.text, e.End, prose.SentenceReach), "\"“”")
}

// yearTold reports whether the sentence of an expression has just told a year, with whose figures it then compares: "sales in 2002 were 1.31 billion, down from
// 1.46 billion the year before".
func (z *resolver) yearTold(e *expr.Expr) bool {
	if z.nearUnit != calendar.Year || e.Start < z.near.end || e.Start-z.near.end > prose.SentenceReach {
		return false
	}
	between := z.text[z.near.end:e.Start]
	return !strings.Contains(between, ". ") && !strings.ContainsAny(between, ";\n")
}

// periodCompared is the month or half a year before the one whose figures a sentence has just given: "sales fell 34 percent in May from a year earlier", "12 crimes in
// October, against 19 a year earlier".
func (z *resolver) periodCompared(e *expr.Expr) (p expr.Parts, ok bool) {
	if z.nearUnit != calendar.Month && z.nearUnit != calendar.Half || e.Start < z.near.end || e.Start-z.near.end > periodReachBack {
		return p, false
	}
	between := z.text[z.near.end:e.Start]
	if z.figureFollows(e, between) {
		return z.monthReported(), true
	}
	if strings.ContainsAny(between, ";\n") || prose.EndsSentence(between) || !comparesFigures(between) {
		return p, false
	}
	period := z.text[max(0, z.near.end-len("the end of September")):z.near.end]
	if strings.Contains(period, " to ") || strings.Contains(period, "end of ") { // the three months to June, by the end of February
		return p, false
	}
	p = expr.Parts{Have: expr.HasYear | expr.HasMonth, Year: z.near.date.Year() - 1, Month: z.near.date.Month()}
	if z.nearUnit == calendar.Half {
		p = expr.Parts{Have: expr.HasYear | expr.HasHalf, Year: p.Year, Half: (p.Month-1)/6 + 1}
	}
	return p, true
}

// figureFollows reports whether the sentence behind that of a month does nothing but give the figure of a year before: "The rate was 6.2 percent in January. It stood at 5.3 percent
// a year earlier", "A year earlier it was 8.3%".
func (z *resolver) figureFollows(e *expr.Expr, between string) bool {
	_, said, ok := strings.Cut(between, ". ")
	if !ok || !z.news || z.speech.Precision() < calendar.Month || z.nearUnit != calendar.Month || strings.Contains(said, ". ") || strings.IndexByte(between, '\n') >= 0 || z.near.date.AddMonths(latestMonths).Compare(z.speech) < 0 {
		return false
	}
	if said == "" {
		said = prose.SentenceAfter(z.text, e.End, len(" the unemployment rate stood at 8.3"))
	}
	return strings.ContainsAny(said, "0123456789") && prose.AnyOf(strings.Contains, said, " was ", " were ", " stood at ")
}

// monthReported is the month of the year before of which figures told now are: the one before that of the publication, unless that itself has just been named.
func (z *resolver) monthReported() expr.Parts {
	month := z.speech.Truncate(calendar.Month)
	if z.near.date.Truncate(calendar.Month) != month {
		month = month.AddMonths(-1)
	}
	month = month.AddMonths(-12)
	return expr.Parts{Have: expr.HasYear | expr.HasMonth, Year: month.Year(), Month: month.Month()}
}

// latestMonths is how many months before a publication the figures may be of that it tells next to new ones.
const latestMonths = 4

// comparesFigures reports whether a stretch of text leads from a figure to the one it is compared with: " from ", ", against 19 ".
func comparesFigures(s string) bool {
	for _, link := range [...]string{" from ", " with ", " than ", " against ", " to "} {
		if _, rest, ok := strings.Cut(s, link); ok && (rest == "" || link != " to " && strings.ContainsAny(rest, "0123456789")) {
			return true
		}
	}
	return false
}

// periodReachBack is how many bytes before a comparison its month or half may stand.
const periodReachBack = 160

// lastYear is the quarter that "last year" means in a sentence that compares a quarter's results with it: "profit in the third quarter fell to
// $2 million from $3 million last year".
func (z *resolver) lastYear(e *expr.Expr) (q expr.Parts, ok bool) {
	if e.Rule != expr.RuleRelatedY || e.Rel.N != -1 || e.Rel.From != expr.Speech || e.Mod != "" || e.Parts.Have != 0 || !z.reports.quarter.Has(expr.HasQuarter) || z.reports.longer ||
		e.Start < z.reports.at || e.Start-z.reports.at > prose.ResultReach || strings.Contains(z.text[z.reports.at:e.Start], ". ") || strings.Contains(z.text[z.reports.at:e.Start], "\n") {
		return q, false
	}
	said := z.text[z.reports.at:e.Start]
	if !strings.Contains(said, " compared with ") && !strings.Contains(said, " from ") {
		return q, false
	}
	q = z.reports.quarter
	q.Year--
	return q, true
}
