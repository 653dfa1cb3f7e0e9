package timex

import "strings"

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
		"year":        yearFits,
		"month":       monthFits,
		"season":      seasonFits,
		"clock":       clockFits,
		"part-of-day": partFits,
		"quarter":     halfFits,
		"bare-plural": pluralFits,
		"adverb":      adverbFits,
		"the-unit":    theUnitFits,
		"day":         dayFits,
		"a-unit":      aUnitFits,
		"weekday":     weekdayFits,
		"holiday":     holidayFits,
		"reference": func(r *run, i, end int, e *expr) bool {
			if r.has(i, classRef) {
				if r.word(i+1, "AS") {
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

var (
	// datePrepositions are what a year or month alone follows.
	datePrepositions = wordSet("in of since by from until till to through during before after between and the for late early mid around about circa throughout as than or this last next every each")
	// labels are nouns that a number after them names: "Room 1999".
	labels = wordSet("room route page pages no number windows office flight highway section chapter article paragraph suite apartment pier channel boeing airbus volume vol line figure table model class type unit lot code box grade bus train tram interstate hwy extension ext zip pin id isbn issn version novel film album song aged top over under least most than nearly almost approximately roughly some only about exactly")
	// counted are nouns that a number before them counts, when their form does not say so.
	counted = wordSet("people men women children troops percent feet miles metres meters kilometers kilometres km kg tons dollars pounds euros yen points calls times men-at-arms horse foot killed dead wounded injured prisoners cavalry infantry police million billion different")
)

// dayCounts are nouns that a number of two digits counts even behind a month's name: "March 3 miles north".
var dayCounts = wordSet("people men women children miles kilometres kilometers feet metres meters yards percent")

// yearFits decides on four digits: a year, or a number that counts or labels something.
func yearFits(r *run, i, end int, e *expr) bool {
	if e.parts.has(hasTwoDigits) {
		return datePrepositions[strings.ToLower(before(r.text, e.start))]
	}
	next := after(r.text, e.end)
	switch {
	case e.second != nil:
		return true
	case i > 0 && r.lx[end-1].gap == gapHyphen && r.lx[end-1].class == classInt && end-2 >= 0 && r.lx[end-2].class == classInt && r.lx[end-2].digits != 4: // a telephone's 555-2000
		return false
	case e.mod == "APPROX":
		return !counted[next] && !isPluralNoun(next)
	case e.mod != "":
		return true
	}
	prev := strings.ToLower(before(r.text, e.start))
	if labelAbbreviated(r.text, e.start) || isAddress(r.text, e.end) || prev == "in" && oneIn(r.text, e.start) {
		return false
	}
	year := e.parts.year
	if labels[prev] || end < len(r.lx) && r.joined(end) && r.lx[end].class == classUnit && r.lx[end].gap != gapOwner {
		return false
	}
	if e.end < len(r.text) && r.text[e.end] == '\'' && prev != "" && year < 1500 {
		return false
	}
	strong := prev == "in" || prev == "since" || prev == "by" || prev == "until" || prev == "of" || prev == "from" || prev == "during" || prev == "between"
	if counted[next] || isPluralNoun(next) && !strong && prev != "the" && prev != "his" && prev != "her" && prev != "its" && prev != "their" {
		return false
	}
	if year < 1500 || year > 2100 {
		return strong && !isPluralNoun(next)
	}
	return true
}

// labelAbbreviations are labels with their full stop, as texts on law and learning have them.
var labelAbbreviations = wordSet("no. nos. sec. secs. art. arts. fig. figs. vol. vols. p. pp. ch. u.s.c. c.f.r. stat. par. co.")

// labelAbbreviated reports whether an abbreviation before byte offset at makes a label of the number there: "Sec. 1983".
func labelAbbreviated(text string, at int) bool {
	if at < 2 || text[at-1] != ' ' || text[at-2] != '.' {
		return false
	}
	start := strings.LastIndexByte(text[max(0, at-12):at-1], ' ') + 1
	if start == 0 {
		start = strings.LastIndexByte(text[max(0, at-12):at-1], '\n') + 1
	}
	return labelAbbreviations[strings.ToLower(text[max(0, at-12)+start:at-1])]
}

// streets end the names of streets.
var streets = wordSet("street avenue road boulevard parkway lane drive place square court terrace way highway loop circle trail plaza")

// isAddress reports whether what follows byte offset at is the name of a street, so that the number before it is a house's.
func isAddress(text string, at int) bool {
	for range 4 {
		word := after(text, at)
		if word == "" || !isUpper(word[0]) || text[at] != ' ' {
			return false
		}
		if streets[strings.ToLower(word)] {
			return true
		}
		at += 1 + len(word)
	}
	return false
}

// oneIn reports whether the number at byte offset at is what one counts against: "one in 2000".
func oneIn(text string, at int) bool {
	one := strings.TrimSuffix(text[:at], " in ")
	return len(one) < at && (strings.HasSuffix(one, " one") || strings.HasSuffix(one, "One") || strings.HasSuffix(one, " 1") || one == "1" || one == "one")
}

// isPluralNoun reports whether a small word looks like a plural that a number would count.
func isPluralNoun(word string) bool {
	n := len(word)
	if n < 4 || word[0] < 'a' || word[0] > 'z' {
		return false
	}
	if _, known := lookup(word); known {
		return false
	}
	switch word {
	case "was", "has", "is", "as", "his", "its", "this", "thus", "does", "towards", "across", "perhaps", "besides", "unless", "whereas", "always", "series":
		return false
	}
	return word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u'
}

// monthFits decides on a month's name alone.
func monthFits(r *run, i, end int, e *expr) bool {
	name := strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end])
	prev := strings.ToLower(before(r.text, e.start))
	next := after(r.text, e.end)
	if name != "may" && name != "march" && sayVerbs[next] {
		return false // June said so
	}
	if e.mod == "" && i == end-1 && e.end < len(r.text) && r.text[e.end] == ' ' && (prev == "the" || prev == "a" || prev == "its" || prev == "their") && len(next) > 3 && next[0] >= 'a' && next[0] <= 'z' && !afterMonth[next] {
		return true // the May elections
	}
	if r.has(end, classMonth) && (r.lx[end].gap == gapHyphen || r.lx[end].gap == gapDash) { // May–August 1950
		return true
	}
	if prev == "to" && i > 1 && (r.lx[i-2].class == classMonth || r.lx[i-2].class == classSeason || r.lx[i-2].class == classUnit) && r.joined(i-1) { // from October to March, the year to March
		return true
	}
	placed := datePrepositions[prev] && prev != "and" && prev != "or" && prev != "than" || i < end-1
	if isNoDate(next) {
		return false
	}
	switch name {
	case "may", "march":
		return placed && prev != "the" && prev != "to" && prev != "for" && prev != "than" && prev != "as"
	case "april", "june", "august":
		if !placed && next != "" && isUpper(next[0]) && end == len(r.lx) {
			return false
		}
	}
	return true
}

// aUnitFits refuses the adjective "minute".
func aUnitFits(r *run, i, end int, e *expr) bool {
	next := after(r.text, e.end)
	return e.amount.unit != "M" || end < len(r.lx) && r.joined(end) || next == "" || r.text[e.end] != ' ' || afterDay[next] || next == "of" || next == "or"
}

// weekdayFits refuses what is done on such days: "Sunday school".
func weekdayFits(r *run, i, end int, e *expr) bool {
	return !weekdayKinds[after(r.text, e.end)]
}

// holidayFits refuses what is only named after a holiday: "Christmas tree", "the Good Friday agreement".
func holidayFits(r *run, i, end int, e *expr) bool {
	return !holidayKinds[strings.ToLower(after(r.text, e.end))]
}

var holidayKinds = wordSet("tree trees card cards carol carols egg eggs bunny island islands stocking stockings pudding cake turkey costume costumes agreement accord accords resolution resolutions")

var weekdayKinds = wordSet("school schools best roast roasts driver")

// sayVerbs are what persons do, and no months: "June smiled".
var sayVerbs = wordSet("said says told tells smiled smiles laughed asked replied thinks thought nodded")

// afterMonth are the words after which "the March" and "a May" are no month: "the March for Our Lives".
var afterMonth = wordSet("from with into onto upon against across past over that which was were has have had through organised organized began")

func isNoDate(next string) bool {
	switch next {
	case "committee", "commission", "panel", "defendants":
		return true
	}
	return false
}

func seasonFits(r *run, i, end int, e *expr) bool {
	if e.mod != "" {
		return true
	}
	if r.lx[end-1].cap && isName(after(r.text, e.end)) && !seasonNouns[strings.ToLower(after(r.text, e.end))] && !e.parts.has(hasYear) { // the Winter Palace
		return false
	}
	prev := strings.ToLower(before(r.text, e.start))
	next := strings.ToLower(after(r.text, e.end))
	if r.lx[i].cap && i == end-1 && prev != "" && r.text[e.start-1] == ' ' && !datePrepositions[prev] && !determiners[prev] && !seasonNouns[next] { // they had Winter removed
		return false
	}
	if next == "of" || end < len(r.lx) && r.word(end, "OF") && r.joined(end) { // the fall of the city
		switch strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end]) {
		case "fall", "spring":
			return false
		}
	}
	the := r.lx[i].isThe()
	in := prev == "in" || prev == "this" || prev == "by" || prev == "until" || prev == "since" || prev == "during" || prev == "for" || prev == "through" || prev == "into" || prev == "of" || prev == "over"
	word := strings.ToLower(r.text[r.lx[end-1].start:r.lx[end-1].end])
	if seasonNouns[next] {
		return true
	}
	if kindNouns[next] {
		return false
	}
	switch word {
	case "fall":
		return the && (in || prev == "") || prev == "in"
	case "spring":
		return the || in
	}
	return true
}

