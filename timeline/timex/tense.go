package timex

import "strings"

// tense is where the clause around an expression places it.
type tense int8

const (
	pastTense    tense = -1
	unclear      tense = 0
	futureTense  tense = 1
	clauseWindow       = 240 // bytes to look at on either side
)

// The words that tell the tense of a clause without parsing it.
var (
	futureWords = wordSet("will shall 'll wo would going expected scheduled due planned plans plan set expects expect slated supposed anticipated upcoming effective payable begins tomorrow scheduling deadline expire expires should may might could must intends intend hopes pending")
	pastWords   = wordSet(`was were had did said told began came went took made held met left fell rose got gave found kept lost sent won saw became
		brought built bought caught fought sold thought taught led ran sat stood wrote spoke broke drove flew grew knew threw hit shot struck
		paid put read let cut beat quit withdrew overthrew undertook arose lay ate fled fed felt dealt meant spent lent bent swore tore wore
		bore chose froze hid rode rang sang sank shook slept spun sprang stole stuck swam swept won woke ago been`)
	notPast    = wordSet("need feed speed indeed united hundred sacred naked red bed wed shed breed seed exceed succeed proceed embed bleed weed deed greed reed")
	boundaries = ".!?;\n"
)

// tenseAt tells the tense of the clause around text[start:end]. The nearest telling word before the expression counts,
// else the nearest after it, up to the end of the sentence.
func tenseAt(text string, start, end int) tense {
	if t := tenseBefore(text, start); t != unclear {
		return t
	}
	return tenseAfter(text, end)
}

func tenseBefore(text string, start int) tense {
	low := max(0, start-clauseWindow)
	at := start
	count := 0
	for at > low {
		for at > low && !isWordByte(text[at-1]) {
			if strings.IndexByte(boundaries, text[at-1]) >= 0 && (at == len(text) || !isWordByte(text[at])) && !abbreviation(text, at-1) {
				return unclear
			}
			at--
		}
		stop := at
		for at > low && (isWordByte(text[at-1]) || text[at-1] == '\'') {
			at--
		}
		word := text[at:stop]
		count++
		if t := wordTense(word); t != unclear {
			if t == pastTense && count > 1 && infinitiveBetween(text[stop:start]) {
				return futureTense
			}
			return t
		}
	}
	return unclear
}

// infinitiveBetween reports whether "to" and a verb stand between a past form and the expression: "agreed to meet Thursday".
func infinitiveBetween(between string) bool {
	i := strings.Index(between, " to ")
	if i < 0 {
		return false
	}
	next := after(between, i+3)
	if next == "" || isUpper(next[0]) || isDigit(next[0]) {
		return false
	}
	switch next {
	case "the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "about", "all", "more", "some":
		return false
	}
	return !strings.HasSuffix(next, "ing")
}

// abbreviation reports whether the full stop at text[at] ends an initial or a short title rather than a sentence.
func abbreviation(text string, at int) bool {
	if text[at] != '.' {
		return false
	}
	start := at
	for start > 0 && isLetter(text[start-1]) {
		start--
	}
	n := at - start
	return n == 1 || n <= 4 && n > 0 && isUpper(text[start]) && n < 4
}

func tenseAfter(text string, end int) tense {
	high := min(len(text), end+clauseWindow)
	at := end
	for at < high {
		for at < high && !isWordByte(text[at]) {
			if strings.IndexByte(boundaries, text[at]) >= 0 && (at+1 == len(text) || !isWordByte(text[at+1])) && !abbreviation(text, at) {
				return unclear
			}
			at++
		}
		start := at
		for at < high && isWordByte(text[at]) {
			at++
		}
		if t := wordTense(text[start:at]); t != unclear {
			return t
		}
	}
	return unclear
}

func wordTense(word string) tense {
	if len(word) < 2 {
		return unclear
	}
	if isUpper(word[0]) {
		word = strings.ToLower(word)
	}
	switch {
	case futureWords[word]:
		return futureTense
	case pastWords[word], len(word) > 3 && strings.HasSuffix(word, "ed") && !notPast[word]:
		return pastTense
	}
	return unclear
}
