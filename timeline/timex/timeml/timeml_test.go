package timeml_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
	"dateline/timeline/timex/timeml"
)

const text = "Sales < costs in the past three years.\nThe firm & its bank agreed on May 5, 2014; two days later they met.\n"

func write(t *testing.T) string {
	t.Helper()
	published := calendar.Must(calendar.Parse("2019-10-03"))
	var b bytes.Buffer
	d := timeml.Document{ID: "a&b", Title: "Costs", Published: published, Text: text, Timexes: timex.Find(text, timex.Options{Published: published})}
	if err := timeml.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteTags(t *testing.T) {
	got := write(t)
	for _, want := range []string{
		`<TIMEX3 tid="t0" type="DATE" value="2019-10-03" temporalFunction="false" functionInDocument="CREATION_TIME">2019-10-03</TIMEX3>`,
		`<TIMEX3 tid="t1" type="DURATION" value="P3Y" temporalFunction="true" functionInDocument="NONE" beginPoint="t4" endPoint="t0">the past three years</TIMEX3>`,
		`<TIMEX3 tid="t2" type="DATE" value="2014-05-05" temporalFunction="false" functionInDocument="NONE">May 5, 2014</TIMEX3>`,
		`<TIMEX3 tid="t3" type="DATE" value="2014-05-07" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t2">two days later</TIMEX3>`,
		`<TIMEX3 tid="t4" type="DATE" value="2016" temporalFunction="true" functionInDocument="NONE"/>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// TestWriteKeepsText reads the XML again: the characters of TEXT are the text, and every identifier that is referred to exists.
func TestWriteKeepsText(t *testing.T) {
	var content strings.Builder
	ids, refs := map[string]bool{}, map[string]bool{}
	inText := false
	decoder := xml.NewDecoder(strings.NewReader(write(t)))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = inText || token.Name.Local == "TEXT"
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "tid":
					ids[a.Value] = true
				case "anchorTimeID", "beginPoint", "endPoint":
					refs[a.Value] = true
				}
			}
		case xml.EndElement:
			inText = inText && token.Name.Local != "TEXT"
		case xml.CharData:
			if inText {
				content.Write(token)
			}
		}
	}
	if content.String() != text {
		t.Errorf("text is %q", content.String())
	}
	for ref := range refs {
		if !ids[ref] {
			t.Errorf("no TIMEX3 has the identifier %q", ref)
		}
	}
}
