// Package timeml writes a text with its time expressions as TimeML 1.2.1: the text itself, each expression in a TIMEX3 tag.
package timeml

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
)

// Document is what is written: a text, where it is from, and the timexes that timex.Find gave for it.
type Document struct {
	ID        string
	Title     string        // empty where there is none
	Published calendar.Date // the document creation time; the zero Date where unknown
	Text      string
	Timexes   []timex.Timex // in text order, spans in bytes of Text
}

// Characters that XML 1.0 cannot hold, not even escaped, become U+FFFD, as encoding/xml has it.
const header = xml.Header + `<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">` + "\n\n"

// Write writes the document. The publication date is the TIMEX3 t0; the text's expressions are t1, t2 and so on. Where a duration runs
// from or to a date that no expression names, an empty TIMEX3 after the text stands for that date (TimeML 1.2.1, section 2.2.3.7).
// Errors are those of w.
func Write(w io.Writer, d Document) error {
	b := bufio.NewWriter(w)
	p := &printer{w: b, d: d, next: len(d.Timexes) + 1}
	b.WriteString(header)
	p.element("DOCID", d.ID)
	p.created()
	if d.Title != "" {
		p.element("TITLE", d.Title)
	}
	b.WriteString("<TEXT>")
	at := 0
	for i := range d.Timexes {
		t := &d.Timexes[i]
		p.escape(d.Text[at:t.Start])
		p.timex(i+1, t)
		at = t.End
	}
	p.escape(d.Text[at:])
	for _, e := range p.empty {
		b.WriteString(e)
	}
	b.WriteString("</TEXT>\n\n</TimeML>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write TimeML of %q: %w", d.ID, err)
	}
	return nil
}

type printer struct {
	w     *bufio.Writer
	d     Document
	next  int      // number of the next empty TIMEX3
	empty []string // empty TIMEX3 tags, to stand after the text
}

func (p *printer) element(name, content string) {
	p.w.WriteString("<" + name + ">")
	p.escape(content)
	p.w.WriteString("</" + name + ">\n\n")
}

func (p *printer) escape(s string) {
	xml.EscapeText(lineKeeper{p.w}, []byte(s)) // its only error is the writer's, which Flush reports
}

// lineKeeper leaves line ends and tabs as they are, where encoding/xml would write &#xA;.
type lineKeeper struct{ w *bufio.Writer }

func (k lineKeeper) Write(b []byte) (int, error) {
	switch string(b) {
	case "&#xA;":
		k.w.WriteByte('\n')
	case "&#x9;":
		k.w.WriteByte('\t')
	default:
		return k.w.Write(b)
	}
	return len(b), nil
}

func (p *printer) created() {
	if p.d.Published.IsZero() {
		return
	}
	date := p.d.Published.String()
	fmt.Fprintf(p.w, `<DCT><TIMEX3 tid="t0" type="DATE" value="%s" temporalFunction="false" functionInDocument="CREATION_TIME">%s</TIMEX3></DCT>`+"\n\n", date, date)
}

func (p *printer) timex(number int, t *timex.Timex) {
	p.w.WriteString("<TIMEX3")
	p.attribute("tid", "t"+strconv.Itoa(number))
	p.attribute("type", string(t.Type))
	p.attribute("value", t.Value)
	p.attribute("mod", t.Mod)
	p.attribute("quant", t.Quant)
	p.attribute("freq", t.Freq)
	p.attribute("temporalFunction", strconv.FormatBool(t.Date.Basis == timex.Relative || t.Date.Basis == timex.Completed))
	p.attribute("functionInDocument", "NONE")
	p.attribute("anchorTimeID", p.id(t.AnchorTime))
	begin, end := p.id(t.BeginPoint), p.id(t.EndPoint)
	if begin == "" && end != "" {
		begin = p.point(t.Date.Start)
	} else if end == "" && begin != "" {
		end = p.point(t.Date.End)
	}
	p.attribute("beginPoint", begin)
	p.attribute("endPoint", end)
	p.w.WriteString(">")
	p.escape(t.Text)
	p.w.WriteString("</TIMEX3>")
}

// point makes an empty TIMEX3 for a date and gives its identifier; empty where there is no date.
func (p *printer) point(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	id := "t" + strconv.Itoa(p.next)
	p.next++
	p.empty = append(p.empty, fmt.Sprintf(`<TIMEX3 tid="%s" type="DATE" value="%s" temporalFunction="true" functionInDocument="NONE"/>`, id, d))
	return id
}

// id is the identifier of what a timex refers to; empty for nothing, and for the publication date where it is unknown.
func (p *printer) id(number int) string {
	switch {
	case number == timex.Publication && !p.d.Published.IsZero():
		return "t0"
	case number > 0 && number <= len(p.d.Timexes):
		return "t" + strconv.Itoa(number)
	}
	return ""
}

func (p *printer) attribute(name, value string) {
	if value == "" {
		return
	}
	p.w.WriteString(" " + name + `="` + strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(value) + `"`)
}
