package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// ReadCSV reads comma-separated values as UTF-8, with or without a byte order mark. Where the first line
// has more semicolons or tabs than commas these are what separates the cells, as spreadsheets of some
// countries write. The number of a row counts records, as a spreadsheet would show them, not lines. The
// error wraps ErrNotCSV or ErrTooLarge.
func ReadCSV(data []byte, limits Limits) (*Book, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: the text is not UTF-8", ErrNotCSV)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	cells := counter{limits.Cells}
	var rows []Row
	for number := 1; ; number++ {
		number += blankLines(data[r.InputOffset():])
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return &Book{Sheets: []Sheet{{Rows: rows}}}, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotCSV, err)
		}
		if number > 64*MaxRows || len(record) > MaxColumns {
			return nil, fmt.Errorf("%w: row %d", ErrTooLarge, number)
		}
		row := Row{Number: number}
		for i, text := range record {
			if text == "" {
				continue
			}
			if err := cells.take(); err != nil {
				return nil, err
			}
			row.Cells = append(row.Cells, Cell{Text: strings.Clone(text), Column: int32(i + 1)})
		}
		if len(row.Cells) > 0 {
			rows = append(rows, row)
		}
	}
}

// blankLines counts the empty lines that the text begins with: encoding/csv passes them over, spreadsheets
// show them as rows.
func blankLines(data []byte) int {
	n := 0
	for {
		switch {
		case bytes.HasPrefix(data, []byte("\n")):
			data = data[1:]
		case bytes.HasPrefix(data, []byte("\r\n")):
			data = data[2:]
		default:
			return n
		}
		n++
	}
}

// separator is the comma, or what stands more often in the first line.
func separator(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, r := range ";\t" {
		if bytes.Count(first, []byte(string(r))) > bytes.Count(first, []byte(string(best))) {
			best = r
		}
	}
	return best
}
