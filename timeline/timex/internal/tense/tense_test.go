package tense

import (
	"strings"
	"testing"
)

// Each sentence has its date in brackets.
func TestAt(t *testing.T) {
	tests := []struct {
		text string
		want Tense
	}{
		{"The council approved the plan on [Friday].", Past},
		{"Two men arrested on [Saturday] are to appear in court.", Past},
		{"The union, which suspended them on [Thursday], will send a letter.", Past},
		{"Neither could be reached [Wednesday].", Past},
		{"The plan, put forward by Iran on [Saturday], would cut output.", Past},
		{"They got the peace plan that the president handed over on [Monday].", Past},
		{"Training runs on [Thursday] and Friday had left her 19th.", Past},
		{"She had planned to go on [Sunday] but changed her mind.", Past},
		{"It began as rain, and by [Sunday] you couldn't see across the street.", Past},
		{"The council will vote on [Friday].", Future},
		{"The president-elect, who won in May and will be sworn in on [Saturday], is expected.", Future},
		{"Residents were told to leave the islands from [Wednesday].", Future},
		{"The coffins were expected at Andrews Air Force Base [Thursday].", Future},
		{"They planned to leave on [Thursday].", Future},
		{"The union called a strike for [Friday].", Future},
		{"A reply was due [Sunday].", Future},
		{"A ban, imposed on Saturday and due to end on [Wednesday], is likely to be extended.", Future},
		{"On [Tuesday], she said, she will be at her desk.", Future},
		{"The weather looked good for [Wednesday], forecasters said.", Future},
		{"The cabinet asked everybody to fall silent at midday on [Sunday].", Future},
		{"From [Monday], the minister said, figures would be published daily.", Future},
		{"The deadline is [Friday].", Future},
		{"On [Tuesday], the union plans to rally.", Future},
		{"The pool stays shut until [Monday].", Future},
		{"Border Talks to Resume [Monday]\n\nThe two sides meet again.", Future},
	}
	for _, test := range tests {
		before, rest, _ := strings.Cut(test.text, "[")
		date, after, _ := strings.Cut(rest, "]")
		if got := new(Clause).Set(before+date+after, len(before), len(before)+len(date)).At(); got != test.want {
			t.Errorf("%q: tense %d, want %d", test.text, got, test.want)
		}
	}
}

// What was fixed for a date that lacks its year may have come and gone.
func TestWithoutYear(t *testing.T) {
	tests := []struct {
		text string
		want Tense
	}{
		{"It opened in [March].", Past},
		{"It will open in [March].", Future},
		{"The match had been scheduled for [19 January].", Unclear},
		{"The cruise has been rescheduled for [November].", Future},
		{"Back in [May] you could hear the ushers.", Past},
		{"They are to reopen the case after evidence came to light in [May].", Past},
		{"Some placed orders elsewhere as early as [November].", Past},
		{"If those figures were repeated on [June 7], the majority would be larger.", Future},
		{"The vote was moved to [Nov. 30].", Future},
		{"He will run in an election to be held in [March].", Future},
	}
	for _, test := range tests {
		before, rest, _ := strings.Cut(test.text, "[")
		date, after, _ := strings.Cut(rest, "]")
		if got := new(Clause).Set(before+date+after, len(before), len(before)+len(date)).WithoutYear(); got != test.want {
			t.Errorf("%q: tense %d, want %d", test.text, got, test.want)
		}
	}
}
