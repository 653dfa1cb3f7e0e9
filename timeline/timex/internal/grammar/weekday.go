package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// weekdayDate reads "Friday", "Monday, June 16", "Tuesday, 16 June 2025", "Friday the 13th", "Monday and Tuesday" (its first).
func weekdayDate(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if l.entry.Plural || r.next(i+1, lexicon.Part) && r.lx[i+1].entry.Plural {
		return r.weekdays(i)
	}
	if e, end := r.weekdayAndDay(i); end > i {
		return e, end
	}
	e := r.new(expr.Expr{Rule: expr.RuleWeekday, Kind: expr.Point, Type: expr.DateType, Weak: true, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: l.number}})
	if l.entry.Beside && !l.stop && !r.dashesOn(i) && !r.dashesOn(i-1) {
		if l.cap && r.near(i+1) && r.lx[i+1].gap == gapSpace { // Sat 8:30 am
			if timed, end := r.withTime(e, i, i+1); end > i+1 && timed.Parts.Has(expr.HasHour) {
				return timed, end
			}
		}
		return nil, i
	}
	if i > 2 && r.word(i-1, "OR") && r.isWeekday(i-2) && r.lx[i-3].isA() { // on a Saturday or Sunday
		e.Rule, e.Weak = expr.RuleAWeekday, false
		return e, i + 1
	}
	e.Start, e.End = l.start, l.end
	if bank := "bank holiday "; prose.HasSuffixFold(r.text[:l.start], bank) { // Bank Holiday Monday
		e.Start, e.Weak = l.start-len(bank), false
	}
	if j := i + 1; r.has(j, lexicon.Int) && r.lx[j].gap == gapSpace && r.lx[j].plain && r.lx[j].digits <= 2 && r.lx[j].number >= 1 && r.lx[j].number <= 31 && standsAlone(r.text, l.start, r.lx[j].end) { // Tuesday 4, above what that day has
		r.giveDay(e, j)
		return e, j + 1
	}
	if j, ok := r.behindWeekday(i); ok && r.has(j, lexicon.Ord) && r.lx[j].digits > 0 && r.lx[j].number <= 31 && (dayEnds(r.text, r.lx[j].end) || opensDay(r.text, l.start, r.lx[j].end)) { // Thursday the 13th, Sunday, 16th
		r.giveDay(e, j)
		return r.withTime(e, i, j+1)
	}
	if j, ok := r.behindWeekday(i); ok && j == i+2 && r.lx[i+1].gap == gapSpace { // Saturday the ninth, and not: on Thursday, the first at 7:37 a.m.
		if day, end := r.dayNumber(j); end > j && dayEnds(r.text, r.lx[end-1].end) {
			r.giveDay(e, end-1)
			e.Parts.Day = day
			return r.withTime(e, i, end)
		}
	}
	return r.withTime(e, i, i+1)
}

// giveDay gives a weekday the day of the month at lexeme j.
func (r *run) giveDay(e *expr.Expr, j int) {
	e.Rule, e.Weak, e.End = expr.RuleWeekdayDay, false, r.lx[j].end
	e.Parts.Have |= expr.HasDay
	e.Parts.Day = r.lx[j].number
}

// theWeekday reads "Monday" in "on the Monday", "by the Monday the roads were clear": the one that a story has come to. The day of a thing has the article of
// that thing: "on the Sunday Times", "by the Thursday ferry".
func theWeekday(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if !r.isWeekday(i) || l.stop || !l.cap || r.joined(i+1) && dayNumbers[r.lx[i+1].class] {
		return r.theWeekdaysPart(i)
	}
	prep := prose.Before(r.text, r.lx[i-1].start)
	next := prose.After(r.text, l.end)
	switch {
	case !storyPrepositions.HasFold(prep), strings.HasPrefix(r.text[l.end:], "-"), next != "" && prose.IsUpper(next[0]) && !somebodyActs(r.text, l.end):
		return nil, i
	case !dayEnds(r.text, l.end) && prep == "by" && !somebodyActs(r.text, l.end):
		return nil, i
	}
	return r.new(expr.Expr{Rule: expr.RuleWeekday, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: l.number}}), i + 1
}

