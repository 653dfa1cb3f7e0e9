package main

import (
	"dateline/timeline"
	"dateline/timeline/article"
)

type buildCmd struct {
	inputFlags
	outputFlags
	filterFlags
	Title   string `placeholder:"TEXT" help:"Title of the timeline; by default that of the only article."`
	Undated bool   `help:"Keep events without a date, apart from the others."`
	Workers int    `placeholder:"N" help:"Articles analysed at a time; by default one for each processor."`
}

// Run builds a timeline of all articles that can be read.
func (c *buildCmd) Run(p *program) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	outputs, err := c.outputs(c.files())
	if err != nil {
		return err
	}
	var names []string
	if c.Actor != "" {
		names = []string{c.Actor}
	}
	read := 0
	counted := func(yield func(article.Article) bool) {
		for a := range p.articles(c.inputFlags) {
			read++
			if !yield(a) {
				return
			}
		}
	}
	t, err := timeline.Build(p.ctx, counted, timeline.Options{
		Title: c.Title, DateOrder: orders[c.DateOrder], Today: c.today(p).Date, Names: names, Undated: c.Undated, Workers: c.Workers,
	})
	switch {
	case t == nil:
		return err
	case read == 0:
		return errNothingRead
	case err != nil:
		p.fail(err)
	}
	p.write(p.selected(t, filter), outputs, c.outputFlags)
	return nil
}
