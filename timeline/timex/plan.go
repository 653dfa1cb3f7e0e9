package timex

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/text"
)

// duty is what a word of plans may say of a date still to come; see data/plans.txt.
type duty uint8

const (
	planTo duty = 1 << iota
	planDue
	planFor
	planOn
	planMoved
	planGrant
	planPresent
)

//go:embed data/plans.txt
var plansFile string

// plans holds the duties of every word of plans.
var plans = readPlans(plansFile)

func readPlans(file string) map[string]duty {
	duties := map[string]duty{"to": planTo, "due": planDue, "for": planFor, "on": planOn, "moved": planMoved, "grant": planGrant, "present": planPresent}
	words := map[string]duty{}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		var all duty
		for _, name := range strings.Split(fields[0], "+") {
			d, known := duties[name]
			if !known {
				panic(fmt.Sprintf("plans.txt:%d: %q is no duty", number+1, name))
			}
			all |= d
		}
		for _, word := range fields[1:] {
			if words[word] != 0 {
				panic(fmt.Sprintf("plans.txt:%d: %q stands twice", number+1, word))
			}
			words[word] = all
		}
	}
	return words
}

// planReach is how many bytes before an expression its plan may be told.
const planReach = 90

// aheadEnds stand right before a date that is still to come: "ahead of Friday's vote", "effective Feb. 1", "the deadline is Friday".
var aheadEnds = [...]string{" soon as ", " early as ", " later than ", " ahead of ", " until at least ", " await ", " awaits ", " awaiting ", " pending ", " payable ", " coming up ", " maybe ", " looking to ", " ahead to ", " forward to ",
	" beginning ", " starting ", " beginning on ", " starting on ", " earlier than ", " through at least ", " beginning at ", " starting at ", " effective ", " is ", " are ", " is on ", " are on ", " is at ", " are at ", " deadline of ", " this side of ", " being observed ", " being held "}

// planned reports whether the sentence before offset start places the date there ahead: by a plan ("scheduled to expire"), a request, a condition, or
// words right before the date.
func planned(t string, start int) bool {
	if due(t, start) || isCome(t, start) {
		return true
	}
	if anyOf(strings.HasSuffix, t[:start], aheadEnds[:]...) {
		return true
	}
	window := sentenceBefore(t, start, planReach)
	words := strings.Fields(window)
	if isLeaving(words) || returns(words) || setsDate(words) || orders(words) || callsFor(words) {
		return true
	}
	return toBe(window) && !thwarted(t, start) || onTheWay(window) || hoped(window) || asked(window) || stands(window) || opensThen(window) || headlinePlan(t, window, start) || conditional(t, window, start)
}

// callsFor reports whether the words before a date end in a gathering that somebody calls for, and "on": "unions called for more rallies on".
func callsFor(words []string) bool {
	n := len(words)
	if n < 4 || words[n-1] != "on" || !gatherings[words[n-2]] {
		return false
	}
	i := slices.Index(words[max(0, n-6):], "for")
	return i > 0 && strings.HasPrefix(words[max(0, n-6)+i-1], "call")
}

// gatherings are what is called for and takes place on a day.
var gatherings = wordSet("rally rallies march marches protest protests demonstration demonstrations strike strikes walkout walkouts meeting meetings session vigil boycott")

// thwarted reports whether a clause behind the day at offset start tells in the past what came between: "were to leave on Sunday, but the plane broke down".
func thwarted(t string, start int) bool {
	_, then, ok := strings.Cut(sentenceAfter(t, start, planReach), ", but ")
	if !ok {
		return false
	}
	words := strings.Fields(then)
	for k, word := range words[:min(5, len(words))] {
		if text.IsPast(word) || word == "was" || word == "were" {
			return k > 0
		}
	}
	return false
}

// onTheWay reports whether a window ends in what is told to be coming for a day: "more rain is on the way for".
func onTheWay(window string) bool {
	return anyOf(strings.HasSuffix, window, " is on the way for ", " are on the way for ", " is forecast for ", " are forecast for ", " is in store for ")
}

