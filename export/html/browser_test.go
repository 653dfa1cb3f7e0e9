package html_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"dateline/export"
	"dateline/timeline"
)

// browser starts headless Chromium with an empty profile, or skips the test where there is none.
func browser(t testing.TB) context.Context {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium on this machine: the page is not looked at in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil && !errors.Is(err, context.Canceled) {
			t.Log(err)
		}
	})
	return ctx
}

// A page is a timeline's page in the browser. Whatever it complains of, and every request it makes but
// for itself, fails the test at its end.
type page struct {
	t        testing.TB
	ctx      context.Context
	address  string
	mu       sync.Mutex
	problems []string
}

func (p *page) problem(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, fmt.Sprintf(format, args...))
}

// check fails the test for what the page complained of, and forgets it.
func (p *page) check() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.problems {
		p.t.Error(s)
	}
	p.problems = nil
}

func (p *page) listen(ev any) {
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		if url := ev.Request.URL; !strings.HasPrefix(url, "data:") && url != p.address {
			p.problem("the page asks for %s", url)
		}
	case *runtime.EventExceptionThrown:
		details := ev.ExceptionDetails
		text := details.Text
		if details.Exception != nil {
			text += " " + details.Exception.Description
		}
		p.problem("exception: %s", text)
	case *runtime.EventConsoleAPICalled:
		p.problem("the page writes to the console: %s", ev.Type)
	case *log.EventEntryAdded:
		p.problem("the browser complains: %s: %s", ev.Entry.Level, ev.Entry.Text)
	case *audits.EventIssueAdded:
		if ev.Issue.Code == "ContentSecurityPolicyIssue" {
			p.problem("the page breaks its policy: %+v", ev.Issue.Details.ContentSecurityPolicyIssueDetails)
		}
	}
}

// look opens the timeline's page in a window of that size.
func look(t testing.TB, ctx context.Context, tl *timeline.Timeline, width, height int64) *page {
	t.Helper()
	path := filepath.Join(t.TempDir(), "timeline.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := export.Write(f, tl, export.HTML, export.Program("dateline")); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return open(t, ctx, "file://"+path, width, height)
}

// open opens an address in a window of that size.
func open(t testing.TB, browser context.Context, address string, width, height int64) *page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	p := &page{t: t, ctx: ctx, address: address}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.EmulateViewport(width, height)); err != nil { // the first call makes the tab: no time limit
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	call(p, audits.Enable, cdp.Empty{})
	p.do(chromedp.Navigate(address))
	t.Cleanup(p.check)
	return p
}

// patience is how long a step may take before it is taken for one that never ends, such as a click on
// what is not there.
const patience = time.Minute

func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// press presses keys, with the focus where it is. A printable one goes down with its text, so that it
// types nothing where the page takes it for itself; chromedp.KeyEvent would send the text apart.
func (p *page) press(keys string) {
	p.t.Helper()
	for _, r := range keys {
		if unicode.IsControl(r) || unicode.IsMark(r) { // package kb has these for keys without a character
			p.do(chromedp.KeyEvent(string(r)))
			continue
		}
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: string(r), Text: string(r)})
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: string(r)})
	}
	settle(p)
}

// click brings an element into sight and clicks into its middle. The element is what a JavaScript
// expression gives.
func (p *page) click(element string) {
	p.t.Helper()
	at := get[[]float64](p, `(e => { e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })(`+element+`)`)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	settle(p)
}

// settle waits until the page has drawn what is due: typing waits for more for an eighth of a second.
func settle(p *page) {
	p.t.Helper()
	get[bool](p, `new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 200))`)
}

func call[P, R any](p *page, command cdp.Command[P, R], params P) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, command, params); err != nil {
		p.t.Fatal(err)
	}
}

// media has the page believe in a medium and in a colour scheme.
func (p *page) media(medium, scheme string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	settle(p)
}

// get is the value of an expression in the page; a promise's is waited for.
func get[T any](p *page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// count is what the page says of how many events it shows.
func (p *page) count() string {
	p.t.Helper()
	return get[string](p, `document.getElementById("count").textContent`)
}

// events are the summaries in the list, as far as it stands in the document.
func (p *page) events() []string {
	p.t.Helper()
	return get[[]string](p, `[...document.querySelectorAll("#events .what")].map(e => e.textContent)`)
}
