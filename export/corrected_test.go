package export

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dateline/timeline"
)

// workbook is an exported timeline in the hands of a person.
type workbook struct {
	t *testing.T
	*excelize.File
}

func (w workbook) do(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// at is the name of the cell in the row of an id (or the n-th row, "#n") under a heading.
func (w workbook) at(sheet, id, heading string) string {
	w.t.Helper()
	rows, err := w.GetRows(sheet)
	w.do(err)
	column := slices.Index(rows[0], heading) + 1
	row := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == id }) + 1
	if n, err := fmt.Sscanf(id, "#%d", &row); n == 1 && err == nil {
		row = max(row, 1)
	}
	if column == 0 || row == 0 {
		w.t.Fatalf("no cell %s of %s in %s", heading, id, sheet)
	}
	name, err := excelize.CoordinatesToCellName(column, row)
	w.do(err)
	return name
}

// set types a value into a cell of the sheet Timeline; in into one of another sheet.
func (w workbook) set(id, heading string, value any) { w.in("Timeline", id, heading, value) }

func (w workbook) in(sheet, id, heading string, value any) {
	w.t.Helper()
	w.do(w.SetCellValue(sheet, w.at(sheet, id, heading), value))
}

// drop deletes a row.
func (w workbook) drop(sheet, id string) {
	w.t.Helper()
	_, row, err := excelize.CellNameToCoordinates(w.at(sheet, id, w.firstHeading(sheet)))
	w.do(err)
	w.do(w.RemoveRow(sheet, row))
}

func (w workbook) firstHeading(sheet string) string {
	v, err := w.GetCellValue(sheet, "A1")
	w.do(err)
	return v
}

