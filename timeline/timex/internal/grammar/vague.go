package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// plainReference reads the words that refer to the past, the present or the future without a date: "now", "recently", "soon".
func plainReference(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: l.entry.Value})
	switch l.class {
	case lexicon.Ref:
		if e.Weak = r.word(i+1, "AND") || r.nextWord(i+1, "AS"); l.cap && bids.HasFold(prose.After(r.text, l.end)) { // Now imagine a town
			return nil, i
		}
		return e, i + 1
	case lexicon.Future:
		if i > 0 && r.lx[i-1].is("IN") && r.joined(i) && (endsClause(r.text, l.end) || r.next(i+1, lexicon.Word)) { // in future, they will
			e.Ref = "FUTURE_REF"
			return e, i + 1
		}
		e.Ref, e.Narrative = "FUTURE_REF", true
		return e, i + 1
	case lexicon.Former:
		if next := prose.After(r.text, l.end); next == "" || prose.AfterDay.HasFold(next) || next == "and" || next == "of" { // the former, not the latter
			return nil, i
		}
		e.Narrative = true
		return e, i + 1
	case lexicon.Rel:
		if l.entry.Value == "RECENT" {
			e.Ref = "PAST_REF"
		} else if e.Ref = "PRESENT_REF"; l.entry.Value != "CURRENT" {
			return nil, i
		}
		if next := prose.After(r.text, l.end); e.Ref == "PRESENT_REF" && (next == "" || prose.AfterDay.Has(next) || next == "of" || currents.Has(next) || flowing.Has(prose.Before(r.text, l.start))) {
			return nil, i // the current of a river
		}
		if l.cap && prose.IsName(prose.After(r.text, l.end)) && prose.Before(r.text, l.start) != "" { // Current Biology
			return nil, i
		}
		e.Narrative = e.Ref == "PAST_REF"
		return e, i + 1
	}
	return nil, i
}

// currents are what a current of water or electricity does.
var currents = wordlist.SetOf("flows flowed flowing runs ran running fails failed makes make made carries carried sweeps swept set sets turned")

// flowing tell what kind of current one is.
var flowing = wordlist.SetOf("rip electric electrical ocean tidal direct alternating undersea")

// bids are verbs that ask the reader for something, which "now" before them only turns to.
var bids = wordlist.SetOf("imagine let let's suppose consider look listen think picture take")

// futureVerbs are what the future does: "what the future holds".
var futureVerbs = wordlist.SetOf("holds held looks looked seems seemed brings lies and")

// theReference reads "past", "future", "near future", "present" after "the".
func theReference(r *run, i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType})
	switch {
	case r.value(i, lexicon.Rel, "PAST"):
		e.Ref, e.Weak = "PAST_REF", true
		return e, i + 1
	case r.has(i, lexicon.Future):
		e.Ref = "FUTURE_REF"
		next := strings.ToLower(prose.After(r.text, r.lx[i].end))
		e.Narrative = next != "" && !prose.AfterDay.Has(next) && !futureVerbs.Has(next) // the future king
		return e, i + 1
	case (r.word(i, "NEAR") || r.has(i, lexicon.Filler)) && r.has(i+1, lexicon.Term) && r.lx[i+1].gap == gapSpace && r.inTerm(i):
		e.Ref = "FUTURE_REF"
		return e, i + 2
	case r.word(i, "NEAR") && r.next(i+1, lexicon.Future):
		e.Ref = "FUTURE_REF"
		return e, i + 2
	case (r.word(i, "NEAR") || r.value(i, lexicon.Rel, "RECENT")) && r.nextValue(i+1, lexicon.Rel, "PAST") && prose.After(r.text, r.lx[i+1].end) == "":
		e.Ref = "PAST_REF"
		return e, i + 2
	case r.has(i, lexicon.Present) && dayEnds(r.text, r.lx[i].end) && i > 1 && (r.lx[i-2].is("TO") || r.lx[i-2].is("UNTIL")) && r.joined(i-1): // from 1945 to the present
		e.Ref = "PRESENT_REF"
		return e, i + 1
	case r.word(i, "OTHER") && r.nextUnit(i+1, "D") && dayEnds(r.text, r.lx[i+1].end): // she said the other day
		e.Ref = "PAST_REF"
		return e, i + 2
	case r.value(i, lexicon.Moment, "NOW") && momentAlone(r, i):
		e.Ref = "PRESENT_REF"
		return e, i + 1
	}
	return nil, i
}

// presentDay reads "present" in "at present", and "present day" and "present-day".
func presentDay(r *run, i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "PRESENT_REF", Head: true})
	if r.nextUnit(i+1, "D") {
		return e, i + 2
	}
	if i > 0 && r.dashed(i) && r.lx[i-1].class == lexicon.Int && r.lx[i-1].digits == 4 && dayEnds(r.text, r.lx[i].end) { // (2013–present)
		return e, i + 1
	}
	next := prose.After(r.text, r.lx[i].end)
	if i > 0 && r.lx[i-1].is("AT") && r.joined(i) && (next == "" || prose.AfterDay.Has(next) || next == "and") {
		return e, i + 1
	}
	return nil, i
}

// inTerm reports whether the term of lexeme i, "near" or "short" or "long", is a time: "in the short term", "over the long term".
func (r *run) inTerm(i int) bool {
	switch word := strings.ToLower(r.text[r.lx[i].start:r.lx[i].end]); word {
	case "near", "short", "long":
	default:
		return false
	}
	if i < 2 || !r.joined(i-1) {
		return false
	}
	prep := &r.lx[i-2]
	return prep.class == lexicon.Approx || prep.is("IN") || prep.is("FOR") || prep.is("OF")
}

// momentAlone reports whether "the moment" at lexeme i is the present one: "at the moment", "for the moment", and not "at the moment of
// the crash".
func momentAlone(r *run, i int) bool {
	if i < 2 || !r.lx[i-2].is("AT") && !r.lx[i-2].is("FOR") || !r.joined(i-1) {
		return false
	}
	return !momentOf.Has(prose.After(r.text, r.lx[i].end))
}

// momentOf are the words after which "the moment" is that of something else.
var momentOf = wordlist.SetOf("of when that he she it they we i")

// oneDay reads "one day" where it is some day to come: "they will one day be free". Told of the past it is an amount like others.
func oneDay(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.number != 1 || !r.nextUnit(i+1, "D") || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	if r.has(i+2, lexicon.Dir) || r.has(i+2, lexicon.Old) || r.has(i+2, lexicon.Period) || r.has(i+2, lexicon.Mod) { // one day later, one day old
		return nil, i
	}
	if amountPrepositions.HasFold(prose.Before(r.text, l.start)) || new(tense.Clause).Set(r.text, l.start, r.lx[i+1].end).At() != tense.Future {
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "FUTURE_REF"}), i + 2
}

// amountPrepositions are the words after which "one day" is an amount.
var amountPrepositions = wordlist.SetOf("for in after within only just than least most about of every by last lasts take takes another until per the")

// laterDate reads "a later date", "a later time".
func laterDate(r *run, i int) (*expr.Expr, int) {
	if !r.lx[i].isA() || !r.nextValue(i+1, lexicon.Dir, "LATER") || !r.nextOne(i+2, lexicon.Time) && !r.nextOne(i+2, lexicon.Moment) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleReference, Kind: expr.Reference, Type: expr.DateType, Ref: "FUTURE_REF"}), i + 3
}
