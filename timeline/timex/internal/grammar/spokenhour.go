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

// An hour and no more, "at nine they planted the flag", "up at 5.30", may be an age, a price or a count as well: which it is, what stands around it tells.

// spokenHour reads "nine", "9", "5.30" and "seven thirty" behind "at", "by about", "after" and the like.
func spokenHour(r *run, i int) (*expr.Expr, int) {
	l, prep := &r.lx[i], i-1
	if e := r.headsLine(i); e != nil {
		return e, i + 1
	}
	if e, end := r.headsTold(i); end > i {
		return e, end
	}
	if prep > 0 && r.lx[prep].class == lexicon.Approx && r.lx[prep].entry.Value == "APPROX" && r.joined(prep) {
		prep-- // about nine
	}
	if prep < 0 || !r.joined(i) || l.cap || measured.HasFold(prose.Before(r.text, r.lx[prep].start)) {
		return nil, i
	}
	c, end := r.hourSpoken(i)
	if e, last := r.hourOfDay(c, prep, i, end); last > end {
		return e, last
	}
	heads := end > i && r.headsClause(prep, end)
	switch {
	case end == i, r.joined(end) && !heads && !r.goesOnBehindHour(end):
		return nil, i
	case !r.beforeHour(prep):
		return nil, i
	}
	last := r.lx[end-1].end
	at := r.lx[prep].is("AT")
	if next := prose.After(r.text, last); !heads && !dayEnds(r.text, last) && (!at || l.class == lexicon.Int || !prose.IsName(next) && next != "the") || next == "of" {
		return nil, i
	}
	if countsNamed(r.text, last) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "spoken-hour", Kind: expr.Point, Type: expr.TimeType, Start: r.lx[prep+1].start, End: last, Spoken: true})
	e.Parts.SetClock(c.hour, c.minute, c.second)
	return e, end
}

// hourOfDay reads the hour c, of lexemes i to end, with the day behind it: "at nine on Tuesday", "by about 10.30 tomorrow". prep is the lexeme of its preposition.
func (r *run) hourOfDay(c clockTime, prep, i, end int) (*expr.Expr, int) {
	l := &r.lx[prep]
	counted := (l.is("BY") || l.class == lexicon.Dir && l.entry.Value == "FROM") && r.lx[i].class != lexicon.Num || l.class == lexicon.Dir && r.reads(i, "one") // after one on Feb. 4
	if end == i || !r.beforeHour(prep) || l.is("AND") || l.is("TO") || counted || ends.HasFold(prose.Before(r.text, l.start)) {
		return nil, end
	}
	if !r.nextWord(end, "ON") && !(r.next(end, lexicon.Deictic) && r.lx[end].entry.Value != "N" && r.lx[end].entry.Value != "O") {
		return nil, end
	}
	e := r.new(expr.Expr{Rule: expr.RuleClock, Kind: expr.Point, Type: expr.TimeType, Start: r.lx[prep+1].start, End: r.lx[end-1].end})
	e.Parts.SetClock(c.hour, c.minute, c.second)
	if prep+1 < i {
		e.Mod = "APPROX"
	}
	return r.withDay(e, i, end)
}

// goesOnBehindHour reports whether lexeme i goes on with the sentence behind an hour: "up at five to light the stove", "from ten until four", and not "at nine days".
func (r *run) goesOnBehindHour(i int) bool {
	l := &r.lx[i]
	return l.is("AND") || l.is("TO") || l.is("UNTIL") || l.is("BY") || l.is("AT") || l.isThe() || l.class == lexicon.Dir && l.entry.Value != "AGO"
}

