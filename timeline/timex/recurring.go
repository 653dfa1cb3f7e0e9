package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// What comes every year has no year: "rain falls from May to September", "a fair is held every year on 11 November". In a narrative such is what is told of a
// month, a season or a day in the present tense, while the past is told in its own, or stands in a section on the climate, the festivals or how to get there. The
// narrative does not go to it.

// noteRecurring finds the dates that come every year.
func (z *resolver) noteRecurring(found []expr.Expr) {
	var presumed []int // those that only the tense shows
	last := 0          // where the last one ends; 0 for none
	guide, paragraph := guide{text: z.text}, paragraph{text: z.text}
	for k := range found {
		e := &found[k]
		stated, incomplete := dated(e)
		if stated {
			last = 0
		}
		if !incomplete || e.Parts.Has(expr.HasWeekday) && e.Parts.Has(expr.HasDay) { // Thursday 12 June is of one year
			continue
		}
		ends := k > 0 && found[k-1].Ranged && found[k-1].Recurs
		sure := z.saidYearly(found, k) || z.besideSeason(found, k) || guide.at(e.Start) && z.untold(e) || ends && !(len(presumed) > 0 && presumed[len(presumed)-1] == k-1)
		if !sure && !ends && !z.customary(e) && !z.seasonal(found, k) {
			day := e.Parts.Has(expr.HasDay) || e.Parts.Holiday != nil
			if !(last > 0 && z.sameParagraph(last, e.Start) || !day && paragraph.timeless(e.Start)) || !z.untold(e) {
				continue
			}
		}
		e.Recurs, last = true, e.End
		if !sure {
			presumed = append(presumed, k)
		}
	}
	if len(presumed) > 0 && z.toldInPresent(found) {
		for _, k := range presumed {
			found[k].Recurs = false
		}
	}
}

// besideSeason reports whether expression k is one of two seasons that are set against each other: "freezing in winter and stifling in summer".
func (z *resolver) besideSeason(found []expr.Expr, k int) bool {
	alone := func(n int) bool {
		return n >= 0 && n < len(found) && found[n].Parts.Have == expr.HasSeason && found[n].Kind == expr.Point && !found[n].Rel.Set && prose.Before(z.text, found[n].Start) == "in" && isWord(z.text[found[n].Start:found[n].End])
	}
	beside := func(a, b int) bool {
		return alone(a) && alone(b) && found[a].Parts.Season != found[b].Parts.Season && found[b].Start-found[a].End < sameBreath && !prose.EndsSentence(z.text[found[a].End:found[b].Start])
	}
	return beside(k, k+1) || beside(k-1, k)
}

// noteYearly finds the dates of news that are said to come every year.
func (z *resolver) noteYearly(found []expr.Expr) {
	for k := range found {
		e := &found[k]
		if z.usualQuarter(found, k) {
			e.Recurs = true
			continue
		}
		if _, incomplete := dated(e); !incomplete || strings.HasSuffix(z.text[:e.Start], " due on ") && !eachYear(z.text, e.End) { // comes twice a year, and is due on 6 October
			continue
		}
		switch {
		case k > 0 && found[k-1].Ranged && found[k-1].Recurs:
			e.Recurs = true
		case e.Parts.Have == expr.HasSeason && e.Mod == "" && isWord(z.text[e.Start:e.End]) && strings.EqualFold(prose.Before(z.text, e.Start), "in"): // the last car goes up at 5 p.m. in winter, and not: in the winter
			e.Recurs = true
		case z.saidYearly(found, k), z.seasonal(found, k):
			e.Recurs = true
		default:
			e.Recurs = !(e.Ranged && k+1 < len(found) && fewDays(&e.Parts, &found[k+1].Parts)) && yearly(z.clause(e).Said()) && z.notPast(e)
		}
	}
}

