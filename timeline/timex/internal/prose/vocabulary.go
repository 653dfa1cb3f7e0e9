package prose

import (
	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/lexicon"
)

// Words that more than one stage asks for. Those that a single rule asks for stand beside it.

// IsFunctionWord reports whether a word that begins a sentence may stand before a day: "On Easter", "This Christmas", "Since Halloween".
func IsFunctionWord(word string) bool {
	_, known := lexicon.Lookup(word)
	return known || DatePrepositions.HasFold(word) || Determiners.HasFold(word) || BeforeDay.HasFold(word) || word == "With"
}

var (
	// DatePrepositions are what a year or month alone follows.
	DatePrepositions = wordlist.SetOf("in of since by from until till to through during before after between and the for late early mid around about circa throughout as than or this last next every each")
	// Determiners stand before nouns and their adjectives.
	Determiners = wordlist.SetOf("the a an this that these those his her its their our my your no any some")
)

var (
	// BeforeDay are the prepositions of a day alone.
	BeforeDay = wordlist.SetOf("on until till by from to since through for before after between is was only")
	// AfterDay are the words that go on after it; any other word is what the ordinal counts: "on the 22nd floor".
	AfterDay = wordlist.SetOf(`he she it they we i you his her its their the a an this that these who which when where while as but because though although in at by with without from
		to was were had has have is are will would could may might did said after before until during under against for there both all more alone so if`)
)

// Finite are verbs that go on with the clause whose subject a participle with its date has described.
var Finite = wordlist.SetOf("is are was were will would may might can could has have had")

// Dawns are the words for the end of a night.
var Dawns = wordlist.SetOf("dawn daybreak sunrise")
