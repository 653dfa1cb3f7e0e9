package lexicon

import "testing"

// TestTables checks that every table is there: a missing data file would leave one empty.
func TestTables(t *testing.T) {
	l := Load()
	for name, n := range map[string]int{
		"countries": len(l.Countries), "demonyms": len(l.Demonym), "capitals": len(l.Capital), "given names": len(l.Given), "last names": len(l.Surname),
		"places": len(l.Place), "organizations": len(l.Org), "words": len(l.Words), "people": len(l.People), "acronyms": len(l.Acronyms),
		"seats": len(l.Seats), "classes": len(l.Classes),
	} {
		if n == 0 {
			t.Errorf("the table of %s is empty", name)
		}
	}
	if c := l.Countries[l.Demonym["American"]].Name; c != "United States" {
		t.Errorf("American is of %s", c)
	}
}
