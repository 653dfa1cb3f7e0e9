package xlsx

import (
	"strconv"

	"dateline/export/table"
	"dateline/timeline"
)

// richRows is how many events a timeline may have for its quotes to show their triggers in bold: rich text
// makes a workbook slow to open.
const richRows = 10000

// look is how a column of package table is laid out, by its heading.
type look struct {
	width float64
	wrap  bool
	level uint8
}

// looks lists the columns that are not like the rest, which are narrow and fold away.
var looks = map[string]look{
	"ID":               {width: 7},
	"Start":            {width: 11},
	"Start (ISO)":      {width: 17},
	"End":              {width: 11},
	"End (ISO)":        {width: 17},
	"Summary":          {width: 46, wrap: true},
	"Status":           {width: 11},
	"Basis":            {width: 11},
	"Confidence":       {width: 12},
	"Actors":           {width: 28, wrap: true},
	"Places":           {width: 16, wrap: true},
	"Attribution":      {width: 16, wrap: true},
	"Source":           {width: 18, wrap: true},
	"Quote":            {width: 64, wrap: true},
	"Trigger":          {width: 13, level: 1},
	"URL":              {width: 30, level: 1},
	"Agents":           {width: 22, wrap: true, level: 1},
	"Patients":         {width: 22, wrap: true, level: 1},
	"Recipients":       {width: 22, wrap: true, level: 1},
	"Other actors":     {width: 22, wrap: true, level: 1},
	"Date in the text": {width: 20, wrap: true, level: 1},
	"EDTF":             {width: 18, level: 1},
}

// printedColumns ends with the quote: what comes after is for the screen.
const printedColumns = 14

// timelineSheet lists the events, one a row.
func (b *book) timelineSheet() error {
	t := b.timeline
	l := layout{name: "Timeline", tab: header, frozen: 3, printed: printedColumns, columns: b.eventColumns()}
	rows := table.NewRows(t)
	rich := len(t.Events)+len(t.Undated) <= richRows
	return b.list(l, len(t.Events)+len(t.Undated), func(i int, cells []cell) {
		row := rows.Of(eventAt(t, i))
		for j := range table.Columns {
			cells[j] = b.eventCell(&table.Columns[j], &row, rich)
		}
	})
}

func eventAt(t *timeline.Timeline, i int) *timeline.Event {
	if i < len(t.Events) {
		return &t.Events[i]
	}
	return &t.Undated[i-len(t.Events)]
}

// eventColumns lays out the columns of package table.
func (b *book) eventColumns() []column {
	columns := make([]column, len(table.Columns))
	for i, c := range table.Columns {
		look, known := looks[c.Heading]
		if !known {
			look.width, look.level = 12, 1
		}
		columns[i] = column{heading: c.Heading, meaning: c.Meaning, width: look.width, wrap: look.wrap, level: look.level, style: b.styleOf(c.Kind, look.wrap)}
		switch c.Heading {
		case "Status":
			columns[i].rules, columns[i].words = b.style.statusRules(), wordsOf(timeline.Statuses[:])
		case "Basis":
			columns[i].rules, columns[i].words = b.style.basisRules(), wordsOf(timeline.Bases[:])
		case "Confidence":
			columns[i].style, columns[i].rules = b.style.share, b.style.confidenceRules()
		}
	}
	return columns
}

func (b *book) styleOf(k table.Kind, wrap bool) int {
	if wrap {
		return b.style.wrap
	}
	switch k {
	case table.Day:
		return b.style.date
	case table.ISO:
		return b.style.iso
	case table.Number:
		return b.style.number
	}
	return b.style.text
}

// eventCell is the cell of an event in a column.
func (b *book) eventCell(c *table.Column, r *table.Row, rich bool) cell {
	switch {
	case c.Kind == table.Day:
		return dayCell(c.Date(r))
	case c.Name == "url":
		return b.web(c.Text(r))
	case c.Name == "quote" && rich:
		if from, to, ok := r.TriggerInQuote(); ok {
			return b.marked(c.Text(r), from, to)
		}
	case c.Kind == table.Number:
		return numberCell(c.Text(r))
	}
	return b.text(c.Text(r))
}

// numberCell is a number written in decimal digits.
func numberCell(digits string) cell {
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return cell{}
	}
	return cell{kind: number, number: n}
}
