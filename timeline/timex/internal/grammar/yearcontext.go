package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// Years of the first millennium and before, which a text gives with their era once and then without: "in 70", "in 625".

// ancientPrepositions stand before a year of three digits: "in 625".
var ancientPrepositions = wordlist.SetOf("in since until by about around circa after before from")

// placesAncient reports whether the words around lexeme i, a number of three digits, can make a year of it: "in 625,", "In 876 Ansgar seized", "at the end of 870".
func (r *run) placesAncient(i int) bool {
	l := &r.lx[i]
	prev, next := prose.Before(r.text, l.start), prose.After(r.text, l.end)
	if i > 0 && r.lx[i-1].class == lexicon.Mod && r.joined(i) && r.text[l.start-1] == ' ' { // in late 210
		prev = prose.Before(r.text, r.lx[i-1].start)
	}
	switch {
	case !(prev == "of" && i > 1 && r.lx[i-2].class == lexicon.Edge) && !ancientPrepositions.HasFold(prev):
		return false
	case dayEnds(r.text, l.end):
		return true
	case r.text[l.end] != ' ' || !prose.IsName(next) && !strings.HasSuffix(next, "ed"):
		return false
	}
	return prose.IsUpper(prev[0]) || prev == "in" && !counted.Has(next)
}

// What decides whether four digits are a year, or a number that counts, labels or names something.

var (
	// labels are nouns that a number after them names: "Room 1999".
	labels = wordlist.SetOf(`room house route page pages no number windows office flight highway section chapter article paragraph suite apartment pier channel boeing airbus volume vol
		line figure table model class type unit lot code box grade bus train tram interstate hwy extension ext zip pin id isbn issn version novel film album song
		numbers rooms routes flights chapters sections buses trains lots units models numbered badge press passcode password dial fax tel phone door seat row locker gate bay lodge engine invoice order serial docket protocol series local
		issue issues context ticket tickets bug bugs signal ordinance ordinances advisory bulletin directive memorandum
		hall hangar platform account issn station voucher vouchers
		eur usd gbp chf aud cad iso iec ngc psalm resolution resolutions`)
	// bounds make a count of the number behind them, but none of a date in figures: "about 1500", "no later than 2021-03-11".
	bounds = wordlist.SetOf("aged top over under least most than nearly almost approximately roughly some only about exactly")
	// counted are nouns that a number before them counts, when their form does not say so.
	counted = wordlist.SetOf(`people men women children troops percent feet miles metres meters kilometers kilometres km kg tons dollars pounds euros yen points calls times block
		men-at-arms horse foot killed dead wounded injured prisoners cavalry infantry police million billion different
		w kw mw v hp cc mhz ghz kb mb gb rpm mph ft lb lbs oz cm mm ml mg calories pence cents metre meter yard yards inches kilometre kilometer mile seat seater bed acre hectare watt horsepower
		sq square cubic nm mah yuan`)
	// yearPrepositions stand before a year rather than a count.
	yearPrepositions = wordlist.SetOf("in since by until of from during between")
	// yearOwners stand before a year that belongs to a plural: "the 1998 results", "its 2004 losses".
	yearOwners = wordlist.SetOf("the his her its their")
	// yearOwned are what is of a year, and what nobody counts in thousands.
	yearOwned = wordlist.SetOf("income profit revenue turnover levels earnings results revenues profits losses sales exports imports figures forecasts estimates elections primaries")
	// editions are what a year behind their name is the year of: "the Worldwide Developers Conference 2010", "the Data Protection Act 1998", "Copyright 2004".
	editions = wordlist.SetOf(`conference congress convention summit forum expo exhibition fair festival olympics paralympics games cup championship championships open masters
		tour prix awards festival biennale season edition election elections campaign budget census survey report review yearbook almanac act regulations order bill law
		treaty constitution euro class vintage spring summer autumn fall winter week day eve copyright born`)
)

