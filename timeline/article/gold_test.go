package article_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"dateline/timeline/article"
	"dateline/timeline/calendar"
)

// TestGoldTexts holds the hand-annotated timelines to the articles: an annotation of another text than the
// one that is read would measure nothing.
func TestGoldTexts(t *testing.T) {
	const gold = "../../testdata/gold"
	articles := 0
	for a, err := range article.All([]string{"../../testdata/articles"}, article.Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		articles++
		b, err := os.ReadFile(filepath.Join(gold, a.ID+".gold.json"))
		if err != nil {
			t.Error(err)
			continue
		}
		var g struct {
			Title, Text string
			Published   *string
			Events      []struct {
				Start, End int
				Quote      string
			}
		}
		if err := json.Unmarshal(b, &g); err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		published := ""
		if g.Published != nil {
			published = *g.Published
		}
		if g.Title != a.Title || g.Text != a.Text || published != a.Published.Truncate(calendar.Day).String() {
			t.Errorf("%s: the annotation is of another article", a.ID)
		}
		text := []rune(g.Text)
		for _, e := range g.Events {
			if string(text[e.Start:e.End]) != e.Quote {
				t.Errorf("%s: %q is not at %d to %d", a.ID, e.Quote, e.Start, e.End)
			}
		}
	}
	if files, _ := filepath.Glob(gold + "/*.gold.json"); articles == 0 || len(files) != articles {
		t.Errorf("%d articles, %d annotations", articles, len(files))
	}
}
