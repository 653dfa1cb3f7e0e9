package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/actor/lexicon"
	"dateline/timeline/text"
)

// segment is a stretch of a sentence in which names may stand: tokens first to last.
type segment struct{ first, last int }

// longestSegment bounds a segment, so that one of ten thousand capitalized words costs no more than
// many short ones.
const longestSegment = 64

// joiners may stand between the capitalized words of one name.
var joiners = map[string]bool{
	"of": true, "and": true, "for": true, "the": true, "&": true, "-": true, "–": true, "'s": true, "’s": true, "at": true,
	"in": true, "on": true, "/": true, "'": true, "’": true, "to": true, "+": true, "!": true,
}

// capitalized reports whether a word has a capital letter at its start or after a digit or a small letter
// ("3M", "iPhone").
func capitalized(form string) bool {
	for i, r := range form {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			return true
		}
		if i == 0 && form[0] < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
		// scripts without letter case: every word may be a name's
		if r > 0x2FF && unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// segments cuts out the stretches of a sentence in which names may stand.
func segments(tokens []token) []segment {
	var out []segment
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].capital {
			continue
		}
		first := i
		if i > 0 && tokens[i-1].classes&lexicon.Particle != 0 {
			first--
			if first > 0 && tokens[first].form == "-" {
				first--
			}
		} else if i > 1 && tokens[i-1].form == "-" && tokens[i-2].classes&lexicon.Particle != 0 {
			first -= 2 // "al-Qaeda"
		}
		if len(out) > 0 {
			first = max(first, out[len(out)-1].last+1)
		}
		last := i
		for j := i + 1; j < len(tokens) && j-last <= 4 && j-first < longestSegment; j++ {
			t := &tokens[j]
			if t.capital || t.number && last == j-1 {
				last = j
			} else if !joiners[t.form] && t.classes&lexicon.Particle == 0 &&
				!(t.form == "," && j+1 < len(tokens) && tokens[j+1].classes&(lexicon.Suffix|lexicon.Roman) != 0) {
				break
			}
		}
		out = append(out, segment{first, last})
		i = last
	}
	return out
}

// token is what is known of one token before labels are.
type token struct {
	form     string
	lower    string
	capital  bool
	number   bool // only digits
	upper    bool // only capitals, two or more
	initial  bool // one letter and perhaps a full stop: "J."
	opensLow bool // the first word of the sentence
	quoted   bool // between quotation marks
	classes  lexicon.Class
	given    lexicon.Given
	surname  bool
	dist     lexicon.Distribution
	tables   uint16   // bits of table
	run      segment  // stretch of capitalized words that it stands in, without joiners but hyphens
	evidence evidence // of its word in the document
}

// table says in which table a phrase stands that a token is part of, and where in the phrase.
const (
	inCountry = 1 << iota
	inDemonym
	inOrg
	inCity
	inTown
	inRegion
	inGeography
	inCapital
	phraseFirst
	phraseInner
	phraseLast
)

// sentence is a sentence made ready for features.
type sentence struct {
	tokens   []token
	segments []segment
	heading  bool // most words are capitalized
	caps     bool // all words are in capitals
}

func newSentence(s *text.Sentence, ev *document) *sentence {
	out := &sentence{tokens: make([]token, len(s.Tokens))}
	l := lexicon.Load()
	quoted := false
	words, capitals, uppers := 0, 0, 0
	for i := range s.Tokens {
		t := &out.tokens[i]
		t.form = s.Tokens[i].Form
		switch t.form {
		case "‐", "‑": // U+2010 and U+2011, hyphens that the treebanks do not have
			t.form = "-"
		case "“", "‘‘", "``", "«":
			quoted = true
			continue
		case "”", "''", "»":
			quoted = false
			continue
		case `"`:
			quoted = !quoted
			continue
		}
		t.fill(l)
		t.quoted = quoted
		if firstLetter(t.form) {
			words++
			if t.capital {
				capitals++
			}
			if t.upper || t.initial {
				uppers++
			}
		}
	}
	out.heading = words > 3 && capitals*10 >= words*7
	out.caps = words > 2 && uppers*10 >= words*8
	for i := range out.tokens {
		if firstLetter(out.tokens[i].form) {
			out.tokens[i].opensLow = true
			break
		}
	}
	out.markTables(l)
	out.markRuns()
	out.segments = segments(out.tokens)
	if ev != nil {
		for i := range out.tokens {
			if out.tokens[i].capital {
				out.tokens[i].evidence = ev.of[out.tokens[i].lower]
			}
		}
	}
	return out
}

