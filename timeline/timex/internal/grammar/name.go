package grammar

import (
	_ "embed"
	"fmt"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// nameFile lists proper names with a time expression in them.
//
//go:embed names.txt
var nameFile string

// worksFile lists whole proper names with a time expression in them.
//
//go:embed works.txt
var worksFile string

// work is what stands around a time expression in a proper name.
type work struct{ before, after string }

// works holds the proper names of works.txt by the time expression in them.
var works = wordlist.MapOf(readWorks(worksFile))

func readWorks(file string) map[string][]work {
	all := map[string][]work{}
	number := 0
	for line := range strings.Lines(file) {
		number++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		before, rest, open := strings.Cut(line, "[")
		name, after, shut := strings.Cut(rest, "]")
		if !open || !shut {
			panic(fmt.Sprintf("works.txt:%d: %q has no time expression in brackets", number, line))
		}
		all[name] = append(all[name], work{before, after})
	}
	return all
}

// inWork reports whether lexemes i to end, but for an article, are the time expression of a proper name of works.txt.
func (r *run) inWork(i, end int) bool {
	if r.lx[i].isThe() && i+1 < end {
		i++
	}
	start, rest := r.lx[i].start, r.text[r.lx[end-1].end:]
	for _, w := range works.Get(r.text[start:r.lx[end-1].end]) {
		if strings.HasSuffix(r.text[:start], w.before) && strings.HasPrefix(rest, w.after) && (len(rest) == len(w.after) || !prose.IsWordByte(rest[len(w.after)])) {
			return true
		}
	}
	return false
}

// namesBefore and namesAfter hold, for each kind of names.txt, the words of proper names around a time expression: those that stand before it, and those that follow.
var namesBefore, namesAfter = readNames(nameFile)

func readNames(file string) (before, after map[string]*wordlist.Set) {
	lists := map[string]map[string]string{"before": {}, "after": {}}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if lists[fields[0]] == nil || len(fields) < 3 {
			panic(fmt.Sprintf("names.txt:%d: %q is no list of words", number+1, line))
		}
		lists[fields[0]][fields[1]] += " " + strings.Join(fields[2:], " ")
	}
	sets := func(lists map[string]string) map[string]*wordlist.Set {
		all := map[string]*wordlist.Set{}
		for kind, list := range lists {
			all[kind] = wordlist.SetOf(list)
		}
		return all
	}
	return sets(lists["before"]), sets(lists["after"])
}

// nameKinds tells by class which lines of names.txt count.
var nameKinds = map[lexicon.Class]string{lexicon.Weekday: "weekday", lexicon.Deictic: "deictic", lexicon.Part: "part", lexicon.Season: "season", lexicon.Month: "month", lexicon.Holiday: "holiday"}

