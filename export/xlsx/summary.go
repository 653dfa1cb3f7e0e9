package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// topActors is how many actors the sheet Summary names.
const topActors = 15

// summarySheet counts, and draws the events over time.
func (b *book) summarySheet() error {
	t := b.timeline
	p := b.newPage("Summary", accent, 34, 14, 12, 3)
	title := t.Title
	switch {
	case title != "":
	case len(t.Sources) > 1:
		title = fmt.Sprintf("Timeline of %d articles", len(t.Sources))
	default:
		title = "Timeline"
	}
	p.title(title, span(t))

	p.section("In numbers", "")
	for _, n := range []struct {
		label string
		count int
	}{
		{"Events with a date", len(t.Events)},
		{"Events without a date", len(t.Undated)},
		{"Actors", len(t.Actors)},
		{"Participations", b.index.participations},
		{"Articles", len(t.Sources)},
	} {
		p.line(0, b.text(n.label), count(n.count))
	}
	p.section("Events by status", "")
	for _, s := range timeline.Statuses {
		p.line(0, p.styled(string(s), b.style.status[s].cell), count(b.index.statuses[s]))
	}
	p.section("Dates by basis", "")
	for _, x := range timeline.Bases {
		p.line(0, p.styled(string(x), b.style.basis[x].cell), count(b.index.bases[x]))
	}
	p.section("Actors with most events", "Type", "Events")
	for i := range min(topActors, len(t.Actors)) {
		a := &t.Actors[i]
		p.line(0, b.text(a.Name), b.text(string(a.Type)), count(a.Events))
	}
	b.periodTable(p)
	return p.close()
}

// span is the line below the title.
func span(t *timeline.Timeline) string {
	switch {
	case len(t.Events) == 0:
		return "no dated events"
	case laterStart(t) != "":
		return fmt.Sprintf("%s to %s and later", t.Start, laterStart(t))
	case t.Start.IsZero():
		return fmt.Sprintf("until %s", t.End)
	case t.End.IsZero():
		return fmt.Sprintf("from %s", t.Start)
	case t.Start == t.End:
		return t.Start.String()
	}
	return fmt.Sprintf("%s to %s", t.Start, t.End)
}

// laterStart is the start of the last event with an open end, where it comes after every end.
func laterStart(t *timeline.Timeline) string {
	last := t.End
	for i := range t.Events {
		d := t.Events[i].Date.Interval()
		if d.End.IsZero() && !d.Start.IsZero() && !last.IsZero() && d.Start.FirstDay().Compare(last.LastDay()) > 0 {
			last = d.Start
		}
	}
	if last == t.End || t.Start.IsZero() {
		return ""
	}
	return last.Truncate(calendar.Day).String()
}

// periodTable writes the events by period and their chart, beside the tables.
func (b *book) periodTable(p *page) {
	counted := countPeriods(b.timeline)
	if len(counted.counts) == 0 {
		return
	}
	heading := "Events by " + counted.unit.name + " of their start"
	p.section(heading, "")
	from := p.row + 1
	for i, n := range counted.counts {
		p.line(0, b.text(counted.label(i)), count(n))
	}
	to := p.row
	if counted.coarse > 0 {
		p.line(0, b.text("in a year, without a month"), count(counted.coarse))
	}
	gap, none := uint(30), false
	p.do(func() error {
		return b.file.AddChart(p.sheet, "E4", &excelize.Chart{
			Type: excelize.Col,
			Series: []excelize.ChartSeries{{
				Name:       heading,
				Categories: fmt.Sprintf("Summary!$A$%d:$A$%d", from, to),
				Values:     fmt.Sprintf("Summary!$B$%d:$B$%d", from, to),
				Fill:       solid(header),
			}},
			Title:      excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: heading, Font: &excelize.Font{Bold: true, Size: 13, Color: header, Family: family}}}},
			Legend:     excelize.ChartLegend{Position: "none"},
			Dimension:  excelize.ChartDimension{Width: 960, Height: 420},
			VaryColors: &none,
			GapWidth:   &gap,
			YAxis:      excelize.ChartAxis{MajorGridLines: true, MajorUnit: step(slices.Max(counted.counts)), Font: excelize.Font{Color: faint, Size: 9}},
			XAxis:      excelize.ChartAxis{Font: excelize.Font{Color: faint, Size: 9}},
		})
	})
}

// step keeps the axis at whole numbers where the counts are small; 0 leaves it to the spreadsheet.
func step(most int) float64 {
	if most < 10 {
		return 1
	}
	return 0
}
