package timex

import "strings"

// plainReference reads the words that refer to the past, the present or the future without a date: "now", "recently", "soon".
func plainReference(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	e := r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: l.entry.value})
	switch l.class {
	case classRef:
		if e.weak = r.word(i+1, "AND") || r.nextWord(i+1, "AS"); l.cap && bids[strings.ToLower(after(r.text, l.end))] { // Now imagine a town
			return nil, i
		}
		return e, i + 1
	case classFuture:
		if i > 0 && r.lx[i-1].is("IN") && r.joined(i) && (endsClause(r.text, l.end) || r.next(i+1, classWord)) { // in future, they will
			e.ref = "FUTURE_REF"
			return e, i + 1
		}
		e.ref, e.narrative = "FUTURE_REF", true
		return e, i + 1
	case classFormer:
		if next := after(r.text, l.end); next == "" || afterDay[strings.ToLower(next)] || next == "and" || next == "of" { // the former, not the latter
			return nil, i
		}
		e.narrative = true
		return e, i + 1
	case classRel:
		if l.entry.value == "RECENT" {
			e.ref = "PAST_REF"
		} else if e.ref = "PRESENT_REF"; l.entry.value != "CURRENT" {
			return nil, i
		}
		if next := after(r.text, l.end); e.ref == "PRESENT_REF" && (next == "" || afterDay[next] || next == "of" || currents[next]) {
			return nil, i // the current of a river
		}
		if l.cap && isName(after(r.text, l.end)) && before(r.text, l.start) != "" { // Current Biology
			return nil, i
		}
		e.narrative = e.ref == "PAST_REF"
		return e, i + 1
	}
	return nil, i
}

// currents are what a current of water or electricity does.
var currents = wordSet("flows flowed flowing runs ran running fails failed makes make made carries carried sweeps swept set sets turned")

// bids are verbs that ask the reader for something, which "now" before them only turns to.
var bids = wordSet("imagine let let's let’s suppose consider look listen think picture take")

// futureVerbs are what the future does: "what the future holds".
var futureVerbs = wordSet("holds held looks looked seems seemed brings lies and")

// theReference reads "past", "future", "near future", "present" after "the".
func theReference(r *run, i int) (*expr, int) {
	e := r.new(expr{rule: ruleReference, kind: reference, typ: DateType})
	switch {
	case r.value(i, classRel, "PAST"):
		e.ref, e.weak = "PAST_REF", true
		return e, i + 1
	case r.has(i, classFuture):
		e.ref = "FUTURE_REF"
		next := strings.ToLower(after(r.text, r.lx[i].end))
		e.narrative = next != "" && !afterDay[next] && !futureVerbs[next] // the future king
		return e, i + 1
	case (r.word(i, "NEAR") || r.has(i, classFiller)) && r.has(i+1, classTerm) && r.lx[i+1].gap == gapSpace && r.inTerm(i):
		e.ref = "FUTURE_REF"
		return e, i + 2
	case r.word(i, "NEAR") && r.next(i+1, classFuture):
		e.ref = "FUTURE_REF"
		return e, i + 2
	case (r.word(i, "NEAR") || r.value(i, classRel, "RECENT")) && r.nextValue(i+1, classRel, "PAST") && after(r.text, r.lx[i+1].end) == "":
		e.ref = "PAST_REF"
		return e, i + 2
	case r.has(i, classPresent) && dayEnds(r.text, r.lx[i].end) && i > 1 && (r.lx[i-2].is("TO") || r.lx[i-2].is("UNTIL")) && r.joined(i-1): // from 1945 to the present
		e.ref = "PRESENT_REF"
		return e, i + 1
	case r.word(i, "OTHER") && r.nextUnit(i+1, "D") && dayEnds(r.text, r.lx[i+1].end): // she said the other day
		e.ref = "PAST_REF"
		return e, i + 2
	case r.value(i, classMoment, "NOW") && momentAlone(r, i):
		e.ref = "PRESENT_REF"
		return e, i + 1
	}
	return nil, i
}

// presentDay reads "present" in "at present", and "present day" and "present-day".
func presentDay(r *run, i int) (*expr, int) {
	e := r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PRESENT_REF", head: true})
	if r.nextUnit(i+1, "D") {
		return e, i + 2
	}
	if i > 0 && r.dashed(i) && r.lx[i-1].class == classInt && r.lx[i-1].digits == 4 && dayEnds(r.text, r.lx[i].end) { // (2013–present)
		return e, i + 1
	}
	next := after(r.text, r.lx[i].end)
	if i > 0 && r.lx[i-1].is("AT") && r.joined(i) && (next == "" || afterDay[next] || next == "and") {
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
	return prep.class == classApprox || prep.is("IN") || prep.is("FOR") || prep.is("OF")
}

// momentAlone reports whether "the moment" at lexeme i is the present one: "at the moment", "for the moment", and not "at the moment of
// the crash".
func momentAlone(r *run, i int) bool {
	if i < 2 || !r.lx[i-2].is("AT") && !r.lx[i-2].is("FOR") || !r.joined(i-1) {
		return false
	}
	return !momentOf[after(r.text, r.lx[i].end)]
}

// momentOf are the words after which "the moment" is that of something else.
var momentOf = wordSet("of when that he she it they we i")

// oneDay reads "one day" where it is some day to come: "they will one day be free". Told of the past it is an amount like others.
func oneDay(r *run, i int) (*expr, int) {
	l := &r.lx[i]
	if l.number != 1 || !r.nextUnit(i+1, "D") || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	if r.has(i+2, classDir) || r.has(i+2, classOld) || r.has(i+2, classPeriod) || r.has(i+2, classMod) { // one day later, one day old
		return nil, i
	}
	if amountPrepositions[strings.ToLower(before(r.text, l.start))] || tenseAt(r.text, l.start, r.lx[i+1].end) != futureTense {
		return nil, i
	}
	return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "FUTURE_REF"}), i + 2
}

// amountPrepositions are the words after which "one day" is an amount.
var amountPrepositions = wordSet("for in after within only just than least most about of every by last lasts take takes another until per the")

// laterDate reads "a later date", "a later time".
func laterDate(r *run, i int) (*expr, int) {
	if !r.lx[i].isA() || !r.nextValue(i+1, classDir, "LATER") || !r.nextOne(i+2, classTime) && !r.nextOne(i+2, classMoment) {
		return nil, i
	}
	return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "FUTURE_REF"}), i + 3
}