// seasonNouns are what a season's name before them places in time: "its spring offensive", "a fall campaign".
var seasonNouns = wordSet("offensive offensives campaign campaigns semester term elections election harvest planting thaw session fighting uprising rebellion operations crisis")

// kindNouns are what a season's name before them tells the kind of: "winter wheat".
var kindNouns = wordSet("wheat barley crops sports coat coats clothes clothing tires tyres squash school camp camps job jobs garden house home cottage resort quarters training")

// isName reports whether a word has a capital and goes on small, as in a name.
func isName(word string) bool {
	return len(word) > 1 && isUpper(word[0]) && !isUpper(word[1])
}

func clockFits(r *run, i, end int, e *expr) bool {
	prev := strings.ToLower(before(r.text, e.start))
	return clockPrepositions[prev] || prev == "about" || prev == "through" || prev == "approximately"
}

func partFits(r *run, i, end int, e *expr) bool {
	if e.parts.has(hasHour) {
		return true // noon, midnight
	}
	if r.word(end, "OF") && r.joined(end) && hasPrefixFold(r.text[r.lx[end-1].start:], "dawn") { // the dawn of history
		return false
	}
	switch strings.ToLower(before(r.text, e.start)) {
	case "at", "by", "in", "during", "until", "of", "on", "that", "through", "into", "overnight":
		return true
	}
	return false
}

