package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"dateline/export"
	"dateline/timeline"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
)

// The bounds of a build.
const (
	mostBytes = 1 << 20 // of a body; a long article has some 100 KB, and some 60 KB are read in a second
	longest   = 60 * time.Second
)

// mediaTypes are the bodies that /api/build reads.
var mediaTypes = map[string]article.Format{"application/json": article.JSONL, "text/plain": article.Text, "text/markdown": article.Markdown, "text/html": article.HTML}

// errTwo is a body with more than one article.
var errTwo = errors.New("the body holds more than one article")

// postBuild answers with the timeline of the article in the body. The served timeline stays as it is.
func (h *handler) postBuild(w http.ResponseWriter, r *http.Request) {
	published, undated, err := parseBuildQuery(r.URL.RawQuery)
	if err != nil {
		refuse(w, http.StatusBadRequest, "%v", err)
		return
	}
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	format, known := mediaTypes[media]
	if err != nil || !known {
		w.Header().Set("Accept", "application/json, text/plain, text/markdown, text/html")
		refuse(w, http.StatusUnsupportedMediaType, "an article comes as application/json, text/plain, text/markdown or text/html")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		refuse(w, http.StatusRequestEntityTooLarge, "the body has more than %d bytes", mostBytes)
		return
	case err != nil:
		refuse(w, http.StatusBadRequest, "the body ends before it is complete")
		return
	}
	a, warnings, err := readArticle(body, format, params["charset"])
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, "%v", err)
		return
	}
	if a.Published.IsZero() {
		a.Published = published
	}
	h.build(w, r, a, undated, warnings)
}

// build builds when its turn comes: as many go on at a time as there are processors.
func (h *handler) build(w http.ResponseWriter, r *http.Request, a article.Article, undated bool, warnings []string) {
	ctx, cancel := context.WithTimeout(r.Context(), longest)
	defer cancel()
	select {
	case h.building <- struct{}{}:
		defer func() { <-h.building }()
	case <-ctx.Done():
		w.Header().Set("Retry-After", strconv.Itoa(int(longest/time.Second)))
		refuse(w, http.StatusServiceUnavailable, "other articles are being read; try later")
		return
	}
	t, err := h.options.Build(ctx, a, undated)
	switch {
	case ctx.Err() != nil:
		refuse(w, http.StatusServiceUnavailable, "reading the article takes longer than %d seconds", int(longest/time.Second))
		return
	case errors.Is(err, timeline.ErrNotUTF8):
		refuse(w, http.StatusUnprocessableEntity, "%v", timeline.ErrNotUTF8)
		return
	case err != nil: // a fault of this program: what it says may name its files
		refuse(w, http.StatusInternalServerError, "the article could not be read to its end")
		return
	}
	for _, s := range warnings {
		w.Header().Add("Dateline-Warning", strconv.QuoteToASCII(s))
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = export.Write(w, t, export.JSON) // it fails only where the client has gone
}

// parseBuildQuery reads the parameters of /api/build: the publication date of an article that states none, and
// whether events without a date are wanted.
func parseBuildQuery(raw string) (published calendar.Date, undated bool, err error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return published, undated, fmt.Errorf("the query cannot be read: %w", err)
	}
	for _, name := range sortedKeys(values) {
		switch v := values[name]; {
		case len(v) > 1:
			err = fmt.Errorf("%s is given %d times", name, len(v))
		case name == "published":
			err = readDate(&published, v[0])
		case name == "undated":
			err = readBool(&undated, v[0])
		default:
			err = fmt.Errorf("there is no parameter %q; known are published, undated", name)
		}
		if err != nil {
			return published, undated, err
		}
	}
	return published, undated, nil
}

// readArticle reads the one article of a body. What is lost of it, such as a date that cannot be read, is
// told in warnings.
func readArticle(body []byte, format article.Format, charset string) (a article.Article, warnings []string, err error) {
	if format == article.JSONL {
		var line bytes.Buffer
		if err := json.Compact(&line, body); err != nil {
			return a, nil, fmt.Errorf("broken JSON: %w", err)
		}
		body, charset = line.Bytes(), ""
	}
	found := 0
	for one, err := range article.Read(bytes.NewReader(body), "article", article.Options{Format: format, Charset: charset, MaxBytes: 4 * mostBytes}) {
		var problem *article.Error
		switch {
		case errors.As(err, &problem) && problem.Warning:
			warnings = append(warnings, problem.Err.Error())
		case errors.As(err, &problem):
			return a, nil, problem.Err
		case err != nil:
			return a, nil, err
		default:
			a = one
			found++
		}
	}
	if found > 1 {
		return a, nil, errTwo
	}
	return a, warnings, nil
}
