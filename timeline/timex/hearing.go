package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// A report of a trial, an inquest or an inquiry tells two stories: of the days on which that sat, and of the day, long before, that it heard about: "died when the boat
// overturned on 14 January. The court heard on Tuesday that she had left at about 07:25 … The alarm was raised at 08:50".

// hearing is what a report of one has told.
type hearing struct {
	looked  bool // it has been found out whether the text is such a report
	held    bool // it is one
	day     spot // the last day that was stated of what is heard about
	passed  spot // the last day that was one of the hearing itself, or was counted from the other
	telling bool // the words around it said so
}

const (
	hearingHead  = 800  // how many bytes from the head of a report it may say that it is one of a hearing
	hearingReach = 1500 // how many bytes behind the day that is heard about what lacks its day or year may still be of it
	heardAge     = 14   // how many days before its publication a report of a hearing tells of another day than that of the hearing
)

// sittings are what hears witnesses, and who are found there and hardly elsewhere. "Court" is none: tennis is played on one.
var sittings = wordlist.SetOf("inquest inquiry jury jurors tribunal coroner trial prosecutors prosecutor investigators investigation inspectors accused pleaded testified testimony hearing panel judge magistrate defendant guilty prosecution barrister indictment")

// hears are words of what is said in a hearing.
var hears = wordlist.SetOf("heard hear hears told testified evidence")

// sits are words of the sitting itself, and of the markets, which go by the day.
var sits = wordlist.SetOf("jury jurors judge verdict verdicts adjourned retired deliberated deliberations sentenced session proceedings resumed hearing trial court shares stock stocks trading")

// anyIn reports whether a word of the list stands in the window.
func anyIn(window string, list *wordlist.Set) bool { return countIn(window, list, 1) == 1 }

// countIn counts the words of the list that stand in the window, no more than enough.
func countIn(window string, list *wordlist.Set, enough int) (n int) {
	for word := range strings.FieldsSeq(window) {
		if list.HasFold(strings.TrimSuffix(strings.TrimSuffix(unmarked(word), "'s"), "’s")) {
			if n++; n == enough {
				break
			}
		}
	}
	return n
}

// unmarked is a word without the marks around it.
func unmarked(word string) string {
	if n := len(word); n > 0 && prose.IsLetter(word[0]) && prose.IsLetter(word[n-1]) { // as most have none
		return word
	}
	return strings.Trim(word, ",.;:\"“”‘’'()")
}

// noteHeard keeps the day just told in news if it is stated and lies so far back that a hearing is about it; if it is one of the hearing, or was counted from the other, that it
// has been passed.
func (z *resolver) noteHeard(e *expr.Expr) {
	h := &z.hearing
	far := z.day.date.DaysUntil(z.speech) > heardAge
	if !z.news || !far && h.day.end == 0 {
		return
	}
	if !h.looked {
		h.looked, h.held = true, z.reportsHearing()
	}
	switch {
	case !h.held:
	case far && (e.Parts.Has(expr.HasMonth) && e.Parts.Has(expr.HasDay) || z.day.date == h.day.date):
		h.day = z.day
	default:
		h.passed, h.telling = z.day, far || z.tellsOfHearing(e)
	}
}

// reportsHearing reports whether the head of the text names an inquest, or what else two sittings have.
func (z *resolver) reportsHearing() bool {
	head := z.text[:min(len(z.text), hearingHead)]
	return strings.Contains(head, " inquest") || countIn(head, sittings, 2) == 2
}

// tellsOfHearing reports whether the sentence of an expression says that it is one of what was said in a hearing: "she told the court in January".
func (z *resolver) tellsOfHearing(e *expr.Expr) bool {
	return z.hearing.day.end > 0 && anyIn(z.clause(e).Said(), hears)
}

// heardOf reports whether an expression of news that lacks its day is of the one that a hearing is about, and not of the sitting itself, as in "the hearing, which began at 1:30 p.m."
func (z *resolver) heardOf(e *expr.Expr) bool {
	h := &z.hearing
	if !z.news || h.day.end == 0 || e.Start < h.day.end || e.Start-h.day.end > hearingReach || e.Rule == expr.RuleTheUnit || e.Rule == expr.RuleLaterIn {
		return false
	}
	switch z.day.end {
	case h.day.end:
	case h.passed.end:
		between, far := z.text[h.passed.end:e.Start], h.passed.date.DaysUntil(z.speech) > heardAge
		if far && !prose.EndsSentence(between) { // the next day, at noon
			return false
		}
		if !h.telling && !z.tellsOfHearing(e) && (!strings.Contains(between, "\n") || e.Start-h.day.end > hearingReach/2) {
			return false
		}
	default:
		return false
	}
	c := z.clause(e)
	return c.Around() == text.Past && !anyIn(c.Told(), sits) && (z.tellsOfHearing(e) || !anyIn(c.Said(), sits))
}
