package grammar

import (
	"strings"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// seasonsTold reports whether a plural is of seasons: "summers are dry", and not "he falls", "Larry Summers".
func (r *run) seasonsTold(l *lexeme) bool {
	if l.entry.Value == "SP" || r.text[l.start]|0x20 == 'f' || l.cap && strings.TrimSpace(prose.SentenceBefore(r.text, l.start, 40)) != "" {
		return false
	}
	switch prose.After(r.text, l.end) {
	case "are", "were", "can", "tend":
		return true
	}
	return false
}

// falls reports whether the season of lexeme i is the verb that is written alike: "prices would fall this year", and not "from spring to fall".
func (r *run) falls(i int) bool {
	l := &r.lx[i]
	if l.entry.Value != "SP" && l.entry.Value != "FA" || l.cap || strings.EqualFold(r.text[l.start:l.end], "autumn") {
		return false
	}
	prev := strings.ToLower(prose.Before(r.text, l.start))
	return tense.Modals.Has(prev) || prev == "not" || prev == "to" && !r.has(i+1, lexicon.Int) && !r.endsSeasons(i)
}

// endsSeasons reports whether the season of lexeme i, behind "to", ends a range from another one or a month.
func (r *run) endsSeasons(i int) bool {
	return r.has(i-2, lexicon.Season) || r.has(i-2, lexicon.Month)
}

// seasonDate reads "summer", "summer 1990", "winter of 1914", "the spring of next year"; "fall" needs a year, an article with
// "in the", or a relation (context.go).
func seasonDate(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.entry.Plural {
		if !r.seasonsTold(l) {
			return nil, i
		}
		return r.new(expr.Expr{Rule: "seasons", Kind: expr.Set, Type: expr.SetType, Parts: expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}}), i + 1
	}
	if r.falls(i) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleSeason, Kind: expr.Point, Type: expr.DateType, Head: true, Weak: true, Parts: expr.Parts{Have: expr.HasSeason, Season: l.entry.Value}})
	if strings.HasSuffix(r.text[:l.start], " all ") || strings.HasSuffix(r.text[:l.start], "All ") { // it rained all winter
		e.Start, e.End = l.start-len("all "), l.end
	}
	j := i + 1
	if r.beforeLast(j) { // the winter before last
		e.Rel, e.Weak = expr.Relation{Set: true, N: -2}, false
		return e, j + 2
	}
	if r.word(j, "AND") { // "summer and autumn of 1943": each by itself
		return e, j
	}
	end := r.yearOf(e, j)
	if end == j && r.nextWord(j, "OF") && r.plainNumber(j+1) && r.joined(j+1) && (r.lx[j+1].digits == 3 || r.lx[j+1].digits == 2) && !prose.IsPluralNoun(prose.After(r.text, r.lx[j+1].end)) { // the winter of 373, the spring of 67
		e.Parts.Year, end = r.lx[j+1].number, j+2
		e.Parts.Have, e.Open, e.ShortEnd = e.Parts.Have|expr.HasYear, true, l.end
		if r.tiedNumber(end) && r.lx[end].number == e.Parts.Year-1 { // the winter of 204–203, of 446/445 BC
			if end++; r.nextValue(end, lexicon.Era, "BC") {
				e.Parts.Year, e.Open, e.Weak = expr.Astronomical(e.Parts.Year, "BC"), false, false
				end++
			}
			return e, end
		}
	}
	if end > j {
		e.Weak = false
		if r.lx[end-1].class == lexicon.Int && r.tiedNumber(end) && r.endsYear(end, e.Parts.Year+1) { // winter 1939–40
			end++
		}
	}
	return e, end
}

// tiedNumber reports whether lexeme i is a number that a hyphen, dash or slash ties to the one before it.
func (r *run) tiedNumber(i int) bool {
	return r.has(i, lexicon.Int) && (r.dashed(i) || r.lx[i].gap == gapSlash)
}

// endsYear reports whether the number at lexeme i is a year or its last two digits, behind a slash its last one: "1939–40", "1939/40", "1939/0".
func (r *run) endsYear(i, year int) bool {
	l := &r.lx[i]
	return l.number == year || l.number == year%100 || l.digits == 1 && l.gap == gapSlash && l.number == year%10
}
