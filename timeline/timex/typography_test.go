package timex_test

import (
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/timex"
)

// wrapColumn is where the wrapped texts of TestTypography are wrapped.
const wrapColumn = 72

// TestTypography reads the annotated articles in other typographies: what they say does not depend on them.
func TestTypography(t *testing.T) {
	typographies := map[string]func(string) string{
		"curved apostrophes": func(s string) string { return strings.ReplaceAll(s, "'", "’") },
		"line ends of two":   func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"wrapped":            wrapped,
		"below empty lines":  func(s string) string { return "\n\n" + s },
		"above empty lines":  func(s string) string { return s + "\n\n" },
		"behind a mark":      func(s string) string { return "\ufeff" + s },
	}
	for file := range floors {
		for _, a := range readAnnotated(t, filepath.Join(annotatedArticles, file)) {
			options := timex.Options{Published: a.published}
			plain := timex.Find(a.text, options)
			for name, of := range typographies {
				source := of(a.text)
				got := timex.Find(source, options)
				if len(got) != len(plain) {
					t.Errorf("%s, %s: %d timexes, want %d", a.id, name, len(got), len(plain))
					continue
				}
				for k := range got {
					g, p := &got[k], &plain[k]
					if g.Value != p.Value || g.Text != source[g.Start:g.End] || strings.Join(strings.Fields(g.Text), " ") != strings.Join(strings.Fields(strings.TrimPrefix(of(p.Text), "\ufeff")), " ") {
						t.Errorf("%s, %s: %q is %s, want %q, %s", a.id, name, g.Text, g.Value, p.Text, p.Value)
					}
				}
			}
		}
	}
}

// wrapped is a text whose paragraphs stand apart by empty lines, with their lines wrapped; any other text as it is.
func wrapped(s string) string {
	if strings.Contains(strings.ReplaceAll(s, "\n\n", ""), "\n") {
		return s
	}
	b := []byte(s)
	for start, blank, i := 0, -1, 0; i <= len(b); i++ {
		if i < len(b) && b[i] != ' ' && b[i] != '\n' {
			continue
		}
		if i-start > wrapColumn && blank > start {
			b[blank], start = '\n', blank+1
		}
		if blank = i; i < len(b) && b[i] == '\n' {
			start = i + 1
		}
	}
	return string(b)
}
