package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// section is what the heading above a part of a narrative says of its years: "2006: Civil war", "The siege (1911–1913)", "1918".
type section struct {
	line     int  // where the heading's line begins, plus one; 0 before the first, and when another section has begun
	from, to int  // years
	scanned  int  // up to where later headings have been looked for
	others   bool // a heading without a year stands below: of a part of the section, or of the next
}

// read notes the year of a stated date that stands in a heading, and reports whether it does.
func (s *section) read(text string, e *expr.Expr) bool {
	start, ok := headingAt(text, e)
	if !ok {
		return false
	}
	y := e.Parts.Year
	if s.line == start+1 {
		s.from, s.to = min(s.from, y), max(s.to, y)
		return true
	}
	*s = section{line: start + 1, from: y, to: y, scanned: e.End}
	return true
}

// pass looks for headings without a year up to byte offset at.
func (s *section) pass(text string, at int) {
	for s.line > 0 && !s.others && s.scanned < at {
		end := strings.IndexByte(text[s.scanned:at], '\n')
		if end < 0 {
			return
		}
		line := strings.TrimSpace(text[s.scanned : s.scanned+end])
		s.others = line != "" && len(line) <= prose.LongestHeading && prose.IsLetter(line[len(line)-1]) && text[s.scanned-1] == '\n'
		s.scanned += end + 1
	}
}

// leave ends the section at a stated date of another year below a heading without one, which then was that of the next section; at one of the year behind it goes on into that.
func (s *section) leave(e *expr.Expr) {
	switch {
	case s.has(e.Parts.Year):
	case s.others:
		*s = section{}
	case e.Parts.Year == s.to+1 && e.Parts.Has(expr.HasMonth):
		s.to = e.Parts.Year
	}
}

// has reports whether a year is of the section, or no heading has given any.
func (s *section) has(year int) bool {
	return s.line == 0 || year >= s.from && year <= s.to
}

// headingAt gives the line of the expression where that is a heading: a short line without a full stop, that begins or ends with
// the date, as headings do that give one.
func headingAt(text string, e *expr.Expr) (line int, ok bool) {
	line = max(0, e.Start-prose.LongestHeading)
	if i := strings.LastIndexByte(text[line:e.Start], '\n'); i >= 0 {
		line += i + 1
	} else if line > 0 {
		return 0, false
	}
	rest := text[e.End:min(len(text), e.End+prose.LongestHeading)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	} else if len(rest) == prose.LongestHeading || line == 0 {
		return 0, false // a text of one line is no heading
	}
	first := strings.TrimLeft(text[line:e.Start], "# =*\t")
	if yearBegins(first) {
		first = ""
	}
	last := strings.TrimRight(rest, " =*\t")
	switch {
	case len(text[line:e.Start])+len(rest) > prose.LongestHeading, prose.AnyOf(strings.HasSuffix, last, ".", ",", "?", "!"):
		return 0, false
	case first == "" && (last == "" || prose.AnyOf(strings.HasPrefix, last, ":", "-", "(", "/", "–", " –", " -")):
		return line, true
	case strings.Trim(last, ")]") == "" || yearEnds(last):
		return line, true
	}
	return 0, false
}

// yearBegins reports whether nothing stands before but the first year of a range: "1983–".
func yearBegins(said string) bool {
	year := strings.TrimRight(said, "–- ")
	return len(year) < len(said) && year != "" && strings.Trim(year, "0123456789BCE ") == ""
}

// yearEnds reports whether nothing follows but the second year of a range: "–1963)".
func yearEnds(rest string) bool {
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "–"), "-/")
	return strings.Trim(rest, "0123456789)BCE ") == "" && strings.ContainsAny(rest, "0123456789")
}

// setApart reports whether an expression stands alone in brackets, as a day in another calendar does, "23 February (8 March)": the narrative does not
// follow it.
func setApart(text string, e *expr.Expr) bool {
	return e.Start > 0 && text[e.Start-1] == '(' && strings.HasPrefix(text[e.End:], ")")
}

