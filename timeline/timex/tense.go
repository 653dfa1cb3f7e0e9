package timex

import (
	"strings"

	"dateline/timeline/text"
)

// tense is where the clause around an expression places it.
type tense int8

const (
	pastTense   tense = -1
	unclear     tense = 0
	futureTense tense = 1
)

// tenseAt tells the tense of the clause around text[start:end], by text.TenseAround, which needs neither tags nor a tree. A plan
// told in the past still lies ahead: "they planned to leave on Thursday", "as early as Tuesday".
func tenseAt(t string, start, end int) tense {
	if fixed(t, start) {
		return futureTense
	}
	return yearTense(t, start, end)
}

// yearTense is tenseAt for a date that lacks its year. What was fixed for it may have come and gone since: "they called a strike for
// April 22, but cancelled it".
func yearTense(t string, start, end int) tense {
	if rest := t[end:]; strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") {
		end += strings.IndexByte(rest, ' ') // the possessive is no "is"
	}
	tense := text.TenseAround(t, start, end)
	switch {
	case saidThen(t, start, end):
		return pastTense
	case planned(t, start) || granted(t, start) || planFollows(t, end):
		return futureTense
	case tense == text.Past || tense == text.Fut && couldNot(t, start):
		return pastTense
	case tense == text.Fut, tense != text.Past && scheduled(t, start):
		return futureTense
	case tense == text.Pres && limits[before(t, start)]: // suspended until Thursday
		return futureTense
	}
	return unclear
}

// limits are the prepositions of a date up to which what is so now goes on, or must be done.
var limits = wordSet("until till by")

// sayingPast are the verbs of saying whose day stands right behind them, whatever they foretell.
var sayingPast = wordSet("said told announced warned predicted reported declared testified wrote ruled acknowledged pledged vowed")

// saidThen reports whether text[start:end] is the day of a saying: "said in January that prices would fall", and not "said Monday's vote".
func saidThen(t string, start, end int) bool {
	if strings.HasPrefix(t[end:], "'") || strings.HasPrefix(t[end:], "’") {
		return false
	}
	verb := before(t, start)
	if verb == "in" || verb == "on" {
		verb = before(t, start-len(verb)-1)
	}
	return sayingPast[verb]
}

// planWords come before the infinitive of what is still to happen.
var planWords = wordSet(`planned plans planning plan set scheduled expected expects due agreed agrees ready supposed slated wants wanted hopes hoped vowed promised
	ordered asked intends intended prepared preparing likely urged invited proposed pledged decided deadline forced threatened bound`)

// planReach is how many bytes before an expression its plan may be told.
const planReach = 90

// planned reports whether "to" and a verb after a plan word ("scheduled to expire"), or "as early as" and the like, stand before offset start in
// its sentence.
func planned(t string, start int) bool {
	said := t[:start]
	if due(t, start) || isCome(t, start) {
		return true
	}
	for _, ahead := range [...]string{" soon as ", " early as ", " ahead of ", " effective ", " is ", " are "} { // ahead of Friday's vote; effective Feb. 1; the deadline is Friday
		if strings.HasSuffix(said, ahead) {
			return true
		}
	}
	window := sentenceBefore(t, start, planReach)
	if i := strings.LastIndex(window, ", to be "); i >= 0 && !strings.Contains(window[i+2:], ",") { // the talks, to be held on Friday
		return true
	}
	i := strings.LastIndex(window, " to ")
	if i < 0 {
		return false
	}
	verb := before(window, i)
	if (verb == "was" || verb == "were") && !strings.HasPrefix(window[i:], " to have ") { // pumps were to be switched off on Wednesday
		return true
	}
	return planWords[verb] && !strings.HasSuffix(window[:i-len(verb)], "had been ") // "had been scheduled to expire" is over
}

// isCome reports whether "come" before the date at offset start says that it lies ahead: "come Monday, the gates will be shut", and not "the decision
// had not come Monday".
func isCome(t string, start int) bool {
	come := before(t, start)
	if come != "come" && come != "Come" || t[start-1] != ' ' {
		return false
	}
	words := strings.Fields(sentenceBefore(t, start-1-len(come), planReach))
	for _, word := range words[max(0, len(words)-2):] {
		if perfectVerbs[strings.ToLower(word)] {
			return false
		}
	}
	return true
}

// perfectVerbs make a perfect of "come".
var perfectVerbs = wordSet("have has had having hasn't hadn't haven't")

// due reports whether what is to happen on the date at offset start is told right before it: "not expected before Saturday", "was due Sunday", and not "had been
// planned for Tuesday", "planned for Tuesday, but put off".
func due(t string, start int) bool {
	prep := before(t, start)
	verb, at := prep, start
	if dueBy[prep] {
		at = start - 1 - len(prep)
		verb = before(t, at)
	}
	if !duePlans[verb] || calledOff(t, start) {
		return false
	}
	rest := strings.TrimRight(t[:max(0, at-1-len(verb))], " \n")
	switch {
	case strings.HasSuffix(rest, "had been"):
		return false
	case at == start: // without a preposition only as a verb: "was due Sunday"
		return strings.HasSuffix(rest, " was") || strings.HasSuffix(rest, " were") || strings.HasSuffix(rest, " is") || strings.HasSuffix(rest, " are")
	}
	return true
}

// duePlans say right before a preposition and a date that something is to happen then.
var duePlans, dueBy = wordSet("expected due scheduled slated planned"), wordSet("before by until on in at for around")

