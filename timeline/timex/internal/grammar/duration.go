package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// someUnits reads "some months", "some years" after what a stretch of time follows: "for some months", and not "in some years".
func someUnits(r *run, i int) (*expr.Expr, int) {
	if !r.reads(i, "some") || !r.next(i+1, lexicon.Unit) || !r.lx[i+1].entry.Plural || strings.EqualFold(prose.Before(r.text, r.lx[i].start), "in") {
		return nil, i
	}
	a, end := r.amount(i + 1)
	return r.new(expr.Expr{Rule: expr.RuleBarePlural, Kind: expr.Duration, Type: expr.DurationType, Amount: a, Weak: true}), end
}

// countedDuration reads an amount: "eight months", "a few days", "24-hour", "8-month-old", "a decade-long", "two and a half years".
func countedDuration(r *run, i int) (*expr.Expr, int) {
	a, j := r.amount(i)
	if j == i {
		return nil, i
	}
	if r.lx[i].class == lexicon.Det && (r.lx[j-1].gap == gapHyphen && !r.value(j-1, lexicon.Unit, "Q") || r.isLong(j) && r.lx[j].gap == gapHyphen) { // a three-hour talk, and not: an hour and three-quarters
		return nil, i
	}
	if a.Unit == "Q" && !r.ofBusiness(i, j) { // three quarters of the members
		return nil, i
	}
	if r.isPartCounted(j-1) && r.lx[j-1].entry.Value != "NI" { // two mornings
		return nil, i
	}
	if r.has(j, lexicon.Dir) && r.lx[j].gap == gapHyphen || strings.HasPrefix(r.text[r.lx[j-1].end:], "-to-") { // "a year-earlier loss", "a day-to-day extension"
		return nil, i
	}
	if r.lx[i].cap && r.lx[j-1].cap && r.lx[j-1].entry.Plural && ownsName(r.text[r.lx[j-1].end:]) { // the Thirty Years' War
		return r.new(expr.Expr{Kind: expr.Refused}), j
	}
	e := r.new(expr.Expr{Rule: "duration", Kind: expr.Duration, Type: expr.DurationType, Amount: a, Head: true})
	switch {
	case r.nextOne(j, lexicon.Period):
		return e, j + 1
	case r.measures(&a, i, j):
		e.Kind = expr.Refused
		return e, j
	case r.isAge(i, j):
		e.Kind = expr.Refused
		return e, j + 1
	}
	if r.orMore(i, j) {
		e.Mod = "APPROX"
		return e, j + 2
	}
	if a.Number.About {
		e.Mod = "APPROX"
	}
	e.Amount, j = r.smaller(e.Amount, j)
	if a.Number.Vague && r.lx[i].class == lexicon.Unit {
		e.Rule, e.Weak = expr.RuleBarePlural, true
	}
	if r.lx[i].isA() && j == i+2 {
		e.Rule, e.Weak = expr.RuleAUnit, true
	}
	if (r.has(j, lexicon.Old) || r.isLong(j)) && r.joined(j) {
		e.Weak = false
		return e, j + 1
	}
	return e, j
}

// ownsName reports whether what follows a plural is its apostrophe and a word with a capital.
func ownsName(rest string) bool {
	name, ok := strings.CutPrefix(rest, "' ")
	return ok && name != "" && prose.IsUpper(name[0])
}

// measures reports whether the amount a of lexemes i to j measures no time: "86 degrees 14 minutes north", "10 minutes' walk", "at the age of 12 days", "two
// minutes of arc".
func (r *run) measures(a *expr.Amount, i, j int) bool {
	if strings.HasSuffix(r.text[:r.lx[i].start], " age of ") || a.Number.Value == 0 && !a.Number.Vague { // zero-hours contracts
		return true
	}
	if r.nextWord(j, "OF") && prose.After(r.text, r.lx[j].end) == "arc" {
		return true
	}
	return (a.Unit == "M" || a.Unit == "H") && (prose.Before(r.text, r.lx[i].start) == "degrees" || isDistance(r.text, r.lx[j-1].end))
}

// ofBusiness reports whether the quarters of lexemes i to j are of years and no fractions: "several quarters", "two consecutive quarters".
func (r *run) ofBusiness(i, j int) bool {
	if !r.lx[j-1].entry.Plural || r.nextWord(j, "OF") && r.lx[i].class != lexicon.Many {
		return false
	}
	for k := i; k < j; k++ {
		if r.lx[k].class == lexicon.Many || r.lx[k].class == lexicon.Filler || r.lx[k].class == lexicon.Rel {
			return true
		}
	}
	return r.lx[i].number > 4 || strings.HasPrefix(r.text[r.lx[j-1].end:], " in a row")
}

