package html

import (
	"bufio"
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	stages "dateline/timeline/event"
)

// The data of the page. Unlike the published JSON it is made for one reader, page/script/data.js: dates
// are counted and put into words here, references are positions in a list, and quotes are cut at their
// trigger, so that the script needs no calendar of the dates' forms and no code points.
type (
	head struct {
		Sources []source `json:"sources"`
		Actors  []actor  `json:"actors"`
		Rules   []rule   `json:"rules"`
	}
	rule struct {
		Of   string `json:"of"`
		Says string `json:"says"` // what follows the words that it goes by
	}
	source struct {
		Title     string `json:"title"`
		URL       string `json:"url,omitzero"`       // http or https only
		Published string `json:"published,omitzero"` // in words
		Language  string `json:"language,omitzero"`  // BCP 47
	}
	actor struct {
		Name    string   `json:"name"`
		Type    string   `json:"type,omitzero"`
		Aliases []string `json:"aliases,omitempty"`
	}
	event struct {
		ID        string   `json:"id"`
		From      *float64 `json:"from,omitempty"` // days since the beginning of 1970; absent where open
		To        *float64 `json:"to,omitempty"`   // the same, exclusive
		When      string   `json:"when,omitzero"`  // in words
		EDTF      string   `json:"edtf,omitzero"`
		About     bool     `json:"about,omitzero"`     // the date is approximate
		Ambiguous bool     `json:"ambiguous,omitzero"` // day and month could be exchanged
		Words     string   `json:"words,omitzero"`     // the text's own for the date
		Basis     string   `json:"basis,omitzero"`
		Anchor    string   `json:"anchor,omitzero"`
		What      string   `json:"what"`
		Label     string   `json:"label,omitzero"`
		Status    string   `json:"status"`
		Sure      float64  `json:"sure"`
		Who       [][2]any `json:"who,omitempty"` // position in head.Actors, role
		Where     []string `json:"where,omitempty"`
		By        string   `json:"by,omitzero"`
		Why       [][2]any `json:"why,omitempty"`  // position in head.Rules, the words that it goes by
		Said      [][4]any `json:"said,omitempty"` // position in head.Sources or -1; the quote before, in and after its trigger
	}
)

// writeData writes the data as JSON in which no character can end a script element: <, > and & are escaped.
func writeData(out *bufio.Writer, t *timeline.Timeline, o Options, keep func(*timeline.Event) bool) error {
	d := data{out: out, options: o, sources: map[string]int{}, actors: map[string]int{}, rules: map[timeline.Rule]int{}}
	d.enc = json.NewEncoder(&d.buffer)
	d.put(d.head(t))
	d.unclose()
	d.list("events", t.Events, keep)
	d.list("undated", t.Undated, keep)
	d.out.WriteString("}\n")
	return d.err
}

// data is the data being written.
type data struct {
	out             *bufio.Writer
	options         Options
	enc             *json.Encoder
	buffer          bytes.Buffer
	sources, actors map[string]int // positions by id
	rules           map[timeline.Rule]int
	err             error
}

// put encodes v into the buffer, without the line break.
func (d *data) put(v any) {
	d.buffer.Reset()
	if err := d.enc.Encode(v); err != nil && d.err == nil {
		d.err = err
	}
	d.buffer.Truncate(max(d.buffer.Len()-1, 0))
}

// unclose writes an encoded object without its closing brace, for members to follow.
func (d *data) unclose() { d.out.Write(bytes.TrimSuffix(d.buffer.Bytes(), []byte("}"))) }

