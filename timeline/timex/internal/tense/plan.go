package tense

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// Duty is what a word of plans may say of a date still to come; see plans.txt.
type Duty uint16

// The duties, as the head of plans.txt says of each.
const (
	PlanTo Duty = 1 << iota
	PlanDue
	PlanFor
	PlanOn
	PlanMoved
	PlanGrant
	PlanPresent
	PlanOff
	PlanUntil
)

//go:embed plans.txt
var plansFile string

// Plans holds the duties of every word of plans; stops those of the words by which plans and other things come to a stop, PlanOff and PlanUntil.
var Plans, stops = readPlans(plansFile)

func readPlans(file string) (plans, stops wordlist.Map[Duty]) {
	duties := map[string]Duty{"to": PlanTo, "due": PlanDue, "for": PlanFor, "on": PlanOn, "moved": PlanMoved, "grant": PlanGrant, "present": PlanPresent, "off": PlanOff, "until": PlanUntil}
	words, planned, stopped := map[string]Duty{}, map[string]Duty{}, map[string]Duty{}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		var all Duty
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
			if stop := all & (PlanOff | PlanUntil); stop != 0 {
				stopped[word] = stop
			}
			if plan := all &^ (PlanOff | PlanUntil); plan != 0 {
				planned[word] = plan
			}
		}
	}
	return wordlist.MapOf(planned), wordlist.MapOf(stopped)
}

// aheadEnds stand right before a date that is still to come: "ahead of Friday's vote", "effective Feb. 1", "the deadline is Friday".
var aheadEnds = [...]string{" soon as ", " early as ", " later than ", " ahead of ", " until at least ", " await ", " awaits ", " awaiting ", " are waiting for ", " is waiting for ", " waits for ", " pending ", " payable ", " payable on ", " coming up ", " come out on ", " maybe ", " looking to ", " ahead to ", " forward to ",
	" beginning ", " starting ", " beginning on ", " starting on ", " earlier than ", " through at least ", " beginning at ", " starting at ", " effective ", " is ", " are ", " is on ", " are on ", " is at ", " are at ", " deadline of ", " this side of ", " good for ", " outlook for ", "Outlook for ", " valid until ", "Valid until ", " being observed ", " being held ", " is closed ", " are closed "}

// aheadWords are the last words of those.
var aheadWords = func() *wordlist.Set {
	var words []string
	for _, end := range aheadEnds {
		fields := strings.Fields(end)
		words = append(words, fields[len(fields)-1])
	}
	return wordlist.SetOf(strings.Join(words, " "))
}()

// planned reports whether the sentence before the date places it ahead: by a plan ("scheduled to expire"), a request, a condition, or
// words right before the date.
func (c *Clause) planned() bool {
	if c.due() || c.isCome() {
		return true
	}
	if aheadWords.Has(c.prep) && prose.AnyOf(strings.HasSuffix, c.text[:c.start], aheadEnds[:]...) {
		return !(strings.HasSuffix(c.said, " as early as ") && c.placedEarly() || prose.AnyOf(strings.HasSuffix, c.said, " beginning ", " starting ") && strings.Contains(c.said, " had ")) // had ordered them out beginning Saturday
	}
	words := c.Words()
	if isLeaving(words) || returns(words) || setsDate(words) || orders(words) || appeals(words) || callsFor(words) || expectedAt(words) {
		return true
	}
	if prose.AnyOf(strings.Contains, c.said, " had to be back ", " to stay shut ", " to stay closed ", " to remain closed ", " to remain shut ") {
		return true
	}
	return toBe(c.said) && !c.thwarted() || onTheWay(c.said) || hoped(c.said) || asked(c.said) || stands(c.said) || opensThen(c.said) || c.headlinePlan() || c.toDo() || c.conditional()
}

// placedEarly reports whether what was done as early as the date is told in the past, with no plan or possibility: "some placed orders elsewhere as early as November".
func (c *Clause) placedEarly() bool {
	for word := range strings.FieldsSeq(c.Told()) {
		if Plans.Get(word) != 0 || Modals.Has(word) || word == "to" || word == "be" || word == "is" || word == "are" {
			return false
		}
	}
	return text.TenseAround(c.text, c.start, c.start) == text.Past
}