// usualQuarter reports whether expression k is a quarter that is said to be of every year: "sales usually dip in the first and third quarters".
func (z *resolver) usualQuarter(found []expr.Expr, k int) bool {
	e := &found[k]
	if e.Kind != expr.Point || e.Rel.Set || e.Parts.Have != expr.HasQuarter {
		return false
	}
	if k > 0 && found[k-1].Recurs && found[k-1].Parts.Have == expr.HasQuarter && z.text[found[k-1].End:e.Start] == " and " {
		return true
	}
	end := e.End
	if k+1 < len(found) && found[k+1].Parts.Have == expr.HasQuarter && found[k+1].Start > end && z.text[end:found[k+1].Start] == " and " { // in the first and third quarters of each year
		end = found[k+1].End
	}
	return eachYear(z.text, end) || z.usual(e)
}

// opensHours reports whether expression k begins a range of days at the head of the hours that a list has for it: "1 April to 31 October: daily, 10 a.m. to 6 p.m."
func (z *resolver) opensHours(found []expr.Expr, k int) bool {
	if k+1 >= len(found) || !found[k].Ranged || !strings.HasPrefix(z.text[found[k+1].End:], ": ") {
		return false
	}
	line, _, _ := strings.Cut(z.text[found[k+1].End:min(len(z.text), found[k+1].End+prose.LongestHeading)], "\n")
	return strings.ContainsAny(line, "0123456789") || prose.AnyOf(strings.Contains, line, "daily", "dawn", "dusk", "closed", "open") // and not: 24 March to 10 April: Streethay to Fradley
}

// seasonal reports whether expression k begins a range of the year in which something is told in the present to be so: "typhoons strike from June to November", and not "the show
// runs from June to November".
func (z *resolver) seasonal(found []expr.Expr, k int) bool {
	e := &found[k]
	if prep := prose.Before(z.text, e.Start); !found[k].Ranged || prep != "from" && prep != "between" {
		return false
	}
	said := z.clause(e).Said()
	words := strings.Fields(said)
	if n := len(words); n < 2 || tense.Plans.Get(words[n-2])&tense.PlanPresent != 0 && !strings.Contains(said, " season") { // the cyclone season runs from November to April, and not: the trial runs
		return false
	}
	if k+1 < len(found) && fewDays(&e.Parts, &found[k+1].Parts) { // closed from 24 December to 2 January
		return false
	}
	return z.clause(e).Around() == text.Pres
}

// longestBreak is how many days a range may be of that is rather of this year than of every one.
const longestBreak = 21

// fewDays reports whether two days of the year are the ends of a short range.
func fewDays(first, last *expr.Parts) bool {
	day := func(p *expr.Parts) bool { return p.Has(expr.HasDay) || p.Holiday != nil }
	if !day(first) || !day(last) {
		return false
	}
	from, to := first.InYear(2001), last.InYear(2001)
	if to.Compare(from) < 0 {
		to = last.InYear(2002)
	}
	return from.DaysUntil(to) <= longestBreak
}

// isWord reports whether a text is one word in small letters.
func isWord(s string) bool {
	return prose.IsLetter(s[0]) && !prose.IsUpper(s[0]) && strings.IndexByte(s, ' ') < 0
}

// notPast reports whether the clause of an expression tells nothing past; who says so behind a quotation does not count.
func (z *resolver) notPast(e *expr.Expr) bool {
	if i := strings.IndexAny(prose.SentenceAfter(z.text, e.End, prose.SentenceReach), "\"”"); i >= 0 {
		return text.TenseAround(z.text[:e.End+i], e.Start, e.End) != text.Past
	}
	return z.clause(e).Around() != text.Past
}

// paragraph tells whether the one that holds a date tells nothing past.
type paragraph struct {
	text string
	end  int  // up to where the paragraph was read last
	is   bool // and it was timeless
}

// paragraphReach is how many bytes of a paragraph around a date are read.
const paragraphReach = 600

