package timex

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/prose"
)

// A diary, a log, a chronicle, a thread of messages and a forecast have entries, each below or behind its day. What is told there is told on
// that day, as news are on theirs: "yesterday", "last Friday" and "at 6 p.m." are counted from it.

// diary is what is known of the entry that a text is in.
type diary struct {
	series    bool          // the text has entries
	files     bool          // a column of what a newspaper had in years gone by, each below how many years ago that was
	months    bool          // some name their month before others give their day by its number alone
	head      int           // where the date ends that stands at the head of the text; 0 where there is none
	timex     int           // the number of the timex that gave the day; 0 outside
	last      calendar.Date // the day of the last entry
	chronicle bool          // nothing tells that an entry was written on its day: it is told as a narrative
	until     int           // where the entry ends, if that is the item of a programme; 0 where the next entry ends it
	// What the day stands in for while the entry lasts.
	speech calendar.Date
	news   bool
}

// fewestEntries is how many days must stand like those of entries for the text to be one of entries.
const fewestEntries = 3

// noteEntries finds out whether a text has entries. One day at its head is enough where it is that of a letter, a speech or a report: where nothing
// else says when the text was written, it tells of "yesterday" or "last year", and hardly of years after.
func (z *resolver) noteEntries(found []expr.Expr) {
	for k := 0; z.count == 0 && k < len(found) && found[k].Start <= datelineHead; k++ { // a headline above it may have dates as well
		if z.datelined(&found[k]) {
			z.diary.head = found[k].End
			return
		}
	}
	n, coarse, head, year, years, later, told, spoken, files := 0, 0, 0, 0, 0, 0, false, false, 0
	for k := range found {
		e := &found[k]
		if headsFile(z.text, e) {
			files++
		}
		z.diary.months = z.diary.months || e.Parts.Has(expr.HasMonth) && opensEntry(z.text, e)
		if e.Kind == expr.Point && e.Parts.Has(expr.HasYear) {
			if years++; year != 0 && e.Parts.Year > year {
				later++
			}
		}
		switch {
		case e.Entry && !z.diary.months: // the first of a list
		case headsQuote(z.text, e):
			n += fewestEntries // one is enough
		case opensEntry(z.text, e) && !e.GivesDay():
			coarse++
		case n == 0 && headsSpoken(z.text, e):
			year, head, told, spoken, n = e.Parts.Year, e.End, true, true, n+1
		case opensEntry(z.text, e) || n == 0 && endsTitle(z.text, e):
			if n == 0 && e.Start <= letterHead && e.Parts.Has(expr.HasYear) {
				year, head = e.Parts.Year, e.End
			}
			n++
		case e.FromWriting():
			told = true
		}
	}
	letter := z.speech.IsZero() && year != 0 && told && (spoken || later <= years/4)
	if letter {
		z.diary.head = head
	}
	z.diary.files = z.news && files >= fewestFiles
	z.diary.series = n >= fewestEntries && n > coarse
	z.diary.chronicle = z.speech.IsZero() && !told && !letter
}

const (
	// fewestFiles is how many years gone by a column tells of.
	fewestFiles = 2
	// oldestFile is how many years ago a newspaper may have told something.
	oldestFile = 300
)

// headsFile reports whether an expression heads what was told so many years ago: "100 years ago", alone on its line.
func headsFile(text string, e *expr.Expr) bool {
	if e.Rule != expr.RuleAgo || e.Amount.Unit != "Y" || e.Amount.Number.Vague || e.Amount.Number.Value > oldestFile || e.Base != nil || e.Start > 0 && text[e.Start-1] != '\n' {
		return false
	}
	rest := text[e.End:]
	return rest == "" || rest[0] == '\n' || rest[0] == ':'
}

// opens reports whether an expression is the date of an entry of the diary.
func (d *diary) opens(text string, e *expr.Expr) bool {
	if d.files && headsFile(text, e) {
		return true
	}
	return d.head > 0 && e.End == d.head || d.series && (opensEntry(text, e) || headsQuote(text, e))
}

// undated reports whether nothing but its entries tells when a text was written.
func (z *resolver) undated() bool {
	if z.diary.timex > 0 {
		return z.diary.speech.IsZero()
	}
	return z.speech.IsZero()
}

// letter reports whether the text is told from one day at its head.
func (z *resolver) letter() bool { return z.diary.head > 0 && !z.diary.series }

// datelineHead is how many bytes of a report may stand before the day of its dateline.
const datelineHead = 120

