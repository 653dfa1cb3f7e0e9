package timeline_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
)

// TestWriteAnnotation: the line is what encoding/json makes of the annotation.
func TestWriteAnnotation(t *testing.T) {
	texts := []string{
		"", "Nothing happened.", "Ms. Ilse Brandt resigned on 7 May 2014, “the first to go”.\u2028She left Oslo the next day \\ the day after.\n",
		"Früh am 3. Mai, on 3 May 2014, the \"Ost\" company met in <Graz> & left late in June\n1999.",
		strings.Repeat("They met in May 1999 and in late June. ", 20000),
	}
	for _, s := range texts {
		a := article.Article{ID: `a "b" <ü>`, Text: s, Published: calendar.Must(calendar.Parse("2019-10-03"))}
		for _, l := range []timeline.Layers{{Timexes: true}, {Names: true}, {Timexes: true, Names: true}, {Timexes: true, Names: true, Mentions: true}} {
			if len(s) > 10000 && l.Names {
				continue
			}
			annotation, err := timeline.Annotate(a, l, timeline.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var want, got bytes.Buffer
			e := json.NewEncoder(&want)
			e.SetEscapeHTML(false)
			if err := e.Encode(annotation); err != nil {
				t.Fatal(err)
			}
			if err := timeline.WriteAnnotation(&got, a, l, timeline.Options{}); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("%.40q %+v:\ngot  %.600s\nwant %.600s", s, l, got.String(), want.String())
			}
		}
	}
}

// TestWriteAnnotationRefuses: nothing is written of an article that cannot be annotated.
func TestWriteAnnotationRefuses(t *testing.T) {
	var got bytes.Buffer
	err := timeline.WriteAnnotation(&got, article.Article{ID: "a", Text: "in May 1999 \xff"}, timeline.Layers{Timexes: true}, timeline.Options{})
	var broken *timeline.ArticleError
	if !errors.As(err, &broken) || !errors.Is(err, timeline.ErrNotUTF8) || got.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, got.Len())
	}
}

// BenchmarkWriteAnnotationDense annotates one long line that is all time expressions: bytes an operation are what it costs in memory.
func BenchmarkWriteAnnotationDense(b *testing.B) {
	a := article.Article{ID: "dense", Text: strings.Repeat("in May 1999 ", 1<<18)}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := timeline.WriteAnnotation(io.Discard, a, timeline.Layers{Timexes: true}, timeline.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
