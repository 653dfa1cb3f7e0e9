package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TenseAround returns the likely tense of the clause around text[start:end] (bytes), 0 if nothing
// tells. It reads at most a few hundred bytes on either side, allocates nothing and needs no model.
//
// It is an approximation from closed-class words and forms of verbs: of the auxiliaries and past forms
// nearby the nearest counts, those of another clause and those that follow less. Past stands for the
// perfect too ("has resigned"), Fut for all that is still to come: "will meet", "may meet", "is to meet",
// "is due on". ClauseTense is exact where the sentence was tagged.
func TenseAround(text string, start, end int) Tense {
	var c clause
	i, to := opening(text, start), min(len(text), end+reach)
	for i < start {
		i = c.read(text, i, start)
	}
	if start < end {
		c.target(start)
	}
	for i = end; i < to && !c.settled() && !sentenceStop(text, i); {
		i = c.read(text, i, to)
	}
	return c.tense()
}

// ClauseTense returns the tense of the clause around the byte offset at, 0 if nothing tells. It is
// exact for a tagged sentence: the tense of the nearest verb group, or in a parsed one of the verb
// that governs the token. For a sentence that was only split it does as TenseAround.
func ClauseTense(s *Sentence, at int) Tense {
	i := 0
	for i+1 < len(s.Tokens) && s.Tokens[i].End <= at {
		i++
	}
	switch s.level {
	case parsed:
		return governingTense(s.Tokens, i)
	case tagged:
		return nearestTense(s.Tokens, i)
	}
	var c clause
	for j := range s.Tokens {
		if j == i {
			c.target(s.Tokens[j].Start)
			continue
		}
		c.read(s.Tokens[j].Form, 0, len(s.Tokens[j].Form))
	}
	return c.tense()
}

// reach is how far TenseAround looks, in bytes on either side.
const reach = 240

// opening returns where the sentence around text[start] begins, or what of it is within reach.
func opening(text string, start int) int {
	from := max(0, start-reach)
	for i := start - 1; i > from; i-- {
		if mayStop[text[i]] && sentenceStop(text, i) {
			return i + 1
		}
	}
	for from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	return from
}

// mayStop are the bytes with which sentenceStop may find that a sentence ends.
var mayStop = [1 << 8]bool{'?': true, '!': true, ';': true, '\n': true, '.': true}

// sentenceStop reports whether a sentence, or the half of one that has a tense of its own, seems to end with the byte at i: a final mark before a blank, unless the word before it is
// an abbreviation, or short with a capital and what follows no clear start; a semicolon; or an empty line.
func sentenceStop(text string, i int) bool {
	switch text[i] {
	case '?', '!', ';':
		return true
	case '\n':
		return i+1 < len(text) && text[i+1] == '\n'
	case '.':
	default:
		return false
	}
	if i+1 < len(text) && text[i+1] > ' ' && text[i+1] != '"' && text[i+1] < utf8.RuneSelf {
		return false
	}
	n := i
	for n > 0 && i-n < longestListed && isLetterByte(text[n-1]) {
		n--
	}
	switch word := text[n : i+1]; {
	case i-n > 4:
	case i == n:
		return i > 0 && isDigit(text[i-1])
	case i-n == 1:
		return word == "s." && n > 0 && isDigit(text[n-1]) // the 1980s.
	case word == "no.":
		return i+2 < len(text) && capitalized(text[i+2:]) // I would have said no. Today I am less sure
	case kindOfAbbreviation(word) != notAbbreviation:
		return false
	case isUpper(word[0]):
		return i+2 < len(text) && starts(text[i+2:]) // It is Labor Day. On Tuesday, and not: Gen. Smith
	}
	return true
}

// starts reports whether a text begins with a word that clearly starts a sentence.
func starts(text string) bool {
	n := 0
	for n < len(text) && isLetterByte(text[n]) {
		n++
	}
	return n > 0 && isUpper(text[0]) && starters[lookup(text[:n])]
}

