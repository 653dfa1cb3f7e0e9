package article_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/article"
)

// tree makes files with a line of text each, and gives their directory.
func tree(t *testing.T, files ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, f := range files {
		path := filepath.Join(root, f)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("It rained."), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestExpand(t *testing.T) {
	root := tree(t, "b.txt", "a.md", "sub/c.jsonl.gz", "sub/.hidden/d.txt", ".e.txt", "sub/f.pdf", "g.HTML", "x[1].txt", "empty/readme.doc")
	if err := os.Symlink(root, filepath.Join(root, "sub", "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "b.txt"), filepath.Join(root, "sub", "link.txt")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	for _, test := range []struct {
		name   string
		inputs []string
		files  string
		errors []error
	}{
		{"a file of any kind", []string{"sub/f.pdf"}, "sub/f.pdf", nil},
		{"stdin, once", []string{"-", "-"}, "-", nil},
		{"a directory", []string{"."}, "a.md b.txt g.HTML sub/c.jsonl.gz sub/link.txt x[1].txt", nil},
		{"a directory with a slash", []string{"sub/"}, "sub/c.jsonl.gz sub/link.txt", nil},
		{"a link to a directory", []string{"sub/loop/sub"}, "sub/loop/sub/c.jsonl.gz sub/loop/sub/link.txt", nil},
		{"a hidden directory that is named", []string{"sub/.hidden"}, "sub/.hidden/d.txt", nil},
		{"each once, in the order given", []string{"g.HTML", ".", "./b.txt"}, "g.HTML a.md b.txt sub/c.jsonl.gz sub/link.txt x[1].txt", nil},
		{"a glob", []string{"*.txt"}, "b.txt x[1].txt", nil},
		{"a glob of directories", []string{"s*"}, "sub/c.jsonl.gz sub/link.txt", nil},
		{"a glob of hidden files", []string{".e*"}, ".e.txt", nil},
		{"a file named like a glob", []string{"x[1].txt"}, "x[1].txt", nil},
		{"no match", []string{"*.nope", "b.txt"}, "b.txt", []error{article.ErrNoMatch}},
		{"a malformed glob", []string{"[", "b.txt"}, "b.txt", []error{filepath.ErrBadPattern}},
		{"missing", []string{"nope.txt", "b.txt"}, "b.txt", []error{fs.ErrNotExist}},
		{"a directory without articles", []string{"empty", "b.txt"}, "b.txt", []error{article.ErrNoArticles}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files, errs := article.Expand(test.inputs)
			if got := strings.Join(files, " "); got != test.files || len(errs) != len(test.errors) {
				t.Fatalf("files %s, errors %v", got, errs)
			}
			for i, err := range errs {
				var e *article.Error
				if !errors.Is(err, test.errors[i]) || !errors.As(err, &e) || e.File != test.inputs[0] {
					t.Errorf("error %v", err)
				}
			}
		})
	}
}

// A directory or file that may not be read costs itself alone. (Root may read anything.)
func TestPermissions(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("runs as root")
	}
	root := tree(t, "a.txt", "closed/b.txt", "z.txt")
	for _, path := range []string{"closed", "a.txt"} {
		if err := os.Chmod(filepath.Join(root, path), 0); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(filepath.Join(root, "closed"), 0o755)
	var got []string
	for a, err := range article.All([]string{root}, article.Options{}) {
		got = append(got, fmt.Sprint(a.ID, errors.Is(err, fs.ErrPermission)))
	}
	if fmt.Sprint(got) != "[true true zfalse]" {
		t.Error(got)
	}
}

func TestAll(t *testing.T) {
	t.Chdir(tree(t, "a.txt", "sub/b.txt"))
	var got []string
	for a, err := range article.All([]string{"sub", "nope", "-", "a.txt", "a.txt"}, article.Options{Stdin: strings.NewReader("From a pipe.")}) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, a.ID)
	}
	if want := "[b nope: no such file or directory stdin a]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	for _, err := range article.File("-", article.Options{}) {
		if err == nil || !strings.Contains(err.Error(), "stdin: there is no standard input") {
			t.Error(err)
		}
	}
}
