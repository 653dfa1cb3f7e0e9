package timex

import "strings"

// countedDuration reads an amount: "eight months", "a few days", "24-hour", "8-month-old", "a decade-long", "two and a half years".
func countedDuration(r *run, i int) (*expr, int) {
	a, j := r.amount(i)
	if j == i {
		return nil, i
	}
	if r.lx[i].class == classDet && (r.lx[j-1].gap == gapHyphen || r.isLong(j) && r.lx[j].gap == gapHyphen) {
		return nil, i
	}
	if a.unit == "Q" && !r.ofBusiness(i, j) { // three quarters of the members
		return nil, i
	}
	if r.isPartCounted(j-1) && r.lx[j-1].entry.value != "NI" { // two mornings
		return nil, i
	}
	if r.has(j, classDir) && r.lx[j].gap == gapHyphen || strings.HasPrefix(r.text[r.lx[j-1].end:], "-to-") { // "a year-earlier loss", "a day-to-day extension"
		return nil, i
	}
	e := r.new(expr{rule: "duration", kind: duration, typ: DurationType, amount: a, head: true})
	switch {
	case r.nextOne(j, classPeriod):
		return e, j + 1
	case r.measures(&a, i, j):
		e.kind = refused
		return e, j
	case r.isAge(i, j):
		e.kind = refused
		return e, j + 1
	}
	if r.orSo(j) {
		e.mod = "APPROX"
		return e, j + 2
	}
	e.amount, j = r.smaller(e.amount, j)
	if a.number.vague && r.lx[i].class == classUnit {
		e.rule, e.weak = ruleBarePlural, true
	}
	if r.lx[i].isA() && j == i+2 {
		e.rule, e.weak = ruleAUnit, true
	}
	if (r.has(j, classOld) || r.isLong(j)) && r.joined(j) {
		e.weak = false
		return e, j + 1
	}
	return e, j
}

// measures reports whether the amount a of lexemes i to j measures no time: "86 degrees 14 minutes north", "10 minutes' walk", "at the age of 12 days".
func (r *run) measures(a *amount, i, j int) bool {
	if strings.HasSuffix(r.text[:r.lx[i].start], " age of ") {
		return true
	}
	return (a.unit == "M" || a.unit == "H") && (before(r.text, r.lx[i].start) == "degrees" || isDistance(r.text, r.lx[j-1].end))
}

// ofBusiness reports whether the quarters of lexemes i to j are of years and no fractions: "several quarters", "two consecutive quarters".
func (r *run) ofBusiness(i, j int) bool {
	if !r.lx[j-1].entry.plural || r.nextWord(j, "OF") && r.lx[i].class != classMany {
		return false
	}
	for k := i; k < j; k++ {
		if r.lx[k].class == classMany || r.lx[k].class == classFiller || r.lx[k].class == classRel {
			return true
		}
	}
	return r.lx[i].number > 4 && r.lx[i].number < 20
}

// smaller adds to an amount before lexeme j those of ever smaller units that follow: "two years and three months", "2 hours 9 minutes 2 seconds".
func (r *run) smaller(a amount, j int) (amount, int) {
	last := a.unit
	for j < len(r.lx) && !a.number.vague {
		i := j
		if (r.nextWord(i, "AND") || r.lx[i].gap == gapComma && r.word(i, "AND")) && r.joined(i+1) {
			i++
		} else if r.lx[i].gap != gapSpace && r.lx[i].gap != gapComma {
			break
		}
		more, k := r.amount(i)
		if k > i && r.lx[j].gap == gapComma && unitOrder[more.unit] > unitOrder[last]+2 { // £24,500 a year, 37 hours a week
			break
		}
		if k == i || r.lx[i].class == classUnit || r.lx[i].isA() && i == j || more.number.vague || unitOrder[more.unit] <= unitOrder[last] {
			break
		}
		a.more, last, j = append(a.more, more), more.unit, k
	}
	return a, j
}

// unitOrder ranks units from the largest to the smallest.
var unitOrder = map[string]int{"Y": 1, "M1": 2, "W": 3, "D": 4, "H": 5, "M": 6, "S": 7}

// isLong reports whether lexeme i is the "long" of "day-long".
func (r *run) isLong(i int) bool {
	return r.has(i, classFiller) && r.reads(i, "long")
}

// isDistance reports whether an apostrophe and a way to go follow byte offset at: "10 minutes' walk" says how far, not how long.
func isDistance(text string, at int) bool {
	rest := text[at:min(len(text), at+12)]
	for _, owner := range [...]string{"' ", "\u2019 ", "'s ", "\u2019s "} {
		if way, ok := strings.CutPrefix(rest, owner); ok {
			return strings.HasPrefix(way, "walk") || strings.HasPrefix(way, "drive") || strings.HasPrefix(way, "ride")
		}
	}
	return false
}

