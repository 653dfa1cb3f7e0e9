package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parts packs a workbook of one sheet by hand: its rows, its shared strings, its styles.
func parts(t testing.TB, rows, shared, styles string) []byte {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	return pack(t, map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            head + `<workbook xmlns:r="urn:r"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/Sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   head + `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/sharedStrings.xml":       head + `<sst>` + shared + `</sst>`,
		"xl/styles.xml":              head + `<styleSheet>` + styles + `</styleSheet>`,
	})
}

func pack(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shown lists a book's cells: place, kind and text.
func shown(b *Book) string {
	var list []string
	for _, s := range b.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				list = append(list, fmt.Sprintf("%s%d:%d:%q", ColumnName(int(c.Column)), r.Number, c.Kind, c.Text))
			}
		}
	}
	return strings.Join(list, " ")
}

func TestCells(t *testing.T) {
	const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\ mmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`
	for _, c := range []struct{ name, rows, shared, want string }{
		{"numbers", `<row r="2"><c r="B2"><v>3</v></c><c r="C2" s="1"><v>43741</v></c><c r="D2" s="2"><v>43741.5</v></c><c r="E2" s="3"><v>2</v></c><c r="F2" s="4"><v>0.5</v></c></row>`, ``,
			`B2:1:"3" C2:2:"43741" D2:2:"43741.5" E2:1:"2" F2:1:"0.5"`},
		{"texts", `<row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is></c><c t="str"><f>1&amp;2</f><v>12</v></c></row>`, `<si><t>x</t></si><si><t>漢</t><rPh sb="0" eb="1"><t>kan</t></rPh></si>`,
			`A1:0:"漢" B1:0:"a b" C1:0:"12"`},
		{"others", `<row r="5"><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2019-10-03</v></c><c/></row>`, ``, `A5:3:"true" B5:4:"#REF!" C5:0:"2019-10-03"`},
		{"escapes", `<row><c t="inlineStr"><is><t>_x0041__x005F_x0041_&#13;_x</t></is></c></row>`, ``, `A1:0:"A_x0041_\r_x"`},
		{"out of order", `<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>`, ``, `A1:1:"3" A3:1:"2" C3:1:"1"`},
	} {
		book, err := ReadXLSX(parts(t, c.rows, c.shared, styles), Default)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shown(book); got != c.want || book.Sheets[0].Name != "One" {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What is broken, lies about its places or unpacks to too much is refused, and nothing is read on.
func TestRefuses(t *testing.T) {
	small := Limits{Bytes: 1 << 20, Ratio: 200, Cells: 1000}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrNotWorkbook},
		{"text", []byte("id,start\r\n"), ErrNotWorkbook},
		{"archive without parts", pack(t, nil), ErrNotWorkbook},
		{"no such string", parts(t, `<row><c t="s"><v>9</v></c></row>`, ``, ``), ErrNotWorkbook},
		{"no such cell", parts(t, `<row><c r="AAAA1"><v>9</v></c></row>`, ``, ``), ErrNotWorkbook},
		{"no number", parts(t, `<row><c><v>nine</v></c></row>`, ``, ``), ErrNotWorkbook},
		{"unended", parts(t, `<row><c><v>9`, ``, ``), ErrNotWorkbook},
		{"entity of its own", parts(t, `<row><c t="inlineStr"><is><t>&bomb;</t></is></c></row>`, ``, ``), ErrNotWorkbook},
		{"row after the last", parts(t, `<row r="1048577"><c><v>9</v></c></row>`, ``, ``), ErrTooLarge},
		{"too many cells", parts(t, strings.Repeat(`<row><c><v>9</v></c></row>`, 1001), ``, ``), ErrTooLarge},
		{"too many strings", parts(t, ``, strings.Repeat(`<si><t>x</t></si>`, 1001), ``), ErrTooLarge},
		{"bomb", parts(t, strings.Repeat(" ", 2<<20), ``, ``), ErrTooLarge},
		{"deep", parts(t, strings.Repeat(`<a>`, 1<<19), ``, ``), ErrTooLarge},
	} {
		if _, err := ReadXLSX(c.data, small); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// The ratio holds even where a file is under the limit of bytes.
func TestRatio(t *testing.T) {
	bomb := parts(t, strings.Repeat(" ", 20<<20), ``, ``)
	if _, err := ReadXLSX(bomb, Limits{Bytes: 1 << 40, Ratio: 200, Cells: 1000}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%d bytes that unpack to 20 MiB: %v", len(bomb), err)
	}
}

// Days counted since 1904, as old workbooks of the Macintosh do, are the same days.
func TestSince1904(t *testing.T) {
	f := excelize.NewFile()
	yes := true
	if err := errors.Join(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}), f.SetCellValue("Sheet1", "A1", 1)); err != nil {
		t.Fatal(err)
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := errors.Join(f.SetCellStyle("Sheet1", "A1", "A1", style), f.Write(&b), f.Close()); err != nil {
		t.Fatal(err)
	}
	book, err := ReadXLSX(b.Bytes(), Default)
	if err != nil {
		t.Fatal(err)
	}
	if c := book.Sheets[0].Rows[0].Cells[0]; c.Kind != Day || c.Number != 1463 {
		t.Errorf("%+v, want day 1463, 2 January 1904", c)
	}
}

func TestShowsDate(t *testing.T) {
	for code, want := range map[string]bool{
		"General": false, "0.00": false, "@": false, "yyyy-mm-dd": true, "d.m.yy": true, "mmm": true, "mm:ss": false, "h:mm": false, "[h]:mm": false,
		`0" days"`: false, `[Red]0`: false, `\d0`: false, "[$-407]d. mmmm yyyy": true, "h:mm AM/PM": false, "0;yyyy": false, `"unended`: false,
	} {
		if got := showsDate(code); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a,b\r\n1,\"x\ny\"\r\n", `A1:0:"a" B1:0:"b" A2:0:"1" B2:0:"x\ny"`},
		{"\ufeffa;b,c\n\n;2", `A1:0:"a;b" B1:0:"c" A3:0:";2"`},
		{"a;b;c,d\n1;2;3\n", `A1:0:"a" B1:0:"b" C1:0:"c,d" A2:0:"1" B2:0:"2" C2:0:"3"`},
		{"a\tb\r\n\r\n\r\n1\t2", `A1:0:"a" B1:0:"b" A4:0:"1" B4:0:"2"`},
		{"", ""},
	} {
		book, err := ReadCSV([]byte(c.in), Default)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
		} else if got := shown(book); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
	for in, want := range map[string]error{"a\xff": ErrNotCSV, `a,"b`: ErrNotCSV, strings.Repeat("a\n", 12): ErrTooLarge} {
		if _, err := ReadCSV([]byte(in), Limits{Cells: 10}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", in, err, want)
		}
	}
}

