// Package timeline builds timelines from articles: what happened, when, who took part, and where in the
// text it says so.
//
// What comes in is articles; what goes out is a Timeline, the model that package export writes. On the
// way an article passes these stages, a package each, and every one knows only those before it:
//
//	article   reads files into articles
//	text      sentences, tokens, tags, dependency trees
//	timex     temporal expressions and the dates they mean
//	actor     names, and which mentions are one actor
//	event     what happens, when, to whom
//
// In this package: model.go is the model, extract.go takes one article through the stages, merge.go joins
// timelines into one, order.go puts it into canonical order, filter.go selects from it.
//
// Nothing here reads a clock, prints, or goes on after the call has returned, and the same articles give
// the same timeline whatever their order, the machine and the number of workers.
package timeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"dateline/timeline/article"
	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// Options say how a timeline is built. The zero value is a good default.
type Options struct {
	Title     string          // of the timeline; by default the only article's
	DateOrder timex.DateOrder // how to read numeric dates that an article does not settle
	Today     calendar.Date   // latest year that a date completed from its weekday alone may have; without it none is completed so
	Names     []string        // what to follow as an actor, though it may be none by itself: a product, a law (actor.Cast.Named)
	Undated   bool            // keep the events without a date
	Workers   int             // articles analysed at a time; 0 means one for each processor
}

func (o Options) timex(a article.Article) timex.Options {
	return timex.Options{Published: a.Published, DateOrder: o.DateOrder, Today: o.Today}
}

// ArticleError says why an article is not in a timeline.
type ArticleError struct {
	ID  string // the article's
	Err error
}

func (e *ArticleError) Error() string { return fmt.Sprintf("article %q: %v", e.ID, e.Err) }

// Unwrap gives the cause.
func (e *ArticleError) Unwrap() error { return e.Err }

// Build makes one timeline of articles. An article that cannot be read is left out and does not stop the
// others: the timeline is complete but for the articles named by the *ArticleErrors that the error joins.
// Only where the context ends or the language model does not load is there no timeline.
func Build(ctx context.Context, articles iter.Seq[article.Article], o Options) (*Timeline, error) {
	model, err := text.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the language model: %w", err)
	}
	workers := o.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	type result struct {
		timeline *Timeline
		err      error
	}
	var (
		results []*result
		wait    sync.WaitGroup
		slots   = make(chan struct{}, workers)
	)
	for a := range articles {
		if ctx.Err() != nil {
			break
		}
		r := new(result)
		results = append(results, r)
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			if r.timeline, r.err = extract(ctx, a, model, o); r.err != nil {
				r.err = &ArticleError{ID: a.ID, Err: r.err}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var (
		parts []*Timeline
		errs  []error
	)
	for _, r := range results {
		if r.err != nil {
			errs = append(errs, r.err)
			continue
		}
		parts = append(parts, r.timeline)
	}
	t := Merge(parts...)
	if o.Title != "" {
		t.Title = o.Title
	}
	return t, errors.Join(errs...)
}
