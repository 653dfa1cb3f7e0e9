package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// family reads one family of expressions that begins at lexeme i. end is i where there is none.
type family func(r *run, i int) (e *expr.Expr, end int)

// families lists, for each class of lexeme, the families that may begin with it. The longest reading counts, of
// equally long ones the first.
var families [lexicon.Bad + 1][]family

func init() {
	for c, f := range map[lexicon.Class][]family{
		lexicon.Month:       {monthFirstDate, monthsQuarter},
		lexicon.Weekday:     {weekdayDate, weekdayPart, weekdayNight, weekdayNext, weekdayRange, weekdayNear},
		lexicon.Int:         {timesUnit, amountPer, dayFirstDate, yearAlone, eraYear, clockOnly, hourOfSet, spokenHour, minutesAlone, countedOffset, countedDuration, monthAfterYear, namesAgo},
		lexicon.Ord:         {nthWeekdayOf, decadeOfCentury, dayFirstDate, centuryOrdinal, ordinalUnit, ordinalQuarter, quarterUnderstood, dayAlone},
		lexicon.Date:        {numericDate},
		lexicon.Clock:       {clockOnly},
		lexicon.Decade:      {decadeDigits},
		lexicon.Year2:       {shortYear},
		lexicon.Era:         {eraYear},
		lexicon.Tens:        {decadeWords},
		lexicon.Season:      {seasonDate},
		lexicon.Holiday:     {holidayDate},
		lexicon.Deictic:     {deicticDay},
		lexicon.Part:        {partOfDay},
		lexicon.Mod:         {earlyHours, midUnit},
		lexicon.Age:         {atAge},
		lexicon.Long:        {longWord},
		lexicon.MidUnit:     {midUnit},
		lexicon.Present:     {presentDay},
		lexicon.Rel:         {nthWeekdayOf, decadeOfCentury, dayAlone, relatedUnit, relatedName, relatedAmount, plainReference, anaphoricTime},
		lexicon.Det:         {setPerUnit, timesUnit, quarterClock, minutesAlone, articleFamily, someDay, laterDate, longAgo, countedOffset, countedDuration},
		lexicon.Num:         {timesUnit, amountPer, spelledDecade, dayFirstDate, dayAlone, centuryOrdinal, oneDay, someDay, yearWords, clockOnly, hourOfSet, spokenHour, minutesAlone, countedOffset, countedDuration, namesAgo},
		lexicon.Scale:       {yearWords, countedOffset, countedDuration},
		lexicon.Many:        {timesUnit, countedOffset, countedDuration},
		lexicon.Half:        {clockOnly, minutesAlone, countedOffset, countedDuration},
		lexicon.Decimal:     {clockOnly, hourOfSet, spokenHour, countedOffset, countedDuration},
		lexicon.Unit:        {quarterClock, minutesAlone, bareUnit, bareDayBefore, longWeekend, smallHours, newYear, weekOfDay, countedOffset, countedDuration, unitEnd},
		lexicon.Periodic:    {everyUnit},
		lexicon.Adverb:      {setAdverb},
		lexicon.Times:       {timesPer},
		lexicon.Ref:         {plainReference},
		lexicon.Then:        {anaphoricTime},
		lexicon.Future:      {plainReference},
		lexicon.Former:      {plainReference},
		lexicon.Dir:         {laterIn, plainReference},
		lexicon.QuarterCode: {quarterCode},
		lexicon.Filler:      {longAgo},
		lexicon.Approx:      {longAgo, countedOffset, someUnits},
		lexicon.Fiscal:      {ordinalQuarter, fiscalYear},
	} {
		families[c] = f
	}
}

// parse reads the longest expression that begins at lexeme i, with its modifiers.
func (r *run) parse(i int) (best *expr.Expr, end int) {
	end = i
	if i >= len(r.lx) || !r.enter() {
		return best, i
	}
	for _, f := range families[r.lx[i].class] {
		if e, j := f(r, i); j > end {
			best, end = e, j
		}
	}
	if end > i {
		r.bound(best, i, end)
	}
	if e, j := r.modified(i); j > end {
		best, end = e, j
		best.Start = r.lx[i].start
	}
	r.leave()
	return best, end
}

// deepest is how many expressions may lie in one another: "early on the morning of the day before yesterday".
const deepest = 4

// enter goes one expression deeper and reports whether there is room; leave comes back. Without the bound, what nests without end ("the last day of
// the last day of …") would take time without end.
func (r *run) enter() bool {
	if r.depth >= deepest {
		return false
	}
	r.depth++
	return true
}

func (r *run) leave() { r.depth-- }

// bound sets the bytes of an expression from lexeme i to lexeme end, unless its family has done so.
func (r *run) bound(e *expr.Expr, i, end int) {
	if e.End == 0 {
		e.Start, e.End = r.lx[i].start, r.lx[end-1].end
	}
}

