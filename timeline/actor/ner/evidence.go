package ner

import (
	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// evidence is what the document shows about a capitalized word, as bits.
type evidence uint16

const (
	afterGiven     evidence = 1 << iota // "Ingrid Solheim": after a given name or an initial
	afterTitle                          // "Judge Whitmore"
	beforeOrgHead                       // "Halden Power", "Axel Corp."
	beforePlace                         // "Arun valley", "Essex County"
	afterIn                             // "in Vigo"
	beforeSay                           // "Adeyemi told"
	asSmall                             // stands in small letters elsewhere
	inMiddle                            // is capitalized within a sentence
	givenBefore                         // a given name that stands before another capitalized word
	beforePronoun                       // "Solheim, who"
	possessiveHead                      // "Norvik's"
	inBrackets                          // "(PSA)"
	insideLonger                        // part of a longer run of capitalized words
	evidenceBits   = 13
)

// document is the evidence of all words of a document.
type document struct {
	of map[string]evidence // word in small letters → what was seen of it
}

// gather reads the whole document once.
func gather(doc *text.Document) *document {
	d := &document{of: make(map[string]evidence, len(doc.Text)/40+8)}
	l := lexicon.Load()
	small := map[string]bool{}
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		capitals := 0
		for j := range tokens {
			if capitalized(tokens[j].Form) {
				capitals++
			}
		}
		title := capitals*2 > len(tokens) && len(tokens) > 3 // capitals say little here
		for j := range tokens {
			d.see(l, tokens, j, title, small)
		}
	}
	for w := range small {
		if e, ok := d.of[w]; ok {
			d.of[w] = e | asSmall
		}
	}
	return d
}

func (d *document) see(l *lexicon.Lexicon, tokens []text.Token, j int, title bool, small map[string]bool) {
	form := tokens[j].Form
	if !capitalized(form) {
		if len(form) > 2 {
			small[form] = true
		}
		return
	}
	var e evidence
	word := func(k int) (string, string) {
		if k < 0 || k >= len(tokens) {
			return "", ""
		}
		return tokens[k].Form, lower(tokens[k].Form)
	}
	before, beforeLow := word(j - 1)
	after, afterLow := word(j + 1)
	if j > 0 && !title {
		e |= inMiddle
	}
	if capitalized(before) {
		e |= insideLonger
		if g := l.Given[before]; g.Lists > 1 || len(before) <= 2 && before[len(before)-1] == '.' {
			e |= afterGiven
		}
		if l.Words[beforeLow]&lexicon.Title != 0 {
			e |= afterTitle
		}
	}
	switch beforeLow {
	case "in", "at", "near", "from", "into", "throughout", "outside":
		e |= afterIn
	case "(":
		e |= inBrackets
	}
	class := l.Words[afterLow]
	if capitalized(after) {
		e |= insideLonger
		if class&(lexicon.OrgHead|lexicon.Suffix) != 0 {
			e |= beforeOrgHead
		}
		if l.Given[form].Lists > 1 {
			e |= givenBefore
		}
	} else if class&lexicon.Say != 0 {
		e |= beforeSay
	}
	if class&lexicon.PlaceHead != 0 {
		e |= beforePlace
	}
	if afterLow == "'s" || afterLow == "’s" {
		e |= possessiveHead
	}
	if _, next := word(j + 2); after == "," && (next == "who" || next == "whose") || afterLow == "who" || class&lexicon.PersonVerb != 0 {
		e |= beforePronoun
	}
	d.of[lower(form)] |= e
}
