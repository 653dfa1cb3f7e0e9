package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline/export"
)

// serving runs `dateline serve` in this process until the test ends, and gives its address.
func serving(t *testing.T, args ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	messages, w := io.Pipe()
	p := program{ctx: ctx, stdin: strings.NewReader("The bridge opened on 1 June 2001."), stdout: io.Discard, stderr: w, today: today}
	ended := make(chan int)
	go func() {
		code := p.run(append([]string{"serve", "--addr", "127.0.0.1:0"}, args...))
		_ = w.CloseWithError(errors.New("the program has ended"))
		ended <- code
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("exit %d", code)
		}
	})
	lines := bufio.NewScanner(messages)
	for lines.Scan() {
		if _, address, ok := strings.Cut(lines.Text(), " at http://"); ok {
			go func() { _, _ = io.Copy(io.Discard, messages) }() // so that the program can go on talking
			address, _, _ = strings.Cut(address, "/")
			return "http://" + address
		}
	}
	t.Fatalf("it names no address: %v", lines.Err())
	return ""
}

func fetch(t *testing.T, r *http.Response, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", r.Status, b, err)
	}
	return string(b)
}

// What is served is what was given: timelines, articles, both, standard input, or nothing.
func TestServe(t *testing.T) {
	client := &http.Client{Timeout: time.Minute}
	defer client.CloseIdleConnections()
	for name, c := range map[string]struct {
		args []string
		want string // one of the summaries
		n    int    // sources
	}{
		"a timeline":     {[]string{"../../testdata/timelines/harbour.json"}, "Ilse Brandt cut the ribbon", 2},
		"standard input": {[]string{"-", "--title", "Bridges"}, "The bridge opened.", 1},
		"both":           {[]string{"../../testdata/timelines/harbour.json", "-"}, "The bridge opened.", 3},
		"nothing":        {nil, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			address := serving(t, c.args...)
			r, err := client.Get(address + "/api/timeline")
			tl, err := export.Read(strings.NewReader(fetch(t, r, err)))
			if err != nil {
				t.Fatal(err)
			}
			found := c.want == ""
			for _, e := range tl.Events {
				found = found || e.Summary == c.want
			}
			if !found || len(tl.Sources) != c.n {
				t.Errorf("%d sources, want %d; events %v", len(tl.Sources), c.n, tl.Events)
			}
			r, err = client.Get(address)
			if page := fetch(t, r, err); !strings.HasPrefix(page, "<!DOCTYPE html>") || !strings.Contains(page, c.want) {
				t.Error("the page does not show it")
			}
			r, err = client.Post(address+"/api/build?published=2019-10-03", "text/plain", strings.NewReader("A jury convicted Dana Reyes on Wednesday."))
			if got := fetch(t, r, err); !strings.Contains(got, `"start": "2019-10-02"`) {
				t.Errorf("a built article: %s", got)
			}
		})
	}
}
