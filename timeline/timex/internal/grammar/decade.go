package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// decadeDigits reads "1990s", "'90s", "90s", with an era.
func decadeDigits(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: "decade", Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasDecade, Year: l.number}})
	if century, listed := r.centuryListed(i); l.digits == 2 && listed {
		e.Parts.Year = century + l.number
		return e, i + 1
	}
	if l.digits == 2 && prose.IsDigit(r.text[l.start]) {
		if strings.HasPrefix(r.text[l.end:], "°") || tellsWarmth(prose.SentenceBefore(r.text, l.start, prose.SentenceReach)) {
			return nil, i
		}
		if i == 0 || !r.joined(i) {
			return nil, i // "in his 20s" has no article; "the 90s", "mid-90s" have a word before
		}
		if p := &r.lx[i-1]; !p.isThe() && p.class != lexicon.Mod || p.class == lexicon.Mod && r.value(i-2, lexicon.Det, "POSS") {
			return nil, i // nor has "in his late 40s"
		}
	}
	if l.digits == 2 {
		if e.Parts.Year = 1900 + l.number; l.number < 20 { // the '00s and '10s; the '20s are of either century
			e.Parts.Year += 100
		}
		e.Parts.Have |= expr.HasTwoDigits
	}
	if l.digits == 4 && l.number%100 == 0 && l.number < 1900 { // the 1700s
		e.Rule, e.Parts.Have = "century", expr.HasCentury
	}
	if r.nextValue(i+1, lexicon.Era, "BC") {
		e.Parts.Year = 1 - (l.number + 9)
		e.Parts.Have |= expr.HasYear
		return e, i + 2
	}
	if l.digits == 3 { // the early 890s
		if l.number < 100 || !r.introduced(i) {
			return nil, i
		}
		e.Narrative = true
	}
	return e, i + 1
}

// centuryListed gives the first year of the century of the decade at lexeme i where it goes on a list that names it: "the 1920s, 30s and 40s".
func (r *run) centuryListed(i int) (year int, listed bool) {
	for k := i; k > 0; {
		switch {
		case r.lx[k-1].is("AND") && r.joined(k):
			k -= 2
		case r.lx[k].gap == gapComma:
			k--
		default:
			return 0, false
		}
		if !r.has(k, lexicon.Decade) {
			return 0, false
		}
		if r.lx[k].digits == 4 {
			return r.lx[k].number / 100 * 100, true
		}
	}
	return 0, false
}

// warmth is what is told in tens of degrees: "highs in the mid-80s", "temperatures in the 30s".
var warmth = wordlist.SetOf("temperature temperatures Temperatures high highs Highs low lows Lows mercury thermometer thermometers")

func tellsWarmth(sentence string) bool {
	for word := range strings.FieldsSeq(sentence) {
		if warmth.Has(word) {
			return true
		}
	}
	return false
}

// namedDecades are the decades that have a name: what is said before their word, that word's number, and the century's first year.
var namedDecades = [...]struct {
	before          string
	decade, century int
}{
	{"the roaring ", 20, 1900},
	{"the hungry ", 30, 1900},
	{"the swinging ", 60, 1900},
	{"the hungry ", 40, 1800},
	{"the gay ", 90, 1800},
	{"the naughty ", 90, 1800},
}

// decadeWords reads "nineties", "nineteen-nineties".
func decadeWords(r *run, i int) (*expr.Expr, int) {
	listed := i > 2 && r.lx[i-1].is("AND") && r.lx[i-2].class == r.lx[i].class && r.introduced(i-2) // the fifties and sixties
	for _, named := range namedDecades {
		if start := r.lx[i].start - len(named.before); r.lx[i].number == named.decade && prose.HasSuffixFold(r.text[:r.lx[i].start], named.before) {
			return r.new(expr.Expr{Rule: "decade", Kind: expr.Point, Type: expr.DateType, Start: start, End: r.lx[i].end, Parts: expr.Parts{Have: expr.HasDecade, Year: named.century + named.decade}}), i + 1
		}
	}
	aged := i > 1 && r.lx[i-1].class == lexicon.Mod && r.value(i-2, lexicon.Det, "POSS") // in her early thirties
	if aged || !listed && !r.introduced(i) {                                             // so that "nineteen-nineties" is read from "nineteen" on
		return nil, i
	}
	return r.new(expr.Expr{Rule: "decade", Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasDecade | expr.HasTwoDigits, Year: 1900 + r.lx[i].number}}), i + 1
}

// spelledDecade reads "nineteen-eighties" behind "the" or "early".
func spelledDecade(r *run, i int) (*expr.Expr, int) {
	if r.lx[i].number != 19 || !r.next(i+1, lexicon.Tens) || !r.introduced(i) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "decade", Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasDecade, Year: 1900 + r.lx[i+1].number}}), i + 2
}

// decadeOfCentury reads "first decade of the 20th century", "last decade of the 19th century".
func decadeOfCentury(r *run, i int) (*expr.Expr, int) {
	nth := r.lx[i].number
	if r.lx[i].class == lexicon.Rel {
		nth = -1
		if r.lx[i].entry.Value != "LAST" {
			return nil, i
		}
	}
	if !r.nextUnit(i+1, "DE") || !r.nextWord(i+2, "OF") {
		return nil, i
	}
	k := r.the(i + 3)
	if k >= len(r.lx) || !r.joined(k) || r.lx[k].class != lexicon.Ord && r.lx[k].class != lexicon.Num {
		return nil, i
	}
	e, end := centuryOrdinal(r, k)
	if end == k || !e.Parts.Has(expr.HasCentury) || e.Second != nil || nth == 0 || nth > 10 || e.Parts.Year < 0 {
		return nil, i
	}
	if nth < 0 {
		nth = 10
	}
	e.Parts = expr.Parts{Have: expr.HasDecade, Year: e.Parts.Year + 10*(nth-1)}
	e.Rule, e.Head, e.Start, e.End = "decade", true, 0, 0
	return e, end
}
