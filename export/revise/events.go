package revise

import (
	"slices"
	"strconv"
	"strings"

	"dateline/export/sheet"
	"dateline/export/xlsx"
	"dateline/timeline"
)

// computed are the columns of the sheet Timeline that follow from others; correcting them has no effect.
var computed = [...]struct{ heading, instead string }{
	{"URL", "the address is corrected in the sheet Sources"},
	{"Evidence", "the number follows from the sentences"},
	{"Sort", "the number follows from the start"},
}

// readEvents reads the rows of the sheet Timeline. An event whose row is gone is gone.
func (r *reader) readEvents() {
	was := map[string]*timeline.Event{}
	for _, events := range [...][]timeline.Event{r.original.Events, r.original.Undated} {
		for i := range events {
			was[events[i].ID] = &events[i]
		}
	}
	r.rows(eventList, func(l row) {
		id := l.text("ID")
		before := was[id]
		if before != nil && !r.ids[id] {
			l.written = r.written.event(before)
		} else {
			before = nil
		}
		if e, ok := r.event(l, before, id); ok {
			if e.ID != "" {
				r.ids[e.ID] = true
			}
			r.events = append(r.events, e)
		}
	})
	if len(r.events) != len(was) {
		r.touched = true
	}
	r.numberEvents(was)
	r.leftParticipation(was)
}

// numberEvents gives new events their ids: those after the highest number there is or was.
func (r *reader) numberEvents(was map[string]*timeline.Event) {
	highest := 0
	for id := range was {
		highest = max(highest, numberOf(id))
	}
	for id := range r.ids {
		highest = max(highest, numberOf(id))
	}
	for i := range r.events {
		if r.events[i].ID == "" {
			highest++
			r.events[i].ID = "e" + strconv.Itoa(highest)
			r.touched = true
		}
	}
}

// leftParticipation reports the rows of the sheet Participation whose event never was.
func (r *reader) leftParticipation(was map[string]*timeline.Event) {
	var lost []row
	for id, rows := range r.participation {
		if was[id] == nil && (r.known || !r.ids[id]) {
			lost = append(lost, rows...)
		}
	}
	slices.SortFunc(lost, func(a, b row) int { return a.row.Number - b.row.Number })
	for _, l := range lost {
		r.fault(l, "Event ID", "is no event of the sheet Timeline: the row was left out", "")
	}
}

// event reads a row; before is the event as exported, nil for one that a person added. false is a row
// without anything that makes an event.
func (r *reader) event(l row, before *timeline.Event, id string) (timeline.Event, bool) {
	added := before == nil
	e := timeline.Event{Status: timeline.Occurred, Confidence: 1, Places: []string{}, Evidence: []timeline.Evidence{}}
	switch {
	case !added:
		e = *before
		e.Evidence = slices.Clone(before.Evidence)
	case !r.known && id != "" && !r.ids[id]:
		e.ID = id // from an export that is not known
		added = false
	}
	if before == nil {
		before = &timeline.Event{}
	}
	if !r.summary(l, &e) {
		return e, false
	}
	e.Date = r.date(l, before.Date, added)
	if c, edited := l.edited("Status"); edited && (!added || strings.TrimSpace(c.Text) != "") {
		word(r, l, "Status", c, timeline.Statuses[:], &e.Status)
	}
	r.confidence(l, &e, added)
	if c, edited := l.edited("Event"); edited {
		if label := r.whole(l, "Event", c); label != "" {
			e.Label, r.touched = label, true
		} else if !added {
			r.fault(l, "Event", "is empty: the former word was kept", "the lemma of the word that expresses the event")
		}
	}
	if c, edited := l.edited("Attribution"); edited {
		e.Attribution, r.touched = r.whole(l, "Attribution", c), true
	}
	r.names(l, "Places", &e.Places)
	e.Actors = r.participants(l, before, id)
	r.evidence(l, &e)
	if e.Label == "" {
		e.Label = first(l.text("Trigger"), "event")
	}
	for _, c := range computed {
		if _, edited := l.edited(c.heading); edited && l.written != nil {
			r.fault(l, c.heading, "was not taken, as it is computed", c.instead)
		}
	}
	return e, true
}

// summary reads what happened. An event that a person added may do with any text that tells it.
func (r *reader) summary(l row, e *timeline.Event) bool {
	if c, edited := l.edited("Summary"); edited {
		if s := r.whole(l, "Summary", c); s != "" {
			e.Summary, r.touched = s, true
		} else if e.Summary != "" {
			r.fault(l, "Summary", "is empty: the former summary was kept", "a clause that says what happened; to take the event out, delete its row")
		}
	}
	if e.Summary == "" {
		e.Summary = first(l.text("Quote"), l.text("Event"), l.text("Trigger"))
	}
	if e.Summary == "" {
		r.fault(l, "Summary", "is empty: the row was left out", "a clause that says what happened")
		return false
	}
	return true
}

// whole is a cell's text, unless the export had cut it: then what was cut off would be lost, and the
// former text is given.
func (r *reader) whole(l row, heading string, c sheet.Cell) string {
	before := l.before(heading)
	text, ok := r.dayless(l, heading, c)
	if !ok {
		return before
	}
	if strings.HasSuffix(text, strings.TrimSpace(xlsx.Ellipsis)) && xlsx.Shown(before) != before {
		r.fault(l, heading, "is a text of which the export shows the beginning: the former text was kept", "without the mark at its end the text is taken as it stands")
		return before
	}
	return text
}

// confidence reads a number from 0 to 1, or a percentage.
func (r *reader) confidence(l row, e *timeline.Event, added bool) {
	c, edited := l.edited("Confidence")
	text := strings.TrimSpace(c.Text)
	if !edited || text == "" && added {
		return
	}
	digits, percent := strings.CutSuffix(strings.Replace(text, ",", ".", 1), "%")
	n, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if percent {
		n /= 100
	}
	if err != nil || !(n >= 0 && n <= 1) {
		r.fault(l, "Confidence", "is no number from 0 to 1", "0.85 or 85%")
		return
	}
	e.Confidence, r.touched = n, true
}
