package export

import (
	"io"
	"strings"

	"github.com/parquet-go/parquet-go"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// parquetEvent is a row of the Parquet file: an event with everything the JSON says of it, but for what its
// evidence rests on. Columns are added, never renamed or retyped, within a version of timeline.Format. What is not
// known is null; lists are empty, never null.
//
// Dates stand there twice: as ISO 8601 text, at their own precision and across all years, and as the first
// and last day that they can mean (DATE), for comparing and grouping; those are null where the end is open
// or the year is not one of 1 to 9999, which pandas cannot hold.
//
// Actors are a list of structs, for DuckDB's UNNEST and for pandas' explode with json_normalize: parallel
// lists would have to be unnested in step. Texts that repeat have dictionaries.
type parquetEvent struct {
	ID          string               `parquet:"id"`
	Start       *string              `parquet:"start,optional,dict"`
	End         *string              `parquet:"end,optional,dict"`
	FirstDay    *int32               `parquet:"first_day,optional,date"`
	LastDay     *int32               `parquet:"last_day,optional,date"`
	Summary     string               `parquet:"summary"`
	Label       string               `parquet:"label,dict"`
	Status      string               `parquet:"status,dict"`
	Confidence  float64              `parquet:"confidence"`
	Attribution *string              `parquet:"attribution,optional,dict"`
	Actors      []parquetParticipant `parquet:"actors,list"`
	Places      []string             `parquet:"places,list" parquet-element:",dict"`
	Evidence    []parquetEvidence    `parquet:"evidence,list"`
	EDTF        *string              `parquet:"edtf,optional,dict"`
	Precision   *string              `parquet:"precision,optional,dict"`
	Approximate *bool                `parquet:"approximate,optional"`
	Ambiguous   *bool                `parquet:"ambiguous,optional"`
	Basis       *string              `parquet:"basis,optional,dict"`
	Anchor      *string              `parquet:"anchor,optional,dict"`
	DateText    *string              `parquet:"date_text,optional,dict"`
	TimexType   *string              `parquet:"timex_type,optional,dict"`
	TimexValue  *string              `parquet:"timex_value,optional,dict"`
	TimexMod    *string              `parquet:"timex_mod,optional,dict"`
}

type parquetParticipant struct {
	ID   string `parquet:"id,dict"`
	Name string `parquet:"name,dict"`
	Type string `parquet:"type,dict"`
	Role string `parquet:"role,dict"`
}

// parquetEvidence is a sentence, with what its source's id stands for.
type parquetEvidence struct {
	Source       string  `parquet:"source,dict"`
	Name         string  `parquet:"name,dict"`
	Title        *string `parquet:"title,optional,dict"`
	URL          *string `parquet:"url,optional,dict"`
	Published    *string `parquet:"published,optional,dict"`
	Text         string  `parquet:"text"`
	Start        int32   `parquet:"start"` // code points into the article's text
	End          int32   `parquet:"end"`   // exclusive
	Trigger      string  `parquet:"trigger,dict"`
	TriggerStart int32   `parquet:"trigger_start"`
	TriggerEnd   int32   `parquet:"trigger_end"`
}

const (
	parquetGroup = 1 << 16 // rows of a row group, which is held in memory while it is written
	parquetBatch = 1 << 10 // rows that are converted at a time
)

// writeParquet writes an Apache Parquet file, compressed by Zstandard: one event a row, the undated ones
// last. The timeline's title and format stand in the file's metadata; aliases and titles of actors are in the
// JSON alone.
func writeParquet(w io.Writer, t *timeline.Timeline, o options) (Lost, error) {
	name, version, _ := strings.Cut(o.program, " ")
	out := parquet.NewGenericWriter[parquetEvent](w,
		parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(parquetGroup), parquet.CreatedBy(name, version, ""),
		parquet.KeyValueMetadata("dateline.format", timeline.Format), parquet.KeyValueMetadata("dateline.title", t.Title),
	)
	sources := sourcesByID(t)
	batch := make([]parquetEvent, 0, parquetBatch)
	flush := func() error {
		_, err := out.Write(batch)
		batch = batch[:0]
		return err
	}
	for e := range everyEvent(t) {
		if batch = append(batch, parquetRow(e, sources)); len(batch) == cap(batch) {
			if err := flush(); err != nil {
				return nil, err
			}
		}
	}
	if err := flush(); err != nil {
		return nil, err
	}
	return nil, out.Close()
}

func parquetRow(e *timeline.Event, sources map[string]*timeline.Source) parquetEvent {
	row := parquetEvent{
		ID: e.ID, Summary: e.Summary, Label: e.Label, Status: string(e.Status), Confidence: e.Confidence, Attribution: orNull(e.Attribution), Places: e.Places,
		Actors: make([]parquetParticipant, len(e.Actors)), Evidence: make([]parquetEvidence, len(e.Evidence)),
	}
	for i, p := range e.Actors {
		row.Actors[i] = parquetParticipant{p.ID, p.Name, string(p.Type), string(p.Role)}
	}
	for i := range e.Evidence {
		x := &e.Evidence[i]
		s := sources[x.Source]
		if s == nil {
			s = &timeline.Source{}
		}
		row.Evidence[i] = parquetEvidence{
			Source: x.Source, Name: s.Name, Title: orNull(s.Title), URL: orNull(s.URL), Published: orNull(s.Published.String()),
			Text: x.Text, Start: int32(x.Start), End: int32(x.End), Trigger: x.Trigger.Text, TriggerStart: int32(x.Trigger.Start), TriggerEnd: int32(x.Trigger.End),
		}
	}
	if d := e.Date; d != nil {
		row.Start, row.End = orNull(d.Start.String()), orNull(d.End.String())
		row.FirstDay, row.LastDay = epochDay(d.Start.FirstDay()), epochDay(d.End.LastDay())
		row.EDTF, row.Precision, row.Basis = orNull(d.EDTF), orNull(d.Precision.String()), orNull(string(d.Basis))
		row.Approximate, row.Ambiguous = &d.Approximate, &d.Ambiguous
		row.Anchor, row.DateText = orNull(d.Anchor.String()), orNull(d.Text)
		if d.Timex != nil {
			row.TimexType, row.TimexValue, row.TimexMod = orNull(d.Timex.Type), orNull(d.Timex.Value), orNull(d.Timex.Mod)
		}
	}
	return row
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

var epoch = calendar.Must(calendar.OfDay(1970, 1, 1))

// epochDay counts the days from 1970-01-01 to d, as Parquet's DATE does; null where there is no day or no
// datetime.date of Python.
func epochDay(d calendar.Date) *int32 {
	if d.IsZero() || d.Year() < 1 {
		return nil
	}
	n := int32(epoch.DaysUntil(d))
	return &n
}