// timeless reports whether the paragraph around byte offset at, which is no less than at the call before, is told in the present tense throughout, of an animal or a plant:
// "the rut takes place from late November".
func (p *paragraph) timeless(at int) bool {
	if at < p.end {
		return p.is
	}
	from, to := max(0, at-paragraphReach), min(len(p.text), at+paragraphReach)
	if i := strings.LastIndexByte(p.text[from:at], '\n'); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexByte(p.text[at:to], '\n'); i >= 0 {
		to = at + i
	}
	p.end, p.is = to, false
	before, prev, present := "", "", false
	for word := range strings.FieldsSeq(p.text[from:to]) {
		word = strings.Trim(word, ".,;:()\"")
		if tense.ToldVerbs.Has(word) || text.IsPast(word) && !customs.Has(prev) && !customs.Has(before) && prev != "be" { // and not: are barely grown
			return false
		}
		present = present || customs.Has(word)
		before, prev = prev, word
	}
	p.is = present
	return present
}

// toldInPresent reports whether the past itself is told in the present tense, "In 1914 Austria is at war", as the tense around the stated dates shows.
func (z *resolver) toldInPresent(found []expr.Expr) bool {
	past, present := 0, 0
	for k := range found {
		if stated, _ := dated(&found[k]); !stated {
			continue
		}
		switch z.clause(&found[k]).Around() {
		case text.Past:
			past++
		case text.Pres:
			present++
		}
	}
	return present*2 > past
}

// sameParagraph reports whether no line ends between two offsets, which are not far apart.
func (z *resolver) sameParagraph(from, to int) bool {
	return from <= to && to-from <= dayReach && strings.IndexByte(z.text[from:to], '\n') < 0
}

// untold reports whether the sentence of a date tells of nothing past, and of nothing that will be.
func (z *resolver) untold(e *expr.Expr) bool {
	if z.clause(e).Around() == text.Past {
		return false
	}
	prev := ""
	for word := range strings.FieldsSeq(z.clause(e).Said()) {
		if word == "will" || tense.ToldVerbs.Has(word) || text.IsPast(word) && !customs.Has(prev) && prev != "be" {
			return false
		}
		prev = word
	}
	return true
}

var (
	// customs are the auxiliaries that tell in the present tense what is so, or can, may or should be done, whenever a time of the year has come.
	customs = wordlist.SetOf("is are do does can may must should cannot")
	// callings follow an auxiliary that only gives a name, or tells of the past: "in what is known as the August Decrees", "may have died in May".
	callings = wordlist.SetOf("known called considered said thought believed have")
)

// closeBehind is how many bytes before a day of the year its auxiliary may stand: "is celebrated on 30 September".
const closeBehind = 32

// customary reports whether the clause around a date tells what is always so.
func (z *resolver) customary(e *expr.Expr) bool {
	if tense.Limits.Has(prose.Before(z.text, e.Start)) && !e.Ranged { // leave is stopped until the end of August
		return false
	}
	before := z.scheduleBefore(e.Start)
	if strings.Count(before, "\"")%2 == 1 || prose.LastIndex(before, "“") > prose.LastIndex(before, "”") { // said, of the time of the saying
		return false
	}
	if yearly(before) || strings.HasSuffix(before, ", closed in ") || strings.HasSuffix(before, ", open in ") {
		return z.clause(e).Around() != text.Past
	}
	if e.Parts.Has(expr.HasDay) || e.Parts.Holiday != nil {
		if isFeast(z.text[e.End:]) {
			return true
		}
		if !tellsCustom(before[max(0, len(before)-closeBehind):]) {
			return false
		}
	} else if !tellsCustom(before) && !tellsCustom(prose.SentenceAfter(z.text, e.End, prose.SentenceReach)) {
		return false
	}
	t := z.clause(e).Around()
	return t == text.Pres || t == text.Fut
}

// tellsCustom reports whether one of the words of a text is an auxiliary that tells what is always so.
func tellsCustom(said string) bool {
	custom := false
	for word := range strings.FieldsSeq(said) {
		if custom && !callings.Has(word) {
			return true
		}
		custom = customs.Has(word)
	}
	return custom
}
