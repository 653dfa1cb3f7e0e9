package text_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline/text"
)

// TestWraps gives texts in which "|" stands for a line end that wraps, and "/" for one on purpose.
func TestWraps(t *testing.T) {
	tests := []struct{ what, text string }{
		{"a wrapped paragraph", "The ministers met in the capital on the evening of the twelfth of|May and talked until the lamps were lit in the square outside and|the last of the clerks had gone home."},
		{"a number that goes on", "The ministers met in the capital on the evening of the day before|12 May and talked until the lamps were lit in the square outside."},
		{"a clock time that goes on", "The ministers met in the capital on the evening of the day and at|14:02 and again at 16:30 they asked for the lamps to be lit there."},
		{"a speaker, and a clock time that goes on", "CORRESPONDENT: The ministers met in the capital on the evening at|14:02. They talked until the lamps were lit in the square outside|and the clerks had gone home."},
		{"a line in lower case", "Short lines/That stand alone|and go on"},
		{"what would have fitted", "The ministers met in the capital on the evening of the twelfth of/May/Talked"},
		{"notices of one width", "Outlook for the week ahead in the region, issued by the office/Thursday: heavy rain in the north and east, with some hill snow/Saturday: dry spells and sunshine, a little warmer in the north"},
		{"a numbered list", "1. The ministers met in the capital on the evening of the twelfth/2. They talked until the lamps were lit in the square outside it/3. The last of the clerks had gone home by then, as it was late."},
		{"a log", "2020-05-03 10:00:01 the first pump of the station was started by/2020-05-03 10:00:09 the second pump of the station was started by"},
		{"a table", "Oslo           Monday 12 May         cloudy with rain        14/Bergen         Tuesday 13 May        dry and a little warm   15"},
		{"other letters than Latin ones", "Министры встретились в столице вечером двенадцатого числа и говорили до|Ночи, пока на площади не зажгли фонари и последний из писарей не ушел"},
	}
	for _, test := range tests {
		var want []int
		for k := range len(test.text) {
			if test.text[k] == '|' {
				want = append(want, k)
			}
		}
		if got := text.Wraps(strings.NewReplacer("|", "\n", "/", "\n").Replace(test.text)); !slices.Equal(got, want) {
			t.Errorf("%s: wrapped at %d, want %d", test.what, got, want)
		}
	}
}
