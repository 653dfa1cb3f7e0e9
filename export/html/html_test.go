package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/export"
	"dateline/timeline"
	"dateline/timeline/calendar"
)

// large makes a timeline of n events over a century with two actors each.
func large(n int) *timeline.Timeline {
	tl := &timeline.Timeline{Format: timeline.Format, Title: "Large", Sources: []timeline.Source{}, Actors: []timeline.Actor{}, Events: make([]timeline.Event, 0, n)}
	for i := range 200 {
		tl.Sources = append(tl.Sources, timeline.Source{ID: fmt.Sprintf("s%d", i+1), Name: fmt.Sprintf("article-%d", i), URL: fmt.Sprintf("https://news.example/%d", i)})
		tl.Actors = append(tl.Actors, timeline.Actor{ID: fmt.Sprintf("a%d", i+1), Name: fmt.Sprintf("Person %d", i), Type: timeline.Person})
	}
	first := calendar.Must(calendar.OfDay(1924, 1, 1))
	for i := range n {
		d, a, b := first.AddDays(i*36500/n), &tl.Actors[i*7919%200], &tl.Actors[i*6007%200]
		quote := fmt.Sprintf("On that day %s signed an agreement with %s, the %dth of its kind, in the hall where the first had been drawn up.", a.Name, b.Name, i)
		at := len("On that day  ") + len(a.Name)
		tl.Events = append(tl.Events, timeline.Event{
			ID: fmt.Sprintf("e%d", i+1), Label: "sign", Summary: a.Name + " signed an agreement with " + b.Name, Status: timeline.Statuses[i%5], Confidence: float64(i%100) / 100, Places: []string{"Lissen"},
			Date:     &timeline.Date{Start: d, End: d, EDTF: d.String(), Precision: calendar.Day, Text: "that day", Basis: timeline.Relative, Anchor: d},
			Actors:   []timeline.Participant{{ID: a.ID, Name: a.Name, Type: a.Type, Role: timeline.Agent}, {ID: b.ID, Name: b.Name, Type: b.Type, Role: timeline.Patient}},
			Evidence: []timeline.Evidence{{Source: tl.Sources[i%200].ID, End: len(quote), Text: quote, Trigger: timeline.Trigger{Start: at, End: at + 6, Text: "signed"}}},
		})
	}
	return tl
}

func written(t testing.TB, tl *timeline.Timeline) (string, export.Lost) {
	t.Helper()
	var b bytes.Buffer
	lost, err := export.Write(&b, tl, export.HTML, export.Program("dateline"))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), lost
}

var (
	inlineStyle = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	runScript   = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	dataScript  = regexp.MustCompile(`(?s)<script type="application/json" id="data">(.*?)</script>`)
	csp         = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
)

// The policy names the style sheet and the script by the hashes of what stands in the page.
func TestPolicy(t *testing.T) {
	page, _ := written(t, readFile(t, "hostile"))
	policy := html.UnescapeString(csp.FindStringSubmatch(page)[1])
	for directive, element := range map[string]*regexp.Regexp{"script-src": runScript, "style-src": inlineStyle} {
		found := element.FindAllStringSubmatch(page, -1)
		if len(found) != 1 {
			t.Fatalf("%d elements for %s, want 1", len(found), directive)
		}
		sum := sha256.Sum256([]byte(found[0][1]))
		if want := directive + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(policy, want) {
			t.Errorf("policy %s has no %s", policy, want)
		}
	}
	for _, want := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy %s has no %s", policy, want)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(page, " style=") || regexp.MustCompile(`<[a-z]+[^>]* on[a-z]+=`).MatchString(dataScript.ReplaceAllString(runScript.ReplaceAllString(page, ""), "")) {
		t.Error("something in the page needs a weaker policy")
	}
}

