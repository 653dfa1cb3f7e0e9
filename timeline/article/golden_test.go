package article_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/article"
)

var update = flag.Bool("update", false, "write the golden files anew")

const reading = "../../testdata/reading"

// TestGolden reads every file of testdata/reading and compares all that comes out with FILE.golden.
func TestGolden(t *testing.T) {
	files, errs := article.Expand([]string{reading})
	if len(errs) > 0 || len(files) < 10 {
		t.Fatalf("%d files, errors %v", len(files), errs)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := dump(t, file)
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// dump writes all that comes out of a file, one field a line and the text at the end; blanks at the ends of
// lines and carriage returns are made visible.
func dump(t *testing.T, file string) string {
	var b strings.Builder
	for a, err := range article.File(file, article.Options{}) {
		var e *article.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%T is no *Error: %v", err, err)
		}
		if err != nil {
			fmt.Fprintf(&b, "error: %s\nwarning: %v\nhint: %s\n\n", strings.TrimPrefix(e.Error(), filepath.Dir(file)+"/"), e.Warning, e.Hint())
			continue
		}
		fmt.Fprintf(&b, "id: %s\ntitle: %s\npublished: %s\nurl: %s\nauthor: %s\nlanguage: %s\n", a.ID, a.Title, a.Published, a.URL, a.Author, a.Language)
		for line := range strings.Lines(a.Text) {
			fmt.Fprintf(&b, "| %s\n", strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "\r", "␍"))
		}
		b.WriteString("\n")
	}
	return b.String()
}
