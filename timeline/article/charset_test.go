package article_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"dateline/timeline/article"
)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	b, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTextCharsets(t *testing.T) {
	const s = "José Núñez reopened the “café” — in 1998 — for £5 a cup.\n"
	utf16 := func(order unicode.Endianness, bom unicode.BOMPolicy) encoding.Encoding {
		return unicode.UTF16(order, bom)
	}
	for name, content := range map[string]string{
		"UTF-8":                   s,
		"UTF-8 with a mark":       "\ufeff" + s,
		"Windows-1252":            encode(t, charmap.Windows1252, s),
		"UTF-16LE with a mark":    encode(t, utf16(unicode.LittleEndian, unicode.UseBOM), s),
		"UTF-16BE with a mark":    encode(t, utf16(unicode.BigEndian, unicode.UseBOM), s),
		"UTF-16LE without a mark": encode(t, utf16(unicode.LittleEndian, unicode.IgnoreBOM), s),
		"UTF-16BE without a mark": encode(t, utf16(unicode.BigEndian, unicode.IgnoreBOM), s),
	} {
		if a, errs := one(t, "a.txt", content); a.Text != s || len(errs) > 0 {
			t.Errorf("%s: %q, errors %v", name, a.Text, errs)
		}
	}
}

// What is broken UTF-8 or a charset that cannot be told is refused, never guessed at.
func TestTextRefused(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          error
		says          string
	}{
		{"a stray lead byte", "It rained.\nhello \xc3( world", article.ErrInvalidUTF8, "byte 0xc3 in line 2 at byte 7"},
		{"cut off within a character", "They opened a caf\xc3", article.ErrInvalidUTF8, "at byte 18"},
		{"a truncated emoji", "Fire \xf0\x9f\x94 again", article.ErrInvalidUTF8, ""},
		{"a surrogate", "It rained \xed\xa0\x80 there", article.ErrInvalidUTF8, ""},
		{"bytes of no use", "It rained \xff\xfe there", article.ErrInvalidUTF8, ""},
		{"UTF-8 with one broken character", "José Núñez went to Málaga and Cádiz \xc3 in 1998", article.ErrInvalidUTF8, ""},
		{"Windows-1251", encode(t, charmap.Windows1251, "Дождь шёл весь день."), article.ErrInvalidUTF8, ""},
		{"Shift JIS", encode(t, japanese.ShiftJIS, "一日中雨が降った。"), article.ErrInvalidUTF8, ""},
		{"zero bytes", "ab\x00\x01\x02cd", article.ErrBinary, "zero bytes"},
		{"control characters", "\x01\x02\x03\x04 text", article.ErrBinary, "control"},
		{"a PDF", "%PDF-1.7\n", article.ErrBinary, "PDF"},
		{"a Word document", "PK\x03\x04\x14\x00", article.ErrBinary, "zip"},
		{"nothing", "", article.ErrEmpty, "empty"},
		{"blanks", " \r\n\t\n", article.ErrEmpty, "empty"},
		{"only a mark", "\ufeff", article.ErrEmpty, "empty"},
		{"only header lines", "Title: Rain\n\n \n", article.ErrNoText, "no text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "a.txt", test.content)
			if len(errs) != 1 || !errors.Is(errs[0], test.want) || errs[0].Warning || !strings.Contains(errs[0].Error(), test.says) || a.Text != "" {
				t.Errorf("got %q, errors %v", a.Text, errs)
			}
		})
	}
}

func TestDeclaredByTheCaller(t *testing.T) {
	const s = "Дождь шёл весь день."
	for got, err := range article.Read(strings.NewReader(encode(t, charmap.Windows1251, s)), "a.txt", article.Options{Charset: "windows-1251"}) {
		if err != nil || got.Text != s {
			t.Errorf("%q, %v", got.Text, err)
		}
	}
	for _, err := range article.Read(strings.NewReader("text"), "a.txt", article.Options{Charset: "klingon"}) {
		if !errors.Is(err, article.ErrCharset) {
			t.Error(err)
		}
	}
}

func TestPageCharsets(t *testing.T) {
	const s = "The court in Łódź adjourned the trial until the autumn of 2019, its clerk said on Tuesday."
	page := func(head string) string { return "<html><head>" + head + "</head><body><p>" + s + "</p></body></html>" }
	late := "<script>" + strings.Repeat("var x = 1;", 500) + "</script>"
	for name, content := range map[string]string{
		"UTF-8 undeclared":               page(""),
		"meta charset":                   encode(t, charmap.ISO8859_2, page(`<meta charset="iso-8859-2">`)),
		"http-equiv":                     encode(t, charmap.Windows1250, page(`<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1250">`)),
		"XML declaration":                encode(t, charmap.ISO8859_2, `<?xml version="1.0" encoding="ISO-8859-2"?>`+page("")),
		"declared late in a long head":   encode(t, charmap.ISO8859_2, page(late+`<meta charset="iso-8859-2">`)),
		"declared Latin-1, but is UTF-8": page(`<meta charset="iso-8859-1">`),
		"declared UTF-16, but is UTF-8":  page(`<meta charset="utf-16">`),
		"UTF-16 with a mark":             encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), page("")),
	} {
		if a, errs := one(t, "a.html", content); a.Text != s || len(errs) > 0 {
			t.Errorf("%s: %q, errors %v", name, a.Text, errs)
		}
	}
}

// A browser shows a page in UTF-8 with a broken byte; so do we, and say so.
func TestPageWithBrokenUTF8(t *testing.T) {
	a, errs := one(t, "a.html", `<meta charset=utf-8><p>The trial in Łódź`+"\xff"+` was adjourned until the autumn of 2019, said the clerk.`)
	if !strings.Contains(a.Text, "Łódź\uFFFD was") || len(errs) != 1 || !errs[0].Warning || !errors.Is(errs[0], article.ErrInvalidUTF8) {
		t.Errorf("%q, errors %v", a.Text, errs)
	}
}
