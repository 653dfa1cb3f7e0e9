package tense

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// What tells that a date is past though its clause goes on to what is to come.

// reduced reports whether the date belongs to a participle that describes who or what the clause goes on about: "two men arrested on Saturday are to appear",
// and not "the vote planned for Friday will".
func reduced(t string, start, end int) bool {
	if !prose.Finite[prose.After(t, end)] {
		return false
	}
	if prose.After(t, end) == "had" { // training runs on Thursday and Friday had left her 19th
		return true
	}
	words := strings.Fields(prose.SentenceBefore(t, start, prose.SentenceReach))
	for k := len(words) - 1; k > 0; k-- {
		switch word := words[k]; {
		case prose.Finite[word], Plans[word] != 0, word == "and" || word == "but": // it passed 44 degrees on Monday, and Saturday will be worse
			return false
		case text.IsParticiple(word):
			return !prose.Finite[words[k-1]] || words[k-1] == "were" || words[k-1] == "was"
		}
	}
	return false
}

// RelativePast reports whether the date ends a relative clause that tells something past, whatever its main clause goes on to: "the union, which suspended them on Thursday, will
// send".
func RelativePast(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], ", ") {
		return false
	}
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := max(strings.LastIndex(window, ", which "), strings.LastIndex(window, ", who "))
	if i < 0 || strings.Contains(window[i+2:], ",") || strings.Contains(window[i:], " will ") { // who won the vote of May 25 and will be sworn in on Saturday,
		return false
	}
	words := strings.Fields(window[i:])
	if n := len(words); n > 3 && Plans[words[n-1]]&PlanPresent != 0 { // which arrived last Thursday and leaves Tuesday,
		return false
	}
	return len(words) > 2 && text.IsPast(words[2]) && Plans[words[2]] == 0
}

// putForward reports whether the date ends a participle between the subject and its verb, which tells what was done before it: "the plan, put forward on Saturday, would cut".
func putForward(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], ", ") || !prose.Finite[prose.After(t, end+1)] {
		return false
	}
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	i := strings.LastIndex(window, ", ")
	if i < 0 {
		return false
	}
	for word := range strings.FieldsSeq(window[i+1:]) {
		if Plans[word] != 0 { // imposed on Saturday and due to end on Wednesday
			return false
		}
	}
	word := prose.After(window, i+1)
	return text.IsParticiple(word) || word == "put" || word == "set"
}

// hadThen reports whether what was on the date, or on it and the day behind "and", had done something: "training runs on Thursday and Friday had left her 19th"; or
// the plan for it came to nothing by another wish: "had planned to go on Sunday but changed her mind".
func hadThen(t string, start, end int) bool {
	if prose.Before(t, start) != "on" {
		return false
	}
	if second := prose.After(t, end+len(" and")); strings.HasPrefix(t[end:], " and ") && prose.IsName(second) {
		end += len(" and ") + len(second)
	}
	if but := prose.After(t, end+len(" but")); strings.HasPrefix(t[end:], " but ") && text.IsPast(but) && !ToldVerbs[but] {
		window := prose.SentenceBefore(t, start, prose.SentenceReach)
		return strings.Contains(window, " had planned ") || strings.Contains(window, " had been due ")
	}
	return strings.HasPrefix(t[end:], " had ")
}

// afterEvent reports whether the date is that of an event which something to come follows: "will play on after a draw at home on Saturday".
func afterEvent(t string, start int) bool {
	if prose.Before(t, start) != "on" {
		return false
	}
	window := prose.SentenceBefore(t, start, 2*prose.SentenceReach)
	i := strings.LastIndex(window, " after a ")
	return i >= 0 && !strings.ContainsAny(window[i:], ",") && strings.Contains(window[:i], " will ")
}

