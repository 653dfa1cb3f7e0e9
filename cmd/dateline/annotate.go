package main

import (
	"errors"
	"fmt"
	"io"

	"dateline/timeline"
	"dateline/timeline/article"
)

type annotateCmd struct {
	inputFlags
	Only     string `enum:"all,timex,names" default:"all" help:"What to mark (${enum})."`
	Mentions bool   `help:"Mark every mention of an actor too, pronouns included, with its actor's id."`
	Format   string `enum:"jsonl,timeml" default:"jsonl" help:"jsonl: a line of JSON an article; timeml: the time expressions of a single article as TimeML."`
	Output   string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output, which - is."`
}

var errManyArticles = errors.New("a TimeML file holds one article, and the inputs hold more")

// Run marks the timexes, the names and, where asked for, the mentions of each article.
func (c *annotateCmd) Run(p *program) error {
	switch {
	case c.Format == "timeml" && (c.Only == "names" || c.Mentions):
		return usageError{errors.New("TimeML has no names"), "leave out --only names and --mentions, or --format timeml"}
	case c.Only == "timex" && c.Mentions:
		return usageError{errors.New("mentions are no time expressions"), "leave out --only timex or --mentions"}
	}
	out := c.Output
	if out == "-" {
		out = ""
	}
	if out != "" {
		if err := writable(out, c.files()); err != nil {
			return err
		}
	}
	read := 0
	err := p.create(out, func(w io.Writer) error {
		annotate := c.writer(w, p)
		for a := range p.articles(c.inputFlags) {
			read++
			if read > 1 && c.Format == "timeml" {
				return errManyArticles
			}
			var broken *timeline.ArticleError
			switch err := annotate(a); {
			case errors.As(err, &broken):
				p.fail(err)
			case err != nil:
				return err
			}
			if err := p.ctx.Err(); err != nil {
				return err
			}
		}
		if read == 0 {
			return errNothingRead
		}
		return nil
	})
	if err == nil || out == "" || p.ctx.Err() != nil || errors.Is(err, errNothingRead) || errors.Is(err, errManyArticles) {
		return err
	}
	return fmt.Errorf("output %q: %w", out, err)
}

// writer gives the function that writes one article's annotation in the format asked for.
func (c *annotateCmd) writer(w io.Writer, p *program) func(article.Article) error {
	layers := timeline.Layers{Timexes: c.Only != "names", Names: c.Only != "timex", Mentions: c.Mentions}
	options := timeline.Options{DateOrder: orders[c.DateOrder], Today: c.today(p).Date}
	if c.Format == "timeml" {
		return func(a article.Article) error { return timeline.WriteTimeML(w, a, options) }
	}
	return func(a article.Article) error { return timeline.WriteAnnotation(w, a, layers, options) }
}