// clause reads the words of a sentence from left to right and keeps what tells its tense nearest to
// the target, in words.
type clause struct {
	words    int // read so far
	breaks   int // clause boundaries so far
	linkAt   int // the number of the word that made the last one, if that may be a preposition; 0 for none
	seen     bool
	at       int // words before the target
	atBreaks int
	left     evidence // nearest before the target
	right    evidence // first after it
	group    Tense    // of a verb group that is not complete
	groupAt  int
	opened   wordKind // the auxiliary that opened it
	skip     bool     // the word before was "to" or one of beforeWord
	bare     bool     // the word before is a past if it has an object
	wouldHad bool     // the word before is 'd, "would" or "had"
	acts     bool     // the word before is "now" or a subject behind which a base is a present, "they", "who"
	aside    bool     // in a relative clause behind a comma, which another comma ends
}

// evidence is a verb group: its tense, where it ends and in which clause.
type evidence struct {
	tense  Tense
	at     int
	breaks int
	bare   bool // a form in -ed or the like without an auxiliary, which may be a participle
}

// groupLength is how many words a verb group may have between auxiliary and verb ("had not yet been").
const groupLength = 4

func (c *clause) target(int) {
	c.close()
	c.seen, c.at, c.atBreaks = true, c.words, c.breaks
	if c.linkAt > 0 && c.words-c.linkAt <= 1 { // "until Friday", "before early May": a preposition and no conjunction
		c.atBreaks--
	}
	c.skip = false
}

// read takes the word, mark or blank at text[i:limit] and returns where it ends.
func (c *clause) read(text string, i, limit int) int {
	start := i
	var low [longestListed]byte
	n := 0
	for i < limit {
		if c := text[i]; c < utf8.RuneSelf && wordByte[c] { // as most are
			if n < len(low) {
				low[n] = c
				if isUpper(c) {
					low[n] |= 0x20
				}
			}
			n++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:limit])
		apostrophe := r == '\'' || r == '’'
		if apostrophe && i > start || !apostrophe && !wordRune(r) && r != '-' {
			break
		}
		if n+size <= len(low) {
			if r < utf8.RuneSelf {
				low[n] = byte(unicode.ToLower(r))
			} else {
				copy(low[n:], text[i:i+size])
			}
		}
		n += size
		i += size
	}
	if i == start {
		if text[i] == ' ' { // as most are
			return i + 1
		}
		if text[i] == ',' {
			if c.aside && c.seen && c.words == c.at { // who play United in the final on Saturday, brought their trip forward
				c.close()
				c.breaks += asideBreaks
			}
			c.aside = false
			return i + 1
		}
		_, size := utf8.DecodeRuneInString(text[i:limit])
		if wordKinds.Get(text[i:i+size]) == clauseWord {
			c.close()
			c.breaks++
		}
		return i + size
	}
	word := low[:min(n, len(low))]
	not := strings.HasPrefix(text[i:limit], "'t") || strings.HasPrefix(text[i:limit], "’t")
	if n == 3 && string(word) == "won" && not {
		word = word[:2] // "won't"
	}
	if n >= 3 && word[len(word)-1] == 'n' && n <= len(low) && not {
		if wordKinds.Get(string(word)) == otherWord {
			word = word[:len(word)-1] // "didn't"
		}
	}
	kind := kindOf(word)
	switch {
	case kind == modalWord && text[start:i] == "May" && !strings.HasPrefix(text[i:limit], " I ") && !strings.HasPrefix(text[i:limit], " we "): // Mrs. May
		kind = otherWord
	case kind == isWord && word[len(word)-1] == 's' && word[0] != 'i' && owns(text, start): // the ship's horn
		kind = otherWord
	}
	if c.bare && (isDigit(word[0]) || objects.Has(string(word))) { // his firm cut 45 jobs, and not: will cut 45 jobs, the cut in March
		c.group, c.groupAt, c.opened = Past, c.words, pastVerb
	}
	if c.wouldHad && string(word) != "rather" { // they'd decide, they'd decided
		c.close()
		c.opened = hadWord
		if kind == otherWord || kind == baseVerb {
			c.opened = modalWord
		}
		c.group, c.groupAt = opens[c.opened], c.words
	}
	if kind == baseVerb && c.acts && c.group == 0 { // trains now run every weekend, on Tuesday they meet Russia
		kind = presentVerb
	}
	c.acts = len(word) <= longestActor && actors.Has(string(word))
	if kind == clauseWord && start > 1 && text[start-2] == ',' && relatives.Has(string(word)) {
		c.aside = true
	}
	c.wouldHad = string(word) == "'d" || string(word) == "’d"
	c.bare = kind == objectVerb && c.group == 0 && !c.skip
	c.word(kind)
	return i
}

