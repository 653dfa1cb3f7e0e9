package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// clockOnly reads a clock time and the date after it: "10 p.m. Wednesday", "5:30 p.m. EST, Nov. 6", "17:30", "9 o'clock on Friday",
// "0900 hours".
func clockOnly(r *run, i int) (*expr.Expr, int) {
	e := r.new(expr.Expr{Rule: expr.RuleClock, Kind: expr.Point, Type: expr.TimeType})
	j := r.clock(&e.Parts, i)
	if j == i {
		return r.hours(i)
	}
	if r.lx[i].class == lexicon.Clock && j == i+1 {
		e.Weak = r.text[r.lx[i].start+r.lx[i].digits] == ':' // 5:30 without a.m., zone or date could be a score or a verse; 20h00 could not
	}
	e.Start, e.End = r.lx[i].start, r.lx[j-1].end
	if set, end := r.clockOfSet(e.Start, &e.Parts, true, j); end > j {
		return set, end
	}
	return r.withDay(e, i, j)
}

// quarterClock reads "a quarter to five" at an article or at the quarter.
func quarterClock(r *run, i int) (*expr.Expr, int) {
	if !r.value(i, lexicon.Unit, "Q") && !r.value(i+1, lexicon.Unit, "Q") {
		return nil, i
	}
	return clockOnly(r, i)
}

// hours reads "9 and 10 p.m.", "10–11:30 a.m.": two times, of which only the second says in which half of the day they are.
func (r *run) hours(i int) (*expr.Expr, int) {
	l := &r.lx[i]
	k := i + 1
	if l.class != lexicon.Int || !l.plain || l.digits > 2 || l.number < 1 || l.number > 12 || k >= len(r.lx) {
		return nil, i
	}
	switch {
	case r.nextWord(k, "TO"), r.nextWord(k, "UNTIL"), (r.nextWord(k, "AND") || r.nextWord(k, "OR")) && clockPrepositions.HasFold(prose.Before(r.text, l.start)):
		if k++; !r.joined(k) {
			return nil, i
		}
	case !r.dashed(k):
		return nil, i
	}
	if !(r.has(k, lexicon.Int) || r.has(k, lexicon.Clock)) || !r.has(k+1, lexicon.AmPm) {
		return nil, i
	}
	second := r.new(expr.Expr{Rule: expr.RuleClock, Kind: expr.Point, Type: expr.TimeType})
	end := r.clock(&second.Parts, k)
	if end == k {
		return nil, i
	}
	second.Start, second.End = r.lx[k].start, r.lx[end-1].end
	second, end = r.withDay(second, k, end)
	first := r.new(*second)
	first.Rule, first.Start, first.End = expr.RuleClock, l.start, l.end
	first.Parts.Hour, first.Parts.Minute, first.Parts.Second = l.number%12+second.Parts.Hour/12*12, -1, -1
	if first.Parts.Hour > second.Parts.Hour { // 11 to 1 p.m.
		first.Parts.Hour -= 12
	}
	first.Ranged = !r.word(i+1, "OR")
	first.Second = second
	return first, end
}

