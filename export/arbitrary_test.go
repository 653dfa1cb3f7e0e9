package export

import (
	"fmt"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

func sameDate(a, b calendar.Date) bool { return a == b }

// anyText is a text that is not empty: hostile more often than not.
func anyText(t *rapid.T, label string) string {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"met", "Dalton Reyes", "=1+1", "+1", "-1", "@x", "\ttab", "\r", "a\r\nb", `"`, "'", "'=", "''-", "a; b", " ", "_x0041_", "_x005F_x0041_", "عاش", "👩🏽\u200d🚀", "\u202e", "\u2028", "\x00", "<b>&amp;", "＝x"}),
		rapid.StringN(1, 20, -1),
	).Draw(t, label)
}

func anyDate(t *rapid.T) calendar.Date {
	y, m := rapid.IntRange(-9999, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
	d := calendar.Must(calendar.OfDay(y, m, rapid.IntRange(1, calendar.DaysIn(y, m)).Draw(t, "day")))
	p := rapid.SampledFrom([]calendar.Precision{calendar.Year, calendar.Month, calendar.Day, calendar.Minute, calendar.Second}).Draw(t, "precision")
	if p > calendar.Day {
		d = calendar.Must(d.At(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 7, p))
		if rapid.Bool().Draw(t, "zoned") {
			d = d.In(rapid.IntRange(-840, 840).Draw(t, "zone"))
		}
	}
	return d.Truncate(p)
}

func anyEventDate(t *rapid.T) *timeline.Date {
	i := calendar.Of(anyDate(t))
	switch rapid.IntRange(0, 4).Draw(t, "shape") {
	case 0:
		if later := anyDate(t); later.LastDay().Compare(i.Start.FirstDay()) >= 0 {
			i.End = later
		}
	case 1:
		i.Start = calendar.Date{}
	case 2:
		i.End = calendar.Date{}
	}
	d := &timeline.Date{
		Start: i.Start, End: i.End, Precision: calendar.Precision(rapid.IntRange(1, 13).Draw(t, "precision")),
		Approximate: rapid.Bool().Draw(t, "approximate"), Ambiguous: rapid.Bool().Draw(t, "ambiguous"),
		Basis: rapid.SampledFrom(timeline.Bases[:]).Draw(t, "basis"),
	}
	d.EDTF = i.EDTF(d.Precision, d.Approximate)
	if d.Basis != timeline.Inherited {
		d.Text, d.Timex = anyText(t, "text"), &timeline.Timex{Type: "DATE", Value: i.EDTF(calendar.Day, false)}
	}
	return d
}

func anyTimeline(t *rapid.T) *timeline.Timeline {
	tl := &timeline.Timeline{Format: timeline.Format, Title: anyText(t, "title"), Sources: []timeline.Source{}, Actors: []timeline.Actor{}, Events: []timeline.Event{}}
	for i := range rapid.IntRange(1, 3).Draw(t, "sources") {
		tl.Sources = append(tl.Sources, timeline.Source{ID: fmt.Sprintf("s%d", i+1), Name: anyText(t, "name"), URL: anyText(t, "url"), SHA256: fmt.Sprintf("%064x", i), Characters: i, Published: anyDate(t)})
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "actors") {
		tl.Actors = append(tl.Actors, timeline.Actor{
			ID: fmt.Sprintf("a%d", i+1), Name: anyText(t, "name"), Type: rapid.SampledFrom(timeline.ActorTypes[:]).Draw(t, "type"),
			Aliases: []string{anyText(t, "alias")}, Titles: []string{}, Sources: []timeline.Mentions{{Source: "s1", Mentions: 1}},
		})
	}
	n := rapid.IntRange(0, 4).Draw(t, "events")
	for i := range n {
		e := anyEvent(t, tl, i+1)
		e.Date = anyEventDate(t)
		tl.Events = append(tl.Events, e)
	}
	if rapid.Bool().Draw(t, "undated") {
		tl.Undated = []timeline.Event{anyEvent(t, tl, n+1)}
	}
	return tl
}

func anyEvent(t *rapid.T, tl *timeline.Timeline, number int) timeline.Event {
	e := timeline.Event{
		ID: fmt.Sprintf("e%d", number), Label: anyText(t, "label"), Summary: anyText(t, "summary"), Status: rapid.SampledFrom(timeline.Statuses[:]).Draw(t, "status"),
		Actors: []timeline.Participant{}, Places: []string{}, Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"), Evidence: []timeline.Evidence{},
	}
	for range rapid.IntRange(0, 2).Draw(t, "participants") {
		a := rapid.SampledFrom(tl.Actors).Draw(t, "actor")
		e.Actors = append(e.Actors, timeline.Participant{ID: a.ID, Name: a.Name, Type: a.Type, Role: rapid.SampledFrom(timeline.Roles[:]).Draw(t, "role")})
	}
	if rapid.Bool().Draw(t, "place") {
		e.Places = append(e.Places, anyText(t, "place"))
	}
	for range rapid.IntRange(0, 2).Draw(t, "evidence") {
		trigger := anyText(t, "trigger")
		at := rapid.IntRange(0, 100).Draw(t, "offset")
		quote := "é" + trigger + anyText(t, "quote")
		e.Evidence = append(e.Evidence, timeline.Evidence{
			Source: rapid.SampledFrom(tl.Sources).Draw(t, "source").ID, Start: at, End: at + len([]rune(quote)), Text: quote,
			Trigger: timeline.Trigger{Start: at + 1, End: at + 1 + len([]rune(trigger)), Text: trigger},
		})
	}
	return e
}
