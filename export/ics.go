package export

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// writeICalendar writes an iCalendar object (RFC 5545) with a VEVENT an event.
//
// Dates of whole days, months and years are DATE values, which no time zone can shift; DTEND is the day after
// the last. A clock time without a zone is a floating DATE-TIME, one with a zone is in UTC. Left out, and
// counted: what RFC 5545 has no form for, which is events before the year 1 and such as are open at one end or without a date.
//
// UID is a hash of what the event says and where, so that a timeline made anew updates the calendar rather
// than doubling it. DTSTAMP must not be the time of the run: it is the publication day of the event's first source, else
// stampUnknown.
func writeICalendar(w io.Writer, t *timeline.Timeline, o options) (Lost, error) {
	var lost Lost
	c := ics{bufio.NewWriter(w)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", icsText("-//Dateline//"+o.program+"//EN"))
	c.line("CALSCALE", "GREGORIAN")
	if t.Title != "" {
		c.line("X-WR-CALNAME", icsText(t.Title))
	}
	sources := sourcesByID(t)
	uids := map[string]int{}
	for e := range everyEvent(t) {
		if reason := notInCalendar(e); reason != "" {
			lost.add(reason, 1)
			continue
		}
		c.event(e, sourcesOf(e, sources), uids)
	}
	c.line("END", "VCALENDAR")
	return lost, c.Flush() // a bufio.Writer keeps its first error until here
}

// stampUnknown is the DTSTAMP of an event of a source without a publication date.
const stampUnknown = "20000101T000000Z"

// notInCalendar says why a calendar cannot hold the event; "" where it can.
func notInCalendar(e *timeline.Event) string {
	i := e.Date.Interval()
	switch {
	case i.IsZero():
		return undatedLeftOut
	case i.Start.IsZero() || i.End.IsZero():
		return "events with an open start or end left out"
	case i.Start.Year() < 1:
		return "events before the year 1 left out"
	case i.LastDay().AddDays(1).IsZero():
		return "events until the end of the year 9999 left out"
	}
	return ""
}

// ics writes content lines.
type ics struct{ *bufio.Writer }

// line writes a content line, folded after at most 75 octets, never within a character (RFC 5545, 3.1).
func (c ics) line(name, value string) {
	s, room := name+":"+value, 75
	for len(s) > room {
		n := room
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		c.WriteString(s[:n])
		c.WriteString("\r\n ")
		s, room = s[n:], 74
	}
	c.WriteString(s)
	c.WriteString("\r\n")
}

// icsStatuses are the values of STATUS: what is said not to happen is not to look like an appointment.
var icsStatuses = map[timeline.Status]string{
	timeline.Occurred: "CONFIRMED", timeline.Planned: "TENTATIVE", timeline.Possible: "TENTATIVE", timeline.Cancelled: "CANCELLED", timeline.Denied: "CANCELLED",
}

func (c ics) event(e *timeline.Event, sources []*timeline.Source, uids map[string]int) {
	c.line("BEGIN", "VEVENT")
	uid := eventHash(e, sources)
	if uids[uid]++; uids[uid] > 1 {
		uid += fmt.Sprintf("-%d", uids[uid])
	}
	c.line("UID", uid+"@dateline")
	c.line("DTSTAMP", stamp(sources))
	c.dates(e.Date.Interval())
	summary := e.Summary
	if e.Status != timeline.Occurred {
		summary = "[" + string(e.Status) + "] " + summary
	}
	c.line("SUMMARY", icsText(summary))
	if status, known := icsStatuses[e.Status]; known {
		c.line("STATUS", status)
		c.line("CATEGORIES", icsText(string(e.Status)))
	}
	if len(e.Places) > 0 {
		c.line("LOCATION", icsText(strings.Join(e.Places, ", ")))
	}
	c.line("DESCRIPTION", icsText(description(e, sources)))
	if len(sources) > 0 && isWeb(sources[0].URL) && !strings.ContainsFunc(sources[0].URL, isControl) {
		c.line("URL", sources[0].URL)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// dates writes DTSTART and DTEND.
func (c ics) dates(i calendar.Interval) {
	if i.Start.Precision() <= calendar.Day || i.End.Precision() <= calendar.Day {
		c.line("DTSTART;VALUE=DATE", basic(i.FirstDay()))
		c.line("DTEND;VALUE=DATE", basic(i.LastDay().AddDays(1)))
		return
	}
	c.line("DTSTART", basicTime(i.Start))
	if i.Start != i.End {
		c.line("DTEND", basicTime(i.End))
	}
}

// basic is a day in the basic form of ISO 8601.
func basic(d calendar.Date) string {
	return fmt.Sprintf("%04d%02d%02d", d.Year(), d.Month(), d.Day())
}

// basicTime is a clock time in the basic form: in UTC where it has a zone, else floating.
func basicTime(d calendar.Date) string {
	utc := ""
	if zone, ok := d.Zone(); ok {
		if in := d.AddSeconds(-zone * 60); !in.IsZero() {
			d, utc = in, "Z"
		}
	}
	h, m, s := d.Clock()
	return fmt.Sprintf("%sT%02d%02d%02d%s", basic(d.FirstDay()), h, m, min(s, 59), utc)
}

// stamp is the DTSTAMP of an event of the sources.
func stamp(sources []*timeline.Source) string {
	if len(sources) == 0 || sources[0].Published.Precision() < calendar.Day || sources[0].Published.Year() < 1 {
		return stampUnknown
	}
	return basic(sources[0].Published.FirstDay()) + "T000000Z"
}

// eventHash tells events apart by date, label, summary, and their first evidence's text and place.
func eventHash(e *timeline.Event, sources []*timeline.Source) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%q\n%q\n", e.Date.Start, e.Date.End, e.Label, e.Summary) // a hash never fails
	if len(e.Evidence) > 0 && len(sources) > 0 {
		fmt.Fprintf(h, "%s\n%d", sources[0].SHA256, e.Evidence[0].Trigger.Start)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// description is the quote, with the sources that state it.
func description(e *timeline.Event, sources []*timeline.Source) string {
	var lines []string
	if len(e.Evidence) > 0 {
		lines = append(lines, e.Evidence[0].Text)
	}
	for _, s := range sources {
		lines = append(lines, "Source: "+sourceTitle(s))
	}
	return strings.Join(append(lines, "Date: "+displayDate(e.Date)+" ("+string(e.Date.Basis)+")"), "\n")
}

// icsText escapes a TEXT value (RFC 5545, 3.3.11). It has no place for control characters: line breaks are
// written as \n, the others left out.
func icsText(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = icsEscapes.Replace(s)
	return strings.Map(func(r rune) rune {
		if isControl(r) && r != '\t' {
			return -1
		}
		return r
	}, s)
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\r", `\n`)

func isControl(r rune) bool { return r < ' ' || r == 0x7F }
