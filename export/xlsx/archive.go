package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// pack makes the next file.Write pack the workbook's parts into w. excelize would pack the streamed
// sheets in an order that depends on chance, and build the archive in memory first; here the parts are
// kept compressed until all are there and are written in a fixed order, without a time. What file.Write itself writes is
// empty.
func pack(file *excelize.File, w io.Writer) {
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &archive{w: w} })
}

// archive is an excelize.ZipWriter with a fixed order.
type archive struct {
	w     io.Writer
	parts []*part
}

// part is a file of the archive, being compressed.
type part struct {
	name   string
	packed bytes.Buffer
	flate  *flate.Writer
	crc    hash.Hash32
	size   uint64
}

// Create begins the part of that name; parts are written one after the other.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name, crc: crc32.NewIEEE()}
	var err error
	if p.flate, err = flate.NewWriter(&p.packed, flate.DefaultCompression); err != nil {
		return nil, err
	}
	a.parts = append(a.parts, p)
	return p, nil
}

func (p *part) Write(data []byte) (int, error) {
	n, err := p.flate.Write(data)
	p.size += uint64(n)
	_, _ = p.crc.Write(data[:n]) // a hash never fails
	return n, err
}

// AddFS is what excelize asks of a zip writer and never calls here.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive. The list of content types comes first, as readers that look at a file's
// first bytes expect; the rest follows by name.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q *part) int {
		return cmp.Or(cmp.Compare(rank(p.name), rank(q.name)), cmp.Compare(p.name, q.name))
	})
	zw := zip.NewWriter(a.w)
	for _, p := range a.parts {
		if err := p.flate.Close(); err != nil {
			return err
		}
		w, err := zw.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.crc.Sum32(),
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return zw.Close()
}

func rank(name string) int {
	if name == "[Content_Types].xml" {
		return 0
	}
	return 1
}
