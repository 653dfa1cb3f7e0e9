package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"dateline/export"
	"dateline/timeline/calendar"
)

var update = flag.Bool("update", false, "write the golden timelines of testdata/articles anew")

// today is the tests' own, so that they mean the same every day.
var today = calendar.Must(calendar.OfDay(2026, 6, 30))

// command runs the program in this process and gives what it wrote to standard output.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out, messages bytes.Buffer
	p := program{ctx: context.Background(), stdin: strings.NewReader(""), stdout: &out, stderr: &messages, today: today}
	if code := p.run(args); code != exitDone {
		t.Fatalf("dateline %s: exit %d: %s", strings.Join(args, " "), code, messages.String())
	}
	return out.String()
}

const articles = "../../testdata/articles"

// TestGolden holds the timeline of each article in testdata/articles to the file in testdata/golden. They are what
// the program finds, not what is right: that is in testdata/gold. A change shows in their diff.
func TestGolden(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(export.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("timeline.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("timeline.json")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(articles + "/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range files {
		name, _, _ := strings.Cut(filepath.Base(path), ".")
		t.Run(name, func(t *testing.T) {
			got := command(t, "build", path, "--undated")
			golden := filepath.Join("../../testdata/golden", name+".json")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("go test ./cmd/dateline -update writes it anew:\n%s", diff)
			}
			document, err := jsonschema.UnmarshalJSON(strings.NewReader(got))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(document); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestReadmeCommand runs the README's first command: the three files open and agree.
func TestReadmeCommand(t *testing.T) {
	files, err := filepath.Glob(articles + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	out := func(ext string) string { return filepath.Join(dir, "timeline"+ext) }
	command(t, append([]string{"build", "-o", out(".json"), "-o", out(".csv"), "-o", out(".xlsx")}, files...)...)

	f, err := os.Open(out(".json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tl, err := export.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	if len(tl.Sources) != len(files) || len(tl.Events) == 0 {
		t.Fatalf("%d sources and %d events of %d articles", len(tl.Sources), len(tl.Events), len(files))
	}
	c, err := os.Open(out(".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	rows, err := csv.NewReader(c).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(out(".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet, err := book.GetRows("Timeline")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(tl.Events)+1 || len(sheet) != len(tl.Events)+1 {
		t.Errorf("JSON has %d events, CSV %d, XLSX %d", len(tl.Events), len(rows)-1, len(sheet)-1)
	}
}

// BenchmarkFileToXLSX is the whole way of one article of some 1,000 words (four of testdata's together), after
// the start-up: the target is 100 ms.
func BenchmarkFileToXLSX(b *testing.B) {
	var text []byte
	for _, name := range []string{"takeover.txt", "strike.txt", "fraud-trial.txt", "eruption.txt"} {
		data, err := os.ReadFile(filepath.Join(articles, name))
		if err != nil {
			b.Fatal(err)
		}
		text = append(append(text, data...), '\n')
	}
	dir := b.TempDir()
	in, out := filepath.Join(dir, "article.txt"), filepath.Join(dir, "timeline.xlsx")
	if err := os.WriteFile(in, text, 0o644); err != nil {
		b.Fatal(err)
	}
	p := program{ctx: context.Background(), stdin: strings.NewReader(""), stdout: os.Stdout, stderr: os.Stderr, today: today}
	run := func() {
		if code := p.run([]string{"build", in, "-o", out}); code != exitDone {
			b.Fatalf("exit %d", code)
		}
	}
	run() // loads the model
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(len(bytes.Fields(text))), "words")
}
