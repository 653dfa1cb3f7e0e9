package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// writeMarkdown writes CommonMark: a heading a year, an item an event with its date in words, its quote
// below it and its sources behind it. All text is escaped, so that none of it is taken for markup or HTML.
func writeMarkdown(w io.Writer, t *timeline.Timeline, _ options) (Lost, error) {
	m := markdown{Writer: bufio.NewWriter(w), sources: sourcesByID(t)}
	title := t.Title
	if title == "" {
		title = "Timeline"
	}
	fmt.Fprintf(m, "# %s\n", escapeMarkdown(title))
	heading := ""
	for i := range t.Events {
		if h := yearHeading(&t.Events[i]); h != heading || i == 0 {
			heading = h
			fmt.Fprintf(m, "\n## %s\n\n", h)
		}
		m.event(&t.Events[i])
	}
	if len(t.Undated) > 0 {
		fmt.Fprint(m, "\n## Without a date\n\n")
		for i := range t.Undated {
			m.event(&t.Undated[i])
		}
	}
	if len(t.Sources) > 0 {
		fmt.Fprint(m, "\n## Sources\n\n")
	}
	for i := range t.Sources {
		s := &t.Sources[i]
		fmt.Fprintf(m, "- %s", m.link(s, sourceTitle(s)))
		for _, more := range []string{s.Author, s.Published.String()} {
			if more != "" {
				fmt.Fprintf(m, ", %s", escapeMarkdown(more))
			}
		}
		fmt.Fprintln(m)
	}
	return nil, m.Flush() // a bufio.Writer keeps its first error until here
}

// markdown writes items.
type markdown struct {
	*bufio.Writer
	sources map[string]*timeline.Source
}

// yearHeading is the year in which the event starts.
func yearHeading(e *timeline.Event) string {
	i := e.Date.Interval()
	switch {
	case i.IsZero():
		return "Without a date"
	case i.Start.IsZero():
		return "Before"
	}
	return displayDay(i.Start.Truncate(calendar.Year))
}

func (m markdown) event(e *timeline.Event) {
	fmt.Fprint(m, "- ")
	if date := displayDate(e.Date); date != "" {
		fmt.Fprintf(m, "**%s**: ", date)
	}
	fmt.Fprint(m, escapeMarkdown(e.Summary))
	if e.Status != timeline.Occurred {
		fmt.Fprintf(m, " *(%s)*", escapeMarkdown(string(e.Status)))
	}
	for i, s := range sourcesOf(e, m.sources) {
		if i == 0 {
			fmt.Fprint(m, " — ")
		} else {
			fmt.Fprint(m, ", ")
		}
		fmt.Fprint(m, m.link(s, s.Name))
	}
	fmt.Fprintln(m)
	if len(e.Evidence) > 0 {
		fmt.Fprintf(m, "  > %s\n", escapeMarkdown(e.Evidence[0].Text))
	}
}

func sourceTitle(s *timeline.Source) string {
	if s.Title != "" {
		return s.Title
	}
	return s.Name
}

// link is the text, leading to the source where it has a web address.
func (markdown) link(s *timeline.Source, text string) string {
	if !isWeb(s.URL) {
		return escapeMarkdown(text)
	}
	return "[" + escapeMarkdown(text) + "](<" + urlInMarkdown.Replace(s.URL) + ">)"
}

func isWeb(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// urlInMarkdown encodes what would end a link's destination.
var urlInMarkdown = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "%0A", "\r", "%0D", `\`, "%5C")

// escapeMarkdown puts a text on one line and makes every character of it mean itself (CommonMark 0.31, 2.4).
func escapeMarkdown(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for i, r := range s {
		if isControl(r) {
			r = utf8.RuneError
		}
		switch {
		case strings.ContainsRune("\\`*_[]<>&#|~", r), i == 0 && strings.ContainsRune("-+=", r), (r == '.' || r == ')') && onlyDigits(s[:i]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// onlyDigits reports whether s would begin a numbered list.
func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
