package html_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/export"
	"dateline/timeline"
)

func readFile(t testing.TB, name string) *timeline.Timeline {
	t.Helper()
	return readTimeline(t, "../../testdata/timelines/"+name+".json")
}

func readTimeline(t testing.TB, path string) *timeline.Timeline {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tl, err := export.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// Each test is what a reader does with the page, and what they then see.
func TestReader(t *testing.T) {
	ctx := browser(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"list": list, "search": search, "filters": filters, "dates": dates, "keyboard": keyboard, "zoom": zoom, "evidence": evidence, "links": links, "undated": undated, "empty": empty,
		"hostile": hostile, "large": largeTimeline, "paper": paper, "phone": phone, "help": help, "pointer": pointer, "names": names, "served": served,
	} {
		t.Run(name, func(t *testing.T) { test(t, ctx) })
	}
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func list(t *testing.T, ctx context.Context) {
	tl := readFile(t, "harbour")
	p := look(t, ctx, tl, 1280, 3000)
	want(t, "count", p.count(), "12 events")
	var summaries []string
	for _, e := range slices.Concat(tl.Events, tl.Undated) {
		summaries = append(summaries, e.Summary)
	}
	if got := p.events(); !slices.Equal(got, summaries) {
		t.Errorf("the list shows %q, want %q", got, summaries)
	}
	want(t, "title", get[string](p, `document.title`), tl.Title)
	want(t, "places in the feed", get[string](p, `[...document.querySelectorAll("#dated .event")].map(e => e.getAttribute("aria-posinset") + "/" + e.getAttribute("aria-setsize")).join(" ")`), "1/11 2/11 3/11 4/11 5/11 6/11 7/11 8/11 9/11 10/11 11/11")
	want(t, "signs that tell a status by shape", get[int](p, `new Set([...document.querySelectorAll("#dated .event .glyph")].map(g => [...g.children].map(c => c.getAttribute("d")).join())).size`), 5)
	want(t, "statuses", get[string](p, `[...new Set([...document.querySelectorAll("#dated .event")].map(e => e.dataset.status))].join(" ")`), "occurred cancelled denied planned possible")
}

func search(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 1000)
	p.press("/")
	p.press("RIBBON cut")
	want(t, "count", p.count(), "1 of 12 events")
	want(t, "event", strings.Join(p.events(), "; "), "Ilse Brandt cut the ribbon")
	p.press(kb.Escape)
	want(t, "count after Escape", p.count(), "12 events")
	p.press("no such word")
	want(t, "count of none", p.count(), "0 of 12 events")
	want(t, "what stands there", get[string](p, `document.querySelector(".empty").textContent`), "No event answers to these filters.")
	p.click(`document.querySelector("#chips button")`)
	want(t, "count after the chip", p.count(), "12 events")
}

// choose clicks the value of a facet.
func (p *page) choose(facet, value string) {
	p.t.Helper()
	p.click(`[...document.querySelectorAll("input[name=` + facet + `]")].find(i => i.parentElement.querySelector("span").textContent === "` + value + `")`)
}

func filters(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 1000)
	p.choose("actor", "Clear Water")
	want(t, "events of an actor", strings.Join(p.events(), "; "), "Clear Water sued Veldmark Harbour Authority; A court in Lissen rejected the claim")
	p.choose("place", "Lissen")
	want(t, "and at a place", strings.Join(p.events(), "; "), "A court in Lissen rejected the claim")
	want(t, "address", get[string](p, `location.hash`), "#actor=Clear+Water&place=Lissen")
	p.press("x")
	want(t, "count after x", p.count(), "12 events")
	p.choose("status", "planned")
	p.choose("status", "denied")
	want(t, "count of two statuses", p.count(), "2 of 12 events")
	p.press("x")
	get[chromedp.Void](p, `{ const r = document.getElementById("sure"); r.value = 90; r.dispatchEvent(new Event("input", {bubbles: true})); }`)
	settle(p)
	want(t, "the sure ones", get[bool](p, `[...document.querySelectorAll("#dated .meta")].every(m => Number(/(\d+)% sure/.exec(m.textContent)[1]) >= 90)`), true)
	if n := len(p.events()); n == 0 || n == 12 {
		t.Errorf("%d events of at least 90%%", n)
	}
}

func dates(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "antiquity"), 1280, 1000)
	typed := func(name, value string) {
		get[chromedp.Void](p, `{ const i = document.querySelector("input[name=`+name+`]"); i.value = "`+value+`"; i.dispatchEvent(new Event("input", {bubbles: true})); }`)
		settle(p)
	}
	typed("to", "50 BC")
	want(t, "until 50 BC", strings.Join(p.events(), "; "), "A wall was built; The hill was settled; Tarvo fought the river people")
	typed("from", "60 BC")
	want(t, "from 60 to 50 BC", strings.Join(p.events(), "; "), "A wall was built; Tarvo fought the river people")
	typed("to", "14 March 44 BC")
	want(t, "to the day before", len(p.events()), 2)
	typed("to", "-0043-03-15")
	want(t, "to the day", len(p.events()), 3)
	typed("from", "1 March 1900")
	typed("to", "")
	want(t, "from a day", strings.Join(p.events(), "; "), "The museum was enlarged")
	typed("from", "30 February 1900")
	want(t, "no date", get[string](p, `document.querySelector("input[name=from]").getAttribute("aria-invalid")`), "true")
	want(t, "is no filter", len(p.events()), 9)
}

