package revise

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/export/sheet"
	"dateline/timeline/calendar"
)

// What people type for a date, as the EDTF that it means.
func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "",
		"2019":                      "2019",
		" 2019-03 ":                 "2019-03",
		"2019-03-05":                "2019-03-05",
		"-0049-03-15":               "-0049-03-15",
		"50 BC":                     "-0049",
		"1 bce":                     "0000",
		"5 March 2019":              "2019-03-05",
		"March 5, 2019":             "2019-03-05",
		"Mar 2019":                  "2019-03",
		"25/12/2019":                "2019-12-25",
		"12/25/2019":                "2019-12-25",
		"05/05/2019":                "2019-05-05",
		"1990s":                     "199X",
		"199X":                      "199X",
		"19XX":                      "19XX",
		"2019-XX":                   "2019",
		"2019-XX-XX":                "2019",
		"2019-05-XX":                "2019-05",
		"2019-21":                   "2019-21",
		"2019-24":                   "2019-24",
		"2019-33":                   "2019-33",
		"2019-36":                   "2019-36",
		"2019-40":                   "2019-01/2019-06",
		"1997~":                     "1997~",
		"1997?":                     "1997~",
		"~1997/~1999":               "~1997/~1999",
		"~1997-~03":                 "1997-03~",
		"about 1997":                "1997~",
		"c. 1997":                   "1997~",
		"Circa 5 March 2019":        "2019-03-05~",
		"2014-05/2016-03":           "2014-05/2016-03",
		"2014-05 / 2016-03":         "2014-05/2016-03",
		"2014-05/..":                "2014-05/..",
		"../2016":                   "../2016",
		"/2016":                     "../2016",
		"199X/2003":                 "1990/2003",
		"2019-10-03T10:30:00":       "2019-10-03T10:30:00",
		"2019-10-03T10:30:00+02:00": "2019-10-03T10:30:00+02:00",
	} {
		w, err := parseDate(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		p := w.precision
		if p == calendar.None {
			p = finest(w.Interval)
		}
		if got := w.EDTF(p, w.approximate); got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]error{
		"some day": errNoDate, "2019-02-30": errNoDate, "2019-13": errNoDate, "x/y": errNoDate, "../..": errNoDate, "0 BC": errNoDate, "19X": errNoDate, "5 March": errNoDate,
		"1572083100": errNumber, "03/04/2019": errExchanged, "about": errNoDate, "~": errNoDate,
	} {
		if w, err := parseDate(text); err != want {
			t.Errorf("%q: %v, %v; want %v", text, w.Interval, err, want)
		}
	}
}

func TestReadDate(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want string
		err  error
	}{
		{sheet.Cell{Kind: sheet.Day, Number: 61, Text: "61"}, "1900-03-01", nil},
		{sheet.Cell{Kind: sheet.Day, Number: 43741.5, Text: "43741.5"}, "2019-10-03T12:00", nil},
		{sheet.Cell{Kind: sheet.Day, Number: 43741.00001157407, Text: "x"}, "2019-10-03T00:00:01", nil},
		{sheet.Cell{Kind: sheet.Day, Number: 2958465, Text: "x"}, "9999-12-31", nil},
		{sheet.Cell{Kind: sheet.Day, Number: 2958466, Text: "x"}, "", errNoDate},
		{sheet.Cell{Kind: sheet.Day, Number: 60, Text: "60"}, "", errBefore},
		{sheet.Cell{Kind: sheet.Number, Number: 2019, Text: "2019"}, "2019", nil},
		{sheet.Cell{Kind: sheet.Number, Number: -49, Text: "-49"}, "-0049", nil},
		{sheet.Cell{Kind: sheet.Number, Number: 43741, Text: "43741"}, "", errNumber},
		{sheet.Cell{Kind: sheet.Number, Number: 2019.5, Text: "2019.5"}, "", errNumber},
		{sheet.Cell{Kind: sheet.Fault, Text: "#REF!"}, "", errFault},
		{sheet.Cell{Kind: sheet.Bool, Text: "true"}, "", errNoDate},
	} {
		w, err := readDate(c.cell)
		if got := w.Start.String(); got != c.want || err != c.err {
			t.Errorf("%+v: %q, %v; want %q, %v", c.cell, got, err, c.want, c.err)
		}
	}
}

// Every interval that EDTF holds is read from its EDTF form as it was.
func TestEDTFLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		any := func(label string) calendar.Date {
			y, m := rapid.IntRange(-9999, 9999).Draw(t, label), rapid.IntRange(1, 12).Draw(t, "month")
			d := calendar.Must(calendar.OfDay(y, m, rapid.IntRange(1, calendar.DaysIn(y, m)).Draw(t, "day")))
			return d.Truncate(rapid.SampledFrom([]calendar.Precision{calendar.Year, calendar.Month, calendar.Day}).Draw(t, "precision"))
		}
		i := calendar.Interval{Start: any("start"), End: any("end")}
		switch rapid.IntRange(0, 4).Draw(t, "shape") {
		case 0:
			i.End = calendar.Date{}
		case 1:
			i.Start = calendar.Date{}
		case 2:
			i.End = i.Start
		case 3:
			i.End = i.Start.Truncate(calendar.Month).AddMonths(2)
			i.Start = i.Start.Truncate(calendar.Month)
		}
		precision := rapid.SampledFrom([]calendar.Precision{calendar.Century, calendar.Decade, calendar.Year, calendar.Quarter, calendar.Season, calendar.Month, calendar.Day}).Draw(t, "of")
		approximate := rapid.Bool().Draw(t, "approximate")
		edtf := i.EDTF(precision, approximate)
		w, err := parseDate(edtf)
		open := i.Start.IsZero() || i.End.IsZero()
		if err != nil || w.Interval != i || w.approximate != (approximate && !open) {
			t.Fatalf("%v is %q and read as %v, %t, %v", i, edtf, w.Interval, w.approximate, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"199X", "~1997/~1999", "c. 5 March 2019", "50 BC", "2019-33", "../2016"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if w, err := parseDate(s); err == nil && !w.IsZero() && w.EDTF(finest(w.Interval), w.approximate) == "" {
			t.Errorf("%q is read as %v", s, w)
		}
	})
}
