package serve

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/exactdate"
)

// query is what a request of /api/timeline asks for.
type query struct {
	filter        timeline.Filter
	words         string
	undated       bool
	limit, offset int
}

// The page of events that an answer holds.
const (
	defaultLimit = 1000
	mostEvents   = 10_000
)

// parameters are those of a query, each with the function that reads its value; openapi.json describes the same.
var parameters = map[string]func(*query, string) error{
	"actor":          func(q *query, v string) error { q.filter.Actor = v; return nil },
	"from":           func(q *query, v string) error { return readDate(&q.filter.From, v) },
	"to":             func(q *query, v string) error { return readDate(&q.filter.To, v) },
	"status":         readStatuses,
	"min_confidence": readConfidence,
	"undated":        func(q *query, v string) error { return readBool(&q.undated, v) },
	"q":              func(q *query, v string) error { q.words = v; return nil },
	"limit":          func(q *query, v string) error { return readNumber(&q.limit, v, 1, mostEvents) },
	"offset":         func(q *query, v string) error { return readNumber(&q.offset, v, 0, math.MaxInt32) },
}

// parseQuery reads the parameters. One that is not known is an error, lest a filter with a slip of the pen
// in its name let everything through.
func parseQuery(raw string) (query, error) {
	q := query{limit: defaultLimit}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return q, fmt.Errorf("the query cannot be read: %w", err)
	}
	for _, name := range sortedKeys(values) {
		read, known := parameters[name]
		if !known {
			return q, fmt.Errorf("there is no parameter %q; known are %s", name, strings.Join(sortedKeys(parameters), ", "))
		}
		if len(values[name]) > 1 {
			return q, fmt.Errorf("%s is given %d times", name, len(values[name]))
		}
		if err := read(&q, values[name][0]); err != nil {
			return q, fmt.Errorf("%s: %w", name, err)
		}
	}
	if f := q.filter; !f.From.IsZero() && !f.To.IsZero() && f.To.LastDay().Compare(f.From.FirstDay()) < 0 {
		return q, fmt.Errorf("from %s is after to %s", f.From, f.To)
	}
	return q, nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func readDate(d *calendar.Date, v string) (err error) {
	if *d, err = exactdate.Parse(v, exactdate.AutoOrder); err != nil {
		return fmt.Errorf("%q is no date", v)
	}
	return nil
}

func readStatuses(q *query, v string) error {
	for s := range strings.SplitSeq(v, ",") {
		status := timeline.Status(strings.ToLower(strings.TrimSpace(s)))
		if !slices.Contains(timeline.Statuses[:], status) {
			return fmt.Errorf("%q is no status", s)
		}
		q.filter.Statuses = append(q.filter.Statuses, status)
	}
	return nil
}

func readConfidence(q *query, v string) error {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		return fmt.Errorf("%q is not between 0 and 1", v)
	}
	q.filter.MinConfidence = n
	return nil
}

func readBool(b *bool, v string) error {
	if v != "true" && v != "false" {
		return fmt.Errorf("%q is neither true nor false", v)
	}
	*b = v == "true"
	return nil
}

func readNumber(n *int, v string, least, most int) error {
	number, err := strconv.Atoi(v)
	if err != nil || number < least || number > most {
		return fmt.Errorf("%q is not a number from %d to %d", v, least, most)
	}
	*n = number
	return nil
}

// values is the query in its canonical form, the page of events apart: what the defaults say is left out.
func (q query) values() url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("actor", q.filter.Actor)
	set("from", q.filter.From.String())
	set("to", q.filter.To.String())
	var statuses []string
	for _, s := range timeline.Statuses {
		if slices.Contains(q.filter.Statuses, s) {
			statuses = append(statuses, string(s))
		}
	}
	set("status", strings.Join(statuses, ","))
	if q.filter.MinConfidence > 0 {
		set("min_confidence", strconv.FormatFloat(q.filter.MinConfidence, 'g', -1, 64))
	}
	if q.undated {
		set("undated", "true")
	}
	set("q", q.words)
	return v
}

// page is the canonical query for the page of events at an offset.
func (q query) page(offset int) url.Values {
	v := q.values()
	v.Set("limit", strconv.Itoa(q.limit))
	v.Set("offset", strconv.Itoa(offset))
	return v
}
