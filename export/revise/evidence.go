package revise

import (
	"strings"
	"unicode/utf8"

	"dateline/export/table"
	"dateline/timeline"
)

// evidence reads the columns of the first sentence that states the event; further ones have none and stay.
func (r *reader) evidence(l row, e *timeline.Event) {
	had := len(e.Evidence) > 0
	x := timeline.Evidence{}
	if had {
		x = e.Evidence[0]
	}
	changed := false
	if c, edited := l.edited("Quote"); edited {
		x.Text, changed = r.whole(l, "Quote", c), true
		x.End = x.Start + utf8.RuneCountInString(x.Text)
		if at := strings.Index(x.Text, x.Trigger.Text); at >= 0 {
			x.Trigger = triggerAt(x, at, x.Trigger.Text)
		}
	}
	if c, edited := l.edited("Trigger"); edited {
		x.Trigger.Text, changed = r.whole(l, "Trigger", c), true
		if at := strings.Index(x.Text, x.Trigger.Text); at >= 0 {
			x.Trigger = triggerAt(x, at, x.Trigger.Text)
		}
	}
	changed = r.offsets(l, &x) || changed
	if c, edited := l.edited("Source"); edited {
		if id, ok := r.sourceOf(l, e, table.Split(c.Text)); ok {
			x.Source, changed = id, true
		}
	}
	if changed {
		r.place(l, e, x, had)
	}
	r.dropLost(e)
}

// triggerAt is the trigger at a byte of the quote.
func triggerAt(x timeline.Evidence, at int, text string) timeline.Trigger {
	start := x.Start + utf8.RuneCountInString(x.Text[:at])
	return timeline.Trigger{Start: start, End: start + utf8.RuneCountInString(text), Text: text}
}

// offsets reads where sentence and trigger stand in the article.
func (r *reader) offsets(l row, x *timeline.Evidence) bool {
	was := *x
	any := false
	for _, f := range [...]struct {
		heading string
		offset  *int
	}{
		{"Quote from", &x.Start}, {"Quote to", &x.End}, {"Trigger from", &x.Trigger.Start}, {"Trigger to", &x.Trigger.End},
	} {
		if l.text(f.heading) == "" {
			continue // emptied with the sentence, or not known
		}
		if n, edited := r.number(l, f.heading); edited {
			*f.offset, any = n, true
		}
	}
	if x.End < x.Start || x.Trigger.End < x.Trigger.Start {
		r.fault(l, "Quote to", "is before its beginning, or the trigger's end is: the former places were kept", "")
		*x = was
		return false
	}
	return any
}

// sourceOf reads the names of the articles. An event's first article may become another; an article more
// cannot be named there, as its sentence would be missing.
func (r *reader) sourceOf(l row, e *timeline.Event, names []string) (id string, ok bool) {
	before := table.Split(l.before("Source"))
	if len(names) == 0 || len(before) == 0 && len(names) > 1 && r.known || len(before) > 0 && len(names) != len(before) {
		if len(names) > 0 || len(e.Evidence) > 0 && l.text("Quote") != "" {
			r.fault(l, "Source", "does not go with the sentences: the former articles were kept", "the name of the article that the quote is from; an article more needs a row of its own")
		}
		return "", false
	}
	for i := 1; i < len(before); i++ {
		if names[i] != before[i] {
			r.fault(l, "Source", "names another article for a sentence that is not shown: only the first was taken", "")
			break
		}
	}
	if len(before) > 0 && names[0] == before[0] {
		return "", false
	}
	return r.sourceNamed(names[0], l.text("URL")).ID, true
}

// place puts the corrected first sentence into the event.
func (r *reader) place(l row, e *timeline.Event, x timeline.Evidence, had bool) {
	r.touched = true
	switch {
	case x.Text == "" && had:
		e.Evidence = e.Evidence[1:]
	case x.Text == "":
		if l.text("Trigger") != "" {
			r.fault(l, "Trigger", "has no quote to stand in, and was left out", "")
		}
	case x.Source == "":
		x.Source = r.sourceNamed("unnamed", l.text("URL")).ID
		fallthrough
	default:
		if x.Trigger.Text == "" {
			x.Trigger = triggerAt(x, 0, x.Text)
		}
		if had {
			e.Evidence[0] = x
		} else {
			e.Evidence = append(e.Evidence, x)
		}
	}
}

// dropLost takes out the sentences of articles whose rows are gone from the sheet Sources.
func (r *reader) dropLost(e *timeline.Event) {
	kept := []timeline.Evidence{}
	for _, x := range e.Evidence {
		if r.sources.byID[x.Source] != nil {
			kept = append(kept, x)
		}
	}
	e.Evidence = kept
}
