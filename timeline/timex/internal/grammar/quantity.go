package grammar

import (
	"strconv"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
)

// number reads a quantity at lexeme i: digits, number words, "a couple of", "several", "two to three", "one and a half".
// end is i where there is none.
func (r *run) number(i int) (n expr.Number, end int) {
	n, end = r.simpleNumber(i)
	if end == i {
		return n, i
	}
	if r.andAHalf(end) { // two and a half
		n.Value += 0.5
		end += 3
	} else if r.andAQuarter(end) { // two and a quarter hours
		n.Value += 0.25
		end += 3
	}
	// "two to three", "12 or 18", "5-10": the first counts, as an amount is at least that
	if j := end; (r.word(j, "TO") || r.word(j, "OR")) && r.joined(j) {
		if _, k := r.simpleNumber(j + 1); k > j+1 && r.joined(j+1) && !r.lx[j+1].isA() {
			return n, k
		}
	}
	if end < len(r.lx) && r.dashed(end) && r.lx[end].class == lexicon.Int && r.lx[i].class == lexicon.Int && end == i+1 {
		return n, end + 1
	}
	return n, end
}

// simpleNumber reads one number.
func (r *run) simpleNumber(i int) (expr.Number, int) {
	if i >= len(r.lx) {
		return expr.Number{}, i
	}
	l := &r.lx[i]
	switch l.class {
	case lexicon.Int, lexicon.Decimal:
		if l.class == lexicon.Decimal {
			if r.next(i+1, lexicon.Scale) { // 4.5 billion
				return expr.Number{Value: decimal(r.text[l.start:l.end]) * float64(r.lx[i+1].number)}, i + 2
			}
			return expr.Number{Value: decimal(r.text[l.start:l.end])}, i + 1
		}
		if r.has(i+2, lexicon.Int) && r.has(i+1, lexicon.Int) && r.lx[i+1].number == 1 && r.lx[i+2].number == 2 && r.lx[i+2].gap == gapSlash && r.joined(i+1) { // 2 1/2
			return expr.Number{Value: float64(l.number) + 0.5}, i + 3
		}
		if r.next(i+1, lexicon.Scale) {
			return expr.Number{Value: float64(l.number * r.lx[i+1].number)}, i + 2
		}
		return expr.Number{Value: float64(l.number)}, i + 1
	case lexicon.Many:
		return r.many(i)
	case lexicon.Half:
		if i+1 < len(r.lx) && r.lx[i+1].isA() && r.joined(i+1) { // half a century
			if r.nextValue(i+2, lexicon.Scale, "12") { // half a dozen
				return expr.Number{Value: 6}, i + 3
			}
			return expr.Number{Value: 0.5}, i + 2
		}
		return expr.Number{Value: 0.5}, i + 1
	case lexicon.Det:
		return r.article(i)
	case lexicon.Approx: // some months ago
		if r.next(i+1, lexicon.Unit) && r.lx[i+1].entry.Plural && r.value(i+2, lexicon.Dir, "AGO") && r.reads(i, "some") {
			return expr.Number{Vague: true}, i + 1
		}
	case lexicon.Num, lexicon.Scale:
		return r.numberWords(i)
	}
	return expr.Number{}, i
}

// many reads "several", "a few" without its article, "dozens of".
func (r *run) many(i int) (expr.Number, int) {
	l := &r.lx[i]
	end := i + 1
	if r.next(end, lexicon.Scale) { // several hundred
		end++
	}
	if r.nextWord(end, "OF") {
		end++
	}
	if l.entry.Value == "X" {
		return expr.Number{Vague: true}, end
	}
	return expr.Number{Value: float64(l.number)}, end
}

