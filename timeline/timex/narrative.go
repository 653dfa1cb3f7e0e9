package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// antecedentParts are the parts of the date the text has reached, as precise as it was given.
func antecedentParts(d calendar.Date) expr.Parts {
	p := expr.Parts{Have: expr.HasYear, Year: d.Year()}
	if d.Precision() >= calendar.Month {
		p.Have, p.Month = p.Have|expr.HasMonth, d.Month()
	}
	if d.Precision() >= calendar.Day {
		p.Have, p.Day = p.Have|expr.HasDay, d.Day()
	}
	return p
}

// newsReach is how many days before its publication what a text begins with may have been, for it to be news.
const newsReach = 31

// newsBefore gives how many expressions of a narrative come before its first stated date and tell why it was published, as an obituary
// begins: "She died on Jan. 6, her son said last week. … In 1978 she". It is 0 where it begins with the past.
func newsBefore(found []expr.Expr, published calendar.Date) int {
	recent := false
	for k := range found {
		e := &found[k]
		stated, incomplete := dated(e)
		switch {
		case stated && !recent:
			return 0
		case stated:
			return k
		case e.Kind != expr.Point:
		case e.Rel.Set && e.Rel.From == expr.Speech, e.Parts.Has(expr.HasWeekday):
			recent = true
		case incomplete && e.Parts.Has(expr.HasDay):
			day, _ := calendar.OfDay(published.Year(), e.Parts.Month, e.Parts.Day)
			if day.Compare(published) > 0 {
				day = day.AddYears(-1)
			}
			if day.DaysUntil(published) > newsReach {
				return 0
			}
			recent = true
		}
	}
	return 0
}

// reach moves the narrative to a date whose words end at byte offset at.
func (z *resolver) reach(d calendar.Date, at int) {
	z.lastTimex = z.count + 1
	if z.last, z.lastEnd = d, at; d.Precision() > calendar.Year {
		z.fine = d
	}
}

// place is where a narrative is.
type place struct {
	last, fine         calendar.Date
	lastEnd, lastTimex int
}

func (z *resolver) place() place { return place{z.last, z.fine, z.lastEnd, z.lastTimex} }

func (z *resolver) goBack(to place) {
	z.last, z.fine, z.lastEnd, z.lastTimex = to.last, to.fine, to.lastEnd, to.lastTimex
}

// leads reports whether the expression at byte offset start begins its sentence, but for a preposition: a narrative that puts a date first goes there.
func leads(text string, start int) bool {
	return len(strings.TrimLeft(prose.SentenceBefore(text, start, 40), " \t")) <= len("Only after ")
}

// opensParagraph reports whether nothing but a few words stands before byte offset start in its paragraph.
func opensParagraph(text string, start int) bool {
	from := max(0, start-len("Only after "))
	return from == 0 || strings.IndexByte(text[from:start], '\n') >= 0
}

// sameBreath is how many bytes after a date, in its sentence, what refers back means it even if it is an aside.
const sameBreath = 160

// nextSentence is how many bytes after a bare year, be it an aside, what refers back means it still: "published in 1724. Two years later".
const nextSentence = 90

// yearJustTold reports whether a bare year that is not ahead stands right before byte offset at, in its sentence or the one before.
func (z *resolver) yearJustTold(at int) bool {
	near := at - z.near.end
	if near <= 0 || near > nextSentence || z.nearAhead || z.closesRelative(at) || z.nearBack || z.near.date.Precision() != calendar.Year {
		return false
	}
	if strings.EqualFold(prose.Before(z.text, z.near.end-len("1552")), "since") && z.last.Precision() >= calendar.Month { // claimed back all land lost since 1552. Two months later
		return false
	}
	between := z.text[z.near.end:at]
	return strings.Count(between, ".") <= 1 && !strings.ContainsAny(between, "()") && !strings.Contains(between, "\n\n")
}

// anchor is the date that an expression at byte offset at is counted from; no date where there is none.
func (z *resolver) anchor(from expr.Anchor, at int) calendar.Date {
	if !z.news && from == expr.Narrative && z.yearJustTold(at) {
		return z.near.date
	}
	if from == expr.Speech && z.news {
		return z.speech
	}
	if from == expr.Speech && z.last.IsZero() {
		return z.speech
	}
	if z.news && (z.last.IsZero() || at-z.lastEnd > 400) {
		if from == expr.Narrative && z.story.told > 0 { // Four years later, paragraphs behind the story
			return z.story.at.date
		}
		return z.speech
	}
	if !z.news && from == expr.Narrative && !z.nearBack && at-z.near.end <= sameBreath && at > z.near.end && !strings.ContainsAny(z.text[z.near.end:at], ".;()\n") && !z.closesRelative(at) {
		return z.near.date
	}
	return z.last
}

