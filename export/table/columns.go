package table

import (
	"math"
	"strconv"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// Column is a column of the events' table.
type Column struct {
	Name    string // in the CSV's header row: stable within timeline.Format; none for a Day, which CSV has no use for
	Heading string // in a workbook
	Meaning string // a phrase for people
	Kind    Kind
	Text    func(*Row) string        // the cell as text; of a Flag "true" or "false", of a Number its digits. "" is an empty cell
	Date    func(*Row) calendar.Date // of a Day: the date, which may be one that HoldsDay refuses; nil for other kinds
}

func column(name, heading, meaning string, kind Kind, text func(*Row) string) Column {
	return Column{name, heading, meaning, kind, text, nil}
}

func dayColumn(heading, meaning string, date func(*Row) calendar.Date) Column {
	iso := func(r *Row) string {
		if d := date(r); HoldsDay(d) {
			return d.String()
		}
		return ""
	}
	return Column{"", heading, meaning, Day, iso, date}
}

// Columns lists the columns in their order. Columns are added at the end, never renamed or moved, within
// a version of timeline.Format.
var Columns = [...]Column{
	column("id", "ID", "the event's id in this timeline", Text, func(r *Row) string { return r.ID }),
	dayColumn("Start", "first day as a date of the spreadsheet: only for a whole day that it can hold, 1900-03-01 to 9999-12-31", func(r *Row) calendar.Date { return r.Interval().Start }),
	column("start", "Start (ISO)", "first year, month, day or clock time (ISO 8601), as precise as the text is; years before 1 BC are negative, -0049 is 50 BC; empty where open", ISO, func(r *Row) string { return r.Interval().Start.String() }),
	dayColumn("End", "last day as a date of the spreadsheet, under the same conditions", func(r *Row) calendar.Date { return r.Interval().End }),
	column("end", "End (ISO)", "last year, month, day or clock time, included; the same as the start for an event of one day, empty where open", ISO, func(r *Row) string { return r.Interval().End.String() }),
	column("summary", "Summary", "what happened, in a clause that stands alone", Text, func(r *Row) string { return r.Summary }),
	column("status", "Status", "occurred, planned, cancelled, denied (said or known not to have happened) or possible", Text, func(r *Row) string { return string(r.Status) }),
	column("basis", "Basis", "how the date was found: stated (complete in the text), completed (a part taken from the anchor), relative (computed from the anchor) or inherited (the narrative's date)", Text, func(r *Row) string { return string(r.date().Basis) }),
	column("confidence", "Confidence", "estimated probability, 0 to 1, that the event stands in the text as given, at that date", Number, func(r *Row) string { return number(r.Confidence) }),
	column("actors", "Actors", "everyone who takes part, joined by semicolons (a semicolon in a name is written as a comma)", Text, (*Row).actors),
	column("places", "Places", "where it happened, joined by semicolons", Text, func(r *Row) string { return Join(r.Places) }),
	column("attribution", "Attribution", "the source that the text credits for the statement", Text, func(r *Row) string { return r.Attribution }),
	column("source", "Source", "names of the articles that state the event, joined by semicolons", Text, (*Row).sourceNames),
	column("quote", "Quote", "the first article's sentence", Text, func(r *Row) string { return r.evidence().Text }),
	column("trigger", "Trigger", "the word or words of the sentence that express the event", Text, func(r *Row) string { return r.evidence().Trigger.Text }),
	column("url", "URL", "address of the first of these articles", Text, func(r *Row) string { return r.source().URL }),
	column("agents", "Agents", "who did it", Text, func(r *Row) string { return r.actorsAs(timeline.Agent) }),
	column("patients", "Patients", "whom or what it was done to", Text, func(r *Row) string { return r.actorsAs(timeline.Patient) }),
	column("recipients", "Recipients", "to, with or against whom it was done", Text, func(r *Row) string { return r.actorsAs(timeline.Recipient) }),
	column("others", "Other actors", "who takes part otherwise", Text, func(r *Row) string { return r.actorsAs(timeline.OtherRole) }),
	column("label", "Event", "lemma of the word that expresses the event", Text, func(r *Row) string { return r.Label }),
	column("date_text", "Date in the text", "the words from which the date was read; empty for an inherited date", Text, func(r *Row) string { return r.date().Text }),
	column("precision", "Precision", "how finely the text fixes the date: millennium, century, decade, year, half, quarter, season, month, week, day, hour, minute or second", Text, func(r *Row) string { return r.date().Precision.String() }),
	column("approximate", "Approximate", "whether the text gives the date as approximate", Flag, func(r *Row) string { return flag(r.Date, r.date().Approximate) }),
	column("ambiguous", "Ambiguous", "whether day and month of the date could be exchanged", Flag, func(r *Row) string { return flag(r.Date, r.date().Ambiguous) }),
	column("anchor", "Anchor", "the reference date that was used", ISO, func(r *Row) string { return r.date().Anchor.String() }),
	column("quote_start", "Quote from", "where the sentence begins in the article, in Unicode code points", Number, func(r *Row) string { return r.offset(r.evidence().Start) }),
	column("quote_end", "Quote to", "where the sentence ends, exclusive", Number, func(r *Row) string { return r.offset(r.evidence().End) }),
	column("trigger_start", "Trigger from", "where the trigger begins in the article, in Unicode code points", Number, func(r *Row) string { return r.offset(r.evidence().Trigger.Start) }),
	column("trigger_end", "Trigger to", "where the trigger ends, exclusive", Number, func(r *Row) string { return r.offset(r.evidence().Trigger.End) }),
	column("evidence", "Evidence", "how many sentences state the event", Number, func(r *Row) string { return strconv.Itoa(len(r.Evidence)) }),
	column("edtf", "EDTF", "the date in the Extended Date/Time Format (ISO 8601-2)", ISO, func(r *Row) string { return r.date().EDTF }),
	column("timex_type", "TIMEX3 type", "type of the temporal expression, as in TimeML: DATE, TIME, DURATION or SET", Text, func(r *Row) string { return r.timex().Type }),
	column("timex_value", "TIMEX3 value", "its value, as in TimeML", ISO, func(r *Row) string { return r.timex().Value }),
	column("timex_mod", "TIMEX3 mod", "its modifier, as in TimeML", Text, func(r *Row) string { return r.timex().Mod }),
	column("sort", "Sort", "a number that puts the rows in the order of their starts, across centuries: year × 10000 + month × 100 + day of the first day, and the clock time as a fraction of a day; an open start comes first, no date is empty", Number, (*Row).sortNumber),
}

// date is the event's date, or an empty one.
func (r *Row) date() *timeline.Date {
	if r.Date == nil {
		return &timeline.Date{}
	}
	return r.Date
}

// Interval is the date's stretch on the calendar; none for an event without a date.
func (r *Row) Interval() calendar.Interval { return r.Date.Interval() }

func (r *Row) timex() *timeline.Timex {
	if t := r.date().Timex; t != nil {
		return t
	}
	return &timeline.Timex{}
}

func (r *Row) offset(n int) string {
	if len(r.Evidence) == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func flag(d *timeline.Date, set bool) string {
	if d == nil {
		return ""
	}
	return strconv.FormatBool(set)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// The days that a spreadsheet's dates can hold. Excel counts 1900-02-29, a day that never was, so that
// earlier days differ from those of other programs by one.
var firstDay, lastDay = calendar.Must(calendar.OfDay(1900, 3, 1)), calendar.Must(calendar.OfDay(9999, 12, 31))

// HoldsDay reports whether d is a whole day that spreadsheets agree on: 1900-03-01 to 9999-12-31. A year or
// a month is none, because a cell would have to name a day in it that the text does not.
func HoldsDay(d calendar.Date) bool {
	return d.Precision() == calendar.Day && d.Compare(firstDay) >= 0 && d.Compare(lastDay) <= 0
}

// Serial is a spreadsheet's number of a day that HoldsDay: 1900-03-01 is 61.
func Serial(d calendar.Date) int { return 61 + firstDay.DaysUntil(d) }

// openStart sorts before every date's number.
const openStart = -99999999

func (r *Row) sortNumber() string {
	i := r.Interval()
	if i.IsZero() {
		return ""
	}
	if i.Start.IsZero() {
		return strconv.Itoa(openStart)
	}
	f := i.Start.FirstDay()
	days := f.Year()*10000 + f.Month()*100 + f.Day()
	h, m, s := i.Start.Clock()
	if seconds := h*3600 + m*60 + s; seconds > 0 {
		return number(float64(days) + math.Round(float64(seconds)/86400*1e5)/1e5)
	}
	return strconv.Itoa(days)
}