// withDay adds the day that follows a clock time or part of the day: "noon Thursday", "10 a.m. on Friday", "the night of April 18".
func (r *run) withDay(e *expr.Expr, i, j int) (*expr.Expr, int) {
	k := j
	if r.nextWord(k, "ON") || r.nextWord(k, "OF") {
		k++
	}
	if k >= len(r.lx) || !r.dayFollows(j, k) || !r.enter() {
		return e, j
	}
	defer r.leave()
	day, end := r.dayAt(k)
	if end == k && e.Parts.Has(expr.HasTod) && k > j { // on the evening of 9 December 1913, at ten minutes to eight
		r.timeless = true
		if day, end = r.dayAt(k); end > k && !day.Parts.Has(expr.HasDay) { // and not: the early hours of Thursday morning
			end = k
		}
		r.timeless = false
	}
	if e.Parts.Tod == "NI" && (k == j || r.lx[k-1].is("OF")) {
		if first, last := r.twoDays(r.the(k)); first != nil && last > end {
			day, end = first, last
		}
	}
	if e.Parts.Has(expr.HasHour) { // 8 tonight, midnight tonight
		if part, partEnd := r.partAt(k); partEnd > end {
			day, end = part, partEnd
		}
	}
	if end == k && k == j {
		if timed, last := r.countedDay(e, k); last > k {
			return timed, last
		}
	}
	if at := r.the(k); at < len(r.lx) && r.isWeekday(at) && !r.timeless { // 7 p.m. on Thursday week
		if week, last := weekdayNext(r, at); last > max(at, end) && week.Kind == expr.Offset && week.Parts.Have == 0 {
			return r.countedAs(e, week, last)
		}
	}
	if k == j && end > k && day.Rule == expr.RuleDay && !dayEnds(r.text, r.lx[end-1].end) { // at 0633 hours the 3rd Battalion landed
		return e, j
	}
	below := k == j && strings.IndexByte(r.text[r.lx[j-1].end:r.lx[j].start], '\n') >= 0
	if end == k || below && (day.Parts.Has(expr.HasDay) || strings.HasPrefix(r.text[r.lx[end-1].end:], ":")) {
		return e, j // a headline's last word, or the hour that ends an item of a list, and the date or "Saturday:" below it
	}
	if r.nextWord(end, "OF") && r.next(end+1, lexicon.Periodic) { // until 9 pm on the last Thursday of every month
		return e, j
	}
	e.JoinDay(day)
	if e.Parts.Hour == 24 && e.Parts.Has(expr.HasHour) && k > j && prose.Before(r.text, r.lx[i].start) == "after" { // shortly after midnight on 8 August, which begins then
		e.Parts.Hour = 0
	}
	e.Weak, e.End = false, r.lx[end-1].end
	return e, end
}

// countedDay adds the day that is counted from the narrative's at lexeme k to a clock time: "noon two days later", "9 p.m. the night before", "6 a.m. the day after".
func (r *run) countedDay(e *expr.Expr, k int) (*expr.Expr, int) {
	if !e.Parts.Has(expr.HasHour) || r.lx[k].gap != gapSpace {
		return e, k
	}
	day, end := r.parse(k)
	switch {
	case end == k || day.Mod != "":
		return e, k
	case day.Kind == expr.Point && day.Rel.Set && day.Rel.From == expr.Narrative && day.Parts.Has(expr.HasTod):
		e.JoinDay(day)
	case day.Kind == expr.Offset && day.Amount.Unit == "D" && !day.Amount.Number.Vague:
		e.Parts.Hour = expr.HourIn(e.Parts.Hour, day.Parts.Tod)
		return r.countedAs(e, day, end)
	default:
		return e, k
	}
	e.Weak, e.End = false, r.lx[end-1].end
	return e, end
}

// countedAs makes a clock time, which ends before lexeme end, one of the day that an offset leads to.
func (r *run) countedAs(e, day *expr.Expr, end int) (*expr.Expr, int) {
	e.Kind, e.Amount, e.AmountEnd, e.Dir, e.From, e.Base, e.Rule = day.Kind, day.Amount, day.AmountEnd, day.Dir, day.From, day.Base, day.Rule+"+"+e.Rule
	e.Weak, e.End = false, r.lx[end-1].end
	return e, end
}