// doneThen reports whether a participle right before the date's preposition tells what had been done then: "a goal set in March", "the plan announced in May".
func doneThen(t string, start int) bool {
	if prep := prose.Before(t, start); prep != "in" && prep != "on" {
		return false
	}
	words := strings.Fields(prose.SentenceBefore(t, start, prose.SentenceReach))
	n := len(words)
	if n < 3 {
		return false
	}
	word, noun := words[n-2], words[n-3]
	if word != "set" && (!text.IsParticiple(word) || Plans[word] != 0) || prose.Finite[noun] || Passive[noun] || unfinished[noun] || noun == "having" {
		return false
	}
	return n > 3 && articles[words[n-4]]
}

// whenDone reports whether a clause on what happened on a date stands right behind it.
func whenDone(t string, end int) bool {
	rest, ok := strings.CutPrefix(t[end:], ", when ")
	if !ok {
		return false
	}
	words := strings.Fields(rest[:min(len(rest), prose.SentenceReach)])
	for k, word := range words[:min(5, len(words))] {
		if word == "supposed" || Plans[word] != 0 && k > 0 && (words[k-1] == "was" || words[k-1] == "were") { // when it was supposed to have landed
			return false
		}
		if text.IsPast(word) || SayingPast[word] {
			return k > 0 && !Passive[words[k-1]] || k > 0 && (words[k-1] == "was" || words[k-1] == "were")
		}
	}
	return false
}

// saidThen reports whether text[start:end] is the day of a saying: "said in January that prices would fall", and not "said Monday's vote".
func saidThen(t string, start, end int) bool {
	if strings.HasPrefix(t[end:], "'") {
		return false
	}
	verb, at := prose.Before(t, start), start
	if verb == "in" || verb == "on" {
		at -= len(verb) + 1
		verb = prose.Before(t, at)
	}
	return SayingPast[verb] && prose.Before(t, at-len(verb)-1) != "be" // will be announced in July
}

// DatedPast reports whether a verb of the past with no plan in it stands right before the preposition of a date, or no more than its own object
// between: "he died in December", "she raised its price in June", and not "told of cuts in June", "to be published in June", "Reissued on 8 May".
func DatedPast(t string, start int) bool {
	words := strings.Fields(prose.SentenceBefore(t, start, prose.SentenceReach))
	prep := len(words) - 1
	if prep < 1 || words[prep] != "in" && words[prep] != "on" {
		return false
	}
	for k := prep - 1; k >= max(0, prep-4); k-- {
		if word := words[k]; text.IsPast(word) {
			direct := k == prep-1 || ownObject[words[k+1]] || toldAlone(words[:prep])
			return direct && k > 0 && Plans[word] == 0 && !SayingPast[word] && !unfinished[words[k-1]]
		}
	}
	return false
}

// toldAlone reports whether the words of a sentence before its date have a verb of the past, and none that something else may be dated by: "he tore two ligaments in
// his left knee in", and not "told of cuts in".
func toldAlone(words []string) bool {
	past := false
	for _, word := range words {
		word = strings.ToLower(strings.Trim(word, ","))
		if Plans[word] != 0 || Modals[word] || SayingPast[word] || datesElse[word] {
			return false
		}
		past = past || text.IsPast(word) || word == "was" || word == "were" || word == "had"
	}
	return past
}

// datesElse are words whose object a date may belong to, and the negation.
var datesElse = prose.SetOf("to of for from not")

// HeadsPast reports whether the date that ends at offset end heads a clause that tells something past right behind its subject: "On June 4, he resigned".
func HeadsPast(t string, start, end int) bool {
	if said := t[:start]; strings.HasSuffix(said, " who in ") || strings.HasSuffix(said, " which in ") { // who in March announced
		verb := prose.After(t, end)
		return text.IsPast(verb) && Plans[verb] == 0 && !SayingPast[verb]
	}
	rest, ok := strings.CutPrefix(t[end:min(len(t), end+prose.SentenceReach)], ", ")
	if !ok || !leadsIn[strings.TrimSpace(prose.SentenceBefore(t, start, prose.SentenceReach))] {
		return false
	}
	words := strings.Fields(rest)
	for k, word := range words[:min(6, len(words))] {
		verb := strings.TrimRight(word, ".,;")
		switch {
		case Modals[verb] || Plans[verb] != 0 || verb == "to":
			return false
		case k > 0 && (text.IsPast(verb) || ToldVerbs[verb]):
			next := ""
			if k+1 < len(words) {
				next = words[k+1]
			}
			return (next != "to" || moves[verb]) && Plans[next] == 0 && !SayingPast[verb]
		case len(verb) < len(word):
			return false
		}
	}
	return false
}