// article reads "a" as one, with what makes another number of it: "a couple of", "a few", "a hundred", "a half"; and "another", "another two".
func (r *run) article(i int) (expr.Number, int) {
	if r.lx[i].entry.Value == "ANOTHER" && r.joined(i+1) {
		if n, end := r.simpleNumber(i + 1); end > i+1 && !r.lx[i+1].isA() {
			return n, end
		}
		return expr.Number{Value: 1}, i + 1
	}
	if !r.lx[i].isA() {
		return expr.Number{}, i
	}
	if r.joined(i + 1) {
		switch r.lx[i+1].class {
		case lexicon.Many:
			return r.many(i + 1)
		case lexicon.Scale:
			return r.numberWords(i + 1)
		case lexicon.Half:
			return expr.Number{Value: 0.5}, i + 2
		}
	}
	return expr.Number{Value: 1}, i + 1
}

// numberWords reads "twenty-four", "a hundred and five", "two thousand three hundred".
func (r *run) numberWords(i int) (expr.Number, int) {
	total, group, end := 0, 0, i
	last := 0
loop:
	for ; end < len(r.lx); end++ {
		l := &r.lx[end]
		if end > i && !r.joined(end) {
			break
		}
		switch {
		case l.class == lexicon.Num && (end == i || last >= 100 || last >= 20 && last < 100 && last%10 == 0 && l.number < 10 && l.number > 0):
			group += l.number
			last = l.number
		case l.class == lexicon.Scale && end == i && l.number >= 1e6: // 6.8 million five years earlier
			break loop
		case l.class == lexicon.Scale:
			if group == 0 {
				group = 1
			}
			group *= l.number
			if last = l.number; l.number == 1000 {
				total, group = total+group, 0
			}
		case l.is("AND") && last >= 100 && r.next(end+1, lexicon.Num):
		default:
			break loop
		}
	}
	if end > i && r.lx[end-1].is("AND") {
		end--
	}
	return expr.Number{Value: float64(total + group)}, end
}

// decimal is the value of a lexeme of class Decimal, digits about one dot, which cannot fail to be read.
func decimal(s string) float64 {
	value, _ := strconv.ParseFloat(s, 64)
	return value
}

// fillsAmount reports whether lexeme i may stand between a number and its unit: "six consecutive weeks", "two more days", "three whole years", "four
// previous months".
func (r *run) fillsAmount(i int) bool {
	switch {
	case r.value(i, lexicon.Compare, "MORE"), r.word(i, "OTHER"), r.value(i, lexicon.Rel, "WHOLE"):
		return true
	case r.value(i, lexicon.Filler, "JUDGED"): // two good years, and not: a good day for builders
		return r.joined(i) && i > 0 && (r.lx[i-1].class == lexicon.Num || r.lx[i-1].class == lexicon.Int)
	case r.has(i, lexicon.Fiscal) && r.value(i+1, lexicon.Unit, "Y") && r.lx[i+1].entry.Plural: // the past three fiscal years
		return r.joined(i) && r.lx[i].entry.Value != "FY"
	case r.has(i, lexicon.Filler):
		return r.joined(i)
	case r.has(i, lexicon.Rel):
		v := r.lx[i].entry.Value
		return (v == "PAST" || v == "PREVIOUS" || v == "FOLLOWING" || v == "COMING") && r.joined(i)
	}
	return false
}

// isFortnight reports whether a unit is one of two weeks.
func isFortnight(text string, l *lexeme) bool {
	return l.entry.Value == "W" && text[l.start]|0x20 == 'f'
}

// oneUnit is the unit of lexeme i as an amount: one of it, and of a fortnight two weeks.
func (r *run) oneUnit(i int) expr.Amount {
	a := expr.Amount{Number: expr.Number{Value: 1}, Unit: r.lx[i].entry.Value}
	if isFortnight(r.text, &r.lx[i]) {
		a.Number.Value = 2
	}
	return a
}

// isPartCounted reports whether lexeme i is a plural part of the day, of which a number before it counts one a day.
func (r *run) isPartCounted(i int) bool {
	return r.has(i, lexicon.Part) && r.lx[i].entry.Plural && !r.lx[i].cap && r.joined(i)
}

