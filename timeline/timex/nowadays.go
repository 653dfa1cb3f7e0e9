package timex

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// atLarge reports whether "today" means the present at large: what "is in use today" is so when a narrative is written, not in the days of which it
// tells, unless it has just named such a day.
func (z *resolver) atLarge(e *expr.Expr) bool {
	if rest := z.text[e.End:]; strings.HasSuffix(z.text[:e.Start], " of ") && !strings.HasPrefix(rest, "'") {
		switch prose.Before(z.text, e.Start-len(" of ")) {
		case "as", "As", "days", "weeks", "months": // within 21 days of today
		default: // the youth of today
			return true
		}
	}
	if !z.speech.IsZero() {
		return z.isNowadays(e)
	}
	return strings.Trim(prose.SentenceBefore(z.text, e.Start, 40), " \n") == "" || z.clause(e).At() != tense.Past || ofWriters(z.text, e) ||
		z.last.Precision() < calendar.Day || e.Start-z.lastEnd > sameBreath || strings.HasSuffix(z.text[:e.Start], "known ")
}

// ofWriters reports whether "today" stands behind those who say or believe something now: "Historians today generally hold".
func ofWriters(t string, e *expr.Expr) bool {
	who := prose.Before(t, e.Start)
	return writers.HasFold(who) && !text.IsPast(prose.After(t, e.End))
}

// writers look back on what is past.
var writers = wordlist.SetOf("historians scholars critics archaeologists biographers visitors")

// contrasts reports whether "today" begins a clause of news that tells how things stand, right behind how they stood years ago: "In 1998 she won a prize. Today a
// seamount bears her name", "a ton sold for $650; today some pay $540".
func (z *resolver) contrasts(e *expr.Expr) bool {
	if !z.news || strings.HasPrefix(z.text[e.End:], "'") {
		return false
	}
	said := strings.TrimRight(z.text[:e.Start], " \"“`")
	clause := z.clause(e).Told()
	switch {
	case ofPresent(z.text, e):
		return true
	case strings.Contains(z.text[e.End:min(len(z.text), e.End+prose.SentenceReach)], ". Tomorrow "): // Today is for laundry. Tomorrow we set off
		return false
	case e.Start > 0 && z.text[e.Start-1] == '\n' && strings.HasPrefix(z.text[e.End:], " ") && !strings.HasPrefix(z.text[e.End:], " we ") && z.clause(e).Around() == text.Pres: // a new paragraph: Today the coast road is open again, and not: Today we light the candle
		return true
	case strings.Contains(clause, " still ") && strings.Count(clause[strings.Index(clause, " still "):], " ") <= 5: // a trade still debated today
		return true
	case strings.HasSuffix(said, ",") && z.near.end == len(said)-1: // which were less than half of ours in 1991, today stand at
		next := prose.After(z.text, e.End)
		return z.toldOnce(said, e.Start) && !text.IsPast(next) && !tense.ToldVerbs.Has(next)
	case strings.HasSuffix(said, ", and"), strings.HasSuffix(said, ", but"): // opened in 2003, and today thousands pass
		return z.toldOnce(said, e.Start) && z.notPast(e)
	case len(said) == 0 || len(said) == e.Start:
		return false
	case headsPresent(z.text, e):
		return true
	case prose.IsUpper(z.text[e.Start]) && strings.IndexByte(".?!”\"\n", said[len(said)-1]) >= 0, said[len(said)-1] == ';':
		return z.toldOnce(said, e.Start) && z.notPast(e)
	}
	return false
}

// headsPresent reports whether "today" heads a sentence in the present tense on what is so: "Today the panel sits in the lobby", and not "Today is my birthday", "Yesterday it was half an
// inch thick. Today it's an inch".
func headsPresent(t string, e *expr.Expr) bool {
	said := t[max(0, e.Start-contrastReach):e.Start]
	return prose.IsUpper(t[e.Start]) && strings.HasPrefix(t[e.End:], " ") && !ofTheDay.Has(prose.After(t, e.End)) && !strings.Contains(said, "esterday") && text.TenseAround(t, e.Start, e.End) == text.Pres
}

// ofTheDay begin what is told of the day itself.
var ofTheDay = wordlist.SetOf("is we I i marks was they")

// ofPresent reports whether the words right beside "today" tell how things stand in general: "a system that today counts 14 governments", "costs more today than a year ago", "people
// today are less afraid".
func ofPresent(t string, e *expr.Expr) bool {
	prev, next := prose.Before(t, e.Start), prose.After(t, e.End)
	switch {
	case prev == "that" && (text.IsPast(prose.Before(t, e.Start-len("that "))) || prose.Finite.Has(next)): // said that today the council votes
		return false
	case prev == "which" || prev == "that":
		return next != "" && isWord(next) && !text.IsPast(next) && !prose.Determiners.Has(next) && (!prose.Finite.Has(next) || next == "is" || next == "are")
	case prev == "and":
		return (next == "has" || next == "have") && text.TenseAround(t, e.Start, e.End) == text.Pres
	case (prev == "is" || prev == "are") && strings.HasSuffix(next, "er") && strings.HasPrefix(prose.SentenceAfter(t, e.End+1+len(next), prose.ClauseReach), " than "): // are today higher than
		return true
	case isNow.Has(prev): // far less money than it has today
		words := strings.Fields(prose.SentenceBefore(t, e.Start, prose.ClauseReach))
		return len(words) > 3 && slices.Contains(words[len(words)-3:len(words)-1], "than")
	case next == "than":
		now := text.TenseAround(t, e.Start, e.End)
		return strings.Contains(prose.ClauseBefore(t, e.Start), " more ") && now != text.Past && now != text.Fut
	case prev == "People" || prev == "people":
		return next == "are" || next == "have"
	}
	return false
}

// isNow are verbs of how things stand.
var isNow = wordlist.SetOf("is are has have does do")

// toldOnce reports whether what was said before byte offset at tells how things were years ago.
func (z *resolver) toldOnce(said string, at int) bool {
	then := &z.near
	if !then.date.IsZero() && then.date.Year() <= z.speech.Year()-2 && at > then.end && at-then.end <= dayReach/2 {
		return true
	}
	if z.decade != 0 && z.decade <= z.speech.Year()-10 && at > z.decadeEnd && at-z.decadeEnd <= dayReach/2 {
		return true
	}
	return prose.AnyOf(strings.Contains, said[max(0, len(said)-contrastReach):], "used to ", "years ago", "year ago", "days ago", "month ago", "months ago", "decade ago", "decades ago", "century ago",
		"generation ago", "n the past", " once ", " century ")
}

// contrastReach is how many bytes before "today" what it is set against may stand.
const contrastReach = 160
