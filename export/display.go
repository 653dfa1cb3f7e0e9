package export

import (
	"fmt"
	"strconv"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// displayDate says an event's date in words, as in "about March 2022" or "20 May 2024 – 24 May 2024"; it
// is empty for an event without a date.
func displayDate(d *timeline.Date) string {
	i := d.Interval()
	if i.IsZero() {
		return ""
	}
	var words string
	switch {
	case i.Start.IsZero():
		words = "until " + displayDay(i.End)
	case i.End.IsZero():
		words = "from " + displayDay(i.Start)
	case i.Start == i.End:
		words = displayDay(i.Start)
	case d.Precision == calendar.Decade && i.Start.Year() >= 0 && i.Start.Year()%10 == 0 && i.End == i.Start.AddYears(9):
		words = strconv.Itoa(i.Start.Year()) + "s"
	default:
		words = displayDay(i.Start) + " – " + displayDay(i.End)
	}
	if d.Approximate {
		return "about " + words
	}
	return words
}

// displayDay says a date in words: "14 May 2024, 10:30", "May 2024", "2024", "50 BC".
func displayDay(d calendar.Date) string {
	year := strconv.Itoa(d.Year())
	if d.Year() <= 0 {
		year = strconv.Itoa(1-d.Year()) + " BC"
	}
	words := year
	if d.Precision() >= calendar.Month {
		words = months[d.Month()-1] + " " + words
	}
	if d.Precision() >= calendar.Day {
		words = strconv.Itoa(d.Day()) + " " + words
	}
	h, m, s := d.Clock()
	switch d.Precision() {
	case calendar.Hour, calendar.Minute:
		words += fmt.Sprintf(", %02d:%02d", h, m)
	case calendar.Second:
		words += fmt.Sprintf(", %02d:%02d:%02d", h, m, s)
	}
	if _, zoned := d.Zone(); zoned {
		iso := d.String()
		zone := iso[len(iso)-1:]
		if zone != "Z" {
			zone = iso[len(iso)-6:]
		}
		words += " " + zone
	}
	return words
}
