package article

import (
	"regexp"
	"strings"
)

var (
	atxHeading = regexp.MustCompile(`^ {0,3}#[ \t]+(.*?)(?:[ \t]+#+)?[ \t\r]*$`)
	setextLine = regexp.MustCompile(`^ {0,3}=+[ \t\r]*$`)
	codeFence  = regexp.MustCompile("^ {0,3}(```|~~~)")

	linkMarkup     = regexp.MustCompile(`!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])`)
	emphasisMarkup = regexp.MustCompile("(\\*\\*|__|\\*|`)(\\S(?:.*?\\S)?)(\\*\\*|__|\\*|`)")
)

// heading is the text of a Markdown file's first heading of level 1 (CommonMark, sections 4.2 and 4.3), its
// links and emphasis taken off; empty where there is none.
func heading(markdown string) string {
	fenced, previous := false, ""
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\r\n")
		if codeFence.MatchString(line) {
			fenced = !fenced
		}
		if fenced {
			continue
		}
		if m := atxHeading.FindStringSubmatch(line); m != nil {
			return plainInline(m[1])
		}
		if strings.TrimSpace(previous) != "" && setextLine.MatchString(line) {
			return plainInline(previous)
		}
		previous = line
	}
	return ""
}

func plainInline(s string) string {
	s = linkMarkup.ReplaceAllString(s, "$1")
	s = emphasisMarkup.ReplaceAllString(s, "$2")
	return strings.TrimSpace(s)
}
