package article

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
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

// windows1252 decodes b if its bytes beyond ASCII make sense in Windows-1252: at least nine in ten stand as
// letters and signs of that charset do, and they are the smaller part of the text. Broken UTF-8 and other
// charsets fail that.
func windows1252(b []byte) (string, bool) {
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return "", false
	}
	text := string(decoded)
	var total, high, sensible int
	var before rune
	var word wordShape
	for i, r := range text {
		total++
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		letter := unicode.IsLetter(r)
		if letter {
			word.add(r)
		}
		if letter && !unicode.IsLetter(after) {
			if word.sensible() {
				sensible += word.high
			}
			word = wordShape{}
		}
		if r >= utf8.RuneSelf {
			high++
			if !letter && signSensible(before, r, after) {
				sensible++
			}
		}
		if 0x80 <= r && r <= 0x9f {
			return "", false // bytes that Windows-1252 leaves undefined
		}
		before = r
	}
	return text, high > 0 && sensible*10 >= high*9 && high*4 < total
}

// wordShape counts a word's letters within and beyond ASCII and follows their case.
type wordShape struct {
	ascii, high     int
	lower           bool // the last letter's case
	upperAfterLower bool // of a letter beyond ASCII: "cafÃ" is a broken "café"
}

func (w *wordShape) add(r rune) {
	upper := unicode.IsUpper(r)
	if r >= utf8.RuneSelf {
		w.high++
		w.upperAfterLower = w.upperAfterLower || upper && w.lower
	} else {
		w.ascii++
	}
	w.lower = !upper
}

// sensible: words in Latin script have letters of ASCII too, at least as many as others. ("à" and "É" alone
// are words, but so few that they do not decide.)
func (w *wordShape) sensible() bool { return w.ascii >= w.high && !w.upperAfterLower }

// signSensible tells whether a sign stands where writers of Windows-1252 put it.
func signSensible(before, r, after rune) bool {
	switch {
	case strings.ContainsRune("€£¥¢", r):
		return unicode.IsDigit(before) || unicode.IsDigit(after)
	case strings.ContainsRune("‘’“”‚„–—…•«»‹›©®™°§·½¼¾²³¹±×µ¿¡†\u00a0\u00ad", r):
		return true
	}
	return false
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

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
