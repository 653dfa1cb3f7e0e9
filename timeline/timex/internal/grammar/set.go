package grammar

import (
	"strconv"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// alternateUnits reads "alternate days", "alternate Thursdays".
func (r *run) alternateUnits(i int) (*expr.Expr, int) {
	j := i + 1
	if !r.joined(j) || !r.lx[j].entry.Plural {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "every", Kind: expr.Set, Type: expr.SetType, Amount: expr.Amount{Number: expr.Number{Value: 2}, Unit: "W"}})
	switch {
	case r.has(j, lexicon.Weekday):
		e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[j].number}
	case r.has(j, lexicon.Unit):
		e.Amount.Unit = r.lx[j].entry.Value
	default:
		return nil, i
	}
	return e, j + 1
}

// everyUnit reads "every day", "each Friday", "every two weeks", "every other month", "each July", "every summer".
func everyUnit(r *run, i int) (*expr.Expr, int) {
	if r.lx[i].entry.Value == "ALT" {
		return r.alternateUnits(i)
	}
	j := i + 1
	if j >= len(r.lx) || !r.joined(j) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "every", Kind: expr.Set, Type: expr.SetType, Quant: "EACH"})
	word := r.text[r.lx[i].start:r.lx[i].end]
	if prose.EqualFold(word, "each") && r.word(j, "OTHER") { // at war with each other two years later
		return nil, i
	}
	if prose.EqualFold(word, "every") {
		e.Quant = "EVERY"
	}
	if r.lx[i].entry.Value == "PER" {
		if e.Quant = ""; speedUnits.Has(prose.Before(r.text, r.lx[i].start)) {
			return nil, i
		}
	}
	if r.has(j, lexicon.Ord) {
		if end := r.everyName(e, j); end > j { // every Fourth of July
			return e, end
		}
	}
	other := r.word(j, "OTHER") || r.has(j, lexicon.Ord) && r.lx[j].number >= 2
	if next := j + 1; (r.has(j, lexicon.Filler) || other && !r.has(next, lexicon.Unit)) && r.joined(next) && next < len(r.lx) { // every single day, every other Sunday
		j = next
	}
	if end := r.everyName(e, j); end > j && r.lx[i].entry.Value != "PER" {
		if e.Parts.Have == expr.HasWeekday && e.Second == nil && (r.word(i+1, "OTHER") || r.has(i+1, lexicon.Ord) && r.lx[i+1].number >= 2) { // every other Thursday, every second Thursday
			e.Amount = expr.Amount{Number: expr.Number{Value: 2}, Unit: "W"}
			if r.has(i+1, lexicon.Ord) {
				e.Amount.Number.Value = float64(r.lx[i+1].number)
			}
		}
		if e.Second != nil {
			e.Start = r.lx[i].start
			return e, end
		}
		return r.setClock(e, end)
	}
	n := expr.Number{Value: 1}
	if r.word(j, "OTHER") {
		n.Value = 2
		j++
	} else if r.has(j, lexicon.Ord) && r.lx[j].number >= 2 && r.lx[j].number <= 31 { // every third year
		n.Value = float64(r.lx[j].number)
		j++
	} else if a, k := r.number(j); k > j {
		n, j = a, k
	}
	if !r.has(j, lexicon.Unit) || !r.joined(j) {
		return nil, i
	}
	if isFortnight(r.text, &r.lx[j]) {
		n.Value *= 2
	}
	if end := r.quarterHour(j); end > j {
		e.Amount = expr.Amount{Number: expr.Number{Value: 15}, Unit: "M"}
		return e, end
	}
	e.Amount = expr.Amount{Number: n, Unit: r.lx[j].entry.Value}
	return r.setClock(e, j+1)
}

// quarterHour gives the index after "quarter hour" or "quarter of an hour" at lexeme i; i where neither stands there.
func (r *run) quarterHour(i int) int {
	hour := i + 1
	if !r.value(i, lexicon.Unit, "Q") {
		return i
	}
	if r.word(hour, "OF") && r.has(hour+1, lexicon.Det) && r.lx[hour+1].isA() {
		hour += 2
	}
	if !r.nextUnit(hour, "H") {
		return i
	}
	return hour + 1
}

// speedUnits are what a speed is counted in before its "per hour", which says nothing of how often.
var speedUnits = wordlist.SetOf("kilometers kilometres kilometer kilometre km miles mile metres meters metre meter feet foot knots revolutions rotations beats words frames inches litres liters gallons")

