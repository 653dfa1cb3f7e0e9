package timex_test

import (
	"bufio"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

// floors are the value F1 that each file of testdata/timex/annotated must reach: a little less than what was reached when they were set.
var floors = map[string]float64{
	"features.txt":  0.85,
	"news.txt":      0.967,
	"business.txt":  0.967,
	"narrative.txt": 0.963,
	"other.txt":     0.934,
}

const annotatedArticles = "../../testdata/timex/annotated"

var update = flag.Bool("update", false, "write testdata/timex/annotated/misses.txt anew")

// TestAnnotated scores whole articles against their annotation as TempEval-3 does: a timex counts where it overlaps an annotated one and has
// its value. Every difference stands in misses.txt, so that a change shows there whatever it does to the score.
func TestAnnotated(t *testing.T) {
	var misses []string
	ids := map[string]bool{}
	for _, file := range slices.Sorted(maps.Keys(floors)) {
		articles := readAnnotated(t, filepath.Join(annotatedArticles, file))
		var right, found, wanted int
		for _, a := range articles {
			if ids[a.id] {
				t.Errorf("%s: %q stands twice, and misses.txt would not tell which", file, a.id)
			}
			ids[a.id] = true
			got := timex.Find(a.text, timex.Options{Published: a.published})
			found += len(got)
			wanted += len(a.gold)
			agreed, differences := a.compare(got)
			right += agreed
			misses = append(misses, differences...)
		}
		f1 := 2 * float64(right) / float64(found+wanted)
		t.Logf("%s: %d articles, %d annotated, %d found, %d right: value F1 %.3f", file, len(articles), wanted, found, right, f1)
		if f1 < floors[file] {
			t.Errorf("%s: value F1 is %.3f, want %.3f", file, f1, floors[file])
		}
	}
	path := filepath.Join(annotatedArticles, "misses.txt")
	got := strings.Join(misses, "\n") + "\n"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("differences from the annotation (-misses.txt +found); -update writes them anew:\n%s", diff)
	}
}

// printedAnewFloor is the value F1 that narratives must reach where they have a day of writing long after all that they tell of: not much less than without one.
const printedAnewFloor = 0.925

// TestPrintedAnew gives the annotated narratives that have no day of writing one long after all that they tell of, which must not make much of a difference to what is found.
func TestPrintedAnew(t *testing.T) {
	var right, found, wanted int
	for _, a := range readAnnotated(t, filepath.Join(annotatedArticles, "narrative.txt")) {
		printed := a.later()
		if !a.published.IsZero() || printed.IsZero() {
			continue
		}
		got := timex.Find(a.text, timex.Options{Published: printed})
		agreed, _ := a.compare(got)
		right, found, wanted = right+agreed, found+len(got), wanted+len(a.gold)
	}
	f1 := 2 * float64(right) / float64(found+wanted)
	t.Logf("%d annotated, %d found, %d right: value F1 %.3f", wanted, found, right, f1)
	if f1 < printedAnewFloor {
		t.Errorf("value F1 is %.3f, want %.3f", f1, printedAnewFloor)
	}
}

// annotated is an article with what should be found in it.
type annotated struct {
	id        string
	published calendar.Date
	text      string
	gold      []timex.Timex // Start, End, Type and Value
}

var tag = regexp.MustCompile(`(?s)<TIMEX3 type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>`)

// readAnnotated reads articles in the form that testdata/timex/README.md tells.
func readAnnotated(t *testing.T, path string) (articles []annotated) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	finish := func() {
		if len(articles) > 0 {
			a := &articles[len(articles)-1]
			a.text, a.gold = untag(strings.TrimRight(body.String(), "\n"))
		}
		body.Reset()
	}
	for lines := bufio.NewScanner(strings.NewReader(string(content))); lines.Scan(); {
		line := lines.Text()
		head, isHead := strings.CutPrefix(line, "== ")
		if !isHead {
			if len(articles) > 0 {
				body.WriteString(line + "\n")
			}
			continue
		}
		finish()
		id, date, _ := strings.Cut(head, " ")
		a := annotated{id: id}
		if date != "none" {
			a.published = calendar.Must(calendar.Parse(date))
		}
		articles = append(articles, a)
	}
	finish()
	return articles
}

func untag(marked string) (text string, gold []timex.Timex) {
	var b strings.Builder
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(marked, -1) {
		b.WriteString(marked[at:m[0]])
		start := b.Len()
		b.WriteString(marked[m[6]:m[7]])
		gold = append(gold, timex.Timex{Start: start, End: b.Len(), Type: timex.Type(marked[m[2]:m[3]]), Value: marked[m[4]:m[5]], Text: marked[m[6]:m[7]]})
		at = m[1]
	}
	b.WriteString(marked[at:])
	return b.String(), gold
}

// compare counts the timexes that are annotated with their value, each annotation once, and tells the differences in text order: those missed or of another value, then
// those that are not annotated.
func (a *annotated) compare(got []timex.Timex) (right int, differences []string) {
	used := make([]bool, len(got))
	for _, g := range a.gold {
		match := -1
		for k, x := range got {
			if !used[k] && x.Start < g.End && g.Start < x.End && (match < 0 || x.Start == g.Start && x.End == g.End) {
				match = k
			}
		}
		switch {
		case match < 0:
			differences = append(differences, fmt.Sprintf("%s: %q %s is not found", a.id, g.Text, g.Value))
			continue
		case got[match].Value == g.Value:
			right++
		default:
			differences = append(differences, fmt.Sprintf("%s: %q is %s, found %q %s (%s)", a.id, g.Text, g.Value, got[match].Text, got[match].Value, got[match].Rule))
		}
		used[match] = true
	}
	for k, x := range got {
		if !used[k] {
			differences = append(differences, fmt.Sprintf("%s: %q %s (%s) is not annotated", a.id, x.Text, x.Value, x.Rule))
		}
	}
	return right, differences
}