func halfFits(r *run, i, end int, e *expr) bool { return !e.parts.has(hasHalf) }

func pluralFits(r *run, i, end int, e *expr) bool {
	if u := e.amount.unit; u == "S" || u == "Q" {
		return false
	}
	switch strings.ToLower(before(r.text, e.start)) {
	case "for", "in", "within", "after", "take", "takes", "last", "lasted":
		return true
	}
	if r.word(end, "OF") && r.joined(end) && !r.lx[i].isThe() && !(i > 0 && (r.lx[i-1].isThe() || r.lx[i-1].class == classMod)) && !(end+1 < len(r.lx) && r.lx[end+1].isThe() && r.joined(end+1)) { // months of talks, and not "months of the year"
		return true
	}
	return end < len(r.lx) && r.lx[end].class == classDir
}

func adverbFits(r *run, i, end int, e *expr) bool {
	if at := r.lx[i].start; at > 2 && r.text[at-1] == '-' && isLetter(r.text[at-2]) { // semi-annually
		return false
	}
	if !r.lx[i].cap {
		return true
	}
	next, prev := after(r.text, e.end), before(r.text, e.start)
	return !(next != "" && isUpper(next[0])) && !(prev != "" && isUpper(prev[0])) && next != "et" // LA Weekly; Daily et al.
}

func theUnitFits(r *run, i, end int, e *expr) bool {
	prev := strings.ToLower(before(r.text, e.start))
	next := strings.ToLower(after(r.text, e.end))
	if next == "of" || next == "when" || next == "that" || r.lx[end-1].cap && !r.lx[i].cap { // Man of the Year
		return false
	}
	switch e.rel.unit {
	case "D", "DE", "C":
		return e.mod != ""
	}
	return e.mod != "" || prev == "for" || prev == "in" || prev == "during" || prev == "of" || prev == "throughout" || prev == "earlier" || prev == "later"
}
