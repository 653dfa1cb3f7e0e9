package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"dateline/export/table"
	"dateline/timeline"
	"dateline/timeline/calendar"
)

func load(t testing.TB, name string) *timeline.Timeline {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/timelines", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, data)
}

func workbook(t testing.TB, tl *timeline.Timeline) (data []byte, cut int) {
	t.Helper()
	var b bytes.Buffer
	cut, err := Write(&b, tl, "dateline test", func(w io.Writer) error { return json.NewEncoder(w).Encode(tl) })
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), cut
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// cellsOf reads a list's rows below the header, by heading, as they are stored.
func cellsOf(t testing.TB, f *excelize.File, sheet string) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, v := range row {
			m[rows[0][i]] = v
		}
		list = append(list, m)
	}
	return list
}

var names = []string{"harbour", "antiquity", "hostile", "empty"}

func TestSheets(t *testing.T) {
	f := open(t, first(workbook(t, load(t, "harbour"))))
	want := "Timeline Actors Participation Sources Summary About Original"
	if got := strings.Join(f.GetSheetList(), " "); got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	for _, sheet := range strings.Fields(want)[:4] {
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 || tables[0].Name != sheet {
			t.Errorf("%s: tables %+v, %v", sheet, tables, err)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
	}
	for _, sheet := range []string{"Timeline", "Participation"} {
		formats, err := f.GetConditionalFormats(sheet)
		if err != nil || len(formats) < 2 {
			t.Errorf("%s: %d conditional formats, %v", sheet, len(formats), err)
		}
	}
	if title, err := f.GetCellValue("Summary", "A1"); title != "Veldmark’s second basin" || err != nil {
		t.Errorf("Summary is headed %q, %v", title, err)
	}
	if made, err := f.GetCellValue("About", "A2"); made != "made by dateline test" || err != nil {
		t.Errorf("About says %q, %v", made, err)
	}
}

func first(data []byte, _ int) []byte { return data }

// Every cell of the sheet Timeline says what its column says of the event.
func TestTimelineCells(t *testing.T) {
	for _, name := range names {
		tl := load(t, name)
		f := open(t, first(workbook(t, tl)))
		cells := cellsOf(t, f, "Timeline")
		if len(cells) != len(tl.Events)+len(tl.Undated) {
			t.Errorf("%s: %d rows", name, len(cells))
		}
		rows := table.NewRows(tl)
		for i, row := range cells {
			r := rows.Of(eventAt(tl, i))
			for j := range table.Columns {
				c := &table.Columns[j]
				want := clean(c.Text(&r))
				if c.Kind == table.Day && want != "" {
					want = itoa(table.Serial(c.Date(&r)))
				}
				if got := row[c.Heading]; got != want {
					t.Errorf("%s: row %d: %s is %q, want %q", name, i+2, c.Heading, got, want)
				}
			}
		}
	}
}

// The day of a date cell is the day of the ISO text beside it, as Excel counts days.
func TestDateCells(t *testing.T) {
	f := open(t, first(workbook(t, load(t, "harbour"))))
	if shown, err := f.GetCellValue("Timeline", "B6"); shown != "2023-02-03" || err != nil {
		t.Errorf("B6 shows %q, %v", shown, err)
	}
	for iso, serial := range map[string]int{"1900-03-01": 61, "2000-01-01": 36526, "9999-12-31": 2958465} {
		if got := table.Serial(calendar.Must(calendar.Parse(iso))); got != serial {
			t.Errorf("%s is %d, want %d", iso, got, serial)
		}
	}
	for _, iso := range []string{"1900-02-28", "1900", "2019-10", "-0049-03-15", "2019-10-03T10:30"} {
		if table.HoldsDay(calendar.Must(calendar.Parse(iso))) {
			t.Errorf("%s is taken for a spreadsheet's day", iso)
		}
	}
}

func TestParticipation(t *testing.T) {
	tl := load(t, "harbour")
	rows := cellsOf(t, open(t, first(workbook(t, tl))), "Participation")
	i := 0
	for e := range all(tl) {
		for _, p := range e.Actors {
			if r := rows[i]; r["Event ID"] != e.ID || r["Actor ID"] != p.ID || r["Role"] != string(p.Role) || r["Start (ISO)"] != e.Date.Interval().Start.String() {
				t.Errorf("row %d is %v, want %s of %s", i+2, r, p.Name, e.ID)
			}
			i++
		}
	}
	if i != len(rows) {
		t.Errorf("%d rows, want %d", len(rows), i)
	}
}

// The quote shows its trigger in bold.
func TestTriggerBold(t *testing.T) {
	f := open(t, first(workbook(t, load(t, "harbour"))))
	runs, err := f.GetCellRichText("Timeline", "N2")
	if err != nil {
		t.Fatal(err)
	}
	bold := ""
	for _, r := range runs {
		if r.Font != nil && r.Font.Bold {
			bold += r.Text
		}
	}
	if bold != "signed" {
		t.Errorf("%q is bold in %+v", bold, runs)
	}
}

func TestLinks(t *testing.T) {
	f := open(t, first(workbook(t, load(t, "harbour"))))
	for cell, want := range map[string]string{"G2": `HYPERLINK("https://news.example/veldmark/basin")`, "G3": `HYPERLINK("https://news.example/veldmark/strike?page=1&lang=en")`} {
		if got, err := f.GetCellFormula("Sources", cell); got != want || err != nil {
			t.Errorf("%s: %s, %v", cell, got, err)
		}
	}
	b := &book{}
	for _, url := range []string{"javascript:alert(1)", "file:///etc/passwd", "=1", "https://" + strings.Repeat("x", 255), "https://a\x01"} {
		if b.web(url).kind == link {
			t.Errorf("%q is a link", url)
		}
	}
}

// No cell but the links is a formula, whatever a text begins with.
func TestNoFormulas(t *testing.T) {
	data, _ := workbook(t, load(t, "hostile"))
	eachPart(t, data, func(name string, part []byte) {
		for _, f := range strings.SplitAfter(string(part), "<f>")[1:] {
			if strings.HasPrefix(name, "xl/worksheets/") && !strings.HasPrefix(f, `HYPERLINK("http`) {
				t.Errorf("%s has the formula %.60s", name, f)
			}
		}
	})
}

func TestCut(t *testing.T) {
	tl := load(t, "harbour")
	tl.Events[0].Summary = strings.Repeat("long ", 8000)
	tl.Events[1].Evidence[0].Text = strings.Repeat("👩", 20000)
	tl.Title = strings.Repeat("=", 40000)
	data, cut := workbook(t, tl)
	if cut != 3 {
		t.Errorf("%d texts cut, want 3", cut)
	}
	rows := cellsOf(t, open(t, data), "Timeline")
	for i, heading := range []string{"Summary", "Quote"} {
		s := rows[i][heading]
		if !strings.HasSuffix(s, Ellipsis) || unitsOf(s) > maxUnits || unitsOf(s) < maxUnits-1 || !utf8.ValidString(s) {
			t.Errorf("%s has %d units and ends in %q", heading, unitsOf(s), s[len(s)-20:])
		}
	}
}

// A list goes on in another sheet where one is full; the law is checked with small sheets.
func TestParts(t *testing.T) {
	for _, c := range []struct {
		n, capacity int
		want        []string
	}{
		{0, 3, []string{"L 0-0"}},
		{3, 3, []string{"L 0-3"}},
		{4, 3, []string{"L 0-3", "L (2) 3-4"}},
		{9, 3, []string{"L 0-3", "L (2) 3-6", "L (3) 6-9"}},
	} {
		var got []string
		for p := range parts("L", c.n, c.capacity) {
			got = append(got, p.sheet+" "+itoa(p.from)+"-"+itoa(p.to))
		}
		if strings.Join(got, ",") != strings.Join(c.want, ",") {
			t.Errorf("%d rows in sheets of %d: %v, want %v", c.n, c.capacity, got, c.want)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"_x0041_": "_x005F_x0041_", "_x005F_x0041_": "_x005F_x005F_x005F_x0041_", "_x41_": "_x41_", "a_x000D_b": "a_x005F_x000D_b", "_x": "_x",
	} {
		if got := guarded(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"a\x00b": "a\uFFFDb", "\x1b[0m": "\uFFFD[0m", "a\xff": "a\uFFFD", "tab\tcr\r\n": "tab\tcr\r\n", "\uFFFE": "\uFFFD", "é\u202e": "é\u202e"} {
		if got := clean(in); got != want {
			t.Errorf("%q is cleaned to %q, want %q", in, got, want)
		}
	}
}

// Any text is read back from its cell as it was, but for what XML cannot hold.
func TestTextRoundTrip(t *testing.T) {
	tl := load(t, "antiquity")
	rapid.Check(t, func(rt *rapid.T) {
		for i := range tl.Events {
			tl.Events[i].Summary = rapid.OneOf(rapid.StringN(1, 30, -1), rapid.StringMatching(`[ _x0-9A-F\r\n\t=<>&"'-]{1,20}`)).Draw(rt, "text")
		}
		rows := cellsOf(t, open(t, first(workbook(t, tl))), "Timeline")
		for i := range tl.Events {
			if got, want := rows[i]["Summary"], clean(tl.Events[i].Summary); got != want {
				rt.Errorf("%q comes back as %q", want, got)
			}
		}
	})
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		starts string
		unit   string
		labels string
		counts []int
	}{
		{"2019-11-02 2019-12 2020-02 2020", "month", "2019-11 2019-12 2020-01 2020-02", []int{1, 1, 0, 1}},
		{"2018 2020", "year", "2018 2019 2020", []int{1, 0, 1}},
		{"-0001 0001-05", "month", "", nil},
		{"1015 1170-01-01", "decade", "", nil},
		{"-0049 1850", "century", "", nil},
	} {
		tl := &timeline.Timeline{}
		for _, s := range strings.Fields(c.starts) {
			tl.Events = append(tl.Events, timeline.Event{Date: &timeline.Date{Start: calendar.Must(calendar.Parse(s))}})
		}
		p := countPeriods(tl)
		if p.unit.name != c.unit {
			t.Errorf("%s: by %s, want %s", c.starts, p.unit.name, c.unit)
			continue
		}
		var labels []string
		for i := range p.counts {
			labels = append(labels, p.label(i))
		}
		if c.labels != "" && strings.Join(labels, " ") != c.labels {
			t.Errorf("%s: %v", c.starts, labels)
		}
		sum := p.coarse
		for i, n := range p.counts {
			sum += n
			if c.counts != nil && n != c.counts[i] {
				t.Errorf("%s: %d in %s", c.starts, n, labels[i])
			}
		}
		if sum != len(tl.Events) {
			t.Errorf("%s: %d of %d events counted", c.starts, sum, len(tl.Events))
		}
	}
}

// Every part is well-formed XML, is there once and has its content type; the archive has no times.
func TestPackage(t *testing.T) {
	for _, name := range names {
		data, _ := workbook(t, load(t, name))
		var types string
		var parts []string
		eachPart(t, data, func(part string, content []byte) {
			parts = append(parts, part)
			if part == contentTypes {
				types = string(content)
			}
			d := xml.NewDecoder(bytes.NewReader(content))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %s: %v", name, part, err)
				}
			}
		})
		for i, part := range parts {
			if i > 1 && part <= parts[i-1] {
				t.Errorf("%s: %s comes after %s", name, part, parts[i-1])
			}
			if part != contentTypes && !strings.HasSuffix(part, ".rels") && !strings.Contains(types, `PartName="/`+part+`"`) {
				t.Errorf("%s: %s has no content type", name, part)
			}
		}
	}
}

func eachPart(t *testing.T, data []byte, see func(name string, content []byte)) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		see(part.Name, content)
	}
}
