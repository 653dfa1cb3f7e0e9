package revise

import (
	"strconv"

	"dateline/export/table"
	"dateline/timeline"
	"dateline/timeline/calendar"
)

// written gives what was exported in a cell, by the heading of its column. Headings that it does not know
// are those of columns that are not read.
type written struct {
	rows    *table.Rows
	columns map[string]*table.Column
	names   map[string]string // of sources, by id
}

func newWritten(t *timeline.Timeline) written {
	w := written{table.NewRows(t), map[string]*table.Column{}, map[string]string{}}
	for i := range table.Columns {
		w.columns[table.Columns[i].Heading] = &table.Columns[i]
	}
	for i := range t.Sources {
		w.names[t.Sources[i].ID] = t.Sources[i].Name
	}
	return w
}

func (w written) event(e *timeline.Event) func(string) string {
	row := w.rows.Of(e)
	return func(heading string) string {
		c := w.columns[heading]
		if c == nil {
			return ""
		}
		if c.Kind != table.Day {
			return c.Text(&row)
		}
		if d := c.Date(&row); table.HoldsDay(d) {
			return strconv.Itoa(table.Serial(d))
		}
		return ""
	}
}

func (w written) actor(a *timeline.Actor) func(string) string {
	return func(heading string) string {
		switch heading {
		case "ID":
			return a.ID
		case "Name":
			return a.Name
		case "Type":
			return string(a.Type)
		case "Also called":
			return table.Join(a.Aliases)
		case "Titles":
			return table.Join(a.Titles)
		}
		return ""
	}
}

func (w written) source(s *timeline.Source) func(string) string {
	return func(heading string) string {
		switch heading {
		case "ID":
			return s.ID
		case "Published (ISO)":
			return s.Published.String()
		case "Published":
			if d := s.Published.Truncate(calendar.Day); table.HoldsDay(d) {
				return strconv.Itoa(table.Serial(d))
			}
		case "Characters":
			return strconv.Itoa(s.Characters)
		}
		for _, f := range sourceTexts {
			if f.heading == heading {
				return *f.of(s)
			}
		}
		return ""
	}
}