func (t *token) fill(l *lexicon.Lexicon) {
	t.lower = strings.ToLower(t.form)
	t.capital = capitalized(t.form)
	t.number = allDigits(t.form)
	t.classes = l.Words[t.lower] & lexicon.NameClasses
	t.dist = l.Classes[t.lower]
	if !t.capital {
		return
	}
	letters, n := 0, 0
	t.upper = true
	for _, r := range t.form {
		n++
		if unicode.IsLetter(r) {
			letters++
			t.upper = t.upper && !unicode.IsLower(r)
		}
	}
	t.initial = letters == 1 && n <= 2
	t.upper = t.upper && letters > 1
	key := t.form
	if t.upper && letters > 3 {
		key = titleCase(t.lower)
	}
	t.given = l.Given[key]
	t.surname = l.Surname[key]
}

// titleCase writes a word of small letters with a capital, after hyphens and apostrophes too.
func titleCase(s string) string {
	up := true
	return strings.Map(func(r rune) rune {
		defer func() { up = r == '-' || r == '\'' || r == '’' }()
		if up {
			return unicode.ToUpper(r)
		}
		return r
	}, s)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func firstLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// markTables marks the phrases of the tables, the longest first.
func (s *sentence) markTables(l *lexicon.Lexicon) {
	for i := 0; i < len(s.tokens); {
		i += max(1, s.markPhrase(l, i))
	}
}

// markPhrase marks the longest phrase that begins at token i and returns its length, 0 for none.
func (s *sentence) markPhrase(l *lexicon.Lexicon, i int) int {
	t := &s.tokens[i]
	if !t.capital {
		return 0
	}
	key := func(t *token) string {
		if t.upper && (s.caps || len(t.form) > 4) {
			return titleCase(t.lower)
		}
		return t.form
	}
	longest := l.Longest(key(t))
	if longest == 0 {
		longest = l.Longest(t.form)
	}
	// a phrase's words are tokens but for hyphens and full stops, which are tokens of their own
	for n := min(longest+3, len(s.tokens)-i); longest > 0 && n > 0; n-- {
		var b []byte
		for j := i; j < i+n; j++ {
			form := key(&s.tokens[j])
			glued := form == "-" || form == "." || form == "'" || form == "," || form == "’s" || form == "'s"
			if j > i && !glued && s.tokens[j-1].form != "-" {
				b = append(b, ' ')
			}
			b = append(b, form...)
		}
		bits := lookupPhrase(l, string(b))
		if bits == 0 && n == 1 {
			bits = lookupPhrase(l, t.form)
		}
		if bits == 0 {
			continue
		}
		for j := i; j < i+n; j++ {
			b := bits | phraseInner
			switch {
			case j == i && n == 1:
				b = bits | phraseFirst | phraseLast
			case j == i:
				b = bits | phraseFirst
			case j == i+n-1:
				b = bits | phraseLast
			}
			s.tokens[j].tables = b
		}
		return n
	}
	return 0
}

func lookupPhrase(l *lexicon.Lexicon, phrase string) uint16 {
	var bits uint16
	if _, ok := l.Country[phrase]; ok {
		bits |= inCountry
	}
	if _, ok := l.Demonym[phrase]; ok {
		bits |= inDemonym
	}
	if _, ok := l.Capital[phrase]; ok {
		bits |= inCapital
	}
	if l.Org[phrase] {
		bits |= inOrg
	}
	switch l.Place[phrase] {
	case '3', '2':
		bits |= inCity
	case '1':
		bits |= inTown
	case 'r':
		bits |= inRegion
	case 'g':
		bits |= inGeography
	}
	return bits
}

// markRuns sets the runs of capitalized words.
func (s *sentence) markRuns() {
	for i := 0; i < len(s.tokens); i++ {
		if !s.tokens[i].capital {
			s.tokens[i].run = segment{i, i}
			continue
		}
		last := i
		for j := i + 1; j < len(s.tokens) && j-last <= 2 && j-i < longestSegment; j++ {
			if s.tokens[j].capital {
				last = j
			} else if f := s.tokens[j].form; f != "-" && f != "&" && f != "of" && s.tokens[j].classes&lexicon.Particle == 0 {
				break
			}
		}
		for j := i; j <= last; j++ {
			s.tokens[j].run = segment{i, last}
		}
		i = last
	}
}
