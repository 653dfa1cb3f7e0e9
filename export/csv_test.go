package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/export/table"
	"dateline/timeline"
)

// csvRows reads the rows below the header, by column.
func csvRows(t interface{ Fatal(...any) }, data []byte) []map[string]string {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		list = append(list, m)
	}
	return list
}

// unixLines is the text as encoding/csv reads it: it turns CRLF within a cell into LF.
func unixLines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// One row an event, undated ones last; no cell is a formula; taking the guard off gives the text back.
func TestCSVLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := anyTimeline(t)
		var opts []Option
		excel := rapid.Bool().Draw(t, "excel")
		if excel {
			opts = append(opts, Excel())
		}
		var b bytes.Buffer
		if _, err := Write(&b, tl, CSV, opts...); err != nil {
			t.Fatal(err)
		}
		data, marked := bytes.CutPrefix(b.Bytes(), []byte("\ufeff"))
		if marked != excel {
			t.Fatalf("byte order mark: %t", marked)
		}
		rows := csvRows(t, data)
		events := append(append([]timeline.Event{}, tl.Events...), tl.Undated...)
		if len(rows) != len(events) {
			t.Fatalf("%d rows for %d events", len(rows), len(events))
		}
		of := table.NewRows(tl)
		for i, row := range rows {
			r := of.Of(&events[i])
			for j := range table.Columns {
				c := &table.Columns[j]
				if c.Name == "" {
					continue
				}
				cell := row[c.Name]
				if beginsFormula(cell) && cell[0] != '\'' && c.Kind != table.Number && (c.Kind != table.ISO || excel) {
					t.Fatalf("%s: %q is a formula", c.Name, cell)
				}
				if c.Kind != table.ISO && unguarded(cell) != unixLines(c.Text(&r)) && cell != unixLines(c.Text(&r)) {
					t.Fatalf("%s: %q, want %q", c.Name, cell, c.Text(&r))
				}
			}
			if start := events[i].Date.Interval().Start.String(); !excel && row["start"] != start {
				t.Fatalf("start %q, want %q", row["start"], start)
			}
		}
	})
}

func TestGuard(t *testing.T) {
	text, date := &table.Column{Kind: table.Text}, &table.Column{Kind: table.ISO}
	for _, c := range []struct {
		column       *table.Column
		in           string
		plain, excel string
	}{
		{text, "met", "met", "met"},
		{text, "", "", ""},
		{text, "=1+1", "'=1+1", "'=1+1"},
		{text, "+1", "'+1", "'+1"},
		{text, "-1", "'-1", "'-1"},
		{text, "@a", "'@a", "'@a"},
		{text, "\t=1", "'\t=1", "'\t=1"},
		{text, "\r=1", "'\r=1", "'\r=1"},
		{text, "＝1", "'＝1", "'＝1"},
		{text, "'tis", "'tis", "'tis"},
		{text, "'=1", "''=1", "''=1"},
		{text, "a=b", "a=b", "a=b"},
		{date, "2019-10-03", "2019-10-03", "2019-10-03"},
		{date, "-0049", "-0049", "'-0049"},
		{date, "-0049-03-15", "-0049-03-15", "'-0049-03-15"},
		{date, "-0049/-0044", "-0049/-0044", "'-0049/-0044"},
		{date, "-cmd", "'-cmd", "'-cmd"},
		{date, "=1", "'=1", "'=1"},
	} {
		if got := guard(c.column, c.in, false); got != c.plain || unguarded(got) != c.in {
			t.Errorf("%q is written %q, want %q", c.in, got, c.plain)
		}
		if got := guard(c.column, c.in, true); got != c.excel || unguarded(got) != c.in {
			t.Errorf("%q is written %q for Excel, want %q", c.in, got, c.excel)
		}
	}
}

func TestCSVForm(t *testing.T) {
	data, _ := write(t, inputs(t)["hostile"], CSV)
	if !bytes.HasSuffix(data, []byte("\r\n")) || !bytes.HasPrefix(data, []byte("id,start,end,summary,")) {
		t.Errorf("%q", data)
	}
	names := map[string]bool{}
	for _, c := range table.Columns {
		if c.Name != "" && names[c.Name] || c.Meaning == "" || c.Heading == "" {
			t.Errorf("column %+v", c)
		}
		names[c.Name] = true
	}
}
