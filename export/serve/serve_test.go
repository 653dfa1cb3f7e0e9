package serve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"dateline/export"
	"dateline/export/serve"
	"dateline/timeline"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func harbour(t testing.TB) *timeline.Timeline {
	t.Helper()
	f, err := os.Open("../../testdata/timelines/harbour.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tl, err := export.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// echo is a Build that makes one event of the whole article, and an error of some texts.
func echo(_ context.Context, a article.Article, undated bool) (*timeline.Timeline, error) {
	switch {
	case strings.Contains(a.Text, "break down"):
		return nil, &timeline.ArticleError{ID: a.ID, Err: fmt.Errorf("%w: open /secret/path", timeline.ErrInternal)}
	case strings.Contains(a.Text, "bad bytes"):
		return nil, &timeline.ArticleError{ID: a.ID, Err: timeline.ErrNotUTF8}
	}
	t := &timeline.Timeline{Format: timeline.Format, Title: a.Title, Sources: []timeline.Source{{ID: "s1", Name: a.ID, Published: a.Published, URL: a.URL}}, Actors: []timeline.Actor{}, Events: []timeline.Event{}}
	e := timeline.Event{ID: "e1", Label: "say", Summary: a.Text, Status: timeline.Occurred, Date: &timeline.Date{Start: a.Published, End: a.Published, EDTF: "x", Precision: calendar.Day, Basis: timeline.Stated}}
	if a.Published.IsZero() {
		if e.Date = nil; undated {
			t.Undated = []timeline.Event{e}
		}
		return t, nil
	}
	t.Events = append(t.Events, e)
	return t, nil
}

func handler(t testing.TB) http.Handler {
	t.Helper()
	h, lost, err := serve.New(harbour(t), serve.Options{Program: "dateline", Hosts: []string{"timeline.example"}, Build: echo})
	if err != nil || len(lost) > 0 {
		t.Fatal(lost, err)
	}
	return h
}

// ask sends a request; headers are pairs of name and value.
func ask(h http.Handler, method, target, body string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost:8765"+target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// ids reads an answer as a timeline, which it must be by the published rules, and gives its events' ids.
func ids(t testing.TB, r *http.Response) string {
	t.Helper()
	tl, err := export.Read(strings.NewReader(body(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range slices.Concat(tl.Events, tl.Undated) {
		list = append(list, e.ID)
	}
	return strings.Join(list, " ")
}

func TestGetTimeline(t *testing.T) {
	h := handler(t)
	for query, want := range map[string]string{
		"":                                 "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11",
		"?undated=true":                    "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12",
		"?undated=false":                   "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11",
		"?actor=clear+water":               "e3 e5",
		"?actor=nobody":                    "",
		"?from=2024-05-15":                 "e8 e9 e10 e11",
		"?from=2024-05-15&undated=true":    "e8 e9 e10 e11",
		"?to=2022-03":                      "e1 e2",
		"?from=2023&to=2023":               "e4 e5",
		"?status=planned,possible":         "e10 e11",
		"?status=denied":                   "e8",
		"?min_confidence=0.97":             "e6",
		"?q=RIBBON%20brandt":               "e7",
		"?q=ribbon+nothing":                "",
		"?q=talks":                         "",
		"?q=talks&undated=true":            "e12",
		"?actor=clear+water&q=court":       "e3 e5",
		"?limit=2":                         "e1 e2",
		"?limit=2&offset=10":               "e11",
		"?limit=2&offset=10&undated=true":  "e11 e12",
		"?limit=2&offset=11&undated=true":  "e12",
		"?offset=2147483647":               "",
		"?limit=10000&offset=0&q=&actor=":  "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11",
		"?from=15+May+2024&to=15+May+2024": "e8",
	} {
		r := ask(h, "GET", "/api/timeline"+query, "")
		if got := ids(t, r); r.StatusCode != 200 || got != want || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%s: %s, events %q, want %q", query, r.Status, got, want)
		}
	}
}

// Actors and their counts are those of the selection, and every participant of a page is among them.
func TestActorsOfSelection(t *testing.T) {
	tl, err := export.Read(strings.NewReader(body(t, ask(handler(t), "GET", "/api/timeline?q=sued&limit=1", ""))))
	if err != nil {
		t.Fatal(err)
	}
	if len(tl.Actors) != 2 {
		t.Fatalf("actors %v, want the two of the event", tl.Actors)
	}
	for _, a := range tl.Actors {
		if a.Events == 0 || a.Events > 2 {
			t.Errorf("%s takes part in %d events of the selection", a.Name, a.Events)
		}
	}
}

func TestBadQueries(t *testing.T) {
	h := handler(t)
	for query, want := range map[string]string{
		"?colour=red":           `there is no parameter "colour"; known are actor, from, limit, min_confidence, offset, q, status, to, undated`,
		"?from=yesterday":       `from: "yesterday" is no date`,
		"?from=2015-02-30":      `from: "2015-02-30" is no date`,
		"?from=2020&to=2019":    "from 2020 is after to 2019",
		"?status=finished":      `status: "finished" is no status`,
		"?status=":              `status: "" is no status`,
		"?min_confidence=2":     `min_confidence: "2" is not between 0 and 1`,
		"?min_confidence=NaN":   `min_confidence: "NaN" is not between 0 and 1`,
		"?undated=yes":          `undated: "yes" is neither true nor false`,
		"?limit=0":              `limit: "0" is not a number from 1 to 10000`,
		"?limit=10001":          `limit: "10001" is not a number from 1 to 10000`,
		"?offset=-1":            `offset: "-1" is not a number from 0 to 2147483647`,
		"?limit=1&limit=2":      "limit is given 2 times",
		"?q=%zz":                `the query cannot be read: invalid URL escape "%zz"`,
		"?q=a;b":                "the query cannot be read: invalid semicolon separator in query",
		"?offset=9999999999999": `offset: "9999999999999" is not a number from 0 to 2147483647`,
	} {
		wantProblem(t, "GET "+query, ask(h, "GET", "/api/timeline"+query, ""), 400, want)
	}
}

func wantProblem(t *testing.T, what string, r *http.Response, status int, detail string) {
	t.Helper()
	var p struct {
		Type, Title, Detail string
		Status              int
	}
	text := body(t, r)
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Errorf("%s: %s: %v", what, text, err)
		return
	}
	if r.StatusCode != status || p.Status != status || p.Title != http.StatusText(status) || p.Type != "about:blank" || p.Detail != detail {
		t.Errorf("%s: %s %+v, want %d %q", what, r.Status, p, status, detail)
	}
	if got := r.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("%s: the problem comes as %s", what, got)
	}
}

// Following next from the first page gives every event once; prev and first lead back.
func TestPages(t *testing.T) {
	h := handler(t)
	var all []string
	target := "/api/timeline?undated=true&limit=5&q=a"
	for pages := 0; target != ""; pages++ {
		if pages > 5 {
			t.Fatal("the pages have no end")
		}
		r := ask(h, "GET", target, "")
		if got := r.Header.Get("Total-Count"); got != "12" {
			t.Errorf("%s: Total-Count %s", target, got)
		}
		links := map[string]string{}
		for link := range strings.SplitSeq(r.Header.Get("Link"), ", ") {
			if address, relation, ok := strings.Cut(strings.TrimPrefix(link, "<"), `>; rel="`); ok {
				links[strings.TrimSuffix(relation, `"`)] = address
			}
		}
		if _, first := links["first"]; first != (pages > 0) {
			t.Errorf("page %d has the links %v", pages, links)
		}
		all = append(all, strings.Fields(ids(t, r))...)
		target = links["next"]
	}
	if len(all) != 12 || len(slices.Compact(slices.Clone(all))) != 12 {
		t.Errorf("the pages hold %v", all)
	}
}

func TestETag(t *testing.T) {
	h := handler(t)
	tags := map[string]string{}
	for _, target := range []string{"/", "/api/timeline", "/api/timeline?status=planned", "/api/timeline?limit=5", "/openapi.json", "/schema.json"} {
		r := ask(h, "GET", target, "")
		tag := r.Header.Get("ETag")
		if other, twice := tags[tag]; tag == "" || twice {
			t.Errorf("%s has the ETag %s of %s", target, tag, other)
		}
		tags[tag] = target
		for _, held := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
			again := ask(h, "GET", target, "", "If-None-Match", held)
			if b := body(t, again); again.StatusCode != 304 || b != "" || again.Header.Get("ETag") != tag {
				t.Errorf("%s with If-None-Match %s: %s, %d bytes", target, held, again.Status, len(b))
			}
		}
		if other := ask(h, "GET", target, "", "If-None-Match", `"other"`); other.StatusCode != 200 {
			t.Errorf("%s with another tag: %s", target, other.Status)
		}
		if head := ask(h, "HEAD", target, ""); head.StatusCode != 200 || head.Header.Get("ETag") != tag {
			t.Errorf("HEAD %s: %s %s", target, head.Status, head.Header.Get("ETag"))
		}
	}
	// The same question in other words has the same tag.
	a := ask(h, "GET", "/api/timeline?status=possible,planned&from=2019-03-05", "").Header.Get("ETag")
	b := ask(h, "GET", "/api/timeline?from=5+March+2019&status=planned,%20Possible&undated=false&limit=1000", "").Header.Get("ETag")
	if a != b {
		t.Errorf("%s and %s", a, b)
	}
}

func TestGuards(t *testing.T) {
	h := handler(t)
	for _, host := range []string{"localhost", "localhost:8765", "LOCALHOST.", "127.0.0.1:1", "[::1]:8765", "[::1]", "192.168.1.5", "timeline.example:80"} {
		if r := ask(h, "GET", "/", "", "Host", host); r.StatusCode != 200 {
			t.Errorf("host %s: %s", host, r.Status)
		}
	}
	for _, host := range []string{"", "evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil.example", "xlocalhost"} {
		wantProblem(t, "host "+host, ask(h, "GET", "/api/timeline", "", "Host", host), 421, fmt.Sprintf("this server does not answer for the host %q", host))
	}
	const foreign = "a page of another site may not send this request"
	wantProblem(t, "cross-site", ask(h, "POST", "/api/build", "Hello.", "Content-Type", "text/plain", "Sec-Fetch-Site", "cross-site"), 403, foreign)
	wantProblem(t, "origin", ask(h, "POST", "/api/build", "Hello.", "Content-Type", "text/plain", "Origin", "https://evil.example"), 403, foreign)
	if r := ask(h, "POST", "/api/build", "Hello.", "Content-Type", "text/plain", "Sec-Fetch-Site", "same-origin"); r.StatusCode != 200 {
		t.Errorf("a page of its own: %s", r.Status)
	}
	wantProblem(t, "no such path", ask(h, "GET", "/../etc/passwd", ""), 404, `there is nothing at "/../etc/passwd"; /openapi.json tells what there is`)
	for _, c := range [][3]string{{"DELETE", "/", "GET, HEAD"}, {"POST", "/api/timeline", "GET, HEAD"}, {"GET", "/api/build", "POST"}, {"PUT", "/schema.json", "GET, HEAD"}} {
		r := ask(h, c[0], c[1], "")
		if got := r.Header.Get("Allow"); got != c[2] {
			t.Errorf("%s %s allows %q, want %q", c[0], c[1], got, c[2])
		}
		wantProblem(t, c[0]+c[1], r, 405, c[1]+" is answered to "+strings.ReplaceAll(c[2], ", ", " and ")+" only")
	}
	for _, target := range []string{"/", "/api/timeline", "/nothing"} {
		r := ask(h, "GET", target, "")
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin", "Access-Control-Allow-Origin": ""} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", target, name, got, want)
			}
		}
		if got := r.Header.Get("Content-Security-Policy"); !strings.Contains(got, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", target, got)
		}
	}
}