// modified reads an expression with a modifier before it.
func (r *run) modified(i int) (*expr.Expr, int) {
	if mod, j := r.edge(i); j > i {
		if e, end := r.parse(j); end > j && e.Kind == expr.Point && takesEdge(e) {
			e.Mod, e.Start = mod, r.lx[i].start
			return e, end
		}
	}
	if mod, j := r.approximation(i); j > i {
		e, end := r.parse(j)
		if end > j && e.Parts.Has(expr.HasWeekday) && !e.Parts.Has(expr.HasHour) && strings.HasPrefix(r.text[r.lx[end-1].end:], "'s") {
			return nil, i // ways around Wednesday's ruling
		}
		if end > j && (e.Kind == expr.Duration || e.Kind == expr.Offset || e.Kind == expr.Point && mod == "APPROX") && r.joined(j) && e.Type != expr.SetType {
			if e.Mod == "" {
				e.Mod = mod
			}
			e.Weak = e.Weak && (e.Rule == expr.RuleYear || e.Rule == expr.RuleSeason) // ca. 1000 authors, asked about spring tides
			e.Start = r.lx[i].start
			return e, end
		}
	}
	return nil, i
}

// takesEdge reports whether a point can have a beginning, a middle and an end.
func takesEdge(e *expr.Expr) bool {
	return e.Mod == "" && !e.Parts.Has(expr.HasHour) && e.Second == nil
}

// edge reads what names a part of the stretch that follows: "early", "the late", "the end of", "mid-", "late in",
// "the early part of", "mid-to-late", "later", "earlier" (the last two only before what is near: "earlier this month").
func (r *run) edge(i int) (mod string, end int) {
	j := r.the(i)
	if j > i && !r.joined(j) || j >= len(r.lx) {
		return "", i
	}
	if mod, end := r.partOfStretch(j); end > j {
		return mod, end
	}
	article := j > i
	switch l := &r.lx[j]; l.class {
	case lexicon.Mod:
		if r.has(j-1, lexicon.Unit) && r.lx[j-1].entry.Plural && r.joined(j) { // shut four hours early on Friday
			return "", i
		}
		mod, end = r.edgeWord(j, article)
	case lexicon.Edge:
		switch {
		case !article && l.entry.Value == "END" && r.joined(j+1) && r.lx[j+1].gap == gapHyphen && (r.has(j+1, lexicon.Month) || r.has(j+1, lexicon.Int) && r.lx[j+1].digits == 4): // end-June
			return "END", j + 1
		case r.nextWord(j+1, "OF") && r.joined(j+2):
			return l.entry.Value, j + 2
		}
		return "", i
	case lexicon.Dir:
		if !article {
			mod, end = r.laterEdge(j)
		}
	}
	if mod == "" {
		return "", i
	}
	return mod, end
}

// startOr is the mod START or, of a later part, END.
func startOr(start bool) string {
	if start {
		return "START"
	}
	return "END"
}

// partOfStretch reads "latter part of", "first days of", "second half of" at lexeme j.
func (r *run) partOfStretch(j int) (mod string, end int) {
	l, noun := &r.lx[j], j+1
	if !r.joined(noun) || !r.nextWord(j+2, "OF") {
		return "", j
	}
	part := partOf(l)
	switch {
	case part != "" && r.word(noun, "PART") && r.joined(j+3): // the latter part of 2009
		return part, j + 3
	case (firstOrLast(l) || l.class == lexicon.Phase || l.class == lexicon.Mod && part != "MID") && r.has(noun, lexicon.Unit) && r.lx[noun].entry.Plural && shortStretches.Has(r.lx[noun].entry.Value) && r.joined(j+3): // the first days of July 1870
		return part, j + 3
	case (part != "" || l.class == lexicon.Ord && l.number == 2) && l.class != lexicon.Mod && r.has(noun, lexicon.Half) && (r.ofCentury(j+3) || r.has(j+3, lexicon.Month)): // the second half of the 19th century, of October
		return startOr(part == "START"), j + 3
	}
	return "", j
}

// shortStretches are the units whose first or last ones begin or end what they are of.
var shortStretches = wordlist.SetOf("D W M1")

func firstOrLast(l *lexeme) bool {
	return l.class == lexicon.Ord && (l.number == 1 || l.number == -1) || l.class == lexicon.Rel && l.entry.Value == "LAST"
}

// edgeWord reads "early", "late in", "mid-to-late" at lexeme j; "late on" only where no article stands before it, "middle of" only where one does.
func (r *run) edgeWord(j int, article bool) (mod string, end int) {
	if !r.joined(j + 1) {
		return "", j
	}
	mod = r.lx[j].entry.Value
	switch {
	case r.word(j+1, "TO") && r.next(j+2, lexicon.Mod) && r.joined(j+3): // mid-to-late 1990s, early to mid March
		return startOr(mod == "START"), j + 3
	case !r.joined(j + 2):
	case r.word(j+1, "IN"), r.word(j+1, "ON") && !article, r.word(j+1, "OF") && article && mod == "MID": // early in 1862, late on Friday, the middle of August
		return mod, j + 2
	}
	return mod, j + 1
}

