package export

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"io"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

//go:embed schema.json
var schema []byte

// Schema gives the JSON Schema (draft 2020-12) of the format timeline.Format.
func Schema() []byte { return bytes.Clone(schema) }

// head is timeline.Timeline without its lists: what comes before them in the document.
type head struct {
	Format string        `json:"format"`
	Title  string        `json:"title,omitzero"`
	Start  calendar.Date `json:"start,omitzero"`
	End    calendar.Date `json:"end,omitzero"`
}

// writeJSON writes what json.MarshalIndent gives of the timeline with two spaces and without HTML
// escapes, and a line break at the end; but event by event, so that a million of them need no more memory
// than one. A list that is nil is written as [].
func writeJSON(w io.Writer, t *timeline.Timeline, _ options) (Lost, error) {
	d := document{w: bufio.NewWriterSize(w, 1<<16)}
	d.enc = json.NewEncoder(&d.compact)
	d.enc.SetEscapeHTML(false)
	d.head(head{timeline.Format, t.Title, t.Start, t.End})
	writeList(&d, "sources", t.Sources, func(s *timeline.Source) any { return s })
	writeList(&d, "actors", t.Actors, wholeActor)
	writeList(&d, "events", t.Events, func(e *timeline.Event) any { return wholeEvent(e) })
	if t.Undated != nil {
		writeList(&d, "undated", t.Undated, func(e *timeline.Event) any { return wholeEvent(e) })
	}
	d.text("\n}\n")
	if d.err != nil {
		return nil, d.err
	}
	return nil, d.w.Flush()
}

// document is a JSON object that is being written member by member.
type document struct {
	w                 *bufio.Writer
	enc               *json.Encoder
	compact, indented bytes.Buffer
	err               error
}

func (d *document) text(s string) {
	if d.err == nil {
		_, d.err = d.w.WriteString(s)
	}
}

// head opens the document: the object's opening brace and first members.
func (d *document) head(h head) {
	d.value(h, "")
	d.indented.Truncate(bytes.LastIndexByte(d.indented.Bytes(), '\n'))
	d.flush()
}

// value leaves v, indented to stand at prefix, in d.indented.
func (d *document) value(v any, prefix string) {
	d.compact.Reset()
	d.indented.Reset()
	if d.err == nil {
		d.err = d.enc.Encode(v)
	}
	if d.err == nil {
		d.err = json.Indent(&d.indented, bytes.TrimSuffix(d.compact.Bytes(), []byte("\n")), prefix, "  ")
	}
}

func (d *document) flush() {
	if d.err == nil {
		_, d.err = d.w.Write(d.indented.Bytes())
	}
}

func writeList[T any](d *document, name string, list []T, whole func(*T) any) {
	d.text(",\n  \"" + name + "\": [")
	for i := range list {
		if i > 0 {
			d.text(",")
		}
		d.text("\n    ")
		d.value(whole(&list[i]), "    ")
		d.flush()
	}
	if len(list) > 0 {
		d.text("\n  ")
	}
	d.text("]")
}

// wholeActor is the actor with no nil list.
func wholeActor(a *timeline.Actor) any {
	if a.Aliases != nil && a.Titles != nil && a.Sources != nil {
		return a
	}
	b := *a
	b.Aliases, b.Titles, b.Sources = orEmpty(a.Aliases), orEmpty(a.Titles), orEmpty(a.Sources)
	return &b
}

// wholeEvent is the event with no nil list.
func wholeEvent(e *timeline.Event) *timeline.Event {
	if e.Actors != nil && e.Places != nil && e.Evidence != nil {
		return e
	}
	b := *e
	b.Actors, b.Places, b.Evidence = orEmpty(e.Actors), orEmpty(e.Places), orEmpty(e.Evidence)
	return &b
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
