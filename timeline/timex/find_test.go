package timex_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

var published = timex.Options{Published: calendar.Must(calendar.Parse("2019-10-03"))}

// check tells what no input may break: spans lie in the text, in order, without overlap, on whole characters.
func check(t *testing.T, text string, found []timex.Timex) {
	t.Helper()
	last := 0
	for _, x := range found {
		if x.Start < last || x.End <= x.Start || x.End > len(text) || text[x.Start:x.End] != x.Text {
			t.Fatalf("%q: span %d to %d after %d", text, x.Start, x.End, last)
		}
		if utf8.ValidString(text) && !utf8.ValidString(x.Text) {
			t.Fatalf("%q: %q cuts a character", text, x.Text)
		}
		if x.Value == "" || x.Rule == "" || x.Confidence <= 0 || x.Confidence > 1 {
			t.Fatalf("%q: incomplete %+v", text, x)
		}
		if edtf := x.Date.EDTF(x.Date.Precision, x.Date.Approximate); !x.Date.IsZero() && !validEDTF(edtf) {
			t.Fatalf("%q: EDTF %q of %q", text, edtf, x.Text)
		}
		if r := x.Range; r != nil && (r.Start > x.Start || r.End < x.End || r.Start < 0 || r.End > len(text)) {
			t.Fatalf("%q: range %d to %d around %d to %d", text, r.Start, r.End, x.Start, x.End)
		}
		last = x.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"between May 2014 and March 2016", "March 14–18, 2019", "’98 and '90s", "Tuesday, 16 June", "10 p.m. EST on Nov. 6", "499–493 BC", "a year ago Tuesday",
		"3/4/19 2020-03-11T14:30", "the last half of the year", "1939-45 and 31.04.2020", "next year’s first quarter", "the early 9990s", "9999-12-31 a year later", "0001 BC two thousand years earlier",
		"of the 2d", "of the year", "as early as March", "for May", "Friday 7 to Sunday 9 June", "April 2, 4 and 8", "the night of 8–9 February", "Date: 3 May 1916\nyesterday", "a week on Sunday, Friday week", "once every vote is in", "early hours of the ", "He left. It opens tonight at 8 p.m.", "MAY 01–1 70", "one evening in May 70", "the first of the ", "every day at 7 every",
	} {
		f.Add(s)
	}
	for _, s := range nesting {
		f.Add(strings.Repeat(s, 12))
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, s, timex.Find(s, published))
		check(t, s, timex.Find(s, timex.Options{}))
	})
}

func TestRanges(t *testing.T) {
	tests := []struct{ text, span, edtf string }{
		{"He took money between May 2014 and March 2016.", "between May 2014 and March 2016", "2014-05/2016-03"},
		{"The war of 1939–1945 was long.", "1939–1945", "1939/1945"},
		{"The war of 1939-45 was long.", "1939-45", "1939/1945"},
		{"The talks of March 14–18, 2019 failed.", "March 14–18, 2019", "2019-03-14/2019-03-18"},
		{"They met from 26 July to 22 August 1990.", "from 26 July to 22 August 1990", "1990-07-26/1990-08-22"},
		{"The revolt of 499–493 BC failed.", "499–493 BC", "-0498/-0492"},
		{"It ran from December to March 1940.", "from December to March 1940", "1939-12/1940-03"},
	}
	for _, test := range tests {
		found := timex.Find(test.text, published)
		if len(found) != 2 || found[0].Range == nil || found[0].Range != found[1].Range {
			t.Errorf("%q: %s", test.text, describe(found))
			continue
		}
		r := found[0].Range
		if got := test.text[r.Start:r.End]; got != test.span {
			t.Errorf("%q: range %q, want %q", test.text, got, test.span)
		}
		if got := r.Date.EDTF(r.Date.Precision, r.Date.Approximate); got != test.edtf {
			t.Errorf("%q: %s, want %s", test.text, got, test.edtf)
		}
	}
}

// TestWeekdayFindsYear: without a publication date a day with its weekday finds its year, and the next day without one follows it.
func TestWeekdayFindsYear(t *testing.T) {
	const text = "The talks began on Monday, June 16. Two days later they failed. On June 20 the envoys left."
	today := timex.Options{Today: calendar.Must(calendar.Parse("2026-11-01"))}
	var got []string
	for _, x := range timex.Find(text, today) {
		got = append(got, x.Value)
		if x.Date.Basis != timex.Completed && x.Date.Basis != timex.Relative || x.Date.Anchor.IsZero() {
			t.Errorf("%q: basis %q, anchor %s", x.Text, x.Date.Basis, x.Date.Anchor)
		}
	}
	if want := "2025-06-16 2025-06-18 2025-06-20"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	for _, x := range timex.Find(text, timex.Options{}) {
		if !x.Date.IsZero() {
			t.Errorf("%q resolved to %s with nothing to go by", x.Text, x.Value)
		}
	}
}

// TestOrderOfArticle: one unambiguous numeric date settles the others.
func TestOrderOfArticle(t *testing.T) {
	found := timex.Find("Signed 25/12/2018, ended 03/04/2019.", published)
	if len(found) != 2 || found[1].Value != "2019-04-03" || found[1].Date.Ambiguous {
		t.Error(describe(found))
	}
}

// TestWrongWeekday: the date stays and counts for less.
func TestWrongWeekday(t *testing.T) {
	right := timex.Find("on Monday, 16 June 2025", published)
	wrong := timex.Find("on Tuesday, 16 June 2025", published)
	if len(wrong) != 1 || wrong[0].Value != "2025-06-16" || wrong[0].Confidence >= right[0].Confidence {
		t.Error(describe(wrong))
	}
}

