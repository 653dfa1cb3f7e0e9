// Package serve shows a timeline to browsers and programs over HTTP.
//
// Comes in: a timeline, which stays as it is as long as it is served. Goes out: answers to
//
//	GET  /               the page of package html                         serve.go
//	GET  /api/timeline   the timeline, or the events that a query asks for  timeline.go, query.go
//	POST /api/build      the timeline of the article in the body            build.go
//	GET  /openapi.json   the description of these (OpenAPI 3.1)             openapi.json
//	GET  /schema.json    the JSON Schema of a timeline
//
// A request passes the guards of guard.go first: the host it names, where it comes from, the method. What
// goes wrong is answered with application/problem+json (problem.go). run.go holds the time limits and ends in good order.
//
// Nothing that a client sends is kept: /api/build computes and answers. No answer holds a path of the
// machine, and none depends on the clock.
package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"

	_ "embed"

	"dateline/export"
	"dateline/timeline"
	"dateline/timeline/article"
)

//go:embed openapi.json
var openAPI []byte

// Options say what the handler takes from its caller.
type Options struct {
	Program string   // named on the page
	Hosts   []string // names that a request may be for, beside localhost and any IP address
	// Build makes a timeline of an article that was sent, with the events without a date where they are
	// asked for. It must be safe for several calls at once. Where it is nil there is no /api/build.
	Build func(ctx context.Context, a article.Article, undated bool) (*timeline.Timeline, error)
}

// handler answers requests about one timeline.
type handler struct {
	options  Options
	timeline *timeline.Timeline
	hash     string        // of the timeline's JSON
	building chan struct{} // holds one for each build that is going on
	routes   map[string]route
}

// route is what a path has for a method. Where get is there, HEAD is answered as well.
type route struct{ get, post http.HandlerFunc }

// New makes the handler. The page is written once; Lost counts what it could not hold.
func New(t *timeline.Timeline, o Options) (http.Handler, export.Lost, error) {
	h := &handler{options: o, timeline: t, building: make(chan struct{}, runtime.GOMAXPROCS(0))}
	var page bytes.Buffer
	lost, err := export.Write(&page, t, export.HTML, export.Program(o.Program))
	if err != nil {
		return nil, nil, err
	}
	sum := sha256.New()
	if _, err := export.Write(sum, t, export.JSON); err != nil {
		return nil, nil, err
	}
	h.hash = hex.EncodeToString(sum.Sum(nil))
	h.routes = map[string]route{
		"/":             {get: fixed("text/html; charset=utf-8", page.Bytes())},
		"/api/timeline": {get: h.getTimeline},
		"/openapi.json": {get: fixed("application/json", openAPI)},
		"/schema.json":  {get: fixed("application/schema+json", export.Schema())},
	}
	if o.Build != nil {
		h.routes["/api/build"] = route{post: h.postBuild}
	}
	return guarded(http.HandlerFunc(h.dispatch), o.Hosts), lost, nil
}

// dispatch finds the route of a request.
func (h *handler) dispatch(w http.ResponseWriter, r *http.Request) {
	found, ok := h.routes[r.URL.Path]
	if !ok {
		refuse(w, http.StatusNotFound, "there is nothing at %q; /openapi.json tells what there is", r.URL.Path)
		return
	}
	methods := map[string]http.HandlerFunc{http.MethodGet: found.get, http.MethodHead: found.get, http.MethodPost: found.post}
	if answer := methods[r.Method]; answer != nil {
		answer(w, r)
		return
	}
	var allowed []string
	for _, m := range [...]string{http.MethodGet, http.MethodHead, http.MethodPost} {
		if methods[m] != nil {
			allowed = append(allowed, m)
		}
	}
	w.Header().Set("Allow", strings.Join(allowed, ", "))
	refuse(w, http.StatusMethodNotAllowed, "%s is answered to %s only", r.URL.Path, strings.Join(allowed, " and "))
}

// fixed answers with the same bytes every time.
func fixed(contentType string, body []byte) http.HandlerFunc {
	sum := sha256.Sum256(body)
	tag := entityTag(hex.EncodeToString(sum[:]))
	return func(w http.ResponseWriter, r *http.Request) {
		if unchanged(w, r, tag) {
			return
		}
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		_, _ = w.Write(body) // it fails only where the client has gone
	}
}

// entityTag makes a strong validator (RFC 9110, 8.8.3) of what tells a representation from all others.
func entityTag(parts ...string) string {
	sum := sha256.New()
	for _, p := range parts {
		_, _ = io.WriteString(sum, p+"\n") // a hash never fails
	}
	return `"` + hex.EncodeToString(sum.Sum(nil)[:16]) + `"`
}

// unchanged sets the validator, and answers 304 where the client has that representation (RFC 9110, 13.1.2).
func unchanged(w http.ResponseWriter, r *http.Request, tag string) bool {
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "no-cache") // may be kept, must be asked for
	for _, field := range r.Header.Values("If-None-Match") {
		for candidate := range strings.SplitSeq(field, ",") {
			candidate = strings.TrimSpace(candidate)
			if candidate == "*" || strings.TrimPrefix(candidate, "W/") == tag {
				w.WriteHeader(http.StatusNotModified)
				return true
			}
		}
	}
	return false
}
