package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
)

// weekdayLinks stand between weekdays of one list, or of one range where the second must be the later.
var weekdayLinks = map[string]string{"and": "list", "or": "list", ",": "list", ", and": "list", "and on": "list", "or on": "list", "to": "range", "through": "range", "until": "range", "-": "range", "–": "range"}

// listedWeekday finds the day of a weekday that follows another in a list or range: "Friday and Saturday".
func (z *resolver) listedWeekday(e *expr, weekday int) (d calendar.Date, ok bool) {
	if z.weekday.date.IsZero() || e.start < z.weekday.end || e.start-z.weekday.end > 12 {
		return d, false
	}
	link := weekdayLinks[strings.TrimSpace(z.text[z.weekday.end:e.start])]
	if link == "" || modals[after(z.text, e.end)] { // it was hot on Monday, and Saturday will be worse
		return d, false
	}
	on := (weekday%7 - int(z.weekday.date.Weekday()) + 7) % 7
	if link == "list" && on > 3 { // "Friday and Thursday"
		on -= 7
	}
	return z.weekday.date.AddDays(on), true
}

// aheadOf is the stated day of its sentence that lies ahead of the publication, and from which a weekday goes on; no date where there is none.
func (z *resolver) aheadOf(e *expr) calendar.Date {
	if !z.news || z.last.Precision() < calendar.Day || z.lastRelative || e.start < z.lastEnd || e.start-z.lastEnd > sameBreath || tenseAt(z.text, e.start, e.end) == pastTense {
		return calendar.Date{}
	}
	between := z.text[z.lastEnd:e.start]
	if next := after(z.text, z.lastEnd); next != "" && z.text[z.lastEnd] == ' ' && !isName(next) && !afterDay[strings.ToLower(next)] { // tickets for the Memorial Day game go on sale Wednesday
		return calendar.Date{}
	}
	if z.speech.DaysUntil(z.last) <= 7 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return calendar.Date{}
	}
	return z.last
}

// programme reports whether text[start:end] begins a line of a programme, "Saturday: the final starts at 7", and what it has is not told as past.
func programme(t string, start, end int) bool {
	if second := after(t, end+len(" and")); strings.HasPrefix(t[end:], " and ") && isName(second) { // Monday and Tuesday: sunny
		end += len(" and ") + len(second)
	}
	if !strings.HasPrefix(t[end:], ": ") || start > 0 && t[start-1] != '\n' {
		return false
	}
	line := t[start:end+len(": ")] + withoutAside(sentenceAfter(t, end+len(": "), 2*planReach))
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
	return strings.EqualFold(before(t, start), "before") && strings.HasPrefix(t[end:], "'s ") && !ownsMishap(t[end+len("'s "):])
}

// completeWeekday finds the day of a weekday alone.
func (z *resolver) completeWeekday(e *expr, p parts) (parts, Basis, calendar.Date) {
	ref := z.speech
	if !z.news && (z.speech.IsZero() || tenseAt(z.text, e.start, e.end) != futureTense) { // and not: a service will be held on Saturday, of the time of writing
		if ref = z.last; ref.Precision() < calendar.Day {
			ref = z.dayAnchor(narrative, e.start)
		}
	}
	if ref.Precision() < calendar.Day {
		return p, Relative, calendar.Date{}
	}
	if issued := z.diary.speech; z.diary.timex > 0 && !issued.IsZero() && ref.Compare(issued) > 0 && issued.DaysUntil(ref) <= forecastDays { // an entry of a forecast: the days ahead of its issue
		d := issued.AddDays((p.weekday%7 - int(issued.Weekday()) + 7) % 7)
		z.weekday = spot{d, e.end}
		p.setDay(d)
		return p, Relative, issued
	}
	back := (z.weekdayOf(ref) - p.weekday%7 + 7) % 7
	d := ref.AddDays(-back)
	defer func() { z.weekday = spot{d, e.end} }()
	if next, ok := z.listedWeekday(e, p.weekday); ok {
		d = next
		p.setDay(d)
		return p, Relative, ref
	}
	if z.ofWeekNamed(e) {
		d = calendar.WeekStart(z.near.date.ISOWeek()).AddDays(p.weekday - 1)
		p.setDay(d)
		return p, Relative, ref
	}
	if ahead := z.aheadOf(e); !ahead.IsZero() { // from Thursday, Oct. 14, until Saturday
		d = ahead.AddDays((p.weekday%7 - int(ahead.Weekday()) + 7) % 7)
		p.setDay(d)
		return p, Relative, ahead
	}
	if from := z.toldOfAhead(e); !from.IsZero() {
		d = from.AddDays(1 + (p.weekday%7-int(from.Weekday())+6)%7)
		p.setDay(d)
		return p, Relative, from
	}
	if day := z.event.on(p.weekday); z.news && !day.IsZero() && tenseAt(z.text, e.start, e.end) != pastTense {
		d = day
		p.setDay(d)
		return p, Relative, ref
	}
	if z.news {
		if back > 0 && z.nextOne(e, back) {
			d = d.AddDays(7)
		}
	} else if strings.EqualFold(before(z.text, e.start), "since") { // it had been out of order since Tuesday
		if e.aside = true; back == 0 {
			d = d.AddDays(-7)
		}
	} else if back > 3 || back > 0 && tenseAt(z.text, e.start, e.end) == futureTense || back > 0 && limits[strings.ToLower(before(z.text, len(strings.TrimSuffix(z.text[:e.start], "the "))))] { // by the Saturday
		d = d.AddDays(7)
	}
	p.setDay(d)
	return p, Relative, ref
}

