package timex

import (
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// weekdayLinks stand between weekdays of one list, or of one range where the second must be the later.
var weekdayLinks = map[string]string{"and": "list", "or": "list", ",": "list", ", and": "list", "and on": "list", "or on": "list", "to": "range", "through": "range", "until": "range", "-": "range", "–": "range"}

// listedWeekday finds the day of a weekday that follows another in a list or range: "Friday and Saturday".
func (z *resolver) listedWeekday(e *expr.Expr, weekday int) (d calendar.Date, ok bool) {
	if z.weekday.date.IsZero() || e.Start < z.weekday.end || e.Start-z.weekday.end > 12 {
		return d, false
	}
	link := weekdayLinks[strings.TrimSpace(z.text[z.weekday.end:e.Start])]
	if link == "" || tense.Modals[prose.After(z.text, e.End)] { // it was hot on Monday, and Saturday will be worse
		return d, false
	}
	on := (weekday%7 - int(z.weekday.date.Weekday()) + 7) % 7
	if link == "list" && on > 3 && !e.Ranged && !z.betweenDays(e.Start) { // "Friday and Thursday"
		on -= 7
	}
	return z.weekday.date.AddDays(on), true
}

// betweenDays reports whether the weekday before byte offset at stands behind "between": "between Wednesday and Sunday".
func (z *resolver) betweenDays(at int) bool {
	return strings.Contains(prose.SentenceBefore(z.text, at, len(" between Wednesday and ")), "etween ")
}

// aheadOf is the stated day of its sentence that lies ahead of the publication, and from which a weekday goes on; no date where there is none.
func (z *resolver) aheadOf(e *expr.Expr) calendar.Date {
	if !z.news || z.last.Precision() < calendar.Day || z.lastRelative || e.Start < z.lastEnd || e.Start-z.lastEnd > sameBreath || tense.At(z.text, e.Start, e.End) == tense.Past {
		return calendar.Date{}
	}
	between := z.text[z.lastEnd:e.Start]
	if next := prose.After(z.text, z.lastEnd); next != "" && z.text[z.lastEnd] == ' ' && !prose.IsName(next) && !prose.AfterDay[strings.ToLower(next)] { // tickets for the Memorial Day game go on sale Wednesday
		return calendar.Date{}
	}
	if z.speech.DaysUntil(z.last) <= 7 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return calendar.Date{}
	}
	return z.last
}

// programme reports whether text[start:end] begins a line of a programme or a forecast, "Saturday: the final starts at 7", "Sunday. Snow inland", and what it has is not told as past.
func programme(t string, start, end int) bool {
	if second := prose.After(t, end+len(" and")); strings.HasPrefix(t[end:], " and ") && prose.IsName(second) { // Monday and Tuesday: sunny
		end += len(" and ") + len(second)
	}
	if !strings.HasPrefix(t[end:], ": ") && !strings.HasPrefix(t[end:], ". ") || start > 0 && t[start-1] != '\n' {
		return false
	}
	line := t[start:end+len(": ")] + withoutAside(prose.SentenceAfter(t, end+len(": "), 2*prose.SentenceReach))
	return text.TenseAround(line, 0, end-start) != text.Past
}

// withoutAside is a sentence without what stands between its first two commas: "Storm Dennis, named on Tuesday, brings rain".
func withoutAside(sentence string) string {
	subject, rest, ok := strings.Cut(sentence, ", ")
	if !ok {
		return sentence
	}
	_, verb, ok := strings.Cut(rest, ", ")
	if !ok {
		return sentence
	}
	return subject + " " + verb
}

// calledOffAhead is how many days ahead a day may be whose plans were called off; one further off is rather past: "a meeting planned for Wednesday has
// been called off".
const calledOffAhead = 2

// aheadOf reports whether a weekday is that of an event which something is told to be before: "before Thursday's vote".
func aheadOf(t string, start, end int) bool {
	return strings.EqualFold(prose.Before(t, start), "before") && strings.HasPrefix(t[end:], "'s ") && !tense.OwnsMishap(t[end+len("'s "):])
}

