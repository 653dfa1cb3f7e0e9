package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// What decides whether the bare name of a month is one: May may be a verb, March an order, and April, June and August are persons.

// bareMonth is a month's name alone with the words around it.
type bareMonth struct {
	r                *run
	e                *expr.Expr
	i, end           int    // its lexemes
	name, prev, next string // in lower case, but for next
	alone            bool   // no modifier goes with it
}

// monthFits decides on a month's name alone.
func monthFits(r *run, i, end int, e *expr.Expr) bool {
	m := bareMonth{r: r, e: e, i: i, end: end, alone: i == end-1,
		name: strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end]), prev: strings.ToLower(prose.Before(r.text, e.Start)), next: prose.After(r.text, e.End)}
	switch {
	case r.lx[i].cap && (standsAlone(r.text, e.Start, e.End) || headsEntry(r.text, e.Start, e.End)):
		return true
	case m.name != "may" && m.name != "march" && sayVerbs.Has(m.next) && m.prev != "in": // June said so, and not: who looked at it in June said so
		return false
	case m.describes():
		return true
	case e.Mod == "" && isPlace(r.text, e.End) && r.text[e.End] == ' ': // March Street, April Springs
		return false
	case m.listed(), m.prev == "as" && datedAs.HasFold(prose.Before(r.text, e.Start-len(" as"))): // as early as March
		return true
	case daysNames.Has(m.next), m.isPerson():
		return false
	}
	placed := prose.DatePrepositions.Has(m.prev) && m.prev != "and" && m.prev != "or" && m.prev != "than" || i < end-1 || i > 0 && r.has(i-1, lexicon.Ended) // the year ending March
	if m.compares() {
		return true
	}
	if e.Mod != "" && m.prev == "as" && i < end-1 || m.prev == "into" && r.lx[i].cap { // as recently as mid-May; carry the boom into May
		return true
	}
	switch m.name {
	case "may", "march":
		if m.countsIts() {
			return true
		}
		return m.isTraded() || m.isRanked() || m.isPlanned() || placed && m.prev != "the" && m.prev != "to" && m.prev != "for" && m.prev != "than" && m.prev != "as"
	case "april", "june", "august":
		return placed || m.next == "" || !prose.IsUpper(m.next[0]) || end != len(r.lx)
	}
	return true
}

// headsEntry reports whether text[start:end] is set off at the head of a line that goes on with a sentence: "MARCH. Drill spring barley", "7th. To town".
func headsEntry(text string, start, end int) bool {
	rest, ok := strings.CutPrefix(text[end:], ". ")
	return ok && start > 0 && text[start-1] == '\n' && rest != "" && prose.IsUpper(rest[0])
}

// countsIts reports whether the month with a capital stands before what is counted by months: "will release March figures", "May sales rose 2 percent".
func (m *bareMonth) countsIts() bool {
	if !m.alone || !m.r.lx[m.i].cap || !counts.Has(m.next) || !spaceAt(m.r.text, m.e.End) {
		return false
	}
	if m.prev == "" { // and not: May sales people call on you?
		verb := prose.After(m.r.text, m.e.End+1+len(m.next))
		return text.IsPast(verb) || prose.Finite.Has(verb) || counts.Has(verb)
	}
	prev := prose.Before(m.r.text, m.e.Start)
	return !prose.IsUpper(prev[0]) || prose.IsFunctionWord(prev) || prev == "But" || prev == "And"
}

// isTraded reports whether the month is the one in which what a contract names is delivered: "the contract for May delivery", "March wheat fell".
func (m *bareMonth) isTraded() bool {
	return m.alone && m.r.lx[m.i].cap && tense.Commodities.Has(m.next) && !prose.IsName(m.prev) && spaceAt(m.r.text, m.e.End)
}

// isRanked reports whether the month is set above those of other years: "the weakest May in seven years", "the wettest March since 1980".
func (m *bareMonth) isRanked() bool {
	if !m.alone || !m.r.lx[m.i].cap {
		return false
	}
	if m.prev == "" && (m.next == "was" || m.next == "is") { // March was the driest on record
		words := strings.Fields(prose.SentenceAfter(m.r.text, m.e.End, prose.SentenceReach))
		return len(words) > 2 && words[1] == "the" && (strings.HasSuffix(words[2], "est") || words[2] == "worst" || words[2] == "most")
	}
	return len(m.prev) > len("best") && strings.HasSuffix(m.prev, "est") && ranks.Has(m.next)
}

