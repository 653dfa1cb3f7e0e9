package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

func TestLost(t *testing.T) {
	tl := inputs(t)
	for _, c := range []struct {
		name   string
		format Format
		want   string
	}{
		{"harbour", JSON, "[]"},
		{"harbour", CSV, "[]"},
		{"harbour", XLSX, "[]"},
		{"harbour", JSONL, "[]"},
		{"harbour", Markdown, "[]"},
		{"harbour", ICalendar, "[events with an open start or end left out: 1 events without a date left out: 1]"},
		{"antiquity", ICalendar, "[events with an open start or end left out: 1 events before the year 1 left out: 3]"},
		{"harbour", TimelineJS, "[events without a date left out: 1]"},
		{"antiquity", TimelineJS, "[]"},
		{"harbour", Vis, "[events without a date left out: 1]"},
		{"antiquity", Vis, "[]"},
	} {
		if _, lost := write(t, tl[c.name], c.format); fmt.Sprint(lost) != c.want {
			t.Errorf("%s as %s loses %v, want %s", c.name, c.format, lost, c.want)
		}
	}
}

// In every format each event is either there or counted as lost.
func TestNoEventLostSilently(t *testing.T) {
	count := map[Format]func(*rapid.T, []byte) int{
		JSONL:     func(_ *rapid.T, b []byte) int { return bytes.Count(b, []byte("\n")) },
		ICalendar: func(_ *rapid.T, b []byte) int { return bytes.Count(b, []byte("\r\nBEGIN:VEVENT\r\n")) },
		TimelineJS: func(t *rapid.T, b []byte) int {
			var doc tjs
			if err := json.Unmarshal(b, &doc); err != nil {
				t.Fatal(err)
			}
			return len(doc.Events)
		},
		Vis: func(t *rapid.T, b []byte) int {
			var doc vis
			if err := json.Unmarshal(b, &doc); err != nil {
				t.Fatal(err)
			}
			groups := map[string]bool{}
			for _, g := range doc.Groups {
				groups[g.ID] = true
			}
			for _, item := range doc.Items {
				if !groups[item.Group] {
					t.Fatalf("%s is in no group: vis-timeline does not show it", item.ID)
				}
			}
			return len(doc.Items)
		},
		Markdown: func(_ *rapid.T, b []byte) int {
			list, _, _ := bytes.Cut(b, []byte("\n## Sources\n"))
			return bytes.Count(list, []byte("\n- "))
		},
	}
	rapid.Check(t, func(t *rapid.T) {
		tl := anyTimeline(t)
		for f, events := range count {
			var b bytes.Buffer
			lost, err := Write(&b, tl, f)
			if err != nil {
				t.Fatal(err)
			}
			n := events(t, b.Bytes())
			for _, l := range lost {
				n += l.Count
			}
			if want := len(tl.Events) + len(tl.Undated); n != want {
				t.Fatalf("%s accounts for %d of %d events: %s", f, n, want, b.Bytes())
			}
		}
	})
}

// Content lines have at most 75 octets and end in CRLF, are valid UTF-8 each, and hold no control characters.
func TestICalendarLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if _, err := Write(&b, anyTimeline(t), ICalendar); err != nil {
			t.Fatal(err)
		}
		uids := map[string]bool{}
		for line := range strings.SplitAfterSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			line = strings.TrimSuffix(line, "\r\n")
			if len(line) > 75 || strings.ToValidUTF8(line, "") != line || strings.ContainsFunc(line, func(r rune) bool { return isControl(r) && r != '\t' }) {
				t.Fatalf("line %q", line)
			}
			if uid, ok := strings.CutPrefix(line, "UID:"); ok {
				if uids[uid] {
					t.Fatalf("%s is there twice", uid)
				}
				uids[uid] = true
			}
		}
		unfolded := strings.ReplaceAll(b.String(), "\r\n ", "")
		if begin, end := strings.Count(unfolded, "\r\nBEGIN:VEVENT"), strings.Count(unfolded, "\r\nEND:VEVENT"); begin != end || begin != len(uids) {
			t.Fatalf("%d begin, %d end, %d UIDs", begin, end, len(uids))
		}
	})
}

