// Package tense tells on which side of the time of writing a date of a text lies, by the words of its sentence: the tense of the governing verb, plans and
// appointments (plan.go, plans.txt), programmes told in the present (programme.go), requests and orders (request.go), and what of all that came to
// nothing (undone.go); past.go has what tells that a date is past though its clause goes on.
package tense

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// Tense is where the clause around an expression places it.
type Tense int8

const (
	Happened Tense = -2 // past, and what was done then stands right before its date
	Past     Tense = -1
	Unclear  Tense = 0
	Future   Tense = 1
)

// untilAside is the text up to the quotation mark or the apposition that stands right behind a date: who said so tells nothing of what was said. What a date at the head
// of its sentence is of comes behind the apposition.
func untilAside(t string, start, end int) string {
	rest := t[end:]
	if prose.AnyOf(strings.HasPrefix, rest, ",\"", ",”") || prose.AnyOf(strings.HasPrefix, rest, ", a ", ", an ") && strings.Count(prose.SentenceBefore(t, start, prose.SentenceReach), " ") > 3 { // the cell cracked Friday, a mishap that will put it back
		return t[:end+1]
	}
	return t
}

// At tells the tense of the clause around text[start:end], by text.TenseAround, which needs neither tags nor a tree. A plan
// told in the past still lies ahead: "they planned to leave on Thursday", "as early as Tuesday".
func At(t string, start, end int) Tense {
	if prose.After(t, end) == "that" && t[end] == ' ' { // told them on Tuesday that it may turn
		t = t[:end]
	}
	t = untilAside(t, start, end)
	if reduced(t, start, end) || RelativePast(t, start, end) || putForward(t, start, end) || afterEvent(t, start) || byThen(t, start, end, pastAuxiliaries) || hadThen(t, start, end) {
		return Past
	}
	if prose.AnyOf(strings.HasPrefix, t[end:], ", if ", " at the earliest", " at the latest", " at the soonest", " at best") || modalFollows(t, start, end) || votes(t, start) || fixed(t, start) || bounds[prose.Before(t, start)] && !strings.HasPrefix(t[end:], "'") && bounded(t, start, end) { // on sale from Thursday, Before Friday do not lend
		return Future
	}
	return WithoutYear(t, start, end)
}

// bounds are prepositions of a day from or up to which something is so.
var bounds = prose.SetOf("from From Before By Until")

// bounded reports whether the day behind such a preposition lies ahead: what is so from it is told in the present, or at the head of a sentence nothing past is told.
func bounded(t string, start, end int) bool {
	switch text.TenseAround(t, start, end) {
	case text.Pres:
		return true
	case text.Past:
		said := prose.SentenceBefore(t, start, prose.SentenceReach)
		return warns(said) || prose.AnyOf(strings.Contains, said, " were told to ", " were ordered to ", " been told to ", " been ordered to ") // told to leave from Wednesday
	case 0:
		return prose.IsUpper(prose.Before(t, start)[0]) || strings.TrimSpace(prose.SentenceAfter(t, end, prose.SentenceReach)) == ""
	}
	return false
}

// warns reports whether a sentence tells of a forecast or a warning, which are of what is to come: "issued a flood warning from 11 a.m. Friday".
func warns(sentence string) bool {
	return prose.AnyOf(strings.Contains, sentence, " warning", " watch ", " advisory", " forecast ")
}

// modalFollows reports whether who will do something stands right behind a date that begins its clause: "by Friday we may learn"; or who owns it will:
// "Sunday's marathon, the mayor said, will go ahead".
func modalFollows(t string, start, end int) bool {
	window := prose.SentenceAfter(t, end, prose.SentenceReach)
	if said, rest, ok := strings.Cut(strings.TrimPrefix(window, ", "), " said, "); ok && strings.Count(said, " ") <= 1 && strings.HasPrefix(window, ", ") { // On Tuesday, she said, she will be
		words := strings.Fields(rest)
		return len(words) > 1 && Modals[words[1]]
	}
	if strings.HasPrefix(window, "'s ") {
		return strings.Contains(window, ", will ") || strings.Contains(window, " said, will ")
	}
	return byThen(t, start, end, Modals)
}

