package export

import (
	"fmt"
	"html"
	"io"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// The data of vis-timeline (its documentation, "Data format"): content and title are HTML there.
type (
	vis struct {
		Groups []visGroup `json:"groups"`
		Items  []visItem  `json:"items"`
	}
	visGroup struct {
		ID      string `json:"id"`
		Content string `json:"content"`
	}
	visItem struct {
		ID        string `json:"id"`
		Group     string `json:"group"`
		Type      string `json:"type"` // range, or box for what is no longer than a day
		Start     string `json:"start"`
		End       string `json:"end,omitzero"` // exclusive
		Content   string `json:"content"`
		Title     string `json:"title"`
		ClassName string `json:"className"` // the status
	}
)

// noActor is the group of events without an actor: vis-timeline hides items without a group.
const noActor = "none"

// writeVis writes every dated event into the group of its first actor; those without a date are counted as
// lost. Times have no zone, so that a browser shows the day that was meant wherever it stands; a year before 0 has six digits, as
// ECMAScript wants it. An open interval stands at the end it has, and its title says that it is open.
func writeVis(w io.Writer, t *timeline.Timeline, _ options) (Lost, error) {
	doc := vis{Groups: []visGroup{}, Items: []visItem{}}
	var lost Lost
	used := map[string]bool{}
	for e := range everyEvent(t) {
		i := e.Date.Interval()
		if i.IsZero() {
			lost.add(undatedLeftOut, 1)
			continue
		}
		x := visItem{ID: e.ID, Group: noActor, Type: "box", Content: html.EscapeString(headline(e)), Title: html.EscapeString(displayDate(e.Date)), ClassName: html.EscapeString(string(e.Status))}
		if len(e.Actors) > 0 {
			x.Group = e.Actors[0].ID
		}
		used[x.Group] = true
		if i.Start.IsZero() {
			i.Start = i.End
		}
		x.Start = ecmaTime(i.Start)
		if end := i.LastDay().AddDays(1); !end.IsZero() && i.Days() > 1 && e.Date.Start == i.Start {
			x.Type, x.End = "range", ecmaTime(end)
		}
		doc.Items = append(doc.Items, x)
	}
	for i := range t.Actors {
		if used[t.Actors[i].ID] {
			doc.Groups = append(doc.Groups, visGroup{t.Actors[i].ID, html.EscapeString(t.Actors[i].Name)})
		}
	}
	if used[noActor] {
		doc.Groups = append(doc.Groups, visGroup{noActor, "no actor"})
	}
	return lost, encodeDocument(w, doc)
}

// ecmaTime is the beginning of the date as ECMAScript's Date reads it, in the browser's own zone unless
// the date has one (ECMA-262, "Date Time String Format").
func ecmaTime(d calendar.Date) string {
	f := d.FirstDay()
	year := fmt.Sprintf("%04d", f.Year())
	if f.Year() < 0 {
		year = fmt.Sprintf("-%06d", -f.Year())
	}
	h, m, s := d.Clock()
	zone := ""
	if minutes, ok := d.Zone(); ok {
		zone = "Z"
		if minutes != 0 {
			iso := d.String()
			zone = iso[len(iso)-6:]
		}
	}
	return fmt.Sprintf("%s-%02d-%02dT%02d:%02d:%02d%s", year, f.Month(), f.Day(), h, m, min(s, 59), zone)
}
