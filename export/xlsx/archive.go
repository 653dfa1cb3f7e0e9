package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// pack makes the next file.Write pack the workbook's parts into w. excelize would pack the streamed
// sheets in an order that depends on chance, and build the archive in memory first; here the parts go to w
// in a fixed order, without a time, and the lists' rows are made as they are packed. What file.Write itself
// writes is empty.
func (b *book) pack(w io.Writer) {
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &archive{w: w, rows: b.rows} })
}

// archive is an excelize.ZipWriter with a fixed order, which puts the lists' rows into their sheets.
type archive struct {
	w     io.Writer
	rows  map[string]func(io.Writer) error
	parts []*part
}

// part is a file of the archive, without a list's rows.
type part struct {
	name string
	data bytes.Buffer
}

// Create takes up the part of that name.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return &p.data, nil
}

// AddFS is what excelize asks of a zip writer and never calls here.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive. The list of content types comes first, as readers that look at a file's
// first bytes expect; the rest follows by name.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q *part) int {
		return cmp.Or(cmp.Compare(rank(p.name), rank(q.name)), cmp.Compare(p.name, q.name))
	})
	if len(a.parts) > 0 && a.parts[0].name == contentTypes {
		a.parts[0].sortElements()
	}
	zw := zip.NewWriter(a.w)
	zw.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, level) })
	for _, p := range a.parts {
		w, err := zw.Create(p.name)
		if err == nil {
			err = p.writeTo(w, a.rows[p.name])
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return zw.Close()
}

// level is the least effort that still packs the sheets' repetitive XML well.
const level = 3

const contentTypes = "[Content_Types].xml"

func rank(name string) int {
	if name == contentTypes {
		return 0
	}
	return 1
}

// sortElements puts the elements of the list of content types, which excelize writes in an order that
// depends on chance, in the order of their text; their order means nothing (ECMA-376, part 2, 10.1.2.2).
func (p *part) sortElements() {
	list := typeElement.FindAll(p.data.Bytes(), -1)
	slices.SortFunc(list, bytes.Compare)
	i := 0
	sorted := typeElement.ReplaceAllFunc(p.data.Bytes(), func([]byte) []byte { i++; return list[i-1] })
	p.data = *bytes.NewBuffer(sorted)
}

// typeElement is an element of the list of content types.
var typeElement = regexp.MustCompile(`<(Default|Override) [^>]*></(Default|Override)>`)

// writeTo writes the part, with the rows of a list put where its sheet's data ends.
func (p *part) writeTo(w io.Writer, rows func(io.Writer) error) error {
	if rows == nil {
		_, err := p.data.WriteTo(w)
		return err
	}
	end := bytes.LastIndex(p.data.Bytes(), []byte("</sheetData>"))
	if end < 0 {
		return errors.New("no place for the rows")
	}
	if _, err := w.Write(p.data.Next(end)); err != nil {
		return err
	}
	if err := rows(w); err != nil {
		return err
	}
	_, err := p.data.WriteTo(w)
	return err
}
