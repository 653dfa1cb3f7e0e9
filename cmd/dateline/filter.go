package main

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

// filterFlags choose among the events of a timeline.
type filterFlags struct {
	Actor         string   `placeholder:"NAME" help:"Only events in which the actor takes part, by any of its names."`
	From          date     `placeholder:"DATE" help:"Only events that end on this date or later."`
	To            date     `placeholder:"DATE" help:"Only events that start on this date or earlier."`
	Status        []string `placeholder:"LIST" help:"Only events of these statuses, separated by commas: occurred, planned, cancelled, denied, possible."`
	MinConfidence float64  `placeholder:"N" help:"Only events of at least this confidence, 0 to 1."`
}

// filter checks the flags.
func (f filterFlags) filter() (timeline.Filter, error) {
	out := timeline.Filter{Actor: f.Actor, From: f.From.Date, To: f.To.Date, MinConfidence: f.MinConfidence}
	for _, s := range f.Status {
		status := timeline.Status(strings.ToLower(strings.TrimSpace(s)))
		if !slices.Contains(timeline.Statuses[:], status) {
			return out, usageError{fmt.Errorf("--status: %q is no status", s), "the statuses are occurred, planned, cancelled, denied and possible"}
		}
		out.Statuses = append(out.Statuses, status)
	}
	switch {
	case !(f.MinConfidence >= 0 && f.MinConfidence <= 1):
		return out, usageError{fmt.Errorf("--min-confidence: %v is not between 0 and 1", f.MinConfidence), ""}
	case !f.From.IsZero() && !f.To.IsZero() && f.To.LastDay().Compare(f.From.FirstDay()) < 0:
		return out, usageError{fmt.Errorf("--from %s is after --to %s", f.From, f.To), ""}
	}
	return out, nil
}

// selected applies the filter and says so where an actor is not to be found.
func (p *program) selected(t *timeline.Timeline, f timeline.Filter) *timeline.Timeline {
	if f.Actor != "" && len(t.Find(f.Actor)) == 0 {
		p.complain(fmt.Errorf("no actor is called %q", f.Actor))
	}
	return t.Select(f)
}

// date is a date given on the command line, in any form that package exactdate reads.
type date struct{ calendar.Date }

// UnmarshalText reads a date.
func (d *date) UnmarshalText(b []byte) (err error) {
	d.Date, err = exactdate.Parse(string(b), exactdate.AutoOrder)
	return err
}
