package xlsx

import (
	"dateline/export/table"
	"dateline/timeline"
	"dateline/timeline/calendar"
)

// dayCell is a spreadsheet's date, or empty where it cannot hold the day.
func dayCell(d calendar.Date) cell {
	if !table.HoldsDay(d) {
		return cell{}
	}
	return count(table.Serial(d))
}

func (b *book) actorColumns() []column {
	s := b.style
	return []column{
		{heading: "ID", meaning: "the actor's id in this timeline", width: 7, style: s.text},
		{heading: "Name", meaning: "the fullest name that the articles give, without title", width: 34, style: s.wrap, wrap: true},
		{heading: "Type", meaning: "person, organization, country, place or other", width: 14, style: s.text, words: wordsOf(timeline.ActorTypes[:])},
		{heading: "Events", meaning: "events of the timeline that the actor takes part in", width: 10, style: s.number},
		{heading: "Mentions", meaning: "how often the articles mention the actor, pronouns included", width: 11, style: s.number},
		{heading: "First", meaning: "where the first of its events starts", width: 17, style: s.iso},
		{heading: "Last", meaning: "where the last of its events ends", width: 17, style: s.iso},
		{heading: "Also called", meaning: "other names and nominals that the articles use, joined by semicolons", width: 44, style: s.wrap, wrap: true},
		{heading: "Titles", meaning: "titles that the articles give, joined by semicolons", width: 24, style: s.wrap, wrap: true},
		{heading: "Sources", meaning: "names of the articles that mention the actor, joined by semicolons", width: 34, style: s.wrap, wrap: true},
	}
}

// actorsSheet lists the actors, one a row.
func (b *book) actorsSheet() error {
	l := layout{name: "Actors", tab: "2F6F4F", columns: b.actorColumns(), frozen: 2, printed: 9}
	return b.list(l, len(b.timeline.Actors), func(i int, cells []cell) {
		a := &b.timeline.Actors[i]
		span := b.index.spans[a.ID]
		sources := make([]string, len(a.Sources))
		for j, m := range a.Sources {
			sources[j] = b.index.names[m.Source]
		}
		copy(cells, []cell{
			b.text(a.ID), b.text(a.Name), b.text(string(a.Type)), count(a.Events), count(a.Mentions),
			b.text(span.Start.String()), b.text(span.End.String()),
			b.text(table.Join(a.Aliases)), b.text(table.Join(a.Titles)), b.text(table.Join(sources)),
		})
	})
}

func (b *book) participationColumns() []column {
	s := b.style
	return []column{
		{heading: "Event ID", meaning: "the event's id in the sheet Timeline", width: 10, style: s.text},
		{heading: "Actor ID", meaning: "the actor's id in the sheet Actors", width: 10, style: s.text},
		{heading: "Actor", meaning: "the actor's name", width: 34, style: s.text},
		{heading: "Type", meaning: "person, organization, country, place or other", width: 14, style: s.text, words: wordsOf(timeline.ActorTypes[:])},
		{heading: "Role", meaning: "agent (who did it), patient (whom or what it was done to), recipient (to, with or against whom) or other", width: 11, style: s.text, words: wordsOf(timeline.Roles[:])},
		{heading: "Year", meaning: "year in which the event starts; before 1 BC negative", width: 8, style: s.number},
		{heading: "Start (ISO)", meaning: "the event's start, as in the sheet Timeline", width: 17, style: s.iso},
		{heading: "Status", meaning: "the event's status", width: 11, style: s.text, rules: s.statusRules()},
		{heading: "Event", meaning: "lemma of the word that expresses the event", width: 16, style: s.text},
		{heading: "Confidence", meaning: "the event's confidence", width: 12, style: s.share, rules: s.confidenceRules()},
		{heading: "Participations", meaning: "1 in every row, to be summed in a pivot table", width: 14, style: s.number},
	}
}

// participationSheet lists events and actors, one pair a row.
func (b *book) participationSheet() error {
	l := layout{name: "Participation", tab: "2F6F4F", columns: b.participationColumns(), frozen: 1, printed: 10}
	event, actor := -1, 0
	var e *timeline.Event
	next := func() *timeline.Participant {
		for actor++; e == nil || actor >= len(e.Actors); actor = 0 {
			event++
			e = eventAt(b.timeline, event)
		}
		return &e.Actors[actor]
	}
	return b.list(l, b.index.participations, func(_ int, cells []cell) {
		p := next()
		start := e.Date.Interval().Start
		year := cell{}
		if !start.IsZero() {
			year = count(start.Year())
		}
		copy(cells, []cell{
			b.text(e.ID), b.text(p.ID), b.text(p.Name), b.text(string(p.Type)), b.text(string(p.Role)), year,
			b.text(start.String()), b.text(string(e.Status)), b.text(e.Label),
			{kind: number, number: e.Confidence},
			count(1),
		})
	})
}

func (b *book) sourceColumns() []column {
	s := b.style
	return []column{
		{heading: "ID", meaning: "the article's id in this timeline", width: 7, style: s.text},
		{heading: "Name", meaning: "the article's own id, or its file name", width: 26, style: s.wrap, wrap: true},
		{heading: "Title", meaning: "the article's title", width: 52, style: s.wrap, wrap: true},
		{heading: "Author", meaning: "who wrote it, as the article says", width: 24, style: s.wrap, wrap: true},
		{heading: "Published", meaning: "day of publication as a date of the spreadsheet", width: 12, style: s.date},
		{heading: "Published (ISO)", meaning: "publication date as precise as it is known", width: 17, style: s.iso},
		{heading: "URL", meaning: "where it was published", width: 40, style: s.text},
		{heading: "Language", meaning: "its language, as a BCP 47 tag", width: 11, style: s.text},
		{heading: "Events", meaning: "events of the timeline that it states", width: 10, style: s.number},
		{heading: "Characters", meaning: "length of its text in Unicode code points", width: 12, style: s.number},
		{heading: "SHA-256", meaning: "of its text as UTF-8: tells whether a text is the one that was read", width: 20, style: s.text, level: 1},
	}
}

// sourcesSheet lists the articles, one a row.
func (b *book) sourcesSheet() error {
	l := layout{name: "Sources", tab: "7A5A00", columns: b.sourceColumns(), frozen: 2, printed: 10}
	return b.list(l, len(b.timeline.Sources), func(i int, cells []cell) {
		s := &b.timeline.Sources[i]
		copy(cells, []cell{
			b.text(s.ID), b.text(s.Name), b.text(s.Title), b.text(s.Author), dayCell(s.Published.Truncate(calendar.Day)), b.text(s.Published.String()),
			b.web(s.URL), b.text(s.Language), count(b.index.eventsOf[s.ID]), count(s.Characters), b.text(s.SHA256),
		})
	})
}
