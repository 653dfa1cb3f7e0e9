package timex

import (
	"strings"

	"dateline/timeline/calendar"
)

// reports is what a text that tells of results has said of the period they are for.
type reports struct {
	quarter parts // the quarter last spoken of that had ended by the publication; no parts where none was
	at      int   // where in the text it was spoken of
	longer  bool  // a longer period was spoken of since: the first nine months, the fiscal year
}

// spoke notes a quarter that the text names. One that has not ended, and whose results nobody knows, is an outlook and no report, unless
// it is of a fiscal year: so the text says ("fourth quarter ended Sept. 30"), or so it must be, being told as past.
func (z *resolver) spoke(e *expr, p parts) {
	i, _ := p.interval()
	if i.End.IsZero() {
		return
	}
	if !z.speech.IsZero() && i.End.LastDay().Compare(z.speech) > 0 && !p.has(hasFiscal) && !strings.HasPrefix(z.text[e.end:], " ended") &&
		(z.reports.quarter.has(hasQuarter) || i.Start.Compare(z.speech) > 0 || tenseAt(z.text, e.start, e.end) != pastTense) {
		return
	}
	z.reports = reports{quarter: p, at: e.end}
}

// spokenQuarter is the quarter that "the quarter", "the latest quarter", "the 1988 period" mean: the one of which the text reports, else the
// one that had ended by the publication date.
func (z *resolver) spokenQuarter(e *expr) (parts, bool) {
	known := z.reports.quarter.has(hasQuarter)
	if e.parts.has(hasYear) { // the 1988 quarter
		q := z.reports.quarter
		if !known || z.reports.longer && e.rule == ruleYearQuarter && !strings.HasSuffix(z.text[e.start:e.end], "quarter") {
			return e.parts, true
		}
		q.year = e.parts.year
		return q, true
	}
	if day := z.endedDay(e.end); !day.IsZero() && !z.reports.quarter.has(hasFiscal) { // the quarter ended July 31
		z.reports = reports{quarter: quarterTo(day), at: e.end}
		return z.reports.quarter, true
	}
	if z.news && z.running(e) {
		return quarterOf(z.speech), true
	}
	latest := e.rule != ruleRelatedQ || hasPrefixFold(z.text[e.start:], "the latest")
	if e.rel.from == speech && e.rule == ruleRelatedQ && e.rel.n != 0 {
		return parts{}, false
	}
	if known && latest {
		q := z.reports.quarter
		if e.rel.n == -4 {
			q.year--
		}
		z.reports.longer, z.reports.at = false, e.end
		return q, true
	}
	if known && e.rule == ruleRelatedQ && e.rel.n == -1 { // up 4% from the previous quarter
		q, _ := calendar.OfMonth(z.reports.quarter.year, 3*z.reports.quarter.quarter-2)
		return quarterOf(q.AddMonths(-3)), true
	}
	anchor := z.anchor(speech, e.start)
	if anchor.Precision() < calendar.Month {
		return parts{}, false
	}
	months := 3 * e.rel.n
	if latest {
		months -= 3 // results are of the quarter that has ended
	}
	return quarterOf(anchor.AddMonths(months)), true
}

// running reports whether "the quarter" is the one that runs: one whose end is still to come, or that ends these days: "up 2 percent for the quarter", on June 29.
func (z *resolver) running(e *expr) bool {
	if z.speech.Precision() < calendar.Day || e.rel.n != 0 || e.rule != ruleTheUnit {
		return false
	}
	prep := before(z.text, e.start)
	if e.mod == "END" {
		return (limits[prep] || prep == "before") && tenseAt(z.text, e.start, e.end) != pastTense
	}
	return prep == "for" && !z.reports.quarter.has(hasQuarter) && quarterOf(z.speech.AddDays(lastDays)) != quarterOf(z.speech)
}

// lastDays is how many days before its end a quarter is told of as if over.
const lastDays = 3

// endedDay is the day on which the period before byte offset at ended, where the text says so right there: "the quarter ended Sept. 29", "the three months ended June 30".
func (z *resolver) endedDay(at int) (ended calendar.Date) {
	switch {
	case strings.HasPrefix(z.text[at:], " ended "):
		at += len(" ended ")
	case strings.HasPrefix(z.text[at:], " ending "):
		at += len(" ending ")
	case strings.HasPrefix(z.text[at:], " to "): // the three months to Sept. 30
		at += len(" to ")
	default:
		return ended
	}
	day, ok := leadingDay(z.text[at:min(len(z.text), at+longestDay)])
	if !ok {
		return ended
	}
	day.start, day.end = day.start+at, day.end+at
	p, _, _ := z.point(&day)
	i, _ := p.interval()
	return i.Start
}

// quarterTo is the quarter of the calendar in which most of the three months lie that end on a day.
func quarterTo(day calendar.Date) parts { return quarterOf(day.AddDays(-45)) }

