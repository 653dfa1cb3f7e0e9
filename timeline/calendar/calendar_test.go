package calendar

import (
	"errors"
	"testing"
	"time"

	edtf "github.com/sfomuseum/go-edtf/parser"
	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, s := range []string{"2019", "2019-10", "2019-10-03", "2019-10-03T14", "2019-10-03T14:07", "2019-10-03T14:07:30",
		"2019-10-03T14:07Z", "2019-10-03T14:07:30+05:30", "2019-10-03T14:07-03:00", "0000", "-0049", "-0049-03-15", "2020-02-29"} {
		d, err := Parse(s)
		if err != nil {
			t.Errorf("Parse(%q): %v", s, err)
		} else if d.String() != s {
			t.Errorf("Parse(%q) is written %q", s, d)
		}
	}
	for in, want := range map[string]string{
		"2019-10-03 14:07:30":      "2019-10-03T14:07:30",
		"2019-10-03T14:07:30.123Z": "2019-10-03T14:07:30Z",
		"2019-10-03T24:00":         "2019-10-04T00:00",
		"2019-10-03T14:07+0530":    "2019-10-03T14:07+05:30",
	} {
		if d, err := Parse(in); err != nil || d.String() != want {
			t.Errorf("Parse(%q) = %q, %v; want %q", in, d, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "x", "19", "201", "20190", "2019-1", "2019-10-3", "2019-10-03x", "2019-10-03T", "2019-10-03T1", "2019-10-03T14:07:3",
		"2019-10-03T14:07:30.", "2019-10-03T14:07X", "-0000", "2019/10/03", "+2019", "2019-10-03T14:07+99:00"} {
		if d, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v; want an error", s, d)
		}
	}
	for _, s := range []string{"2019-13", "2019-00", "2019-02-29", "2019-02-30", "1900-02-29", "2019-04-31", "2019-10-03T25:00", "2019-10-03T14:60"} {
		if _, err := Parse(s); !errors.Is(err, ErrNoSuchDate) {
			t.Errorf("Parse(%q): %v; want ErrNoSuchDate", s, err)
		}
	}
}

func anyDay(t *rapid.T) Date {
	y, m := rapid.IntRange(MinYear, MaxYear).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
	return Must(OfDay(y, m, rapid.IntRange(1, DaysIn(y, m)).Draw(t, "day")))
}

func anyDate(t *rapid.T) Date {
	d := anyDay(t)
	p := rapid.SampledFrom([]Precision{Year, Month, Day, Hour, Minute, Second}).Draw(t, "precision")
	if p <= Day {
		return d.Truncate(p)
	}
	h, m, s := rapid.IntRange(0, 23).Draw(t, "h"), rapid.IntRange(0, 59).Draw(t, "m"), rapid.IntRange(0, 59).Draw(t, "s")
	d = Must(d.At(h, m, s, p))
	if rapid.Bool().Draw(t, "zoned") {
		d = d.In(rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
	}
	return d
}

// The standard library counts the same calendar.
func TestAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay(t), rapid.IntRange(-800000, 800000).Draw(t, "n")
		std := time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
		if d.Weekday() != std.Weekday() {
			t.Fatalf("%s is a %s, not a %s", d, std.Weekday(), d.Weekday())
		}
		wantYear, wantWeek := std.ISOWeek()
		if y, w := d.ISOWeek(); (y != wantYear || w != wantWeek) && d.Year() > MinYear && d.Year() < MaxYear {
			t.Fatalf("%s is in week %d-%d, not %d-%d", d, wantYear, wantWeek, y, w)
		}
		moved, want := d.AddDays(n), std.AddDate(0, 0, n)
		if want.Year() < MinYear || want.Year() > MaxYear {
			if !moved.IsZero() {
				t.Fatalf("%s + %d days = %s; want no date", d, n, moved)
			}
			return
		}
		if moved.Year() != want.Year() || moved.Month() != int(want.Month()) || moved.Day() != want.Day() {
			t.Fatalf("%s + %d days = %s, want %s", d, n, moved, want)
		}
		if d.DaysUntil(moved) != n {
			t.Fatalf("%s to %s: %d days, want %d", d, moved, d.DaysUntil(moved), n)
		}
	})
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDate(t), anyDate(t)
		if back, err := Parse(d.String()); err != nil || back != d {
			t.Fatalf("%q reads back as %v, %v", d, back, err)
		}
		if d.Compare(e) != -e.Compare(d) {
			t.Fatalf("%s and %s are not ordered", d, e)
		}
		if d.FirstDay().Compare(d.LastDay()) > 0 || d.Compare(d.FirstDay()) > 0 && d.Precision() <= Day {
			t.Fatalf("%s: first day %s, last day %s", d, d.FirstDay(), d.LastDay())
		}
		i, j := Interval{d, e}, Of(d)
		if d.Compare(e) <= 0 && d.Precision() <= Day && e.Precision() <= Day && e.LastDay().Compare(d.LastDay()) >= 0 && (!i.Contains(j) || !i.Overlaps(j)) {
			t.Fatalf("%s/%s does not hold %s", d, e, d)
		}
		if i.Compare(j) != -j.Compare(i) || i.Compare(i) != 0 {
			t.Fatalf("%v and %v are not ordered", i, j)
		}
	})
}

