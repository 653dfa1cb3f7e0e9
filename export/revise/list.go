package revise

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"dateline/export/sheet"
	"dateline/export/table"
	"dateline/export/xlsx"
	"dateline/timeline/calendar"
)

// kind is one of the lists that a timeline is exported as.
type kind int

const (
	eventList kind = iota
	actorList
	participationList
	sourceList
	kinds
)

// headings are those of each list, as package xlsx writes them; a sheet is that list if it has all of the
// needed ones. The columns read are those that the other files of this package ask for by name.
var headings = [kinds]struct{ needed, all []string }{
	eventList:         {[]string{"Summary"}, eventHeadings()},
	actorList:         {[]string{"Name", "Type"}, xlsx.ActorHeadings()},
	participationList: {[]string{"Event ID", "Role"}, xlsx.ParticipationHeadings()},
	sourceList:        {[]string{"Name", "Characters"}, xlsx.SourceHeadings()},
}

func eventHeadings() []string {
	list := make([]string, len(table.Columns))
	for i := range table.Columns {
		list[i] = table.Columns[i].Heading
	}
	return list
}

// list is a sheet that was recognized.
type list struct {
	sheet   string
	columns map[string]int // by heading, from 1
	header  sheet.Row
	rows    []sheet.Row // below the header
}

// headerRows is within how many rows of a sheet its header must stand: people put titles above it.
const headerRows = 20

// find recognizes the sheets.
func (r *reader) find(book *sheet.Book) error {
	for i := range book.Sheets {
		s := &book.Sheets[i]
		k, l := recognize(s)
		switch {
		case l != nil:
			r.lists[k] = append(r.lists[k], l)
			r.ignoredColumns(l)
		case !slices.Contains(xlsx.OwnSheets(), s.Name) && len(s.Rows) > 0:
			r.ignored = append(r.ignored, Ignored{Sheet: s.Name, Cells: cellsIn(s.Rows)})
		}
	}
	if len(r.lists[eventList]) == 0 {
		return ErrNoEvents
	}
	return nil
}

// recognize gives the list that a sheet is: the one with which it shares the most headings. nil is none.
func recognize(s *sheet.Sheet) (kind, *list) {
	var best *list
	which := eventList
	for i := range s.Rows[:min(len(s.Rows), headerRows)] {
		for k := range kinds {
			columns := bind(s.Rows[i], k)
			if best != nil && len(columns) <= len(best.columns) {
				continue
			}
			if !slices.ContainsFunc(headings[k].needed, func(h string) bool { return columns[h] == 0 }) && len(columns) >= 3 {
				best, which = &list{s.Name, columns, s.Rows[i], s.Rows[i+1:]}, k
			}
		}
	}
	return which, best
}

// bind finds the headings of a list in a row. They are told by their exact text first, since Start (a date of
// the spreadsheet) and start (ISO 8601, in CSV) differ by a letter's case alone.
func bind(header sheet.Row, k kind) map[string]int {
	columns := map[string]int{}
	for _, exact := range []bool{true, false} {
		for _, c := range header.Cells {
			text := strings.TrimSpace(c.Text)
			for i, h := range headings[k].all {
				name := ""
				if k == eventList {
					name = table.Columns[i].Name
				}
				fits := text == h || text == name && name != ""
				if !exact {
					fits = strings.EqualFold(text, h) || name != "" && strings.EqualFold(text, name)
				}
				if fits && columns[h] == 0 && !bound(columns, int(c.Column)) {
					columns[h] = int(c.Column)
				}
			}
		}
	}
	return columns
}

func bound(columns map[string]int, column int) bool {
	for _, c := range columns {
		if c == column {
			return true
		}
	}
	return false
}