// hoped reports whether a window ends in the day for which a chance is told, "a 70 percent chance of rain on", or by which something was hoped for or feared: "held out hope of more
// rain by".
func hoped(window string) bool {
	clause := window[strings.LastIndexByte(window, ',')+1:]
	if anyOf(strings.Contains, clause, " percent chance of ", " likelihood of ", "put the chance of ") {
		return true
	}
	if !limits[before(window, len(window))] {
		return false
	}
	return !strings.Contains(clause, " were promised ") && anyOf(strings.Contains, clause, " hope of ", " hopes of ", " hope for ", " hopes for ", " chance of ", " prospect of ", " fears of ", " pledge of ", " promised ", " pledged ")
}

// setsDate reports whether the words before a date end in what a day is set for: "set sentencing for Sept. 9", "has set a hearing on Monday".
func setsDate(words []string) bool {
	n := len(words)
	if n < 3 || words[n-1] != "for" && words[n-1] != "on" || !sittings[words[n-2]] {
		return false
	}
	for _, word := range words[max(0, n-5) : n-2] {
		if word == "set" || word == "sets" || word == "scheduled" || word == "fixed" {
			return true
		}
	}
	return false
}

// orders reports whether the words before a date end in the limit of what somebody was told to do: "ordered him to surrender his passport by", "asked customers to turn down
// the heat until".
func orders(words []string) bool {
	if len(words) == 0 || !limits[words[len(words)-1]] && words[len(words)-1] != "before" {
		return false
	}
	n := len(words)
	if n > 3 && limits[words[n-1]] && words[n-4] == "to" && strings.HasSuffix(words[n-2], "ing") { // to merit staying until
		return true
	}
	for k, word := range words {
		if ordering[word] {
			if k+1 < n && text.IsParticiple(words[n-2]) { // ordered flags lowered until
				return true
			}
			for _, to := range words[k+1 : min(len(words), k+9)] {
				if to == "to" {
					return true
				}
			}
		}
	}
	return false
}

// ordering are verbs with which somebody is told to do something.
var ordering = wordSet("voted asked told ordered urged advised instructed directed required warned begged allowed invited")

// sittings are what a day is set for.
var sittings = wordSet("sentencing hearing hearings trial arraignment vote election elections referendum deadline date meeting appearance retrial ballot runoff")

// toBe reports whether the window has an infinitive of what was still to happen: "was scheduled to expire", "were to be switched off", "the talks, to be
// held", "with talks to begin"; and not "had been scheduled to expire", which is over.
func toBe(window string) bool {
	if i := strings.LastIndex(window, ", to be "); i >= 0 && !strings.Contains(window[i+2:], ",") {
		return true
	}
	for said := window; ; {
		i := strings.LastIndex(said, " to ")
		if i < 0 || strings.Contains(window[i:], ",") && len(said) < len(window) {
			return false
		}
		if infinitive(window, i) {
			return true
		}
		said = said[:i]
	}
}

// infinitive reports whether " to " at byte offset i of a window begins an infinitive of what was still to happen.
func infinitive(window string, i int) bool {
	if strings.HasPrefix(window[i:], " to be ") && limits[before(window, len(window))] && !strings.Contains(window, " had ") { // comments to be sent by Friday
		return true
	}
	verb := before(window, i)
	said := window[:i-len(verb)]
	switch {
	case strings.HasSuffix(said, ",") && strings.Contains(window[i:], " until ") && !strings.Contains(window[i:], ","): // a government, to serve until
		return true
	case foreseen[verb] && plans[before(said, len(said))]&planTo != 0: // expected it to pass
		return true
	case verb == "and" && strings.Contains(said, " to "): // hoped to begin again and to be back by October
		return toBe(said)
	case verb == "supposed" && (strings.HasSuffix(said, "was ") || strings.HasSuffix(said, "were ")): // and did not
		return false
	case verb == "was", verb == "were":
		return !strings.HasPrefix(window[i:], " to have ")
	case firsts[after(window, i+len(" to"))] && strings.Contains(said, "with "):
		return true
	}
	if isPluralNoun(after(window, i+len(" to"))) { // promised to families
		return false
	}
	noun := counts(strings.ToLower(before(said, len(said))))
	if noun && (verb == "plan" || verb == "plans") && closesPast(window[i:]) { // a plan to sell it collapsed in July
		return false
	}
	return plans[verb]&planTo != 0 && !strings.HasSuffix(said, "had been ") && !strings.HasSuffix(said, "had ")
}