// everyName reads into e the weekday, month, season, part of the day, weekend or holiday at lexeme j, which comes again and again, and gives the index
// after it; j where there is none.
func (r *run) everyName(e *expr.Expr, j int) int {
	l := &r.lx[j]
	switch l.class {
	case lexicon.Weekday:
		e.Parts = expr.Parts{Have: expr.HasWeekday, Weekday: l.number}
		if k := j + 2; r.nextWord(j+1, "AND") && r.next(k, lexicon.Weekday) && r.isWeekday(k) && !r.has(k+1, lexicon.Part) { // every Tuesday and Thursday
			second := r.new(*e)
			second.Parts.Weekday, second.Start, second.End = r.lx[k].number, r.lx[k].start, r.lx[k].end
			e.Second, e.End = second, l.end
			return k + 1
		}
		if r.next(j+1, lexicon.Part) {
			setPart(&e.Parts, r.lx[j+1].entry.Value)
			return j + 2
		}
	case lexicon.Month:
		e.Parts = expr.Parts{Have: expr.HasMonth, Month: l.number}
		if day, k := r.dayNumber(j + 1); k > j+1 {
			e.Parts.Day, e.Parts.Have = day, e.Parts.Have|expr.HasDay
			return k
		}
	case lexicon.Int, lexicon.Ord:
		if day, k := r.fullDay(j); k > j+1 && day.Kind == expr.Point && day.Second == nil && day.Parts.Have == expr.HasMonth|expr.HasDay { // every 1 November
			e.Parts = day.Parts
			return k
		}
		return j
	case lexicon.Season:
		e.Parts = expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}
	case lexicon.Part:
		setPart(&e.Parts, l.entry.Value)
	case lexicon.Holiday:
		e.Parts = expr.Parts{Holiday: l.holiday}
	default:
		if !r.value(j, lexicon.Unit, "WE") {
			return j
		}
		e.Parts.Have = expr.HasWeekend
	}
	return j + 1
}

// setAdverb reads "daily", "annually", "weekly"; not as part of a name ("Daily News").
func setAdverb(r *run, i int) (*expr.Expr, int) {
	count, unit := 1.0, r.lx[i].entry.Value
	if prose.IsDigit(unit[0]) { // fortnightly
		count, unit = float64(unit[0]-'0'), unit[1:]
	}
	return r.new(expr.Expr{Rule: expr.RuleAdverb, Kind: expr.Set, Type: expr.SetType, Amount: expr.Amount{Number: expr.Number{Value: count}, Unit: unit}, Weak: true}), i + 1
}

// timesPer reads "twice a month", "once every two years".
func timesPer(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	if !r.joined(j) {
		return nil, i
	}
	freq := r.lx[i].entry.Value + "X"
	if r.word(j, "OR") && r.next(j+1, lexicon.Times) && r.joined(j+2) { // once or twice a week
		j += 2
	}
	if r.one(j, lexicon.Adverb) { // twice daily
		return r.adverbTimes(j, freq)
	}
	return r.perUnit(i, j, freq)
}

// adverbTimes reads the adverb at lexeme j behind how many times something comes so often.
func (r *run) adverbTimes(j int, freq string) (*expr.Expr, int) {
	e, end := setAdverb(r, j)
	e.Freq, e.Weak = freq, false
	return e, end
}

// timesUnit reads "three times a week", "several times every year".
func timesUnit(r *run, i int) (*expr.Expr, int) {
	if !r.has(i+1, lexicon.Time) && !r.has(i+2, lexicon.Time) && !r.has(i+3, lexicon.Time) {
		return nil, i
	}
	n, j := r.number(i)
	if j == i || !r.has(j, lexicon.Time) || !r.lx[j].entry.Plural || !r.joined(j) || !r.joined(j+1) || n.Value != float64(int(n.Value)) {
		return nil, i
	}
	freq := "" // several times a year: nobody knows how many
	if !n.Vague {
		freq = strconv.Itoa(int(n.Value)) + "X"
	}
	if r.one(j+1, lexicon.Adverb) { // three times daily
		return r.adverbTimes(j+1, freq)
	}
	return r.perUnit(i, j+1, freq)
}