// comingOn reports whether a season is told to be near and not yet there, so that the narrative does not go to it, "for winter was coming on"; or a date to be what something was meant
// for.
func comingOn(text string, e *expr.Expr) bool {
	if said := prose.ClauseBefore(text, e.Start); strings.Contains(said, "intended for ") || strings.Contains(said, " meant for ") { // cotton, intended for the fair in July
		return true
	}
	return e.Parts.Has(expr.HasSeason) && prose.AnyOf(strings.HasPrefix, text[e.End:], " was coming", " was approaching", " was near", " was drawing", " coming on", " approaching", " approached",
		" drew near", " drawing near")
}

// besides reports whether the date at byte offset start is one that the date which ends at byte offset last is only near: "on 12 December, shortly before
// Christmas".
func besides(text string, last, start int) bool {
	if last > start {
		return false
	}
	switch text[last:start] {
	case ", shortly before ", ", shortly after ", ", just before ", ", just after ", ", soon after ", ", right after ", ", days before ", ", days after ":
		return true
	}
	return false
}

// remarkWords come before a date that the narrative only looks back or ahead to, or compares with.
var remarkWords = wordlist.SetOf(`since than compared opposed surpassing surpassed similar unlike planned scheduled expected due previous previously earlier already
	dating dates founded established born followed would`)

// looksBack reports whether the clause before expression k is told in the past perfect: "who had promised in January", and not "the diary which
// she had begun in 1900 breaks off in May"; or whether it is that since which something has gone on.
func looksBack(t string, found []expr.Expr, k int) bool {
	if strings.EqualFold(prose.Before(t, found[k].Start), "since") {
		return true
	}
	window := prose.ClauseBefore(t, found[k].Start)
	if k > 0 {
		window = window[min(len(window), max(0, len(window)-(found[k].Start-found[k-1].End))):]
	}
	return !strings.EqualFold(prose.Before(t, found[k].Start), "by") && pluperfect(window) // by 6 December they had fallen back: the narrative has gone on to then
}

// pluperfect reports whether "had" or "having" and its participle stand in the window.
func pluperfect(window string) bool {
	had := 0 // how many words ago
	for word := range strings.FieldsSeq(window) {
		switch {
		case word == "had", word == "having":
			had = 1
			continue
		case had > 0 && had <= pluperfectReach && text.IsParticiple(word):
			return true
		case had == 1 && (prose.Determiners.Has(word) || reflexives.Has(word)): // had her son treated, had himself crowned
			had = 0
		case had > 0:
			had++
		}
	}
	return had == 1 // "had in 1943 been crowned"
}

// reflexives are what one has something done to.
var reflexives = wordlist.SetOf("himself herself itself themselves")

// pluperfectReach is how many words on from "had" its participle may stand: "had not yet been", and not "had her son treated".
const pluperfectReach = 3

// perfectFollows reports whether what follows a date at the head of its sentence, or right before "had", is told in the past perfect: "But in July 1891 the man had written", and not "By 1891 he had".
func perfectFollows(t string, e *expr.Expr) bool {
	if prep := prose.Before(t, e.Start); !strings.EqualFold(prep, "in") && !strings.EqualFold(prep, "on") {
		return false
	}
	if strings.Count(prose.SentenceBefore(t, e.Start, prose.ClauseReach), " ") > 3 && !strings.HasPrefix(t[e.End:], " had ") { // and: the inspector who passed her in June had done so by telephone
		return false
	}
	main, _, _ := strings.Cut(prose.SentenceAfter(t, e.End, prose.SentenceReach), ", and ")
	end := 0
	for word := range strings.FieldsSeq(main) {
		if subordinates.Has(word) || end > 0 && text.IsPast(word) && !strings.Contains(main[:end], "had") { // On 2 August he met the largest army they had ever raised
			break
		}
		end = strings.Index(main[end:], word) + end + len(word)
	}
	return pluperfect(main[:end])
}

