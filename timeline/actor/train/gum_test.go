package train

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestGUM cuts names out of annotated noun phrases: without the article, the adjective and the title in front.
func TestGUM(t *testing.T) {
	const treebank = `# newdoc id = own
# text = The Dutch minister Karin Vos visited the Harbour Museum in Oslo.
1	The	the	DET	DT	_	4	det	_	Entity=(1-person-new-nnnnn-cf1-4-sgl
2	Dutch	Dutch	ADJ	JJ	_	4	amod	_	_
3	minister	minister	NOUN	NN	_	4	nmod:desc	_	_
4	Karin	Karin	PROPN	NNP	_	6	nsubj	_	_
5	Vos	Vos	PROPN	NNP	_	4	flat	_	Entity=1)
6	visited	visit	VERB	VBD	_	0	root	_	_
7	the	the	DET	DT	_	9	det	_	Entity=(2-organization-new-nnnnn-cf2-3-sgl
8	Harbour	Harbour	PROPN	NNP	_	9	compound	_	_
9	Museum	Museum	PROPN	NNP	_	6	obj	_	Entity=2)
10	in	in	ADP	IN	_	11	case	_	_
11	Oslo	Oslo	PROPN	NNP	_	6	obl	_	Entity=(3-place-new-nnnnn-cf3-1-sgl-Oslo)|SpaceAfter=No
12	.	.	PUNCT	.	_	6	punct	_	_

`
	file := filepath.Join(t.TempDir(), "own.conllu")
	if err := os.WriteFile(file, []byte(treebank), 0o600); err != nil {
		t.Fatal(err)
	}
	examples, err := GUM(file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range examples {
		for _, n := range e.Names {
			tokens := e.Doc.Sentences[n.Sentence].Tokens
			got = append(got, e.Doc.Text[tokens[n.First].Start:tokens[n.Last].End])
		}
	}
	if want := []string{"Karin Vos", "Harbour Museum", "Oslo"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
}
