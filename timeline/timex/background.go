package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// background is a story of long ago that news tell in a few sentences. They state its date and go on from there as a narrative does, by weekdays, hours
// and "the next day": "On 31 January 1953 the ferry left at 7.45am. … By the Monday". What is told of now ends it.
type background struct {
	at     place // what the story has reached
	near   spot  // its last date
	day    spot  // its last day
	end    int   // where the words of its last date end; 0 where no story is told
	told   int   // how many dates have been counted on from its first
	leads  bool  // its first date begins a sentence
	paused bool  // a month of now has been named since
	in     bool  // the expression at work belongs to it
}

const (
	// backgroundDays is how many days before its publication a date of news is long ago.
	backgroundDays = 120
	// backgroundReach is how many bytes after its last date a story is still told.
	backgroundReach = 700
	// newsDays is how many days before its publication a day is rather of the news than of a past that they have just told of.
	newsDays = 14
)

// ofBackground reports whether an expression of news belongs to the background that is being told.
func (z *resolver) ofBackground(e *expr.Expr) bool {
	b := &z.background
	if b.end == 0 || e.Start < b.end || e.Start-b.end > backgroundReach || z.decadeEnd > b.end || strings.EqualFold(prose.Before(z.text, e.Start), "since") {
		return false
	}
	if theWeekday(e, z.text) {
		return b.at.last.Precision() >= calendar.Day
	}
	p := &e.Parts
	switch {
	case b.paused:
		return false
	case e.Kind == expr.Offset && e.Base == nil && e.From == expr.Narrative, e.Kind == expr.Point && e.Rel.Set && e.Rel.From == expr.Narrative:
		return true
	case e.Kind != expr.Point || e.Recurs || p.Has(expr.HasDecade|expr.HasCentury|expr.HasMillennium):
		return false
	case e.Completed:
		return e.FitsWeekday(b.at.last.Year()) && z.toldPast(e)
	case e.Rel.Set:
		return e.Rule == expr.RuleTheUnit && (b.told > 0 || b.leads && !strings.Contains(z.text[b.end:e.Start], "\n")) && z.toldPast(e)
	case p.Has(expr.HasYear) || !z.toldPast(e):
		return false
	case p.Have&^(expr.HasHour|expr.HasTod|expr.HasZone) == 0 && p.Holiday == nil:
		past := z.clause(e).Around() == text.Past
		if strings.Contains(z.text[b.end:e.Start], "\n") {
			return b.at.last.Precision() >= calendar.Day && b.told > 0 && past
		}
		return b.at.last.Precision() >= calendar.Day && (b.told > 0 || past)
	case strings.Contains(z.text[b.end:e.Start], "\n"):
		return false
	case p.Has(expr.HasMonth|expr.HasSeason) || p.Holiday != nil:
		return !z.toldAhead(e) && !z.tellsOfHearing(e) && z.fitsBackground(p) && (b.told > 0 || b.leads || b.at.last.Precision() >= calendar.Day && !prose.EndsSentence(z.text[b.end:e.Start]))
	}
	return false
}

// enterBackground lets an expression be resolved as one of a narrative, from what the background has reached.
func (z *resolver) enterBackground(e *expr.Expr) {
	z.news, z.background.in = false, true
	z.goBack(z.background.at)
	z.near, z.day = z.background.near, z.background.day
	if e.Completed { // by its weekday, with a year near the publication
		e.Completed, e.Parts.Have = false, e.Parts.Have&^expr.HasYear
	}
}

// leaveBackground notes what the background has reached with an expression, and goes back to the news.
func (z *resolver) leaveBackground(e *expr.Expr) {
	z.news = true
	z.background = background{at: z.place(), near: z.near, day: z.day, end: e.End, told: z.background.told + 1}
}

// fitsBackground reports whether a date without its year may be the next one of the background: it has come when the news are written, and is none of their last days.
func (z *resolver) fitsBackground(p *expr.Parts) bool {
	last := z.background.at.last
	d := p.InYear(last.Year())
	if d.Compare(last.Truncate(d.Precision())) < 0 {
		d = p.InYear(last.Year() + 1)
	}
	if d.IsZero() || d.DaysUntil(z.speech) <= newsDays {
		return false
	}
	days := p.InYear(z.speech.Year()).DaysUntil(z.speech)
	return z.background.told > 0 || !p.Has(expr.HasDay) || days < 0 || days > newsDays
}

