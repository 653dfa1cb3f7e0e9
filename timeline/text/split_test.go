package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Tokens are joined by blanks in the wanted column.
var tokenCases = []struct{ text, want string }{
	{"The minister didn't resign.", "The minister did n't resign ."},
	{"The minister didn’t resign.", "The minister did n’t resign ."},
	{"It's the mayor's plan; they'll vote.", "It 's the mayor 's plan ; they 'll vote ."},
	{"He cannot stay, gonna leave", "He can not stay , gon na leave"},
	{"Dr. Adams met Gov. Lee on Jan. 5.", "Dr. Adams met Gov. Lee on Jan. 5 ."},
	{"the U.S. economy", "the U.S. economy"},
	{"It happened in the U.S.", "It happened in the U.S."},
	{"at 5:30 p.m. on 11/28/2000", "at 5:30 p.m. on 11/28/2000"},
	{"$1,200.50 (or 3.5%)", "$ 1,200.50 ( or 3.5 % )"},
	{"a 15-year-old non-human", "a 15 - year - old non-human"},
	{"from 2014-2016, not 2018-09-01", "from 2014 - 2016 , not 2018-09-01"},
	{"Write to press@example.org, or see https://example.org/a?b=1.", "Write to press@example.org , or see https://example.org/a?b=1 ."},
	{`"Stop!" she said -- twice...`, `" Stop ! " she said -- twice ...`},
	{"O'Neill's '90s band", "O'Neill 's '90s band"},
	{"AT&T and/or others", "AT&T and / or others"},
	{"the workers' union", "the workers ' union"},
	{"He earned a Ph.D. in 1990.", "He earned a Ph.D. in 1990 ."},
	{"Zürich’s café – 20° C", "Zürich ’s café – 20 ° C"},
}

func TestTokens(t *testing.T) {
	for _, c := range tokenCases {
		var forms []string
		for _, s := range Split(c.text).Sentences {
			for _, k := range s.Tokens {
				forms = append(forms, k.Form)
			}
		}
		if got := strings.Join(forms, " "); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// Sentences; those that are headings begin with "# ".
var sentenceCases = []struct {
	name, text string
	want       []string
}{
	{"abbreviations", "Sen. Ruiz left the U.S. on Jan. 5. He flew with Dr. Ann B. Cole to Acme Inc. headquarters.",
		[]string{"Sen. Ruiz left the U.S. on Jan. 5.", "He flew with Dr. Ann B. Cole to Acme Inc. headquarters."}},
	{"abbreviation at the end", "They moved to the U.S. The firm, Acme Inc., stayed. It opens at 9 a.m. He waits.",
		[]string{"They moved to the U.S.", "The firm, Acme Inc., stayed.", "It opens at 9 a.m.", "He waits."}},
	{"numbers", "See No. 5 on the list. It cost 3.5 million.", []string{"See No. 5 on the list.", "It cost 3.5 million."}},
	{"quotes", `"We lost," he said. "Why?" she asked. "Because." (It was late.) Then they left.`,
		[]string{`"We lost," he said.`, `"Why?" she asked.`, `"Because."`, `(It was late.)`, `Then they left.`}},
	{"heading and paragraphs", "Mayor resigns\n\nThe mayor resigned.\n\nBackground\n\nShe had governed since 2014.",
		[]string{"# Mayor resigns", "The mayor resigned.", "# Background", "She had governed since 2014."}},
	{"lines of a list", "What to know:\n- Polls open at eight\n- Polls close at six",
		[]string{"What to know:", "# - Polls open at eight", "# - Polls close at six"}},
	{"wrapped lines", "The committee of the house of representatives voted on the bill\nthat would close two of the plants in the north of the country\nand open another in the south. The president has not signed\nit.",
		[]string{"The committee of the house of representatives voted on the bill\nthat would close two of the plants in the north of the country\nand open another in the south.", "The president has not signed\nit."}},
	{"numbered item", "1. Get the key. 2. Open the door.", []string{"1. Get the key.", "2. Open the door."}},
	{"ellipsis", "They waited ... and waited. Then it came… Nobody saw it.", []string{"They waited ... and waited.", "Then it came…", "Nobody saw it."}},
	{"empty", " \n\n ", nil},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range Split(c.text).Sentences {
				line := c.text[s.Start:s.End]
				if s.Heading {
					line = "# " + line
				}
				got = append(got, line)
			}
			if strings.Join(got, "\n|") != strings.Join(c.want, "\n|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Full stops at the mark | and whether they end a sentence.
var endsSentenceCases = []struct {
	marked string
	want   bool
}{
	{"It fell 0.|3 percent.", false},
	{"It fell by 3.| Then it rose.", true},
	{"They met at 5 p.|m. Friday.", false},
	{"They met at 5 p.m.| Friday.", false},
	{"They met at 5 p.m.| They left.", true},
	{"They left the U.S.| in 1990.", false},
	{"Mr.| Bell left.", false},
	{"Ann B.| Cole left.", false},
	{"It was 20 °C.| Winters are cold.", true},
	{"They told Inc.| readers so.", false},
	{"\"It is late.|\" They left.", true},
	{"That was it.|", true},
}

func TestEndsSentence(t *testing.T) {
	for _, c := range endsSentenceCases {
		at := strings.IndexByte(c.marked, '|') - 1
		text := c.marked[:at+1] + c.marked[at+2:]
		if got := EndsSentence(text, at); got != c.want {
			t.Errorf("%q: %v", c.marked, got)
		}
	}
}

// checkSplit holds Split to its laws: tokens lie in text order without overlap, their forms are what
// the text has there, they cover all but blanks, and sentences and paragraphs are made of them.
func checkSplit(t interface{ Fatalf(string, ...any) }, s string) {
	doc := Split(s)
	at, paragraph := 0, 0
	for _, x := range doc.Sentences {
		if len(x.Tokens) == 0 || x.Start != x.Tokens[0].Start || x.End != x.Tokens[len(x.Tokens)-1].End || x.Paragraph < paragraph {
			t.Fatalf("sentence %d-%d of paragraph %d does not fit its tokens in %q", x.Start, x.End, x.Paragraph, s)
		}
		paragraph = x.Paragraph
		for _, k := range x.Tokens {
			if k.Start < at || k.End <= k.Start || k.End > len(s) || k.Form != s[k.Start:k.End] || k.Head != -1 {
				t.Fatalf("token %d-%d %q after %d in %q", k.Start, k.End, k.Form, at, s)
			}
			checkBlank(t, s, at, k.Start)
			at = k.End
		}
	}
	checkBlank(t, s, at, len(s))
}

func checkBlank(t interface{ Fatalf(string, ...any) }, s string, from, to int) {
	for from < to {
		size, space := spaceAt(s, from)
		if !space {
			t.Fatalf("no token holds %q at %d in %q", s[from:from+size], from, s)
		}
		from += size
	}
}

func TestSplitLaws(t *testing.T) {
	words := []string{"The", "mayor", "U.S.", "Jan.", "n't", "don't", "5", "3.5", "1,000", ".", "...", "?", "\"", "'", "’s", "(", ")", "-", "—", "\n", "\n\n", " ", " ", "http://a.b/c", "a@b.co", "é", "$", "#x", "\xff", "\u2028"}
	rapid.Check(t, func(t *rapid.T) {
		checkSplit(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), ""))
		checkSplit(t, rapid.String().Draw(t, "text"))
	})
}

func FuzzSplit(f *testing.F) {
	for _, c := range tokenCases {
		f.Add(c.text)
	}
	for _, c := range sentenceCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkSplit(t, s)
		if utf8.ValidString(s) && len(s) > 4 {
			TenseAround(s, len(s)/3, len(s)/2)
		}
	})
}

