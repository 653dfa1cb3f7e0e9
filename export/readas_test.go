package export

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"dateline/export/sheet"
	"dateline/export/table"
	"dateline/export/xlsx"
	"dateline/timeline"
)

// asJSON is all that a timeline says.
func asJSON(t interface{ Fatal(...any) }, tl *timeline.Timeline) string {
	var b bytes.Buffer
	if _, err := Write(&b, tl, JSON); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// through writes a timeline and reads it back.
func through(t interface{ Fatal(...any) }, tl *timeline.Timeline, f Format, original *timeline.Timeline) *Reading {
	var b bytes.Buffer
	if _, err := Write(&b, tl, f); err != nil {
		t.Fatal(err)
	}
	r, err := ReadAs(&b, f, original)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// quiet fails the test where a reading complains or leaves something out.
func quiet(t interface {
	Errorf(string, ...any)
}, r *Reading) {
	for _, c := range r.Cells {
		t.Errorf("%v", c)
	}
	for _, l := range r.Lost {
		t.Errorf("%v", l)
	}
}

// What was not corrected comes back exactly: a workbook brings its original along, CSV is given it.
func TestReadBackLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := anyTimeline(t)
		want := asJSON(t, tl)
		for _, r := range []*Reading{through(t, tl, JSON, nil), through(t, tl, XLSX, nil), through(t, tl, CSV, tl)} {
			quiet(t, r)
			if got := asJSON(t, r.Timeline); got != want {
				t.Fatal(firstDifference([]byte(got), []byte(want)))
			}
		}
	})
}

// Without the original the cells alone give the timeline back, but for what held says that they cannot hold.
func TestCellsAloneLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := held(anyTimeline(t))
		cells := through(t, tl, XLSX, nil)
		quiet(t, cells)
		alone, err := revised(lists(t, tl), nil)
		if err != nil {
			t.Fatal(err)
		}
		quiet(t, alone)
		if got, want := asJSON(t, timeline.Merge(alone.Timeline)), asJSON(t, timeline.Merge(tl)); got != want {
			t.Fatal(firstDifference([]byte(got), []byte(want)))
		}
		fromCSV := through(t, tl, CSV, nil)
		quiet(t, fromCSV)
		if got, want := rowsOf(t, fromCSV.Timeline), rowsOf(t, tl); got != want {
			t.Fatal(firstDifference([]byte(got), []byte(want)))
		}
	})
}

// lists are the sheets of a timeline's workbook without the hidden one.
func lists(t interface{ Fatal(...any) }, tl *timeline.Timeline) *sheet.Book {
	var b bytes.Buffer
	if _, err := xlsx.Write(&b, tl, "", nil); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.ReadXLSX(b.Bytes(), sheet.Default)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// rowsOf is the timeline as CSV.
func rowsOf(t interface{ Fatal(...any) }, tl *timeline.Timeline) string {
	var b bytes.Buffer
	if _, err := Write(&b, tl, CSV); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// held is the timeline without what cells alone cannot hold: space around texts and line breaks of other
// systems, characters that XML does not have, semicolons in names, further sentences of an event, who is mentioned
// where, a participant or name twice, and events of other names than the sheets'.
func held(tl *timeline.Timeline) *timeline.Timeline {
	text := func(s *string) {
		*s = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(xlsx.Shown(*s), "\r\n", "\n"), "\r", "\n"))
		if *s == "" || strings.Trim(*s, "'") == "" || strings.IndexAny(*s, formulaStarts) == 0 || strings.HasPrefix(*s, "'") {
			*s = "x"
		}
	}
	name := func(s *string) { text(s); *s = strings.TrimSpace(table.Name(*s)) }
	text(&tl.Title)
	seen := map[string]bool{}
	for i := range tl.Sources {
		s := &tl.Sources[i]
		name(&s.Name)
		for seen[s.Name] {
			s.Name += "+"
		}
		seen[s.Name] = true
		text(&s.URL)
	}
	names := map[string]string{}
	for i := range tl.Actors {
		a := &tl.Actors[i]
		name(&a.Name)
		for seen[a.Name] {
			a.Name += "+"
		}
		seen[a.Name], names[a.ID] = true, a.Name
		name(&a.Aliases[0])
		a.Mentions = 1
	}
	for _, events := range [][]timeline.Event{tl.Events, tl.Undated} {
		for i := range events {
			heldEvent(&events[i], names, text, name)
		}
	}
	slices.SortStableFunc(tl.Events, func(a, b timeline.Event) int { return a.Date.Interval().Compare(b.Date.Interval()) })
	for i := range tl.Events {
		tl.Events[i].ID = fmt.Sprintf("e%d", i+1)
	}
	return tl
}

