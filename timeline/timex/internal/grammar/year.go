package grammar

import (
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// year reads a year at lexeme i: "1998", "480 BC", "AD 70", "'98", "nineteen ninety-eight". end is i where there is none.
func (r *run) year(i int) (year int, have expr.PartSet, end int) {
	l := &r.lx[i]
	switch {
	case l.class == lexicon.Int && l.plain:
		if r.has(i+1, lexicon.Era) && r.joined(i+1) && l.number > 0 {
			return expr.Astronomical(l.number, r.lx[i+1].entry.Value), 0, i + 2
		}
		if l.digits == 4 && l.number >= firstYear && l.number <= lastYear {
			return l.number, 0, i + 1
		}
	case l.class == lexicon.Year2:
		return century2(l.number), expr.HasTwoDigits, i + 1
	case l.class == lexicon.Era && l.entry.Value == "AD" && r.has(i+1, lexicon.Int) && r.lx[i+1].plain && r.joined(i+1):
		return r.lx[i+1].number, 0, i + 2
	case l.class == lexicon.Num || l.class == lexicon.Scale:
		if y, k := r.spelledYear(i); k > i {
			return y, 0, k
		}
	}
	return 0, 0, i
}

const (
	firstYear, lastYear     = 1000, 2199 // four digits that may be a year
	firstLikely, lastLikely = 1500, 2100 // those that are one unless they count or label something; the others need words that make them one
)

func likelyYear(number int) bool { return number >= firstLikely && number <= lastLikely }

// century2 completes a year of two digits to one from 1930 to 2029; the document's date may correct it.
func century2(year int) int {
	if year < 30 {
		return 2000 + year
	}
	return 1900 + year
}

// spelledYear reads "nineteen ninety-eight", "two thousand and one", "nineteen hundred".
func (r *run) spelledYear(i int) (year, end int) {
	tens := func(k int) (int, int) {
		if !r.has(k, lexicon.Num) || !r.joined(k) || r.lx[k].number < 10 {
			return 0, k
		}
		n := r.lx[k].number
		if n >= 20 && r.next(k+1, lexicon.Num) && r.lx[k+1].number < 10 && r.lx[k+1].number > 0 {
			return n + r.lx[k+1].number, k + 2
		}
		return n, k + 1
	}
	first := r.lx[i].number
	switch {
	case r.lx[i].class == lexicon.Num && first >= 15 && first <= 20:
		if n, k := tens(i + 1); k > i+1 {
			return first*100 + n, k
		}
		if r.value(i+1, lexicon.Scale, "100") && first < 20 && r.joined(i+1) {
			return first * 100, i + 2
		}
	case first == 2 && r.nextValue(i+1, lexicon.Scale, "1000"):
		k := i + 2
		if r.word(k, "AND") && r.has(k+1, lexicon.Num) {
			k++
		}
		if r.next(k, lexicon.Num) && k < len(r.lx) && r.lx[k].number < 20 {
			return 2000 + r.lx[k].number, k + 1
		}
		return 2000, i + 2
	}
	return 0, i
}

// yearAlone reads "1998", and "1939–45", whose second year leaves out its century.
func yearAlone(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.plain && l.digits == 3 && l.number >= 100 && r.placesAncient(i) {
		return r.new(expr.Expr{Rule: expr.RuleAncientYear, Kind: expr.Point, Type: expr.DateType, Narrative: true, Open: true, Parts: expr.Parts{Have: expr.HasYear, Year: l.number}}), i + 1
	}
	if !l.plain || l.digits != 4 || l.number < firstYear || l.number > lastYear || r.logged(i) || isDesignation(r.text, l) {
		return nil, i
	}
	if j := i + 1; r.one(j, lexicon.Season) && !r.lx[j].cap && r.lx[j].gap == gapSpace { // the 1982 summer offensives
		return r.new(expr.Expr{Rule: expr.RuleSeason, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasYear | expr.HasSeason, Year: l.number, Season: r.lx[j].entry.Value}}), j + 1
	}
	// FY2013 is beyond doubt.
	e := r.new(expr.Expr{Rule: expr.RuleYear, Kind: expr.Point, Type: expr.DateType, Weak: prose.IsDigit(r.text[l.start]), Parts: expr.Parts{Have: expr.HasYear, Year: l.number}})
	if end := r.fiscalBehind(i + 1); end > i+1 { // the 1998 fiscal year
		e.Rule, e.Parts.Have, e.Head, e.Weak = expr.RuleFiscal, expr.HasYear|expr.HasFiscal, true, false
		return e, end
	}
	if j := i + 1; j < len(r.lx) && r.lx[j].gap == gapOwner && l.digits == 4 { // 2009's final quarter
		if part, end := ordinalQuarter(r, j); end > j && !part.Parts.Has(expr.HasYear) && !part.Rel.Set && part.Second == nil {
			part.Parts.Year, part.Parts.Have, part.Weak, part.Head = l.number, part.Parts.Have|expr.HasYear, false, false
			return part, end
		}
	}
	return e, r.secondYear(e, i, i+1)
}