// yearFits decides on four digits: a year, or a number that counts or labels something.
func yearFits(r *run, i, end int, e *expr.Expr) bool {
	if e.Parts.Has(expr.HasTwoDigits) {
		return prose.DatePrepositions.HasFold(prose.Before(r.text, e.Start))
	}
	next := prose.After(r.text, e.End)
	switch {
	case e.Second != nil:
		return prose.Before(r.text, e.Start) != "numbered"
	case i > 0 && r.lx[end-1].gap == gapHyphen && r.lx[end-1].class == lexicon.Int && end-2 >= 0 && r.lx[end-2].class == lexicon.Int && r.lx[end-2].digits != 4: // a telephone's 555-2000
		return false
	case e.Mod == "APPROX":
		return !counted.Has(next) && !prose.IsPluralNoun(next)
	case e.Mod != "":
		return true
	}
	prev := strings.ToLower(prose.Before(r.text, e.Start))
	if isAddress(r.text, e.End) || prev == "in" && oneIn(r.text, e.Start) {
		return false
	}
	year := e.Parts.Year
	if r.isLabelled(i, end, e.Start, e.End) || !r.rangesOn(end) && !yearOwned.Has(next) && namesModel(r.text, e.Start) || end < len(r.lx) && r.joined(end) && r.lx[end].class == lexicon.Unit && r.lx[end].gap != gapOwner {
		return false
	}
	if e.End < len(r.text) && r.text[e.End] == '\'' && prev != "" && year < firstLikely {
		return false
	}
	if i > 1 && (r.word(i-1, "AND") || r.word(i-1, "OR")) && r.has(i-2, lexicon.Int) && r.lx[i-2].digits == 4 { // the 2011 and 2017 censuses
		prev = strings.ToLower(prose.Before(r.text, r.lx[i-2].start))
	}
	if yearOwned.Has(next) && likelyYear(year) { // to return to 1990 levels, its estimated 1997 earnings
		return true
	}
	if prev == "since" && likelyYear(year) { // since 1945 schoolchildren have laid flowers
		return true
	}
	strong := yearPrepositions.Has(prev)
	if counted.Has(next) && inYear.Has(prose.Before(r.text, e.Start)) && likelyYear(year) { // In 2012 people left
		return true
	}
	if counted.Has(next) || strings.HasSuffix(next, "children") || len(next) <= 2 && counted.HasFold(next) || prose.IsPluralNoun(next) && !strong && !yearOwners.Has(prev) {
		return false
	}
	if !likelyYear(year) {
		return (strong || year < firstLikely && (r.reign(i, end) || begun.Has(prev))) && !prose.IsPluralNoun(next)
	}
	return true
}

// inYear stand before a year where they begin a sentence, and seldom before a number of what follows.
var inYear = wordlist.SetOf("In Since By During Until")

// begun stand right before the year in which a building or a town came to be: "the cathedral (begun 1186)".
var begun = wordlist.SetOf("begun built rebuilt founded completed finished consecrated dedicated enlarged")

// longestReign is how many years may lie between the ends of a range of years of which nothing else says that they are any.
const longestReign = 400

// reign reports whether the number of lexemes i to end is one end of a range of years of the Middle Ages: "Henry II (reigned 1154–1189)", "from 1154 to 1399".
func (r *run) reign(i, end int) bool {
	first, second := i, end
	if k := r.yearsBefore(i); k >= 0 {
		first, second = k, i
	} else if r.word(end, "TO") {
		second++
	}
	if first == second || !r.plainNumber(first) || !r.plainNumber(second) || r.lx[first].digits != 4 || r.lx[second].digits != 4 {
		return false
	}
	if n := r.lx[second].number - r.lx[first].number; n <= 0 || n > longestReign {
		return false
	}
	at := r.lx[first].start
	if next := prose.After(r.text, r.lx[second].end); counted.Has(next) || prose.IsPluralNoun(next) || !r.has(first-1, lexicon.Approx) && r.isLabelled(first, first+1, at, r.lx[first].end) { // from about 1024 to 1361
		return false
	}
	if r.lx[second-1].is("TO") {
		return strings.EqualFold(r.wordBefore(first), "from")
	}
	return at > 0 && r.text[at-1] == '(' || reigns.Has(prose.Before(r.text, at))
}

// yearsBefore gives the lexeme of the number that a dash or "to" ties to the one at lexeme i; -1 where there is none.
func (r *run) yearsBefore(i int) int {
	k := i - 1
	switch {
	case r.word(k, "TO"):
		k--
	case !r.dashed(i):
		return -1
	}
	if k < 0 || r.lx[k].class != lexicon.Int {
		return -1
	}
	return k
}

