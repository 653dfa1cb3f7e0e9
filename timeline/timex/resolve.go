package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// resolver goes through a document's expressions in text order and keeps what the later ones are resolved against.
type resolver struct {
	source string
	plain  prose.Plain // of the source
	text   string      // the plain text, into which all offsets are until a timex is handed over
	o      Options
	speech calendar.Date // publication date, by the day; no date where unknown
	news   bool          // incomplete dates are near the publication date; else near the narrative's date

	// The work: what has been handed over, and what holds for the whole document.
	found      []expr.Expr // the block at work
	k          int         // which of it
	chance     float64     // that what was chosen for it is right; 0 where nothing was
	count      int         // timexes before the one at work
	pair       [2]Timex    // the one at work and the one before it, which has not been handed over yet
	first      bool        // no block has been resolved yet
	orders     [2]int      // numeric dates that were month first, and day first, for certain
	stated     statedDays
	chart      chart
	section    section // of a narrative: what the last heading said
	diary      diary
	background background
	census     census       // of what days the text tells, where its day of writing is known
	story      story        // of news
	asked      tense.Clause // that of the expression whose tense was asked for last
	ancient    ancient
	julian     bool // its weekdays are those of the Julian calendar

	// The date that the narrative has reached, as precise as the text gave it.
	last       calendar.Date
	lastEnd    int           // where in the text that was said
	lastTimex  int           // the number of the timex that gave it
	lastRemark bool          // it was stated in a remark: "quiet since May 1963"
	lastLeft   bool          // the narrative does not follow it
	fine       calendar.Date // the last date of a month or day; last may be a year named in passing

	// The last date given at all, be it an aside.
	near      spot
	nearUnit  calendar.Precision // as the text gave it: a quarter begins with a month and is none
	nearAhead bool               // it was a remark on what was still to come
	nearLast  bool               // it was a season or month before the one reached: "the previous November"
	nearBack  bool               // it was counted back in a clause that closes there: "promised the throne fifteen years earlier, began"
	nearUntil bool               // it was one up to which something went on: "could stay only until mid-October"

	// The last of other kinds.
	day        spot          // a day
	named      namedDay      // the day named last
	earlierDay calendar.Date // the other day told last before that
	dayFirst   calendar.Date // the first day told
	timed      timed         // a time of day that named no day
	teach      teacher       // of the training; else nil
	evidence   evidence      // of the choice at work
	asksDay    dayChoice     // the choice of a day at work
	asksHour   hourChoice    // and that of an hour
	asksYear   yearChoice    // and that of a year
	writes24   bool          // clock times run up to 24: "17:40"
	event      occasion      // of news: what they announce
	coming     spot          // of news: a day that lies ahead
	lead       calendar.Date // of news: the first day that is not far before the publication
	weekday    spot          // the day that a weekday alone stood for
	clock      expr.Parts    // a clock time, with its day
	clockEnd   int           // where that stands; 0 for none
	told       told          // the time of day
	counted    counted       // a day by its number in the course of things
	decade     int           // the first year of a decade; 0 where none was
	decadeEnd  int
	century    int           // the first year of the century told last; 0 where none was since a year
	opened     spot          // the first day told in its paragraph
	lined      spot          // the day of the date or time that headed a line last
	hearing    hearing       // of news: what it was about
	mishap     spot          // the day of what befell somebody, as the head of a report gives it
	birth      calendar.Date // the date that somebody was born on; no date where none was told
	birthTimex int
	reports    reports // of which quarter the text tells results
}

// spot is a date and the byte of the text where its words end; the zero spot where there is none.
type spot struct {
	date calendar.Date
	end  int
}

// begin makes an empty resolver one of a text.
func (z *resolver) begin(text string, o Options) {
	z.source, z.plain, z.o = text, prose.PlainOf(text), o
	z.text, z.speech, z.first = z.plain.Text, o.Published.Truncate(calendar.Day), true
}

// clause is the clause of an expression, which tells its tense.
func (z *resolver) clause(e *expr.Expr) *tense.Clause { return z.asked.Set(z.text, e.Start, e.End) }

