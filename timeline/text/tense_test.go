package text

import (
	"strings"
	"testing"
)

// The date is the part in brackets.
var tenses = []struct {
	text string
	want Tense
}{
	{"The minister resigned on [Friday].", Past},
	{"The minister will resign on [Friday].", Fut},
	{"On [Friday], the committee will vote on the bill.", Fut},
	{"On [Friday], the committee voted on the bill.", Past},
	{"The company said [Tuesday] it will close two plants.", Past},
	{"The company said it will close two plants on [Tuesday].", Fut},
	{"He won't leave before [June].", Fut},
	{"He didn't leave in [June].", Past},
	{"They have met twice since [March].", Past},
	{"They have to pay by [March].", Pres},
	{"The leaders are to meet on [Monday].", Fut},
	{"The leaders are scheduled to meet on [Monday].", Fut},
	{"She would have left on [Monday].", Past},
	{"She was arrested in [May], police said.", Past},
	{"The show opens on [Monday].", Pres},
	{"Gen. Smith took command in [April].", Past},
	{"Talks began. The parties will meet again on [Sunday].", Fut},
	{"The minister, who resigned in 2019, will return on [Monday].", Fut},
	{"It is going to rain on [Monday].", Fut},
	{"His firm cut 45 jobs in [February] and may close a plant.", Past},
	{"His firm will cut its jobs in [February].", Fut},
	{"Leaders said they'd decide [Monday].", Fut},
	{"A cut in [February] may help.", Fut},
	{"It was Labor Day. On [Tuesday] the school will open.", Fut},
	{"The walk is at [ten]; last year it raised a lot.", Pres},
	{"They now meet in [April].", Pres},
	{"It was hot on Monday, and [Saturday] will be worse.", Fut},
	{"[Monday]", 0},
}

func TestTenseAround(t *testing.T) {
	for _, c := range tenses {
		start, end := strings.Index(c.text, "["), strings.Index(c.text, "]")-1
		s := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		if got := TenseAround(s, start, end); got != c.want {
			t.Errorf("TenseAround(%q) = %d, want %d", c.text, got, c.want)
		}
		doc := Split(s)
		for i := range doc.Sentences {
			if x := &doc.Sentences[i]; start >= x.Start && start < x.End {
				if got := ClauseTense(x, start); got != c.want {
					t.Errorf("ClauseTense(%q) = %d, want %d", c.text, got, c.want)
				}
			}
		}
	}
}

func BenchmarkTenseAround(b *testing.B) {
	s := strings.Repeat("The committee, which had voted twice, did not say whether it would meet again. ", 2) + "The minister of the interior resigned on Friday after weeks of protests in the capital. " + strings.Repeat("Nobody knows what happens next. ", 8)
	at := strings.Index(s, "Friday")
	b.ReportAllocs()
	for b.Loop() {
		TenseAround(s, at, at+len("Friday"))
	}
}

// TestClauseTense: the same sentences tagged and parsed; the model may miss one in ten.
func TestClauseTense(t *testing.T) {
	m := model(t)
	for name, analyse := range map[string]func(*Sentence){"tagged": m.Tag, "parsed": m.Parse} {
		wrong := 0
		for _, c := range tenses {
			start := strings.Index(c.text, "[")
			doc := Split(strings.NewReplacer("[", "", "]", "").Replace(c.text))
			for i := range doc.Sentences {
				if x := &doc.Sentences[i]; start >= x.Start && start < x.End {
					analyse(x)
					if got := ClauseTense(x, start); got != c.want {
						wrong++
						t.Logf("%s: ClauseTense(%q) = %d, want %d", name, c.text, got, c.want)
					}
				}
			}
		}
		if wrong*10 > len(tenses) {
			t.Errorf("%s: %d of %d are wrong", name, wrong, len(tenses))
		}
	}
}
