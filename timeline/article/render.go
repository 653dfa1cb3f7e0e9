package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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
// can; what is not listed is inline. Lists are lines, the list as a whole is a paragraph.
var layouts = map[atom.Atom]layout{
	atom.P: paragraph, atom.H1: paragraph, atom.H2: paragraph, atom.H3: paragraph, atom.H4: paragraph, atom.H5: paragraph, atom.H6: paragraph,
	atom.Blockquote: paragraph, atom.Ul: paragraph, atom.Ol: paragraph, atom.Dl: paragraph, atom.Table: paragraph, atom.Hr: paragraph,
	atom.Article: paragraph, atom.Section: paragraph, atom.Main: paragraph, atom.Header: paragraph, atom.Footer: paragraph,
	atom.Aside: paragraph, atom.Nav: paragraph, atom.Figure: paragraph, atom.Form: paragraph, atom.Fieldset: paragraph,
	atom.Div: paragraph, atom.Address: paragraph, atom.Details: paragraph, atom.Center: paragraph,
	atom.Li: line, atom.Dt: line, atom.Dd: line, atom.Tr: line, atom.Caption: line, atom.Summary: line, atom.Figcaption: line, atom.Legend: line,
	atom.Td: cell, atom.Th: cell,
	atom.Br:   breaks,
	atom.Pre:  verbatim,
	atom.Head: unseen, atom.Script: unseen, atom.Style: unseen, atom.Template: unseen, atom.Noscript: unseen, atom.Iframe: unseen,
	atom.Svg: unseen, atom.Canvas: unseen, atom.Audio: unseen, atom.Video: unseen, atom.Object: unseen, atom.Textarea: unseen,
	atom.Select: unseen, atom.Option: unseen, atom.Button: unseen, atom.Input: unseen, atom.Rp: unseen, atom.Title: unseen,
}

// shown tells whether an element is to be seen.
func shown(n *html.Node) bool {
	if layouts[n.DataAtom] == unseen {
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
		kind = layouts[n.DataAtom]
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
