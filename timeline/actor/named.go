package actor

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Named returns the cast with one actor more, of type Other: the thing of that name, wherever the text has the
// name as words of its own, in any letter case, outside the mentions that the cast has. It is for what a
// reader follows though it is no agent: a product, a law, a trial. The cast stays as it is where it has an
// actor under that name already, or the text does not have the name.
func (c Cast) Named(text, name string) Cast {
	name = strings.TrimSpace(name)
	same := func(s string) bool { return strings.EqualFold(s, name) }
	if name == "" || slices.ContainsFunc(c.Actors, func(a Actor) bool { return same(a.Name) || slices.ContainsFunc(a.Aliases, same) }) {
		return c
	}
	added := Actor{Name: name, Type: Other}
	mentions := slices.Clone(c.Mentions)
	for at := 0; at+len(name) <= len(text); at++ {
		end := at + len(name)
		if !same(text[at:end]) || inWord(text, at) || inWord(text, end) || c.covers(at, end) {
			continue
		}
		mentions = append(mentions, Mention{Start: at, End: end, Kind: Name, Type: Other, Actor: len(c.Actors)})
		if surface := text[at:end]; surface != name && !slices.Contains(added.Aliases, surface) {
			added.Aliases = append(added.Aliases, surface)
		}
		at = end
	}
	if len(mentions) == len(c.Mentions) {
		return c
	}
	slices.SortStableFunc(mentions, func(a, b Mention) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return Cast{Actors: append(slices.Clone(c.Actors), added), Mentions: mentions}
}

// inWord reports whether a byte offset lies inside a word.
func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// covers reports whether a mention of the cast overlaps a span.
func (c Cast) covers(start, end int) bool {
	first, _ := slices.BinarySearchFunc(c.Mentions, start, func(m Mention, at int) int { return cmp.Compare(m.Start, at) })
	for i := first; i < len(c.Mentions) && c.Mentions[i].Start < end; i++ {
		return true
	}
	for i := first - 1; i >= 0 && i >= first-8; i-- { // mentions nest a few deep at most
		if c.Mentions[i].End > start {
			return true
		}
	}
	return false
}
