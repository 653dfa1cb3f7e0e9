package serve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/export"
	"dateline/export/serve"
)

func TestBuild(t *testing.T) {
	h := handler(t)
	for _, c := range []struct{ media, query, body, want string }{
		{"text/plain", "?undated=true", "The bridge opened.", `article/: The bridge opened.`},
		{"text/plain; charset=utf-8", "?published=2019-10-03", "The bridge opened.", `article/2019-10-03: The bridge opened.`},
		{"text/plain; charset=iso-8859-1", "?published=2019-10-03", "Caf\xe9.", `article/2019-10-03: Café.`},
		{"text/plain", "?published=2020", "Title: Bridge\nPublished: 2019-10-03\n\nIt opened.", `Bridge article/2019-10-03: It opened.`},
		{"application/json", "", "{\n \"id\": \"x1\",\n \"title\": \"Bridge\", \"text\": \"It opened.\", \"published\": \"2019-10-03\"\n}\n", `Bridge x1/2019-10-03: It opened.`},
		{"text/html", "?published=2019-10-03", "<html><head><title>Bridge</title></head><body><article><p>The bridge over the river opened to all who had waited.</p></article></body></html>", `Bridge article/2019-10-03: The bridge over the river opened to all who had waited.`},
	} {
		r := ask(h, "POST", "/api/build"+c.query, c.body, "Content-Type", c.media)
		text := body(t, r)
		tl, err := export.Read(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %s: %v", c.body, text, err)
			continue
		}
		got := fmt.Sprintf("%s %s/%s:", tl.Title, tl.Sources[0].Name, tl.Sources[0].Published)
		for _, e := range slices.Concat(tl.Events, tl.Undated) {
			got += " " + strings.TrimSpace(e.Summary)
		}
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%q gives %q, want %q", c.body, got, c.want)
		}
	}
	// What was sent is not kept.
	if got := ids(t, ask(h, "GET", "/api/timeline", "")); got != "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11" {
		t.Errorf("after builds the timeline has the events %s", got)
	}
	r := ask(h, "POST", "/api/build?undated=true", `{"text": "It opened.", "published": "the day before"}`, "Content-Type", "application/json")
	if w := r.Header.Get("Dateline-Warning"); r.StatusCode != 200 || !strings.Contains(w, "the day before") {
		t.Errorf("an article whose date cannot be read: %s, warning %q", r.Status, w)
	}
}

func TestBuildRefuses(t *testing.T) {
	h := handler(t)
	for _, c := range []struct {
		media, query, body string
		status             int
		detail             string
	}{
		{"", "", "Hello.", 415, "an article comes as application/json, text/plain, text/markdown or text/html"},
		{"multipart/form-data; boundary=x", "", "Hello.", 415, "an article comes as application/json, text/plain, text/markdown or text/html"},
		{"text/plain", "?title=x", "Hello.", 400, `there is no parameter "title"; known are published, undated`},
		{"text/plain", "?published=soon", "Hello.", 400, `"soon" is no date`},
		{"text/plain", "?undated=1", "Hello.", 400, `"1" is neither true nor false`},
		{"text/plain", "", "", 422, "it is empty"},
		{"application/json", "", "", 422, "broken JSON: unexpected end of JSON input"},
		{"application/json", "", "{} {}", 422, "broken JSON: invalid character '{' after top-level value"},
		{"text/plain", "", strings.Repeat("a ", 1<<19) + "b", 413, "the body has more than 1048576 bytes"},
		{"text/plain", "", "break down", 500, "the article could not be read to its end"},
		{"text/plain", "", "bad bytes", 422, "the text is not valid UTF-8"},
	} {
		wantProblem(t, fmt.Sprintf("%s %s %.20q", c.media, c.query, c.body), ask(h, "POST", "/api/build"+c.query, c.body, "Content-Type", c.media), c.status, c.detail)
	}
	for _, b := range []string{`[1]`, `"x"`, `{}`, `{"text": 5}`, `{"text": ""}`} {
		if r := ask(h, "POST", "/api/build", b, "Content-Type", "application/json"); r.StatusCode != 422 {
			t.Errorf("%s: %s", b, r.Status)
		}
	}
	h, _, err := serve.New(harbour(t), serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantProblem(t, "no builder", ask(h, "POST", "/api/build", "Hello.", "Content-Type", "text/plain"), 404, `there is nothing at "/api/build"; /openapi.json tells what there is`)
}
