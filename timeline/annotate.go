package timeline

import (
	"fmt"
	"io"
	"unicode/utf8"

	"dateline/timeline/actor"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
	"dateline/timeline/timex/timeml"
)

// Annotation is what an article's text holds before events are made of it: its timexes, its names and who is who.
// Offsets are code points into the article's text.
type Annotation struct {
	ID       string            `json:"id"` // the article's
	Timexes  []TimexMention    `json:"timexes,omitzero"`
	Names    []NameAnnotation  `json:"names,omitzero"`
	Actors   []ActorAnnotation `json:"actors,omitzero"`   // in the order of their first mentions
	Mentions []ActorMention    `json:"mentions,omitzero"` // in text order
}

// TimexMention is a temporal expression in a text.
type TimexMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"` // exclusive
	Text  string `json:"text"`
	Timex
	Known      []string      `json:"known,omitzero"`   // parts of the value that the expression itself gives: "weekday"
	Implied    []string      `json:"implied,omitzero"` // parts that were found around it: "year", "month", "day"
	Basis      Basis         `json:"basis,omitzero"`   // how its date was found; absent where it means no date
	Anchor     calendar.Date `json:"anchor,omitzero"`  // the reference date that a completed or relative date was found with
	Confidence float64       `json:"confidence"`       // 0 to 1: estimated probability that the value is right
}

// NameAnnotation is a name in a text.
type NameAnnotation struct {
	Start int       `json:"start"`
	End   int       `json:"end"` // exclusive
	Text  string    `json:"text"`
	Type  ActorType `json:"type"`
}

// ActorAnnotation is an actor of an article. Its id holds within the annotation alone: a timeline numbers its actors anew.
type ActorAnnotation struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Type   ActorType `json:"type"`
	Titles []string  `json:"titles,omitempty"`
}

// ActorMention is a span that names an actor: a name, a nominal or a pronoun.
type ActorMention struct {
	Start   int       `json:"start"`
	End     int       `json:"end"` // exclusive
	Text    string    `json:"text"`
	Kind    string    `json:"kind"` // name, nominal or pronoun
	Type    ActorType `json:"type"`
	Actor   string    `json:"actor,omitempty"`   // its id; absent where it stays unresolved
	Members []string  `json:"members,omitempty"` // of a group ("the two companies"): the ids of all its actors, the first of which is Actor
}

// Layers says what to annotate. Mentions gives the actors too.
type Layers struct {
	Timexes, Names, Mentions bool
}

// Annotate finds the timexes, names and mentions of an article, each layer only where it is asked for. Lists that
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
			out.Timexes = append(out.Timexes, TimexMention{
				points.At(x.Start), points.At(x.End), x.Text, Timex{string(x.Type), x.Value, x.Mod, x.Rule},
				x.Known.Names(), x.Implied.Names(), x.Date.Basis, x.Date.Anchor, round(x.Confidence),
			})
		}
	}
	if !l.Names && !l.Mentions {
		return out, nil
	}
	model, err := text.Load()
	if err != nil {
		return out, fmt.Errorf("loading the language model: %w", err)
	}
	doc := text.Split(a.Text)
	if l.Names {
		out.Names = []NameAnnotation{}
		for _, m := range actor.Names(doc, model) {
			out.Names = append(out.Names, NameAnnotation{points.At(m.Start), points.At(m.End), a.Text[m.Start:m.End], m.Type})
		}
	}
	if l.Mentions {
		out.mentions(a.Text, points, actor.Find(doc, model))
	}
	return out, nil
}

// kinds names the kinds of mentions.
var kinds = map[actor.Kind]string{actor.Name: "name", actor.Nominal: "nominal", actor.Pronoun: "pronoun"}

// mentions fills in an article's actors and their mentions.
func (out *Annotation) mentions(s string, points *text.CodePoints, cast actor.Cast) {
	out.Actors = make([]ActorAnnotation, len(cast.Actors))
	for i, a := range cast.Actors {
		out.Actors[i] = ActorAnnotation{actorID(i), a.Name, a.Type, a.Titles}
	}
	out.Mentions = make([]ActorMention, len(cast.Mentions))
	for i, m := range cast.Mentions {
		mention := ActorMention{Start: points.At(m.Start), End: points.At(m.End), Text: s[m.Start:m.End], Kind: kinds[m.Kind], Type: m.Type}
		if m.Actor >= 0 {
			mention.Actor = actorID(m.Actor)
		}
		for _, member := range m.Members {
			mention.Members = append(mention.Members, actorID(member))
		}
		out.Mentions[i] = mention
	}
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
