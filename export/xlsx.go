package export

import (
	"io"

	"dateline/export/xlsx"
	"dateline/timeline"
)

// writeXLSX writes the researcher's workbook; package xlsx says what is in it.
func writeXLSX(w io.Writer, t *timeline.Timeline, o options) (Lost, error) {
	var lost Lost
	cut, err := xlsx.Write(w, t, o.program, func(w io.Writer) error {
		_, err := writeJSON(w, t, o)
		return err
	})
	lost.add("texts longer than a cell's 32,767 characters, cut and marked", cut)
	return lost, err
}
