package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// rows reads a sheet's rows (ECMA-376, part 1, 18.3.1).
func (w *workbook) rows(part string) ([]Row, error) {
	r, err := w.archive.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s := sheetReader{workbook: w, decoder: newDecoder(r)}
	for {
		token, err := s.decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, broken(part, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := s.element(start); err != nil {
				return nil, broken(part, err)
			}
		}
	}
	for _, row := range s.list {
		slices.SortStableFunc(row.Cells, func(a, b Cell) int { return int(a.Column - b.Column) })
	}
	slices.SortStableFunc(s.list, func(a, b Row) int { return a.Number - b.Number })
	return s.list, nil
}

type sheetReader struct {
	*workbook
	decoder     *xml.Decoder
	list        []Row
	row, column int // of what was read last; a row or cell that does not say where it is follows it
}

func (s *sheetReader) element(start xml.StartElement) error {
	switch start.Name.Local {
	case "row":
		s.row, s.column = s.row+1, 0
		if n := attribute(start, "r"); n != "" {
			row, err := strconv.Atoi(n)
			if err != nil {
				return fmt.Errorf("row %q has no number", n)
			}
			s.row = row
		}
		if s.row < 1 || s.row > MaxRows {
			return fmt.Errorf("%w: row %d", ErrTooLarge, s.row)
		}
	case "c":
		return s.cell(start)
	}
	return nil
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// cell reads a cell, and keeps it where it holds something.
func (s *sheetReader) cell(start xml.StartElement) error {
	s.column++
	if name := attribute(start, "r"); name != "" {
		column, row, ok := reference(name)
		if !ok {
			return fmt.Errorf("%q is no cell of a sheet", name)
		}
		s.column, s.row = column, row
	}
	if s.column > MaxColumns {
		return fmt.Errorf("%w: column %d", ErrTooLarge, s.column)
	}
	value, inline, err := s.content()
	if err != nil {
		return err
	}
	c, err := s.typed(attribute(start, "t"), attribute(start, "s"), value, inline)
	if err != nil || c.Text == "" {
		return err
	}
	if err := s.cells.take(); err != nil {
		return err
	}
	c.Column = int32(s.column)
	if n := len(s.list); n == 0 || s.list[n-1].Number != s.row {
		s.list = append(s.list, Row{Number: s.row})
	}
	last := &s.list[len(s.list)-1]
	last.Cells = append(last.Cells, c)
	return nil
}

// content reads a cell's value or its text, up to the cell's end. The formula is passed over.
func (s *sheetReader) content() (value, inline string, err error) {
	var b strings.Builder
	inValue := false
	for {
		token, err := s.decoder.Token()
		if err != nil {
			return "", "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				inValue = true
			case "is":
				inline, err = richText(s.decoder)
			default:
				err = s.decoder.Skip()
			}
			if err != nil {
				return "", "", err
			}
		case xml.EndElement:
			if t.Name.Local != "v" {
				return b.String(), inline, nil
			}
			inValue = false
		case xml.CharData:
			if inValue {
				b.Write(t)
			}
		}
	}
}

// typed makes a cell of its type (18.18.11), style and content.
func (s *sheetReader) typed(kind, style, value, inline string) (Cell, error) {
	switch kind {
	case "inlineStr":
		return Cell{Text: inline}, nil
	case "str":
		return Cell{Text: unescaped(value)}, nil
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(s.strings) {
			return Cell{}, fmt.Errorf("there is no shared string %q", value)
		}
		return Cell{Text: s.strings[i]}, nil
	case "b":
		return Cell{Text: strconv.FormatBool(value == "1" || value == "true"), Kind: Bool}, nil
	case "e":
		return Cell{Text: value, Kind: Fault}, nil
	case "d": // ISO 8601, of the strict form
		return Cell{Text: value}, nil
	}
	value = strings.TrimSpace(value)
	if value == "" {
		return Cell{}, nil
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return Cell{}, fmt.Errorf("%q is no number", value)
	}
	c := Cell{Text: value, Number: n, Kind: Number}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.days) && s.days[i] {
		c.Kind = Day
		if s.since04 {
			c.Number += 1462
		}
	}
	return c, nil
}
