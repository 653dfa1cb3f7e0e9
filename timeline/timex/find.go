package timex

// Find finds the time expressions of a text and resolves them. They come in text order and do not overlap.
//
// The work is done in this order: scan.go and number.go cut the text into runs of lexemes, of which grammar.go and the
// files of the families make expressions, that say no more than their own words; context.go refuses those that are
// no time expression where they stand; range.go couples the ends of a range; resolve.go and the files around it (point.go, related.go, chart.go, order.go)
// then go through the whole document and give each expression its value and its date.
func Find(text string, o Options) []Timex {
	found := make([]expr, 0, len(text)/usualDistance+1)
	scan(text, func(r *run) { found = r.expressions(found) })
	return resolve(text, found, o)
}

// usualDistance is about how many bytes of prose hold one time expression.
const usualDistance = 256

// expressions appends the expressions of a run, each as long as can be, from left to right.
func (r *run) expressions(found []expr) []expr {
	first := len(found)
	for i := 0; i < len(r.lx); {
		e, end := &r.candidate, 0
		*e, end = r.parse(i, 0)
		if end == i {
			i++
			continue
		}
		switch {
		case e.kind == refused:
		case partOfName(r, i, end, e), !fits(r, i, end, e):
			end = i + 1
		default:
			second := e.second
			e.second = nil
			found = append(found, *e)
			if second != nil {
				second.ranged = false // it ends a range and begins none
				found = append(found, *second)
			}
		}
		i = end
	}
	r.couple(found[first:])
	r.list(found[first:])
	return found
}
