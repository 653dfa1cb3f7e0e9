package timex

import "strings"

// family reads one family of expressions that begins at lexeme i. end is i where there is none.
type family func(r *run, i int) (e *expr, end int)

// families lists, for each class of lexeme, the families that may begin with it. The longest reading counts, of
// equally long ones the first.
var families [classBad + 1][]family

func init() {
	for c, f := range map[class][]family{
		classMonth:       {monthFirstDate, monthsQuarter},
		classWeekday:     {weekdayDate, weekdayPart, weekdayNight, weekdayNext, weekdayRange, weekdayNear},
		classInt:         {timesUnit, amountPer, dayFirstDate, yearAlone, eraYear, clockOnly, spokenHour, countedOffset, countedDuration, monthAfterYear, namesAgo},
		classOrd:         {nthWeekdayOf, decadeOfCentury, dayFirstDate, centuryOrdinal, ordinalUnit, ordinalQuarter, quarterUnderstood, dayAlone},
		classDate:        {numericDate},
		classClock:       {clockOnly},
		classDecade:      {decadeDigits},
		classYear2:       {shortYear},
		classEra:         {eraYear},
		classTens:        {decadeWords},
		classSeason:      {seasonDate},
		classHoliday:     {holidayDate},
		classDeictic:     {deicticDay},
		classPart:        {partOfDay},
		classMod:         {earlyHours},
		classAge:         {atAge},
		classLong:        {longWord},
		classMidyear:     {midyear},
		classPresent:     {presentDay},
		classRel:         {nthWeekdayOf, decadeOfCentury, dayAlone, relatedUnit, relatedName, relatedAmount, plainReference, anaphoricTime},
		classDet:         {setPerUnit, timesUnit, quarterClock, articleFamily, laterDate, longAgo, countedOffset, countedDuration},
		classNum:         {timesUnit, amountPer, spelledDecade, dayFirstDate, dayAlone, centuryOrdinal, oneDay, yearWords, clockOnly, spokenHour, countedOffset, countedDuration, namesAgo},
		classScale:       {yearWords, countedOffset, countedDuration},
		classMany:        {timesUnit, countedOffset, countedDuration},
		classHalf:        {clockOnly, countedOffset, countedDuration},
		classDecimal:     {clockOnly, spokenHour, countedOffset, countedDuration},
		classUnit:        {quarterClock, bareUnit, smallHours, newYear, weekOfDay, countedOffset, countedDuration, yearEnd},
		classPeriodic:    {everyUnit},
		classAdverb:      {setAdverb},
		classTimes:       {timesPer},
		classRef:         {plainReference},
		classThen:        {anaphoricTime},
		classFuture:      {plainReference},
		classFormer:      {plainReference},
		classDir:         {laterIn, plainReference},
		classQuarterCode: {quarterCode},
		classFiller:      {longAgo},
		classApprox:      {longAgo, countedOffset},
		classFiscal:      {ordinalQuarter, fiscalYear},
	} {
		families[c] = f
	}
}

// parse reads the longest expression that begins at lexeme i, with its modifiers.
func (r *run) parse(i int) (best *expr, end int) {
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
		best.start = r.lx[i].start
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
func (r *run) bound(e *expr, i, end int) {
	if e.end == 0 {
		e.start, e.end = r.lx[i].start, r.lx[end-1].end
	}
}

// modified reads an expression with a modifier before it.
func (r *run) modified(i int) (*expr, int) {
	if mod, j := r.edge(i); j > i {
		if e, end := r.parse(j); end > j && e.kind == point && takesEdge(e) {
			e.mod, e.start = mod, r.lx[i].start
			return e, end
		}
	}
	if mod, j := r.approximation(i); j > i {
		e, end := r.parse(j)
		if end > j && e.parts.has(hasWeekday) && !e.parts.has(hasHour) && strings.HasPrefix(r.text[r.lx[end-1].end:], "'s") {
			return nil, i // ways around Wednesday's ruling
		}
		if end > j && (e.kind == duration || e.kind == offset || e.kind == point && mod == "APPROX") && r.joined(j) && e.typ != SetType {
			if e.mod == "" {
				e.mod = mod
			}
			e.weak = e.weak && e.rule == ruleYear // ca. 1000 authors
			e.start = r.lx[i].start
			return e, end
		}
	}
	return nil, i
}

// takesEdge reports whether a point can have a beginning, a middle and an end.
func takesEdge(e *expr) bool {
	return e.mod == "" && !e.parts.has(hasHour) && e.second == nil
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
	case classMod:
		mod, end = r.edgeWord(j, article)
	case classEdge:
		switch {
		case !article && l.entry.value == "END" && r.joined(j+1) && r.lx[j+1].gap == gapHyphen && (r.has(j+1, classMonth) || r.has(j+1, classInt) && r.lx[j+1].digits == 4): // end-June
			return "END", j + 1
		case edges[l.entry.value] && r.nextWord(j+1, "OF") && r.joined(j+2):
			return l.entry.value, j + 2
		}
		return "", i
	case classDir:
		if !article {
			mod, end = r.laterEdge(j)
		}
	}
	if mod == "" {
		return "", i
	}
	return mod, end
}