// datelined reports whether an expression is the day of a dateline, "KUKES, Albania, April 13 --", from which a report counts though it was published a
// little later.
func (z *resolver) datelined(e *expr.Expr) bool {
	if !z.news || !inDateline(z.text, e) {
		return false
	}
	year := e.Parts.Year
	if !e.Parts.Has(expr.HasYear) {
		if year = z.speech.Year(); e.Parts.Month > z.speech.Month() {
			year--
		}
	}
	day, err := calendar.OfDay(year, e.Parts.Month, e.Parts.Day)
	days := day.DaysUntil(z.speech)
	return err == nil && days > 0 && days <= leadDays
}

// inDateline reports whether an expression is the day of a dateline, be it that of the publication: "PARIS, Sept. 21 (AFP) -".
func inDateline(text string, e *expr.Expr) bool {
	if e.Start > datelineHead || e.Kind != expr.Point || e.Rel.Set || e.Ranged || !e.Parts.Has(expr.HasMonth) || !e.Parts.Has(expr.HasDay) || e.Parts.Has(expr.HasHour|expr.HasTod) || !strings.HasSuffix(text[:e.Start], ", ") {
		return false
	}
	rest := strings.TrimLeft(text[e.End:], " ")
	if i := strings.IndexByte(rest, ')'); i > 0 && rest[0] == '(' && i < len("(Associated Press)") {
		rest = strings.TrimLeft(rest[i+1:], " ")
	}
	if prose.AnyOf(strings.HasPrefix, rest, "--", "—", "–", "_ ", "- ") {
		return true
	}
	line := text[strings.LastIndexByte(text[:e.Start], '\n')+1:]
	return prose.AnyOf(strings.HasPrefix, rest, ": ", ". ") && isPlace(line) // NEW DELHI, Dec. 1. The President
}

// isPlace reports whether a line begins with a name in capitals, as that of the place that news come from stands.
func isPlace(line string) bool {
	return len(line) > 3 && prose.IsUpper(line[0]) && prose.IsUpper(line[1]) && prose.IsUpper(line[2])
}

// headsQuote reports whether an expression is the day of a message that is quoted below it: "On Tue, Jan 5, 2021 at 9:14 AM Jane Doe wrote:".
func headsQuote(text string, e *expr.Expr) bool {
	if e.Kind != expr.Point || !e.Parts.Has(expr.HasDay) || !e.Parts.Has(expr.HasYear) || !strings.HasSuffix(text[:e.Start], "On ") {
		return false
	}
	from := e.Start - len("On ")
	for from > 0 && (text[from-1] == '>' || text[from-1] == ' ') && e.Start-from < prose.LongestHeading { // marks of quotation
		from--
	}
	if from > 0 && text[from-1] != '\n' {
		return false
	}
	line, _, _ := strings.Cut(text[e.End:min(len(text), e.End+prose.LongestHeading)], "\n")
	return strings.HasSuffix(line, "wrote:")
}

// endsTitle reports whether an expression is a full date behind the title of a text: "A Talk with the Owners Sunday, October 21, 2007".
func endsTitle(text string, e *expr.Expr) bool {
	return e.Kind == expr.Point && e.Parts.Has(expr.HasWeekday) && e.Parts.Has(expr.HasDay) && e.Parts.Has(expr.HasYear) && !e.Rel.Set && strings.HasPrefix(text[e.End:], "\n") &&
		e.Start <= letterHead && strings.IndexByte(text[:e.Start], '\n') < 0
}

// headsSpoken reports whether an expression is the day of what was said on it, which the head of a text names: "Minutes of the committee meeting held on Tuesday 22 November 2016", "A
// sermon preached at Accra on Easter Day, 1987".
func headsSpoken(text string, e *expr.Expr) bool {
	if e.Kind != expr.Point || !e.Parts.Has(expr.HasDay) && e.Parts.Holiday == nil || !e.Parts.Has(expr.HasYear) || e.Rel.Set || e.Start > letterHead+len("Minutes of") {
		return false
	}
	head := strings.ToLower(text[:e.Start])
	if i := strings.Index(head, "minutes of "); i >= 0 && (i == 0 || head[i-1] == '\n' || strings.Contains(head, "meeting")) {
		return true
	}
	line := head[strings.LastIndexByte(head, '\n')+1:]
	rest := strings.TrimLeft(text[e.End:], " .,")
	return anyIn(line, spokenOf) && (rest == "" || rest[0] == '\n')
}

// spokenOf are words of a title that names what was said or sent out by voice.
var spokenOf = wordlist.SetOf("sermon homily preached talk lecture speech address remarks eulogy delivered broadcast interview testimony transcript")

// letterHead is how many bytes of a letter or a speech may stand before its date.
const letterHead = 200