// theWeekdaysPart reads "Friday evening" behind "on the", and not "Friday night train".
func (r *run) theWeekdaysPart(i int) (*expr.Expr, int) {
	part := i + 1
	if !r.isWeekday(i) || !r.lx[i].cap || !r.nextOne(part, lexicon.Part) || !storyPrepositions.HasFold(prose.Before(r.text, r.lx[i-1].start)) || !dayEnds(r.text, r.lx[part].end) {
		return nil, i
	}
	if e, end := weekdayNight(r, i); end > i { // the Thursday night, 31 August 1939
		return e, end
	}
	return weekdayDate(r, i)
}

// dayNumbers are what makes more of a weekday than a weekday: "the Friday night", "the Monday 3 June".
var dayNumbers = map[lexicon.Class]bool{lexicon.Int: true, lexicon.Num: true, lexicon.Ord: true, lexicon.Part: true, lexicon.Month: true, lexicon.Holiday: true, lexicon.Unit: true, lexicon.Date: true}

// storyPrepositions stand before the article of such a weekday.
var storyPrepositions = wordlist.SetOf("on by until till since")

// weekdays reads "Tuesdays", "Tuesdays at 2 p.m.", "Tuesday nights", which come every week.
func (r *run) weekdays(i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: expr.RuleWeekdays, Kind: expr.Set, Type: expr.SetType, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[i].number}})
	if !r.lx[i].entry.Plural {
		setPart(&e.Parts, r.lx[i+1].entry.Value)
		return e, i + 2
	}
	if at := i + 2; r.nextWord(i+1, "AT") && r.joined(at) {
		if end := r.clock(&e.Parts, at); end > at {
			return e, end
		}
	}
	return e, i + 1
}

// behindWeekday gives the lexeme behind a weekday and an article, and reports whether it belongs to it: "Friday the 13th", "Friday, 13 May".
func (r *run) behindWeekday(i int) (j int, ok bool) {
	j = r.the(i + 1)
	return j, j < len(r.lx) && r.near(i+1) && (j == i+1 || r.joined(j))
}

// weekdayAndDay reads a weekday and the day that it is: "Monday, June 16", "Sunday, Christmas Eve".
func (r *run) weekdayAndDay(i int) (*expr.Expr, int) {
	l := &r.lx[i]
	if j, ok := r.behindWeekday(i); ok && r.lx[i+1].gap != gapHyphen {
		d, end := r.fullDay(j)
		switch {
		case end == j:
		case d.Kind == expr.Refused:
			return d, end
		case d.DayOf > 0: // Friday, the 7th instant
			d.Start = l.start
			return d, end
		case d.Parts.Has(expr.HasDay):
			d.Parts.Weekday = l.number
			d.Parts.Have |= expr.HasWeekday
			d.Rule, d.Start, d.Weak = "weekday-"+d.Rule, l.start, false
			return d, end
		}
	}
	j := i + 1
	if !r.has(j, lexicon.Holiday) || r.lx[j].gap != gapComma {
		return nil, i
	}
	day, end := holidayDate(r, j)
	if end == j || day.Kind != expr.Point || day.Second != nil || day.Parts.Holiday == nil {
		return nil, i
	}
	day.Start, day.End = l.start, r.lx[end-1].end
	if !holidayFits(r, j, end, day) { // on Sunday, Christmas trees
		return nil, i
	}
	day.Weak, day.Head = false, false
	return day, end
}

// dashesOn reports whether a weekday at lexeme i and one behind a dash make a range: "Mon-Fri".
func (r *run) dashesOn(i int) bool {
	return r.has(i, lexicon.Weekday) && r.has(i+1, lexicon.Weekday) && r.lx[i].cap && r.lx[i+1].cap && r.dashed(i+1)
}

// isWeekday reports whether lexeme i is a single weekday, and no word like its abbreviation: "sat", "sun".
func (r *run) isWeekday(i int) bool {
	l := &r.lx[i]
	return l.class == lexicon.Weekday && !l.entry.Plural && (!l.entry.Beside || l.stop)
}

