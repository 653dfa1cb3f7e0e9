package article_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/timeline/article"
)

// benchText is 1,000 words or so.
var benchText = strings.Repeat("The weather office in Oslo said on Tuesday that it had rained for eleven days.\n\n", 70)

func bench(b *testing.B, name, content string) {
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range article.Read(strings.NewReader(content), name, article.Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkText(b *testing.B) {
	bench(b, "a.txt", "Title: Rain\nPublished: 2019-10-03\n\n"+benchText)
}

func BenchmarkTextWindows1252(b *testing.B) {
	bench(b, "a.txt", strings.ReplaceAll(benchText, "weather office", "caf\xe9"))
}

func BenchmarkMarkdown(b *testing.B) {
	bench(b, "a.md", "---\ntitle: Rain\ndate: 2019-10-03\n---\n# Rain\n\n"+benchText)
}

func BenchmarkHTML(b *testing.B) {
	bench(b, "a.html", `<html><head><title>Rain</title><meta name=date content=2019-10-03></head><body><nav><a href=/>Home</a></nav><article><p>`+
		strings.ReplaceAll(benchText, "\n\n", "</p>\n<p>")+"</article></body></html>")
}

func BenchmarkJSONL(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "rain", "published": "2019-10-03", "text": benchText})
	if err != nil {
		b.Fatal(err)
	}
	bench(b, "a.jsonl", strings.Repeat(string(line)+"\n", 100))
}

func BenchmarkGzip(b *testing.B) { bench(b, "a.txt.gz", gzipped(b, strings.Repeat(benchText, 100))) }
