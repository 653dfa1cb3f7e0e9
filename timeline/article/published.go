package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

// publishedMetas are the meta elements that give the date of publication, in the order in which they are to be
// believed. Dates of modification are not among them, and plain "date" stands last: some sites mean the day of the visit.
var publishedMetas = []string{
	// Open Graph, then the microdata of schema.org
	"article:published_time", "og:article:published_time", "article:published", "datepublished",
	// services that count readers
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
	// Dublin Core
	"dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.available",
	// Highwire Press, which Google Scholar reads
	"citation_publication_date", "citation_online_date", "citation_date",
	// customs of single publishers
	"publish-date", "publish_date", "publishdate", "publication_date", "publication-date", "pubdate", "pub_date",
	"originalpublicationdate", "article.published", "article.created", "displaydate",
	"dcterms.date", "dc.date", "date",
}

// dates lists a page's publication dates as strings, most credible first: JSON-LD, meta elements, elements that say
// they are the date of publication, the address, other time elements of the article.
func (c *collector) dates(ld linkedData, address string) []string {
	dates := []string{ld.published}
	for _, name := range publishedMetas {
		dates = append(dates, c.meta(name))
	}
	for _, kind := range []timeKind{publication, unmarked} {
		if kind == unmarked {
			dates = append(dates, addressDate(address))
		}
		for _, t := range c.times {
			if t.kind == kind {
				dates = append(dates, t.value)
			}
		}
	}
	return dates
}

// date is the first date that can be read. Where there are only others, the error is the first one's.
func (m pageMetadata) date(order exactdate.Order) (calendar.Date, error) {
	var unreadable error
	for _, s := range m.dates {
		d, err := published(s, order)
		switch {
		case err != nil && unreadable == nil:
			unreadable = err
		case !d.IsZero():
			return d, nil
		}
	}
	return calendar.Date{}, unreadable
}

// timeKind says what a time element is about.
type timeKind uint8

const (
	other       timeKind = iota // a modification, or something beside the article
	unmarked                    // it does not say
	publication                 // the date of publication
)

// pageTime is a time element, or another one marked as the date of publication.
type pageTime struct {
	kind  timeKind
	value string
}

var (
	saysPublished = regexp.MustCompile(`(?i)publi|posted|pubdate|byline|dateline|entry-date`)
	saysModified  = regexp.MustCompile(`(?i)modif|updat|edited|revis`)
)

// timeElement reads the machine's form of an element's date, else what it shows, and by its marks and
// its place whether it is the publication's.
func timeElement(n *html.Node) pageTime {
	t := pageTime{kind: unmarked, value: first(attr(n.Attr, "datetime"), attr(n.Attr, "content"), strings.Join(strings.Fields(render(n, shown)), " "))}
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer, atom.Li, atom.P, atom.Blockquote, atom.Td:
			// In a menu, among links to other articles, in the comments or in the running text.
			t.kind = other
		}
	}
	var marks strings.Builder
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "itemprop", "id", "data-testid", "title", "aria-label":
			marks.WriteString(a.Val + " ")
		case "pubdate":
			marks.WriteString("pubdate ")
		}
	}
	if n.Parent != nil {
		marks.WriteString(attr(n.Parent.Attr, "class") + " " + ownText(n.Parent))
	}
	switch s := marks.String(); {
	case saysModified.MatchString(attr(n.Attr, "itemprop")), saysModified.MatchString(s) && !saysPublished.MatchString(s):
		t.kind = other
	case t.kind == other && !strings.EqualFold(attr(n.Attr, "itemprop"), "datepublished"):
	case saysPublished.MatchString(s):
		t.kind = publication
	}
	return t
}

// ownText is the text directly in n, where a label such as "Updated" stands.
func ownText(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && len(c.Data) < 100 {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// A day in an address: /2024/05/17/, /2024/may/17/, /2024-05-17-, /20240517/.
var (
	addressDay   = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:[/_.-]|$)`)
	addressBlock = regexp.MustCompile(`[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[/_.-]|$)`)
)

// addressDate is the day that a page's address gives, in a form exactdate reads, or empty.
func addressDate(address string) string {
	address = strings.ToLower(address)
	for _, pattern := range []*regexp.Regexp{addressDay, addressBlock} {
		m := pattern.FindStringSubmatch(address)
		if m == nil {
			continue
		}
		if len(m[2]) == 3 {
			return m[3] + " " + m[2] + " " + m[1]
		}
		two := func(s string) string { return "0"[:2-len(s)] + s }
		if d, err := calendar.Parse(m[1] + "-" + two(m[2]) + "-" + two(m[3])); err == nil {
			return d.String()
		}
	}
	return ""
}
