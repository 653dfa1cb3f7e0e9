package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// layout says how an element stands among the others.
type layout uint8

const (
	inline    layout = iota
	line             // on a line of its own
	paragraph        // with a blank line before and after
	cell             // a tab from the cell before
	breaks           // ends the line
	verbatim         // a paragraph whose blanks and line ends are kept
	unseen           // shows nothing
)

// layouts is how browsers show elements by default (HTML standard, section 15.3), as far as plain text
// can; what is not listed is inline. Lists are lines, the list as a whole is a paragraph. The key is a
// node's Data: nodes that the search for the body makes have no DataAtom.
var layouts = map[string]layout{
	"p": paragraph, "h1": paragraph, "h2": paragraph, "h3": paragraph, "h4": paragraph, "h5": paragraph, "h6": paragraph,
	"blockquote": paragraph, "ul": paragraph, "ol": paragraph, "dl": paragraph, "table": paragraph, "hr": paragraph,
	"article": paragraph, "section": paragraph, "main": paragraph, "header": paragraph, "footer": paragraph,
	"aside": paragraph, "nav": paragraph, "figure": paragraph, "form": paragraph, "fieldset": paragraph,
	"div": paragraph, "address": paragraph, "details": paragraph, "center": paragraph,
	"li": line, "dt": line, "dd": line, "tr": line, "caption": line, "summary": line, "figcaption": line, "legend": line,
	"td": cell, "th": cell,
	"br":   breaks,
	"pre":  verbatim,
	"head": unseen, "script": unseen, "style": unseen, "template": unseen, "noscript": unseen, "iframe": unseen,
	"svg": unseen, "canvas": unseen, "audio": unseen, "video": unseen, "object": unseen, "textarea": unseen,
	"select": unseen, "option": unseen, "button": unseen, "input": unseen, "rp": unseen, "title": unseen,
}

// shown tells whether an element is to be seen.
func shown(n *html.Node) bool {
	if layouts[n.Data] == unseen {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return false
		case "aria-hidden":
			if a.Val == "true" {
				return false
			}
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return false
			}
		}
	}
	return true
}

// render gives the text of a tree as it is seen: runs of blanks are one, paragraphs are kept apart by a
// blank line, list items and table rows are lines. No-break and other wide or narrow blanks are plain
// blanks, and soft hyphens and zero-width characters are left out, as neither is seen. No blanks stand
// at the start, the end or the ends of lines. Only elements that show keeps are rendered.
func render(root *html.Node, show func(*html.Node) bool) string {
	var w writer
	w.node(root, show, false)
	return w.String()
}

// writer collects text and the space that is due before the next word.
type writer struct {
	strings.Builder
	blank bool
	tab   bool
	lines int // line ends due: 1 a new line, 2 a new paragraph
}

// node renders n and what is in it. The parser's limit on nesting bounds the recursion.
func (w *writer) node(n *html.Node, show func(*html.Node) bool, verbatimText bool) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, verbatimText)
		return
	case html.ElementNode:
		if !show(n) {
			return
		}
	}
	kind := inline
	if n.Type == html.ElementNode {
		kind = layouts[n.Data]
	}
	switch kind {
	case breaks:
		w.lines = min(w.lines+1, 2)
		return
	case cell:
		w.tab = true
	case line:
		w.due(1)
	case paragraph, verbatim:
		w.due(2)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child, show, verbatimText || kind == verbatim)
	}
	switch kind {
	case line:
		w.due(1)
	case paragraph, verbatim:
		w.due(2)
	}
}

func (w *writer) due(lines int) { w.lines = max(w.lines, lines) }

// text writes a text node's words.
func (w *writer) text(s string, verbatimText bool) {
	for _, r := range s {
		switch {
		case verbatimText && r == '\n':
			w.lines++
		case unicode.IsSpace(r):
			w.blank = true
		case invisible(r):
		default:
			w.space()
			w.WriteRune(r)
		}
	}
}

// space writes what is due before a word.
func (w *writer) space() {
	switch {
	case w.Len() == 0:
	case w.lines > 0:
		for range min(w.lines, 2) {
			w.WriteByte('\n')
		}
	case w.tab:
		w.WriteByte('\t')
	case w.blank:
		w.WriteByte(' ')
	}
	w.lines, w.tab, w.blank = 0, false, false
}

// invisible characters take no room in a line: soft hyphen, zero-width space, joiners and the like
// (Unicode general category Cf), and control characters.
func invisible(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Cc) }
