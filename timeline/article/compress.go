package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	gzipMagic = []byte{0x1f, 0x8b, 0x08}       // RFC 1952, section 2.3.1, with the only method there is
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd} // RFC 8878, section 3.1.1
)

// zstdWindow is the largest window a .zst may ask for: that of zstd --long=27.
const zstdWindow = 128 << 20

// decompressed gives the stream's content, whatever the file is called: gzip and zstd are known by their
// first bytes. What is compressed twice is not opened again. Close the result when done; it starts nothing in the background.
func decompressed(r io.Reader) (*bufio.Reader, io.Closer, error) {
	in := bufio.NewReaderSize(r, bufferSize)
	head, err := in.Peek(len(zstdMagic))
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, decompressing("gzip", err)
		}
		return bufio.NewReaderSize(damaged{z, "gzip"}, bufferSize), z, nil
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow))
		if err != nil {
			return nil, nil, decompressing("zstd", err)
		}
		return bufio.NewReaderSize(damaged{z, "zstd"}, bufferSize), z.IOReadCloser(), nil
	}
	return in, io.NopCloser(nil), nil
}

const bufferSize = 64 << 10

// damaged says of an error in compressed data what was being done.
type damaged struct {
	io.Reader
	method string
}

func (d damaged) Read(p []byte) (int, error) {
	n, err := d.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = decompressing(d.method, err)
	}
	return n, err
}

func decompressing(method string, err error) error {
	hint := ""
	if errors.Is(err, io.ErrUnexpectedEOF) {
		hint = "the file has been cut off"
	}
	return hinted{fmt.Errorf("decompressing %s: %w", method, err), hint}
}
