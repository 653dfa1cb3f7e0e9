package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/timeline"
)

// What may be wrong with a document that Read is given. The errors of Read wrap one of them, beside what
// the reader itself says.
var (
	ErrNotTimeline = errors.New("not a Dateline timeline")
	ErrVersion     = errors.New("a version of the format that this program does not read")
	ErrInvalid     = errors.New("invalid timeline")
)

// A SyntaxError is JSON that is broken, or a value of the wrong kind, at a place in the document.
type SyntaxError struct {
	Line, Column int    // from 1; the column counts code points
	Field        string // path of the value, as in events[3].date.start, where it is known
	Problem      string
}

// Error gives place and problem.
func (e *SyntaxError) Error() string {
	at := fmt.Sprintf("line %d, column %d: ", e.Line, e.Column)
	if e.Field != "" {
		at += e.Field + ": "
	}
	return at + e.Problem
}

// Unwrap gives ErrInvalid.
func (e *SyntaxError) Unwrap() error { return ErrInvalid }

// Read reads the JSON that Write writes. Fields that this version does not know are passed over, because
// fields may be added within a version. Lists within an event or actor may be absent and are then empty;
// the order of the events is kept. A byte order mark before the document is passed over.
//
// The error is a *SyntaxError, with line and column, for JSON that is broken, and for a value of the wrong
// kind or a date that no calendar has; a *FieldError for a field that is missing, out of its range or
// refers to an actor or source that the document does not have. It wraps ErrNotTimeline for JSON of
// another format and ErrVersion for another version of this one.
func Read(r io.Reader) (*timeline.Timeline, error) {
	in := bufio.NewReader(r)
	if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
		_, _ = in.Discard(3) // cannot fail: Peek has read them
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	t, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	return t, nil
}

func parse(data []byte) (*timeline.Timeline, error) {
	if !json.Valid(data) {
		return nil, broken(data)
	}
	if err := checkFormat(data); err != nil {
		return nil, err
	}
	t := new(timeline.Timeline)
	if err := json.Unmarshal(data, t); err != nil {
		return nil, locate(data, err)
	}
	if err := check(t); err != nil {
		return nil, err
	}
	return t, nil
}

// checkFormat looks at the member "format" alone, before anything of another format could be complained of.
func checkFormat(data []byte) error {
	var top struct {
		Format any `json:"format"`
	}
	if err := json.Unmarshal(data, &top); err != nil {
		return fmt.Errorf("%w: the document is not a JSON object", ErrNotTimeline)
	}
	format, _ := top.Format.(string)
	name, _, _ := strings.Cut(timeline.Format, "/")
	switch {
	case format == timeline.Format:
		return nil
	case strings.HasPrefix(format, name+"/"):
		return fmt.Errorf("format %q: %w (%s)", format, ErrVersion, timeline.Format)
	case top.Format == nil:
		return fmt.Errorf("%w: it has no field \"format\"", ErrNotTimeline)
	}
	return fmt.Errorf("%w: its format is %q, not %q", ErrNotTimeline, fmt.Sprint(top.Format), timeline.Format)
}

// broken says where JSON that is not valid breaks.
func broken(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return fmt.Errorf("%w: the document is empty", ErrNotTimeline)
	}
	var v json.RawMessage
	err := json.Unmarshal(data, &v)
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	// Offset counts the bytes read, the offending one included.
	at := max(int(syntax.Offset)-1, 0)
	problem := syntax.Error()
	if problem == "unexpected end of JSON input" {
		at, problem = len(data), "the document ends before it is complete"
	}
	return place(data, at, "", problem)
}

// place makes a SyntaxError of a byte offset.
func place(data []byte, offset int, field, problem string) *SyntaxError {
	before := data[:min(offset, len(data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:])))
	return &SyntaxError{line, column, field, problem}
}
