package timex_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

// What the day of writing is to a text: nothing to a history that was printed then, all to news, and that from which an obituary says "last month".
func TestDayOfWriting(t *testing.T) {
	for _, test := range []struct {
		name, published, text string
		want                  []string
	}{
		{
			"history", "2019-05-14",
			"The siege of Marrow Castle lasted from October 1643 to April 1644. The garrison was raised by Sir Piers Lang, and the guns came up on 20 November. Two days later the outer wall was breached. " +
				"In January the besiegers drew off to winter quarters at Stowe. They were back by early March, and on 2 April 1644 the castle yielded on terms. Lang marched out the next morning and died at Oxford in December.",
			[]string{"1643-10", "1644-04", "1643-11-20", "1643-11-22", "1644-01", "1644-03", "1644-04-02", "1644-04-03TMO", "1644-12"},
		},
		{
			"news", "2019-05-14",
			"The county council voted on Tuesday to close the Marrow Castle museum, which opened in 1988. It will shut in September, officials said. The last visitors will be let in on 30 August.",
			[]string{"2019-05-14", "1988", "2019-09", "2019-08-30"},
		},
		{
			"obituary", "2019-05-14",
			"Edith Lang, who ran the Marrow Castle museum for thirty years and wrote its history, was born at Stowe in March 1931. She entered the county archive in October 1949 and married Paul Reeve in 1957. In June 1964 she found " +
				"the siege letters. Her history came out in April 1988. She retired in 2018. A last paper of hers was read at Oxford last month.",
			[]string{"P30Y", "1931-03", "1949-10", "1957", "1964-06", "1988-04", "2018", "2019-04"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, x := range timex.Find(test.text, timex.Options{Published: calendar.Must(calendar.Parse(test.published))}) {
				got = append(got, x.Value)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("values (-want +got):\n%s", diff)
			}
		})
	}
}
