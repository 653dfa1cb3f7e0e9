package timex

import "strings"

// ordinalQuarter reads "third quarter", "third-quarter", "fiscal first quarter", "second quarter of fiscal 1990", "first half of 1990",
// "latter half", "first two quarters of 1990".
func ordinalQuarter(r *run, i int) (*expr, int) {
	e := r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, head: true})
	j := i
	if r.has(j, classFiscal) {
		e.parts.have |= hasFiscal
		j++
	}
	if !r.has(j, classOrd) || j > i && !r.joined(j) {
		return nil, i
	}
	n := r.lx[j].number
	j++
	if r.next(j, classFiscal) {
		e.parts.have |= hasFiscal
		j++
	}
	switch {
	case !r.joined(j):
		return nil, i
	case (r.word(j, "AND") || r.word(j, "OR")) && r.joined(j+1):
		return r.listedQuarters(e, i, j)
	case r.value(j, classUnit, "Q") && (!r.lx[j].entry.plural || j-2 > 0 && r.word(j-2, "AND")) && (n >= 1 && n <= 4 || n == -1):
		if n == -1 {
			n = 4
		}
		e.parts.quarter = n
		e.parts.have |= hasQuarter
	case r.has(j, classHalf) && (n == 1 || n == 2):
		e.parts.half = n
		e.parts.have |= hasHalf
		e.weak = true // needs a year: "the first half" is rather of a match
	default:
		return nil, i
	}
	j++
	if r.nextWord(j, "OF") && (sportWords[lastWord(r.text, r.lx[j].end)] || r.ofCentury(j+1)) || !r.word(j, "OF") && ofMatch(r.text, r.lx[i].start, r.lx[j-1].end) {
		return nil, i // the third quarter of the match
	}
	return r.ofYear(e, i, j)
}

// quarterUnderstood reads "first" behind "in the" where its sentence has told of another quarter and the word is understood: "2 percent in the second quarter, from 4.8 percent in
// the first".
func quarterUnderstood(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.number < 1 || l.number > quarters || i == 0 || !r.lx[i-1].isThe() || !r.joined(i) || isDigit(r.text[l.start]) || !endsClause(r.text, l.end) || ofMatch(r.text, l.start, l.end) {
		return nil, i
	}
	if prep := before(r.text, r.lx[i-1].start); prep != "in" && prep != "from" && prep != "than" {
		return nil, i
	}
	words := strings.Fields(sentenceBefore(r.text, l.start, 2*planReach))
	for k := 1; k < len(words); k++ {
		if e, known := lookup(words[k-1]); strings.TrimRight(words[k], ",") == "quarter" && known && e.class == classOrd && e.number != l.number {
			return r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, head: true, parts: parts{have: hasQuarter, quarter: l.number}}), i + 1
		}
	}
	return nil, i
}

// listedQuarters reads "second and third quarters of 2011", whose year and unit belong to both.
func (r *run) listedQuarters(e *expr, i, j int) (*expr, int) {
	second, end := ordinalQuarter(r, j+1)
	n := r.lx[j-1].number
	if end == j+1 || second == nil || !second.parts.has(hasQuarter) || second.second != nil || !r.lx[j+2].entry.plural || n < 1 || n > 4 {
		return nil, i
	}
	e.parts, e.rel, e.second = second.parts, second.rel, second
	e.parts.quarter = n
	e.start, e.end = r.lx[i].start, r.lx[j-1].end
	second.start, second.end = r.lx[j+1].start, r.lx[end-1].end
	return e, end
}

// monthsQuarter reads "July-September quarter" and "June quarter": a quarter behind the three months that it has, or the last of them.
func monthsQuarter(r *run, i int) (*expr, int) {
	j := i + 1
	if r.nextWord(j, "TO") {
		j++
	}
	first, last := r.lx[i].number, 0
	if r.has(j, classMonth) && (j > i+1 && r.joined(j) || r.lx[j].gap == gapHyphen || r.lx[j].gap == gapDash) {
		last = r.lx[j].number
	}
	if last == 0 && first%3 == 0 && r.lx[i].cap && r.value(j, classUnit, "Q") && !r.lx[j].entry.plural && r.lx[j].gap == gapSpace && j == i+1 { // the June quarter
		return r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, head: true, parts: parts{have: hasQuarter, quarter: first / 3}}), j + 1
	}
	if first%3 != 1 || last != first+2 || !(r.value(j+1, classUnit, "Q") || r.has(j+1, classPeriod)) || !r.joined(j+1) {
		return nil, i
	}
	e := r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, head: true, parts: parts{have: hasQuarter, quarter: last / 3}})
	return r.ofYear(e, i, j+2)
}

// sportWords are what has quarters that are no part of a year.
var sportWords = wordSet("game match season final matchup contest")

