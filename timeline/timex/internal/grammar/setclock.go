package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// A clock time that comes every day or every week makes one expression with the day that it comes on: "every evening at seven", "six every morning", "6 p.m. every Sunday".

// morningHour is the first hour by itself that needs no half of the day to be one of the morning: "every Saturday at 11".
const morningHour = 8

// takesClock reports whether a set is of every day, of every such part of the day or of every such day of the week.
func takesClock(e *expr.Expr) bool {
	if e.Amount.Unit != "" {
		return e.Amount.Unit == "D" && e.Amount.Number.Value == 1 && e.Freq == ""
	}
	return e.Parts.Have != 0 && e.Parts.Have&^(expr.HasWeekday|expr.HasTod) == 0 && e.Second == nil
}

// setClock adds the clock time at lexeme j, behind "at", to a set: "every Thursday at 7.30 p.m.".
func (r *run) setClock(e *expr.Expr, j int) (*expr.Expr, int) {
	at := j + 1
	if !takesClock(e) || !r.nextWord(j, "AT") || !r.joined(at) {
		return e, j
	}
	var p expr.Parts
	end := r.clock(&p, at)
	told := end > at
	if !told {
		c, k := r.hourSpoken(at)
		if k == at || !dayEnds(r.text, r.lx[k-1].end) {
			return e, j
		}
		p.SetClock(c.hour, c.minute, c.second)
		end = k
	}
	if !r.giveClock(e, &p, told) {
		return e, j
	}
	return e, end
}

// giveClock makes a set one of a clock time and reports whether it could: an hour alone, which is not told as a clock time is, needs the set's part of the day or to be one that is rather of the
// morning.
func (r *run) giveClock(e *expr.Expr, p *expr.Parts, told bool) bool {
	if !told && !e.Parts.Has(expr.HasTod) && p.Hour < morningHour {
		return false
	}
	hour := expr.HourIn(p.Hour, e.Parts.Tod)
	e.Parts.Have = e.Parts.Have&^expr.HasTod | p.Have
	e.Parts.Zone = p.Zone
	e.Parts.SetClock(hour, p.Minute, p.Second)
	e.Amount = expr.Amount{}
	return true
}

// clockOfSet reads what says how often a clock time comes, at lexeme j; it begins at byte offset start, and is told as such or an hour alone.
func (r *run) clockOfSet(start int, p *expr.Parts, told bool, j int) (*expr.Expr, int) {
	if prep := prose.Before(r.text, start); !r.next(j, lexicon.Periodic) || prep == "to" || tense.Limits.Has(prep) { // open from 9 a.m. to 5 p.m. every day, until 9 p.m. every Thursday
		return nil, j
	}
	set, end := everyUnit(r, j)
	if end == j || set.Parts.Has(expr.HasHour) || !takesClock(set) || !r.giveClock(set, p, told) {
		return nil, j
	}
	set.Start, set.End = start, r.lx[end-1].end
	return set, end
}

// hourOfSet reads an hour that comes again and again: "at six every morning", "at 8.45 each day".
func hourOfSet(r *run, i int) (*expr.Expr, int) {
	if prose.Before(r.text, r.lx[i].start) != "at" {
		return nil, i
	}
	c, j := r.hourSpoken(i)
	if j == i {
		return nil, i
	}
	var p expr.Parts
	p.SetClock(c.hour, c.minute, c.second)
	set, end := r.clockOfSet(r.lx[i].start, &p, false, j)
	if end == j {
		return nil, i
	}
	return set, end
}
