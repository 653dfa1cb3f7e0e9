package training

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/text/conllu"
)

const relative = `1	The	the	DET	DT	Definite=Def|PronType=Art	2	det	_	_
2	men	man	NOUN	NNS	Number=Plur	7	nsubj	_	_
3	who	who	PRON	WP	PronType=Rel	5	nsubj:pass	_	_
4	were	be	AUX	VBD	Tense=Past|VerbForm=Fin	5	aux:pass	_	_
5	arrested	arrest	VERB	VBN	Tense=Past|VerbForm=Part|Voice=Pass	2	acl:relcl	_	_
6	there	there	ADV	RB	_	5	advmod	_	_
7	denied	deny	VERB	VBD	Tense=Past|VerbForm=Fin	0	root	_	_
8	it	it	PRON	PRP	_	7	obj	_	_
9	.	.	PUNCT	.	_	7	punct	_	_

`

func TestVariants(t *testing.T) {
	s, err := conllu.NewReader(strings.NewReader(relative)).Read()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var made []conllu.Sentence
	for _, make := range []func(*conllu.Sentence) (conllu.Sentence, bool){reduced, headline} {
		v, ok := make(s)
		if !ok {
			t.Fatal("no variant")
		}
		made = append(made, v)
	}
	if gardenPath(s) || !gardenPath(&made[0]) {
		t.Error("only what is reduced is a garden path")
	}
	for _, v := range made {
		line := ""
		for _, w := range v.Words {
			governor := "-"
			if w.Head >= 0 {
				governor = v.Words[w.Head].Form
			}
			line += fmt.Sprintf("%s(%s %s) ", w.Form, w.Rel, governor)
		}
		got = append(got, strings.TrimSpace(line))
	}
	want := []string{
		"The(det men) men(nsubj denied) arrested(acl men) there(advmod arrested) denied(root -) it(obj denied) .(punct denied)",
		"Men(nsubj deny) who(nsubj:pass arrested) were(aux:pass arrested) arrested(acl:relcl Men) there(advmod arrested) deny(root -) it(obj deny)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