// subordinates begin a clause that tells of another time than its sentence.
var subordinates = wordlist.SetOf("after before where which who whom whose that when while because as since until although though if")

// named reports whether a date stands behind what is named by it, which the narrative need not go to: "the recording of June 23, 1972".
func named(t string, e *expr.Expr) bool {
	if prose.Before(t, e.Start) != "of" {
		return false
	}
	words := strings.Fields(prose.ClauseBefore(t, e.Start))
	n := len(words)
	return n >= 3 && len(words[n-2]) > 4 && prose.Determiners.HasFold(words[n-3])
}

// isRemark reports whether the words around a stated date show that it is an aside.
func isRemark(t string, e *expr.Expr) bool { return setBeside(t, e) || inPluperfect(t, e) }

// inPluperfect reports whether a stated date is told in the past perfect, and so lies before what is told: "in July 1891 the man had written".
func inPluperfect(t string, e *expr.Expr) bool {
	return !strings.EqualFold(prose.Before(t, e.Start), "by") && pluperfect(prose.ClauseBefore(t, e.Start)) || perfectFollows(t, e)
}

// setBeside reports whether the words before a stated date set it beside what is told, earlier or later: in brackets, a comparison, a plan.
func setBeside(t string, e *expr.Expr) bool {
	if saidLater(t, e) || publishedThen(t, e) {
		return true
	}
	window := prose.SentenceBefore(t, e.Start, prose.ClauseReach)
	if i := strings.LastIndexByte(window, '('); i >= 0 && strings.IndexByte(window[i:], ')') < 0 {
		return true
	}
	window = prose.ClauseBefore(t, e.Start)
	for word := range strings.FieldsSeq(window) {
		if remarkWords.Has(word) {
			return true
		}
	}
	if e.Ranged && e.Parts.Have == expr.HasYear && relativeClause(window) {
		return true
	}
	return strings.Contains(window, " against a ") || strings.Contains(window, " as early as") || looksBackIn(window)
}

// saidLater reports whether an offset is when somebody said or wrote of what is told: "It was a relief," he wrote twenty-two years later.
func saidLater(t string, e *expr.Expr) bool {
	word := prose.Before(t, e.Start)
	return e.Kind == expr.Offset && e.Dir > 0 && (tense.SayingPast.Has(word) || recalling.Has(word))
}

// publishedThen reports whether a year is that of a book or a study that tells of what is told: "a study published in 1993", and not "the study was published in 1993".
func publishedThen(t string, e *expr.Expr) bool {
	if e.Parts.Have != expr.HasYear || prose.Before(t, e.Start) != "in" {
		return false
	}
	words := strings.Fields(prose.ClauseBefore(t, e.Start))
	n := len(words)
	return n >= 3 && publishing.Has(words[n-2]) && !tense.Passive.Has(words[n-3]) && words[n-3] != "and" && !strings.HasSuffix(words[n-3], ",")
}

// publishing are participles of what is written.
var publishing = wordlist.SetOf("published printed written declassified reprinted translated issued")

// recalling are verbs of who looks back.
var recalling = wordlist.SetOf("recalled remembered admitted confessed reflected claimed explained noted complained conceded boasted")

// looksBackIn reports whether the window has the "back in" of what was long before, and not the "back" of who returns: "came back in May 1813".
func looksBackIn(window string) bool {
	i := strings.Index(window, " back in ")
	return i >= 0 && !returning.Has(prose.Before(window, i))
}

// returning are verbs that "back" belongs to.
var returning = wordlist.SetOf("came come comes went go goes was were is be brought driven drove fell fall pushed pulled turned sent moved sailed rode flew taken took held won put him her them it")

// relativeClause reports whether a relative pronoun stands in the window: "the wars that divided the kingdom between 1642 and 1651".
func relativeClause(window string) bool {
	return prose.AnyOf(strings.Contains, window, " that ", " which ", " who ", " whose ")
}
