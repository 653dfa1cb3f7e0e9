package holiday

import (
	"strings"
	"testing"

	"dateline/timeline/timex/internal/prose"
)

func TestAt(t *testing.T) {
	tests := []struct {
		text string
		name string // the text's first words that name a day; "" for none
		year int
		want string
	}{
		{"Christmas Eve was quiet", "Christmas Eve", 1998, "1998-12-24"},
		{"Thanksgiving Day came", "Thanksgiving Day", 1998, "1998-11-26"},
		{"Thanksgiving was early", "Thanksgiving", 1938, "1938-11-24"}, // before the proclamation of 1939 on the last Thursday
		{"Easter Monday", "Easter Monday", 1916, "1916-04-24"},
		{"New Year's Eve", "New Year's Eve", 2020, "2020-12-31"},
		{"Thanksgiving was early", "Thanksgiving", 1939, "1939-11-23"},
		{"Thanksgiving was early", "Thanksgiving", 1941, "1941-11-20"},
		{"Thanksgiving was early", "Thanksgiving", 1942, "1942-11-26"},
		{"Veterans Day in Rome", "Veterans Day", 1960, "1960-11-11"},
		{"Veterans Day in Rome", "Veterans Day", 1974, "1974-10-28"},
		{"Veterans Day in Rome", "Veterans Day", 1978, "1978-11-11"},
		{"Columbus Day was fine", "Columbus Day", 1892, "1892-10-12"},
		{"Columbus Day was fine", "Columbus Day", 1998, "1998-10-12"},
		{"Washington's Birthday", "Washington's Birthday", 1862, "1862-02-22"},
		{"Cinco de Mayo was fine", "Cinco de Mayo", 1998, "1998-05-05"},
		{"Cyber Monday was fine", "Cyber Monday", 2021, "2021-11-29"},
		{"Easterly winds", "", 0, ""},
		{"Labor costs", "", 0, ""},
	}
	for _, test := range tests {
		h, stop := At(test.text, 0, prose.FirstWord(test.text))
		if h == nil {
			if test.name != "" {
				t.Errorf("%q names no day, want %q", test.text, test.name)
			}
			continue
		}
		if got := test.text[:stop]; got != test.name {
			t.Errorf("%q names %q, want %q", test.text, got, test.name)
		}
		if got := h.In(test.year).String(); got != test.want {
			t.Errorf("%q in %d is %s, want %s", test.name, test.year, got, test.want)
		}
	}
}

func TestCountry(t *testing.T) {
	const kyiv = "KYIV — Ukraine marked the day. "
	tests := []struct{ text, day, want string }{
		{"", "Independence Day", "1998-07-04"},
		{kyiv, "Independence Day", "1998-08-24"},
		{kyiv, "Christmas Day", "1998-12-25"},
		{kyiv + "Americans and Americans met Americans. ", "Independence Day", "1998-07-04"},
		{kyiv + "It was India's ", "Independence Day", "1998-08-15"},
		{"It was South Sudan’s ", "Independence Day", "1998-07-09"},
		{kyiv + "French and British guests came for ", "Independence Day", "1998-08-24"}, // in their countries there is no such day
		{"It was the Indian ", "Independence Day", "1998-08-15"},
		{strings.Repeat("So it was. ", 20) + "A man from Oslo spoke. ", "Constitution Day", "1998-09-17"}, // named once, in passing
		{"Canada, Canada. ", "Thanksgiving", "1998-10-12"},
		{"Canada, Canada. ", "National Day", ""},
		{"SUKKUR, Pakistan (AFP) - The water rose. " + strings.Repeat("So it did. ", 10) + "The United States and the Americans sent a ship. It comes for ", "Independence Day", "1998-08-14"}, // where the report is from
		{"LIBREVILLE, Gabon - The truce held. It was made for ", "Independence Day", "1998-08-17"},
		{"BELFAST, Maine - The clock stopped. It rings on ", "Mother's Day", "1998-05-10"},
		{"PARIS, Sept. 21 (AFP) - The prince of Monaco came. He stays for ", "National Day", "1998-07-14"},
		{"Belgium, the Belgians and Brussels. ", "National Day", "1998-07-21"},
	}
	for _, test := range tests {
		h, _ := At(test.day, 0, prose.FirstWord(test.day))
		if h == nil {
			t.Fatalf("%q is no day", test.day)
		}
		c := CountryIn(test.text[strings.LastIndex(test.text[:max(len(test.text)-1, 0)], ".")+1:], h)
		if c == nil {
			c = CountryOf(test.text)
		}
		got := ""
		if h = c.Own(h); h != nil {
			got = h.In(1998).String()
		}
		if got != test.want {
			t.Errorf("%q behind %q is %q, want %q", test.day, test.text, got, test.want)
		}
	}
}

// TestVarying: the days of countries have names that a text is searched for.
func TestVarying(t *testing.T) {
	for name := range varying {
		if h, stop := At(strings.ToUpper(name), 0, prose.FirstWord(name)); h == nil || h.name != name || stop != len(name) || !h.Varies() {
			t.Errorf("%q of countries.txt is no name of holidays.txt", name)
		}
	}
}
