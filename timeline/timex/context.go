package timex

import (
	"strings"
)

// fits reports whether a weak expression is a time expression where it stands: lexemes i to end.
func fits(r *run, i, end int, e *expr) bool {
	check, ok := contexts[e.rule]
	if !ok || !e.weak {
		return true
	}
	return check(r, i, end, e)
}

// contexts hold, by rule, what decides about its weak expressions.
var contexts map[string]func(r *run, i, end int, e *expr) bool

func init() {
	contexts = map[string]func(r *run, i, end int, e *expr) bool{
		ruleYear:       yearFits,
		ruleMonth:      monthFits,
		ruleSeason:     seasonFits,
		ruleClock:      clockFits,
		rulePartOfDay:  partFits,
		ruleQuarter:    halfFits,
		ruleBarePlural: pluralFits,
		ruleAdverb:     adverbFits,
		ruleTheUnit:    theUnitFits,
		ruleDay:        dayFits,
		ruleAUnit:      aUnitFits,
		ruleWeekday:    weekdayFits,
		ruleHoliday:    holidayFits,
		ruleReference: func(r *run, i, end int, e *expr) bool {
			if r.has(i, classRef) {
				if r.nextWord(i+1, "AS") {
					return false // as recently as 2009
				}
				return !(r.word(i+1, "AND") && (r.has(i+2, classThen) || after(r.text, r.lx[i+1].end) == "again")) // every now and again
			}
			if r.joined(end) && pastCounted[r.lx[end].class] {
				return false // the past three summers
			}
			return after(r.text, e.end) == "" || end < len(r.lx) || e.end-e.start > 6
		},
	}
}

// pastCounted are the classes of words that "the past" belongs to when they follow it.
var pastCounted = map[class]bool{classNum: true, classInt: true, classMany: true, classScale: true, classHalf: true, classOrd: true, classUnit: true, classSeason: true, classMonth: true, classWeekday: true}

// set of words
type words map[string]bool

func wordSet(list string) words {
	w := words{}
	for _, f := range strings.Fields(list) {
		w[f] = true
	}
	return w
}

// anyOf reports whether one of the parts stands to s as rel says: strings.HasPrefix, strings.HasSuffix, strings.Contains.
func anyOf(rel func(s, part string) bool, s string, parts ...string) bool {
	for _, part := range parts {
		if rel(s, part) {
			return true
		}
	}
	return false
}

var (
	// datePrepositions are what a year or month alone follows.
	datePrepositions = wordSet("in of since by from until till to through during before after between and the for late early mid around about circa throughout as than or this last next every each")
	// determiners stand before nouns and their adjectives.
	determiners = wordSet("the a an this that these those his her its their our my your no any some")
)

// dayCounts are nouns that a number of two digits counts even behind a month's name: "March 3 miles north".
var dayCounts = wordSet("people men women children miles kilometres kilometers feet metres meters yards percent")

// aUnitFits refuses the adjective "minute".
func aUnitFits(r *run, i, end int, e *expr) bool {
	next := after(r.text, e.end)
	if before(r.text, e.start) == "such" || e.amount.unit == "D" && next == "of" && givenDays[before(r.text, e.start)] { // such a day, declared a day of mourning
		return false
	}
	if e.amount.unit == "H" && speeds[before(r.text, e.start)] {
		return false
	}
	return e.amount.unit != "M" || end < len(r.lx) && r.joined(end) || next == "" || r.text[e.end] != ' ' || afterDay[next] || next == "of" || next == "or"
}

// givenDays stand before a day that is declared or kept as one of something.
var givenDays = wordSet("declared as proclaimed called")

// speeds are what goes or flows in an hour: "60 miles an hour" says how fast.
var speeds = wordSet("mile miles kilometre kilometres kilometer kilometers km knots feet metres meters inches litres liters gallons")

// weekdayFits refuses what is done on such days: "Sunday school".
func weekdayFits(r *run, i, end int, e *expr) bool {
	return !weekdayKinds[after(r.text, e.end)] && !isPlace(r.text, e.end) && !opensWithName(r.text, e.start, e.end)
}

// isPlace reports whether the word behind byte offset at makes a place of the day before it: "Easter Road", "Thursday Island".
func isPlace(text string, at int) bool {
	next := after(text, at)
	return text[at:] != "" && (isStreet(text, at) || places[next])
}

// places end the names of places that begin with a day's or a month's.
var places = wordSet("Island Islands Bay River Springs Creek Falls Hill Hills Lake Valley")

