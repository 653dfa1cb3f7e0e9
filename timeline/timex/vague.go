package timex

// plainReference reads the words that refer to the past, the present or the future without a date: "now", "recently", "soon".
func plainReference(r *run, i int) (expr, int) {
	l := &r.lx[i]
	e := expr{rule: "reference", kind: reference, typ: DateType, ref: l.entry.value}
	switch l.class {
	case classRef:
		return e, i + 1
	case classFuture:
		e.ref, e.narrative = "FUTURE_REF", true
		return e, i + 1
	case classFormer:
		e.narrative = true
		return e, i + 1
	case classRel:
		if l.entry.value == "RECENT" {
			e.ref = "PAST_REF"
		} else if e.ref = "PRESENT_REF"; l.entry.value != "CURRENT" {
			return expr{}, i
		}
		e.narrative = true
		return e, i + 1
	}
	return expr{}, i
}

// theReference reads "past", "future", "near future", "present" after "the".
func theReference(r *run, i int) (expr, int) {
	e := expr{rule: "reference", kind: reference, typ: DateType}
	switch {
	case r.value(i, classRel, "PAST"):
		e.ref, e.weak = "PAST_REF", true
		return e, i + 1
	case r.has(i, classFuture):
		e.ref = "FUTURE_REF"
		e.narrative = after(r.text, r.lx[i].end) != ""
		return e, i + 1
	case r.word(i, "NEAR") && r.has(i+1, classFuture):
		e.ref = "FUTURE_REF"
		return e, i + 2
	}
	return expr{}, i
}
