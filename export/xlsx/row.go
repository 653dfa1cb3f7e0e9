package xlsx

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// chunk is how many bytes of rows are gathered before they are passed on.
const chunk = 1 << 18

// writeRows writes the rows from to to of a list as the XML of SpreadsheetML (ECMA-376, part 1, 18.3.1),
// below a header in row 1.
func writeRows(w io.Writer, columns []column, from, to int, row func(i int, cells []cell)) error {
	r := rowWriter{columns: columns, ruled: to-from <= ruledRows, letters: make([]string, len(columns))}
	for i := range columns {
		var err error
		if r.letters[i], err = excelize.ColumnNumberToName(i + 1); err != nil {
			return err
		}
	}
	cells := make([]cell, len(columns))
	for i := from; i < to; i++ {
		clear(cells)
		row(i, cells)
		r.row(i-from+2, cells)
		if len(r.xml) >= chunk || i+1 == to {
			if _, err := w.Write(r.xml); err != nil {
				return err
			}
			r.xml = r.xml[:0]
		}
	}
	return nil
}

// ruledRows is how many rows a sheet may have for its empty cells to be written, so that the lines
// between rows run through; in a longer sheet they would be most of the file.
const ruledRows = 10000

// rowWriter appends rows to xml.
type rowWriter struct {
	columns []column
	letters []string // names of the columns
	ruled   bool     // empty cells are written too
	xml     []byte
}

func (r *rowWriter) add(s string) { r.xml = append(r.xml, s...) }
func (r *rowWriter) int(n int)    { r.xml = strconv.AppendInt(r.xml, int64(n), 10) }

func (r *rowWriter) row(number int, cells []cell) {
	r.add(`<row r="`)
	r.int(number)
	if lines := r.lines(cells); lines > 1 {
		// No customHeight: a spreadsheet fits the row anew when a person edits it.
		r.add(`" ht="`)
		r.int(min(lines*lineHeight, excelize.MaxRowHeight))
	}
	r.add(`">`)
	for i := range cells {
		r.cell(number, i, &cells[i])
	}
	r.add(`</row>`)
}

// lineHeight is that of a line of text in points.
const lineHeight = 15

// lines estimates how many lines the row needs for its wrapped texts; widths are in characters.
func (r *rowWriter) lines(cells []cell) int {
	most := 1
	for i := range cells {
		c := &r.columns[i]
		if !c.wrap || float64(len(cells[i].text)) <= c.width {
			continue
		}
		lines := 0
		for part := range strings.SplitSeq(cells[i].text, "\n") {
			lines += 1 + int(float64(unitsOf(part))*1.08/c.width)
		}
		most = max(most, lines)
	}
	return most
}

func (r *rowWriter) cell(row, column int, c *cell) {
	if c.kind == empty && !r.ruled {
		return
	}
	r.add(`<c r="`)
	r.add(r.letters[column])
	r.int(row)
	r.add(`" s="`)
	if c.style > 0 {
		r.int(c.style)
	} else {
		r.int(r.columns[column].style)
	}
	switch c.kind {
	case empty:
		r.add(`"/>`)
		return
	case number:
		r.add(`"><v>`)
		r.xml = strconv.AppendFloat(r.xml, c.number, 'f', -1, 64)
		r.add(`</v></c>`)
		return
	case link:
		r.add(`" t="str"><f>HYPERLINK("`)
		r.escaped(strings.ReplaceAll(c.text, `"`, `""`))
		r.add(`")</f><v>`)
		r.escaped(guarded(c.text))
		r.add(`</v></c>`)
		return
	}
	r.add(`" t="inlineStr"><is>`)
	if c.kind == marked {
		r.run("", c.text[:c.from])
		r.run(boldRun, c.text[c.from:c.to])
		r.run("", c.text[c.to:])
	} else {
		r.string(c.text)
	}
	r.add(`</is></c>`)
}

// boldRun are the properties of a stretch in bold.
const boldRun = `<rPr><b/><sz val="11"/><color rgb="FF` + accent + `"/><rFont val="` + family + `"/><family val="2"/></rPr>`

func (r *rowWriter) run(properties, s string) {
	if s == "" {
		return
	}
	r.add(`<r>`)
	r.add(properties)
	r.string(s)
	r.add(`</r>`)
}

func (r *rowWriter) string(s string) {
	r.add(`<t xml:space="preserve">`)
	r.escaped(guarded(s))
	r.add(`</t>`)
}

// escaped appends s, which clean has passed, as XML text.
func (r *rowWriter) escaped(s string) {
	from := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '\r':
			entity = "&#13;"
		default:
			continue
		}
		r.add(s[from:i])
		r.add(entity)
		from = i + 1
	}
	r.add(s[from:])
}

// guarded keeps a text such as _x0041_, which SpreadsheetML takes for an escaped character (type ST_Xstring),
// as it is: its first underscore is written as the escape of an underscore.
func guarded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && isEscape(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isEscape reports whether s begins with the escape of a character.
func isEscape(s string) bool {
	return len(s) >= 7 && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
