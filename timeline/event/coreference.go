package event

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/text"
	"dateline/timeline/timex"
)

// Mentions of one event are joined where the text gives no reason to keep them apart and at least one to join
// them: the same lemma, or a noun and its verb; dates of which one holds the other; the same status; and
// arguments that agree, at least one of them named twice. "Again" and "another" keep apart.

//go:embed derivations.txt
var derivationsTxt string

// verbOf gives the verb of an event noun. It is never changed after it is made.
var verbOf = readDerivations(derivationsTxt)

func readDerivations(data string) map[string]string {
	verbs := make(map[string]string)
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if len(fields) != 2 {
			panic(fmt.Sprintf("derivations.txt: %q is no pair", line))
		}
		verbs[fields[0]] = strings.ReplaceAll(fields[1], "-", " ")
	}
	return verbs
}

// farthest is how many events of one lemma back a mention is compared with, so that time stays linear.
const farthest = 40

// statement is an event as one clause states it, with what coreference looks at.
type statement struct {
	Event
	doers, themes []string // who does it and what it is done to: actors by number, else heads by lemma
	anew          bool     // the text says that it is another one: "again"
}

// mentioned is an event with all its mentions in text order.
type mentioned []statement

// corefer joins the mentions of one event. Events keep the order of their first mentions.
func corefer(list []statement) []Event {
	var (
		events  []mentioned
		byLemma = make(map[string][]int)
	)
	for _, e := range list {
		lemma := cmp.Or(verbOf[e.Label], e.Label)
		known := byLemma[lemma]
		at := -1
		for _, i := range slices.Backward(known[max(len(known)-farthest, 0):]) {
			if events[i].same(e) {
				at = i
				break
			}
		}
		if at < 0 {
			byLemma[lemma] = append(known, len(events))
			events = append(events, mentioned{e})
			continue
		}
		events[at] = append(events[at], e)
	}
	out := make([]Event, len(events))
	for i, m := range events {
		out[i] = m.join()
	}
	return out
}

// same reports whether e is one more mention of the event: it may be the same as each, and must be as one.
func (m mentioned) same(e statement) bool {
	if e.anew || is(e.Label, reporting) {
		return false
	}
	for _, o := range m {
		if o.Status != e.Status || !sameTime(o, e) || clash(o.doers, e.doers) || clash(o.themes, e.themes) {
			return false
		}
	}
	return slices.ContainsFunc(m, func(o statement) bool { return o.agrees(e) })
}

// agrees reports whether two mentions name an argument alike. One without a date, which any time could be that
// of, must name all of them alike, and some actor among them.
func (o statement) agrees(e statement) bool {
	doers, themes := meet(o.doers, e.doers), meet(o.themes, e.themes)
	if o.Date.IsZero() || e.Date.IsZero() {
		return doers && themes && slices.ContainsFunc(e.Participants, func(p Participant) bool {
			return slices.ContainsFunc(o.Participants, func(q Participant) bool { return p.Actor == q.Actor })
		})
	}
	if coarse := min(o.Date.Precision, e.Date.Precision); coarse < calendar.Month {
		return doers && themes
	}
	return doers || themes
}

// sameTime reports whether the dates of two mentions can be one: they are equal, the one lies in the other, or one is
// missing.
func sameTime(a, b statement) bool {
	switch {
	case a.Date.IsZero() || b.Date.IsZero():
		return !(a.Date.IsZero() && b.Date.IsZero())
	case a.Date.Start == b.Date.Start && a.Date.End == b.Date.End:
		return true
	}
	return within(a.Date, b.Date) || within(b.Date, a.Date)
}

// within reports whether closed interval a lies in closed interval b.
func within(a, b timex.Date) bool {
	if a.Start.IsZero() || a.End.IsZero() || b.Start.IsZero() || b.End.IsZero() {
		return false
	}
	return a.Start.FirstDay().Compare(b.Start.FirstDay()) >= 0 && a.End.LastDay().Compare(b.End.LastDay()) <= 0
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func clash(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !meet(a, b) }

// join makes one event of its mentions. The one that dates it best and says most gives all that only one can
// give; each adds its evidence, participants and places. Being told again takes a quarter of the doubt away.
func (m mentioned) join() Event {
	best := slices.MaxFunc(m, func(a, b statement) int {
		return cmp.Or(
			cmp.Compare(a.Date.Precision, b.Date.Precision), cmp.Compare(a.ownDate(), b.ownDate()),
			cmp.Compare(len(a.Participants), len(b.Participants)), cmp.Compare(b.Sentence.Start, a.Sentence.Start),
		)
	})
	e := best.Event
	for _, o := range m {
		if o.Trigger == best.Trigger {
			continue
		}
		e.Also = append(e.Also, o.Evidence)
		for _, p := range o.Participants {
			if !slices.ContainsFunc(e.Participants, func(q Participant) bool { return q.Actor == p.Actor }) {
				e.Participants = append(e.Participants, p)
			}
		}
		for _, name := range o.Places {
			if !slices.Contains(e.Places, name) {
				e.Places = append(e.Places, name)
			}
		}
		e.Confidence += (1 - e.Confidence) / 4
	}
	slices.SortStableFunc(e.Participants, byRole)
	return e
}

// ownDate is 1 where the event has a timex of its own, else 0.
func (e statement) ownDate() int {
	if e.Timex >= 0 {
		return 1
	}
	return 0
}

// tell gives a finished event with its arguments.
func (f *finder) tell(c *clause, e Event) statement {
	doers, themes := c.subjects, c.objects
	if c.passive {
		doers, themes = nil, c.subjects
	}
	for _, o := range c.obliques {
		switch {
		case o.preposition == "by" && (c.passive || c.form == nominal):
			doers = append(slices.Clone(doers), o.head)
		case o.preposition == "of" && c.form == nominal:
			themes = append(slices.Clone(themes), o.head)
		}
	}
	return statement{e, f.keys(c.tree, doers), f.keys(c.tree, themes), c.anew()}
}

// keys name arguments by their heads: each by its actors and, where it is a noun, by its lemma. Numbers belong to the
// lemma, for two ships are not three. What a pronoun means that is no actor is like nothing else.
func (f *finder) keys(t *tree, heads []int) []string {
	var keys []string
	for _, h := range heads {
		for _, a := range f.actorsAt(t, h) {
			keys = append(keys, strconv.Itoa(a))
		}
		tok := t.Tokens[h]
		key := tok.Lemma
		switch n := t.child(h, text.Nummod); {
		case tok.UPOS == text.PRON:
			key = "at " + strconv.Itoa(tok.Start)
		case n >= 0:
			key = strings.ToLower(t.Tokens[n].Form) + " " + key
		}
		keys = append(keys, key)
	}
	return keys
}

// anew reports whether the clause says that it tells of another event of its kind: "again", "a second strike".
func (c *clause) anew() bool {
	for _, k := range c.kids[c.head] {
		tok := c.Tokens[k]
		if is(strings.ToLower(tok.Form), repeated) {
			return true
		}
		if tok.Rel == text.Obj && slices.ContainsFunc(c.kids[k], func(i int) bool { return is(strings.ToLower(c.Tokens[i].Form), repeated) }) {
			return true
		}
	}
	return false
}
