package timex

// plainReference reads the words that refer to the past, the present or the future without a date: "now", "recently", "soon".
func plainReference(r *run, i int) (expr, int) {
	l := &r.lx[i]
	e := expr{rule: "reference", kind: reference, typ: DateType, ref: l.entry.value}
	switch l.class {
	case classRef:
		return e, i + 1
	case classFuture:
		e.ref, e.head, e.weak = "FUTURE_REF", true, true
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
		return e, i + 1
	case r.word(i, "NEAR") && r.has(i+1, classFuture):
		e.ref = "FUTURE_REF"
		return e, i + 2
	}
	return expr{}, i
}

// phraseReference reads "right now", "just now".
func phraseReference(r *run, i int) (expr, int) {
	if r.word(i, "RIGHT") && r.value(i+1, classRef, "PRESENT_REF") && r.joined(i+1) {
		return expr{rule: "reference", kind: reference, typ: DateType, ref: "PRESENT_REF"}, i + 2
	}
	return expr{}, i
}