// partOfName reports whether the expression of lexemes i to end is a piece of a proper name: "Black Monday", "the Sunday Times", "USA
// Today", "\"This Week\"".
func partOfName(r *run, i, end int, e *expr.Expr) bool {
	first, last := &r.lx[i], &r.lx[end-1]
	if first.isThe() && i+1 < end {
		first = &r.lx[i+1]
	}
	if first == last && endsInStop(r.text, first) || inTitle(r.text, first.start, last.end) || inGame(r.text, first.start, last) {
		return true
	}
	if last.class == lexicon.Unit && last.cap && r.text[last.start] == 'C' && prose.IsName(prose.After(r.text, e.End)) && r.text[e.End] == ' ' && e.Parts.Has(expr.HasCentury) && e.Parts.Year >= 1900 { // 21st Century Fox
		return true
	}
	if !first.cap || e.Parts.Has(expr.HasYear|expr.HasDay) || e.Kind != expr.Point || e.Second != nil {
		return false
	}
	if kind := nameKinds[last.class]; kind != "" && last.cap {
		next := prose.After(r.text, e.End)
		if prose.IsName(next) && r.text[e.End] == ' ' && (namesAfter[kind].HasFold(next) || kind == "part" && first.class == lexicon.Weekday) { // Saturday Night Live
			return true
		}
	}
	kind := nameKinds[first.class]
	prev := prose.Before(r.text, first.start)
	switch {
	case r.namesPerson(first, last, end, kind, prev):
		return true
	case kind == "part" && prose.IsName(prose.After(r.text, last.end)) && r.text[last.end] == ' ' && prose.EqualFold(r.text[first.start:first.end], "dawn"): // by Dawn Petersen
		return true
	case kind == "part" && prev != "" && !prose.IsUpper(prev[0]) && prev != "at" && prev != "before" && prose.EqualFold(r.text[first.start:first.end], "dawn"): // tickets from Dawn
		return true
	case kind != "" && kind != "deictic" && kind != "weekday" && inTitleCase(r.text, first.start, prev): // The Lion In Winter
		return true
	case first.class == lexicon.Part && first == last && namesPart(r.text, first.start, last.end, prev): // Café Noon
		return true
	case first.class == lexicon.Holiday && prev != "" && prose.IsUpper(prev[0]) && r.text[first.start-1] == ' ' && !prose.IsFunctionWord(prev): // Johnnie Christmas, White Christmas
		return true
	case kind == "" || prev == "":
	case prose.IsUpper(prev[0]) && namesBefore[kind].HasFold(prev):
		return true
	case kind == "deictic" && r.text[first.start-1] == ' ': // Physics Today, the Today show
		return true
	}
	return first.class == lexicon.Rel && last.class == lexicon.Unit && last.cap && first.start > 0 && quoted(r.text, first.start, last.end) // on ABC's "This Week"
}

// endsInStop reports whether the full stop of a day's or month's abbreviation is rather that of its sentence, behind a name or an article: "she wrote for the Baltimore
// Sun.", and not "in Oslo on Sun."
func endsInStop(text string, l *lexeme) bool {
	if l.class != lexicon.Weekday && l.class != lexicon.Month || text[l.end-1] != '.' || l.start == 0 || text[l.start-1] != ' ' || !prose.EndsSentence(text[l.start:min(len(text), l.end+2)]+" ") {
		return false
	}
	prev := prose.Before(text, l.start)
	if prev == "and" {
		prev = prose.Before(text, l.start-len(" and"))
	}
	return strings.EqualFold(prev, "the") || prose.IsName(prev) && !prose.IsFunctionWord(prev)
}

// inTitleCase reports whether the word before byte offset at is a preposition with a capital that begins no sentence, as in the titles of works.
func inTitleCase(text string, at int, prev string) bool {
	if prev == "" || !prose.IsUpper(prev[0]) || text[at-1] != ' ' || !prose.DatePrepositions.HasFold(prev) {
		return false
	}
	start := at - 1 - len(prev)
	return start > 1 && text[start-1] == ' ' && prose.IsName(prose.Before(text, start))
}

// namesPart reports whether a part of the day with a capital, text[start:end], is a name: it stands beside another word with a capital, and
// neither begins its sentence nor follows a preposition of times.
func namesPart(text string, start, end int, prev string) bool {
	switch next := prose.After(text, end); {
	case prev == "" || text[start-1] != ' ':
		return false
	case prev == "High":
		return true
	case clockPrepositions.HasFold(prev):
		return false
	case next == "family", prev == "of" && prose.IsName(prose.Before(text, start-len(" of "))): // The Edge of Night
		return true
	case !prose.IsUpper(prev[0]) && prev != "in" && !prose.Determiners.Has(prev) && prev != "of" && prev != "about" && prev != "around": // Allen's Midnight in Paris
		return true
	default:
		return prose.IsName(prev) && !prose.IsFunctionWord(prev) || prose.IsName(next) && text[end] == ' ' && !prose.IsFunctionWord(next)
	}
}