// minutesAlone reads "half past", "a quarter past" and "twenty to", of the hour told before: "We were told seven o'clock; at twenty past".
func minutesAlone(r *run, i int) (*expr.Expr, int) {
	j, minutes := i, 0
	if r.lx[j].isA() {
		j++
	}
	switch l := &r.lx[min(j, len(r.lx)-1)]; {
	case j >= len(r.lx) || j > i && !r.nextValue(j, lexicon.Unit, "Q"):
		return nil, i
	case l.class == lexicon.Half:
		minutes = 30
	case l.class == lexicon.Unit && l.entry.Value == "Q" && !l.entry.Plural:
		minutes = 15
	case (l.class == lexicon.Num || l.class == lexicon.Int && l.plain) && l.number%5 == 0 && l.number > 0 && l.number < 30:
		minutes = l.number
	default:
		return nil, i
	}
	to := r.nextWord(j+1, "TO") && minutes < 30
	if !to && !r.nextValue(j+1, lexicon.Rel, "PAST") || !spokenPrepositions.Has(r.wordBefore(i)) || !dayEnds(r.text, r.lx[j+1].end) || r.next(j+2, lexicon.Num) || r.next(j+2, lexicon.Int) {
		return nil, i
	}
	if to {
		minutes = 60 - minutes
	}
	e := r.new(expr.Expr{Rule: "spoken-hour", Kind: expr.Point, Type: expr.TimeType, Start: r.lx[i].start, End: r.lx[j+1].end, HourTold: true})
	e.Parts.SetClock(0, minutes, -1)
	return e, j + 2
}

// headsClause reports whether lexeme prep is the "at" that begins a sentence, behind whose hour, which ends before lexeme end, somebody or something does what it tells: "At 7.27 a train
// left", and not "At 5.30 a share".
func (r *run) headsClause(prep, end int) bool {
	if !r.lx[prep].is("AT") || strings.TrimLeft(prose.SentenceBefore(r.text, r.lx[prep].start, prose.SentenceReach), " ") != "" {
		return false
	}
	last := r.lx[end-1].end
	next := prose.After(r.text, last)
	if next != "a" && next != "an" && next != "the" || r.text[last] != ' ' {
		return false
	}
	return !perUnit.Has(prose.After(r.text, last+1+len(next)))
}

// perUnit are what a price or a rate is of.
var perUnit = wordlist.SetOf("share barrel ton tonne pound ounce gallon bushel unit head piece time day week month year night dozen pair person mile litre kilo")

// headsLine reads the hour that begins a line of a log: "5.02 A colleague sees her at the stop".
func (r *run) headsLine(i int) *expr.Expr {
	l := &r.lx[i]
	if l.class != lexicon.Decimal || l.start == 0 || r.text[l.start-1] != '\n' {
		return nil
	}
	c, ok := dottedClock(r.text[l.start:l.end])
	if next := prose.After(r.text, l.end); !ok || next == "" || !prose.IsUpper(next[0]) || numbersSection(r.text, l.start) {
		return nil
	}
	e := r.new(expr.Expr{Rule: "spoken-hour", Kind: expr.Point, Type: expr.TimeType, Start: l.start, End: l.end, Spoken: true})
	e.Parts.SetClock(c.hour, c.minute, c.second)
	return e
}

// headsTold reads the hour about which something is told at the head of a sentence: "Around eight the officers came ashore", "About two, he says, it rained".
func (r *run) headsTold(i int) (*expr.Expr, int) {
	l := &r.lx[i]
	prep := prose.Before(r.text, l.start)
	if l.cap || !nears.Has(prep) || strings.TrimSpace(prose.SentenceBefore(r.text, l.start, prose.SentenceReach)) != prep {
		return nil, i
	}
	c, end := r.hourSpoken(i)
	if end == i || c.minute < 0 && l.class == lexicon.Decimal {
		return nil, i
	}
	last := r.lx[end-1].end
	told := last
	if strings.HasPrefix(r.text[told:], ", ") {
		told++
	}
	if !tellers.Has(prose.After(r.text, told)) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "leading-hour", Kind: expr.Point, Type: expr.TimeType, Start: l.start, End: last, Spoken: true})
	if i > 0 && r.lx[i-1].class == lexicon.Approx {
		e.Start, e.Mod = r.lx[i-1].start, "APPROX"
	}
	e.Parts.SetClock(c.hour, c.minute, c.second)
	return e, end
}

var (
	// nears are the prepositions of such an hour.
	nears = wordlist.SetOf("About Around Toward Towards")
	// tellers begin what is told behind it.
	tellers = wordlist.SetOf("the a an I he she it they we you there my his her our their someone somebody")
)

