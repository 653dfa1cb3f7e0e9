package export

import (
	"bufio"
	"io"
	"strings"

	"dateline/export/table"
	"dateline/timeline"
)

// writeCSV writes RFC 4180: lines end in CRLF, the first holds the columns' names (table.Columns), and
// then comes one event a line, the undated ones last.
//
// A spreadsheet takes a cell that begins with = + - @, a tab or a line break for a formula or tears it
// apart, so an apostrophe is put before such a text, as OWASP's page on CSV injection advises, and before
// one that would begin so without its apostrophes, so that taking one off gives the text back
// (unguarded). Cells with a semicolon or a tab are quoted, because spreadsheets of some countries split there.
// Two kinds of cells need no guard, being made of digits and a few signs only: numbers, and dates. A date before 1
// BC begins with a minus sign and stays as it is, for programs to read; with the option Excel it gets the
// apostrophe too, because Excel would compute -0049-03-15 as minus 67.
//
// encoding/csv is not used for writing: ending lines in CRLF it also rewrites the line breaks within cells.
func writeCSV(w io.Writer, t *timeline.Timeline, o options) (Lost, error) {
	c := csvWriter{w: bufio.NewWriterSize(w, 1<<16)}
	if o.bom {
		c.raw("\ufeff")
	}
	for i := range table.Columns {
		if name := table.Columns[i].Name; name != "" {
			c.cell(name)
		}
	}
	c.end()
	rows := table.NewRows(t)
	for _, events := range [...][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			row := rows.Of(&events[i])
			for j := range table.Columns {
				if col := &table.Columns[j]; col.Name != "" {
					c.cell(guard(col, col.Text(&row), o.bom))
				}
			}
			c.end()
			if c.err != nil {
				return nil, c.err
			}
		}
	}
	return nil, c.w.Flush()
}

// formulaStarts are the characters at which a spreadsheet takes a cell for a formula, with their
// full-width forms, which some spreadsheets read alike.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// guard makes a cell harmless in a spreadsheet.
func guard(col *table.Column, cell string, excel bool) string {
	if !beginsFormula(cell) || col.Kind == table.Number || col.Kind == table.ISO && !excel && isDate(cell) {
		return cell
	}
	return "'" + cell
}

// isDate reports whether the cell is made of the characters of ISO 8601 and EDTF dates alone, and begins
// with a minus sign.
func isDate(cell string) bool {
	return cell[0] == '-' && strings.Trim(cell, "0123456789-+:./~XTZ") == ""
}

// unguarded takes guard's apostrophe off.
func unguarded(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && beginsFormula(rest) {
		return rest
	}
	return cell
}

func beginsFormula(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	return cell != "" && strings.IndexAny(cell[:min(len(cell), 3)], formulaStarts) == 0
}

// csvWriter writes cells and lines; the first error stays.
type csvWriter struct {
	w      *bufio.Writer
	within bool // a cell of the line has been written
	err    error
}

func (c *csvWriter) raw(s string) {
	if c.err == nil {
		_, c.err = c.w.WriteString(s)
	}
}

func (c *csvWriter) cell(s string) {
	if c.within {
		c.raw(",")
	}
	c.within = true
	if !strings.ContainsAny(s, "\",;\t\r\n") && !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ") {
		c.raw(s)
		return
	}
	c.raw(`"`)
	c.raw(strings.ReplaceAll(s, `"`, `""`))
	c.raw(`"`)
}

func (c *csvWriter) end() {
	c.raw("\r\n")
	c.within = false
}