// moves are verbs of the past behind which "to" says where or to whom, and not what for.
var moves = prose.SetOf("returned went came moved travelled traveled flew drove walked rode sailed marched ran retired emigrated spoke wrote fell rose climbed dropped sank")

// couldNot reports whether the sentence before offset start tells what could not be: "neither could be reached Wednesday".
func couldNot(t string, start int) bool {
	window := prose.SentenceBefore(t, start, prose.SentenceReach)
	if Limits[prose.Before(t, start)] { // told reporters that they would not be ready until February
		return false
	}
	if i := strings.LastIndex(window, " would "); i >= 0 && strings.HasPrefix(window[i:], " would not ") || strings.Contains(window, " wouldn't ") { // would not comment Wednesday
		return !strings.Contains(window, " said ")
	}
	if strings.Contains(window, " will ") || strings.Contains(window, " would ") || strings.Contains(window, " warned ") { // warned that it could not pay after Labor Day
		return false
	}
	if prose.AnyOf(strings.Contains, window, "could barely", "could hardly", "could not", "couldn't") {
		return true
	}
	if perceived(prose.SentenceAfter(t, start, prose.SentenceReach)) || perceived(window) {
		return true
	}
	i := strings.LastIndex(window, " could ")
	return i >= 0 && prose.AnyOf(strings.Contains, window[:i], "either", "o one", "obody")
}

// perceived reports whether a sentence tells what its teller heard or saw: "on the evening of the 1st of July we could hear the guns". What others could see may be to come.
func perceived(sentence string) bool {
	for rest := sentence; ; {
		i := strings.Index(rest, " could ")
		if i < 0 {
			return false
		}
		teller := prose.Before(rest, i+1)
		if senses[prose.After(rest, i+len(" could"))] && tellers[teller] {
			return true
		}
		rest = rest[i+len(" could"):]
	}
}

// tellers stand for who tells a story or a review: "at the opening one could see why".
var tellers = prose.SetOf("I We we one")

// senses are verbs of what somebody perceives.
var senses = prose.SetOf("hear see feel smell")

// Mishaps name what is not planned or has no date before it has come: the day that owns one is past, whatever is to be done about it.
var Mishaps = prose.SetOf(`attack attacks assault ambush bombing bombings blast blasts explosion explosions shooting shootings killing killings murder murders massacre
	assassination stabbing kidnapping crash collapse accident derailment sinking disaster tragedy incident earthquake quake tremor tsunami tornado flood floods
	fire blaze riot riots violence unrest clashes fighting raid raids coup plunge slump slide selloff sell-off drop losses defeat loss victory win
	close closing finish settlement session ruling verdict announcement decision revelation revelations arrest arrests death deaths resignation`)

// OwnsMishap reports whether a mishap is among the first words of a text, before its first verb or mark as far as one can tell.
func OwnsMishap(rest string) bool {
	for range 3 {
		word := rest[:prose.End(rest, 0)]
		if Mishaps[word] {
			return true
		}
		if len(word) == len(rest) || rest[len(word)] != ' ' && rest[len(word)] != '-' {
			return false
		}
		rest = rest[len(word)+1:]
	}
	return false
}

// awaiting stands before the day of what has not come yet: "awaiting Friday's ruling".
var awaiting = prose.SetOf("await awaits awaiting awaited before until till by pending expect expects expected of")

// SayingPast are the verbs of saying whose day stands right behind them, whatever they foretell.
var SayingPast = prose.SetOf("said told announced warned predicted reported declared testified wrote ruled acknowledged pledged vowed")
