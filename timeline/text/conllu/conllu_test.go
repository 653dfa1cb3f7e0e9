package conllu

import (
	"errors"
	"io"
	"strings"
	"testing"
)

const sample = `# newdoc id = d1
# sent_id = s1
# text = I don't.
1	I	I	PRON	PRP	Case=Nom	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	Polarity=Neg	2	advmod	_	_
3.1	go	go	VERB	VB	_	_	_	2:dep	_
4	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = s2
1	Yes	yes	INTJ	UH	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

# newpar
1	Later	later	ADV	RB	_	0	root	_	_
`

func read(t *testing.T, s string) []Sentence {
	t.Helper()
	var all []Sentence
	for r := NewReader(strings.NewReader(s)); ; {
		x, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *x)
	}
}

func TestRead(t *testing.T) {
	s := read(t, sample)
	if len(s) != 3 || len(s[0].Words) != 4 || !s[0].NewDocument || s[1].NewParagraph || !s[2].NewParagraph || s[0].ID != "s1" || s[0].Text != "I don't." {
		t.Fatalf("read %+v", s)
	}
	if w := s[0].Words[2]; w.Form != "n't" || w.Head != 1 || w.Rel != "advmod" || w.SpaceAfter || w.Token != 1 {
		t.Errorf("third word: %+v", w)
	}
	if s[0].Words[1].Head != -1 {
		t.Error("the root has a governor")
	}
}

func TestRawText(t *testing.T) {
	raw := RawText(read(t, sample))
	if want := "I don't. Yes!\n\nLater"; raw.Text != want {
		t.Errorf("text %q, want %q", raw.Text, want)
	}
	var words []string
	for _, s := range raw.Words {
		for _, w := range s {
			words = append(words, raw.Text[w.Start:w.End])
		}
	}
	if got, want := strings.Join(words, "|"), "I|do|n't|.|Yes|!|Later"; got != want {
		t.Errorf("words %s, want %s", got, want)
	}
}

func TestMalformed(t *testing.T) {
	row := "\tI\tI\tPRON\tPRP\t_\t0\troot\t_\t_\n"
	for name, s := range map[string]string{
		"columns": "1\tI\n", "number": "2" + row, "word": "x" + row, "range": "3-2" + row,
		"governor": "1\tI\tI\tPRON\tPRP\t_\tx\troot\t_\t_\n", "far governor": "1\tI\tI\tPRON\tPRP\t_\t7\tdep\t_\t_\n",
	} {
		if _, err := NewReader(strings.NewReader(s)).Read(); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, s string) {
		var all []Sentence
		for r := NewReader(strings.NewReader(s)); ; {
			x, err := r.Read()
			if err != nil {
				break
			}
			all = append(all, *x)
		}
		raw := RawText(all)
		for _, words := range raw.Words {
			for _, w := range words {
				_ = raw.Text[w.Start:w.End]
			}
		}
	})
}
