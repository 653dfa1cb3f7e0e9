package prose

import (
	"strings"
	"testing"
)

// Each text has a bar where the question is asked.
func TestWords(t *testing.T) {
	tests := []struct{ text, before, after string }{
		{"They met on| Friday.", "on", "Friday"},
		{"They met on |Friday.", "on", ""},
		{"|Friday came", "", ""},
		{"a ten|-day trip", "ten", "day"},
		{"at Orléans,|\nthen", "", "then"},
		{"the end|", "end", ""},
		{"no|, he said", "no", ""},
	}
	for _, test := range tests {
		before, after, _ := strings.Cut(test.text, "|")
		text, at := before+after, len(before)
		if got := Before(text, at); got != test.before {
			t.Errorf("%q: Before gives %q, want %q", test.text, got, test.before)
		}
		if got := After(text, at); got != test.after {
			t.Errorf("%q: After gives %q, want %q", test.text, got, test.after)
		}
	}
	if got := Before("ab", -3); got != "" {
		t.Errorf("Before an offset that lies before the text gives %q", got)
	}
}

func TestSentence(t *testing.T) {
	tests := []struct{ text, before, clause, after string }{
		{"It rained. Mr. Hale left on| Friday; then it snowed.", " Mr. Hale left on", " Mr. Hale left on", " Friday"},
		{"He, who had won, fled in| May? Yes.", "He, who had won, fled in", ", fled in", " May"},
		{"A heading\nIn| May", "In", "In", " May"},
		{"|", "", "", ""},
	}
	for _, test := range tests {
		before, after, _ := strings.Cut(test.text, "|")
		text, at := before+after, len(before)
		if got := SentenceBefore(text, at, SentenceReach); got != test.before {
			t.Errorf("%q: SentenceBefore gives %q, want %q", test.text, got, test.before)
		}
		if got := ClauseBefore(text, at); got != test.clause {
			t.Errorf("%q: ClauseBefore gives %q, want %q", test.text, got, test.clause)
		}
		if got := SentenceAfter(text, at, SentenceReach); got != test.after {
			t.Errorf("%q: SentenceAfter gives %q, want %q", test.text, got, test.after)
		}
	}
}

func TestKindsOfWords(t *testing.T) {
	tests := []struct {
		word                       string
		name, plural, functionWord bool
	}{
		{"Hale", true, false, false},
		{"NATO", false, false, false},
		{"workers", false, true, false},
		{"weeks", false, false, true}, // a unit is no thing that a year would count
		{"series", false, false, false},
		{"On", true, false, true},
		{"Since", true, false, true},
	}
	for _, test := range tests {
		if got := IsName(test.word); got != test.name {
			t.Errorf("IsName(%q) is %v", test.word, got)
		}
		if got := IsPluralNoun(test.word); got != test.plural {
			t.Errorf("IsPluralNoun(%q) is %v", test.word, got)
		}
		if got := IsFunctionWord(test.word); got != test.functionWord {
			t.Errorf("IsFunctionWord(%q) is %v", test.word, got)
		}
	}
}
