package timex

import "strconv"

// everyUnit reads "every day", "each Friday", "every two weeks", "every other month", "each July", "every summer".
func everyUnit(r *run, i int) (*expr, int) {
	j := i + 1
	if j >= len(r.lx) || !r.joined(j) {
		return nil, i
	}
	e := r.new(expr{rule: "every", kind: set, typ: SetType, quant: "EACH"})
	word := r.text[r.lx[i].start:r.lx[i].end]
	if hasStringFold(word, "each") && r.word(j, "OTHER") { // at war with each other two years later
		return nil, i
	}
	if hasStringFold(word, "every") {
		e.quant = "EVERY"
	}
	if r.lx[i].entry.value == "PER" {
		if e.quant = ""; speedUnits[before(r.text, r.lx[i].start)] {
			return nil, i
		}
	}
	if r.has(j, classOrd) {
		if end := r.everyName(e, j); end > j { // every Fourth of July
			return e, end
		}
	}
	other := r.word(j, "OTHER") || r.has(j, classOrd) && r.lx[j].number >= 2
	if next := j + 1; (r.has(j, classFiller) || other && !r.has(next, classUnit)) && r.joined(next) && next < len(r.lx) { // every single day, every other Sunday
		j = next
	}
	if end := r.everyName(e, j); end > j && r.lx[i].entry.value != "PER" {
		if e.parts.have == hasWeekday && e.second == nil && (r.word(i+1, "OTHER") || r.has(i+1, classOrd) && r.lx[i+1].number == 2) { // every other Thursday, every second Thursday
			e.amount = amount{number: number{value: 2}, unit: "W"}
		}
		if e.second != nil {
			e.start = r.lx[i].start
		}
		return e, end
	}
	n := number{value: 1}
	if r.word(j, "OTHER") {
		n.value = 2
		j++
	} else if r.has(j, classOrd) && r.lx[j].number >= 2 && r.lx[j].number <= 31 { // every third year
		n.value = float64(r.lx[j].number)
		j++
	} else if a, k := r.number(j); k > j {
		n, j = a, k
	}
	if !r.has(j, classUnit) || !r.joined(j) {
		return nil, i
	}
	if isFortnight(r.text, &r.lx[j]) {
		n.value *= 2
	}
	if r.value(j, classUnit, "Q") && r.word(j+1, "OF") && j+2 < len(r.lx) && r.lx[j+2].isA() && r.nextValue(j+3, classUnit, "H") { // every quarter of an hour
		e.amount = amount{number: number{value: 15}, unit: "M"}
		return e, j + 4
	}
	e.amount = amount{number: n, unit: r.lx[j].entry.value}
	return e, j + 1
}

// speedUnits are what a speed is counted in before its "per hour", which says nothing of how often.
var speedUnits = wordSet("kilometers kilometres kilometer kilometre km miles mile metres meters metre meter feet foot knots revolutions rotations beats words frames")

// everyName reads into e the weekday, month, season, part of the day, weekend or holiday at lexeme j, which comes again and again, and gives the index
// after it; j where there is none.
func (r *run) everyName(e *expr, j int) int {
	l := &r.lx[j]
	switch l.class {
	case classWeekday:
		e.parts = parts{have: hasWeekday, weekday: l.number}
		if k := j + 2; r.nextWord(j+1, "AND") && r.next(k, classWeekday) && r.isWeekday(k) && !r.has(k+1, classPart) { // every Tuesday and Thursday
			second := r.new(*e)
			second.parts.weekday, second.start, second.end = r.lx[k].number, r.lx[k].start, r.lx[k].end
			e.second, e.end = second, l.end
			return k + 1
		}
		if r.next(j+1, classPart) {
			setPart(&e.parts, r.lx[j+1].entry.value)
			return j + 2
		}
		if at := j + 2; r.nextWord(j+1, "AT") && r.joined(at) { // every Thursday at 7.30 p.m.
			if end := r.clock(&e.parts, at); end > at {
				return end
			}
		}
	case classMonth:
		e.parts = parts{have: hasMonth, month: l.number}
		if day, k := r.dayNumber(j + 1); k > j+1 {
			e.parts.day, e.parts.have = day, e.parts.have|hasDay
			return k
		}
	case classInt, classOrd:
		if day, k := r.fullDay(j); k > j+1 && day.kind == point && day.second == nil && day.parts.have == hasMonth|hasDay { // every 1 November
			e.parts = day.parts
			return k
		}
		return j
	case classSeason:
		e.parts = parts{have: hasSeason, season: l.entry.value}
	case classPart:
		setPart(&e.parts, l.entry.value)
	case classHoliday:
		e.parts = parts{holiday: l.holiday}
	default:
		if !r.value(j, classUnit, "WE") {
			return j
		}
		e.parts.have = hasWeekend
	}
	return j + 1
}