func TestArithmetic(t *testing.T) {
	day := func(s string) Date { return Must(Parse(s)) }
	for _, c := range []struct{ got, want Date }{
		{day("2019-01-31").AddMonths(1), day("2019-02-28")},
		{day("2019-10").AddMonths(-12), day("2018-10")},
		{day("2019-01").AddMonths(-1), day("2018-12")},
		{day("2019").AddMonths(24), day("2021")},
		{day("2020-02-29").AddYears(1), day("2021-02-28")},
		{day("2019-12-31T23:30").AddSeconds(3600), day("2020-01-01T00:30")},
		{day("2019-10-03T14:07:30Z").Truncate(Month), day("2019-10")},
		{day("2019").LastDay(), day("2019-12-31")},
		{day("2020-02").LastDay(), day("2020-02-29")},
		{WeekStart(2020, 53), day("2020-12-28")},
		{WeekStart(2019, 53), Date{}},
		{WeekStart(2026, 1), day("2025-12-29")},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestEDTF(t *testing.T) {
	for _, c := range []struct {
		start, end  string
		precision   Precision
		approximate bool
		want        string
	}{
		{"2019-10-03", "2019-10-03", Day, false, "2019-10-03"},
		{"2019-03", "2019-03", Month, true, "2019-03~"},
		{"2014-05", "2016-03", Month, false, "2014-05/2016-03"},
		{"1997", "1999", Year, true, "~1997/~1999"},
		{"1990", "1999", Decade, false, "199X"},
		{"1990", "1999", Year, false, "1990/1999"},
		{"1800", "1899", Century, false, "18XX"},
		{"1929-09", "1929-11", Season, false, "1929-23"},
		{"1929-12", "1930-02", Season, false, "1929-24"},
		{"2016-10", "2016-12", Quarter, false, "2016-36"},
		{"2016-10", "2016-12", Month, false, "2016-10/2016-12"},
		{"1990", "1999", Decade, true, "~1990/~1999"},
		{"1929-09", "1929-11", Season, true, "~1929-~09/~1929-~11"},
		{"2019-10-03", "2019-10-05", Day, true, "~2019-~10-~03/~2019-~10-~05"},
		{"-0049", "-0049", Year, false, "-0049"},
		{"-0049", "-0044", Year, true, "~-0049/~-0044"},
		{"2019", "", Year, true, "2019/.."},
		{"2019-10-03", "", Day, false, "2019-10-03/.."},
		{"", "2019-10-03", Day, false, "../2019-10-03"},
		{"2019-10-03T14:07", "2019-10-03T14:07", Minute, false, "2019-10-03"},
		{"2019-10-03T14:07:30Z", "2019-10-03T14:07:30Z", Second, false, "2019-10-03T14:07:30Z"},
		{"2019-10-03T14:07:30", "2019-10-03T15:07:30", Second, false, "2019-10-03"},
	} {
		var i Interval
		if err := i.Start.UnmarshalText([]byte(c.start)); err != nil {
			t.Fatal(err)
		}
		if err := i.End.UnmarshalText([]byte(c.end)); err != nil {
			t.Fatal(err)
		}
		got := i.EDTF(c.precision, c.approximate)
		if got != c.want {
			t.Errorf("%s/%s as %s: %q, want %q", c.start, c.end, c.precision, got, c.want)
		}
		if _, err := edtf.ParseString(got); err != nil {
			t.Errorf("go-edtf does not read %q: %v", got, err)
		}
	}
}

func TestDuration(t *testing.T) {
	for _, c := range []struct{ start, end, want string }{
		{"2014-05", "2016-03", "P22M"},
		{"1936", "1939", "P3Y"},
		{"2019-03-14", "2019-03-18", "P4D"},
		{"2014", "2016-03", "P2Y"},
		{"2019-03-14T10:00", "2019-03-14T12:00", "PT2H"},
		{"2019-03-14T10:00", "2019-03-14T10:45", "PT45M"},
		{"2019-03-14", "2019-03-14", "P0D"},
	} {
		i := Interval{Must(Parse(c.start)), Must(Parse(c.end))}
		if got := i.Duration(); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.start, c.end, got, c.want)
		}
	}
	if got := (Interval{Start: Must(OfYear(1999))}).Duration(); got != "PX" {
		t.Errorf("an open interval lasts %s, want PX", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2019-10-03T14:07:30.5+05:30")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		if back, err := Parse(d.String()); err != nil || back != d {
			t.Fatalf("%q is read as %q, which is read as %q, %v", s, d, back, err)
		}
	})
}
