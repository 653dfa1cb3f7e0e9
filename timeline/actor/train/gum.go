package train

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/actor/ner"
	"dateline/timeline/text"
	"dateline/timeline/text/conllu"
)

// GUM reads treebanks of the GUM corpus (Zeldes 2017), whose Entity annotation marks all noun phrases with the
// types of their referents, and returns its documents with the names among them.
//
// A phrase is a name where its head is a proper noun. The annotation spans the whole phrase ("the former
// French president Nicolas Sarkozy"), so the name is cut out of it: from the head to both sides, as far as
// capitalized words go.
func GUM(files ...string) ([]ner.Example, error) {
	var out []ner.Example
	for _, file := range files {
		sentences, err := conllu.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for doc := range gumDocuments(sentences) {
			out = append(out, gumDocument(doc))
		}
	}
	return out, nil
}

// gumDocuments cuts sentences into documents.
func gumDocuments(sentences []conllu.Sentence) iter.Seq[[]conllu.Sentence] {
	return func(yield func([]conllu.Sentence) bool) {
		for from := 0; from < len(sentences); {
			to := from + 1
			for to < len(sentences) && !sentences[to].NewDocument {
				to++
			}
			if !yield(sentences[from:to]) {
				return
			}
			from = to
		}
	}
}

func gumDocument(sentences []conllu.Sentence) ner.Example {
	raw := conllu.RawText(sentences)
	var spans []span
	open := map[string]entity{}
	for i := range sentences {
		words := sentences[i].Words
		for _, e := range entities(words, open) {
			first, last, ok := nameIn(words, e)
			if !ok {
				continue
			}
			spans = append(spans, span{raw.Words[i][first].Start, raw.Words[i][last].End, e.nameType(words[first : last+1])})
		}
	}
	return example(raw.Text, outermost(spans))
}

// entity is a noun phrase: words first to last.
type entity struct {
	first, last int
	id          string // number of whom or what it stands for, within the document
	kind        string
	link        string // title of its article in Wikipedia, with underscores; empty where none is given
}

var entityMark = regexp.MustCompile(`\((\d+)-([a-z]+)-([^()]*)|(\d+)\)`)

// entities reads the Entity annotation of a sentence, the outer phrases first. Phrases that go on in another
// sentence are left out.
func entities(words []conllu.Word, open map[string]entity) []entity {
	clear(open)
	var out []entity
	for i, w := range words {
		for field := range strings.SplitSeq(w.Misc, "|") {
			marks, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			for _, m := range entityMark.FindAllStringSubmatchIndex(marks, -1) {
				if m[8] >= 0 {
					id := marks[m[8]:m[9]]
					if e, ok := open[id]; ok {
						e.last = i
						out = append(out, e)
						delete(open, id)
					}
					continue
				}
				parts := strings.Split(marks[m[6]:m[7]], "-")
				e := entity{first: i, id: marks[m[2]:m[3]], kind: marks[m[4]:m[5]]}
				if n := len(parts); n > 4 {
					e.link = strings.Join(parts[4:], "-")
				}
				if m[1] < len(marks) && marks[m[1]] == ')' { // "(7-person-…)": one word
					e.last = i
					out = append(out, e)
					continue
				}
				open[marks[m[2]:m[3]]] = e
			}
		}
	}
	return out
}

// nameIn returns the words of the name that a phrase is headed by.
func nameIn(words []conllu.Word, e entity) (first, last int, ok bool) {
	head := -1
	for i := e.first; i <= e.last; i++ {
		if h := words[i].Head; h < e.first || h > e.last {
			head = i
			break
		}
	}
	if head < 0 || e.kind == "time" || !isUpper(words[head].Form) {
		return 0, 0, false
	}
	if words[head].UPOS != "PROPN" && !linkHas(e.link, words[head].Form) {
		return 0, 0, false
	}
	first, last = head, head
	for first > e.first && leftOf(words, first-1, e) {
		first--
	}
	for !isUpper(words[first].Form) && first < head {
		first++
	}
	for last < e.last {
		next := rightOf(words, last+1, head, e)
		if next < 0 {
			break
		}
		last = next
	}
	if first == last && lexicon.Load().Words[strings.ToLower(words[first].Form)]&lexicon.Title != 0 && e.kind == "person" {
		return 0, 0, false
	}
	return first, last, true
}

func linkHas(link, form string) bool {
	return link != "" && strings.Contains(strings.ToLower(link), strings.ToLower(form))
}