func keyboard(t *testing.T, ctx context.Context) {
	tl := readFile(t, "harbour")
	p := look(t, ctx, tl, 1280, 1000)
	current := `document.activeElement.event ? document.activeElement.id : ""`
	p.press("j")
	want(t, "j", get[string](p, current), "e1")
	p.press("jj")
	want(t, "jj", get[string](p, current), "e3")
	p.press("k")
	want(t, "k", get[string](p, current), "e2")
	p.press(kb.ArrowDown + kb.ArrowDown)
	want(t, "down, down", get[string](p, current), "e4")
	p.press(kb.ArrowUp + kb.ArrowUp)
	want(t, "up, up", get[string](p, current), "e2")
	want(t, "only one event is a stop of the Tab key", get[int](p, `document.querySelectorAll('.event[tabindex="0"]').length`), 1)
	p.press(kb.Enter)
	want(t, "opened", get[string](p, `document.querySelector("#e2 .what button").getAttribute("aria-expanded")`), "true")
	want(t, "facts", get[bool](p, `document.querySelector("#e2 .facts") !== null`), true)
	p.press("o")
	want(t, "closed", get[string](p, `document.querySelector("#e2 .what button").getAttribute("aria-expanded")`), "false")
	kind := `document.getElementById("lanes").value`
	before := get[string](p, kind)
	p.press("l")
	if after := get[string](p, kind); after == before {
		t.Errorf("l leaves the lanes by %s", after)
	}
}

// shownSpan is how wide the brush is: which part of the whole the chart shows.
const shownSpan = `document.querySelector("#strip .brush").offsetWidth / document.getElementById("strip").offsetWidth`

func zoom(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 1000)
	whole := get[float64](p, shownSpan)
	if whole < 0.99 {
		t.Errorf("at first the chart shows %v of the span", whole)
	}
	p.press("++")
	in := get[float64](p, shownSpan)
	if in < 0.3 || in > 0.42 {
		t.Errorf("after zooming in twice it shows %v of the span, want 0.36", in)
	}
	left := get[float64](p, `document.querySelector("#strip .brush").offsetLeft`)
	p.do(chromedp.Focus("#chart"))
	p.press(kb.ArrowRight)
	if now := get[float64](p, `document.querySelector("#strip .brush").offsetLeft`); now <= left {
		t.Errorf("the right arrow moves the brush from %v to %v", left, now)
	}
	p.press("f")
	if n := p.count(); n == "12 events" || !strings.HasSuffix(n, " of 12 events") {
		t.Errorf("f lists %s", n)
	}
	p.press("x0")
	want(t, "0", get[float64](p, shownSpan) > 0.99, true)
	// The wheel with Ctrl zooms at the pointer.
	get[chromedp.Void](p, `{ const r = document.getElementById("plot").getBoundingClientRect(); document.getElementById("plot").dispatchEvent(new WheelEvent("wheel", {deltaY: -200, ctrlKey: true, clientX: r.left + 5, clientY: r.top + 5, bubbles: true, cancelable: true})); }`)
	settle(p)
	if in := get[float64](p, shownSpan); in > 0.6 {
		t.Errorf("after the wheel the chart shows %v of the span", in)
	}
	want(t, "the left end stays", get[int](p, `document.querySelector("#strip .brush").offsetLeft`) < 8, true)
}

func evidence(t *testing.T, ctx context.Context) {
	tl := readFile(t, "harbour")
	p := look(t, ctx, tl, 1280, 1000)
	for i, e := range tl.Events[:6] {
		id := "#" + e.ID
		want(t, e.ID+" quote", get[string](p, `document.querySelector("`+id+` blockquote").textContent`), e.Evidence[0].Text)
		want(t, e.ID+" trigger", get[string](p, `document.querySelector("`+id+` mark").textContent`), e.Evidence[0].Trigger.Text)
		p.click(`document.querySelector("` + id + ` .what button")`)
		want(t, e.ID+" quotes when opened", get[int](p, `document.querySelectorAll("`+id+` blockquote").length`), len(tl.Events[i].Evidence))
	}
}

