package tense

import (
	"slices"
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/prose"
)

// What is asked for, ordered, hoped for or foretold lies ahead of the asking, though that is told in the past.

// callsFor reports whether the words before a date end in a gathering that somebody calls for, and "on": "unions called for more rallies on".
func callsFor(words []string) bool {
	n := len(words)
	if n < 4 || words[n-1] != "on" || !gatherings.Has(words[n-2]) {
		return false
	}
	i := slices.Index(words[max(0, n-6):], "for")
	return i > 0 && strings.HasPrefix(words[max(0, n-6)+i-1], "call")
}

// gatherings are what is called for and takes place on a day.
var gatherings = wordlist.SetOf("rally rallies march marches protest protests demonstration demonstrations strike strikes walkout walkouts meeting meetings session vigil boycott")

// setsDate reports whether the words before a date end in what a day is set for: "set sentencing for Sept. 9", "has set a hearing on Monday".
func setsDate(words []string) bool {
	n := len(words)
	if n < 3 || words[n-1] != "for" && words[n-1] != "on" || !sittings.Has(words[n-2]) {
		return false
	}
	for _, word := range words[max(0, n-5) : n-2] {
		if word == "set" || word == "sets" || word == "scheduled" || word == "fixed" {
			return true
		}
	}
	return false
}

// sittings are what a day is set for.
var sittings = wordlist.SetOf("sentencing hearing hearings trial arraignment vote election elections referendum deadline date meeting appearance retrial ballot runoff")

// orders reports whether the words before a date end in the limit of what somebody was told to do: "ordered him to surrender his passport by", "asked customers to turn down
// the heat until".
func orders(words []string) bool {
	if len(words) == 0 || !Limits.Has(words[len(words)-1]) && words[len(words)-1] != "before" && words[len(words)-1] != "through" {
		return false
	}
	n := len(words)
	if n > 3 && Limits.Has(words[n-1]) && words[n-4] == "to" && strings.HasSuffix(words[n-2], "ing") { // to merit staying until
		return true
	}
	for k, word := range words {
		if ordering.Has(word) && !(k > 0 && words[k-1] == "had" && words[n-1] == "by") { // and not: had ordered the islands evacuated by Sunday
			if k+1 < n && text.IsParticiple(words[n-2]) { // ordered flags lowered until
				return true
			}
			for n, to := range words[k+1 : min(len(words), k+9)] {
				if to == "to" || n == 0 && word == "asked" && to == "for" { // asked for help by
					return true
				}
			}
		}
	}
	return false
}

// appeals reports whether the words before a date end in what people were asked to do on it: "asked all Poles to fall silent at", midday on Sunday.
func appeals(words []string) bool {
	n := len(words)
	return n > 0 && (words[n-1] == "on" || words[n-1] == "at") && wanted(words, appealing, 1)
}

// appealing are verbs with which people are asked for something.
var appealing = wordlist.SetOf("asked urged told instructed")

// wanted reports whether the words before a date tell with one of the verbs what was wanted to be done, and of nothing done since. At least so many words stand between the verb and "to".
func wanted(words []string, verbs *wordlist.Set, between int) bool {
	for k, word := range words {
		if !verbs.Has(word) {
			continue
		}
		for j := k + 1 + between; j < min(len(words)-1, k+8) && !strings.HasSuffix(words[j-1], ","); j++ {
			if words[j] == "to" {
				return !slices.ContainsFunc(words[j:], text.IsPast) && !slices.ContainsFunc(words[k+1:j], ownClause.Has)
			}
		}
	}
	return false
}

// ownClause are words of a clause of its own behind such a verb: "told me they had signed the papers to sell".
var ownClause = wordlist.SetOf("that had has have they he she we who which was were")

// ordering are verbs with which somebody is told to do something.
var ordering = wordlist.SetOf("voted asked told ordered urged advised instructed directed required warned begged allowed invited")

// hoped reports whether a window ends in the day for which a chance is told, "a 70 percent chance of rain on", or by which something was hoped for or feared: "held out hope of more
// rain by".
func hoped(window string) bool {
	clause := window[strings.LastIndexByte(window, ',')+1:]
	if isForecast(clause) || strings.HasSuffix(window, " issued for ") && warns(window) {
		return true
	}
	if !Limits.Has(prose.Before(window, len(window))) {
		return false
	}
	return !strings.Contains(clause, " were promised ") && prose.AnyOf(strings.Contains, clause, " hope of ", " hopes of ", " hope for ", " hopes for ", " chance of ", " prospect of ", " fears of ", " pledge of ", " promised ", " pledged ")
}

// isForecast reports whether a clause tells what the weather or something else may bring.
func isForecast(clause string) bool {
	const chance = "chance of "
	if i := prose.LastIndex(clause, chance); i >= 0 && (weather.Has(prose.After(clause, i+len(chance)-1)) || prose.AnyOf(strings.HasSuffix, clause[:i], " percent ", "put the ")) {
		return true
	}
	return prose.AnyOf(strings.Contains, clause, " likelihood of ", " is forecast", " are forecast")
}

// weather is what may fall.
var weather = wordlist.SetOf("rain snow showers storms thunderstorms")

// onTheWay reports whether a window ends in what is told to be coming for a day: "more rain is on the way for".
func onTheWay(window string) bool {
	return prose.AnyOf(strings.HasSuffix, window, " is on the way for ", " are on the way for ", " is forecast for ", " are forecast for ", " is in store for ")
}

// asked reports whether the window asks for something or looks forward to it.
func asked(window string) bool {
	first, linked := strings.TrimLeft(window, " \"“"), false
	for _, link := range [...]string{"But ", "So ", "And ", "Just ", "Then "} {
		if rest, ok := strings.CutPrefix(first, link); ok {
			first, linked = rest, true
		}
	}
	if word := first[:prose.End(first, 0)]; requests.HasFold(word) && (len(first) > len(word) && first[len(word)] == ' ') && (linked || prose.IsUpper(first[0]) || strings.IndexByte(window, '"') >= 0) {
		return true
	}
	return strings.HasPrefix(strings.TrimLeft(window, " "), "Please ") || strings.Contains(window, "ook forward to ") || strings.Contains(window, "ooking forward to ")
}

// requests are verbs that open a sentence to ask for something: "Ask me on Sunday morning".
var requests = wordlist.SetOf("ask call come see check look wait join meet bring book ring phone tell watch register apply rsvp respond reply send submit enter sign buy reserve save")

// conditional reports whether the window before a date tells in the present what is so if or when the day has come: "if it reopens on Tuesday".
func (c *Clause) conditional() bool {
	window := c.said
	if strings.Contains(window, " unless ") {
		return true
	}
	if !strings.HasPrefix(strings.TrimLeft(window, " \"“"), "If ") && !strings.Contains(window, " if ") && !strings.Contains(window, " when ") {
		return false
	}
	if _, then, ok := strings.Cut(c.after(c.start), ", "); ok && strings.Contains(then, " would ") && strings.Contains(window, " were ") && !strings.Contains(window, " when ") { // if those figures were repeated on June 7, the majority would be larger
		return true
	}
	if i := prose.LastIndex(window, " when "); i >= 0 && prose.AnyOf(strings.Contains, window[i:], " is ", " are ") { // when the rankings are published on Monday
		return true
	}
	return text.TenseAround(c.text, c.start, c.start) == text.Pres || strings.Contains(window, " has not ") || strings.Contains(window, " have not ") ||
		strings.Contains(window, " haven't ") || strings.Contains(window, " hasn't ")
}