// toldPast reports whether what an expression is the time of may be past, and nothing since the last date of the background tells of now.
func (z *resolver) toldPast(e *expr.Expr) bool {
	between := strings.ReplaceAll(z.text[z.background.end:e.Start], " to have ", " ")
	between = strings.ReplaceAll(between, ", who is ", " ") // 68, was standing across the street
	if prose.AnyOf(strings.Contains, between, " has ", " have ", "'ve ", " is ", " are ") || strings.Contains(prose.SentenceBefore(z.text, e.Start, 2*prose.SentenceReach), " says ") {
		return false
	}
	return z.pastAround(e)
}

// toldAhead reports whether the clause of an expression tells of what is still to come, though not then: "would not reopen before January".
func (z *resolver) toldAhead(e *expr.Expr) bool {
	if prose.AnyOf(strings.HasPrefix, z.text[e.End:], " has ", " have ") {
		return true
	}
	return z.clause(e).WithoutYear() == tense.Future && !prose.AnyOf(strings.Contains, z.clause(e).Said(), " was to ", " were to ")
}

// pastAround reports whether the clause around an expression is told in the past, or as far as one can tell. What was still to come then is: "were to begin".
func (z *resolver) pastAround(e *expr.Expr) bool {
	switch z.clause(e).Around() {
	case text.Pres: // and not: was due to run at 03:15
		return prose.AnyOf(strings.Contains, z.clause(e).Told(), " was due to ", " were due to ", " was to ", " were to ")
	case text.Fut:
		said := z.clause(e).Said() + prose.SentenceAfter(z.text, e.End, prose.SentenceReach)
		return !prose.AnyOf(strings.Contains, said, " will ", "'ll ", " may ", " can ", " is ", " are ")
	}
	return true
}

// theWeekday reports whether an expression is a weekday with its article, the one that a story has come to: "on the Monday".
func theWeekday(e *expr.Expr, text string) bool {
	if e.Parts.Have&^(expr.HasHour|expr.HasTod) != expr.HasWeekday || e.Rel.Set {
		return false
	}
	if prose.HasPrefixFold(text[e.Start:], "the ") { // and not: the early hours of Friday
		return prose.IsUpper(text[e.Start+len("the ")])
	}
	return strings.HasSuffix(text[:e.Start], "on the ") || strings.Contains(text[e.Start:e.End], " on the ")
}

// noteBackground begins, moves or ends the background by a timex of news that is told.
func (z *resolver) noteBackground(e *expr.Expr, t *Timex) {
	today := e.Kind == expr.Offset && t.Date.Precision >= calendar.Day && e.Amount.Unit == "Y" // fifty years ago today
	if t.Date.Start.IsZero() || e.Kind != expr.Point && !today || z.speech.IsZero() {
		return
	}
	b := &z.background
	days := t.Date.Start.DaysUntil(z.speech)
	switch {
	case t.Date.Precision <= calendar.Year && t.Date.Start.Year() == b.at.last.Year(): // of that year
	case t.Date.Precision == calendar.Month && t.Date.Basis != Stated && days <= backgroundDays: // a book on it came out in May
		b.paused = true
	case t.Date.Precision < calendar.Month || days <= backgroundDays || !z.opensBackground(e):
		*b = background{}
	case t.Date.Basis == Stated, e.Completed, today, t.Date.Basis == Relative && e.Parts.Has(expr.HasMonth), days > 3*backgroundDays:
		*b = background{at: z.place(), near: z.near, end: e.End, leads: t.Date.Basis != Relative && leads(z.text, e.Start)}
		if z.near.date.Precision() >= calendar.Day {
			b.day = z.near
		}
	default:
		*b = background{}
	}
}

// opensBackground reports whether a story may go on from a date of long ago: its sentence tells what happened then, and not in a remark or a relative clause.
func (z *resolver) opensBackground(e *expr.Expr) bool {
	if e.Aside || e.Ranged || noOpening.HasFold(prose.Before(z.text, e.Start)) || inBrackets(z.text, e.Start, e.End) {
		return false
	}
	said := prose.SentenceBefore(z.text, e.Start, 2*prose.SentenceReach)
	if prose.AnyOf(strings.Contains, said, " against a ", " as early as ", " compared with ") {
		return false
	}
	for _, pronoun := range [...]string{", who ", ", which ", ", whose ", ", where "} {
		if i := prose.LastIndex(said, pronoun); i >= 0 && !strings.Contains(said[i+2:], ", ") {
			return false
		}
	}
	return !inRelative(z.text, e.Start, prose.SentenceAfter(z.text, e.End, prose.SentenceReach)) && z.pastAround(e)
}

// noOpening stand before a date that something is compared with or goes on from.
var noOpening = wordlist.SetOf("since before than over")
