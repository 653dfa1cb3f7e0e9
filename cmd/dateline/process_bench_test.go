package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline/timeline/article"
)

// BenchmarkAnnotateTimexProcess times `dateline annotate --only timex` as a whole process on one core, from JSONL to
// JSONL: 20 MB of the project's own articles, one a line. MB/s is of wall-clock time, cpu-MB/s of the process's own.
// Those articles have a timex every 80 bytes; news have one every 300 (TimeBank), and two thirds of the time go into
// each: timexes/s is what tells more.
func BenchmarkAnnotateTimexProcess(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "dateline")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	const size = 20_000_000
	in := filepath.Join(dir, "in.jsonl")
	written := writeLines(b, in, size)
	var cpu, timexes float64
	b.SetBytes(written)
	for b.Loop() {
		c := exec.Command(program, "annotate", "--only", "timex", in)
		c.Env = append(os.Environ(), "GOMAXPROCS=1")
		out, err := os.Create(filepath.Join(dir, "out.jsonl"))
		if err != nil {
			b.Fatal(err)
		}
		c.Stdout, c.Stderr = out, os.Stderr
		if err := c.Run(); err != nil {
			b.Fatal(err)
		}
		if err := out.Close(); err != nil {
			b.Fatal(err)
		}
		written, err := os.ReadFile(out.Name())
		if err != nil {
			b.Fatal(err)
		}
		timexes += float64(bytes.Count(written, []byte(`"start":`)))
		cpu += (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	}
	b.ReportMetric(float64(written)*float64(b.N)/cpu/1e6, "cpu-MB/s")
	b.ReportMetric(timexes/cpu, "timexes/s")
}

// writeLines writes the project's articles to a JSONL file, over and over up to a size in bytes.
func writeLines(b *testing.B, path string, size int64) (written int64) {
	b.Helper()
	var lines [][]byte
	for a, err := range article.All([]string{"../../testdata/articles"}, article.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		line, err := json.Marshal(map[string]string{"id": a.ID, "text": a.Text, "published": a.Published.String()})
		if err != nil {
			b.Fatal(err)
		}
		lines = append(lines, append(line, '\n'))
	}
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; written < size; i++ {
		n, err := f.Write(lines[i%len(lines)])
		if err != nil {
			b.Fatal(err)
		}
		written += int64(n)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return written
}