// opensWithName reports whether a weekday, text[start:end], and a name behind it open a sentence and do something, as a person does: "Wednesday
// Addams is the youngest", and not "Wednesday, Addams said".
func opensWithName(text string, start, end int) bool {
	if start > 0 && text[start-1] != '\n' && !strings.HasSuffix(text[:start], ". ") {
		return false
	}
	name := after(text, end)
	if !isName(name) || text[end] != ' ' || isFunctionWord(name) {
		return false
	}
	verb := after(text, end+1+len(name))
	return verb != "" && !isUpper(verb[0]) && text[end+1+len(name)] == ' '
}

// acts reports whether a word shows the name before it to do something, in the month before that.
func acts(word string) bool { return auxiliaries[word] || strings.HasSuffix(word, "ed") }

var auxiliaries = wordSet("had was were has have would will could did is are")

// holidayFits refuses what is only named after a holiday: "Christmas tree", "the Good Friday agreement".
func holidayFits(r *run, i, end int, e *expr) bool {
	return !holidayKinds[strings.ToLower(after(r.text, e.end))] && !isPlace(r.text, e.end)
}

var holidayKinds = wordSet("tree trees card cards carol carols egg eggs bunny island islands stocking stockings pudding cake turkey costume costumes agreement accord accords resolution resolutions")

var weekdayKinds = wordSet("school schools best roast roasts driver paper papers newspaper newspapers")

// sayVerbs are what persons do, and no months: "June smiled".
var sayVerbs = wordSet("said says told tells smiled smiles laughed asked replied thinks thought nodded")

// daysNames are what takes its name from a day: "the Jan 6 committee", "the 22 October Group".
var daysNames = wordSet("committee commission panel defendants group movement Movement Group Front Brigade Brigades")

func seasonFits(r *run, i, end int, e *expr) bool {
	if e.mod != "" {
		return true
	}
	if e.start > 1 && r.text[e.start-1] == '-' && isLetter(r.text[e.start-2]) && !r.lx[i].cap && i == end-1 { // a second-summer gull
		return false
	}
	if strings.HasPrefix(r.text[e.end:], "-") && strings.HasSuffix(after(r.text, e.end), "ed") { // spring-loaded
		return false
	}
	if r.lx[end-1].cap && isName(after(r.text, e.end)) && !seasonNouns[strings.ToLower(after(r.text, e.end))] && !e.parts.has(hasYear) { // the Winter Palace
		return false
	}
	prev := strings.ToLower(before(r.text, e.start))
	next := strings.ToLower(after(r.text, e.end))
	if r.lx[i].cap && i == end-1 && prev != "" && r.text[e.start-1] == ' ' && !datePrepositions[prev] && !determiners[prev] && !seasonNouns[next] { // they had Winter removed
		return false
	}
	if next == "of" || end < len(r.lx) && r.nextWord(end, "OF") { // the fall of the city
		switch strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end]) {
		case "fall", "spring":
			return false
		}
	}
	the, in := r.lx[i].isThe(), seasonPrepositions[prev]
	word := strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end])
	if prev == "to" && i == end-1 && (next == "in" || next == "at" || next == "on" || next == "over") { // the first to winter in the ice
		return false
	}
	if seasonNouns[next] {
		return true
	}
	if kindNouns[next] {
		return false
	}
	switch word {
	case "fall":
		return the && (in || prev == "" || prev == "before" || prev == "even") || prev == "in"
	case "spring":
		return the || in || comes[next] && prev == "when"
	}
	return true
}

// seasonPrepositions stand before a season: "in spring", "over the winter".
var seasonPrepositions = wordSet("in this by until since during for through into of over")

// comes are what seasons do: "when spring came".
var comes = wordSet("came comes arrived arrives broke returned ended")

// seasonNouns are what a season's name before them places in time: "its spring offensive", "a fall campaign".
var seasonNouns = wordSet("offensive offensives campaign campaigns semester term elections election harvest planting thaw session fighting uprising rebellion operations crisis")

// kindNouns are what a season's name before them tells the kind of: "winter wheat".
var kindNouns = wordSet("bank landscape landscapes scene scenes wheat barley crops sports coat coats clothes clothing tires tyres tide tides water onion onions squash school camp camps job jobs garden house home cottage resort quarters training storm storms weather solstice")

// isName reports whether a word has a capital and goes on small, as in a name.
func isName(word string) bool {
	return len(word) > 1 && isUpper(word[0]) && !isUpper(word[1])
}

