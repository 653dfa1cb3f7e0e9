package event

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words.txt
var wordsTxt string

// class is a class of words; the classes are explained in words.txt.
type class uint32

const (
	reporting class = 1 << iota
	state
	aspect
	planned
	possible
	denied
	achieved
	cancelled
	act
	schedule
	objectControl
	light
	eventNoun
	speechNoun
	body
	future
	modal
	doubt
	recipient
	circumstance
	locative
	pointer
	negative
	repeated
	portion
	lead
	origin
	connective
)

var classes = map[string]class{
	"reporting": reporting, "state": state, "aspect": aspect, "planned": planned, "possible": possible, "denied": denied,
	"achieved": achieved, "cancelled": cancelled, "act": act, "schedule": schedule, "object": objectControl, "light": light, "noun": eventNoun, "instant": speechNoun,
	"body": body, "future": future, "modal": modal, "doubt": doubt, "recipient": recipient, "circumstance": circumstance, "locative": locative, "pointer": pointer, "negative": negative, "repeated": repeated, "portion": portion, "lead": lead, "origin": origin, "connective": connective,
}

// lexicon gives the classes of a lemma. It is never changed after it is made.
var lexicon = readLexicon(wordsTxt)

func readLexicon(data string) map[string]class {
	words := make(map[string]class)
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		c, ok := classes[fields[0]]
		if !ok {
			panic(fmt.Sprintf("words.txt: no class %q", fields[0]))
		}
		for _, w := range fields[1:] {
			words[strings.ReplaceAll(w, "-", " ")] |= c
		}
	}
	return words
}

// is reports whether a lemma is of any of the classes.
func is(lemma string, c class) bool { return lexicon[lemma]&c != 0 }