// byThen reports whether the date at offset start begins with "by" a clause whose first verb is of the set.
func byThen(t string, start, end int, verbs map[string]bool) bool {
	if prep := prose.Before(t, start); prep != "by" && prep != "By" {
		return false
	}
	words := strings.Fields(prose.SentenceAfter(t, end, prose.SentenceReach))
	for k, word := range words[:min(4, len(words))] {
		if verbs[word] {
			return k > 0
		}
	}
	return false
}

var (
	// Modals are verbs of what is to come.
	Modals = prose.SetOf("will may might should could would")
	// pastAuxiliaries are verbs of what was so or done by then.
	pastAuxiliaries = prose.SetOf("had was were couldn't wouldn't")
)

// WithoutYear is At for a date that lacks its year. What was fixed for it may have come and gone since: "they called a strike for
// April 22, but cancelled it".
func WithoutYear(t string, start, end int) Tense {
	t = untilAside(t, start, end)
	if rest := t[end:]; strings.HasPrefix(rest, "'s ") {
		end += strings.IndexByte(rest, ' ') // the possessive is no "is"
		if !awaiting[prose.Before(t, start)] && OwnsMishap(t[end+1:]) {
			return Past
		}
	}
	tense := text.TenseAround(t, start, end)
	switch {
	case wasPlanned(t, start):
		return Unclear
	case prose.AnyOf(strings.HasSuffix, t[:start], "Back in ", ", back in ", " from back in ") && tense != text.Pres: // back in May you could hear the ushers
		return Past
	case fixedNow(t, start):
		return Future
	case couldBy(t, start), strings.Contains(prose.ClauseBefore(t, start), " will have "): // will have closed by Monday
		return Future
	case prose.Before(t, start) == "follows": // the move follows Tuesday's declaration
		return Past
	case afterEvents(t, start): // the fourth this year, after cuts in January
		return Past
	case sinceEvent(t, start): // stalled since a vote on Sept. 27, faces
		return Past
	case delivers(t, start, end):
		return Future
	case prose.AnyOf(strings.HasSuffix, t[:start], " to last until ", " put off to "), lasts(t, start), fallsThen(t, start), schedules(t, start):
		return Future
	case doneThen(t, start):
		return Past
	case whenDone(t, end): // agreed to free them on Wednesday, when the envoy delivered a letter
		return Past
	case saidThen(t, start, end), byThen(t, start, end, pastAuxiliaries): // by the end of February they had sold
		return Past
	case strings.HasSuffix(t[:start], " to ") && LastOf(prose.SentenceBefore(t, start, prose.SentenceReach), PlanMoved) && !CalledOff(t, start): // moved to Nov. 30
		return Future
	case planned(t, start) || granted(t, start) || planFollows(t, start, end):
		return Future
	case tense == text.Past && scheduledNow(t, start):
		return Future
	case tense == text.Past || tense == text.Fut && couldNot(t, start):
		return Past
	case tense == text.Fut && compared(t, start): // will pay more than it bid in January
		return Unclear
	case tense == text.Fut, tense != text.Past && Scheduled(t, start):
		return Future
	case Limits[prose.Before(t, start)] && (tense == text.Pres || tense == 0 && prose.Before(t, start) != "by"), tense == 0 && prose.Before(t, start) == "by" && strings.Count(prose.SentenceBefore(t, start, prose.SentenceReach), " ") > 3: // suspended until Thursday; we see 8 percent by the third quarter
		return Future
	}
	return Unclear
}

