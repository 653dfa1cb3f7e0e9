package exactdate

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// numeric gives the plain form of a date in one word: 2020/03/11, 3/11/2020, 13.02.2019, 11-mar-2020, 20200311, 2020-03-11.
func numeric(word string, order Order) (string, error) {
	i := strings.IndexAny(word, "/.-")
	if i < 0 {
		if len(word) == 8 || len(word) == 14 {
			return word, nil
		}
		return "", errForm
	}
	fields := strings.Split(word, word[i:i+1])
	if len(fields) != 3 {
		return "", errForm
	}
	if month, ok := nameIndex(months, fields[1]); ok {
		fields[1] = strconv.Itoa(month + 1)
		order = DayFirst
	}
	var n [3]int
	for k, f := range fields {
		v, err := strconv.ParseUint(f, 10, 16)
		if err != nil {
			return "", errForm
		}
		n[k] = int(v)
	}
	year, month, day := n[2], n[0], n[1]
	switch {
	case len(fields[0]) == 4:
		year, month, day = n[0], n[1], n[2]
	case len(fields[2]) != 4:
		return "", errForm // a year of two digits does not say its century
	case order == DayFirst, order == AutoOrder && word[i] == '.':
		month, day = day, month
	}
	if month > 12 && day <= 12 && len(fields[0]) != 4 {
		month, day = day, month
	}
	if _, err := calendar.OfDay(year, month, day); err != nil {
		return "", err
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), nil
}
