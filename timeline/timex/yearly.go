package timex

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// What the words around a date say that makes it one of every year: how often, what is usual, what nature does.

// saidYearly reports whether the words around expression k say that it comes every year, in whatever tense.
func (z *resolver) saidYearly(found []expr.Expr, k int) bool {
	e := &found[k]
	if k > 0 && found[k-1].Kind == expr.Set && found[k-1].End <= e.Start && !(found[k-1].Rule == "every" && found[k-1].Quant == "") { // and not: 500,000 tons per month from May to July
		between := z.text[found[k-1].End:e.Start]
		if between == " from " && e.Ranged && !(k+1 < len(found) && fewDays(&e.Parts, &found[k+1].Parts)) || between == " in " && e.Parts.Has(expr.HasSeason) && !(z.news && strings.Contains(prose.SentenceBefore(z.text, found[k-1].Start, prose.SentenceReach), " will ")) { // six days a week from May to October, every other week in winter
			return true
		}
	}
	if k > 0 && z.besideYearly(&found[k-1], e) || ofUsual(z.text, e) || atItsHeight(z.text, e) || ofNature(z.text, e.Start) || exceptOn(z.text, e.Start) {
		return true
	}
	return eachYear(z.text, e.End) || isKept(z.text, e) || isMean(z.text, e) || z.usual(e) || z.whenSo(found, k) || z.opensHours(found, k) || closedOn(z.text, e.Start) || z.inGeneral(e)
}

// besideYearly reports whether an expression stands right behind one that says how often in a year, or that comes every year itself: "twice a year, in April and at the end of
// October", "drained each October and filled again in May".
func (z *resolver) besideYearly(last, e *expr.Expr) bool {
	if last.End > e.Start || !e.Parts.Has(expr.HasMonth|expr.HasSeason) {
		return false
	}
	between := z.text[last.End:e.Start]
	switch {
	case last.Kind == expr.Set && last.Amount.Unit == "Y":
		return between == ", in " || between == " in " || between == ", on " || between == " on " || between == ", at "
	case last.Kind == expr.Set && last.Parts.Has(expr.HasMonth|expr.HasSeason):
		return strings.HasPrefix(between, " and ") && strings.HasSuffix(between, " again in ")
	case last.Recurs && last.Parts.Has(expr.HasMonth|expr.HasSeason) && !last.Ranged:
		return between == " and " || between == " or " || between == ", " && e.Parts.Have == expr.HasMonth || between == " and in " || between == " and at "
	}
	return false
}

// ofUsual reports whether a month is one of many, of which something usual is told: "a quarter of the usual total for December".
func ofUsual(t string, e *expr.Expr) bool {
	if e.Parts.Have != expr.HasMonth || e.Mod != "" {
		return false
	}
	said, prev := prose.SentenceBefore(t, e.Start, prose.SentenceReach), prose.Before(t, e.Start)
	i := prose.LastIndex(said, " usual ")
	return i >= 0 && (prev == "for" || prev == "in") && strings.Count(said[i:], " ") <= 5
}

// atItsHeight reports whether a month or season is told to be the one in which something is most so: "rainfall is highest in July", "January is the coldest month".
func atItsHeight(t string, e *expr.Expr) bool {
	if e.Parts.Have != expr.HasMonth && e.Parts.Have != expr.HasSeason || e.Mod != "" {
		return false
	}
	rest := prose.SentenceAfter(t, e.End, prose.ClauseReach)
	return (isHighest(rest) || isHighestIn(t, e.Start)) && !ofOneYear(rest)
}

// isHighest reports whether what stands behind a month goes on with what is most so in it: " is the coldest month".
func isHighest(rest string) bool {
	if !strings.HasPrefix(rest, " is the ") {
		return false
	}
	words := strings.Fields(rest)
	return len(words) > 3 && heights.Has(words[2]) && prose.AnyOf(strings.HasPrefix, words[3], "month", "season", "time")
}

