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

// noteWeekly finds the weekdays and clock times of schedules.
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
		case e.Parts.Have == expr.HasTod && e.Parts.Tod == "NI" && strings.EqualFold(prose.Before(z.text, e.Start), "at"): // they moved only at night
			e.Recurs = true
		case e.Parts.Holiday != nil && strings.EqualFold(prose.Before(z.text, e.Start), "except"), // every day except Christmas Day
			e.Parts.Holiday != nil && k > 0 && found[k-1].Recurs && found[k-1].Parts.Holiday != nil && z.text[found[k-1].End:e.Start] == " and ": // and New Year's Day
			e.Recurs, end = true, z.scheduleEnd(e.End)
		case ofWeek(e) && (ranged && (z.repeats(e) || behindHours(found, k) || z.behindSet(found, k)) || e.Start < end || weekly(z.text, e.Start)):
			e.Recurs, end = true, z.scheduleEnd(e.End)
			if ranged {
				next := &found[k+1]
				next.Recurs, end = true, z.scheduleEnd(next.End)
			}
		case hourAlone(e) && (e.Start < end || z.beforeWeekly(found, k) || z.habitual(e) || z.behindSet(found, k) || z.beforeSet(found, k) || z.changed(found, k) || z.endsHours(found, k) || z.behindDays(found, k) || z.overDays(found, k) || inSeason(z.text, e.End) || z.ofHabit(e)):
			e.Recurs = true
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
	return e.Kind == expr.Point && !e.Rel.Set && e.Parts.Have&^(expr.HasZone|expr.HasFace) == expr.HasHour
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

// beforeWeekly reports whether clock time k stands before the range of weekdays that it is of: "9 am to 5 pm, Monday to Friday".
func (z *resolver) beforeWeekly(found []expr.Expr, k int) bool {
	for n := k + 1; n < min(len(found), k+3); n++ {
		f := &found[n]
		if z.weekRange(found, n) {
			return f.Start >= found[k].End && f.Start < z.scheduleEnd(found[k].End) && (z.repeats(f) || behindHours(found, n))
		}
	}
	return false
}

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

// beforeSet reports whether clock time k begins or is the hours that a set right behind them says how often to be: "open from 5.30 a.m. to noon, six days a week", "at 8 a.m. daily".
func (z *resolver) beforeSet(found []expr.Expr, k int) bool {
	n := k + 1
	if n < len(found) && found[k].Ranged {
		n++
	}
	if n >= len(found) || found[n].Kind != expr.Set || found[n].Rule == expr.RuleRate || found[n].Start < found[n-1].End {
		return false
	}
	between := z.text[found[n-1].End:found[n].Start]
	return between == ", " || between == " "
}

// beginsHours are the words behind a comma that begin the hours of a set: "six nights a week, from 10 p.m."
var beginsHours = map[string]bool{"": true, "at": true, "from": true, "between": true}

// endsHours reports whether clock time k ends the hours that a recurring one begins: "seven days a week, from 8am to 9pm".
func (z *resolver) endsHours(found []expr.Expr, k int) bool {
	if k == 0 || !found[k-1].Recurs || !hourAlone(&found[k-1]) || found[k-1].End > found[k].Start {
		return false
	}
	between := z.text[found[k-1].End:found[k].Start]
	if strings.HasPrefix(between, " and ") && strings.HasSuffix(between, " at ") && strings.Count(between, " ") <= 4 { // we'd start at about 10 p.m. and stop at 4 a.m.
		return true
	}
	switch between {
	case " to ", " and ", " until ", " till ", "-", "–", " - ", " – ":
		return true
	}
	return false
}

// behindDays reports whether clock time k begins the hours of a range of days that ends right before it, which are those of each of them: "from 3 May to 8 June, 10am to 5pm".
func (z *resolver) behindDays(found []expr.Expr, k int) bool {
	if k < 2 || k+1 >= len(found) || !hourAlone(&found[k+1]) || found[k+1].Start-found[k].End > longestLink || !found[k-1].GivesDay() || found[k-1].End > found[k].Start || !(found[k-2].Ranged || z.weekRange(found, k-2)) {
		return false
	}
	switch z.text[found[k-1].End:found[k].Start] {
	case ", ", ", from ", ", between ", " from ", " between ":
		return true
	}
	return false
}

// overDays reports whether clock time k begins the hours of several days, as the words behind them tell: "between 6pm and 6am for the next two weeks".
func (z *resolver) overDays(found []expr.Expr, k int) bool {
	if k+2 >= len(found) || !found[k].Ranged || !hourAlone(&found[k+1]) || found[k+2].Start < found[k+1].End {
		return false
	}
	span := &found[k+2]
	return span.Kind == expr.Duration && expr.Units[span.Amount.Unit].Days > 0 && !(span.Amount.Unit == "D" && span.Amount.Number.Value <= 1) && z.text[found[k+1].End:span.Start] == " for "
}

// inSeason reports whether what ends at byte offset end is so in a season of every year: "takes its last passengers at 5pm in winter".
func inSeason(text string, end int) bool {
	return prose.AnyOf(strings.HasPrefix, text[end:], " in winter", " in summer", " in spring", " in autumn")
}

// changed reports whether clock time k is one of two that say to what a standing hour is changed: "will start at 10 p.m. instead of midnight".
func (z *resolver) changed(found []expr.Expr, k int) bool {
	if k > 0 && found[k-1].Recurs && hourAlone(&found[k-1]) && isInstead(z.text, found[k-1].End, found[k].Start) {
		return true
	}
	return k+1 < len(found) && hourAlone(&found[k+1]) && isInstead(z.text, found[k].End, found[k+1].Start)
}

// isInstead reports whether text[from:to] puts what stands before it in the place of what follows.
func isInstead(text string, from, to int) bool {
	return from <= to && (text[from:to] == " instead of " || text[from:to] == " rather than ")
}

// habits are words that tell what is done again and again.
var habits = wordlist.SetOf("daily usually always rarely normally often generally typically nowadays weekdays mondays tuesdays wednesdays thursdays fridays saturdays sundays")

// habitual reports whether the sentence of a clock time tells what is done again and again: "it rarely opens before 7.30 p.m.", "until 5.45 pm every day".
func (z *resolver) habitual(e *expr.Expr) bool {
	for k, side := range [...]string{z.scheduleBefore(e.Start), z.text[e.End:max(e.End, z.scheduleEnd(e.End))]} {
		last := ""
		for word := range strings.FieldsSeq(side) {
			word = strings.ToLower(strings.Trim(word, ",:()."))
			if habits.Has(word) || last == "every" && (word == "day" || word == "week" || word == "month") {
				return true
			}
			if behind := k == 1; behind && text.IsPast(word) { // met at 8:30 and ordered a task force to report daily
				break
			}
			last = word
		}
	}
	return false
}

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
