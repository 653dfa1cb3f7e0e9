package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"dateline/timeline"
)

func parquetRows(t interface{ Fatal(...any) }, data []byte) []parquetEvent {
	r := parquet.NewGenericReader[parquetEvent](bytes.NewReader(data))
	defer r.Close()
	rows := make([]parquetEvent, r.NumRows())
	if n, err := r.Read(rows); n != len(rows) || err != nil && err != io.EOF {
		t.Fatal(n, err)
	}
	return rows
}

// What is written is read back with the library's own reader.
func TestParquetLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := anyTimeline(t)
		var b bytes.Buffer
		if _, err := Write(&b, tl, Parquet); err != nil {
			t.Fatal(err)
		}
		var want []parquetEvent
		for e := range everyEvent(tl) {
			want = append(want, parquetRow(e, sourcesByID(tl)))
		}
		got := parquetRows(t, b.Bytes())
		same := cmp.Comparer(func(a, b []parquetParticipant) bool { return slices.Equal(a, b) })
		if diff := cmp.Diff(want, got, same, cmp.Comparer(func(a, b []string) bool { return slices.Equal(a, b) }), cmp.Transformer("evidence", func(x []parquetEvidence) string { return fmt.Sprintf("%d", len(x)) })); len(want)+len(got) > 0 && diff != "" {
			t.Fatal(diff)
		}
		for i := range want {
			for j := range want[i].Evidence {
				if diff := cmp.Diff(want[i].Evidence[j], got[i].Evidence[j]); diff != "" {
					t.Fatal(diff)
				}
			}
		}
	})
}

// The columns and their types are a contract with those who query the file.
func TestParquetSchema(t *testing.T) {
	data, _ := write(t, inputs(t)["harbour"], Parquet, Program("dateline test"))
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	for _, path := range f.Schema().Columns() {
		leaf, _ := f.Schema().Lookup(path...)
		columns = append(columns, strings.Join(path, ".")+" "+leaf.Node.Type().String())
	}
	want := []string{
		"id STRING", "start STRING", "end STRING", "first_day DATE", "last_day DATE", "summary STRING", "label STRING", "status STRING", "confidence DOUBLE", "attribution STRING",
		"actors.list.element.id STRING", "actors.list.element.name STRING", "actors.list.element.type STRING", "actors.list.element.role STRING", "places.list.element STRING",
		"evidence.list.element.source STRING", "evidence.list.element.name STRING", "evidence.list.element.title STRING", "evidence.list.element.url STRING", "evidence.list.element.published STRING",
		"evidence.list.element.text STRING", "evidence.list.element.start INT(32,true)", "evidence.list.element.end INT(32,true)", "evidence.list.element.trigger STRING", "evidence.list.element.trigger_start INT(32,true)", "evidence.list.element.trigger_end INT(32,true)",
		"edtf STRING", "precision STRING", "approximate BOOLEAN", "ambiguous BOOLEAN", "basis STRING", "anchor STRING", "date_text STRING", "timex_type STRING", "timex_value STRING", "timex_mod STRING",
	}
	if diff := cmp.Diff(want, columns); diff != "" {
		t.Error(diff)
	}
	if got := f.Metadata().CreatedBy; got != "dateline version test(build )" {
		t.Errorf("created by %q", got)
	}
	if title, _ := f.Lookup("dateline.title"); title != "Veldmark’s second basin" {
		t.Errorf("title %q", title)
	}
}

// Days are those of the proleptic Gregorian calendar; what pandas cannot hold is null.
func TestParquetDays(t *testing.T) {
	tl := &timeline.Timeline{}
	for _, iso := range []string{"1970-01-01", "1969", "2024-02", "0001-01-01", "0000", "-0049-03-15", "2024-05-14T23:30+14:00"} {
		d := &timeline.Date{}
		if err := d.Start.UnmarshalText([]byte(iso)); err != nil {
			t.Fatal(err)
		}
		d.End = d.Start
		tl.Events = append(tl.Events, timeline.Event{ID: iso, Date: d})
	}
	data, _ := write(t, tl, Parquet)
	var got []string
	for _, row := range parquetRows(t, data) {
		days := "null"
		if row.FirstDay != nil {
			days = fmt.Sprint(*row.FirstDay, " to ", *row.LastDay)
		}
		got = append(got, row.ID+": "+days)
	}
	want := []string{"1970-01-01: 0 to 0", "1969: -365 to -1", "2024-02: 19754 to 19782", "0001-01-01: -719162 to -719162", "0000: null", "-0049-03-15: null", "2024-05-14T23:30+14:00: 19857 to 19857"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
