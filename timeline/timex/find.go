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
	resolve := func(found []expr) bool {
		expect(len(found))
		return z.resolve(found, yield)
	}
	var goesOn bool
	w.found, goesOn = w.reader.read(z.text, w.found, func(found []expr) ([]expr, bool) {
		if len(found) < blockLength {
			return found, true
		}
		return found[:0], resolve(found)
	})
	if goesOn && resolve(w.found) {
		z.flush(yield)
	}
}

// blockLength is how many expressions are resolved together; few articles have as many.
const blockLength = 1 << 14

// workspace is the room that one text after another is worked in, so that each needs little memory of its own.
type workspace struct {
	found  []expr // the expressions of a block
	reader reader
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// usualBlock is how many expressions the room of a workspace is kept for; more than few articles have.
const usualBlock = 1 << 10

// free gives a workspace back, without what it holds of its text.
func (w *workspace) free() {
	w.found = emptied(w.found, usualBlock)
	w.reader.forget()
	workspaces.Put(w)
}

// reader reads the expressions of one text after another, in the same room.
type reader struct{ run run }

// read appends the expressions of a text to found, each as long as can be, in text order. It hands them to visit whenever there are more, which gives
// back those that are to be appended to and whether to go on. It gives the last ones, and whether it went through the whole text.
func (r *reader) read(text string, found []expr, visit func([]expr) ([]expr, bool)) ([]expr, bool) {
	goesOn := true
	scan(text, &r.run, func(run *run) bool {
		found, goesOn = visit(run.expressions(found))
		return goesOn
	})
	return found, goesOn
}

// forget gives up what the reader holds of its last text.
func (r *reader) forget() { r.run.pool = emptied(r.run.pool, keptReadings) }

// keptReadings is how many readings of an expression a reader keeps the room of.
const keptReadings = 1 << 10

// emptied is room for more expressions that holds none of those in it; no more than limit of it is kept.
func emptied(room []expr, limit int) []expr {
	if cap(room) > limit {
		return nil
	}
	clear(room[:cap(room)])
	return room[:0]
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
