package main

import (
	"fmt"
	"io"

	"dateline/export"
)

type schemaCmd struct {
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output."`
}

// Run writes the JSON Schema (2020-12) of a timeline's JSON.
func (c *schemaCmd) Run(p *program) error {
	err := p.create(c.Output, func(w io.Writer) error {
		_, err := w.Write(export.Schema())
		return err
	})
	if err != nil && c.Output != "" {
		return fmt.Errorf("output %q: %w", c.Output, err)
	}
	return err
}
