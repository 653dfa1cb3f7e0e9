package timeline_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var jumbles = flag.Int("jumbles", 500, "how many jumbled texts TestBuildOfJumbled builds")

// TestBuildOfJumbled builds timelines of prose whose words were exchanged, dropped and cut. It leads where a fuzzer, which changes bytes, seldom comes: to a
// phrase that breaks off behind its second word, "once every".
func TestBuildOfJumbled(t *testing.T) {
	texts, words := prose(t), vocabulary(t)
	for k := range *jumbles {
		r := rand.New(rand.NewPCG(1, uint64(k)))
		s := jumbled(r, texts[r.IntN(len(texts))], words)
		if err := build(s); err != nil {
			t.Errorf("%v in text %d: %q", err, k, s)
		}
	}
}

// token is a word or what stands between two.
var token = regexp.MustCompile(`\s+|\S+`)

// jumbled gives a stretch of a text with some of its words changed.
func jumbled(r *rand.Rand, text string, words []string) string {
	tokens := token.FindAllString(text, -1)
	end := 1 + r.IntN(len(tokens))
	tokens = append([]string{}, tokens[max(0, end-1-r.IntN(400)):end]...)
	for range r.IntN(60) {
		k := r.IntN(len(tokens))
		switch r.IntN(6) {
		case 0:
			tokens[k] = words[r.IntN(len(words))]
		case 1:
			tokens[k] = capitalized(words[r.IntN(len(words))])
		case 2, 3:
			tokens[k] = tokens[r.IntN(len(tokens))]
		case 4:
			tokens[k] = strings.ToValidUTF8(tokens[k][:r.IntN(len(tokens[k])+1)], "")
		default:
			if len(tokens) > 1 {
				tokens = append(tokens[:k], tokens[k+1:]...)
			}
		}
	}
	return strings.Join(tokens, "")
}

func capitalized(word string) string {
	letters := []rune(word)
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters)
}

// prose gives the annotated articles without their marks.
func prose(t *testing.T) (texts []string) {
	mark, head := regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(`(?m)^== .*\n`)
	for _, name := range glob(t, "../testdata/timex/annotated/*.txt") {
		for _, text := range head.Split(mark.ReplaceAllString(read(t, name), ""), -1) {
			if strings.TrimSpace(text) != "" {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

// vocabulary gives the words that the parsers know.
func vocabulary(t *testing.T) (words []string) {
	for _, name := range glob(t, "*/data/*.txt") {
		for line := range strings.Lines(read(t, name)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for word := range strings.FieldsSeq(line) {
				if word = strings.TrimRight(word, "^*+."); word != "" {
					words = append(words, word)
				}
			}
		}
	}
	return words
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no file matches %q: %v", pattern, err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
