package main

import (
	"errors"
	"fmt"
	"strings"

	"dateline/export"
	"dateline/timeline"
)

type explainCmd struct {
	Timeline string   `arg:"" placeholder:"TIMELINE.json" help:"A timeline; - for JSON on standard input."`
	Events   []string `arg:"" name:"event" help:"Ids of events, as in e12."`
}

// Run tells why events have their dates, statuses and actors. An id that is not there does not stop the others.
func (c *explainCmd) Run(p *program) error {
	t, err := p.readTimeline(c.Timeline, nil)
	if err != nil {
		return err
	}
	var separator string
	for _, id := range c.Events {
		var b strings.Builder
		err := export.Explain(&b, t, id)
		if errors.Is(err, export.ErrNoEvent) {
			err = hinted{fmt.Errorf("%s: %w", c.Timeline, err), eventIDs(t)}
		}
		if err != nil {
			p.fail(err)
			continue
		}
		if _, err := fmt.Fprint(p.stdout, separator, b.String()); err != nil {
			return err
		}
		separator = "\n"
	}
	return nil
}

// eventIDs says which events there are.
func eventIDs(t *timeline.Timeline) string {
	events := append(t.Events[:len(t.Events):len(t.Events)], t.Undated...)
	if len(events) == 0 {
		return "the timeline has no events"
	}
	return fmt.Sprintf("its events are %s to %s", events[0].ID, events[len(events)-1].ID)
}