func TestICalendarDates(t *testing.T) {
	for _, c := range [][2]string{
		{"2019-10-03/2019-10-03", "DTSTART;VALUE=DATE:20191003 DTEND;VALUE=DATE:20191004"},
		{"2019-12/2020-02", "DTSTART;VALUE=DATE:20191201 DTEND;VALUE=DATE:20200301"},
		{"0001/0001", "DTSTART;VALUE=DATE:00010101 DTEND;VALUE=DATE:00020101"},
		{"2019-10-03T14:07/2019-10-03T14:07", "DTSTART:20191003T140700"},
		{"2019-10-03T23:07-03:00/2019-10-04T01:07-03:00", "DTSTART:20191004T020700Z DTEND:20191004T040700Z"},
		{"2019-10-03T14:07/2019-10-04", "DTSTART;VALUE=DATE:20191003 DTEND;VALUE=DATE:20191005"},
	} {
		tl := &timeline.Timeline{Events: []timeline.Event{{Date: &timeline.Date{}}}}
		start, end, _ := strings.Cut(c[0], "/")
		tl.Events[0].Date.Start, tl.Events[0].Date.End = calendar.Must(calendar.Parse(start)), calendar.Must(calendar.Parse(end))
		data, _ := write(t, tl, ICalendar)
		var got []string
		for line := range strings.SplitSeq(string(data), "\r\n") {
			if strings.HasPrefix(line, "DTSTART") || strings.HasPrefix(line, "DTEND") {
				got = append(got, line)
			}
		}
		if strings.Join(got, " ") != c[1] {
			t.Errorf("%s is %v, want %s", c[0], got, c[1])
		}
	}
}

func TestDisplayDate(t *testing.T) {
	for _, c := range []struct {
		start, end  string
		precision   calendar.Precision
		approximate bool
		want        string
	}{
		{"2019-10-03", "2019-10-03", calendar.Day, false, "3 October 2019"},
		{"2019-10", "2019-10", calendar.Month, true, "about October 2019"},
		{"-0049", "-0049", calendar.Year, false, "50 BC"},
		{"0000", "0000", calendar.Year, false, "1 BC"},
		{"1340", "1349", calendar.Decade, false, "1340s"},
		{"1340", "1349", calendar.Year, false, "1340 – 1349"},
		{"2019", "", calendar.Year, false, "from 2019"},
		{"", "-0049-03-15", calendar.Day, false, "until 15 March 50 BC"},
		{"2019-10-03T14:07", "2019-10-03T14:07", calendar.Minute, false, "3 October 2019, 14:07"},
		{"2019-10-03T14:07:30+05:30", "2019-10-03T14:07:30+05:30", calendar.Second, false, "3 October 2019, 14:07:30 +05:30"},
		{"2019-10-03T14Z", "2019-10-03T14Z", calendar.Hour, false, "3 October 2019, 14:00 Z"},
		{"", "", calendar.None, false, ""},
	} {
		d := &timeline.Date{Precision: c.precision, Approximate: c.approximate}
		if err := d.Start.UnmarshalText([]byte(c.start)); err != nil {
			t.Fatal(err)
		}
		if err := d.End.UnmarshalText([]byte(c.end)); err != nil {
			t.Fatal(err)
		}
		if got := displayDate(d); got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"<script>": `\<script\>`, "# a": `\# a`, "- a": `\- a`, "1. a": `1\. a`, "12) a": `12\) a`, "a. b": "a. b", "[x](y)": `\[x\](y)`, "a\n\nb": "a b", "*_`~|&\\": "\\*\\_\\`\\~\\|\\&\\\\", "\x07": "\uFFFD",
	} {
		if got := escapeMarkdown(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

// No text becomes markup in the formats whose texts are HTML.
func TestHTMLEscaped(t *testing.T) {
	tl := inputs(t)["hostile"]
	tl.Events[0].Summary, tl.Events[0].Evidence[0].Text = "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"
	for _, f := range []Format{TimelineJS, Vis} {
		data, _ := write(t, tl, f)
		for _, bad := range []string{"<script", "<img", "javascript:"} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("%s has %s", f, bad)
			}
		}
	}
}

// ECMAScript's years before 0 have six digits; whole days have no zone.
func TestECMATime(t *testing.T) {
	for in, want := range map[string]string{
		"2019": "2019-01-01T00:00:00", "-0049-03-15": "-000049-03-15T00:00:00", "0000": "0000-01-01T00:00:00",
		"2019-10-03T14:07": "2019-10-03T14:07:00", "2019-10-03T14:07Z": "2019-10-03T14:07:00Z", "2019-10-03T14:07:30+05:30": "2019-10-03T14:07:30+05:30",
	} {
		if got := ecmaTime(calendar.Must(calendar.Parse(in))); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}
