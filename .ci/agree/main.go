// Command agree checks that a timeline's JSON, CSV and workbook open and say the same.
//
// usage: agree TIMELINE.json TIMELINE.csv TIMELINE.xlsx
package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"

	"github.com/xuri/excelize/v2"

	"dateline/export"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "agree:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("3 files wanted, %d given", len(args))
	}
	want, err := readJSON(args[0])
	if err != nil {
		return err
	}
	if len(want) == 0 {
		return fmt.Errorf("%s: no events", args[0])
	}
	rows, err := readCSV(args[1])
	if err != nil {
		return err
	}
	if err := same(want, rows); err != nil {
		return fmt.Errorf("%s: %w", args[1], err)
	}
	if rows, err = readXLSX(args[2]); err != nil {
		return err
	}
	if err := same(want, rows); err != nil {
		return fmt.Errorf("%s: %w", args[2], err)
	}
	fmt.Printf("%d events agree\n", len(want))
	return nil
}

// event is what all three forms say of an event.
type event struct{ start, status, summary string }

func readJSON(path string) ([]event, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t, err := export.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var list []event
	for _, e := range t.Events {
		list = append(list, event{e.Date.Start.String(), string(e.Status), e.Summary})
	}
	return list, nil
}

func readCSV(path string) ([]event, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return pick(path, rows, "start", "status", "summary")
}

func readXLSX(path string) ([]event, error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer f.Close()
	for _, sheet := range []string{"Timeline", "Actors", "Sources"} {
		if !slices.Contains(f.GetSheetList(), sheet) {
			return nil, fmt.Errorf("%s: no sheet %s", path, sheet)
		}
	}
	rows, err := f.GetRows("Timeline")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return pick(path, rows, "Start (ISO)", "Status", "Summary")
}

// pick reads the events off the columns headed so.
func pick(path string, rows [][]string, headings ...string) ([]event, error) {
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no header", path)
	}
	var at [3]int
	for i, name := range headings {
		if at[i] = slices.Index(rows[0], name); at[i] < 0 {
			return nil, fmt.Errorf("%s: no column %q in %q", path, name, rows[0])
		}
	}
	var list []event
	for _, row := range rows[1:] {
		row = append(row, make([]string, len(rows[0])-min(len(row), len(rows[0])))...)
		list = append(list, event{row[at[0]], row[at[1]], row[at[2]]})
	}
	return list, nil
}

func same(want, got []event) error {
	if len(want) != len(got) {
		return fmt.Errorf("%d events, want %d", len(got), len(want))
	}
	for i := range want {
		if want[i] != got[i] {
			return fmt.Errorf("event %d is %+v, want %+v", i+1, got[i], want[i])
		}
	}
	return nil
}
