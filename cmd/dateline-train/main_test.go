package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"dateline/timeline/actor/antecedent"
	"dateline/timeline/actor/ner"
)

// The same treebank gives the same bytes, and they can be read back. Three sentences teach nothing; what
// the real ones teach is measured by `evaluate`.
func TestTrain(t *testing.T) {
	if testing.Short() {
		t.Skip("trains a whole network")
	}
	var made [2][]byte
	for i := range made {
		path := filepath.Join(t.TempDir(), "weights.bin")
		c := trainCommand{Treebank: "testdata", Output: path, Epochs: 1}
		if err := c.Run(&streams{io.Discard, io.Discard}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		made[i] = data
	}
	if len(made[0]) == 0 || !bytes.Equal(made[0], made[1]) {
		t.Errorf("two trainings gave %d and %d bytes that differ", len(made[0]), len(made[1]))
	}
}

func TestTrainErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weights.bin")
	for name, c := range map[string]trainCommand{
		"no treebank":   {Treebank: t.TempDir(), Output: path},
		"bad options":   {Treebank: "testdata", Output: path, Options: "{"},
		"no such words": {Treebank: "testdata", Output: path, Vectors: "testdata/tiny-train.conllu"},
	} {
		if err := c.Run(&streams{io.Discard, io.Discard}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: a file was left behind", name)
		}
	}
}

func TestEvaluate(t *testing.T) {
	var out bytes.Buffer
	c := evaluateCommand{File: "testdata/tiny-train.conllu"}
	if err := c.Run(&streams{&out, io.Discard}); err != nil {
		t.Fatal(err)
	}
	number := `[01]\.\d{4}`
	scores := " tokens " + number + " sentences " + number + " upos " + number + " feats " + number + " lemma " + number + " uas " + number + " las " + number + "\n"
	if !regexp.MustCompile("^gold" + scores + "raw" + scores + "$").MatchString(out.String()) {
		t.Errorf("evaluate prints %q", out.String())
	}
	c.File = "testdata/missing.conllu"
	if err := c.Run(&streams{io.Discard, io.Discard}); err == nil {
		t.Error("a missing file gives no error")
	}
}

// The tiny treebank has no entities: training on it gives weights that can be read and find nothing.
func TestTrainNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.bin")
	if err := (&namesCommand{Treebank: "testdata", Output: path}).Run(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ner.Decode(data); err != nil {
		t.Error(err)
	}
	if err := (&namesCommand{Treebank: t.TempDir(), Output: path + "2"}).Run(); err == nil {
		t.Error("a folder without treebanks: no error")
	}
	if _, err := os.Stat(path + "2"); err == nil {
		t.Error("a folder without treebanks: a file was left behind")
	}
}

// Six passages teach little; what the real ones teach is measured by -folds.
func TestTrainPronouns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pronouns.tsv")
	c := pronounsCommand{GAP: "testdata/passages.jsonl", Output: path}
	var out bytes.Buffer
	std := &streams{&out, io.Discard}
	if err := c.Run(std); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := antecedent.Read(f); err != nil {
		t.Error(err)
	}
	if err := (&pronounsCommand{GAP: "testdata/passages.jsonl", Folds: 2}).Run(std); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^precision [01]\.\d{4} recall [01]\.\d{4} F1 [01]\.\d{4}\n$`).MatchString(out.String()) {
		t.Errorf("unexpected output %q", out.String())
	}
	if err := (&pronounsCommand{GAP: "testdata/tiny-train.conllu", Output: path + "2"}).Run(std); err == nil {
		t.Error("a file that is no JSON: no error")
	}
}