// The description lists the paths, methods and parameters that there are.
func TestOpenAPI(t *testing.T) {
	h := handler(t)
	type operation struct {
		Parameters []struct{ Name, In string }
		Responses  map[string]any
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]operation
	}
	if err := json.Unmarshal([]byte(body(t, ask(h, "GET", "/openapi.json", ""))), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.OpenAPI != "3.1.0" || len(doc.Paths) != 5 {
		t.Errorf("OpenAPI %s of %d paths", doc.OpenAPI, len(doc.Paths))
	}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			r := ask(h, strings.ToUpper(method), path, "Hello.", "Content-Type", "text/plain")
			if _, told := op.Responses[strconv.Itoa(r.StatusCode)]; !told || r.StatusCode != 200 {
				t.Errorf("%s %s: %s", method, path, r.Status)
			}
			told := map[string]bool{}
			for _, p := range op.Parameters {
				if p.In == "query" {
					told[p.Name] = true
				}
			}
			for _, name := range []string{"actor", "from", "to", "status", "min_confidence", "undated", "q", "limit", "offset", "published"} {
				_, problem, _ := strings.Cut(body(t, ask(h, strings.ToUpper(method), path+"?"+name+"=%20x", "Hello.", "Content-Type", "text/plain")), "there is no parameter")
				if known := problem == "" && strings.HasPrefix(path, "/api/"); known != told[name] {
					t.Errorf("%s %s: parameter %s is described: %v, taken: %v", method, path, name, told[name], known)
				}
			}
		}
	}
}

