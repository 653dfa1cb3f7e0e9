package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"dateline/timeline"
	"dateline/timeline/event"
)

// ErrNoEvent is what Explain returns where the timeline has no such event.
var ErrNoEvent = errors.New("no such event")

// Explain writes for a person to read why an event of a timeline, by its id, has its date, its status, its actors and
// its attribution: the rules, the words that each goes by, and the sentences that state it.
func Explain(w io.Writer, t *timeline.Timeline, id string) error {
	for _, events := range [][]timeline.Event{t.Events, t.Undated} {
		if i := slices.IndexFunc(events, func(e timeline.Event) bool { return e.ID == id }); i >= 0 {
			x := explanation{bufio.NewWriter(w), &events[i], sourcesByID(t)}
			x.write()
			return x.Flush() // a bufio.Writer keeps its first error until here
		}
	}
	return fmt.Errorf("%w: %q", ErrNoEvent, id)
}

// explanation writes lines in two columns: what is explained, and how.
type explanation struct {
	*bufio.Writer
	event   *timeline.Event
	sources map[string]*timeline.Source
}

// bases says how a date was found; %s is its anchor.
var bases = map[timeline.Basis]string{
	timeline.Stated:    "stated: complete in the text",
	timeline.Completed: "completed: a part is taken from %s",
	timeline.Relative:  "relative: computed from %s",
	timeline.Inherited: "inherited: no time expression of its own; the narrative stands at %s",
}

// says gives what each rule says.
var says = func() map[timeline.Rule]string {
	m := make(map[timeline.Rule]string, len(event.Rules))
	for _, r := range event.Rules {
		m[r.Rule] = r.Says
	}
	return m
}()

func (x explanation) write() {
	e := x.event
	fmt.Fprintf(x, "%s  %s\n\n", visible(e.ID), visible(e.Summary))
	x.date()
	x.line("status", "%s", e.Status)
	if !x.reasons(timeline.OfStatus, "") && e.Status == timeline.Occurred {
		x.line("", "%s", says[event.Told])
	}
	for i, p := range e.Actors {
		x.line(first(i, "who"), "%s, %s: %s", visible(p.Name), p.Type, p.Role)
		x.reasons(timeline.OfActor, p.ID)
	}
	if len(e.Places) > 0 {
		x.line("where", "%s", visible(strings.Join(e.Places, "; ")))
	}
	if e.Attribution != "" {
		x.line("according to", "%s", visible(e.Attribution))
		x.reasons(timeline.OfAttribution, "")
	}
	x.line("confidence", "%v, the estimated probability that the text says so", e.Confidence)
	for i := range e.Evidence {
		x.evidence(i)
	}
}

func (x explanation) date() {
	d := x.event.Date
	if d == nil {
		x.line("date", "none: no time expression belongs to it, and the text does not carry one on to it")
		return
	}
	x.line("date", "%s (%s), precision %s", displayDate(d), d.EDTF, d.Precision)
	x.reasons(timeline.OfDate, "")
	if basis := bases[d.Basis]; strings.Contains(basis, "%s") && d.Anchor.IsZero() {
		x.line("", "%s", d.Basis)
	} else if strings.Contains(basis, "%s") {
		x.line("", basis, d.Anchor)
	} else {
		x.line("", "%s", basis)
	}
	if d.Ambiguous {
		x.line("", "ambiguous: day and month could be exchanged")
	}
	if z := d.Timex; z != nil {
		x.line("", "%s", strings.Join(slices.DeleteFunc([]string{"TIMEX3", visible(z.Type), visible(z.Value), visible(z.Mod), labelled("rule ", z.Rule)},
			func(s string) bool { return s == "" }), " "))
	}
}

func labelled(label, s string) string {
	if s == "" {
		return ""
	}
	return label + visible(s)
}

// reasons writes each reason of a part (of an actor by its id) once, and says whether there was one.
func (x explanation) reasons(of timeline.Part, actor string) bool {
	written := map[timeline.Reason]bool{}
	for _, evidence := range x.event.Evidence {
		for _, r := range evidence.Reasons {
			r.Start, r.End = 0, 0
			if r.Of != of || r.Actor != actor || written[r] {
				continue
			}
			written[r] = true
			what := says[r.Rule]
			if what == "" { // of a later version
				what = "by the rule " + visible(string(r.Rule))
			}
			if r.Text != "" {
				what = fmt.Sprintf("“%s” %s", visible(r.Text), what)
			}
			x.line("", "%s", what)
		}
	}
	return len(written) > 0
}

// evidence writes a sentence with its trigger in brackets, and where it stands.
func (x explanation) evidence(i int) {
	q := x.event.Evidence[i]
	name := q.Source
	if s := x.sources[q.Source]; s != nil {
		name = s.Name
		if s.URL != "" {
			name += ", " + s.URL
		}
	}
	x.line(first(i, "evidence"), "%s, characters %d to %d:", visible(name), q.Start, q.End)
	text, from, to := []rune(q.Text), q.Trigger.Start-q.Start, q.Trigger.End-q.Start
	if from < 0 || to > len(text) || from > to {
		x.line("", "%s", visible(q.Text))
		return
	}
	x.line("", "%s[%s]%s", visible(string(text[:from])), visible(string(text[from:to])), visible(string(text[to:])))
}

func (x explanation) line(what, format string, args ...any) {
	fmt.Fprintf(x, "%-12s  %s\n", what, fmt.Sprintf(format, args...))
}

// first is the heading of the first of several lines.
func first(i int, heading string) string {
	if i > 0 {
		return ""
	}
	return heading
}

// visible makes text safe to print on a terminal: white space becomes a space, and what controls a terminal or turns the
// direction of writing a mark in its place.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