// isHighestIn reports whether what stands before byte offset start tells what is most so: "rainfall is highest in".
func isHighestIn(t string, start int) bool {
	if prose.Before(t, start) != "in" {
		return false
	}
	words := strings.Fields(prose.ClauseBefore(t, start))
	n := len(words)
	return n > 2 && heights.Has(words[n-2]) && slices.ContainsFunc(words[max(0, n-5):n-2], func(word string) bool { return word == "is" || word == "are" })
}

// ofOneYear reports whether what stands behind a month sets it above those of one year or of some: " is the busiest month so far this year", " since 1980".
func ofOneYear(rest string) bool {
	words := strings.Fields(rest)
	for k, word := range words {
		next := " "
		if k+1 < len(words) {
			next = words[k+1]
		}
		if word == "since" || word == "so" && next == "far" || (word == "of" || word == "in") && prose.IsDigit(next[0]) {
			return true
		}
	}
	return false
}

// heights are what weather, places and trades are most in some part of every year.
var heights = wordlist.SetOf(`highest lowest hottest coldest warmest coolest wettest driest rainiest sunniest windiest foggiest busiest quietest cheapest dearest fullest heaviest lightest
	greatest strongest weakest best worst fairest greenest loveliest finest thickest densest deepest shallowest commonest longest shortest darkest`)

// ofNature reports whether the month or season at byte offset start is when plants, animals, waters or demand do what they do every year, told in the present: "demand peaks in
// June".
func ofNature(t string, start int) bool {
	prep := prose.Before(t, start)
	if prep != "in" && prep != "from" && prep != "between" && prep != "by" {
		return false
	}
	verb := prose.Before(t, start-1-len(prep))
	if !yearlyVerbs.Has(verb) {
		return false
	}
	prev := prose.Before(t, start-2-len(prep)-len(verb))
	return !prose.Determiners.Has(prev) && !tense.Modals.Has(prev) && prev != "to"
}

// yearlyVerbs are such verbs; as nouns they stand behind articles.
var yearlyVerbs = wordlist.SetOf("peak peaks bloom blooms flower flowers hatch hatches breed breeds nest nests ripen ripens freeze freezes thaw thaws melt melts migrate migrates spawn spawns swell swells calve calves moult moults")

// exceptOn reports whether a holiday is the one day left out of all: "it opened every day but Christmas".
func exceptOn(t string, start int) bool {
	return prose.AnyOf(strings.HasSuffix, t[:start], " every day but ", " every day except ", " daily except ", " every day but on ", " every day except on ")
}

// closedOn reports whether the date at byte offset start is one on which something is always shut: "Closed on Christmas Day and New Year's Day".
func closedOn(text string, start int) bool {
	said := strings.TrimLeft(prose.SentenceBefore(text, start, prose.SentenceReach), " ")
	if strings.HasPrefix(said, "Closed on ") && strings.Count(said, " ") < 8 {
		return true
	}
	return prose.AnyOf(strings.HasSuffix, text[:start], "; closed ", "; closed on ", " shut on ") && strings.Contains(text[max(0, start-prose.SentenceReach):start], "open ") // open daily; closed Christmas Day
}

// inGeneral reports whether a month is of every year because what is told of it can be, is often or is never so: "in July it can fall to minus 4", "nobody comes in March".
func (z *resolver) inGeneral(e *expr.Expr) bool {
	if prep := prose.Before(z.text, e.Start); e.Parts.Have != expr.HasMonth || !strings.EqualFold(prep, "in") {
		return false
	}
	if said := strings.ToLower(" " + strings.TrimLeft(z.clause(e).Told(), " \"“,")); prose.AnyOf(strings.Contains, said, " does not ", " do not ", " doesn't ", " don't ", " nobody ", " everybody ", " never ") {
		return !strings.Contains(said, " will ") && z.notPast(e)
	}
	rest := strings.Fields(prose.SentenceAfter(z.text, e.End, prose.ClauseReach))
	for _, word := range rest[:min(5, len(rest))] {
		switch {
		case word == "can", word == "always", mostly.Has(word), usually.Has(word):
			return z.notPast(e)
		case word == "if", word == "whether":
			return false
		}
	}
	return false
}