// ranks stand between what is first of its kind and where it is.
var ranks = wordlist.SetOf("in since on for")

// leadsList reports whether the month is the first of several: "for March, April and May".
func (m *bareMonth) leadsList() bool {
	r, next := m.r, m.end
	if r.word(next, "AND") || r.word(next, "OR") {
		next++
	}
	return r.has(next, lexicon.Month) && (next > m.end || r.lx[next].gap == gapComma)
}

// isPlanned reports whether something is fixed or counted for the month or moved to it: "planned for May", "orders for May", "have been pushed back to March".
func (m *bareMonth) isPlanned() bool {
	if !m.r.lx[m.end-1].cap {
		return false
	}
	switch m.prev {
	case "for":
		if m.leadsList() {
			return true
		}
		if word := prose.Before(m.r.text, m.e.Start-len(" for")); tense.Plans.Get(word)&tense.PlanFor != 0 || counts.HasFold(word) {
			return true
		}
		return dayEnds(m.r.text, m.e.End) && tense.LastOf(prose.SentenceBefore(m.r.text, m.e.Start, movedReach), tense.PlanFor) // plans the next visit for March
	case "to":
		return tense.LastOf(prose.SentenceBefore(m.r.text, m.e.Start, movedReach), tense.PlanMoved)
	}
	return false
}

// counts are what is counted by months: "orders for May come out tomorrow".
var counts = wordlist.SetOf(`orders bookings figures sales data prices deliveries shipments numbers results forecast forecasts contracts output exports imports spending payrolls
	earnings inflation production revenue unemployment employment retail industrial housing jobs jobless factory rainfall temperatures`)

// movedReach is how many bytes before a month the word may stand that moves something to it.
const movedReach = 30

// datedAs stand between "as" and "as" before a month.
var datedAs = wordlist.SetOf("early late recently ago soon")

// compares reports whether the month is told to be otherwise than another: "January and February were dreadful, and March was only a little better", and not "in February, and
// March was arrested".
func (m *bareMonth) compares() bool {
	if !m.alone || !m.r.lx[m.i].cap || m.next != "was" && m.next != "is" {
		return false
	}
	return m.r.afterMonth(m.i) && !text.IsParticiple(prose.After(m.r.text, m.e.End+1+len(m.next)))
}

// afterMonth reports whether the sentence of lexeme i has named another month shortly before.
func (r *run) afterMonth(i int) bool {
	for word := range strings.FieldsSeq(prose.SentenceBefore(r.text, r.lx[i].start, prose.SentenceReach)) {
		word = strings.Trim(word, ",\"“")
		if e, known := lexicon.Lookup(word); known && e.Class == lexicon.Month && prose.IsName(word) && e.Number != r.lx[i].number {
			return true
		}
	}
	return false
}

// describes reports whether the month stands between an article or possessive and a noun: "the May elections", and not "the March for Our Lives".
func (m *bareMonth) describes() bool {
	if m.e.Mod != "" || !m.alone || !spaceAt(m.r.text, m.e.End) {
		return false
	}
	switch m.prev {
	case "the", "a", "its", "their":
		return len(m.next) > 3 && m.next[0] >= 'a' && m.next[0] <= 'z' && !afterMonth.Has(m.next)
	}
	return false
}

// listed reports whether the month belongs to a range or a pair of months: "May–August 1950", "March and April", "from October to March", "the year to March".
func (m *bareMonth) listed() bool {
	if capital := m.r.lx[m.end-1].cap; m.r.has(m.end, lexicon.Month) {
		if g := m.r.lx[m.end].gap; g == gapHyphen || g == gapDash || g == gapSlash {
			return true
		}
	} else if capital && (m.r.word(m.end, "AND") || m.r.word(m.end, "TO")) && m.r.joined(m.end) && m.r.has(m.end+1, lexicon.Month) {
		return true
	}
	if m.i < 2 {
		return false
	}
	switch first := m.r.lx[m.i-2].class; m.prev {
	case "to":
		return (first == lexicon.Month || first == lexicon.Season || first == lexicon.Unit) && m.r.joined(m.i-1)
	case "and", "or": // between January and March, in February or March
		return first == lexicon.Month && m.r.joined(m.i) && m.r.lx[m.end-1].cap
	}
	return false
}

