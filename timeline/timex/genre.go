package timex

import (
	_ "embed"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex/internal/expr"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/prose"
)

// A text whose day of writing is known may be news, which tell of the days around it; a narrative that looks back from it, as an obituary does; or one that has nothing to do with it, as the
// history of a war has not, whenever it was printed. Which it is, a log-linear model chooses by the expressions of the text (census.go) and by its first words.

//go:embed genreof.txt
var genreWeights string

// whichGenre asks what a text with its day of writing is.
var whichGenre = newQuestion("genreof.txt", genreWeights, genreTraits[:], (*resolver).genreEvidence)

// What a text may be.
const (
	news       = iota // incomplete dates are near the day of writing
	retrospect        // they are near what the narrative has reached, but words such as "last week" are of the day of writing
	narrative         // the day of writing has nothing to do with it
	genres
)

// genreTraits are the names of the traits in the file of weights.
var genreTraits = [genres]string{news: "news", retrospect: "retrospect", narrative: "narrative"}

// genreCandidates are the traits of the candidates.
var genreCandidates = [genres]maxent.Traits{news: 1 << news, retrospect: 1 << retrospect, narrative: 1 << narrative}

const (
	// genreReach is how many expressions from its head tell what a text is.
	genreReach = 50
	// genreFar is how many dates of long ago a text states that may be no news, whatever it begins with.
	genreFar = 3
	// genreKinds is how many expressions tell enough of a text that states less.
	genreKinds = 8
	// genreHead is how many bytes from its head do.
	genreHead = 1200
	// genreWords is how many words from its head are evidence themselves.
	genreWords = 60
	// genreLength is from how many bytes on it makes no difference any more how long a text is.
	genreLength = 6000
)

// genre chooses what a text is by the expressions of its first block. One that states little of long ago is news without asking, and one that states a year of the days of writing has to do with them.
func (z *resolver) genre(found []expr.Expr) int {
	for k := range found[:min(len(found), genreReach)] {
		z.census.take(z, &found[k])
	}
	if !z.census.mayBeOld() {
		return news
	}
	candidates := genreCandidates[:]
	if z.census.nearStated > 0 {
		candidates = genreCandidates[:narrative]
	}
	return z.decide(&choice{question: whichGenre, traits: candidates})
}

// settleGenre finds out what a text is. A narrative that has nothing to do with its day of writing is resolved as if that were not known.
func (z *resolver) settleGenre(found []expr.Expr) {
	if z.speech.IsZero() {
		return
	}
	switch z.genre(found) {
	case news:
		z.news = true
	case narrative:
		z.speech = calendar.Date{}
	}
}

// genreEvidence gathers what tells what a text is.
func (z *resolver) genreEvidence(w *evidence, _ *expr.Expr) {
	n := &z.census
	far, near := n.far(), n.near()
	farShare, spoken := share(far, far+near), bucket(n.spoken)
	w.add("any")
	w.add("far days", bucket(n.farDays))
	w.add("far years", bucket(n.farYears))
	w.add("far+near", bucket(far), bucket(near))
	w.add("far+spoken", bucket(far), spoken)
	w.add("far days+near", bucket(n.farDays), bucket(near))
	w.add("share", farShare, share(n.toldOn, n.toldOn+near))
	w.add("share far", farShare, bucket(far+near))
	w.add("near stated", bucket(n.nearStated))
	w.add("spoken", spoken)
	w.add("weekdays", bucket(n.weekdays))
	w.add("quarters", bucket(n.quarters))
	w.add("told on", bucket(n.toldOn))
	w.add("jubilee", yesNo(n.jubilee))
	w.add("incomplete", bucket(n.incomplete))
	w.add("close", share(n.close, n.incomplete), bucket(n.incomplete))
	w.add("close share", share(n.close, n.incomplete))
	w.add("beside", bucket(n.beside), bucket(n.incomplete))
	w.add("beside+share", share(n.beside, n.incomplete), spoken)
	w.add("first", n.first)
	w.add("first beside", n.first, yesNo(n.firstBeside))
	w.add("first+spoken", n.first, spoken)
	w.add("first three", n.firstThree)
	w.add("last", n.last)
	w.add("last year", n.latest(z.speech))
	w.add("last year+spoken", n.latest(z.speech), spoken)
	w.add("last year+weekdays", n.latest(z.speech), bucket(n.weekdays))
	w.add("last year+share", n.latest(z.speech), farShare)
	w.add("last year+share+near", n.latest(z.speech), farShare, bucket(near))
	w.add("last year+dated", n.latest(z.speech), bucket(n.farDays))
	w.add("dateline", yesNo(n.dateline || hasDateline(z.text)))
	w.add("length", bucket(min(len(z.text), genreLength)/500))
	z.headEvidence(w, farShare, spoken)
}

// headEvidence are the words at the head of a text, beside which part of its dates are of long ago and how many are counted from the day of writing.
func (z *resolver) headEvidence(w *evidence, farShare, spoken string) {
	head := z.text[:min(len(z.text), genreHead)]
	past, now, says, words := 0, 0, 0, 0
	for word := range strings.FieldsSeq(head) {
		word = strings.ToLower(unmarked(word))
		if words++; words <= genreWords && word != "" && prose.IsLetter(word[0]) {
			w.add("word", word)
		}
		past, now = past+count(isTold(word)), now+count(areNow.Has(word))
		says += count(word == "said" || word == "says")
	}
	w.add("verbs", share(past, past+now), bucket(now))
	w.add("says", bucket(says), farShare)
	w.add("says+spoken", bucket(says), spoken)
	w.add("quotes", bucket(strings.Count(head, "\"")+strings.Count(head, "“")))
	w.add("lines", bucket(strings.Count(head, "\n")))
}

// hasDateline reports whether a line at the head of a text begins with the place that news come from: "WARSAW (Reuters) -", "PARIS —".
func hasDateline(t string) bool {
	for line := range strings.SplitSeq(t[:min(len(t), datelineLines)], "\n") {
		line = line[:min(len(line), datelineHead)]
		if isPlace(line) && prose.AnyOf(strings.Contains, line, " —", " –", " - ", " _", ")_ ", " --") {
			return true
		}
	}
	return false
}

// datelineLines is how many bytes from the head of a text that line may begin.
const datelineLines = 300
