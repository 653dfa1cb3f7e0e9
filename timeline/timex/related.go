package timex

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// related resolves "last week", "next Friday", "this summer", "the following day", "next year's first quarter".
func (z *resolver) related(e *expr.Expr) (p expr.Parts, basis Basis, anchor calendar.Date) {
	p, basis = e.Parts, Relative
	anchor = z.anchorOf(e)
	if e.Rel.Unit == expr.Antecedent {
		last := z.last
		if !z.news && e.Start-z.near.end <= nextSentence && prose.EqualFold(z.text[e.Start:e.End], "then") && !z.near.date.IsZero() { // would not be finished until 1862. By then
			last = z.near.date
		}
		if last.IsZero() {
			return p, basis, calendar.Date{}
		}
		return antecedentParts(last), basis, last
	}
	if e.Rule == expr.RuleTurn && e.Rel.Unit == "ML" {
		return turnOfMillennium(anchor), basis, anchor
	}
	if e.Rule == expr.RuleTurn {
		if z.news {
			anchor = z.speech
		}
		ahead := z.news && (prose.Before(z.text, e.Start) == "by" || z.clause(e).At() == tense.Future)
		return turnOfCentury(anchor, z.news, ahead && anchor.Year()%100 >= nearTurn), basis, anchor
	}
	if e.Rule == expr.RuleNthDay {
		if day := z.nthDay(e); !day.IsZero() {
			p.SetDay(day)
		}
		return p, basis, z.last
	}
	if q, ok := z.spokenOf(e); ok {
		return q, basis, anchor
	}
	switch {
	case anchor.IsZero() && e.Rel.Unit == "":
		return p, basis, anchor
	case anchor.IsZero():
		return unknownUnit(p, e.Rel.Unit), basis, anchor
	case e.Rel.Unit == "":
		if e.Rel.N == 0 && e.Parts.Season == "WI" && e.Rel.From == expr.Speech && anchor.Month() == 3 && z.clause(e).WithoutYear() != tense.Future { // this winter, told in March, is the one just over
			anchor = anchor.AddMonths(-1)
		}
		p = relatedDate(e, anchor)
		z.comeUp(e, &p, anchor)
		return p, basis, anchor
	}
	if p.Has(expr.HasYear) { // on this day in 1911
		anchor = anchor.AddYears(p.Year - anchor.Year())
	}
	base, ok := shift(anchor, expr.Amount{Number: expr.Number{Value: float64(abs(e.Rel.N))}, Unit: e.Rel.Unit}, sign(e.Rel.N))
	switch {
	case !ok && e.Rel.Unit == "D" && e.Rel.N == 0 && e.Rel.From == expr.Narrative: // that day, of which the text told only the month
		base = antecedentParts(anchor)
		base.Have |= expr.HasUnknownDay
	case !ok:
		return unknownUnit(p, e.Rel.Unit), basis, anchor
	case e.Rel.Unit == "W" && p.Has(expr.HasWeekday):
		monday := calendar.WeekStart(anchor.AddDays(7 * e.Rel.N).ISOWeek())
		p.SetDay(monday.AddDays(p.Weekday - 1))
		return p, basis, anchor
	case e.Rel.Unit == "W" && e.Rel.N == 0 && z.news && anchor == z.speech && anchor.Weekday() == 0 && z.clause(e).At() == tense.Future: // told on a Sunday: this week he will appear
		base = weekOf(anchor.AddDays(1))
	case e.Rel.Unit == "W" && e.Rule == expr.RuleTheUnit && z.news && anchor == z.speech && z.weekOver(e):
		base = weekOf(anchor.AddDays(-7))
	case e.Rel.Unit == "W":
		base = weekOf(anchor.AddDays(7 * e.Rel.N))
	case e.Rel.Unit == "WE":
		base = z.weekend(e, anchor, base)
	}
	return base.With(&p), basis, anchor
}