// fiscalMonths gives the date of a quarter the three months that it had, where the text says when it ended. Those of another fiscal quarter
// are only about the calendar's.
func (z *resolver) fiscalMonths(t *Timex, e *expr, p *parts) {
	switch day := z.endedDay(e.end); {
	case t.Date.IsZero():
	case day.Precision() >= calendar.Day:
		last := day.AddDays(-10).Truncate(calendar.Month) // a quarter may end some days into the next month
		t.Date.Interval = calendar.Interval{Start: last.AddMonths(-2), End: last}
	case p.has(hasFiscal):
		t.Date.Approximate = true
	}
}

// longestDay is how many bytes the day that ends a period may have.
const longestDay = 24

// yearAgo is the quarter that "a year ago", "year-earlier", "the year-ago period" mean beside a report of results; ok is false where
// they mean a year.
func (z *resolver) yearAgo(e *expr) (q parts, ok bool) {
	if e.amount.unit != "Y" || e.amount.number.value != 1 || e.base != nil || e.parts.has(hasWeekday) || e.dir > 0 {
		return q, false
	}
	if z.yearTold(e) {
		return q, false
	}
	if month, ok := z.monthCompared(e); ok {
		return month, true
	}
	q = z.reports.quarter
	switch {
	case e.rule == ruleYearAgoQuarter && !q.has(hasQuarter) && z.speech.Precision() >= calendar.Month:
		q = quarterOf(z.speech.AddMonths(-3))
	case !q.has(hasQuarter) || z.reports.longer || e.rule != ruleYearAgoQuarter && !ofResults(z.text, e.start, e.end):
		return q, false
	}
	q.year--
	return q, true
}

// yearTold reports whether the sentence of an expression has just told a year, with whose figures it then compares: "sales in 2002 were 1.31 billion, down from
// 1.46 billion the year before".
func (z *resolver) yearTold(e *expr) bool {
	if z.nearUnit != calendar.Year || e.start < z.near.end || e.start-z.near.end > planReach {
		return false
	}
	between := z.text[z.near.end:e.start]
	return !strings.Contains(between, ". ") && !strings.ContainsAny(between, ";\n")
}

// monthCompared is the month a year before the one whose figures a sentence has just given: "sales fell 34 percent in May from a year earlier", "12 crimes in October, against
// 19 a year earlier".
func (z *resolver) monthCompared(e *expr) (parts, bool) {
	if z.nearUnit != calendar.Month || e.start < z.near.end || e.start-z.near.end > monthReachBack {
		return parts{}, false
	}
	between := z.text[z.near.end:e.start]
	if strings.ContainsAny(between, ";\n") || endsSentence(between) || !comparesFigures(between) {
		return parts{}, false
	}
	month := z.text[max(0, z.near.end-len("the end of September")):z.near.end]
	if strings.Contains(month, " to ") || strings.Contains(month, "end of ") { // the three months to June, by the end of February
		return parts{}, false
	}
	return parts{have: hasYear | hasMonth, year: z.near.date.Year() - 1, month: z.near.date.Month()}, true
}

// comparesFigures reports whether a stretch of text leads from a figure to the one it is compared with: " from ", ", against 19 ".
func comparesFigures(s string) bool {
	for _, link := range [...]string{" from ", " with ", " than ", " against ", " to "} {
		if _, rest, ok := strings.Cut(s, link); ok && (rest == "" || link != " to " && strings.ContainsAny(rest, "0123456789")) {
			return true
		}
	}
	return false
}

// monthReachBack is how many bytes before a comparison its month may stand.
const monthReachBack = 120

// lastYear is the quarter that "last year" means in a sentence that compares a quarter's results with it: "profit in the third quarter fell to
// $2 million from $3 million last year".
func (z *resolver) lastYear(e *expr) (q parts, ok bool) {
	if e.rule != ruleRelatedY || e.rel.n != -1 || e.rel.from != speech || e.mod != "" || e.parts.have != 0 || !z.reports.quarter.has(hasQuarter) || z.reports.longer ||
		e.start < z.reports.at || e.start-z.reports.at > resultReach || strings.Contains(z.text[z.reports.at:e.start], ". ") || strings.Contains(z.text[z.reports.at:e.start], "\n") {
		return q, false
	}
	said := z.text[z.reports.at:e.start]
	if !strings.Contains(said, " compared with ") && !strings.Contains(said, " from ") {
		return q, false
	}
	q = z.reports.quarter
	q.year--
	return q, true
}

// resultReach is how many bytes around an expression a sum of money may stand that makes it one of a report.
const resultReach = 160

// resultWords are what reports of results count and compare.
var resultWords = [...]string{"million", "billion", "share", "sales", "revenue", "profit", "earnings", "income", "%", "percent", " loss", " net "}

// ofResults reports whether the sentence around text[start:end] compares results.
func ofResults(text string, start, end int) bool {
	from := max(0, start-resultReach)
	if i := strings.LastIndexAny(text[from:start], "\n"); i >= 0 {
		from += i
	}
	window := text[from:min(len(text), end+resultReach/4)]
	for _, w := range resultWords {
		if strings.Contains(window, w) {
			return true
		}
	}
	return false
}