// dayFollows reports whether what stands at lexeme k can be the day of the time that ends before lexeme j, where k lies behind "on" or "of" or is j itself.
func (r *run) dayFollows(j, k int) bool {
	comma := k == j && r.lx[k].gap == gapComma
	switch {
	case !r.joined(k) && !comma, comma && r.lx[k].class == lexicon.Int && r.monthAfterDay(k+1) == k+1:
		return false
	case r.text[r.lx[j-1].end-1] == '.' && ((r.has(k, lexicon.Rel) || r.has(k, lexicon.Deictic) || r.has(k, lexicon.Det)) && prose.IsUpper(r.text[r.lx[k].start]) || k > j && prose.IsUpper(r.text[r.lx[j].start])): // until 11 p.m. That afternoon; at 10 a.m. On Wednesday
		return false
	case k == j && r.text[r.lx[j-1].end-1] == '.' && r.lx[k].class == lexicon.Int && r.beginsRange(k): // until 6 p.m. 1 November to 31 March
		return false
	case comma && r.isWeekday(k): // and not: 9 to 5.30 p.m., Monday to Friday
		return !r.dashesOn(k) && !((r.word(k+1, "TO") || r.word(k+1, "THROUGH")) && r.has(k+2, lexicon.Weekday))
	}
	return true
}

// beginsRange reports whether the day of a month at lexeme i begins a range.
func (r *run) beginsRange(i int) bool {
	_, end := r.fullDay(i)
	return end > i && r.word(end, "TO")
}

// twoDays reads the two days that a night lies between, at lexeme i: "the night of 8–9 February", "8/9 February", "31 May/1 June 1916".
func (r *run) twoDays(i int) (*expr.Expr, int) {
	if i >= len(r.lx) {
		return nil, i
	}
	first, end := r.fullDay(i)
	if end == i || first.Kind != expr.Point {
		return nil, i
	}
	if first.Second != nil {
		if tied := first.Ranged || r.slashed(i, end); !tied || first.Second.Parts.Day != first.Parts.Day+1 {
			return nil, i
		}
		return first, end
	}
	if end >= len(r.lx) || !r.dashed(end) && r.lx[end].gap != gapSlash {
		return nil, i
	}
	second, last := r.fullDay(end)
	if last == end || second.Parts.Day != 1 || second.Parts.Month != first.Parts.Month%12+1 || first.Parts.Day < 28 {
		return nil, i
	}
	if second.Parts.Has(expr.HasYear) && !first.Parts.Has(expr.HasYear) {
		first.Parts.Year, first.Parts.Have = second.Parts.Year, first.Parts.Have|expr.HasYear
		if second.Parts.Month == 1 { // the night of 31 December–1 January 1942
			first.Parts.Year--
		}
	}
	return first, last
}

// slashed reports whether a slash stands among the lexemes i to end.
func (r *run) slashed(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if r.lx[k].gap == gapSlash {
			return true
		}
	}
	return false
}

// dayAt reads an expression of a day at lexeme i, to go with a clock time or part of the day.
func (r *run) dayAt(i int) (*expr.Expr, int) { return r.longest(i, (*expr.Expr).IsDay) }

// longest reads the longest point at lexeme i, or behind an article there, that is one and fits.
func (r *run) longest(i int, fits func(*expr.Expr) bool) (best *expr.Expr, end int) {
	end = i
	j := r.the(i)
	if j >= len(r.lx) {
		return best, i
	}
	for _, f := range families[r.lx[j].class] {
		if e, k := f(r, j); k > end && k > j && e.Kind == expr.Point && e.Second == nil && (j == i || e.Head) && fits(e) {
			best, end = e, k
		}
	}
	if e, k := theWeekday(r, j); j > i && k > j && k > end && fits(e) { // at 5.10 pm on the Saturday
		best, end = e, k
	}
	return best, end
}