// isPerson reports whether the month's name is a person's: "his widow, June, who", "Kind regards, April", "Frank August said", "by April Noone".
func (m *bareMonth) isPerson() bool {
	said := m.r.text[:m.e.Start]
	if strings.HasSuffix(said, "egards, ") || strings.HasSuffix(said, "ishes, ") || strings.HasSuffix(said, "hanks, ") {
		return true
	}
	if !m.alone {
		return false
	}
	if rest := m.r.text[m.e.End:]; strings.HasPrefix(rest, ", who") && (strings.HasSuffix(said, ", ") || m.prev == "" && m.r.lx[m.i].cap) {
		return true
	}
	if prose.AnyOf(strings.HasPrefix, m.r.text[m.e.End:], " (nee ", " (née ") { // the daughter of June (nee Sefton)
		return true
	}
	if second := prose.After(m.r.text, m.e.End+len(" and")); m.next == "and" && namesBefore["given"].HasFold(second) && !prose.DatePrepositions.Has(m.prev) && strings.HasPrefix(m.r.text[m.e.End:], " and ") { // April and Tom Sommer had been due to fly home
		return true
	}
	if rest := m.r.text[m.e.End:]; m.prev == "" && (strings.HasPrefix(rest, ", our ") || strings.HasPrefix(rest, ", my ")) { // April, our drummer
		return true
	}
	if !strings.HasSuffix(said, " ") {
		return false
	}
	if prose.IsName(m.next) && !prose.DatePrepositions.Has(m.prev) && isAged(m.r.text, m.e.End+1+len(m.next)) { // was April Summers, 33, who
		return true
	}
	if m.isFamilyName() {
		return true
	}
	family, at := m.next, m.e.End
	if nameParticles.Has(family) { // by August von Gneisenau
		at += 1 + len(family)
		family = prose.After(m.r.text, at)
	}
	return nameTakers.Has(m.prev) && m.end == len(m.r.lx) && prose.IsName(family) && spaceAt(m.r.text, at) && !acts(prose.After(m.r.text, at+1+len(family))) // not: by June Russia had left
}

// isAged reports whether an age between commas follows byte offset at, as it does the name of a person in news.
func isAged(text string, at int) bool {
	age, ok := strings.CutPrefix(text[at:], ", ")
	return ok && len(age) > 2 && prose.IsDigit(age[0]) && prose.IsDigit(age[1]) && age[2] == ','
}

// nameParticles stand between a given name and a family name.
var nameParticles = wordlist.SetOf("von van de di del della la le du der ten ter")

// isFamilyName reports whether a given name stands before the month's: "Frank August, who", "when Jim August photographed it".
func (m *bareMonth) isFamilyName() bool {
	given := prose.Before(m.r.text, m.e.Start)
	if !prose.IsName(given) || prose.IsFunctionWord(given) {
		return false
	}
	if (m.next == "" || tense.SayingPast.Has(m.next) || m.next == "who") && (m.end == len(m.r.lx) || m.r.lx[m.end].gap == gapComma || m.r.lx[m.end].gap == gapOwner) && endsName(m.r.text, m.e.End) {
		return true
	}
	if second := prose.After(m.r.text, m.e.End+len(" and")); m.next == "and" && prose.IsName(second) && !prose.IsFunctionWord(second) && namesBefore["given"].HasFold(second) { // Rip August and Dawn Delaney
		return true
	}
	isGiven := m.name == "april" || m.name == "june" || m.name == "august"
	return isGiven && text.IsPast(m.next) && prose.Before(m.r.text, m.e.Start-1-len(given)) != ""
}

// spaceAt reports whether a space stands at byte offset at.
func spaceAt(text string, at int) bool { return at < len(text) && text[at] == ' ' }

// endsName reports whether what follows byte offset at may follow a person's name.
func endsName(text string, at int) bool {
	return at < len(text) && (text[at] == ',' || text[at] == '.' || text[at] == '\'' || text[at] == ' ')
}

// nameTakers are prepositions that a person's name follows as well as a month's.
var nameTakers = wordlist.SetOf("by for of and with to from")

// afterMonth are the words after which "the March" and "a May" are no month: "the March for Our Lives".
var afterMonth = wordlist.SetOf("from with into onto upon against across past over that which was were has have had through organised organized began")