// toldOfAhead is the past day of a sentence of news on which it was told what would be on a weekday: "announced Friday that its troops would begin pulling out Sunday"; no
// date where there is none.
func (z *resolver) toldOfAhead(e *expr) calendar.Date {
	for _, told := range [...]spot{z.promised, z.day} {
		if !z.news || told.date.IsZero() || told.end > e.start || e.start-told.end > sameBreath || told.date.Compare(z.speech) >= 0 || z.nearUnit == calendar.Week && z.near.end == told.end {
			continue
		}
		if between := z.text[told.end:e.start]; strings.Contains(between, " would ") && !strings.ContainsAny(between, ";?!\n") && !endsSentence(between) {
			z.promised = told
			return told.date
		}
	}
	return calendar.Date{}
}

// ofWeekNamed reports whether a weekday is one of the week just named: "next week on Monday", "hold launches next week: one on Monday".
func (z *resolver) ofWeekNamed(e *expr) bool {
	if z.nearUnit != calendar.Week || z.near.end > e.start {
		return false
	}
	between := z.text[z.near.end:e.start]
	if between == " on " || between == " " {
		return true
	}
	return z.near.date.Compare(z.speech) > 0 && strings.HasPrefix(between, ":") && len(between) < nextSentence && !endsSentence(between)
}

// looksAhead reports whether what a day owns, told behind it, is expected: "Tuesday's race looks like the tightest".
func looksAhead(rest string) bool {
	rest, owns := strings.CutPrefix(rest, "'s ")
	words := strings.Fields(rest[:min(len(rest), planReach)])
	return owns && len(words) > 2 && !mishaps[words[0]] && (words[1] == "looks" || words[1] == "promises" || words[1] == "seems")
}

// forecastDays is how many days after its issue the entries of a forecast may be of; a programme's go further.
const forecastDays = 7

// behind stand before the day of what has been when something is told.
var behind = wordSet("following despite")

// nextOne reports whether a weekday of news, which the week behind had back days ago, is the next one.
func (z *resolver) nextOne(e *expr, back int) bool {
	switch {
	case strings.EqualFold(before(z.text, e.start), "since"): // in force since Tuesday, it will end
		return false
	case strings.HasPrefix(z.text[e.end:], "'s ") && behind[strings.ToLower(before(z.text, e.start))]: // following Monday's meeting we can now confirm
		return false
	case tenseAt(z.text, e.start, e.end) == futureTense, programme(z.text, e.start, e.end), back >= 4 && aheadOf(z.text, e.start, e.end):
		return true
	case back >= 7-calledOffAhead && (calledOff(z.text, e.start) || callsOff(z.text, e.start, e.end)):
		return true
	case leads(z.text, e.start) && looksAhead(z.text[e.end:]):
		return true
	case strings.HasPrefix(z.text[e.end:], "'") || !leads(z.text, e.start) || strings.Trim(sentenceBefore(z.text, e.start, planReach), " \"") != "":
		return false
	}
	return text.TenseAround(z.text, e.start, e.end) == text.Pres // Friday is polling day
}
