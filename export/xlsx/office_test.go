package xlsx

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// LibreOffice reads every cell of the sheet Timeline as the timeline says.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: the workbook is not opened by another program")
	}
	for _, name := range names {
		dir := t.TempDir()
		data, _ := workbook(t, load(t, name))
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		again, err := os.ReadFile(filepath.Join(dir, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		want, got := cellsOf(t, open(t, data), "Timeline"), cellsOf(t, open(t, again), "Timeline")
		if len(got) != len(want) {
			t.Fatalf("%s: %d rows, want %d", name, len(got), len(want))
		}
		for i := range want {
			for heading, cell := range want[i] {
				// LibreOffice turns the line breaks of other systems into its own.
				if got[i][heading] != strings.ReplaceAll(cell, "\r\n", "\n") {
					t.Errorf("%s: row %d: %s is %q, want %q", name, i+2, heading, got[i][heading], cell)
				}
			}
		}
	}
}
