package ner

import (
	"bytes"
	"errors"
	"testing"

	"dateline/timeline/text"
)

func TestEmbeddedWeights(t *testing.T) {
	m, err := Decode(weightFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(m.Encode(), weightFile) {
		t.Error("the embedded weights are not what they are encoded as again")
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("no weights"), weightFile[:len(weightFile)-1], append([]byte("x"), weightFile...)} {
		if _, err := Decode(data); !errors.Is(err, ErrModel) {
			t.Errorf("%d bytes: error %v, want ErrModel", len(data), err)
		}
	}
}

// TestTrain checks that training learns its examples and gives the same weights each time.
func TestTrain(t *testing.T) {
	doc := text.Split("Lena Quist left Harrow Bank. Lena Quist joined Harrow Bank.")
	var examples []Example
	e := Example{Doc: doc, Weight: 1}
	for i := range doc.Sentences {
		e.Names = append(e.Names, Name{i, 0, 1, Person}, Name{i, 3, 4, Organization})
	}
	for range 4 {
		examples = append(examples, e)
	}
	o := Options{Epochs: 20, Runs: 1, Rate: 0.1, Decay: 1e-4, Dropout: 0.1, Threshold: 0.001}
	m := Train(examples, o)
	got := m.Find(doc)
	if len(got) != len(e.Names) {
		t.Fatalf("names %v, want %v", got, e.Names)
	}
	for i := range got {
		if got[i] != e.Names[i] {
			t.Errorf("name %d is %v, want %v", i, got[i], e.Names[i])
		}
	}
	if !bytes.Equal(m.Encode(), Train(examples, o).Encode()) {
		t.Error("the same examples gave other weights")
	}
}

func BenchmarkFind(b *testing.B) {
	s := "Olga Brandt, the chief executive of Tessel Bank, met her Turkish counterpart, Kemal Aydın, in Vienna on Monday. The bank said that it would pay.\n"
	doc := text.Split(s + s + s + s + s + s + s + s)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc)
	}
}
