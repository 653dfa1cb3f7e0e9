package timex

import (
	"iter"
	"slices"
	"sync"
)

// Find finds the time expressions of a text and resolves them. They come in text order and do not overlap.
//
// The work is done in this order: scan.go and number.go cut the text into runs of lexemes, of which grammar.go and the
// files of the families make expressions, that say no more than their own words; context.go, yearcontext.go, name.go
// and title.go refuse those that are no time expression where they stand; range.go couples the ends of a range. resolve.go then goes through the
// whole document and gives each expression its value and its date: order.go settles numeric dates, ancient.go the era of years without one, schedule.go, habit.go, guide.go and recurring.go set aside what comes every day, week or year, chart.go, course.go and heading.go find the way of a
// narrative through its years, and point.go, weekdaydate.go, weekdayyear.go, clockday.go, spokenhour.go, related.go, amount.go, hours.go, age.go, quarter.go, diary.go, occasion.go, nowadays.go, narrative.go, tense.go and plan.go resolve the kinds of expressions.
func Find(text string, o Options) []Timex {
	var found []Timex
	z := newResolver(text, o)
	z.find(func(n int) { found = slices.Grow(found, n) }, func(t *Timex) bool {
		found = append(found, *t)
		return true
	})
	return found
}

// All gives the time expressions that Find finds, one by one. It needs memory for no more than a block of them, however long
// the text: what holds for a whole document, such as the order of its numeric dates, is settled by its first block and those since.
func All(text string, o Options) iter.Seq[Timex] {
	return func(yield func(Timex) bool) {
		newResolver(text, o).find(func(int) {}, func(t *Timex) bool { return yield(*t) })
	}
}

// find goes through the text block by block. It calls expect with the number of a block's expressions before it yields their timexes.
func (z *resolver) find(expect func(int), yield func(*Timex) bool) {
	w := workspaces.Get().(*workspace)
	defer w.free()
	found := w.found
	resolve := func() bool {
		expect(len(found))
		ok := z.resolve(found, yield)
		w.found, found = found, found[:0]
		return ok
	}
	goesOn := scan(z.text, &w.run, func(r *run) bool {
		found = r.expressions(found)
		return len(found) < blockLength || resolve()
	})
	if goesOn && resolve() {
		z.flush(yield)
	}
}

// blockLength is how many expressions are resolved together; few articles have as many.
const blockLength = 1 << 14

// workspace is the room that one text after another is worked in, so that each needs little memory of its own.
type workspace struct {
	found []expr // the expressions of a block
	run   run
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// usualBlock is how many expressions the room of a workspace is kept for; more than few articles have.
const usualBlock = 1 << 10

// free gives a workspace back, without what it holds of its text.
func (w *workspace) free() {
	for _, room := range [...]*[]expr{&w.found, &w.run.pool} {
		if cap(*room) > usualBlock {
			*room = nil
		}
		clear((*room)[:cap(*room)])
		*room = (*room)[:0]
	}
	workspaces.Put(w)
}

// expressions appends the expressions of a run, each as long as can be, from left to right.
func (r *run) expressions(found []expr) []expr {
	first := len(found)
	for i := 0; i < len(r.lx); {
		r.pool = r.pool[:0]
		if !begins(&r.lx[i]) {
			i++
			continue
		}
		e, end := r.parse(i)
		if end == i {
			i++
			continue
		}
		switch {
		case e.kind == refused:
		case partOfName(r, i, end, e), !fits(r, i, end, e):
			end = i + 1
		default:
			found = append(found, e.kept())
			for second := e.second; second != nil; second = second.second {
				second.ranged = false // it ends a range and begins none
				found = append(found, second.kept())
			}
		}
		i = end
	}
	r.couple(found[first:])
	r.list(found[first:])
	return found
}

// begins reports whether an expression or its modifier may begin with the lexeme; most function words are done with here.
func begins(l *lexeme) bool {
	switch l.class {
	case classWord:
		return l.entry.value == "AT" || l.entry.value == "NO" // at least, no more than
	case classMod, classEdge, classPhase, classCompare:
		return true
	}
	return len(families[l.class]) > 0
}
