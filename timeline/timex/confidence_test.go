package timex_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/timex"
)

// TestConfidenceRules: a rule that confidence.txt has the share of is one that finds something, so that a rule of another name does not fall to its basis's share unseen.
func TestConfidenceRules(t *testing.T) {
	file, err := os.ReadFile("confidence.txt")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for line := range strings.Lines(string(file)) {
		if fields := strings.Fields(line); len(fields) == 4 && fields[0] != "#" && fields[1] != "*" {
			rules[fields[1]] = true
		}
	}
	if len(rules) == 0 {
		t.Fatal("confidence.txt has no rules")
	}
	for name := range floors {
		for _, a := range readAnnotated(t, filepath.Join(annotatedArticles, name)) {
			for _, x := range timex.Find(a.text, timex.Options{Published: a.published}) {
				delete(rules, x.Rule)
			}
		}
	}
	for rule := range rules {
		t.Errorf("rule %q of confidence.txt finds nothing", rule)
	}
}
