package xlsx

import "dateline/timeline"

// aboutText explains the workbook; a line is a heading where text is empty.
var aboutText = []struct{ heading, text string }{
	{"How dates were found", ""},
	{"Interval", "A date is the stretch from its start to its end, both included, as precise as the text and no more: \"in March 2019\" is 2019-03 to 2019-03. An open end is empty."},
	{"Spreadsheet's dates", "The columns Start, End and Published hold a date that can be computed with where the date is a whole day from 1900-03-01 to 9999-12-31. The columns marked ISO hold every date, as text. To put rows in order across centuries, sort by the last column, Sort."},
	{"Years", "Years are astronomical, as in ISO 8601: 0000 is 1 BC, -0049 is 50 BC. The calendar is the proleptic Gregorian one."},
	{"Incomplete dates", "A date that lacks its year, or is given as \"three days later\", is completed from the article's publication date, from dates around it and from the weekday; the column Anchor names the date that was used. Without any of them it stays without a date."},
	{"How to correct this workbook", ""},
	{"What may be changed", "Dates, summaries, statuses, actors and all other cells that are not computed; rows may be deleted, added, sorted and hidden, columns moved, sheets renamed. \"dateline convert THIS.xlsx -o timeline.json\" then reads it back, keeps what was not touched, and names each cell that it cannot read."},
	{"Dates", "Correct the start alone and an event of one date moves as a whole. A date may be typed in Start as a date, or in Start (ISO) as text: 2019, 2019-03, 5 March 2019, -0049 or 50 BC, 1990s, about 1997, 2014-05/2016-03. Empty both columns of an end and it is open; empty all four and the event has no date."},
	{"Actors", "A name corrected in the sheet Actors is corrected everywhere, and so is a type. In Timeline, a name that replaces another in Actors takes its role; the columns Agents to Other actors, and the sheet Participation, say who has which role. A name that is not known becomes a new actor."},
	{"New events", "Leave the ID empty. A summary and a start are enough; actors and places are joined by semicolons."},
	{"Not read back", "Columns that are computed from others (Sort, Evidence, URL of an event, First, Last, Events, Mentions, the copies in Participation) and the sheets Summary and About. The hidden sheet Original holds the timeline as it was exported, deleted rows included: it tells what was corrected, and may be removed before the workbook is passed on."},
	{"Colours", ""},
}

// statusMeanings and basisMeanings explain the words that are coloured.
var (
	statusMeanings = map[timeline.Status]string{
		timeline.Occurred:  "the text says that it happened",
		timeline.Planned:   "announced or expected",
		timeline.Possible:  "may have happened or may happen",
		timeline.Cancelled: "planned once, and called off",
		timeline.Denied:    "said or known not to have happened",
	}
	basisMeanings = map[timeline.Basis]string{
		timeline.Stated:    "the date is complete in the text",
		timeline.Completed: "a part of the date, usually the year, was taken from the anchor",
		timeline.Relative:  "the date was computed from the anchor",
		timeline.Inherited: "the event has no date of its own: it is the one that the narrative had reached",
	}
)

// aboutSheet says what everything means.
func (b *book) aboutSheet() error {
	p := b.newPage("About", "5B6770", 24, 20, 110)
	p.title("About this workbook", "made by "+b.program)
	for _, a := range aboutText {
		if a.text == "" {
			p.section(a.heading, "", "")
			continue
		}
		p.line(height(a.text), p.styled(a.heading, b.style.label), cell{}, p.styled(a.text, b.style.prose))
	}
	for _, s := range timeline.Statuses {
		p.line(0, p.styled("Status", b.style.label), p.styled(string(s), b.style.status[s].cell), b.text(statusMeanings[s]))
	}
	for _, x := range timeline.Bases {
		p.line(0, p.styled("Basis", b.style.label), p.styled(string(x), b.style.basis[x].cell), b.text(basisMeanings[x]))
	}
	p.line(0, p.styled("Confidence", b.style.label), cell{}, b.text("from 0 to 1: the darker the cell, the surer"))
	for _, sheet := range []struct {
		name    string
		columns []column
	}{
		{"Timeline", b.eventColumns()}, {"Actors", b.actorColumns()}, {"Participation", b.participationColumns()}, {"Sources", b.sourceColumns()},
	} {
		p.section("Columns of "+sheet.name, "", "")
		for _, c := range sheet.columns {
			p.line(height(c.meaning), p.styled(c.heading, b.style.label), cell{}, p.styled(c.meaning, b.style.prose))
		}
	}
	return p.close()
}

// height is that of a row whose third column holds the text.
func height(text string) float64 { return float64(lineHeight * (1 + len(text)/115)) }
