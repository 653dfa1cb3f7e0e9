package timeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
	"unicode/utf8"

	"dateline/timeline/article"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// WriteAnnotation writes what Annotate gives for an article as a line of JSON. The timexes go straight into that line, so that a text
// full of them needs little more memory than its line. Nothing is written where the article cannot be annotated; such errors
// are of type *ArticleError, others are those of w.
func WriteAnnotation(w io.Writer, a article.Article, l Layers, o Options) error {
	b := lines.Get().(*line)
	defer b.free()
	if err := b.annotation(a, l, o); err != nil {
		return &ArticleError{ID: a.ID, Err: err}
	}
	for _, part := range b.parts {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("writing the annotation of %q: %w", a.ID, err)
		}
	}
	return nil
}

// line is a line of output in parts, none of which is ever moved to make room.
type line struct {
	parts [][]byte
}

// lines are the rooms that one line after another is written in.
var lines = sync.Pool{New: func() any { return new(line) }}

// free gives a line's room back, but for what a line rarely needs.
func (b *line) free() {
	if len(b.parts) == 0 || cap(b.parts[0]) > partLength {
		b.parts = nil
	} else {
		b.parts = append(b.parts[:0:1], b.parts[0][:0])
	}
	lines.Put(b)
}

// partLength is how long a part is when the next one begins; an article rarely needs more than one.
const partLength = 1 << 18

// last is the part to append to.
func (b *line) last() *[]byte {
	if n := len(b.parts); n == 0 || len(b.parts[n-1]) >= partLength {
		b.parts = append(b.parts, make([]byte, 0, firstRoom))
		if n > 0 {
			b.parts[n] = make([]byte, 0, partLength+firstRoom)
		}
	}
	return &b.parts[len(b.parts)-1]
}

// firstRoom is the room that a line has at first.
const firstRoom = 1 << 12

func (b *line) annotation(a article.Article, l Layers, o Options) (err error) {
	defer contain(&err)
	if !utf8.ValidString(a.Text) {
		return ErrNotUTF8
	}
	part := b.last()
	*part = appendQuoted(append(*part, `{"id":`...), a.ID)
	if l.Timexes {
		*part = append(*part, `,"timexes":[`...)
		points := text.NewCodePoints(a.Text)
		first := true
		for x := range timex.All(a.Text, o.timex(a)) {
			part = b.last()
			if !first {
				*part = append(*part, ',')
			}
			first = false
			*part = appendTimex(*part, points, &x)
		}
		part = b.last()
		*part = append(*part, ']')
	}
	if l.Names || l.Mentions {
		l.Timexes = false
		others, err := Annotate(a, l, o)
		var broken *ArticleError
		if errors.As(err, &broken) {
			return broken.Err
		}
		rest, err := marshal(struct {
			Names    []NameAnnotation  `json:"names,omitzero"`
			Actors   []ActorAnnotation `json:"actors,omitzero"`
			Mentions []ActorMention    `json:"mentions,omitzero"`
		}{others.Names, others.Actors, others.Mentions})
		if err != nil {
			return err
		}
		if rest = rest[1 : len(rest)-1]; len(rest) > 0 {
			part = b.last()
			*part = append(append(*part, ','), rest...)
		}
	}
	part = b.last()
	*part = append(*part, "}\n"...)
	return nil
}

// appendTimex appends a TimexMention as encoding/json writes it.
func appendTimex(b []byte, points *text.CodePoints, x *timex.Timex) []byte {
	b = strconv.AppendInt(append(b, `{"start":`...), int64(points.At(x.Start)), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(points.At(x.End)), 10)
	b = appendQuoted(append(b, `,"text":`...), x.Text)
	b = appendQuoted(append(b, `,"type":`...), string(x.Type))
	b = appendQuoted(append(b, `,"value":`...), x.Value)
	if x.Mod != "" {
		b = appendQuoted(append(b, `,"mod":`...), x.Mod)
	}
	if x.Rule != "" {
		b = appendQuoted(append(b, `,"rule":`...), x.Rule)
	}
	b = appendList(b, `,"known":`, x.Known.Names())
	b = appendList(b, `,"implied":`, x.Implied.Names())
	if x.Date.Basis != "" {
		b = appendQuoted(append(b, `,"basis":`...), string(x.Date.Basis))
	}
	if !x.Date.Anchor.IsZero() {
		b = appendQuoted(append(b, `,"anchor":`...), x.Date.Anchor.String())
	}
	b = strconv.AppendFloat(append(b, `,"confidence":`...), round(x.Confidence), 'f', -1, 64)
	return append(b, '}')
}

// appendList appends a field with a list of strings, unless it is empty.
func appendList(b []byte, field string, list []string) []byte {
	for i, s := range list {
		if i == 0 {
			b = append(append(b, field...), '[')
		} else {
			b = append(b, ',')
		}
		b = appendQuoted(b, s)
	}
	if len(list) > 0 {
		b = append(b, ']')
	}
	return b
}

// appendQuoted appends a string as JSON has it.
func appendQuoted(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			quoted, err := marshal(s)
			if err != nil {
				panic(err) // a string has always its JSON
			}
			return append(b, quoted...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// marshal is json.Marshal without the escapes that HTML would need.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
