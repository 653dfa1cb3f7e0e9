package timex

import "strings"

// seasonsTold reports whether a plural is of seasons: "summers are dry", and not "he falls", "Larry Summers".
func (r *run) seasonsTold(l *lexeme) bool {
	if l.entry.value == "SP" || r.text[l.start]|0x20 == 'f' || l.cap && strings.TrimSpace(sentenceBefore(r.text, l.start, 40)) != "" {
		return false
	}
	switch after(r.text, l.end) {
	case "are", "were", "can", "tend":
		return true
	}
	return false
}

// seasonDate reads "summer", "summer 1990", "winter of 1914", "the spring of next year"; "fall" needs a year, an article with
// "in the", or a relation (context.go).
func seasonDate(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.entry.plural {
		if !r.seasonsTold(l) {
			return nil, i
		}
		return r.new(expr{rule: "seasons", kind: set, typ: SetType, parts: parts{have: hasSeason, season: l.entry.value}}), i + 1
	}
	e := r.new(expr{rule: ruleSeason, kind: point, typ: DateType, head: true, weak: true, parts: parts{have: hasSeason, season: l.entry.value}})
	if strings.HasSuffix(r.text[:l.start], " all ") || strings.HasSuffix(r.text[:l.start], "All ") { // it rained all winter
		e.start, e.end = l.start-len("all "), l.end
	}
	j := i + 1
	if r.beforeLast(j) { // the winter before last
		e.rel, e.weak = relation{set: true, n: -2}, false
		return e, j + 2
	}
	if r.word(j, "AND") { // "summer and autumn of 1943": each by itself
		return e, j
	}
	end := r.yearOf(e, j)
	if end == j && r.nextWord(j, "OF") && r.plainNumber(j+1) && r.joined(j+1) && (r.lx[j+1].digits == 3 || r.lx[j+1].digits == 2) && !isPluralNoun(after(r.text, r.lx[j+1].end)) { // the winter of 373, the spring of 67
		e.parts.year, end = r.lx[j+1].number, j+2
		e.parts.have, e.open, e.shortEnd = e.parts.have|hasYear, true, l.end
		if r.tiedNumber(end) && r.lx[end].number == e.parts.year-1 { // the winter of 204–203, of 446/445 BC
			if end++; r.nextValue(end, classEra, "BC") {
				e.parts.year, e.open, e.weak = astronomical(e.parts.year, "BC"), false, false
				end++
			}
			return e, end
		}
	}
	if end > j {
		e.weak = false
		if r.lx[end-1].class == classInt && r.tiedNumber(end) && r.endsYear(end, e.parts.year+1) { // winter 1939–40
			end++
		}
	}
	return e, end
}

// tiedNumber reports whether lexeme i is a number that a hyphen, dash or slash ties to the one before it.
func (r *run) tiedNumber(i int) bool {
	return r.has(i, classInt) && (r.dashed(i) || r.lx[i].gap == gapSlash)
}

// endsYear reports whether the number at lexeme i is a year or its last two digits, behind a slash its last one: "1939–40", "1939/40", "1939/0".
func (r *run) endsYear(i, year int) bool {
	l := &r.lx[i]
	return l.number == year || l.number == year%100 || l.digits == 1 && l.gap == gapSlash && l.number == year%10
}