func clockFits(r *run, i, end int, e *expr) bool {
	if at := r.lx[i].start; r.has(i, classClock) && (at == 0 || r.text[at-1] == '\n') { // a chronicle's "14:02 The pumps were started"
		return true
	}
	if r.has(i, classClock) && headsPost(r.text, e.start, e.end) {
		return true
	}
	if strings.HasPrefix(r.text[e.end:], " of ") { // at 1:04 of the first round
		return false
	}
	if i > 1 && r.has(i-1, classClock) && r.lx[i].gap == gapComma && clockPrepositions[strings.ToLower(r.wordBefore(i-1))] || i > 2 && r.has(i-1, classClock) && r.has(i-2, classClock) && r.lx[i].gap == gapComma { // at 5:30, 6:44, 10:02 and 10:41
		return true
	}
	prev := strings.ToLower(before(r.text, e.start))
	return clockPrepositions[prev] || prev == "about" || prev == "through" || prev == "approximately" || r.opensHours(i) || r.opensHours(i-1)
}

// headsPost reports whether a clock time, text[start:end], stands behind somebody's name at the end of the line that heads what was posted: "tealeaf, 08:12".
func headsPost(text string, start, end int) bool {
	if !strings.HasPrefix(text[end:], "\n") || !strings.HasSuffix(text[:start], ", ") {
		return false
	}
	from := max(0, start-longestHeading)
	line := text[from:start]
	i := strings.LastIndexByte(line, '\n')
	return (i >= 0 || from == 0) && !strings.Contains(line[i+1:len(line)-1], " ")
}

// opensHours reports whether lexemes i and i+1 are the hours of a shop or a meeting: "08:00 - 20:00".
func (r *run) opensHours(i int) bool {
	for _, k := range [2]int{i, i + 1} {
		if !r.has(k, classClock) || r.lx[k].clock.minute%5 != 0 || r.lx[k].clock.second >= 0 || r.lx[k].end-r.lx[k].start != len("08:00") {
			return false
		}
	}
	return r.lx[i+1].gap == gapDash || r.lx[i+1].gap == gapHyphen
}

func partFits(r *run, i, end int, e *expr) bool {
	if e.parts.has(hasHour) {
		return true // noon, midnight
	}
	if r.nextWord(end, "OF") && hasPrefixFold(r.text[r.lx[end-1].start:], "dawn") { // the dawn of history
		return false
	}
	prev := strings.ToLower(before(r.text, e.start))
	return partPrepositions[prev] || passing[prev] && r.lx[i].isThe() || prev == "and" && dawns[strings.ToLower(r.text[e.start:e.end])] && strings.Contains(sentenceBefore(r.text, e.start, planReach), "between ")
}

// partPrepositions stand before a part of the day that is one: "in the morning", "that evening".
var partPrepositions = wordSet("at by in during until till of on that through into overnight before after around towards toward from since throughout")

// halfFits takes a half without a year only where results are told: "profit in the first half".
func halfFits(r *run, i, end int, e *expr) bool {
	if !e.parts.has(hasHalf) {
		return true
	}
	first := strings.TrimLeft(sentenceBefore(r.text, e.start, resultReach), " ")
	if first == "For " && strings.HasPrefix(r.text[e.end:], ", ") { // For the first half, the maker of farm equipment earned
		return ofResults(r.text, e.start, e.end+len(sentenceAfter(r.text, e.end, planReach)))
	}
	return (ofResults(r.text, e.start, e.end) || resultsLead[first[:firstWord(first)]]) && !ofMatch(r.text, e.start, e.end)
}

// resultsLead are the words that a sentence of results begins with: "Sales fell in the second half".
var resultsLead = wordSet("Sales Revenue Revenues Profit Profits Earnings Income Imports Exports Output Orders Shipments")

func pluralFits(r *run, i, end int, e *expr) bool {
	if u := e.amount.unit; u == "S" && before(r.text, e.start) != "within" || u == "Q" || e.start > 0 && r.text[e.start-1] == '-' { // kilowatt-hours of power
		return false
	}
	if before(r.text, e.start) == "most" { // in most years
		return false
	}
	first := i
	for r.listsUnit(first) { // in days, weeks or months
		first -= 1 + b2i(!r.has(first-1, classUnit))
	}
	switch prep := strings.ToLower(before(r.text, r.lx[first].start)); {
	case prep == "of":
		return strings.HasSuffix(r.text[:r.lx[first].start], " matter of ") // in a matter of hours
	case prep == "after":
		return e.amount.unit != "H" || !dayEnds(r.text, e.end) // and not: trading after hours
	case takesTime[prep]:
		return prep == "within" || !strings.HasPrefix(r.text[e.end:], " of the ") || e.amount.unit != "M" // and not: in minutes of the meeting
	}
	if strings.HasPrefix(r.text[e.end:], " away") { // only days away
		return true
	}
	if r.lx[i].cap && strings.HasPrefix(strings.ToLower(r.text[r.lx[end-1].end:min(len(r.text), r.lx[end-1].end+len(" of operation"))]), " of operation") { // Hours of Operation
		return false
	}
	the := r.lx[i].isThe() || i > 0 && (r.lx[i-1].isThe() || r.lx[i-1].class == classMod)
	if r.nextWord(end, "OF") && !the && !r.nextValue(end+1, classDet, "THE") { // months of talks, and not "months of the year"
		return true
	}
	return end < len(r.lx) && r.lx[end].class == classDir
}