// corrections are what a person does in the workbook of testdata/timelines/harbour.json, and what then
// differs in the timeline: a line for each value, as in the JSON, and one for each cell complained of.
var corrections = []struct {
	name string
	edit func(workbook)
	want string
}{
	{"nothing", func(workbook) {}, ""},
	{"a date as text", func(w workbook) { w.set("e5", "Start (ISO)", "2 March 2023") }, `
		e5.date.edtf: 2023-02-03 → 2023-03-02
		e5.date.end: 2023-02-03 → 2023-03-02
		e5.date.start: 2023-02-03 → 2023-03-02`},
	{"a date of the spreadsheet", func(w workbook) { w.set("e5", "Start", 44987) }, `
		e5.date.edtf: 2023-02-03 → 2023-03-02
		e5.date.end: 2023-02-03 → 2023-03-02
		e5.date.start: 2023-02-03 → 2023-03-02`},
	{"a stretch", func(w workbook) { w.set("e5", "Start (ISO)", "2023-02/2023-03") }, `
		e5.date.edtf: 2023-02-03 → 2023-02/2023-03
		e5.date.end: 2023-02-03 → 2023-03
		e5.date.precision: day → month
		e5.date.start: 2023-02-03 → 2023-02`},
	{"a decade, about", func(w workbook) { w.set("e10", "Start (ISO)", "199X~") }, `
		e10.date.approximate: false → true
		e10.date.edtf: 2026 → ~1990/~1999
		e10.date.end: 2026 → 1999
		e10.date.precision: year → decade
		e10.date.start: 2026 → 1990
		end: 2026 → 2024-05-24
		start: 2022-03 → 1990`},
	{"EDTF", func(w workbook) { w.set("e2", "EDTF", "2022-21") }, `
		e2.date.approximate: true → false
		e2.date.edtf: ~2022-~03/~2022-~04 → 2022-21
		e2.date.end: 2022-04 → 2022-05
		e2.date.precision: week → season`},
	{"an end alone", func(w workbook) { w.set("e5", "End (ISO)", "2023-02-05") }, `
		e5.date.edtf: 2023-02-03 → 2023-02-03/2023-02-05
		e5.date.end: 2023-02-03 → 2023-02-05`},
	{"an end taken away", func(w workbook) { w.set("e9", "End (ISO)", ""); w.set("e9", "End", "") }, `
		e9.date.edtf: 2024-05-20/2024-05-24 → 2024-05-20/..
		e9.date.end: 2024-05-24 → (none)`},
	{"a date found", func(w workbook) { w.set("e12", "Start (ISO)", 2021) }, `
		e12.date.approximate: (none) → false
		e12.date.basis: (none) → stated
		e12.date.edtf: (none) → 2021
		e12.date.end: (none) → 2021
		e12.date.precision: (none) → year
		e12.date.start: (none) → 2021
		start: 2022-03 → 2021`},
	{"BC", func(w workbook) { w.set("e10", "Start (ISO)", "44 BC") }, `
		e10.date.edtf: 2026 → -0043
		e10.date.end: 2026 → -0043
		e10.date.start: 2026 → -0043
		end: 2026 → 2024-05-24
		start: 2022-03 → -0043`},
	{"status, confidence, places", func(w workbook) {
		w.set("e5", "Status", " Denied")
		w.set("e5", "Confidence", "55%")
		w.set("e5", "Places", "Lissen; Veldmark")
	}, `
		e5.confidence: 0.93 → 0.55
		e5.places: [Lissen] → [Lissen Veldmark]
		e5.status: occurred → denied`},
	{"an actor renamed", func(w workbook) { w.in("Actors", "a4", "Name", "Clear Water e.V.") }, `
		a4.name: Clear Water → Clear Water e.V.
		e3.actors: [Clear Water/organization/agent Veldmark Harbour Authority/organization/patient] → [Clear Water e.V./organization/agent Veldmark Harbour Authority/organization/patient]
		e5.actors: [Clear Water/organization/patient] → [Clear Water e.V./organization/patient]`},
	{"an actor's type", func(w workbook) { w.in("Actors", "a6", "Type", "other") }, `
		a6.type: organization → other
		e9.actors: [Havnelaget/organization/agent] → [Havnelaget/other/agent]`},
	{"an actor taken out", func(w workbook) { w.drop("Actors", "a6") }, `
		a6: there → (none)
		e9.actors: [Havnelaget/organization/agent] → []`},
	{"another actor takes the role", func(w workbook) { w.set("e5", "Actors", "Ilse Brandt") }, `
		a2.events: 2 → 3
		a4.events: 2 → 1
		e5.actors: [Clear Water/organization/patient] → [Ilse Brandt/person/patient]`},
	{"a new actor in a role", func(w workbook) { w.set("e5", "Agents", "Court of Lissen") }, `
		a7: (none) → Court of Lissen/other
		e5.actors: [Clear Water/organization/patient] → [Court of Lissen/other/agent Clear Water/organization/patient]`},
	{"a role in Participation", func(w workbook) { w.in("Participation", "e9", "Role", "patient") }, `
		e9.actors: [Havnelaget/organization/agent] → [Havnelaget/organization/patient]`},
	{"an actor in Participation", func(w workbook) { w.in("Participation", "e9", "Actor", "Ilse Brandt") }, `
		a2.events: 2 → 3
		a6.events: 1 → 0
		e9.actors: [Havnelaget/organization/agent] → [Ilse Brandt/person/agent]`},
	{"a participation more", func(w workbook) {
		w.do(w.SetSheetRow("Participation", "A40", &[]any{"e10", "", "Nordkai Engineering", "", "agent"}))
	}, `
		a3.events: 2 → 3
		e10.actors: [] → [Nordkai Engineering/organization/agent]`},
	{"rows deleted", func(w workbook) { w.drop("Timeline", "e9"); w.drop("Timeline", "e1") }, `
		a1.events: 3 → 2
		a3.events: 2 → 1
		a6.events: 1 → 0
		e1: there → (none)
		e9: there → (none)`},
	{"a row added", func(w workbook) {
		w.do(w.SetSheetRow("Timeline", "A30", &[]any{"", "", "2025-02", "", "", "Ilse Brandt resigned"}))
		w.do(w.SetCellValue("Timeline", "J30", "Ilse Brandt; The board"))
	}, `
		a2.events: 2 → 3
		a7: (none) → The board/other
		e13: (none) → 2025-02 Ilse Brandt resigned`},
	{"a source", func(w workbook) {
		w.in("Sources", "s1", "Name", "gazette")
		w.in("Sources", "s1", "Published (ISO)", "2024-05")
	}, `
		s1.name: basin → gazette
		s1.published: 2024-05-15 → 2024-05`},
	{"a sentence corrected", func(w workbook) {
		w.set("e9", "Quote", "So the workers went on strike.")
		w.set("e9", "Trigger", "went on strike")
	}, `
		e9.evidence: [map[end:269 source:s2 start:224 text:Workers went on strike between 20 and 24 May. trigger:map[end:246 start:240 text:strike]]] → [map[end:254 source:s2 start:224 text:So the workers went on strike. trigger:map[end:253 start:239 text:went on strike]]]`},
	{"unreadable cells", func(w workbook) {
		w.set("e5", "Start (ISO)", "some day")
		w.set("e5", "Status", "hapened")
		w.set("e5", "Confidence", 86)
		w.set("e9", "End (ISO)", "2019-01-01")
		w.set("e9", "Sort", 3)
		w.set("e1", "Summary", "")
		w.set("e1", "Start (ISO)", "04/05/2022")
		w.in("Participation", "e9", "Role", "boss")
	}, `
		sheet "Participation", cell E12 (Role): "boss" is none of the words that stand there
		sheet "Timeline", cell AJ10 (Sort): "3" was not taken, as it is computed
		sheet "Timeline", cell C2 (Start (ISO)): "04/05/2022" could have day and month exchanged: it can be typed as 2019-03-05
		sheet "Timeline", cell C6 (Start (ISO)): "some day" is no date
		sheet "Timeline", cell E10 (End (ISO)): "2019-01-01" is before the start: the former date was kept
		sheet "Timeline", cell F2 (Summary): "" is empty: the former summary was kept
		sheet "Timeline", cell G6 (Status): "hapened" is none of the words that stand there
		sheet "Timeline", cell I6 (Confidence): "86" is no number from 0 to 1`},
	{"sheets renamed, rows and columns moved", func(w workbook) {
		w.do(w.SetSheetName("Timeline", "Zeitleiste"))
		w.do(w.InsertRows("Zeitleiste", 1, 2))
		w.do(w.SetCellValue("Zeitleiste", "A1", "Our corrections"))
		w.do(w.InsertCols("Zeitleiste", "D", 1))
		w.do(w.SetCellValue("Zeitleiste", "D3", "Notes"))
		w.do(w.SetCellValue("Zeitleiste", "D8", "see the minutes"))
		w.do(w.RemoveCol("Zeitleiste", "M"))
		w.do(w.SetColVisible("Zeitleiste", "H", false))
		w.do(w.SetCellValue("Zeitleiste", "H8", "denied"))
		_, err := w.NewSheet("Mine")
		w.do(err)
		w.do(w.SetCellValue("Mine", "B2", "x"))
	}, `
		cells of column D ("Notes") of sheet "Zeitleiste", which a timeline has no place for, not taken: 1
		cells of sheet "Mine", which is no part of a timeline, not taken: 1
		e5.status: occurred → denied`},
}

