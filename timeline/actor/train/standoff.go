package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/timeline/actor/ner"
)

// MEANTIME reads the corpus of that name (Minard and others 2016) from a folder with docs.jsonl and
// entities.jsonl and returns the annotated beginnings of its articles with the names in them.
func MEANTIME(folder string) ([]ner.Example, error) {
	type mention struct {
		Start, End    int // code points
		Text          string
		SyntacticType string `json:"syntactic_type"`
		Contiguous    bool
		Instance      *struct{ Class string }
	}
	mentions := map[string][]mention{}
	err := eachLine(filepath.Join(folder, "entities.jsonl"), func(line []byte) error {
		var d struct {
			ID       string
			Mentions []mention
		}
		err := json.Unmarshal(line, &d)
		mentions[d.ID] = d.Mentions
		return err
	})
	if err != nil {
		return nil, err
	}
	classes := map[string]ner.Type{"PER": ner.Person, "ORG": ner.Organization, "LOC": ner.Place, "PRO": ner.Misc}
	var out []ner.Example
	err = eachLine(filepath.Join(folder, "docs.jsonl"), func(line []byte) error {
		var d struct {
			ID, Text     string
			AnnotatedEnd int `json:"annotated_end"`
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		runes := []rune(d.Text)[:d.AnnotatedEnd]
		var spans []span
		for _, m := range mentions[d.ID] {
			if m.SyntacticType != "NAM" || !m.Contiguous || m.Instance == nil || m.End > len(runes) {
				continue
			}
			kind, ok := classes[m.Instance.Class]
			start := len(string(runes[:m.Start]))
			name := string(runes[m.Start:m.End])
			for name != "" && !isUpper(name) { // "the long awaited iPhone SDK"
				_, rest, _ := strings.Cut(name, " ")
				start, name = start+len(name)-len(rest), rest
			}
			if ok && name != "" {
				spans = append(spans, span{start, start + len(name), kind})
			}
		}
		out = append(out, example(string(runes), outermost(spans)))
		return nil
	})
	return out, err
}

// eachLine calls f with every line of a file.
func eachLine(name string, f func(line []byte) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(make([]byte, 1<<16), 1<<26)
	for n := 1; s.Scan(); n++ {
		if err := f(s.Bytes()); err != nil {
			return fmt.Errorf("reading %q, line %d: %w", name, n, err)
		}
	}
	return s.Err()
}
