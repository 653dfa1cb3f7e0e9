package article_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"dateline/timeline/article"
)

func gzipped(t testing.TB, s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstandard(t testing.TB, s string) string {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	return string(z.EncodeAll([]byte(s), nil))
}

// The format is the extension's, else told from the first bytes; compression is told from the bytes alone.
func TestFormatsAndNames(t *testing.T) {
	const (
		page = "<!-- x --><!DOCTYPE html><p>It rained all day in Oslo on Tuesday, and it went on raining the day after.</p>"
		body = "It rained all day in Oslo on Tuesday, and it went on raining the day after."
		line = `{"id": "r", "text": "It rained."}`
	)
	for _, test := range []struct{ name, content, id, text string }{
		{"rain.txt", page, "rain", page},
		{"rain.html", page, "rain", body},
		{"rain.HTM", page, "rain", body},
		{"rain", page, "rain", body},
		{"-", page, "stdin", body},
		{"-", body, "stdin", body},
		{"-", line, "r", "It rained."},
		{"-", `{"text": "It rained."}`, "stdin:1", "It rained."},
		{"-", "\ufeff" + line, "r", "It rained."},
		{"-", "{Oslo} It rained.", "stdin", "{Oslo} It rained."},
		{"-", "<3 rain", "stdin", "<3 rain"},
		{"rain.json", line, "r", "It rained."},
		{"2020.03.11", body, "2020.03.11", body},
		{"notes of J. Smith", body, "notes of J. Smith", body},
		{"a.b.story", body, "a.b", body},
		{".txt", body, ".txt", body},
		{"rain.txt.gz", gzipped(t, body), "rain", body},
		{"rain.jsonl.gz", gzipped(t, line), "r", "It rained."},
		{"rain.html.zst", zstandard(t, page), "rain", body},
		{"-", gzipped(t, page), "stdin", body},
		{"rain.txt", gzipped(t, body) + gzipped(t, " More."), "rain", body + " More."},
		{"rain.txt.gz", body, "rain", body},
	} {
		a, errs := one(t, test.name, test.content)
		if len(errs) > 0 || a.ID != test.id || a.Text != test.text {
			t.Errorf("%s %.20q: id %q, text %q, errors %v", test.name, test.content, a.ID, a.Text, errs)
		}
	}
}

func TestDamagedCompression(t *testing.T) {
	whole := gzipped(t, strings.Repeat("It rained in Oslo. ", 5000))
	for name, content := range map[string]string{
		"cut off":        whole[:len(whole)-20],
		"header only":    "\x1f\x8b\x08",
		"wrong checksum": whole[:len(whole)-8] + "\x00\x00\x00\x00" + whole[len(whole)-4:],
		"zstd":           "\x28\xb5\x2f\xfd\x00",
	} {
		_, errs := one(t, "a.txt.gz", content)
		if len(errs) != 1 || !strings.Contains(errs[0].Error(), "a.txt.gz: decompressing") {
			t.Errorf("%s: %v", name, errs)
		}
	}
	if _, errs := one(t, "a.txt.gz", gzipped(t, whole)); len(errs) != 1 || !errors.Is(errs[0], article.ErrBinary) {
		t.Errorf("compressed twice: %v", errs)
	}
}

// A small file that decompresses to more than the limit is refused without being held.
func TestDecompressionLimit(t *testing.T) {
	bomb := gzipped(t, strings.Repeat("0", 10<<20))
	for _, err := range article.Read(strings.NewReader(bomb), "a.txt.gz", article.Options{MaxBytes: 1 << 20}) {
		if !errors.Is(err, article.ErrTooLarge) {
			t.Errorf("%v", err)
		}
	}
}

// What a reader fails with is passed on, after what could be read.
func TestReadError(t *testing.T) {
	broken := errors.New("the disk is gone")
	r := io.MultiReader(strings.NewReader("{\"text\": \"a\"}\n{\"text\""), failing{broken})
	articles := 0
	var last error
	for _, err := range article.Read(r, "a.jsonl", article.Options{}) {
		if err == nil {
			articles++
		}
		last = err
	}
	if articles != 1 || !errors.Is(last, broken) {
		t.Errorf("%d articles, then %v", articles, last)
	}
}

type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

func TestBreakingOff(t *testing.T) {
	for range article.Read(strings.NewReader("{\"text\": \"a\"}\nx\n{}\n"), "a.jsonl", article.Options{}) {
		break
	}
	for range article.All([]string{"missing", "missing too"}, article.Options{}) {
		break
	}
}