// laterEdge reads "later", "earlier", "later on" at lexeme j before what is near.
func (r *run) laterEdge(j int) (mod string, end int) {
	l := &r.lx[j]
	earlier := l.entry.Value == "EARLIER"
	if !earlier && l.entry.Value != "LATER" || !r.joined(j+1) {
		return "", j
	}
	switch {
	case r.word(j+1, "ON") && r.next(j+2, lexicon.Weekday): // later on Friday
		return startOr(earlier), j + 2
	case nearDeictic(r, j+1) && !r.reads(j, "previously"), !earlier && r.joined(j+2) && r.lx[j+1].isThe() && r.value(j+2, lexicon.Rel, "SAME"): // later this month, later the same year
		return startOr(earlier), j + 1
	}
	return "", j
}

// ofCentury reports whether a century or decade stands at lexeme i, behind its article and number.
func (r *run) ofCentury(i int) bool {
	for k := r.the(i); k < len(r.lx) && k < i+4 && r.joined(k); k++ {
		if r.lx[k].class == lexicon.Decade || r.value(k, lexicon.Unit, "C") || r.value(k, lexicon.Unit, "DE") {
			return true
		}
	}
	return false
}

// partOf is the modifier that "early part of" and the like make of their first word; empty where it is none.
func partOf(l *lexeme) string {
	switch {
	case l.class == lexicon.Mod, l.class == lexicon.Phase:
		return l.entry.Value
	case l.class == lexicon.Rel && (l.entry.Value == "LATTER" || l.entry.Value == "LAST"), l.class == lexicon.Ord && l.number == -1:
		return "END"
	case l.class == lexicon.Ord && l.number == 1:
		return "START"
	}
	return ""
}

// nearDeictic reports whether lexeme i begins what "earlier" and "later" may stand before: "this month", "yesterday", "Sunday".
func nearDeictic(r *run, i int) bool {
	switch r.lx[i].class {
	case lexicon.Rel:
		v := r.lx[i].entry.Value
		return v == "THIS" || v == "THAT" || v == "SAME" || v == "LAST"
	case lexicon.Deictic, lexicon.Weekday:
		return true
	}
	return false
}

// stretches reports whether an amount at lexeme i is that of a period: "a three-year period".
func (r *run) stretches(i int) bool {
	if i < len(r.lx) && r.lx[i].isA() && r.joined(i+1) {
		i++
	}
	_, end := r.amount(i)
	return end > i && r.next(end, lexicon.Period)
}

// approximation reads what qualifies an amount: "about", "nearly", "more than", "no more than", "at least", "up to".
func (r *run) approximation(i int) (mod string, end int) {
	l := &r.lx[i]
	switch {
	case l.class == lexicon.Approx && (r.has(i+1, lexicon.Rel) || i+1 < len(r.lx) && r.lx[i+1].isThe() || i+1 >= len(r.lx) || r.has(i+1, lexicon.Unit)):
		return "", i // "over the last five years", "around the days": a preposition
	case l.class == lexicon.Approx && (r.has(i+1, lexicon.Weekday) || r.has(i+1, lexicon.Deictic)): // thinking about Sunday
		return "", i
	case l.class == lexicon.Approx && l.entry.Value == "MORE_THAN" && (r.has(i+1, lexicon.Many) || r.stretches(i+1)): // over several years, over a three-year period
		return "", i
	case l.class == lexicon.Approx && (l.entry.Value == "APPROX" || l.entry.Value == "LESS_THAN" || l.entry.Value == "MORE_THAN"):
		return l.entry.Value, i + 1
	case l.class == lexicon.Compare && r.nextWord(i+1, "THAN"):
		if counted := prose.Before(r.text, l.start); counted == "percent" || counted == "cent" || l.start > 1 && r.text[l.start-2] == '%' { // 9 percent more than a year earlier
			return "", i
		}
		if l.entry.Value == "MORE" {
			return "MORE_THAN", i + 2
		}
		return "LESS_THAN", i + 2
	case l.is("NO") && r.has(i+1, lexicon.Compare) && r.word(i+2, "THAN"):
		if r.lx[i+1].entry.Value == "MORE" {
			return "EQUAL_OR_LESS", i + 3
		}
		return "EQUAL_OR_MORE", i + 3
	case l.is("AT") && r.next(i+1, lexicon.Approx) && (r.lx[i+1].entry.Value == "EQUAL_OR_MORE" || r.lx[i+1].entry.Value == "EQUAL_OR_LESS"):
		return r.lx[i+1].entry.Value, i + 2
	case l.class == lexicon.Compare && l.entry.Value == "UP" && r.nextWord(i+1, "TO"):
		return "EQUAL_OR_LESS", i + 2
	}
	return "", i
}
