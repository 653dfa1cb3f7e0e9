package article

import (
	"bytes"
	"fmt"
	"strings"
)

// kinds are files that are often given by mistake, by their first bytes, and what to do with them.
var kinds = []struct{ magic, name, hint string }{
	{"%PDF-", "a PDF", "turn it into text first, for example with pdftotext"},
	{"PK\x03\x04", "a zip file, as Word and Excel write", "save it as plain text or HTML, or unpack it"},
	{"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text or HTML"},
	{"{\\rtf", "an RTF document", "save it as plain text or HTML"},
	{"BZh", "a bzip2 file", "decompress it first"},
	{"\xfd7zXZ\x00", "an xz file", "decompress it first"},
	{"\x1f\x8b", "compressed twice", "decompress it once"},
}

// checkBinary refuses what is no text in any charset without zero bytes: known kinds of files, and
// what has zero bytes or more than one control character in fifty.
func checkBinary(b []byte) error {
	for _, k := range kinds {
		if bytes.HasPrefix(b, []byte(k.magic)) {
			return hinted{fmt.Errorf("%w but %s", ErrBinary, k.name), k.hint}
		}
	}
	controls := 0
	for _, c := range b {
		if c == 0 {
			return fmt.Errorf("%w: it holds zero bytes", ErrBinary)
		}
		if c < ' ' && !strings.ContainsRune("\t\n\r\f\x1b", rune(c)) {
			controls++
		}
	}
	if controls*50 > len(b) {
		return fmt.Errorf("%w: it holds control characters", ErrBinary)
	}
	return nil
}