// resolve gives the expressions of a block their values and dates and hands them over. It reports whether to go on.
func (z *resolver) resolve(found []expr.Expr, yield func(*Timex) bool) bool {
	opening := z.survey(found)
	for k := range found {
		if k == opening && k > 0 { // now the past is told
			z.news = false
			z.goBack(place{})
		}
		e := &found[k]
		z.found, z.k, z.chance = found, k, 0
		if z.isNone(e) {
			continue
		}
		if e.Rule == expr.RuleClock {
			z.dayBehind(e, found[k+1:])
		}
		if e.HourTold && !z.addHour(e) {
			continue
		}
		if z.asksHalf(e) {
			hour := z.hourOf(e)
			if hour == noTime {
				continue
			}
			z.turn(e, hour)
		}
		ends := z.rangeBegun() != nil
		if ends {
			follow(e, z.held())
		}
		opens := z.diary.opens(z.text, e) && (e.Parts.Holiday == nil || z.undated())
		if opens || z.diary.until > 0 && e.Start >= z.diary.until {
			z.leave()
		}
		if opens {
			z.dateEntry(e)
		}
		t := &z.pair[z.count%2]
		back := z.news && z.ofBackground(e)
		if back {
			z.enterBackground(e)
		}
		before := z.lastTimex
		*t = z.timex(e)
		z.link(e, t, before)
		z.noteTime(e, t)
		z.noteLine(e, t)
		if p := t.Date.Start.Precision(); opens && (p == calendar.Month || p == calendar.Year && e.Parts.Has(expr.HasYear)) { // what follows is not before it
			z.diary.last = t.Date.Start.FirstDay()
		}
		if opens && (e.GivesDay() || e.Parts.Holiday != nil) && t.Date.Start.Precision() >= calendar.Day {
			z.enter(t.Date.Start.Truncate(calendar.Day), e.End)
		}
		if opens && e.Rule == expr.RuleAgo {
			z.enter(z.speech.AddYears(-int(e.Amount.Number.Value)), e.End)
		}
		if k > 0 && z.count > 0 {
			z.restate(&found[k-1], e, t)
		}
		if ends {
			z.joinRange(z.held(), t)
			z.noteOccasion(z.held().Start, z.held().Date.Start, t.Date.Start)
		} else if strings.HasSuffix(t.Value, "-WE") { // the weekend of 25-26 October
			z.noteOccasion(t.Start, t.Date.Start, t.Date.End)
		}
		if back {
			z.leaveBackground(e)
		} else if z.news {
			z.noteBackground(e, t)
		}
		z.noteStory(e, t)
		if !z.flush(yield) {
			return false
		}
		z.count++
	}
	return true
}

// survey finds out what holds for a whole block before its expressions are resolved: the order of numeric dates, whether the text is news or a narrative
// and which years a narrative goes through. It gives how many expressions of a narrative come before the past that it tells, as news. What comes every week is
// known before what comes every year, which asks for it; the years found by weekdays are known before those of the narrative, which begins there.
func (z *resolver) survey(found []expr.Expr) (opening int) {
	z.orders = countOrders(z.text, found, z.orders)
	settleOrder(z.text, found, z.orders, z.o.DateOrder, z.speech)
	if z.first {
		z.first = false
		z.settleGenre(found)
	}
	z.settleAncient(found)
	z.stated.note(found)
	z.noteHours(found)
	z.noteWeekly(found)
	if z.news {
		z.noteYearly(found)
	}
	z.completeFromWeekdays(found)
	z.noteEntries(found)
	if !z.news {
		if z.count == 0 && !z.speech.IsZero() {
			opening = newsBefore(found, z.speech)
		}
		if z.letter() { // a letter is told from its day as news are
			z.noteYearly(found)
		} else {
			z.noteRecurring(found[opening:])
			z.noteAlmanac(found[opening:])
			z.noteAnnouncement(found)
			z.chartYears(found[opening:])
		}
		z.news = opening > 0
	}
	return opening
}

