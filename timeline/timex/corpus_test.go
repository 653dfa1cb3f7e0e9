package timex_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sfomuseum/go-edtf/parser"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

// TestCorpus runs the specification in testdata/timex; its README says how the files read.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../testdata/timex/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { runCorpus(t, file) })
	}
}

func runCorpus(t *testing.T, file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var o timex.Options
	list := ""
	var want []string
	for n, line := range strings.Split(string(content), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "reference "):
			if date := strings.TrimPrefix(line, "reference "); date != "none" {
				o.Published = calendar.Must(calendar.Parse(date))
			}
		case strings.HasPrefix(line, "== "):
			list = line[3:]
		case line[0] == '>' && list == "passages":
			want = strings.Fields(line[1:])
		case list == "passages":
			if problem := checkPassage(line, want, o); problem != "" {
				t.Errorf("%s:%d: %q: %s", file, n+1, line, problem)
			}
		case line[0] == '>':
			want = append(strings.Fields(line[1:]), "-", "")
		default:
			for _, form := range strings.Split(line, " | ") {
				if problem := checkForm(form, list, want, o); problem != "" {
					t.Errorf("%s:%d: %q: %s", file, n+1, form, problem)
				}
			}
		}
	}
}

// checkForm finds the time expressions of a form and says what is wrong with them.
func checkForm(form, list string, want []string, o timex.Options) string {
	text := strings.NewReplacer("[", "", "]", "").Replace(form)
	extent := form
	if i := strings.IndexByte(form, '['); i >= 0 {
		extent = form[i+1 : strings.IndexByte(form, ']')]
	}
	got := timex.Find(text, o)
	if list == "negative" {
		if len(got) > 0 {
			return "found " + describe(got)
		}
		return ""
	}
	if len(got) != 1 {
		return "found " + describe(got)
	}
	g := got[0]
	mod := strings.TrimPrefix(want[2], "-")
	switch edtf := g.Date.EDTF(g.Date.Precision, g.Date.Approximate); {
	case g.Text != extent, string(g.Type) != want[0], g.Value != want[1], g.Mod != mod:
		return "found " + describe(got)
	case len(want) > 4 && want[3] != "-" && edtf != want[3]:
		return "EDTF is " + edtf
	case edtf != "" && !validEDTF(edtf):
		return "EDTF " + edtf + " is not valid"
	case (list == "ambiguous") != g.Date.Ambiguous:
		return "the flag for an ambiguous date is wrong"
	}
	return ""
}

// checkPassage finds the time expressions of a passage and compares their values with those wanted.
func checkPassage(passage string, want []string, o timex.Options) string {
	found := timex.Find(strings.ReplaceAll(passage, `\n`, "\n"), o)
	got := make([]string, len(found))
	for i, x := range found {
		got[i] = x.Value
	}
	if !slices.Equal(got, want) {
		return "found " + describe(found)
	}
	return ""
}

func validEDTF(s string) bool {
	_, err := parser.ParseString(s)
	return err == nil
}

func describe(timexes []timex.Timex) string {
	var b strings.Builder
	for _, g := range timexes {
		b.WriteString("[" + g.Text + "] " + string(g.Type) + " " + g.Value + " " + g.Mod + " (" + g.Rule + ") ")
	}
	if b.Len() == 0 {
		return "nothing"
	}
	return b.String()
}