// completeWeekday finds the day of a weekday alone.
func (z *resolver) completeWeekday(e *expr.Expr, p expr.Parts) (expr.Parts, Basis, calendar.Date) {
	ref := z.speech
	if !z.news && (z.speech.IsZero() || z.background.in || tense.At(z.text, e.Start, e.End) != tense.Future) { // and not: a service will be held on Saturday, of the time of writing
		if ref = z.last; ref.Precision() < calendar.Day {
			ref = z.dayAnchor(expr.Narrative, e.Start)
		}
	}
	if ref.Precision() < calendar.Day {
		return p, Relative, calendar.Date{}
	}
	story := theWeekday(e, z.text)
	if story && z.news && !z.day.date.IsZero() && e.Start > z.day.end && e.Start-z.day.end <= dayReach {
		ref = z.day.date
	}
	if issued := z.diary.speech; z.diary.timex > 0 && !issued.IsZero() && ref.Compare(issued) > 0 && issued.DaysUntil(ref) <= forecastDays { // an entry of a forecast: the days ahead of its issue
		d := issued.AddDays((p.Weekday%7 - int(issued.Weekday()) + 7) % 7)
		z.weekday = spot{d, e.End}
		p.SetDay(d)
		return p, Relative, issued
	}
	back := (z.weekdayOf(ref) - p.Weekday%7 + 7) % 7
	d := ref.AddDays(-back)
	defer func() { z.weekday = spot{d, e.End} }()
	if next, ok := z.listedWeekday(e, p.Weekday); ok {
		d = next
		p.SetDay(d)
		return p, Relative, ref
	}
	if z.ofWeekNamed(e) {
		d = calendar.WeekStart(z.near.date.ISOWeek()).AddDays(p.Weekday - 1)
		p.SetDay(d)
		return p, Relative, ref
	}
	if headsEntry(z.text, e) && !z.line.date.IsZero() && e.Start-z.line.end <= lineReach { // the entries of a log: Monday, Sept. 8, 7:52 a.m. … Tuesday, 3:15 p.m.
		d = z.line.date.AddDays((p.Weekday%7 - int(z.line.date.Weekday()) + 7) % 7)
		p.SetDay(d)
		return p, Relative, z.line.date
	}
	if ahead := z.aheadOf(e); !ahead.IsZero() { // from Thursday, Oct. 14, until Saturday
		d = ahead.AddDays((p.Weekday%7 - int(ahead.Weekday()) + 7) % 7)
		p.SetDay(d)
		return p, Relative, ahead
	}
	if from := z.toldOfAhead(e); !from.IsZero() {
		d = from.AddDays(1 + (p.Weekday%7-int(from.Weekday())+6)%7)
		p.SetDay(d)
		return p, Relative, from
	}
	if day := z.event.on(p.Weekday); z.news && !day.IsZero() && tense.At(z.text, e.Start, e.End) != tense.Past {
		d = day
		p.SetDay(d)
		return p, Relative, ref
	}
	if story && ref != z.speech {
		if back > 1 {
			d = d.AddDays(7)
		}
	} else if z.news {
		if back > 0 && z.nextOne(e, back) {
			d = d.AddDays(7)
		}
	} else if strings.EqualFold(prose.Before(z.text, e.Start), "since") { // it had been out of order since Tuesday
		if e.Aside = true; back == 0 {
			d = d.AddDays(-7)
		}
	} else if back > 3 || back > 0 && tense.At(z.text, e.Start, e.End) == tense.Future || back > 0 && tense.Limits[strings.ToLower(prose.Before(z.text, len(strings.TrimSuffix(z.text[:e.Start], "the "))))] { // by the Saturday
		d = d.AddDays(7)
	}
	p.SetDay(d)
	return p, Relative, ref
}

// headsEntry reports whether an expression begins its line and is set off from what follows, by a mark or as a clock time.
func headsEntry(text string, e *expr.Expr) bool {
	if e.Start > 0 && text[e.Start-1] != '\n' {
		return false
	}
	return e.Parts.Has(expr.HasHour) || prose.AnyOf(strings.HasPrefix, text[e.End:], ",", ":", ".", "\n", " –", " —")
}

// lineReach is how many bytes behind the last line that a day began the next one may begin.
const lineReach = 1200