// closesPast reports whether a window ends in a verb of the past and the preposition of a date.
func closesPast(window string) bool {
	words := strings.Fields(window)
	n := len(words)
	return n > 2 && text.IsPast(words[n-2]) && !unfinished[words[n-3]]
}

// foreseen stand between a verb of plans and what somebody or something is to do.
var foreseen = wordSet("it him her them me us you")

// asked reports whether the window asks for something or looks forward to it.
func asked(window string) bool {
	first, linked := strings.TrimLeft(window, " \"“"), false
	for _, link := range [...]string{"But ", "So ", "And ", "Just ", "Then "} {
		if rest, ok := strings.CutPrefix(first, link); ok {
			first, linked = rest, true
		}
	}
	if word := first[:wordEnd(first, 0)]; requests[strings.ToLower(word)] && (len(first) > len(word) && first[len(word)] == ' ') && (linked || isUpper(first[0]) || strings.IndexByte(window, '"') >= 0) {
		return true
	}
	return strings.HasPrefix(strings.TrimLeft(window, " "), "Please ") || strings.Contains(window, "ook forward to ") || strings.Contains(window, "ooking forward to ")
}

// requests are verbs that open a sentence to ask for something: "Ask me on Sunday morning".
var requests = wordSet("ask call come see check look wait join meet bring book ring phone tell watch")

// conditional reports whether the window before a date tells in the present what is so if or when the day has come: "if it reopens on Tuesday".
func conditional(t, window string, start int) bool {
	if !strings.HasPrefix(strings.TrimLeft(window, " \"“"), "If ") && !strings.Contains(window, " if ") && !strings.Contains(window, " when ") {
		return false
	}
	return text.TenseAround(t, start, start) == text.Pres || strings.Contains(window, " has not ") || strings.Contains(window, " have not ") ||
		strings.Contains(window, " haven't ") || strings.Contains(window, " hasn't ")
}

// headlinePlan reports whether a date ends a headline that tells in the infinitive what is to come: "Border Talks to Resume Monday".
func headlinePlan(t, window string, start int) bool {
	line, _, ok := strings.Cut(t[start:min(len(t), start+planReach)], "\n")
	return ok && !strings.ContainsAny(line, " .,") && len(window) < planReach && (strings.Contains(window, " to ") || strings.Contains(window, " To "))
}

// firsts are what an event does first or last.
var firsts = wordSet("begin start open resume close end")

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
	if plans[verb]&planDue == 0 || calledOff(t, start) {
		return false
	}
	rest := strings.TrimRight(t[:max(0, at-1-len(verb))], " \n")
	switch {
	case strings.HasSuffix(rest, "had been"):
		return false
	case at == start: // without a preposition only as a verb: "was due Sunday"
		if thing := before(rest, len(rest)); verb == "expected" && articles[before(rest, len(rest)-len(thing))] { // a crest expected Thursday
			return true
		}
		return strings.HasSuffix(rest, " was") || strings.HasSuffix(rest, " were") || strings.HasSuffix(rest, " is") || strings.HasSuffix(rest, " are")
	}
	return true
}

// articles stand before what has not been told of yet.
var articles = wordSet("a an")

// dueBy are the prepositions that may stand between such a word and the date.
var dueBy = wordSet("before by until on in at for around")

// fixed reports whether a plan with its date stands before offset start: "called a strike for Friday", "planned a march on Saturday".
func fixed(t string, start int) bool {
	d, window := planFor, sentenceBefore(t, start, planReach)
	switch said := t[:start]; {
	case strings.HasSuffix(said, " for "), strings.HasSuffix(said, " for early "), strings.HasSuffix(said, " for late "):
	case strings.HasSuffix(said, " on "):
		d = planOn
	case before(said, start) == "" || datePrepositions[before(said, start)] || strings.Contains(window, " to "):
		return false
	default: // scheduled a news conference Friday
		d = planOn
	}
	return lastOf(window, d) && !calledOff(t, start)
}

