package xlsx

import (
	"github.com/xuri/excelize/v2"
)

// page is a sheet that is read from top to bottom: headings, pairs and small tables.
type page struct {
	book  *book
	sheet string
	sw    *excelize.StreamWriter
	row   int // the last one written
	err   error
}

// newPage begins a sheet with columns of the given widths.
func (b *book) newPage(sheet, tab string, widths ...float64) *page {
	p := &page{book: b, sheet: sheet}
	p.do(func() error { return b.addSheet(sheet, tab) })
	p.do(func() error { return b.printing(sheet, 0) })
	noLines := false
	p.do(func() error { return b.file.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &noLines}) })
	p.do(func() (err error) {
		p.sw, err = b.file.NewStreamWriter(sheet)
		return err
	})
	for i, width := range widths {
		p.do(func() error { return p.sw.SetColWidth(i+1, i+1, width) })
	}
	return p
}

// do goes on unless something failed before.
func (p *page) do(step func() error) {
	if p.err == nil {
		p.err = step()
	}
}

// line writes the next row.
func (p *page) line(height float64, cells ...cell) {
	p.row++
	values := make([]any, len(cells))
	for i, c := range cells {
		if c.style == 0 && c.kind != empty {
			c.style = p.book.style.plain
		}
		values[i] = excelize.Cell{StyleID: c.style, Value: c.value()}
	}
	p.do(func() error { return p.sw.SetRow("A"+itoa(p.row), values, excelize.RowOpts{Height: height}) })
}

// value is a text or a number as excelize takes it.
func (c cell) value() any {
	switch c.kind {
	case empty:
		return nil
	case number:
		return c.number
	}
	return c.text
}

// skip leaves a row empty.
func (p *page) skip() { p.row++ }

// styled is a cell with a text in a look.
func (p *page) styled(s string, style int) cell {
	c := p.book.text(s)
	c.style = style
	return c
}

// title writes the page's name and a line below it.
func (p *page) title(name, below string) {
	p.line(30, p.styled(name, p.book.style.title))
	p.line(18, p.styled(below, p.book.style.subtitle))
}

// section writes a heading over as many columns as it has texts; one of several columns has numbers in
// the last, and its heading stands above them.
func (p *page) section(texts ...string) {
	p.skip()
	cells := make([]cell, len(texts))
	for i, t := range texts {
		cells[i] = p.styled(t, p.book.style.section)
		if i > 1 && i == len(texts)-1 {
			cells[i].style = p.book.style.sectionEnd
		}
	}
	p.line(22, cells...)
}

func (p *page) close() error {
	p.do(func() error { return p.sw.Flush() })
	return p.err
}