// Whatever the texts, the data is one JSON value that no text ends early, and holds every event.
func TestDataIsClosed(t *testing.T) {
	nasty := []string{"</script>", "<!--", "<script>", "-->", "]]>", "{data}", "{script}", "\u2028", "\x00", "\xff", "&lt;", `"`, `\`, "\u202e", "é👩🏽"}
	rapid.Check(t, func(rt *rapid.T) {
		tl := large(rapid.IntRange(0, 3).Draw(rt, "events"))
		text := func(name string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(nasty), 0, 6).Draw(rt, name), "")
		}
		tl.Title, tl.Sources[0].Title, tl.Sources[0].URL, tl.Actors[0].Name = text("title"), text("source"), "https://"+text("url"), text("actor")
		for i := range tl.Events {
			e := &tl.Events[i]
			e.Summary, e.Label, e.Attribution, e.Places = text("summary"), text("label"), text("by"), []string{text("place")}
			e.Evidence[0].Text = text("quote")
			e.Evidence[0].Trigger.Start, e.Evidence[0].Trigger.End = rapid.IntRange(-2, 30).Draw(rt, "start"), rapid.IntRange(-2, 30).Draw(rt, "end")
		}
		page, _ := written(t, tl)
		if n := strings.Count(strings.ToLower(page), "<script"); n != 2 {
			rt.Fatalf("%d script elements", n)
		}
		var data struct {
			Events []struct {
				What string
				Said [][4]any
			}
		}
		if err := json.Unmarshal([]byte(dataScript.FindStringSubmatch(page)[1]), &data); err != nil {
			rt.Fatal(err)
		}
		if len(data.Events) != len(tl.Events) {
			rt.Fatalf("%d of %d events", len(data.Events), len(tl.Events))
		}
		for i, e := range data.Events {
			said := e.Said[0]
			if got := fmt.Sprint(said[1]) + fmt.Sprint(said[2]) + fmt.Sprint(said[3]); got != strings.ToValidUTF8(tl.Events[i].Evidence[0].Text, "\ufffd") && !strings.Contains(tl.Events[i].Evidence[0].Text, "\xff") {
				rt.Fatalf("quote %q became %q", tl.Events[i].Evidence[0].Text, got)
			}
		}
	})
}

func TestDays(t *testing.T) {
	for interval, want := range map[string]string{
		"1970-01-01/1970-01-01":             "0 1",
		"1970/1970":                         "0 365",
		"1972-02/1972-02":                   "761 790",
		"-0049/-0049":                       "-737425 -737060",
		"1969-12-31T12/1969-12-31T12":       "-0.5 -0.4583333333333333",
		"1970-01-01T06:00/1970-01-01T18:00": "0.25 0.7506944444444444",
		"/1970-01-01":                       "<nil> 1",
		"1970/":                             "0 <nil>",
	} {
		start, end, _ := strings.Cut(interval, "/")
		tl := large(1)
		tl.Events[0].Date.Start, tl.Events[0].Date.End = calendar.Date{}, calendar.Date{}
		if err := tl.Events[0].Date.Start.UnmarshalText([]byte(start)); err != nil {
			t.Fatal(err)
		}
		if err := tl.Events[0].Date.End.UnmarshalText([]byte(end)); err != nil {
			t.Fatal(err)
		}
		page, _ := written(t, tl)
		var data struct{ Events []map[string]any }
		if err := json.Unmarshal([]byte(dataScript.FindStringSubmatch(page)[1]), &data); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(data.Events[0]["from"], " ", data.Events[0]["to"]); strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("%s is %s, want %s", interval, got, want)
		}
	}
}

// Text can be read in both colour schemes: contrast of 4.5:1 or more (WCAG 2.2, 1.4.3).
func TestContrast(t *testing.T) {
	page, _ := written(t, large(1))
	colour := regexp.MustCompile(`--([a-z]+): #([0-9a-f]{6})`)
	light, dark, _ := strings.Cut(inlineStyle.FindStringSubmatch(page)[1], "prefers-color-scheme: dark")
	dark, _, _ = strings.Cut(dark, "* {")
	for scheme, css := range map[string]string{"light": light, "dark": dark} {
		luminance := map[string]float64{}
		for _, m := range colour.FindAllStringSubmatch(css, -1) {
			var rgb [3]float64
			for i := range rgb {
				n, err := strconv.ParseUint(m[2][2*i:2*i+2], 16, 8)
				if err != nil {
					t.Fatal(err)
				}
				if rgb[i] = float64(n) / 255; rgb[i] <= 0.04045 {
					rgb[i] /= 12.92
				} else {
					rgb[i] = math.Pow((rgb[i]+0.055)/1.055, 2.4)
				}
			}
			luminance[m[1]] = 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
		}
		for _, behind := range []string{"paper", "sheet", "tint"} {
			for _, name := range []string{"ink", "soft", "accent", "occurred", "planned", "cancelled", "denied", "possible"} {
				if r := contrast(luminance[name], luminance[behind]); r < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, name, behind, r)
				}
			}
		}
		if r := contrast(luminance["ink"], luminance["mark"]); r < 4.5 {
			t.Errorf("%s: ink on mark has a contrast of %.2f", scheme, r)
		}
	}
}

// contrast is the ratio of two relative luminances.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// BenchmarkWrite writes a page of 20,000 events.
func BenchmarkWrite(b *testing.B) {
	tl := large(20_000)
	page, _ := written(b, tl)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := export.Write(io.Discard, tl, export.HTML); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFirstPaint opens a page of 20,000 events in a browser and reports when its first text and when
// all of it was painted. The target is 2 s on two cores.
func BenchmarkFirstPaint(b *testing.B) {
	ctx := browser(b)
	tl := large(20_000)
	var paint, drawn float64
	for b.Loop() {
		p := look(b, ctx, tl, 1280, 1000)
		settle(p)
		paint += get[float64](p, `performance.getEntriesByName("first-contentful-paint")[0].startTime`)
		drawn += get[float64](p, `performance.getEntriesByName("dateline:drawn")[0].startTime`)
	}
	b.ReportMetric(paint/float64(b.N), "ms-to-first-paint")
	b.ReportMetric(drawn/float64(b.N), "ms-to-drawn")
}

// What an event rests on is told once, by the number of its rule.
func TestReasons(t *testing.T) {
	tl := large(1)
	reason := timeline.Reason{Of: timeline.OfStatus, Rule: "negated", Start: 3, End: 6, Text: "</script>not"}
	tl.Events[0].Evidence[0].Reasons = []timeline.Reason{reason, reason, {Of: timeline.OfStatus, Rule: "of a later version", Text: "x"}}
	page, _ := written(t, tl)
	var data struct {
		Rules  []struct{ Of, Says string }
		Events []struct{ Why [][2]any }
	}
	if err := json.Unmarshal([]byte(dataScript.FindStringSubmatch(page)[1]), &data); err != nil {
		t.Fatal(err)
	}
	why := data.Events[0].Why
	if len(why) != 1 || why[0][1] != reason.Text {
		t.Fatalf("why: %v", why)
	}
	if r := data.Rules[int(why[0][0].(float64))]; r.Of != "status" || r.Says != "negates it" {
		t.Errorf("rule %v", r)
	}
}