// isNone reports whether an expression is no time expression after all in this document.
func (z *resolver) isNone(e *expr.Expr) bool {
	if e.Narrative && z.news {
		return true
	}
	if e.Entry && !z.diary.months {
		return true
	}
	if h := e.Parts.Holiday; h != nil && h.Others && z.ofAnother(h) { // D-Day was fixed for 15 September 1950
		return true
	}
	switch e.Kind {
	case expr.Refused:
		return true
	case expr.Aged:
		return z.birth.IsZero() || z.another(e)
	}
	switch e.Rule {
	case expr.RuleYear: // "Blade Runner 2049": a number in a name
		return z.news && e.Weak && e.Parts.Year > z.speech.Year()+farYears && !prose.DatePrepositions.HasFold(prose.Before(z.text, e.Start)) && prose.Before(z.text, e.Start) != "due"
	case expr.RuleTheUnit: // the quarter of a town
		return e.Rel.Unit == "Q" && !z.news && !z.reports.quarter.Has(expr.HasQuarter)
	case expr.RuleQuarterCode: // rather a quartile, or a question
		return !z.news && !e.Parts.Has(expr.HasYear) && !e.Rel.Set
	case expr.RuleNthDay:
		return z.last.Precision() < calendar.Day || e.Start-z.lastEnd > dayReach
	case expr.RuleDay, expr.RuleWeekdayDay:
		d, _ := z.ofMonth(e)
		return d.IsZero() && !(z.diary.opens(z.text, e) && !z.diary.last.IsZero()) && !e.Parts.Has(expr.HasMonth) // and not: from Thursday 28 to Sunday 31 July
	case expr.RuleWeekday: // Helen Friday; news have "told Reuters Friday"
		given := prose.Before(z.text, e.Start)
		return !z.news && e.Weak && prose.IsName(given) && !prose.IsFunctionWord(given) && z.text[e.Start-1] == ' ' && !openings[given]
	}
	return false
}

// flush hands over the timex that is held back, because the next one may end a range with it.
func (z *resolver) flush(yield func(*Timex) bool) bool {
	if z.count == 0 {
		return true
	}
	t := z.held()
	t.Start, t.End = z.plain.Start(t.Start), z.plain.End(t.End)
	t.Text = z.source[t.Start:t.End]
	return yield(t)
}

// held is the last timex; there is one when count is not 0.
func (z *resolver) held() *Timex { return &z.pair[(z.count+1)%2] }

// farYears is how many years ahead of the publication a number stands for a year only behind a preposition, and how far from the year of a named day
// another of its name may lie.
const farYears = 15

// openings stand before the days of a schedule: "Open Wednesday to Saturday".
var openings = map[string]bool{"Open": true, "Opens": true, "Closed": true, "Closes": true, "Daily": true}

// timex resolves one expression.
func (z *resolver) timex(e *expr.Expr) Timex {
	t := Timex{Start: e.Start, End: e.End, Text: z.text[e.Start:e.End], Type: e.Type, Mod: e.Mod, Rule: e.Rule, Quant: e.Quant, Freq: e.Freq}
	switch e.Kind {
	case expr.Reference:
		t.Value = e.Ref
	case expr.Duration:
		z.duration(e, &t)
	case expr.Set:
		z.set(e, &t)
	case expr.Aged:
		z.age(e, &t)
	case expr.Offset:
		z.offset(e, &t)
	case expr.Point:
		z.pointTimex(e, &t)
	}
	t.Confidence = z.confidence(e, &t)
	return t
}

func (z *resolver) set(e *expr.Expr, t *Timex) {
	if e.Amount.Unit != "" {
		t.Value = e.Amount.Value()
		return
	}
	p := yearless(e.Parts)
	t.Value = p.Value()
	t.tell(e, &p)
}

// pointTimex resolves a date or clock time.
func (z *resolver) pointTimex(e *expr.Expr, t *Timex) {
	if e.Rule == expr.RuleDeictic && e.Rel.N == 0 && e.Type == DateType && e.Mod == "" && z.atLarge(e) {
		t.Value = "PRESENT_REF"
		return
	}
	entry := z.speech
	if z.aheadOfSpeech(e) {
		z.speech = z.diary.speech
	}
	p, basis, anchor := z.point(e)
	z.speech = entry
	z.noteCalendar(&p)
	t.Value = p.Value()
	if e.SomePart != "" {
		some := p
		some.Tod, some.Have = e.SomePart, p.Have|expr.HasTod
		t.Value = some.Value()
	}
	t.tell(e, &p)
	if unknown := unresolvedUnit[e.Rel.Unit]; e.Rel.Set && unknown != "" && !p.Has(expr.HasYear) && p.Have&^expr.HasFiscal == 0 {
		t.Value = unknown
	}
	z.date(t, e, &p, basis, anchor)
	if p.Has(expr.HasQuarter) {
		z.fiscalMonths(t, e, &p)
	}
	if p.Has(expr.HasQuarter) && p.Has(expr.HasYear) && (!e.Rel.Set || e.Rule == expr.RuleRelatedQuarter) && (basis != Stated || p.Year >= z.speech.Year()) {
		z.spoke(e, p)
	}
}

