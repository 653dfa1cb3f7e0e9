// Package export writes a timeline in the forms that people and programs read, and reads back those that
// hold one whole.
//
// Comes in: a timeline.Timeline, which Write never changes. Goes out: bytes that depend on the timeline
// and the options alone, the same on every machine and in every time zone; and a Lost, which counts what
// the form could not hold. Nothing is left out or cut that Lost does not name.
//
// The formats stand in one table, formats, below; Formats, ByName and ByPath are views of it, from which
// a command builds its help and picks by file extension. A format is one file of this package that has
// one function of type writer, or a package below it where it takes more than a file:
//
//	json.go, schema.json   the contract: everything, in one document; read.go reads it back
//	readas.go              the formats that are read back, with package revise for corrected spreadsheets
//	jsonl.go               one event a line, for streams
//	csv.go                 one event a row; the columns are those of package table
//	xlsx.go                the researcher's workbook, made by package xlsx
//	html.go                a page to look at, made by package html
//	parquet.go             the same for DuckDB and pandas, in columns
//	markdown.go            a list to read, by year and day
//	ics.go                 a calendar (RFC 5545)
//	timelinejs.go, vis.go  the input of two JavaScript timelines
//	display.go             dates in words, for those that people read
//
// To add a format: its file, its line in formats, its golden files (go test ./export -update).
package export

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/timeline"
)

// Format names one of the forms that a timeline is written in.
type Format string

// The formats.
const (
	JSON Format = "json"
	CSV  Format = "csv"
	XLSX Format = "xlsx"

	JSONL      Format = "jsonl"
	Parquet    Format = "parquet"
	Markdown   Format = "markdown"
	HTML       Format = "html"
	ICalendar  Format = "icalendar"
	TimelineJS Format = "timelinejs"
	Vis        Format = "vis"
)

// writer writes a timeline in one format and says what the format could not hold.
type writer func(io.Writer, *timeline.Timeline, options) (Lost, error)

// formats lists every format, in the order in which help shows them. Those without a reader are written only.
var formats = [...]struct {
	Info
	write writer
	read  reader
}{
	{Info{JSON, []string{".json"}, "everything, by the published schema; the form that holds all"}, writeJSON, readJSON},
	{Info{CSV, []string{".csv"}, "one event a row (RFC 4180); read back when corrected"}, writeCSV, readCSV},
	{Info{XLSX, []string{".xlsx"}, "a workbook: timeline, actors, participation, sources, summary; read back when corrected"}, writeXLSX, readXLSX},
	{Info{JSONL, []string{".jsonl", ".ndjson"}, "one event a line, as in the JSON, with its sources"}, writeJSONL, nil},
	{Info{Parquet, []string{".parquet"}, "a table of events for DuckDB and pandas, with lists of actors and evidence"}, writeParquet, nil},
	{Info{Markdown, []string{".md"}, "a list to read, by year"}, writeMarkdown, nil},
	{Info{HTML, []string{".html", ".htm"}, "a page to look at in a browser, with a chart, search and filters; needs no network"}, writeHTML, nil},
	{Info{ICalendar, []string{".ics"}, "a calendar (RFC 5545) of the events since the year 1"}, writeICalendar, nil},
	{Info{TimelineJS, []string{".timelinejs.json"}, "the input of TimelineJS 3"}, writeTimelineJS, nil},
	{Info{Vis, []string{".vis.json"}, "items and groups for vis-timeline"}, writeVis, nil},
}

// Info describes a format to people.
type Info struct {
	Format      Format
	Extensions  []string // of file names, in lower case, with the dot
	Description string   // a phrase
}

// Formats describes every format, in the order in which help shows them.
func Formats() []Info {
	list := make([]Info, len(formats))
	for i, f := range formats {
		list[i] = f.Info
	}
	return list
}

// ErrUnknownFormat is wrapped by the error for a format or a file extension that is not in Formats.
var ErrUnknownFormat = errors.New("unknown format")

// ByName gives the format of that name, in any case; the error wraps ErrUnknownFormat.
func ByName(name string) (Format, error) {
	for _, f := range formats {
		if strings.EqualFold(name, string(f.Format)) {
			return f.Format, nil
		}
	}
	return "", fmt.Errorf("%w %q: known are %s", ErrUnknownFormat, name, list(func(i Info) string { return string(i.Format) }))
}

// ByPath gives the format of a file by its extension, in any case; the longest one that fits counts
// (x.timelinejs.json is not JSON). The error wraps ErrUnknownFormat.
func ByPath(path string) (Format, error) {
	var found Format
	longest := 0
	for _, f := range formats {
		for _, ext := range f.Extensions {
			if len(ext) > longest && strings.HasSuffix(strings.ToLower(path), ext) {
				found, longest = f.Format, len(ext)
			}
		}
	}
	if longest == 0 {
		return "", fmt.Errorf("%w of %q: known extensions are %s", ErrUnknownFormat, path, list(func(i Info) string { return strings.Join(i.Extensions, " ") }))
	}
	return found, nil
}

func list(of func(Info) string) string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = of(f.Info)
	}
	return strings.Join(names, " ")
}

// Option changes how Write writes.
type Option func(*options)

type options struct {
	bom     bool
	program string
}

// Excel makes the CSV one that Excel opens by a double click as it is meant: UTF-8 announced by a byte
// order mark, and negative years kept from being computed (see CSV in csv.go). Other formats ignore it.
func Excel() Option { return func(o *options) { o.bom = true } }

// Program names the program and version that the output mentions as its maker, where the format has a
// place for it (the workbook's sheet About, a calendar's PRODID). Without it they say "Dateline".
func Program(name string) Option { return func(o *options) { o.program = name } }

// Write writes the timeline to w in format f. Lost counts what the format could not hold; it is whole only
// where there is no error. An error of w is wrapped; the error for a format that is not in Formats wraps
// ErrUnknownFormat.
func Write(w io.Writer, t *timeline.Timeline, f Format, opts ...Option) (Lost, error) {
	o := options{program: "Dateline"}
	for _, set := range opts {
		set(&o)
	}
	for _, known := range formats {
		if known.Format == f {
			lost, err := known.write(w, t, o)
			if err != nil {
				return lost, fmt.Errorf("write %s: %w", f, err)
			}
			return lost, nil
		}
	}
	_, err := ByName(string(f))
	return nil, err
}