// Whatever stands in a sheet, it is read or refused by one of the three errors.
func FuzzReadXLSX(f *testing.F) {
	f.Add(`<row r="2"><c r="B2" t="s"><v>0</v></c></row>`, `<si><t>x</t></si>`, `<cellXfs><xf numFmtId="14"/></cellXfs>`)
	f.Add(`<row><c t="inlineStr"><is><t>_x0041_</t></is></c></row>`, ``, `<numFmts><numFmt numFmtId="164" formatCode="d"/></numFmts>`)
	f.Fuzz(func(t *testing.T, rows, shared, styles string) {
		if _, err := ReadXLSX(parts(t, rows, shared, styles), Limits{Bytes: 1 << 20, Ratio: 200, Cells: 1000}); err != nil && !errors.Is(err, ErrNotWorkbook) && !errors.Is(err, ErrTooLarge) {
			t.Error(err)
		}
	})
}

// Whatever the bytes are.
func FuzzReadBytes(f *testing.F) {
	f.Add(parts(f, `<row><c><v>1</v></c></row>`, ``, ``))
	f.Add([]byte("a;b\n1;\"2\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Bytes: 1 << 20, Ratio: 200, Cells: 1000}
		if _, err := ReadXLSX(data, limits); err != nil && !errors.Is(err, ErrNotWorkbook) && !errors.Is(err, ErrTooLarge) {
			t.Error(err)
		}
		if _, err := ReadCSV(data, limits); err != nil && !errors.Is(err, ErrNotCSV) && !errors.Is(err, ErrTooLarge) {
			t.Error(err)
		}
	})
}
