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
	for _, f := range readCorpus(t, file) {
		problem := ""
		if f.list == "passages" {
			problem = checkPassage(f.text, f.want, f.options)
		} else {
			problem = checkForm(f.text, f.list, f.want, f.options)
		}
		if problem != "" {
			t.Errorf("%s:%d: %q: %s", file, f.line, f.text, problem)
		}
	}
}

// specified is a form or passage of a corpus file.
type specified struct {
	line    int
	list    string   // that it stands in
	text    string   // with brackets around the extent where it is not the whole form
	want    []string // of a form: type, value, modifier and EDTF; of a passage: the values
	options timex.Options
}

// readCorpus reads the forms and passages of a corpus file.
func readCorpus(t *testing.T, file string) (all []specified) {
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var at specified
	for n, line := range strings.Split(string(content), "\n") {
		at.line = n + 1
		switch date, reference := strings.CutPrefix(line, "reference "); {
		case line == "" || line[0] == '#':
		case reference && date == "none":
			at.options.Published = calendar.Date{}
		case reference:
			at.options.Published = calendar.Must(calendar.Parse(date))
		case strings.HasPrefix(line, "== "):
			at.list = line[3:]
		case line[0] == '>':
			if at.want = strings.Fields(line[1:]); at.list != "passages" {
				at.want = append(at.want, "-", "")
			}
		case at.list == "passages":
			at.text = strings.ReplaceAll(line, `\n`, "\n")
			all = append(all, at)
		default:
			for _, at.text = range strings.Split(line, " | ") {
				all = append(all, at)
			}
		}
	}
	return all
}

// checkForm finds the time expressions of a form and says what is wrong with them.
func checkForm(form, list string, want []string, o timex.Options) string {
	text := unbracketed.Replace(form)
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

// unbracketed takes the brackets off a form.
var unbracketed = strings.NewReplacer("[", "", "]", "")

// checkPassage finds the time expressions of a passage and compares their values with those wanted.
func checkPassage(passage string, want []string, o timex.Options) string {
	found := timex.Find(passage, o)
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
