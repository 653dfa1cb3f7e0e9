package main

import (
	"errors"
	"iter"

	"dateline/timeline/article"
	"dateline/timeline/exactdate"
)

// inputFlags say which articles are read, and how.
type inputFlags struct {
	Input     []string `arg:"" placeholder:"INPUT" help:"Files, directories, globs, or - for standard input."`
	Published date     `placeholder:"DATE" help:"Publication date of articles that do not state one."`
	DateOrder string   `enum:"auto,mdy,dmy" default:"auto" help:"Order of numeric dates that an article does not settle (${enum})."`
	Today     date     `placeholder:"DATE" help:"Latest year that a date completed from its weekday may have; by default the current date."`
}

func (f inputFlags) today(p *program) date {
	if f.Today.IsZero() {
		return date{p.today}
	}
	return f.Today
}

// orders are the values of --date-order.
var orders = map[string]exactdate.Order{"auto": exactdate.AutoOrder, "mdy": exactdate.MonthFirst, "dmy": exactdate.DayFirst}

// articles reads the inputs one by one. What cannot be read is complained of on the way.
func (p *program) articles(f inputFlags) iter.Seq[article.Article] {
	return func(yield func(article.Article) bool) {
		step, done := p.progress()
		defer done()
		for a, err := range article.All(f.Input, article.Options{DateOrder: orders[f.DateOrder], Stdin: p.stdin}) {
			if err != nil {
				p.fail(err)
				continue
			}
			if a.Published.IsZero() {
				a.Published = f.Published.Date
			}
			step()
			if !yield(a) {
				return
			}
		}
	}
}

// files lists the inputs as files, as far as they can be found; errors are left to the reading.
func (f inputFlags) files() []string {
	list, _ := article.Expand(f.Input)
	return list
}

// errNothingRead ends a command that found no article among its inputs.
var errNothingRead = errors.New("no article could be read")