// reigns stand before the years of a reign or a life.
var reigns = wordlist.SetOf("reigned ruled r lived born flourished fl")

// isLabelled reports whether the number of lexemes i to end, text[start:stop], is one of a label: "Room 1999", "§ 1983", "no. 2011/47", "pages 1998 to 2004".
func (r *run) isLabelled(i, end, start, stop int) bool {
	if rest := r.text[stop:]; len(rest) > 1 && prose.IsDigit(rest[1]) && (rest[0] == '/' || rest[0] == '-' && !r.has(end, lexicon.Int) && !r.has(end, lexicon.Date)) { // no. 2011/47, Ref. 2021-0419B
		return true
	}
	if said := r.text[:start]; start > 1 && said[start-1] == '/' && prose.IsDigit(said[start-2]) || strings.HasSuffix(said, "[") && len(r.text) > stop+2 && r.text[stop:stop+2] == "] " && prose.IsUpper(r.text[stop+2]) { // Report 27/2011, [2013] EWHC 1313
		return true
	}
	label := strings.ToLower(prose.Before(r.text, start))
	if label == "least" && prose.Before(r.text, start-len(" least")) == "at" && yearPrepositions.Has(prose.Before(r.text, start-len(" at least"))) { // since at least 1914
		return false
	}
	if label == "than" {
		switch strings.ToLower(prose.Before(r.text, start-len(" than"))) {
		case "sooner", "later", "earlier": // no sooner than 2015
			return false
		case "worse", "better", "stronger", "weaker", "busier", "hotter", "colder", "wetter", "drier": // worse than 1987
			return !dayEnds(r.text, stop)
		}
	}
	return labels.Has(label) || bounds.Has(label) || labelsCode(r.text, start) || namesType(r.text, start, stop) || labelAbbreviated(r.text, start) || strings.HasSuffix(r.text[:start], "§ ") || labelledRange(r.text, start) || r.inSeries(i, end)
}

// inSeries reports whether the number of lexemes i to end stands among others as in a telephone's or an ISBN: "0207 1999 2005", "0-1998-2004-7".
func (r *run) inSeries(i, end int) bool {
	longer := func(k int, g gap, digits int) bool {
		return r.has(k, lexicon.Int) && r.lx[k].plain && r.lx[max(k, i)].gap == g && r.lx[k].digits >= digits
	}
	return longer(i-1, gapSpace, 3) || r.has(end, lexicon.Int) && r.lx[end].gap == gapSpace && r.lx[end].digits >= 3 ||
		longer(i-1, gapHyphen, 1) && r.lx[i-1].digits != 4 || r.has(end, lexicon.Int) && r.lx[end].gap == gapHyphen && (r.lx[end].digits != 4 || r.lx[end].number < r.lx[i].number)
}

// labelsCode reports whether the number at byte offset at ends a code behind its label: "flight BA 2013".
func labelsCode(text string, at int) bool {
	code := prose.Before(text, at)
	if code == "" || len(code) > 3 || strings.ToUpper(code) != code || !prose.IsLetter(code[0]) {
		return false
	}
	if len(code) == 2 && strings.HasSuffix(text[:at-1-len(code)], "(") { // four times a week (TI 1905)
		return true
	}
	label := strings.ToLower(relative(text, at-1-len(code)))
	return labels.Has(label) && !prose.DatePrepositions.Has(label) || label == "on" && len(code) == 2 && afterFlight.Has(prose.After(text, at+4)) // fly on LX 1905 at seven
}

// afterFlight are the words behind a flight's number.
var afterFlight = wordlist.SetOf("at from to and via")

// namesType reports whether the number text[at:end] and the capitals before it name the type of the thing behind: "the KX 2000 hoist", and not "the EU 2004 summit".
func namesType(text string, at, end int) bool {
	code, thing := prose.Before(text, at), prose.After(text, end)
	if len(code) < 2 || len(code) > 3 || strings.ToUpper(code) != code || !prose.IsLetter(code[0]) || prose.Before(text, at-1-len(code)) != "the" {
		return false
	}
	_, known := lexicon.Lookup(code)
	return !known && len(thing) > 2 && text[end] == ' ' && thing[0] >= 'a' && thing[0] <= 'z' && !prose.IsFunctionWord(thing) && !prose.AfterDay.Has(thing) && !editions.Has(thing)
}

