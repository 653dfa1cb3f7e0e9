package timex

import (
	_ "embed"
	"slices"
	"strings"

	"dateline/timeline/text"
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
var nameKinds = map[class]string{classWeekday: "weekday", classDeictic: "deictic", classPart: "part", classSeason: "season", classMonth: "month"}

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
	case (kind == "month" || kind == "season") && r.isSurname(first, prev, first == last && !r.near(end)):
		return true
	case (kind == "month" || kind == "season") && kin[relative(r.text, first.start)] && !r.joined(end): // a sister, June
		r.surnames = append(r.surnames, first.entry)
		return true
	case kind == "month" && first == last && (strings.HasSuffix(r.text[:first.start], " Earl of ") || strings.HasPrefix(r.text[last.end:], " & ")): // the Earl of March; Cole, August & Co.
		return true
	case kind == "month" && first == last && r.isMiddleName(first, prev): // Opal June Winters
		return true
	case kind == "month" && first == last && r.isGivenName(first, prev): // the publisher August Brandeis
		r.surnames = append(r.surnames, first.entry)
		return true
	case kind != "" && (initial(r.text, first.start) || strings.HasSuffix(r.text[:first.start], " & ")): // D. Friday, Sommers & Winter
		return true
	case kind == "part" && isName(after(r.text, last.end)) && r.text[last.end] == ' ' && hasStringFold(r.text[first.start:first.end], "dawn"): // by Dawn Petersen
		return true
	case kind == "part" && prev != "" && !isUpper(prev[0]) && prev != "at" && prev != "before" && hasStringFold(r.text[first.start:first.end], "dawn"): // tickets from Dawn
		return true
	case kind != "" && kind != "deictic" && kind != "weekday" && inTitleCase(r.text, first.start, prev): // The Lion In Winter
		return true
	case kind == "weekday" && prev == "named" && introduced(r.text, first.start):
		return true
	case (kind == "month" || kind == "season") && called[prev]: // a dog called August, and not: they called Friday for
		return true
	case first.class == classPart && first == last && namesPart(r.text, first.start, last.end, prev): // Café Noon
		return true
	case (kind != "" || first.class == classHoliday) && titled(r.text, first.start): // Mr. August
		r.surnames = append(r.surnames, first.entry)
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

// isSurname reports whether a month's or season's name with a capital is a person's: it stands behind a given name, "Walter Winter", or alone where the text has called
// somebody so and no preposition of dates stands before it.
func (r *run) isSurname(l *lexeme, prev string, alone bool) bool {
	if r.text[max(0, l.start-1)] == ' ' && isName(prev) && namesBefore["given "+strings.ToLower(prev)] {
		r.surnames = append(r.surnames, l.entry)
		return true
	}
	if !alone || !slices.Contains(r.surnames, l.entry) || datePrepositions[strings.ToLower(prev)] || determiners[strings.ToLower(prev)] {
		return false
	}
	next := after(r.text, l.end)
	return next == "" || text.IsPast(next) || finite[next] || sayVerbs[next]
}

// isMiddleName reports whether a month's name stands between two words with capitals that are none of dates or functions, as in the name of a person.
func (r *run) isMiddleName(l *lexeme, given string) bool {
	family := after(r.text, l.end)
	if !isName(given) || !isName(family) || l.start == 0 || r.text[l.start-1] != ' ' || r.text[l.end] != ' ' || isFunctionWord(given) || isFunctionWord(family) {
		return false
	}
	at := l.start - 1 - len(given)
	return at > 0 && r.text[at-1] == ' ' && !datePrepositions[strings.ToLower(before(r.text, at))]
}

// isGivenName reports whether a month's name stands between what somebody is and a family name: "the publisher August Brandeis", and not "weekly August sales".
func (r *run) isGivenName(l *lexeme, calling string) bool {
	family := after(r.text, l.end)
	if !callingNames[calling] && !strings.HasSuffix(calling, "ist") && !strings.HasSuffix(calling, "er") || !isName(family) || r.text[l.start-1] != ' ' || r.text[l.end] != ' ' {
		return false
	}
	return !isFunctionWord(calling) && !isFunctionWord(family)
}

// callingNames are what persons are before their names, where the word does not end as most such words do.
var callingNames = wordSet("poet architect general author doctor actor actress professor inventor senator mayor governor director editor king queen prince princess merchant")

// initial reports whether a person's initial stands before byte offset at: "J. Summer", and not "Washington, D.C. Monday".
func initial(text string, at int) bool {
	return at >= 4 && text[at-1] == ' ' && text[at-2] == '.' && isUpper(text[at-3]) && (text[at-4] == ' ' || text[at-4] == '(')
}

// kin are relatives, whom a name follows: "his brother August", "her mother, April".
var kin = wordSet("mother father brother sister wife husband son daughter aunt uncle cousin niece nephew widow widower grandmother granddaughter grandson stepmother child baby")

// relative gives the word before byte offset at, with or without a comma between.
func relative(text string, at int) string {
	return before(text, len(strings.TrimSuffix(text[:at], ", ")))
}

// inTitleCase reports whether the word before byte offset at is a preposition with a capital that begins no sentence, as in the titles of works.
func inTitleCase(text string, at int, prev string) bool {
	if prev == "" || !isUpper(prev[0]) || text[at-1] != ' ' || !datePrepositions[strings.ToLower(prev)] {
		return false
	}
	start := at - 1 - len(prev)
	return start > 1 && text[start-1] == ' ' && isName(before(text, start))
}

// introduced reports whether byte offset at stands behind "a girl named", and not behind "were named".
func introduced(text string, at int) bool {
	words := strings.Fields(sentenceBefore(text, at, planReach))
	n := len(words)
	return n >= 3 && words[n-1] == "named" && (words[n-3] == "a" || words[n-3] == "an" || n >= 4 && (words[n-4] == "a" || words[n-4] == "an"))
}

// called are the words that a name follows.
var called = wordSet("called named nicknamed surnamed")

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

// titles stand before a person's name; each ends in the blank before it.
var titles = [...]string{
	"Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Lady ", "Sir ", "Prof. ", "Sen. ", "Rep. ", "Gov. ", "Gen. ", "Col. ",
	"Lt. ", "Sgt. ", "Capt. ", "Judge ", "Justice ", "Det. ", "Detective ", "Officer ", "Coach ", "Professor ", "Inspector ", "Sister ", "Aunt ",
	"Uncle ", "Father ", "Brother ", "Mother ", "Colonel ", "Captain ", "Major ", "Sergeant ",
}

// titled reports whether a title stands before byte offset at, so that a person's name follows.
func titled(text string, at int) bool {
	for _, title := range titles {
		if strings.HasSuffix(text[:at], title) {
			return true
		}
	}
	return false
}

// isFunctionWord reports whether a word that begins a sentence may stand before a day: "On Easter", "This Christmas", "Since Halloween".
func isFunctionWord(word string) bool {
	_, known := lookup(word)
	return known || datePrepositions[strings.ToLower(word)] || determiners[strings.ToLower(word)] || beforeDay[strings.ToLower(word)] || word == "With"
}
