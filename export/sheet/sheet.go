// Package sheet reads the cells of a workbook or of a CSV file, whichever program has saved it.
//
// Comes in: an Office Open XML workbook (ECMA-376), by ReadXLSX, or comma-separated values (RFC 4180), by
// ReadCSV. Goes out: a Book of sheets, rows and cells as they are stored, with their places; nothing is known
// here of what they mean. The parts run in this order:
//
//	archive.go  opens the zip archive and keeps to the limits below
//	xlsx.go     finds the sheets, their shared strings and which styles show dates
//	rows.go     reads a sheet's rows
//	csv.go      reads CSV
//
// A file may come from anyone, so that what is read of it is bounded: see Limits.
package sheet

import (
	"errors"
	"fmt"
	"strconv"
)

// What may be wrong with a file. The errors of the readers wrap one of them, or that of the reader they
// are given.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrNotCSV      = errors.New("not comma-separated values")
	ErrTooLarge    = errors.New("larger than is read")
)

// Limits bound what a reader takes from a file before it gives up with ErrTooLarge.
type Limits struct {
	Bytes int64 // of the parts, unpacked
	Ratio int64 // of these to the file's own size, above the first 16 MiB; deflate alone can do 1,032
	Cells int   // that are not empty, in all sheets
}

// Default are the limits for files of people one does not know: what a spreadsheet program opens passes them.
var Default = Limits{Bytes: 8 << 30, Ratio: 200, Cells: 60_000_000}

// The bounds of a sheet (ECMA-376 leaves them open; Excel's specifications and limits).
const (
	MaxRows    = 1 << 20
	MaxColumns = 1 << 14
)

// Book is what stands in a workbook; a CSV file is one with a single sheet that has no name.
type Book struct {
	Title  string // of the document's properties
	Sheets []Sheet
}

// Sheet is a sheet with its rows in order; rows and cells that hold nothing are left out.
type Sheet struct {
	Name string
	Rows []Row
}

// Row is a row with its cells by column.
type Row struct {
	Number int // from 1, as a spreadsheet shows it
	Cells  []Cell
}

// Cell is a cell as it is stored.
type Cell struct {
	Text   string  // what it says; of a Number or Day the digits stored, of a Bool "true" or "false"
	Number float64 // of a Number or Day
	Column int32   // from 1
	Kind   Kind
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // shown as a number
	Day         // a number shown as a date: days counted as Excel does since 1900, 61 is 1 March
	Bool
	Fault // a formula's error, such as #REF!
)

// At gives the row's cell in a column from 1; an empty one where it holds nothing.
func (r Row) At(column int) Cell {
	for _, c := range r.Cells {
		if int(c.Column) == column {
			return c
		}
	}
	return Cell{Column: int32(column)}
}

// ColumnName is the name of a column from 1 as a spreadsheet shows it: A, Z, AA.
func ColumnName(column int) string {
	var name []byte
	for ; column > 0; column = (column - 1) / 26 {
		name = append([]byte{byte('A' + (column-1)%26)}, name...)
	}
	return string(name)
}

// reference takes a cell's name such as C14 apart; ok is false where it is none of a sheet.
func reference(name string) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return column, row, err == nil && i > 0 && column <= MaxColumns && row > 0 && row <= MaxRows
}

// counter counts cells against the limit.
type counter struct{ left int }

func (c *counter) take() error {
	if c.left--; c.left < 0 {
		return fmt.Errorf("%w: too many cells", ErrTooLarge)
	}
	return nil
}