// TestNarrative: without a publication date incomplete dates follow what the text has said.
func TestNarrative(t *testing.T) {
	const text = "On 10 November 1941 the army marched. In December it rested. In January it moved again. The following month it fought. " +
		"Three days later it won. That year the town starved."
	var got []string
	for _, x := range timex.Find(text, timex.Options{}) {
		got = append(got, x.Value)
	}
	if want := "1941-11-10 1941-12 1942-01 1942-02 1942-XX-XX"; !strings.HasPrefix(strings.Join(got, " "), want) {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestAnaphoric: what refers back takes the date just given.
// TestDayAlone: a day alone is of the month that the text has reached, or of the next one.
func TestDayAlone(t *testing.T) {
	for text, want := range map[string]string{
		"The siege began on 3 March 1521. On the 22nd, the wall fell.":                                            "1521-03-22",
		"The siege began on 28 March 1521. On the 3rd, the wall fell.":                                            "1521-04-03",
		"The siege began in March 1521. By the 5th, the wall was down.":                                           "1521-03-05",
		"The siege began on 3 December 1521. It lasted until the 31st.":                                           "1521-12-31",
		"The siege began in February 1521. On the 30th, the wall fell.":                                           "",
		"The siege began in 1521. On the 22nd, the wall fell.":                                                    "",
		"The siege began on 3 March 1521." + strings.Repeat(" It went on.", 200) + " On the 22nd, the wall fell.": "",
	} {
		found := timex.Find(text, timex.Options{})
		got := ""
		if len(found) > 1 {
			got = found[1].Value
		}
		if got != want {
			t.Errorf("%.80q: %s, want %q", text, describe(found), want)
		}
	}
}

func TestAnaphoric(t *testing.T) {
	for text, want := range map[string]string{
		"On May 7, 2014 he left; at that time nobody cared.":        "2014-05-07",
		"In May 2014 he left, and since then nobody cared.":         "2014-05",
		"On May 7, 2014 he left. That day the shop closed.":         "2014-05-07",
		"On May 7, 2014 he left. The same month she followed.":      "2014-05",
		"On May 7, 2014 he left. The following day she wept.":       "2014-05-08",
		"On May 7, 2014 he left. The very next day she wept.":       "2014-05-08",
		"In May 2014 he left. Two years later she followed.":        "2016",
		"The plane fell on 29 February 2020. A month later he left": "2020-03",
	} {
		found := timex.Find(text, timex.Options{})
		if len(found) != 2 || found[1].Value != want {
			t.Errorf("%q: %s, want %s", text, describe(found), want)
		}
	}
}

// TestLongText: a text of many blocks is read as a short one, and its last timexes are resolved as those before.
func TestLongText(t *testing.T) {
	const line = "On 10 November 1941 the army marched. In December it rested, from May 3 to May 5, 1942 it fought. "
	const times = 12000 // four timexes each, three blocks
	n := 0
	for x := range timex.All(strings.Repeat(line, times), timex.Options{}) {
		want := [...]string{"1941-11-10", "1941-12", "1942-05-03", "1942-05-05"}[n%4]
		if x.Value != want || (n%4 >= 2) != (x.Range != nil) || x.Start/len(line) != n/4 {
			t.Fatalf("timex %d: %q %s, want %s", n, x.Text, x.Value, want)
		}
		n++
	}
	if n != 4*times {
		t.Errorf("%d timexes, want %d", n, 4*times)
	}
	for range timex.All(strings.Repeat(line, times), timex.Options{}) {
		break // a caller may stop
	}
}

const sample = `The council voted on Tuesday to close the bridge, which opened in 1987 and had carried 2,400 cars a day until last June. Work will begin in early
spring and last about eight months, the mayor said at a meeting in the town hall. Residents who had asked for a delay since March 14, 2017 were not
heard; their lawyer, who spoke for more than an hour, called the decision a mistake that the city would pay for during the next ten years. Nobody else
wanted to speak, and the members of the council went home before the rain began again over the river and the hills beyond it. `

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(sample+"\n", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		timex.Find(text, published)
	}
}

// nesting are pieces that go on for ever when they are repeated, each inside the last.
var nesting = []string{
	"the last day of the ", "the 3rd of the ", "the last week of ", "10 a.m. on the morning of ", "noon of the ", "two years after ", "the day before ", "the end of the early ",
	"three quarters of a quarter of an ", "at nine this morning ", "Christmas, ", "between May and ",
}

// BenchmarkFindNested has expressions that nest without end: the time of one must not double with every piece more.
func BenchmarkFindNested(b *testing.B) {
	for _, piece := range nesting {
		b.Run(strings.ReplaceAll(strings.TrimSpace(piece), " ", "-"), func(b *testing.B) {
			text := strings.Repeat(piece, 1000)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				timex.Find(text, published)
			}
		})
	}
}

// pieces are repeated to make a line; rules that look for the beginning of their line must not go back to that of all of it.
var pieces = map[string]string{"prose": strings.ReplaceAll(sample, "\n", " "), "labels": "Match: Sunday. ", "brackets": "(Friday ", "clock": "10:15 rain ", "years": "1998, ", "range": "from May to "}

// BenchmarkFindOneLine has lines of one length and of sixteen times that: bytes a second must not fall.
func BenchmarkFindOneLine(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(pieces)) {
		for _, size := range [...]int{1 << 16, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				text := strings.Repeat(pieces[name], size/len(pieces[name]))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					timex.Find(text, published)
				}
			})
		}
	}
}
