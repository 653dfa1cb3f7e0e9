package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropNoise takes out of the tree what is not the article's own words though it may stand inside its body:
// captions and credits of pictures, controls, navigation.
func dropNoise(doc *html.Node) {
	var noise []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (noiseTags[n.DataAtom] || isCaption(n) || isNotice(n)) {
			noise = append(noise, n)
		}
	}
	for _, n := range noise {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

var noiseTags = map[atom.Atom]bool{
	atom.Figcaption: true, atom.Nav: true, atom.Button: true, atom.Select: true, atom.Dialog: true,
	atom.Template: true, atom.Svg: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Object: true,
}

// notices are what sites put between the paragraphs, in lower case and without a colon at the end.
var notices = map[string]bool{
	"advertisement": true, "advertisement - scroll to continue": true, "ad": true, "sponsored": true, "sponsored content": true,
	"story continues below advertisement": true, "article continues below advertisement": true, "article continues after advertisement": true,
	"story continues below": true, "continue reading the main story": true, "continue reading below": true,
	"read more": true, "read also": true, "related": true, "related articles": true, "related stories": true, "more on this story": true, "most read": true,
	"share": true, "share this": true, "share this article": true, "share this story": true, "print": true, "email": true, "save": true, "comments": true,
	"sign up for our newsletter": true, "subscribe to our newsletter": true, "skip to content": true, "skip to main content": true,
}

// isNotice tells whether a block shows nothing but a notice.
func isNotice(n *html.Node) bool {
	if layouts[n.DataAtom] != paragraph {
		return false
	}
	s, ok := shortText(n, longestNotice)
	return ok && notices[strings.ToLower(strings.TrimRight(s, " :…."))]
}

// isCaption tells captions that sites mark by class: "wp-caption-text", "image__caption", "photo-credit".
func isCaption(n *html.Node) bool {
	if !captionTags[n.DataAtom] {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n.Attr, "class"))) {
		for part := range strings.FieldsFuncSeq(class, func(r rune) bool { return r == '-' || r == '_' }) {
			if captionWords[part] {
				_, ok := shortText(n, longestCaption)
				return ok
			}
		}
	}
	return false
}

var (
	captionTags  = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Span: true, atom.Small: true, atom.Em: true, atom.Cite: true}
	captionWords = map[string]bool{"caption": true, "figcaption": true, "credit": true}
)

// What is longer, in bytes, is no notice or caption but a wrapper of something else, whatever its class says.
const (
	longestNotice  = 80
	longestCaption = 600
)

// shortText renders n if its text has at most limit bytes. It gives up early, so that asking at every level of
// a page does not take the square of its size.
func shortText(n *html.Node, limit int) (string, bool) {
	nodes, length := 0, 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			length += len(strings.TrimSpace(d.Data))
		}
		if nodes++; length > limit || nodes > limit {
			return "", false
		}
	}
	return render(n, shown), true
}
