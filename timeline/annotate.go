package timeline

import (
	"fmt"
	"io"
	"unicode/utf8"

	"dateline/timeline/actor"
	"dateline/timeline/article"
	"dateline/timeline/text"
	"dateline/timeline/timex"
	"dateline/timeline/timex/timeml"
)

// Annotation is what an article's text holds before events are made of it: its timexes and its names.
// Offsets are code points into the article's text.
type Annotation struct {
	ID      string           `json:"id"` // the article's
	Timexes []TimexMention   `json:"timexes,omitzero"`
	Names   []NameAnnotation `json:"names,omitzero"`
}

// TimexMention is a temporal expression in a text.
type TimexMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"` // exclusive
	Text  string `json:"text"`
	Timex
}

// NameAnnotation is a name in a text.
type NameAnnotation struct {
	Start int       `json:"start"`
	End   int       `json:"end"` // exclusive
	Text  string    `json:"text"`
	Type  ActorType `json:"type"`
}

// Layers says what to annotate.
type Layers struct {
	Timexes, Names bool
}

// Annotate finds the timexes and names of an article, each layer only where it is asked for. Lists that
// were asked for are never nil.
func Annotate(a article.Article, l Layers, o Options) (out Annotation, err error) {
	defer func() {
		if err != nil {
			err = &ArticleError{ID: a.ID, Err: err}
		}
	}()
	defer contain(&err)
	out.ID = a.ID
	if !utf8.ValidString(a.Text) {
		return out, ErrNotUTF8
	}
	points := text.NewCodePoints(a.Text)
	if l.Timexes {
		out.Timexes = []TimexMention{}
		for _, x := range timex.Find(a.Text, o.timex(a)) {
			out.Timexes = append(out.Timexes, TimexMention{points.At(x.Start), points.At(x.End), x.Text, Timex{string(x.Type), x.Value, x.Mod, x.Rule}})
		}
	}
	if l.Names {
		model, err := text.Load()
		if err != nil {
			return out, fmt.Errorf("loading the language model: %w", err)
		}
		out.Names = []NameAnnotation{}
		for _, m := range actor.Names(text.Split(a.Text), model) {
			out.Names = append(out.Names, NameAnnotation{points.At(m.Start), points.At(m.End), a.Text[m.Start:m.End], m.Type})
		}
	}
	return out, nil
}

// WriteTimeML writes an article with its timexes as a TimeML 1.2.1 document.
func WriteTimeML(w io.Writer, a article.Article, o Options) error {
	if !utf8.ValidString(a.Text) {
		return &ArticleError{ID: a.ID, Err: ErrNotUTF8}
	}
	return timeml.Write(w, timeml.Document{
		ID: a.ID, Title: a.Title, Published: a.Published, Text: a.Text, Timexes: timex.Find(a.Text, o.timex(a)),
	})
}
