package timex_test

import (
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

// TestQuarterEnded: a quarter keeps the number that the text gives it, and has the months that it says it had.
func TestQuarterEnded(t *testing.T) {
	tests := []struct{ text, value, edtf string }{
		{"The firm lost $2 million in its fourth quarter ended June 30.", "1989-Q4", "1989-34"},
		{"It earned $4 million in the fiscal first quarter ended Sept. 29.", "1989-Q1", "1989-35"},
		{"It earned $4 million in the quarter ended Sept. 2.", "1989-Q3", "1989-06/1989-08"},
		{"It earned $4 million in the fiscal first quarter.", "1989-Q1", "~1989-~01/~1989-~03"},
		{"It earned $4 million in the third quarter.", "1989-Q3", "1989-35"},
	}
	for _, test := range tests {
		found := timex.Find(test.text, timex.Options{Published: calendar.Must(calendar.OfDay(1989, 10, 26))})
		if len(found) == 0 {
			t.Errorf("%q: found nothing", test.text)
			continue
		}
		q := found[0]
		if got := q.Date.EDTF(q.Date.Precision, q.Date.Approximate); q.Value != test.value || got != test.edtf {
			t.Errorf("%q: %s, %s; want %s, %s", test.text, q.Value, got, test.value, test.edtf)
		}
	}
}
