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
	Timeline string `arg:"" placeholder:"TIMELINE" help:"A timeline as JSON, or a workbook (.xlsx) or .csv that was exported and then corrected by hand; - for JSON on standard input."`
	Original string `placeholder:"TIMELINE.json" help:"The timeline that a corrected spreadsheet was exported from: what its cells do not hold is taken from it. A workbook brings its own along."`
	outputFlags
	filterFlags
}

// Run writes a timeline in other formats. A cell of a corrected spreadsheet that cannot be read is reported,
// and the rest is written all the same.
func (c *convertCmd) Run(p *program) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	inputs := []string{c.Timeline}
	if c.Original != "" {
		inputs = append(inputs, c.Original)
	}
	outputs, err := c.outputs(inputs)
	if err != nil {
		return err
	}
	var original *timeline.Timeline
	if c.Original != "" {
		if original, err = p.readTimeline(c.Original, nil); err != nil {
			return err
		}
	}
	t, err := p.readTimeline(c.Timeline, original)
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
		t, err := p.readTimeline(path, nil)
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

// readTimeline reads a timeline in the format of the file's extension, JSON where it names none; package
// export says what original is. What could not be read of a spreadsheet is reported.
func (p *program) readTimeline(path string, original *timeline.Timeline) (*timeline.Timeline, error) {
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
	format, err := export.ByPath(path)
	if err != nil {
		format = export.JSON
	}
	r, err := export.ReadAs(bytes.NewReader(data), format, original)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, l := range r.Lost {
		fmt.Fprintf(p.stderr, "dateline: %s: %s\n", path, l)
	}
	told := map[string]bool{}
	for _, cell := range r.Cells {
		hint := cell.Hint()
		if told[hint] {
			hint = ""
		}
		told[hint] = true
		p.fail(hinted{fmt.Errorf("%s: %s", path, cell.Error()), hint})
	}
	return r.Timeline, nil
}
