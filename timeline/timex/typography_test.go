package timex_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/timex"
)

// wrapColumn is how many code points a line of the wrapped texts of TestTypography may have.
const wrapColumn = 72

// TestTypography reads the annotated articles in other typographies: what they say does not depend on them.
func TestTypography(t *testing.T) {
	typographies := map[string]func(string) string{
		"typeset":           typeset.Replace,
		"marked":            func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
		"wrapped":           wrapped,
		"below empty lines": func(s string) string { return "\n\n" + s },
		"above empty lines": func(s string) string { return s + "\n\n" },
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
					if g.Value != p.Value || g.Text != source[g.Start:g.End] || words(g.Text) != words(of(p.Text)) {
						t.Errorf("%s, %s: %q is %s, want %q, %s", a.id, name, g.Text, g.Value, p.Text, p.Value)
					}
				}
			}
		}
	}
}

// typeset gives a text curved apostrophes, no-break spaces where typesetters have them, and soft hyphens in names of time.
var typeset = strings.NewReplacer("'", "’", " January", "\u00a0January", " May", "\u00a0May", " a.m.", "\u202fa.m.", " p.m.", "\u202fp.m.", "the ", "the\u00a0",
	"Sunday", "Sun\u00adday", "Monday", "Mon\u00adday", "October", "Octo\u00adber", "yesterday", "yes\u00adter\u00adday", "morning", "morn\u00ading")

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
		if blank > start && utf8.RuneCount(b[start:i]) > wrapColumn {
			b[blank], start = '\n', blank+1
		}
		if blank = i; i < len(b) && b[i] == '\n' {
			start = i + 1
		}
	}
	return string(b)
}

// words are those of a text, one blank apart, without what stands around or between their letters unseen.
func words(t string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\ufeff", "", "\u00ad", "").Replace(t)), " ")
}