// smaller adds to an amount before lexeme j those of ever smaller units that follow: "two years and three months", "2 hours 9 minutes 2 seconds".
func (r *run) smaller(a expr.Amount, j int) (expr.Amount, int) {
	last := a.Unit
	for j < len(r.lx) && !a.Number.Vague && unitOrder[last] > 0 {
		i := j
		if (r.nextWord(i, "AND") || len(a.More) > 0 && r.lx[i].gap == gapComma && r.word(i, "AND")) && r.joined(i+1) { // and not: in two years, and three months later

			i++
		} else if r.lx[i].gap != gapSpace && r.lx[i].gap != gapComma {
			break
		}
		more, k := r.amount(i)
		if k > i && r.lx[j].gap == gapComma && unitOrder[more.Unit] > unitOrder[last]+2 { // £24,500 a year, 37 hours a week
			break
		}
		if k == i || r.lx[i].class == lexicon.Unit || r.lx[i].isA() && i == j || more.Number.Vague || unitOrder[more.Unit] <= unitOrder[last] || last == "Y" && more.Unit == "M1" && more.Number.Value >= 12 { // three years and 18 months are two
			break
		}
		a.More, last, j = append(a.More, more), more.Unit, k
	}
	return a, j
}

// unitOrder ranks units from the largest to the smallest.
var unitOrder = map[string]int{"Y": 1, "M1": 2, "W": 3, "D": 4, "H": 5, "M": 6, "S": 7}

// isLong reports whether lexeme i is the "long" of "day-long".
func (r *run) isLong(i int) bool {
	return r.has(i, lexicon.Filler) && r.reads(i, "long")
}

// isDistance reports whether an apostrophe and a way to go follow byte offset at: "10 minutes' walk" says how far, not how long.
func isDistance(text string, at int) bool {
	rest := text[at:min(len(text), at+12)]
	for _, owner := range [...]string{"' ", "'s "} {
		if way, ok := strings.CutPrefix(rest, owner); ok {
			return strings.HasPrefix(way, "walk") || strings.HasPrefix(way, "drive") || strings.HasPrefix(way, "ride")
		}
	}
	return false
}

// isAge reports whether the amount of lexemes i to j is somebody's age, "44-year-old", "55 years old", "a seven-month-old girl", which says nothing of when. So old in months or weeks is
// also what is no living being: "an 8-month-old truce".
func (r *run) isAge(i, j int) bool {
	if !r.next(j, lexicon.Old) || r.lx[i].class == lexicon.Many {
		return false
	}
	if r.value(j-1, lexicon.Unit, "Y") {
		return true
	}
	next := prose.After(r.text, r.lx[j].end)
	return young.HasFold(next) || prose.IsName(next) && r.lx[j].gap == gapHyphen || young.HasFold(prose.Before(r.text, r.lx[i].start))
}

// young are those whose age is told in months, weeks or days.
var young = wordlist.SetOf("baby babies infant infants newborn child children girl girls boy boys son sons daughter daughters twin twins brother sister grandson granddaughter puppy puppies kitten kittens cub cubs calf calves foal lamb lambs chick chicks")