// comeUp puts off by a week a weekday that is not the one just over: on a Sunday "the dinner is this Friday", told as no past; and in what is told, "they called a council on the
// 13th; they laid down their arms that Friday", unless it was told of before.
func (z *resolver) comeUp(e *expr.Expr, p *expr.Parts, anchor calendar.Date) {
	if e.Rel.N != 0 || !p.Has(expr.HasWeekday) || !p.Has(expr.HasDay) {
		return
	}
	day, err := calendar.OfDay(p.Year, p.Month, p.Day)
	if err != nil || day.Compare(anchor) >= 0 {
		return
	}
	over := z.clause(e).At() == tense.Past
	if e.Rel.From == expr.Narrative {
		over = day == z.dayFirst || day == z.earlierDay || day == z.day.date
	}
	if !over {
		p.SetDay(day.AddDays(7))
	}
}

// nearTurn is the year of a century from which on news may tell of its turn as of one to come.
const nearTurn = 70

// turnOfCentury is the year of the turn of the century: in news the last one, or the next where that lies ahead, in a narrative the nearest; no year where there is no date to
// count from.
func turnOfCentury(from calendar.Date, news, ahead bool) expr.Parts {
	year := from.Year()
	switch {
	case from.IsZero() || year < 100:
		return expr.Parts{}
	case ahead:
		year += 99
	case !news:
		year += 50
	}
	return expr.Parts{Have: expr.HasYear, Year: year / 100 * 100}
}

// turnOfMillennium is the year of the nearest turn of a millennium; no year where there is no date to count from.
func turnOfMillennium(from calendar.Date) expr.Parts {
	if from.IsZero() || from.Year() < 0 {
		return expr.Parts{}
	}
	return expr.Parts{Have: expr.HasYear, Year: (from.Year() + 500) / 1000 * 1000}
}

// anchorOf is what a related expression is counted from.
func (z *resolver) anchorOf(e *expr.Expr) calendar.Date {
	rel := &e.Rel
	counts := rel.Unit == "D" || rel.Unit == "W" || rel.Unit == "WE" || rel.Unit == "" && e.Parts.Has(expr.HasWeekday)
	switch {
	case rel.From == expr.Narrative && rel.Unit == "D":
		return z.countedFrom(e, z.countedAnchor(rel.From, e.Start), rel.N)
	case !counts && rel.N == 0 && rel.From == expr.Narrative && !z.news && !z.nearBack && !z.nearLast && z.near.date.Precision() >= calendar.Month && e.Start-z.near.end <= nextSentence && rel.Unit != "DE": // that winter: of the date just named, be it in a remark
		return z.near.date
	case e.Rule == expr.RuleNewYear && z.news && z.clause(e).WithoutYear() == tense.Future: // back in the new year
		return z.speech
	case rel.Unit == "M1" && rel.From == expr.Narrative && !z.news:
		return z.monthAnchor(e.Start)
	case rel.From == expr.Speech && !z.news && !z.speech.IsZero() && z.diary.timex == 0 && e.Rule != expr.RuleTheUnit: // planned for this autumn, at the end of an obituary
		return z.speech
	case !counts:
		return z.anchor(rel.From, e.Start)
	case rel.Unit == "":
		return z.dayAnchor(rel.From, e.Start)
	}
	return z.countedAnchor(rel.From, e.Start)
}

// monthAnchor is anchor for an expression that counts months in a narrative: what was said only of a year or a season since does not do for it.
func (z *resolver) monthAnchor(at int) calendar.Date {
	a := z.anchor(expr.Narrative, at)
	if a == z.near.date && z.nearUnit == calendar.Season {
		a = z.last
	}
	if a.Precision() < calendar.Month && z.fine.Year() == a.Year() && !z.fine.IsZero() {
		return z.fine
	}
	return a
}

