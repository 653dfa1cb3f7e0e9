package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// A day that is kept, as a feast or in memory of what happened on it, is one of every year: "25 April has been kept as a day of remembrance since 1916".

// isKept reports whether a day of the year is told to be kept.
func isKept(t string, e *expr.Expr) bool {
	if !e.Parts.Has(expr.HasDay) && e.Parts.Holiday == nil || e.Parts.Has(expr.HasHour|expr.HasTod) {
		return false
	}
	before := t[:e.Start]
	if len(before) > closeBehind {
		before = before[len(before)-closeBehind:]
	}
	return prose.AnyOf(strings.HasPrefix, t[e.End:], keptBehind[:]...) || prose.AnyOf(strings.HasSuffix, before, keptBefore[:]...) || asFeast(t, e)
}

var (
	// keptBehind follow a day that is kept.
	keptBehind = [...]string{" has been kept ", " has been celebrated ", " has been observed ", " has been marked ", " is kept ", " is celebrated ", " is observed ", " is marked as ", " has remained a ", " became the feast ", " became a public holiday", " became a national holiday", " as a day of ", " is still kept ", " is still celebrated "}
	// keptBefore stand before one.
	keptBefore = [...]string{" has been observed on ", " has been celebrated on ", " has been kept on ", " has been marked on ", " still marks ", " still celebrates ", " still keeps "}
)

// asFeast reports whether the Fourth of July is what is or is not celebrated, and no day on which something happened: "the town is said to have ignored the Fourth of July".
func asFeast(t string, e *expr.Expr) bool {
	return strings.HasSuffix(t[:e.End], " Fourth of July") && keeping.Has(prose.Before(t, e.Start))
}

// keeping are verbs of what is done with a feast.
var keeping = wordlist.SetOf("celebrate celebrated celebrates keep kept keeps mark marked marks observe observed observes ignore ignored ignores")

// isFeast reports whether a text goes on from a day with what is kept on it: " is today the national day", " is a public holiday".
func isFeast(rest string) bool {
	rest, is := strings.CutPrefix(rest[:min(len(rest), prose.SentenceReach)], " is ")
	words := strings.Fields(rest)
	for k, word := range words[:min(6, len(words))] {
		switch word = strings.TrimRight(word, ".,;"); word {
		case "holiday", "feast", "day":
			return is && k > 0
		}
	}
	return false
}