// head gives the lists that the events refer to. Participants that the timeline does not list, as one
// built by hand may have, are added.
func (d *data) head(t *timeline.Timeline) head {
	h := head{Sources: []source{}, Actors: []actor{}, Rules: make([]rule, 0, len(stages.Rules))}
	for i, r := range stages.Rules {
		d.rules[r.Rule] = i
		h.Rules = append(h.Rules, rule{string(r.Of), r.Says})
	}
	for i := range t.Sources {
		s := &t.Sources[i]
		d.sources[s.ID] = len(h.Sources)
		x := source{Title: s.Title, Language: s.Language}
		if day := s.Published.Truncate(calendar.Day); !day.IsZero() {
			x.Published = d.options.Date(&timeline.Date{Start: day, End: day, Precision: day.Precision()})
		}
		if x.Title == "" {
			x.Title = s.Name
		}
		if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
			x.URL = s.URL
		}
		h.Sources = append(h.Sources, x)
	}
	for i := range t.Actors {
		a := &t.Actors[i]
		d.actors[a.ID] = len(h.Actors)
		h.Actors = append(h.Actors, actor{a.Name, string(a.Type), a.Aliases})
	}
	for _, events := range [...][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			for _, p := range events[i].Actors {
				if _, known := d.actors[p.ID]; !known {
					d.actors[p.ID] = len(h.Actors)
					h.Actors = append(h.Actors, actor{Name: p.Name, Type: string(p.Type)})
				}
			}
		}
	}
	return h
}

// list writes a member that is a list of events, one a line.
func (d *data) list(name string, events []timeline.Event, keep func(*timeline.Event) bool) {
	d.out.WriteString(",\n\"" + name + "\":[")
	separator := "\n"
	for i := range events {
		if !keep(&events[i]) {
			continue
		}
		d.put(d.event(&events[i]))
		d.out.WriteString(separator)
		d.out.Write(d.buffer.Bytes())
		separator = ",\n"
	}
	d.out.WriteString("]")
}

func (d *data) event(e *timeline.Event) event {
	x := event{ID: e.ID, What: e.Summary, Label: e.Label, Status: string(e.Status), Sure: e.Confidence, Where: e.Places, By: e.Attribution}
	if !e.Date.Interval().IsZero() {
		x.From, x.To = days(e.Date.Interval())
		x.When, x.EDTF, x.About, x.Ambiguous = d.options.Date(e.Date), e.Date.EDTF, e.Date.Approximate, e.Date.Ambiguous
		x.Words, x.Basis, x.Anchor = e.Date.Text, string(e.Date.Basis), e.Date.Anchor.String()
	}
	for i := range e.Actors {
		x.Who = append(x.Who, [2]any{d.actors[e.Actors[i].ID], e.Actors[i].Role})
	}
	for i := range e.Evidence {
		s, known := d.sources[e.Evidence[i].Source]
		if !known {
			s = -1
		}
		before, trigger, after := cut(&e.Evidence[i])
		x.Said = append(x.Said, [4]any{s, before, trigger, after})
		for _, r := range e.Evidence[i].Reasons {
			if n, known := d.rules[r.Rule]; known && !slices.Contains(x.Why, [2]any{n, r.Text}) {
				x.Why = append(x.Why, [2]any{n, r.Text})
			}
		}
	}
	return x
}

// cut divides a quote at its trigger. Where the offsets do not fit, all of it comes before.
func cut(e *timeline.Evidence) (before, trigger, after string) {
	quote := []rune(e.Text)
	from, to := e.Trigger.Start-e.Start, e.Trigger.End-e.Start
	if from < 0 || to > len(quote) || from >= to {
		return e.Text, "", ""
	}
	return string(quote[:from]), string(quote[from:to]), string(quote[to:])
}

// epoch is the day that days are counted from, as in ECMAScript.
var epoch = calendar.Must(calendar.OfDay(1970, 1, 1))

// days counts an interval's ends in days from the epoch; the end is exclusive. A clock time counts as it
// stands in the text, whatever its zone.
func days(i calendar.Interval) (from, to *float64) {
	if !i.Start.IsZero() {
		day := float64(epoch.DaysUntil(i.FirstDay())) + clock(i.Start)
		from = &day
	}
	if !i.End.IsZero() {
		day := float64(epoch.DaysUntil(i.LastDay())) + clock(i.End) + lengths[i.End.Precision()]
		to = &day
	}
	return from, to
}

// clock is the time of day as a part of the day.
func clock(d calendar.Date) float64 {
	h, m, s := d.Clock()
	return float64(h*3600+m*60+s) / 86400
}

// lengths of what ends an interval, in days, by its precision: a whole day unless it is a clock time.
var lengths = map[calendar.Precision]float64{
	calendar.Year: 1, calendar.Month: 1, calendar.Day: 1,
	calendar.Hour: 1.0 / 24, calendar.Minute: 1.0 / 1440, calendar.Second: 1.0 / 86400,
}