// spokenOf is what the text has just spoken of, which "that decade", "the latest quarter", "last year" in a report mean.
func (z *resolver) spokenOf(e *expr.Expr) (expr.Parts, bool) {
	switch e.Rel.Unit {
	case "DE":
		if z.decade != 0 && (e.Rel.From == expr.Narrative || e.Rel.N == 0 && e.Rule == expr.RuleTheUnit) {
			decade := z.decade
			if since := z.last.Year(); z.lastEnd > z.decadeEnd && since > decade+10 && decade > 0 { // a year of a later one was told since
				decade = since / 10 * 10
			}
			return expr.Parts{Have: expr.HasDecade, Year: decade + 10*e.Rel.N}, true
		}
	case "C":
		if z.century != 0 && e.Rel.From == expr.Narrative { // in the late 12th century … the following century
			return expr.Parts{Have: expr.HasCentury, Year: z.century + 100*e.Rel.N}, true
		}
	case "Y":
		if day := z.endedDay(e.End); e.Rule == expr.RuleFiscal && !day.IsZero() { // the fiscal year ended Nov. 30
			return expr.Parts{Have: expr.HasYear | expr.HasFiscal, Year: day.Year()}, true
		}
		if q := z.reports.quarter; e.Rule == expr.RuleTheUnit && e.Mod == "" && q.Has(expr.HasYear) && q.Quarter == expr.Quarters && !q.Has(expr.HasFiscal) && q.Year == z.speech.Year()-1 { // told with a fourth quarter: its year
			return expr.Parts{Have: expr.HasYear, Year: q.Year}, true
		}
		return z.lastYear(e)
	case "M1":
		if z.news && e.Rule == expr.RuleTheUnit && e.Mod == "" && z.monthSpoken(e.Start) { // sales in January … in the month
			return antecedentParts(z.last), true
		}
		if z.news && e.Rule == expr.RuleTheUnit && z.monthOver(e) {
			return antecedentParts(z.speech.Truncate(calendar.Month).AddMonths(-1)), true
		}
	case "Q", "P":
		return z.spokenQuarter(e)
	}
	return expr.Parts{}, false
}

// monthSpoken reports whether a report has just spoken of a month before byte offset at, not long ago.
func (z *resolver) monthSpoken(at int) bool {
	return z.last.Precision() == calendar.Month && at-z.lastEnd <= spokenReach && z.last.Compare(z.speech) < 0 && z.last.AddMonths(recentMonths).Compare(z.speech) > 0
}

// monthOver reports whether "the month" is the one before that of the publication: what happened in it, or in its last days, is told while its successor is young: "he sold 62 vehicles in
// the month", on 1 October.
func (z *resolver) monthOver(e *expr.Expr) bool {
	prep := prose.Before(z.text, e.Start)
	return (prep == "in" || prep == "during") && (e.Mod == "" || e.Mod == "END") && z.speech.Precision() >= calendar.Day && z.speech.Day() < monthsEnd && z.clause(e).At() == tense.Past
}

// weekOver reports whether "the week" is the one before that of the publication, on whose first days it is told as past: "For the week, the index rose 2.3%", on a Monday.
func (z *resolver) weekOver(e *expr.Expr) bool {
	weekday, prep := z.speech.Weekday(), prose.Before(z.text, e.Start)
	return (weekday == 1 || weekday == 2) && e.Mod != "END" && prep != "before" && !tense.Limits.Has(prep) && z.clause(e).At() == tense.Past
}

// monthsEnd is the day from which on a month may be told as past.
const monthsEnd = 21

const (
	// spokenReach is how many bytes after a month "the month" still means it.
	spokenReach = 600
	// recentMonths is how many months ago it may have been.
	recentMonths = 6
)

// weekend is the one that a related weekend means. Early in a week "the weekend" is the one just past.
func (z *resolver) weekend(e *expr.Expr, anchor calendar.Date, base expr.Parts) expr.Parts {
	if e.Rel.N == 0 && (z.news || anchor.Precision() < calendar.Day) {
		weekday, t := (int(anchor.Weekday())+6)%7, z.clause(e).At() // 0 Monday
		this := prose.HasPrefixFold(z.text[e.Start:], "this")
		prep := prose.Before(z.text, e.Start)
		said := z.clause(e).Said()
		will := strings.Contains(said, " will ") || modalNear(z.text, e.End) || prose.AnyOf(strings.Contains, said, " could ", " may ", " might ") && !strings.Contains(said, " have ")
		if prep == "over" && weekday <= 2 && t == tense.Future && !will { // dry weather over the weekend may have spoilt it
			t = tense.Unclear
		}
		if z.clause(e).CalledOff() { // two matches set for the weekend have been called off
			t = tense.Future
		}
		coming := t == tense.Future || t == tense.Unclear && this || (tense.Limits.Has(prep) || prep == "before") && t != tense.Past
		if weekday <= 2 && !coming && !(this && weekday == 2) || weekday <= 4 && t == tense.Past && !(this && weekday >= 2) {
			base = weekOf(anchor.AddDays(-7))
		}
	}
	base.Have |= expr.HasWeekend
	return base
}