// scheduleVerbs tell in the present what a programme or a law has for a date to come: "the match starts on Saturday".
var scheduleVerbs = wordSet(`begins begin starts start opens open ends end closes close expires expire runs run takes take kicks kick arrives arrive leaves leave departs depart
	turns plans plan intends anticipates expects expect hopes hope aims aim meets meet faces face hosts host returns return goes go resumes resume lapses lapse matures mature retires retire airs premieres plays play votes vote`)

// scheduled reports whether the verb before offset start is one of a programme, told in the present.
func scheduled(t string, start int) bool {
	found := false
	for word := range strings.FieldsSeq(sentenceBefore(t, start, planReach)) {
		found = scheduleVerbs[word] || found && !toldVerbs[word]
	}
	return found
}

// fixed reports whether a plan with its date stands before offset start: "called a strike for Friday", "planned a march on Saturday".
func fixed(t string, start int) bool {
	verbs := fixWords
	switch said := t[:start]; {
	case strings.HasSuffix(said, " for "), strings.HasSuffix(said, " for early "), strings.HasSuffix(said, " for late "):
	case strings.HasSuffix(said, " on "):
		verbs = planVerbs
	case strings.HasSuffix(said, " to "):
		verbs = moveWords
	default:
		return false
	}
	return lastOf(sentenceBefore(t, start, planReach), verbs) && !calledOff(t, start)
}

// calledOff reports whether the sentence around a date goes on to say that nothing came of the plan, as one tells when the date has come.
func calledOff(t string, start int) bool {
	window := t[start:min(len(t), start+planReach)]
	if i := strings.IndexAny(window, ".;?!\n"); i >= 0 {
		window = window[:i]
	}
	for _, end := range [...]string{" called off", " cancelled", " canceled", " scrapped", " abandoned", " put off", " postponed", " delayed"} {
		if strings.Contains(window, end) {
			return true
		}
	}
	return false
}

var (
	// fixWords are the verbs of what is fixed for a date.
	fixWords = wordSet("called calls call scheduled schedule set planned plan plans planning announced fixed arranged proposed booked ordered declared postponed moved rescheduled slated due organized organised")
	// planVerbs are those that also take a bare date for their plan: "planned a march on Saturday".
	planVerbs = wordSet("planned planning scheduled")
	// moveWords take "to" for the date that something is put off to.
	moveWords = wordSet("postponed moved rescheduled delayed adjourned deferred pushed")
	// toldVerbs stand between a plan and a date that is not its own: "the march they planned was held on Saturday".
	toldVerbs = wordSet("had did said told")
)

// determiners stand before nouns and their adjectives.
var determiners = wordSet("the a an this that these those his her its their our my your no any some")

// lastOf reports whether one of the words stands in the window with no other told verb behind it.
func lastOf(window string, verbs words) bool {
	for {
		window = strings.TrimRight(window, " \n\t")
		last := window[strings.LastIndexAny(window, " \n\t")+1:]
		if last == "" {
			return false
		}
		window = window[:len(window)-len(last)]
		switch word := strings.ToLower(strings.Trim(last, ",()\"'")); {
		case verbs[word]:
			return !determiners[strings.ToLower(before(window, len(window)))] // not "the plan for Friday", "the planned march on Friday"
		case toldVerbs[word]:
			return false
		}
	}
}

// grantWords give somebody time until a date.
var grantWords = wordSet("given gave give gives deadline extended extend extends extension postponed delayed ultimatum")

// granted reports whether a time is given until offset start: "has given them until Tuesday".
func granted(t string, start int) bool {
	if !strings.HasSuffix(t[:start], " until ") && !strings.HasSuffix(t[:start], " through ") {
		return false
	}
	window := sentenceBefore(t, start, planReach)
	for word := range strings.FieldsSeq(window) {
		if grantWords[strings.ToLower(word)] {
			return true
		}
	}
	return strings.HasSuffix(window, " has until ") || strings.HasSuffix(window, " have until ")
}

// planFollows reports whether a plan is told behind offset end: "On Tuesday, the league plans to hold a rally".
func planFollows(t string, end int) bool {
	if end >= len(t) || t[end] != ',' {
		return false
	}
	window := t[end:min(len(t), end+planReach)]
	if i := strings.IndexAny(window, ".;?!\n"); i >= 0 {
		window = window[:i]
	}
	for _, verb := range [...]string{" plans to ", " plan to ", " expects to ", " expect to ", " intends to ", " intend to ", " hopes to ", " hope to ", " aims to "} {
		if strings.Contains(window, verb) {
			return true
		}
	}
	return false
}

// couldNot reports whether the sentence before offset start tells what could not be: "neither could be reached Wednesday".
func couldNot(t string, start int) bool {
	window := sentenceBefore(t, start, planReach)
	if strings.Contains(window, " will ") || strings.Contains(window, " would ") {
		return false
	}
	if strings.Contains(window, "could not") || strings.Contains(window, "couldn't") || strings.Contains(window, "couldn’t") {
		return true
	}
	i := strings.LastIndex(window, " could ")
	return i >= 0 && (strings.Contains(window[:i], "either ") || strings.Contains(window[:i], "o one") || strings.Contains(window[:i], "obody"))
}

// sentenceBefore is what stands before offset start in its sentence, no more than reach bytes.
func sentenceBefore(t string, start, reach int) string {
	first := max(0, start-reach)
	for k := start - 1; k >= first; k-- {
		switch t[k] {
		case '.', ';', '?', '!', '\n', '"':
			return t[k+1 : start]
		}
	}
	return t[first:start]
}