// afterEvents reports whether the date at offset start is that of what the clause is told to come after, with no plan or possibility in the sentence: "after quarter-point cuts in January".
func afterEvents(t string, start int) bool {
	if prep := prose.Before(t, start); prep != "in" && prep != "on" {
		return false
	}
	_, then, ok := strings.Cut(prose.ClauseBefore(t, start), " after ")
	if !ok || strings.Contains(then, " to ") {
		return false
	}
	for word := range strings.FieldsSeq(prose.SentenceBefore(t, start, prose.SentenceReach)) {
		if Modals[word] {
			return false
		}
	}
	for word := range strings.FieldsSeq(then) {
		if Plans[word] != 0 && !prose.DatePrepositions[word] {
			return false
		}
	}
	return true
}

// sinceEvent reports whether the date at offset start is that of an event since which something is so: "stalled since a regional vote on Sept. 27".
func sinceEvent(t string, start int) bool {
	if prose.Before(t, start) != "on" {
		return false
	}
	clause := prose.ClauseBefore(t, start)
	i := strings.LastIndex(clause, " since ")
	return i >= 0 && prose.Determiners[prose.After(clause, i+len(" since"))] && strings.Count(clause[i:], " ") <= 7
}

// couldBy reports whether the date is one by which something could or may be done: "makers could start producing doses by mid-July, later than was hoped".
func couldBy(t string, start int) bool {
	if prose.Before(t, start) != "by" {
		return false
	}
	clause := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := max(strings.LastIndex(clause, " could "), strings.LastIndex(clause, " may "), strings.LastIndex(clause, " might "))
	return i >= 0 && !strings.ContainsAny(clause[i:], ",") && !strings.Contains(clause[i:], " have ")
}

// lasts reports whether what has been so is to go on until the date at offset start: "a reward has been offered until".
func lasts(t string, start int) bool {
	if prose.Before(t, start) != "until" && prose.Before(t, start) != "till" {
		return false
	}
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := max(strings.LastIndex(window, " has been "), strings.LastIndex(window, " have been "))
	if i < 0 || strings.Count(window[i:], " ") > 6 || strings.Contains(window[i:], ",") {
		return false
	}
	been := i + strings.Index(window[i:], " been ") + len(" been")
	return text.IsParticiple(prose.After(window, been)) // and not: has been fine until
}

// compared reports whether the date at offset start belongs to a comparison behind the verb of its sentence.
func compared(t string, start int) bool {
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := strings.LastIndex(window, " than ")
	if i < 0 {
		return false
	}
	for word := range strings.FieldsSeq(window[i:]) {
		if Modals[word] {
			return false
		}
	}
	return strings.Count(window[i:], " ") > 3 // and not: later than in January
}

// wasPlanned reports whether a date was the plan of a time before, of which it may lie on either side: "had been scheduled for 19 January".
func wasPlanned(t string, start int) bool {
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := strings.LastIndex(window, " had been ")
	if i < 0 {
		return false
	}
	words := strings.Fields(window[i+len(" had been "):])
	return len(words) == 2 && Plans[words[0]]&PlanDue != 0 && (words[1] == "for" || words[1] == "on")
}

var (
	// ownObject begins an object that is no event of its own.
	ownObject = prose.SetOf("its his her their my our up down out off over away back")
	// unfinished stands before a participle that is not past.
	unfinished = prose.SetOf("be is are being get gets to not never")
)

// Limits are the prepositions of a date up to which what is so now goes on, or must be done.
var Limits = prose.SetOf("until till by")

// Outright reports whether the month at offset start is the time of what is to be, by its preposition: "back by October", "will begin in October", "expires in
// October", and not "will report orders for October".
func Outright(t string, start int) bool {
	switch prose.Before(t, start) {
	case "by", "until", "till", "before":
		return true
	case "in":
		if fallsThen(t, start) || prose.AnyOf(strings.HasSuffix, t[:start], " is in ", " are in ") {
			return true
		}
		window := prose.SentenceBefore(t, start, prose.SentenceReach)
		modal := max(strings.LastIndex(window, " will "), strings.LastIndex(window, " should "))
		return modal >= 0 && !strings.Contains(window[modal:], ",")
	}
	return false
}

// Passive are the auxiliaries of the passive.
var Passive = prose.SetOf("is are was were be been being")
