// Package xlsx makes a timeline a workbook that a researcher can work in at once.
//
// Comes in: a timeline. Goes out: the bytes of an Office Open XML workbook (ECMA-376), the same for the
// same timeline, with these sheets in this order, each made by the file of its name:
//
//	Timeline       one event a row, the columns of package table
//	Actors         one actor a row
//	Participation  one event and actor a row, ready for a pivot table
//	Sources        one article a row
//	Summary        counts, and the events by month, year, decade or century as a chart
//	About          what the columns mean, how dates were found, the legend of the colours
//	Original       hidden, of timelines up to 100,000 events: the timeline itself, by which corrections are told
//
// A list longer than a sheet goes on in "Timeline (2)". A text longer than a cell ends in Ellipsis and is counted in Cut.
//
// sheet.go lays a list out in sheets and row.go writes its rows; page.go makes the sheets that are read from
// top to bottom; cell.go says what a cell may hold, style.go how it looks; archive.go packs the parts in a
// fixed order. excelize writes everything but the rows of the lists and the archive.
package xlsx

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"dateline/timeline"
)

// Write writes the timeline as a workbook. program names the program and its version in the sheet About;
// original writes the timeline as JSON, for the sheet OriginalSheet, and may be nil. cut counts the texts
// that were longer than a cell holds and end in Ellipsis.
func Write(w io.Writer, t *timeline.Timeline, program string, original func(io.Writer) error) (cut int, err error) {
	file := excelize.NewFile()
	defer func() { err = errors.Join(err, file.Close()) }()
	b := &book{file: file, timeline: t, program: program, original: original, index: newIndex(t), rows: map[string]func(io.Writer) error{}}
	if err := b.fill(); err != nil {
		return 0, err
	}
	b.pack(w)
	if err := file.Write(io.Discard); err != nil { // the archive goes to w: see pack
		return 0, fmt.Errorf("pack the workbook: %w", err)
	}
	return b.cut, nil
}

// book is a workbook in the making.
type book struct {
	file     *excelize.File
	timeline *timeline.Timeline
	program  string
	original func(io.Writer) error
	index    index
	style    styles
	sheets   int                              // added so far
	rows     map[string]func(io.Writer) error // writes the rows below a list's header, by the name of its part
	cut      int
}

// fill makes the sheets, in their order.
func (b *book) fill() error {
	if err := b.properties(); err != nil {
		return err
	}
	var err error
	if b.style, err = newStyles(b.file); err != nil {
		return err
	}
	for _, sheet := range []func() error{
		b.timelineSheet, b.actorsSheet, b.participationSheet, b.sourcesSheet, b.summarySheet, b.aboutSheet, b.originalSheet,
	} {
		if err := sheet(); err != nil {
			return err
		}
	}
	return nil
}

// properties sets the document's properties. The times are fixed, because a workbook's bytes must depend
// on its timeline alone.
func (b *book) properties() error {
	const never = "2000-01-01T00:00:00Z"
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "Dateline"}); err != nil {
		return err
	}
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(b.timeline.Title), Creator: "Dateline", LastModifiedBy: "Dateline", Created: never, Modified: never,
	})
}
