package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMetadata is what a page says about itself, in its head, its JSON-LD and its microdata.
type pageMetadata struct {
	headline string // of JSON-LD or Open Graph: the article's own title
	title    string // of the title element or the first heading: often with the site's name
	author   string
	url      string // absolute
	language string
	dates    []string // publication dates in the order in which they are to be believed
}

// metadata collects what a page says about itself. It does not change the tree.
func metadata(doc *html.Node) pageMetadata {
	var c collector
	c.metas = map[string]string{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			c.element(n)
		}
	}
	ld := articleLD(c.scripts)
	m := pageMetadata{
		headline: first(plainText(ld.headline), plainText(c.meta("og:title")), plainText(c.meta("dc.title")), plainText(c.meta("parsely-title")),
			plainText(c.meta("citation_title")), plainText(c.meta("twitter:title"))),
		title:    first(c.heading, c.title),
		author:   first(ld.author, cleanByline(c.author())),
		language: strings.ReplaceAll(first(c.language, c.meta("content-language"), c.meta("og:locale")), "_", "-"),
	}
	m.url = absolute(c.canonical, c.meta("og:url"), ld.url)
	m.dates = c.dates(ld, m.url)
	return m
}

// collector gathers a page's metadata in one pass.
type collector struct {
	metas     map[string]string // of meta elements, by lower-case name, property, itemprop or http-equiv; the first of each
	scripts   []string          // JSON-LD
	canonical string
	language  string
	title     string
	heading   string
	byline    string // of microdata or the markup
	times     []pageTime
}

func (c *collector) element(n *html.Node) {
	itemprop := strings.ToLower(attr(n.Attr, "itemprop"))
	switch n.DataAtom {
	case atom.Html:
		c.language = first(c.language, attr(n.Attr, "lang"), attr(n.Attr, "xml:lang"))
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(strings.TrimSpace(attr(n.Attr, key)))
			if name != "" && c.metas[name] == "" {
				c.metas[name] = strings.TrimSpace(attr(n.Attr, "content"))
			}
		}
		return
	case atom.Link:
		if strings.EqualFold(attr(n.Attr, "rel"), "canonical") {
			c.canonical = first(c.canonical, attr(n.Attr, "href"))
		}
		return
	case atom.Script:
		if kind, _, _ := strings.Cut(attr(n.Attr, "type"), ";"); strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") && n.FirstChild != nil {
			c.scripts = append(c.scripts, n.FirstChild.Data)
		}
		return
	case atom.Title:
		if c.title == "" && n.Namespace == "" && n.FirstChild != nil { // an SVG has titles too
			c.title = plainText(n.FirstChild.Data)
		}
	case atom.H1:
		if c.heading == "" {
			c.heading = strings.Join(strings.Fields(render(n, shown)), " ")
		}
	case atom.Time:
		c.times = append(c.times, timeElement(n))
		return
	}
	if itemprop == "datepublished" {
		c.times = append(c.times, timeElement(n))
	}
	if c.byline == "" && (itemprop == "author" || attr(n.Attr, "rel") == "author" || hasClass(n, bylineWords)) {
		// With a number in it, it is more than a name: a date, the count of someone's articles.
		if s, ok := shortText(n, longestByline); ok && !strings.ContainsAny(s, "0123456789\n") {
			c.byline = s
		}
	}
}

var bylineWords = map[string]bool{"byline": true, "author": true}

func (c *collector) meta(name string) string { return c.metas[name] }

// author is the author that a meta element names, where it is a name, else the page's byline. The Open Graph property
// article:author is meant for the address of a profile.
func (c *collector) author() string {
	for _, name := range []string{"author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author", "byl", "sailthru.author"} {
		if v := c.meta(name); v != "" && !strings.Contains(v, "://") {
			return plainText(v)
		}
	}
	return c.byline
}

// plainText is metadata without markup: many a site escapes entities twice.
func plainText(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}

// absolute is the first of the addresses that is one of the web.
func absolute(addresses ...string) string {
	for _, s := range addresses {
		u, err := url.Parse(strings.TrimSpace(s))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}
