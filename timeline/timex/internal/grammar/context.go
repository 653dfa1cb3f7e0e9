package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// fits reports whether a weak expression is a time expression where it stands: lexemes i to end.
func fits(r *run, i, end int, e *expr.Expr) bool {
	if !e.Weak {
		return true
	}
	check, ok := contexts[e.Rule]
	return !ok || check(r, i, end, e)
}

// contexts hold, by rule, what decides about its weak expressions.
var contexts map[string]func(r *run, i, end int, e *expr.Expr) bool

func init() {
	contexts = map[string]func(r *run, i, end int, e *expr.Expr) bool{
		expr.RuleYear:       yearFits,
		expr.RuleMonth:      monthFits,
		expr.RuleSeason:     seasonFits,
		expr.RuleClock:      clockFits,
		expr.RulePartOfDay:  partFits,
		expr.RuleQuarter:    halfFits,
		expr.RuleBarePlural: pluralFits,
		expr.RuleAdverb:     adverbFits,
		expr.RuleTheUnit:    theUnitFits,
		expr.RuleDay:        dayFits,
		expr.RuleAUnit:      aUnitFits,
		expr.RuleWeekday:    weekdayFits,
		expr.RuleHoliday:    holidayFits,
		expr.RuleReference: func(r *run, i, end int, e *expr.Expr) bool {
			if r.has(i, lexicon.Ref) {
				if r.nextWord(i+1, "AS") {
					return false // as recently as 2009
				}
				return !(r.word(i+1, "AND") && (r.has(i+2, lexicon.Then) || prose.After(r.text, r.lx[i+1].end) == "again")) // every now and again
			}
			if r.joined(end) && pastCounted[r.lx[end].class] {
				return false // the past three summers
			}
			return prose.After(r.text, e.End) == "" || end < len(r.lx) || e.End-e.Start > 6
		},
	}
}

// pastCounted are the classes of words that "the past" belongs to when they follow it.
var pastCounted = map[lexicon.Class]bool{lexicon.Num: true, lexicon.Int: true, lexicon.Many: true, lexicon.Scale: true, lexicon.Half: true, lexicon.Ord: true, lexicon.Unit: true, lexicon.Season: true, lexicon.Month: true, lexicon.Weekday: true}

// dayCounts are nouns that a number of two digits counts even behind a month's name: "March 3 miles north", and not "on Aug. 7 killed 258 people".
var dayCounts = wordlist.SetOf("people men women children tons miles kilometres kilometers feet metres meters yards percent")

// aUnitFits refuses the adjective "minute".
func aUnitFits(r *run, i, end int, e *expr.Expr) bool {
	next := prose.After(r.text, e.End)
	if prose.Before(r.text, e.Start) == "such" || e.Amount.Unit == "D" && (next == "of" && givenDays.Has(prose.Before(r.text, e.Start)) || next == "that" && (prose.Before(r.text, e.Start) == "is" || prose.Before(r.text, e.Start) == "was")) { // such a day, declared a day of mourning, is a day that
		return false
	}
	if e.Amount.Unit == "H" && speedUnits.Has(prose.Before(r.text, e.Start)) {
		return false
	}
	return e.Amount.Unit != "M" || end < len(r.lx) && r.joined(end) || next == "" || r.text[e.End] != ' ' || prose.AfterDay.Has(next) || next == "of" || next == "or" || next == "left"
}

// givenDays stand before a day that is declared or kept as one of something.
var givenDays = wordlist.SetOf("declared as proclaimed called")

// weekdayFits refuses what is done on such days: "Sunday school".
func weekdayFits(r *run, i, end int, e *expr.Expr) bool {
	return !weekdayKinds.Has(prose.After(r.text, e.End)) && !isPlace(r.text, e.End) && !opensWithName(r.text, e.Start, e.End)
}

// isPlace reports whether the word behind byte offset at makes a place of the day before it: "Easter Road", "Thursday Island".
func isPlace(text string, at int) bool {
	next := prose.After(text, at)
	return text[at:] != "" && (isStreet(text, at) || places.Has(next))
}

// places end the names of places that begin with a day's or a month's.
var places = wordlist.SetOf("Island Islands Bay River Springs Creek Falls Hill Hills Lake Valley")

// opensWithName reports whether a weekday, text[start:end], and a name behind it open a sentence and do something, as a person does: "Wednesday
// Addams is the youngest", and not "Wednesday, Addams said".
func opensWithName(text string, start, end int) bool {
	if start > 0 && text[start-1] != '\n' && !strings.HasSuffix(text[:start], ". ") {
		return false
	}
	name := prose.After(text, end)
	if !prose.IsName(name) || text[end] != ' ' || prose.IsFunctionWord(name) {
		return false
	}
	verb := prose.After(text, end+1+len(name))
	return verb != "" && !prose.IsUpper(verb[0]) && text[end+1+len(name)] == ' '
}