// noteLine notes the day of news that begins a line, as one of a log or a programme does: a full one, or a weekday behind such a line.
func (z *resolver) noteLine(e *expr.Expr, day calendar.Date) {
	if !headsEntry(z.text, e) || e.Kind != expr.Point || day.Precision() < calendar.Day || e.Rel.Set || !e.Parts.Has(expr.HasWeekday) {
		return
	}
	if e.Parts.Has(expr.HasDay) || !z.line.date.IsZero() && e.Start-z.line.end <= lineReach {
		z.line = spot{day.Truncate(calendar.Day), e.End}
	}
}

// toldOfAhead is the past day of a sentence of news on which it was told what would be on a weekday: "announced Friday that its troops would begin pulling out Sunday"; no
// date where there is none.
func (z *resolver) toldOfAhead(e *expr.Expr) calendar.Date {
	for _, told := range [...]spot{z.promised, z.day} {
		if !z.news || told.date.IsZero() || told.end > e.Start || e.Start-told.end > sameBreath || told.date.Compare(z.speech) >= 0 || z.nearUnit == calendar.Week && z.near.end == told.end {
			continue
		}
		if between := z.text[told.end:e.Start]; strings.Contains(between, " would ") && !strings.ContainsAny(between, ";?!\n") && !prose.EndsSentence(between) {
			z.promised = told
			return told.date
		}
	}
	return calendar.Date{}
}

// ofWeekNamed reports whether a weekday is one of the week just named: "next week on Monday", "hold launches next week: one on Monday".
func (z *resolver) ofWeekNamed(e *expr.Expr) bool {
	if z.nearUnit != calendar.Week || z.near.end > e.Start {
		return false
	}
	between := z.text[z.near.end:e.Start]
	if between == " on " || between == " " {
		return true
	}
	coming := z.near.date.Compare(z.speech) > 0 || calendar.WeekStart(z.near.date.ISOWeek()) == calendar.WeekStart(z.speech.ISOWeek()) && text.TenseAround(z.text, z.near.end-len("week"), z.near.end) != text.Past // two rivals report this week: one on Thursday
	return coming && strings.HasPrefix(between, ":") && len(between) < nextSentence && !prose.EndsSentence(between)
}

// looksAhead reports whether what a day owns, told behind it, is expected: "Tuesday's race looks like the tightest", "Saturday's 181-kilometre 14th stage takes the riders north".
func looksAhead(rest string) bool {
	rest, owns := strings.CutPrefix(rest, "'s ")
	words := strings.Fields(rest[:min(len(rest), prose.SentenceReach)])
	if !owns || len(words) < 3 || tense.Mishaps[words[0]] {
		return false
	}
	for k, word := range words[1:min(5, len(words))] {
		switch {
		case shows[word], k == 0 && strings.HasSuffix(word, "s") && tense.Plans[word]&tense.PlanPresent != 0:
			return true
		case text.IsPast(word):
			return false
		}
	}
	return false
}

// shows are verbs of what the event of a day to come has or is expected to be.
var shows = prose.SetOf("looks promises seems takes brings pits features marks")

// standsAhead reports whether what is on the weekday text[start:end] is told in the present: "high water on Saturday is at 4.41 p.m.", "the third-place match is on
// Saturday".
func standsAhead(t string, start, end int) bool {
	on := prose.Before(t, start)
	if words := strings.Fields(prose.ClauseBefore(t, start)); on != "on" && len(words) > 2 && (words[len(words)-3] == "have" || words[len(words)-3] == "has") && (words[len(words)-2] == "a" || words[len(words)-2] == "no") { // we have a game Sunday
		return true
	}
	if prose.AnyOf(strings.HasPrefix, t[end:], " is the ", " is a ") && prose.AnyOf(strings.HasSuffix, t[:start], ", ", ", and ", ", so ") && text.TenseAround(t, start, end) == text.Pres { // under the law, Tuesday is the last day
		return true
	}
	if strings.HasPrefix(t[end:], " has been declared ") { // Tuesday has been declared a day of mourning
		return true
	}
	if strings.HasPrefix(t[end:], " a day of ") && prose.AnyOf(strings.HasSuffix, t[:start], " declared ", " declares ", " proclaimed ") { // declared Thursday a day of mourning
		return true
	}
	if on != "on" || text.TenseAround(t, start, end) != text.Pres {
		return false
	}
	if prose.AnyOf(strings.HasPrefix, t[end:], " is ", " are ") {
		return true
	}
	said := prose.SentenceBefore(t, start, prose.SentenceReach)
	said = said[max(0, strings.LastIndex(said, ",")):]
	i := max(strings.LastIndex(said, " is "), strings.LastIndex(said, " are "))
	if i > 0 && strings.EqualFold(prose.Before(said, i), "there") { // there is the play-off for third place on Friday
		return true
	}
	return i >= 0 && strings.Count(said[i:], " ") <= 4 && !text.IsParticiple(prose.After(said, i+1+prose.FirstWord(said[i+1:])))
}