// An address with a filter and an event shows them at once.
func links(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 700)
	get[chromedp.Void](p, `{ location.hash = "#status=planned&status=occurred&event=e9"; }`)
	settle(p)
	want(t, "count", p.count(), "9 of 12 events")
	want(t, "event", get[string](p, `document.querySelector(".event.current").id`), "e9")
	want(t, "it is in sight", get[bool](p, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("#e9 .what").getBoundingClientRect())`), true)
}

func undated(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 3000)
	want(t, "undated", get[int](p, `document.querySelectorAll("#undated .event").length`), 1)
	want(t, "none has a time", get[int](p, `document.querySelectorAll("#undated time").length`), 0)
	p = look(t, ctx, readFile(t, "antiquity"), 1280, 3000)
	want(t, "no section without them", get[bool](p, `document.getElementById("undated-part").hidden`), true)
}

func empty(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "empty"), 1280, 1000)
	want(t, "count", p.count(), "0 events")
	want(t, "what stands there", get[string](p, `document.querySelector(".empty").textContent`), "There are no events in this timeline.")
	p.press("j+-0fxlo")
}

func hostile(t *testing.T, ctx context.Context) {
	tl := readFile(t, "hostile")
	evil := []string{
		"</script><script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">", "<!--<script>", "]]>", "{data}{script}{title}",
		"\u202egnp.exe\u202d", strings.Repeat("W", 10_000), strings.Repeat("<b>", 3000), "javascript:alert(1)", "\u2028\u2029\x00\ufeff", "' onmouseover='x", "${1+1}`",
	}
	tl.Title += strings.Join(evil[:5], " ")
	for i, s := range evil {
		e := tl.Events[0]
		e.ID, e.Summary, e.Label, e.Attribution, e.Places = "x"+string(rune('a'+i)), s, s, s, []string{s}
		e.Evidence = []timeline.Evidence{{Source: "s2", Text: s + s, End: len([]rune(s + s)), Trigger: timeline.Trigger{End: len([]rune(s)), Text: s}}}
		tl.Events = append(tl.Events, e)
		tl.Actors[i%len(tl.Actors)].Name = s
	}
	tl.Sources[0].Title, tl.Sources[1].Language = evil[0], `"><script>`
	p := look(t, ctx, tl, 1280, 1000)
	want(t, "title", get[string](p, `document.title.startsWith('=1+1; <b>"Hostile"</b>')`+` ? "kept" : document.title`), "kept")
	want(t, "count", p.count(), "14 events")
	for i, s := range evil {
		if strings.Contains(s, "\x00") {
			continue
		}
		if got := p.events()[i+2]; got != s {
			t.Errorf("%.60q is shown as %.60q", s, got)
		}
	}
	want(t, "elements that a text made", get[int](p, `document.querySelectorAll("main script, main img, main b, [onerror], [onmouseover]").length`), 0)
	want(t, "links", get[string](p, `[...document.querySelectorAll("#events a, #articles a")].map(a => a.protocol).filter(s => s !== "https:").join()`), "")
	want(t, "the page is no wider than the window", get[bool](p, `document.documentElement.scrollWidth <= innerWidth`), true)
	p.press("jjjoj")
	p.press("lll++")
	p.click(`document.querySelector("#articles summary")`)
	want(t, "nothing that ran", get[bool](p, `document.title.includes("owned") && !document.title.includes("</script>")`), false)
}

func largeTimeline(t *testing.T, ctx context.Context) {
	p := look(t, ctx, large(20_000), 1280, 1000)
	want(t, "count", p.count(), "20,000 events")
	if n := get[int](p, `document.querySelectorAll(".event").length`); n > 400 {
		t.Errorf("%d of 20,000 events stand in the document", n)
	}
	t.Logf("first paint of 20,000 events after %.0f ms, drawn after %.0f ms", get[float64](p, `performance.getEntriesByName("first-contentful-paint")[0].startTime`), get[float64](p, `performance.getEntriesByName("dateline:drawn")[0].startTime`))
	frame := get[[]float64](p, `(r => [r.left + r.width / 2, r.bottom - 60])(document.getElementById("plot").getBoundingClientRect())`)
	p.do(chromedp.MouseClickXY(frame[0], frame[1]))
	settle(p)
	if part := get[float64](p, shownSpan); part > 0.1 {
		t.Errorf("after a click on a count the chart shows %v of the span", part)
	}
	get[chromedp.Void](p, `window.scrollTo(0, document.documentElement.scrollHeight * 0.7)`)
	settle(p)
	if top := get[float64](p, `[...document.querySelectorAll(".event")].filter(e => e.getBoundingClientRect().bottom > 0 && e.getBoundingClientRect().top < innerHeight).length`); top < 2 {
		t.Errorf("in the middle of the list %v events are in sight", top)
	}
	if n := get[int](p, `document.querySelectorAll(".event").length`); n > 400 {
		t.Errorf("after scrolling %d of 20,000 events stand in the document", n)
	}
	get[chromedp.Void](p, `{ location.hash = "#event=e15000"; }`)
	settle(p)
	want(t, "the event of the address is in sight", get[bool](p, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("#e15000 .what").getBoundingClientRect())`), true)
}
