package timex

import (
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// What the words around the dates of a narrative show of which one goes on from which: the evidence of chart.go.

// scene is what the text shows of the expression that the search is at.
type scene struct {
	e       *expr.Expr
	k       int32      // its number
	last    int32      // that of the date before it
	leads   bool       // it begins its sentence
	opens   bool       // it begins its paragraph
	begins  bool       // it is the first one below the paragraph that tells what the text is about: the story begins, wherever that led
	named   bool       // it names something: "the recording of June 23, 1972"
	apart   bool       // it stands in brackets
	closes  bool       // it is the year in which the section of a heading ends: "Occupation (1936–1941)"
	remark  bool       // its words show that it is an aside
	earlier bool       // and it is one only if it lies before what is told: "in July 1891 the man had written"
	back    bool       // its clause looks back
	looks   bool       // it heads a clause that does: "In November he had assured them", which may be the November just gone
	onward  bool       // its sentence goes on to it from a date before
	follows bool       // it is the next date of the paragraph behind one that is stated
	early   bool       // it is the beginning of a year, in which something came about: "in early 1969 the expulsions began"
	said    int32      // the year that its sentence begins with; noYear where it does with none
	given   statedDays // the days of the text that it may name again
	ignored float32    // what it costs not to go on from the expression before it
}

// straightOn reports whether a date begins the sentence behind that of a remark, a month or two later in the year: "The first half dates from February 1827. On 26 March".
func (z *resolver) straightOn(remark, e *expr.Expr) bool {
	if !remark.Aside || e.Start < remark.End || !remark.Parts.Has(expr.HasMonth) || !e.Parts.Has(expr.HasMonth) {
		return false
	}
	on := e.Parts.Month - remark.Parts.Month
	return on > 0 && on <= 2 && e.Start-remark.End <= len(". On the morning of ") && leads(z.text, e.Start)
}

// goesOnward reports whether the clause of expression k is joined to that of the date before it in its sentence: "in January 1911 they refused her; in December".
func goesOnward(t string, found []expr.Expr, k int) bool {
	if k == 0 || found[k].Start < found[k-1].End {
		return false
	}
	between := t[found[k-1].End:found[k].Start]
	if len(between) > sameBreath || strings.ContainsAny(between, "()\n") {
		return false
	}
	and := prose.LastIndex(between, " and ")
	if and >= 0 && !prose.EndsSentence(between) && text.IsPast(prose.After(between, and+len(" and"))) { // signed in January 2005 and moved to Leeds in November
		return true
	}
	i := max(prose.LastIndex(between, "; "), and)
	return i >= 0 && strings.Count(between[i:], " ") <= 3 && !prose.EndsSentence(between[:i]) && !prose.EndsSentence(between[i+1:])
}

// notUntil reports whether the date at byte offset at is that of what came about late: "was not finished until the 4th of November".
func notUntil(t string, at int) bool {
	return prose.Before(t, at) == "until" && prose.AnyOf(strings.Contains, prose.ClauseBefore(t, at), " not ", "n't ")
}

// followsStated reports whether expression k is of a month and the date before it a stated month or day of its paragraph: "By the end of March 1944 … In April".
func followsStated(t string, found []expr.Expr, k int) bool {
	last := dateBefore(found, k)
	if last < 0 || found[last].End > found[k].Start || found[last].Parts.Have == expr.HasYear || !found[k].Parts.Has(expr.HasMonth) {
		return false
	}
	stated, _ := dated(&found[last])
	return stated && strings.IndexByte(t[found[last].End:found[k].Start], '\n') < 0
}

// summer is the first month of the last season from which a sentence is not likely to go on into the next year.
const summer = 6

// yearLed is the bare year, or that of a spring or summer, that the sentence of expression k begins with: "In 1815 he was in Kingston, where he wrote the letter dated
// September 6"; noYear where it begins with none.
func yearLed(t string, found []expr.Expr, k int) int32 {
	last := dateBefore(found, k)
	if last < 0 || found[last].Parts.Have&^expr.HasSeason != expr.HasYear || expr.SeasonStart[found[last].Parts.Season] > summer || found[last].Kind != expr.Point || found[last].Ranged || found[last].End > found[k].Start || !leads(t, found[last].Start) {
		return noYear
	}
	if between := t[found[last].End:found[k].Start]; prose.EndsSentence(between) || strings.ContainsAny(between, "()\n") {
		return noYear
	}
	return int32(found[last].Parts.Year)
}

// dateBefore is the index of the expression before number k that is of a date, -1 for none: durations, sets and vague references are not, as in "In 455 they plundered it for
// two weeks, from 2 to 16 June".
func dateBefore(found []expr.Expr, k int) int {
	for k--; k >= 0; k-- {
		if kind := found[k].Kind; kind != expr.Duration && kind != expr.Set && kind != expr.Reference {
			break
		}
	}
	return k
}