// No answer names a path of this machine.
func TestNoPaths(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	h := handler(t)
	for _, r := range []*http.Response{
		ask(h, "GET", "/", ""), ask(h, "GET", "/api/timeline", ""), ask(h, "GET", "/openapi.json", ""), ask(h, "GET", "/schema.json", ""), ask(h, "GET", "/x", ""),
		ask(h, "POST", "/api/build", "break down", "Content-Type", "text/plain"), ask(h, "POST", "/api/build", "\x00\x01", "Content-Type", "text/plain"),
	} {
		if b := body(t, r); strings.Contains(b, here) || strings.Contains(b, "/secret") || strings.Contains(b, "testdata") {
			t.Errorf("%s names a path", r.Status)
		}
	}
}

// Whatever the query, the answer is a timeline or a problem, and the same query has the same answer.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{"", "actor=Brandt&from=2019&to=2031-12-31&status=planned,denied&min_confidence=0.5&undated=true&q=a+b&limit=3&offset=1", "from=50+BC", "limit=1e3", "q=%F0%9F%98%80%00", "status=,", "a=b&a=c", "offset=2147483647&limit=10000"} {
		f.Add(s)
	}
	h := handler(f)
	f.Fuzz(func(t *testing.T, query string) {
		r := httptest.NewRequest("GET", "http://localhost/api/timeline", nil)
		r.URL.RawQuery = query
		w, again := httptest.NewRecorder(), httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case 200:
			if _, err := export.Read(bytes.NewReader(w.Body.Bytes())); err != nil {
				t.Fatalf("%q: %v", query, err)
			}
		case 400:
			if !json.Valid(w.Body.Bytes()) {
				t.Fatalf("%q: %s", query, w.Body)
			}
			return
		default:
			t.Fatalf("%q: status %d", query, w.Code)
		}
		r.Header.Set("If-None-Match", w.Header().Get("ETag"))
		if h.ServeHTTP(again, r); again.Code != 304 {
			t.Fatalf("%q: its own ETag gives %d", query, again.Code)
		}
		for name := range w.Header() {
			if strings.ContainsAny(w.Header().Get(name), "\r\n") {
				t.Fatalf("%q: a line break in %s", query, name)
			}
		}
	})
}