// amountPer reads an amount within a longer unit: "24 hours a day", "three days a week" (TimeML 1.2.1 gives "3 days each week" the frequency 3D).
func amountPer(r *run, i int) (*expr.Expr, int) {
	if !r.has(i+1, lexicon.Unit) && !r.has(i+2, lexicon.Unit) && !r.isPartCounted(i+1) {
		return nil, i
	}
	a, j := r.amount(i)
	if j == i || a.Number.Vague || a.Number.Value != float64(int(a.Number.Value)) {
		return nil, i
	}
	if !r.joined(j) || r.lx[j].gap == gapHyphen || !r.lx[j].isA() && !r.has(j, lexicon.Periodic) || !r.nextOne(j+1, lexicon.Unit) {
		return nil, i
	}
	if longer, ok := unitOrder[r.lx[j+1].entry.Value]; !ok || unitOrder[a.Unit] <= longer {
		return nil, i
	}
	return r.perUnit(i, j, strconv.Itoa(int(a.Number.Value))+a.Unit[:1])
}

// perUnit reads the unit within which something comes so often: "a week", "every two years".
func (r *run) perUnit(i, j int, freq string) (*expr.Expr, int) {
	if r.has(j, lexicon.Periodic) {
		e, end := everyUnit(r, j)
		if e == nil { // and not: once every classroom has been cleaned
			return nil, i
		}
		e.Freq, e.Start, e.End = freq, 0, 0
		return e, end
	}
	if r.lx[j].isA() && r.one(j+1, lexicon.Unit) && !r.countsBack(j+2) { // and not: 93 days a year earlier
		n := expr.Number{Value: 1}
		if isFortnight(r.text, &r.lx[j+1]) {
			n.Value = 2
		}
		return r.new(expr.Expr{Rule: "times", Kind: expr.Set, Type: expr.SetType, Freq: freq, Amount: expr.Amount{Number: n, Unit: r.lx[j+1].entry.Value}}), j + 2
	}
	return nil, i
}

// setPerUnit reads "a year" where it is a rate: "$33 million a year", "three times a week".
func setPerUnit(r *run, i int) (*expr.Expr, int) {
	if !r.lx[i].isA() || !r.nextOne(i+1, lexicon.Unit) || !isRate(r, i) || r.lx[i+1].entry.Value == "Q" && r.word(i+2, "OF") || prose.Before(r.text, r.lx[i].start) == "times" && r.countsBack(i+2) { // and not: scored once on the 14th, three times a week later
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleRate, Kind: expr.Set, Type: expr.SetType, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: r.lx[i+1].entry.Value}}), i + 2
}

// isRate reports whether what stands before lexeme i is an amount: a number, a plural, "times", a percent sign.
func isRate(r *run, i int) bool {
	at := r.lx[i].start
	if at < 2 || r.text[at-1] != ' ' && r.text[at-1] != '\n' {
		return false
	}
	if c := r.text[at-2]; prose.IsDigit(c) || c == '%' {
		return !(r.has(i-1, lexicon.Int) && r.lx[i-1].digits == 4 && r.has(i-2, lexicon.Month)) // and not: on 16 August 1946 a day of protest
	}
	word := prose.Before(r.text, at)
	if e, ok := lexicon.Lookup(word); ok {
		return e.Class == lexicon.Times || e.Class == lexicon.Time && e.Plural || e.Class == lexicon.Scale || (e.Class == lexicon.Unit || e.Class == lexicon.Part) && e.Plural
	}
	return ratedUnits.Has(word) || !r.has(i+2, lexicon.Dir) && !speedUnits.Has(word) && countsNouns(prose.SentenceBefore(r.text, at, prose.ClauseReach))
}

// countsNouns reports whether a stretch of text ends in a number and the nouns that it counts: "12 million travelers", "90,000 barrels of oil".
func countsNouns(said string) bool {
	words := strings.Fields(said)
	for k := len(words) - 1; k >= max(0, len(words)-countedReach); k-- {
		word := strings.ToLower(words[k])
		e, known := lexicon.Lookup(word)
		switch {
		case prose.IsDigit(word[0]), known && (e.Class == lexicon.Num || e.Class == lexicon.Scale):
			return k < len(words)-1
		case word == "of":
		case known, !prose.IsLetter(word[len(word)-1]), prose.IsFunctionWord(word), text.IsPast(word), prose.Finite.Has(word):
			return false
		}
	}
	return false
}

// countedReach is how many words back from a rate the number may stand that it is of.
const countedReach = 5

// ratedUnits are what rates count: "two million barrels a day".
var ratedUnits = wordlist.SetOf("million billion trillion percent cents dollars pounds euros yen barrels tons tonnes deaths")

// countsBack reports whether lexeme i counts from another date what the amount before it says: "a year earlier", and not "a week since May".
func (r *run) countsBack(i int) bool {
	if !r.has(i, lexicon.Dir) || !r.joined(i) {
		return false
	}
	dir := r.lx[i].entry.Value
	return dir == "EARLIER" || dir == "LATER" || dir == "AGO"
}
