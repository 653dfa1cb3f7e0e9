package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// Units are timexes only where they say how long, how often or when: weeks behind "for", "daily" before no noun, "the year" where one is spoken of.

func pluralFits(r *run, i, end int, e *expr.Expr) bool {
	if u := e.Amount.Unit; u == "S" && !strings.EqualFold(prose.Before(r.text, e.Start), "within") || u == "Q" || e.Start > 0 && r.text[e.Start-1] == '-' { // kilowatt-hours of power
		return false
	}
	switch prev := prose.Before(r.text, e.Start); {
	case prev == "most", prev == "light": // in most years, 600 light years
		return false
	case e.Amount.Unit == "H" && strings.HasSuffix(r.text[:max(0, e.Start-1-len(prev))], "-"): // walk-in hours
		return false
	case e.Amount.Unit == "M" && (r.lx[i].isThe() || i > 0 && r.lx[i-1].isThe()) && (endsClause(r.text, e.End) || prose.AnyOf(strings.HasPrefix, r.text[e.End:], " from the ", " of the ")): // who took the minutes
		return false
	case e.Amount.Unit == "M" && strings.HasPrefix(r.text[e.End:], " of ") && strings.Contains(prose.SentenceAfter(r.text, e.End, prose.SentenceReach), " meeting"): // minutes of Thursday's meeting
		return false
	}
	first := i
	for r.listsUnit(first) { // in days, weeks or months
		first -= 1 + b2i(!r.has(first-1, lexicon.Unit))
	}
	switch prep := strings.ToLower(prose.Before(r.text, r.lx[first].start)); {
	case prep == "of":
		return r.reads(i, "some") || strings.HasSuffix(r.text[:r.lx[first].start], " matter of ") // a siege of some months, in a matter of hours
	case overTime.Has(prep) && r.lx[first].isThe(): // over the years
		return !r.nextWord(end, "OF")
	case prep == "after":
		return e.Amount.Unit != "H" || !dayEnds(r.text, e.End) // and not: trading after hours
	case takesTime.Has(prep):
		return prep == "within" || !strings.HasPrefix(r.text[e.End:], " of the ") || e.Amount.Unit != "M" // and not: in minutes of the meeting
	}
	if prose.AnyOf(strings.HasPrefix, r.text[e.End:], " away", " late.", " late,", " late ") { // only days away, minutes late
		return true
	}
	if strings.HasPrefix(r.text[e.End:], " to ") && allots.HasFold(prose.Before(r.text, r.lx[first].start)) { // we had months to prepare
		return true
	}
	if r.lx[i].cap && strings.HasPrefix(strings.ToLower(r.text[r.lx[end-1].end:min(len(r.text), r.lx[end-1].end+len(" of operation"))]), " of operation") { // Hours of Operation
		return false
	}
	the := r.lx[i].isThe() || i > 0 && (r.lx[i-1].isThe() || r.lx[i-1].class == lexicon.Mod)
	if r.nextWord(end, "OF") && !the && !r.nextValue(end+1, lexicon.Det, "THE") { // months of talks, and not "months of the year"
		return true
	}
	return end < len(r.lx) && r.lx[end].class == lexicon.Dir
}

// overTime are prepositions with which "the years" are a long time.
var overTime = wordlist.SetOf("over through down throughout")

// takesTime are what a bare plural of a unit is an amount after: "it took weeks".
var takesTime = wordlist.SetOf("for in within wait waits waited waiting need needs needed take takes took taken last lasted spent spend")

// allots are what an amount of time to do something in stands behind.
var allots = wordlist.SetOf("had have has only just")

// listsUnit reports whether lexeme i goes on a list of units: "weeks" in "days, weeks or months".
func (r *run) listsUnit(i int) bool {
	k := i - 1
	if k > 0 && (r.word(k, "OR") || r.word(k, "AND")) {
		k--
	} else if k < 0 || r.lx[i].gap != gapComma {
		return false
	}
	return r.has(k, lexicon.Unit) && r.lx[k].entry.Plural
}

