// Package revise reads a timeline back from a spreadsheet that a person has corrected.
//
// Comes in: a sheet.Book, as exported or saved again by any program, and the timeline that it was exported
// from, where that is known. Goes out: the corrected timeline, and a Fault for each cell that could not be
// read. The parts run in this order:
//
//	list.go      finds the sheets and columns by their headings, wherever they stand now
//	sources.go   the articles
//	cast.go      the actors, and whom a name means
//	events.go    the events, row by row, with the help of
//	dates.go     when, typed.go what people type for a date
//	takepart.go  who took part
//	evidence.go  where it is said
//	finish.go    order, counts and ids
//
// A cell counts only where it differs from what was exported (line.edited): so what was not touched stays
// exactly as it was, with all that a cell cannot hold, and of two cells that say the same in two ways the
// corrected one wins. Without the original every cell that is not empty counts.
//
// A cell that cannot be read leaves what was there before.
package revise

import (
	"errors"
	"fmt"
	"strings"

	"dateline/export/sheet"
	"dateline/timeline"
)

// ErrNoEvents is the error for a book in which no sheet has the columns of a timeline.
var ErrNoEvents = errors.New("no sheet has the columns of a timeline")

// Result is what a book says.
type Result struct {
	Timeline *timeline.Timeline
	Faults   []*Fault  // cells that could not be read, in the order of sheets and rows
	Ignored  []Ignored // what a timeline has no place for
}

// Fault is a cell that could not be read.
type Fault struct {
	Sheet    string // its name; empty in CSV
	Cell     string // as a spreadsheet names it: C14
	Heading  string // of its column
	Value    string // what it says
	Problem  string // why it could not be read, and what was taken instead
	Accepted string // a sentence on what can be read there; may be empty
}

// Error names the cell and quotes it.
func (f *Fault) Error() string {
	place := "cell " + f.Cell
	if f.Sheet != "" {
		place = fmt.Sprintf("sheet %q, %s", f.Sheet, place)
	}
	return fmt.Sprintf("%s (%s): %q %s", place, f.Heading, shortened(f.Value), f.Problem)
}

// Hint tells how to mend the cell.
func (f *Fault) Hint() string { return f.Accepted }

// shortened keeps a long cell's message on a line.
func shortened(s string) string {
	const most = 80
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// Ignored is a column or sheet that is no part of a timeline, with what stands in it.
type Ignored struct {
	Sheet, Column, Heading string // no column: the whole sheet
	Cells                  int    // that are not empty
}

// String describes it in the plural, without the count.
func (i Ignored) String() string {
	if i.Column == "" {
		return fmt.Sprintf("cells of sheet %q, which is no part of a timeline, not taken", i.Sheet)
	}
	place := ""
	if i.Sheet != "" {
		place = fmt.Sprintf(" of sheet %q", i.Sheet)
	}
	return fmt.Sprintf("cells of column %s (%q)%s, which a timeline has no place for, not taken", i.Column, i.Heading, place)
}

// Read reads a book. original is the timeline that it was exported from, nil where that is not known; it is
// not changed. The error is ErrNoEvents.
func Read(book *sheet.Book, original *timeline.Timeline) (*Result, error) {
	r := newReader(book, original)
	if err := r.find(book); err != nil {
		return nil, err
	}
	r.readSources()
	r.readCast()
	r.readParticipation()
	r.readEvents()
	return &Result{r.finish(), r.faults, r.ignored}, nil
}

// reader is a book that is being read.
type reader struct {
	known    bool               // the original is
	original *timeline.Timeline // an empty one where it is not known
	title    string
	lists    [kinds][]*list
	faults   []*Fault
	ignored  []Ignored
	touched  bool // something differs from the original

	sources       sources
	cast          cast
	participation map[string][]row // by the event's id
	written       written
	events        []timeline.Event
	ids           map[string]bool // of events
}

func newReader(book *sheet.Book, original *timeline.Timeline) *reader {
	r := &reader{known: original != nil, original: original, title: book.Title, ids: map[string]bool{}}
	if !r.known {
		r.original = &timeline.Timeline{Format: timeline.Format}
		r.touched = true
	}
	r.written = newWritten(r.original)
	return r
}

// fault notes that a cell could not be read.
func (r *reader) fault(l row, heading, problem, accepted string) {
	r.faults = append(r.faults, &Fault{
		Sheet: l.list.sheet, Cell: l.name(heading), Heading: strings.TrimSpace(l.list.header.At(l.list.columns[heading]).Text), Value: l.cell(heading).Text, Problem: problem, Accepted: accepted,
	})
}