// takesTime are what a bare plural of a unit is an amount after: "it took weeks".
var takesTime = wordSet("for in within need needs needed take takes took taken last lasted spent spend")

// listsUnit reports whether lexeme i goes on a list of units: "weeks" in "days, weeks or months".
func (r *run) listsUnit(i int) bool {
	k := i - 1
	if k > 0 && (r.word(k, "OR") || r.word(k, "AND")) {
		k--
	} else if k < 0 || r.lx[i].gap != gapComma {
		return false
	}
	return r.has(k, classUnit) && r.lx[k].entry.plural
}

func adverbFits(r *run, i, end int, e *expr) bool {
	if hasStringFold(r.text[e.start:e.end], "quarterly") && !endsClause(r.text, e.end) { // quarterly results
		return false
	}
	if at := r.lx[i].start; at > 2 && r.text[at-1] == '-' && isLetter(r.text[at-2]) { // semi-annually
		return false
	}
	if hasStringFold(r.text[e.start:e.end], "hourly") && anyOf(strings.HasPrefix, r.text[e.end:], " and salaried", " workers", " employees") { // paid by the hour
		return false
	}
	if !r.lx[i].cap {
		return !isNewspaper(r.text, e.end)
	}
	next, prev := after(r.text, e.end), before(r.text, e.start)
	return !(next != "" && isUpper(next[0])) && !(prev != "" && isUpper(prev[0])) && next != "et" // LA Weekly; Daily et al.
}

// honoured are what is chosen every year: "player of the year" is a title.
var honoured = wordSet("player man woman person album song book film car team coach manager teacher rookie goal word athlete sportsman sportswoman artist driver")

// isNewspaper reports whether the adverb that ends at byte offset end is a newspaper: "the daily said".
func isNewspaper(text string, end int) bool {
	next := after(text, end)
	return next != "" && text[end] == ' ' && (sayVerbs[next] || sayingPast[next])
}

func theUnitFits(r *run, i, end int, e *expr) bool {
	prev := strings.ToLower(before(r.text, e.start))
	next := strings.ToLower(after(r.text, e.end))
	if strings.HasPrefix(r.text[e.end:], "-f") || next != "" && isDigit(next[0]) && e.mod == "" { // the quarter-finals, the week 9 game
		return false
	}
	if next == "of" || next == "when" || next == "that" || r.lx[end-1].cap && !r.lx[i].cap { // Man of the Year
		return false
	}
	if owner := strings.ToLower(before(r.text, e.start-len(" of "))); prev == "of" && (owner == "day" || owner == "days" || owner == "time") { // every day of the week
		return false
	}
	if passing[prev] && r.lx[i].isThe() && e.rel.unit != "Q" { // stocks ended the year higher
		return true
	}
	switch e.rel.unit {
	case "DE", "C":
		return e.mod != "" || prev == "of" && superlative(sentenceBefore(r.text, e.start, planReach)) // the worst drought of the century
	case "D":
		return e.mod != ""
	case "Y":
		if prev == "of" && honoured[strings.ToLower(before(r.text, e.start-len(" of ")))] { // player of the year
			return false
		}
	}
	return e.mod != "" || unitPrepositions[prev]
}

// passing are verbs of what one does with a time: "spent the night in a tree", "shares ended the day at $38".
var passing = wordSet("spend spends spent spending end ends ended ending close closed closes closing finish finished finishes finishing begin begins began start starts started opened survive")

// superlative reports whether one of the last words of a text is a superlative.
func superlative(said string) bool {
	words := strings.Fields(said)
	for _, word := range words[max(0, len(words)-6):] {
		if word == "most" || word == "best" || word == "worst" || len(word) > 5 && strings.HasSuffix(word, "est") {
			return true
		}
	}
	return false
}

// unitPrepositions stand before "the week" where it says when.
var unitPrepositions = wordSet("for in during of throughout earlier later")