// comesThen reports whether a weekday is told to be next, behind today or a day ahead: "more rain tonight, then a break on Saturday".
func (z *resolver) comesThen(e *expr.Expr) bool {
	if z.near.end == 0 || e.Start < z.near.end || e.Start-z.near.end > sameBreath || z.near.date.Compare(z.speech) < 0 {
		return false
	}
	between := z.text[z.near.end:e.Start]
	return strings.Contains(between, " then ") && !prose.EndsSentence(between) && text.TenseAround(z.text, e.Start, e.End) != text.Past
}

// labelled reports whether the day at byte offset start stands behind the label of a line of notices: "Kick-off: Sunday, 3pm", and not "Last updated: Monday".
func labelled(t string, start int) bool {
	if !strings.HasSuffix(t[:start], ": ") {
		return false
	}
	label, ok := strings.CutSuffix(t[strings.LastIndexByte(t[:start], '\n')+1:start], ": ")
	if !ok || label == "" || !prose.IsUpper(label[0]) || strings.ContainsAny(label, ".:;,\"") {
		return false
	}
	words := strings.Fields(label)
	return len(words) <= longestLabel && !slices.ContainsFunc(words, func(word string) bool {
		word = strings.ToLower(word)
		return text.IsPast(word) || text.IsParticiple(word) || noLabel[word]
	})
}

// noLabel are words of what stands before such a colon and announces nothing.
var noLabel = prose.SetOf("last from date to so and but then")

// longestLabel is how many words such a label has.
const longestLabel = 4

// forecastDays is how many days after its issue the entries of a forecast may be of; a programme's go further.
const forecastDays = 7

// behind stand before the day of what has been when something is told.
var behind = prose.SetOf("following despite")

// nextOne reports whether a weekday of news, which the week behind had back days ago, is the next one.
func (z *resolver) nextOne(e *expr.Expr, back int) bool {
	switch {
	case strings.EqualFold(prose.Before(z.text, e.Start), "since"): // in force since Tuesday, it will end
		return false
	case strings.HasPrefix(z.text[e.End:], "'s ") && behind[strings.ToLower(prose.Before(z.text, e.Start))]: // following Monday's meeting we can now confirm
		return false
	case tense.At(z.text, e.Start, e.End) == tense.Future, programme(z.text, e.Start, e.End), back >= 4 && aheadOf(z.text, e.Start, e.End):
		return true
	case back >= 7-calledOffAhead && (tense.CalledOff(z.text, e.Start) || tense.CallsOff(z.text, e.Start, e.End)):
		return true
	case leads(z.text, e.Start) && looksAhead(z.text[e.End:]):
		return true
	case standsAhead(z.text, e.Start, e.End), labelled(z.text, e.Start):
		return true
	case z.comesThen(e):
		return true
	case leads(z.text, e.Start) && z.coming.end > 0 && z.sameParagraph(z.coming.end, e.Start) && text.TenseAround(z.text, e.Start, e.End) == 0: // a forecast's next day: Sunday fine
		return true
	case z.coming.end > 0 && e.Start > z.coming.end && e.Start-z.coming.end <= sameBreath && !prose.EndsSentence(z.text[z.coming.end:e.Start]) && text.TenseAround(z.text, e.Start, e.End) == 0: // a 70 percent chance on Thursday, falling to 40 percent on Friday
		return true
	case strings.HasPrefix(z.text[e.End:], "'") || !leads(z.text, e.Start) || strings.Trim(prose.SentenceBefore(z.text, e.Start, prose.SentenceReach), " \"") != "":
		return false
	}
	return text.TenseAround(z.text, e.Start, e.End) == text.Pres // Friday is polling day
}