// matchReach is how many bytes around a quarter may show that it is one of a match.
const matchReach = 120

// matchSigns are what only reports of matches have around quarters and halves.
var matchSigns = [...]string{"touchdown", "field goal", "halftime", "half-time", "free throw", " scored", " yards", "lead changes", "quarterback", "overtime"}

// ofMatch reports whether a quarter, text[start:end], is one of a match and no part of a year. A sum of money nearby speaks against it.
func ofMatch(text string, start, end int) bool {
	window := text[max(0, start-matchReach):min(len(text), end+matchReach)]
	if strings.ContainsAny(window, "$%£€") || strings.Contains(window, "illion") || strings.Contains(window, " percent") {
		return false
	}
	for _, sign := range matchSigns {
		if strings.Contains(window, sign) {
			return true
		}
	}
	return hasScore(text[max(0, start-scoreReach):start])
}

// scoreReach is how many bytes before a quarter a score may stand.
const scoreReach = 24

// hasScore reports whether two numbers of no more than three digits with a hyphen between stand in the window: "28-3", and not "1998-99".
func hasScore(window string) bool {
	for k := 1; k+1 < len(window); k++ {
		if window[k] != '-' || !isDigit(window[k-1]) || !isDigit(window[k+1]) {
			continue
		}
		left := window[:k]
		if digits := len(left) - len(strings.TrimRight(left, "0123456789")); digits <= 3 {
			return true
		}
	}
	return false
}

// lastWord gives the word that follows offset at, behind an article.
func lastWord(text string, at int) string {
	word := after(text, at)
	if word == "the" || word == "a" || word == "that" || word == "this" || word == "its" {
		return after(text, at+1+len(word))
	}
	return word
}

// quarterCode reads "Q3 2019", "Q1 of fiscal 2020", "Q4", and "H1 2018", a half, which needs its year.
func quarterCode(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleQuarterCode, kind: point, typ: DateType, head: true, parts: parts{have: hasQuarter, quarter: l.number}})
	half := l.number > quarters
	if half {
		e.parts = parts{have: hasHalf, half: l.number - quarters}
	}
	if year := l.date[0]; year > 0 { // 1Q13
		e.parts.year, e.parts.have = year, e.parts.have|hasYear
		return e, i + 1
	}
	e, end := r.ofYear(e, i, i+1)
	if half && end == i+1 {
		return nil, i
	}
	return e, end
}

// ofYear adds the year that a quarter or half belongs to.
func (r *run) ofYear(e *expr, i, j int) (*expr, int) {
	k := j
	if r.nextWord(k, "OF") {
		k++
		if r.next(k, classFiscal) {
			e.parts.have |= hasFiscal
			k++
			if r.value(k, classUnit, "Y") {
				k++
			}
		}
		if k > j+1 && k < len(r.lx) && r.joined(k) {
			if year, have, end := r.year(k); end > k {
				e.parts.year, e.weak = year, false
				e.parts.have |= hasYear | have
				return e, end
			}
			return e, j
		}
	}
	if end := r.yearOf(e, j); end > j {
		e.weak = false
		return e, end
	}
	return e, j
}

// fiscalYear reads "fiscal 1989", "fiscal year 1990", "fiscal year".
func fiscalYear(r *run, i int) (*expr, int) {
	j := i + 1
	e := r.new(expr{rule: ruleFiscal, kind: point, typ: DateType, head: true, parts: parts{have: hasFiscal}})
	if r.nextValue(j, classUnit, "Y") {
		j++
	} else if r.lx[i].entry.value == "YEAR" { // financial results
		return nil, i
	}
	if j < len(r.lx) && r.joined(j) {
		if year, have, k := r.year(j); k > j {
			e.parts.year = year
			e.parts.have |= hasYear | have
			return e, r.secondYear(e, i, k)
		}
	}
	if j == i+2 {
		e.rel = relation{set: true, unit: "Y"}
		e.weak = true
		return e, j
	}
	return nil, i
}

// fiscalBehind gives the index after "fiscal year" at lexeme i, behind a year; i where there is none.
func (r *run) fiscalBehind(i int) int {
	if r.next(i, classFiscal) && r.nextUnit(i+1, "Y") {
		return i + 2
	}
	return i
}

