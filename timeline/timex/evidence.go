package timex

import (
	"strings"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/text"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/prose"
	"dateline/timeline/timex/internal/tense"
)

// evidence gathers what the text shows of a choice.
type evidence struct {
	model *maxent.Model
	sum   maxent.Sum
	names *[]string // where they are kept for the training; else nil
	key   []byte
}

// add adds a piece of evidence: its kind, and what it is.
func (w *evidence) add(kind string, what ...string) {
	w.key = append(w.key[:0], kind...)
	for _, part := range what {
		w.key = append(append(w.key, ' '), part...)
	}
	if w.names != nil {
		*w.names = append(*w.names, string(w.key))
		return
	}
	w.model.Add(&w.sum, w.key)
}

// tenseNames name the tenses of clauses from tense.Happened on, verbNames those of text.TenseAround.
var (
	tenseNames = [...]string{"happened", "past", "unclear", "future"}
	verbNames  = [...]string{0: "none", text.Past: "past", text.Pres: "present", text.Fut: "future"}
)

// tenseName names the tense of the clause around an expression.
func (z *resolver) tenseName(e *expr.Expr) string { return tenseNames[z.clause(e).At()-tense.Happened] }

// mode is the kind of text.
func (z *resolver) mode() string {
	mode := "narrative"
	switch {
	case z.diary.timex > 0:
		mode = "diary"
	case z.news && z.census.ofOld():
		mode = "feature"
	case z.news:
		mode = "news"
	}
	if z.speech.IsZero() {
		mode += " undated"
	}
	return mode
}

// placeIn tells where in its sentence and paragraph what begins at byte offset at stands.
func placeIn(t string, at int) string {
	switch {
	case !leads(t, at):
		return "inside"
	case opensParagraph(t, at):
		return "paragraph"
	}
	return "sentence"
}

// yesNo is an answer as evidence.
func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// partOf is the part of the day that a time is of.
func partOf(e *expr.Expr) string {
	if !e.Parts.Has(expr.HasHour) {
		return e.Parts.Tod
	}
	return partOfHour(e.Parts.Hour)
}

// partOfHour is the part of the day that an hour is of.
func partOfHour(hour int) string {
	switch {
	case hour < smallHoursEnd:
		return "small hours"
	case hour < 12:
		return "morning"
	case hour < eveningStart:
		return "afternoon"
	case hour < 21:
		return "evening"
	}
	return "late"
}

// since tells how far before byte offset at what ends at byte offset end stands: in the same sentence, some sentences before, in another line or paragraph.
func (z *resolver) since(end, at int) string {
	if end == 0 {
		return "none"
	}
	if end > at {
		return "behind"
	}
	between := z.text[max(end, at-farthestSince):at]
	switch paragraphs := strings.Count(between, "\n\n"); {
	case paragraphs > 2 || at-end > farthestSince:
		return farBefore
	case paragraphs == 2:
		return "two paragraphs"
	case paragraphs == 1:
		return "paragraph"
	case strings.Contains(between, "\n"):
		return "line"
	}
	sentences := 0
	for k := 2; k+1 < len(between); k++ {
		if between[k] == '.' && between[k+1] == ' ' && between[k-1] != 'm' {
			sentences++
		}
	}
	return [...]string{"same", "one", "two", "more"}[min(sentences, 3)]
}

// farBefore is what since tells of what stands far before.
const farBefore = "far"

// farthestSince is how many bytes back it makes no difference any more where something was told.
const farthestSince = 2000

