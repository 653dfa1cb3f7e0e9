package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"dateline/export/revise"
	"dateline/export/sheet"
	"dateline/export/xlsx"
	"dateline/timeline"
)

// A CellError is a cell of a corrected spreadsheet that could not be read; it says which and why. The
// timeline keeps what was there before, where that is known.
type CellError = revise.Fault

// Reading is what ReadAs made of a file.
type Reading struct {
	Timeline *timeline.Timeline
	Cells    []*CellError // that could not be read, in the order of the file
	Lost     Lost         // what a timeline has no place for, such as a column that a person added
}

// ErrWrittenOnly is wrapped by the error for a format that cannot be read back.
var ErrWrittenOnly = errors.New("this format is written and not read")

// reader reads a timeline back. original is the one that the file was exported from; nil where it is not known.
type reader func(data []byte, original *timeline.Timeline) (*Reading, error)

// ReadAs reads a timeline from a file in format f: JSON, or a workbook or CSV that was exported and then
// corrected by a person, with any program. Rows and columns may have been moved, sheets renamed, rows added
// and deleted; package revise says how cells are read.
//
// original is the timeline that a spreadsheet was exported from: what the cells do not hold is taken from
// it. It may be nil: a workbook brings it along in a hidden sheet; without it what the cells do not hold is
// lost, such as the second article that states an event. JSON does without it.
//
// Cells that cannot be read are no error but are listed. The error wraps ErrWrittenOnly or ErrUnknownFormat
// for the format, ErrNotTimeline for a file that is no timeline in it, or is that of Read.
func ReadAs(r io.Reader, f Format, original *timeline.Timeline) (*Reading, error) {
	for _, known := range formats {
		if known.Format != f {
			continue
		}
		if known.read == nil {
			return nil, fmt.Errorf("%s: %w", f, ErrWrittenOnly)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("read timeline: %w", err)
		}
		return known.read(data, original)
	}
	_, err := ByName(string(f))
	return nil, err
}

func readJSON(data []byte, _ *timeline.Timeline) (*Reading, error) {
	t, err := Read(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return &Reading{Timeline: t}, nil
}

func readCSV(data []byte, original *timeline.Timeline) (*Reading, error) {
	book, err := sheet.ReadCSV(data, sheet.Default)
	if err != nil {
		return nil, notTimeline(err)
	}
	unguard(book)
	return revised(book, original)
}

// unguard takes the apostrophes off the sheets that were CSV, and may since have been saved as a workbook:
// their header has the names of CSV's columns.
func unguard(book *sheet.Book) {
	for _, s := range book.Sheets {
		if len(s.Rows) == 0 || !slices.ContainsFunc(s.Rows[0].Cells, func(c sheet.Cell) bool { return c.Text == "summary" }) {
			continue
		}
		for _, row := range s.Rows {
			for i := range row.Cells {
				row.Cells[i].Text = unguarded(row.Cells[i].Text)
			}
		}
	}
}

func readXLSX(data []byte, original *timeline.Timeline) (*Reading, error) {
	book, err := sheet.ReadXLSX(data, sheet.Default)
	if err != nil {
		return nil, notTimeline(err)
	}
	unguard(book)
	if original == nil {
		original = hiddenOriginal(book)
	}
	return revised(book, original)
}

// hiddenOriginal is the timeline in the hidden sheet; nil where a person or a program has damaged or removed it.
func hiddenOriginal(book *sheet.Book) *timeline.Timeline {
	for _, s := range book.Sheets {
		if len(s.Rows) == 0 || s.Rows[0].At(1).Text != xlsx.OriginalMark {
			continue
		}
		var b bytes.Buffer
		for _, row := range s.Rows[1:] {
			b.WriteString(row.At(1).Text)
		}
		if t, err := Read(&b); err == nil {
			return t
		}
	}
	return nil
}

// revised reads the cells against the original.
func revised(book *sheet.Book, original *timeline.Timeline) (*Reading, error) {
	result, err := revise.Read(book, original)
	if err != nil {
		return nil, notTimeline(err)
	}
	r := &Reading{Timeline: result.Timeline, Cells: result.Faults}
	for _, i := range result.Ignored {
		r.Lost.add(i.String(), i.Cells)
	}
	if err := check(r.Timeline); err != nil {
		return nil, fmt.Errorf("read timeline: %w", err) // a fault of package revise, or a hand-made original's
	}
	return r, nil
}

func notTimeline(err error) error { return fmt.Errorf("read timeline: %w: %w", ErrNotTimeline, err) }
