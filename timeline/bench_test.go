package timeline_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/actor"
	"dateline/timeline/article"
	"dateline/timeline/event"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// articles reads the project's own articles.
func articles(tb testing.TB) []article.Article {
	tb.Helper()
	var list []article.Article
	for a, err := range article.All([]string{"../testdata/articles"}, article.Options{}) {
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, a)
	}
	return list
}

func size(list []article.Article) (n int64) {
	for _, a := range list {
		n += int64(len(a.Text))
	}
	return n
}

func BenchmarkBuild(b *testing.B) {
	list := articles(b)
	if _, err := text.Load(); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size(list))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := timeline.Build(b.Context(), slices.Values(list), timeline.Options{Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnnotateTimexes(b *testing.B) {
	list := articles(b)
	b.SetBytes(size(list))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range list {
			if _, err := timeline.Annotate(a, timeline.Layers{Timexes: true}, timeline.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkEvents times the event stage alone, on parsed sentences.
func BenchmarkEvents(b *testing.B) {
	model, err := text.Load()
	if err != nil {
		b.Fatal(err)
	}
	list := articles(b)
	var inputs []event.Input
	for _, a := range list {
		doc := text.Split(a.Text)
		for i := range doc.Sentences {
			model.Parse(&doc.Sentences[i])
		}
		inputs = append(inputs, event.Input{
			Document: doc, Model: model, Cast: actor.Find(doc, model), Published: a.Published,
			Timexes: timex.Find(a.Text, timex.Options{Published: a.Published}),
		})
	}
	b.SetBytes(size(list))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range inputs {
			event.Find(in)
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	var parts []*timeline.Timeline
	for _, a := range articles(b) {
		t, err := timeline.Build(b.Context(), slices.Values([]article.Article{a}), timeline.Options{})
		if err != nil {
			b.Fatal(err)
		}
		parts = append(parts, t)
	}
	b.ReportAllocs()
	for b.Loop() {
		timeline.Merge(parts...)
	}
}

// TestBuild holds whatever the stages find: the articles' order and the number of workers do not matter,
// and every offset leads back into the text.
func TestBuild(t *testing.T) {
	list := articles(t)
	whole, err := timeline.Build(t.Context(), slices.Values(list), timeline.Options{Undated: true, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(list)
	again, err := timeline.Build(t.Context(), slices.Values(list), timeline.Options{Undated: true, Workers: 3})
	if err != nil {
		t.Fatal(err)
	}
	if a, b := asText(t, whole), asText(t, again); a != b {
		t.Error("the order of the articles changes the timeline")
	}
	texts := make(map[string][]rune)
	for _, a := range list {
		texts[a.ID] = []rune(a.Text)
	}
	names := make(map[string]string)
	for _, s := range whole.Sources {
		names[s.ID] = s.Name
		if s.Characters != len(texts[s.Name]) {
			t.Errorf("source %s has %d characters, want %d", s.Name, s.Characters, len(texts[s.Name]))
		}
	}
	for _, e := range slices.Concat(whole.Events, whole.Undated) {
		for _, x := range e.Evidence {
			body := texts[names[x.Source]]
			if got := string(body[x.Start:x.End]); got != x.Text {
				t.Errorf("event %s: the text has %q where the evidence says %q", e.ID, got, x.Text)
			}
			if got := string(body[x.Trigger.Start:x.Trigger.End]); got != x.Trigger.Text {
				t.Errorf("event %s: the text has %q where the trigger says %q", e.ID, got, x.Trigger.Text)
			}
			if x.Trigger.Start < x.Start || x.Trigger.End > x.End {
				t.Errorf("event %s: the trigger is outside its sentence", e.ID)
			}
		}
		if e.Summary == "" || strings.TrimSpace(e.Summary) != e.Summary || e.Label == "" {
			t.Errorf("event %s: label %q, summary %q", e.ID, e.Label, e.Summary)
		}
		if e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("event %s: confidence %v", e.ID, e.Confidence)
		}
	}
}