// rangesOn reports whether lexeme i is the second year of a range.
func (r *run) rangesOn(i int) bool {
	return r.has(i, lexicon.Int) && r.dashed(i) && r.lx[i].digits == 4
}

// labelledRange reports whether the number at byte offset at ends a range that a label stands before: "pages 1998 to 2004".
func labelledRange(text string, at int) bool {
	link := prose.Before(text, at)
	switch {
	case link == "to", link == "and", link == "or":
		at -= 1 + len(link)
	case at > 0 && text[at-1] == '-':
		at--
	default:
		return false
	}
	first := prose.Before(text, at)
	at = len(strings.TrimRight(text[:at], " \n")) - len(first)
	label := strings.ToLower(prose.Before(text, at))
	return len(first) == 4 && prose.IsDigit(first[0]) && ((labels.Has(label) || bounds.Has(label) && !approximate.Has(label)) || labelAbbreviated(text, at)) // and not: from about 1024 to 1361
}

// approximate are labels that may as well stand before a year.
var approximate = wordlist.SetOf("about approximately roughly")

// namesModel reports whether a name stands right before the number at byte offset at, which then is a piece of it: "a Samsonite 1910", and
// not "London Fashion Week 1998", "Established 1872".
func namesModel(text string, at int) bool {
	word := prose.Before(text, at)
	return prose.IsName(word) && text[at-1] == ' ' && !prose.IsFunctionWord(word) && !editions.HasFold(word) && !strings.HasSuffix(word, "ed")
}

// labelAbbreviations are labels with their full stop, as texts on law and learning have them.
var labelAbbreviations = wordlist.SetOf("no. nos. sec. secs. art. arts. fig. figs. vol. vols. p. pp. ch. u.s.c. c.f.r. stat. par. co. ext. tel. ex. dkt. rte. rm. apt. ste. bldg.")

// labelAbbreviated reports whether an abbreviation before byte offset at makes a label of the number there: "Sec. 1983".
func labelAbbreviated(text string, at int) bool {
	if at < 2 || text[at-1] != ' ' || text[at-2] != '.' {
		return false
	}
	start := strings.LastIndexByte(text[max(0, at-12):at-1], ' ') + 1
	if start == 0 {
		start = strings.LastIndexByte(text[max(0, at-12):at-1], '\n') + 1
	}
	return labelAbbreviations.Has(strings.ToLower(strings.TrimLeft(text[max(0, at-12)+start:at-1], "(")))
}

// streets end the names of streets.
var streets = wordlist.SetOf("street avenue road boulevard parkway lane drive place square court terrace way highway loop circle trail plaza route rise close brae wynd quay gardens crescent mews grove walk st ave rd blvd")

// isStreet reports whether the word behind byte offset at makes a street's name of the one before.
func isStreet(text string, at int) bool {
	word := prose.After(text, at)
	return word != "" && prose.IsUpper(word[0]) && streets.HasFold(word)
}

// isAddress reports whether what follows byte offset at is the name of a street, so that the number before it is a house's.
func isAddress(text string, at int) bool {
	for range 4 {
		word := prose.After(text, at)
		if word == "" || !prose.IsUpper(word[0]) || text[at] != ' ' {
			return false
		}
		if streets.HasFold(word) || prose.AnyOf(strings.HasSuffix, word, "strasse", "straße", "gasse") {
			return true
		}
		if at += 1 + len(word); len(word) == 1 && strings.HasPrefix(text[at:], ".") { // 1812 E. Main St.
			at++
		}
	}
	return false
}

// oneIn reports whether the number at byte offset at is what one counts against: "one in 2000".
func oneIn(text string, at int) bool {
	one := strings.TrimSuffix(text[:at], " in ")
	for _, other := range [...]string{"the one", "The one", "number one", "only one", "number 1"} { // the one in 1981
		if strings.HasSuffix(one, other) {
			return false
		}
	}
	if next := prose.After(text, at+len("1984")); text[at+len("198")] != '0' && !prose.IsPluralNoun(next) && !counted.Has(next) { // not round, and it counts nothing: the county asked for one in 1984
		return false
	}
	return len(one) < at && (strings.HasSuffix(one, " one") || strings.HasSuffix(one, "One") || strings.HasSuffix(one, " 1") || one == "1" || one == "one")
}