// expectedAt reports whether the words before a date end in where something is or was expected on it: "were expected at Andrews Air Force Base", "was expected back in Warsaw on", "was
// forecast for Pittsburgh by".
func expectedAt(words []string) bool {
	n := len(words)
	if n > 0 && (words[n-1] == "on" || words[n-1] == "by") {
		n--
	}
	k := n
	for k > 0 && prose.IsName(words[k-1]) {
		k--
	}
	if k > 0 && (words[k-1] == "at" || words[k-1] == "in" || words[k-1] == "for") && k < n {
		k--
	} else if k < n {
		return false
	}
	if k > 0 && (words[k-1] == "back" || words[k-1] == "home" || words[k-1] == "there") {
		k--
	}
	return k > 1 && k < n && (words[k-1] == "expected" || words[k-1] == "forecast") && Passive.Has(words[k-2])
}

// toBe reports whether the window has an infinitive of what was still to happen: "was scheduled to expire", "were to be switched off", "the talks, to be
// held", "with talks to begin"; and not "had been scheduled to expire", which is over.
func toBe(window string) bool {
	if i := prose.LastIndex(window, ", to be "); i >= 0 && !strings.Contains(window[i+2:], ",") {
		return true
	}
	if i := prose.LastIndex(window, " to be "); i >= 0 && strings.Count(window[i:], " ") == 5 && text.IsParticiple(prose.After(window, i+len(" to be"))) && !strings.Contains(window, " had ") && !prose.AnyOf(strings.HasSuffix, window[:i], " was", " were", " supposed") { // an election to be held in
		return true
	}
	for said := window; ; {
		i := prose.LastIndex(said, " to ")
		if i >= 0 && i+len(" to ") == len(window) && prose.Before(window, i) == "agreed" { // agreed to Sunday night
			said = said[:i]
			continue
		}
		if i < 0 || strings.Contains(window[i:], ",") && len(said) < len(window) {
			return false
		}
		if _, main, ok := strings.Cut(window[i:], ", "); ok && !strings.Contains(main, ", ") { // who hopes to follow her, apologised on; had asked to hear her again, said they agreed
			if verb := main[:prose.End(main, 0)]; text.IsPast(verb) || SayingPast.Has(verb) {
				return false
			}
		}
		if pastAfter(window[i:]) { // are to reopen the case after new evidence came to light at the weekend
			return false
		}
		if infinitive(window, i) {
			return true
		}
		said = said[:i]
	}
}

// pastAfter reports whether a window ends in a clause with "after" that tells something past.
func pastAfter(window string) bool {
	i := prose.LastIndex(window, " after ")
	if i < 0 {
		return false
	}
	words := strings.Fields(window[i+len(" after "):])
	for k, word := range words {
		if k > 0 && text.IsPast(word) && !text.IsParticiple(word) {
			return true
		}
	}
	return false
}

// infinitive reports whether " to " at byte offset i of a window begins an infinitive of what was still to happen.
func infinitive(window string, i int) bool {
	if strings.HasPrefix(window[i:], " to be ") && Limits.Has(prose.Before(window, len(window))) && !strings.Contains(window, " had ") { // comments to be sent by Friday
		return true
	}
	verb := prose.Before(window, i)
	said := window[:i-len(verb)]
	for range 2 { // agreed Tuesday to roll over most loans, voted Tuesday night to close it
		day, known := lexicon.Lookup(verb)
		if !known || day.Class != lexicon.Weekday && day.Class != lexicon.Deictic && day.Class != lexicon.Part {
			break
		}
		verb = prose.Before(said, len(said))
		said = strings.TrimRight(said, " ")
		said = said[:len(said)-len(verb)]
	}
	switch {
	case strings.HasSuffix(said, ",") && strings.Contains(window[i:], " until ") && !strings.Contains(window[i:], ","): // a government, to serve until
		return true
	case foreseen.Has(verb) && Plans.Get(prose.Before(said, len(said)))&PlanTo != 0: // expected it to pass
		return true
	case verb == "and" && strings.Contains(said, " to "): // hoped to begin again and to be back by October
		return toBe(said)
	case verb == "supposed" && (strings.HasSuffix(said, "was ") || strings.HasSuffix(said, "were ")): // and did not
		return false
	case verb == "was", verb == "were", verb == "is", verb == "are":
		return !strings.HasPrefix(window[i:], " to have ")
	case firsts.Has(prose.After(window, i+len(" to"))) && strings.Contains(said, "with "):
		return true
	}
	if to := prose.After(window, i+len(" to")); prose.IsPluralNoun(to) || prose.Determiners.Has(to) { // promised to families; handed the plan to the minister
		return false
	}
	noun := Counts(strings.ToLower(prose.Before(said, len(said))))
	if noun && (verb == "plan" || verb == "plans") && closesPast(window[i:]) { // a plan to sell it collapsed in July
		return false
	}
	return Plans.Get(verb)&PlanTo != 0 && !strings.HasSuffix(said, "had been ") && !strings.HasSuffix(said, "had ")
}