func heldEvent(e *timeline.Event, names map[string]string, text, name func(*string)) {
	text(&e.Label)
	text(&e.Summary)
	if e.Date != nil && e.Date.Text != "" {
		text(&e.Date.Text)
	}
	for i := range e.Places {
		name(&e.Places[i])
	}
	for i := range e.Actors {
		e.Actors[i].Name = names[e.Actors[i].ID]
	}
	if len(e.Actors) == 2 && (e.Actors[0].ID == e.Actors[1].ID || slices.Index(timeline.Roles[:], e.Actors[0].Role) > slices.Index(timeline.Roles[:], e.Actors[1].Role)) {
		e.Actors = e.Actors[:1]
	}
	if len(e.Evidence) > 1 {
		e.Evidence = e.Evidence[:1]
	}
	for i := range e.Evidence {
		x := &e.Evidence[i]
		text(&x.Text)
		text(&x.Trigger.Text)
	}
}

func TestWrittenOnly(t *testing.T) {
	for _, f := range Formats() {
		_, err := ReadAs(strings.NewReader("x"), f.Format, nil)
		readable := f.Format == JSON || f.Format == CSV || f.Format == XLSX
		if errors.Is(err, ErrWrittenOnly) == readable || readable && !errors.Is(err, ErrNotTimeline) && !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", f.Format, err)
		}
	}
	if _, err := ReadAs(strings.NewReader("x"), "docx", nil); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("docx: %v", err)
	}
}

// Whatever a spreadsheet says, what is read of it is a timeline by the schema, and is read again.
func FuzzReadAs(f *testing.F) {
	schema := compileSchema(f)
	original := inputs(f)["harbour"]
	data, _ := write(f, original, CSV)
	f.Add(string(data))
	f.Add("id,summary,start,actors,agents,source,quote,trigger\n,x,1990s,a;b,c,s,q,t\ne1,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, from := range []*timeline.Timeline{nil, original} {
			r, err := ReadAs(strings.NewReader(text), CSV, from)
			if errors.Is(err, ErrNotTimeline) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			document := asJSON(t, r.Timeline)
			if _, err := Read(strings.NewReader(document)); err != nil {
				t.Errorf("%v\n%s", err, document)
			}
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%v\n%s", err, document)
			}
		}
	})
}

// Whatever a person types into cells, and however rows are moved, what is read is a timeline by the schema.
func TestAnyCorrectionLaw(t *testing.T) {
	schema := compileSchema(t)
	typed := []string{
		"", " ", "x", "2019", "2019-03-05", "199X~", "2014/2016", "../2016", "some day", "-0049", "43741", "0.5", "2", "-1", "true", "no", "planned", "denied", "person", "agent",
		"s1", "a1", "e1", "e2", "a; b", ";", "Dalton Reyes; met", "DATE", "SET", "month", "decade", "stated", "1e9", "NaN", "=1", "'", "\x00", "a\nb",
	}
	rapid.Check(t, func(t *rapid.T) {
		tl := anyTimeline(t)
		book := lists(t, tl)
		for i := range book.Sheets {
			rows := book.Sheets[i].Rows
			for range rapid.IntRange(0, 8).Draw(t, "corrections") {
				row := &rows[rapid.IntRange(min(1, len(rows)-1), len(rows)-1).Draw(t, "row")]
				c := sheet.Cell{Text: rapid.SampledFrom(typed).Draw(t, "typed"), Column: int32(rapid.IntRange(1, 36).Draw(t, "column"))}
				if n, err := strconv.ParseFloat(c.Text, 64); err == nil && rapid.Bool().Draw(t, "number") {
					c.Kind, c.Number = rapid.SampledFrom([]sheet.Kind{sheet.Number, sheet.Day}).Draw(t, "kind"), n
				}
				row.Cells = append(slices.DeleteFunc(slices.Clone(row.Cells), func(x sheet.Cell) bool { return x.Column == c.Column }), c)
			}
			if len(rows) > 2 && rapid.Bool().Draw(t, "moved") {
				rows[1].Cells, rows[2].Cells = rows[2].Cells, rows[1].Cells
				book.Sheets[i].Rows = append(rows, rows[1])
			}
		}
		for _, original := range []*timeline.Timeline{nil, tl} {
			before := asJSON(t, tl)
			r, err := revised(book, original)
			if errors.Is(err, ErrNotTimeline) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(asJSON(t, r.Timeline)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Error(err)
			}
			if asJSON(t, tl) != before {
				t.Error("the original has changed")
			}
		}
	})
}
