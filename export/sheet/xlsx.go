package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// ReadXLSX reads a workbook. The error wraps ErrNotWorkbook or ErrTooLarge.
func ReadXLSX(data []byte, limits Limits) (*Book, error) {
	a, err := openArchive(data, limits)
	if err != nil {
		return nil, err
	}
	w := workbook{archive: a, cells: counter{limits.Cells}}
	if err := w.find(); err != nil {
		return nil, err
	}
	book := &Book{Title: w.title}
	for _, s := range w.sheets {
		rows, err := w.rows(s.part)
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", s.name, err)
		}
		book.Sheets = append(book.Sheets, Sheet{s.name, rows})
	}
	return book, nil
}

// workbook is what the parts beside the sheets say.
type workbook struct {
	archive *archive
	title   string
	sheets  []struct{ name, part string }
	days    []bool   // whether a cell of that style shows a date
	strings []string // the shared ones
	since04 bool     // days are counted since 1904
	cells   counter
}

// relationship leads from a part to another.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// is reports whether the relationship is of the kind whose type ends so; the beginning differs between
// the strict and the transitional form.
func (r relationship) is(kind string) bool {
	return strings.HasSuffix(r.Type, "/"+kind) && r.Mode != "External"
}

// relationships are those of a part; the empty name stands for the package.
func (a *archive) relationships(part string) ([]relationship, error) {
	dir, file := path.Split(part)
	var doc struct {
		Relationships []relationship `xml:"Relationship"`
	}
	err := a.decode(dir+"_rels/"+file+".rels", &doc)
	return doc.Relationships, err
}

// decode reads a small part whole.
func (a *archive) decode(part string, v any) error {
	r, err := a.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	const small = 4 << 20
	if err := newDecoder(io.LimitReader(r, small)).Decode(v); err != nil {
		return fmt.Errorf("%w: %q: %w", ErrNotWorkbook, part, err)
	}
	return nil
}

// newDecoder reads XML. OPC allows UTF-8 and UTF-16; only the first is in use.
func newDecoder(r io.Reader) *xml.Decoder { return xml.NewDecoder(r) }

// find reads where everything is, and all but the sheets.
func (w *workbook) find() error {
	top, err := w.archive.relationships("")
	if err != nil {
		return err
	}
	main := ""
	for _, r := range top {
		switch {
		case r.is("officeDocument"):
			main = resolve("", r.Target)
		case r.is("core-properties"):
			var core struct {
				Title string `xml:"title"`
			}
			if err := w.archive.decode(resolve("", r.Target), &core); err != nil && !errors.Is(err, errNoPart) {
				return err
			}
			w.title = core.Title
		}
	}
	var doc struct {
		Properties struct {
			Since1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			// The attribute is r:id in one of two namespaces; encoding/xml matches its local name.
			ID string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.archive.decode(main, &doc); err != nil {
		return err
	}
	w.since04 = doc.Properties.Since1904 == "1" || doc.Properties.Since1904 == "true"
	list, err := w.archive.relationships(main)
	if err != nil {
		return err
	}
	parts := map[string]string{}
	for _, r := range list {
		part := resolve(main, r.Target)
		switch {
		case r.is("worksheet"):
			parts[r.ID] = part
		case r.is("styles"):
			err = w.readStyles(part)
		case r.is("sharedStrings"):
			err = w.readStrings(part)
		}
		if err != nil {
			return err
		}
	}
	for _, s := range doc.Sheets {
		if part := parts[s.ID]; part != "" { // a chart sheet has none
			w.sheets = append(w.sheets, struct{ name, part string }{s.Name, part})
		}
	}
	return nil
}

// readStyles finds the styles that show a number as a date.
func (w *workbook) readStyles(part string) error {
	var doc struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.archive.decode(part, &doc); err != nil {
		return err
	}
	custom := map[int]bool{}
	for _, f := range doc.Formats {
		custom[f.ID] = showsDate(f.Code)
	}
	for _, c := range doc.Cells {
		known, ok := custom[c.Format]
		w.days = append(w.days, known || !ok && builtInDate(c.Format))
	}
	return nil
}

// builtInDate reports whether a number format that a workbook need not define shows a date (ECMA-376,
// part 1, 18.8.30: 14 to 22 everywhere, the others in East Asian editions).
func builtInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
}

// showsDate reports whether a format's code shows a day, month or year: one of the letters y, m, d outside
// quotes, brackets and escapes. Minutes are m as well, but a time of day alone is no date.
func showsDate(code string) bool {
	day, clock := false, false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			end := byte('"')
			if code[i] == '[' {
				end = ']'
			}
			n := strings.IndexByte(code[i+1:], end)
			if n < 0 {
				return day
			}
			clock = clock || n > 0 && strings.Trim(code[i+1:i+1+n], "hHmMsS") == "" // [h]: hours beyond a day
			i += n + 1
		case '\\', '_', '*':
			i++
		case 'y', 'Y', 'd', 'D':
			day = true
		case 'm', 'M':
			day = day || !clock && !strings.ContainsAny(code[i:], "sS")
		case 'h', 'H', 's', 'S':
			clock = true
		case ';':
			return day // the first section is that of positive numbers
		}
	}
	return day
}

// readStrings reads the shared strings.
func (w *workbook) readStrings(part string) error {
	r, err := w.archive.open(part)
	if errors.Is(err, errNoPart) {
		return nil
	}
	if err != nil {
		return err
	}
	defer r.Close()
	d := newDecoder(r)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return broken(part, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			s, err := richText(d)
			if err != nil {
				return broken(part, err)
			}
			if err := w.cells.take(); err != nil {
				return err
			}
			w.strings = append(w.strings, s)
		}
	}
}

// broken wraps what the XML decoder or the archive says of a part.
func broken(part string, err error) error {
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	return fmt.Errorf("%w: %q: %w", ErrNotWorkbook, part, err)
}

// richText reads the text of the element whose start was read last, up to its end: all that stands in t
// elements, but for phonetic hints.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	inText := false
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			inText = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			inText = false
		case xml.CharData:
			if inText {
				b.Write(t)
			}
		}
	}
	return unescaped(b.String()), nil
}

// unescaped reads the escapes of type ST_Xstring (ECMA-376, part 1, 22.9.2.19): _x000D_ is a carriage return.
func unescaped(s string) string {
	from := strings.Index(s, "_x")
	if from < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:from])
	for i := from; i < len(s); {
		if len(s)-i >= 7 && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
