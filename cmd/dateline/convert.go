package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"dateline/export"
	"dateline/timeline"
)

type convertCmd struct {
	Timeline string `arg:"" placeholder:"TIMELINE.json" help:"A timeline as JSON; - for standard input."`
	outputFlags
	filterFlags
}

// Run writes a timeline in other formats.
func (c *convertCmd) Run(p *program) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	outputs, err := c.outputs([]string{c.Timeline})
	if err != nil {
		return err
	}
	t, err := p.readTimeline(c.Timeline)
	if err != nil {
		return err
	}
	p.write(p.selected(t, filter), outputs, c.outputFlags)
	return nil
}

type mergeCmd struct {
	Timelines []string `arg:"" placeholder:"TIMELINE.json" help:"Timelines as JSON."`
	Title     string   `placeholder:"TEXT" help:"Title of the joined timeline."`
	outputFlags
	filterFlags
}

// Run joins timelines. One that cannot be read does not stop the others.
func (c *mergeCmd) Run(p *program) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	outputs, err := c.outputs(c.Timelines)
	if err != nil {
		return err
	}
	var list []*timeline.Timeline
	for _, path := range c.Timelines {
		t, err := p.readTimeline(path)
		if err != nil {
			p.fail(err)
			continue
		}
		list = append(list, t)
	}
	if len(list) == 0 {
		return errors.New("no timeline could be read")
	}
	t := timeline.Merge(list...)
	if c.Title != "" {
		t.Title = c.Title
	}
	p.write(p.selected(t, filter), outputs, c.outputFlags)
	return nil
}

func (p *program) readTimeline(path string) (*timeline.Timeline, error) {
	var (
		data []byte
		err  error
	)
	if path == "-" {
		data, err = io.ReadAll(p.stdin)
	} else {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: no such file", path)
		}
		return nil, fmt.Errorf("%s: %w", path, cause(err))
	}
	t, err := export.Read(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}
