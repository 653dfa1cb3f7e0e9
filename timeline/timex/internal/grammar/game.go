package grammar

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/lexicon"
	"dateline/timeline/timex/internal/prose"
)

// Units that are something else in games: the quarter of a tournament, the century of an innings.

// inGame reports whether a unit that ends the expression which begins at byte offset start is one of a game.
func inGame(text string, start int, unit *lexeme) bool {
	if unit.class != lexicon.Unit {
		return false
	}
	switch unit.entry.Value {
	case "Q":
		return isKnockout(text, unit.end)
	case "C":
		return isInnings(text, start, unit.end)
	}
	return false
}

// isKnockout reports whether the quarter before byte offset end is one of quarter-finals, or of another noun with a hyphen: "the quarter finals", "a quarter-mile".
func isKnockout(text string, end int) bool {
	if end == len(text) {
		return false
	}
	if text[end] == '-' {
		return end+1 < len(text) && prose.IsWordByte(text[end+1]) && !prose.AnyOf(strings.HasPrefix, text[end:], "-end", "-on-", "-over-")
	}
	return text[end] == ' ' && strings.HasPrefix(prose.After(text, end), "final")
}

// isInnings reports whether the century of text[start:end] is a hundred runs: "hit a century", "his second century of the series", "a century off 90 balls".
func isInnings(text string, start, end int) bool {
	if next := prose.After(text, end); next == "off" || next == "stand" || next == "partnership" {
		return true
	}
	if first := text[start:prose.End(text, start)]; first == "last" || first == "this" || first == "next" || first == "the" { // the virus struck Europe this century
		return false
	}
	words := strings.Fields(prose.SentenceBefore(text, start, prose.ClauseReach))
	for k := len(words) - 1; k >= max(0, len(words)-3) && !prose.DatePrepositions.Has(words[k]); k-- { // and not: the worst storm to hit in a century
		if bats.Has(words[k]) {
			return true
		}
	}
	owner := prose.Before(text, start)
	return (owner == "his" || owner == "s") && !prose.IsDigit(text[start]) && strings.HasPrefix(text[end:], " of the ")
}

// bats are what a batsman does.
var bats = wordlist.SetOf("hit hits scored scores struck strikes smashed smashes compiled notched")