func TestCorrections(t *testing.T) {
	tl := inputs(t)["harbour"]
	data, _ := write(t, tl, XLSX)
	for _, c := range corrections {
		t.Run(c.name, func(t *testing.T) {
			got := differences(t, asJSON(t, tl), correct(t, data, c.edit))
			var want []string
			for line := range strings.Lines(c.want) {
				if line = strings.TrimSpace(line); line != "" {
					want = append(want, line)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// correct edits a workbook and reads it back.
func correct(t *testing.T, data []byte, edit func(workbook)) *Reading {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	edit(workbook{t, f})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	r, err := ReadAs(&b, XLSX, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// LibreOffice saves the workbook again; nothing has changed then, and a correction comes through.
func TestLibreOfficeSaves(t *testing.T) {
	for name, tl := range inputs(t) {
		again := savedByOffice(t, tl, XLSX)
		if got := differences(t, asJSON(t, tl), correct(t, again, func(workbook) {})); len(got) > 0 {
			t.Errorf("%s: %s", name, strings.Join(got, "\n"))
		}
		if name != "harbour" {
			continue
		}
		got := differences(t, asJSON(t, tl), correct(t, again, func(w workbook) { w.set("e5", "Status", "denied") }))
		if !slices.Equal(got, []string{"e5.status: occurred → denied"}) {
			t.Errorf("%q", got)
		}
	}
}

// LibreOffice opens the CSV and saves it as a workbook, where dates have become dates and numbers numbers.
// It takes the year -0043 for 43 BC, which is told and leaves the former date.
func TestLibreOfficeSavesCSV(t *testing.T) {
	for name, tl := range inputs(t) {
		again := savedByOffice(t, tl, CSV)
		r, err := ReadAs(bytes.NewReader(again), XLSX, tl)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range differences(t, asJSON(t, tl), r) {
			if name != "antiquity" || !strings.HasSuffix(line, `"-709228" is a date before March 1900, which spreadsheets count differently: it can be typed as text`) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// savedByOffice is a timeline's file in a format, opened by LibreOffice and saved as a workbook. The
// test is skipped where there is no LibreOffice.
func savedByOffice(t *testing.T, tl *timeline.Timeline, f Format) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: no spreadsheet is saved again by another program")
	}
	dir := t.TempDir()
	data, _ := write(t, tl, f)
	path := filepath.Join(dir, "timeline."+string(f))
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	const utf8Commas = "CSV:44,34,76,1" // separator, quote, character set, first line
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), path}
	if f == CSV {
		args = append([]string{"--infilter=" + utf8Commas}, args...)
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	again, err := os.ReadFile(filepath.Join(dir, "out", "timeline.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return again
}
