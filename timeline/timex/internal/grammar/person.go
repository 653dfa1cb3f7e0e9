package grammar

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// What shows that the name of a month, a season or a day is a person's: Walter Winter, April de Courcy, Mr. Friday.

// namesPerson reports whether the word of lexemes first to last, before lexeme end, is the name of a person or of a firm, by what stands beside it. kind is what else it names,
// prev the word before it.
func (r *run) namesPerson(first, last *lexeme, end int, kind, prev string) bool {
	alone, said := first == last, r.text[:first.start]
	if kind == "month" || kind == "season" {
		switch {
		case r.isSurname(first, prev, alone && !r.near(end)):
			return true
		case called.Has(prev): // a dog called August, and not: they called Friday for
			return true
		case kin.Has(relative(r.text, first.start)) && !(r.joined(end) && r.has(end, lexicon.Int)), alone && kind == "month" && r.isGivenName(first, prev): // a sister, June; the publisher August Brandeis
			r.surnames = append(r.surnames, first.entry)
			return true
		}
	}
	switch {
	case kind == "month" && alone && (strings.HasSuffix(said, " Earl of ") || strings.HasPrefix(r.text[last.end:], " & ")): // the Earl of March; Cole, August & Co.
		return true
	case kind == "month" && alone && r.isMiddleName(first, prev): // Opal June Winters
		return true
	case kind != "" && (initial(r.text, first.start) || strings.HasSuffix(said, " & ")): // D. Friday, Sommers & Winter
		return true
	case kind == "weekday" && prev == "named" && isIntroduced(r.text, first.start):
		return true
	case (kind != "" || first.class == lexicon.Holiday) && titled(r.text, first.start): // Mr. August
		r.surnames = append(r.surnames, first.entry)
		return true
	}
	return false
}

// isSurname reports whether a month's or season's name with a capital is a person's: it stands behind a given name, "Walter Winter", or alone where the text has called
// somebody so and no preposition of dates stands before it.
func (r *run) isSurname(l *lexeme, prev string, alone bool) bool {
	if r.text[max(0, l.start-1)] == ' ' && prose.IsName(prev) && namesBefore["given"].HasFold(prev) {
		r.surnames = append(r.surnames, l.entry)
		return true
	}
	if !alone || !slices.Contains(r.surnames, l.entry) || prose.Determiners.HasFold(prev) {
		return false
	}
	next := prose.After(r.text, l.end)
	if next != "" && prose.IsDigit(next[0]) {
		return false
	}
	if ofPersons.Has(prev) {
		return true
	}
	return !prose.DatePrepositions.HasFold(prev) && (next == "" || text.IsPast(next) || prose.Finite.Has(next) || sayVerbs.Has(next))
}

// ofPersons are prepositions that stand before a person's name at least as often as before a month's.
var ofPersons = wordlist.SetOf("of to from with by against about behind")

// isMiddleName reports whether a month's name stands between two words with capitals that are none of dates or functions, as in the name of a person.
func (r *run) isMiddleName(l *lexeme, given string) bool {
	family := prose.After(r.text, l.end)
	if !prose.IsName(given) || !prose.IsName(family) || l.start == 0 || r.text[l.start-1] != ' ' || r.text[l.end] != ' ' || prose.IsFunctionWord(given) || prose.IsFunctionWord(family) {
		return false
	}
	at := l.start - 1 - len(given)
	return at > 0 && r.text[at-1] == ' ' && !prose.DatePrepositions.HasFold(prose.Before(r.text, at))
}

// isGivenName reports whether a month's name stands between what somebody is and a family name: "the publisher August Brandeis", and not "weekly August sales".
func (r *run) isGivenName(l *lexeme, calling string) bool {
	family := prose.After(r.text, l.end)
	if !callingNames.Has(calling) && !strings.HasSuffix(calling, "ist") && !strings.HasSuffix(calling, "er") || !prose.IsName(family) || r.text[l.start-1] != ' ' || r.text[l.end] != ' ' {
		return false
	}
	return !prose.IsFunctionWord(calling) && !prose.IsFunctionWord(family)
}

// callingNames are what persons are before their names, where the word does not end as most such words do.
var callingNames = wordlist.SetOf("poet architect general author doctor actor actress professor inventor senator mayor governor director editor king queen prince princess merchant")

// initial reports whether a person's initial stands before byte offset at: "J. Summer", and not "Washington, D.C. Monday".
func initial(text string, at int) bool {
	return at >= 4 && text[at-1] == ' ' && text[at-2] == '.' && prose.IsUpper(text[at-3]) && (text[at-4] == ' ' || text[at-4] == '(')
}

// kin are relatives, whom a name follows: "his brother August", "her mother, April".
var kin = wordlist.SetOf("mother father brother sister wife husband son daughter aunt uncle cousin niece nephew widow widower grandmother granddaughter grandson stepmother child baby")

// relative gives the word before byte offset at, with or without a comma between.
func relative(text string, at int) string {
	return prose.Before(text, len(strings.TrimSuffix(text[:at], ", ")))
}

// isIntroduced reports whether byte offset at stands behind "a girl named", and not behind "were named".
func isIntroduced(text string, at int) bool {
	words := strings.Fields(prose.SentenceBefore(text, at, prose.SentenceReach))
	n := len(words)
	return n >= 3 && words[n-1] == "named" && (words[n-3] == "a" || words[n-3] == "an" || n >= 4 && (words[n-4] == "a" || words[n-4] == "an"))
}

// called are the words that a name follows.
var called = wordlist.SetOf("called named nicknamed surnamed")

// titles stand before a person's name; each ends in the blank before it.
var titles = [...]string{
	"Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Lady ", "Sir ", "Prof. ", "Sen. ", "Rep. ", "Gov. ", "Gen. ", "Col. ",
	"Lt. ", "Sgt. ", "Capt. ", "Judge ", "Justice ", "Det. ", "Detective ", "Constable ", "Officer ", "Coach ", "Professor ", "Inspector ", "Sister ", "Aunt ",
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
