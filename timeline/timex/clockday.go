package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// inRelative reports whether the day that ends at byte offset at closes a relative clause, between which and a clock time its main clause goes on: "the index,
// which plunged Monday, was up by 2 p.m."
func inRelative(t string, at int, between string) bool {
	if !strings.HasPrefix(between, ", ") || prose.EndsSentence(between) {
		return false
	}
	sentence := prose.SentenceBefore(t, at, prose.SentenceReach)
	if strings.Contains(sentence, ", which ") || strings.Contains(sentence, ", who ") {
		return true
	}
	i := prose.LastIndex(sentence, ", ")                 // the rebel, sworn in as president last Wednesday, appeared
	if i >= 0 && begun.Has(prose.After(sentence, i+1)) { // the fire, started by lightning on January 11, hit the town just before 6pm
		return false
	}
	return i >= 0 && text.IsParticiple(prose.After(sentence, i+1)) && text.IsPast(prose.After(between, 1))
}

// begun are participles of what goes on at once.
var begun = wordlist.SetOf("started sparked ignited lit begun triggered")

const (
	smallHoursEnd = 6  // the hour of the clock before which it is still night
	eveningStart  = 18 // the hour at which the evening begins
	lateStart     = 15 // the hour behind which one before smallHoursEnd is of the next day, where it says that it is one of the morning
)

// leadDays is how many days before its publication the day may be that news are of.
const leadDays = 7

// dayBehind gives a clock time the day that its sentence names a little later: "8:02 a.m. (0002 GMT) on Saturday", "10:35 a.m. (0735 GMT) Friday", "5 a.m. Oslo time on May 3".
func (z *resolver) dayBehind(e *expr.Expr, next []expr.Expr) {
	for k := range next[:min(2, len(next))] {
		f := &next[k]
		if f.Kind != expr.Point || !f.IsDay() || f.Second != nil || f.Rule == expr.RuleNthDay {
			continue
		}
		if linksDay(z.text[e.End:max(e.End, f.Start)]) {
			e.JoinDay(f)
			e.Rule = expr.RuleClock
			if f.Rel.Set && f.Rel.From == expr.Narrative { // 11 a.m. Helsinki time the following day, to which the hour has led already
				f.Rel.N = 0
			}
		}
		return
	}
}

// linksDay reports whether what stands between a clock time and a day makes the day its own.
func linksDay(between string) bool {
	if place, ok := strings.CutPrefix(between, ", "); ok { // 5:00 p.m., New York City time, on April 12
		place, ok = strings.CutSuffix(place, " time, on ")
		return ok && strings.Count(place, " ") <= 2
	}
	if word := prose.After(between, 0); word != "" && prose.IsUpper(word[0]) && prose.AfterDay.HasFold(word) { // 10 p.m. The new parliament will sit on April 2
		return false
	}
	if len(between) >= 40 || strings.IndexByte(between, ',') >= 0 || strings.HasPrefix(between, ": ") || strings.Contains(between, ". ") || strings.Contains(between, " and ") {
		return false
	}
	if strings.HasPrefix(between, " on a ") && strings.Count(between, " ") == 4 { // on a snowy Friday
		return true
	}
	if city, ok := strings.CutSuffix(between, " time "); ok && strings.Count(city, " ") <= 2 { // 1:18 p.m. Moscow time Wednesday
		return true
	}
	return strings.HasSuffix(between, " on ") || strings.HasPrefix(between, " (") && strings.HasSuffix(between, ") ")
}
