package grammar

import (
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// holidayDate reads "Christmas", "Easter 1916", "Thanksgiving Day of 1998", "Christmas Eve in 1990".
func holidayDate(r *run, i int) (*expr.Expr, int) {
	l := &r.lx[i]
	e := r.new(expr.Expr{Rule: expr.RuleHoliday, Kind: expr.Point, Type: expr.DateType, Parts: expr.Parts{Holiday: l.holiday}, Head: prose.HasSuffixFold(r.text[l.start:l.end], "bank holiday")})
	end := r.yearOf(e, i+1)
	if end == i+1 && r.nextWord(end, "IN") && r.joined(end+1) { // Thanksgiving Day in 1989
		if year, _, k := r.year(end + 1); k > end+1 && dayEnds(r.text, r.lx[k-1].end) {
			e.Parts.Year, e.Parts.Have, end = year, e.Parts.Have|expr.HasYear, k
		}
	}
	e.Weak = !e.Parts.Has(expr.HasYear)
	if j := i + 1; end == j && r.joined(j) && (r.value(j, lexicon.Unit, "WE") || r.value(j, lexicon.Unit, "W")) && !r.lx[j].entry.Plural { // Labor Day weekend, Easter week
		unit := r.lx[j].entry.Value
		end = r.yearOf(e, j+1)
		return r.new(expr.Expr{Rule: expr.RuleHolidayWeek, Kind: expr.Offset, Type: expr.DateType, Amount: expr.Amount{Unit: unit}, Dir: 1, Base: e}), end
	}
	if end == i+1 && end < len(r.lx) && r.lx[end].gap == gapComma { // Easter Day, 12 April 627
		if day, k := r.fullDay(end); k > end && day.Kind == expr.Point && day.Parts.Has(expr.HasDay) && day.Second == nil {
			day.Start, day.Head = l.start, false
			return day, k
		}
	}
	timed, last := r.withTime(e, i, end)
	if last > end && !timed.Parts.Has(expr.HasYear|expr.HasHour) { // Thanksgiving night 1951
		if k := r.yearOf(timed, last); k > last {
			timed.End, last = r.lx[k-1].end, k
		}
	}
	return timed, last
}
