package main

import (
	"cmp"
	"context"
	"fmt"
	"net"
	"os/signal"
	"slices"
	"syscall"

	"dateline/export"
	"dateline/export/serve"
	"dateline/timeline"
	"dateline/timeline/article"
)

type serveCmd struct {
	Input     []string `arg:"" optional:"" placeholder:"TIMELINE.json|INPUT" help:"Timelines (.json, .xlsx, .csv) or articles, as build reads them; several become one timeline. Without any there is only what is sent to /api/build."`
	Addr      string   `default:"127.0.0.1:8765" placeholder:"HOST:PORT" help:"Where to listen (${default}); port 0 takes a free one. A host other than this machine's own lets others read the timeline."`
	Title     string   `placeholder:"TEXT" help:"Title of the timeline."`
	Published date     `placeholder:"DATE" help:"Publication date of articles that do not state one."`
	DateOrder string   `enum:"auto,mdy,dmy" default:"auto" help:"Order of numeric dates that an article does not settle (${enum})."`
	Today     date     `placeholder:"DATE" help:"Latest year that a date completed from its weekday may have; by default the current date."`
}

// Run serves a timeline until the program is told to stop.
func (c *serveCmd) Run(p *program) error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usageError{fmt.Errorf("--addr: %q is not of the form HOST:PORT", c.Addr), "127.0.0.1:0 takes a free port of this machine"}
	}
	ctx, stop := signal.NotifyContext(p.ctx, syscall.SIGTERM)
	defer stop()
	t, err := c.timeline(ctx, p)
	if err != nil {
		return err
	}
	handler, lost, err := serve.New(t, serve.Options{Program: version(), Hosts: []string{host}, Build: func(ctx context.Context, a article.Article, undated bool) (*timeline.Timeline, error) {
		return timeline.Build(ctx, slices.Values([]article.Article{a}), c.options(p, undated))
	}})
	if err != nil {
		return err
	}
	for _, l := range lost {
		fmt.Fprintf(p.stderr, "dateline: page: %s\n", l)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("--addr %s: %w", c.Addr, err)
	}
	fmt.Fprintf(p.stderr, "dateline: %d events at http://%s/ until Ctrl-C\n", len(t.Events)+len(t.Undated), listener.Addr())
	return serve.Run(ctx, listener, handler, p.stderr)
}

func (c *serveCmd) inputs() inputFlags {
	return inputFlags{Published: c.Published, DateOrder: c.DateOrder, Today: c.Today}
}

func (c *serveCmd) options(p *program, undated bool) timeline.Options {
	return timeline.Options{Title: c.Title, DateOrder: orders[c.DateOrder], Today: c.inputs().today(p).Date, Undated: undated}
}

// readBack are the formats in which a timeline is read; other inputs are articles.
var readBack = []export.Format{export.JSON, export.XLSX, export.CSV}

// timeline reads the timelines among the inputs, builds one of the articles, and joins them. An input that
// cannot be read does not stop the others.
func (c *serveCmd) timeline(ctx context.Context, p *program) (*timeline.Timeline, error) {
	in := c.inputs()
	var list []*timeline.Timeline
	for _, path := range c.Input {
		if format, err := export.ByPath(path); err != nil || !slices.Contains(readBack, format) {
			in.Input = append(in.Input, path)
			continue
		}
		t, err := p.readTimeline(path, nil)
		if err != nil {
			p.fail(err)
			continue
		}
		list = append(list, t)
	}
	if len(in.Input) > 0 {
		t, err := timeline.Build(ctx, p.articles(in), c.options(p, true))
		switch {
		case t == nil:
			return nil, err
		case err != nil:
			p.fail(err)
		}
		if len(t.Sources) > 0 {
			list = append(list, t)
		}
	}
	if len(list) == 0 && len(c.Input) > 0 {
		return nil, errNothingRead
	}
	if len(list) == 1 {
		list[0].Title = cmp.Or(c.Title, list[0].Title)
		return list[0], nil
	}
	t := timeline.Merge(list...)
	t.Title = cmp.Or(c.Title, t.Title)
	return t, nil
}