// relatedAmount reads "the past three years", "last two weeks", "the next several days", "the first nine months", "recent years",
// "coming weeks".
func relatedAmount(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	j := i + 1
	word := l.entry.Value
	if word == "LAST" && verbsBefore.Has(prose.Before(r.text, l.start)) {
		return nil, i
	}
	if word == "THIS" && (r.value(j, lexicon.Rel, "PAST") || r.value(j, lexicon.Rel, "COMING") || r.value(j, lexicon.Rel, "LAST")) {
		word, j = r.lx[j].entry.Value, j+1
	}
	if !r.joined(j) {
		return nil, i
	}
	those := word == "THAT" || word == "THIS"
	if those && !r.isThoseThese(i) || (those || word == "SAME") && r.lx[j].isA() { // those three years, and not "that a quarter of them", "that four days were too few", "did the same a day later"
		return nil, i
	}
	placed, ok := amountRelations[word]
	if !ok {
		return nil, i
	}
	a, end := r.amount(j)
	if end == j || word == "CURRENT" && !r.lx[end-1].entry.Plural || r.next(end, lexicon.Old) || r.nextValue(end, lexicon.Dir, "AGO") { // brushed past two weeks ago
		return nil, i
	}
	if (those || word == "SAME") && a.Number.Vague {
		return r.theseDays(i, end, a.Unit)
	}
	if word == "LAST" {
		if part, k := r.monthsOfYear(&a, -1, i, end); k > end && (part.Parts.Has(expr.HasYear) || part.Base != nil || part.Rel.Set) { // the last six months of 2012
			return part, k
		}
	}
	e := r.new(expr.Expr{Rule: expr.RuleRelatedAmount, Kind: expr.Duration, Type: expr.DurationType, Head: true, Dir: placed.n, From: placed.from})
	if word == "LAST" && a.Number.Vague && l.cap && standsAlone(r.text, l.start, r.lx[end-1].end) { // a heading: "Last years"
		e.Kind = expr.Refused
		return e, end
	}
	if e.Amount, end = r.smaller(a, end); r.nextOne(end, lexicon.Period) {
		end++
	}
	if r.orSo(end) {
		e.Mod = "APPROX"
		end += 2
	}
	return e, end
}

// amountRelations tell what the words before an amount mean: on which side it lies, -1 before and 1 after, of what.
var amountRelations = map[string]struct {
	n    int
	from expr.Anchor
}{
	"LAST":      {-1, expr.Speech},
	"PAST":      {-1, expr.Speech},
	"RECENT":    {-1, expr.Speech},
	"LATEST":    {-1, expr.Speech},
	"CURRENT":   {0, expr.Speech},
	"NEXT":      {1, expr.Speech},
	"COMING":    {1, expr.Speech},
	"FOLLOWING": {1, expr.Narrative},
	"PREVIOUS":  {-1, expr.Narrative},
	"WHOLE":     {0, expr.Speech},
	"SAME":      {0, expr.Speech},
	"THAT":      {0, expr.Speech},
	"THIS":      {0, expr.Speech},
}

// theseDays reads "these days", "in those days", whose unit ends before lexeme end: the present, the past.
func (r *run) theseDays(i, end int, unit string) (*expr.Expr, int) {
	word := r.text[r.lx[i].start:r.lx[i].end]
	switch {
	case unit == "D" && prose.EqualFold(word, "these"):
		return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PRESENT_REF"}), end
	case unit == "D" && prose.EqualFold(word, "those") && i > 0 && r.lx[i-1].is("IN"):
		return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PAST_REF"}), end
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
	return prose.EqualFold(word, "those") || prose.EqualFold(word, "these")
}

// longWord reads "yearlong", "monthslong".
func longWord(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	return r.new(expr.Expr{Rule: "unit-long", Kind: expr.Duration, Type: expr.DurationType, Amount: expr.Amount{Number: expr.Number{Value: 1, Vague: l.entry.Plural}, Unit: l.entry.Value}}), i + 1
}

// behindAll reports whether a lexeme stands one blank behind the word "all".
func (r *run) behindAll(l *lexeme) bool {
	at := l.start - len("all ")
	return at >= 0 && prose.EqualFold(r.text[at:l.start], "all ") && (at == 0 || !prose.IsWordByte(r.text[at-1]))
}

// bareUnit reads "week-long", "day-long", and "weekends", which come again and again.
func bareUnit(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.entry.Plural && l.entry.Value == "WE" { // on weekends
		return r.new(expr.Expr{Rule: "weekends", Kind: expr.Set, Type: expr.SetType, Parts: expr.Parts{Have: expr.HasWeekend}}), i + 1
	}
	if expr.Units[l.entry.Value].Days > 0 && !l.entry.Plural && r.behindAll(l) && (dayEnds(r.text, l.end) || r.joined(i+1) && (r.has(i+1, lexicon.Weekday) || r.has(i+1, lexicon.Deictic))) { // it rained all day, all week; all day Thursday
		return r.new(expr.Expr{Rule: "all-day", Kind: expr.Duration, Type: expr.DurationType, Start: l.start - len("all "), End: l.end, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: l.entry.Value}}), i + 1
	}
	if l.entry.Plural || !r.isLong(i+1) || !r.joined(i+1) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "unit-long", Kind: expr.Duration, Type: expr.DurationType, Head: true, Amount: expr.Amount{Number: expr.Number{Value: 1}, Unit: l.entry.Value}}), i + 2
}