// setAdverb reads "daily", "annually", "weekly"; not as part of a name ("Daily News").
func setAdverb(r *run, i int) (*expr, int) {
	count, unit := 1.0, r.lx[i].entry.value
	if isDigit(unit[0]) { // fortnightly
		count, unit = float64(unit[0]-'0'), unit[1:]
	}
	return r.new(expr{rule: ruleAdverb, kind: set, typ: SetType, amount: amount{number: number{value: count}, unit: unit}, weak: true}), i + 1
}

// timesPer reads "twice a month", "once every two years".
func timesPer(r *run, i int) (*expr, int) {
	j := i + 1
	if !r.joined(j) {
		return nil, i
	}
	freq := r.lx[i].entry.value + "X"
	if r.word(j, "OR") && r.next(j+1, classTimes) && r.joined(j+2) { // once or twice a week
		j += 2
	}
	if r.one(j, classAdverb) { // twice daily
		e, end := setAdverb(r, j)
		e.freq, e.weak = freq, false
		return e, end
	}
	return r.perUnit(i, j, freq)
}

// timesUnit reads "three times a week", "several times every year".
func timesUnit(r *run, i int) (*expr, int) {
	if !r.has(i+1, classTime) && !r.has(i+2, classTime) && !r.has(i+3, classTime) {
		return nil, i
	}
	n, j := r.number(i)
	if j == i || !r.has(j, classTime) || !r.lx[j].entry.plural || !r.joined(j) || !r.joined(j+1) || n.value != float64(int(n.value)) {
		return nil, i
	}
	freq := "X"
	if !n.vague {
		freq = strconv.Itoa(int(n.value)) + "X"
	}
	return r.perUnit(i, j+1, freq)
}

// amountPer reads an amount within a longer unit: "24 hours a day", "three days a week" (TimeML 1.2.1 gives "3 days each week" the frequency 3D).
func amountPer(r *run, i int) (*expr, int) {
	if !r.has(i+1, classUnit) && !r.has(i+2, classUnit) && !r.isPartCounted(i+1) {
		return nil, i
	}
	a, j := r.amount(i)
	if j == i || a.number.vague || a.number.value != float64(int(a.number.value)) {
		return nil, i
	}
	if !r.joined(j) || r.lx[j].gap == gapHyphen || !r.lx[j].isA() && !r.has(j, classPeriodic) || !r.nextOne(j+1, classUnit) {
		return nil, i
	}
	if longer, ok := unitOrder[r.lx[j+1].entry.value]; !ok || unitOrder[a.unit] <= longer {
		return nil, i
	}
	return r.perUnit(i, j, strconv.Itoa(int(a.number.value))+a.unit[:1])
}

// perUnit reads the unit within which something comes so often: "a week", "every two years".
func (r *run) perUnit(i, j int, freq string) (*expr, int) {
	if r.has(j, classPeriodic) {
		e, end := everyUnit(r, j)
		if e == nil { // and not: once every classroom has been cleaned
			return nil, i
		}
		e.freq, e.start, e.end = freq, 0, 0
		return e, end
	}
	if r.lx[j].isA() && r.one(j+1, classUnit) && !r.countsBack(j+2) { // and not: 93 days a year earlier
		n := number{value: 1}
		if isFortnight(r.text, &r.lx[j+1]) {
			n.value = 2
		}
		return r.new(expr{rule: "times", kind: set, typ: SetType, freq: freq, amount: amount{number: n, unit: r.lx[j+1].entry.value}}), j + 2
	}
	return nil, i
}

// setPerUnit reads "a year" where it is a rate: "$33 million a year", "three times a week".
func setPerUnit(r *run, i int) (*expr, int) {
	if !r.lx[i].isA() || !r.nextOne(i+1, classUnit) || !isRate(r, i) || r.lx[i+1].entry.value == "Q" && r.word(i+2, "OF") {
		return nil, i
	}
	return r.new(expr{rule: ruleRate, kind: set, typ: SetType, amount: amount{number: number{value: 1}, unit: r.lx[i+1].entry.value}}), i + 2
}

// isRate reports whether what stands before lexeme i is an amount: a number, a plural, "times", a percent sign.
func isRate(r *run, i int) bool {
	at := r.lx[i].start
	if at < 2 || r.text[at-1] != ' ' && r.text[at-1] != '\n' {
		return false
	}
	if c := r.text[at-2]; isDigit(c) || c == '%' {
		return true
	}
	word := before(r.text, at)
	if e, ok := lookup(word); ok {
		return e.class == classTimes || e.class == classTime && e.plural || e.class == classScale || (e.class == classUnit || e.class == classPart) && e.plural
	}
	return ratedUnits[word]
}

// ratedUnits are what rates count: "two million barrels a day".
var ratedUnits = wordSet("million billion trillion percent cents dollars pounds euros yen barrels tons tonnes deaths")

// countsBack reports whether lexeme i counts from another date what the amount before it says: "a year earlier", and not "a week since May".
func (r *run) countsBack(i int) bool {
	if !r.has(i, classDir) || !r.joined(i) {
		return false
	}
	dir := r.lx[i].entry.value
	return dir == "EARLIER" || dir == "LATER" || dir == "AGO"
}
