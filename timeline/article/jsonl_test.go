package article_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/article"
)

func TestLines(t *testing.T) {
	for _, test := range []struct {
		name, line string
		want       error
		says       string
	}{
		{"broken", `{"text": "It rained.`, article.ErrJSON, "a.jsonl:2: broken JSON at byte 20"},
		{"junk behind", `{"text": "It rained."} x`, article.ErrJSON, "a.jsonl:2:"},
		{"no object", `"It rained."`, article.ErrJSON, "an object is expected, not a string"},
		{"text of another type", `{"text": 5}`, article.ErrJSON, `the field "text" is a number`},
		{"an id that is none", `{"id": {}, "text": "It rained."}`, article.ErrJSON, "neither a string nor a number"},
		{"invalid UTF-8", "{\"text\": \"It r\xffained.\"}", article.ErrInvalidUTF8, "a.jsonl:2: it is not valid UTF-8: byte 0xff at byte 15"},
		{"neither text nor html", `{"id": "x", "body": "It rained."}`, article.ErrNoText, "neither a field text nor html"},
		{"nulls", `{"id": null, "text": null, "html": null}`, article.ErrNoText, "neither"},
		{"blank text", `{"text": " \n"}`, article.ErrNoText, "its text is blank"},
		{"a page without text", `{"html": "<script>x</script>"}`, article.ErrNoText, "that a reader would see"},
		{"a timeline", `{"format": "dateline.timeline/1", "events": []}`, article.ErrNoText, "is a timeline"},
	} {
		t.Run(test.name, func(t *testing.T) {
			// The lines around it are read all the same.
			content := `{"text": "before"}` + "\n" + test.line + "\n\n" + `{"text": "after"}`
			var texts []string
			var errs []error
			for a, err := range article.Read(strings.NewReader(content), "dir/a.jsonl", article.Options{}) {
				if err != nil {
					errs = append(errs, err)
				} else {
					texts = append(texts, a.ID+" "+a.Text)
				}
			}
			if fmt.Sprint(texts) != "[a:1 before a:4 after]" {
				t.Errorf("texts %q", texts)
			}
			if len(errs) != 1 || !errors.Is(errs[0], test.want) || !strings.Contains(errs[0].Error(), test.says) {
				t.Errorf("errors %v", errs)
			}
		})
	}
}

func TestJSONThatIsNotLines(t *testing.T) {
	for _, content := range []string{"[\n{\"text\": \"a\"},\n{\"text\": \"b\"}\n]", `[{"text": "a"}]`, "{\n  \"text\": \"a\"\n}\n"} {
		var errs []*article.Error
		for _, err := range article.Read(strings.NewReader(content), "-", article.Options{}) {
			var e *article.Error
			if !errors.As(err, &e) {
				t.Fatal(err)
			}
			errs = append(errs, e)
		}
		if len(errs) != 1 || !errors.Is(errs[0], article.ErrJSON) || !strings.Contains(errs[0].Hint(), "jq") {
			t.Errorf("%q: %v", content, errs)
		}
	}
}

// A line's fields come out as they went in, and the text to the byte.
func TestLineRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-Za-z0-9éß语]{1,12}( [a-z“”—]{1,8}){0,3}`)
		text := rapid.StringMatching(`[\s\x{0}é]{0,3}[A-Za-z語]\PC{0,40}(\r\n|\t|\x{2028}|[a-z😀]){0,9}`)
		want := []article.Article{}
		var file strings.Builder
		for i := range rapid.IntRange(1, 4).Draw(t, "lines") {
			a := article.Article{
				ID: fmt.Sprint(word.Draw(t, "id"), i), Title: word.Draw(t, "title"), Text: text.Draw(t, "text"),
				URL: "https://example.org/" + fmt.Sprint(i), Author: word.Draw(t, "author"), Language: "en",
			}
			b, err := json.Marshal(map[string]any{"id": a.ID, "title": a.Title, "text": a.Text, "url": a.URL, "author": a.Author, "language": a.Language, "published": nil})
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, a)
			file.Write(b)
			file.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "end"))
		}
		i := 0
		for got, err := range article.Read(strings.NewReader(file.String()), "a.jsonl", article.Options{}) {
			if err != nil || i >= len(want) || got != want[i] {
				t.Fatalf("line %d: got %+v, %v", i, got, err)
			}
			i++
		}
		if i != len(want) {
			t.Fatalf("%d articles of %d", i, len(want))
		}
	})
}

func TestLineOverTheLimit(t *testing.T) {
	content := `{"text": "a"}` + "\n" + `{"text": "` + strings.Repeat("x", 300_000) + `"}` + "\n" + `{"text": "b"}`
	var got []string
	for a, err := range article.Read(strings.NewReader(content), "a.jsonl", article.Options{MaxBytes: 1000}) {
		switch {
		case errors.Is(err, article.ErrTooLarge):
			got = append(got, err.Error())
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, a.Text)
		}
	}
	if fmt.Sprint(got) != "[a a.jsonl:2: it is too large: a line of more than 1000 bytes b]" {
		t.Error(got)
	}
}
