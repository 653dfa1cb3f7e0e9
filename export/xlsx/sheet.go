package xlsx

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxRows is how many rows a sheet holds, its header included (ECMA-376 and Excel's limits).
const maxRows = 1048576

// column is a column of a list.
type column struct {
	heading string
	meaning string // for the sheet About
	width   float64
	style   int
	wrap    bool
	level   uint8 // of the outline: 1 for columns that a click can fold away
	rules   []excelize.ConditionalFormatOptions
	words   []string // what its cells may say, offered as a list to choose from; nil is anything
}

// layout describes a list: a table that takes as many sheets as its rows need.
type layout struct {
	name    string // of the first sheet and its table
	tab     string // colour of the tab
	columns []column
	frozen  int // columns that stay in view
	printed int // columns that are printed
}

// list writes the n rows of a list into sheets. row fills the cells of the i-th, one a column; they come
// to it empty.
func (b *book) list(l layout, n int, row func(i int, cells []cell)) error {
	for s := range parts(l.name, n, maxRows-1) {
		if err := b.stretch(l, s, row); err != nil {
			return fmt.Errorf("sheet %s: %w", s.sheet, err)
		}
	}
	return nil
}

// stretch is the rows of a list that stand in one sheet.
type stretch struct {
	sheet    string // "Timeline", "Timeline (2)"
	table    string // its table: "Timeline", "Timeline_2"
	from, to int    // to exclusive
}

// parts gives the sheets of a list of n rows, at least one.
func parts(name string, n, capacity int) iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		s := stretch{name, name, 0, min(n, capacity)}
		for number := 2; yield(s) && s.to < n; number++ {
			s = stretch{fmt.Sprintf("%s (%d)", name, number), fmt.Sprintf("%s_%d", name, number), s.to, min(n, s.to+capacity)}
		}
	}
}

// stretch makes one sheet of a list. excelize writes the sheet with its header row alone; the other rows are
// written when the archive is packed (see archive), straight into it: a million of them take excelize's
// StreamWriter several times as long, and gigabytes in temporary files.
func (b *book) stretch(l layout, s stretch, row func(i int, cells []cell)) error {
	lastRow := s.to - s.from + 1
	last, err := excelize.CoordinatesToCellName(len(l.columns), max(lastRow, 2))
	if err != nil {
		return err
	}
	whole := "A1:" + last
	if err := errors.Join(b.addSheet(s.sheet, l.tab), b.printing(s.sheet, l.printed), b.file.SetSheetDimension(s.sheet, whole)); err != nil {
		return err
	}
	sw, err := b.file.NewStreamWriter(s.sheet)
	if err != nil {
		return err
	}
	if err := frame(sw, l); err != nil {
		return err
	}
	headings := make([]any, len(l.columns))
	for i, c := range l.columns {
		headings[i] = excelize.Cell{StyleID: b.style.header, Value: c.heading}
	}
	if err := sw.SetRow("A1", headings, excelize.RowOpts{Height: 32}); err != nil {
		return err
	}
	if err := errors.Join(b.conditions(s.sheet, l, lastRow), b.choices(s.sheet, l)); err != nil {
		return err
	}
	stripes := true
	if err := sw.AddTable(&excelize.Table{Range: whole, Name: s.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes}); err != nil {
		return err
	}
	b.rows[b.path()] = func(w io.Writer) error { return writeRows(w, l.columns, s.from, s.to, row) }
	return sw.Flush()
}

// conditions sets the columns' conditional formats.
func (b *book) conditions(sheet string, l layout, lastRow int) error {
	for i, c := range l.columns {
		if c.rules == nil {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetConditionalFormat(sheet, name+"2:"+name+itoa(max(lastRow, 2)), c.rules); err != nil {
			return err
		}
	}
	return nil
}

// choices offers the words of columns that have a few, down to the last row a person may add.
func (b *book) choices(sheet string, l layout) error {
	for i, c := range l.columns {
		if c.words == nil {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(name + "2:" + name + itoa(maxRows))
		v.SetError(excelize.DataValidationErrorStyleStop, c.heading, "One of: "+strings.Join(c.words, ", "))
		if err := errors.Join(v.SetDropList(c.words), b.file.AddDataValidation(sheet, v)); err != nil {
			return err
		}
	}
	return nil
}

// wordsOf are the model's fixed words of a kind.
func wordsOf[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return words
}

// frame sets widths, styles, outline and frozen panes, which a stream takes before its first row only.
func frame(sw *excelize.StreamWriter, l layout) error {
	for i, c := range l.columns {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		if err := sw.SetColStyle(i+1, i+1, c.style); err != nil {
			return err
		}
		if c.level > 0 {
			if err := sw.SetColOutlineLevel(i+1, c.level); err != nil {
				return err
			}
		}
	}
	corner, err := excelize.CoordinatesToCellName(l.frozen+1, 2)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if l.frozen > 0 {
		pane = "bottomRight"
	}
	return sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: l.frozen, YSplit: 1, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	})
}

// addSheet adds a sheet; the first takes the place of the one that excelize puts into a new workbook.
func (b *book) addSheet(name, tab string) error {
	const first = "Sheet1"
	if b.file.GetSheetName(0) == first {
		if err := b.file.SetSheetName(first, name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	b.sheets++
	fit, below := true, false
	return b.file.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &tab, FitToPage: &fit, OutlineSummaryRight: &below})
}

// path is the name of the part that holds the sheet added last.
func (b *book) path() string { return "xl/worksheets/sheet" + itoa(b.sheets) + ".xml" }

// printing sets a sheet up for paper: landscape, one page wide, the header row on every page, and only
// the first columns (all where printed is 0).
func (b *book) printing(sheet string, printed int) error {
	a4, landscape, wide, tall := 9, "landscape", 1, 0
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	margin, foot := 0.4, 0.6
	if err := b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &foot}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	if printed == 0 {
		return nil
	}
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(printed)
	if err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'" + sheet + "'!$A:$" + last, Scope: sheet})
}

func itoa(n int) string { return strconv.Itoa(n) }