// prose is text for benchmarks.
var prose = strings.Repeat(`The finance minister, who took office in 2014, said on Tuesday that the government would not raise taxes before the election. "We have no such plans," she told reporters in the capital. Opposition leaders called the statement "a joke" and promised to vote against the budget, which parliament is expected to debate next week.

Police arrested four people on Jan. 12 after a protest outside the headquarters of Northern Rail Ltd., the company that runs the line. They were released without charge two days later, according to their lawyer, Dr. Amina Hale.

`, 20)

func BenchmarkSplit(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		Split(prose)
	}
}

// BenchmarkSplitHostile shows that the time stays linear: bytes a second must not fall with the size.
func BenchmarkSplitHostile(b *testing.B) {
	for _, piece := range []string{"a", ".", "'", "-", "1,", "a.", "a-", "@", "\"", "\n", "n't", "(", "http://", ")", "a.b", "http://)", "a@b.c ", "! ", ". a"} {
		for _, size := range []int{100_000, 1_000_000} {
			s := strings.Repeat(piece, size/len(piece))
			name := strings.ReplaceAll(strings.ReplaceAll(piece, "\n", "newline"), "/", "")
			b.Run(name+"/"+map[int]string{100_000: "100KB", 1_000_000: "1MB"}[size], func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					Split(s)
				}
			})
		}
	}
}

// TestLongestSentence checks that words without end are cut into sentences of bounded length that hold all of them.
func TestLongestSentence(t *testing.T) {
	doc := Split(strings.Repeat("the man who ", 1000) + "left.")
	n := 0
	for _, s := range doc.Sentences {
		if len(s.Tokens) > 1000 {
			t.Errorf("a sentence has %d tokens", len(s.Tokens))
		}
		n += len(s.Tokens)
	}
	if n != 3002 {
		t.Errorf("%d tokens in all, want 3002", n)
	}
}
