package timex

import (
	"iter"
	"slices"
	"sync"

	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/grammar"
)

// Find finds the time expressions of a text and resolves them. They come in text order and do not overlap.
//
// The work is done in this order:
//
//   - Package prose makes the text plain, with one kind of apostrophe, blank and line end. All offsets are into that until a timex is handed over.
//   - Package grammar reads the expressions, which say no more than their own words (package expr).
//   - resolve.go surveys a block of them: order.go settles numeric dates, genre.go what the day of writing is to the text (census.go counts what tells that), ancient.go the era of years without one; schedule.go,
//     guide.go, feastday.go, yearly.go and recurring.go set aside what comes every week or year; weekdayyear.go finds years by weekdays; course.go, heading.go and chart.go find the way of
//     a narrative through its years; diary.go finds the entries of diaries and logs.
//   - resolve.go then goes from one to the next and gives each its value and its date: point.go those of dates, for which completeyear.go, day.go, related.go, nthday.go,
//     weekdaydate.go, weekdaynext.go, clockday.go, spokenhour.go and quarter.go find what they lack, with what package tense tells of their sentences. What stays open is chosen by what stands around
//     (choice.go, evidence.go): hourof.go chooses the half of the day that an hour is of, dayof.go the day of a time of day and the one that others are counted from, weekdayof.go the week of a
//     weekday, yearof.go the year of a date without one, todayof.go whether "today" is a day; amount.go, shift.go, hours.go and age.go those of what is counted. background.go, story.go, mishap.go, occasion.go, nowadays.go and narrative.go know
//     which story an expression belongs to, part.go cuts a stretch to its part, range.go joins the ends of a range.
//   - known.go and confidence.go say how each was found.
func Find(text string, o Options) []Timex {
	var found []Timex
	find(text, o, nil, func(n int) { found = slices.Grow(found, n) }, func(t *Timex) bool {
		found = append(found, *t)
		return true
	})
	return found
}

// All gives the time expressions that Find finds, one by one. It needs memory for no more than a block of them, however long
// the text: what holds for a whole document, such as the order of its numeric dates, is settled by its first block and those since.
func All(text string, o Options) iter.Seq[Timex] {
	return func(yield func(Timex) bool) {
		find(text, o, nil, func(int) {}, func(t *Timex) bool { return yield(*t) })
	}
}

// find goes through the text block by block. It calls expect with the number of a block's expressions before it yields their timexes.
func find(text string, o Options, teach teacher, expect func(int), yield func(*Timex) bool) {
	w := workspaces.Get().(*workspace)
	defer w.free()
	z := &w.resolver
	z.begin(text, o)
	z.teach = teach
	resolve := func(found []expr.Expr) bool {
		expect(len(found))
		return z.resolve(found, yield)
	}
	var goesOn bool
	w.found, goesOn = w.reader.Read(z.text, w.found, func(found []expr.Expr) ([]expr.Expr, bool) {
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
	found    []expr.Expr // the expressions of a block
	reader   grammar.Reader
	resolver resolver
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// usualBlock is how many expressions the room of a workspace is kept for; more than few articles have.
const usualBlock = 1 << 10

// free gives a workspace back, without what it holds of its text.
func (w *workspace) free() {
	w.found = expr.Emptied(w.found, usualBlock)
	w.reader.Forget()
	w.resolver = resolver{chart: w.resolver.chart.emptied(beam * usualBlock), stated: w.resolver.stated.emptied(usualBlock)}
	workspaces.Put(w)
}
