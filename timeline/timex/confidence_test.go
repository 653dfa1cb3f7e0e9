package timex_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/calendar"
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

// TestConfidenceOfUnknown: a clock time on a day that nothing is known of is as uncertain as the day.
func TestConfidenceOfUnknown(t *testing.T) {
	found := timex.Find("The driver was freed at noon two days later.", timex.Options{Published: calendar.Must(calendar.Parse("2020-06-10"))})
	if len(found) != 1 || found[0].Value != "XXXX-XX-XXT12:00" || found[0].Confidence > 0.5 {
		t.Errorf("got %+v, want XXXX-XX-XXT12:00 with a confidence of 0.5 or less", found)
	}
}