// weekdayNight reads "Wednesday night, 4 July 1962", "Sunday dawn of 17 May 1942".
func weekdayNight(r *run, i int) (*expr.Expr, int) {
	part, day := i+1, i+2
	if !r.isWeekday(i) || !r.has(part, lexicon.Part) || r.lx[part].gap != gapSpace || r.lx[part].entry.Plural || day >= len(r.lx) {
		return nil, i
	}
	switch {
	case r.nextWord(day, "OF") && r.joined(day+1):
		day = r.the(day + 1)
	case r.lx[day].gap != gapComma:
		return nil, i
	}
	if day >= len(r.lx) {
		return nil, i
	}
	e, end := r.fullDay(day)
	if end == day || e.Kind != expr.Point || e.Type != expr.DateType || !e.Parts.Has(expr.HasDay) || e.Second != nil {
		return nil, i
	}
	setPart(&e.Parts, r.lx[part].entry.Value)
	e.Parts.Weekday, e.Parts.Have = r.lx[i].number, e.Parts.Have|expr.HasWeekday
	e.Rule, e.Type, e.Start, e.Weak = "weekday-"+e.Rule+"+part", expr.TimeType, r.lx[i].start, false
	return e, end
}

// weekdayNext reads "Tuesday next", "Tuesday last", "Friday week", "Saturday fortnight".
func weekdayNext(r *run, i int) (*expr.Expr, int) {
	next := i + 1
	if !r.isWeekday(i) || next >= len(r.lx) || r.lx[next].gap != gapSpace {
		return nil, i
	}
	week := r.value(next, lexicon.Unit, "W") && !r.lx[next].entry.Plural
	goesOn := week && (strings.HasPrefix(r.text[r.lx[next].end:], "'s ") || prose.Before(r.text, r.lx[i].start) == "on" && !r.next(next+1, lexicon.Int)) // Sunday week's game, the concert on Friday week sold out
	if !goesOn && !dayEnds(r.text, r.lx[next].end) {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "related-name", Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[i].number}, Rel: expr.Relation{Set: true, N: 1}})
	switch {
	case week:
		return r.atTime(r.weekFrom(i, r.oneUnit(next)), i, next+1)
	case r.value(next, lexicon.Rel, "LAST"):
		e.Rel.N = -1
	case r.value(next, lexicon.Rel, "FOLLOWING") && i > 0 && r.lx[i-1].isThe(): // the Sunday following
		e.Rel.From, e.Head = expr.Narrative, true
	case !r.value(next, lexicon.Rel, "NEXT"):
		return nil, i
	}
	if !e.Head && strings.HasPrefix(r.text[r.lx[next].end:], ", at ") { // on Tuesday next, at noon
		timed, end := r.atTime(e, i, next+1)
		timed.Parts.Weekday, timed.Parts.Have = r.lx[i].number, timed.Parts.Have|expr.HasWeekday
		return timed, end
	}
	return e, next + 1
}

// weekdayRange reads "Friday 7 to Sunday 9 June": the month and year of the second day belong to both.
func weekdayRange(r *run, i int) (*expr.Expr, int) {
	if !r.isWeekday(i) || i+4 >= len(r.lx) || !r.has(i+1, lexicon.Int) || !r.lx[i+1].plain || r.lx[i+1].digits > 2 || r.lx[i+1].gap != gapSpace {
		return nil, i
	}
	j := i + 2
	if r.word(j, "TO") || r.word(j, "AND") || r.word(j, "UNTIL") || r.word(j, "THROUGH") {
		j++
	} else if r.lx[j].gap != gapHyphen && r.lx[j].gap != gapDash {
		return nil, i
	}
	day := r.the(j + 1)
	if !r.has(j, lexicon.Weekday) || !r.near(j+1) || day >= len(r.lx) {
		return nil, i
	}
	second, end := r.fullDay(day)
	if end == day || second.Kind != expr.Point || second.Second != nil || !second.Parts.Has(expr.HasDay) || !second.Parts.Has(expr.HasMonth) {
		return nil, i
	}
	second.Start, second.Weak = r.lx[j].start, false
	e := r.new(*second)
	e.Parts.Day, e.Rule, e.Head = r.lx[i+1].number, expr.RuleWeekdayDay, false
	if e.Parts.Day > second.Parts.Day || impossible(&e.Parts) {
		return nil, i
	}
	e.Start, e.End, e.Second, e.Ranged = r.lx[i].start, r.lx[i+1].end, second, !r.word(i+2, "AND")
	return e, end
}