// amount reads a number and its unit: "two years", "a few days", "24-hour", "three and a half months",
// "six consecutive weeks"; and a bare plural, "months", which is vague.
func (r *run) amount(i int) (expr.Amount, int) {
	n, j := r.number(i)
	bare := j == i
	if !bare && r.orSo(j) && r.next(j+2, lexicon.Unit) && r.lx[j+2].entry.Plural { // ten or so years
		j, n.About = j+2, true
	}
	for !bare && r.fillsAmount(j) {
		j++
	}
	if !bare && !r.lx[i].isA() && r.next(j, lexicon.Ord) && r.reads(j, "second") {
		counted := r.lx[j].gap == gapHyphen && (r.lx[j-1].class == lexicon.Int || r.lx[j-1].number < 20) // a 14-second burn, and not: the twenty-second
		if counted || n.Value == 1 && dayEnds(r.text, r.lx[j].end) {                                     // in one second
			return expr.Amount{Number: n, Unit: "S"}, j + 1
		}
	}
	if !bare && !n.Vague && r.isPartCounted(j) { // nine nights, two mornings later
		return expr.Amount{Number: n, Unit: "D"}, j + 1
	}
	if j >= len(r.lx) || r.lx[j].class != lexicon.Unit || !bare && !r.joined(j) {
		return expr.Amount{}, i
	}
	if r.lx[j].entry.Value == "Q" && !r.lx[j].entry.Plural && (bare || n.Value == 1) { // a quarter of a century, a quarter-century
		k := j + 1
		if r.nextWord(k, "OF") && k+1 < len(r.lx) && r.lx[k+1].isA() && r.joined(k+1) {
			k += 2
		}
		if r.nextUnit(k, "C") {
			return expr.Amount{Number: expr.Number{Value: 0.25}, Unit: "C"}, k + 1
		}
		if r.nextUnit(k, "H") {
			return expr.Amount{Number: expr.Number{Value: 15}, Unit: "M"}, k + 1
		}
	}
	if k := j + 3; r.value(j, lexicon.Unit, "Q") && n.Value == 3 && r.word(j+1, "OF") && j+2 < len(r.lx) && r.lx[j+2].isA() {
		switch {
		case r.nextUnit(k, "H"): // three quarters of an hour
			return expr.Amount{Number: expr.Number{Value: 45}, Unit: "M"}, k + 1
		case r.nextUnit(k, "C"):
			return expr.Amount{Number: expr.Number{Value: 75}, Unit: "Y"}, k + 1
		}
	}
	u := r.lx[j].entry
	if u.Value == "Q" && n.Value >= 1000 { // the 1988 quarter
		return expr.Amount{}, i
	}
	if bare {
		if !u.Plural {
			return expr.Amount{}, i
		}
		n = expr.Number{Vague: true}
	}
	a := expr.Amount{Number: expr.Number{Value: n.Value, Vague: n.Vague || u.Plural && r.lx[i].isA() && j == i+1 && j+1 < len(r.lx) && r.lx[j+1].gap == gapHyphen, About: n.About}, Unit: u.Value} // a centuries-old town
	if isFortnight(r.text, &r.lx[j]) {
		a.Number.Value *= 2
	}
	end := j + 1
	if r.andAHalf(end) { // a year and a half
		a.Number.Value += 0.5
		return a, end + 3
	}
	if more := r.quartersBehind(end); more > 0 && (u.Value == "H" || u.Value == "Y") { // an hour and a quarter
		a.Number.Value += more
		return a, end + 3
	}
	return a, end
}

// quartersBehind is what "and a quarter" or "and three-quarters" at lexeme i adds to the hours or years before it; 0 where it does not stand there.
func (r *run) quartersBehind(i int) float64 {
	number, quarter := i+1, i+2
	if !r.nextWord(i, "AND") || !r.joined(number) || !r.value(quarter, lexicon.Unit, "Q") || !dayEnds(r.text, r.lx[quarter].end) {
		return 0
	}
	switch {
	case r.lx[number].isA() && r.nextUnit(quarter, "Q"):
		return 0.25
	case r.has(number, lexicon.Num) && r.lx[number].number == 3 && r.lx[quarter].entry.Plural:
		return 0.75
	}
	return 0
}
