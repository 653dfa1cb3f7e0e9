package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// farewell is how long answers that are under way may take once the server ends.
const farewell = 5 * time.Second

// Run serves connections of the listener until the context ends, lets the answers under way be given, and
// closes the listener. It gives nil after such an end. What goes wrong with a single connection is written
// to messages.
func Run(ctx context.Context, listener net.Listener, h http.Handler, messages io.Writer) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      longest + 60*time.Second, // an answer comes after a build
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(messages, "dateline: ", 0),
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	err := server.Shutdown(last)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	<-done
	if err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}