// longestCode is how many bytes before a group of digits the two groups before it are looked for.
const longestCode = 16

// isDesignation reports whether a number is no year but part of the name of a thing: of an asteroid, "2001 AP14" (two letters and a number, by the rules of the Minor Planet
// Center), or of a file, "220803/1945".
func isDesignation(text string, l *lexeme) bool {
	if rest := text[l.end:]; len(rest) > 3 && rest[0] == ' ' && prose.IsUpper(rest[1]) && prose.IsUpper(rest[2]) && prose.IsDigit(rest[3]) {
		return true
	}
	n := l.start - 1
	if n > 0 && text[n] == '-' { // ISBN 960-7254-1998
		code := strings.TrimRight(text[max(0, n-longestCode):n], "0123456789")
		k := len(code) - 1
		return k > 0 && code[k] == '-' && prose.IsDigit(code[k-1])
	}
	if n < 0 || text[n] != '/' {
		return false
	}
	first := n
	for first > 0 && prose.IsDigit(text[first-1]) {
		first--
	}
	return n-first > 4
}

// secondYear adds a second year that leaves out its century to the year that ends at lexeme j, in an expression from lexeme i on: "1939–45",
// "fiscal 1998-99". It gives the index after it; j where there is none.
func (r *run) secondYear(e *expr.Expr, i, j int) int {
	if !r.has(j, lexicon.Int) || r.lx[j].digits == 3 || !r.lx[j].plain || e.Parts.Year < 1000 {
		return j
	}
	l := &r.lx[j]
	year := l.number
	switch l.digits {
	case 1: // 1762/3
		year += e.Parts.Year / 10 * 10
	case 2:
		year += e.Parts.Year / 100 * 100
	}
	switch {
	case year <= e.Parts.Year:
		return j
	case l.digits == 2 && (l.gap == gapHyphen || l.gap == gapDash), l.gap == gapSlash && year == e.Parts.Year+1: // 1939–45, 1997/98, 2012/2013
		e.Second = r.new(expr.Expr{Rule: expr.RuleYear, Kind: expr.Point, Type: expr.DateType, Start: l.start, End: l.end, Ranged: l.gap != gapSlash, Parts: expr.Parts{Have: expr.HasYear, Year: year}})
		e.Start, e.End, e.Ranged = r.lx[i].start, r.lx[j-1].end, e.Second.Ranged
		end := r.fiscalBehind(j + 1) // the 1998-99 fiscal year
		e.Second.End = r.lx[end-1].end
		return end
	}
	return j
}

// eraYear reads "480 BC", "AD 70", "499–493 BC".
func eraYear(r *run, i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: "era", Kind: expr.Point, Type: expr.DateType})
	if k := r.secondOfEra(i); k > i {
		era := r.lx[k+1].entry.Value
		e.Start, e.End = r.lx[i].start, r.lx[i].end
		e.Ranged = k == i+1 || r.word(i+1, "TO") || prose.EqualFold(prose.Before(r.text, r.lx[i].start), "between")
		e.Parts = expr.Parts{Have: expr.HasYear, Year: expr.Astronomical(r.lx[i].number, era)}
		second := r.new(*e)
		second.Start, second.End = r.lx[k].start, r.lx[k+1].end
		second.Parts.Year = expr.Astronomical(r.lx[k].number, era)
		e.Second = second
		return e, k + 2
	}
	if !r.has(i+1, lexicon.Era) && !r.has(i, lexicon.Era) {
		return e, i
	}
	year, _, j := r.year(i)
	if j == i {
		return nil, i
	}
	e.Parts = expr.Parts{Have: expr.HasYear, Year: year}
	if r.has(i, lexicon.Era) && r.plainNumber(j) && r.dashed(j) && r.lx[j].number > year { // AD 54–68
		e.Start, e.End, e.Ranged = r.lx[i].start, r.lx[j-1].end, true
		e.Second = r.new(expr.Expr{Rule: "era", Kind: expr.Point, Type: expr.DateType, Start: r.lx[j].start, End: r.lx[j].end, Parts: expr.Parts{Have: expr.HasYear, Year: r.lx[j].number}})
		return e, j + 1
	}
	if k := j + 1; r.has(i, lexicon.Era) && (r.word(j, "AND") || r.word(j, "OR")) && r.joined(j) && r.joined(k) && r.plainNumber(k) && r.lx[k].number > year && dayEnds(r.text, r.lx[k].end) { // AD 69 and 70
		e.Start, e.End = r.lx[i].start, r.lx[j-1].end
		e.Second = r.new(expr.Expr{Rule: "era", Kind: expr.Point, Type: expr.DateType, Start: r.lx[k].start, End: r.lx[k].end, Parts: expr.Parts{Have: expr.HasYear, Year: r.lx[k].number}})
		return e, k + 1
	}
	return e, j
}

