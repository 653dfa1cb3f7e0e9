package timex

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// Whether a weekday of news is the one ahead, by what its sentence tells of it and not only by its tense.

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

// beforeEvent reports whether a weekday is that of an event which something is told to be before: "before Thursday's vote".
func beforeEvent(t string, start, end int) bool {
	return strings.EqualFold(prose.Before(t, start), "before") && strings.HasPrefix(t[end:], "'s ") && !tense.OwnsMishap(t[end+len("'s "):])
}

// looksAhead reports whether what a day owns, told behind it, is expected: "Tuesday's race looks like the tightest", "Saturday's 181-kilometre 14th stage takes the riders north".
func looksAhead(rest string) bool {
	rest, owns := strings.CutPrefix(rest, "'s ")
	words := strings.Fields(rest[:min(len(rest), prose.SentenceReach)])
	if !owns || len(words) < 3 || tense.Mishaps.Get(words[0])&(tense.MishapNoun|tense.MishapOutcome) != 0 {
		return false
	}
	for k, word := range words[1:min(5, len(words))] {
		switch {
		case shows.Has(word), k == 0 && strings.HasSuffix(word, "s") && tense.Plans.Get(word)&tense.PlanPresent != 0:
			return true
		case text.IsPast(word):
			return false
		}
	}
	return false
}

// wouldBring reports whether what a day owns is an event of which it is told what it would bring: "traders said Friday's session would be nervous".
func wouldBring(rest string) bool {
	rest, owns := strings.CutPrefix(rest, "'s ")
	words := strings.Fields(rest[:min(len(rest), prose.SentenceReach)])
	i := slices.Index(words[:min(5, len(words))], "would")
	return owns && i > 0 && awaited.Has(words[i-1])
}

// awaited are events of a day of which it is told before what they would bring, while one that has brought something is a ruling, a plan or a deal.
var awaited = wordlist.SetOf("session trading vote election poll game match race final meeting hearing talks debate march rally strike launch concert")

// shows are verbs of what the event of a day to come has or is expected to be.
var shows = wordlist.SetOf("looks promises seems takes brings pits features marks")

// ofIssue reports whether a weekday is that of the journal or paper in which something is published, of which news tell the day before: "published in Thursday's Nature".
func ofIssue(t string, start, end int) bool {
	return prose.Before(t, start) == "in" && strings.HasPrefix(t[end:], "'s ") && publishes.Has(prose.Before(t, start-len(" in")))
}

// publishes are what is done in a journal.
var publishes = wordlist.SetOf("published publishing appear appears appearing appeared reported")

// standsAhead reports whether what is on the weekday text[start:end] is told in the present: "high water on Saturday is at 4.41 p.m.", "the third-place match is on
// Saturday".
func standsAhead(t string, start, end int) bool {
	if isProclaimed(t, start, end) {
		return true
	}
	ahead := false
	if prose.Before(t, start) == "on" {
		ahead = prose.AnyOf(strings.HasPrefix, t[end:], " is ", " are ") || isThere(prose.SentenceBefore(t, start, prose.SentenceReach))
	} else if isHad(t, start) {
		return true
	} else { // under the law, Tuesday is the last day
		ahead = prose.AnyOf(strings.HasPrefix, t[end:], " is the ", " is a ") && prose.AnyOf(strings.HasSuffix, t[:start], ", ", ", and ", ", so ")
	}
	return ahead && text.TenseAround(t, start, end) == text.Pres
}

// proclamations are what stands before and after a day that is made one of mourning or of joy.
var proclamations = []struct{ before, after string }{
	{"", " has been declared "},
	{" declared ", " a day of "},
	{" declares ", " a day of "},
	{" proclaimed ", " a day of "},
}

// isProclaimed reports whether text[start:end] is a day that is made one of mourning or of joy: "declared Thursday a day of mourning".
func isProclaimed(t string, start, end int) bool {
	for _, p := range proclamations {
		if strings.HasSuffix(t[:start], p.before) && strings.HasPrefix(t[end:], p.after) {
			return true
		}
	}
	return false
}

