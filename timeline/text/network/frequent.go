package network

import "strings"

// frequent holds the sums of the first layer for the most frequent words, which make up most of any
// text: they depend on nothing but the word, so they are computed when the network is made.
type frequent struct {
	row  map[string]int32 // by form as written
	sums []int32
}

// prepared is how many words of the list, in the order of frequency, are computed in advance, and
// capitalised how many of them with a capital too.
const (
	prepared    = 3000
	capitalised = 1000
)

// prepare computes the sums of the first words of the list, which is in lower case.
func (n *Network) prepare(words []string) {
	forms := append([]string(nil), words[:min(prepared, len(words))]...)
	for _, word := range words[:min(capitalised, len(words))] {
		if c := word[0]; c >= 'a' && c <= 'z' {
			forms = append(forms, string(c-'a'+'A')+word[1:])
		}
	}
	w := &Work{}
	n.first(forms, w)
	n.frequent.sums = w.sums
	n.frequent.row = make(map[string]int32, len(forms))
	for i, form := range forms {
		n.frequent.row[form] = int32(i)
	}
}

// recent holds the sums of the first layer for words that are not frequent but were met lately: names
// and terms come back within an article.
type recent struct {
	of   *Network
	row  map[string]int32
	sums []int32
}

// remembered is how many recent words are held; 3 MB in the embedded network.
const remembered = 1024

// prepare empties r if it is another network's, or full.
func (r *recent) prepare(n *Network) {
	if r.of != n || len(r.row) >= remembered {
		*r = recent{of: n, row: make(map[string]int32, remembered), sums: r.sums[:0]}
	}
}

// add holds the sums of a word. The word is copied, so that no text is kept in memory.
func (r *recent) add(form string, sums []int32) {
	if _, ok := r.row[form]; ok || len(r.row) >= remembered {
		return
	}
	r.row[strings.Clone(form)] = int32(len(r.row))
	r.sums = append(r.sums, sums...)
}

// first runs the first layer on the words and leaves its output in w.a. Its sums are copied for
// frequent and recent words and computed for the others.
func (n *Network) first(forms []string, w *Work) {
	l := &n.layers[0]
	width, in := l.w.w.Outputs, l.w.w.Inputs
	m := len(forms)
	w.recent.prepare(n)
	w.sums, w.rare = resize(w.sums, m*width), w.rare[:0]
	for t, form := range forms {
		sums := w.sums[t*width : (t+1)*width]
		if row, ok := n.frequent.row[form]; ok {
			copy(sums, n.frequent.sums[int(row)*width:])
		} else if row, ok := w.recent.row[form]; ok {
			copy(sums, w.recent.sums[int(row)*width:])
		} else {
			w.rare = append(w.rare, int32(t))
		}
	}
	w.a, w.rareSums = resize(w.a, max(m*l.units, len(w.rare)*in)), resize(w.rareSums, len(w.rare)*width)
	for i, t := range w.rare {
		n.embed(forms[t], w.a[i*in:(i+1)*in], w)
	}
	l.w.w.Product(w.rareSums, w.a, len(w.rare))
	for i, t := range w.rare {
		sums := w.rareSums[i*width : (i+1)*width]
		copy(w.sums[int(t)*width:], sums)
		w.recent.add(forms[t], sums)
	}
	l.recur(m, w)
}
