// Package grammar reads the time expressions of a text: which words make one, and what they say by themselves. What they mean in the document is not
// its business.
//
// The work is done in this order: scan.go and number.go cut the text into runs of lexemes, the words of the lexicon and numbers that stand together.
// grammar.go tries at each lexeme the families that may begin with it, each in a file of its own: calendar.go, numeric.go, day.go, year.go, decade.go,
// season.go, fiscal.go, weekday.go, nthweekday.go, someday.go, partofday.go, clock.go, clockface.go, spokenhour.go, relative.go, article.go, namebeside.go, nthday.go, offset.go, duration.go, quantity.go,
// set.go, setclock.go, unitpart.go, holiday.go, vague.go, anaphoric.go, age.go. The longest reading counts. context.go, yearcontext.go, unitcontext.go, monthname.go, person.go, name.go, game.go and
// title.go refuse those that are no time expression where they stand, and range.go couples the ends of a range.
package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
)

// Reader reads the expressions of one text after another, in the same room.
type Reader struct{ run run }

// Read appends the expressions of a text to found, each as long as can be, in text order. It hands them to visit whenever there are more, which gives
// back those that are to be appended to and whether to go on. It gives the last ones, and whether it went through the whole text.
func (r *Reader) Read(text string, found []expr.Expr, visit func([]expr.Expr) ([]expr.Expr, bool)) ([]expr.Expr, bool) {
	goesOn := true
	scan(text, &r.run, func(run *run) bool {
		found, goesOn = visit(run.expressions(found))
		return goesOn
	})
	return found, goesOn
}

// Forget gives up what the reader holds of its last text.
func (r *Reader) Forget() { r.run.pool = expr.Emptied(r.run.pool[:cap(r.run.pool)], keptReadings) }

// keptReadings is how many readings of an expression a reader keeps the room of.
const keptReadings = 1 << 10

// expressions appends the expressions of a run, each as long as can be, from left to right.
func (r *run) expressions(found []expr.Expr) []expr.Expr {
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
		case e.Kind == expr.Refused, r.inWork(i, end):
		case partOfName(r, i, end, e), !fits(r, i, end, e):
			end = i + 1
		default:
			found = append(found, e.Kept())
			for second := e.Second; second != nil; second = second.Second {
				second.Ranged = false // it ends a range and begins none
				found = append(found, second.Kept())
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
	case lexicon.Word:
		return l.entry.Value == "AT" || l.entry.Value == "NO" // at least, no more than
	case lexicon.Mod, lexicon.Edge, lexicon.Phase, lexicon.Compare:
		return true
	}
	return len(families[l.class]) > 0
}