// edges are the parts of a stretch that TIMEX3 has a mod for.
var edges = wordSet("START MID END")

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
	case (firstOrLast(l) || l.class == classPhase || l.class == classMod && part != "MID") && r.has(noun, classUnit) && r.lx[noun].entry.plural && shortStretches[r.lx[noun].entry.value] && r.joined(j+3): // the first days of July 1870
		return part, j + 3
	case (part != "" || l.class == classOrd && l.number == 2) && l.class != classMod && r.has(noun, classHalf) && (r.ofCentury(j+3) || r.has(j+3, classMonth)): // the second half of the 19th century, of October
		return startOr(part == "START"), j + 3
	}
	return "", j
}

// shortStretches are the units whose first or last ones begin or end what they are of.
var shortStretches = wordSet("D W M1")

func firstOrLast(l *lexeme) bool {
	return l.class == classOrd && (l.number == 1 || l.number == -1) || l.class == classRel && l.entry.value == "LAST"
}

// edgeWord reads "early", "late in", "mid-to-late" at lexeme j; "late on" only where no article stands before it, "middle of" only where one does.
func (r *run) edgeWord(j int, article bool) (mod string, end int) {
	if !r.joined(j + 1) {
		return "", j
	}
	mod = r.lx[j].entry.value
	switch {
	case r.word(j+1, "TO") && r.next(j+2, classMod) && r.joined(j+3): // mid-to-late 1990s, early to mid March
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
	earlier := l.entry.value == "EARLIER"
	if !earlier && l.entry.value != "LATER" || !r.joined(j+1) {
		return "", j
	}
	switch {
	case r.word(j+1, "ON") && r.next(j+2, classWeekday): // later on Friday
		return startOr(earlier), j + 2
	case nearDeictic(r, j+1) && !r.reads(j, "previously"):
		return startOr(earlier), j + 1
	}
	return "", j
}

// ofCentury reports whether a century or decade stands at lexeme i, behind its article and number.
func (r *run) ofCentury(i int) bool {
	for k := r.the(i); k < len(r.lx) && k < i+4 && r.joined(k); k++ {
		if r.lx[k].class == classDecade || r.value(k, classUnit, "C") || r.value(k, classUnit, "DE") {
			return true
		}
	}
	return false
}

// partOf is the modifier that "early part of" and the like make of their first word; empty where it is none.
func partOf(l *lexeme) string {
	switch {
	case l.class == classMod, l.class == classPhase:
		return l.entry.value
	case l.class == classRel && (l.entry.value == "LATTER" || l.entry.value == "LAST"), l.class == classOrd && l.number == -1:
		return "END"
	case l.class == classOrd && l.number == 1:
		return "START"
	}
	return ""
}

// nearDeictic reports whether lexeme i begins what "earlier" and "later" may stand before: "this month", "yesterday", "Sunday".
func nearDeictic(r *run, i int) bool {
	switch r.lx[i].class {
	case classRel:
		v := r.lx[i].entry.value
		return v == "THIS" || v == "THAT" || v == "SAME" || v == "LAST"
	case classDeictic, classWeekday:
		return true
	}
	return false
}

func hasStringFold(s, word string) bool { return len(s) == len(word) && hasPrefixFold(s, word) }

// stretches reports whether an amount at lexeme i is that of a period: "a three-year period".
func (r *run) stretches(i int) bool {
	if i < len(r.lx) && r.lx[i].isA() && r.joined(i+1) {
		i++
	}
	_, end := r.amount(i)
	return end > i && r.next(end, classPeriod)
}

// approximation reads what qualifies an amount: "about", "nearly", "more than", "no more than", "at least", "up to".
func (r *run) approximation(i int) (mod string, end int) {
	l := &r.lx[i]
	switch {
	case l.class == classApprox && (r.has(i+1, classRel) || i+1 < len(r.lx) && r.lx[i+1].isThe() || i+1 >= len(r.lx) || r.has(i+1, classUnit)):
		return "", i // "over the last five years", "around the days": a preposition
	case l.class == classApprox && (r.has(i+1, classWeekday) || r.has(i+1, classDeictic)): // thinking about Sunday
		return "", i
	case l.class == classApprox && l.entry.value == "MORE_THAN" && (r.has(i+1, classMany) || r.stretches(i+1)): // over several years, over a three-year period
		return "", i
	case l.class == classApprox && (l.entry.value == "APPROX" || l.entry.value == "LESS_THAN" || l.entry.value == "MORE_THAN"):
		return l.entry.value, i + 1
	case l.class == classCompare && r.nextWord(i+1, "THAN"):
		if counted := before(r.text, l.start); counted == "percent" || counted == "cent" || l.start > 1 && r.text[l.start-2] == '%' { // 9 percent more than a year earlier
			return "", i
		}
		if l.entry.value == "MORE" {
			return "MORE_THAN", i + 2
		}
		return "LESS_THAN", i + 2
	case l.is("NO") && r.has(i+1, classCompare) && r.word(i+2, "THAN"):
		if r.lx[i+1].entry.value == "MORE" {
			return "EQUAL_OR_LESS", i + 3
		}
		return "EQUAL_OR_MORE", i + 3
	case l.is("AT") && r.next(i+1, classApprox) && (r.lx[i+1].entry.value == "EQUAL_OR_MORE" || r.lx[i+1].entry.value == "EQUAL_OR_LESS"):
		return r.lx[i+1].entry.value, i + 2
	case l.class == classCompare && l.entry.value == "UP" && r.nextWord(i+1, "TO"):
		return "EQUAL_OR_LESS", i + 2
	}
	return "", i
}
