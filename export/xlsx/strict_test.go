package xlsx

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parsed is what the strict check reads of a part, whichever it is.
type parsed struct {
	Relationships []struct {
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
	Defaults []struct {
		Extension string `xml:"Extension,attr"`
	} `xml:"Default"`
	Overrides []struct {
		PartName string `xml:"PartName,attr"`
	} `xml:"Override"`
	Looks  []struct{} `xml:"cellXfs>xf"`
	Shades []struct{} `xml:"dxfs>dxf"`
	Rows   []struct {
		Number int `xml:"r,attr"`
		Cells  []struct {
			Name  string `xml:"r,attr"`
			Style int    `xml:"s,attr"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
	Rules []struct {
		Shade *int `xml:"dxfId,attr"`
	} `xml:"conditionalFormatting>cfRule"`
	Ref     string `xml:"ref,attr"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
	Children []struct {
		XMLName xml.Name
	} `xml:",any"`
}

// order is that of a worksheet's elements (CT_Worksheet; ECMA-376, part 1, 18.3.1.99); Excel refuses another.
var order = []string{
	"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
	"dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
	"headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects",
	"controls", "webPublishItems", "tableParts", "extLst",
}

// Excel is stricter than the programs that the other tests open workbooks with: it offers to repair a
// workbook whose parts do not fit together. So they are held to the standard here: each part is reached by a
// relationship and has a content type, each relationship leads to a part, cells come in order and
// once and have looks that there are, elements come in the schema's order, tables have the headings of
// their cells.
func TestStrict(t *testing.T) {
	for _, name := range names {
		data, _ := workbook(t, load(t, name))
		parts := map[string]*parsed{}
		elements := map[string][]string{}
		eachPart(t, data, func(part string, content []byte) {
			p := new(parsed)
			if err := xml.Unmarshal(content, p); err != nil {
				t.Fatalf("%s: %s: %v", name, part, err)
			}
			parts[part] = p
			elements[part] = topElements(t, content)
		})
		reached := map[string]bool{contentTypes: true}
		for part, p := range parts {
			for _, r := range p.Relationships {
				from, _ := path.Split(strings.Replace(part, "_rels/", "", 1))
				target := strings.TrimPrefix(path.Join("/", from, r.Target), "/")
				if strings.HasPrefix(r.Target, "/") {
					target = strings.TrimPrefix(r.Target, "/")
				}
				if reached[target] = true; r.Mode != "External" && parts[target] == nil {
					t.Errorf("%s: %s leads to %s, which is not there", name, part, r.Target)
				}
			}
		}
		types := parts[contentTypes]
		for part := range parts {
			if !reached[part] && !strings.HasSuffix(part, ".rels") {
				t.Errorf("%s: nothing leads to %s", name, part)
			}
			typed := slices.ContainsFunc(types.Overrides, func(o struct {
				PartName string `xml:"PartName,attr"`
			}) bool {
				return o.PartName == "/"+part
			}) || strings.HasSuffix(part, ".rels")
			if !typed && part != contentTypes {
				t.Errorf("%s: %s has no content type", name, part)
			}
		}
		for _, o := range types.Overrides {
			if parts[strings.TrimPrefix(o.PartName, "/")] == nil {
				t.Errorf("%s: %s has a content type and is not there", name, o.PartName)
			}
		}
		styles := parts["xl/styles.xml"]
		for part, p := range parts {
			if strings.HasPrefix(part, "xl/worksheets/sheet") {
				strictSheet(t, name+": "+part, p, elements[part], len(styles.Looks), len(styles.Shades))
			}
		}
		strictTables(t, name, data)
	}
}

func topElements(t *testing.T, content []byte) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(content)))
	var list []string
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return list
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				list = append(list, token.Name.Local)
			}
		case xml.EndElement:
			depth--
		}
	}
}

func strictSheet(t *testing.T, name string, p *parsed, elements []string, looks, shades int) {
	t.Helper()
	last := 0
	for _, e := range elements {
		at := slices.Index(order, e)
		if at < last {
			t.Errorf("%s: %s stands behind %s", name, e, order[last])
		}
		last = max(last, at)
	}
	if len(p.Rows) == 0 || looks == 0 || shades == 0 {
		t.Errorf("%s: %d rows, %d looks, %d shades", name, len(p.Rows), looks, shades)
	}
	row := 0
	for _, r := range p.Rows {
		if r.Number <= row {
			t.Errorf("%s: row %d comes after row %d", name, r.Number, row)
		}
		row = r.Number
		column := 0
		for _, c := range r.Cells {
			at, in, err := excelize.CellNameToCoordinates(c.Name)
			if err != nil || in != row || at <= column || c.Style >= looks {
				t.Errorf("%s: cell %s of look %d in row %d, after column %d, %v", name, c.Name, c.Style, row, column, err)
			}
			column = at
		}
	}
	for _, r := range p.Rules {
		if r.Shade != nil && *r.Shade >= shades {
			t.Errorf("%s: a rule has shade %d of %d", name, *r.Shade, shades)
		}
	}
}

// strictTables compares the headings that tables know with those of their cells.
func strictTables(t *testing.T, name string, data []byte) {
	t.Helper()
	f := open(t, data)
	tables := map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		list, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range list {
			from, to, _ := strings.Cut(table.Range, ":")
			first, _, err := excelize.CellNameToCoordinates(from)
			if err != nil {
				t.Fatal(err)
			}
			last, _, err := excelize.CellNameToCoordinates(to)
			if err != nil {
				t.Fatal(err)
			}
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			if first != 1 || last != len(rows[0]) {
				t.Errorf("%s: table %s takes %s, and the header has %d cells", name, table.Name, table.Range, len(rows[0]))
			}
			if tables[table.Name] {
				t.Errorf("%s: two tables are called %s", name, table.Name)
			}
			tables[table.Name] = true
			seen := map[string]bool{}
			for _, heading := range rows[0] {
				if heading == "" || seen[strings.ToLower(heading)] {
					t.Errorf("%s: table %s has the heading %q twice or empty", name, table.Name, heading)
				}
				seen[strings.ToLower(heading)] = true
			}
		}
	}
}
