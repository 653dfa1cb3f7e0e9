package holiday

import "testing"

// Feasts in years for which they are widely published.
var feastCases = []struct {
	name string
	year int
	want string
}{
	{"easter", 1916, "1916-04-23"},
	{"easter", 2024, "2024-03-31"},
	{"orthodox", 2023, "2023-04-16"},
	{"orthodox", 2024, "2024-05-05"},
	{"orthodox", 1917, "1917-04-15"},
	{"advent", 2017, "2017-12-03"},
	{"election", 2020, "2020-11-03"},
	{"hebrew", 1973, "1973-09-27"},
	{"hebrew", 2021, "2021-09-07"},
	{"hebrew", 2023, "2023-09-16"},
	{"hebrew", 2024, "2024-10-03"},
	{"passover", 2002, "2002-03-28"},
	{"passover", 2024, "2024-04-23"},
	{"hanukkah", 2013, "2013-11-28"},
	{"hanukkah", 2023, "2023-12-08"},
	{"hanukkah", 2024, "2024-12-26"},
	{"shawwal", 2011, "2011-08-30"},
	{"shawwal", 2020, "2020-05-24"},
	{"shawwal", 2023, "2023-04-21"},
	{"shawwal", 2024, "2024-04-10"},
	{"chinese", 1966, "1966-01-21"},
	{"chinese", 1968, "1968-01-30"},
	{"chinese", 2007, "2007-02-18"},
	{"chinese", 2023, "2023-01-22"},
	{"chinese", 2024, "2024-02-10"},
	{"diwali", 1998, "1998-10-19"},
	{"diwali", 2010, "2010-11-05"},
	{"diwali", 2015, "2015-11-11"},
	{"diwali", 2018, "2018-11-07"},
	{"diwali", 2020, "2020-11-14"},
	{"diwali", 2022, "2022-10-24"},
	{"nowruz", 2017, "2017-03-21"},
	{"nowruz", 2020, "2020-03-20"},
	{"nowruz", 2023, "2023-03-21"},
	{"nowruz", 2024, "2024-03-20"},
}

func TestFeasts(t *testing.T) {
	for _, c := range feastCases {
		if got := feasts[c.name](c.year).String(); got != c.want {
			t.Errorf("%s in %d is %s, want %s", c.name, c.year, got, c.want)
		}
	}
}

// Feasts far from our time are some day of their year or none.
func TestFeastsFarOff(t *testing.T) {
	for name, feast := range feasts {
		for _, year := range [...]int{-9999, -200, 1, 1000, 1582, 1583, 2500, 9999} {
			if d := feast(year); !d.IsZero() && d.Year() != year {
				t.Errorf("%s in %d is %v", name, year, d)
			}
		}
	}
}
