package xlsx

import (
	"github.com/xuri/excelize/v2"

	"dateline/timeline"
)

// The look: dark ink on white, one accent, and pale fills that also print.
const (
	family = "Calibri"
	size   = 11
	ink    = "22303C"
	accent = "9A3412"
	faint  = "5B6770"
	header = "22405C"
	rule   = "D5DBE1"
	sure   = "8FBFE0" // of a confidence of 1
)

// shade is how a word of a fixed list is shown.
type shade struct{ fill, ink string }

// statusShades colour the column Status.
var statusShades = map[timeline.Status]shade{
	timeline.Occurred:  {"E2F0E3", "1E5B2B"},
	timeline.Planned:   {"DCE9F8", "1B4A7A"},
	timeline.Possible:  {"FFF1C9", "6F5200"},
	timeline.Cancelled: {"E8E8E8", "4A4A4A"},
	timeline.Denied:    {"F9DEDC", "8C1D18"},
}

// basisShades colour the column Basis: the less of the date stands in the text, the darker.
var basisShades = map[timeline.Basis]shade{
	timeline.Stated:    {"FFFFFF", ink},
	timeline.Completed: {"EEF3F8", ink},
	timeline.Relative:  {"DDE7F0", ink},
	timeline.Inherited: {"CBD9E6", ink},
}

// styles are the numbers under which the workbook knows the looks of cells.
type styles struct {
	header, text, wrap, prose, date, iso, number, share, flag, link int
	title, subtitle, section, sectionEnd, label, plain              int
	status                                                          map[timeline.Status]pair
	basis                                                           map[timeline.Basis]pair
}

// pair is a look as a cell's own style, for a legend, and as that of a conditional format.
type pair struct{ cell, conditional int }

// newStyles defines the looks in the workbook.
func newStyles(f *excelize.File) (styles, error) {
	var failed error
	line := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	define := func(s excelize.Style) int {
		if s.Font == nil {
			s.Font = &excelize.Font{}
		}
		if s.Font.Color == "" {
			s.Font.Color = ink
		}
		if s.Font.Size == 0 {
			s.Font.Size = size
		}
		s.Font.Family = family
		if s.Alignment == nil {
			s.Alignment = &excelize.Alignment{}
		}
		if s.Alignment.Vertical == "" {
			s.Alignment.Vertical = "top"
		}
		id, err := f.NewStyle(&s)
		if err != nil {
			failed = err
		}
		return id
	}
	section := excelize.Style{Font: &excelize.Font{Bold: true, Size: 13, Color: header}, Border: []excelize.Border{{Type: "bottom", Color: rule, Style: 2}}}
	sectionEnd := section
	sectionEnd.Alignment = &excelize.Alignment{Horizontal: "right"}
	body := func(s excelize.Style) int {
		s.Border = line
		return define(s)
	}
	day, share := "yyyy-mm-dd", "0.00"
	st := styles{
		header:     define(excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: solid(header), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}),
		text:       body(excelize.Style{}),
		prose:      define(excelize.Style{Alignment: &excelize.Alignment{WrapText: true}}),
		wrap:       body(excelize.Style{Alignment: &excelize.Alignment{WrapText: true}}),
		date:       body(excelize.Style{CustomNumFmt: &day, Alignment: &excelize.Alignment{Horizontal: "left"}}),
		iso:        body(excelize.Style{NumFmt: 49, Font: &excelize.Font{Color: faint}}),
		number:     body(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1}}),
		share:      body(excelize.Style{CustomNumFmt: &share, Alignment: &excelize.Alignment{Horizontal: "center"}}),
		flag:       body(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left"}}),
		link:       body(excelize.Style{Font: &excelize.Font{Color: "1B4A7A", Underline: "single"}}),
		title:      define(excelize.Style{Font: &excelize.Font{Bold: true, Size: 20, Color: header}}),
		subtitle:   define(excelize.Style{Font: &excelize.Font{Size: 12, Color: faint}}),
		section:    define(section),
		sectionEnd: define(sectionEnd),
		plain:      define(excelize.Style{}),
		label:      define(excelize.Style{Font: &excelize.Font{Bold: true}}),
		status:     map[timeline.Status]pair{},
		basis:      map[timeline.Basis]pair{},
	}
	both := func(s shade) pair {
		looks := excelize.Style{Font: &excelize.Font{Color: s.ink}, Fill: solid(s.fill)}
		id, err := f.NewConditionalStyle(&looks)
		if err != nil {
			failed = err
		}
		return pair{define(looks), id}
	}
	for _, s := range timeline.Statuses {
		st.status[s] = both(statusShades[s])
	}
	for _, x := range timeline.Bases {
		st.basis[x] = both(basisShades[x])
	}
	return st, failed
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func (st styles) statusRules() []excelize.ConditionalFormatOptions {
	var rules []excelize.ConditionalFormatOptions
	for _, s := range timeline.Statuses {
		rules = append(rules, equals(string(s), st.status[s].conditional))
	}
	return rules
}

func (st styles) basisRules() []excelize.ConditionalFormatOptions {
	var rules []excelize.ConditionalFormatOptions
	for _, x := range timeline.Bases {
		rules = append(rules, equals(string(x), st.basis[x].conditional))
	}
	return rules
}

func (st styles) confidenceRules() []excelize.ConditionalFormatOptions {
	return []excelize.ConditionalFormatOptions{{
		Type: "2_color_scale", Criteria: "=", MinType: "num", MinValue: "0", MinColor: "#FFFFFF", MaxType: "num", MaxValue: "1", MaxColor: "#" + sure,
	}}
}

func equals(word string, style int) excelize.ConditionalFormatOptions {
	return excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + word + `"`, Format: &style}
}