// yearEnd reads "year end", "year-end", "year's end", "month's end".
func yearEnd(r *run, i int) (*expr, int) {
	if !r.one(i, classUnit) || !r.value(i+1, classEdge, "END") || r.lx[i+1].gap == gapBreak || r.lx[i+1].gap == gapComma {
		return nil, i
	}
	switch unit := r.lx[i].entry.value; unit {
	case "Y":
	case "M1", "W", "DE", "C":
		if gap := r.lx[i+1].gap; gap != gapOwner && (gap != gapHyphen || unit != "M1") || !r.reads(i+1, "end") {
			return nil, i
		}
		return r.new(expr{rule: "unit-end", kind: point, typ: DateType, mod: "END", rel: relation{set: true, unit: unit, from: narrative}}), i + 2
	default:
		return nil, i
	}
	if k := i + 2; k < len(r.lx) && r.joined(k) {
		if year, have, end := r.year(k); end > k { // year-end 2014
			return r.new(expr{rule: "year-end", kind: point, typ: DateType, mod: "END", parts: parts{have: hasYear | have, year: year}}), end
		}
	}
	return r.new(expr{rule: "year-end", kind: point, typ: DateType, mod: "END", rel: relation{set: true, unit: "Y"}}), i + 2
}

// midyear reads "midyear", the middle of the year that is spoken of.
func midyear(r *run, i int) (*expr, int) {
	return r.new(expr{rule: "midyear", kind: point, typ: DateType, mod: "MID", rel: relation{set: true, unit: "Y"}}), i + 1
}

// weekOfDay reads "week of Oct. 5", "week beginning 3 March 2010": the calendar week that holds the day.
func weekOfDay(r *run, i int) (*expr, int) {
	j := i + 1
	weekend := r.value(i, classUnit, "WE")
	if !weekend && !r.value(i, classUnit, "W") || r.lx[i].entry.plural || !r.joined(j) || !r.word(j, "OF") && !r.has(j, classEnded) && !r.value(j, classEdge, "START") {
		return nil, i
	}
	k := r.the(j + 1)
	if !r.joined(j+1) || !r.joined(k) {
		return nil, i
	}
	day, end := r.fullDay(k)
	if end == k || day.kind != point || !day.parts.has(hasDay) || day.second != nil && !weekend || day.typ != DateType {
		return nil, i
	}
	day.second = nil // the weekend of March 9-10
	return r.new(expr{rule: "week-of-day", kind: offset, typ: DateType, head: true, amount: amount{unit: r.lx[i].entry.value}, dir: 1, base: day}), end
}

// firstAmount is the duration of an amount behind "the first" or "the last".
func (r *run) firstAmount(a amount) *expr {
	return r.new(expr{rule: "first-amount", kind: duration, typ: DurationType, head: true, amount: a})
}

// monthsOfYear reads behind the first or last months, before lexeme j, the year that they are of: "the first six months of 1990" are its first half; "the first nine months of
// the year" no part of it that has a name.
func (r *run) monthsOfYear(a *amount, ordinal, i, j int) (*expr, int) {
	if a.unit != "M1" || a.number.vague || !r.nextWord(j, "OF") {
		return nil, j
	}
	e := expr{rule: ruleQuarter, kind: point, typ: DateType, head: true}
	last := ordinal < 0
	switch a.number.value {
	case 3:
		e.parts = parts{have: hasQuarter, quarter: 1 + 3*b2i(last)}
	case 6:
		e.parts = parts{have: hasHalf, half: 1 + b2i(last)}
	default:
		whole := e
		_, k := r.ofYear(&whole, i, j)
		return r.firstAmount(*a), k
	}
	return r.ofYear(r.new(e), i, j)
}

// ordinalUnit reads "the second day", "the third week of May": a count inside something.
func ordinalUnit(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	j := i + 1
	if l.number == 1 || l.number == -1 {
		if a, end := r.amount(j); end > j && r.joined(j) && (!a.number.vague || r.lx[j].class == classMany) && r.lx[end-1].entry.plural && !r.nextValue(end, classDir, "LATER") { // and not: took a First three years later
			e := r.firstAmount(a)
			if a.unit == "Q" && a.number.value == 2 {
				e = r.new(expr{rule: ruleQuarter, kind: point, typ: DateType, head: true, parts: parts{have: hasHalf, half: 1}})
				return r.ofYear(e, i, end)
			}
			if part, k := r.monthsOfYear(&a, l.number, i, end); k > end {
				return part, k
			}
			return e, end
		}
	}
	if !r.joined(j) || !r.one(j, classUnit) {
		return nil, i
	}
	unit := r.lx[j].entry.value
	if unit == "H" && l.number == 1 && r.lx[j].gap == gapSpace { // the first hour of trading
		return r.firstAmount(amount{number: number{value: 1}, unit: unit}), j + 1
	}
	if (unit == "D" || unit == "W" || unit == "WE") && r.nextWord(j+1, "OF") && r.next(j+2, classMonth) {
		month, end := monthFirstDate(r, j+2)
		if end > j+2 && month.parts.has(hasMonth) && !month.parts.has(hasDay) && l.number >= 1 && l.number <= 5 && unit != "D" {
			month.rule, month.mod, month.weak, month.start, month.end = "week-of-month", "", false, 0, 0
			month.head, month.weekOf, month.weekend = true, l.number, unit == "WE"
			return month, end
		}
	}
	return nil, i
}