// isAge reports whether the amount before lexeme j is somebody's age, "44-year-old", "55 years old", which says nothing of when.
func (r *run) isAge(i, j int) bool {
	return r.next(j, classOld) && r.value(j-1, classUnit, "Y") && r.lx[i].class != classMany
}

// relatedAmount reads "the past three years", "last two weeks", "the next several days", "the first nine months", "recent years",
// "coming weeks".
func relatedAmount(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	j := i + 1
	word := l.entry.value
	if word == "LAST" && verbsBefore[before(r.text, l.start)] {
		return nil, i
	}
	if word == "THIS" && (r.value(j, classRel, "PAST") || r.value(j, classRel, "COMING") || r.value(j, classRel, "LAST")) {
		word, j = r.lx[j].entry.value, j+1
	}
	if !r.joined(j) {
		return nil, i
	}
	those := word == "THAT" || word == "THIS"
	if those && (!r.isThoseThese(i) || r.lx[j].isA()) { // those three years, and not "that a quarter of them", "that four days were too few"
		return nil, i
	}
	placed, ok := amountRelations[word]
	if !ok {
		return nil, i
	}
	a, end := r.amount(j)
	if end == j || r.next(end, classOld) || r.nextValue(end, classDir, "AGO") { // brushed past two weeks ago
		return nil, i
	}
	if (those || word == "SAME") && a.number.vague {
		return r.theseDays(i, end, a.unit)
	}
	if word == "LAST" {
		if part, k := r.monthsOfYear(&a, -1, i, end); k > end && part.parts.has(hasYear) { // the last six months of 2012
			return part, k
		}
	}
	e := r.new(expr{rule: ruleRelatedAmount, kind: duration, typ: DurationType, head: true, dir: placed.n, from: placed.from})
	if word == "LAST" && a.number.vague && l.cap && standsAlone(r.text, l.start, r.lx[end-1].end) { // a heading: "Last years"
		e.kind = refused
		return e, end
	}
	if e.amount, end = r.smaller(a, end); r.nextOne(end, classPeriod) {
		end++
	}
	if r.orSo(end) {
		e.mod = "APPROX"
		end += 2
	}
	return e, end
}

// amountRelations tell what the words before an amount mean: on which side it lies, -1 before and 1 after, of what.
var amountRelations = map[string]struct {
	n    int
	from anchor
}{
	"LAST":      {-1, speech},
	"PAST":      {-1, speech},
	"RECENT":    {-1, speech},
	"LATEST":    {-1, speech},
	"NEXT":      {1, speech},
	"COMING":    {1, speech},
	"FOLLOWING": {1, narrative},
	"PREVIOUS":  {-1, narrative},
	"WHOLE":     {0, speech},
	"SAME":      {0, speech},
	"THAT":      {0, speech},
	"THIS":      {0, speech},
}

// theseDays reads "these days", "in those days", whose unit ends before lexeme end: the present, the past.
func (r *run) theseDays(i, end int, unit string) (*expr, int) {
	word := r.text[r.lx[i].start:r.lx[i].end]
	switch {
	case unit == "D" && hasStringFold(word, "these"):
		return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PRESENT_REF"}), end
	case unit == "D" && hasStringFold(word, "those") && i > 0 && r.lx[i-1].is("IN"):
		return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PAST_REF"}), end
	}
	return nil, i
}

// standsAlone reports whether text[start:end] is a line by itself.
func standsAlone(text string, start, end int) bool {
	return (start == 0 || text[start-1] == '\n') && (end == len(text) || text[end] == '\n')
}

// isThoseThese reports whether lexeme i is the plural of "that" or "this".
func (r *run) isThoseThese(i int) bool {
	word := r.text[r.lx[i].start:r.lx[i].end]
	return hasStringFold(word, "those") || hasStringFold(word, "these")
}

// longWord reads "yearlong", "monthslong".
func longWord(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	return r.new(expr{rule: "unit-long", kind: duration, typ: DurationType, amount: amount{number: number{value: 1, vague: l.entry.plural}, unit: l.entry.value}}), i + 1
}

// bareUnit reads "week-long", "day-long", and "weekends", which come again and again.
func bareUnit(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.entry.plural && l.entry.value == "WE" { // on weekends
		return r.new(expr{rule: "weekends", kind: set, typ: SetType, parts: parts{have: hasWeekend}}), i + 1
	}
	if units[l.entry.value].days > 0 && !l.entry.plural && strings.HasSuffix(r.text[:l.start], " all ") && dayEnds(r.text, l.end) { // it rained all day, all week
		return r.new(expr{rule: "all-day", kind: duration, typ: DurationType, start: l.start - len("all "), end: l.end, amount: amount{number: number{value: 1}, unit: l.entry.value}}), i + 1
	}
	if l.entry.plural || !r.isLong(i+1) || !r.joined(i+1) {
		return nil, i
	}
	return r.new(expr{rule: "unit-long", kind: duration, typ: DurationType, head: true, amount: amount{number: number{value: 1}, unit: l.entry.value}}), i + 2
}
