package export

import (
	"encoding/json"
	"html"
	"io"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// The input of TimelineJS 3 (its documentation, "JSON data format"). Texts are HTML there.
type (
	tjs struct {
		Title  *tjsSlide  `json:"title,omitzero"`
		Events []tjsEvent `json:"events"`
	}
	tjsSlide struct {
		Text tjsText `json:"text"`
	}
	tjsEvent struct {
		Start   tjsDate  `json:"start_date"`
		End     *tjsDate `json:"end_date,omitzero"`
		Display string   `json:"display_date"`
		Text    tjsText  `json:"text"`
		Group   string   `json:"group,omitzero"`
		ID      string   `json:"unique_id"`
	}
	tjsText struct {
		Headline string `json:"headline"`
		Text     string `json:"text,omitzero"`
	}
	// tjsDate is a date with integer parts; years are astronomical, as JavaScript counts them (-49 is 50 BC).
	tjsDate struct {
		Year   int  `json:"year"`
		Month  int  `json:"month,omitzero"`
		Day    int  `json:"day,omitzero"`
		Hour   *int `json:"hour,omitzero"`
		Minute *int `json:"minute,omitzero"`
		Second *int `json:"second,omitzero"`
	}
)

// writeTimelineJS writes every dated event; those without a date are counted as lost. An event with an open
// start stands at its end, one with an open end at its start, and display_date says so. Its group is the
// first actor.
func writeTimelineJS(w io.Writer, t *timeline.Timeline, _ options) (Lost, error) {
	doc := tjs{Events: []tjsEvent{}}
	if t.Title != "" {
		doc.Title = &tjsSlide{tjsText{Headline: html.EscapeString(t.Title)}}
	}
	var lost Lost
	sources := sourcesByID(t)
	for e := range everyEvent(t) {
		i := e.Date.Interval()
		if i.IsZero() {
			lost.add(undatedLeftOut, 1)
			continue
		}
		x := tjsEvent{Display: html.EscapeString(displayDate(e.Date)), ID: e.ID, Text: tjsText{Headline: html.EscapeString(headline(e)), Text: quoteHTML(e, sourcesOf(e, sources))}}
		if i.Start.IsZero() {
			i.Start = i.End
		}
		x.Start = newTJSDate(i.Start)
		if !i.End.IsZero() && i.End != i.Start {
			end := newTJSDate(i.End)
			x.End = &end
		}
		if len(e.Actors) > 0 {
			x.Group = html.EscapeString(e.Actors[0].Name)
		}
		doc.Events = append(doc.Events, x)
	}
	return lost, encodeDocument(w, doc)
}

// encodeDocument writes v as indented JSON.
func encodeDocument(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func newTJSDate(d calendar.Date) tjsDate {
	x := tjsDate{Year: d.Year(), Month: d.Month(), Day: d.Day()}
	h, m, s := d.Clock()
	for _, part := range []struct {
		precision calendar.Precision
		value     int
		to        **int
	}{{calendar.Hour, h, &x.Hour}, {calendar.Minute, m, &x.Minute}, {calendar.Second, s, &x.Second}} {
		if d.Precision() >= part.precision {
			*part.to = &part.value
		}
	}
	return x
}

// headline is the summary, with the status where the event did not simply occur.
func headline(e *timeline.Event) string {
	if e.Status == timeline.Occurred || e.Status == "" {
		return e.Summary
	}
	return e.Summary + " (" + string(e.Status) + ")"
}

// quoteHTML is the first quote with its trigger in bold, and links to the sources.
func quoteHTML(e *timeline.Event, sources []*timeline.Source) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<blockquote>")
	quote := []rune(e.Evidence[0].Text)
	from, to := e.Evidence[0].Trigger.Start-e.Evidence[0].Start, e.Evidence[0].Trigger.End-e.Evidence[0].Start
	if from < 0 || to > len(quote) || from >= to {
		from, to = 0, 0
	}
	b.WriteString(html.EscapeString(string(quote[:from])))
	if from < to {
		b.WriteString("<strong>" + html.EscapeString(string(quote[from:to])) + "</strong>")
	}
	b.WriteString(html.EscapeString(string(quote[to:])) + "</blockquote>")
	for _, s := range sources {
		name := html.EscapeString(sourceTitle(s))
		if isWeb(s.URL) {
			name = `<a href="` + html.EscapeString(s.URL) + `">` + name + "</a>"
		}
		b.WriteString("<p>" + name + "</p>")
	}
	return b.String()
}
