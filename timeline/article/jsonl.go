package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	jsonv1 "github.com/go-json-experiment/json/v1"
)

// asGoReads reads JSON as encoding/json does, in half the time: what that is to become reads a line once, and says in its own words what is wrong with it.
var asGoReads = json.JoinOptions(jsonv1.DefaultOptionsV1(), jsonv1.ReportErrorsWithLegacySemantics(false))

// record is a line of JSONL. Fields that are not listed are ignored; null is the same as absent.
type record struct {
	ID        scalar  `json:"id"`
	Title     scalar  `json:"title"`
	Text      *string `json:"text"` // verbatim the article's text
	HTML      string  `json:"html"` // a page; what it says about itself fills the fields that the line leaves out
	Published scalar  `json:"published"`
	URL       scalar  `json:"url"`
	Language  scalar  `json:"language"`
	Author    scalar  `json:"author"`
}

// scalar is the text of a JSON string or number, as identifiers and epoch seconds are written either way, or of
// a list of them, as authors are.
type scalar string

func (s *scalar) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case 'n': // null
		return nil
	case '"':
		return json.Unmarshal(b, (*string)(s), asGoReads)
	case '[':
		var list []scalar
		if err := json.Unmarshal(b, &list, asGoReads); err != nil {
			return err
		}
		var items []string
		for _, item := range list {
			items = append(items, string(item))
		}
		*s = scalar(strings.Join(items, ", "))
		return nil
	}
	var n jsonv1.Number
	if err := json.Unmarshal(b, &n, asGoReads); err != nil {
		return fmt.Errorf("neither a string nor a number: %.40s", b)
	}
	*s = scalar(n)
	return nil
}

// lines reads JSONL: one JSON object a line, blank lines passed over. A line that cannot be read is an
// error and the next line goes on.
func (s source) lines(in *bufio.Reader, yield func(Article, error) bool) {
	reader := lineReader{in: in, limit: s.options.limit()}
	found := false
	for {
		line, err := reader.next()
		if err == io.EOF {
			break
		}
		fail := func(err error) bool { return yield(Article{}, locate(s.name, reader.number, err)) }
		if err != nil {
			found = true
			if !fail(err) || !errors.Is(err, ErrTooLarge) {
				return
			}
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if !found && spreadOut(line) {
			fail(hinted{fmt.Errorf("%w: an article a line is expected, not JSON over several lines or a list", ErrJSON),
				"jq -c . turns objects into lines, jq -c '.[]' a list"})
			return
		}
		found = true
		a, warnings, err := s.line(line, reader.number)
		if err != nil {
			if !fail(err) {
				return
			}
			continue
		}
		for _, w := range warnings {
			e := locate(s.name, reader.number, w)
			e.Warning = true
			if !yield(Article{}, e) {
				return
			}
		}
		if !yield(a, nil) {
			return
		}
	}
	if !found {
		yield(Article{}, locate(s.name, 0, ErrEmpty))
	}
}

// spreadOut tells by its first line that a file is JSON but not JSONL.
func spreadOut(line []byte) bool {
	line = bytes.TrimSpace(line)
	return line[0] == '[' || string(line) == "{"
}

// line reads one line.
func (s source) line(line []byte, number int) (Article, []error, error) {
	if !utf8.Valid(line) {
		at, c := brokenUTF8(line)
		return Article{}, nil, hinted{fmt.Errorf("%w: byte %#02x at byte %d", ErrInvalidUTF8, c, at+1), "JSONL is always in UTF-8"}
	}
	var r record
	if err := json.Unmarshal(line, &r, asGoReads); err != nil {
		return Article{}, nil, brokenJSON(err)
	}
	a := Article{ID: string(r.ID)}
	if a.ID == "" {
		a.ID = fmt.Sprintf("%s:%d", s.base, number)
	}
	var warnings []error
	switch {
	case r.Text != nil && strings.TrimSpace(*r.Text) != "":
		a.Text = *r.Text
	case r.HTML != "":
		var err error
		if warnings, err = readPage(r.HTML, s.options.DateOrder, &a); err != nil {
			return Article{}, nil, err
		}
	case bytes.Contains(line, []byte(`"dateline.timeline/`)):
		return Article{}, nil, hinted{fmt.Errorf("%w but is a timeline", ErrNoText), "dateline convert and dateline merge read timelines"}
	case r.Text != nil:
		return Article{}, nil, fmt.Errorf("%w: its text is blank", ErrNoText)
	default:
		return Article{}, nil, fmt.Errorf("%w: neither a field text nor html", ErrNoText)
	}
	a.Title = first(string(r.Title), a.Title)
	a.URL = first(string(r.URL), a.URL)
	a.Author = first(string(r.Author), a.Author)
	a.Language = first(string(r.Language), a.Language)
	if r.Published != "" {
		d, err := published(string(r.Published), s.options.DateOrder)
		if err != nil {
			warnings = append(warnings, err)
		} else {
			a.Published = d
		}
	}
	return a, warnings, nil
}

// first is the first of the values that is not blank, without blanks around it.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

func brokenJSON(err error) error {
	var syntax *jsontext.SyntacticError
	var kind *json.SemanticError
	switch {
	case errors.As(err, &syntax) && errors.Is(syntax.Err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w at byte %d: the line ends too early", ErrJSON, syntax.ByteOffset)
	case errors.As(err, &syntax):
		return fmt.Errorf("%w at byte %d: %w", ErrJSON, syntax.ByteOffset, syntax.Err)
	case !errors.As(err, &kind):
		return fmt.Errorf("%w: %w", ErrJSON, err)
	case kind.JSONPointer == "":
		return fmt.Errorf("%w: an object is expected, not %s", ErrJSON, kindNames[kind.JSONKind])
	}
	var field string
	for field = range kind.JSONPointer.Tokens() {
		break
	}
	if kind.Err == nil {
		return fmt.Errorf("%w: the field %q is %s", ErrJSON, field, kindNames[kind.JSONKind])
	}
	return fmt.Errorf("%w: the field %q is %w", ErrJSON, field, kind.Err)
}

// kindNames are words for the kinds of JSON values.
var kindNames = map[jsontext.Kind]string{'n': "null", 'f': "false", 't': "true", '"': "a string", '0': "a number", '{': "an object", '[': "a list"}

// lineReader gives lines of any length, in the memory of the longest and in linear time.
type lineReader struct {
	in     *bufio.Reader
	limit  int64
	number int // of the line given last, from 1
	buffer []byte
}

// next gives the next line without its end, valid until the call after; io.EOF after the last. A line over
// the limit is read to its end without being kept and is an error, after which the next line can be read.
func (l *lineReader) next() ([]byte, error) {
	l.buffer = l.buffer[:0]
	l.number++
	long, empty := false, true
	for {
		piece, err := l.in.ReadSlice('\n')
		empty = empty && len(piece) == 0
		if !long && int64(len(l.buffer))+int64(len(piece)) <= l.limit {
			l.buffer = append(l.buffer, piece...)
		} else if !empty {
			long = true
			l.buffer = nil
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && empty:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return nil, fmt.Errorf("%w: a line of more than %d bytes", ErrTooLarge, l.limit)
		}
		line := bytes.TrimRight(l.buffer, "\r\n")
		if l.number == 1 {
			line = bytes.TrimPrefix(line, utf8BOM)
		}
		return line, nil
	}
}