// hourEvidence compares a time with the one told last.
func (z *resolver) hourEvidence(w *evidence, e *expr.Expr) {
	t := &z.told
	if t.end == 0 || t.end > e.Start {
		w.add("last", "none")
		return
	}
	since, part := z.since(t.end, e.Start), partOf(e)
	named := yesNo(z.named.end >= t.end)
	if t.hour < 0 {
		w.add("last", t.tod, part, yesNo(t.set))
		w.add("last+since", t.tod, part, since)
		w.add("last+named", t.tod, part, named)
		return
	}
	order := "later"
	switch hour := e.Parts.Hour; {
	case !e.Parts.Has(expr.HasHour):
		order = "part"
	case hour < t.hour:
		order = "earlier"
	case hour == t.hour:
		order = "same"
	}
	w.add("last", order, since)
	w.add("last hour", partOfHour(t.hour), part, order)
	w.add("order", order, part, named)
	w.add("order+since", order, named, since)
	end := z.timed.end
	w.add("timed", z.since(end, e.Start), yesNo(end > 0 && z.timed.none))
}

const (
	wordsBefore = 7 // how many words before an expression are evidence
	wordsBehind = 4
)

// wordEvidence are the words around, and how many verbs of the past and of the present are among them.
func (z *resolver) wordEvidence(w *evidence, e *expr.Expr) {
	said := z.clause(e).Words()
	past, now := 0, 0
	for k, word := range said {
		word = strings.ToLower(unmarked(word))
		if len(said)-k <= wordsBefore {
			w.add("word", word)
		}
		past, now = past+count(isTold(word)), now+count(areNow.Has(word))
	}
	w.add("verbs", amounts[min(past, 2)], amounts[min(now, 2)])
	past, now = 0, 0
	n := 0
	for word := range strings.FieldsSeq(prose.SentenceAfter(z.text, e.End, behindReach)) {
		word = strings.ToLower(unmarked(word))
		if n == 0 {
			w.add("next", word)
		}
		if n++; n <= wordsBehind {
			w.add("behind", word)
		}
		past, now = past+count(isTold(word)), now+count(areNow.Has(word))
	}
	w.add("verbs behind", amounts[min(past, 1)], amounts[min(now, 1)])
}

// behindReach is how many bytes behind an expression its sentence is evidence.
const behindReach = 150

// amounts are counts as evidence.
var amounts = [...]string{"0", "1", "2"}

// count is 1 for what is so.
func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// wereThen and areNow are auxiliaries of the past, and of the present and future.
var (
	wereThen = wordlist.SetOf("was were had")
	areNow   = wordlist.SetOf("is are has have will")
)

// isTold reports whether a word is a verb of the past.
func isTold(word string) bool { return text.IsPast(word) || wereThen.Has(word) }

// neighbourEvidence are the expressions before and behind.
func (z *resolver) neighbourEvidence(w *evidence, e *expr.Expr) {
	w.add("ranged", yesNo(e.Ranged))
	if z.k > 0 {
		f := &z.found[z.k-1]
		since := z.since(f.End, e.Start)
		w.add("rule before", f.Rule, since)
		w.add("expression before", kinds[f.Kind], since)
		if between := e.Start - f.End; between > 0 && between <= longestBetween {
			w.add("link before", link(z.text[f.End:e.Start]), yesNo(f.Recurs))
		}
	}
	if z.k+1 < len(z.found) {
		f := &z.found[z.k+1]
		since := z.since(e.End, f.Start)
		w.add("rule behind", f.Rule, since)
		w.add("expression behind", kinds[f.Kind], since, yesNo(f.GivesDay()))
		if between := f.Start - e.End; between > 0 && between <= longestBetween {
			w.add("link behind", link(z.text[e.End:f.Start]))
		}
	}
}

// longestBetween is how many bytes that stand between two expressions may join them.
const longestBetween = len(", until about ")

// link is what stands between two expressions, in the form that evidence has.
func link(between string) string {
	if strings.ContainsAny(between, "\t\n") {
		between = lineBreaks.Replace(between)
	}
	return strings.ToLower(between)
}

// lineBreaks are for what parts the entries of a file of weights.
var lineBreaks = strings.NewReplacer("\n", "/", "\t", "/")

// kinds name the kinds of expressions.
var kinds = [...]string{expr.NoKind: "none", expr.Point: "point", expr.Offset: "offset", expr.Duration: "duration", expr.Set: "set", expr.Reference: "reference", expr.Aged: "age", expr.Refused: "refused"}
