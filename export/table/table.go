// Package table lays a timeline out in rows and columns: one event a row, the columns those of the CSV
// and of the workbook's sheet Timeline.
//
// Comes in: a timeline, by NewRows. Goes out: a Row an event, which Columns turn into cells. What a column
// is called and means stands in one place, the list Columns in columns.go, from which the exporters take
// headers and cells, the workbook its sheet About, and documentation its table. join.go says how several
// names stand in one cell and how they are read back.
package table

import (
	"strings"

	"dateline/timeline"
)

// Kind is what a column's cells hold.
type Kind uint8

// The kinds of columns.
const (
	Text   Kind = iota
	ISO         // a date as ISO 8601 text, at its own precision
	Number      // a decimal number
	Flag        // true or false
	Day         // a spreadsheet's date; only in workbooks, beside the ISO column of the same date
)

// Row is an event with what its cells need of the rest of the timeline.
type Row struct {
	*timeline.Event
	sources map[string]*timeline.Source
}

// Rows gives an event's Row. It holds on to the timeline, which must not change meanwhile.
type Rows struct {
	sources map[string]*timeline.Source
}

// NewRows prepares the rows of a timeline.
func NewRows(t *timeline.Timeline) *Rows {
	sources := make(map[string]*timeline.Source, len(t.Sources))
	for i := range t.Sources {
		sources[t.Sources[i].ID] = &t.Sources[i]
	}
	return &Rows{sources}
}

// Of is the event's row.
func (r *Rows) Of(e *timeline.Event) Row { return Row{e, r.sources} }

// evidence is the first evidence, or an empty one where a person added the event by hand.
func (r *Row) evidence() *timeline.Evidence {
	if len(r.Evidence) == 0 {
		return &timeline.Evidence{}
	}
	return &r.Evidence[0]
}

// source is the article of the first evidence, or an empty one.
func (r *Row) source() *timeline.Source {
	if s := r.sources[r.evidence().Source]; s != nil {
		return s
	}
	return &timeline.Source{}
}

// sourceNames are the names of all articles that state the event, in order of evidence, each once.
func (r *Row) sourceNames() string {
	var names joiner
	for i := range r.Evidence {
		if s := r.sources[r.Evidence[i].Source]; s != nil {
			names.addOnce(s.Name)
		}
	}
	return names.String()
}

// TriggerInQuote gives the trigger's place in the first evidence's text, in bytes. ok is false where the
// offsets do not lead to the trigger.
func (r *Row) TriggerInQuote() (from, to int, ok bool) {
	e := r.evidence()
	from, at := -1, e.Start
	for i := range e.Text {
		if at == e.Trigger.Start {
			from = i
			break
		}
		at++
	}
	if from < 0 || e.Trigger.Text == "" || !strings.HasPrefix(e.Text[from:], e.Trigger.Text) {
		return 0, 0, false
	}
	return from, from + len(e.Trigger.Text), true
}

// actorsAs joins the names of the actors in one of the roles.
func (r *Row) actorsAs(role timeline.Role) string {
	var names joiner
	for i := range r.Actors {
		if r.Actors[i].Role == role {
			names.addOnce(r.Actors[i].Name)
		}
	}
	return names.String()
}

func (r *Row) actors() string {
	var names joiner
	for i := range r.Actors {
		names.addOnce(r.Actors[i].Name)
	}
	return names.String()
}
