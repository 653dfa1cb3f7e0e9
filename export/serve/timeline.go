package serve

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/export"
	"dateline/timeline"
)

// getTimeline answers with a timeline in the published format that holds the events asked for, as many as
// a page has. Its actors and their counts, its start and end are those of the whole selection. How many
// events that is stands in Total-Count, and the addresses of the pages beside it in Link (RFC 8288).
func (h *handler) getTimeline(w http.ResponseWriter, r *http.Request) {
	q, err := parseQuery(r.URL.RawQuery)
	if err != nil {
		refuse(w, http.StatusBadRequest, "%v", err)
		return
	}
	if unchanged(w, r, entityTag(h.hash, q.page(q.offset).Encode())) {
		return
	}
	t := h.selected(q)
	total := len(t.Events) + len(t.Undated)
	w.Header().Set("Total-Count", strconv.Itoa(total))
	if links := q.links(total); links != "" {
		w.Header().Set("Link", links)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = export.Write(w, pageOf(t, q.offset, q.limit), export.JSON) // it fails only where the client has gone
}

// selected is the timeline of the events that the query asks for.
func (h *handler) selected(q query) *timeline.Timeline {
	t := *h.timeline
	if !q.undated {
		t.Undated = nil
	}
	wanted := q.filter
	if words := strings.Fields(fold(q.words)); len(words) > 0 {
		s := newSearcher(&t, words)
		t.Events, t.Undated = s.found(t.Events), s.found(t.Undated)
	}
	if len(wanted.Statuses) == 0 {
		wanted.Statuses = timeline.Statuses[:] // any: a filter that asks for something has the actors counted anew
	}
	return t.Select(wanted)
}

// pageOf is the timeline with a part of its events, those without a date coming last.
func pageOf(t *timeline.Timeline, offset, limit int) *timeline.Timeline {
	out := *t
	n := len(t.Events)
	out.Events = t.Events[min(offset, n):min(offset+limit, n)]
	if t.Undated != nil {
		m := len(t.Undated)
		out.Undated = t.Undated[min(max(offset-n, 0), m):min(max(offset+limit-n, 0), m)]
	}
	return &out
}

// links are the addresses of the first, previous and next page, as far as there are such.
func (q query) links(total int) string {
	var list []string
	add := func(relation string, offset int) {
		list = append(list, "</api/timeline?"+q.page(offset).Encode()+`>; rel="`+relation+`"`)
	}
	if q.offset > 0 {
		add("first", 0)
		add("prev", max(q.offset-q.limit, 0))
	}
	if q.offset+q.limit < total {
		add("next", q.offset+q.limit)
	}
	return strings.Join(list, ", ")
}

// searcher looks for events that have all of some words in what is said of them, as the page's search does.
type searcher struct {
	words   []string
	sources map[string]string   // titles by id
	aliases map[string][]string // of actors, by id
}

func newSearcher(t *timeline.Timeline, words []string) searcher {
	s := searcher{words, map[string]string{}, map[string][]string{}}
	for i := range t.Sources {
		s.sources[t.Sources[i].ID] = t.Sources[i].Title
		if t.Sources[i].Title == "" {
			s.sources[t.Sources[i].ID] = t.Sources[i].Name
		}
	}
	for i := range t.Actors {
		s.aliases[t.Actors[i].ID] = t.Actors[i].Aliases
	}
	return s
}

// found are the events of a list that have the words; nil stays nil.
func (s searcher) found(events []timeline.Event) []timeline.Event {
	if events == nil {
		return nil
	}
	list := []timeline.Event{}
	for i := range events {
		text := s.text(&events[i])
		if !slices.ContainsFunc(s.words, func(w string) bool { return !strings.Contains(text, w) }) {
			list = append(list, events[i])
		}
	}
	return list
}

// text is what an event is found by.
func (s searcher) text(e *timeline.Event) string {
	parts := append([]string{e.Summary, e.Label, e.Attribution}, e.Places...)
	for i := range e.Actors {
		parts = append(append(parts, e.Actors[i].Name), s.aliases[e.Actors[i].ID]...)
	}
	for i := range e.Evidence {
		parts = append(parts, e.Evidence[i].Text, s.sources[e.Evidence[i].Source])
	}
	return fold(strings.Join(parts, "\n"))
}

// fold makes texts comparable: without case and accents.
func fold(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return strings.ToLower(s)
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s)))
}