// withTime adds what follows a date: a part of the day ("Friday night") or a clock time ("May 5 at 10 p.m.").
func (r *run) withTime(e *expr.Expr, i, j int) (*expr.Expr, int) {
	if r.timeless || !e.IsDay() || j >= len(r.lx) || r.ownLine(i, j) || r.lx[j].gap == gapComma && (r.endsWeekRange(i) || r.endsDayRange(i) && r.beginsHours(j)) { // Monday to Saturday, 10am to 6pm
		return e, j
	}
	if r.has(j, lexicon.Part) && r.lx[j].gap == gapSpace && !r.lx[j].entry.Plural && r.lx[j].entry.Value != "DT" {
		setPart(&e.Parts, r.lx[j].entry.Value)
		e.Type, e.Rule, e.Weak, e.End = expr.TimeType, e.Rule+"+part", false, r.lx[j].end
		if e.Start == 0 {
			e.Start = r.lx[i].start
		}
		return r.partClock(e, j+1)
	}
	k := j
	about := false
	if r.word(k, "AT") && r.near(k) {
		if k++; r.nextValue(k, lexicon.Approx, "APPROX") { // on 5 May, at about three in the afternoon
			about = true
			k++
		}
	} else if !r.near(j) {
		return e, j
	}
	p := e.Parts
	end := r.clock(&p, k)
	if part := r.has(k, lexicon.Part); end == k && k > j && part && !r.lx[k].entry.Plural && r.lx[k].entry.Value != "NI" { // Friday at noon, at dawn
		setPart(&p, r.lx[k].entry.Value)
		end = k + 1
	}
	if end == k && k > j {
		end = r.hourInWords(&p, i, k)
	}
	if end == k || k > j && !r.joined(k) {
		return e, j
	}
	if e.Start == 0 {
		e.Start = r.lx[i].start
	}
	e.Parts, e.Type, e.Rule, e.Weak, e.End = p, expr.TimeType, e.Rule+"+clock", false, r.lx[end-1].end
	if about && e.Mod == "" {
		e.Mod = "APPROX"
	}
	return e, end
}

// hourInWords reads the hour at lexeme k, behind "at" and the day that begins at lexeme i, and gives the index after it; k where it is rather a price or a count: "Friday at six", and not
// "closed Friday at ten dollars".
func (r *run) hourInWords(p *expr.Parts, i, k int) int {
	if !r.has(k, lexicon.Num) || !r.joined(k) {
		return k
	}
	verb := strings.ToLower(prose.Before(r.text, r.lx[i].start))
	if c, end := r.hourSpoken(k); end > k && dayEnds(r.text, r.lx[end-1].end) && !measured.Has(verb) && !ends.Has(verb) {
		p.SetClock(c.hour, c.minute, c.second)
		return end
	}
	return k
}

// ends are verbs of how prices stand at the end of a day.
var ends = wordlist.SetOf("ended closed finished settled opened traded was were")

// endsWeekRange reports whether lexeme i is the second weekday of a range.
func (r *run) endsWeekRange(i int) bool {
	return r.has(i, lexicon.Weekday) && (r.until(i-1) && r.has(i-2, lexicon.Weekday) || r.dashesOn(i-1))
}

// endsDayRange reports whether lexeme i begins the second day of a range: "3 May to 8 June".
func (r *run) endsDayRange(i int) bool {
	return r.until(i-1) && (r.has(i-2, lexicon.Month) || r.has(i-2, lexicon.Int))
}

// beginsHours reports whether the hours from when to when begin at lexeme j: "10am to 5pm".
func (r *run) beginsHours(j int) bool {
	var p expr.Parts
	end := r.clock(&p, j)
	return end > j && end < len(r.lx) && (r.until(end) || r.dashed(end))
}

// ownLine reports whether lexemes i to j are a line by themselves, above what j begins: the day of a log's entry. So do they end where the lines of a log begin with clock times: "dark since
// Monday" above "7:05 AM Marcus".
func (r *run) ownLine(i, j int) bool {
	start := r.lx[i].start
	line := strings.LastIndexByte(r.text[:start], '\n') + 1
	return (line == start || prose.IsDigit(r.text[line])) && strings.IndexByte(r.text[r.lx[j-1].end:r.lx[j].start], '\n') >= 0
}