// usually are words that tell of a time in their clause that it is the usual one.
var usually = wordlist.SetOf("usually normally typically generally traditionally customarily commonly seldom rarely")

// mostly are words that tell so where nothing past is told.
var mostly = wordlist.SetOf("mostly mainly chiefly often sometimes")

// usual reports whether the clause before a date tells that it is the usual one: "they normally arrive in July", "salaries, usually reviewed in July".
func (z *resolver) usual(e *expr.Expr) bool {
	clause := z.clause(e).Said()
	if i := prose.LastIndex(strings.TrimSuffix(clause, ", from "), ", "); i >= 0 {
		clause = clause[i:]
	}
	for word := range strings.FieldsSeq(clause) {
		switch word = strings.TrimLeft(word, "\"“"); {
		case usually.Has(word), mostly.Has(word) && z.notPast(e):
			return true
		}
	}
	if i := strings.Index(clause, " used to "); i >= 0 && !tense.Passive.Has(prose.Before(clause, i)) { // and not: is used to plant an oak
		return true
	}
	return prose.AnyOf(strings.HasSuffix, clause, " on average in ", " on average on ", " season runs from ", " season lasts from ", " season ran from ", " season lasted from ", " last from ", " year runs from ", " now run from ", " trains run from ")
}

// whenSo reports whether a month or season is one of every year because of how things stand in it, of which nothing is told as still to come: "visits that fell in July, when the
// clinics are closed", and not "will meet in August, when the house is in recess".
func (z *resolver) whenSo(found []expr.Expr, k int) bool {
	e := &found[k]
	if k > 0 && e.Start-found[k-1].End == len(", in ") { // three years ago, in August, when nobody thinks about boilers
		return false
	}
	if e.Parts.Have != expr.HasMonth && e.Parts.Have != expr.HasSeason || e.Mod != "" {
		return false
	}
	then, ok := strings.CutPrefix(prose.SentenceAfter(z.text, e.End, prose.SentenceReach), ", when ")
	then, _, _ = strings.Cut(then, ",")
	return ok && text.TenseAround(then, 0, 0) == text.Pres && z.clause(e).WithoutYear() != tense.Future
}

// isMean reports whether a day of the year is one of several years taken together: "the mean laying date moved from 14 May to 5 May", "the average date was 6 May".
func isMean(t string, e *expr.Expr) bool {
	if !e.Parts.Has(expr.HasDay) || !e.Parts.Has(expr.HasMonth) {
		return false
	}
	said := strings.ToLower(prose.SentenceBefore(t, e.Start, prose.SentenceReach))
	for _, mean := range [...]string{"mean ", "median ", "average "} {
		if _, rest, ok := strings.Cut(said, mean); ok && prose.AnyOf(strings.Contains, rest, "date ", "date, ", "start of ", "end of ") {
			return true
		}
	}
	return strings.Contains(said, " on average, on ")
}

// eachYear reports whether what stands behind byte offset end makes the date there one of every year: "on 11 November each year".
func eachYear(text string, end int) bool {
	return prose.AnyOf(strings.HasPrefix, text[end:], " each year", " every year", " of each year", " of every year", " in each year", " in every year")
}

// yearly reports whether the sentence before a date says that it comes every year.
func yearly(before string) bool {
	if head := strings.TrimLeft(before, " "); strings.HasPrefix(head, "Every year ") || strings.HasPrefix(head, "Each year ") {
		return true
	}
	return prose.AnyOf(strings.Contains, before, " every year", " each year", " annually ", " a year in ", " a year, in ", " a year, on ", " daily from ", " daily between ")
}
