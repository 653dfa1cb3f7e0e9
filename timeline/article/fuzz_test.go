package article_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/article"
)

// laws holds what is true of whatever is read: an article has an ID and a text in valid UTF-8, an error
// names the file, and text and errors never stand in one pair.
func laws(t *testing.T, content []byte, name string, o article.Options) {
	t.Helper()
	warned := false
	count := 0
	for a, err := range article.Read(strings.NewReader(string(content)), name, o) {
		count++
		if err != nil {
			var e *article.Error
			if !errors.As(err, &e) || e.File != name || a != (article.Article{}) || e.Err == nil {
				t.Fatalf("%+v, %v", a, err)
			}
			warned = e.Warning
			continue
		}
		warned = false
		if a.ID == "" || strings.TrimSpace(a.Text) == "" {
			t.Fatalf("%+v", a)
		}
		for _, s := range []string{a.Text, a.Title, a.Author, a.URL, a.Language} {
			if !utf8.ValidString(s) {
				t.Fatalf("invalid UTF-8: %q", s)
			}
		}
	}
	if warned {
		t.Fatal("no article after a warning")
	}
	if count == 0 {
		t.Fatal("neither an article nor an error")
	}
}

// seed gives the fuzzer the files for reading whose names end in one of the extensions.
func seed(f *testing.F, extensions ...string) {
	files, err := os.ReadDir(reading)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		for _, ext := range extensions {
			if filepath.Ext(file.Name()) == ext {
				b, err := os.ReadFile(filepath.Join(reading, file.Name()))
				if err != nil {
					f.Fatal(err)
				}
				f.Add(b)
			}
		}
	}
}

func fuzz(f *testing.F, name string, format article.Format) {
	f.Fuzz(func(t *testing.T, content []byte) {
		laws(t, content, name, article.Options{Format: format, MaxBytes: 1 << 20})
	})
}

func FuzzText(f *testing.F)     { seed(f, ".txt"); fuzz(f, "a.txt", article.Text) }
func FuzzMarkdown(f *testing.F) { seed(f, ".md"); fuzz(f, "a.md", article.Markdown) }
func FuzzHTML(f *testing.F)     { seed(f, ".html"); fuzz(f, "a.html", article.HTML) }
func FuzzJSONL(f *testing.F)    { seed(f, ".jsonl"); fuzz(f, "a.jsonl", article.JSONL) }

func FuzzCompressed(f *testing.F) {
	f.Add([]byte(gzipped(f, "It rained.")))
	f.Add([]byte(zstandard(f, "It rained.")))
	seed(f, ".txt", ".md", ".html", ".jsonl")
	fuzz(f, "-", article.Auto)
}