// opens gives the tense of a verb group by the word that opens it.
var opens = [kinds]Tense{
	modalWord: Fut, haveWord: Pres, hadWord: Past, wasWord: Past, isWord: Pres, doWord: Pres, didWord: Past,
	presentVerb: Pres, pastVerb: Past, pastOrParticiple: Past, saidWord: Past,
}

func (c *clause) word(kind wordKind) {
	c.words++
	if c.group != 0 && c.continues(kind) {
		c.groupAt = c.words
		c.skip = false
		return
	}
	if c.group != 0 && (opens[kind] != 0 || c.words-c.groupAt >= groupLength || kind == clauseWord || kind == linkWord) {
		c.close()
	}
	skip := c.skip
	c.skip = kind == toWord || kind == beforeWord
	if kind == clauseWord || kind == linkWord {
		c.breaks++
		c.linkAt = 0
		if kind == linkWord {
			c.linkAt = c.words
		}
		return
	}
	if tense := opens[kind]; tense != 0 && !skip {
		c.group, c.groupAt, c.opened = tense, c.words, kind
	}
}

// continues reports whether a word belongs to the open verb group, and turns its tense by it.
func (c *clause) continues(kind wordKind) bool {
	near := c.words-c.groupAt <= 3
	switch c.opened {
	case modalWord:
		if kind == haveWord && near {
			c.opened = perfectWord
			return true
		}
		if kind == pastVerb && near { // will put
			return true
		}
	case perfectWord:
		if near && (kind == participle || kind == pastOrParticiple || kind == saidWord) { // "would have met", and not "will have an operation"
			c.group, c.opened = Past, hadWord
			return true
		}
	case haveWord:
		if near && (kind == participle || kind == pastOrParticiple || kind == saidWord) {
			c.group, c.opened = Past, hadWord
			return true
		}
	case doWord, didWord:
		return near && kind == pastVerb
	case isWord:
		if near && (kind == dueWord || kind == goingWord || kind == toWord && c.words == c.groupAt+1) {
			c.group, c.opened = Fut, modalWord
			return true
		}
	case wasWord, hadWord:
	default:
		return false
	}
	return near && (kind == participle || kind == pastOrParticiple || kind == saidWord)
}

// close ends the open verb group.
func (c *clause) close() {
	if c.group == 0 {
		return
	}
	e := evidence{c.group, c.groupAt, c.breaks, c.opened == pastOrParticiple || c.opened == saidWord}
	switch {
	case !c.seen:
		c.left = e
	case c.right.tense == 0 && (c.opened != saidWord || c.left.tense == 0): // "will open on Monday, officials said" is no past
		c.right = e
	}
	c.group, c.opened = 0, otherWord
}

// clausePenalty is what a clause boundary between a verb group and the target counts, and followPenalty
// what it counts that the group follows, in words.
const (
	clausePenalty = 4
	followPenalty = 2
	barePenalty   = 10
	// asideBreaks is for how many boundaries the comma counts that ends a relative clause behind the target: what follows it tells of something else.
	asideBreaks = 3
)

// settled reports whether nothing behind the words read so far can change the tense.
func (c *clause) settled() bool {
	return c.right.tense != 0 || c.seen && c.left.tense != 0 && c.group == 0 && c.leftCost() <= c.rightCost(c.words, c.breaks)
}

// leftCost and rightCost are how far the verb groups before and behind the target are from it.
func (c *clause) leftCost() int {
	return c.at - c.left.at + clausePenalty*(c.atBreaks-c.left.breaks)
}

func (c *clause) rightCost(at, breaks int) int {
	return at - c.at - 1 + clausePenalty*(breaks-c.atBreaks) + followPenalty
}

func (c *clause) tense() Tense {
	c.close()
	if c.left.tense == 0 || c.right.tense == 0 {
		return max(c.left.tense, c.right.tense)
	}
	left, right := c.leftCost(), c.rightCost(c.right.at, c.right.breaks)
	if c.right.bare {
		right += barePenalty
	}
	if left <= right {
		return c.left.tense
	}
	return c.right.tense
}
