package timex

import "dateline/timeline/calendar"

// anaphoricTime reads "that time", "that very moment", "this time last year", and "then" after "by", "since" and "until": the date that the text has
// just given. What refers back with a unit ("that day", "the same month") is in relative.go.
func anaphoricTime(r *run, i int) (*expr, int) {
	this := r.reads(i, "this")
	if this && r.next(i+1, classTime) && r.next(i+2, classRel) { // this time last year
		if e, end := relatedUnit(r, i+2); end > i+2 && (e.rel.unit == "Y" || e.rel.unit == "W" || e.rel.unit == "M1") {
			return e, end
		}
	}
	e := r.new(expr{rule: "anaphoric", kind: point, typ: DateType, rel: relation{set: true, unit: antecedent, from: narrative}})
	switch {
	case i == 0 || !r.joined(i):
		return nil, i
	case r.value(i, classRel, "THAT") && r.reads(i, "that") && (r.nextOne(i+1, classTime) || r.nextOne(i+1, classMoment)) && r.lx[i-1].class == classWord:
		return e, i + 2
	case this && r.nextOne(i+1, classTime) && r.lx[i-1].is("AT") && !r.has(i+2, classRel) && !r.word(i+2, "OF"):
		return r.new(expr{rule: ruleReference, kind: reference, typ: DateType, ref: "PRESENT_REF"}), i + 2
	case r.has(i, classThen) && (r.lx[i-1].is("BY") || r.lx[i-1].is("UNTIL") || r.value(i-1, classDir, "SINCE")):
		return e, i + 1
	}
	return nil, i
}

// theTime reads "time" in "at the time", the date that the text has reached; not in "at the time of the crash".
func theTime(r *run, i int) (*expr, int) {
	if !r.one(i, classTime) || i < 2 || !r.lx[i-2].is("AT") || !r.joined(i-1) || !momentAlone(r, i) {
		return nil, i
	}
	return r.new(expr{rule: "at-the-time", kind: point, typ: DateType, head: true, rel: relation{set: true, unit: antecedent, from: narrative}}), i + 1
}

// antecedent stands for a unit in the relation of an anaphoric expression.
const antecedent = "antecedent"

// antecedentParts are the parts of the date the text has reached, as precise as it was given.
func antecedentParts(d calendar.Date) parts {
	p := parts{have: hasYear, year: d.Year()}
	if d.Precision() >= calendar.Month {
		p.have, p.month = p.have|hasMonth, d.Month()
	}
	if d.Precision() >= calendar.Day {
		p.have, p.day = p.have|hasDay, d.Day()
	}
	return p
}
