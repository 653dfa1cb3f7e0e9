package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"dateline/timeline/text/network"
)

func model(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// analysis writes a sentence as "form/lemma/UPOS/governor/relation" by token.
func analysis(s *Sentence) string {
	var b strings.Builder
	for _, t := range s.Tokens {
		governor := "-"
		if t.Head >= 0 {
			governor = s.Tokens[t.Head].Form
		}
		fmt.Fprintf(&b, "%s/%s/%v/%s/%v ", t.Form, t.Lemma, t.UPOS, governor, t.Rel)
	}
	return strings.TrimSpace(b.String())
}

func TestParse(t *testing.T) {
	m := model(t)
	doc := Split("Police arrested four men on Friday. The bridge was built by engineers.")
	want := []string{
		"Police/police/NOUN/arrested/nsubj arrested/arrest/VERB/-/root four/four/NUM/men/nummod men/man/NOUN/arrested/obj on/on/ADP/Friday/case Friday/Friday/PROPN/arrested/obl ././PUNCT/arrested/punct",
		"The/the/DET/bridge/det bridge/bridge/NOUN/built/nsubj:pass was/be/AUX/built/aux:pass built/build/VERB/-/root by/by/ADP/engineers/case engineers/engineer/NOUN/built/obl:agent ././PUNCT/built/punct",
	}
	for i := range doc.Sentences {
		m.Parse(&doc.Sentences[i])
		if got := analysis(&doc.Sentences[i]); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
	built := doc.Sentences[1].Tokens[3].Feats
	if want := (Feats{Tense: Past, VerbForm: Part, Voice: Pass}); built != want {
		t.Errorf("built: %v, want %v", built, want)
	}
}

// TestTagThenParse: the tree does not depend on whether the sentence was tagged before.
func TestTagThenParse(t *testing.T) {
	m := model(t)
	a, b := Split(prose[:2000]), Split(prose[:2000])
	for i := range a.Sentences {
		m.Parse(&a.Sentences[i])
		m.Tag(&b.Sentences[i])
		m.Parse(&b.Sentences[i])
		if x, y := analysis(&a.Sentences[i]), analysis(&b.Sentences[i]); x != y {
			t.Errorf("parsed at once: %s\ntagged before: %s", x, y)
		}
	}
}

// TestTrees: governors make one tree without crossing arcs in every sentence, however long.
func TestTrees(t *testing.T) {
	m := model(t)
	for _, s := range []string{prose[:3000], "a", ".", "?!", strings.Repeat("and the dog ", 300), strings.Repeat("(", 600), "résumé \xff \u0000 x"} {
		doc := Split(s)
		for i := range doc.Sentences {
			m.Parse(&doc.Sentences[i])
			checkTree(t, &doc.Sentences[i])
		}
	}
}

func checkTree(t *testing.T, s *Sentence) {
	roots := 0
	for i := range s.Tokens {
		k := &s.Tokens[i]
		if k.UPOS == 0 || k.Rel == 0 || k.Lemma == "" {
			t.Fatalf("token %d %q is not analysed", i, k.Form)
		}
		if (k.Head < 0) != (k.Rel == Root) {
			t.Fatalf("token %d %q has governor %d and relation %v", i, k.Form, k.Head, k.Rel)
		}
		if k.Head < 0 {
			roots++
		}
		steps := 0
		for j := i; j >= 0; j = s.Tokens[j].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("token %d %q is in a cycle", i, k.Form)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestConcurrent(t *testing.T) {
	m := model(t)
	want := Split(prose[:1500])
	for i := range want.Sentences {
		m.Parse(&want.Sentences[i])
	}
	var wait sync.WaitGroup
	for range 16 {
		wait.Go(func() {
			got := Split(prose[:1500])
			for i := range got.Sentences {
				m.Parse(&got.Sentences[i])
				if a, b := analysis(&got.Sentences[i]), analysis(&want.Sentences[i]); a != b {
					t.Errorf("got  %s\nwant %s", a, b)
				}
			}
		})
	}
	wait.Wait()
}

func TestReadRefuses(t *testing.T) {
	cut := append([]byte(nil), weights[:len(weights)/2]...)
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("no weights at all"), "cut off": cut} {
		if _, err := Read(bytes.NewReader(data)); err == nil {
			t.Errorf("%s: no error", name)
		} else if name != "cut off" && !errors.Is(err, network.ErrFormat) {
			t.Errorf("%s: %v does not wrap ErrFormat", name, err)
		}
	}
}

func TestFeats(t *testing.T) {
	for _, s := range []string{"_", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "Definite=Ind|PronType=Art"} {
		if got := ParseFeats(s).String(); got != s {
			t.Errorf("ParseFeats(%q) = %s", s, got)
		}
	}
	if got := ParseFeats("Gender=Fem,Masc|NumForm=Digit|X"); got != (Feats{Gender: Fem}) {
		t.Errorf("got %v", got)
	}
}

func TestLemma(t *testing.T) {
	m := model(t)
	past, third := Feats{Tense: Past, VerbForm: Fin}, Feats{Tense: Pres, Person: Third, Number: Sing, VerbForm: Fin}
	for _, c := range []struct {
		form string
		upos UPOS
		f    Feats
		want string
	}{
		{"resigned", VERB, past, "resign"}, {"planned", VERB, past, "plan"}, {"voted", VERB, past, "vote"}, {"carried", VERB, past, "carry"},
		{"withdrew", VERB, past, "withdraw"}, {"Told", VERB, past, "tell"}, {"stalled", VERB, past, "stall"}, {"unearthed", VERB, past, "unearth"},
		{"hoping", VERB, Feats{Tense: Pres, VerbForm: Part}, "hope"}, {"dying", VERB, Feats{VerbForm: Ger}, "die"},
		{"pushes", VERB, third, "push"}, {"denies", VERB, third, "deny"}, {"leases", VERB, third, "lease"},
		{"cities", NOUN, Feats{Number: Plur}, "city"}, {"firemen", NOUN, Feats{Number: Plur}, "fireman"}, {"wolves", NOUN, Feats{Number: Plur}, "wolf"}, {"houses", NOUN, Feats{Number: Plur}, "house"},
		{"larger", ADJ, Feats{Degree: Cmp}, "large"}, {"happiest", ADJ, Feats{Degree: Sup}, "happy"}, {"London", PROPN, Feats{Number: Sing}, "London"},
	} {
		if got := m.lemmatizer.Lemma(c.form, c.upos, c.f); got != c.want {
			t.Errorf("%s (%v): %s, want %s", c.form, c.upos, got, c.want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(bytes.NewReader(weights)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B)   { benchmark(b, (*Model).Tag) }
func BenchmarkParse(b *testing.B) { benchmark(b, (*Model).Parse) }

func benchmark(b *testing.B, analyse func(*Model, *Sentence)) {
	m := model(b)
	doc := Split(prose)
	tokens := 0
	for i := range doc.Sentences {
		tokens += len(doc.Sentences[i].Tokens)
	}
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Sentences {
			doc.Sentences[i].level = split
			analyse(m, &doc.Sentences[i])
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
