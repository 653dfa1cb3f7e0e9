package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/prose"
)

// guideHeadings are words of the headings below which a text on a place tells what can be done there, and when.
var guideHeadings = wordlist.SetOf("climate weather visiting festivals festival events hours tourism getting customs traditions")

// guide tells whether a part of a text stands below such a heading, or behind one at the head of its line: "When to go. Spring is best".
type guide struct {
	text  string
	line  int  // where the line at hand begins
	read  int  // up to where the text has been read
	below bool // the last heading read was one
}

// at reports whether byte offset at, which is no less than at the call before, stands below or behind a heading of a guide.
func (g *guide) at(at int) bool {
	for {
		n := strings.IndexByte(g.text[g.read:at], '\n')
		if n < 0 {
			g.read = at
			head, _, ok := strings.Cut(g.text[g.line:min(at, g.line+longestGuideHeading)], ". ")
			return g.below || ok && headsGuide(head)
		}
		end := g.read + n
		if line := strings.TrimSpace(g.text[g.line:end]); line != "" && len(line) <= longestGuideHeading && prose.IsLetter(line[len(line)-1]) {
			g.below = headsGuide(line)
		}
		g.line, g.read = end+1, end+1
	}
}

// headsGuide reports whether a heading is one of a guide.
func headsGuide(heading string) bool {
	for word := range strings.FieldsSeq(heading) {
		if guideHeadings.HasFold(word) {
			return true
		}
	}
	return strings.EqualFold(heading, "When to go")
}

// longestGuideHeading is the length of a line, in bytes, up to which it may be such a heading.
const longestGuideHeading = 40