// calledOff reports whether the sentence around a date goes on to say that nothing came of the plan, as one tells when the date has come.
func calledOff(t string, start int) bool {
	return anyOf(strings.Contains, sentenceAfter(t, start, planReach), " called off", " cancelled", " canceled", " scrapped", " abandoned", " put off", " postponed", " delayed")
}

// callsOff reports whether what a day has, text[start:end], is called off before it: "has cancelled a third of Sunday's flights".
func callsOff(t string, start, end int) bool {
	if !strings.HasPrefix(t[end:], "'s ") && !strings.HasPrefix(t[end:], "’s ") {
		return false
	}
	return anyOf(strings.Contains, sentenceBefore(t, start, planReach), "cancelled ", "canceled ", "called off ", "scrapped ", "postponed ", "calls off ", "cancels ", "postpones ")
}

// toldVerbs stand between a plan and a date that is not its own: "the march they planned was held on Saturday".
var toldVerbs = wordSet("had did said told was were")

// lastOf reports whether a word of the duty stands in the window with no other told verb behind it.
func lastOf(window string, d duty) bool {
	for {
		window = strings.TrimRight(window, " \n\t")
		last := window[strings.LastIndexAny(window, " \n\t")+1:]
		if last == "" {
			return false
		}
		window = window[:len(window)-len(last)]
		switch word := strings.ToLower(strings.Trim(last, ",()\"'")); {
		case plans[word]&d != 0:
			return !determiners[strings.ToLower(before(window, len(window)))] // not "the plan for Friday", "the planned march on Friday"
		case toldVerbs[word]:
			return false
		}
	}
}

// granted reports whether a time is given until offset start: "has given them until Tuesday".
func granted(t string, start int) bool {
	if !strings.HasSuffix(t[:start], " until ") && !strings.HasSuffix(t[:start], " through ") {
		return false
	}
	window := sentenceBefore(t, start, planReach)
	for word := range strings.FieldsSeq(window) {
		if plans[strings.ToLower(word)]&planGrant != 0 || stopped[word] {
			return true
		}
	}
	if strings.Contains(window, " put off ") {
		return true
	}
	return strings.HasSuffix(window, " has until ") || strings.HasSuffix(window, " have until ")
}

// stopped are what something is until a day on which it may go on: "canceled all flights until Saturday".
var stopped = wordSet("canceled cancelled suspended closed barred banned ruled")

// leadsIn is what stands before a date at the head of its sentence.
var leadsIn = map[string]bool{"": true, "On": true, "In": true, "By": true, "From": true, "As of": true, "Starting": true, "Beginning": true}

// planFollows reports whether a plan is told behind offset end: "On Tuesday, the union plans to rally", and in a headline "Thursday walkout to go
// ahead".
func planFollows(t string, start, end int) bool {
	if line, rest, ok := strings.Cut(t[end:min(len(t), end+planReach)], "\n"); ok && (rest == "" || rest[0] == '\n') && !strings.ContainsAny(line, ".,;:") {
		if noun, _, to := strings.Cut(line, " to "); to && strings.Count(noun, " ") <= 2 && strings.HasPrefix(noun, " ") {
			return true
		}
	}
	if end >= len(t) || t[end] != ',' {
		return false
	}
	if leadsIn[strings.TrimSpace(sentenceBefore(t, start, planReach))] && strings.Contains(sentenceAfter(t, end, planReach), ", will ") { // As of December 31, the town, which was founded in 1871, will be
		return true
	}
	const planning = planTo | planPresent
	for said, rest, ok := strings.Cut(sentenceAfter(t, end, planReach), " to "); ok; said, rest, ok = strings.Cut(rest, " to ") {
		if verb := before(said, len(said)); verb == "is" || verb == "are" || plans[verb]&planning == planning { // On Wednesday, they are to leave
			return true
		}
	}
	return false
}
