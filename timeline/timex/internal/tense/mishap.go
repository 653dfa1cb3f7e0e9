package tense

import (
	_ "embed"
	"fmt"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/prose"
)

// Mishap is what a word tells of accidents, attacks and disasters; see mishaps.txt.
type Mishap uint8

// What the words are, as the head of mishaps.txt says of each.
const (
	MishapNoun Mishap = 1 << iota
	MishapOutcome
	MishapVerb
	MishapComes
)

//go:embed mishaps.txt
var mishapsFile string

// Mishaps holds the words of mishaps.
var Mishaps = wordlist.MapOf(readMishaps(mishapsFile))

func readMishaps(file string) map[string]Mishap {
	names := map[string]Mishap{"noun": MishapNoun, "outcome": MishapOutcome, "verb": MishapVerb, "comes": MishapComes}
	words := map[string]Mishap{}
	for number, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		for _, word := range fields[1:] {
			if word = strings.ReplaceAll(word, "_", " "); names[fields[0]] == 0 || words[word] != 0 {
				panic(fmt.Sprintf("mishaps.txt:%d: %q is no %q, or stands twice", number+1, word, fields[0]))
			}
			words[word] = names[fields[0]]
		}
	}
	return words
}

// OwnsMishap reports whether a mishap, or what else has no date before it has come, is among the first words of a text, before its first verb or mark as far as one can
// tell: the day that owns it is past, whatever is to be done about it.
func OwnsMishap(rest string) bool {
	for range 3 {
		word := rest[:prose.End(rest, 0)]
		if Mishaps.Get(word)&(MishapNoun|MishapOutcome) != 0 {
			return true
		}
		if len(word) == len(rest) || rest[len(word)] != ' ' && rest[len(word)] != '-' {
			return false
		}
		rest = rest[len(word)+1:]
	}
	return false
}
