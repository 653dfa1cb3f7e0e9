package article

import (
	"fmt"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

// readText reads a decoded text file into a: its header lines, or a Markdown file's front matter, and the
// body, which is everything after them as it stands, line ends included. The warnings are values that
// could not be read.
//
// Header lines are "Title:", "Published:", "Author:" and "URL:", in any order and case, from the file's first
// line on. A blank line ends them and belongs to them; so does, without belonging, the first line that is
// none of them. Of a line given twice the first counts.
func readText(s string, markdown bool, order exactdate.Order, a *Article) (warnings []error, err error) {
	if strings.TrimSpace(s) == "" {
		return nil, ErrEmpty
	}
	var fields map[string]string
	body := s
	if markdown {
		fields, body = frontMatter(s)
	}
	if fields == nil {
		fields, body = headerLines(s)
	}
	if strings.TrimSpace(body) == "" {
		return nil, fmt.Errorf("%w after its header lines", ErrNoText)
	}
	a.Title, a.Author, a.URL, a.Text = fields["title"], fields["author"], fields["url"], body
	if a.Title == "" && markdown {
		a.Title = heading(body)
	}
	a.Published, err = published(fields["published"], order)
	if err != nil {
		warnings = append(warnings, err)
	}
	return warnings, nil
}

// headers are the names of header lines.
var headers = map[string]bool{"title": true, "published": true, "author": true, "url": true}

// headerLines takes the header lines off. The fields have lower-case names.
func headerLines(s string) (fields map[string]string, body string) {
	fields = map[string]string{}
	body = s
	for body != "" {
		line, rest, _ := strings.Cut(body, "\n")
		if strings.TrimSpace(line) == "" && len(fields) > 0 {
			return fields, rest
		}
		name, value, found := strings.Cut(line, ":")
		name = strings.ToLower(name)
		if !found || !headers[name] {
			return fields, body
		}
		if fields[name] == "" {
			fields[name] = strings.TrimSpace(value)
		}
		body = rest
	}
	return fields, body
}

// published reads a publication date as metadata gives it; the empty string is the zero Date. The error
// wraps ErrDate.
func published(s string, order exactdate.Order) (calendar.Date, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return calendar.Date{}, nil
	}
	d, err := exactdate.Parse(s, order)
	if err != nil {
		return calendar.Date{}, hinted{fmt.Errorf("%w: %w", ErrDate, err), "write it as 2006-01-02, or give it as an option"}
	}
	return d, nil
}
