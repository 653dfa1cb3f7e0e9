package serve_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/export/serve"
	"dateline/timeline"
	"dateline/timeline/article"
)

// A build waits for its turn and gives up when its time is over.
func TestBuildsTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, _, err := serve.New(harbour(t), serve.Options{Build: func(ctx context.Context, _ article.Article, _ bool) (*timeline.Timeline, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}})
		if err != nil {
			t.Fatal(err)
		}
		const requests = 200 // more than there are processors
		status := make(chan int, requests)
		for range requests {
			go func() {
				status <- ask(h, "POST", "/api/build", "Hello.", "Content-Type", "text/plain").StatusCode
			}()
		}
		for range requests {
			if got := <-status; got != 503 {
				t.Errorf("status %d, want 503", got)
			}
		}
	})
}

func TestRun(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, release := make(chan bool), make(chan bool)
	h, _, err := serve.New(harbour(t), serve.Options{Build: func(context.Context, article.Article, bool) (*timeline.Timeline, error) {
		close(begun)
		<-release
		return harbour(t), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	var messages bytes.Buffer
	go func() { ended <- serve.Run(ctx, listener, h, &messages) }()
	client := &http.Client{Transport: &http.Transport{}, Timeout: time.Minute}
	defer client.CloseIdleConnections()
	answer := make(chan string)
	go func() {
		r, err := client.Post("http://"+listener.Addr().String()+"/api/build", "text/plain", strings.NewReader("Hello."))
		if err != nil {
			answer <- err.Error()
			return
		}
		defer r.Body.Close()
		answer <- r.Status
	}()
	<-begun
	stop() // while an answer is under way
	time.AfterFunc(50*time.Millisecond, func() { close(release) })
	if got := <-answer; got != "200 OK" {
		t.Errorf("the answer under way ended as %s", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
	if _, err := client.Get("http://" + listener.Addr().String() + "/"); err == nil {
		t.Error("the server goes on")
	}
	if err := serve.Run(t.Context(), listener, h, &messages); !errors.Is(err, net.ErrClosed) {
		t.Errorf("Run of a closed listener: %v", err)
	}
}
