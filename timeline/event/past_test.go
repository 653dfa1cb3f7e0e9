package event

import (
	"testing"

	"dateline/timeline/text"
)

func TestPastOf(t *testing.T) {
	for _, c := range []struct{ form, lemma, want string }{
		{"driving", "drive", "drove"},
		{"stopping", "stop", "stopped"},
		{"causing", "cause", "caused"},
		{"carrying", "carry", "carried"},
		{"destroying", "destroy", "destroyed"},
		{"dying", "die", "died"},
		{"agreeing", "agree", "agreed"},
		{"dyeing", "dye", "dyed"},
		{"panicking", "panic", "panicked"},
		{"rebuilding", "rebuild", "rebuilt"},
		{"overthrowing", "overthrow", "overthrew"},
		{"refusing", "refuse", "refused"},
		{"withdrawing", "withdraw", "withdrew"},
		{"arrested", "arrest", "arrested"},
		{"ing", "", "ing"},
	} {
		if got := pastOf(text.Token{Form: c.form, Lemma: c.lemma}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.form, got, c.want)
		}
	}
}
