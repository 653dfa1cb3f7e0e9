package timex

import (
	_ "embed"
	"strings"
)

// nameFile lists proper names with a time expression in them.
//
//go:embed data/names.txt
var nameFile string

// names holds the words of proper names around a time expression: those that stand before it, and those that follow.
var namesBefore, namesAfter = readNames(nameFile)

func readNames(file string) (before, after words) {
	before, after = words{}, words{}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		into := before
		if fields[0] == "after" {
			into = after
		}
		for _, form := range fields[2:] {
			into[fields[1]+" "+form] = true
		}
	}
	return before, after
}

// nameKinds tells by class which lines of data/names.txt count.
var nameKinds = map[class]string{classWeekday: "weekday", classDeictic: "deictic", classPart: "part", classSeason: "season", classMonth: "month", classHoliday: "holiday"}

// partOfName reports whether the expression of lexemes i to end is a piece of a proper name: "Black Monday", "the Sunday Times", "USA
// Today", "\"This Week\"".
func partOfName(r *run, i, end int, e *expr) bool {
	first, last := &r.lx[i], &r.lx[end-1]
	if first.isThe() && i+1 < end {
		first = &r.lx[i+1]
	}
	if inTitle(r.text, first.start, last.end) {
		return true
	}
	if last.class == classUnit && last.cap && r.text[last.start] == 'C' && isName(after(r.text, e.end)) && r.text[e.end] == ' ' && e.parts.has(hasCentury) && e.parts.year >= 1900 { // 21st Century Fox
		return true
	}
	if !first.cap || e.parts.has(hasYear|hasDay) || e.kind != point || e.second != nil {
		return false
	}
	if kind := nameKinds[last.class]; kind != "" && last.cap {
		next := after(r.text, e.end)
		if isName(next) && r.text[e.end] == ' ' && (namesAfter[kind+" "+strings.ToLower(next)] || kind == "part" && first.class == classWeekday) { // Saturday Night Live
			return true
		}
	}
	kind := nameKinds[first.class]
	prev := before(r.text, first.start)
	switch {
	case r.namesPerson(first, last, end, kind, prev):
		return true
	case kind == "part" && isName(after(r.text, last.end)) && r.text[last.end] == ' ' && hasStringFold(r.text[first.start:first.end], "dawn"): // by Dawn Petersen
		return true
	case kind == "part" && prev != "" && !isUpper(prev[0]) && prev != "at" && prev != "before" && hasStringFold(r.text[first.start:first.end], "dawn"): // tickets from Dawn
		return true
	case kind != "" && kind != "deictic" && kind != "weekday" && inTitleCase(r.text, first.start, prev): // The Lion In Winter
		return true
	case first.class == classPart && first == last && namesPart(r.text, first.start, last.end, prev): // Café Noon
		return true
	case first.class == classHoliday && prev != "" && isUpper(prev[0]) && r.text[first.start-1] == ' ' && !isFunctionWord(prev): // Johnnie Christmas, White Christmas
		return true
	case kind == "" || prev == "":
	case isUpper(prev[0]) && namesBefore[kind+" "+strings.ToLower(prev)]:
		return true
	case kind == "deictic" && r.text[first.start-1] == ' ': // Physics Today, the Today show
		return true
	}
	return first.class == classRel && last.class == classUnit && last.cap && first.start > 0 && quoted(r.text, first.start, last.end)
}

// inTitleCase reports whether the word before byte offset at is a preposition with a capital that begins no sentence, as in the titles of works.
func inTitleCase(text string, at int, prev string) bool {
	if prev == "" || !isUpper(prev[0]) || text[at-1] != ' ' || !datePrepositions[strings.ToLower(prev)] {
		return false
	}
	start := at - 1 - len(prev)
	return start > 1 && text[start-1] == ' ' && isName(before(text, start))
}

// namesPart reports whether a part of the day with a capital, text[start:end], is a name: it stands beside another word with a capital, and
// neither begins its sentence nor follows a preposition of times.
func namesPart(text string, start, end int, prev string) bool {
	switch next := after(text, end); {
	case prev == "" || text[start-1] != ' ':
		return false
	case prev == "High":
		return true
	case clockPrepositions[strings.ToLower(prev)]:
		return false
	case next == "family", prev == "of" && isName(before(text, start-len(" of "))): // The Edge of Night
		return true
	case !isUpper(prev[0]) && prev != "in" && !determiners[prev] && prev != "of" && prev != "about" && prev != "around": // Allen's Midnight in Paris
		return true
	default:
		return isName(prev) && !isFunctionWord(prev) || isName(next) && text[end] == ' ' && !isFunctionWord(next)
	}
}

// isFunctionWord reports whether a word that begins a sentence may stand before a day: "On Easter", "This Christmas", "Since Halloween".
func isFunctionWord(word string) bool {
	_, known := lookup(word)
	return known || datePrepositions[strings.ToLower(word)] || determiners[strings.ToLower(word)] || beforeDay[strings.ToLower(word)] || word == "With"
}