// modalNear reports whether a modal is among the first words behind byte offset end: "over the weekend highs may reach 40".
func modalNear(text string, end int) bool {
	words := strings.Fields(prose.SentenceAfter(text, end, prose.SentenceReach))
	return slices.ContainsFunc(words[:min(3, len(words))], func(word string) bool { return tense.Modals.Has(word) })
}

func quarterOf(d calendar.Date) expr.Parts {
	return expr.Parts{Have: expr.HasYear | expr.HasQuarter, Year: d.Year(), Quarter: (d.Month() + 2) / 3}
}

func unknownUnit(p expr.Parts, unit string) expr.Parts {
	if unit == "WE" {
		p.Have |= expr.HasWeekend
	}
	return p
}

// relatedDate resolves a month, weekday, season or holiday by "last", "this", "next" and the like.
func relatedDate(e *expr.Expr, anchor calendar.Date) expr.Parts {
	p := e.Parts
	if p.Has(expr.HasWeekday) {
		return relatedWeekday(e, anchor)
	}
	y := anchor.Year()
	months := p.InYear(y).Month() - anchor.Month()
	width := 1
	if p.Has(expr.HasSeason) {
		width = 3
	}
	winter := p.Has(expr.HasSeason) && p.Season == "WI" && anchor.Month() < 3 // that began in the year before
	switch {
	case anchor.Precision() < calendar.Month:
		y += e.Rel.N
	case e.Rel.N < -1: // two summers ago
		y += e.Rel.N
		if winter {
			y--
		}
	case e.Rel.N < 0 && months > -width:
		y--
	case e.Rel.N > 0 && months <= 0:
		y++
	case e.Rel.N == 0 && winter:
		y--
	}
	return p.OfYear(y)
}

// relatedWeekday resolves a weekday by "last", "this", "next".
func relatedWeekday(e *expr.Expr, anchor calendar.Date) expr.Parts {
	rel, p := e.Rel, e.Parts
	if anchor.Precision() < calendar.Day {
		return p
	}
	back := (int(anchor.Weekday()) - p.Weekday%7 + 7) % 7
	d := anchor.AddDays(-back)
	switch {
	case rel.N < 0 && (back == 0 || back == 1 && rel.From == expr.Speech): // last Tuesday, said on a Wednesday, is not yesterday
		d = d.AddDays(7 * rel.N)
	case rel.N > 0 && back == 6 && rel.From == expr.Speech && e.Rule != expr.RuleWeekFromDay: // nor is next Friday, said on a Thursday, tomorrow
		d = d.AddDays(7 * (rel.N + 1))
	case rel.N < 0:
		d = d.AddDays(7 * (rel.N + 1))
	case rel.N > 0:
		d = d.AddDays(7 * rel.N)
	case back > 0 && rel.From == expr.Speech: // this Friday: of the running week
		d = calendar.WeekStart(anchor.ISOWeek()).AddDays(p.Weekday - 1)
	}
	p.SetDay(d)
	return p
}

func dayParts(d calendar.Date) (expr.Parts, bool) {
	p := expr.Parts{}
	p.SetDay(d)
	return p, !d.IsZero()
}

func yearParts(y int, have expr.PartSet, width int) (expr.Parts, bool) {
	if y < calendar.MinYear || y > calendar.MaxYear {
		return expr.Parts{}, false
	}
	if width > 1 {
		y -= ((y % width) + width) % width
	}
	return expr.Parts{Have: have, Year: y}, true
}

// weekOf is the ISO 8601 week of a day.
func weekOf(d calendar.Date) expr.Parts {
	y, w := d.ISOWeek()
	return expr.Parts{Have: expr.HasYear | expr.HasWeek, Year: y, Week: w}
}

// nearWeekday is the weekday nearest a day: "a year ago Tuesday".
func nearWeekday(p expr.Parts, weekday int) expr.Parts {
	d, err := calendar.OfDay(p.Year, max(p.Month, 1), max(p.Day, 1))
	if err != nil {
		return p
	}
	back := (int(d.Weekday()) - weekday%7 + 7) % 7
	if back > 3 {
		back -= 7
	}
	p.SetDay(d.AddDays(-back))
	p.Have = expr.HasYear | expr.HasMonth | expr.HasDay
	return p
}

func abs(n int) int { return max(n, -n) }

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