// numbersSection reports whether the number that begins a line at byte offset at is that of a section, as one of the ten before it shows, which no clock time is written like: "3.9 The works
// manager wrote" before "3.10 The tank has been dipped".
func numbersSection(t string, at int) bool {
	chapter, _, _ := strings.Cut(t[at:], ".")
	before := t[max(0, at-sectionsReach):at]
	for i := strings.LastIndex(before, "\n"+chapter+"."); i >= 0; i = strings.LastIndex(before[:i], "\n"+chapter+".") {
		if number := before[i+len("\n")+len(chapter)+len("."):]; len(number) > 1 && prose.IsDigit(number[0]) && number[1] == ' ' {
			return true
		}
	}
	return false
}

// sectionsReach is how many bytes back a section with a number of one digit is looked for.
const sectionsReach = 4000

// countsNamed reports whether a number that ends at byte offset at counts things with a name before them: "at two General Motors brake plants", and not "at nine Caesar attacked".
func countsNamed(t string, at int) bool {
	words := strings.Fields(prose.SentenceAfter(t, at, prose.SentenceReach))
	for k, word := range words[:min(5, len(words))] {
		switch {
		case prose.IsName(word):
		case k == 0, prose.Finite.Has(word), text.IsPast(word):
			return false
		default:
			return prose.IsPluralNoun(word) || k+1 < len(words) && prose.IsPluralNoun(words[k+1])
		}
	}
	return false
}

// hourSpoken reads the hour at lexeme i, and the minutes that go with it: "nine", "9", "5.30", "seven thirty"; end is i where there is none.
func (r *run) hourSpoken(i int) (c clockTime, end int) {
	l := &r.lx[i]
	switch {
	case l.class == lexicon.Decimal:
		if dotted, ok := dottedClock(r.text[l.start:l.end]); ok {
			return dotted, i + 1
		}
		return c, i
	case l.number < 1 || l.number > 12 || l.class == lexicon.Int && (!l.plain || l.digits > 2):
		return c, i
	}
	c = clockTime{l.number, -1, -1}
	if l.class == lexicon.Num && r.next(i+1, lexicon.Num) && r.lx[i+1].number >= 10 && r.lx[i+1].number < 60 {
		c.minute = r.lx[i+1].number
		return c, i + 2
	}
	return c, i + 1
}

// beforeHour reports whether lexeme i may stand before an hour alone: "at", "by", "from", "after", and the "and" of "between four and six", "at nine and five". Not: "won by six".
func (r *run) beforeHour(i int) bool {
	switch l := &r.lx[i]; {
	case l.is("AT"), l.is("UNTIL"), l.class == lexicon.Dir && l.entry.Value != "AGO" && l.entry.Value != "FROM":
		return true
	case l.is("AND"), l.is("TO"):
		return i >= 2 && (r.word(i-2, "BETWEEN") || r.value(i-2, lexicon.Dir, "FROM") || l.is("AND") && r.joined(i) && r.word(i-2, "AT")) && r.isHour(i-1)
	case l.is("BY"), l.is("BETWEEN"), l.class == lexicon.Dir && l.entry.Value == "FROM":
		word := strings.ToLower(prose.Before(r.text, l.start))
		return !margins.Has(word) && !measured.Has(word) && !tense.Counts(word) // and not: one by one
	}
	return false
}

// isHour reports whether an hour stands at lexeme i.
func (r *run) isHour(i int) bool {
	_, end := r.hourSpoken(i)
	return end > i
}

// margins are verbs and their adverbs whose "by" gives a difference, a factor or who did it.
var margins = wordlist.SetOf(`won win wins beat lost lose led lead leads ahead behind up down rose fell grew cut raised increased decreased reduced divided multiplied outnumbered
	shot killed written signed followed attended defeated fallen risen grown metres meters feet yards inches miles kilometres kilometers`)

// measured are words whose "at" gives a count, a price, a place or an age.
var measured = wordlist.SetOf(`stood stands stand remained remains priced put set estimated valued rated ranked ranks capped aged died born married number finished finish
	toll total count level looked look aimed quoted closed traded`)
