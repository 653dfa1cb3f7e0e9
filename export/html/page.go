package html

import (
	"bufio"
	"fmt"
	"html"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// writeHead writes the page up to its data.
func writeHead(out *bufio.Writer, t *timeline.Timeline, left int) {
	head, _, _ := strings.Cut(template, "{data}")
	title := t.Title
	if strings.TrimSpace(title) == "" {
		title = "Timeline"
	}
	note := ""
	if left > 0 {
		shown := len(t.Events) + len(t.Undated) - left
		note = fmt.Sprintf("This page shows the %s surest of %s events.", thousands(shown), thousands(shown+left))
	}
	fill(out, head, "{policy}", html.EscapeString(policy), "{style}", style, "{title}", html.EscapeString(title), "{deck}", html.EscapeString(deck(t)), "{note}", html.EscapeString(note))
}

// writeFoot writes the page from the end of its data on.
func writeFoot(out *bufio.Writer, program string) {
	_, foot, _ := strings.Cut(template, "{data}")
	fill(out, foot, "{script}", script, "{program}", html.EscapeString(program))
}

// fill writes the template with its places filled, in one pass: a text that looks like a place is none.
func fill(out *bufio.Writer, template string, places ...string) {
	_, _ = strings.NewReplacer(places...).WriteString(out, template) // out keeps its error until it is flushed
}

// deck is the line below the title: how much there is and which years it spans.
func deck(t *timeline.Timeline) string {
	n := len(t.Events) + len(t.Undated)
	words := counted(n, "event", "events")
	if len(t.Sources) > 0 {
		words += " in " + counted(len(t.Sources), "article", "articles")
	}
	first, last := calendar.Date{}, calendar.Date{}
	for i := range t.Events {
		d := t.Events[i].Date.Interval()
		for _, end := range [...]calendar.Date{d.Start, d.End} {
			if end.IsZero() {
				continue
			}
			if first.IsZero() || end.Year() < first.Year() {
				first = end
			}
			if last.IsZero() || end.Year() > last.Year() {
				last = end
			}
		}
	}
	switch {
	case first.IsZero():
		return words
	case first.Year() == last.Year():
		return words + ", " + year(first)
	}
	return words + ", " + year(first) + "–" + year(last)
}

func year(d calendar.Date) string {
	if d.Year() <= 0 {
		return strconv.Itoa(1-d.Year()) + " BC"
	}
	return strconv.Itoa(d.Year())
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