// secondOfEra gives the lexeme of the second of two years that share an era, "499–493 BC", "in 90 and 88 BC", of which lexeme i is the first; i where there is none.
func (r *run) secondOfEra(i int) int {
	k := i + 1
	if r.nextWord(k, "TO") || r.nextWord(k, "AND") || r.nextWord(k, "OR") {
		if k++; !prose.DatePrepositions.HasFold(prose.Before(r.text, r.lx[i].start)) || !r.joined(k) {
			return i
		}
	} else if k >= len(r.lx) || !r.dashed(k) {
		return i
	}
	if !r.plainNumber(i) || !r.plainNumber(k) || !r.has(k+1, lexicon.Era) {
		return i
	}
	return k
}

// shortYear reads "'98" alone.
func shortYear(r *run, i int) (*expr.Expr, int) {
	return r.new(expr.Expr{Rule: expr.RuleYear, Kind: expr.Point, Type: expr.DateType, Weak: true, Parts: expr.Parts{Have: expr.HasYear | expr.HasTwoDigits, Year: century2(r.lx[i].number)}}), i + 1
}

// yearWords reads "nineteen ninety-eight" alone.
func yearWords(r *run, i int) (*expr.Expr, int) {
	y, j := r.spelledYear(i)
	if j == i || r.lx[i].cap && r.lx[i+1].cap || y == 2000 && j == i+2 || r.next(j, lexicon.Unit) || r.lx[i].number == 2 && !r.standsAsYear(i, j) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleYear, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasYear, Year: y}}), j
}

// standsAsYear reports whether the number words of lexemes i to j, "two thousand and eight", stand where a year does and count nothing.
func (r *run) standsAsYear(i, j int) bool {
	prev := strings.ToLower(prose.Before(r.text, r.lx[i].start))
	return prose.DatePrepositions.Has(prev) && prev != "and" && prev != "than" && dayEnds(r.text, r.lx[j-1].end)
}

// centuryOrdinal reads "19th century", "fifth-century BC", "the second millennium".
func centuryOrdinal(r *run, i int) (*expr.Expr, int) {
	n, j := r.lx[i].number, i+1
	if r.lx[i].class == lexicon.Num { // the twenty-first century
		if n, j = r.dayNumber(i); j != i+2 {
			return nil, i
		}
	} else if i > 0 && r.lx[i].gap == gapHyphen && r.lx[i-1].class == lexicon.Num {
		return nil, i
	}
	if n < 1 || n > 40 {
		return nil, i
	}
	if k := r.otherCentury(j); k > j { // the 18th and 19th centuries: the first
		e, _ := r.centuries(n, i, k)
		return e, j
	}
	if !r.joined(j) || !r.has(j, lexicon.Unit) || r.lx[j].entry.Plural && !r.afterCentury(i) {
		return nil, i
	}
	return r.centuries(n, i, j)
}

// otherCentury gives the index of the unit in "and early 19th centuries", "to the 17th century" at lexeme i; i where there is none.
func (r *run) otherCentury(i int) int {
	k := i + 1
	if !r.joined(i) || !r.word(i, "AND") && !r.word(i, "OR") && !r.word(i, "TO") && !r.word(i, "UNTIL") {
		return i
	}
	k = r.the(k)
	if r.has(k, lexicon.Mod) {
		k++
	}
	if r.next(k, lexicon.Ord) && r.next(k+1, lexicon.Unit) && (r.lx[k+1].entry.Value == "C" || r.lx[k+1].entry.Value == "ML") {
		return k + 1
	}
	return i
}

// afterCentury reports whether the ordinal at lexeme i ends a list of them.
func (r *run) afterCentury(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if r.lx[k].class == lexicon.Ord {
			return true
		}
	}
	return false
}

func (r *run) centuries(n, i, j int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: "century", Kind: expr.Point, Type: expr.DateType, Head: true})
	width := 100
	switch r.lx[j].entry.Value {
	case "C":
		e.Parts.Have = expr.HasCentury
	case "ML":
		e.Parts.Have, width = expr.HasMillennium, 1000
	default:
		return nil, i
	}
	e.Parts.Year = (n - 1) * width
	if r.nextValue(j+1, lexicon.Era, "BC") {
		e.Parts.Year = 1 - n*width
		return e, j + 2
	}
	if r.next(j+1, lexicon.Era) {
		return e, j + 2
	}
	return e, j + 1
}
