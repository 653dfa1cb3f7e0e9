package text

import "testing"

func TestDatelines(t *testing.T) {
	for _, c := range []struct {
		text, first string
	}{
		{"OSLO, Norway, May 3 — The port closed. It rained.", "OSLO, Norway, May 3 —"},
		{"PORT-AU-PRINCE, Haiti (AP) _ The port closed.", "PORT-AU-PRINCE, Haiti (AP) _"},
		{"NEW YORK (Reuters) - Shares rose on Monday.", "NEW YORK (Reuters) -"},
		{"OSLO (AP)_ Shares rose on Monday.", "OSLO (AP)_"},
		{"LONDON, U.S. EMBASSY, Sept. 15 -- The port closed.", "LONDON, U.S. EMBASSY, Sept. 15 --"},
		{"NATO said that the mission — the third — will go on.", "NATO said that the mission — the third — will go on."},
		{"The UN — all of it — agreed.", "The UN — all of it — agreed."},
		{"WELL-KNOWN people came.", "WELL-KNOWN people came."},
	} {
		s := Split(c.text).Sentences[0]
		if got := c.text[s.Start:s.End]; got != c.first {
			t.Errorf("%q begins with %q, want %q", c.text, got, c.first)
		}
		if heading := c.text != c.first; s.Heading != heading {
			t.Errorf("%q: heading %v", c.first, s.Heading)
		}
	}
}
