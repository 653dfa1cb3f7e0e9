package text

import (
	"fmt"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// newsTreebank is the project's own test treebank; its header says what the annotations mean.
const newsTreebank = "../../testdata/treebank/news.tsv"

// floor is the least share of the annotations of each group that must be right.
var floor = map[string]float64{
	"headlines": 0.86, "appositions": 0.92, "said": 0.90, "reduced relatives": 0.80, "passives, clauses and time": 0.93,
}

var factPattern = regexp.MustCompile(`^([a-z:|]+)\(([^,()]+)(?:, ([^()]+))?\)(?:=(\w+))?$`)

// TestNewsTreebank reports the share of annotations that the model gets right, by group and by kind,
// and what it gets wrong (-v).
func TestNewsTreebank(t *testing.T) {
	data, err := os.ReadFile(newsTreebank)
	if err != nil {
		t.Fatal(err)
	}
	m := model(t)
	type tally struct{ right, all int }
	groups, kinds := map[string]*tally{}, map[string]*tally{}
	group := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "## "); ok {
			group, groups[name] = name, &tally{}
			continue
		}
		sentence, facts, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		doc := Split(sentence)
		if len(doc.Sentences) != 1 {
			t.Errorf("%q is split into %d sentences", sentence, len(doc.Sentences))
			continue
		}
		m.Parse(&doc.Sentences[0])
		for fact := range strings.SplitSeq(facts, "; ") {
			kind, holds, err := checkFact(doc.Sentences[0].Tokens, fact)
			if err != nil {
				t.Errorf("%q: %v", sentence, err)
				continue
			}
			if kinds[kind] == nil {
				kinds[kind] = &tally{}
			}
			groups[group].all++
			kinds[kind].all++
			if holds {
				groups[group].right++
				kinds[kind].right++
			} else {
				t.Logf("%s: %s\n\t%s", sentence, fact, analysis(&doc.Sentences[0]))
			}
		}
	}
	for _, of := range []map[string]*tally{kinds, groups} {
		var names []string
		for name := range of {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			t.Logf("%-28s %3d of %3d  %.3f", name, of[name].right, of[name].all, float64(of[name].right)/float64(of[name].all))
		}
	}
	for name, least := range floor {
		if g := groups[name]; g == nil || float64(g.right) < least*float64(g.all) {
			t.Errorf("%s: %+v right, the floor is %.2f", name, g, least)
		}
	}
}

// checkFact reports whether an annotation holds, and its kind.
func checkFact(tokens []Token, fact string) (kind string, holds bool, err error) {
	f := factPattern.FindStringSubmatch(fact)
	if f == nil {
		return "", false, fmt.Errorf("%q is no annotation", fact)
	}
	first, err := find(tokens, f[2])
	if err != nil {
		return "", false, err
	}
	switch f[1] {
	case "root":
		return f[1], tokens[first].Head < 0, nil
	case "tense":
		want := map[string]Tense{"Past": Past, "Pres": Pres}[f[4]]
		return f[1], want != 0 && tokens[first].Feats.Tense == want, nil
	case "voice":
		return f[1], f[4] == "Pass" && tokens[first].Feats.Voice == Pass, nil
	}
	second, err := find(tokens, f[3])
	if err != nil {
		return "", false, err
	}
	for rel := range strings.SplitSeq(f[1], "|") {
		want, ok := ParseRel(rel)
		if !ok {
			return "", false, fmt.Errorf("%q is no relation", rel)
		}
		holds = holds || tokens[second].Head == first && tokens[second].Rel == want
	}
	return f[1], holds, nil
}

// find returns the number of a word ("word", or "word#2" for its second occurrence).
func find(tokens []Token, word string) (int, error) {
	word, number, ok := strings.Cut(word, "#")
	nth := 1
	if ok {
		nth, _ = strconv.Atoi(number)
	}
	for i := range tokens {
		if tokens[i].Form == word {
			if nth--; nth == 0 {
				return i, nil
			}
		}
	}
	return 0, fmt.Errorf("there is no token %q", word)
}
