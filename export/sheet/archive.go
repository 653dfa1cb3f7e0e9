package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is an Open Packaging Conventions package (ECMA-376, part 2): parts in a zip file.
type archive struct {
	parts map[string]*zip.File // by name in lower case without a leading slash: part names know no case (6.2.2.3)
	left  int64                // bytes that may still be unpacked
}

// openArchive opens a workbook's archive.
func openArchive(data []byte, limits Limits) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	const free = 16 << 20
	a := &archive{parts: map[string]*zip.File{}, left: min(limits.Bytes, max(free, limits.Ratio*int64(len(data))))}
	for _, f := range z.File {
		a.parts[partName(f.Name)] = f
	}
	return a, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// errNoPart is the error of open for a part that the archive does not have.
var errNoPart = errors.New("part is missing")

// open opens a part for reading within the archive's limit. The name's case does not matter.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrNotWorkbook, name, errNoPart)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrNotWorkbook, name, err)
	}
	return &bounded{r, a}, nil
}

// bounded is a part that counts what is unpacked of it.
type bounded struct {
	io.ReadCloser
	of *archive
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.of.left <= 0 {
		return 0, fmt.Errorf("%w: the archive unpacks to too much", ErrTooLarge)
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.of.left)])
	b.of.left -= int64(n)
	return n, err
}

// resolve is the part that a relationship of another part leads to.
func resolve(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return partName(target)
	}
	return partName(path.Join(path.Dir(from), target))
}
