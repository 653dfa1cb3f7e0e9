package xlsx

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// OriginalSheet is the hidden sheet that holds the timeline as it was exported, as JSON: what a correction is
// told by. A sheet is kept by every program that saves the workbook again, where a part of the package
// beside the sheets would be dropped.
//
// Its first row holds OriginalMark; below it the JSON stands in column A, cut into cells.
const OriginalSheet = "Original"

// OriginalMark is what the hidden sheet begins with.
const OriginalMark = "dateline.original/1"

// originalCell is how many bytes of JSON a cell takes at most: fewer than the characters that fit.
const originalCell = 32000

// originalEvents is for how many events the hidden sheet is written: with more it would take more time and
// space than all the others together, and nobody corrects so many by hand.
const originalEvents = 100_000

// originalSheet writes the hidden sheet, where there is JSON to write and the timeline is not too long.
func (b *book) originalSheet() error {
	if b.original == nil || len(b.timeline.Events)+len(b.timeline.Undated) > originalEvents {
		return nil
	}
	if err := b.addSheet(OriginalSheet, faint); err != nil {
		return err
	}
	if err := b.file.SetCellStr(OriginalSheet, "A1", OriginalMark); err != nil {
		return err
	}
	if err := b.file.SetSheetVisible(OriginalSheet, false, true); err != nil {
		return err
	}
	b.rows[b.path()] = func(w io.Writer) error {
		c := &cutter{rows: rowWriter{columns: make([]column, 1), letters: []string{"A"}}, w: w}
		out := bufio.NewWriterSize(c, originalCell)
		if err := b.original(out); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
		return c.close()
	}
	return nil
}

// cutter cuts what is written into cells, a row each.
type cutter struct {
	rows rowWriter
	w    io.Writer
	rest []byte
	row  int // written so far, below the first
}

// Write writes the cells that p fills and keeps the rest.
func (c *cutter) Write(p []byte) (int, error) {
	c.rest = append(c.rest, p...)
	for len(c.rest) > originalCell {
		end := originalCell
		for !utf8.RuneStart(c.rest[end]) {
			end--
		}
		if err := c.cell(c.rest[:end]); err != nil {
			return 0, err
		}
		c.rest = append(c.rest[:0], c.rest[end:]...)
	}
	return len(p), nil
}

func (c *cutter) close() error {
	if len(c.rest) == 0 {
		return nil
	}
	return c.cell(c.rest)
}

// escapes are the characters of JSON's strings that XML cannot hold.
var escapes = strings.NewReplacer("\uFFFE", `\ufffe`, "\uFFFF", `\uffff`)

func (c *cutter) cell(json []byte) error {
	c.row++
	c.rows.xml = c.rows.xml[:0]
	c.rows.row(c.row+1, []cell{{kind: text, text: escapes.Replace(string(json))}})
	_, err := c.w.Write(c.rows.xml)
	return err
}

// Shown is what a cell shows of a text: without what XML cannot hold, and cut where it is too long.
func Shown(s string) string {
	b := book{}
	return b.fit(clean(s))
}

// OwnSheets are the sheets beside the lists: nothing in them is read back.
func OwnSheets() []string { return []string{"Summary", "About", OriginalSheet} }

// ActorHeadings are those of the sheet Actors, in order; the next two functions give those of two others.
func ActorHeadings() []string { return headingsOf((&book{}).actorColumns()) }

// ParticipationHeadings are those of the sheet Participation.
func ParticipationHeadings() []string { return headingsOf((&book{}).participationColumns()) }

// SourceHeadings are those of the sheet Sources.
func SourceHeadings() []string { return headingsOf((&book{}).sourceColumns()) }

func headingsOf(columns []column) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.heading
	}
	return list
}
