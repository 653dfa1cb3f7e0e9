package main

import (
	"errors"
	"fmt"
	"strings"
)

// usageError is a command line that makes no sense; it ends the program with exit code 2.
type usageError struct {
	error
	hint string
}

func (e usageError) Unwrap() error { return e.error }

// Hint tells how to mend the command line.
func (e usageError) Hint() string { return e.hint }

// hinted is an error with a line that tells how to mend it.
type hinted struct {
	error
	hint string
}

func (e hinted) Unwrap() error { return e.error }

func (e hinted) Hint() string { return e.hint }

// complain writes an error to stderr, one line for each of those that are joined in it, and a hint line
// where the error has one.
func (p *program) complain(err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			p.complain(e)
		}
		return
	}
	fmt.Fprintf(p.stderr, "dateline: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
	var h interface{ Hint() string }
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintf(p.stderr, "hint: %s\n", h.Hint())
	}
}

// fail complains of something that does not stop the rest.
func (p *program) fail(err error) {
	p.complain(err)
	p.failed = true
}
