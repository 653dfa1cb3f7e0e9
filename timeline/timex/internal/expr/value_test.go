package expr

import (
	"testing"

	"dateline/timeline/calendar"
)

func TestValues(t *testing.T) {
	tests := []struct {
		parts  Parts
		value  string
		dates  string // EDTF; "" where they mean no date
		stated calendar.Precision
	}{
		{Parts{Have: HasYear | HasMonth | HasDay, Year: 2013, Month: 3, Day: 21}, "2013-03-21", "2013-03-21", calendar.Day},
		{Parts{Have: HasYear | HasMonth, Year: 2013, Month: 3}, "2013-03", "2013-03", calendar.Month},
		{Parts{Have: HasYear, Year: -489}, "BC0490", "-0489", calendar.Year},
		{Parts{Have: HasDecade, Year: 1990}, "199", "199X", calendar.Decade},
		{Parts{Have: HasCentury, Year: 1900}, "19", "19XX", calendar.Century},
		{Parts{Have: HasYear | HasWeek, Year: 2013, Week: 12}, "2013-W12", "2013-03-18/2013-03-24", calendar.Week},
		{Parts{Have: HasYear | HasWeek | HasWeekend, Year: 2013, Week: 12}, "2013-W12-WE", "2013-03-23/2013-03-24", calendar.Week},
		{Parts{Have: HasYear | HasQuarter, Year: 2013, Quarter: 2}, "2013-Q2", "2013-34", calendar.Quarter},
		{Parts{Have: HasMonth | HasDay, Month: 6, Day: 5}, "XXXX-06-05", "", calendar.None},
		{Parts{Have: HasWeekday, Weekday: 5}, "XXXX-WXX-5", "", calendar.None},
		{Parts{Have: HasYear | HasMonth | HasDay | HasHour, Year: 2013, Month: 3, Day: 21, Hour: 9, Minute: -1, Second: -1}, "2013-03-21T09:00", "2013-03-21", calendar.Minute},
		{Parts{Have: HasYear | HasMonth | HasDay | HasTod, Year: 2013, Month: 3, Day: 21, Tod: "NI"}, "2013-03-21TNI", "2013-03-21", calendar.Day},
	}
	for _, test := range tests {
		if got := test.parts.Value(); got != test.value {
			t.Errorf("%+v: value %s, want %s", test.parts, got, test.value)
		}
		i, precision := test.parts.Interval()
		if precision != test.stated {
			t.Errorf("%s: precision %v, want %v", test.value, precision, test.stated)
		}
		if got := i.EDTF(precision, false); got != test.dates {
			t.Errorf("%s: dates %q, want %q", test.value, got, test.dates)
		}
	}
}

func TestAmounts(t *testing.T) {
	tests := []struct {
		amount Amount
		want   string
	}{
		{Amount{Number: Number{Value: 3}, Unit: "Y"}, "P3Y"},
		{Amount{Number: Number{Value: 24}, Unit: "H"}, "PT24H"},
		{Amount{Number: Number{Value: 2}, Unit: "Y", More: []Amount{{Number: Number{Value: 3}, Unit: "M1"}}}, "P2Y3M"},
		{Amount{Number: Number{Vague: true}, Unit: "M1"}, "PXM"},
		{Amount{Number: Number{Value: 2}, Unit: "DE"}, "P20Y"},
		{Amount{Number: Number{Value: 2.5}, Unit: "Y"}, "P2Y6M"},
		{Amount{Number: Number{Value: 1.5}, Unit: "M"}, "PT1M30S"},
	}
	for _, test := range tests {
		if got := test.amount.Value(); got != test.want {
			t.Errorf("%+v: %s, want %s", test.amount, got, test.want)
		}
	}
}