// weekFrom is the day a week or a fortnight after the next weekday at lexeme i.
func (r *run) weekFrom(i int, a expr.Amount) *expr.Expr {
	day := r.new(expr.Expr{Rule: expr.RuleWeekFromDay, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[i].number}, Rel: expr.Relation{Set: true, N: 1}})
	return r.new(expr.Expr{Rule: expr.RuleWeekFromDay, Kind: expr.Offset, Type: expr.DateType, Amount: a, Dir: 1, Base: day})
}

// atTime reads the clock time behind a day that is counted from another, at lexeme j: "Tuesday week at 7.30", "a week tomorrow, at noon".
func (r *run) atTime(e *expr.Expr, i, j int) (*expr.Expr, int) {
	day := r.new(expr.Expr{Rule: e.Rule, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Have: expr.HasWeekday}})
	timed, end := r.withTime(day, i, j)
	if end == j {
		return e, j
	}
	e.Parts, e.Mod, e.Type, e.Rule, e.Start, e.End = timed.Parts, timed.Mod, timed.Type, timed.Rule, timed.Start, timed.End
	e.Parts.Have &^= expr.HasWeekday
	return e, end
}

// weekdayNear reads "Monday after Easter 2012", "Friday before 20 March": the nearest such day on that side of a date; and "Saturday after next",
// "Monday before last".
func weekdayNear(r *run, i int) (*expr.Expr, int) {
	if !r.isWeekday(i) || !r.has(i+1, lexicon.Dir) || r.lx[i+1].gap != gapSpace || !r.joined(i+2) {
		return nil, i
	}
	dir := 0
	switch r.lx[i+1].entry.Value {
	case "BEFORE":
		dir = -1
	case "AFTER":
		dir = 1
	default:
		return nil, i
	}
	e := r.new(expr.Expr{Rule: expr.RuleWeekdayNear, Kind: expr.Point, Type: expr.DateType, Head: true, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[i].number}, Rel: expr.Relation{Set: true, N: 2 * dir}})
	if (dir > 0 && r.value(i+2, lexicon.Rel, "NEXT") || dir < 0 && r.value(i+2, lexicon.Rel, "LAST")) && !r.joined(i+3) {
		return e, i + 3
	}
	base, end := r.longest(i+2, (*expr.Expr).IsDay)
	if end == i+2 || base.Parts.Holiday == nil && !base.Parts.Has(expr.HasMonth) || base.Weak && base.Parts.Holiday == nil {
		return nil, i
	}
	e.Kind, e.Dir, e.Base, e.Rel = expr.Offset, dir, base, expr.Relation{}
	e.Amount = expr.Amount{Number: expr.Number{Value: 1}, Unit: "D"}
	return e, end
}

// fullDay reads a day of a month at lexeme j, in whatever order.
func (r *run) fullDay(j int) (*expr.Expr, int) {
	switch r.lx[j].class {
	case lexicon.Month:
		return monthFirstDate(r, j)
	case lexicon.Int, lexicon.Ord, lexicon.Num:
		return dayFirstDate(r, j)
	case lexicon.Date:
		return numericDate(r, j)
	}
	return nil, j
}

// weekdayPart reads a weekday of a related week, or a part of it: "Monday of last week", "Monday evening next week".
func weekdayPart(r *run, i int) (*expr.Expr, int) {
	j := i + 1
	part := r.nextOne(j, lexicon.Part) && r.next(j+1, lexicon.Rel)
	if part {
		j++
	}
	if r.nextWord(j, "OF") {
		j++
	}
	if !r.isWeekday(i) || j >= len(r.lx) || r.lx[j].gap != gapSpace {
		return nil, i
	}
	week, end := relatedUnit(r, j)
	if end == j || week.Rel.Unit != "W" || week.Kind != expr.Point {
		return nil, i
	}
	e := r.new(expr.Expr{Rule: "weekday-week", Kind: expr.Point, Type: expr.DateType, Head: j > i+1, Parts: expr.Parts{Have: expr.HasWeekday, Weekday: r.lx[i].number}, Rel: week.Rel})
	if part {
		setPart(&e.Parts, r.lx[i+1].entry.Value)
		e.Type, e.Rule = expr.TimeType, e.Rule+"+part"
		return e, end
	}
	return r.withTime(e, i, end)
}
