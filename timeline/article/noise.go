package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropNoise takes out of the tree what is not the article's own words though it may stand inside its body:
// captions and credits of pictures, controls, navigation, the lines that say who published it and when.
func dropNoise(doc *html.Node) {
	var noise []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (noiseTags[n.DataAtom] || isCaption(n) || isNotice(n) || isStamp(n)) {
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
	if layouts[n.Data] != paragraph {
		return false
	}
	s, ok := shortText(n, longestNotice)
	return ok && notices[strings.ToLower(strings.TrimRight(s, " :…."))]
}

// isStamp tells a line that says by whom or when the page was written or changed, and nothing else: "By
// Jane Doe, updated 2 June", which would read as an event of the story.
func isStamp(n *html.Node) bool {
	if layouts[n.Data] != paragraph && n.Data != "ul" {
		return false
	}
	s, ok := shortText(n, longestStamp)
	return ok && s != "" && (hasClass(n, stampWords) || stampStart.MatchString(s) && hasTime(n))
}

var (
	stampWords = map[string]bool{"byline": true, "meta": true, "timestamp": true, "pubdate": true}
	stampStart = regexp.MustCompile(`(?i)^(by|(first |last )?(published|posted|updated|modified|edited|created))\b`)
)

// hasTime tells whether n holds an element that gives a date to machines.
func hasTime(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Time || strings.HasPrefix(strings.ToLower(attr(d.Attr, "itemprop")), "date") {
			return true
		}
	}
	return false
}

// isCaption tells captions that sites mark by class: "wp-caption-text", "image__caption", "photo-credit".
func isCaption(n *html.Node) bool {
	if !captionTags[n.DataAtom] {
		return false
	}
	if !hasClass(n, captionWords) {
		return false
	}
	_, ok := shortText(n, longestCaption)
	return ok
}

// hasClass tells whether a class of n has one of the words among its parts: "post__meta" has "meta".
func hasClass(n *html.Node, words map[string]bool) bool {
	for part := range strings.FieldsFuncSeq(strings.ToLower(attr(n.Attr, "class")), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		if words[part] {
			return true
		}
	}
	return false
}

var (
	captionTags  = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Span: true, atom.Small: true, atom.Em: true, atom.Cite: true}
	captionWords = map[string]bool{"caption": true, "figcaption": true, "credit": true}
)

// What is longer, in bytes, is no notice, stamp or caption but a wrapper of something else, whatever its class says.
const (
	longestNotice  = 80
	longestStamp   = 160
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
