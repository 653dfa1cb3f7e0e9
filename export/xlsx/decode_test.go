package xlsx

import (
	"encoding/json"
	"testing"

	"dateline/timeline"
)

// decode reads a timeline of testdata. Package export, which reads them with all checks, stands above this one.
func decode(t testing.TB, data []byte) *timeline.Timeline {
	t.Helper()
	tl := new(timeline.Timeline)
	if err := json.Unmarshal(data, tl); err != nil {
		t.Fatal(err)
	}
	return tl
}
