package article_test

import (
	"errors"
	"strings"
	"testing"

	"dateline/timeline/article"
)

// one reads a stream that holds one article.
func one(t *testing.T, name, content string) (a article.Article, errs []*article.Error) {
	t.Helper()
	count := 0
	for got, err := range article.Read(strings.NewReader(content), name, article.Options{}) {
		var e *article.Error
		switch {
		case errors.As(err, &e):
			errs = append(errs, e)
		case err != nil:
			t.Fatalf("%T is no *Error", err)
		default:
			a = got
			count++
		}
	}
	if count > 1 {
		t.Fatalf("%d articles in one document", count)
	}
	return a, errs
}

func TestHeaderLines(t *testing.T) {
	for _, test := range []struct {
		name, content          string
		title, published, text string
	}{
		{"none", "It rained.\n", "", "", "It rained.\n"},
		{"ended by a blank line", "Title: Rain\nPublished: 2019-10-03\n\nIt rained.\n", "Rain", "2019-10-03", "It rained.\n"},
		{"ended by the text", "Title: Rain\nIt rained: a lot.\n", "Rain", "", "It rained: a lot.\n"},
		{"any case and order", "pubLISHED:3 October 2019\nTITLE:  Rain \nIt rained.", "Rain", "2019-10-03", "It rained."},
		{"one blank line is theirs, more are the text's", "Title: Rain\n\n\n  It rained.  \n\n", "Rain", "", "\n  It rained.  \n\n"},
		{"CRLF", "Title: Rain\r\n\r\nIt rained.\r\n", "Rain", "", "It rained.\r\n"},
		{"a byte order mark", "\ufeffTitle: Rain\n\nIt rained.", "Rain", "", "It rained."},
		{"not in the middle", "It rained.\nTitle: Rain\n", "", "", "It rained.\nTitle: Rain\n"},
		{"not after a blank line", "\nTitle: Rain\n", "", "", "\nTitle: Rain\n"},
		{"no header of ours", "Subject: Rain\nTitle: x\n", "", "", "Subject: Rain\nTitle: x\n"},
		{"the first of two", "Title: Rain\nTitle: Snow\nIt rained.", "Rain", "", "It rained."},
		{"empty values", "Title:\nPublished:\n\nIt rained.", "", "", "It rained."},
		{"a colon in the value", "Title: Rain: a history\n\nIt rained.", "Rain: a history", "", "It rained."},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "rain.txt", test.content)
			if len(errs) > 0 || a.Title != test.title || a.Published.String() != test.published || a.Text != test.text || a.ID != "rain" {
				t.Errorf("got %+v, errors %v", a, errs)
			}
		})
	}
}

func TestUnreadableDateIsAWarning(t *testing.T) {
	a, errs := one(t, "rain.txt", "Published: 30 February 2015\n\nIt rained.")
	if a.Text != "It rained." || len(errs) != 1 || !errs[0].Warning || !errors.Is(errs[0], article.ErrDate) || errs[0].Hint() == "" {
		t.Errorf("got %+v, errors %v", a, errs)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, test := range []struct {
		name, content                string
		title, author, published, is string
	}{
		{"plain", "---\ntitle: Rain\ndate: 2020-01-02\nauthor: A. Penhale\n---\nIt rained.", "Rain", "A. Penhale", "2020-01-02", "It rained."},
		{"quoted", "---\ntitle: \"Rain: \\\"a\\\" history\" # x\nauthor: 'O''Dea'\n---\nIt rained.", `Rain: "a" history`, "O'Dea", "", "It rained."},
		{"lists", "---\nauthors: [A. Penhale, B. Lenz]\ntags:\n  - x\ntitle: Rain\n...\nIt rained.", "Rain", "A. Penhale, B. Lenz", "", "It rained."},
		{"nested maps are passed over", "---\nauthor:\n  name: X\nimage:\n  title: Photo\ntitle: Rain\n---\nIt rained.", "Rain", "", "", "It rained."},
		{"block scalars are passed over", "---\ntitle: >\n  Rain\n---\nIt rained.", "", "", "", "It rained."},
		{"never closed", "---\ntitle: Rain\n\nIt rained.", "", "", "", "---\ntitle: Rain\n\nIt rained."},
		{"null", "---\ntitle: null\nauthor: ~\n---\n# Snow\nIt snowed.", "Snow", "", "", "# Snow\nIt snowed."},
		{"header lines do as well", "Title: Rain\n\n# Snow\n", "Rain", "", "", "# Snow\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "rain.md", test.content)
			if len(errs) > 0 || a.Title != test.title || a.Author != test.author || a.Published.String() != test.published || a.Text != test.is {
				t.Errorf("got %+v, errors %v", a, errs)
			}
		})
	}
}

func TestHeading(t *testing.T) {
	for content, want := range map[string]string{
		"# Rain in *Oslo* #\n\nText":     "Rain in Oslo",
		"Rain in `Oslo`\n====\nText":     "Rain in Oslo",
		"Text\n\n# Rain\n":               "Rain",
		"## Section\n\nText":             "",
		"#hashtag\n\nText":               "",
		"~~~\n# code\n~~~\n\n# [R](x)\n": "R",
		"\n====\nText":                   "",
	} {
		if a, errs := one(t, "a.md", content); a.Title != want || len(errs) > 0 {
			t.Errorf("%q: title %q, want %q, errors %v", content, a.Title, want, errs)
		}
	}
}
