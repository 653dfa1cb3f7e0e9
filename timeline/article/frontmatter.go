package article

import (
	"strconv"
	"strings"
)

// frontMatterKeys are the YAML keys that static site generators (Jekyll, Hugo, Pandoc) use for what a
// header line says.
var frontMatterKeys = map[string]string{
	"title":         "title",
	"author":        "author",
	"authors":       "author",
	"date":          "published",
	"published":     "published",
	"publishdate":   "published",
	"pubdate":       "published",
	"url":           "url",
	"canonical_url": "url",
	"canonicalurl":  "url",
}

// frontMatter takes YAML front matter off a Markdown file: the lines from "---" in the first one to the next
// "---" or "...". Of YAML it reads what such metadata is made of: scalars at the top level, plain or quoted,
// and lists of them; nested maps and block scalars are passed over. Where there is none, fields is nil.
func frontMatter(s string) (fields map[string]string, body string) {
	first, rest, found := strings.Cut(s, "\n")
	if !found || strings.TrimRight(first, " \t\r") != "---" {
		return nil, s
	}
	fields = map[string]string{}
	name := ""
	for rest != "" {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		line = strings.TrimRight(line, " \t\r")
		switch {
		case line == "---" || line == "...":
			return fields, rest
		case isListItem(line):
			if name != "" {
				add(fields, name, yamlScalar(strings.TrimSpace(line)[1:]))
			}
		case line == "" || strings.ContainsAny(line[:1], " \t#"):
			// a continuation of something deeper, or a comment
		default:
			key, value, _ := strings.Cut(line, ":")
			name = frontMatterKeys[strings.ToLower(strings.TrimSpace(key))]
			if name == "" {
				break
			}
			if fields[name] != "" {
				name = "" // the first of two keys for one thing counts
				break
			}
			for _, item := range yamlItems(strings.TrimSpace(value)) {
				add(fields, name, item)
			}
		}
	}
	return nil, s
}

func isListItem(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "- name:")
}

// add puts the items of a list together as authors are named in a byline.
func add(fields map[string]string, name, value string) {
	if fields[name] != "" && value != "" {
		value = fields[name] + ", " + value
	}
	if value != "" {
		fields[name] = value
	}
}

// yamlItems are the scalars of a value: of a flow sequence "[a, b]" each, else the one. A block scalar's
// sign gives none.
func yamlItems(value string) []string {
	inner, found := strings.CutPrefix(value, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	if !found || !closed {
		if strings.HasPrefix(value, "|") || strings.HasPrefix(value, ">") || strings.HasPrefix(value, "{") {
			return nil
		}
		return []string{yamlScalar(value)}
	}
	var items []string
	for item := range strings.SplitSeq(inner, ",") {
		items = append(items, yamlScalar(item))
	}
	return items
}

// yamlScalar is the text of a plain or quoted scalar without its comment.
func yamlScalar(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, `"`):
		if quoted, err := strconv.QuotedPrefix(s); err == nil {
			if text, err := strconv.Unquote(quoted); err == nil {
				return text
			}
		}
		return strings.Trim(s, `"`)
	case strings.HasPrefix(s, "'"):
		const pair = "\x00"
		text, _, _ := strings.Cut(strings.ReplaceAll(s[1:], "''", pair), "'")
		return strings.ReplaceAll(text, pair, "'")
	}
	if s == "null" || s == "~" {
		return ""
	}
	text, _, _ := strings.Cut(s, " #")
	return strings.TrimSpace(text)
}
