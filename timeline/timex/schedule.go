package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// A schedule tells what comes every week: "open Tuesday to Saturday, 10 am to 5 pm", "every day except Monday". Its days and hours are of no one week.

// noteWeekly finds the weekdays of schedules.
func (z *resolver) noteWeekly(found []expr.Expr) {
	end := 0 // of the sentence of the last day of a schedule
	for k := range found {
		e := &found[k]
		if e.Kind != expr.Point || e.Rel.Set || e.Parts.Has(expr.HasYear|expr.HasDay) {
			continue
		}
		if e.Parts.Has(expr.HasMonth | expr.HasSeason) {
			e.Recurs = e.Recurs || e.Start < end // open Wednesday to Saturday, from March to October
			continue
		}
		ranged := z.weekRange(found, k)
		switch {
		case e.Parts.Holiday != nil && strings.EqualFold(prose.Before(z.text, e.Start), "except"), // every day except Christmas Day
			e.Parts.Holiday != nil && k > 0 && found[k-1].Recurs && found[k-1].Parts.Holiday != nil && z.text[found[k-1].End:e.Start] == " and ": // and New Year's Day
			e.Recurs, end = true, z.scheduleEnd(e.End)
		case ofWeek(e) && (ranged && (z.repeats(e) || behindHours(found, k) || z.behindSet(found, k)) || e.Start < end || weekly(z.text, e.Start)):
			e.Recurs, end = true, z.scheduleEnd(e.End)
			if ranged {
				next := &found[k+1]
				next.Recurs, end = true, z.scheduleEnd(next.End)
			}
		}
	}
}

// weekly reports whether the weekday at byte offset start is that of every week: "every day except Monday", "gathered weekly after Friday prayers".
func weekly(text string, start int) bool {
	return strings.EqualFold(prose.Before(text, start), "except") || prose.AnyOf(strings.HasSuffix, text[:start], " weekly on ", " weekly after ", " weekly before ")
}

// ofWeek reports whether an expression is a weekday, with or without a clock time.
func ofWeek(e *expr.Expr) bool {
	return e.Kind == expr.Point && !e.Rel.Set && e.Parts.Has(expr.HasWeekday) && !e.Parts.Has(expr.HasDay|expr.HasMonth|expr.HasYear|expr.HasTod)
}

// hourAlone reports whether an expression is a clock time without its day.
func hourAlone(e *expr.Expr) bool {
	return e.Kind == expr.Point && !e.Rel.Set && e.Parts.Have&^expr.HasZone == expr.HasHour
}

// behindHours reports whether expression k stands right behind the hours from when to when: "will open from 7am to 8.30pm, Monday to Saturday".
func behindHours(found []expr.Expr, k int) bool {
	return k > 1 && hourAlone(&found[k-1]) && hourAlone(&found[k-2]) && found[k].Start-found[k-1].End <= len(" from ") && found[k-1].Start-found[k-2].End <= longestLink
}

// weekRange reports whether expressions k and k+1 are a range of weekdays.
func (z *resolver) weekRange(found []expr.Expr, k int) bool {
	if k+1 >= len(found) || !ofWeek(&found[k]) || !ofWeek(&found[k+1]) || found[k+1].Start < found[k].End || found[k+1].Start-found[k].End > longestLink {
		return false
	}
	return weekdayLinks[strings.TrimSpace(z.text[found[k].End:found[k+1].Start])] == "range"
}

// longestLink is how many bytes may stand between the ends of a range of weekdays.
const longestLink = len(" through ")

// behindSet reports whether the sentence of clock time k has just told how often: "the council meets twice a month at 7:30 p.m."
func (z *resolver) behindSet(found []expr.Expr, k int) bool {
	n := k - 1
	for n >= 0 && found[n].Kind == expr.Reference { // every Thursday former announcers
		n--
	}
	if n > 0 && found[n].Parts.Have == expr.HasMonth && found[n-1].Kind == expr.Set && found[n-1].End <= found[n].Start && z.text[found[n-1].End:found[n].Start] == " in " { // every Wednesday in October from 6 p.m.
		n--
	}
	if n < 0 || found[n].Kind != expr.Set || prose.Before(z.text, found[k].Start) == "after" || // and not: rose a foot every hour after midnight
		found[n].Rule == expr.RuleRate || found[k].Start-found[n].End > prose.SentenceReach {
		return false
	}
	between := z.text[found[n].End:found[k].Start]
	if i := strings.IndexByte(between, ','); i >= 0 && beginsHours[strings.TrimSpace(between[i+1:])] { // every Monday, at 7am
		between = between[:i]
	}
	return !strings.ContainsAny(between, ",;\n\"") && !prose.EndsSentence(between)
}

// beginsHours are the words behind a comma that begin the hours of a set: "six nights a week, from 10 p.m."
var beginsHours = map[string]bool{"": true, "at": true, "from": true, "between": true}

// scheduleWords are what a schedule tells of: hours, and what opens and closes.
var scheduleWords = wordlist.SetOf("open opens opening closes closed hours daily weekdays galleries office shop shops call phone performances matinees shows staffed manned")

// repeats reports whether what stands around a range of weekdays is a schedule: it tells nothing past or to come, and of what opens or runs, or stands with little
// more than its hours.
func (z *resolver) repeats(e *expr.Expr) bool {
	said, listed := z.scheduleBefore(e.Start), false
	if prose.AnyOf(strings.HasSuffix, said, ", open ", ", open from ") { // can be left with the office, open Monday to Friday
		return true
	}
	for _, side := range [...]string{said, prose.SentenceAfter(z.text, e.End, prose.SentenceReach)} {
		for word := range strings.FieldsSeq(side) {
			word = strings.ToLower(strings.Trim(word, ",:()"))
			switch {
			case scheduleWords.Has(word):
				listed = true
			case tense.ToldVerbs.Has(word), word == "will", word == "would", text.IsPast(word):
				return false
			}
		}
	}
	return listed || strings.HasSuffix(said, ": ") || strings.TrimSpace(said) == ""
}

// scheduleEnd is where the sentence or line ends that goes on at byte offset at, which neither the full stop of "p.m." nor a semicolon ends.
func (z *resolver) scheduleEnd(at int) int {
	limit := min(len(z.text), at+prose.SentenceReach)
	for k := at; k < limit; k++ {
		if c := z.text[k]; c == '\n' || c == '.' && z.text[k-1] != 'm' && k+1 < len(z.text) && z.text[k+1] == ' ' {
			return k
		}
	}
	return limit
}

// scheduleBefore is what stands before byte offset start in its sentence, which the full stop of "p.m." does not end.
func (z *resolver) scheduleBefore(start int) string {
	said := z.text[max(0, start-prose.SentenceReach):start]
	for k := len(said) - 1; k > 0; k-- {
		if said[k] == '\n' || said[k] == '.' && said[k-1] != 'm' && k+1 < len(said) && said[k+1] == ' ' {
			return said[k+1:]
		}
	}
	return said
}
