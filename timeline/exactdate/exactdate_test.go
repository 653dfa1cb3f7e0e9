package exactdate_test

import (
	"errors"
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

func TestParse(t *testing.T) {
	tests := map[string][]string{
		"2020": {"2020"},
		"2020-03": {
			"2020-03", "March 2020", "Mar 2020", "Mar. 2020", "March, 2020", "MARCH 2020", "2020 March",
		},
		"2020-03-11": {
			"2020-03-11", " 2020-03-11\n", "2020/03/11", "2020/3/11", "20200311", "March 11, 2020", "March 11 2020", "Mar. 11, 2020",
			"11 March 2020", "11th March 2020", "the 11th of March, 2020", "11. March 2020", "Wednesday, March 11, 2020", "Wed 11 March 2020",
			"Wednesday, 11 March 2020", "WEDNESDAY 11 MARCH 2020", "March 11th, 2020", "11-Mar-2020", "2020 Mar 11", "03/11/2020", "11.03.2020", "3-11-2020",
			"March 11, 2020 (Wednesday)",
		},
		"2019-09-05":                {"5 Sept 2019", "Sept. 5, 2019", "Thurs, 5 Sept 2019", "5 September 2019"},
		"2019-02-13":                {"13.02.2019", "13/02/2019", "02/13/2019", "13-02-2019"},
		"2020-03-11T14:07":          {"2020-03-11T14:07", "March 11, 2020, 2:07 PM", "11 March 2020 14:07", "March 11, 2020 at 2:07 p.m.", "11.03.2020 14:07", "2020-03-11 2:07pm"},
		"2020-03-11T09:05":          {"11 March 2020 9:05", "March 11, 2020 9:05 am"},
		"2020-03-11T00:30":          {"March 11, 2020 12:30 AM"},
		"2020-03-11T14:07:30":       {"2020-03-11 14:07:30", "20200311140730", "11 Mar 2020 14:07:30.123", "Wed Mar 11 14:07:30 2020"},
		"2020-03-11T14:07:30Z":      {"2020-03-11T14:07:30Z", "2020-03-11T14:07:30.123Z", "Wed, 11 Mar 2020 14:07:30 GMT", "Wed Mar 11 14:07:30 UTC 2020", "1583935650", "1583935650000"},
		"2020-03-11T23:07:30-05:00": {"2020-03-11T23:07:30-05:00", "2020-03-11T23:07:30-0500", "Wed, 11 Mar 2020 23:07:30 -0500", "Wed, 11 Mar 2020 23:07:30 EST", "2020-03-11 23:07:30 -05:00"},
		"2020-03-11T17:30-05:00":    {"March 11, 2020 5:30 PM EST"},
	}
	for want, inputs := range tests {
		for _, s := range inputs {
			if got, err := exactdate.Parse(s, exactdate.AutoOrder); err != nil || got.String() != want {
				t.Errorf("Parse(%q) = %q, %v, want %q", s, got, err, want)
			}
		}
	}
}

func TestParseOrder(t *testing.T) {
	tests := []struct {
		s     string
		order exactdate.Order
		want  string
	}{
		{"03/04/2020", exactdate.AutoOrder, "2020-03-04"},
		{"03/04/2020", exactdate.MonthFirst, "2020-03-04"},
		{"03/04/2020", exactdate.DayFirst, "2020-04-03"},
		{"03.04.2020", exactdate.AutoOrder, "2020-04-03"},
		{"03.04.2020", exactdate.MonthFirst, "2020-03-04"},
		{"25/04/2020", exactdate.MonthFirst, "2020-04-25"},
		{"2020/03/04", exactdate.DayFirst, "2020-03-04"},
	}
	for _, test := range tests {
		if got, err := exactdate.Parse(test.s, test.order); err != nil || got.String() != test.want {
			t.Errorf("Parse(%q, %d) = %q, %v, want %q", test.s, test.order, got, err, test.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", "junk", "2020-03-11 junk", "may 5 people", "Jan 6 committee", "March 11", "3.14", "12.5 million", "10:30", "7/11", "7/11/20", "2020-071",
		"13.13.2019", "March 11, 2020 25:00", "March 11, 2020 13:00 PM", "5:30 PM EST", "Monday", "March", "yesterday", "11st March 2020", "99999", "1.2.3",
		"Wed Wed 11 March 2020", "March April 2020", "11 11 2020", "2020 2020", "192.168.2.1", "March 11, 2020 5 pm",
	} {
		if d, err := exactdate.Parse(s, exactdate.AutoOrder); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", s, d)
		}
	}
	for _, s := range []string{"2015-02-30", "30 February 2015", "February 30, 2015", "30/02/2015", "31.04.2020"} {
		if _, err := exactdate.Parse(s, exactdate.AutoOrder); !errors.Is(err, calendar.ErrNoSuchDate) {
			t.Errorf("Parse(%q): %v, want ErrNoSuchDate", s, err)
		}
	}
	if _, err := exactdate.Parse("Tuesday, 11 March 2020", exactdate.AutoOrder); err == nil {
		t.Error("a wrong weekday was accepted")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"March 11, 2020", "13.02.2019", "Wed, 11 Mar 2020 14:07:30 GMT", "20200311", "1583935650", "x"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, order uint8) {
		d, err := exactdate.Parse(s, exactdate.Order(order%3))
		if err != nil {
			return
		}
		if again, err := calendar.Parse(d.String()); err != nil || again != d {
			t.Errorf("Parse(%q) = %s, read again %s, %v", s, d, again, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exactdate.Parse("Wed, 11 Mar 2020 14:07:30 GMT", exactdate.AutoOrder); err != nil {
			b.Fatal(err)
		}
	}
}