// leftOf reports whether word i, left of a part of the name, is part of it too.
func leftOf(words []conllu.Word, i int, e entity) bool {
	w := words[i]
	if w.Rel == "nmod:desc" && e.kind == "person" {
		return false
	}
	switch w.UPOS {
	case "PROPN":
		return true
	case "DET", "PUNCT", "PART", "ADP", "CCONJ", "PRON":
		return w.Form == "-" || w.Form == "&" || w.UPOS == "ADP" && w.Rel != "case"
	case "NUM":
		return linkHas(e.link, w.Form)
	}
	if !isUpper(w.Form) || e.kind == "person" && w.UPOS != "X" {
		return false
	}
	if _, demonym := lexicon.Load().Demonym[w.Form]; demonym || i == 0 {
		return linkHas(e.link, w.Form)
	}
	return true
}

// rightOf returns the last word of what continues a name from word i on, -1 where nothing does.
func rightOf(words []conllu.Word, i, head int, e entity) int {
	w := words[i]
	switch {
	case w.UPOS == "PROPN" && (w.Rel == "flat" || w.Rel == "compound" || w.Head == head && w.Rel != "appos" && w.Rel != "conj"),
		w.UPOS == "NUM" && w.Head == head && e.kind != "person" && w.Rel != "appos" && words[i-1].Form != ",",
		isUpper(w.Form) && w.Rel == "flat":
		return i
	case w.Form == "-" || w.Form == "&" || w.UPOS == "X" || w.Rel == "flat":
		if i < e.last {
			return rightOf(words, i+1, head, e)
		}
	case e.kind != "person" && (w.Form == "of" || w.Form == "for" || w.Form == "and" || w.Form == "the" || w.Form == "de" || w.Form == "at"),
		linkHas(e.link, "_"+w.Form+"_"):
		if i < e.last && (isUpper(words[i+1].Form) || words[i+1].Form == "the") && words[i+1].UPOS != "NUM" {
			if words[i+1].UPOS == "PROPN" || words[i+1].Form == "the" || isUpper(words[i+1].Form) {
				if words[i+1].Form == "the" {
					return rightOf(words, i+1, head, e)
				}
				return i + 1
			}
		}
	case isUpper(w.Form) && (w.UPOS == "NOUN" || w.UPOS == "ADJ") && i < e.last && e.kind != "person":
		return rightOf(words, i+1, head, e)
	case isUpper(w.Form) && w.UPOS == "PROPN" && words[i-1].UPOS == "PROPN":
		return i
	}
	return -1
}

func (e entity) nameType(words []conllu.Word) ner.Type {
	_, demonym := lexicon.Load().Demonym[words[len(words)-1].Form]
	switch {
	case e.kind == "person" && demonym && len(words) == 1:
		return ner.Misc
	case e.kind == "person":
		return ner.Person
	case e.kind == "organization":
		return ner.Organization
	case e.kind == "place":
		return ner.Place
	}
	return ner.Misc
}

func isUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	if unicode.IsUpper(r) {
		return true
	}
	return strings.ToLower(form) != form && len(form) > 2
}

// span is a name in a text, in bytes.
type span struct {
	start, end int
	kind       ner.Type
}

// outermost leaves out the names inside other names.
func outermost(spans []span) []span {
	var out []span
	for i, s := range spans {
		inner := false
		for j, o := range spans {
			if i != j && o.start <= s.start && s.end <= o.end && (o.end-o.start > s.end-s.start || j < i) {
				inner = true
				break
			}
		}
		if !inner {
			out = append(out, s)
		}
	}
	return out
}

// example cuts a text and places the names on its tokens; a name whose ends fall inside tokens is left out.
func example(s string, spans []span) ner.Example {
	e := ner.Example{Doc: text.Split(s), Weight: 1}
	starts, ends := map[int][2]int{}, map[int][2]int{}
	for i := range e.Doc.Sentences {
		for j, t := range e.Doc.Sentences[i].Tokens {
			starts[t.Start], ends[t.End] = [2]int{i, j}, [2]int{i, j}
		}
	}
	for _, p := range spans {
		a, okA := starts[p.start]
		b, okB := ends[p.end]
		if okA && okB && a[0] == b[0] && a[1] <= b[1] {
			e.Names = append(e.Names, ner.Name{Sentence: a[0], First: a[1], Last: b[1], Type: p.kind})
		}
	}
	return e
}
