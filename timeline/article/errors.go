package article

import (
	"errors"
	"fmt"
	"io/fs"
)

// What can be wrong with an input. Each is wrapped by an *Error that says where.
var (
	ErrEmpty       = errors.New("it is empty")
	ErrNoText      = errors.New("it has no text")
	ErrBinary      = errors.New("it is not text")
	ErrInvalidUTF8 = errors.New("it is not valid UTF-8")
	ErrCharset     = errors.New("its charset is unknown")
	ErrTooLarge    = errors.New("it is too large")
	ErrJSON        = errors.New("broken JSON")
	ErrDate        = errors.New("unreadable publication date")
	ErrNoArticles  = errors.New("it holds no articles")
	ErrNoMatch     = errors.New("no file matches the pattern")
)

// Error says which input could not be read and why.
type Error struct {
	File    string // as the user named it; "-" is stdin
	Line    int    // from 1, in JSONL; 0 where the whole file is meant
	Err     error
	Warning bool // the article was read all the same and follows this error: only a part of it, such as its date, is lost
	hint    string
}

// Hint says what the user can do about it, in lower case without a full stop; it is often empty.
func (e *Error) Hint() string { return e.hint }

// Error gives "file:line: what is wrong", the hint apart.
func (e *Error) Error() string {
	name := e.File
	if name == stdinName {
		name = "stdin"
	}
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", name, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", name, e.Err)
}

// Unwrap gives the cause: one of this package's errors or the operating system's.
func (e *Error) Unwrap() error { return e.Err }

// hinted is a cause with its hint, on its way to the Error that knows the file.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// locate gives the cause its place. What the operating system said is kept without the path, which
// the Error names already.
func locate(file string, line int, err error) *Error {
	e := &Error{File: file, Line: line, Err: err}
	var h hinted
	if errors.As(err, &h) {
		e.Err, e.hint = h.error, h.hint
	}
	var p *fs.PathError
	if errors.As(err, &p) && p.Err != nil {
		e.Err = p.Err
	}
	return e
}
