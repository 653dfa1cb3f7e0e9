package export

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"slices"
	"testing"

	"dateline/export/table"
)

// Python's csv module, strictly, reads every cell as it was meant; so it does with the byte order mark.
func TestPythonReadsCSV(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: its csv module does not read the CSV")
	}
	for name, tl := range inputs(t) {
		for _, opts := range [][]Option{nil, {Excel()}} {
			data, _ := write(t, tl, CSV, opts...)
			cmd := exec.Command(python, "-c", `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig" if sys.argv[1] == "excel" else "utf-8", newline="")
json.dump(list(csv.reader(text, strict=True)), sys.stdout)`, []string{"plain", "excel"}[len(opts)])
			cmd.Stdin = bytes.NewReader(data)
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var got [][]string
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			want := [][]string{{}}
			for i := range table.Columns {
				if c := &table.Columns[i]; c.Name != "" {
					want[0] = append(want[0], c.Name)
				}
			}
			rows := table.NewRows(tl)
			for e := range everyEvent(tl) {
				row := rows.Of(e)
				cells := []string{}
				for i := range table.Columns {
					if c := &table.Columns[i]; c.Name != "" {
						cells = append(cells, guard(c, c.Text(&row), len(opts) > 0))
					}
				}
				want = append(want, cells)
			}
			if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
				t.Errorf("%s: Python reads\n%q\nwant\n%q", name, got, want)
			}
		}
	}
}