// acts reports whether a word shows the name before it to do something, in the month before that.
func acts(word string) bool { return prose.Finite.Has(word) || text.IsPast(word) }

// holidayFits refuses what is only named after a holiday: "Christmas tree", "the Good Friday agreement".
func holidayFits(r *run, i, end int, e *expr.Expr) bool {
	return !holidayKinds.HasFold(prose.After(r.text, e.End)) && !isPlace(r.text, e.End)
}

var holidayKinds = wordlist.SetOf("tree trees card cards carol carols egg eggs bunny island islands stocking stockings pudding cake turkey costume costumes agreement accord accords resolution resolutions light lights decoration decorations jumper jumpers sweater sweaters")

var weekdayKinds = wordlist.SetOf("school schools best roast roasts driver paper papers newspaper newspapers")

// sayVerbs are what persons do, and no months: "June smiled".
var sayVerbs = wordlist.SetOf("said says told tells smiled smiles laughed asked replied thinks thought nodded")

// daysNames are what takes its name from a day: "the Jan 6 committee", "the 22 October Group".
var daysNames = wordlist.SetOf("committee Committee commission Commission panel Panel defendants group movement Movement Group Front Brigade Brigades")

func seasonFits(r *run, i, end int, e *expr.Expr) bool {
	if e.Mod != "" && e.Mod != "APPROX" { // and not: asked about spring tides
		return true
	}
	if e.Start > 1 && r.text[e.Start-1] == '-' && prose.IsLetter(r.text[e.Start-2]) && !r.lx[i].cap && i == end-1 { // a second-summer gull
		return false
	}
	if strings.HasPrefix(r.text[e.End:], "-") && strings.HasSuffix(prose.After(r.text, e.End), "ed") { // spring-loaded
		return false
	}
	if r.lx[end-1].cap && prose.IsName(prose.After(r.text, e.End)) && !seasonNouns.HasFold(prose.After(r.text, e.End)) && !e.Parts.Has(expr.HasYear) { // the Winter Palace
		return false
	}
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	next := strings.ToLower(prose.After(r.text, e.End))
	if r.lx[i].cap && i == end-1 && prev != "" && r.text[e.Start-1] == ' ' && !prose.DatePrepositions.Has(prev) && !prose.Determiners.Has(prev) && !seasonNouns.Has(next) { // they had Winter removed
		return false
	}
	if next == "of" || end < len(r.lx) && r.nextWord(end, "OF") { // the fall of the city
		switch strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end]) {
		case "fall", "spring":
			return false
		}
	}
	the, in := r.lx[i].isThe(), seasonPrepositions.Has(prev)
	word := strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end])
	if prev == "to" && i == end-1 && (next == "in" || next == "at" || next == "on" || next == "over") { // the first to winter in the ice
		return false
	}
	if seasonNouns.Has(next) {
		return true
	}
	if kindNouns.Has(next) {
		return false
	}
	if i == end-1 && (prev == "to" && r.endsSeasons(i) || prev == "from" && (r.has(i+2, lexicon.Season) || r.has(i+2, lexicon.Month))) { // from spring to fall
		return true
	}
	switch word {
	case "fall":
		return the && (in || prev == "before" || prev == "even") || prev == "in"
	case "spring":
		return the || in || strings.HasSuffix(prev, "est") || comes.Has(next) && prev == "when"
	}
	return true
}

// seasonPrepositions stand before a season: "in spring", "over the winter".
var seasonPrepositions = wordlist.SetOf("in this by until since during for through into of over come")

// comes are what seasons do: "when spring came".
var comes = wordlist.SetOf("came comes arrived arrives broke returned ended")

// seasonNouns are what a season's name before them places in time: "its spring offensive", "a fall campaign".
var seasonNouns = wordlist.SetOf("offensive offensives campaign campaigns semester term elections election harvest planting thaw session fighting uprising rebellion operations crisis")

// kindNouns are what a season's name before them tells the kind of: "winter wheat".
var kindNouns = wordlist.SetOf("bank landscape landscapes scene scenes wheat barley crops sports coat coats clothes clothing tires tyres tide tides water onion onions squash school camp camps job jobs garden house home cottage resort quarters training storm storms weather solstice street streets class classes sportsman sportsmen sportswoman sportswomen athlete athletes boots gear")