// date sets a timex's date from complete parts and moves the narrative there.
func (z *resolver) date(t *Timex, e *expr.Expr, p *expr.Parts, basis Basis, anchor calendar.Date) {
	i, precision := p.Interval()
	if i.IsZero() {
		return
	}
	if basis == Stated {
		anchor = calendar.Date{}
	}
	t.Date = Date{Interval: i, Precision: precision, Basis: basis, Anchor: anchor, Approximate: approximate(e.Mod), Ambiguous: e.Ambiguous}
	narrow(&t.Date, e.Mod, t.Text)
	if p.Has(expr.HasDecade) {
		z.decade, z.decadeEnd = p.Year, e.End
	}
	if z.century = 0; p.Has(expr.HasCentury) {
		z.century = p.Year
	}
	if p.Has(expr.HasDecade|expr.HasCentury|expr.HasMillennium) || i.Start.IsZero() {
		return
	}
	if e.Kind == expr.Point && isBirth(z.text, e.Start) {
		z.birth, z.birthTimex = i.Start.Truncate(calendar.Day), z.count+1
	}
	start := i.Start.Truncate(calendar.Day)
	if p.Has(expr.HasHour) && p.Hour == 24 { // midnight ends its day
		start, _ = calendar.OfDay(p.Year, p.Month, p.Day)
	}
	z.near = spot{start, e.End}
	if !z.news && !z.last.IsZero() && p.Have != expr.HasYear && inBrackets(z.text, e.Start, e.End) { // and not: a heading with its year
		e.Aside = true
	}
	if back := e.Kind == expr.Offset && e.Dir < 0 || e.Rel.Set && e.Rel.From == expr.Narrative && e.Rel.N < 0; back && !z.news && pluperfect(z.clause(e).Told()) { // a fresh row had been laid ten days earlier. She blew up at about 14:00
		e.Aside = true
	}
	if z.news && inDateline(z.text, e) { // says when it was written, and not of which day it tells
		e.Aside = true
	}
	if i.Start.Precision() >= calendar.Day && !e.Aside {
		z.noteDay(e)
		if z.day = z.near; z.day.date.Compare(z.speech) > 0 {
			z.coming = z.day
		}
		z.noteMishap(e, z.day.date)
		if precision >= calendar.Day {
			z.noteHeard(e)
		}
		if days := z.day.date.DaysUntil(z.speech); z.lead.IsZero() && !z.speech.IsZero() && days >= 0 && days <= leadDays {
			z.lead = z.day.date
		}
	}
	if p.Has(expr.HasHour) && p.Has(expr.HasDay) && !e.Aside {
		z.clock, z.clockEnd = *p, e.End
	}
	z.nearUnit = precision
	z.nearBack = e.Kind == expr.Offset && e.Dir < 0 && (strings.HasPrefix(z.text[e.End:], ",") || !z.news && pluperfect(z.clause(e).Told()))
	z.nearUntil = strings.EqualFold(prose.Before(z.text, e.Start), "until")
	z.nearLast = e.Rel.Set && e.Rel.From == expr.Narrative && e.Rel.N < 0 && p.Has(expr.HasMonth|expr.HasSeason) && !p.Has(expr.HasDay)
	z.nearAhead = e.Aside && e.Kind != expr.Offset && !z.last.IsZero() && z.near.date.Compare(z.last) > 0
	if !z.stays(e, p, start) || z.last.IsZero() {
		z.reach(start, e.End)
		z.lastLeft = e.Left
		z.lastRemark = z.news && basis == Stated && p.Year <= z.speech.Year()-2 && isRemark(z.text, e) // only what is long past draws what follows to it
	}
}
