package grammar

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/internal/wordlist"
	"dateline/timeline/timex/internal/expr"
)

// carriers are sentences in which a proper name may stand.
var carriers = []string{"They spoke of NAME at length.", "NAME drew a crowd.", "He left for NAME and came back, as people do."}

// TestWorks reads each name of works.txt in sentences: without its line a time expression would be found in one of them, and with it in none.
func TestWorks(t *testing.T) {
	listed := readWorks(worksFile)
	defer func() { works = wordlist.MapOf(listed) }()
	for name, all := range maps.Clone(listed) {
		for _, w := range all {
			whole := w.before + name + w.after
			if found := datesIn(whole); len(found) > 0 {
				t.Errorf("%q holds %q", whole, found)
			}
			listed[name] = slices.DeleteFunc(slices.Clone(all), func(other work) bool { return other == w })
			works = wordlist.MapOf(listed)
			if found := datesIn(whole); len(found) == 0 {
				t.Errorf("the line of %q is needless", whole)
			}
			listed[name] = all
			works = wordlist.MapOf(listed)
		}
	}
}

// datesIn gives the time expressions found in a name in any of the carriers.
func datesIn(name string) (found []string) {
	for _, carrier := range carriers {
		text := strings.ReplaceAll(carrier, "NAME", name)
		var r Reader
		last, _ := r.Read(text, nil, func(more []expr.Expr) ([]expr.Expr, bool) { return more, true })
		for k := range last {
			found = append(found, text[last[k].Start:last[k].End])
		}
	}
	return found
}