// enter begins the entry of a day whose words end at byte offset at; leave ends the one that the text was in, so that the next day is found from the text around. What is to be
// on a day further off than any forecast goes no further than its own paragraph, and neither does what a chronicle in the news has behind a day of long ago.
func (z *resolver) enter(day calendar.Date, at int) {
	if z.diary.chronicle {
		z.diary.last = day
		return
	}
	ahead := z.speech.DaysUntil(day)
	chronicle := ahead < -leadDays && strings.HasPrefix(z.text[at:], ": ") // "March 31, 2005: A second engineer reports"
	if z.diary.until = 0; !z.speech.IsZero() && (ahead >= forecastDays && !strings.HasPrefix(z.text[at:], "\n") || chronicle) {
		z.diary.until = len(z.text)
		if i := strings.IndexByte(z.text[at:], '\n'); i >= 0 {
			z.diary.until = at + i
		}
	}
	z.diary.timex, z.diary.last, z.diary.speech, z.diary.news = z.count+1, day, z.speech, z.news
	z.speech, z.news = day, true
	z.lead, z.coming, z.weekday = day, spot{}, spot{}
	if !z.diary.series { // a report or statement tells of the first day that it names
		z.lead = calendar.Date{}
	}
}

func (z *resolver) leave() {
	if z.diary.timex > 0 {
		z.speech, z.news, z.diary.timex, z.diary.until = z.diary.speech, z.diary.news, 0, 0
	}
}

// newestFirst is how many days before the last entry a day of the year may be that is rather of the same year, further down in a log that goes back in time, than of the next one.
const newestFirst = 60

// dateEntry gives the day of an entry that lacks its year, or its month too, the first in which it comes after the last entry's: "2 April", "Sunday, 16th".
func (z *resolver) dateEntry(e *expr.Expr) {
	last, p := z.diary.last, &e.Parts
	if last.IsZero() || !p.Has(expr.HasDay) || p.Has(expr.HasYear) && !e.Completed {
		return
	}
	for month := range 13 {
		in := last.Truncate(calendar.Month).AddMonths(month)
		if p.Has(expr.HasMonth) && in.Month() != p.Month {
			continue
		}
		if day, err := calendar.OfDay(in.Year(), in.Month(), p.Day); err == nil && day.Compare(last) >= 0 {
			before, err := calendar.OfDay(in.Year()-1, in.Month(), p.Day)
			if err == nil && p.Has(expr.HasMonth) && before.DaysUntil(last) <= newestFirst && !z.speech.IsZero() && day.Compare(z.speech) > 0 { // the log begins with the newest
				day = before
			}
			p.SetDay(day)
			e.Completed, e.CompletedFrom = true, last
			return
		}
	}
}

// aheadOfSpeech reports whether an expression counts from the day of publication though it stands in the entry of a day to come: below "Sunday 12 July" the programme of June says
// that tickets "went on sale yesterday".
func (z *resolver) aheadOfSpeech(e *expr.Expr) bool {
	issued := z.diary.speech
	return e.Rule == expr.RuleDeictic && e.Rel.N < 0 && z.diary.timex > 0 && !issued.IsZero() && issued.Compare(z.speech) < 0
}

// opensEntry reports whether an expression is the date of an entry: it stands alone on its line, after "Date:" or a place, or begins one and
// is set off from what follows.
func opensEntry(text string, e *expr.Expr) bool {
	if e.Kind != expr.Point || e.Rel.Set || e.Ranged || !e.Parts.Has(expr.HasDay|expr.HasWeekday|expr.HasMonth|expr.HasYear|expr.HasDecade) && e.Parts.Holiday == nil || e.Parts.Has(expr.HasTod) {
		return false
	}
	from := max(0, e.Start-prose.LongestHeading)
	line := text[from:e.Start]
	if i := strings.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i+1:]
	} else if from > 0 {
		return false
	}
	if strings.HasPrefix(line, "- ") && strings.HasPrefix(text[e.End:], ": ") { // one of a list of dates: "- Tuesday 18 April: school reopens"
		return false
	}
	line = strings.Trim(line, " #*-\t")
	rest := text[e.End:min(len(text), e.End+prose.LongestHeading)]
	alone := strings.TrimLeft(rest, ".,: \t") == "" || strings.TrimLeft(rest, ".,: \t")[0] == '\n'
	switch {
	case line == "":
		if e.Parts.Has(expr.HasWeekday) && e.Parts.Has(expr.HasHour) && len(rest) > 1 && rest[0] == ' ' && prose.IsUpper(rest[1]) { // Tuesday, 3:15 p.m. A caller said
			return true
		}
		return alone || strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ": ") || strings.HasPrefix(rest, " – ") || strings.HasPrefix(rest, " — ") || e.Parts.Has(expr.HasWeekday) && strings.HasPrefix(rest, " - ")
	case strings.HasSuffix(line, ":"):
		return alone && (strings.HasSuffix(line, "Date:") || strings.HasSuffix(line, "Sent:") || strings.HasSuffix(line, "Dated:"))
	}
	return alone && strings.HasSuffix(line, ",") && e.Parts.Has(expr.HasYear)
}