// ignoredColumns notes the columns of a list that have no place in a timeline.
func (r *reader) ignoredColumns(l *list) {
	counts := map[int32]int{}
	for _, row := range l.rows {
		for _, c := range row.Cells {
			counts[c.Column]++
		}
	}
	var columns []int32
	for c := range counts {
		if !bound(l.columns, int(c)) {
			columns = append(columns, c)
		}
	}
	slices.Sort(columns)
	for _, c := range columns {
		r.ignored = append(r.ignored, Ignored{l.sheet, sheet.ColumnName(int(c)), l.header.At(int(c)).Text, counts[c]})
	}
}

func cellsIn(rows []sheet.Row) int {
	n := 0
	for _, row := range rows {
		n += len(row.Cells)
	}
	return n
}

// row is a row of a list, with what was exported there.
type row struct {
	list    *list
	row     sheet.Row
	written func(heading string) string // nil: nothing
}

// rows calls read for each row of the lists of a kind.
func (r *reader) rows(k kind, read func(row)) {
	for _, l := range r.lists[k] {
		for _, x := range l.rows {
			if slices.ContainsFunc(x.Cells, func(c sheet.Cell) bool { return strings.TrimSpace(c.Text) != "" && bound(l.columns, int(c.Column)) }) {
				read(row{list: l, row: x})
			}
		}
	}
}

// has reports whether the list has the column.
func (l row) has(heading string) bool { return l.list.columns[heading] > 0 }

// cell is the row's cell in a column; empty where the list has no such column.
func (l row) cell(heading string) sheet.Cell {
	if !l.has(heading) {
		return sheet.Cell{}
	}
	return l.row.At(l.list.columns[heading])
}

// text is what the cell says, without space around it.
func (l row) text(heading string) string { return strings.TrimSpace(l.cell(heading).Text) }

// name is the cell's name, such as C14.
func (l row) name(heading string) string {
	return sheet.ColumnName(l.list.columns[heading]) + strconv.Itoa(l.row.Number)
}

// edited gives the cell if it differs from what was exported there.
func (l row) edited(heading string) (sheet.Cell, bool) {
	if !l.has(heading) {
		return sheet.Cell{}, false
	}
	c := l.cell(heading)
	return c, !saysSame(c, l.before(heading))
}

// before is what was exported in the cell.
func (l row) before(heading string) string {
	if l.written == nil {
		return ""
	}
	return l.written(heading)
}

// saysSame reports whether a cell still says what was written into it: programs save numbers in other
// digits and line breaks in another form.
func saysSame(c sheet.Cell, written string) bool {
	if c.Text == written {
		return true
	}
	if plain(c.Text) == plain(xlsx.Shown(written)) || plain(c.Text) == plain(written) {
		return true
	}
	if c.Kind == sheet.Bool {
		return strings.EqualFold(c.Text, written)
	}
	was, err := strconv.ParseFloat(written, 64)
	if err != nil {
		return c.Kind == sheet.Day && isDay(c.Number, written)
	}
	is := c.Number
	if c.Kind == sheet.Text { // as all is in CSV
		if is, err = strconv.ParseFloat(strings.TrimSpace(c.Text), 64); err != nil {
			return false
		}
	}
	return math.Abs(is-was) <= 1e-9*max(1, math.Abs(was))
}

// isDay reports whether a spreadsheet's day is what a program makes of a written date, in ISO 8601 or in words,
// as when CSV is opened by a spreadsheet. Words without a day mean the first.
func isDay(number float64, written string) bool {
	w, err := parseDate(written)
	if err != nil || w.IsZero() || w.Start != w.End {
		return false
	}
	if number < firstSerial { // no day that all programs count alike: LibreOffice's count is taken
		day := calendar.Must(calendar.OfDay(1899, 12, 30)).DaysUntil(w.Start.FirstDay())
		return w.Start.Precision() == calendar.Day && float64(day) == number
	}
	is, err := ofSerial(number)
	if _, iso := calendar.Parse(written); iso == nil {
		return err == nil && is.Start == w.Start
	}
	return err == nil && is.Start == w.Start.FirstDay()
}

// plain is the text with line breaks in one form and without space at its ends.
func plain(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.TrimSpace(s)
}
