package revise

import (
	"strings"

	"dateline/export/sheet"
	"dateline/timeline"
	"dateline/timeline/calendar"
)

// end reads a date that stands in two columns: as ISO 8601 text, which goes first, and as a date of the
// spreadsheet. edited is false where neither was corrected, or where one was emptied and the other still
// says it.
func (r *reader) end(l row, iso, day string) (w when, edited bool) {
	text, textEdited := l.edited(iso)
	number, numberEdited := l.edited(day)
	fromText, textRead := r.typed(l, iso, text, textEdited)
	fromNumber, numberRead := r.typed(l, day, number, numberEdited)
	switch {
	case textRead:
		if numberRead && fromNumber.FirstDay() != fromText.FirstDay() {
			r.fault(l, day, "differs from "+iso+", which was taken", "")
		}
		return fromText, true
	case numberRead:
		return fromNumber, true
	}
	emptied := (textEdited || numberEdited) && l.text(iso) == "" && l.text(day) == ""
	return when{}, emptied
}

// typed reads a cell that was corrected to a date.
func (r *reader) typed(l row, heading string, c sheet.Cell, edited bool) (w when, ok bool) {
	if !edited || strings.TrimSpace(c.Text) == "" {
		return when{}, false
	}
	w, err := readDate(c)
	if err != nil {
		r.fault(l, heading, err.Error(), dateForms)
		return when{}, false
	}
	return w, true
}

// date reads the date of an event; before is what it was, nil for none, and added says that the row is a person's own.
func (r *reader) date(l row, before *timeline.Date, added bool) *timeline.Date {
	start, startEdited := r.end(l, "Start (ISO)", "Start")
	end, endEdited := r.end(l, "End (ISO)", "End")
	edtfCell, edtfEdited := l.edited("EDTF")
	edtf, edtfRead := r.typed(l, "EDTF", edtfCell, edtfEdited)

	i := before.Interval()
	meant := when{}
	edtfAlone := !startEdited && !endEdited && edtfRead
	switch {
	case startEdited || endEdited:
		i = stretched(i, start, startEdited, end, endEdited, added || r.known && before == nil)
		meant.precision = start.precision
		meant.approximate = start.approximate || end.approximate
		if r.known && edtfRead && edtf.Interval != i {
			r.fault(l, "EDTF", "differs from the start and end, which were taken", "")
		}
	case edtfAlone:
		i, meant = edtf.Interval, edtf
	}
	if !i.Start.IsZero() && !i.End.IsZero() && i.LastDay().Compare(i.FirstDay()) < 0 {
		r.fault(l, endHeading(l), "is before the start: the former date was kept", "an end is the start or later, or empty where it is open")
		i, meant = before.Interval(), when{}
	}
	if i.IsZero() {
		if before != nil {
			r.touched = true
		}
		for _, heading := range dateDetailHeadings {
			if c, edited := l.edited(heading); edited && strings.TrimSpace(c.Text) != "" {
				r.fault(l, heading, "tells of a date, and the event has none", dateForms)
			}
		}
		return nil
	}
	d := &timeline.Date{Basis: timeline.Stated, Precision: finest(i)}
	if before != nil {
		c := *before
		d = &c
	}
	if i != before.Interval() {
		d.Start, d.End, r.touched = i.Start, i.End, true
		d.Precision = meant.precision
		if d.Precision == calendar.None {
			d.Precision = finest(i)
		}
	}
	if meant.approximate && !d.Approximate || edtfAlone && meant.approximate != d.Approximate {
		d.Approximate, r.touched = meant.approximate, true
	}
	r.dateDetails(l, d)
	if before == nil || d.Interval() != before.Interval() || d.Precision != before.Precision || d.Approximate != before.Approximate {
		d.EDTF = d.Interval().EDTF(d.Precision, d.Approximate)
	}
	return d
}

// stretched applies the corrected ends to an interval. An event of one date moves as a whole where only its start
// is corrected, and so does a row that a person added with a start alone; a stretch typed as a start
// is both ends.
func stretched(i calendar.Interval, start when, startEdited bool, end when, endEdited, added bool) calendar.Interval {
	one := !i.IsZero() && i.Start == i.End
	if startEdited {
		i.Start = start.Start
		if !endEdited && (start.Start != start.End || !start.IsZero() && (one || added)) {
			i.End = start.End
		}
	}
	if endEdited {
		i.End = end.End
	}
	return i
}

// finest is the precision of the interval's finer end: what a date says where nothing else is known.
func finest(i calendar.Interval) calendar.Precision {
	return max(i.Start.Precision(), i.End.Precision())
}

