package export

import (
	"bufio"
	"encoding/json"
	"io"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// line is an event that stands alone: as in the JSON, with what its evidence's source ids stand for. The
// undated events come last; they have no date.
type line struct {
	*timeline.Event
	Sources []sourceLine `json:"sources"` // of its evidence, each once
}

// sourceLine is what a line says of a source.
type sourceLine struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Title     string        `json:"title,omitzero"`
	URL       string        `json:"url,omitzero"`
	Published calendar.Date `json:"published,omitzero"`
}

// writeJSONL writes one event a line.
func writeJSONL(w io.Writer, t *timeline.Timeline, _ options) (Lost, error) {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	sources := sourcesByID(t)
	for e := range everyEvent(t) {
		l := line{wholeEvent(e), []sourceLine{}}
		for _, s := range sourcesOf(e, sources) {
			l.Sources = append(l.Sources, sourceLine{s.ID, s.Name, s.Title, s.URL, s.Published})
		}
		if err := enc.Encode(l); err != nil {
			return nil, err
		}
	}
	return nil, out.Flush()
}
