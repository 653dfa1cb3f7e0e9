package article

import (
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/timeline/exactdate"
)

// readPage reads a decoded HTML page into a: what it says about itself and the text of its body as a
// reader sees it, without navigation, advertisements, captions and the like. Where no such body is found,
// the text is all that the page shows. The warnings are dates that could not be read.
func readPage(page string, order exactdate.Order, a *Article) (warnings []error, err error) {
	if strings.TrimSpace(page) == "" {
		return nil, ErrEmpty
	}
	doc, err := parsePage(page)
	if err != nil {
		return nil, fmt.Errorf("reading HTML: %w", err)
	}
	m := metadata(doc)
	a.URL, a.Language = m.url, m.language
	a.Published, err = m.date(order)
	if err != nil {
		warnings = append(warnings, err)
	}
	// What stands below changes the tree.
	dropNoise(doc)
	title, byline, text := body(doc, m.url)
	a.Title = first(m.headline, title, m.title)
	a.Author = first(m.author, cleanByline(byline))
	if a.Text = text; text == "" {
		if a.Text = render(bodyElement(doc), shown); a.Text == "" {
			return nil, fmt.Errorf("%w that a reader would see", ErrNoText)
		}
	}
	return warnings, nil
}

// parsePage builds the page's tree. The parser refuses more than 512 open elements, which old pages
// reach by never closing their <font>; a browser shows them all the same.
func parsePage(page string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		doc, err = html.Parse(strings.NewReader(flatten(page)))
	}
	return doc, err
}

// flatten rewrites a page without nesting: of elements only those of the head, headings, paragraphs
// and line breaks are kept, and what else begins a block becomes a paragraph.
func flatten(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			if flatTags[string(name)] {
				b.WriteString(raw)
			} else if layouts[string(name)] != inline {
				b.WriteString("<p>")
			}
		default:
			b.Write(z.Raw())
		}
	}
}

// flatTags cannot nest: void elements, those whose content is text, and a paragraph, which the next one closes.
var flatTags = map[string]bool{
	"html": true, "head": true, "title": true, "meta": true, "link": true, "script": true, "style": true,
	"body": true, "p": true, "br": true, "textarea": true, "noscript": true, "iframe": true,
}

// Limits of the search for the body.
const (
	// The search clones and scores the tree, so that a page far beyond what any article needs is shown whole.
	mostElements = 200_000
	// Below as many characters the search's own rule is to lower the bar for what counts as content.
	usualArticle = 500
	// A brief of a few sentences is shorter than that; less than this is a caption or a cookie notice.
	briefArticle = 60
)

// body finds the article's body, its title and byline. The bar is lowered for a short body only if that
// finds several times as much: else it would bring back the navigation around a brief.
func body(doc *html.Node, pageURL string) (title, byline, text string) {
	title, byline, text = search(doc, pageURL, briefArticle)
	if len(text) < usualArticle {
		if _, _, more := search(doc, pageURL, usualArticle); len(more) > 2*len(text)+200 {
			text = more
		}
	}
	if len(text) < briefArticle {
		text = ""
	}
	return title, byline, text
}

func search(doc *html.Node, pageURL string, enough int) (title, byline, text string) {
	base, err := url.Parse(pageURL)
	if err != nil {
		base = nil
	}
	p := readability.NewParser()
	p.MaxElemsToParse = mostElements
	p.CharThresholds = enough
	p.DisableJSONLD = true // metadata reads it, lists and graphs too
	found, err := p.ParseDocument(doc, base)
	if err != nil {
		return "", "", ""
	}
	if found.Node != nil {
		text = render(found.Node, shown)
	}
	return found.Title(), found.Byline(), text
}

// longestByline is in bytes.
const longestByline = 100

// cleanByline takes "By" off a byline and drops what is too long to be one.
func cleanByline(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if len(s) > longestByline {
		return ""
	}
	return s
}

func bodyElement(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body {
			return n
		}
	}
	return doc
}

// attr is an attribute's value, or empty.
func attr(attrs []html.Attribute, name string) string {
	for _, a := range attrs {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
