package network

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// sample returns a small network with random weights, or one of the size of the embedded network.
func sample(large bool) *File {
	s := Shape{Vectors: 21, Vector: 12, Words: 11, Word: 8, Buckets: 32, Subword: 8, Patterns: 16, Pattern: 4, Layers: []int{8, 16, 16}, TagLayer: 2, Tags: 9, Parts: 4, Arc: 16, Label: 16, Labels: 7}
	if large {
		s = Shape{Vectors: 20001, Vector: 100, Words: 10001, Word: 64, Buckets: 8192, Subword: 64, Patterns: 512, Pattern: 28, Layers: []int{96, 96, 128, 128}, TagLayer: 2, Tags: 184, Parts: 17, Arc: 128, Label: 128, Labels: 51}
	}
	r := rand.New(rand.NewPCG(1, 1))
	p := NewParams(s)
	for _, w := range [][]float32{p.Flat, p.Word, p.Subword, p.Pattern} {
		for i := range w {
			w[i] = float32(r.NormFloat64()) * 0.2
		}
	}
	v := &Vectors{Width: s.Vector, Rows: make([]int8, s.Vectors*s.Vector)}
	for i := range v.Rows[s.Vector:] {
		v.Rows[s.Vector+i] = int8(r.IntN(40) - 20)
	}
	for i := range s.Vectors - 1 {
		v.Words = append(v.Words, fmt.Sprintf("w%d", i))
	}
	f := &File{Shape: s, Params: Quantize(p), Vectors: v, About: "random"}
	for i := range s.Words - 1 {
		f.Words = append(f.Words, fmt.Sprintf("w%d", i))
	}
	for i := range s.Tags {
		f.Tags = append(f.Tags, fmt.Sprintf("t%d", i))
	}
	return f
}

func analyse(n *Network, forms []string, w *Work, allowed [][]int32, parse bool) string {
	m := len(forms)
	tags, parts, head, label := make([]int32, m), make([]int32, m), make([]int32, m), make([]int32, m)
	n.Tag(forms, w, allowed, tags, parts)
	if parse {
		n.Parse(m, w, 0, head, label)
	}
	return fmt.Sprint(tags, parts, head, label)
}

func allowedTags(s *Shape) [][]int32 {
	allowed := make([][]int32, s.Parts)
	for i := range s.Tags {
		allowed[i%s.Parts] = append(allowed[i%s.Parts], int32(i))
	}
	return allowed
}

func BenchmarkTag(b *testing.B)   { benchmark(b, false) }
func BenchmarkParse(b *testing.B) { benchmark(b, true) }

func benchmark(b *testing.B, parse bool) {
	f := sample(true)
	n := New(f)
	allowed := allowedTags(&f.Shape)
	forms := strings.Fields(strings.Repeat("The w12 minister of w101 , who had w19 on Friday , w4 the w88 that w600 w601 in w7 . ", 1))
	w := &Work{}
	m := len(forms)
	tags, parts, head, label := make([]int32, m), make([]int32, m), make([]int32, m), make([]int32, m)
	b.ReportAllocs()
	for b.Loop() {
		n.Tag(forms, w, allowed, tags, parts)
		if parse {
			n.Parse(m, w, 0, head, label)
		}
	}
	b.ReportMetric(float64(b.N*m)/b.Elapsed().Seconds(), "tokens/s")
}

func TestWriteRead(t *testing.T) {
	f := sample(false)
	f.Lemmas = []string{"went\tVERB\tgo"}
	var a, b bytes.Buffer
	if err := f.Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(&b); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatalf("the second time other bytes were written (%v)", err)
	}
	g, err := Read(&a)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(f, g) {
		t.Error("what was read is not what was written")
	}
}

// TestFrequent: words whose sums are at hand are analysed as if they were not.
func TestFrequent(t *testing.T) {
	f := sample(false)
	with, without := New(f), New(f)
	without.frequent = frequent{}
	forms := strings.Fields("w1 W2 w30 The w4 , w5 W11")
	var a, b Work
	allowed := allowedTags(&f.Shape)
	for n := 1; n <= len(forms); n++ {
		if x, y := analyse(with, forms[:n], &a, allowed, true), analyse(without, forms[:n], &b, allowed, true); x != y {
			t.Errorf("%v: %s and %s", forms[:n], x, y)
		}
	}
}

// TestRecent: what was analysed before changes nothing, with the same network or another, however many words it was.
func TestRecent(t *testing.T) {
	f := sample(false)
	one, other := New(f), New(f)
	var used Work
	allowed := allowedTags(&f.Shape)
	for i := range 2 * remembered {
		forms := []string{fmt.Sprintf("Name%d", i), "of", fmt.Sprintf("Name%d", i/2), fmt.Sprintf("Name%d", i)}
		n := one
		if i > remembered && i%100 == 99 {
			n = other
		}
		var fresh Work
		if x, y := analyse(n, forms, &used, allowed, true), analyse(n, forms, &fresh, allowed, true); x != y {
			t.Fatalf("%v: %s, and afresh %s", forms, x, y)
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := sample(false).Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(bytes.NewReader(data))
		if err == nil {
			New(file)
		} else if errors.Is(err, ErrFormat) && file != nil {
			t.Error("error and file")
		}
	})
}

func TestNormal(t *testing.T) {
	for form, want := range map[string]string{"Mayor": "mayor", "1999": "0000", "n’t": "n't", "ÉCOLE": "école", "plain": "plain"} {
		if got := Normal(form); got != want {
			t.Errorf("Normal(%q) = %q, want %q", form, got, want)
		}
	}
}

func TestExp(t *testing.T) {
	for x := float32(-80); x < 80; x += 0.37 {
		got, want := float64(exp(x)), math.Exp(float64(x))
		if math.Abs(got-want) > 2e-6*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
}
