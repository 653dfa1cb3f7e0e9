package html_test

// The parts of TestReader that are about what the page is read on or with.

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/export/serve"
)

// On paper stands the whole list, and nothing to press.
func paper(t *testing.T, ctx context.Context) {
	p := look(t, ctx, large(300), 1280, 1000)
	get[chromedp.Void](p, `window.dispatchEvent(new Event("beforeprint"))`)
	p.media("print", "light")
	want(t, "events", len(p.events()), 300)
	want(t, "controls", get[bool](p, `[...document.querySelectorAll(".tools, aside, #strip")].every(e => e.offsetParent === null)`), true)
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF())
	if err != nil || len(pdf) < 10_000 {
		t.Errorf("printing gives %d bytes, %v", len(pdf), err)
	}
}

func phone(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 360, 740)
	want(t, "the page is no wider than the window", get[bool](p, `document.documentElement.scrollWidth <= innerWidth`), true)
	want(t, "tools that lie on each other", get[string](p, `(list => list.flatMap((a, i) => list.slice(i + 1).filter(b => ((r, s) => r.left < s.right && s.left < r.right && r.top < s.bottom && s.top < r.bottom)(a.getBoundingClientRect(), b.getBoundingClientRect())).map(b => a.id + "/" + b.id)).join(" "))([...document.querySelectorAll("#lanes, .buttons, #only-view, #help-button")])`), "")
	want(t, "filters are folded", get[bool](p, `document.getElementById("filters").open`), false)
	p.do(chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateTouch))
	y := get[float64](p, `document.getElementById("plot").getBoundingClientRect().top + 30`)
	touch := func(kind input.DispatchTouchEventType, x ...float64) {
		params := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{}}
		for i, at := range x {
			params.TouchPoints = append(params.TouchPoints, &input.TouchPoint{X: at, Y: y, ID: new(float64(i + 1))})
		}
		call(p, input.DispatchTouchEvent, params)
	}
	touch(input.DispatchTouchEventTypeTouchStart, 200, 240)
	touch(input.DispatchTouchEventTypeTouchMove, 180, 260)
	touch(input.DispatchTouchEventTypeTouchMove, 160, 280)
	touch(input.DispatchTouchEventTypeTouchEnd)
	settle(p)
	if part := get[float64](p, shownSpan); part < 0.2 || part > 0.5 {
		t.Errorf("two fingers drawn three times as far apart show %v of the span, want 0.33", part)
	}
	want(t, "text of 16 px or more", get[bool](p, `parseFloat(getComputedStyle(document.querySelector("blockquote")).fontSize) >= 16`), true)
}

func help(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 1000)
	p.press("?")
	want(t, "open", get[bool](p, `document.getElementById("help").open`), true)
	want(t, "every key is told", get[bool](p, `["/", "j", "k", "o", "+", "−", "0", "f", "l", "x", "?"].every(k => [...document.querySelectorAll("#help kbd")].some(e => e.textContent === k))`), true)
	p.click(`document.querySelector("#help .switch input")`)
	p.press(kb.Escape)
	want(t, "closed", get[bool](p, `document.getElementById("help").open`), false)
	p.press("j")
	want(t, "keys of one letter can be switched off", get[bool](p, `document.querySelector(".event.current") === null`), true)
}

// The pointer over a mark tells of its event, a click goes there, a drag moves the chart, and one over the
// strip chooses what the chart shows.
func pointer(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 1000)
	frame := get[[]float64](p, `(r => [r.left, r.top, r.width])(document.getElementById("plot").getBoundingClientRect())`)
	found := ""
	for x := 0.0; x < frame[2] && found == ""; x += 6 {
		p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, frame[0]+x, frame[1]+14))
		if found = get[string](p, `document.getElementById("tip").hidden ? "" : document.querySelector("#tip span").textContent`); found != "" {
			p.do(chromedp.MouseClickXY(frame[0]+x, frame[1]+14))
			settle(p)
		}
	}
	want(t, "the event clicked at", get[string](p, `document.querySelector(".event.current .what").textContent`), found)

	drag := func(x0, x1, y float64) {
		p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, x0, y, chromedp.ButtonLeft), chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, (x0+x1)/2, y, chromedp.ButtonLeft),
			chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x1, y, chromedp.ButtonLeft), chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, x1, y, chromedp.ButtonLeft))
		settle(p)
	}
	get[chromedp.Void](p, `window.scrollTo(0, 0)`)
	p.press("0+")
	brush := `document.querySelector("#strip .brush").offsetLeft`
	before := get[float64](p, brush)
	drag(frame[0]+300, frame[0]+500, frame[1]+14)
	if now := get[float64](p, brush); now >= before {
		t.Errorf("dragging the chart to the right moves the brush from %v to %v", before, now)
	}
	p.press("0")
	strip := get[[]float64](p, `(r => [r.left, r.top, r.width])(document.getElementById("strip").getBoundingClientRect())`)
	drag(strip[0]+strip[2]*0.2, strip[0]+strip[2]*0.6, strip[1]+20)
	if part := get[float64](p, shownSpan); part < 0.38 || part > 0.42 {
		t.Errorf("dragging over 0.4 of the strip shows %v of the span", part)
	}
	drag(strip[0]+strip[2]*0.4, strip[0]+strip[2]*0.5, strip[1]+20)
	if left := get[float64](p, brush) / strip[2]; left < 0.28 || left > 0.32 {
		t.Errorf("dragging the brush by 0.1 puts it at %v, want 0.3", left)
	}
	drag(strip[0]+strip[2]*0.7, strip[0]+strip[2]*0.9, strip[1]+20)
	if part := get[float64](p, shownSpan); part < 0.58 || part > 0.62 {
		t.Errorf("dragging its right grip by 0.2 shows %v of the span, want 0.6", part)
	}
}

// Everything that can be used has a name for those who do not see it.
func names(t *testing.T, ctx context.Context) {
	p := look(t, ctx, readFile(t, "harbour"), 1280, 3000)
	p.press("jo")
	tree, err := chromedp.Call(p.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]int{}
	for _, n := range tree.Nodes {
		if n.Ignored || n.Role == nil {
			continue
		}
		role := strings.Trim(string(n.Role.Value), `"`)
		roles[role]++
		switch role {
		case "button", "link", "textbox", "searchbox", "checkbox", "combobox", "slider", "article", "feed", "heading", "group":
			if n.Name == nil || strings.Trim(string(n.Name.Value), `" `) == "" {
				t.Errorf("a %s without a name", role)
			}
		}
	}
	for role, least := range map[string]int{"button": 30, "article": 12, "feed": 2, "checkbox": 10, "slider": 1, "combobox": 1, "searchbox": 1, "main": 1, "banner": 1, "contentinfo": 1, "complementary": 1, "status": 2, "mark": 12} {
		if roles[role] < least {
			t.Errorf("%d of role %s, want at least %d", roles[role], role, least)
		}
	}
}

// The page is the same from a server, whose own policy comes on top.
func served(t *testing.T, ctx context.Context) {
	h, _, err := serve.New(readFile(t, "harbour"), serve.Options{Program: "dateline"})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	defer server.Close()
	p := open(t, ctx, server.URL+"/", 1280, 1000)
	want(t, "count", p.count(), "12 events")
	p.press("/")
	p.press("ribbon")
	want(t, "found", p.count(), "1 of 12 events")
	p.check()
}