func adverbFits(r *run, i, end int, e *expr.Expr) bool {
	if prose.EqualFold(r.text[e.Start:e.End], "quarterly") && !endsClause(r.text, e.End) { // quarterly results
		return false
	}
	if at := r.lx[i].start; at > 2 && r.text[at-1] == '-' && prose.IsLetter(r.text[at-2]) { // semi-annually
		return false
	}
	if prose.EqualFold(r.text[e.Start:e.End], "hourly") && prose.AnyOf(strings.HasPrefix, r.text[e.End:], " and salaried", " workers", " employees") { // paid by the hour
		return false
	}
	if !r.lx[i].cap {
		return !isNewspaper(r.text, e.End)
	}
	next, prev := prose.After(r.text, e.End), prose.Before(r.text, e.Start)
	return !(next != "" && prose.IsUpper(next[0])) && !(prev != "" && prose.IsUpper(prev[0])) && next != "et" // LA Weekly; Daily et al.
}

// isHonour reports whether the word before byte offset at is what is chosen every year, or what something is named: "was named record of the year".
func (r *run) isHonour(at int) bool {
	noun := prose.Before(r.text, at)
	return honoured.HasFold(noun) || naming.Has(prose.Before(r.text, at-len(noun)-1))
}

// naming are verbs with which something is chosen, before its title without an article.
var naming = wordlist.SetOf("named voted chosen elected crowned declared judged")

// honoured are what is chosen every year: "player of the year" is a title.
var honoured = wordlist.SetOf("player man woman person album song book film car team coach manager teacher rookie goal word athlete sportsman sportswoman artist driver")

// isNewspaper reports whether the adverb that ends at byte offset end is a newspaper: "the daily said".
func isNewspaper(text string, end int) bool {
	next := prose.After(text, end)
	return next != "" && text[end] == ' ' && (sayVerbs.Has(next) || tense.SayingPast.Has(next))
}

func theUnitFits(r *run, i, end int, e *expr.Expr) bool {
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	next := strings.ToLower(prose.After(r.text, e.End))
	if next != "" && prose.IsDigit(next[0]) && e.Mod == "" { // the week 9 game
		return false
	}
	if next == "of" || next == "when" || next == "that" || r.lx[end-1].cap && !r.lx[i].cap { // Man of the Year
		return false
	}
	if owner := strings.ToLower(prose.Before(r.text, e.Start-len(" of "))); prev == "of" && (owner == "day" || owner == "days" || owner == "time") { // every day of the week
		return false
	}
	if rest := r.text[e.End:]; prev == "before" && strings.HasPrefix(rest, " was out") || strings.HasPrefix(rest, " as a whole") { // before the year was out
		return true
	}
	if passing.Has(prev) && r.lx[i].isThe() && e.Rel.Unit != "Q" { // stocks ended the year higher
		return true
	}
	switch e.Rel.Unit {
	case "DE", "C":
		return e.Mod != "" || prev == "of" && superlative(prose.SentenceBefore(r.text, e.Start, prose.SentenceReach)) // the worst drought of the century
	case "D":
		return e.Mod != ""
	case "Y":
		if prev == "of" && r.isHonour(e.Start-len(" of ")) { // player of the year
			return false
		}
	}
	return e.Mod != "" || unitPrepositions.Has(prev)
}

// passing are verbs of what one does with a time: "spent the night in a tree", "shares ended the day at $38".
var passing = wordlist.SetOf("pass passed passing spend spends spent spending end ends ended ending close closed closes closing finish finished finishes finishing begin begins began start starts started opened survive")

// superlative reports whether one of the last words of a text is a superlative.
func superlative(said string) bool {
	words := strings.Fields(said)
	for _, word := range words[max(0, len(words)-6):] {
		if word == "most" || word == "best" || word == "worst" || len(word) > 5 && strings.HasSuffix(word, "est") {
			return true
		}
	}
	return false
}

// unitPrepositions stand before "the week" where it says when.
var unitPrepositions = wordlist.SetOf("for in during of throughout earlier later")
