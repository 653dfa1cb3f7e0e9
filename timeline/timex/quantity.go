package timex

// number reads a quantity at lexeme i: digits, number words, "a couple of", "several", "two to three", "one and a half".
// end is i where there is none.
func (r *run) number(i int) (n number, end int) {
	n, end = r.simpleNumber(i)
	if end == i {
		return n, i
	}
	if r.andAHalf(end) { // two and a half
		n.value += 0.5
		end += 3
	} else if r.andAQuarter(end) { // two and a quarter hours
		n.value += 0.25
		end += 3
	}
	// "two to three", "12 or 18", "5-10": the first counts, as an amount is at least that
	if j := end; (r.word(j, "TO") || r.word(j, "OR")) && r.joined(j) {
		if _, k := r.simpleNumber(j + 1); k > j+1 && r.joined(j+1) && !r.lx[j+1].isA() {
			return n, k
		}
	}
	if end < len(r.lx) && r.dashed(end) && r.lx[end].class == classInt && r.lx[i].class == classInt && end == i+1 {
		return n, end + 1
	}
	return n, end
}

// simpleNumber reads one number.
func (r *run) simpleNumber(i int) (number, int) {
	if i >= len(r.lx) {
		return number{}, i
	}
	l := &r.lx[i]
	switch l.class {
	case classInt, classDecimal:
		if l.class == classDecimal {
			if r.next(i+1, classScale) { // 4.5 billion
				return number{value: decimal(r.text[l.start:l.end]) * float64(r.lx[i+1].number)}, i + 2
			}
			return number{value: decimal(r.text[l.start:l.end])}, i + 1
		}
		if r.has(i+2, classInt) && r.has(i+1, classInt) && r.lx[i+1].number == 1 && r.lx[i+2].number == 2 && r.lx[i+2].gap == gapSlash && r.joined(i+1) { // 2 1/2
			return number{value: float64(l.number) + 0.5}, i + 3
		}
		if r.next(i+1, classScale) {
			return number{value: float64(l.number * r.lx[i+1].number)}, i + 2
		}
		return number{value: float64(l.number)}, i + 1
	case classMany:
		return r.many(i)
	case classHalf:
		if i+1 < len(r.lx) && r.lx[i+1].isA() && r.joined(i+1) { // half a century
			if r.nextValue(i+2, classScale, "12") { // half a dozen
				return number{value: 6}, i + 3
			}
			return number{value: 0.5}, i + 2
		}
		return number{value: 0.5}, i + 1
	case classDet:
		return r.article(i)
	case classApprox: // some months ago
		if r.next(i+1, classUnit) && r.lx[i+1].entry.plural && r.value(i+2, classDir, "AGO") && r.reads(i, "some") {
			return number{vague: true}, i + 1
		}
	case classNum, classScale:
		return r.numberWords(i)
	}
	return number{}, i
}

// many reads "several", "a few" without its article, "dozens of".
func (r *run) many(i int) (number, int) {
	l := &r.lx[i]
	end := i + 1
	if r.next(end, classScale) { // several hundred
		end++
	}
	if r.nextWord(end, "OF") {
		end++
	}
	if l.entry.value == "X" {
		return number{vague: true}, end
	}
	return number{value: float64(l.number)}, end
}

// article reads "a" as one, with what makes another number of it: "a couple of", "a few", "a hundred", "a half"; and "another", "another two".
func (r *run) article(i int) (number, int) {
	if r.lx[i].entry.value == "ANOTHER" && r.joined(i+1) {
		if n, end := r.simpleNumber(i + 1); end > i+1 && !r.lx[i+1].isA() {
			return n, end
		}
		return number{value: 1}, i + 1
	}
	if !r.lx[i].isA() {
		return number{}, i
	}
	if r.joined(i + 1) {
		switch r.lx[i+1].class {
		case classMany:
			return r.many(i + 1)
		case classScale:
			return r.numberWords(i + 1)
		case classHalf:
			return number{value: 0.5}, i + 2
		}
	}
	return number{value: 1}, i + 1
}

// numberWords reads "twenty-four", "a hundred and five", "two thousand three hundred".
func (r *run) numberWords(i int) (number, int) {
	total, group, end := 0, 0, i
	last := 0
loop:
	for ; end < len(r.lx); end++ {
		l := &r.lx[end]
		if end > i && !r.joined(end) {
			break
		}
		switch {
		case l.class == classNum && (end == i || last >= 100 || last >= 20 && last < 100 && last%10 == 0 && l.number < 10 && l.number > 0):
			group += l.number
			last = l.number
		case l.class == classScale && end == i && l.number >= 1e6: // 6.8 million five years earlier
			break loop
		case l.class == classScale:
			if group == 0 {
				group = 1
			}
			group *= l.number
			if last = l.number; l.number == 1000 {
				total, group = total+group, 0
			}
		case l.is("AND") && last >= 100 && r.next(end+1, classNum):
		default:
			break loop
		}
	}
	if end > i && r.lx[end-1].is("AND") {
		end--
	}
	return number{value: float64(total + group)}, end
}

