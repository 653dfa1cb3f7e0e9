package article

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	encunicode "golang.org/x/text/encoding/unicode"
)

// How bytes become UTF-8. The first that applies decides:
//
//	1 a byte order mark (UTF-8, UTF-16)
//	2 UTF-16 without a mark, known by its zero bytes
//	3 bytes beyond ASCII that are valid UTF-8: no other charset gives such bytes by chance
//	4 the declared charset: the caller's, else the page's meta element
//	5 Windows-1252 (which holds ISO-8859-1), where its letters stand as letters of words do
//
// and what is none of them is refused. The mark itself is no part of the text.

var utf8BOM = []byte("\xef\xbb\xbf")

const brokenHint = "convert it to UTF-8, or check whether it was cut off or damaged"

// textUTF8 decodes a text file. declared is a charset's label, or empty.
func textUTF8(b []byte, declared string) (string, error) {
	if s, ok := utf16Text(b); ok {
		return s, nil
	}
	b = bytes.TrimPrefix(b, utf8BOM)
	if err := checkBinary(b); err != nil {
		return "", err
	}
	if utf8.Valid(b) && (!isASCII(b) || declared == "") {
		return string(b), nil
	}
	if declared != "" {
		return decodeAs(b, declared)
	}
	if s, ok := windows1252(b); ok {
		return s, nil
	}
	return "", invalidUTF8(b)
}

// pageUTF8 decodes an HTML page as a browser does, but for declarations that the bytes refute. The
// warning tells of bytes that a page in UTF-8 got wrong; they are U+FFFD in the result.
func pageUTF8(b []byte, declared string) (page string, warning, err error) {
	if s, ok := utf16Text(b); ok {
		return s, nil, nil
	}
	b = bytes.TrimPrefix(b, utf8BOM)
	if err := checkBinary(b); err != nil {
		return "", nil, err
	}
	if declared == "" {
		declared = metaCharset(b)
	}
	if utf8.Valid(b) && (!isASCII(b) || declared == "") {
		return string(b), nil, nil
	}
	if declared == "" {
		if s, ok := windows1252(b); ok {
			return s, nil, nil
		}
		declared = "utf-8"
	}
	if _, name := charset.Lookup(declared); name == "utf-8" {
		if !utf8.Valid(b) {
			warning = invalidUTF8(b)
		}
		return strings.ToValidUTF8(string(b), "\uFFFD"), warning, nil
	}
	page, err = decodeAs(b, declared)
	return page, nil, err
}

// metaCharset is the charset that a page declares in its XML declaration or a meta element of its head, or
// empty. A page that says UTF-16 there is in UTF-8, since it could be read so far (HTML standard, section
// 13.2.3.2). The standard looks at the first 1,024 bytes; pages with much before their meta element exist, and
// browsers read them, so that the head is searched to its end.
func metaCharset(b []byte) string {
	b = b[:min(len(b), longestHead)]
	if m := xmlEncoding.FindSubmatch(b); m != nil {
		return string(m[1])
	}
	z := html.NewTokenizer(bytes.NewReader(b))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return ""
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		if t.DataAtom == atom.Body {
			return ""
		}
		if t.DataAtom != atom.Meta {
			continue
		}
		label := attr(t.Attr, "charset")
		if label == "" && strings.EqualFold(attr(t.Attr, "http-equiv"), "content-type") {
			if m := contentCharset.FindStringSubmatch(attr(t.Attr, "content")); m != nil {
				label = m[1]
			}
		}
		if _, name := charset.Lookup(label); strings.HasPrefix(name, "utf-16") {
			return "utf-8"
		} else if name != "" {
			return name
		}
	}
}

const longestHead = 64 << 10

var (
	xmlEncoding    = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']`)
	contentCharset = regexp.MustCompile(`(?i)charset\s*=\s*["']?([\w.:-]+)`)
)

func decodeAs(b []byte, label string) (string, error) {
	e, name := charset.Lookup(label)
	if e == nil {
		return "", fmt.Errorf("%w: %q", ErrCharset, label)
	}
	if name == "utf-8" {
		if !utf8.Valid(b) {
			return "", invalidUTF8(b)
		}
		return string(b), nil
	}
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("decoding %s: %w", name, err)
	}
	return string(s), nil
}

// invalidUTF8 names the line and the byte in it, both from 1, where UTF-8 ends.
func invalidUTF8(b []byte) error {
	at, c := brokenUTF8(b)
	line := 1 + bytes.Count(b[:at], []byte{'\n'})
	column := at - bytes.LastIndexByte(b[:at], '\n')
	return hinted{fmt.Errorf("%w: byte %#02x in line %d at byte %d", ErrInvalidUTF8, c, line, column), brokenHint}
}

// brokenUTF8 finds the first byte that is no UTF-8 in what has one.
func brokenUTF8(b []byte) (at int, c byte) {
	for at < len(b)-1 {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	return at, b[at]
}

// utf16Text decodes UTF-16, with a byte order mark or without: then every other byte of what is
// mostly Latin script is zero, which no text in another charset has.
func utf16Text(b []byte) (string, bool) {
	var order encunicode.Endianness
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		order = encunicode.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		order = encunicode.BigEndian
	default:
		var zeros [2]int
		head := b[:min(len(b), sniffLength)&^1]
		for i, c := range head {
			if c == 0 {
				zeros[i&1]++
			}
		}
		// 7 in 8 characters of English are below U+0100, whatever quotation marks and dashes it has.
		enough := len(head) / 2 * 7 / 8
		switch {
		case len(head) < 8:
			return "", false
		case zeros[1] > enough && zeros[0] == 0:
			order = encunicode.LittleEndian
		case zeros[0] > enough && zeros[1] == 0:
			order = encunicode.BigEndian
		default:
			return "", false
		}
	}
	s, err := encunicode.UTF16(order, encunicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil || bytes.IndexByte(s, 0) >= 0 {
		return "", false
	}
	return string(s), true
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
