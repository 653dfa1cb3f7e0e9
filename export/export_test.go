package export

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline"
)

var update = flag.Bool("update", false, "write the golden files of testdata/timelines anew")

// inputs are the timelines of testdata, by name.
func inputs(t testing.TB) map[string]*timeline.Timeline {
	t.Helper()
	paths, err := filepath.Glob("../testdata/timelines/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no timelines: %v", err)
	}
	list := map[string]*timeline.Timeline{}
	for _, path := range paths {
		list[strings.TrimSuffix(filepath.Base(path), ".json")] = readFile(t, path)
	}
	return list
}

func readFile(t testing.TB, path string) *timeline.Timeline {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tl, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return tl
}

func write(t testing.TB, tl *timeline.Timeline, f Format, opts ...Option) ([]byte, Lost) {
	t.Helper()
	var b bytes.Buffer
	lost, err := Write(&b, tl, f, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), lost
}

// Every text format is compared byte by byte with testdata/timelines/golden; the workbook and the page have tests of their own.
func TestGolden(t *testing.T) {
	for name, tl := range inputs(t) {
		for _, f := range Formats() {
			if f.Format == JSON || f.Format == XLSX || f.Format == Parquet || f.Format == HTML {
				continue
			}
			t.Run(name+f.Extensions[0], func(t *testing.T) {
				got, _ := write(t, tl, f.Format)
				path := filepath.Join("../testdata/timelines/golden", name+f.Extensions[0])
				if *update {
					if err := os.WriteFile(path, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("differs from %s (-update writes it anew):\n%s", path, firstDifference(got, want))
				}
			})
		}
	}
}

func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

func TestByPath(t *testing.T) {
	for path, want := range map[string]Format{
		"a.json": JSON, "A.JSON": JSON, "dir.csv/x.xlsx": XLSX, "x.csv": CSV, ".json": JSON,
		"x.timelinejs.json": TimelineJS, "x.Vis.json": Vis, "x.jsonl": JSONL, "x.ndjson": JSONL, "x.md": Markdown, "x.html": HTML, "x.ics": ICalendar,
	} {
		if got, err := ByPath(path); got != want || err != nil {
			t.Errorf("ByPath(%q) = %q, %v; want %q", path, got, err, want)
		}
	}
	for _, path := range []string{"", "json", "a.txt", "a.json.gz", "a"} {
		if got, err := ByPath(path); !errors.Is(err, ErrUnknownFormat) {
			t.Errorf("ByPath(%q) = %q, %v; want ErrUnknownFormat", path, got, err)
		}
	}
	for _, f := range Formats() {
		if got, err := ByName(strings.ToUpper(string(f.Format))); got != f.Format || err != nil {
			t.Errorf("ByName(%q) = %q, %v", f.Format, got, err)
		}
		if f.Description == "" {
			t.Errorf("%s has no description", f.Format)
		}
	}
	if _, err := Write(io.Discard, new(timeline.Timeline), "docx"); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("Write as docx: %v", err)
	}
}

// failing fails after some bytes.
type failing struct{ left int }

var errFull = errors.New("disk full")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// An error of the writer reaches the caller, wherever it comes.
func TestWriteFails(t *testing.T) {
	tl := inputs(t)["harbour"]
	for _, f := range Formats() {
		whole, _ := write(t, tl, f.Format)
		for _, left := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
			if _, err := Write(&failing{left}, tl, f.Format); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v", f.Format, left, err)
			}
		}
	}
}

// The same timeline gives the same bytes, and is not changed by being written.
func TestSameBytes(t *testing.T) {
	for name, tl := range inputs(t) {
		before, _ := write(t, tl, JSON)
		for _, f := range Formats() {
			a, _ := write(t, tl, f.Format, Program("test"))
			for range 5 { // a map's order shows seldom
				if b, _ := write(t, tl, f.Format, Program("test")); !bytes.Equal(a, b) {
					t.Errorf("%s as %s: two runs give different bytes", name, f.Format)
				}
			}
		}
		if after, _ := write(t, tl, JSON); !bytes.Equal(before, after) {
			t.Errorf("%s: writing changes the timeline", name)
		}
	}
}

// Timelines that a caller builds by hand may have nil everywhere.
func TestZeroTimeline(t *testing.T) {
	tl := &timeline.Timeline{Events: []timeline.Event{{ID: "e1", Date: &timeline.Date{}}, {}}}
	for _, f := range Formats() {
		write(t, tl, f.Format)
		write(t, &timeline.Timeline{}, f.Format)
	}
}