// closesRelative reports whether the last date closes a relative clause with a comma, behind which its main clause goes on at byte offset at: "a town which the king had founded
// in 1283, had opened its gates the previous autumn".
func (z *resolver) closesRelative(at int) bool {
	between := z.text[z.near.end:at]
	if inRelative(z.text, z.near.end, between) {
		return true
	}
	said := prose.SentenceBefore(z.text, z.near.end, prose.SentenceReach)
	i := max(prose.LastIndex(said, " which "), prose.LastIndex(said, " who "), prose.LastIndex(said, " that "))
	return strings.HasPrefix(between, ", ") && i >= 0 && pluperfect(said[i:])
}

// dayReach is how many bytes after a day what counts days may still be counted from it, though a month or year was named since.
const dayReach = 800

// dayAnchor is anchor for an expression that counts days or weeks. A month or year does not do for it: it goes back to the last day given, in
// a narrative if that lies within the month or year, or the narrative does not follow what was named since. News tells of days: "the youngest since Campbell, who won in
// 1890. She had taken the title a day earlier", "the bank, which has cut its rate five times since October, is expected to do so again that day", "62 died in the past month … against 300 shells the previous night".
func (z *resolver) dayAnchor(from expr.Anchor, at int) calendar.Date {
	a := z.anchor(from, at)
	if from != expr.Narrative || a.IsZero() || a.Precision() >= calendar.Day {
		return a
	}
	near := !z.day.date.IsZero() && at-z.day.end <= dayReach
	switch {
	case near && !z.news && at-z.day.end <= sameBreath && z.nearUnit == calendar.Season: // reached it on 20 May after a costly winter. Two days later
		return z.day.date
	case near && (z.news || z.lastLeft || a == z.day.date.Truncate(a.Precision()) || a.Compare(z.day.date) < 0): // the aircraft, delivered in May 1958, left at 16:47
		return z.day.date
	case z.news && !z.lead.IsZero():
		return z.lead
	case z.news:
		return z.speech
	}
	return a
}

// countedAnchor is dayAnchor for what says that it counts from a day. It goes back to the last day close by too where only the end of something was named since: "could stay only
// until mid-October. Five days later".
func (z *resolver) countedAnchor(from expr.Anchor, at int) calendar.Date {
	a := z.dayAnchor(from, at)
	if from == expr.Narrative && z.nearUntil && !a.IsZero() && a.Precision() < calendar.Day && !z.day.date.IsZero() && at-z.day.end <= dayReach {
		return z.day.date
	}
	return a
}

// inBrackets reports whether text[start:end] stands in brackets: "(a fourth had broken an ankle the day before)", which the narrative does not follow.
func inBrackets(text string, start, end int) bool {
	said := text[max(0, start-2*prose.SentenceReach):start]
	open := strings.LastIndexByte(said, '(')
	return open >= 0 && strings.IndexByte(said[open:], ')') < 0 && strings.IndexByte(text[end:min(len(text), end+2*prose.SentenceReach)], ')') >= 0
}

// stays reports whether the narrative stays where it is, though it names a date that begins at start: an aside; what lay just before ("the Germans having gone the night
// before. Three days later"); in what is no news, a date counted from the writing, one that something is put off to, and a longer time around the one reached.
func (z *resolver) stays(e *expr.Expr, p *expr.Parts, start calendar.Date) bool {
	told := e.Rel.Set && e.Rel.From == expr.Narrative
	switch {
	case e.Aside:
		return true
	case told && e.Rel.N == 0 && (e.Rel.Unit == "W" || e.Rel.Unit == "WE"): // in port that week; by the evening
		return z.last.Precision() >= calendar.Day && p.Week != 0
	case told && e.Rel.N < 0:
		return !p.Has(expr.HasWeekday) && p.Holiday == nil
	case z.news:
		return false
	case told && e.Rel.N > 0 && prose.Before(z.text, e.Start) == "for": // announced for the next day
		return true
	case prose.Before(z.text, e.Start) == "by" && prose.AnyOf(strings.Contains, z.clause(e).Told(), " might be ", " would be ", " could be "): // told them that they might be home by Christmas
		return true
	case e.Rel.Set && e.Rel.N == 0 && start.Precision() < z.last.Precision(): // "that year's contest", told of a day
		return z.last.Truncate(start.Precision()) == start || e.FromWriting()
	}
	return e.FromWriting()
}
