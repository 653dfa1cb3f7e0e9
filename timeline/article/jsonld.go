package article

import (
	"encoding/json"
	"strings"
)

// linkedData is what a page's JSON-LD says of the article, by the properties of schema.org.
type linkedData struct {
	headline, author, url, published string
}

// isArticleType knows schema.org's types of things that are read as one text. Names that end in
// "Article" or "Posting" are all of the kind.
func isArticleType(name string) bool {
	name = name[strings.LastIndexAny(name, "/:#")+1:]
	return strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") ||
		name == "Report" || name == "Review" || name == "LiveBlog"
}

// articleLD is the first article that the scripts describe. Scripts that are no JSON are passed over,
// as browsers and search engines do: they only repeat what the page shows.
func articleLD(scripts []string) linkedData {
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) != nil {
			continue
		}
		if thing := findArticle(v, 0); thing != nil {
			return linkedData{
				headline:  first(ldText(thing["headline"]), ldText(thing["name"])),
				author:    ldNames(thing["author"]),
				url:       first(ldText(thing["url"]), ldText(thing["mainEntityOfPage"])),
				published: ldText(thing["datePublished"]),
			}
		}
	}
	return linkedData{}
}

// deepest is how far into nested things an article is looked for: a list of graphs with a page whose main
// entity it is takes four steps.
const deepest = 6

// findArticle looks for a thing of an article's type: the value itself, in a list, in @graph, or as the main
// entity of a page. Articles that are only mentioned, as parts of a list of links, are not meant.
func findArticle(v any, depth int) map[string]any {
	if depth > deepest {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if thing := findArticle(item, depth+1); thing != nil {
				return thing
			}
		}
	case map[string]any:
		for _, name := range ldList(v["@type"]) {
			if name, ok := name.(string); ok && isArticleType(name) {
				return v
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if thing := findArticle(v[key], depth+1); thing != nil {
				return thing
			}
		}
	}
	return nil
}

// ldList makes one value a list of one.
func ldList(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// ldText is a value's text: a string itself, or an object's @value, name or @id.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		for _, key := range []string{"@value", "name", "@id"} {
			if s, ok := v[key].(string); ok {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// ldNames are the names of persons or organizations, as a byline lists them. An address is no name.
func ldNames(v any) string {
	var all []string
	for _, item := range ldList(v) {
		if s := plainText(ldText(item)); s != "" && !strings.Contains(s, "://") {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}
