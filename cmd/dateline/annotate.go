package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dateline/timeline"
)

type annotateCmd struct {
	inputFlags
	Only   string `enum:"all,timex,names" default:"all" help:"What to mark (${enum})."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output."`
}

// Run writes the timexes and names of each article as a line of JSON.
func (c *annotateCmd) Run(p *program) error {
	if in, same := sameAsInput(c.Output, c.files()); same {
		return overInput(c.Output, in)
	}
	layers := timeline.Layers{Timexes: c.Only != "names", Names: c.Only != "timex"}
	options := timeline.Options{DateOrder: orders[c.DateOrder].text, Today: c.today(p).Date}
	read := 0
	err := p.create(c.Output, func(w io.Writer) error {
		lines := json.NewEncoder(w)
		lines.SetEscapeHTML(false)
		for a := range p.articles(c.inputFlags) {
			read++
			annotation, err := timeline.Annotate(a, layers, options)
			if err != nil {
				p.fail(err)
				continue
			}
			if err := lines.Encode(annotation); err != nil {
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
	if err != nil && c.Output != "" && !errors.Is(err, errNothingRead) {
		return fmt.Errorf("output %q: %w", c.Output, err)
	}
	return err
}