func endHeading(l row) string {
	if l.has("End (ISO)") {
		return "End (ISO)"
	}
	return "End"
}

// dateDetailHeadings are the columns that dateDetails reads.
var dateDetailHeadings = [...]string{"Basis", "Precision", "Approximate", "Ambiguous", "Date in the text", "Anchor", "TIMEX3 type", "TIMEX3 value", "TIMEX3 mod"}

// dateDetails reads how the date was found.
func (r *reader) dateDetails(l row, d *timeline.Date) {
	if c, edited := l.edited("Basis"); edited {
		word(r, l, "Basis", c, timeline.Bases[:], &d.Basis)
	}
	if c, edited := l.edited("Precision"); edited {
		var p calendar.Precision
		if err := p.UnmarshalText([]byte(lower(c))); err != nil || p == calendar.None {
			r.fault(l, "Precision", "is no precision", "millennium, century, decade, year, half, quarter, season, month, week, day, hour, minute or second")
		} else {
			d.Precision, r.touched = p, true
		}
	}
	r.flag(l, "Approximate", &d.Approximate)
	r.flag(l, "Ambiguous", &d.Ambiguous)
	if c, edited := l.edited("Date in the text"); edited {
		if text, ok := r.dayless(l, "Date in the text", c); ok {
			d.Text, r.touched = text, true
		}
	}
	if c, edited := l.edited("Anchor"); edited {
		if w, ok := r.typed(l, "Anchor", c, true); ok || strings.TrimSpace(c.Text) == "" {
			d.Anchor, r.touched = w.Start, true
		}
	}
	r.timex(l, d)
}

// timexTypes are the types of temporal expressions of TimeML 1.2.1.
var timexTypes = [...]string{"DATE", "TIME", "DURATION", "SET"}

// timex reads the three columns of the temporal expression; it has type and value or is none.
func (r *reader) timex(l row, d *timeline.Date) {
	t := timeline.Timex{}
	if d.Timex != nil {
		t = *d.Timex
	}
	any := false
	if c, edited := l.edited("TIMEX3 type"); edited {
		kind := strings.ToUpper(strings.TrimSpace(c.Text))
		if kind == "" {
			t.Type, any = "", true
		} else {
			any = word(r, l, "TIMEX3 type", sheet.Cell{Text: kind}, timexTypes[:], &t.Type) || any
		}
	}
	for _, f := range [...]struct {
		heading string
		text    *string
	}{{"TIMEX3 value", &t.Value}, {"TIMEX3 mod", &t.Mod}} {
		if c, edited := l.edited(f.heading); edited {
			if text, ok := r.dayless(l, f.heading, c); ok {
				*f.text, any = text, true
			}
		}
	}
	switch {
	case !any:
		return
	case t.Type == "" && t.Value == "" && t.Mod == "":
		d.Timex = nil
	case t.Type == "" || t.Value == "":
		r.fault(l, "TIMEX3 value", "does not go without the type, nor the type without it", "a TIMEX3 has both a type and a value, or neither")
		return
	default:
		d.Timex = &t
	}
	r.touched = true
}

// dayless is the text of a cell; a date of the spreadsheet, which programs like to make of texts, is written
// out as ISO 8601.
func (r *reader) dayless(l row, heading string, c sheet.Cell) (text string, ok bool) {
	if c.Kind != sheet.Day {
		return strings.TrimSpace(c.Text), true
	}
	w, err := readDate(c)
	if err != nil {
		r.fault(l, heading, err.Error(), "")
		return "", false
	}
	return w.Start.String(), true
}

func lower(c sheet.Cell) string { return strings.ToLower(strings.TrimSpace(c.Text)) }

// flag reads a cell that says yes or no; an empty one says no.
func (r *reader) flag(l row, heading string, set *bool) {
	c, edited := l.edited(heading)
	if !edited {
		return
	}
	yes, known := map[string]bool{"true": true, "yes": true, "1": true, "x": true, "": false, "false": false, "no": false, "0": false}[lower(c)]
	if !known {
		r.fault(l, heading, "is neither true nor false", "true or false, yes or no, 1 or 0")
		return
	}
	*set, r.touched = yes, true
}

// word reads a cell that holds one of a few words, in any case of letters.
func word[T ~string](r *reader, l row, heading string, c sheet.Cell, words []T, set *T) bool {
	text := strings.TrimSpace(c.Text)
	for _, w := range words {
		if strings.EqualFold(text, string(w)) {
			*set, r.touched = w, true
			return true
		}
	}
	r.fault(l, heading, "is none of the words that stand there", "one of "+joined(words))
	return false
}

func joined[T ~string](words []T) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return strings.Join(list, ", ")
}