// closesPast reports whether a window ends in a verb of the past and the preposition of a date.
func closesPast(window string) bool {
	words := strings.Fields(window)
	n := len(words)
	return n > 2 && text.IsPast(words[n-2]) && !unfinished.Has(words[n-3])
}

// foreseen stand between a verb of plans and what somebody or something is to do.
var foreseen = wordlist.SetOf("it him her them me us you")

// headlinePlan reports whether a date ends a headline that tells in the infinitive what is to come: "Border Talks to Resume Monday".
func (c *Clause) headlinePlan() bool {
	line, _, ok := strings.Cut(c.text[c.start:min(len(c.text), c.start+prose.SentenceReach)], "\n")
	return ok && !strings.ContainsAny(line, " .,") && len(c.said) < prose.SentenceReach && (strings.Contains(c.said, " to ") || strings.Contains(c.said, " To "))
}

// toDo reports whether the sentence of a date has no verb but the infinitive of what somebody is to do, as minutes have: "The Clerk to ring the churchwarden on Wednesday."
func (c *Clause) toDo() bool {
	words := c.Words()
	i := slices.Index(words[:min(6, len(words))], "to")
	return i > 0 && i+1 < len(words) && prose.IsName(words[0]) && !prose.IsName(words[i+1]) && !prose.IsFunctionWord(words[i+1]) && !prose.IsPluralNoun(words[i+1]) && c.Around() == 0
}

// firsts are what an event does first or last.
var firsts = wordlist.SetOf("begin start open resume close end")

// isCome reports whether "come" before the date says that it lies ahead: "come Monday, the gates will be shut", and not "the decision
// had not come Monday".
func (c *Clause) isCome() bool {
	if c.prep != "come" && c.prep != "Come" || c.text[c.start-1] != ' ' {
		return false
	}
	words := strings.Fields(prose.SentenceBefore(c.text, c.start-1-len(c.prep), prose.SentenceReach))
	for _, word := range words[max(0, len(words)-2):] {
		if perfectVerbs.HasFold(word) {
			return false
		}
	}
	return true
}

// perfectVerbs make a perfect of "come".
var perfectVerbs = wordlist.SetOf("have has had having hasn't hadn't haven't")

// due reports whether what is to happen on the date is told right before it: "not expected before Saturday", "was due Sunday", and not "had been
// planned for Tuesday", "planned for Tuesday, but put off".
func (c *Clause) due() bool {
	verb, at := c.prep, c.start
	if dueBy.Has(c.prep) {
		at = c.start - 1 - len(c.prep)
		verb = prose.Before(c.text, at)
	}
	if Plans.Get(verb)&PlanDue == 0 || c.CalledOff() {
		return false
	}
	rest := strings.TrimRight(c.text[:max(0, at-1-len(verb))], " \n")
	switch {
	case strings.HasSuffix(rest, "had been"), verb == "possible" && (strings.HasSuffix(rest, " were") || strings.HasSuffix(rest, " was")): // play was possible on Thursday
		return false
	case at == c.start: // without a preposition only as a verb: "was due Sunday"
		if thing := prose.Before(rest, len(rest)); verb == "expected" && articles.Has(prose.Before(rest, len(rest)-len(thing))) { // a crest expected Thursday
			return true
		}
		return strings.HasSuffix(rest, ",") || strings.HasSuffix(rest, " was") || strings.HasSuffix(rest, " were") || strings.HasSuffix(rest, " is") || strings.HasSuffix(rest, " are")
	}
	return true
}

// articles stand before what has not been told of yet.
var articles = wordlist.SetOf("a an")

// dueBy are the prepositions that may stand between such a word and the date.
var dueBy = wordlist.SetOf("before by until on in at for around")

// fixed reports whether a plan with its date stands before the date: "called a strike for Friday", "planned a march on Saturday".
func (c *Clause) fixed() bool {
	duty := PlanFor
	switch said := c.text[:c.start]; {
	case strings.HasSuffix(said, " for "), strings.HasSuffix(said, " for early "), strings.HasSuffix(said, " for late "):
	case strings.HasSuffix(said, " on "):
		duty = PlanOn
	case c.prep == "" || prose.DatePrepositions.Has(c.prep) || strings.Contains(c.said, " to "):
		return false
	default: // scheduled a news conference Friday
		duty = PlanOn
	}
	return LastOf(c.said, duty) && !c.CalledOff() && !cameThen(c.Words())
}

