package timeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"dateline/timeline/actor"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
	"dateline/timeline/event"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// ErrNotUTF8 is the cause of an ArticleError for a text that is not valid UTF-8.
var ErrNotUTF8 = errors.New("the text is not valid UTF-8")

// ErrInternal is the cause of an ArticleError for a text on which a stage broke down: a fault of this
// module, which costs one article and not the others.
var ErrInternal = errors.New("internal error")

// contain turns a panic into an error.
func contain(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrInternal, r)
	}
}

// extract takes one article through the stages and gives its timeline.
func extract(ctx context.Context, a article.Article, model *text.Model, o Options) (t *Timeline, err error) {
	defer contain(&err)
	if !utf8.ValidString(a.Text) {
		return nil, ErrNotUTF8
	}
	doc := text.Split(a.Text)
	timexes := timex.Find(a.Text, o.timex(a))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	cast := actor.Find(doc, model)
	for _, name := range o.Names {
		cast = cast.Named(a.Text, name)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	events := event.Find(event.Input{Document: doc, Model: model, Timexes: timexes, Cast: cast, Published: a.Published})

	x := extraction{article: a, points: text.NewCodePoints(a.Text), timexes: timexes, cast: cast}
	t = &Timeline{Format: Format, Title: a.Title, Sources: []Source{x.source()}, Actors: x.actors(events)}
	for _, e := range events {
		switch {
		case e.Date.IsZero() && o.Undated:
			t.Undated = append(t.Undated, x.event(e))
		case !e.Date.IsZero():
			t.Events = append(t.Events, x.event(e))
		}
	}
	if o.Undated && t.Undated == nil {
		t.Undated = []Event{}
	}
	t.canonical()
	return t, nil
}

// extraction turns what the stages found in an article into the model.
type extraction struct {
	article article.Article
	points  *text.CodePoints
	timexes []timex.Timex
	cast    actor.Cast
}

const onlySource = "s1"

func actorID(i int) string { return "a" + strconv.Itoa(i+1) }

func (x *extraction) source() Source {
	sum := sha256.Sum256([]byte(x.article.Text))
	return Source{
		ID: onlySource, Name: x.article.ID, Title: x.article.Title, Author: x.article.Author, URL: x.article.URL,
		Published: x.article.Published, Language: x.article.Language,
		SHA256: hex.EncodeToString(sum[:]), Characters: x.points.At(len(x.article.Text)),
	}
}

// actors are the persons and organizations of the cast, and whoever else takes part in an event.
func (x *extraction) actors(events []event.Event) []Actor {
	listed := make([]bool, len(x.cast.Actors))
	for i, a := range x.cast.Actors {
		listed[i] = a.Type == actor.Person || a.Type == actor.Organization
	}
	for _, e := range events {
		for _, p := range e.Participants {
			listed[p.Actor] = true
		}
	}
	mentions := make([]int, len(x.cast.Actors))
	for _, m := range x.cast.Mentions {
		if m.Actor >= 0 {
			mentions[m.Actor]++
		}
	}
	actors := []Actor{}
	for i, a := range x.cast.Actors {
		if listed[i] {
			actors = append(actors, Actor{
				ID: actorID(i), Name: a.Name, Type: a.Type, Aliases: slices.Clone(a.Aliases), Titles: slices.Clone(a.Titles),
				Sources: []Mentions{{onlySource, max(mentions[i], 1)}},
			})
		}
	}
	return actors
}

func (x *extraction) event(e event.Event) Event {
	out := Event{
		Date: x.date(e), Label: e.Label, Summary: e.Summary, Status: e.Status, Attribution: e.Attribution,
		Actors: []Participant{}, Places: append([]string{}, e.Places...), Confidence: round(e.Confidence),
		Evidence: []Evidence{x.evidence(e.Evidence)},
	}
	for _, also := range e.Also {
		out.Evidence = append(out.Evidence, x.evidence(also))
	}
	for _, p := range e.Participants {
		a := x.cast.Actors[p.Actor]
		out.Actors = append(out.Actors, Participant{ID: actorID(p.Actor), Name: a.Name, Type: a.Type, Role: p.Role})
	}
	return out
}

func (x *extraction) evidence(e event.Evidence) Evidence {
	return Evidence{
		Source: onlySource, Start: x.points.At(e.Sentence.Start), End: x.points.At(e.Sentence.End), Text: x.article.Text[e.Sentence.Start:e.Sentence.End],
		Trigger: Trigger{Start: x.points.At(e.Trigger.Start), End: x.points.At(e.Trigger.End), Text: x.article.Text[e.Trigger.Start:e.Trigger.End]},
		Reasons: x.reasons(e),
	}
}

func (x *extraction) reasons(e event.Evidence) []Reason {
	var out []Reason
	for _, r := range e.Reasons {
		if r.Rule == event.Told { // most are; it goes without saying
			continue
		}
		reason := Reason{Of: r.Of, Rule: r.Rule}
		if r.Actor >= 0 {
			reason.Actor = actorID(r.Actor)
		}
		if r.Span.End > r.Span.Start {
			reason.Start, reason.End, reason.Text = x.points.At(r.Span.Start), x.points.At(r.Span.End), x.article.Text[r.Span.Start:r.Span.End]
		}
		out = append(out, reason)
	}
	return out
}

func (x *extraction) date(e event.Event) *Date {
	d := e.Date
	if d.IsZero() {
		return nil
	}
	out := &Date{
		Start: d.Start, End: d.End, EDTF: d.EDTF(d.Precision, d.Approximate), Precision: d.Precision,
		Approximate: d.Approximate, Ambiguous: d.Ambiguous, Basis: d.Basis, Anchor: d.Anchor,
	}
	if e.Timex >= 0 {
		t := x.timexes[e.Timex]
		out.Text, out.Timex = t.Text, &Timex{Type: string(t.Type), Value: t.Value, Mod: t.Mod, Rule: t.Rule}
		if r := t.Range; r != nil { // TIMEX3 has no range of two dates: it is a duration between them
			out.Text = x.article.Text[r.Start:r.End]
			out.Timex = &Timex{Type: string(timex.DurationType), Value: calendar.Interval{Start: r.Date.Start, End: r.Date.End}.Duration(), Rule: t.Rule}
		}
	}
	return out
}

// round keeps two digits: a confidence is an estimate.
func round(f float64) float64 { return float64(int(f*100+0.5)) / 100 }
