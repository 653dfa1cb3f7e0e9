package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
)

// An age says when something was where the text has told when the person was born: "born on 5 June 1850 … at the age of 21". Without that it
// says nothing of when and is no time expression (TimeML 1.2.1 marks no ages).

// atAge reads "the age of 21" and "age 21" behind "at" or "by".
func atAge(r *run, i int) (*expr.Expr, int) {
	prep := i - 1
	if prep >= 0 && r.lx[prep].isThe() {
		prep--
	}
	if prep < 0 || !r.lx[prep].is("AT") && !r.lx[prep].is("BY") || !r.joined(prep+1) || !r.joined(i) {
		return nil, i
	}
	j := i + 1
	if r.nextWord(j, "OF") {
		j++
	}
	if !r.joined(j) {
		return nil, i
	}
	n, end := r.simpleNumber(j)
	age := int(n.Value)
	if end == j || n.Vague || float64(age) != n.Value || age < 1 || age > longestLife || r.next(end, lexicon.Unit) {
		return nil, i
	}
	return r.new(expr.Expr{Rule: "age", Kind: expr.Aged, Type: expr.DateType, Head: true, Amount: expr.Amount{Number: n, Unit: "Y"}, Dir: 1}), end
}

// longestLife is an age that nobody passes by much (J. Calment, 122 years).
const longestLife = 120