func clockFits(r *run, i, end int, e *expr.Expr) bool {
	if at := r.lx[i].start; r.has(i, lexicon.Clock) && (at == 0 || r.text[at-1] == '\n' || inMargin(r.text, at, r.lx[i].end)) { // a chronicle's "14:02 The pumps were started"
		return true
	}
	if r.has(i, lexicon.Clock) && headsPost(r.text, e.Start, e.End) {
		return true
	}
	if strings.HasPrefix(r.text[e.End:], " of ") { // at 1:04 of the first round
		return false
	}
	if i > 1 && r.has(i-1, lexicon.Clock) && r.lx[i].gap == gapComma && clockPrepositions.HasFold(r.wordBefore(i-1)) || i > 2 && r.has(i-1, lexicon.Clock) && r.has(i-2, lexicon.Clock) && r.lx[i].gap == gapComma { // at 5:30, 6:44, 10:02 and 10:41
		return true
	}
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	return clockPrepositions.Has(prev) || prev == "about" || prev == "through" || prev == "approximately" || r.opensHours(i) || r.opensHours(i-1)
}

// inMargin reports whether a clock time, text[start:end], stands in brackets at the head of its line, as in a chat: "[14:58] priya: is everyone sorted?"
func inMargin(text string, start, end int) bool {
	return start > 0 && text[start-1] == '[' && (start == 1 || text[start-2] == '\n') && strings.HasPrefix(text[end:], "]")
}

// headsPost reports whether a clock time, text[start:end], stands behind somebody's name at the end of the line that heads what was posted: "tealeaf, 08:12".
func headsPost(text string, start, end int) bool {
	if !strings.HasPrefix(text[end:], "\n") || !strings.HasSuffix(text[:start], ", ") {
		return false
	}
	from := max(0, start-prose.LongestHeading)
	line := text[from:start]
	i := strings.LastIndexByte(line, '\n')
	return (i >= 0 || from == 0) && !strings.Contains(line[i+1:len(line)-1], " ")
}

// opensHours reports whether lexemes i and i+1 are the hours of a shop or a meeting: "08:00 - 20:00".
func (r *run) opensHours(i int) bool {
	for _, k := range [2]int{i, i + 1} {
		if !r.has(k, lexicon.Clock) || r.lx[k].clock.minute%5 != 0 || r.lx[k].clock.second >= 0 || r.lx[k].end-r.lx[k].start != len("08:00") {
			return false
		}
	}
	return r.lx[i+1].gap == gapDash || r.lx[i+1].gap == gapHyphen
}

func partFits(r *run, i, end int, e *expr.Expr) bool {
	next := prose.After(r.text, e.End)
	if e.Parts.Has(expr.HasHour) {
		return next != "sun" && next != "oil" // noon, midnight, and not: burning the midnight oil
	}
	if r.nextWord(end, "OF") && prose.HasPrefixFold(r.text[r.lx[end-1].start:], "dawn") { // the dawn of history
		return false
	}
	switch next {
	case "sky", "skies", "air", "sun", "heat", "oil", "news", "shift", "bus", "train", "flight", "ferry": // into the night sky, on the evening news
		return false
	}
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	return partPrepositions.Has(prev) || passing.Has(prev) && r.lx[i].isThe() || prev == "and" && prose.Dawns.HasFold(r.text[e.Start:e.End]) && strings.Contains(prose.SentenceBefore(r.text, e.Start, prose.SentenceReach), "between ")
}

// partPrepositions stand before a part of the day that is one: "in the morning", "that evening".
var partPrepositions = wordlist.SetOf("at by in during until till of on that through into overnight before after around towards toward from since throughout")

// halfFits takes a half without a year only where results are told: "profit in the first half".
func halfFits(r *run, i, end int, e *expr.Expr) bool {
	if !e.Parts.Has(expr.HasHalf) {
		return true
	}
	first := strings.TrimLeft(prose.SentenceBefore(r.text, e.Start, prose.ResultReach), " ")
	if first == "For " && strings.HasPrefix(r.text[e.End:], ", ") { // For the first half, the maker of farm equipment earned
		return prose.OfResults(r.text, e.Start, e.End+len(prose.SentenceAfter(r.text, e.End, prose.SentenceReach)))
	}
	return (prose.OfResults(r.text, e.Start, e.End) || resultsLead.Has(first[:prose.FirstWord(first)])) && !ofMatch(r.text, e.Start, e.End)
}

// resultsLead are the words that a sentence of results begins with: "Sales fell in the second half".
var resultsLead = wordlist.SetOf("Sales Revenue Revenues Profit Profits Earnings Income Imports Exports Output Orders Shipments")
