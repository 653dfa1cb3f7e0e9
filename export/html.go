package export

import (
	"io"

	"dateline/export/html"
	"dateline/timeline"
)

// writeHTML writes a page that shows the timeline in a browser; package html says what is in it.
func writeHTML(w io.Writer, t *timeline.Timeline, o options) (Lost, error) {
	var lost Lost
	left, err := html.Write(w, t, html.Options{Program: o.program, Date: displayDate})
	lost.add("events beyond the 200,000 surest, which a page can hold, left out", left)
	return lost, err
}