func decimal(s string) float64 {
	value, scale := 0.0, 0.0
	for _, c := range s {
		switch {
		case c == '.':
			scale = 1
		case scale == 0:
			value = value*10 + float64(c-'0')
		default:
			scale /= 10
			value += float64(c-'0') * scale
		}
	}
	return value
}

// units tells what a duration of a unit looks like in TIMEX3 and on the calendar.
var units = map[string]unit{
	"S":  {time: true, code: "S"},
	"M":  {time: true, code: "M"},
	"H":  {time: true, code: "H"},
	"D":  {code: "D", days: 1},
	"W":  {code: "W", days: 7},
	"M1": {code: "M", days: 30},
	"Q":  {code: "Q", days: 91},
	"Y":  {code: "Y", days: 365},
	"DE": {code: "DE", days: 3652},
	"C":  {code: "CE", days: 36524},
	"ML": {code: "ML", days: 365242},
	"WE": {code: "WE", days: 2},
	"HY": {code: "HY", days: 182},
	"NI": {code: "NI", days: 1},
}

// fillsAmount reports whether lexeme i may stand between a number and its unit: "six consecutive weeks", "two more days", "three whole years", "four
// previous months".
func (r *run) fillsAmount(i int) bool {
	switch {
	case r.value(i, classCompare, "MORE"), r.word(i, "OTHER"), r.value(i, classRel, "WHOLE"):
		return true
	case r.has(i, classFiller):
		return r.joined(i)
	case r.has(i, classRel):
		v := r.lx[i].entry.value
		return (v == "PAST" || v == "PREVIOUS" || v == "FOLLOWING" || v == "COMING") && r.joined(i)
	}
	return false
}

// isFortnight reports whether a unit is one of two weeks.
func isFortnight(text string, l *lexeme) bool {
	return l.entry.value == "W" && text[l.start]|0x20 == 'f'
}

// isPartCounted reports whether lexeme i is a plural part of the day, of which a number before it counts one a day.
func (r *run) isPartCounted(i int) bool {
	return r.has(i, classPart) && r.lx[i].entry.plural && !r.lx[i].cap && r.joined(i)
}

// amount reads a number and its unit: "two years", "a few days", "24-hour", "three and a half months",
// "six consecutive weeks"; and a bare plural, "months", which is vague.
func (r *run) amount(i int) (amount, int) {
	n, j := r.number(i)
	bare := j == i
	for !bare && r.fillsAmount(j) {
		j++
	}
	if !bare && !r.lx[i].isA() && r.next(j, classOrd) && r.reads(j, "second") {
		counted := r.lx[j].gap == gapHyphen && (r.lx[j-1].class == classInt || r.lx[j-1].number < 20) // a 14-second burn, and not: the twenty-second
		if counted || n.value == 1 && dayEnds(r.text, r.lx[j].end) {                                  // in one second
			return amount{number: n, unit: "S"}, j + 1
		}
	}
	if !bare && !n.vague && r.isPartCounted(j) { // nine nights, two mornings later
		return amount{number: n, unit: "D"}, j + 1
	}
	if j >= len(r.lx) || r.lx[j].class != classUnit || !bare && !r.joined(j) {
		return amount{}, i
	}
	if r.lx[j].entry.value == "Q" && !r.lx[j].entry.plural && (bare || n.value == 1) { // a quarter of a century, a quarter-century
		k := j + 1
		if r.nextWord(k, "OF") && k+1 < len(r.lx) && r.lx[k+1].isA() && r.joined(k+1) {
			k += 2
		}
		if r.nextUnit(k, "C") {
			return amount{number: number{value: 0.25}, unit: "C"}, k + 1
		}
		if r.nextUnit(k, "H") {
			return amount{number: number{value: 15}, unit: "M"}, k + 1
		}
	}
	if k := j + 3; r.value(j, classUnit, "Q") && n.value == 3 && r.word(j+1, "OF") && r.nextValue(k, classUnit, "H") && r.lx[j+2].isA() { // three quarters of an hour
		return amount{number: number{value: 45}, unit: "M"}, k + 1
	}
	u := r.lx[j].entry
	if u.value == "Q" && n.value > 20 { // the 1988 quarter
		return amount{}, i
	}
	if bare {
		if !u.plural {
			return amount{}, i
		}
		n = number{vague: true}
	}
	a := amount{number: number{value: n.value, vague: n.vague || u.plural && r.lx[i].isA() && j == i+1 && j+1 < len(r.lx) && r.lx[j+1].gap == gapHyphen}, unit: u.value} // a centuries-old town
	if isFortnight(r.text, &r.lx[j]) {
		a.number.value *= 2
	}
	end := j + 1
	if r.andAHalf(end) { // a year and a half
		a.number.value += 0.5
		return a, end + 3
	}
	return a, end
}