// fixedNow reports whether the present perfect right before the date fixes a plan for it: "has been rescheduled for November".
func (c *Clause) fixedNow() bool {
	if !strings.HasSuffix(c.text[:c.start], " for ") {
		return false
	}
	words := c.Words()
	n := len(words)
	return n > 3 && words[n-1] == "for" && Plans.Get(words[n-2])&PlanFor != 0 && words[n-3] == "been" && (slices.Contains(words[max(0, n-5):], "has") || slices.Contains(words[max(0, n-5):], "have")) && !c.CalledOff()
}

// cameThen reports whether the words before a date end in another verb of what the plan was for, done on the day behind it: "promised for the 1st and landed on".
func cameThen(words []string) bool {
	n := len(words)
	return n > 3 && words[n-1] == "on" && words[n-3] == "and" && text.IsPast(words[n-2]) && Plans.Get(words[n-2]) == 0
}

// ToldVerbs stand between a plan and a date that is not its own: "the march they planned was held on Saturday".
var ToldVerbs = wordlist.SetOf("had did said told was were")

// LastOf reports whether a word of the duty stands in the window with no other told verb behind it. A plan that something is told of, "the peace plan that he
// handed over on Monday", is none.
func LastOf(window string, d Duty) bool {
	for next := ""; ; {
		window = strings.TrimRight(window, " \n\t")
		last := window[strings.LastIndexAny(window, " \n\t")+1:]
		if last == "" {
			return false
		}
		window = window[:len(window)-len(last)]
		word := strings.ToLower(strings.Trim(last, ",()\"'"))
		switch {
		case Plans.Get(word)&d != 0 && next == "that" && !text.IsPast(word):
			return false
		case Plans.Get(word)&d != 0:
			return !prose.Determiners.HasFold(prose.Before(window, len(window))) && !prose.AnyOf(strings.HasSuffix, window, "'s ", "s' ") // not "the plan for Friday", "the planned march on Friday", "Tidewater's close of $61 Monday"
		case ToldVerbs.Has(word):
			return false
		}
		next = word
	}
}

// granted reports whether a time is given until the date: "has given them until Tuesday".
func (c *Clause) granted() bool {
	if !strings.HasSuffix(c.text[:c.start], " until ") && !strings.HasSuffix(c.text[:c.start], " through ") {
		return false
	}
	for _, word := range c.Words() {
		if word = strings.ToLower(word); Plans.Get(word)&PlanGrant != 0 || stops.Get(word)&PlanUntil != 0 {
			return true
		}
	}
	return strings.Contains(c.said, " put off ") || prose.AnyOf(strings.HasSuffix, c.said, " has until ", " have until ")
}

// leadsIn is what stands before a date at the head of its sentence.
var leadsIn = map[string]bool{"": true, "On": true, "In": true, "By": true, "From": true, "As of": true, "Starting": true, "Beginning": true}

// planFollows reports whether a plan is told behind offset end: "On Tuesday, the union plans to rally", and in a headline "Thursday walkout to go
// ahead".
func (c *Clause) planFollows() bool {
	if line, rest, ok := strings.Cut(c.text[c.end:min(len(c.text), c.end+prose.SentenceReach)], "\n"); ok && (rest == "" || rest[0] == '\n') && !strings.ContainsAny(line, ".,;:") {
		if noun, _, to := strings.Cut(line, " to "); to && strings.Count(noun, " ") <= 2 && strings.HasPrefix(noun, " ") {
			return true
		}
	}
	if c.end >= len(c.text) || c.text[c.end] != ',' {
		return false
	}
	if leadsIn[strings.TrimSpace(c.said)] && strings.Contains(c.after(c.end), ", will ") { // As of December 31, the town, which was founded in 1871, will be
		return true
	}
	if head := strings.TrimSpace(c.said); head != "" && strings.Contains(head, " ") { // bought the rights on Friday, hours before the jury met, and plans to release it
		return false
	}
	const planning = PlanTo | PlanPresent
	for said, rest, ok := strings.Cut(c.after(c.end), " to "); ok; said, rest, ok = strings.Cut(rest, " to ") {
		if verb := prose.Before(said, len(said)); verb == "is" || verb == "are" || Plans.Get(verb)&planning == planning { // On Wednesday, they are to leave
			return true
		}
	}
	return false
}