// isHad reports whether what somebody has stands before byte offset start: "we have a game".
func isHad(t string, start int) bool {
	noun := prose.Before(t, start)
	at := start - len(" ") - len(noun)
	article := prose.Before(t, at)
	if noun == "" || article != "a" && article != "no" {
		return false
	}
	verb := prose.Before(t, at-len(" ")-len(article))
	return verb == "have" || verb == "has"
}

// isThere reports whether a sentence ends in "on" behind what there is, or what is on a day and nothing that has been done: "there is the play-off for third place on".
func isThere(sentence string) bool {
	said := sentence[max(0, prose.LastIndex(sentence, ",")):]
	i := max(prose.LastIndex(said, " is "), prose.LastIndex(said, " are "))
	if i > 0 && strings.EqualFold(prose.Before(said, i), "there") {
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
	return strings.Contains(between, " then ") && !prose.EndsSentence(between) && z.clause(e).Around() != text.Past
}

// labelled reports whether the day at byte offset start stands behind the label of a line of notices: "Kick-off: Sunday, 3pm", and not "Last updated: Monday".
func labelled(t string, start int) bool {
	said, ok := strings.CutSuffix(t[max(0, start-prose.LongestHeading):start], ": ")
	if !ok {
		return false
	}
	label := said[strings.LastIndexByte(said, '\n')+1:]
	if label == "" || !prose.IsUpper(label[0]) || strings.ContainsAny(label, ".:;,\"") {
		return false
	}
	words := strings.Fields(label)
	return len(words) <= longestLabel && !slices.ContainsFunc(words, func(word string) bool {
		word = strings.ToLower(word)
		return text.IsPast(word) || text.IsParticiple(word) || noLabel.Has(word)
	})
}

// noLabel are words of what stands before such a colon and announces nothing.
var noLabel = wordlist.SetOf("last from date to so and but then")

// longestLabel is how many words such a label has.
const longestLabel = 4

// behind stand before the day of what has been when something is told.
var behind = wordlist.SetOf("following despite")

// nextOne reports whether a weekday of news, which the week behind had back days ago, is the next one.
func (z *resolver) nextOne(e *expr.Expr, back int) bool {
	switch {
	case strings.EqualFold(prose.Before(z.text, e.Start), "since"): // in force since Tuesday, it will end
		return false
	case strings.HasPrefix(z.text[e.End:], "'s ") && behind.HasFold(prose.Before(z.text, e.Start)): // following Monday's meeting we can now confirm
		return false
	case z.clause(e).At() == tense.Future, programme(z.text, e.Start, e.End), back >= 4 && (beforeEvent(z.text, e.Start, e.End) || wouldBring(z.text[e.End:])):
		return true
	case back >= 7-calledOffAhead && (z.clause(e).CalledOff() || z.clause(e).CallsOff()):
		return true
	case leads(z.text, e.Start) && (looksAhead(z.text[e.End:]) || strings.HasPrefix(z.text[e.End:], " marks ")):
		return true
	case standsAhead(z.text, e.Start, e.End), labelled(z.text, e.Start):
		return true
	case z.comesThen(e):
		return true
	case leads(z.text, e.Start) && z.coming.end > 0 && z.sameParagraph(z.coming.end, e.Start) && z.clause(e).Around() == 0: // a forecast's next day: Sunday fine
		return true
	case z.coming.end > 0 && e.Start > z.coming.end && e.Start-z.coming.end <= sameBreath && !prose.EndsSentence(z.text[z.coming.end:e.Start]) && z.clause(e).Around() == 0: // a 70 percent chance on Thursday, falling to 40 percent on Friday
		return true
	case strings.HasPrefix(z.text[e.End:], "'") || !leads(z.text, e.Start) || strings.Trim(z.clause(e).Said(), " \"") != "":
		return false
	}
	return z.clause(e).Around() == text.Pres // Friday is polling day
}
