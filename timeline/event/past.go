package event

import (
	_ "embed"
	"strings"

	"dateline/timeline/text"
)

//go:embed pasts.txt
var pastTable string

// pasts gives the past tense of the irregular verbs. It is never changed after it is made.
var pasts = func() map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(pastTable) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			m[f[0]] = f[1]
		}
	}
	return m
}()

// pastOf is the past tense of a verb that stands as its present participle: "driving" gives "drove", "stopping" "stopped".
// The participle shows how the stem is spelled, and a doubled consonant with it. Any other form stays as it is.
func pastOf(tok text.Token) string {
	if p := pasts[tok.Lemma]; p != "" {
		return p
	}
	for prefix := 2; prefix <= 5 && prefix < len(tok.Lemma)-1; prefix++ { // "overthrow", "rebuild", "undertake"
		if p := pasts[tok.Lemma[prefix:]]; p != "" && strings.Contains(" re out over under with fore mis un ", " "+tok.Lemma[:prefix]+" ") {
			return tok.Lemma[:prefix] + p
		}
	}
	stem, ok := strings.CutSuffix(tok.Form, "ing")
	switch {
	case !ok || stem == "":
		return tok.Form
	case strings.HasSuffix(tok.Lemma, "ie"), strings.HasSuffix(stem, "e"):
		return strings.TrimSuffix(tok.Lemma, "e") + "ed"
	case strings.HasSuffix(stem, "y") && len(stem) > 1 && !strings.ContainsRune("aeiou", rune(stem[len(stem)-2])):
		return stem[:len(stem)-1] + "ied"
	}
	return stem + "ed"
}
